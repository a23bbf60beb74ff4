"""The settings beside the work: generated, searchable, applied at once."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LONG_MS, MakeWindow, drop, files
from vhdesk import settings
from vhdesk.desk import Desk
from vhdesk.settings import GROUPS, Settings, option
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.preferences import Preferences
from vhdesk.ui.setting_row import NumberField, SettingRow
from vhdesk.ui.settings_dock import SettingsDock


@pytest.fixture
def window(make_window: MakeWindow, library: Path) -> MainWindow:
    return make_window(library)


@pytest.fixture
def dock(window: MainWindow) -> SettingsDock:
    window.menus.settings.trigger()
    assert window.shell.settings_dock is not None
    return window.shell.settings_dock


def enter(qtbot: QtBot, row: SettingRow, text: str) -> None:
    assert isinstance(row.editor, NumberField)
    row.editor.selectAll()
    qtbot.keyClicks(row.editor, text)
    qtbot.keyClick(row.editor, Qt.Key.Key_Return)


def test_every_setting_has_a_row_with_title_help_and_effect(dock: SettingsDock) -> None:
    expected = {f"{group}.{item.name}" for group, kind in GROUPS.items() for item in dataclasses.fields(kind)}
    assert set(dock.rows) == expected
    for row in dock.rows.values():
        assert row.title
        assert row.help in row.editor.accessibleDescription()
        assert row.badge.text() in {"at once", "re-rank", "re-index", "restart"}


def test_typing_searches_as_soon_as_it_is_open(window: MainWindow, dock: SettingsDock) -> None:
    assert window.focusWidget() is dock.search
    window.menus.settings.trigger()
    assert not dock.isVisible()
    window.menus.settings.trigger()
    assert window.focusWidget() is dock.search


def test_a_number_is_changed_saved_marked_and_reset(qtbot: QtBot, window: MainWindow, dock: SettingsDock) -> None:
    row = dock.reveal("search.top")
    assert row.mark.isVisible()
    enter(qtbot, row, "7")
    assert window.desk.settings.search.top == 7
    assert settings.load().search.top == 7
    assert not row.mark.isVisible()
    assert row.default.text() == "Changed; the default is 100"
    qtbot.mouseClick(row.reset_button, Qt.MouseButton.LeftButton)
    assert settings.load().search.top == 100
    assert row.mark.isVisible()
    assert not row.reset_button.isVisible()


@pytest.mark.parametrize(("typed", "said"), [("0", "From 1 to 100,000"), ("many", "no number"), ("", "no number")])
def test_what_does_not_fit_is_said_in_place_and_not_taken(
    qtbot: QtBot, window: MainWindow, dock: SettingsDock, typed: str, said: str
) -> None:
    row = dock.reveal("search.top")
    row.editor.clear()  # type: ignore[attr-defined]
    qtbot.keyClicks(row.editor, typed)
    qtbot.keyClick(row.editor, Qt.Key.Key_Return)
    assert row.problem.isVisible()
    assert said in row.problem.text()
    assert "stays 100" in row.problem.text()
    assert window.desk.settings == Settings()
    enter(qtbot, row, "50")
    assert not row.problem.isVisible()
    assert window.desk.settings.search.top == 50


def test_arrow_keys_step_within_the_bounds(qtbot: QtBot, window: MainWindow, dock: SettingsDock) -> None:
    row = dock.reveal("indexing.workers")
    qtbot.keyClick(row.editor, Qt.Key.Key_Down)
    assert window.desk.settings.indexing.workers == 0
    qtbot.keyClick(row.editor, Qt.Key.Key_Up)
    assert window.desk.settings.indexing.workers == 1


def test_words_narrow_the_settings_down(qtbot: QtBot, dock: SettingsDock) -> None:
    qtbot.keyClicks(dock.search, "text size")
    assert [key for key, row in dock.rows.items() if row.isVisible()] == ["window.font_percent"]
    dock.search.setText("restart")
    assert dock.rows["indexing.watch"].isVisible()
    assert not dock.rows["search.top"].isVisible()
    dock.search.setText("no such words")
    assert dock.nothing.isVisible()
    dock.search.clear()
    assert all(row.isVisible() for row in dock.rows.values())


def test_a_search_setting_is_applied_to_what_is_on_the_screen(
    qtbot: QtBot, window: MainWindow, dock: SettingsDock, clip_folder: Path
) -> None:
    drop(window, files(clip_folder / "odd" / "clip1.mp4"))
    qtbot.waitUntil(lambda: not window.searching, timeout=LONG_MS)
    assert len(window.query.model.results) > 3
    enter(qtbot, dock.reveal("search.top"), "3")
    qtbot.waitUntil(lambda: not window.searching and len(window.query.model.results) == 3, timeout=LONG_MS)
    box = dock.reveal("search.bits").editor
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(256))
    box.activated.emit(box.currentIndex())
    assert window.query.header.bits_button(256).isChecked()
    qtbot.waitUntil(lambda: not window.searching, timeout=LONG_MS)
    qtbot.mouseClick(window.query.header.bits_button(32), Qt.MouseButton.LeftButton)
    assert box.currentData() == 32
    qtbot.waitUntil(lambda: not window.searching, timeout=LONG_MS)


def test_theme_and_text_size_are_seen_at_once(qtbot: QtBot, window: MainWindow, dock: SettingsDock) -> None:
    before = window.pane.add_button.fontMetrics().height()
    box = dock.reveal("window.theme").editor
    assert isinstance(box, QComboBox)
    box.activated.emit(box.findData("dark"))
    assert window.theme.dark
    assert window.menus.themes["dark"].isChecked()
    enter(qtbot, dock.reveal("window.font_percent"), "200")
    assert window.pane.add_button.fontMetrics().height() == pytest.approx(2 * before, abs=2)
    enter(qtbot, dock.reveal("window.font_percent"), "100")
    assert window.pane.add_button.fontMetrics().height() == before


def test_changes_that_need_indexing_offer_it(qtbot: QtBot, window: MainWindow, dock: SettingsDock) -> None:
    assert not dock.reindex.isVisible()
    enter(qtbot, dock.reveal("indexing.segment_ms"), "9000")
    assert dock.reindex.isVisible()
    assert not dock.restart.isVisible()
    qtbot.mouseClick(dock.reindex.button, Qt.MouseButton.LeftButton)
    assert window.control.running
    assert not dock.reindex.isVisible()
    qtbot.waitUntil(lambda: not window.control.running, timeout=LONG_MS)


def test_changes_that_need_a_restart_offer_it(qtbot: QtBot, window: MainWindow, dock: SettingsDock) -> None:
    box = dock.reveal("indexing.watch").editor
    assert isinstance(box, QCheckBox)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert window.desk.settings.indexing.watch is False
    assert dock.restart.isVisible()
    qtbot.mouseClick(dock.restart.button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert window.shell.open_again


def test_a_restart_that_is_not_wanted_after_all_is_forgotten(
    qtbot: QtBot, window: MainWindow, dock: SettingsDock, many_clips: Path
) -> None:
    dock.reveal("indexing.watch").editor.setChecked(False)  # type: ignore[attr-defined]
    window.add_folder(many_clips)
    dock.restart.button.click()
    assert window.closing_box is not None
    qtbot.mouseClick(window.closing_box.keep_button, Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert not window.shell.open_again


def test_everything_is_reset_and_the_reset_undone(qtbot: QtBot, window: MainWindow, dock: SettingsDock) -> None:
    assert not dock.reset_button.isEnabled()
    enter(qtbot, dock.reveal("search.top"), "7")
    enter(qtbot, dock.reveal("indexing.quiet_s"), "9")
    qtbot.mouseClick(dock.reset_button, Qt.MouseButton.LeftButton)
    assert settings.load() == Settings()
    assert dock.reset_button.text() == "Undo the reset"
    qtbot.mouseClick(dock.reset_button, Qt.MouseButton.LeftButton)
    assert (settings.load().search.top, settings.load().indexing.quiet_s) == (7, 9)
    assert dock.rows["search.top"].editor.text() == "7"  # type: ignore[attr-defined]


def test_a_disk_that_cannot_be_written_is_told_and_the_change_stays(
    qtbot: QtBot, window: MainWindow, dock: SettingsDock, home: Path
) -> None:
    (home / "config").write_text("a file where the folder should be")
    enter(qtbot, dock.reveal("search.top"), "7")
    assert window.desk.settings.search.top == 7
    assert "could not be saved" in window.status.message.text()
    (home / "config").unlink()


def test_new_fields_appear_by_themselves(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fractions and free texts too, which no setting was when the dock was made."""

    @dataclasses.dataclass(frozen=True)
    class LaterSettings:
        share: float = option(0.5, "Share", "A share.", "rerank", low=0, high=1)
        name: str = option("", "Name", "A name.")

    extended = dataclasses.make_dataclass(
        "Extended", [("later", LaterSettings, dataclasses.field(default_factory=LaterSettings))],
        bases=(Settings,), frozen=True,
    )  # fmt: skip
    monkeypatch.setattr(settings, "GROUPS", {"later": LaterSettings})
    desk = Desk(tmp_path / "l.vhdesk", extended())
    preferences = Preferences(desk)
    owner = QWidget()
    qtbot.addWidget(owner)
    rows = {item.name: SettingRow(preferences, "later", item, owner) for item in dataclasses.fields(LaterSettings)}
    owner.show()
    enter(qtbot, rows["share"], "0.25")
    assert desk.settings.later.share == 0.25  # type: ignore[attr-defined]
    qtbot.keyClick(rows["share"].editor, Qt.Key.Key_Up)
    assert desk.settings.later.share == pytest.approx(0.26)  # type: ignore[attr-defined]
    enter(qtbot, rows["share"], "2")
    assert "From 0 to 1" in rows["share"].problem.text()
    qtbot.keyClicks(rows["name"].editor, "n")
    qtbot.keyClick(rows["name"].editor, Qt.Key.Key_Return)
    assert desk.settings.later.name == "n"  # type: ignore[attr-defined]
