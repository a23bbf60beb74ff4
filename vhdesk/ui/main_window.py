"""The window: one job, drop, look, act. Puts the panes together and hands work to the workers."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QWidget

from vhdesk.desk import Desk, IndexOptions, IndexReport, LibrarySummary
from vhdesk.settings import SearchSettings
from vhdesk.ui import window_state
from vhdesk.ui.closing_box import ClosingBox
from vhdesk.ui.drop_overlay import DropOverlay
from vhdesk.ui.empty_state import StartPage
from vhdesk.ui.failures_control import FailuresControl
from vhdesk.ui.failures_dialog import FailuresDialog
from vhdesk.ui.frame_loader import FrameLoader
from vhdesk.ui.index_control import IndexControl
from vhdesk.ui.intake_control import IntakeControl
from vhdesk.ui.menus import Menus
from vhdesk.ui.result_control import ResultControl
from vhdesk.ui.search_control import SearchControl
from vhdesk.ui.shell import Shell
from vhdesk.ui.startup import process_age_ms
from vhdesk.ui.status_strip import StatusStrip
from vhdesk.ui.theme import Theme
from vhdesk.ui.thumbnail_loader import ThumbnailLoader
from vhdesk.ui.trouble_page import TroublePage
from vhdesk.ui.work_page import WorkPage
from vhdesk.ui.workers import Jobs, Problem

STOP_LIMIT_MS = 15_000


class MainWindow(QMainWindow):
    """The main window of one library.

    Attributes:
        first_paint_ms: age of the process when the window was first on the screen; ``None`` before.
        library_open: whether the library is open.
        summary: what it holds; ``None`` while that is not known.
        threads_ended: whether every thread had ended when the window closed.
        closing_box: the question that is asked when the window is closed while indexing, while it is open.

    Signals:
        opened: the library is open.
        answered: a query was answered, or failed.
    """

    opened = Signal()
    answered = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.desk = desk
        self.theme = theme
        self.first_paint_ms: float | None = None
        self.library_open = False
        self.threads_ended = True
        self.closing_box: ClosingBox | None = None
        self._jobs: Jobs | None = None
        self.summary: LibrarySummary | None = None
        self._folders_before_open: list[tuple[tuple[Path, ...], IndexOptions | None]] = []
        self._samples_before_open = False
        self._closing = self._overdue = self._recalling = False
        self._stop_limit = QTimer(self, singleShot=True, interval=STOP_LIMIT_MS)
        self.setWindowTitle("vhdesk")
        self.thumbnails = ThumbnailLoader(parent=self)
        self.frames = FrameLoader(self)
        self.status = StatusStrip(self)
        self.setStatusBar(self.status)
        self._make_pages()
        self.shell = Shell(self)
        self.menus = Menus(self, self._menu_jobs(), theme.choice, set_aside=desk.settings.search.set_aside)
        self._connect()
        self.resize(1280, 800)
        window_state.restore(self)
        self.show_page(self.work if os.path.exists(desk.library_path) else self.start)

    # The parts

    def _make_pages(self) -> None:
        self.start = StartPage(self.theme, self)
        self.work = WorkPage(self.theme, self.thumbnails, self.frames, self.desk.settings, self)
        self.pane, self.query = self.work.pane, self.work.query
        self.trouble = TroublePage(self.theme, self)
        self.pages = QStackedWidget(self)
        for page in (self.start, self.work, self.trouble):
            self.pages.addWidget(page)
        self.setCentralWidget(self.pages)
        self.overlay = DropOverlay(self.theme, self, self.pages)
        self.control = IndexControl(self.pane, self)
        self.searches = SearchControl(self.work, self.status, self)
        self.results = ResultControl(self, self.theme, self.query, self.searches, self.frames)
        self.intake = IntakeControl(self, self.searches.search_all, self._offer_folders)
        self.failures = FailuresControl(self, self._retry)
        self._parts = (self.thumbnails, self.frames, self.control, self.searches, self.results, self.failures)

    def _menu_jobs(self) -> dict[str, Callable[..., object]]:
        return {
            "open_query": self.intake.choose_query,
            "paste": self.intake.paste,
            "export": self.results.export,
            "back": self.searches.back,
            "forward": self.searches.forward,
            "add_folder": self.intake.choose_folder,
            "quit": self.close,
            "rescan": self.rescan_all,
            "failures": self.ask_failures,
            **self.shell.menu_jobs(),
        }

    def _connect(self) -> None:
        self.start.page.first.connect(self.intake.choose_folder)
        self.start.page.second.connect(self.try_samples)
        self.trouble.rebuild_asked.connect(self.rebuild)
        self.trouble.choose_asked.connect(self.choose_library)
        self.trouble.again_asked.connect(self.open_again)
        self.work.idle.first.connect(self.intake.choose_query)
        self.pane.add_asked.connect(self.intake.choose_folder)
        self.pane.rescan_asked.connect(self._rescan)
        self.pane.folder_asked.connect(self._show_folder)
        self.pane.failures_asked.connect(self.ask_failures)
        self.query.card.open_asked.connect(self.intake.choose_query)
        self.query.add_asked.connect(self.intake.choose_folder)
        self.query.header.bits_chosen.connect(self._choose_bits)
        self.query.filters.group_chosen.connect(self._choose_group)
        self.query.filters.tile_size.sliderReleased.connect(self._keep_tile_width)
        self.searches.settings_recalled.connect(self._recall_settings)
        self.searches.moved.connect(self._allow_actions)
        self.searches.begun.connect(self.show_work)
        self.searches.answered.connect(self.answered)
        for speaker in (self.results, self.control, self.intake, self.failures):
            speaker.said.connect(self.say)
        self.control.begun.connect(self._on_index_begun)
        self.control.ended.connect(self._on_index_ended)
        self.control.samples_ready.connect(self.search)
        self.overlay.dropped.connect(self.intake.take)
        self._stop_limit.timeout.connect(self._on_stop_overdue)

    # Starting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is measured, and only then the heavy parts begin to load."""
        super().paintEvent(event)
        if self.first_paint_ms is None:
            self.first_paint_ms = process_age_ms()
            QTimer.singleShot(0, self._on_painted)

    @Slot()
    def _on_painted(self) -> None:
        self.first_paint_ms = process_age_ms()
        if not self._closing and self._jobs is None:
            self._open_library()

    def _open_library(self) -> None:
        jobs = self._jobs = Jobs(self.desk, self)
        for part in (*self._parts, self.shell.tuning):
            part.attach(jobs)
        jobs.library.opened.connect(self._on_opened)
        jobs.library.open_failed.connect(self._on_open_failed)
        jobs.library.rebuilt.connect(self.say)
        jobs.library.summarised.connect(self._on_summary)
        jobs.library.failed.connect(self._on_problem)
        jobs.indexer.summarised.connect(self._on_summary)
        jobs.open_asked.emit()

    @Slot(object)
    def _on_opened(self, summary: LibrarySummary) -> None:
        self.library_open = True
        fresh = not summary.roots and self.searches.query is None
        self.show_page(self.start if fresh else self.work)
        self._on_summary(summary)
        self.searches.begin()
        folders, self._folders_before_open = self._folders_before_open, []
        for waiting in folders:
            self.add_folders(*waiting)
        if self._samples_before_open and not folders:
            self.try_samples()
        self._samples_before_open = False
        self.opened.emit()

    @Slot(object)
    def _on_open_failed(self, problem: Problem) -> None:
        self.searches.detach()
        self.status.unopened()
        self.trouble.show_problem(problem)
        self.show_page(self.trouble)

    @Slot()
    def rebuild(self) -> None:
        """Rebuild the damaged library, and open it."""
        if self._jobs is not None:
            self.trouble.show_rebuilding()
            self.searches.attach(self._jobs)
            self._jobs.rebuild_asked.emit()

    @Slot()
    def choose_library(self) -> None:
        """Let the user pick another library file; a name that is not there yet makes a new one."""
        title, kinds = self.tr("Choose a library"), self.tr("Libraries (*.vhdesk);;All files (*)")
        chosen, _ = QFileDialog.getSaveFileName(
            self, title, str(self.desk.library_path.parent), kinds, "", QFileDialog.Option.DontConfirmOverwrite
        )
        if chosen:
            self.use_library(Path(chosen))

    @Slot()
    def open_again(self) -> None:
        """Try the library that could not be opened once more."""
        self.use_library(self.desk.library_path)

    def use_library(self, path: Path) -> None:
        """Open another library in place of one that could not be opened."""
        self.shell.end_jobs()
        if self._jobs is not None:
            self.threads_ended = self._jobs.shutdown()
        self.desk = Desk(path, self.desk.settings, remember=self.desk.remember)
        self.shell.preferences.desk = self.desk
        self.library_open = False
        self.summary = None
        self.status.starting()
        self.work.say_idle(None, indexing=False)
        self.show_page(self.work)
        self._open_library()

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages."""
        self.pages.setCurrentWidget(page)
        self.overlay.accepting = page is not self.trouble
        self._allow_actions()

    @Slot()
    def _allow_actions(self) -> None:
        usable = self.pages.currentWidget() is not self.trouble
        writable = self.summary is None or self.summary.writable
        self.menus.open_query.setEnabled(usable)
        self.menus.back.setEnabled(usable and self.searches.may_go_back)
        self.menus.forward.setEnabled(usable and self.searches.may_go_forward)
        self.menus.export.setEnabled(usable and self.searches.query is not None)
        self.menus.paste.setEnabled(usable)
        self.menus.add_folder.setEnabled(usable and writable)
        self.menus.rescan.setEnabled(usable and self.summary is not None and writable)
        self.menus.duplicates.setEnabled(usable)
        self.menus.failures.setEnabled(usable and self.summary is not None)
        for action in (self.menus.models, self.menus.training):
            action.setEnabled(usable and self.summary is not None)

    # What the library holds

    @Slot(object)
    def _on_summary(self, summary: LibrarySummary) -> None:
        self.summary = summary
        self.pane.show_summary(summary)
        self.start.set_writable(summary.writable)
        self.query.allow_adding(summary.writable)
        self.failures.writable = summary.writable
        self.results.show_summary(summary)
        self.shell.duplicates.show_summary(summary)
        self.shell.tools.training.show_summary(summary)
        if not summary.writable:
            self.pane.set_note(self._read_only_sentence())
        self.status.show_counts(summary, self.desk.settings.search.bits)
        self._allow_actions()
        self._say_idle()

    def _read_only_sentence(self) -> str:
        return self.tr("This library can be read but not written: folders cannot be added.")

    def _say_idle(self) -> None:
        self.work.say_idle(self.summary, indexing=self.control.running)

    @Slot(object)
    def _on_problem(self, problem: Problem) -> None:
        self.say(problem.sentence)

    @Slot(str)
    def say(self, sentence: str) -> None:
        """A sentence at the right end of the status bar; it stays until the next one."""
        self.status.say(sentence)

    @property
    def settled(self) -> bool:
        """Whether everything that was asked for is on the screen."""
        if self.pages.currentWidget() is self.trouble:
            return True
        waiting = self.searching or self.control.running or self.thumbnails.pending > 0 or self.frames.pending > 0
        return self.first_paint_ms is not None and self.library_open and not waiting

    # Searching

    @property
    def searching(self) -> bool:
        """Whether an answer is awaited."""
        return self.searches.searching

    @Slot(object)
    def search(self, path: Path) -> None:
        """Search by a file; before the library is open the search waits."""
        self.searches.search(path)

    @Slot()
    def show_work(self) -> None:
        """The library and its searches."""
        self.show_page(self.work)

    @Slot(int)
    def _choose_bits(self, bits: int) -> None:
        self.shell.preferences.set("search", "bits", bits)

    @Slot(str)
    def _choose_group(self, group: str) -> None:
        self.shell.preferences.set("search", "group", group)

    def on_search_setting(self, name: str) -> None:
        """A setting of searches has changed: what is on the screen follows."""
        search = self.desk.settings.search
        if name == "bits":
            self.query.header.show_bits(search.bits)
            if self.summary is not None:
                self.status.show_counts(self.summary, search.bits)
        elif name == "group":
            self.query.filters.show_group(search.group)
        if self.searches.query is not None and not self._recalling:
            self.searches.again()

    @Slot(object)
    def _recall_settings(self, search: SearchSettings) -> None:
        """An earlier query comes back as it was searched by; the controls show that, and nothing is searched."""
        self._recalling = True
        self.shell.preferences.put(dataclasses.replace(self.desk.settings, search=search))
        self._recalling = False

    @Slot()
    def _keep_tile_width(self) -> None:
        self.shell.preferences.set("window", "tile_width", self.query.filters.tile_size.value())

    # Indexing

    def add_folder(self, folder: Path) -> None:
        """Add one folder as it is recommended."""
        self.add_folders((folder,))

    def add_folders(self, folders: tuple[Path, ...], options: IndexOptions | None = None) -> None:
        """Add folders to the library and index them; before the library is open they wait."""
        if self.summary is not None and not self.summary.writable:
            self.say(self._read_only_sentence())
        elif not self.library_open:
            self._folders_before_open.append((folders, options))
        else:
            self.control.index(folders, options)

    @Slot()
    def rescan_all(self) -> None:
        """Look for new and changed videos in every folder."""
        if self.library_open:
            self.control.index(())

    @Slot(str)
    def _rescan(self, root: str) -> None:
        self.control.index((Path(root),) if root else ())

    @Slot(str)
    def _show_folder(self, root: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(root)):
            self.say(self.tr("No file manager was found."))

    @Slot()
    def try_samples(self) -> None:
        """Make the sample library, index it and drop its query."""
        if self.library_open:
            self.control.make_samples()
        else:
            self._samples_before_open = True

    @Slot()
    def _on_index_begun(self) -> None:
        if self.pages.currentWidget() is self.start:
            self.show_page(self.work)
        self._say_idle()

    @Slot(object)
    def _on_index_ended(self, report: IndexReport | None) -> None:
        self.thumbnails.clear()
        self.query.view.viewport().update()
        if self._jobs is not None:
            self._jobs.summary_asked.emit()
        self._say_idle()
        if not self.after_job() and report is not None and report.segments:
            self.searches.on_indexed()

    @Slot()
    def ask_failures(self) -> None:
        """List what could not be indexed."""
        if self.library_open:
            self.failures.ask()

    @property
    def failures_dialog(self) -> FailuresDialog | None:
        """The list of failures, while it is open."""
        return self.failures.dialog

    def _retry(self) -> None:
        self.control.index((), IndexOptions(retry=True))

    def _offer_folders(self, folders: tuple[Path, ...] = ()) -> None:
        """Folders came, or are to be chosen: the wizard takes them."""
        if self.summary is not None and not self.summary.writable:
            self.say(self._read_only_sentence())
        else:
            self.shell.add_folders(folders)

    # Closing

    @property
    def busy(self) -> bool:
        """Whether something runs that closing the window would stop."""
        return self.control.running or self.shell.tools.training.running

    def after_job(self) -> bool:
        """Something that ran is over: close the window where that is what was waited for; whether it was."""
        if self.closing_box is not None and not self.busy:
            self.closing_box.stop_button.click()
        elif self._closing:
            self.close()
        return self._closing

    def closeEvent(self, event: QCloseEvent) -> None:
        """While videos are indexed or something is trained the user is asked first; all is ended, with a limit."""
        if not self.busy or self._overdue:
            event.accept()
            self._shut_down()
            return
        event.ignore()
        if self._closing or self.closing_box is not None:
            return
        self.closing_box = ClosingBox(self.theme, self, indexing=self.control.running)
        self.closing_box.finished.connect(self._on_closing_answered)
        self.closing_box.open()

    @Slot()
    def _on_closing_answered(self) -> None:
        box, self.closing_box = self.closing_box, None
        if box is None:
            return
        box.deleteLater()
        if box.stop_chosen:
            self.stop_and_close()
        else:
            self.shell.open_again = False

    @Slot()
    def stop_and_close(self) -> None:
        """Stop what runs and close without asking; the window stays alive until the run has ended."""
        self._closing = True
        if self.busy:
            self.shell.tools.training.stop()
            if self.control.running:
                self.control.stop()
            self.say(self.tr("Stopping, then closing…"))
            self._stop_limit.start()
        else:
            self.close()

    @Slot()
    def _on_stop_overdue(self) -> None:
        self._overdue = True
        self.close()

    def _shut_down(self) -> None:
        self._closing = True
        self._stop_limit.stop()
        shell_ended = self.shell.end_jobs()
        jobs, self._jobs = self._jobs, None
        if jobs is None:
            return
        window_state.remember(self)
        self._keep_tile_width()
        # Hidden first, so that nobody looks at a window that waits for its threads.
        self.hide()
        for part in (*self._parts, self.shell.tuning):
            part.detach()
        self.threads_ended = jobs.shutdown() and shell_ended
