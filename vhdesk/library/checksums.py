"""Checksums of rows: SQLite has none, and without them a damaged picture or code looks like a whole one."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

# What a video's checksum covers; its trigger is made from this.
VIDEO_COLUMNS = tuple(
    "id root_id path size_bytes mtime_ns content_hash duration_ms width height fps rotation codec label status error "
    "segments".split()
)


def checksum(*values: object) -> int:
    """CRC-32 over values as SQLite gives them; equal only for equal values of equal types."""
    total = 0
    for value in values:
        # The length keeps ("ab", "c") and ("a", "bc") apart.
        data = value if isinstance(value, bytes) else repr(value).encode("utf-8", "surrogateescape")
        total = zlib.crc32(data, zlib.crc32(b"%s%d:" % (type(value).__name__.encode(), len(data)), total))
    return total


def segment_checksum(
    video_id: int, ordinal: int, start_ms: int, end_ms: int, aside: str | None, thumbnail: bytes | None
) -> int:
    """Of a segment with its thumbnail."""
    return checksum(video_id, ordinal, start_ms, end_ms, aside, thumbnail)


def feature_checksum(segment_id: int, sequence: bytes, codes: Mapping[int, bytes]) -> int:
    """Of what one system made of a segment: its features and its codes of every length."""
    return checksum(segment_id, sequence, *(value for bits in sorted(codes) for value in (bits, codes[bits])))
