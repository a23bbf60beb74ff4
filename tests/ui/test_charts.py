"""Charts: what they are drawn from, how they are read, what is written, what they say where nothing can be drawn."""

from __future__ import annotations

import csv
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.desk.test_models import another_system
from tests.ui.conftest import LONG_MS, MakeWindow
from vhdesk.desk import Desk, EvaluateOptions, IndexOptions
from vhdesk.settings import Settings
from vhdesk.ui.charts import data
from vhdesk.ui.charts.data import LineChart, MapChart
from vhdesk.ui.charts.dock import ChartsDock
from vhdesk.ui.charts.looks import DARK, LIGHT
from vhdesk.ui.main_window import MainWindow

SHOWN = Settings().replace("window", charts=True)


@pytest.fixture
def measured(labelled: Path) -> Path:
    """That library with a measurement of its codes of 64 bits."""
    with Desk(labelled, Settings(), remember=False) as desk:
        desk.open()
        desk.calibrate()
    return labelled


def loaded(qtbot: QtBot, make_window: MakeWindow, library: Path) -> tuple[MainWindow, ChartsDock]:
    window = make_window(library, SHOWN)
    dock = window.shell.tuning.charts.dock
    assert dock is not None
    qtbot.waitUntil(lambda: dock.plot is not None and window.shell.tuning.known is not None, timeout=LONG_MS)
    return window, dock


def choose(dock: ChartsDock, key: str) -> None:
    dock.chooser.setCurrentIndex(dock.chooser.findData(key))


def test_pyqtgraph_is_loaded_when_charts_are_first_shown(tmp_path: Path) -> None:
    code = "import sys, vhdesk.ui.main_window; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_quality_is_measured_from_the_dock_and_drawn(
    qtbot: QtBot, make_window: MakeWindow, labelled: Path, tmp_path: Path
) -> None:
    window, dock = loaded(qtbot, make_window, labelled)
    assert "8 labelled" in dock.message.text()
    assert dock.chart is None
    assert not dock.export_button.isEnabled()
    with qtbot.waitSignal(window.shell.measuring.ended, timeout=LONG_MS):
        qtbot.mouseClick(dock.action, Qt.MouseButton.LeftButton)
        assert dock.progress.isVisible()
    assert not dock.progress.isVisible()
    found = window.shell.tuning.charts.evaluation
    assert found is not None
    chart = dock.chart
    assert isinstance(chart, LineChart)
    own = next(score for score in found.scores if score.bits == 64 and not score.control and score.mask_ratio is None)
    assert chart.series[0].points == tuple((float(n), value) for n, value in own.precision_at)
    names = [line.name for line in chart.series]
    assert len(set(names)) == len(names)
    for key in ("pr_curve", "map_by_bits"):
        choose(dock, key)
        assert isinstance(dock.chart, LineChart)
        assert dock.chart.key == key
    lengths = [x for x, _ in dock.chart.series[0].points]
    assert lengths == [16, 32, 64, 128, 256, 512]
    for (_, value), (low, high) in zip(dock.chart.series[0].points, dock.chart.series[0].band, strict=True):
        assert low <= value <= high
    window.shell.preferences.set("search", "bits", 128)
    assert dock.chart.marker == 128


def test_systems_that_encoded_the_library_are_drawn_over_each_other(
    qtbot: QtBot, make_window: MakeWindow, labelled: Path, labelled_videos: Path
) -> None:
    another_system()
    with Desk(labelled, Settings(), system="mine", remember=False) as desk:
        desk.open()
        desk.index([labelled_videos], IndexOptions(label_from_folder=True))
    window, dock = loaded(qtbot, make_window, labelled)
    with qtbot.waitSignal(window.shell.measuring.ended, timeout=LONG_MS):
        qtbot.mouseClick(dock.action, Qt.MouseButton.LeftButton)
    assert isinstance(dock.chart, LineChart)
    names = [line.name for line in dock.chart.series]
    assert len(set(names)) == len(names)
    shown = {line.name for line in dock.chart.series if line.shown}
    assert shown == {
        *("desk, 64 bits", "mine, 64 bits"),
        *("without hashing, desk", "without hashing, mine", "chance"),
    }
    choose(dock, "map_by_bits")
    assert {"desk", "mine"} <= {line.name for line in dock.chart.series if line.shown}


def test_masks_and_re_ranking_are_drawn_from_what_is_stored(
    qtbot: QtBot, make_window: MakeWindow, measured: Path
) -> None:
    window, dock = loaded(qtbot, make_window, measured)
    known = window.shell.tuning.known
    assert known is not None
    choose(dock, "map_by_mask")
    chart = dock.chart
    assert isinstance(chart, LineChart)
    assert chart.series[0].points == tuple((point.ratio, point.map) for point in known.calibrations[64].masks)
    assert sum(line.control for line in chart.series) == 3
    choose(dock, "par")
    chart = dock.chart
    assert isinstance(chart, LineChart)
    assert chart.marker == 0.15
    window.shell.preferences.set("search", "par", False)
    chart = dock.chart
    assert isinstance(chart, LineChart)
    assert chart.marker is None
    precision = dict(chart.series[0].points)
    assert precision[0.5] == known.calibrations[64].expected(100, 0.5).precision
    window.shell.preferences.set("search", "bits", 16)
    qtbot.waitUntil(lambda: window.shell.tuning.known.bits == 16, timeout=LONG_MS)
    assert dock.chart is None
    assert "16 bits are not measured" in dock.message.text()


def test_bits_and_categories(qtbot: QtBot, make_window: MakeWindow, labelled: Path) -> None:
    window, dock = loaded(qtbot, make_window, labelled)
    choose(dock, "category_bits")
    chart = dock.chart
    assert isinstance(chart, MapChart)
    assert chart.bits.names == ("garden", "street")
    assert all(sorted(row) == list(range(1, 65)) for row in chart.bits.places)
    assert chart.kept == 64
    window.shell.preferences.set("search", "mask_ratio", 0.25)
    assert dock.chart.kept == 16
    assert dock.plot is not None
    bit = chart.bits.places[1].index(1)
    box = dock.plot.view.getViewBox()
    dock.plot._on_mouse(box.mapViewToScene(QPointF(bit + 0.5, 1.5)))
    assert dock.reading.text() == f"street, bit {bit}: place 1 of 64, counts"
    assert not dock.legend.isVisible()


def test_points_are_read_by_mouse_and_keyboard(qtbot: QtBot, make_window: MakeWindow, measured: Path) -> None:
    _, dock = loaded(qtbot, make_window, measured)
    choose(dock, "map_by_mask")
    plot, chart = dock.plot, dock.chart
    assert plot is not None
    assert isinstance(chart, LineChart)
    x, y = chart.series[0].points[4]
    where = plot.view.getViewBox().mapViewToScene(QPointF(x, y))
    plot._on_mouse(where)
    assert f"{y:.2f}".lstrip("0") in dock.reading.text()
    assert "95 %" in dock.reading.text()
    assert plot.accessibleDescription() == dock.reading.text()
    plot._on_mouse(QPointF(-50, -50))
    assert dock.reading.text() == ""
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    first = dock.reading.text()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert first
    assert dock.reading.text() != first
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert dock.reading.text().startswith(chart.series[plot.visible[1]].name)


def test_lines_are_ticked_and_stay_ticked(qtbot: QtBot, make_window: MakeWindow, measured: Path) -> None:
    _, dock = loaded(qtbot, make_window, measured)
    choose(dock, "par")
    plot = dock.plot
    assert plot is not None
    hidden = next(place for place in range(len(dock.chart.series)) if place not in plot.visible)
    dock.legend.item(hidden).setCheckState(Qt.CheckState.Checked)
    assert hidden in plot.visible
    dock.legend.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert 0 not in plot.visible
    choose(dock, "map_by_mask")
    choose(dock, "par")
    assert hidden in plot.visible
    assert 0 not in plot.visible


def test_a_chart_is_written_as_picture_drawing_and_table(
    qtbot: QtBot, make_window: MakeWindow, measured: Path, tmp_path: Path
) -> None:
    window, dock = loaded(qtbot, make_window, measured)
    control = window.shell.tuning.charts
    choose(dock, "map_by_mask")
    for kind in ("png", "svg", "csv"):
        with qtbot.waitSignal(control.said, timeout=LONG_MS):
            control.export_to(tmp_path / f"chart.{kind}", kind)
    picture = QImage(str(tmp_path / "chart.png"))
    assert picture.width() == 1600
    text = "".join(ET.parse(tmp_path / "chart.svg").getroot().itertext())
    assert "mAP by category mask" in text
    rows = list(csv.reader((tmp_path / "chart.csv").read_text("utf-8").splitlines()))
    chart = dock.chart
    assert isinstance(chart, LineChart)
    assert rows[0] == ["series", "mask_ratio", "map", "low", "high"]
    assert len(rows) == 1 + sum(len(line.points) for line in chart.series)
    assert float(rows[1][2]) == pytest.approx(chart.series[0].points[0][1], abs=1e-6)
    with qtbot.waitSignal(window.results.said, timeout=LONG_MS):
        control.export_to(tmp_path / "nowhere" / "chart.csv", "csv")
    assert "cannot be written" in window.status.message.text()


def test_too_few_labels_say_how_to_get_them(qtbot: QtBot, make_window: MakeWindow, library: Path) -> None:
    window, dock = loaded(qtbot, make_window, library)
    for index in range(dock.chooser.count()):
        dock.chooser.setCurrentIndex(index)
        if dock.key == "category_bits" and window.shell.tuning.known.categories is not None:
            continue
        assert "one folder per kind" in dock.message.text(), dock.key
    dock.chooser.setCurrentIndex(0)
    qtbot.mouseClick(dock.action, Qt.MouseButton.LeftButton)
    assert window.shell.wizard is not None


def test_a_measurement_is_cancelled_from_the_dock(qtbot: QtBot, make_window: MakeWindow, labelled: Path) -> None:
    window, dock = loaded(qtbot, make_window, labelled)
    with qtbot.waitSignal(window.shell.measuring.ended, timeout=LONG_MS):
        qtbot.mouseClick(dock.action, Qt.MouseButton.LeftButton)
        tune = window.shell.tuning.dock
        assert tune is not None
        assert not tune.expectation.measure_button.isEnabled(), "one measurement at a time"
        qtbot.mouseClick(dock.progress.cancel_button, Qt.MouseButton.LeftButton)
    assert dock.chart is None
    assert dock.action.isVisible()
    assert tune.expectation.measure_button.isEnabled()


def test_the_docks_are_closed_and_remembered(qtbot: QtBot, make_window: MakeWindow, labelled: Path) -> None:
    window, dock = loaded(qtbot, make_window, labelled)
    assert window.menus.charts.isChecked()
    dock.close()
    assert not window.menus.charts.isChecked()
    assert not window.desk.settings.window.charts
    window.menus.charts.trigger()
    assert dock.isVisible()


def test_another_look_redraws(qtbot: QtBot, make_window: MakeWindow, measured: Path) -> None:
    window, dock = loaded(qtbot, make_window, measured)
    choose(dock, "map_by_mask")
    assert dock.plot is not None
    light = dock.plot.looks[0].colour.name()
    window.shell.preferences.set("window", "theme", "dark")
    assert (light, dock.plot.looks[0].colour.name()) == (LIGHT[0], DARK[0])
    dock.plot.grab()


def test_every_score_of_an_evaluation_has_a_line(labelled: Path) -> None:
    with Desk(labelled, Settings(), remember=False) as desk:
        desk.open()
        found = desk.evaluate(EvaluateOptions(bits=(16, 64)))
    chart = data.precision_at(found, 64)
    assert len(chart.series) == len(found.scores)
    shown = {line.name for line in chart.series if line.shown}
    assert shown == {"desk, 64 bits", "without hashing", "chance"}
    by_bits = data.map_by_bits(found, 64)
    flat = next(line for line in by_bits.series if line.name == "chance")
    assert [x for x, _ in flat.points] == [16, 64]
