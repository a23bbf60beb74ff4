"""The query: what is searched by, what is awaited, which answer still counts, and the way back to earlier ones."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from vhdesk.desk import RuntimeInfo, SearchOptions
from vhdesk.ui.formats import file_name
from vhdesk.ui.history import QueryHistory, Visit
from vhdesk.ui.intake import Intake
from vhdesk.ui.status_strip import StatusStrip
from vhdesk.ui.work_page import WorkPage
from vhdesk.ui.workers import Jobs, Problem, SearchAnswer


class SearchControl(QObject):
    """Stands between the query page and the search worker.

    Attributes:
        query: what is searched by; ``None`` while nothing is.
        searching: whether an answer is awaited.
        history: the queries so far.

    Signals:
        begun: a search was asked for, or an earlier query is shown again.
        answered: it was answered, or failed.
        moved: the place in the history is another.
        settings_recalled: an earlier query comes back with its ``SearchSettings``, which are to be those of the desk.
    """

    begun = Signal()
    answered = Signal()
    moved = Signal()
    settings_recalled = Signal(object)

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
        self.history = QueryHistory()
        card = self._page.card
        card.again_asked.connect(self.again)
        card.clear_asked.connect(self.clear)
        card.part_chosen.connect(self.search_part)
        card.back_asked.connect(self.back)
        card.forward_asked.connect(self.forward)
        self._page.back_asked.connect(self.back)
        self._page.forward_asked.connect(self.forward)

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
        self.search_all((Intake(path, False, from_ms, to_ms),))

    def search_all(self, queries: tuple[Intake, ...]) -> None:
        """Search by the first of some files; the others wait, one step forward each."""
        self._leave()
        self.history.push(queries)
        self._focus_answer = True
        self._status.say("")
        self._arrive()
        if len(queries) > 1:
            waiting = self.tr("%Ln more file(s) wait: go forward to search by them.", "", len(queries) - 1)
            self._status.say(waiting)

    @Slot(object, object)
    def search_part(self, from_ms: int | None, to_ms: int | None) -> None:
        """Search by another part of the same file; its results stay until the answer."""
        if self.query is not None:
            self._leave()
            self.history.push((dataclasses.replace(self.query, from_ms=from_ms, to_ms=to_ms),))
            self._arrive(same=True)

    @Slot()
    def back(self) -> None:
        """Show the query before this one, or the one that was put away."""
        self._go(-1)

    @Slot()
    def forward(self) -> None:
        """Show the query after this one."""
        self._go(1)

    def _go(self, step: int) -> None:
        if self.query is None:  # it was put away: it comes first
            step = 0 if step < 0 else step
        else:
            self._leave()
        before = self.query
        visit = self.history.go(step)
        if visit is None:
            return
        self._status.say("")
        if visit.settings is not None:
            self.settings_recalled.emit(visit.settings)
        same = before is not None and before.path == visit.query.path
        if visit.answer is None and not visit.problem:
            self._focus_answer = True
            self._arrive(same=same)
            return
        self._drop()
        self.query = visit.query
        self._work.show_query()
        self._recall(visit)

    def _recall(self, visit: Visit) -> None:
        """Show what is remembered of a query."""
        self._page.show_query(visit.query, self._name_at(-1))
        if visit.answer is not None:
            self._page.show_answer(visit.answer.response, visit.answer.thumbnail, visit.segment_id)
        else:
            self._page.show_problem(visit.problem)
        self._tell_place()
        self.begun.emit()
        if self._page.shows_results:
            self._page.focus_results()

    def _leave(self) -> None:
        """Remember which result had the keyboard."""
        current = self._page.view.current
        if self.query is not None and current is not None:
            self.history.update(segment_id=current.segment_id)

    def _arrive(self, *, same: bool = False) -> None:
        visit = self.history.current
        if visit is None:
            return
        self.query = visit.query
        self._page.show_query(visit.query, self._name_at(-1))
        self._run(same=same)
        self._tell_place()

    def _tell_place(self) -> None:
        before = self._name_at(-1 if self.query is not None else 0)
        self._page.card.show_place(before, self._name_at(1), self.history.waiting)
        self.moved.emit()

    def _name_at(self, step: int) -> str:
        visit = self.history.at(step)
        return file_name(str(visit.query.path)) if visit is not None else ""

    @property
    def may_go_back(self) -> bool:
        """Whether there is a query to go back to."""
        return self.history.at(-1 if self.query is not None else 0) is not None

    @property
    def may_go_forward(self) -> bool:
        """Whether there is a query to go forward to."""
        return self.history.at(1) is not None

    def _run(self, same: bool = False) -> None:
        query = self.query
        if query is None:
            return
        self.searching = True
        self.begun.emit()
        self._work.show_query()
        self._page.show_searching(waiting=not self._ready, same=same)
        if self._ready and self._jobs is not None:
            settings = self._jobs.desk.settings.search
            self.history.update(settings=settings)
            options = SearchOptions.of(settings, from_ms=query.from_ms, to_ms=query.to_ms)
            self._number = self._jobs.ask_search(query.path, options)

    @Slot()
    def again(self) -> None:
        """Search by the same file once more."""
        self._run(same=True)

    @Slot()
    def clear(self) -> None:
        """Put the query away; what is being searched is not answered any more."""
        self._leave()
        self._drop()
        self.query = None
        self._page.clear()
        self._work.show_idle()
        self._status.say("")
        self._tell_place()

    def _drop(self) -> None:
        """What is being searched is not answered any more."""
        self._number = 0
        self.searching = False
        if self._jobs is not None:
            self._jobs.drop_searches()

    def on_indexed(self) -> None:
        """The library has grown: what found nothing before is asked again, what is on the screen stays."""
        self.history.age()
        if self.query is None or self.searching:
            return
        if self._page.shows_results:
            again = self.tr("Search again to look through them too.")
            self._status.say(f"{self._status.message.text()} {again}")
        else:
            self._run(same=True)

    @Slot(object)
    def _on_warmed(self, info: RuntimeInfo) -> None:
        self._status.show_runtime(info)

    @Slot(object)
    def _on_answer(self, answer: SearchAnswer) -> None:
        if answer.number != self._number:
            return
        self.searching = False
        self.history.update(answer=answer, problem="")
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
            self.history.update(answer=None, problem=problem.sentence)
            self._page.show_problem(problem.sentence)
            self.answered.emit()
