"""The only place with threads: the desk's jobs, each in the thread that owns it, told to the window by signals.

Requests and answers are frozen values. A worker emits only from its own thread; the window receives with bound slots.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage

from vhdesk.desk import (
    CancelToken,
    Desk,
    Failure,
    IndexEvent,
    IndexOptions,
    IndexProgress,
    PauseGate,
    ScanProgress,
    SearchOptions,
    SearchResponse,
)
from vhdesk.errors import Interrupted, LibraryBusy, LibraryDamaged, VhdeskError
from vhdesk.ui.core_texts import told
from vhdesk.ui.side_jobs import ErrandWorker, FrameWorker, sentence_of

log = logging.getLogger(__name__)

SUMMARY_EVERY_S = 1.0
PENDING_THUMBNAILS = 160
# After this a job that does not end by itself has its processes taken away.
PATIENCE_S = 5.0


@dataclass(frozen=True)
class Problem:
    """A job that failed.

    Attributes:
        sentence: what to show.
        busy: another vhdesk is writing to the library: worth trying again later.
        number: of the search that failed; 0 for other jobs.
        stopped: the user stopped it.
        damaged: the library is damaged; perhaps it can be rebuilt.
    """

    sentence: str
    busy: bool = False
    number: int = 0
    stopped: bool = False
    damaged: bool = False


@dataclass(frozen=True)
class SearchRequest:
    """One search; the highest ``number`` wins."""

    number: int
    query: Path
    options: SearchOptions


@dataclass(frozen=True)
class SearchAnswer:
    """The answer to the request of the same number, with the query's picture decoded."""

    number: int
    response: SearchResponse
    thumbnail: QImage


@dataclass(frozen=True)
class IndexRequest:
    """One index run, with the handles that pause and stop it; no ``folders`` means all roots."""

    folders: tuple[Path, ...]
    options: IndexOptions
    cancel: CancelToken
    pause: PauseGate


@dataclass(frozen=True)
class SampleRequest:
    """Make the sample library, with the handle that stops it."""

    cancel: CancelToken


@dataclass(frozen=True)
class SampleProgress:
    """How many of the sample videos are made."""

    done: int
    total: int


@dataclass(frozen=True)
class Unread:
    """The files that gave no picture, and those of which only a part could be read."""

    failures: tuple[Failure, ...]
    damaged: tuple[Failure, ...]


@dataclass(frozen=True)
class Thumbnail:
    """The picture of a segment; ``image`` is null where there is none."""

    segment_id: int
    image: QImage


def problem_of(fault: Exception, number: int = 0) -> Problem:
    """The sentence for a fault in the window's language; faults of ours go to the log with their traceback."""
    if isinstance(fault, VhdeskError):
        return Problem(
            told(fault),
            busy=isinstance(fault, LibraryBusy),
            number=number,
            stopped=isinstance(fault, Interrupted),
            damaged=isinstance(fault, LibraryDamaged),
        )
    return Problem(sentence_of(fault), number=number)


class LibraryWorker(QObject):
    """Opens the library and reads what the window shows of it.

    Signals:
        opened: the library is open, with its ``LibrarySummary``.
        rebuilt: a damaged library was rebuilt, with the sentence that says what was kept; ``opened`` follows.
        open_failed: it cannot be used, with a ``Problem``.
        summarised: a fresh ``LibrarySummary``.
        failures_read: the ``Unread`` files.
        failed: reading failed, with a ``Problem``.
    """

    opened = Signal(object)
    rebuilt = Signal(str)
    open_failed = Signal(object)
    summarised = Signal(object)
    failures_read = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    @Slot()
    def open(self) -> None:
        """Open or create the library file."""
        try:
            summary = self._desk.open()
        except Exception as fault:  # noqa: BLE001 - the border of a thread: everything becomes a sentence
            self.open_failed.emit(problem_of(fault))
        else:
            self.opened.emit(summary)

    @Slot()
    def rebuild(self) -> None:
        """Rebuild a damaged library from what can be read of it, and open it."""
        try:
            sentence = told(self._desk.rebuild().sentence())
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.open_failed.emit(problem_of(fault))
        else:
            self.rebuilt.emit(sentence)
            self.open()

    @Slot()
    def summarise(self) -> None:
        """Read the library's counts."""
        try:
            summary = self._desk.summary()
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.failed.emit(problem_of(fault))
        else:
            self.summarised.emit(summary)

    @Slot()
    def read_failures(self) -> None:
        """Read the files that could not be indexed."""
        try:
            unread = Unread(self._desk.failures(), self._desk.damaged())
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.failed.emit(problem_of(fault))
        else:
            self.failures_read.emit(unread)


class SearchWorker(QObject):
    """Owns the index in memory and answers searches, the newest first and only.

    Attributes:
        newest: number of the newest request, set by the window; older ones are passed over.

    Signals:
        warmed: the engine is loaded, with its ``RuntimeInfo``.
        answered: a ``SearchAnswer``.
        failed: a ``Problem``; ``number`` 0 is the warm-up.
    """

    warmed = Signal(object)
    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.newest = 0

    @Slot()
    def warm_up(self) -> None:
        """Load encoder, index and decoder, so that the first search is fast."""
        try:
            info = self._desk.warm_up()
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.failed.emit(problem_of(fault))
        else:
            self.warmed.emit(info)

    @Slot(object)
    def search(self, request: SearchRequest) -> None:
        """Answer a request unless a newer one waits behind it."""
        if request.number < self.newest:
            return
        try:
            response = self._desk.search(request.query, request.options)
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.failed.emit(problem_of(fault, request.number))
        else:
            picture = QImage.fromData(response.query_thumbnail) if response.query_thumbnail else QImage()
            self.answered.emit(SearchAnswer(request.number, response, picture))


class IndexWorker(QObject):
    """Runs one index job at a time.

    Signals:
        progressed: ``ScanProgress``, ``IndexProgress`` or ``SampleProgress``, at most ten a second.
        summarised: a fresh ``LibrarySummary``, about once a second while videos come in.
        finished: the ``IndexReport``, of a stopped run too.
        failed: a ``Problem``.
        sampled: the folder of the sample library and a query clip, as a tuple of paths.
    """

    progressed = Signal(object)
    summarised = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    sampled = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._summarised_at = 0.0

    @Slot(object)
    def run(self, request: IndexRequest) -> None:
        """Index folders until done or stopped."""
        self._summarised_at = time.monotonic()
        try:
            report = self._desk.index(
                request.folders, request.options, cancel=request.cancel, pause=request.pause, on_event=self._on_event
            )
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.failed.emit(problem_of(fault))
        else:
            self.finished.emit(report)

    def _on_event(self, event: IndexEvent) -> None:
        if not isinstance(event, ScanProgress | IndexProgress):
            return
        self.progressed.emit(event)
        now = time.monotonic()
        paused = isinstance(event, IndexProgress) and event.paused
        if paused or now - self._summarised_at >= SUMMARY_EVERY_S:
            self._summarised_at = now
            self.summarised.emit(self._desk.summary())

    @Slot(object)
    def make_samples(self, request: SampleRequest) -> None:
        """Make the sample library."""
        try:
            made = self._desk.make_samples(on_progress=self._on_sample, cancel=request.cancel)
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.failed.emit(problem_of(fault))
        else:
            self.sampled.emit(made)

    def _on_sample(self, done: int, total: int) -> None:
        self.progressed.emit(SampleProgress(done, total))


class WatchWorker(QObject):
    """Watches the library's folders until it is told to stop.

    Signals:
        told: a ``WatchNews``.
        failed: a ``Problem``; nothing is watched any more.
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    @Slot(object)
    def run(self, cancel: CancelToken) -> None:
        """Tell of changed folders."""
        try:
            with self._desk.watch() as watch:
                while (news := watch.wait(cancel)) is not None:
                    self.told.emit(news)
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.failed.emit(problem_of(fault))


class ThumbnailWorker(QObject):
    """Reads and decodes thumbnails, the newest request first.

    What scrolled out of sight falls off the far end of the queue: :meth:`push` tells which.

    Signals:
        made: a ``Thumbnail``.
    """

    made = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lock = threading.Lock()
        self._queue: OrderedDict[int, None] = OrderedDict()
        self._stopped = False

    def push(self, segment_id: int) -> int | None:
        """Ask for a picture, from any thread; the result is a request that was dropped for it."""
        with self._lock:
            self._queue[segment_id] = None
            self._queue.move_to_end(segment_id)
            return self._queue.popitem(last=False)[0] if len(self._queue) > PENDING_THUMBNAILS else None

    def stop(self) -> None:
        """Forget what was asked for, from any thread."""
        with self._lock:
            self._stopped = True
            self._queue.clear()

    def _pop(self) -> int | None:
        with self._lock:
            return self._queue.popitem()[0] if self._queue and not self._stopped else None

    @Slot()
    def work(self) -> None:
        """Decode until nothing is asked for."""
        while (segment_id := self._pop()) is not None:
            image = QImage()
            try:
                data = self._desk.thumbnail(segment_id)
            except Exception as fault:  # noqa: BLE001 - a missing picture is a grey tile, not a message
                log.info("No thumbnail for segment %d: %s", segment_id, fault)
                data = None
            if data:
                image.loadFromData(data)
            self.made.emit(Thumbnail(segment_id, image))


class Jobs(QObject):
    """The threads of one open library and the signals that set them to work.

    Attributes:
        library: opens and reads.
        searcher: searches.
        indexer: indexes.
        painter: decodes thumbnails.
        watcher: watches the folders.
        framer: reads frames for filmstrips, previews and the player.
        errands: exports, trash and other short things.

    Signals:
        open_asked, rebuild_asked, summary_asked, failures_asked, warm_up_asked, thumbnails_asked: without a value.
        samples_asked: a ``SampleRequest``.
        search_asked: a ``SearchRequest``.
        index_asked: an ``IndexRequest``.
        watch_asked: a ``CancelToken`` that ends the watch.
        frames_asked: without a value; what is asked for was pushed to the framer.
        errand_asked: an ``Errand``.
    """

    open_asked = Signal()
    rebuild_asked = Signal()
    summary_asked = Signal()
    failures_asked = Signal()
    warm_up_asked = Signal()
    samples_asked = Signal(object)
    thumbnails_asked = Signal()
    search_asked = Signal(object)
    index_asked = Signal(object)
    watch_asked = Signal(object)
    frames_asked = Signal()
    errand_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.library = LibraryWorker(desk)
        self.searcher = SearchWorker(desk)
        self.indexer = IndexWorker(desk)
        self.painter = ThumbnailWorker(desk)
        self.watcher = WatchWorker(desk)
        self.framer = FrameWorker(desk)
        self.errands = ErrandWorker(desk)
        self._watching: CancelToken | None = None
        self._threads: list[QThread] = []
        for name, worker in (
            ("library", self.library),
            ("search", self.searcher),
            ("index", self.indexer),
            ("thumbnails", self.painter),
            ("watch", self.watcher),
            ("frames", self.framer),
            ("errands", self.errands),
        ):
            thread = QThread(self)
            thread.setObjectName(name)
            worker.moveToThread(thread)
            self._threads.append(thread)
        self.open_asked.connect(self.library.open)
        self.rebuild_asked.connect(self.library.rebuild)
        self.summary_asked.connect(self.library.summarise)
        self.failures_asked.connect(self.library.read_failures)
        self.warm_up_asked.connect(self.searcher.warm_up)
        self.search_asked.connect(self.searcher.search)
        self.index_asked.connect(self.indexer.run)
        self.samples_asked.connect(self.indexer.make_samples)
        self.thumbnails_asked.connect(self.painter.work)
        self.watch_asked.connect(self.watcher.run)
        self.frames_asked.connect(self.framer.work)
        self.errand_asked.connect(self.errands.run)
        for thread in self._threads:
            thread.start()

    def ask_search(self, query: Path, options: SearchOptions) -> int:
        """Search, newest wins; the result is the number that the answer will carry."""
        self.searcher.newest += 1
        self.search_asked.emit(SearchRequest(self.searcher.newest, query, options))
        return self.searcher.newest

    def watch(self) -> None:
        """Watch the library's folders from now on, where the settings want it."""
        if self._watching is None and self.desk.settings.indexing.watch:
            self._watching = CancelToken()
            self.watch_asked.emit(self._watching)

    def drop_searches(self) -> None:
        """Let no search that is under way be answered."""
        self.searcher.newest += 1

    def shutdown(self, limit_s: float = 20.0) -> bool:
        """Let every thread finish what it does, then end it; ``False`` where one did not end in time."""
        self.drop_searches()
        self.painter.stop()
        self.framer.stop()
        if self._watching is not None:
            self._watching.cancel()
        for thread in self._threads:
            thread.quit()
        if not self._wait(min(PATIENCE_S, limit_s)):
            # A query that decodes for minutes ends with its decode process.
            self.desk.close()
        ended = self._wait(limit_s)
        if ended:
            self.desk.close()
        return ended

    def _wait(self, limit_s: float) -> bool:
        until = time.monotonic() + limit_s
        ended = True
        for thread in self._threads:
            ended &= thread.wait(max(1, round((until - time.monotonic()) * 1000)))
        return ended
