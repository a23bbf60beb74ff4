"""Relevant, not a match: said of results, remembered by the library, and taken back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from vhdesk.desk import Desk, QueryIdentity, SearchResponse, SearchResult
from vhdesk.ui.formats import file_name
from vhdesk.ui.results_view import ResultsView
from vhdesk.ui.side_jobs import ErrandDone
from vhdesk.ui.workers import Jobs

MOST_UNDO = 100


@dataclass(frozen=True)
class MarkErrand:
    """Say something of some videos, or put back what was said: pairs of video id and mark."""

    query: QueryIdentity
    marks: tuple[tuple[int, str | None], ...]

    def do(self, desk: Desk) -> None:
        """Have the library remember it."""
        for video_id, mark in self.marks:
            desk.mark(self.query, video_id, mark)


class RelevanceControl(QObject):
    """Shows a mark at once, has it remembered, and puts it back where that fails or the user undoes it.

    Signals:
        said: a sentence for the status bar.
    """

    said = Signal(str)

    def __init__(self, view: ResultsView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._jobs: Jobs | None = None
        self._query: QueryIdentity | None = None
        # What was said since the window opened; what the library knew before comes with the answers.
        self._said: dict[QueryIdentity, dict[int, str | None]] = {}
        self._undo: list[MarkErrand] = []
        self._back: dict[MarkErrand, MarkErrand] = {}
        self.writable = True
        view.undo_asked.connect(self.undo)
        self._allow()

    def attach(self, jobs: Jobs) -> None:
        """Have these workers remember marks from now on."""
        self._jobs = jobs
        self._undo.clear()
        self._said.clear()
        jobs.errands.done.connect(self._on_done)
        self._allow()

    def detach(self) -> None:
        """The workers are about to end."""
        self._jobs = None

    def allow(self, writable: bool) -> None:
        """Whether the library can remember marks."""
        self.writable = writable
        self._allow()

    def _allow(self) -> None:
        actions = self._view.actions_by_name
        possible = self.writable and self._jobs is not None and self._query is not None
        actions["yes"].setEnabled(possible)
        actions["no"].setEnabled(possible)
        actions["undo"].setEnabled(possible and bool(self._undo))

    def show_answer(self, response: SearchResponse | None) -> None:
        """Another answer is shown, with what was said of its results."""
        self._query = response.identity if response is not None else None
        marks: dict[int, str] = {}
        if response is not None and self._query is not None:
            marks = {result.video_id: result.mark for result in response.results if result.mark is not None}
            for video, mark in self._said.get(self._query, {}).items():
                marks.pop(video, None)
                if mark is not None:
                    marks[video] = mark
        self._view.results.marks = marks
        self._allow()

    def mark(self, results: tuple[SearchResult, ...], mark: str) -> None:
        """Say ``yes`` or ``no`` of results; where it is said of all of them already it is taken back."""
        if self._query is None:
            return
        known = self._view.results.marks
        videos = list(dict.fromkeys(result.video_id for result in results))
        said = None if all(known.get(video) == mark for video in videos) else mark
        back = MarkErrand(self._query, tuple((video, known.get(video)) for video in videos))
        self._undo = [*self._undo[-MOST_UNDO + 1 :], back]
        self._send(MarkErrand(self._query, tuple((video, said) for video in videos)), back)
        name = file_name(results[0].path)
        if len(videos) > 1:
            name = self.tr("%Ln video(s)", "", len(videos))
        sentences = {
            "yes": self.tr("{name}: relevant. Ctrl+Z takes it back."),
            "no": self.tr("{name}: not a match; later searches by this query leave it out. Ctrl+Z takes it back."),
            None: self.tr("{name}: nothing is said of it any more."),
        }
        self.said.emit(sentences[said].replace("{name}", name))

    @Slot()
    def undo(self) -> None:
        """Take the last mark back."""
        if self._undo:
            back = self._undo.pop()
            said = self._said.get(back.query, {})
            self._send(back, MarkErrand(back.query, tuple((video, said.get(video)) for video, _ in back.marks)))
            self.said.emit(self.tr("The last mark was taken back."))

    def _send(self, errand: MarkErrand, back: MarkErrand) -> None:
        self._back[errand] = back
        self._show(errand)
        self._allow()
        if self._jobs is not None:
            self._jobs.errand_asked.emit(errand)

    def _show(self, errand: MarkErrand) -> None:
        self._said.setdefault(errand.query, {}).update(errand.marks)
        if errand.query == self._query:
            self._view.results.set_marks(dict(errand.marks))

    @Slot(object)
    def _on_done(self, done: ErrandDone) -> None:
        if not isinstance(done.errand, MarkErrand):
            return
        back = self._back.pop(done.errand, None)
        if done.problem and back is not None:
            self._show(back)
            self.said.emit(done.problem)
