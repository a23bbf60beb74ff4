"""Pictures of the models and the training page: a real training on stored features, and downloads as they are told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tests.ui.screenshots import Studio

STEPS = 300


def shoot(studio: Studio) -> None:
    """Every state of both pages."""
    window = studio.open("library.vhdesk")
    _models(studio, window)
    _training(studio, window)
    studio.close(window)


def write_features(path: Path) -> Path:
    """Features of eight kinds of things, with labels: trained on within seconds."""
    rng = np.random.default_rng(0)
    kinds = np.repeat(np.arange(8), 20)
    near = rng.standard_normal((8, 1, 1024))[kinds] + 1.5 * rng.standard_normal((len(kinds), 1, 1024))
    features = near + 2.2 * rng.standard_normal((len(kinds), 10, 1024))
    np.savez(path, features=features.astype(np.float32), labels=np.array([f"kind {kind}" for kind in kinds]))
    return path


def _models(studio: Studio, window) -> None:
    from vhdesk.ui.models.state import Fetching, PageState

    tools, control = window.shell.tools, window.shell.tools.models
    tools.show_models()
    studio.wait(lambda: control.state.models is not None)
    control._measure_speed("desk")
    studio.wait(lambda: not control.state.busy and control.state.system("desk").speed is not None)
    studio.save("60_models", window)
    name = "r2plus1d_18"
    control.page.select_weights(name)
    studio.save("61_models_weights", window)
    control._get(name)
    studio.save("62_models_licence", control.box)
    control.box.reject()
    control._tell(name, Fetching(False, 47_000_000, 126_100_000, 2_300_000.0))
    studio.save("63_models_downloading", window)
    control._put(PageState(models=control.state.models))
    control._problem(
        name,
        "The download of 'r2plus1d_18' from download.pytorch.org failed 5 times: Network is unreachable. What came "
        "so far is kept; check the network or the proxy and try again, or name a mirror in the settings.",
    )
    studio.save("64_models_no_network", window)
    tools._show_settings()
    studio.save("65_models_mirror", window)
    window.shell.settings_dock.close()
    control._put(PageState(models=control.state.models))


def _training(studio: Studio, window) -> None:
    tools, control = window.shell.tools, window.shell.tools.training
    tools.show_training()
    page = control.page
    live, form = page.live, page.form
    studio.wait(lambda: live.loss is not None)
    studio.save("66_training", window)
    form.fields["code_steps"].put(STEPS)
    form.fields["features"].put(write_features(studio.home / "features.npz"))
    form.fields["name"].put("mine")
    form.start_button.click()
    studio.wait(lambda: len(live.curves.measured.get("map", ())) > 2 or not control.running)
    live.draw()
    studio.save("67_training_under_way", window)
    window.close()
    studio.save("68_closing_question", window.closing_box)
    window.closing_box.keep_button.click()
    live.stop_button.click()
    studio.wait(lambda: not control.running)
    studio.save("69_training_stopped", window)
    live.result.use_button.click()
    studio.wait(lambda: tools.models.box is not None)
    studio.save("70_models_use", tools.models.box)
    tools.models.box.reject()
    form.start_button.click()
    studio.wait(lambda: not control.running)
    studio.save("71_training_name_taken", window)
    form.stage.setCurrentIndex(1)
    form.more_button.setChecked(True)
    studio.save("72_training_options", window)
    tools.show_models()
    tools.models.page.select_system("mine")
    studio.save("73_models_trained_here", window)
    window.resize(900, 640)
    studio.save("74_models_small", window)
    tools.show_training()
    studio.save("75_training_small", window)
    window.resize(1440, 900)
