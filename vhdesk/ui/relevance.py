"""Relevant, not a match: said of results, remembered by the library, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal, Slot

from vhdesk.desk import Desk, SearchResult
from vhdesk.ui.formats import counted, file_name
from vhdesk.ui.results_view import ResultsView
from vhdesk.ui.side_jobs import ErrandDone
from vhdesk.ui.workers import Jobs

MOST_UNDO = 100


@runtime_checkable
class Marks(Protocol):
    """A desk that remembers what the user says of a query's results."""

    def mark(self, query: Path, video_id: int, mark: str | None) -> None:
        """Remember ``yes``, ``no`` or nothing."""


@dataclass(frozen=True)
class MarkErrand:
    """Say the same of some videos, or put back what was said: pairs of video id and mark."""

    query: Path
    marks: tuple[tuple[int, str | None], ...]

    def do(self, desk: Desk) -> None:
        """Have the library remember it."""
        assert isinstance(desk, Marks)
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
        self._query: Path | None = None
        self._said: dict[Path, dict[int, str]] = {}
        self._undo: list[MarkErrand] = []
        self._before: dict[MarkErrand, MarkErrand] = {}
        view.undo_asked.connect(self.undo)
        self._allow()

    def attach(self, jobs: Jobs) -> None:
        """Have these workers remember marks from now on."""
        self._jobs = jobs
        self._undo.clear()
        jobs.errands.done.connect(self._on_done)
        self._allow()

    def detach(self) -> None:
        """The workers are about to end."""
        self._jobs = None

    @property
    def possible(self) -> bool:
        """Whether the library remembers marks."""
        return self._jobs is not None and isinstance(self._jobs.desk, Marks)

    def _allow(self) -> None:
        actions = self._view.actions_by_name
        actions["yes"].setEnabled(self.possible)
        actions["no"].setEnabled(self.possible)
        actions["undo"].setEnabled(self.possible and bool(self._undo))

    def show_query(self, query: Path | None) -> None:
        """The results of another query are shown, with what was said of them."""
        if query != self._query:
            self._query = query
            self._view.results.marks = self._said.setdefault(query, {}) if query is not None else {}

    def mark(self, query: Path, results: tuple[SearchResult, ...], mark: str) -> None:
        """Say ``yes`` or ``no`` of results; what is said of all of them already is taken back."""
        if not self.possible:
            return
        known = self._view.results.marks
        videos = list(dict.fromkeys(result.video_id for result in results))
        said = None if all(known.get(video) == mark for video in videos) else mark
        back = MarkErrand(query, tuple((video, known.get(video)) for video in videos))
        self._undo = [*self._undo[-MOST_UNDO + 1 :], back]
        self._send(MarkErrand(query, tuple((video, said) for video in videos)), back)
        name = file_name(results[0].path) if len(videos) == 1 else counted(len(videos), "{n}", self.tr("{n} videos"))
        sentences = {
            "yes": self.tr("{name}: relevant. Ctrl+Z takes it back."),
            "no": self.tr("{name}: not a match, and left out of later searches by this. Ctrl+Z takes it back."),
            None: self.tr("{name}: nothing is said of it any more."),
        }
        self.said.emit(sentences[said].replace("{name}", name))

    @Slot()
    def undo(self) -> None:
        """Take the last mark back."""
        if self._undo:
            back = self._undo.pop()
            known = self._said.get(back.query, {})
            again = MarkErrand(back.query, tuple((video, known.get(video)) for video, _ in back.marks))
            self._send(back, again)
            self.said.emit(self.tr("The last mark was taken back."))

    def _send(self, errand: MarkErrand, back: MarkErrand) -> None:
        self._before[errand] = back
        self._show(errand)
        self._allow()
        if self._jobs is not None:
            self._jobs.errand_asked.emit(errand)

    @Slot(object)
    def _on_done(self, done: ErrandDone) -> None:
        if not isinstance(done.errand, MarkErrand):
            return
        back = self._before.pop(done.errand, None)
        if done.problem and back is not None:
            self._show(back)
            self.said.emit(done.problem)

    def _show(self, errand: MarkErrand) -> None:
        if errand.query == self._query:
            self._view.results.set_marks(dict(errand.marks))
            return
        said = self._said.setdefault(errand.query, {})
        for video, mark in errand.marks:
            said.pop(video, None)
            if mark is not None:
                said[video] = mark
