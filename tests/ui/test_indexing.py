"""Adding folders: progress, pause, stop, failures, and closing in the middle of it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import write_clip
from tests.ui.conftest import LONG_MS, MakeWindow, confirm_wizard, drop, files
from vhdesk.desk import Desk
from vhdesk.media.samples import VERSION, SampleLibrary
from vhdesk.settings import IndexingSettings, Settings
from vhdesk.ui.main_window import MainWindow


@pytest.fixture
def empty_window(make_window: MakeWindow, tmp_path: Path) -> MainWindow:
    """A window on a library that is made for it."""
    return make_window(tmp_path / "new.vhdesk")


@pytest.fixture
def window(make_window: MakeWindow, library: Path) -> MainWindow:
    """A window on the library of the eight clips."""
    return make_window(library)


def idle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until no run is under way."""
    qtbot.waitUntil(lambda: not window.control.running, timeout=LONG_MS)


def started(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until a run has told how far it is."""
    qtbot.waitUntil(lambda: window.pane.indexing.share.text() != "", timeout=LONG_MS)


def test_a_dropped_folder_is_added_and_counted(qtbot: QtBot, empty_window: MainWindow, clip_folder: Path) -> None:
    window = empty_window
    drop(window, files(clip_folder))
    confirm_wizard(qtbot, window)
    assert window.control.running
    assert window.pane.indexing.isVisible()
    assert not window.start.isVisible()
    idle(qtbot, window)
    qtbot.waitUntil(lambda: [row.count for row in window.pane.model.rows] == [8, 8], timeout=LONG_MS)
    assert "Indexed 8 videos" in window.status.message.text()
    assert not window.pane.indexing.isVisible()
    assert "8 videos can be searched" in window.work.idle.sentence.text()


def test_pause_holds_the_run_and_resume_ends_it(qtbot: QtBot, empty_window: MainWindow, many_clips: Path) -> None:
    window, block = empty_window, empty_window.pane.indexing
    window.add_folder(many_clips)
    started(qtbot, window)
    qtbot.mouseClick(block.pause_button, Qt.MouseButton.LeftButton)
    assert block.paused
    assert block.pause_button.text() == "Resume"
    qtbot.wait(600)
    held = block.bar.value()
    qtbot.wait(600)
    assert block.bar.value() == held < 40
    assert window.control.running
    assert block.rate.text() == "Paused"
    qtbot.mouseClick(block.pause_button, Qt.MouseButton.LeftButton)
    idle(qtbot, window)
    qtbot.waitUntil(lambda: window.pane.model.rows[0].count == 40, timeout=LONG_MS)


def test_stop_keeps_what_is_finished(qtbot: QtBot, empty_window: MainWindow, many_clips: Path) -> None:
    window = empty_window
    window.add_folder(many_clips)
    started(qtbot, window)
    qtbot.mouseClick(window.pane.indexing.stop_button, Qt.MouseButton.LeftButton)
    idle(qtbot, window)
    assert "Stopped" in window.status.message.text()
    window.rescan_all()
    idle(qtbot, window)
    qtbot.waitUntil(lambda: window.pane.model.rows[0].count == 40, timeout=LONG_MS)


def test_folders_wait_for_their_turn(qtbot: QtBot, empty_window: MainWindow, clip_folder: Path) -> None:
    window = empty_window
    window.add_folder(clip_folder / "odd")
    window.add_folder(clip_folder / "even")
    assert window.status.message.text() == "even is next."
    qtbot.waitUntil(lambda: len(window.pane.model.rows) == 3 and not window.control.running, timeout=LONG_MS)
    qtbot.waitUntil(lambda: window.pane.model.rows[0].count == 8, timeout=LONG_MS)


def test_keep_open_goes_on(qtbot: QtBot, empty_window: MainWindow, many_clips: Path) -> None:
    window = empty_window
    window.add_folder(many_clips)
    started(qtbot, window)
    window.pane.indexing.pause_button.click()
    window.close()
    assert window.isVisible()
    assert window.closing_box is not None
    window.close()
    qtbot.mouseClick(window.closing_box.keep_button, Qt.MouseButton.LeftButton)
    assert window.closing_box is None
    assert window.control.running
    window.pane.indexing.pause_button.click()
    idle(qtbot, window)
    assert window.isVisible()


def test_stop_and_close_ends_everything(qtbot: QtBot, empty_window: MainWindow, many_clips: Path) -> None:
    window = empty_window
    window.add_folder(many_clips)
    started(qtbot, window)
    window.close()
    assert window.closing_box is not None
    qtbot.mouseClick(window.closing_box.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG_MS)
    assert window.threads_ended
    with Desk(window.desk.library_path, Settings()) as desk:
        assert desk.open().videos < 40
    assert QApplication.activeModalWidget() is None


def test_a_run_that_ends_while_the_question_is_asked_closes(
    qtbot: QtBot, empty_window: MainWindow, clip_folder: Path
) -> None:
    window = empty_window
    window.add_folder(clip_folder)
    window.close()
    assert window.closing_box is not None
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG_MS)
    assert window.threads_ended


def test_failures_are_listed_and_tried_again(
    qtbot: QtBot, empty_window: MainWindow, clip_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    shutil.copy(clip_folder / "odd" / "clip1.mp4", folder / "good.mp4")
    broken = folder / "broken.mp4"
    broken.write_bytes(b"this is no video" * 100)
    window = empty_window
    drop(window, files(folder))
    confirm_wizard(qtbot, window)
    idle(qtbot, window)
    qtbot.waitUntil(window.pane.failed.isVisible, timeout=LONG_MS)
    assert window.pane.failed.text() == "1 file could not be read"
    qtbot.mouseClick(window.pane.show_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.failures_dialog is not None, timeout=LONG_MS)
    dialog = window.failures_dialog
    model = dialog.table.model()
    assert model.index(0, 0).data() == str(broken)
    assert model.index(0, 1).data().endswith(".")
    dialog.copy_button.click()
    assert str(broken) in QApplication.clipboard().text()
    write_clip(broken, seed=9, frames=20)
    qtbot.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    assert window.failures_dialog is None
    idle(qtbot, window)
    qtbot.waitUntil(lambda: not window.pane.failed.isVisible(), timeout=LONG_MS)
    window.ask_failures()
    qtbot.waitUntil(lambda: "could be read" in window.status.message.text(), timeout=LONG_MS)


def test_a_folder_that_is_gone_is_said_in_amber(qtbot: QtBot, empty_window: MainWindow, tmp_path: Path) -> None:
    empty_window.add_folder(tmp_path / "nowhere")
    idle(qtbot, empty_window)
    assert empty_window.pane.note.isVisible()
    assert "nowhere" in empty_window.pane.note.text()


def test_a_library_that_another_vhdesk_writes_to_is_said_in_amber(
    qtbot: QtBot, window: MainWindow, clip_folder: Path
) -> None:
    from filelock import FileLock

    with FileLock(f"{window.desk.library_path}.lock"):
        window.add_folder(clip_folder)
        idle(qtbot, window)
    assert "Another vhdesk" in window.pane.note.text()


@pytest.mark.skipif(os.name != "posix", reason="files are made unreadable with POSIX modes")
def test_a_library_that_may_only_be_read_says_so(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vhdesk.library import library as library_module

    # Modes do not bind the superuser, under whom tests may run.
    monkeypatch.setattr(library_module, "is_writable", lambda _path: False)
    window = make_window(library)
    qtbot.waitUntil(window.pane.note.isVisible, timeout=LONG_MS)
    assert "not written" in window.pane.note.text()
    assert not window.pane.add_button.isEnabled()
    assert "not written" in window.pane.add_button.toolTip()
    assert not window.menus.add_folder.isEnabled()
    drop(window, files(clip_folder))
    assert window.shell.wizard is None
    assert not window.control.running
    assert "not written" in window.status.message.text()


@pytest.mark.slow
def test_the_sample_library_is_made_indexed_and_searched(
    qtbot: QtBot, empty_window: MainWindow, sample_library: SampleLibrary, home: Path
) -> None:
    # Most of it is there from another time: making all of it takes half a minute.
    place = home / "cache" / f"samples-{VERSION}"
    shutil.copytree(sample_library.folder, place / "videos")
    for name in ("play/dancing_smiley.mp4", "copies/dancing_smiley_grey.mp4"):
        (place / "videos" / name).unlink()
    window = empty_window
    qtbot.mouseClick(window.start.page.second_button, Qt.MouseButton.LeftButton)
    assert window.control.running
    qtbot.waitUntil(lambda: window.query.shows_results and not window.control.running, timeout=180_000)
    assert window.query.model.results
    assert (place / "videos" / "play" / "dancing_smiley.mp4").exists()
    assert (place / "query_clip.mp4").exists()
    # The query is a part of the waves, which are there as they are and as a darker copy.
    assert {Path(result.path).name for result in window.query.model.results[:2]} == {
        "beach_waves.mp4",
        "beach_waves_darker.mp4",
    }


def test_making_the_samples_can_be_stopped(qtbot: QtBot, empty_window: MainWindow) -> None:
    window = empty_window
    window.try_samples()
    qtbot.waitUntil(lambda: window.pane.indexing.share.text() != "", timeout=LONG_MS)
    qtbot.mouseClick(window.pane.indexing.stop_button, Qt.MouseButton.LeftButton)
    idle(qtbot, window)
    assert "Stopped" in window.status.message.text()


def test_a_file_that_is_readable_in_part_is_said_and_listed(
    qtbot: QtBot, empty_window: MainWindow, tmp_path: Path
) -> None:
    whole = write_clip(tmp_path / "cut" / "cut.mkv", seed=3, frames=200)
    data = bytearray(whole.read_bytes())
    middle = len(data) // 2
    whole.write_bytes(data[:middle])
    window = empty_window
    drop(window, files(whole.parent))
    confirm_wizard(qtbot, window)
    idle(qtbot, window)
    assert "cut.mkv" in window.pane.note.text()
    qtbot.waitUntil(window.pane.failed.isVisible, timeout=LONG_MS)
    assert window.pane.failed.text() == "1 file was read in part"
    qtbot.mouseClick(window.pane.show_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.failures_dialog is not None, timeout=LONG_MS)
    assert not window.failures_dialog.again_button.isEnabled()
    window.failures_dialog.close()


def test_a_new_video_in_a_watched_folder_is_indexed_by_itself(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "v"
    write_clip(folder / "a.mp4", seed=1, frames=10)
    window = make_window(tmp_path / "new.vhdesk", Settings(IndexingSettings(quiet_s=1)))
    window.add_folder(folder)
    idle(qtbot, window)
    qtbot.wait(2500)  # until the watch knows the new folder
    write_clip(folder / "b.mp4", seed=2, frames=10)
    qtbot.waitUntil(lambda: window.pane.model.rows[0].count == 2, timeout=LONG_MS)
    idle(qtbot, window)
    assert "Indexed 1 video" in window.status.message.text()


def test_nothing_is_watched_where_the_settings_say_so(
    qtbot: QtBot, make_window: MakeWindow, clip_folder: Path, tmp_path: Path
) -> None:
    window = make_window(tmp_path / "new.vhdesk", Settings(IndexingSettings(watch=False)))
    window.add_folder(clip_folder)
    idle(qtbot, window)
    assert window._jobs is not None
    assert window._jobs._watching is None
