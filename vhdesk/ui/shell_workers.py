"""The threads beside the library's work: looking at folders, testing the device, measuring quality, copies.

The same pattern as :mod:`vhdesk.ui.workers`; these begin with the first question and end with the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from vhdesk.desk import CancelToken, Desk, DeviceTest, IndexOptions, Survey, SurveyProgress, device_test, survey
from vhdesk.ui.duplicates.worker import DuplicatesWorker
from vhdesk.ui.measuring import MeasureWorker
from vhdesk.ui.workers import problem_of


@dataclass(frozen=True)
class SurveyRequest:
    """Look at folders; the highest ``number`` wins."""

    number: int
    folders: tuple[Path, ...]
    options: IndexOptions
    cancel: CancelToken


@dataclass(frozen=True)
class SurveyNews:
    """How far the survey of the same number is."""

    number: int
    progress: SurveyProgress


@dataclass(frozen=True)
class SurveyAnswer:
    """The survey of the same number."""

    number: int
    survey: Survey


@dataclass(frozen=True)
class Examined:
    """What ``Desk.diagnose`` says of this machine."""

    facts: dict[str, Any]


class SurveyWorker(QObject):
    """Looks at folders.

    Signals:
        progressed: a ``SurveyNews``.
        answered: a ``SurveyAnswer``.
        failed: a ``Problem`` with the number of the request.
    """

    progressed = Signal(object)
    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._number = 0

    @Slot(object)
    def run(self, request: SurveyRequest) -> None:
        """Survey unless it was given up already."""
        if request.cancel.cancelled:
            return
        self._number = request.number
        try:
            found = survey(
                self._desk,
                request.folders,
                request.options,
                cancel=request.cancel,
                on_progress=self._on_progress,
            )
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.failed.emit(problem_of(fault, request.number))
        else:
            self.answered.emit(SurveyAnswer(request.number, found))

    def _on_progress(self, progress: SurveyProgress) -> None:
        self.progressed.emit(SurveyNews(self._number, progress))


class MachineWorker(QObject):
    """Tests and examines the machine.

    Signals:
        tested: a ``DeviceTest``.
        test_failed: a ``Problem``.
        examined: an ``Examined``.
        examination_failed: a ``Problem``.
    """

    tested = Signal(object)
    test_failed = Signal(object)
    examined = Signal(object)
    examination_failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._tested: DeviceTest | None = None

    @Slot(object)
    def test(self, cancel: CancelToken) -> None:
        """Measure the encoder, once for each window."""
        try:
            if self._tested is None and not cancel.cancelled:
                self._tested = device_test(self._desk, cancel)
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.test_failed.emit(problem_of(fault))
        else:
            if self._tested is not None:
                self.tested.emit(self._tested)

    @Slot()
    def examine(self) -> None:
        """Gather what a report needs."""
        try:
            facts = self._desk.diagnose()
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.examination_failed.emit(problem_of(fault))
        else:
            self.examined.emit(Examined(facts))


class ShellJobs(QObject):
    """Four threads and the signals that set them to work.

    Attributes:
        surveyor: looks at folders.
        machine: tests and examines.
        measurer: measures the quality of searches.
        copies: finds and groups copies.

    Signals:
        survey_asked: a ``SurveyRequest``.
        test_asked: a ``CancelToken``.
        examination_asked: without a value.
        measure_asked: a ``MeasureRequest``.
        find_asked: a ``FindRequest``.
        group_asked: a ``GroupRequest``.
        mark_asked: a ``MarkRequest``.
    """

    survey_asked = Signal(object)
    test_asked = Signal(object)
    examination_asked = Signal()
    measure_asked = Signal(object)
    find_asked = Signal(object)
    group_asked = Signal(object)
    mark_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.surveyor = SurveyWorker(desk)
        self.machine = MachineWorker(desk)
        self.measurer = MeasureWorker(desk)
        self.copies = DuplicatesWorker(desk)
        self._threads: list[QThread] = []
        for name, worker in (
            ("survey", self.surveyor),
            ("machine", self.machine),
            ("measure", self.measurer),
            ("copies", self.copies),
        ):
            thread = QThread(self)
            thread.setObjectName(name)
            worker.moveToThread(thread)
            self._threads.append(thread)
        self.survey_asked.connect(self.surveyor.run)
        self.test_asked.connect(self.machine.test)
        self.examination_asked.connect(self.machine.examine)
        self.measure_asked.connect(self.measurer.run)
        self.find_asked.connect(self.copies.find)
        self.group_asked.connect(self.copies.group)
        self.mark_asked.connect(self.copies.mark)
        for thread in self._threads:
            thread.start()

    def shutdown(self, limit_ms: int = 15_000) -> bool:
        """End the threads; what they do has been cancelled by whoever asked for it."""
        for thread in self._threads:
            thread.quit()
        waited = [thread.wait(limit_ms) for thread in self._threads]
        return all(waited)
