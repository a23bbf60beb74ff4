"""What the library hands out: small frozen values, no open cursors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True)
class Root:
    """A folder that the library watches.

    Attributes:
        path: absolute, as Python spells it (undecodable bytes as surrogates).
        excludes: globs of paths below it that are left out.
        label_from_folder: whether the first folder below it names the label of its videos.
    """

    id: int
    path: str
    recursive: bool
    excludes: tuple[str, ...]
    label_from_folder: bool


@dataclass(frozen=True)
class RootSummary:
    """A root with its counts; ``online`` is whether its folder is there now."""

    root: Root
    indexed: int
    failed: int
    pending: int
    missing: int
    online: bool


@dataclass(frozen=True)
class LibrarySummary:
    """A library at a glance.

    Attributes:
        path: the library file.
        writable: ``False`` where the file or its folder may only be read.
        videos: indexed ones.
        failed: files that gave no picture.
        damaged: indexed ones of which only a part could be read.
        segments: segments of all indexed videos.
        set_aside: how many of them searches leave out, by reason.
    """

    path: str
    roots: tuple[RootSummary, ...]
    videos: int
    failed: int
    damaged: int
    pending: int
    segments: int
    writable: bool
    set_aside: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class KnownVideo:
    """What a scan compares a file with.

    Attributes:
        complete: its codes of the asked system are all there.
        sampling: what its segments were made with, as :attr:`VideoFacts.sampling`.
        deaths: how often vhdesk ended while it was read alone; ``None`` where it was not in work at any such end.
    """

    id: int
    root_id: int
    path: str
    size_bytes: int
    mtime_ns: int
    content_hash: str | None
    label: str | None
    status: str
    error: str | None
    complete: bool
    sampling: str = ""
    deaths: int | None = None


@dataclass(frozen=True)
class VideoFacts:
    """What decoding found out about one file.

    Attributes:
        duration_ms: 0 for a picture.
        width: of the upright picture, pixels.
        height: of the upright picture, pixels.
        rotation: degrees that were undone, clockwise.
        damage: a sentence where only a part could be read.
        sampling: a short text of the settings that shaped its segments.
    """

    size_bytes: int
    mtime_ns: int
    content_hash: str
    duration_ms: int
    width: int
    height: int
    fps: float
    rotation: int
    codec: str
    damage: str | None = None
    sampling: str | None = None


@dataclass(frozen=True)
class SegmentRecord:
    """One segment, ready to be stored.

    Attributes:
        thumbnail: JPEG.
        sequence: float16 bytes of the feature sequence ``[S, D]``.
        codes: bits -> packed code of ``bits / 8`` bytes.
        aside: why searches leave it out (``dark``, ``flat``, ``frozen``), or ``None``.
    """

    ordinal: int
    start_ms: int
    end_ms: int
    thumbnail: bytes
    sequence: bytes
    codes: dict[int, bytes]
    aside: str | None = None


class SegmentHit(NamedTuple):
    """What a result shows of a segment and its video; a tuple, because a query makes a thousand of them."""

    segment_id: int
    video_id: int
    path: str
    label: str | None
    start_ms: int
    end_ms: int
    duration_ms: int
    width: int
    height: int
    mtime_ns: int
    sequence: bytes


class SegmentCode(NamedTuple):
    """A segment of a video and its packed code."""

    segment_id: int
    start_ms: int
    end_ms: int
    code: bytes


@dataclass(frozen=True)
class IndexedVideo:
    """What is known of an indexed file, to compare copies of it.

    Attributes:
        content_hash: the same for files of the same content.
        duration_ms: 0 for a picture.
        codec: as FFmpeg names it.
        damage: a sentence where only a part could be read.
    """

    id: int
    root_id: int
    path: str
    size_bytes: int
    content_hash: str
    duration_ms: int
    width: int
    height: int
    fps: float
    codec: str
    damage: str | None

    @property
    def bit_rate(self) -> float:
        """Bits a second of the whole file; 0 for a picture."""
        return self.size_bytes * 8000 / self.duration_ms if self.duration_ms else 0.0
