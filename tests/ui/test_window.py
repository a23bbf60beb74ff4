"""Opening, closing, looks, and what loads when."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QProgressBar, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import REPOSITORY, write_clip
from tests.ui.conftest import LONG_MS, MakeWindow, drag_over, drop, files
from vhdesk import settings
from vhdesk.desk import Desk
from vhdesk.settings import Settings
from vhdesk.ui.app import run
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.theme import DARK, LIGHT, Tokens

HEAVY = ("torch", "torchvision", "openvino", "faiss", "pyqtgraph", "av", "sqlite_utils")


@pytest.fixture
def window(make_window: MakeWindow, library: Path) -> MainWindow:
    """A window on the library of the eight clips."""
    return make_window(library)


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A file that is no library."""
    path = tmp_path / "damaged.vhdesk"
    path.write_bytes(b"no database at all, but long enough to be one" * 100)
    return path


def test_first_start_is_one_drop_target_with_two_ways_in(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(tmp_path / "new.vhdesk")
    assert window.start.isVisible()
    assert window.start.page.first_button.text() == "Add a folder of videos"
    assert window.start.page.second_button.text() == "Try the sample library"


def test_a_damaged_library_takes_the_whole_page(
    qtbot: QtBot, make_window: MakeWindow, damaged: Path, tmp_path: Path
) -> None:
    window = make_window(damaged, wait=False)
    qtbot.waitUntil(window.trouble.isVisible, timeout=LONG_MS)
    assert window.pages.currentWidget() is window.trouble
    assert "damaged" in window.trouble.sentence.text()
    assert [b.text() for b in window.trouble.buttons] == [
        "Rebuild what can be read",
        "Choose another library…",
        "Try again",
    ]
    assert not window.menus.add_folder.isEnabled()
    assert not drag_over(window, files(tmp_path))
    window.use_library(tmp_path / "other.vhdesk")
    qtbot.waitUntil(lambda: window.library_open, timeout=LONG_MS)
    assert window.start.isVisible()


def test_try_again_opens_a_library_that_was_mended(
    qtbot: QtBot, make_window: MakeWindow, damaged: Path, tmp_path: Path
) -> None:
    window = make_window(damaged, wait=False)
    qtbot.waitUntil(window.trouble.isVisible, timeout=LONG_MS)
    damaged.unlink()
    qtbot.mouseClick(window.trouble.third_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.library_open, timeout=LONG_MS)


def test_a_file_of_which_nothing_can_be_read_stays_as_it_is(
    qtbot: QtBot, make_window: MakeWindow, damaged: Path
) -> None:
    before = damaged.read_bytes()
    window = make_window(damaged, wait=False)
    qtbot.waitUntil(window.trouble.isVisible, timeout=LONG_MS)
    qtbot.mouseClick(window.trouble.first_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.trouble.first_button.isEnabled(), timeout=LONG_MS)
    assert window.trouble.sentence.text()
    assert damaged.read_bytes() == before


def test_a_damaged_library_is_rebuilt_by_one_press(qtbot: QtBot, make_window: MakeWindow, library: Path) -> None:
    with library.open("r+b") as file:
        file.write(bytes(100))  # its header
    window = make_window(library, wait=False)
    qtbot.waitUntil(window.trouble.isVisible, timeout=LONG_MS)
    qtbot.mouseClick(window.trouble.first_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.library_open, timeout=LONG_MS)
    assert "The library was rebuilt" in window.status.message.text()
    answers: list[bool] = []
    window.searches.answered.connect(lambda: answers.append(True))
    window.search(Path(window.pane.model.rows[1].path) / "odd" / "clip3.mp4")
    qtbot.waitUntil(lambda: window.settled, timeout=LONG_MS)
    assert answers == [True]
    assert window.pane.model.rows[0].count == 8


def test_what_was_set_aside_is_told_and_can_be_searched(
    qtbot: QtBot, make_window: MakeWindow, library: Path, tmp_path: Path
) -> None:
    write_clip(tmp_path / "night" / "black.mp4", frames=30, gain=0.0)
    with Desk(library) as desk:
        desk.open()
        desk.index([tmp_path / "night"])
    window = make_window(library)
    assert "1 set aside" in window.status.counts.text()
    assert "1 dark stretch" in window.status.counts.toolTip()
    window.search(tmp_path / "night" / "black.mp4")
    qtbot.waitUntil(lambda: window.settled, timeout=LONG_MS)
    names = [Path(result.path).name for result in window.query.model.results]
    assert "black.mp4" not in names
    window.menus.set_aside.trigger()
    qtbot.waitUntil(lambda: window.settled, timeout=LONG_MS)
    assert Path(window.query.model.results[0].path).name == "black.mp4"
    assert settings.load().search.set_aside


def test_close_twice(window: MainWindow) -> None:
    assert window.close()
    assert window.threads_ended
    assert window.close()


def test_close_before_the_first_paint(make_window: MakeWindow, library: Path) -> None:
    window = make_window(library, wait=False)
    assert window.close()
    QApplication.processEvents()
    assert not window.library_open


def test_close_while_searching(qtbot: QtBot, window: MainWindow, clip_folder: Path) -> None:
    drop(window, files(clip_folder / "odd" / "clip1.mp4"))
    assert window.close()
    assert window.threads_ended


def test_the_look_changes_and_is_kept(window: MainWindow) -> None:
    window.menus.themes["light"].trigger()
    assert window.theme.tokens is LIGHT
    assert settings.load().window.theme == "light"
    window.menus.themes["dark"].trigger()
    assert window.theme.tokens is DARK
    assert window.desk.settings.window.theme == "dark"


def test_about_names_version_and_licence(qtbot: QtBot, window: MainWindow) -> None:
    window.shell.show_about()
    assert window.shell.about_box is not None
    assert "Apache" in window.shell.about_box.informativeText()
    window.shell.about_box.close()


def test_every_control_has_a_name(qtbot: QtBot, window: MainWindow, clip_folder: Path) -> None:
    drop(window, files(clip_folder / "odd" / "clip1.mp4"))
    qtbot.waitUntil(lambda: not window.searching, timeout=LONG_MS)
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QListView, QTableView, QProgressBar)
    # Menu bars and scroll areas carry buttons of Qt's own.
    nameless = [
        widget
        for kind in kinds
        for widget in window.findChildren(kind)
        if not widget.accessibleName() and widget.isVisibleTo(window) and not widget.objectName().startswith("qt_")
    ]
    assert not nameless


def luminance(colour: str) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(colour).getRgbF()]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
def test_text_has_the_contrast_that_wcag_aa_asks(tokens: Tokens) -> None:
    grounds = ("background", "panel", "card", "hover", "selected")
    for ground in grounds:
        for text in ("text", "dim", "warn"):
            assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5, (text, ground)
        for mark in ("accent", "good"):
            assert contrast(getattr(tokens, mark), getattr(tokens, ground)) >= 3, (mark, ground)
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.text, tokens.selected) >= 4.5


def test_nothing_heavy_is_loaded_at_the_first_paint(tmp_path: Path) -> None:
    script = f"""
import sys
from pathlib import Path
import PySide6.QtWidgets
by_qt = "numpy" in sys.modules
from vhdesk.desk import Desk
from vhdesk.ui import app, main_window
def look(self):
    heavy = [name for name in {HEAVY!r} if name in sys.modules]
    if "numpy" in sys.modules and not by_qt:
        heavy.append("numpy")
    print("heavy:", heavy)
    self.close()
main_window.MainWindow._open_library = look
raise SystemExit(app.run(Desk(Path({str(tmp_path / "new.vhdesk")!r}))))
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=REPOSITORY,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "heavy: []" in done.stdout


def test_run_takes_a_picture_of_the_results_and_quits(
    qapp: QApplication, library: Path, clip_folder: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "window.png"
    with Desk(library, Settings()) as desk:
        code = run(desk, query=clip_folder / "odd" / "clip1.mp4", screenshot=picture, quit_when_shown=True)
    assert code == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
