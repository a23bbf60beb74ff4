"""The log view and diagnostics."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LONG_MS, MakeWindow
from vhdesk.settings import Settings
from vhdesk.ui import log_tail
from vhdesk.ui.diagnostics import report
from vhdesk.ui.log_tail import Line, LogTail
from vhdesk.ui.log_view import LogDock
from vhdesk.ui.main_window import MainWindow

log = logging.getLogger("vhdesk.test")


@pytest.fixture(autouse=True)
def tail() -> Iterator[LogTail]:
    """The tail of this process, empty; gone afterwards."""
    made = log_tail.install()
    made.clear()
    yield made
    logging.getLogger().removeHandler(made)


@pytest.fixture
def window(make_window: MakeWindow, library: Path) -> MainWindow:
    return make_window(library)


@pytest.fixture
def dock(window: MainWindow, tail: LogTail) -> LogDock:
    tail.clear()
    window.shell.show_log()
    assert window.shell.log_dock is not None
    return window.shell.log_dock


def texts(dock: LogDock) -> list[str]:
    return [line.text for line in dock.model.lines]


def test_there_is_one_tail_and_it_is_bounded() -> None:
    assert log_tail.install() is log_tail.install()
    small = LogTail(kept=3)
    for number in range(5):
        small.handle(logging.makeLogRecord({"msg": str(number), "levelno": logging.INFO}))
    assert [line.text for line in small.after(-1)] == ["2", "3", "4"]
    assert [line.text for line in small.after(3)] == ["4"]


def test_lines_of_any_thread_come_while_it_is_open(qtbot: QtBot, dock: LogDock) -> None:
    assert dock.nothing.text() == "Nothing was logged yet."
    thread = threading.Thread(target=log.info, args=("from a thread",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: texts(dock) == ["from a thread"], timeout=LONG_MS)
    assert dock.table.isVisible()


def test_levels_and_words_narrow_it_down(qtbot: QtBot, dock: LogDock) -> None:
    log.info("a note")
    log.warning("a warning of ours")
    log.error("an error")
    dock.look()
    assert [dock.model.index(row, 1).data() for row in range(3)] == ["Note", "Warning", "Error"]
    assert dock.model.index(0, 1).data(Qt.ItemDataRole.DecorationRole) is None
    assert dock.model.index(1, 1).data(Qt.ItemDataRole.DecorationRole) is not None
    dock.level.setCurrentIndex(dock.level.findData(logging.WARNING))
    assert texts(dock) == ["a warning of ours", "an error"]
    qtbot.keyClicks(dock.search, "OURS")
    assert texts(dock) == ["a warning of ours"]
    log.warning("ours again")
    dock.look()
    assert texts(dock) == ["a warning of ours", "ours again"]
    dock.search.setText("nowhere")
    assert dock.nothing.text() == "No line of the log is like that."
    assert not dock.table.isVisible()


def test_lines_are_copied(qtbot: QtBot, dock: LogDock) -> None:
    log.warning("first")
    log.warning("second")
    dock.look()
    qtbot.mouseClick(dock.copy_button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split(" ", 1)[1] for line in lines] == ["WARNING vhdesk.test: first", "WARNING vhdesk.test: second"]
    dock.table.selectRow(1)
    qtbot.keyClick(dock.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "first" not in QGuiApplication.clipboard().text()


def test_it_stops_looking_when_it_is_closed(dock: LogDock) -> None:
    assert dock._timer.isActive()
    dock.close()
    assert not dock._timer.isActive()


def test_diagnostics_hold_no_name_of_a_file_unless_asked(qtbot: QtBot, window: MainWindow, library: Path) -> None:
    log.warning("%s could not be read", library)
    window.shell.preferences.set("search", "top", 7)
    window.shell.show_diagnostics()
    dialog = window.shell.diagnostics
    assert dialog is not None
    assert not dialog.copy_button.isEnabled()
    qtbot.waitUntil(dialog.copy_button.isEnabled, timeout=LONG_MS)
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert "vhdesk:" in text
    assert "search.top = 7" in text
    assert "WARNING vhdesk.test: 1" in text
    assert str(library.parent) not in text
    dialog.names.setChecked(True)
    assert not dialog.copied.text()
    dialog.copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert f"{library} could not be read" in text
    dialog.close_button.click()
    assert window.shell.diagnostics is None


def test_a_report_of_nothing_says_so() -> None:
    text = report({"a": {"b": [1, 2]}, "folders": {"library": "/x"}}, Settings(), [], names=False)
    assert "a:\n  b: 1, 2" in text
    assert "/x" not in text
    assert "  none" in text
    assert "  empty" in text
    line = Line(0, 0.0, logging.ERROR, "vhdesk.a", "about /x")
    assert "/x" not in report({}, Settings(), [line], names=False)
    assert "about /x" in report({}, Settings(), [line], names=True)
