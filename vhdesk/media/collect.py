"""Gives every sampled moment of every segment the frame that is shown then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from vhdesk.media.sampling import Window, uniform_times

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vhdesk.media.pictures import FrameConverter

# A frame is taken to stand at least this long after the last one that decoded.
TAIL_MS = 500


@dataclass(frozen=True)
class SegmentFrames:
    """Sampled frames of one segment.

    Attributes:
        frames: ``[t, side, side, 3] uint8 RGB``, 1 <= t <= T: fewer where the file ends early.
        thumbnail: JPEG of the middle one of them, uncropped.
        aside: ``dark``, ``flat`` or ``frozen`` where it shows nothing to search for.
    """

    ordinal: int
    start_ms: int
    end_ms: int
    frames: NDArray[np.uint8]
    thumbnail: bytes
    aside: str | None = None


class SegmentCollector:
    """Takes frames in the order they are shown and keeps what the segments need, already scaled.

    Full-size frames are never kept beyond the next one: a minute of 4K would fill the memory.

    Attributes:
        covered_ms: up to where the frames reach.
    """

    def __init__(self, windows: Sequence[Window], count: int, side: int, converter: FrameConverter) -> None:
        self._windows = windows
        self._count = count
        self._side = side
        self._converter = converter
        self._targets = sorted(
            (time_ms, index, slot)
            for index, window in enumerate(windows)
            for slot, time_ms in enumerate(uniform_times(window.start_ms, window.end_ms, count))
        )
        self._next = 0
        self._inputs: list[list[NDArray[np.uint8]]] = [[] for _ in windows]
        self._thumbnails: list[bytes] = [b""] * len(windows)
        self._shown: Any = None
        self._shown_ms = 0
        self._longest_gap_ms = 0
        self._offered = 0

    @property
    def complete(self) -> bool:
        """Whether every moment has its frame."""
        return self._next == len(self._targets)

    @property
    def offered(self) -> int:
        """How many frames came."""
        return self._offered

    @property
    def covered_ms(self) -> int:
        """Up to where the frames reach, milliseconds."""
        return self._shown_ms

    def offer(self, time_ms: int, frame: Any) -> None:
        """Take the next frame; the one before it was shown until ``time_ms``."""
        if self._shown is not None:
            self._assign_until(time_ms)
            self._longest_gap_ms = max(self._longest_gap_ms, time_ms - self._shown_ms)
        self._shown, self._shown_ms = frame, time_ms
        self._offered += 1

    def finish(self, *, still: bool = False) -> list[SegmentFrames]:
        """Let the last frame stand for its tail and hand out every segment that has a frame.

        Args:
            still: a picture, or the only frame of a video: it stands to the end.
        """
        if self._shown is not None:
            tail = max(TAIL_MS, 2 * self._longest_gap_ms, self._duration_ms(self._shown))
            self._assign_until(self._targets[-1][0] + 1 if still else self._shown_ms + tail)
            self._shown = None
        return [
            SegmentFrames(window.ordinal, window.start_ms, window.end_ms, np.stack(inputs), thumbnail)
            for window, inputs, thumbnail in zip(self._windows, self._inputs, self._thumbnails, strict=True)
            if inputs
        ]

    @staticmethod
    def _duration_ms(frame: Any) -> int:
        return round(float(frame.duration * frame.time_base) * 1000) if frame.duration and frame.time_base else 0

    def _assign_until(self, time_ms: int) -> None:
        picture: NDArray[np.uint8] | None = None
        jpeg = b""
        while self._next < len(self._targets) and self._targets[self._next][0] < time_ms:
            _, index, slot = self._targets[self._next]
            if picture is None:
                picture = self._converter.net_input(self._shown, self._side)
            self._inputs[index].append(picture)
            if slot == self._count // 2 or not self._thumbnails[index]:
                jpeg = jpeg or self._converter.thumbnail(self._shown)
                self._thumbnails[index] = jpeg
            self._next += 1
