import time
from fractions import Fraction

import av
import numpy as np
import pytest

from tests.conftest import write_clip
from vhdesk.errors import BadInput, DiskProblem, UnreadableFile
from vhdesk.media import samples
from vhdesk.media.samples import alter_clip, make_samples


class Stop(Exception):
    pass


@pytest.fixture
def library(sample_library):
    return sample_library


@pytest.fixture
def few(monkeypatch):
    """Two short scenes and one copy, for what needs a fresh folder."""
    scenes = [samples.Scene(f"play/{k}.mp4", samples.scenes.smiley, 64, 48, 12, 3) for k in range(2)]
    monkeypatch.setattr(samples, "SCENES", tuple(scenes))
    monkeypatch.setattr(samples, "COPIES", {"copies/dark.mp4": ("play/0.mp4", {"gain": 0.5})})
    monkeypatch.setattr(samples, "QUERY_SOURCE", "play/1.mp4")
    monkeypatch.setattr(samples, "_QUERY", {"crop": 0.9})


def pictures(path):
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


def middle(path):
    with av.open(str(path)) as container:
        shown = list(container.decode(video=0))
        return shown[len(shown) // 2].to_ndarray(format="rgb24")


def length(path):
    with av.open(str(path)) as container:
        return float(container.duration / 1_000_000)


def thumb(picture, side=16):
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
    return frame.reformat(side, side, "rgb24", interpolation="AREA").to_ndarray().astype(float)


def likeness(first, second):
    return np.corrcoef(thumb(first).ravel(), thumb(second).ravel())[0, 1]


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def noisy(path, width=96, height=64, rotation=0, pix_fmt="yuv420p", codec="libx264", count=36):
    """A picture that is bright at the left and dark at the right, 12 a second."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, 12)
        stream.width, stream.height, stream.pix_fmt = width, height, pix_fmt
        ramp = np.broadcast_to(np.linspace(240, 10, width)[None, :, None], (height, width, 3)).astype(np.uint8)
        for _ in range(count):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.ascontiguousarray(ramp), format="rgb24")))
        container.mux(stream.encode(None))


@pytest.mark.slow
def test_the_library_holds_what_it_says(library):
    originals = [video for video in library.videos if video not in library.copies]
    assert len(originals) >= 24
    assert len(library.copies) >= 8
    assert set(library.copies) < set(library.videos)
    assert set(library.copies.values()) <= set(originals)
    assert library.original in originals
    assert library.folder not in library.query.parents
    marker = library.folder / samples.MARKER
    assert files(library.folder.parent) == sorted([*library.videos, library.query, marker])
    assert sum(path.stat().st_size for path in library.videos) < 12_000_000


@pytest.mark.slow
def test_every_video_decodes_and_lasts_3_to_20_seconds(library):
    sizes = set()
    for video in (*library.videos, library.query):
        shown = pictures(video)
        assert 3 <= length(video) <= 20, video.name
        assert len(shown) >= 36
        assert np.abs(shown[0].astype(int) - shown[len(shown) // 2]).mean() > 0.2, f"{video.name} does not move"
        assert not any(side % 2 for side in shown[0].shape[:2])
        sizes.add(shown[0].shape)
    assert len(sizes) > 6
    assert any(height > width for height, width, _ in sizes)


@pytest.mark.slow
def test_originals_do_not_look_alike(library):
    originals = [video for video in library.videos if video not in library.copies]
    middles = [thumb(middle(video)) for video in originals]
    for k, first in enumerate(middles):
        for second in middles[:k]:
            assert np.abs(first - second).mean() > 12


@pytest.mark.slow
@pytest.mark.parametrize(
    ("word", "least"), [("small", 0.98), ("darker", 0.98), ("recompressed", 0.95), ("brighter", 0.9)]
)
def test_a_copy_still_looks_like_its_original(library, word, least):
    copy, original = next(pair for pair in library.copies.items() if word in pair[0].name)
    first, second = pictures(original), pictures(copy)
    assert len(first) == len(second)
    assert copy.read_bytes() != original.read_bytes()
    assert likeness(first[20], second[20]) > least
    if word == "small":
        assert second[0].shape[1] == first[0].shape[1] // 2
    if word == "darker":
        assert second[20].mean() < 0.7 * first[20].mean()
    if word == "brighter":
        assert second[20].mean() > 1.1 * first[20].mean()
    if word == "recompressed":
        assert copy.stat().st_size < original.stat().st_size / 4


@pytest.mark.slow
def test_the_other_copies_are_what_their_names_say(library):
    def pair(word):
        copy, original = next(pair for pair in library.copies.items() if word in pair[0].name)
        return pictures(copy), pictures(original)

    copy, original = pair("mirrored")
    assert likeness(copy[9][:, ::-1], original[9]) > 0.98
    copy, original = pair("grey")
    assert np.ptp(copy[9].astype(int), axis=-1).max() < 8
    copy, original = pair("black_bars")
    assert copy[9][:20].max() < 30
    assert copy[9][-20:].max() < 30
    assert likeness(copy[9][34:-34], original[9]) > 0.98
    copy, original = pair("cropped")
    assert copy[0].shape[0] == pytest.approx(0.7 * original[0].shape[0], abs=2)
    copy, original = pair("middle_part")
    assert likeness(copy[0], original[60]) > 0.98
    assert len(copy) == 60


@pytest.mark.slow
def test_the_query_shows_a_part_of_its_original(library):
    query, original = pictures(library.query), pictures(library.original)
    height, width = original[0].shape[:2]
    middle = original[135 + 40][height // 20 : -(height // 20), width // 20 : -(width // 20)]
    assert likeness(query[40], middle) > 0.95
    assert query[40].mean() < 0.95 * middle.mean()
    assert query[0].shape[1] < 0.8 * width
    assert library.original in library.copies.values(), "the query should find a copy, too"


@pytest.mark.slow
def test_a_complete_library_returns_at_once(library):
    before = {path: path.stat().st_mtime_ns for path in files(library.folder.parent)}
    start = time.perf_counter()
    assert make_samples(library.folder) == library
    assert time.perf_counter() - start < 1
    assert before == {path: path.stat().st_mtime_ns for path in files(library.folder.parent)}


def test_a_cancelled_run_leaves_no_partial_file_and_the_next_completes(few, tmp_path):
    folder, calls = tmp_path / "lib", []

    def check():
        calls.append(1)
        if len(calls) > 50:
            raise Stop

    with pytest.raises(Stop):
        make_samples(folder, check=check)
    assert files(tmp_path) == [folder / samples.MARKER, folder / "play/0.mp4"]
    kept = (folder / "play/0.mp4").stat().st_mtime_ns
    made = make_samples(folder)
    assert (folder / "play/0.mp4").stat().st_mtime_ns == kept
    assert files(tmp_path) == sorted([folder / samples.MARKER, *made.videos, made.query])


def test_a_copy_can_be_cancelled(few, tmp_path):
    noisy(tmp_path / "a.mp4")

    def check():
        raise Stop

    with pytest.raises(Stop):
        alter_clip(tmp_path / "a.mp4", tmp_path / "b.mp4", check=check)
    assert files(tmp_path) == [tmp_path / "a.mp4"]


def test_missing_changed_and_outdated_files_are_made_again(few, tmp_path, monkeypatch):
    folder = tmp_path / "lib"
    made = make_samples(folder)
    made.videos[0].write_bytes(b"half")
    made.query.unlink()
    make_samples(folder)
    assert len(pictures(made.videos[0])) == 36
    assert made.query.exists()
    before = made.videos[1].stat().st_mtime_ns
    monkeypatch.setattr(samples, "VERSION", 999)
    make_samples(folder)
    assert made.videos[1].stat().st_mtime_ns > before
    (folder / samples.MARKER).write_text("[1")
    assert make_samples(folder) == made


def test_without_libx264_mpeg4_is_written(few, tmp_path, monkeypatch):
    monkeypatch.setattr(av.codec, "codecs_available", {"mpeg4"})
    made = make_samples(tmp_path / "lib")
    with av.open(str(made.query)) as container:
        assert container.streams.video[0].codec_context.name == "mpeg4"
    assert len(pictures(made.query)) == 36
    for crf in (20, 45):
        alter_clip(made.videos[0], tmp_path / f"{crf}.mp4", crf=crf)
    assert (tmp_path / "45.mp4").stat().st_size < 0.8 * (tmp_path / "20.mp4").stat().st_size


@pytest.mark.parametrize(
    ("pix_fmt", "codec", "suffix"),
    [("yuv420p", "libx264", "mp4"), ("yuv444p10le", "libx264", "mkv"), ("rgba", "png", "mov"), ("gray", "ffv1", "mkv")],
)
def test_any_pixel_format_and_odd_sizes(tmp_path, pix_fmt, codec, suffix):
    source, target = tmp_path / f"a.{suffix}", tmp_path / "b c.mp4"
    noisy(source, 96 if "420" in pix_fmt else 97, 64 if "420" in pix_fmt else 63, pix_fmt=pix_fmt, codec=codec)
    alter_clip(source, target, width=51, crop=0.9)
    shown = pictures(target)
    assert len(shown) == 36
    assert shown[0].shape[1] in {50, 52}
    assert shown[5][:, 5].mean() > shown[5][:, -5].mean() + 100
    assert length(target) == pytest.approx(3, abs=0.1)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_video_comes_out_upright(tmp_path, rotation):
    source, target = tmp_path / "a.mp4", tmp_path / "b.mp4"
    write_clip(source, seed=3, frames=8, rotation=rotation)
    alter_clip(source, target, crf=12)
    shown, stored = pictures(target)[3], pictures(source)[3]
    assert shown.shape == ((160, 120, 3) if rotation % 180 else (120, 160, 3))
    with av.open(str(target)) as container:
        assert next(container.decode(video=0)).rotation == 0
    with av.open(str(source)) as container:
        turns = round(next(container.decode(video=0)).rotation / 90)
    assert likeness(shown, np.rot90(stored, turns)) > 0.98


def test_oblong_pixels_become_square(tmp_path):
    source, target = tmp_path / "a.mkv", tmp_path / "b.mp4"
    with av.open(str(source), "w") as container:
        stream = container.add_stream("libx264", 12)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p"
        stream.codec_context.sample_aspect_ratio = Fraction(4, 3)
        for level in range(12):
            picture = np.full((64, 96, 3), 20 * level, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    alter_clip(source, target)
    assert pictures(target)[0].shape == (64, 128, 3)


@pytest.mark.parametrize("start_ms", [0, 1000, 1500])
def test_a_stretch_starts_at_zero_and_has_its_length(tmp_path, start_ms):
    noisy(tmp_path / "a.mp4", count=48)
    alter_clip(tmp_path / "a.mp4", tmp_path / "b.mp4", start_ms=start_ms, end_ms=start_ms + 2000)
    assert len(pictures(tmp_path / "b.mp4")) == 24
    assert length(tmp_path / "b.mp4") == pytest.approx(2, abs=0.1)


def test_faults_are_named_and_leave_nothing(tmp_path):
    noisy(tmp_path / "a.mp4")
    (tmp_path / "text.mp4").write_text("no video")
    wrong = ({"crop": 0}, {"crop": 1.1}, {"gain": -1}, {"bars": -0.1}, {"width": 0}, {"crf": 99}, {"start_ms": -1})
    for values in (*wrong, {"start_ms": 60_000}, {"start_ms": 900, "end_ms": 900}):
        with pytest.raises(BadInput):
            alter_clip(tmp_path / "a.mp4", tmp_path / "b.mp4", **values)
    with pytest.raises(UnreadableFile):
        alter_clip(tmp_path / "text.mp4", tmp_path / "b.mp4")
    assert files(tmp_path) == [tmp_path / "a.mp4", tmp_path / "text.mp4"]


def test_a_video_is_not_replaced_by_its_own_copy(tmp_path):
    noisy(tmp_path / "a.mp4")
    before = (tmp_path / "a.mp4").read_bytes()
    with pytest.raises(BadInput):
        alter_clip(tmp_path / "a.mp4", tmp_path / "a.mp4", gain=0.5)
    assert (tmp_path / "a.mp4").read_bytes() == before


def test_a_folder_that_cannot_be_written_is_one_sentence(few, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DiskProblem, match=r"^No video can be written to .*file"):
        make_samples(tmp_path / "file" / "lib")
    noisy(tmp_path / "a.mp4")
    with pytest.raises(DiskProblem):
        alter_clip(tmp_path / "a.mp4", tmp_path / "file" / "b.mp4")


def test_a_full_disk_is_one_sentence_and_leaves_nothing(few, tmp_path):
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1500, hard))
    try:
        with pytest.raises(DiskProblem, match="free some space"):
            make_samples(tmp_path / "lib")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert files(tmp_path) == []
    assert len(make_samples(tmp_path / "lib").videos) == 3
