"""Copies found by the real system in generated videos: episodes with one intro, a compilation, a fixed camera."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.conftest import draw_frame, write_clip
from tests.search.scenes import different_scenes, scene_frame, write_scenes
from vhdesk.desk import CancelToken, Desk, DuplicateOptions, DuplicatesReport
from vhdesk.errors import BadInput, Interrupted
from vhdesk.media.miniature import looks, miniatures
from vhdesk.media.samples import alter_clip
from vhdesk.search.near_copies import block_difference


def named(report: DuplicatesReport) -> list[tuple[str, ...]]:
    """File names of every group, the best first."""
    return [
        tuple(Path(path).name for path in (group.best.path, *(copy.video.path for copy in group.copies)))
        for group in report.found.groups
    ]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "v"


def found(folder: Path, options: DuplicateOptions | None = None) -> DuplicatesReport:
    with Desk(folder.parent / "l.vhdesk") as desk:
        desk.open()
        desk.index([folder])
        return desk.duplicates(options)


def test_a_clip_inside_a_compilation_is_found_with_its_times(folder):
    scenes = different_scenes(20)
    long = write_scenes(folder / "compilation.mp4", [(scene, 6.0) for scene in scenes[:10]])
    alter_clip(long, folder / "clip.mp4", start_ms=13_000, end_ms=35_000, width=80, crf=32)
    write_scenes(folder / "other.mp4", [(scene, 6.0) for scene in scenes[10:]])
    report = found(folder)
    assert named(report) == [("compilation.mp4", "clip.mp4")]
    (copy,) = report.found.groups[0].copies
    assert copy.kind == "part"
    assert copy.share > 0.75
    assert report.found.groups[0].reason.startswith("longest: 1:00 against 0:22")
    (match,) = copy.matches
    assert match.best_start_ms - match.start_ms == pytest.approx(13_000, abs=1500)
    assert match.best_end_ms - match.end_ms == pytest.approx(13_000, abs=1500)
    assert match.end_ms == pytest.approx(22_000, abs=1500)


def test_a_foreign_insert_does_not_kill_a_pair(folder):
    scenes = [(scene, 6.0) for scene in range(50, 58)]
    write_scenes(folder / "whole.mp4", scenes)
    write_scenes(folder / "insert.mp4", [*scenes[:4], (99, 4.0), *scenes[5:]], crf=32)
    assert len(named(found(folder))) == 1


def write_camera(path: Path, seconds: float, first_frame: int) -> Path:
    """A fixed camera that sees a block pass; it is elsewhere at another time."""
    import av

    path.parent.mkdir(exist_ok=True)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=12, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 160, 120, "yuv420p"
        for index in range(round(seconds * 12)):
            picture = draw_frame(5, first_frame + index // 6, 160, 120)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return path


def test_a_fixed_camera_at_two_times_gives_no_copies_but_a_copy_of_one_of_them_is(folder):
    write_camera(folder / "morning.mp4", 7, 0)
    noon = write_camera(folder / "noon.mp4", 7, 35)
    write_camera(folder / "day.mp4", 30, 0)
    write_camera(folder / "night.mp4", 30, 160)
    alter_clip(noon, folder / "noon_copy.mp4", width=120, crf=28, gain=0.8)
    report = found(folder)
    assert named(report) == [("noon.mp4", "noon_copy.mp4")]
    assert report.found.groups[0].reason.startswith("largest: 160x120 against 120x90")
    assert report.found.groups[0].copies[0].picture < 0.4


def test_the_same_file_twice_is_an_exact_copy_at_distance_0(folder):
    first = write_clip(folder / "a.mp4", seed=1)
    shutil.copy(first, folder / "b.mp4")
    write_clip(folder / "c.mp4", seed=2)
    report = found(folder)
    (group,) = report.found.groups
    (copy,) = group.copies
    assert (Path(group.best.path).name, copy.kind, copy.hamming, copy.cosine) == ("a.mp4", "exact", 0, 1)
    assert group.extra_bytes == first.stat().st_size
    document = json.loads(json.dumps(report.to_json()))
    assert document["groups"][0]["copies"][0]["kind"] == "exact"
    assert document["extra_bytes"] == first.stat().st_size


def test_pairs_within_or_across_watched_folders_only(tmp_path):
    first = write_clip(tmp_path / "archive" / "a.mp4", seed=1)
    shutil.copy(first, tmp_path / "archive" / "b.mp4")
    alter_clip(first, tmp_path / "new" / "c.mp4", width=120) if (tmp_path / "new").mkdir() is None else None
    with Desk(tmp_path / "l.vhdesk") as desk:
        desk.open()
        desk.index([tmp_path / "archive", tmp_path / "new"])
        reports = {scope: desk.duplicates(DuplicateOptions(scope=scope)) for scope in ("all", "within", "across")}
    assert {scope: len(report.found.pairs) for scope, report in reports.items()} == {"all": 3, "within": 1, "across": 2}
    assert named(reports["within"]) == [("a.mp4", "b.mp4")]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (DuplicateOptions(bits=63), "gives codes of 16, 32, 64, 128, 256, 512 bits, not 63"),
        (DuplicateOptions(max_distance=33), "from 0 to 32 for codes of 64 bits, not 33"),
        (DuplicateOptions(max_distance=-1), "not -1"),
        (DuplicateOptions(scope="some"), "must be one of all, within, across"),
        (DuplicateOptions(min_share=0), "above 0 and at most 1"),
    ],
)
def test_options_out_of_bounds_are_refused_in_a_sentence(tmp_path, options, sentence):
    with Desk(tmp_path / "l.vhdesk") as desk:
        desk.open()
        with pytest.raises(BadInput, match=sentence):
            desk.duplicates(options)


def test_an_empty_library_says_so(tmp_path):
    with Desk(tmp_path / "l.vhdesk") as desk:
        desk.open()
        report = desk.duplicates()
    assert report.found.groups == ()
    assert "no videos yet" in report.found.notes[0]


def test_progress_is_told_and_the_job_stops_when_asked(folder):
    for seed in range(4):
        write_clip(folder / f"{seed}.mp4", seed=seed, frames=10)
    with Desk(folder.parent / "l.vhdesk") as desk:
        desk.open()
        desk.index([folder])
        events = []
        desk.duplicates(DuplicateOptions(max_distance=32), on_progress=events.append)
        assert {event.stage for event in events} == {"comparing", "confirming"}
        assert all(0 <= event.done <= event.total for event in events)
        assert (events[-1].done, events[-1].total) == (6, 6)
        cancel = CancelToken()
        with pytest.raises(Interrupted):
            desk.duplicates(cancel=cancel, on_progress=lambda _event: cancel.cancel())


@pytest.mark.parametrize("bits", [16, 256])
def test_other_code_lengths_find_the_same_copy(folder, bits):
    first, second = different_scenes(2)
    clip = write_scenes(folder / "a.mp4", [(first, 4.0)])
    alter_clip(clip, folder / "b.mp4", width=120, crf=30)
    write_scenes(folder / "c.mp4", [(second, 4.0)])
    assert named(found(folder, DuplicateOptions(bits=bits))) == [("a.mp4", "b.mp4")]


def jpeg(picture: np.ndarray) -> bytes:
    import simplejpeg

    return simplejpeg.encode_jpeg(np.ascontiguousarray(picture.astype(np.uint8)), quality=80)


def test_pictures_of_one_moment_agree_whatever_size_bars_and_brightness():
    picture = scene_frame(3, 10).astype(float)
    changes = {
        "dark": picture * 0.6,
        "half": picture.reshape(45, 2, 80, 2, 3).mean(axis=(1, 3)),
        "grey": np.repeat(picture.mean(axis=2, keepdims=True), 3, axis=2),
        "bars": np.pad(picture, ((20, 20), (0, 0), (0, 0))),
        "cropped": picture[4:-4, 8:-8],
    }
    first, *others = miniatures([jpeg(picture), *(jpeg(changed) for changed in changes.values())])
    differences = {name: block_difference(first, other) for name, other in zip(changes, others, strict=True)}
    assert max(differences.values()) < 0.4, differences
    (foreign,) = miniatures([jpeg(scene_frame(4, 10))])
    assert block_difference(first, foreign) > 1
    here, there = miniatures([jpeg(draw_frame(3, index, 160, 120)) for index in (10, 22)])
    assert block_difference(here, there) > 0.4


def test_flat_pictures_have_no_detail_to_agree_in():
    assert not miniatures([jpeg(np.full((120, 160, 3), 128))]).any()
    assert not miniatures([jpeg(np.zeros((8, 8, 3)))]).any()


def test_borders_and_colours_of_a_thumbnail():
    picture = draw_frame(3, 10, 160, 120)
    sepia = np.clip(picture.mean(axis=2, keepdims=True) * np.array([1.0, 0.85, 0.6]), 0, 255)
    boxed = np.pad(picture, ((60, 60), (0, 0), (0, 0)))
    (plain, colour), (_, brown), (visible, _) = looks([jpeg(picture), jpeg(sepia), jpeg(boxed)])
    assert plain == 1
    assert colour > 3 * brown
    assert visible == pytest.approx(0.5, abs=0.05)
    marked = sepia.copy()
    marked[10:40, 10:50] = (255, 0, 0)
    assert looks([jpeg(marked)])[0][1] < colour / 2
