"""Adding folders: choose or drop, look, set, go."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWizard
from pytestqt.qtbot import QtBot

from tests.conftest import write_picture
from tests.ui.conftest import LONG_MS, MakeWindow, confirm_wizard, drop, files
from vhdesk import settings
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.wizard import FolderWizard

NEXT, BACK, FINISH = (
    QWizard.WizardButton.NextButton,
    QWizard.WizardButton.BackButton,
    QWizard.WizardButton.FinishButton,
)


@pytest.fixture
def window(make_window: MakeWindow, tmp_path: Path) -> MainWindow:
    """A window on an empty library."""
    return make_window(tmp_path / "new.vhdesk")


def opened(window: MainWindow) -> FolderWizard:
    assert window.shell.wizard is not None
    return window.shell.wizard


def press(qtbot: QtBot, wizard: FolderWizard, which: QWizard.WizardButton) -> None:
    qtbot.waitUntil(wizard.button(which).isEnabled, timeout=LONG_MS)
    qtbot.mouseClick(wizard.button(which), Qt.MouseButton.LeftButton)


def looked(qtbot: QtBot, wizard: FolderWizard) -> None:
    qtbot.waitUntil(lambda: wizard.found_page.survey is not None, timeout=LONG_MS)


def test_the_first_start_leads_into_it(qtbot: QtBot, window: MainWindow, clip_folder: Path) -> None:
    qtbot.mouseClick(window.start.page.first_button, Qt.MouseButton.LeftButton)
    wizard = opened(window)
    assert not wizard.button(NEXT).isEnabled()
    wizard.folders_page.take((str(clip_folder),))
    press(qtbot, wizard, NEXT)
    looked(qtbot, wizard)
    values = [value.text() for value in wizard.found_page.facts.values]
    assert values[0] == "8 videos"
    assert values[1] == "10 s"
    assert wizard.found_page.stage.text() == "10 s in 8 videos"
    press(qtbot, wizard, NEXT)
    qtbot.waitUntil(lambda: "a second" in wizard.options_page.device.text(), timeout=LONG_MS)
    assert "done in about" in wizard.options_page.found.text()
    press(qtbot, wizard, FINISH)
    assert window.shell.wizard is None
    assert window.control.running
    qtbot.waitUntil(lambda: not window.control.running, timeout=LONG_MS)
    qtbot.waitUntil(lambda: [row.count for row in window.pane.model.rows] == [8, 8], timeout=LONG_MS)


def test_dropped_folders_fill_the_list_and_files_mean_their_folder(
    qtbot: QtBot, window: MainWindow, clip_folder: Path
) -> None:
    drop(window, files(clip_folder / "odd", clip_folder / "even"))
    wizard = opened(window)
    assert wizard.folders_page.folders == (clip_folder / "odd", clip_folder / "even")
    assert not window.control.running
    target, buttons, keys = wizard.folders_page.list, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    mime = files(clip_folder / "odd" / "clip1.mp4", clip_folder)
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(target.viewport(), enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target.viewport(), QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys))
    assert "odd is in the list already" in wizard.folders_page.problem.text()
    assert wizard.folders_page.folders[-1] == clip_folder
    wizard.reject()


def test_delete_takes_a_folder_off_the_list_not_off_the_disk(
    qtbot: QtBot, window: MainWindow, clip_folder: Path
) -> None:
    window.shell.add_folders((clip_folder / "odd", clip_folder / "even"))
    page = opened(window).folders_page
    page.list.clearSelection()
    page.list.item(0).setSelected(True)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert page.folders == (clip_folder / "even",)
    assert (clip_folder / "odd").is_dir()
    qtbot.mouseClick(page.remove_button, Qt.MouseButton.LeftButton)
    opened(window).reject()


def test_what_is_not_there_is_said_in_place(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.shell.add_folders((tmp_path / "no" / "where",))
    wizard = opened(window)
    assert wizard.folders_page.problem.isVisible()
    assert "where" in wizard.folders_page.problem.text()
    assert not wizard.button(NEXT).isEnabled()
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert window.shell.wizard is None
    assert window.desk.summary().roots == ()


def test_options_count_anew_and_are_used(qtbot: QtBot, window: MainWindow, clip_folder: Path, tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "v"
    shutil.copytree(clip_folder, folder)
    write_picture(folder / "photo.jpg")
    window.shell.add_folders((folder,))
    wizard = opened(window)
    press(qtbot, wizard, NEXT)
    looked(qtbot, wizard)
    assert "1 picture" in wizard.found_page.skipped.text()
    press(qtbot, wizard, NEXT)
    page = wizard.options_page
    qtbot.keyClick(page.pictures.box, Qt.Key.Key_Space)
    qtbot.keyClick(page.labels.box, Qt.Key.Key_Space)
    qtbot.keyClicks(page.excludes, "odd")
    qtbot.waitUntil(lambda: "in 5 videos" in page.found.text(), timeout=LONG_MS)
    press(qtbot, wizard, FINISH)
    qtbot.waitUntil(lambda: not window.control.running, timeout=LONG_MS)
    qtbot.waitUntil(lambda: window.pane.model.rows[0].count == 5, timeout=LONG_MS)
    (root,) = (summary.root for summary in window.desk.summary().roots)
    assert root.excludes == ("odd",)
    assert root.label_from_folder
    assert settings.load().indexing.pictures


def test_back_and_other_folders_give_another_answer(qtbot: QtBot, window: MainWindow, clip_folder: Path) -> None:
    window.shell.add_folders((clip_folder / "odd",))
    wizard = opened(window)
    press(qtbot, wizard, NEXT)
    looked(qtbot, wizard)
    press(qtbot, wizard, BACK)
    wizard.folders_page.take((str(clip_folder / "even"),))
    press(qtbot, wizard, NEXT)
    assert wizard.found_page.survey is None
    looked(qtbot, wizard)
    assert wizard.found_page.survey is not None
    assert wizard.found_page.survey.videos == 8
    wizard.reject()


def test_closing_the_window_ends_a_look_under_way(qtbot: QtBot, window: MainWindow, many_clips: Path) -> None:
    window.shell.add_folders((many_clips,))
    press(qtbot, opened(window), NEXT)
    window.stop_and_close()
    assert not window.isVisible()
    assert window.threads_ended


def test_a_folder_dropped_before_the_library_is_open_waits(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, clip_folder: Path
) -> None:
    window = make_window(tmp_path / "new.vhdesk", wait=False)
    drop(window, files(clip_folder))
    assert window.shell.wizard is None
    qtbot.waitUntil(lambda: window.shell.wizard is not None, timeout=LONG_MS)
    assert opened(window).folders_page.folders == (clip_folder,)
    confirm_wizard(qtbot, window)
    qtbot.waitUntil(lambda: not window.control.running, timeout=LONG_MS)


def test_folders_in_the_library_are_said_to_be_there(qtbot: QtBot, make_window: MakeWindow, library: Path) -> None:
    window = make_window(library)
    window.shell.add_folders((Path(window.pane.model.rows[1].path),))
    wizard = opened(window)
    press(qtbot, wizard, NEXT)
    looked(qtbot, wizard)
    assert wizard.found_page.stage.text() == "Everything is in the library already."
    assert "8 videos are in the library already" in wizard.found_page.skipped.text()
    assert "1 file that could not be read before" in wizard.found_page.skipped.text()
    wizard.reject()
