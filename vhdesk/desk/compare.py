"""Why a video matched: every segment of the query against every segment of the video, and the bits of their codes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vhdesk.desk.searching import query_segments
from vhdesk.inputs import checked_file
from vhdesk.search.results import SearchOptions

if TYPE_CHECKING:
    from vhdesk.desk.desk import Desk


@dataclass(frozen=True)
class CodedStretch:
    """A segment with its code.

    Attributes:
        code: ``bits / 8`` bytes, big-endian bits as ``numpy.packbits`` writes them.
        mask: the bits that count, in the same form; ``None`` for all.
    """

    start_ms: int
    end_ms: int
    code: bytes
    mask: bytes | None = None


@dataclass(frozen=True)
class Agreement:
    """The codes of two videos, compared segment by segment.

    Attributes:
        bits: code length.
        query: the segments that were searched by, in order of time.
        video: all segments of the video, in order of time.
        distances: bits that differ, of those that count: a row for each segment of the query, a column for each of the
            video.
    """

    bits: int
    query: tuple[CodedStretch, ...]
    video: tuple[CodedStretch, ...]
    distances: tuple[tuple[int, ...], ...]

    def pair_at(self, query_start_ms: int, start_ms: int) -> tuple[int, int]:
        """Row and column of the segments that start at two moments, or nearest to them."""
        row = min(range(len(self.query)), key=lambda i: abs(self.query[i].start_ms - query_start_ms))
        column = min(range(len(self.video)), key=lambda i: abs(self.video[i].start_ms - start_ms))
        return row, column

    def counted(self, row: int) -> tuple[bool, ...]:
        """Which bits count for a segment of the query, first bit first."""
        mask = self.query[row].mask
        return (True,) * self.bits if mask is None else self._bits(int.from_bytes(mask, "big"))

    def differing(self, row: int, column: int) -> tuple[bool, ...]:
        """Which bits of two segments differ, first bit first; those that do not count included."""
        return self._bits(int.from_bytes(self.query[row].code, "big") ^ int.from_bytes(self.video[column].code, "big"))

    def _bits(self, value: int) -> tuple[bool, ...]:
        return tuple(bool(value >> bit & 1) for bit in range(self.bits - 1, -1, -1))


def agreement(desk: Desk, query: Path, options: SearchOptions, video_id: int) -> Agreement:
    """Compare a query with a video of the library, by the codes and masks that a search compares.

    Raises:
        BadInput: there is no such file, or its asked part lies outside it.
        UnreadableFile: the query gives no picture.
        LibraryProblem: the library cannot be read.
    """
    import numpy as np

    path, system = checked_file(query), desk.system()
    with desk._search_guard:
        read = desk._query_reader().read(path, desk.settings.indexing, options.from_ms, options.to_ms)
        segments, _, _ = query_segments(desk, read, options)
    rows = desk._library.video_codes(video_id, system.fingerprint, options.bits)
    theirs = np.frombuffer(b"".join(row.code for row in rows), np.uint8).reshape(-1, options.bits // 8)
    distances = []
    for segment in segments:
        differing = theirs ^ segment.code
        if segment.mask is not None:
            differing &= segment.mask
        distances.append(tuple(np.bitwise_count(differing).sum(axis=1).tolist()))
    return Agreement(
        options.bits,
        tuple(
            CodedStretch(s.start_ms, s.end_ms, s.code.tobytes(), None if s.mask is None else s.mask.tobytes())
            for s in segments
        ),
        tuple(CodedStretch(row.start_ms, row.end_ms, row.code) for row in rows),
        tuple(distances),
    )
