"""The threads behind the models and the training page; they begin with the first question and end with the window.

The same pattern as :mod:`vhdesk.ui.workers`.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal, Slot

from vhdesk.desk import CancelToken, Desk, DownloadEvent, Noted, StageOptions, TrainEvent, TrainReport, Validated
from vhdesk.ui.side_jobs import ErrandWorker
from vhdesk.ui.workers import Problem, problem_of

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class DownloadRequest:
    """Fetch weights.

    Attributes:
        fresh: those that are here are damaged and are to be fetched anew.
        accepted: the user has just accepted their licence.
    """

    name: str
    cancel: CancelToken
    fresh: bool = False
    accepted: bool = False


@dataclass(frozen=True)
class Downloaded:
    """A download has ended, well or with a problem."""

    request: DownloadRequest
    problem: Problem | None = None


@dataclass(frozen=True)
class TrainRequest:
    """Train a stage of a system.

    Attributes:
        cancel: stops it; the best so far is kept.
        abandon: ends it; nothing is kept.
    """

    system: str
    stage: str
    options: StageOptions
    cancel: CancelToken
    abandon: CancelToken


@dataclass(frozen=True)
class Trained:
    """A training has ended, with its report or with a problem."""

    request: TrainRequest
    report: TrainReport | None = None
    problem: Problem | None = None


class DownloadWorker(QObject):
    """Downloads, one after another.

    Signals:
        begun: a ``DownloadRequest``.
        told: a ``DownloadEvent``, at most ten a second.
        ended: a ``Downloaded``.
    """

    begun = Signal(object)
    told = Signal(object)
    ended = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    @Slot(object)
    def run(self, request: DownloadRequest) -> None:
        """Fetch one, unless it was given up while it waited."""
        try:
            request.cancel.check()
            self.begun.emit(request)
            store = self._desk.weights()
            if request.accepted:
                store.accept(request.name)
            if request.fresh:
                store.remove(request.name)
            store.download(request.name, cancelled=lambda: request.cancel.cancelled, on_event=self._on_event)
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.ended.emit(Downloaded(request, problem_of(fault)))
        else:
            self.ended.emit(Downloaded(request))

    def _on_event(self, event: DownloadEvent) -> None:
        self.told.emit(event)


class TrainWorker(QObject):
    """Trains.

    Signals:
        told: a ``TrainEvent``, at most some ten a second.
        ended: ``Trained``.
    """

    told = Signal(object)
    ended = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    @Slot(object)
    def run(self, request: TrainRequest) -> None:
        """Train once."""
        try:
            request.abandon.check()
            report = self._desk.train(
                request.system,
                request.stage,
                request.options,
                cancel=request.cancel,
                abandon=request.abandon,
                on_event=self._on_event,
            )
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.ended.emit(Trained(request, problem=problem_of(fault)))
        else:
            self.ended.emit(Trained(request, report))

    def _on_event(self, event: TrainEvent) -> None:
        if isinstance(event, Noted):
            log.info("%s", event.sentence)
        elif isinstance(event, Validated):
            values = ", ".join(f"{name} {value:.4f}" for name, value in event.metrics.items())
            log.info("Step %d: %s%s", event.step, values, ", the best so far" if event.best else "")
        self.told.emit(event)


class ToolJobs(QObject):
    """Three threads and the signals that set them to work.

    Attributes:
        errands: looks at models, verifies, imports, removes, measures and chooses them.
        downloader: downloads weights.
        trainer: trains.

    Signals:
        errand_asked: an ``Errand``.
        download_asked: a ``DownloadRequest``.
        training_asked: a ``TrainRequest``.
    """

    errand_asked = Signal(object)
    download_asked = Signal(object)
    training_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.errands = ErrandWorker(desk)
        self.downloader = DownloadWorker(desk)
        self.trainer = TrainWorker(desk)
        self._threads: list[QThread] = []
        for name, worker in (("models", self.errands), ("downloads", self.downloader), ("training", self.trainer)):
            thread = QThread(self)
            thread.setObjectName(name)
            worker.moveToThread(thread)
            self._threads.append(thread)
        self.errand_asked.connect(self.errands.run)
        self.download_asked.connect(self.downloader.run)
        self.training_asked.connect(self.trainer.run)
        for thread in self._threads:
            thread.start()

    def shutdown(self, limit_ms: int = 15_000) -> bool:
        """End the threads; what they do has been cancelled by whoever asked for it."""
        for thread in self._threads:
            thread.quit()
        waited = [thread.wait(limit_ms) for thread in self._threads]
        return all(waited)
