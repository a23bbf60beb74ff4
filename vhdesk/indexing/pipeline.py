"""The index job: scan, plan, decode, encode, store, in the background, with pause, cancel and resume.

A plain core job: it knows no window and no command line. Pause, quit, crash and resume are one mechanism: what is
missing is asked of the library.
"""

from __future__ import annotations

import dataclasses
import os
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vhdesk.errors import FolderMissing, UnreadableFile, printable
from vhdesk.indexing.control import CancelToken, PauseGate
from vhdesk.indexing.events import (
    Failure,
    IndexEvent,
    IndexReport,
    ScanProgress,
    VideoCounts,
    VideoFailed,
    VideoIndexed,
)
from vhdesk.indexing.plan import Plan, ScannedRoot, make_plan
from vhdesk.indexing.progress import INTERVAL_S, Progress
from vhdesk.indexing.scan import FoundFile, Unlisted, scan
from vhdesk.library.library import Library
from vhdesk.library.rows import Root, SegmentRecord, VideoFacts
from vhdesk.library.writer import LibraryWriter, NewFile
from vhdesk.media.decode import DecodeReply, DecodeRequest
from vhdesk.media.faults import PASSING
from vhdesk.media.identity import content_hash
from vhdesk.media.pool import DecodePool
from vhdesk.settings import IndexingSettings

if TYPE_CHECKING:
    from vhdesk.media.collect import SegmentFrames
    from vhdesk.systems.system import System

# Decoded chunks that wait for the encoder are bounded: 6 to 10 MB each.
QUEUED_PER_WORKER = 2


@dataclass
class VideoInWork:
    """A file between its first chunk and its transaction."""

    file: NewFile
    video_id: int
    request: DecodeRequest
    records: list[SegmentRecord] = field(default_factory=list)
    first: DecodeReply | None = None
    damage: str | None = None


@dataclass
class Tally:
    """What a run has done so far."""

    indexed: int = 0
    segments: int = 0
    failures: list[Failure] = field(default_factory=list)
    damaged: list[Failure] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


class Indexer:
    """One index run over some roots of a library."""

    def __init__(
        self,
        library: Library,
        system: System,
        settings: IndexingSettings,
        *,
        cancel: CancelToken,
        pause: PauseGate,
        on_event: Callable[[IndexEvent], None],
    ) -> None:
        self._library = library
        self._system = system
        self._settings = settings
        self._cancel = cancel
        self._pause = pause
        self._on_event = on_event
        self._tally = Tally()

    def run(
        self,
        writer: LibraryWriter,
        roots: Sequence[Root],
        make_pool: Callable[[], DecodePool],
        *,
        force: bool = False,
        retry: bool = False,
    ) -> IndexReport:
        """Bring the library up to date with its roots.

        Stopping is no fault: the report of a cancelled run says so and counts what was finished.

        Args:
            writer: of the library.
            roots: to scan.
            make_pool: makes the decode processes; called only where something has to be decoded.
            force: decode everything again.
            retry: decode again what failed.

        Raises:
            LibraryProblem, DiskProblem: the library can no longer be written; what was stored stays.
        """
        started = time.monotonic()
        card = dataclasses.asdict(self._system.card) | {"folder": self._system.card.folder.name}
        system_id = writer.add_system(self._system.name, self._system.fingerprint, card)
        plan = self._plan(roots, force=force, retry=retry)
        self._apply(writer, plan)
        if plan.decode and not self._cancel.cancelled:
            with make_pool() as pool:
                self._decode_all(writer, system_id, plan.decode, pool, {root.id: root.path for root in roots})
        tally = self._tally
        return IndexReport(
            library=str(self._library.path),
            system=self._system.name,
            fingerprint=self._system.fingerprint,
            videos=VideoCounts(
                indexed=tally.indexed,
                unchanged=plan.unchanged,
                moved=len(plan.moves),
                failed=len(tally.failures),
                missing=len(plan.missing),
            ),
            segments=tally.segments,
            seconds=time.monotonic() - started,
            failures=tuple(tally.failures),
            damaged=tuple(tally.damaged),
            cancelled=self._cancel.cancelled,
            warnings=tuple(tally.warnings),
        )

    def _plan(self, roots: Sequence[Root], *, force: bool, retry: bool) -> Plan:
        scans: list[ScannedRoot] = []
        found = 0
        told = 0.0
        for root in roots:
            files: list[FoundFile] = []
            problems: list[Unlisted] = []
            try:
                for file in scan(root, pictures=self._settings.pictures, on_problem=problems.append):
                    files.append(file)
                    found += 1
                    if self._cancel.cancelled:
                        return Plan()
                    if time.monotonic() - told > INTERVAL_S:
                        told = time.monotonic()
                        self._on_event(ScanProgress(found))
            except FolderMissing as problem:
                self._tally.warnings.append(str(problem))
                continue
            self._tally.warnings += [problem.sentence for problem in problems]
            unlisted = [problem.path for problem in problems]
            if os.path.isdir(root.path):
                scans.append(ScannedRoot(root, files, unlisted))
            else:
                self._tally.warnings.append(_vanished(root.path))
        self._on_event(ScanProgress(found))
        known = self._library.known_videos(self._system.fingerprint)
        return make_plan(scans, known, _hash_or_none, force=force, retry=retry)

    def _apply(self, writer: LibraryWriter, plan: Plan) -> None:
        """Store what needs no decoding."""
        self._tally.failures += plan.failures
        self._tally.damaged += plan.damaged
        for move in plan.moves:
            writer.move_video(move.video.id, move.root_id, move.file.path, move.file.mtime_ns, move.file.label)
        if plan.missing:
            writer.mark_missing(plan.missing)
        if plan.found_again:
            writer.mark_found(plan.found_again)
        if plan.labels:
            writer.set_labels(plan.labels)

    def _decode_all(
        self,
        writer: LibraryWriter,
        system_id: int,
        files: Sequence[NewFile],
        pool: DecodePool,
        roots: dict[int, str],
    ) -> None:
        ids = writer.plan(files)
        progress = Progress(len(files), self._library.summary().videos, self._on_event)
        waiting = deque(VideoInWork(file, ids[file.path], self._request(file.path)) for file in files)
        running: dict[Future[DecodeReply], VideoInWork] = {}
        while (waiting or running) and not self._cancel.cancelled:
            if self._pause.paused:
                progress.tell(paused=True, at_once=True)
                self._pause.wait(self._cancel)
                progress.resumed()
                continue
            while waiting and len(running) < QUEUED_PER_WORKER * pool.workers:
                video = waiting.popleft()
                progress.folder = roots.get(video.file.root_id, "")
                running[pool.submit(video.request)] = video
            done, _ = wait(running, INTERVAL_S, FIRST_COMPLETED)
            for future in done:
                video = running.pop(future)
                following = self._advance(writer, system_id, video, pool, future, progress)
                if following is not None:
                    running[pool.submit(following)] = video
                elif not os.path.isdir(roots.get(video.file.root_id, os.sep)):
                    waiting = self._leave_out(waiting, video.file.root_id, roots)
            progress.tell()
        progress.tell(at_once=True)

    def _leave_out(self, waiting: deque[VideoInWork], root_id: int, roots: dict[int, str]) -> deque[VideoInWork]:
        """A root vanished while it was read: its other files stay pending for the next run."""
        sentence = _vanished(roots[root_id])
        if sentence not in self._tally.warnings:  # what was in work comes back after it, too
            self._tally.warnings.append(sentence)
        return deque(video for video in waiting if video.file.root_id != root_id)

    def _request(self, path: str) -> DecodeRequest:
        settings, card = self._settings, self._system.card
        return DecodeRequest(
            path=path,
            frames=card.frames,
            side=card.side,
            segment_ms=settings.segment_ms,
            overlap_ms=settings.overlap_ms,
            decode=settings.decode,
        )

    def _advance(
        self,
        writer: LibraryWriter,
        system_id: int,
        video: VideoInWork,
        pool: DecodePool,
        future: Future[DecodeReply],
        progress: Progress,
    ) -> DecodeRequest | None:
        """Encode a chunk; store the video after its last one. Gives the request for the next chunk, if there is one."""
        try:
            reply = pool.reply(future)
        except UnreadableFile as problem:
            self._fail(writer, video, problem)
            progress.failed()
            return None
        video.first = video.first or reply
        video.damage = video.damage or reply.damage
        video.records += [self._record(segment) for segment in reply.segments]
        if reply.next_window is not None:
            return dataclasses.replace(video.request, first_window=reply.next_window, key_times=reply.key_times)
        writer.store_video(video.video_id, system_id, _facts(video, video.first), video.records)
        self._tally.indexed += 1
        self._tally.segments += len(video.records)
        if video.damage:
            self._tally.damaged.append(Failure(video.file.path, video.damage))
        progress.indexed()
        self._on_event(VideoIndexed(video.file.path, len(video.records)))
        return None

    def _record(self, segment: SegmentFrames) -> SegmentRecord:
        sequence = self._system.features(segment.frames)
        pooled = self._system.pooled(sequence)
        return SegmentRecord(
            ordinal=segment.ordinal,
            start_ms=segment.start_ms,
            end_ms=segment.end_ms,
            thumbnail=segment.thumbnail,
            sequence=(sequence if self._settings.keep_frame_features else pooled).tobytes(),
            codes={bits: self._system.codes(pooled, bits)[0].tobytes() for bits in self._system.card.bits},
            aside=segment.aside,
        )

    def _fail(self, writer: LibraryWriter, video: VideoInWork, problem: UnreadableFile) -> None:
        file = video.file
        failure = Failure(file.path, str(problem))
        passing = problem.kind in PASSING
        writer.fail_video(video.video_id, file.size_bytes, file.mtime_ns, failure.reason, passing=passing)
        self._tally.failures.append(failure)
        self._on_event(VideoFailed(failure))


def _facts(video: VideoInWork, reply: DecodeReply) -> VideoFacts:
    return VideoFacts(
        size_bytes=reply.size_bytes,
        mtime_ns=reply.mtime_ns,
        content_hash=reply.content_hash,
        duration_ms=reply.info.duration_ms,
        width=reply.info.width,
        height=reply.info.height,
        fps=reply.info.fps,
        rotation=reply.info.rotation,
        codec=reply.info.codec,
        damage=video.damage,
    )


def _hash_or_none(path: str) -> str | None:
    try:
        return content_hash(path)
    except OSError:
        return None


def _vanished(path: str) -> str:
    return (
        f"The folder {printable(path)} disappeared while it was read. What is known of its videos is kept; connect its "
        "drive and index again to go on."
    )
