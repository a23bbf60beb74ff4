"""What trainings read: sources, crops, clips, held-out recordings, features."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from tests.conftest import draw_frame, write_clip, write_picture
from vhdesk.errors import BadInput, Interrupted
from vhdesk.evaluation.groups import read_groups
from vhdesk.media.crops import Crop, read_crops
from vhdesk.training import stored as stored_module
from vhdesk.training.data import Listener, Reading, as_frames, clip_rows, crops_of, picture_rows
from vhdesk.training.events import Preparing
from vhdesk.training.features import read_features
from vhdesk.training.quality import code_quality, feature_quality, labelled_split, means_by
from vhdesk.training.sources import find_sources, held_out


def test_crops_are_parts_of_the_picture(tmp_path: Path) -> None:
    path = write_picture(tmp_path / "p.png.jpg", seed=4, size=(160, 120))
    whole = draw_frame(4, 0).astype(np.float64)
    centre, corner = read_crops(str(path), 60, [Crop(), Crop(0.5, 1.0, 0.0)])
    assert centre.shape == corner.shape == (60, 60, 3)
    halved = whole[:, 20:140].reshape(60, 2, 60, 2, 3).mean(axis=(1, 3))
    assert np.abs(centre - halved).mean() < 6
    assert np.abs(corner - whole[:60, 100:]).mean() < 6
    assert np.abs(corner - whole[60:, 100:]).mean() > 12
    with pytest.raises(BadInput, match="not inside"):
        read_crops(str(path), 60, [Crop(2.0)])


def test_pictures_are_read_once(picture_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = find_sources([picture_folder], pictures=True)
    assert len(sources) == 13  # the copy counts once
    reading, told = Reading(side=48, crops=3), []
    found = picture_rows(sources, reading, Listener(told.append))
    assert found.rows.shape == (36, 48, 48, 3)
    assert [path for path, _ in found.failures] == [str(picture_folder / "broken.jpg")]
    assert told[-1] == Preparing("reading pictures", 13, 13)
    row = int(np.flatnonzero(found.source == 5)[2])
    assert np.array_equal(found.rows[row], read_crops(sources[5].path, 48, crops_of(5, reading))[2])
    monkeypatch.setattr(stored_module, "_fill", None)  # whoever reads again fails
    again = picture_rows(sources, reading, Listener())
    assert again.content == found.content
    assert np.array_equal(again.rows, found.rows)
    assert not again.rows.flags.writeable
    with pytest.raises(TypeError):
        picture_rows(sources, Reading(side=48, crops=2), Listener())


def test_clips_and_their_frames(clip_folder: Path, tmp_path: Path) -> None:
    long = write_clip(tmp_path / "v" / "long.mp4", seed=30, frames=100)
    write_clip(tmp_path / "v" / "dark.mp4", seed=31, frames=20, gain=0.0)
    shutil.copytree(clip_folder / "even", tmp_path / "v" / "even")
    sources = find_sources([tmp_path / "v"], pictures=False, labels=True)
    reading = Reading(side=32, frames=4, segment_ms=1000, most_segments=3)
    clips = clip_rows(sources, reading, Listener())
    assert clips.rows.shape == (4 + 3, 4, 32, 32, 3)
    assert [path for path, _ in clips.failures] == [str(tmp_path / "v" / "dark.mp4")]
    place = [source.path for source in sources].index(str(long))
    assert np.count_nonzero(clips.source == place) == 3
    assert {label for label in clips.labels if label != "v"} == {"even"}
    frames = as_frames(clips)
    assert frames.rows.shape == (28, 32, 32, 3)
    assert np.array_equal(frames.rows[5], clips.rows[1, 1])
    assert frames.groups[4:8] == [clips.groups[1]] * 4


def test_a_short_clip_repeats_its_last_frame(tmp_path: Path) -> None:
    write_clip(tmp_path / "one.mp4", frames=50)
    clips = clip_rows(find_sources([tmp_path], pictures=False), Reading(side=32, frames=4), Listener())
    assert clips.counts.tolist() == [4]


def test_reading_stops_where_it_is_asked_to(clip_folder: Path, home: Path) -> None:
    stop = False

    def tell(_event: object) -> None:
        nonlocal stop
        stop = True

    sources = find_sources([clip_folder], pictures=False)
    with pytest.raises(Interrupted):
        clip_rows(sources, Reading(side=32, frames=2), Listener(tell, lambda: stop))
    assert not list((home / "cache" / "training").iterdir())  # nothing half


def test_sources_have_recordings_and_labels(clip_folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "groups.csv"
    table.write_text("path,group\n" + "".join(f"even/clip{n}.mp4,first\n" for n in (0, 2)), "utf-8")
    sources = find_sources([clip_folder], pictures=False, labels=True, table=read_groups(str(table)))
    groups = {Path(source.path).name: source.group for source in sources}
    assert groups["clip0.mp4"] == groups["clip2.mp4"] == "named first"
    assert len(set(groups.values())) == 7
    assert {source.label for source in sources} == {"even", "odd"}
    table.write_text("path,group\nother.mp4,first\n", "utf-8")
    with pytest.raises(BadInput, match="names none of the videos"):
        find_sources([clip_folder], pictures=False, table=read_groups(str(table)))
    with pytest.raises(BadInput, match="no picture below"):
        find_sources([clip_folder], pictures=True)


def test_whole_recordings_are_held_out() -> None:
    groups = [f"g{number % 40}" for number in range(400)]
    mask = held_out(groups, 0.2)
    assert 0.2 <= mask.mean() < 0.25
    outside = {group for group, held in zip(groups, mask, strict=True) if held}
    assert all((group in outside) == held for group, held in zip(groups, mask, strict=True))
    shuffled = np.random.default_rng(0).permutation(400)
    assert np.array_equal(held_out([groups[row] for row in shuffled], 0.2), mask[shuffled])
    assert not np.array_equal(held_out(groups, 0.2, seed=1), mask)
    assert held_out(["a", "a", "b"], 0.9).sum() in {1, 2}
    assert not held_out(["a", "a"], 0.5).any()
    assert not held_out(groups, 0.0).any()


@pytest.mark.parametrize("suffix", [".npz", ".safetensors"])
def test_stored_features(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"f{suffix}"
    arrays = {"features": np.arange(24, dtype=np.float32).reshape(4, 3, 2), "labels": np.array([1, 1, 2, 2])}
    if suffix == ".npz":
        np.savez(path, **arrays, groups=np.array(["x", "x", "y", "z"]))
    else:
        save_file(arrays, path)
    found = read_features(path)
    assert np.array_equal(found.sequences, arrays["features"])
    assert found.counts.tolist() == [3, 3, 3, 3]
    assert found.labels == ("1", "1", "2", "2")
    assert len(set(found.groups)) == (3 if suffix == ".npz" else 4)


def test_files_of_features_that_cannot_be_used(tmp_path: Path) -> None:
    path = tmp_path / "f.npz"
    for arrays, words in (
        ({"x": np.ones(3)}, "no 'features'"),
        ({"features": np.ones(3)}, "must be numbers"),
        ({"features": np.array([[np.nan]])}, "not finite"),
        ({"features": np.ones((2, 2)), "labels": np.ones(3)}, "must be 2 words or numbers"),
        ({"features": np.array([[object()]])}, "plain arrays"),
    ):
        np.savez(path, **arrays)
        with pytest.raises(BadInput, match=words):
            read_features(path)


def test_live_quality_is_that_of_evaluate() -> None:
    labels = ["a", "a", "b", "b", None]
    assert labelled_split(labels, list("wwxxy")) is None  # every label in one recording
    found = labelled_split(labels, list("vwxyz"))
    assert found is not None
    split, rows = found
    assert rows.tolist() == [0, 1, 2, 3]
    # by hand: item 0 finds 2 before 1, the others their own first
    vectors = np.array([[1.0, 0.5], [1.0, -0.6], [0.4, 1.0], [-1.0, 0.9]])
    centred = vectors - vectors.mean(axis=0)
    unit = centred / np.linalg.norm(centred, axis=1, keepdims=True)
    cosines = unit @ unit.T
    expected = []
    for row, partner in enumerate((1, 0, 3, 2)):
        others = [column for column in np.argsort(-cosines[row], kind="stable") if column != row]
        expected.append(1 / (1 + others.index(partner)))
    assert feature_quality(vectors, split)["map"] == pytest.approx(np.mean(expected))
    codes = np.array([[0], [1], [255], [254]], np.uint8)
    assert code_quality(codes, split) == {"map": 1.0, "p_at_5": pytest.approx(1 / 3)}
    means, items = means_by(np.array([[1.0], [3.0], [5.0]]), np.array([7, 7, 9]))
    assert (means.tolist(), items.tolist()) == ([[2.0], [5.0]], [7, 9])


def test_what_is_not_used_for_a_month_is_removed(tmp_path: Path) -> None:
    import os
    import time

    for name, days in (("old", 31), ("new", 29)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.json").touch()
        moment = time.time() - days * 24 * 3600
        os.utime(tmp_path / name / "index.json", (moment, moment))
    stored_module.remove_unused(tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.name in {"old", "new"}] == ["new"]


def test_large_collections_take_less_of_each_file() -> None:
    reading = Reading(side=144, crops=4, frames=8, most_segments=64)
    assert reading.fitted(100) == reading
    fewer = reading.fitted(50_000)
    assert (fewer.crops, fewer.most_segments) == (2, 1)
    assert 50_000 * fewer.crops * 144 * 144 * 3 <= 8 << 30
