"""The class that puts the parts together: one method a job."""

from __future__ import annotations

import dataclasses
import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk import settings as settings_module
from vhdesk.errors import printable
from vhdesk.evaluation.options import EvaluateOptions
from vhdesk.evaluation.report import Evaluation
from vhdesk.indexing.control import CancelToken, PauseGate
from vhdesk.indexing.events import (
    Failure,
    IndexEvent,
    IndexReport,
)
from vhdesk.indexing.options import IndexOptions
from vhdesk.inputs import checked_file, checked_folder
from vhdesk.library.library import Library
from vhdesk.library.rows import LibrarySummary, Root
from vhdesk.search.copies import DuplicateOptions, DuplicatesProgress, DuplicatesReport
from vhdesk.search.results import SearchOptions, SearchResponse, Timing
from vhdesk.settings import Settings
from vhdesk.systems.info import RuntimeInfo

if TYPE_CHECKING:
    from vhdesk.desk.weights import Verified
    from vhdesk.indexing.watch import Watch
    from vhdesk.library.maintenance import Maintenance
    from vhdesk.library.repair import RepairReport
    from vhdesk.media.pool import DecodePool
    from vhdesk.search.engine import SearchEngine
    from vhdesk.systems.card import SystemCard
    from vhdesk.systems.query import QueryReader
    from vhdesk.systems.system import System
    from vhdesk.systems.weights.store import WeightStore
    from vhdesk.training.events import TrainEvent, TrainReport
    from vhdesk.training.recipes import StageOptions

SYSTEM = "desk"


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
        system: str = SYSTEM,
        remember: bool = True,
    ) -> None:
        self.settings = settings or settings_module.load()
        self.remember = remember
        self._system_name = system
        self.library_path = library or settings_module.last_library()
        self._library = Library(self.library_path)
        self._guard = threading.Lock()
        self._search_guard = threading.Lock()
        self._loaded: System | None = None
        self._engine: SearchEngine | None = None
        self._reader: QueryReader | None = None

    # the library

    def open(self) -> LibrarySummary:
        """Open the library, or make it where there is none.

        Raises:
            LibraryProblem: it cannot be used; the sentence says why.
            DiskProblem: its disk is full, read-only or gone.
        """
        self._library.open()
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

    # indexing

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

            return indexer.run(writer, roots, make_pool, force=options.force, retry=options.retry)

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

    # searching

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
        from vhdesk.search.engine import QuerySegment

        search = self.settings.search
        options = options or SearchOptions(search.top, search.bits, set_aside=search.set_aside)
        options.check(self.system_card().name, self.system_card().bits)
        path = checked_file(query)
        started = time.perf_counter()
        system = self.system()
        with self._search_guard:
            read = self._query_reader().read(path, self.settings.indexing, options.from_ms, options.to_ms)
            segments = [
                QuerySegment(s.start_ms, s.end_ms, system.codes(p, options.bits)[0], system.hasher.embed(p)[0])
                for s, p in read.telling(set_aside=options.set_aside)
            ]
            ranking = self._search_engine().search(
                segments,
                system.fingerprint,
                options.bits,
                options.top,
                system.embed_stored,
                set_aside=options.set_aside,
            )
        return SearchResponse(
            query=path,
            system=system.name,
            fingerprint=system.fingerprint,
            bits=options.bits,
            searched_segments=ranking.searched_segments,
            timing_ms=Timing(
                decode=read.decode_ms,
                encode=read.encode_ms,
                shortlist=ranking.shortlist_ms,
                rerank=ranking.rerank_ms,
                total=(time.perf_counter() - started) * 1000,
            ),
            results=ranking.results,
            query_duration_ms=read.duration_ms,
            query_start_ms=read.segments[0].start_ms,
            query_end_ms=read.segments[-1].end_ms,
            query_thumbnail=read.thumbnail,
            notes=read.notes + ranking.notes + self._library_notes(ranking.searched_segments),
        )

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
        from vhdesk.media.miniature import looks, miniatures
        from vhdesk.search.index import IndexStore
        from vhdesk.search.near_copies import NearCopyFinder

        options = options or DuplicateOptions(self.settings.search.bits)
        options.check(self.system_card().name, self.system_card().bits)
        started = time.perf_counter()
        system = self.system()
        token = cancel or CancelToken()
        finder = NearCopyFinder(
            self._library,
            IndexStore(self._library),  # of its own, since searches go on beside it in another thread
            system.fingerprint,
            max(self.system_card().bits),
            system.embed_stored,
            miniatures,
            looks,
            check=token.check,
            on_progress=on_progress or (lambda _event: None),
        )
        found = finder.find(options)
        if not found.segments:
            found = dataclasses.replace(found, notes=found.notes + self._library_notes(0))
        return DuplicatesReport(
            str(self.library_path),
            system.name,
            system.fingerprint,
            options,
            found,
            time.perf_counter() - started,
        )

    def _library_notes(self, searched: int) -> tuple[str, ...]:
        if searched:
            return ()
        if self._library.summary().videos:
            return (
                "The codes of this library were made by other weights or in another precision. Index its folders again "
                "to search it.",
            )
        return ("This library has no videos yet. Add a folder first.",)

    # measuring quality

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
        from vhdesk.evaluation.job import evaluate_library
        from vhdesk.indexing.scan import scan
        from vhdesk.systems.system import load_system

        options = options or EvaluateOptions()
        device, queries = self.settings.device, None
        if options.queries is not None:
            root = Root(0, checked_folder(options.queries), recursive=True, excludes=(), label_from_folder=True)
            found = scan(root, pictures=self.settings.indexing.pictures, on_problem=lambda _problem: None)
            queries = [(file.path, file.label or "") for file in found]
        systems = [
            self.system()
            if name == self._system_name
            else load_system(name, device=device.device, precision=device.precision)
            for name in dict.fromkeys(options.systems or (self._system_name,))
        ]
        token = cancel or CancelToken()
        return evaluate_library(
            self._library,
            systems,
            options,
            self.settings.indexing,
            queries,
            cancelled=lambda: token.cancelled,
            tell=on_progress,
        )

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
        on_event: Callable[[TrainEvent], None] | None = None,
    ) -> TrainReport:
        """Train a system on folders, or on what the library holds; see :func:`vhdesk.desk.training.train`."""
        from vhdesk.desk.training import train

        def library() -> Library:
            self.open()
            return self._library

        return train(system, stage, options, self.settings, library, cancel=cancel, on_event=on_event)

    # models and the machine

    def system(self) -> System:
        """The system in use, loaded onto its device at the first call.

        Raises:
            ModelProblem: its weights are missing or altered, or the device is not there.
        """
        from vhdesk.systems.system import load_system

        with self._guard:
            if self._loaded is None:
                device = self.settings.device
                self._loaded = load_system(self._system_name, device=device.device, precision=device.precision)
            return self._loaded

    def system_card(self) -> SystemCard:
        """The card of the system in use; its weights are not loaded.

        Raises:
            BadInput: there is no system of that name.
        """
        from vhdesk.systems.card import card

        return card(self._system_name)

    def system_cards(self) -> list[SystemCard]:
        """Every system that is installed."""
        from vhdesk.systems.card import cards

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

    # samples

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
