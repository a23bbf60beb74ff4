"""What indexing some folders would mean, before anything is stored: how many videos, how long, how large.

Files are listed as an index run lists them; a bounded number of them is opened, in a process of its own, and the rest
is reckoned from their sizes. Nothing is written.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vhdesk.desk.models import remember_speed
from vhdesk.errors import FolderMissing, UnreadableFile, VhdeskError
from vhdesk.indexing.control import CancelToken
from vhdesk.indexing.options import IndexOptions
from vhdesk.inputs import checked_folder
from vhdesk.library.rows import Root
from vhdesk.systems.info import RuntimeInfo

if TYPE_CHECKING:
    from vhdesk.desk.desk import Desk
    from vhdesk.indexing.plan import Plan, ScannedRoot
    from vhdesk.library.writer import NewFile
    from vhdesk.systems.system import System

# At most so many files are opened, for at most so long: the answer is an estimate and says so.
PROBED_FILES = 24
PROBING_S = 8.0
TOLD_EVERY_S = 0.1
# One measurement of the encoder: long enough to be past its first, slow calls.
MEASURED_S = 1.5
MEASURED_BATCH = 4
# Measured on libraries of real clips: what a segment takes beside its thumbnail and features (rows, codes, indexes).
ROW_BYTES = 700
FEATURE_BYTES = 2


@dataclass(frozen=True)
class SurveyProgress:
    """How far a survey is.

    Attributes:
        found: videos listed so far.
        opened: files that were opened to learn their length; 0 while folders are listed.
        to_open: how many will be.
    """

    found: int
    opened: int = 0
    to_open: int = 0


@dataclass(frozen=True)
class DeviceTest:
    """What this computer does in a second.

    Attributes:
        info: where the encoder runs.
        segments_per_second: encoded, without decoding.
    """

    info: RuntimeInfo
    segments_per_second: float


@dataclass(frozen=True)
class Survey:
    """What was found; times are milliseconds, sizes bytes.

    Attributes:
        folders: as absolute paths.
        videos: files that would be read.
        known: files that are in the library as they are.
        size_bytes: of the files that would be read.
        duration_ms: of them together; ``None`` where none could be opened.
        exact: whether every one was opened, so that the length is no estimate.
        segments: how many segments they would give.
        decode_seconds: how long decoding them takes on this computer, ``None`` where none could be opened.
        library_bytes: how much the library would grow.
        skipped: how many things are passed over, by reason: those of :func:`vhdesk.indexing.scan.scan`, and
            ``same_file``, ``cloud``, ``failed`` (known to be unreadable).
        unreadable: how many of the opened files gave no picture.
        problems: sentences about folders that cannot be listed.
    """

    folders: tuple[str, ...]
    videos: int
    known: int
    size_bytes: int
    duration_ms: int | None
    exact: bool
    segments: int
    decode_seconds: float | None
    library_bytes: int
    skipped: dict[str, int] = field(default_factory=dict)
    unreadable: int = 0
    problems: tuple[str, ...] = ()

    def seconds(self, device: DeviceTest | None) -> float | None:
        """How long indexing takes: decoding beside encoding, on the same cores where the encoder runs on the CPU."""
        if device is None or self.decode_seconds is None:
            return None
        encode = self.segments / device.segments_per_second
        return self.decode_seconds + encode if device.info.device == "CPU" else max(self.decode_seconds, encode)


@dataclass
class _Opened:
    """Sums over the files that were opened."""

    files: int = 0
    unreadable: int = 0
    size_bytes: int = 0
    duration_ms: int = 0
    segments: int = 0
    decoded: int = 0
    decode_s: float = 0.0
    thumbnail_bytes: int = 0


def device_test(
    desk: Desk, cancel: CancelToken | None = None, *, seconds: float = MEASURED_S, system: System | None = None
) -> DeviceTest:
    """Encode noise for a moment, in the batches of an index run; the outcome is remembered for the system.

    Args:
        desk: whose system is measured where none is named.
        cancel: stops it.
        seconds: how long, about.
        system: to measure instead.

    Raises:
        ModelProblem: the encoder cannot run here.
        Interrupted: cancelled.
    """
    import numpy as np

    system = system or desk.system()
    card, token = system.card, cancel or CancelToken()
    noise = np.random.default_rng(0).integers(0, 255, card.input_shape, dtype=np.uint8)
    batch = [noise] * MEASURED_BATCH
    system.features_of(batch)
    done, started = 0, time.perf_counter()
    while (passed := time.perf_counter() - started) < seconds or not done:
        token.check()
        system.features_of(batch)
        done += len(batch)
    found = DeviceTest(system.encoder.info, done / max(passed, 1e-6))
    remember_speed(system.fingerprint, found.info, found.segments_per_second)
    return found


def survey(
    desk: Desk,
    folders: Sequence[Path],
    options: IndexOptions | None = None,
    *,
    cancel: CancelToken | None = None,
    on_progress: Callable[[SurveyProgress], None] | None = None,
) -> Survey:
    """Look at folders as an index run would.

    Args:
        desk: an open one.
        folders: to be added.
        options: of the run.
        cancel: stops it.
        on_progress: at most ten times a second.

    Raises:
        FolderMissing, BadInput: a folder is not there or is none.
        LibraryProblem: the library cannot be read.
        Interrupted: cancelled.
    """
    options, token = options or IndexOptions(), cancel or CancelToken()
    tell = on_progress or (lambda _progress: None)
    paths = list(dict.fromkeys(checked_folder(folder) for folder in folders))
    scans, skipped, problems = _scan(desk, paths, options, token, tell)
    plan = _plan(desk, scans)
    skipped.update({"same_file": plan.same_file, "cloud": plan.placeholders, "failed": len(plan.failures)})
    opened = _open_some(desk, plan.decode, token, tell)
    size = sum(file.size_bytes for file in plan.decode)
    share = size / opened.size_bytes if opened.size_bytes else 0.0
    exact = opened.files == len(plan.decode)
    segments = opened.segments if exact else max(len(plan.decode), round(opened.segments * share))
    return Survey(
        folders=tuple(paths),
        videos=len(plan.decode),
        known=plan.unchanged + len(plan.moves) + len(plan.copies),
        size_bytes=size,
        duration_ms=round(opened.duration_ms * (1 if exact else share)) if opened.size_bytes else None,
        exact=exact,
        segments=segments if opened.size_bytes else 0,
        decode_seconds=_decode_seconds(desk, segments, opened),
        library_bytes=_library_bytes(desk, segments, opened),
        skipped={reason: count for reason, count in skipped.items() if count},
        unreadable=opened.unreadable,
        problems=tuple(problems),
    )


def _scan(
    desk: Desk,
    paths: Sequence[str],
    options: IndexOptions,
    cancel: CancelToken,
    tell: Callable[[SurveyProgress], None],
) -> tuple[list[ScannedRoot], Counter[str], list[str]]:
    from vhdesk.indexing.plan import ScannedRoot
    from vhdesk.indexing.scan import FoundFile, Unlisted, scan

    pictures = desk.settings.indexing.pictures if options.pictures is None else options.pictures
    skipped: Counter[str] = Counter()
    problems: list[str] = []
    scans, found, told = [], 0, 0.0
    for number, path in enumerate(paths, 1):
        root = Root(-number, path, options.recursive, options.excludes, options.label_from_folder)
        unlisted: list[Unlisted] = []
        files: list[FoundFile] = []
        try:
            for file in scan(
                root,
                pictures=pictures,
                on_problem=unlisted.append,
                on_skip=lambda _path, why: skipped.update((why,)),
            ):
                files.append(file)
                cancel.check()
                if time.monotonic() - told > TOLD_EVERY_S:
                    told = time.monotonic()
                    tell(SurveyProgress(found + len(files)))
        except FolderMissing as problem:
            problems.append(str(problem))
            continue
        problems += [item.sentence for item in unlisted]
        found += len(files)
        scans.append(ScannedRoot(root, files, [item.path for item in unlisted]))
        tell(SurveyProgress(found))
        cancel.check()
    return scans, skipped, problems


def _plan(desk: Desk, scans: Sequence[ScannedRoot]) -> Plan:
    """Compare with the library; files are not opened for that, so one that was moved counts as new."""
    from vhdesk.indexing.plan import Rules, make_plan
    from vhdesk.indexing.reading import sampling_of

    settings = desk.settings.indexing
    rules = Rules(sampling_of(settings), cloud_files=settings.cloud_files)
    return make_plan(scans, desk.known_videos(), lambda _path: None, rules)


def _spread(files: Sequence[NewFile], count: int) -> list[NewFile]:
    """Some of the files, evenly from the smallest to the largest: sizes differ by orders of magnitude."""
    ordered = sorted(files, key=lambda file: file.size_bytes)
    if len(ordered) <= count:
        return ordered
    return [ordered[(2 * i + 1) * len(ordered) // (2 * count)] for i in range(count)]


def _from_the_middle(files: Sequence[NewFile]) -> list[NewFile]:
    """From the middle outwards, so that an early end still stands for all."""
    middle = len(files) // 2
    return [files[place] for place in sorted(range(len(files)), key=lambda place: abs(place - middle))]


def _open_some(
    desk: Desk, files: Sequence[NewFile], cancel: CancelToken, tell: Callable[[SurveyProgress], None]
) -> _Opened:
    from vhdesk.media.decode import decode_segments
    from vhdesk.media.pool import DecodeProcess
    from vhdesk.media.sampling import segment_windows

    opened, settings, card = _Opened(), desk.settings.indexing, desk.system_card()
    chosen = _spread(files, PROBED_FILES)
    if not chosen:
        return opened
    process = DecodeProcess(max(1, round(PROBING_S)), settings.memory_limit_mb)
    try:
        process.call(os.getpid)  # its start is no part of the measurement
        started = time.monotonic()
        for number, file in enumerate(_from_the_middle(chosen), 1):
            cancel.check()
            tell(SurveyProgress(len(files), number, len(chosen)))
            if time.monotonic() - started > PROBING_S:
                break
            began = time.perf_counter()
            opened.files += 1
            opened.size_bytes += file.size_bytes
            try:
                reply = process.call(
                    decode_segments,
                    card.decode_request(file.path, settings),
                )
            except VhdeskError as problem:
                if isinstance(problem, UnreadableFile) and problem.kind != "timeout":
                    opened.unreadable += 1
                    continue
                opened.files -= 1  # slow is not unreadable; what was opened before stands for it
                opened.size_bytes -= file.size_bytes
                break
            opened.decode_s += time.perf_counter() - began
            opened.decoded += len(reply.segments)
            opened.thumbnail_bytes += sum(len(segment.thumbnail) for segment in reply.segments)
            length = reply.info.duration_ms
            opened.duration_ms += length
            whole = reply.next_window is None
            windows = segment_windows(length, settings.segment_ms, settings.overlap_ms) if not whole else ()
            opened.segments += len(reply.segments) if whole else len(windows)
    finally:
        process.close()
    return opened


def _decode_seconds(desk: Desk, segments: int, opened: _Opened) -> float | None:
    from vhdesk.media.pool import workers_for

    if not opened.decoded:
        return None
    return segments * opened.decode_s / opened.decoded / (desk.settings.indexing.workers or workers_for(1))


def _library_bytes(desk: Desk, segments: int, opened: _Opened) -> int:
    card = desk.system_card()
    rows = card.rows if desk.settings.indexing.keep_frame_features else 1
    thumbnail = opened.thumbnail_bytes / opened.decoded if opened.decoded else 0
    codes = sum(card.bits) / 8
    return round(segments * (thumbnail + rows * card.feature * FEATURE_BYTES + codes + ROW_BYTES))
