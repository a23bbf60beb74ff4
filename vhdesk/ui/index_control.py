"""Index runs, one after the other: what waits, what runs, pause and stop."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from vhdesk.desk import CancelToken, IndexOptions, IndexProgress, IndexReport, PauseGate, ScanProgress, WatchNews
from vhdesk.ui.core_texts import told
from vhdesk.ui.formats import decimal, file_name
from vhdesk.ui.library_pane import LibraryPane
from vhdesk.ui.workers import IndexRequest, Jobs, Problem, SampleProgress, SampleRequest


@dataclass(frozen=True)
class Run:
    """A run that waits for its turn; no ``folders`` means all roots.

    Attributes:
        by_itself: a watched folder changed; nobody asked.
    """

    folders: tuple[Path, ...]
    options: IndexOptions
    by_itself: bool = False


class IndexControl(QObject):
    """Stands between the library pane and the index worker.

    Attributes:
        running: whether a run (or the making of the samples) is under way.

    Signals:
        begun: a run was handed to the worker.
        ended: it is over, with its ``IndexReport``, or ``None`` where it failed.
        said: a sentence for the status bar.
        samples_ready: the sample library is indexed; the query clip to try it with.
    """

    begun = Signal()
    ended = Signal(object)
    said = Signal(str)
    samples_ready = Signal(object)

    def __init__(self, pane: LibraryPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._jobs: Jobs | None = None
        self._waiting: deque[Run] = deque()
        self._cancel = CancelToken()
        self._pause = PauseGate()
        self._sample_query: Path | None = None
        self._by_itself = False
        self.running = False
        pane.indexing.pause_asked.connect(self.pause)
        pane.indexing.stop_asked.connect(self.stop)

    def attach(self, jobs: Jobs) -> None:
        """Run jobs with these workers from now on."""
        self._jobs = jobs
        self.running = False
        self._waiting.clear()
        jobs.indexer.progressed.connect(self._on_progress)
        jobs.indexer.finished.connect(self._on_finished)
        jobs.indexer.failed.connect(self._on_failed)
        jobs.indexer.sampled.connect(self._on_sampled)
        jobs.watcher.told.connect(self._on_told)
        jobs.watcher.failed.connect(self._on_watch_failed)

    def detach(self) -> None:
        """The workers are about to end."""
        self._jobs = None
        self.running = False
        self._waiting.clear()

    def index(self, folders: tuple[Path, ...], options: IndexOptions | None = None) -> None:
        """Index now, or as soon as what runs is over."""
        run = Run(folders, options or IndexOptions())
        if self.running:
            self._waiting.append(run)
            self.said.emit(self.tr("{name} is next.").replace("{name}", self._title(run)))
            return
        self._start(run)

    def make_samples(self) -> None:
        """Make the sample library, index it, and hand out its query clip."""
        if self.running or self._jobs is None:
            return
        self.running = True
        self._cancel, self._pause = CancelToken(), PauseGate()
        self._pane.set_note("")
        self._pane.indexing.begin_samples()
        self._pane.indexing.show()
        self.begun.emit()
        self._jobs.samples_asked.emit(SampleRequest(self._cancel))

    def _title(self, run: Run) -> str:
        return file_name(str(run.folders[0])) if run.folders else self.tr("All folders")

    def _start(self, run: Run) -> None:
        if self._jobs is None:
            return
        self.running = True
        self._by_itself = run.by_itself
        self._cancel, self._pause = CancelToken(), PauseGate()
        self._jobs.watch()
        self._pane.set_note("")
        self._pane.indexing.begin(self._title(run))
        self._pane.indexing.show()
        self.begun.emit()
        self._jobs.index_asked.emit(IndexRequest(run.folders, run.options, self._cancel, self._pause))

    @Slot(bool)
    def pause(self, paused: bool) -> None:
        """Pause the run after the batch in work, or go on."""
        if paused:
            self._pause.pause()
        else:
            self._pause.resume()

    @Slot()
    def stop(self) -> None:
        """Stop the run and forget what waits; everything finished is kept."""
        self._waiting.clear()
        self._sample_query = None
        self._cancel.cancel()
        self._pause.resume()
        self._pane.indexing.stopping()

    @Slot(object)
    def _on_progress(self, event: ScanProgress | IndexProgress | SampleProgress) -> None:
        if not self.running:
            return
        if isinstance(event, SampleProgress):
            self._pane.indexing.show_samples(event.done, event.total)
        elif isinstance(event, ScanProgress):
            self._pane.indexing.show_scan(event)
        else:
            self._pane.indexing.show_progress(event)

    @Slot(object)
    def _on_told(self, news: WatchNews) -> None:
        """A watched folder changed: index it now, or after what runs."""
        for note in news.notes:
            self.said.emit(told(note))
        run = Run(tuple(map(Path, news.folders)), IndexOptions(), by_itself=True)
        if not run.folders:
            return
        if not self.running:
            self._start(run)
        elif run not in self._waiting:
            self._waiting.append(run)

    @Slot(object)
    def _on_watch_failed(self, problem: Problem) -> None:
        self.said.emit(problem.sentence)

    @Slot(object)
    def _on_sampled(self, made: tuple[Path, Path]) -> None:
        if self._cancel.cancelled:
            self.said.emit(self._stopped())
            self._over(None)
            return
        folder, self._sample_query = made
        self._start(Run((folder,), IndexOptions()))

    @Slot(object)
    def _on_finished(self, report: IndexReport) -> None:
        self._pane.set_note(" ".join([*map(told, report.warnings), *self._damage(report)]))
        if report.videos.indexed or not self._by_itself:
            self.said.emit(self._sentence(report))
        query, self._sample_query = self._sample_query, None
        self._over(report)
        if query is not None and not report.cancelled:
            self.samples_ready.emit(query)

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        self._sample_query = None
        if problem.stopped:
            self.said.emit(self._stopped())
        else:
            self._pane.set_note(problem.sentence)
        self._over(None)

    def _over(self, report: IndexReport | None) -> None:
        self.running = False
        self._pane.indexing.hide()
        self.ended.emit(report)
        if self._waiting and not self.running:
            self._start(self._waiting.popleft())

    def _stopped(self) -> str:
        return self.tr("Stopped. Everything finished is saved; rescan to go on.")

    def _damage(self, report: IndexReport) -> list[str]:
        if not report.damaged:
            return []
        if len(report.damaged) == 1:
            only = report.damaged[0]
            return [f"{file_name(only.path)}: {told(only.reason)}"]
        return [self.tr("%Ln file(s) could be read only in part; Show lists them.", "", len(report.damaged))]

    def _sentence(self, report: IndexReport) -> str:
        if report.cancelled:
            return self._stopped()
        done = report.videos.indexed
        if not done:
            return self.tr("Nothing new to index.")
        videos = self.tr("Indexed %Ln video(s)", "", done)
        return self.tr("{videos} in {time} s.").replace("{videos}", videos).replace("{time}", decimal(report.seconds))
