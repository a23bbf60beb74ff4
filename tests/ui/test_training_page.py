"""The training page: a real short training, its curves, the ways to end it, what it says where it cannot begin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import write_clip
from tests.desk.test_models import another_system
from tests.ui.conftest import LONG_MS, MakeWindow
from tests.ui.tool_pictures import write_features
from vhdesk.desk import RECIPES, Desk, IndexOptions, Recipe, Stage, StepsDone, Validated
from vhdesk.settings import Settings
from vhdesk.systems.card import card, user_models
from vhdesk.training.recipes import NUMBER, StageOptions, flag
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.setting_row import ChoiceBox
from vhdesk.ui.training.control import TrainingControl
from vhdesk.ui.training.curves import MOST_POINTS, Curves, round_top
from vhdesk.ui.training.page import TrainingPage

ENDLESS = 1_000_000
# Loading torch beside Qt, and encoding copies of every video, take their time on a busy machine.
TRAINING_MS = 3 * LONG_MS


@pytest.fixture(scope="session")
def clips_to_train_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten short videos of two kinds."""
    folder = tmp_path_factory.mktemp("to_train_on")
    for seed in range(10):
        write_clip(folder / ("garden", "street")[seed % 2] / f"{seed}.mp4", seed=seed, frames=6, fps=6, size=(96, 72))
    return folder


@pytest.fixture
def trainable(clips_to_train_on: Path, tmp_path: Path) -> Path:
    """A library of them."""
    with Desk(tmp_path / "trainable.vhdesk", Settings(), remember=False) as desk:
        desk.open()
        desk.index([clips_to_train_on], IndexOptions(label_from_folder=True))
    return tmp_path / "trainable.vhdesk"


@pytest.fixture
def features(tmp_path: Path) -> Path:
    """Stored ones: trained on at once."""
    return write_features(tmp_path / "features.npz")


def until(qtbot: QtBot, so: Callable[[], bool]) -> None:
    qtbot.waitUntil(so, timeout=TRAINING_MS)


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisible(), button.text()
    assert button.isEnabled(), button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(qtbot: QtBot, make_window: MakeWindow, library: Path) -> tuple[MainWindow, TrainingControl, TrainingPage]:
    window = make_window(library)
    window.menus.training.trigger()
    control = window.shell.tools.training
    assert control.page is not None
    page = control.page
    until(qtbot, lambda: page.live.loss is not None)
    return window, control, page


def begin(qtbot: QtBot, page: TrainingPage, **options: object) -> None:
    for name, value in options.items():
        page.form.fields[name].put(value)
    press(qtbot, page.form.start_button)


@pytest.mark.slow
def test_a_system_is_trained_on_the_library_and_can_be_used(
    qtbot: QtBot, make_window: MakeWindow, trainable: Path
) -> None:
    window, control, page = shown(qtbot, make_window, trainable)
    live = page.live
    assert live.idle.isVisible()
    begin(qtbot, page, code_steps=60, name="mine")
    assert control.running
    assert not page.form.start_button.isEnabled()
    assert live.stop_button.isVisible()
    until(qtbot, lambda: not control.running)
    assert not live.result.problem.isVisible(), live.result.problem.text()
    assert live.result.title.text() == "“mine” is trained."
    assert str(user_models() / "mine") in live.result.detail.text()
    assert "altered copies that find their original, 64 bits" in live.result.detail.text()
    assert live.loss is not None
    assert live.quality is not None
    assert live.loss.chart is not None
    assert live.loss.chart.series[0].points[-1][0] == 60
    assert live.quality.chart is not None
    assert "altered copies that find their original, 256 bits" in {line.name for line in live.quality.chart.series}
    assert live.quality.chart.marker in {50.0, 60.0}
    assert live.legend.count() == len(live.quality.chart.series)
    assert "is trained" in window.status.message.text()
    assert card("mine").kind == "desk"
    press(qtbot, live.result.use_button)
    models = window.shell.tools.models
    until(qtbot, lambda: models.box is not None)
    assert "10 videos have no codes of it yet" in models.box.informativeText()
    models.box.reject()
    page.form.fields["code_steps"].put(2)
    press(qtbot, page.form.start_button)
    until(qtbot, lambda: not control.running)
    assert "“Replace a system of that name”" in live.result.problem.text()
    assert "--" not in live.result.problem.text()


def test_a_training_is_stopped_and_its_best_kept_or_cancelled_and_nothing_is(
    qtbot: QtBot, make_window: MakeWindow, library: Path, features: Path
) -> None:
    _, control, page = shown(qtbot, make_window, library)
    live = page.live
    begin(qtbot, page, code_steps=ENDLESS, name="mine", features=features)
    until(qtbot, lambda: bool(live.curves.losses))
    press(qtbot, live.cancel_button)
    until(qtbot, lambda: not control.running)
    assert "nothing of it is kept" in live.result.title.text()
    assert not live.result.use_button.isVisible()
    assert not (user_models() / "mine").exists()
    press(qtbot, page.form.start_button)
    until(qtbot, lambda: live.curves.best is not None)
    assert "The best so far" in live.best.text()
    press(qtbot, live.stop_button)
    until(qtbot, lambda: not control.running)
    assert live.result.title.text().startswith("Stopped. The best of “mine”")
    assert card("mine").files
    assert live.result.use_button.isVisible()
    assert live.result.resume_button.isVisible()


def test_closing_the_window_asks_and_keeps_the_best(
    qtbot: QtBot, make_window: MakeWindow, library: Path, features: Path
) -> None:
    window, control, page = shown(qtbot, make_window, library)
    begin(qtbot, page, code_steps=ENDLESS, name="mine", features=features)
    until(qtbot, lambda: bool(page.live.curves.losses))
    assert not window.close()
    assert window.closing_box is not None
    assert "still being trained" in window.closing_box.text()
    window.closing_box.keep_button.click()
    assert control.running
    page.back_button.click()
    assert window.pages.currentWidget() is window.work, "the window can be used meanwhile"
    window.close()
    assert window.closing_box is not None
    window.closing_box.stop_button.click()
    until(qtbot, lambda: not window.isVisible())
    assert window.threads_ended
    assert card("mine").files


def test_too_few_videos_say_how_many_and_how_to_get_them(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window, _, page = shown(qtbot, make_window, tmp_path / "new.vhdesk")
    form = page.form
    assert form.needs.text() == (
        "This needs at least 9 segments of video, and the library has 0. Add a folder of videos."
    )
    assert not form.start_button.isEnabled()
    press(qtbot, form.folder_button)
    assert window.shell.wizard is not None
    window.shell.wizard.reject()
    form.source.setCurrentIndex(1)
    assert not form.needs.isVisible()
    assert form.fields["videos"].isVisible()
    press(qtbot, form.start_button)
    assert form.fields["videos"].problem.text() == "Add at least one folder."
    form.stage.setCurrentIndex(1)
    assert form.source.count() == 1, "this stage reads folders only"
    until(qtbot, form.fields["teacher"].isVisible)


def test_what_is_typed_is_judged_in_place(qtbot: QtBot, make_window: MakeWindow, library: Path) -> None:
    _, control, page = shown(qtbot, make_window, library)
    form = page.form
    fields = form.fields
    for name, text, words in (
        ("held_out", "2", "From 0 to 0.9"),
        ("code_steps", "many", "A whole number"),
        ("code_steps", "0", "At least 1"),
        ("bits", "16,x", "Whole numbers with commas"),
    ):
        editor = fields[name].editor
        before = editor.text()  # type: ignore[attr-defined]
        editor.setText(text)  # type: ignore[attr-defined]
        assert form.plan() is None
        assert words in fields[name].problem.text(), name
        editor.setText(before)  # type: ignore[attr-defined]
    assert form.more_button.isChecked(), "a field that is wrong is shown"
    fields["bits"].put("16, 32")
    plan = form.plan()
    assert plan is not None
    assert (plan.system, plan.stage, plan.options.bits, plan.options.held_out) == ("desk", "hasher", (16, 32), 0.1)
    assert not control.running


def test_a_system_that_is_trained_further_is_begun_with(qtbot: QtBot, make_window: MakeWindow, library: Path) -> None:
    another_system()
    window, _, page = shown(qtbot, make_window, library)
    window.menus.models.trigger()
    models = window.shell.tools.models
    until(qtbot, lambda: models.state.system("mine") is not None)
    assert models.page is not None
    models.page.select_system("mine")
    press(qtbot, models.page.system_pane.train_button)
    assert window.pages.currentWidget() is page
    assert page.form.fields["start"].value() == "mine"


@dataclass(frozen=True)
class OtherOptions(StageOptions):
    """Of a recipe that the window has no words for."""

    shots: int = flag(3, NUMBER, "shots of a video; may be repeated (default 3)", metavar="N", low=1)
    mood: str = flag("calm", "text", "what to feel", choices=("calm", "wild"))
    twice: bool = flag(False, "flag", "do it twice")


def test_recipes_appear_by_themselves(
    qtbot: QtBot, make_window: MakeWindow, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage("shot_net", "shots to codes", OtherOptions, lambda *_args: None, least_labels=3)  # type: ignore[arg-type, return-value]
    monkeypatch.setitem(RECIPES, "other", Recipe("other", "another system", (stage,)))
    _, _, page = shown(qtbot, make_window, library)
    form = page.form
    form.choose("other", "desk")
    assert form.system.currentText() == "other: another system"
    assert (form.stage.currentText(), form.summary.text()) == ("Shot net", "Shots to codes.")
    form.more_button.setChecked(True)
    shots, mood, twice = (form.fields[name] for name in ("shots", "mood", "twice"))
    assert (shots.title, shots.help, shots.value()) == ("Shots", "Shots of a video.", 3)
    assert isinstance(mood.editor, ChoiceBox)
    assert isinstance(twice.editor, QCheckBox)
    until(qtbot, lambda: "at least 3 kinds of videos" in form.needs.text())
    assert not form.start_button.isEnabled()


def test_curves_keep_what_matters() -> None:
    curves = Curves()
    for step in range(1, 3 * MOST_POINTS):
        curves.take_steps(StepsDone(step, None, 0.0, 1 / step, {}, 0.1, 1.0, None, 0.0, 1.0))
    curves.take_steps(StepsDone(9999, None, 0.0, float("nan"), {}, 0.1, 1.0, None, 0.0, 1.0))
    assert len(curves.losses) <= MOST_POINTS
    metrics = {"copies_64": 0.5, "map_64": 0.4, "map": 0.4, "loss": 0.5, "p_at_5_64": 0.3}
    curves.take_measurement(Validated(50, 1.0, metrics, "map", best=True, best_value=0.4, elapsed_s=1.0))
    assert curves.quality_names == ["map_64", "copies_64", "p_at_5_64"]
    assert curves.leading == "map_64"
    chart = curves.quality_chart()
    assert (chart.marker, chart.y_top) == (50.0, 1.0)
    assert len(curves.loss_chart().series) == 1
    only_loss = Curves()
    only_loss.take_measurement(Validated(5, 1.0, {"loss": 2.5}, "loss", best=True, best_value=2.5, elapsed_s=1.0))
    assert only_loss.loss_chart().series[1].points == ((5.0, 2.5),)
    assert only_loss.loss_chart().y_top == 2.5
    assert only_loss.leading == ""


def test_the_axis_of_a_loss_ends_at_a_round_number() -> None:
    assert [round_top(value) for value in (4.97, 3.1, 0.012, 700.0, 0.0, float("nan"))] == [
        pytest.approx(top) for top in (5.0, 4.0, 0.0125, 750.0, 1.0, 1.0)
    ]
