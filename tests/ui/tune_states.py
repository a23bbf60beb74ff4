"""Pictures of the sliders and the charts: without labels, before and after measuring, every chart."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ui.screenshots import Studio


def shoot(studio: Studio) -> None:
    """Every state of both docks."""
    window = studio.open("library.vhdesk")
    studio.wait(lambda: window.shell.tuning.known is not None)
    window.search(studio.query)
    studio.wait(lambda: not window.searching and window.status.encoder_known)
    window.shell.preferences.set("window", "charts", True)
    studio.wait(lambda: window.shell.tuning.charts.dock.plot is not None)
    studio.save("50_tune_without_labels", window)
    studio.close(window)
    window = _labelled(studio)
    _tune(studio, window)
    _charts(studio, window)
    window.shell.preferences.reset_all()
    window.shell.preferences.set("window", "theme", studio.look)
    studio.close(window)


def _labelled(studio: Studio):
    """A window on a library of the same clips, one folder per kind."""
    from tests.ui.screenshots import LABELS
    from vhdesk.desk import IndexOptions

    kinds = studio.home / "Kinds"
    for label in LABELS:
        (kinds / label).mkdir(parents=True, exist_ok=True)
        for folder in (studio.videos, studio.more):
            for clip in folder.glob(f"{label}_*"):
                shutil.copy(clip, kinds / label / clip.name)
    window = studio.open("labelled.vhdesk")
    window.add_folders((kinds,), IndexOptions(label_from_folder=True))
    studio.wait(lambda: not window.control.running)
    studio.wait(lambda: window.shell.tuning.known is not None and window.shell.tuning.known.measurable)
    window.search(studio.query)
    studio.wait(lambda: not window.searching and window.status.encoder_known)
    return window


def _settled(studio: Studio, window) -> None:
    studio.wait(lambda: not window.shell.tuning.waiting and not window.searching)


def _tune(studio: Studio, window) -> None:
    dock = window.shell.tuning.dock
    studio.save("51_tune_not_measured", window)
    dock.expectation.measure_button.click()
    studio.wait(lambda: dock.expectation.progress.bar.value() > 0)
    studio.save("52_tune_measuring", window)
    studio.wait(lambda: dock.expectation.figures.isVisible())
    dock.par.click()
    dock.closeness.slider.setValue(80)
    dock.category_mask.slider.setValue(dock.category_mask.slider.maximum() - 6)
    _settled(studio, window)
    studio.save("53_tune", window)
    dock.closeness.slider.setValue(100)
    _settled(studio, window)
    studio.save("54_tune_none_kept", window)
    dock.closeness.slider.setValue(60)
    _settled(studio, window)


def _charts(studio: Studio, window) -> None:
    window.shell.preferences.set("window", "charts", True)
    control = window.shell.tuning.charts
    dock = control.dock
    studio.wait(lambda: dock.plot is not None)
    studio.save("55_charts_not_measured", window)
    dock.action.click()
    studio.wait(lambda: dock.progress.bar.maximum() > 0)
    studio.save("56_charts_measuring", window)
    studio.wait(lambda: control.evaluation is not None)
    for index in range(dock.chooser.count()):
        dock.chooser.setCurrentIndex(index)
        if dock.chart is not None and dock.legend.count():
            dock.plot._show((dock.plot.visible[0], 4))
        studio.save(f"57_chart_{dock.key}", window)
    window.shell.preferences.set("window", "tune", False)
    dock.chooser.setCurrentIndex(3)
    studio.save("58_chart_alone", window)
    if studio.language == "en" and studio.scale == 100:
        for kind in ("png", "svg", "csv"):
            control.export_to(studio.out / f"59_exported_{studio.look}.{kind}", kind)
        studio.wait((studio.out / f"59_exported_{studio.look}.csv").exists)
