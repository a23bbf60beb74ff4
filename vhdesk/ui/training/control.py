"""Stands between the training page and the worker that trains."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from vhdesk.desk import CancelToken, Desk, LibrarySummary, TrainEvent
from vhdesk.ui.charts.control import LoadErrand
from vhdesk.ui.side_jobs import ErrandDone
from vhdesk.ui.tool_jobs import ToolJobs, Trained, TrainRequest
from vhdesk.ui.tool_words import for_window
from vhdesk.ui.training.form import Plan
from vhdesk.ui.training.page import TrainingPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from vhdesk.ui.main_window import MainWindow


@dataclass(frozen=True)
class LabelsErrand:
    """Count the kinds of videos that the library has labels of."""

    def do(self, desk: Desk) -> int:
        """Count them."""
        return len(desk.label_counts())


class TrainingControl(QObject):
    """Belongs to a window.

    Attributes:
        page: once it was asked for.
        request: what is being trained; ``None`` while nothing is.

    Signals:
        said: a sentence for the status bar.
        begun: a training begins.
        ended: it is over: its ``Trained``.
        use_asked: the library is to use the system of this name.
        log_asked: show the log.
        folder_asked: add a folder to the library.
    """

    said = Signal(str)
    begun = Signal()
    ended = Signal(object)
    use_asked = Signal(str)
    log_asked = Signal()
    folder_asked = Signal()

    def __init__(self, window: MainWindow, jobs: Callable[[], ToolJobs], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._jobs = window, jobs
        self.page: TrainingPage | None = None
        self.request: TrainRequest | None = None
        self._plan: Plan | None = None
        self._loading = False
        self._labels: int | None = None

    @property
    def running(self) -> bool:
        """Whether something is being trained."""
        return self.request is not None

    def attach(self, jobs: ToolJobs) -> None:
        """Listen to these workers from now on."""
        jobs.errands.done.connect(self._on_done)
        jobs.trainer.told.connect(self._on_told)
        jobs.trainer.ended.connect(self._on_ended)

    def drop(self) -> None:
        """The worker is about to end: the best so far is kept."""
        if self.request is not None:
            self.request.cancel.cancel()
        self.request, self._labels, self._loading = None, None, False
        if self.page is not None:
            self.page.live.settle()
            self.page.form.show_running(False)

    def make_page(self) -> TrainingPage:
        """The page, made at the first call."""
        if self.page is None:
            self.page = page = TrainingPage(self._window.theme, self._window)
            page.form.start_asked.connect(self.start)
            page.form.folder_asked.connect(self.folder_asked)
            page.live.stop_asked.connect(self.stop)
            page.live.cancel_asked.connect(self.abandon)
            page.live.log_asked.connect(self.log_asked)
            page.live.result.use_asked.connect(self.use_asked)
            page.live.result.resume_asked.connect(self._resume)
            page.live.result.folder_asked.connect(self._open_folder)
        return self.page

    def look_up(self) -> None:
        """Ask what the page needs to know; pyqtgraph is loaded beside the window's thread."""
        if self.page is None or not self._window.library_open:
            return
        jobs = self._jobs()
        jobs.errand_asked.emit(LabelsErrand())
        if self.page.live.loss is None and not self._loading:
            self._loading = True
            jobs.errand_asked.emit(LoadErrand())

    def show_summary(self, summary: LibrarySummary | None) -> None:
        """What the library holds now."""
        if self.page is not None:
            self.page.form.show_library(summary, self._labels)

    @Slot(object)
    def _on_done(self, done: ErrandDone) -> None:
        page = self.page
        if page is None:
            return
        if isinstance(done.errand, LabelsErrand) and not done.problem:
            self._labels = done.outcome
            self.show_summary(self._window.summary)
        elif isinstance(done.errand, LoadErrand):
            self._loading = False
            if done.problem:
                page.live.loading.setText(done.problem)
            else:
                page.live.load()

    # A run

    @Slot(object)
    def start(self, plan: Plan) -> None:
        """Train."""
        if self.request is not None or self.page is None:
            return
        self._plan = plan
        self.request = TrainRequest(plan.system, plan.stage, plan.options, CancelToken(), CancelToken())
        self.page.form.show_running(True)
        self.page.live.begin()
        self._jobs().training_asked.emit(self.request)
        self.begun.emit()

    @Slot()
    def _resume(self) -> None:
        if self._plan is not None:
            options = dataclasses.replace(self._plan.options, resume=True, force=False)
            self.start(dataclasses.replace(self._plan, options=options))

    @Slot()
    def stop(self) -> None:
        """Stop, and keep the best so far."""
        if self.request is not None:
            self.request.cancel.cancel()
            if self.page is not None:
                self.page.live.show_stopping()

    @Slot()
    def abandon(self) -> None:
        """Stop, and keep nothing."""
        if self.request is not None:
            self.request.abandon.cancel()
            self.stop()

    @Slot(object)
    def _on_told(self, event: TrainEvent) -> None:
        if self.request is not None and not self.request.cancel.cancelled and self.page is not None:
            self.page.live.take(event)

    @Slot(object)
    def _on_ended(self, trained: Trained) -> None:
        if trained.request is not self.request:
            return
        self.request = None
        if self.page is not None:
            self._show_end(self.page, trained)
        self.ended.emit(trained)

    def _show_end(self, page: TrainingPage, trained: Trained) -> None:
        page.form.show_running(False)
        page.live.end()
        result, problem = page.live.result, trained.problem
        if trained.report is not None:
            result.show_report(trained.report)
            self.said.emit(result.title.text())
        elif problem is not None and problem.stopped:
            result.show_abandoned()
            self.said.emit(result.title.text())
        elif problem is not None:
            sentence = for_window(problem.sentence, page.form.titles)
            result.show_problem(sentence)
            self.said.emit(sentence)

    @Slot(str)
    def _open_folder(self, folder: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
            self.said.emit(self.tr("No file manager was found."))
