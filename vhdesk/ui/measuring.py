"""Measuring the quality of searches in the background: one measurement at a time, told of, stopped on demand."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from vhdesk.desk import (
    CalibrateOptions,
    Calibration,
    CancelToken,
    CategoryBits,
    Desk,
    EvaluateOptions,
)
from vhdesk.ui.workers import Problem, problem_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vhdesk.ui.shell_workers import ShellJobs

# At most ten signs of progress a second.
TELL_EVERY_S = 0.1

SETTINGS, QUALITY, CATEGORIES = "settings", "quality", "categories"


@dataclass(frozen=True)
class MeasureRequest:
    """One measurement.

    Attributes:
        what: ``settings``: what re-ranking and masks lead to; ``quality``: of every code length, beside controls;
            ``categories``: learn them from the labels.
        options: of the first two.
    """

    what: str
    options: CalibrateOptions | EvaluateOptions | None
    cancel: CancelToken


@dataclass(frozen=True)
class MeasureNews:
    """How far a measurement is: what is being done, how much of it."""

    doing: str
    done: int
    total: int


@dataclass(frozen=True)
class Measured:
    """The end of a measurement: its outcome, or the problem."""

    request: MeasureRequest
    outcome: Any = None
    problem: Problem | None = None


@dataclass(frozen=True)
class Knowledge:
    """What a library knows that the controls of searches need.

    Attributes:
        bits: code length that was asked for.
        labels: videos by label.
        categories: what masks of that length tell apart; ``None``: no mask can be laid on.
        calibrations: what was measured, by code length.
    """

    bits: int
    labels: dict[str, int]
    categories: CategoryBits | None
    calibrations: dict[int, Calibration]

    @property
    def labelled(self) -> int:
        """Videos that have a label."""
        return sum(self.labels.values())

    @property
    def measurable(self) -> bool:
        """Whether labels tell enough to measure by."""
        return len(self.labels) > 1


@dataclass(frozen=True)
class KnowledgeErrand:
    """Look up what a library knows."""

    bits: int

    def do(self, desk: Desk) -> Knowledge:
        """Look it up."""
        found = {bits: desk.calibration(bits) for bits in desk.system_card().bits}
        measured = {bits: value for bits, value in found.items() if value is not None}
        return Knowledge(self.bits, desk.label_counts(), desk.category_bits(self.bits), measured)


class MeasureWorker(QObject):
    """Measures.

    Signals:
        progressed: ``MeasureNews``, at most ten a second.
        ended: ``Measured``.
    """

    progressed = Signal(object)
    ended = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._told = 0.0

    @Slot(object)
    def run(self, request: MeasureRequest) -> None:
        """Measure once."""
        self._told = 0.0
        try:
            outcome = self._measure(request)
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.ended.emit(Measured(request, problem=problem_of(fault)))
        else:
            self.ended.emit(Measured(request, outcome))

    def _measure(self, request: MeasureRequest) -> Any:
        options, cancel = request.options, request.cancel
        if isinstance(options, CalibrateOptions):
            return self._desk.calibrate(options, cancel=cancel, on_progress=self._tell)
        if isinstance(options, EvaluateOptions):
            return self._desk.evaluate(options, cancel=cancel, on_progress=self._tell)
        return self._desk.learn_categories(cancel=cancel, on_progress=self._tell_learning)

    def _tell_learning(self, done: int, total: int) -> None:
        self._tell(CATEGORIES, done, total)

    def _tell(self, doing: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told >= TELL_EVERY_S:
            self._told = now
            self.progressed.emit(MeasureNews(doing, done, total))


class Measuring(QObject):
    """Stands between the panes that show measurements and the worker that makes them.

    Attributes:
        request: what is being measured; ``None`` while nothing is.

    Signals:
        begun: a measurement begins.
        progressed: ``MeasureNews``.
        ended: ``Measured``.
    """

    begun = Signal()
    progressed = Signal(object)
    ended = Signal(object)

    def __init__(self, jobs: Callable[[], ShellJobs], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.request: MeasureRequest | None = None

    def attach(self, jobs: ShellJobs) -> None:
        """Listen to these workers from now on."""
        jobs.measurer.progressed.connect(self._on_progress)
        jobs.measurer.ended.connect(self._on_ended)

    def begin(self, what: str, options: CalibrateOptions | EvaluateOptions | None = None) -> bool:
        """Measure; ``False`` where something is being measured already."""
        if self.request is not None:
            return False
        self.request = MeasureRequest(what, options, CancelToken())
        self._jobs().measure_asked.emit(self.request)
        self.begun.emit()
        return True

    def cancel(self) -> None:
        """Stop; the end is told."""
        if self.request is not None:
            self.request.cancel.cancel()

    def drop(self) -> None:
        """Stop, and tell no more: the worker is about to end."""
        self.cancel()
        self.request = None

    @Slot(object)
    def _on_progress(self, news: MeasureNews) -> None:
        if self.request is not None and not self.request.cancel.cancelled:
            self.progressed.emit(news)

    @Slot(object)
    def _on_ended(self, measured: Measured) -> None:
        if measured.request is self.request:
            self.request = None
            self.ended.emit(measured)
