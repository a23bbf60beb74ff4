"""What a running index job tells: small frozen values, safe to hand from thread to thread."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from vhdesk.errors import printable


@dataclass(frozen=True)
class Failure:
    """One file that could not be indexed, or only in part.

    Attributes:
        path: the file, as Python spells it (undecodable bytes as surrogates).
        reason: one sentence with the remedy.
    """

    path: str
    reason: str

    def to_json(self) -> dict[str, str]:
        """The failure as the command line prints it; undecodable bytes are escaped."""
        return {"path": printable(self.path), "reason": self.reason}


@dataclass(frozen=True)
class ScanProgress:
    """Folders are being listed; ``found`` video files so far."""

    found: int


@dataclass(frozen=True)
class IndexProgress:
    """A running count.

    Attributes:
        done: videos finished in this run, indexed or failed.
        total: videos that this run has to decode.
        failed: of ``done``, how many failed.
        saved: videos that are safely in the library, those of earlier runs included.
        videos_per_second: over the last seconds.
        seconds_left: estimate, or ``None`` while there is none.
        folder: the root in work.
        paused: whether the job stands at the pause gate.
    """

    done: int
    total: int
    failed: int
    saved: int
    videos_per_second: float
    seconds_left: float | None
    folder: str
    paused: bool = False


@dataclass(frozen=True)
class VideoIndexed:
    """One video is in the library with all its segments."""

    path: str
    segments: int


@dataclass(frozen=True)
class VideoFailed:
    """One video could not be indexed; the run goes on."""

    failure: Failure


IndexEvent = ScanProgress | IndexProgress | VideoIndexed | VideoFailed


@dataclass(frozen=True)
class WatchNews:
    """What a watch has to tell.

    Attributes:
        folders: to be indexed again.
        notes: sentences about folders that came, went, or cannot be listened to.
    """

    folders: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class VideoCounts:
    """What became of the files that the scan found.

    Attributes:
        indexed: decoded and stored in this run.
        unchanged: in the library already.
        moved: found again under another path, without decoding.
        failed: unreadable, in this run or known to be from an earlier one.
        missing: in the library, no longer on the disk.
        copied: the same as a video of the library: its codes were copied, without decoding.
    """

    indexed: int = 0
    unchanged: int = 0
    moved: int = 0
    failed: int = 0
    missing: int = 0
    copied: int = 0


@dataclass(frozen=True)
class PassedOver:
    """Files that the scan found and that were left alone.

    Attributes:
        same_file: further names of a file that is indexed under another one (hard and symbolic links).
        placeholders: the content is in a cloud and would have to be downloaded.
        still_written: the file was still changing; the next run tries again.
    """

    same_file: int = 0
    placeholders: int = 0
    still_written: int = 0


@dataclass(frozen=True)
class IndexReport:
    """The result of one index run.

    Attributes:
        segments: segments stored in this run.
        failures: files that gave nothing, with the reason.
        damaged: files of which only a part could be read and was indexed.
        cancelled: the run was stopped before its end.
        warnings: sentences about folders (offline, vanished, not readable) and about files that were passed over.
    """

    library: str
    system: str
    fingerprint: str
    videos: VideoCounts
    segments: int
    seconds: float
    failures: tuple[Failure, ...] = ()
    damaged: tuple[Failure, ...] = ()
    cancelled: bool = False
    warnings: tuple[str, ...] = field(default=())
    passed_over: PassedOver = field(default_factory=PassedOver)

    def followed_by(self, later: IndexReport) -> IndexReport:
        """One report of two runs: what they did adds up, how the library stands is told by the later one."""
        paths = {failure.path for failure in later.failures}
        failures = tuple(failure for failure in self.failures if failure.path not in paths) + later.failures
        now = later.videos
        return dataclasses.replace(
            later,
            videos=dataclasses.replace(
                now,
                indexed=self.videos.indexed + now.indexed,
                moved=self.videos.moved + now.moved,
                copied=self.videos.copied + now.copied,
                failed=len(failures),
            ),
            segments=self.segments + later.segments,
            seconds=self.seconds + later.seconds,
            failures=failures,
            damaged=tuple(dict.fromkeys(self.damaged + later.damaged)),
            warnings=tuple(dict.fromkeys(self.warnings + later.warnings)),
        )

    def to_json(self) -> dict[str, Any]:
        """The document that ``vhdesk index --json`` prints."""
        return {
            "library": printable(self.library),
            "system": self.system,
            "fingerprint": self.fingerprint,
            "videos": {
                "indexed": self.videos.indexed,
                "unchanged": self.videos.unchanged,
                "moved": self.videos.moved,
                "failed": self.videos.failed,
                "missing": self.videos.missing,
                "copied": self.videos.copied,
            },
            "segments": self.segments,
            "seconds": round(self.seconds, 3),
            "cancelled": self.cancelled,
            "failures": [f.to_json() for f in self.failures],
            "damaged": [f.to_json() for f in self.damaged],
            "warnings": list(self.warnings),
            "passed_over": dataclasses.asdict(self.passed_over),
        }
