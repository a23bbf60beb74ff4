"""The models and the training page in their states, for tests that look at all pages and for pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LONG_MS
from vhdesk.desk import Noted, Preparing, StepsDone, TrainReport, Validated
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.models.boxes import RemoveBox, UseBox
from vhdesk.ui.models.state import Fetching

Page = tuple[str, QWidget]

NAME = "r2plus1d_18"
METRICS = {"copies_64": 0.71, "map_64": 0.62, "map_256": 0.64, "map": 0.62, "p_at_5_64": 0.7, "map_float": 0.66}


def models(qtbot: QtBot, window: MainWindow, _clip: Path) -> Iterator[Page]:
    """The models page."""
    control = window.shell.tools.models
    window.shell.tools.show_models()
    page = control.page
    assert page is not None
    qtbot.waitUntil(lambda: control.state.models is not None, timeout=LONG_MS)
    page.select_system("desk")
    yield "models, a system", window
    page.select_weights(NAME)
    yield "models, weights", window
    control._get(NAME)
    assert control.box is not None
    yield "models, licence", control.box
    control.box.reject()
    control._tell(NAME, Fetching(False, 47_000_000, 126_000_000, 2_300_000.0))
    yield "models, downloading", window
    control._tell(NAME, Fetching(False, 47_000_000, 126_000_000, trouble="the server was silent for too long"))
    yield "models, trying again", window
    control._put(type(control.state)(models=control.state.models))
    control._problem(NAME, "The download of 'r2plus1d_18' from the server failed 5 times: Connection refused.")
    yield "models, a problem", window
    page.search.setText("no such words")
    yield "models, nothing", window
    page.search.clear()
    weights, facts = control.state.weights(NAME), control.state.system("desk")
    assert weights is not None
    assert facts is not None
    for name, box in (
        ("models, remove", RemoveBox(weights, window.theme, window)),
        ("models, use", UseBox(facts, 8, window.theme, window)),
    ):
        box.open()
        yield name, box
        box.reject()
        box.deleteLater()
    control._put(type(control.state)(models=control.state.models))
    window.shell.tools.back()


def training(qtbot: QtBot, window: MainWindow, _clip: Path) -> Iterator[Page]:
    """The training page; its events are those of a run, told by hand."""
    control = window.shell.tools.training
    window.shell.tools.show_training()
    page = control.page
    assert page is not None
    live, form = page.live, page.form
    qtbot.waitUntil(lambda: live.loss is not None, timeout=LONG_MS)
    form.system.setCurrentIndex(0)
    form.stage.setCurrentIndex(0)
    form.more_button.setChecked(False)
    yield "training, nothing yet", window
    live.begin()
    live.take(Preparing("reading videos", 3, 20))
    live.take(Noted("Training on the videos of the library."))
    form.show_running(True)
    yield "training, reading", window
    for step in range(10, 101, 10):
        live.take(StepsDone(step, 200, step / 4, 3 - step / 60, {}, 0.1, step / 5, 40 - step / 5, step / 200, 5.0))
    for step, gain in ((50, 0.0), (100, 0.1)):
        metrics = {name: value + gain for name, value in METRICS.items()}
        live.take(Validated(step, 1.0, metrics, "map", best=True, best_value=0.6, elapsed_s=1.0))
    live.draw()
    yield "training, under way", window
    live.end()
    form.show_running(False)
    report = TrainReport(
        system="desk",
        stage="hasher",
        out="/home/anna/.local/share/vhdesk/models/mine",
        model="mine",
        files={"hasher.safetensors": "0"},
        bits=(64,),
        items={"segments": 100},
        held_out=12,
        seconds=130.0,
        cancelled=True,
        metrics=METRICS,
        failures=(("/home/anna/broken.mp4", "It is damaged."),),
    )
    live.result.show_report(report)
    yield "training, stopped", window
    live.result.show_problem("Codes need at least 8 stretches of video to train on; there are 7. Name more videos.")
    yield "training, a problem", window
    form.stage.setCurrentIndex(1)
    form.more_button.setChecked(True)
    form.fields["rate"].editor.setText("fast")  # type: ignore[attr-defined]
    form.plan()
    yield "training, options", window
    form.stage.setCurrentIndex(0)
    form.more_button.setChecked(False)
    live.show_idle()
    window.shell.tools.back()
