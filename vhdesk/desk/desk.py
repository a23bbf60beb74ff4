"""The class that puts the parts together: one method a job."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk import settings as settings_module
from vhdesk.desk import categories, duplicates, measuring, searching
from vhdesk.desk.categories import CategoryBits, LearnedCategories
from vhdesk.desk.models import chosen_system
from vhdesk.errors import printable
from vhdesk.evaluation.expectation import CalibrateOptions, Calibration
from vhdesk.evaluation.options import EvaluateOptions
from vhdesk.evaluation.report import Evaluation
from vhdesk.indexing.control import CancelToken, PauseGate
from vhdesk.indexing.events import Failure, IndexEvent, IndexReport
from vhdesk.indexing.options import IndexOptions
from vhdesk.inputs import checked_folder
from vhdesk.library.library import Library
from vhdesk.library.notes import Notes
from vhdesk.library.rows import KnownVideo, LibrarySummary, Root
from vhdesk.search.copies import DuplicateOptions, DuplicatesProgress, DuplicatesReport
from vhdesk.search.results import QueryIdentity, SearchOptions, SearchResponse
from vhdesk.settings import Settings
from vhdesk.systems.card import SystemCard, card, cards
from vhdesk.systems.info import RuntimeInfo

if TYPE_CHECKING:
    from vhdesk.desk.weights import Verified
    from vhdesk.hashing.categories import Categories
    from vhdesk.indexing.watch import Watch
    from vhdesk.library.maintenance import Maintenance
    from vhdesk.library.repair import RepairReport
    from vhdesk.media.pool import DecodePool
    from vhdesk.search.engine import SearchEngine
    from vhdesk.systems.query import QueryReader
    from vhdesk.systems.system import System
    from vhdesk.systems.weights.store import WeightStore
    from vhdesk.training.events import TrainEvent, TrainReport
    from vhdesk.training.recipes import StageOptions


class Desk:
    """One library and the jobs on it. Every method but the constructor may block: call it from a worker.

    Attributes:
        library_path: the library file.
        settings: a frozen value; assign a changed copy to change it.
        remember: whether the library becomes the one that is opened when none is named.
    """

    def __init__(
        self,
        library: Path | None = None,
        settings: Settings | None = None,
        *,
        system: str | None = None,
        remember: bool = True,
    ) -> None:
        self.settings = settings or settings_module.load()
        self.remember = remember
        self.library_path = library or settings_module.last_library()
        self._system_name = system or chosen_system(self.library_path)
        self._library = Library(self.library_path)
        self._opened = False
        self._guard = threading.Lock()
        self._search_guard = threading.Lock()
        self._loaded: System | None = None
        self._engine: SearchEngine | None = None
        self._reader: QueryReader | None = None
        self._learned: tuple[object, dict[int, Categories]] | None = None
        self._hashed: tuple[object, str] | None = None

    def open(self) -> LibrarySummary:
        """Open the library, or make it where there is none.

        Raises:
            LibraryProblem: it cannot be used; the sentence says why.
            DiskProblem: its disk is full, read-only or gone.
        """
        self._library.open()
        self._opened = True
        if self.remember:
            settings_module.remember_library(self.library_path)
        return self.summary()

    def summary(self) -> LibrarySummary:
        """The library at a glance."""
        return self._library.summary()

    def failures(self) -> tuple[Failure, ...]:
        """Every file that gave no picture, with the reason."""
        return tuple(Failure(path, reason) for path, reason in self._library.failures())

    def damaged(self) -> tuple[Failure, ...]:
        """Every indexed file of which only a part could be read, with the reason."""
        return tuple(Failure(path, reason) for path, reason in self._library.damaged())

    def thumbnail(self, segment_id: int) -> bytes | None:
        """JPEG of a segment's middle frame; ``None`` where the segment is gone."""
        return self._library.thumbnail(segment_id)

    def known_videos(self) -> dict[str, KnownVideo]:
        """The videos by path, as an index run compares files with them; an empty library asks for no encoder."""
        return self._library.known_videos(self.system().fingerprint) if self._library.roots() else {}

    def maintenance(self) -> Maintenance:
        """Information, check, compacting, relocating and export of the library."""
        from vhdesk.library.maintenance import Maintenance

        return Maintenance(self._library)

    def rebuild(self) -> RepairReport:
        """Keep what can still be read of a damaged library; the damaged file is set aside, never deleted.

        Raises:
            LibraryDamaged: nothing can be read of it; it was left as it is.
            LibraryProblem, DiskProblem: it cannot be written; it was left as it is.
        """
        with self._search_guard:
            report = self._library.rebuild()
            self._engine = None
        return report

    def add_root(
        self,
        folder: Path,
        *,
        recursive: bool = True,
        excludes: Sequence[str] = (),
        label_from_folder: bool = False,
    ) -> Root:
        """Watch a folder; nothing is decoded yet.

        Raises:
            FolderMissing: it is not there.
            BadInput: it is not a folder.
            LibraryProblem: the library cannot be written.
        """
        options = IndexOptions(recursive, tuple(excludes), label_from_folder)
        path = checked_folder(folder)
        with self._library.writer() as writer:
            return self._merge_root(writer, path, options)

    def _merge_root(self, writer: Any, path: str, options: IndexOptions) -> Root:
        known = next((root for root in self._library.roots() if root.path == path), None)
        root: Root = writer.add_root(
            path,
            recursive=options.recursive,
            excludes=options.excludes or (known.excludes if known else ()),
            label_from_folder=options.label_from_folder or bool(known and known.label_from_folder),
        )
        return root

    def index(
        self,
        folders: Sequence[Path],
        options: IndexOptions | None = None,
        *,
        cancel: CancelToken | None = None,
        pause: PauseGate | None = None,
        on_event: Callable[[IndexEvent], None] | None = None,
    ) -> IndexReport:
        """Bring the library up to date with some folders, or with all that it watches where none is named.

        Raises:
            FolderMissing, BadInput: a named folder is not there or is not a folder.
            LibraryProblem, DiskProblem: the library cannot be written; what was stored stays.
            ModelProblem: the encoder cannot run, or no longer; what was stored stays.
        """
        from vhdesk.indexing.pipeline import Indexer
        from vhdesk.media.pool import DecodePool, workers_for

        options = options or IndexOptions()
        paths = [checked_folder(folder) for folder in folders]
        changes = {name: value for name in ("workers", "pictures") if (value := getattr(options, name)) is not None}
        indexing = self.settings.replace("indexing", **changes).indexing
        with self._library.writer() as writer:
            roots = [self._merge_root(writer, path, options) for path in paths] or self._library.roots()
            indexer = Indexer(
                self._library,
                self.system(),
                indexing,
                cancel=cancel or CancelToken(),
                pause=pause or PauseGate(),
                on_event=on_event or (lambda _event: None),
            )

            def make_pool(drives: int) -> DecodePool:
                return DecodePool(
                    indexing.workers or workers_for(drives),
                    time_limit_s=indexing.time_limit_s,
                    memory_limit_mb=indexing.memory_limit_mb,
                )

            report = indexer.run(writer, roots, make_pool, force=options.force, retry=options.retry)
        categories.refresh_categories(self, cancel.check if cancel else lambda: None)
        return report

    def watch(self, folders: Sequence[Path] = ()) -> Watch:
        """Watch some of the library's folders, or all, from now on; what it tells of is to be indexed again.

        One thread makes the watch, asks it and closes it. Folders that are added to the library later are watched too
        where none is named.
        """
        from vhdesk.indexing.watch import Watch

        wanted = {os.path.abspath(folder) for folder in folders}

        def roots() -> list[Root]:
            return [root for root in self._library.roots() if not wanted or root.path in wanted]

        return Watch(roots, self.settings.indexing)

    def warm_up(self) -> RuntimeInfo:
        """Load encoder, index and decoder, so that the first search is as fast as the next."""
        info = self.system().encoder.info
        self._query_reader().warm_up()
        with self._search_guard:
            self._search_engine().warm_up(self.system().fingerprint, self.settings.search.bits)
        return info

    def search(self, query: Path, options: SearchOptions | None = None) -> SearchResponse:
        """Rank the library's videos by their likeness to a clip or a picture.

        Raises:
            BadInput: there is no such file, or its asked part lies outside it.
            UnreadableFile: it gives no picture.
            LibraryProblem: the library cannot be read.
        """
        return searching.search(self, query, options)

    def learn_categories(
        self,
        *,
        cancel: CancelToken | None = None,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> LearnedCategories:
        """Learn to tell the labels of the library's videos apart by their codes, which category masks need.

        An index run does it by itself where labels have changed.

        Raises:
            BadInput: there are fewer than two labels.
            LibraryProblem, DiskProblem: the library cannot be read or written.
            Interrupted: cancelled; what was learned before stays.
        """
        check = cancel.check if cancel else lambda: None
        return categories.learn_categories(self, check, on_progress or (lambda _done, _total: None))

    def category_names(self, bits: int) -> tuple[str, ...]:
        """What masks of a code length tell apart; empty where there are no categories: then no mask can be laid on."""
        with self._search_guard:
            found = categories.categories_of(self, bits)
        return found.names if found else ()

    def category_bits(self, bits: int) -> CategoryBits | None:
        """Which bits of codes of a length matter for which category; ``None`` where there are no categories."""
        return categories.category_bits(self, bits)

    def label_counts(self) -> dict[str, int]:
        """How many indexed videos have each label."""
        return Notes(self._library).label_counts()

    def identify(self, query: Path, from_ms: int | None = None, to_ms: int | None = None) -> QueryIdentity:
        """What marks of a query are remembered for; an answer brings it along.

        Raises:
            BadInput: there is no such file, or it cannot be read.
        """
        return searching.identify(query, from_ms, to_ms)

    def mark(self, query: QueryIdentity, video_id: int, said: str | None) -> None:
        """Remember that a video is (``yes``) or is not (``no``) what a query is after; ``None`` takes it back.

        Later searches by the same content leave out what was marked ``no`` and flag what was marked ``yes``. It may be
        called beside an index run, and holds for the contents of both files, wherever they are moved to.

        Raises:
            BadInput: another word, or the video is gone from the library.
            LibraryProblem, DiskProblem: the library cannot be written.
        """
        searching.mark(self, query, video_id, said)

    def marks(self, query: QueryIdentity) -> dict[int, str]:
        """What was said of the answers to a query, by video id: ``yes`` or ``no``."""
        return Notes(self._library).marks(query.content_hash, query.part)

    def duplicates(
        self,
        options: DuplicateOptions | None = None,
        *,
        cancel: CancelToken | None = None,
        on_progress: Callable[[DuplicatesProgress], None] | None = None,
    ) -> DuplicatesReport:
        """Groups of videos that are copies of each other, whole or in part; nothing is changed or deleted.

        Raises:
            BadInput: an option is out of bounds.
            LibraryProblem: the library cannot be read.
            Interrupted: cancelled.
        """
        return duplicates.duplicates(self, options, cancel, on_progress)

    def evaluate(
        self,
        options: EvaluateOptions | None = None,
        *,
        cancel: CancelToken | None = None,
        on_progress: Callable[[str, int, int], None] | None = None,
    ) -> Evaluation:
        """Measure what searches find on the labelled videos, with the engine that searches use.

        Raises:
            BadInput: an option cannot be used, or nothing can be measured; the sentence says what is missing.
            LibraryProblem: the library cannot be read.
            Interrupted: cancelled.
        """
        return measuring.evaluate(self, options, cancel, on_progress)

    def calibrate(
        self,
        options: CalibrateOptions | None = None,
        *,
        cancel: CancelToken | None = None,
        on_progress: Callable[[str, int, int], None] | None = None,
    ) -> Calibration:
        """Measure on the labelled videos what re-ranking and masks lead to, for every setting; it is kept.

        Raises:
            BadInput: nothing can be measured; the sentence says what is missing.
            LibraryProblem: the library cannot be read.
            Interrupted: cancelled; what was measured before stays.
        """
        return measuring.calibrate(self, options, cancel, on_progress)

    def calibration(self, bits: int) -> Calibration | None:
        """What was measured last for a code length; ``None`` where that was never done."""
        return measuring.calibration(self, bits)

    def evaluate_codes(
        self,
        file: Path,
        protocol: str,
        *,
        cancel: CancelToken | None = None,
        on_progress: Callable[[str, int, int], None] | None = None,
    ) -> Evaluation:
        """Measure hash outputs that were made elsewhere; the library has no part in it.

        Raises:
            BadInput: the file or the protocol cannot be used.
            Interrupted: cancelled.
        """
        from vhdesk.evaluation.job import evaluate_codes

        token = cancel or CancelToken()
        return evaluate_codes(file, protocol, cancelled=lambda: token.cancelled, tell=on_progress)

    # training

    def train(
        self,
        system: str,
        stage: str | None,
        options: StageOptions,
        *,
        cancel: CancelToken | None = None,
        abandon: CancelToken | None = None,
        on_event: Callable[[TrainEvent], None] | None = None,
    ) -> TrainReport:
        """Train a system on folders, or on what the library holds; see :func:`vhdesk.desk.training.train`."""
        from vhdesk.desk.training import train

        def library() -> Library:
            if not self._opened:  # opening once more would close what others read
                self.open()
            return self._library

        return train(system, stage, options, self.settings, library, cancel=cancel, abandon=abandon, on_event=on_event)

    def system(self) -> System:
        """The system in use, loaded onto its device at the first call.

        Raises:
            ModelProblem: its weights are missing or altered, or the device is not there.
        """
        from vhdesk.systems.system import load_system

        with self._guard:
            if self._loaded is None:
                self._loaded = load_system(self._system_name, **self.settings.encoding())
            return self._loaded

    def system_card(self) -> SystemCard:
        """The card of the system in use; its weights are not loaded.

        Raises:
            BadInput: there is no system of that name.
        """
        return card(self._system_name).viewed(self.settings.indexing)

    def system_cards(self) -> list[SystemCard]:
        """Every system that is installed."""
        return cards()

    def weights(self, mirror: str | None = None) -> WeightStore:
        """Weights to download; see :func:`vhdesk.desk.weights.open_weights`."""
        from vhdesk.desk.weights import open_weights

        return open_weights(self.settings, mirror)

    def verify_models(self, name: str | None = None) -> list[Verified]:
        """Compare the files of systems and weights with their hashes; see :func:`vhdesk.desk.weights.verify_models`."""
        from vhdesk.desk.weights import verify_models

        return verify_models(self.weights(), name)

    def diagnose(self) -> dict[str, Any]:
        """What this machine has: versions, device, codecs, memory, where files are; no file names of the user's."""
        from vhdesk.media.codecs import codec_facts
        from vhdesk.systems.machine import machine_facts

        return {
            **machine_facts(),
            "encoder": vars(self.system().encoder.info),
            "media": codec_facts(),
            "folders": {
                "settings": str(settings_module.settings_file()),
                "library": printable(str(self.library_path)),
                "cache": str(settings_module.cache_folder()),
            },
        }

    def make_samples(
        self,
        folder: Path | None = None,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> tuple[Path, Path]:
        """Write the sample library where it is not there yet; gives its folder and a query clip that is not in it.

        Raises:
            DiskProblem: the folder cannot be written.
            Interrupted: cancelled.
        """
        from vhdesk.media.samples import VERSION, make_samples

        target = folder or settings_module.cache_folder() / f"samples-{VERSION}" / "videos"
        samples = make_samples(target, on_progress=on_progress, check=cancel.check if cancel else None)
        return samples.folder, samples.query

    def demo_query(self, folder: Path) -> Path:
        """Write a smaller, cropped, darker and shorter copy of one of a folder's videos, to search by.

        Raises:
            BadInput: the library has no video below the folder.
        """
        from vhdesk.desk.demo import alter_one

        return alter_one(self._library, self.system().fingerprint, folder)

    def close(self) -> None:
        """End the processes and close the library."""
        with self._guard:
            reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()
        self._library.close()
        self._opened = False

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_details: object) -> None:
        self.close()

    def _query_reader(self) -> QueryReader:
        from vhdesk.systems.query import QueryReader

        system = self.system()
        with self._guard:
            if self._reader is None:
                self._reader = QueryReader(system, self.settings.indexing)
            return self._reader

    def _search_engine(self) -> SearchEngine:
        from vhdesk.search.engine import SearchEngine

        if self._engine is None:
            self._engine = SearchEngine(self._library)
        return self._engine
