"""What a training has told so far, as values that charts are drawn from."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from vhdesk.desk import StepsDone, Validated
from vhdesk.ui.charts.data import LineChart, Series
from vhdesk.ui.training.words import metric_title, qualities

# More points than a chart has pixels are of no use.
MOST_POINTS = 600
SHOWN_AT_FIRST = 3
ROUND = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


def round_top(highest: float) -> float:
    """Where an axis ends that holds a value, so that its fifths are round numbers."""
    if highest <= 0 or not math.isfinite(highest):
        return 1.0
    power = 10.0 ** math.floor(math.log10(highest / 5))
    return 5 * power * next(step for step in ROUND if step * power >= highest / 5 * (1 - 1e-9))


class Curves:
    """Collects the events of one run.

    Attributes:
        losses: step and loss.
        measured: step and value of every measurement, by name.
        watched: name of the one that decides; empty before the first.
        best: step, and measurements, of the weights that are kept; ``None`` before the first.
    """

    def __init__(self) -> None:
        self.losses: list[tuple[float, float]] = []
        self.measured: dict[str, list[tuple[float, float]]] = {}
        self.watched = ""
        self.best: tuple[int, dict[str, float]] | None = None

    def take_steps(self, event: StepsDone) -> None:
        """A stretch of steps is done."""
        if math.isfinite(event.loss):
            self.losses.append((float(event.step), event.loss))
        if len(self.losses) > MOST_POINTS:
            self.losses = self.losses[::2]

    def take_measurement(self, event: Validated) -> None:
        """The held-out part was measured."""
        self.watched = event.watched
        for name, value in event.metrics.items():
            if math.isfinite(value):
                self.measured.setdefault(name, []).append((float(event.step), value))
        if event.best:
            self.best = event.step, dict(event.metrics)

    @property
    def quality_names(self) -> list[str]:
        """The measurements that are drawn."""
        return qualities(self.measured)

    @property
    def leading(self) -> str:
        """The measurement that is told in a word: the one that decides, where it is a quality."""
        names = self.quality_names
        return self.watched if self.watched in names else (names[0] if names else "")

    def loss_chart(self) -> LineChart:
        """The loss by step."""
        translate = QCoreApplication.translate
        highest = max((loss for _, loss in self.losses), default=1.0)
        name = translate("training", "loss")
        series = [Series(name, tuple(self.losses))]
        held_out = self.measured.get("loss", [])
        if held_out and "map" not in self.measured and not any(n.startswith("copies") for n in self.measured):
            series.append(Series(translate("training", "loss, held out"), tuple(held_out), control=True))
            highest = max(highest, *(loss for _, loss in held_out))
        return LineChart(
            "loss",
            translate("training", "Loss"),
            translate("training", "step"),
            name,
            "step",
            "loss",
            tuple(series),
            counted=True,
            y_top=round_top(highest),
        )

    def quality_chart(self) -> LineChart:
        """Quality on the held-out part by step, with the step whose weights are kept."""
        translate = QCoreApplication.translate
        names = self.quality_names
        series = tuple(
            Series(metric_title(name), tuple(self.measured[name]), shown=place < SHOWN_AT_FIRST)
            for place, name in enumerate(names)
        )
        return LineChart(
            "training_quality",
            translate("training", "Quality on what is held out"),
            translate("training", "step"),
            translate("training", "quality"),
            "step",
            "quality",
            series,
            counted=True,
            marker=float(self.best[0]) if self.best is not None and names else None,
        )
