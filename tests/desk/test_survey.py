"""What indexing would mean, before anything is stored."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import write_clip, write_picture
from vhdesk.desk import CancelToken, Desk, DeviceTest, IndexOptions, RuntimeInfo, Survey, device_test, survey
from vhdesk.errors import FolderMissing, Interrupted
from vhdesk.settings import Settings


@pytest.fixture
def videos(tmp_path: Path, clip_folder: Path) -> Path:
    """Eight clips, and what a survey passes over."""
    folder = tmp_path / "videos"
    shutil.copytree(clip_folder, folder)
    write_picture(folder / "photo.jpg")
    (folder / "letter.txt").write_text("Dear reader")
    (folder / ".hidden.mp4").write_bytes(b"0")
    return folder


@pytest.fixture
def desk(tmp_path: Path):
    with Desk(tmp_path / "l.vhdesk", Settings()) as desk:
        desk.open()
        yield desk


def test_counts_lengths_and_what_is_passed_over(desk: Desk, videos: Path):
    found = survey(desk, [videos])
    assert (found.videos, found.known, found.segments, found.unreadable) == (8, 0, 8, 0)
    assert found.exact
    assert found.duration_ms == pytest.approx(8 * 1200, rel=0.05)
    assert found.size_bytes == sum(path.stat().st_size for path in videos.rglob("clip*.mp4"))
    assert found.skipped == {"picture": 1, "other": 1, "hidden": 1}
    assert 8 * 1000 < found.library_bytes < 8 * 40_000


def test_nothing_is_stored(desk: Desk, videos: Path):
    survey(desk, [videos])
    assert desk.summary().roots == ()
    assert desk.summary().videos == 0


def test_options_change_what_counts(desk: Desk, videos: Path):
    flat = survey(desk, [videos], IndexOptions(recursive=False, pictures=True))
    assert flat.videos == 1
    assert flat.skipped["subfolder"] == 2
    assert survey(desk, [videos], IndexOptions(excludes=("odd",))).videos == 4


def test_what_is_in_the_library_is_not_read_again(desk: Desk, videos: Path, clip_folder: Path):
    desk.index([videos / "odd"])
    found = survey(desk, [videos])
    assert (found.videos, found.known) == (4, 4)


def test_unreadable_files_are_counted_and_do_not_stop_it(desk: Desk, videos: Path):
    (videos / "broken.mp4").write_bytes(b"this is no video" * 100)
    found = survey(desk, [videos])
    assert (found.videos, found.unreadable, found.exact) == (9, 1, True)


def test_a_large_folder_is_reckoned_from_a_sample(desk: Desk, tmp_path: Path):
    first = write_clip(tmp_path / "many" / "0.mp4", seed=1, frames=25)
    for number in range(1, 60):
        shutil.copy(first, tmp_path / "many" / f"{number}.mp4")
    found = survey(desk, [tmp_path / "many"])
    assert found.videos == 60
    assert not found.exact
    assert found.duration_ms == pytest.approx(60 * 1000, rel=0.05)
    assert found.segments == 60


def test_folders_that_are_not_there_and_overlap(desk: Desk, videos: Path, tmp_path: Path):
    with pytest.raises(FolderMissing, match="nowhere"):
        survey(desk, [tmp_path / "nowhere"])
    assert survey(desk, [videos, videos / "odd"]).videos == 8


def test_it_can_be_stopped(desk: Desk, videos: Path):
    cancel = CancelToken()
    seen = []

    def stop(progress):
        seen.append(progress.found)
        cancel.cancel()

    with pytest.raises(Interrupted):
        survey(desk, [videos], cancel=cancel, on_progress=stop)
    assert seen


def test_the_device_is_measured_by_encoding(desk: Desk):
    measured = device_test(desk, seconds=0.05)
    assert measured.segments_per_second > 0
    assert measured.info == desk.system().encoder.info


@pytest.mark.parametrize(("device", "seconds"), [("CPU", 3.0), ("NVIDIA something", 2.0)])
def test_time_adds_up_on_one_processor_and_overlaps_on_two(device: str, seconds: float):
    found = Survey((), 10, 0, 0, 0, True, 10, 2.0, 0)
    speed = DeviceTest(RuntimeInfo("x", device, "float32"), 10.0)
    assert found.seconds(speed) == pytest.approx(seconds)
    assert found.seconds(None) is None
