"""The files of a plan on their way through the decode processes and the encoder into the library."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from vhdesk.errors import DiskProblem, LibraryProblem, UnreadableFile, printable
from vhdesk.indexing.control import CancelToken, PauseGate
from vhdesk.indexing.events import Failure, IndexEvent, VideoFailed, VideoIndexed
from vhdesk.indexing.progress import INTERVAL_S, Progress
from vhdesk.indexing.schedule import Schedule, Turn
from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentRecord, VideoFacts
from vhdesk.library.writer import LibraryWriter, NewFile
from vhdesk.media.decode import DecodeReply, DecodeRequest
from vhdesk.media.faults import PASSING
from vhdesk.media.pool import DecodePool
from vhdesk.settings import IndexingSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from vhdesk.media.collect import SegmentFrames
    from vhdesk.systems.system import System

# Decoded chunks that wait for the encoder are bounded: about 6 MB each.
QUEUED_PER_WORKER = 2

QUIET_LEAST_S = 0.2


@dataclass
class VideoInWork:
    """A file between its first request and its transaction."""

    turn: Turn
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
    still_written: int = 0
    failures: list[Failure] = field(default_factory=list)
    damaged: list[Failure] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


class Run(NamedTuple):
    """What an index run works with."""

    library: Library
    system: System
    settings: IndexingSettings
    cancel: CancelToken
    pause: PauseGate
    on_event: Callable[[IndexEvent], None]
    tally: Tally


class Reading:
    """Reads, encodes and stores files until none is left, or the run is cancelled.

    Args:
        run: what the run works with; its tally is kept.
        writer: of the library.
        system_id: the library's, of the run's system.
        schedule: what may be read when; the files in it are noted in the library.
        ids: of their videos, by path.
        roots: folders by id.
    """

    def __init__(
        self,
        run: Run,
        writer: LibraryWriter,
        system_id: int,
        schedule: Schedule,
        ids: Mapping[str, int],
        roots: Mapping[int, str],
    ) -> None:
        self._run = run
        self._writer = writer
        self._system_id = system_id
        self._schedule = schedule
        self._ids = ids
        self._roots = roots
        self._late: deque[tuple[float, str, NewFile]] = deque()
        self._running: dict[Future[DecodeReply], VideoInWork] = {}
        self._progress = Progress(len(ids), run.library.summary().videos, run.on_event)

    def work(self, pool: DecodePool) -> None:
        """Read everything.

        Raises:
            LibraryProblem, DiskProblem: the library can no longer be written; what was stored stays.
            ModelProblem: the encoder's device is full or gone; what was stored stays.
            DecodersDied: no decode process stays alive; what was stored stays.
        """
        try:
            while self._more() and not self._run.cancel.cancelled:
                if self._run.pause.paused:
                    self._hold()
                    continue
                self._fill(pool)
                self._take(wait(self._running, INTERVAL_S, FIRST_COMPLETED).done, pool)
                if not self._running and self._late:
                    time.sleep(INTERVAL_S)
                self._look_again()
                self._progress.tell()
            self._progress.tell(at_once=True)
        finally:
            # No fault of a file: only a run that cannot come here leaves its files in the journal.
            with contextlib.suppress(LibraryProblem, DiskProblem):
                self._writer.end_reading()

    def _more(self) -> bool:
        return bool(self._running or self._late or self._schedule.waiting or self._schedule.suspects)

    def _hold(self) -> None:
        """Stand at the pause gate; whoever kills a paused vhdesk blames no file."""
        self._progress.tell(paused=True, at_once=True)
        self._writer.end_reading()
        self._run.pause.wait(self._run.cancel)
        for alone in (False, True):
            videos = [video for video in self._running.values() if video.turn.alone == alone]
            if videos:
                self._writer.begin_reading({video.video_id: video.turn.file for video in videos}, alone=alone)
        self._progress.resumed()

    # What is read next

    def _fill(self, pool: DecodePool) -> None:
        """Hand out files while there is room."""
        turns: list[Turn] = []
        while len(self._running) + len(turns) < QUEUED_PER_WORKER * pool.workers:
            turn = self._schedule.next(suspects=not self._late)
            if turn is None:
                break
            if not turn.alone and self._put_off(turn):
                continue
            turns.append(turn)
        if not turns:
            return
        files = {self._ids[turn.file.path]: turn.file for turn in turns}
        self._writer.begin_reading(files, alone=turns[0].alone)
        for turn, video_id in zip(turns, files, strict=True):
            self._progress.folder = self._roots.get(turn.file.root_id, "")
            video = VideoInWork(turn, video_id, self._request(turn.file.path))
            self._running[pool.submit(video.request)] = video

    def _put_off(self, turn: Turn) -> bool:
        """Whether the file changed just now: it waits for its quiet period."""
        wait_s = quiet_for(turn.file.mtime_ns, time.time_ns(), self._run.settings.quiet_s)
        if not wait_s:
            return False
        self._schedule.done(turn)
        self._late.append((time.monotonic() + wait_s, turn.drive, turn.file))
        return True

    def _look_again(self) -> None:
        """Read what has been quiet since; what still changes waits on, at most until nothing else is left to do."""
        busy = bool(self._running or self._schedule.waiting)
        while self._late and self._late[0][0] <= time.monotonic():
            _, drive, file = self._late.popleft()
            now = _facts_now(file)
            if now == file:
                self._schedule.add(drive, file)
            elif now is not None and busy:
                self._late.append((time.monotonic() + self._run.settings.quiet_s, drive, now))
            elif now is not None:
                self._run.tally.still_written += 1

    def _leave_out(self, root_id: int) -> None:
        """A root vanished while it was read: its other files stay pending for the next run."""
        self._schedule.leave_out(root_id)
        self._late = deque(item for item in self._late if item[2].root_id != root_id)
        sentence = vanished(self._roots[root_id])
        if sentence not in self._run.tally.warnings:  # what was in work comes back after it, too
            self._run.tally.warnings.append(sentence)

    def _request(self, path: str) -> DecodeRequest:
        return self._run.system.card.decode_request(path, self._run.settings)

    # What becomes of it

    def _take(self, done: Iterable[Future[DecodeReply]], pool: DecodePool) -> None:
        """Encode all chunks that are ready in the same batches, and store the videos that end with them."""
        ready: list[tuple[VideoInWork, DecodeReply]] = []
        for future in done:
            video = self._running.pop(future)
            try:
                ready.append((video, pool.reply(future)))
            except UnreadableFile as problem:
                self._fail(video, problem)
        segments = [segment for _, reply in ready for segment in reply.segments]
        features = iter(self._run.system.features_of([segment.frames for segment in segments]) if segments else ())
        for video, reply in ready:
            video.first = video.first or reply
            video.damage = video.damage or reply.damage
            video.records += [self._record(segment, next(features)) for segment in reply.segments]
            if reply.next_window is None:
                self._store(video, video.first)
                continue
            following = dataclasses.replace(video.request, first_window=reply.next_window, key_times=reply.key_times)
            self._running[pool.submit(following)] = video

    def _record(self, segment: SegmentFrames, sequence: NDArray[np.float16]) -> SegmentRecord:
        system = self._run.system
        pooled = system.pooled(sequence)
        return SegmentRecord(
            ordinal=segment.ordinal,
            start_ms=segment.start_ms,
            end_ms=segment.end_ms,
            thumbnail=segment.thumbnail,
            sequence=(sequence if self._run.settings.keep_frame_features else pooled).tobytes(),
            codes={bits: system.codes(pooled, bits)[0].tobytes() for bits in system.card.bits},
            aside=segment.aside,
        )

    def _store(self, video: VideoInWork, first: DecodeReply) -> None:
        tally, path = self._run.tally, video.turn.file.path
        facts = _facts(first, video.damage, sampling_of(self._run.settings))
        self._writer.store_video(video.video_id, self._system_id, facts, video.records)
        tally.indexed += 1
        tally.segments += len(video.records)
        if video.damage:
            tally.damaged.append(Failure(path, video.damage))
        self._progress.indexed()
        self._run.on_event(VideoIndexed(path, len(video.records)))
        self._finish(video)

    def _fail(self, video: VideoInWork, problem: UnreadableFile) -> None:
        file = video.turn.file
        failure = Failure(file.path, str(problem))
        passing = problem.kind in PASSING
        self._writer.fail_video(video.video_id, file.size_bytes, file.mtime_ns, failure.reason, passing=passing)
        self._run.tally.failures.append(failure)
        self._progress.failed()
        self._run.on_event(VideoFailed(failure))
        self._finish(video)

    def _finish(self, video: VideoInWork) -> None:
        self._schedule.done(video.turn)
        root_id = video.turn.file.root_id
        if not os.path.isdir(self._roots.get(root_id, os.sep)):
            self._leave_out(root_id)


def quiet_for(mtime_ns: int, now_ns: int, quiet_s: float) -> float:
    """Seconds until a file has been quiet for its period; 0 where it is.

    A time a little in the future is a server's clock that is ahead; one far in the future says nothing.
    """
    left_s = quiet_s - (now_ns - mtime_ns) / 1e9
    return max(left_s, QUIET_LEAST_S) if 0 < left_s < 2 * quiet_s else 0.0


def sampling_of(settings: IndexingSettings) -> str:
    """The settings that shape a video's segments and features, as the library notes them with each video."""
    kept = "frames" if settings.keep_frame_features else "mean"
    return f"{settings.segment_ms}+{settings.overlap_ms} {settings.decode} {kept}"


def vanished(path: str) -> str:
    """The sentence for a root that went while it was read."""
    return (
        f"The folder {printable(path)} disappeared while it was read. What is known of its videos is kept; connect its "
        "drive and index again to go on."
    )


def _facts_now(file: NewFile) -> NewFile | None:
    """The file as it is now, ``None`` where it is gone."""
    try:
        facts = os.stat(file.path)
    except OSError:
        return None
    return file._replace(size_bytes=facts.st_size, mtime_ns=facts.st_mtime_ns)


def _facts(reply: DecodeReply, damage: str | None, sampling: str) -> VideoFacts:
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
        damage=damage,
        sampling=sampling,
    )
