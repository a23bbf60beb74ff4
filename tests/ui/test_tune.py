"""The sliders beside the results: what they set, what they show of the answer and of the labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LONG_MS, MakeWindow
from vhdesk import settings as settings_module
from vhdesk.desk import Desk
from vhdesk.library.notes import Notes
from vhdesk.settings import Settings
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.presets import CUSTOM, PRESETS, preset_of
from vhdesk.ui.tune_dock import TuneDock

BY_KEY = Qt.Key.Key_Left


@pytest.fixture
def window(qtbot: QtBot, make_window: MakeWindow, labelled: Path) -> MainWindow:
    made = make_window(labelled)
    qtbot.waitUntil(lambda: made.shell.tuning.known is not None, timeout=LONG_MS)
    return made


@pytest.fixture
def query(labelled_videos: Path) -> Path:
    return labelled_videos / "street" / "2.mp4"


def dock_of(window: MainWindow) -> TuneDock:
    dock = window.shell.tuning.dock
    assert dock is not None
    return dock


def searched(qtbot: QtBot, window: MainWindow, query: Path) -> None:
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        window.search(query)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.tuning.waiting and not window.searching, timeout=LONG_MS)


def test_the_panel_stands_beside_work_and_not_beside_the_first_start(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, labelled: Path
) -> None:
    fresh = make_window(tmp_path / "new.vhdesk")
    assert fresh.shell.tuning.dock is None
    window = make_window(labelled)
    dock = dock_of(window)
    assert dock.isVisible()
    assert window.menus.tune.isChecked()
    dock.close()
    assert not settings_module.load().window.tune
    assert not window.menus.tune.isChecked()
    window.menus.tune.trigger()
    assert dock.isVisible()
    window.menus.settings.trigger()
    assert not dock.isVisible(), "one dock at the right at a time"
    window.menus.settings.trigger()
    assert dock.isVisible()


def test_a_moved_slider_searches_again_and_is_kept(qtbot: QtBot, window: MainWindow, query: Path) -> None:
    searched(qtbot, window, query)
    dock = dock_of(window)
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        qtbot.keyClick(dock.bits.slider, BY_KEY)
    assert window.query.response is not None
    assert window.query.response.bits == 32
    assert dock.bits.shown.text() == "32 bits"
    assert settings_module.load().search.bits == 32
    assert window.query.header.bits_button(32).isChecked()
    qtbot.mouseClick(dock.bits.reset_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert settings_module.load().search.bits == 64
    assert not dock.bits.reset_button.isVisible()


def test_a_dragged_slider_has_one_search_under_way_and_the_last_value_wins(
    qtbot: QtBot, window: MainWindow, query: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched(qtbot, window, query)
    dock, jobs = dock_of(window), window._jobs
    assert jobs is not None
    asked: list[float] = []
    ask = jobs.ask_search

    def counted(path, options):
        asked.append(options.par_threshold)
        return ask(path, options)

    monkeypatch.setattr(jobs, "ask_search", counted)
    assert dock.par.isChecked()
    asked.clear()
    for place in range(40, 90):
        dock.closeness.slider.setValue(place)
    settle(qtbot, window)
    assert asked[-1] == 0.89
    assert len(asked) < 10, "moves while a search is under way are taken together"
    assert window.query.response is not None
    assert window.query.response.par is not None
    assert window.query.response.par.threshold == 0.89


def test_how_many_are_kept_and_what_happens_where_none_is(qtbot: QtBot, window: MainWindow, query: Path) -> None:
    searched(qtbot, window, query)
    dock = dock_of(window)
    assert dock.nearest.isVisible()
    dock.par.click()
    settle(qtbot, window)
    assert dock.kept.text() == "8 results"
    assert not dock.nearest.isVisible()
    dock.par.click()
    settle(qtbot, window)
    report = window.query.response.par
    assert report is not None
    assert dock.kept.text() == f"{report.kept} of 8 kept"
    assert not dock.kept_note.isVisible()
    dock.closeness.slider.setValue(100)
    settle(qtbot, window)
    assert dock.kept.text() == "0 of 8 kept"
    assert "all the same" in dock.kept_note.text()
    assert window.query.model.results


def test_a_preset_sets_all_sliders_and_a_departure_is_custom(qtbot: QtBot, window: MainWindow, query: Path) -> None:
    searched(qtbot, window, query)
    dock = dock_of(window)
    assert dock.presets.currentText() == "The same scene"
    dock.presets.setCurrentIndex(0)
    dock.presets.activated.emit(0)
    settle(qtbot, window)
    search = window.desk.settings.search
    assert (search.bits, search.par, search.par_k, search.par_threshold) == (256, True, 50, 0.7)
    assert dock.nearest.shown.text() == "50"
    dock.closeness.slider.setValue(90)
    settle(qtbot, window)
    assert dock.presets.currentText() == "Custom"
    qtbot.mouseClick(dock.reset_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert dock.presets.currentText() == "The same scene"
    assert window.desk.settings.search == Settings().search


def test_presets_are_told_apart() -> None:
    for masks in (True, False):
        for preset in PRESETS:
            search = Settings().replace("search", **preset.values(masks=masks)).search
            assert preset_of(search, masks=masks) == preset.name
    odd = Settings().replace("search", bits=16).search
    assert preset_of(odd, masks=True) == CUSTOM


def test_the_category_of_the_query_is_told(qtbot: QtBot, window: MainWindow, query: Path) -> None:
    searched(qtbot, window, query)
    dock = dock_of(window)
    assert dock.category_mask.slider.isEnabled()
    assert not dock.category.isVisible()
    window.shell.preferences.set("search", "mask_confidence", 0.0)
    settle(qtbot, window)
    dock.category_mask.slider.setValue(dock.category_mask.slider.maximum() - 4)
    settle(qtbot, window)
    assert window.query.response.mask_ratio == 0.8
    assert "street" in dock.category.text() or "garden" in dock.category.text()
    assert "51 of 64 bits count" in dock.category.text()
    window.shell.preferences.set("search", "mask_confidence", 1.0)
    settle(qtbot, window)
    assert "all bits count" in dock.category.text()


def test_precision_and_recall_are_measured_in_the_background(qtbot: QtBot, window: MainWindow) -> None:
    block = dock_of(window).expectation
    assert "not measured yet" in block.source.text()
    with qtbot.waitSignal(window.shell.measuring.ended, timeout=LONG_MS):
        qtbot.mouseClick(block.measure_button, Qt.MouseButton.LeftButton)
        assert block.progress.isVisible()
        assert not block.measure_button.isEnabled()
    qtbot.waitUntil(lambda: block.figures.isVisible(), timeout=LONG_MS)
    assert not block.progress.isVisible()
    found = window.desk.calibration(64)
    assert found is not None
    assert f"measured on {found.queries} of your videos" in block.source.text()
    expected = found.expected(100, 0.15)
    assert f"{expected.precision:.2f}".lstrip("0") in block.figures.text()
    before = block.figures.text()
    dock_of(window).closeness.slider.setValue(95)
    assert block.figures.text() != before, "the expectation follows the slider at once"
    assert block.measure_button.text() == "Measure again"


def test_a_measurement_is_cancelled(qtbot: QtBot, window: MainWindow) -> None:
    block = dock_of(window).expectation
    with qtbot.waitSignal(window.shell.measuring.ended, timeout=LONG_MS):
        qtbot.mouseClick(block.measure_button, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(block.progress.cancel_button, Qt.MouseButton.LeftButton)
        assert not block.progress.cancel_button.isEnabled()
    assert window.desk.calibration(64) is None
    assert not block.progress.isVisible()
    assert block.measure_button.isEnabled()
    assert "stopped" in window.status.message.text()


def test_changed_labels_make_a_measurement_stale(qtbot: QtBot, make_window: MakeWindow, labelled: Path) -> None:
    with Desk(labelled, Settings(), remember=False) as desk:
        desk.open()
        desk.calibrate()
        with desk._library.writer() as writer:
            writer._db.execute("UPDATE video SET label = 'square' WHERE path LIKE '%street%0.mp4'")
            writer._db.conn.commit()
    window = make_window(labelled)
    qtbot.waitUntil(lambda: window.shell.tuning.known is not None, timeout=LONG_MS)
    block = dock_of(window).expectation
    assert "have changed" in block.warning.text()
    assert block.warning.isVisible()


def test_without_labels_the_way_to_them_is_told(qtbot: QtBot, make_window: MakeWindow, library: Path) -> None:
    settings = Settings().replace("search", mask_ratio=0.5)
    window = make_window(library, settings)
    qtbot.waitUntil(lambda: window.shell.tuning.known is not None, timeout=LONG_MS)
    dock = dock_of(window)
    known = window.shell.tuning.known
    assert not known.measurable
    if known.categories is None:
        assert not dock.category_mask.slider.isEnabled()
        assert "one folder per kind" in dock.category_mask.hint.text()
        assert window.desk.settings.search.mask_ratio == 1.0
        assert not dock.learn_button.isVisible()
    assert "Labels from folder names" in dock.expectation.source.text()
    assert not dock.expectation.measure_button.isVisible()
    qtbot.mouseClick(dock.expectation.label_button, Qt.MouseButton.LeftButton)
    assert window.shell.wizard is not None


def test_categories_are_learned_from_the_panel(
    qtbot: QtBot, make_window: MakeWindow, labelled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Desk(labelled, Settings(), remember=False) as desk:
        desk.open()
        Notes(desk._library).store_categories(desk.system().fingerprint, [])
    monkeypatch.setattr("vhdesk.systems.desk.load_categories", lambda _card: {})  # a system that ships none
    window = make_window(labelled)
    qtbot.waitUntil(lambda: window.shell.tuning.known is not None, timeout=LONG_MS)
    dock = dock_of(window)
    assert not dock.category_mask.slider.isEnabled()
    qtbot.mouseClick(dock.learn_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dock.category_mask.slider.isEnabled, timeout=LONG_MS)
    assert not dock.learn_button.isVisible()


def test_closing_while_measuring_ends_it_and_keeps_the_last_value(qtbot: QtBot, window: MainWindow) -> None:
    dock = dock_of(window)
    qtbot.mouseClick(dock.expectation.measure_button, Qt.MouseButton.LeftButton)
    dock.bits.slider.setValue(0)
    dock.bits.slider.setValue(1)
    window.close()
    assert window.threads_ended
    assert settings_module.load().search.bits == 32
