"""A query as a system sees it: decoded in a process of its own that is kept ready, encoded, and remembered."""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vhdesk.media.decode import DecodeReply
from vhdesk.media.pool import DecodePool
from vhdesk.settings import IndexingSettings
from vhdesk.systems.system import System

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from vhdesk.media.collect import SegmentFrames

# A longer query would be a search for everything; its part can be chosen.
LIMIT_MS = 600_000


@dataclass(frozen=True)
class QueryRead:
    """A query, decoded and encoded.

    Attributes:
        key: changes with the file, the asked part of it and the settings.
        duration_ms: of the whole file; 0 for a picture.
        segments: at least one.
        pooled: features of every segment, ``[1, D] float16`` each.
        notes: sentences about what of it could not be used.
        decode_ms: spent on decoding; 0 where it was remembered.
        encode_ms: spent on encoding; 0 where it was remembered.
    """

    key: tuple[Any, ...]
    duration_ms: int
    segments: tuple[SegmentFrames, ...]
    pooled: tuple[NDArray[np.float16], ...]
    notes: tuple[str, ...]
    decode_ms: float
    encode_ms: float

    @property
    def thumbnail(self) -> bytes:
        """JPEG of the middle of it."""
        return self.segments[len(self.segments) // 2].thumbnail

    def telling(self, *, set_aside: bool = False) -> list[tuple[SegmentFrames, NDArray[np.float16]]]:
        """The segments to search by and their features, ``[1, D] float16`` each: those that show something.

        All of them where none does, or with ``set_aside``.
        """
        pairs = list(zip(self.segments, self.pooled, strict=True))
        return (not set_aside and [pair for pair in pairs if pair[0].aside is None]) or pairs


class QueryReader:
    """Reads queries one after another; the last one is remembered, since another code length needs no decoding."""

    def __init__(self, system: System, limits: IndexingSettings) -> None:
        self._system = system
        self._pool = DecodePool(1, time_limit_s=limits.time_limit_s, memory_limit_mb=limits.memory_limit_mb)
        self._last: QueryRead | None = None

    def warm_up(self) -> None:
        """Start the decode process."""
        self._pool.warm_up()

    def close(self) -> None:
        """End the decode process."""
        self._pool.close()

    def read(self, path: str, settings: IndexingSettings, from_ms: int | None, to_ms: int | None) -> QueryRead:
        """Decode and encode a clip or a picture, or a part of it.

        Raises:
            UnreadableFile: it gives no picture.
            BadInput: the asked part lies outside it.
        """
        status = os.stat(path)
        key = (path, status.st_size, status.st_mtime_ns, from_ms, to_ms, settings)
        if self._last is not None and self._last.key == key:
            return dataclasses.replace(self._last, decode_ms=0.0, encode_ms=0.0)
        started = time.perf_counter()
        replies = self._decode(path, settings, from_ms, to_ms)
        decoded = time.perf_counter()
        segments = tuple(segment for reply in replies for segment in reply.segments)
        pooled = tuple(self._system.pooled(self._system.features(segment.frames)) for segment in segments)
        self._last = QueryRead(
            key=key,
            duration_ms=replies[0].info.duration_ms,
            segments=segments,
            pooled=pooled,
            notes=_notes(replies, segments),
            decode_ms=(decoded - started) * 1000,
            encode_ms=(time.perf_counter() - decoded) * 1000,
        )
        return self._last

    def _decode(
        self, path: str, settings: IndexingSettings, from_ms: int | None, to_ms: int | None
    ) -> list[DecodeReply]:
        request = self._system.card.decode_request(path, settings, from_ms=from_ms, to_ms=to_ms)
        replies = [self._pool.reply(self._pool.submit(request))]
        while (following := replies[-1].next_window) is not None:
            if replies[-1].segments[-1].end_ms - replies[0].part.start_ms >= LIMIT_MS:
                break
            request = dataclasses.replace(request, first_window=following, key_times=replies[-1].key_times)
            replies.append(self._pool.reply(self._pool.submit(request)))
        return replies


def _notes(replies: Sequence[DecodeReply], segments: Sequence[SegmentFrames]) -> tuple[str, ...]:
    notes = [reply.damage for reply in replies if reply.damage]
    if all(segment.aside for segment in segments):
        notes.append(
            "The query is dark, of one colour or still throughout, so the order says little. Choose another part."
        )
    if replies[-1].next_window is not None:
        minutes = LIMIT_MS // 60_000
        notes.append(f"The query is long: its first {minutes} minutes were searched with. Choose another part of it.")
    return tuple(notes)
