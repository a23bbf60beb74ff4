"""Every page of the window, one after the other, for tests that look at all of them."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LONG_MS
from tests.ui.copies import made_up
from tests.ui.tool_states import models, training
from vhdesk.ui.charts.data import LineChart, Series
from vhdesk.ui.duplicates.arrangement import Wish, arrange
from vhdesk.ui.duplicates.worker import Grouped
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.measuring import SETTINGS, MeasureNews
from vhdesk.ui.workers import Problem

Page = tuple[str, QWidget]


def pages(qtbot: QtBot, window: MainWindow, clip: Path) -> Iterator[Page]:
    """Name and widget of each page as it is shown; the next one replaces it."""
    visits = (_start_and_work, _dialogs, _wizard, _docks, _tune_and_charts, _copies, models, training, _troubles)
    for visit in visits:
        yield from visit(qtbot, window, clip)


def _until(qtbot: QtBot, so: Callable[[], bool]) -> None:
    qtbot.waitUntil(so, timeout=LONG_MS)


def _start_and_work(qtbot: QtBot, window: MainWindow, clip: Path) -> Iterator[Page]:
    window.pages.setCurrentWidget(window.start)
    yield "start", window
    window.pages.setCurrentWidget(window.work)
    yield "idle", window
    window.search(clip)
    yield "searching", window
    _until(qtbot, lambda: not window.searching)
    window.pane.indexing.begin("Holidays")
    window.pane.indexing.show()
    yield "results", window
    window.pane.indexing.hide()
    window.search(clip.parent / "nothing.mp4")
    _until(qtbot, lambda: not window.searching)
    yield "query problem", window


def _dialogs(qtbot: QtBot, window: MainWindow, _clip: Path) -> Iterator[Page]:
    window.ask_failures()
    _until(qtbot, lambda: window.failures_dialog is not None)
    assert window.failures_dialog is not None
    yield "failures", window.failures_dialog
    window.failures_dialog.close()
    window.shell.show_about()
    assert window.shell.about_box is not None
    yield "about", window.shell.about_box
    window.shell.about_box.close()
    window.shell.show_diagnostics()
    dialog = window.shell.diagnostics
    assert dialog is not None
    _until(qtbot, dialog.copy_button.isEnabled)
    yield "diagnostics", dialog
    dialog.close()


def _wizard(qtbot: QtBot, window: MainWindow, clip: Path) -> Iterator[Page]:
    window.shell.add_folders()
    wizard = window.shell.wizard
    assert wizard is not None
    yield "wizard, no folder", wizard
    wizard.take((clip.parent.parent, clip.parent))
    yield "wizard, folders", wizard
    wizard.next()
    yield "wizard, looking", wizard
    _until(qtbot, lambda: wizard.found_page.survey is not None)
    yield "wizard, found", wizard
    wizard.next()
    yield "wizard, options", wizard
    _until(qtbot, lambda: wizard.options_page.device_bar.isHidden())
    yield "wizard, device", wizard
    wizard.reject()


def _docks(qtbot: QtBot, window: MainWindow, _clip: Path) -> Iterator[Page]:
    window.shell.show_settings()
    dock = window.shell.settings_dock
    assert dock is not None
    yield "settings", window
    preferences = window.shell.preferences
    preferences.set("indexing", "segment_ms", 9000)
    preferences.set("indexing", "watch", False)
    row = dock.reveal("search.top")
    row.editor.setText("0")  # type: ignore[attr-defined]
    row.editor.entered.emit()  # type: ignore[attr-defined]
    yield "settings, changed", window
    dock.search.setText("no such words")
    yield "settings, nothing", window
    dock.close()
    window.shell.show_log()
    assert window.shell.log_dock is not None
    logging.getLogger("vhdesk.test").error("An error.")
    window.shell.log_dock.look()
    yield "log", window
    window.shell.log_dock.search.setText("no such words")
    yield "log, nothing", window
    window.shell.log_dock.close()


def _copies(qtbot: QtBot, window: MainWindow, _clip: Path) -> Iterator[Page]:
    control = window.shell.duplicates
    window.menus.duplicates.trigger()
    page = control.page
    assert page is not None
    if control.request is None:
        page.search_asked.emit()
    yield "copies, looking", window
    _until(qtbot, lambda: control.found is not None and not page.searching.isVisible())
    yield "copies, none", window
    found = control.found
    assert found is not None
    near = made_up(12, copies=3)
    page.show_found(dataclasses.replace(found, near=near, gone=2))
    listing = arrange(near, page.filters.wish)
    page.show_grouped(Grouped(0, listing, spoken=3))
    page.show_stale()
    page.model.mark(listing.tiles[1:3], True)
    yield "copies", window
    page.filters.wish = Wish(text="no such words")
    page.show_grouped(Grouped(0, arrange(near, page.filters.wish), spoken=0))
    yield "copies, filtered out", window
    page.filters.wish = Wish()
    page.show_stopped()
    yield "copies, stopped", window
    page.show_problem("The library cannot be read. Check its disk.")
    yield "copies, problem", window
    control.leave()


def _tune_and_charts(qtbot: QtBot, window: MainWindow, _clip: Path) -> Iterator[Page]:
    preferences, tuning = window.shell.preferences, window.shell.tuning
    preferences.set("window", "tune", True)
    preferences.set("window", "charts", True)
    tune, charts = tuning.dock, tuning.charts.dock
    assert tune is not None
    assert charts is not None
    _until(qtbot, lambda: charts.plot is not None and tuning.known is not None)
    yield "charts, no labels", window
    tune.show_measuring(SETTINGS)
    tune.expectation.progress.show_news(MeasureNews("re-ranking", 3, 12))
    tune.expectation.show_problem("The labels have changed since.")
    charts.progress.begin()
    charts.chooser.setCurrentIndex(charts.chooser.findData("category_bits"))
    yield "charts, measuring", window
    tune.show_measuring(None)
    charts.progress.hide()
    chart = LineChart("par", "Re-ranking", "cosine", "precision", "x", "y", (Series("desk", ((0.1, 0.4), (0.9, 0.8))),))
    charts.show_chart(chart, again=True)
    yield "charts, lines", window
    tuning.charts.refresh()
    preferences.set("window", "charts", False)


def _troubles(_qtbot: QtBot, window: MainWindow, _clip: Path) -> Iterator[Page]:
    window.trouble.show_problem(Problem("The library is damaged. Rebuild it, or choose another one.", damaged=True))
    window.pages.setCurrentWidget(window.trouble)
    yield "trouble", window
    window.trouble.show_rebuilding()
    yield "rebuilding", window
    window.pages.setCurrentWidget(window.work)
