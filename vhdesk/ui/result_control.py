"""Everything that is done with results beyond looking at them: compare, mark, trash, export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from vhdesk.desk import LibrarySummary, SearchOptions, SearchResult
from vhdesk.ui.compare_window import AgreementErrand, CompareWindow
from vhdesk.ui.export import ExportErrand
from vhdesk.ui.formats import file_name
from vhdesk.ui.frame_loader import FrameLoader
from vhdesk.ui.intake import Shown
from vhdesk.ui.query_page import QueryPage
from vhdesk.ui.relevance import RelevanceControl
from vhdesk.ui.result_actions import ResultActions
from vhdesk.ui.search_control import SearchControl
from vhdesk.ui.side_jobs import ErrandDone
from vhdesk.ui.theme import Theme
from vhdesk.ui.trash import TrashBox, Trashed, TrashErrand, files_of
from vhdesk.ui.workers import Jobs


class ResultControl(QObject):
    """Stands between the grid and the workers that do errands.

    Attributes:
        compare_window: query and result side by side, once it was asked for.
        trash_box: the question before files go to the trash, while it is open.
        relevance: what the user says of results.

    Signals:
        said: a sentence for the status bar.
        trashed: files were moved to the trash, or could not be: ``Trashed``.
    """

    said = Signal(str)
    trashed = Signal(object)

    def __init__(
        self, window: QWidget, theme: Theme, page: QueryPage, searches: SearchControl, frames: FrameLoader
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._page = page
        self._searches = searches
        self._frames = frames
        self._jobs: Jobs | None = None
        self._asked: AgreementErrand | None = None
        self.compare_window: CompareWindow | None = None
        self.trash_box: TrashBox | None = None
        self.relevance = RelevanceControl(page.view, self)
        self.relevance.said.connect(self.said)
        self._actions = ResultActions(self)
        self._actions.said.connect(self.said)
        self._actions.vanished.connect(page.model.set_gone)
        page.view.asked.connect(self._on_asked)
        page.answer_shown.connect(self._on_shown)

    def attach(self, jobs: Jobs) -> None:
        """Have these workers do errands from now on."""
        self._jobs = jobs
        self.relevance.attach(jobs)
        jobs.errands.done.connect(self._on_done)

    def detach(self) -> None:
        """The workers are about to end."""
        self._jobs = None
        self.relevance.detach()
        if self.compare_window is not None:
            self.compare_window.close()

    def show_summary(self, summary: LibrarySummary) -> None:
        """Results on drives that are not connected say so."""
        self._page.model.set_offline(tuple(root.root.path for root in summary.roots if not root.online))
        self._page.view.actions_by_name["trash"].setEnabled(summary.writable)
        self.relevance.allow(summary.writable)

    @Slot(str, object)
    def _on_asked(self, what: str, results: tuple[SearchResult, ...]) -> None:
        jobs: dict[str, Callable[[tuple[SearchResult, ...]], None]] = {
            "open": self._actions.open,
            "folder": self._actions.show_in_folder,
            "path": self._actions.copy_paths,
            "moment": self._actions.copy_moments,
            "search": self._search,
            "compare": self._compare,
            "trash": self._ask_trash,
            "yes": self._mark_yes,
            "no": self._mark_no,
        }
        jobs[what](results)

    def _search(self, results: tuple[SearchResult, ...]) -> None:
        result = results[0]
        whole = result.end_ms <= result.start_ms
        self._searches.search(Path(result.path), None if whole else result.start_ms, None if whole else result.end_ms)

    # Compare

    def _compare(self, results: tuple[SearchResult, ...]) -> None:
        response, query = self._page.response, self._searches.query
        if response is not None and query is not None:
            self.compare(query.path, response.query_duration_ms, results[0], self._options())

    def compare(self, query: Path, query_duration_ms: int, result: SearchResult, options: SearchOptions | None) -> None:
        """Show a file and a result side by side; with ``options`` their codes, too."""
        if self._jobs is None:
            return
        if self.compare_window is None:
            self.compare_window = CompareWindow(self._theme, self._frames, self._window)
        window = self.compare_window
        self._page.scrub.stop()
        window.compare(query, query_duration_ms, result)
        window.show()
        window.raise_()
        window.activateWindow()
        if options is not None:
            self._asked = AgreementErrand(query, options, result.video_id)
            self._jobs.errand_asked.emit(self._asked)

    def _options(self) -> SearchOptions | None:
        """How the answer on the screen was searched for."""
        visit = self._searches.history.current
        if visit is None or visit.settings is None:
            return None
        return SearchOptions.of(visit.settings, from_ms=visit.query.from_ms, to_ms=visit.query.to_ms)

    # Marks

    def _mark_yes(self, results: tuple[SearchResult, ...]) -> None:
        self._mark(results, "yes")

    def _mark_no(self, results: tuple[SearchResult, ...]) -> None:
        self._mark(results, "no")

    def _mark(self, results: tuple[SearchResult, ...], mark: str) -> None:
        self.relevance.mark(results, mark)

    @Slot()
    def _on_shown(self) -> None:
        self.relevance.show_answer(self._page.response)

    # Trash

    def _ask_trash(self, results: tuple[SearchResult, ...]) -> None:
        self.ask_trash(results)

    def ask_trash(self, files: Sequence[Shown], *, size_bytes: int = 0, warning: str = "") -> None:
        """Ask whether files may go to the trash, and move them on a yes."""
        if self.trash_box is None and self._jobs is not None:
            errand = TrashErrand(files_of(files))
            self.trash_box = TrashBox(errand, self._theme, self._window, size_bytes=size_bytes, warning=warning)
            self.trash_box.finished.connect(self._on_trash_answered)
            self.trash_box.open()

    @Slot()
    def _on_trash_answered(self) -> None:
        box, self.trash_box = self.trash_box, None
        if box is not None:
            box.deleteLater()
            if box.move_chosen and self._jobs is not None:
                self._jobs.errand_asked.emit(box.errand)

    def _on_trashed(self, trashed: Trashed) -> None:
        row = self._page.view.currentIndex().row()
        self._page.model.set_trashed(trashed.moved)
        self._page.view.select_row(min(row, len(self._page.model.results) - 1))
        parts = []
        if trashed.moved:
            parts.append(self.tr("%Ln file(s) moved to the trash.", "", len(trashed.moved)))
        if trashed.kept:
            text = self.tr("{name} could not be moved: its drive has no trash or may not be written. It is unchanged.")
            if len(trashed.kept) > 1:
                text = self.tr(
                    "%Ln file(s) could not be moved: no trash on the drive, or not writable.", "", len(trashed.kept)
                )
            parts.append(text.replace("{name}", file_name(trashed.kept[0])))
        if trashed.unnoted:
            parts.append(self.tr("The library notices at its next scan."))
        self.said.emit(" ".join(parts))
        self.trashed.emit(trashed)
        if trashed.moved and self._jobs is not None:
            self._jobs.summary_asked.emit()

    # Export

    @Slot()
    def export(self) -> None:
        """Let the user pick a file and write the results as they are shown."""
        if not self._page.model.results:
            self.said.emit(self.tr("There are no results to export: search first."))
            return
        query = self._searches.query
        stem = Path(file_name(str(query.path))).stem if query is not None else "results"
        kinds = self.tr("Table (*.csv);;JSON (*.json)")
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Export the results"), f"{stem}_results.csv", kinds
        )
        if chosen:
            ending = ".json" if "json" in kind else ".csv"
            target = Path(chosen)
            self.export_to(target if target.suffix.lower() in (".csv", ".json") else Path(chosen + ending))

    def export_to(self, target: Path) -> None:
        """Write the results as they are shown."""
        response, options = self._page.response, self._options()
        if response is None or options is None or self._jobs is None:
            return
        model = self._page.model
        marks = tuple(model.marks.items())
        errand = ExportErrand(target, response, model.results, options, model.arrangement, marks)
        self._jobs.errand_asked.emit(errand)

    @Slot(object)
    def _on_done(self, done: ErrandDone) -> None:
        errand = done.errand
        if isinstance(errand, AgreementErrand):
            if errand is self._asked and self.compare_window is not None:
                if done.problem:
                    self.compare_window.show_no_agreement(done.problem)
                else:
                    self.compare_window.show_agreement(done.outcome)
        elif done.problem:
            self.said.emit(done.problem)
        elif isinstance(errand, TrashErrand):
            self._on_trashed(done.outcome)
        elif isinstance(errand, ExportErrand):
            written = self.tr("%Ln result(s) written to {name}.", "", done.outcome)
            self.said.emit(written.replace("{name}", file_name(str(errand.target))))
