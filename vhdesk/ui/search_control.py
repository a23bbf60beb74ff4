"""The query: what is searched by, what is awaited, and which answer still counts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from vhdesk.desk import RuntimeInfo, SearchOptions, SearchResult
from vhdesk.ui.intake import Intake
from vhdesk.ui.status_strip import StatusStrip
from vhdesk.ui.work_page import WorkPage
from vhdesk.ui.workers import Jobs, Problem, SearchAnswer


class SearchControl(QObject):
    """Stands between the query page and the search worker.

    Attributes:
        query: what is searched by; ``None`` while nothing is.
        searching: whether an answer is awaited.

    Signals:
        begun: a search was asked for.
        answered: it was answered, or failed.
    """

    begun = Signal()
    answered = Signal()

    def __init__(self, work: WorkPage, status: StatusStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._page = work.query
        self._status = status
        self._jobs: Jobs | None = None
        self._ready = False
        self._number = 0
        self._focus_answer = False
        self.query: Intake | None = None
        self.searching = False
        self._page.card.again_asked.connect(self.again)
        self._page.card.clear_asked.connect(self.clear)
        self._page.view.search_asked.connect(self._search_by_result)

    def attach(self, jobs: Jobs) -> None:
        """Search with these workers from now on, once the library is open."""
        self._jobs = jobs
        self._ready = False
        jobs.searcher.warmed.connect(self._on_warmed)
        jobs.searcher.answered.connect(self._on_answer)
        jobs.searcher.failed.connect(self._on_failed)

    def detach(self) -> None:
        """The workers are about to end, or the library cannot be opened."""
        if self._jobs is not None:
            self._jobs.searcher.warmed.disconnect(self._on_warmed)
            self._jobs.searcher.answered.disconnect(self._on_answer)
            self._jobs.searcher.failed.disconnect(self._on_failed)
        self._jobs = None
        self._ready = self.searching = False

    def begin(self) -> None:
        """The library is open: answer what waits, or load what the first search needs."""
        self._ready = True
        if self.query is not None:
            self._run()
        elif self._jobs is not None:
            self._jobs.warm_up_asked.emit()

    def search(self, path: Path, from_ms: int | None = None, to_ms: int | None = None) -> None:
        """Search by a file, or by a part of it; before the library is open the search waits."""
        self.query = Intake(path, False, 1, from_ms, to_ms)
        self._focus_answer = True
        self._status.say("")
        self._run()

    def _run(self, same: bool = False) -> None:
        query = self.query
        if query is None:
            return
        self.searching = True
        self.begun.emit()
        self._work.show_query()
        self._page.show_searching(str(query.path), waiting=not self._ready, same=same)
        if self._ready and self._jobs is not None:
            options = SearchOptions.of(self._jobs.desk.settings.search, from_ms=query.from_ms, to_ms=query.to_ms)
            self._number = self._jobs.ask_search(query.path, options)

    @Slot()
    def again(self) -> None:
        """Search by the same file once more."""
        self._run(same=True)

    @Slot()
    def clear(self) -> None:
        """Put the query away; what is being searched is not answered any more."""
        self.query = None
        self._number = 0
        self.searching = False
        if self._jobs is not None:
            self._jobs.drop_searches()
        self._page.model.show(())
        self._work.show_idle()
        self._status.say("")

    def on_indexed(self) -> None:
        """The library has grown: what found nothing before is asked again, what is on the screen stays."""
        if self.query is None or self.searching:
            return
        if self._page.shows_results:
            again = self.tr("Search again to look through them too.")
            self._status.say(f"{self._status.message.text()} {again}")
        else:
            self._run(same=True)

    @Slot(object)
    def _search_by_result(self, result: SearchResult) -> None:
        whole = result.end_ms <= result.start_ms
        self.search(Path(result.path), None if whole else result.start_ms, None if whole else result.end_ms)

    @Slot(object)
    def _on_warmed(self, info: RuntimeInfo) -> None:
        self._status.show_runtime(info)

    @Slot(object)
    def _on_answer(self, answer: SearchAnswer) -> None:
        if answer.number != self._number:
            return
        self.searching = False
        self._page.show_answer(answer.response, answer.thumbnail)
        if answer.response.results and self._focus_answer:
            self._page.focus_results()
        self._focus_answer = False
        if not self._status.encoder_known and self._jobs is not None:
            self._jobs.warm_up_asked.emit()
        self.answered.emit()

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        if problem.number == 0:
            self._status.show_no_runtime(problem.sentence)
        elif problem.number == self._number:
            self.searching = False
            self._page.show_problem(problem.sentence)
            self.answered.emit()
