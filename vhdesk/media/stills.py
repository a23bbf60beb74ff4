"""Pictures of a file for the screen: those that are shown at given moments, or every one of a stretch."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vhdesk.media.faults import classify, unreadable
from vhdesk.media.pictures import FrameConverter
from vhdesk.media.probe import VideoInfo, declared_ms, measured_ms, no_picture, open_video, read_info
from vhdesk.media.reading import keyframe_times, linear_pictures
from vhdesk.media.recipes import EXACT

if TYPE_CHECKING:
    import av.container
    import av.video.stream

# One answer holds no more of a stretch: what is behind can be asked for next.
MOST_PICTURES = 60
# Without an index a moment this far ahead is sought, a nearer one is read on to.
READ_ON_MS = 4000
# An index that tells when frames are decoded points behind the moment by as much as reordering delays them.
REORDERING_MS = 1000


@dataclass(frozen=True)
class StillsRequest:
    """What to read of one file.

    Attributes:
        path: as Python spells it.
        side: longest side of the pictures, pixels; smaller ones are not enlarged.
        moments: milliseconds, ascending, at least one; those behind the end give the last picture.
        until_ms: give every picture from the first moment until here, ``MOST_PICTURES`` at most.
        tolerance_ms: how much earlier than its moment a picture may be, where that saves decoding.
        length_ms: the length where it is known from an earlier answer, so that it is not measured again.
    """

    path: str
    side: int
    moments: tuple[int, ...]
    until_ms: int | None = None
    tolerance_ms: int = 0
    length_ms: int | None = None


@dataclass(frozen=True)
class Still:
    """One picture and from when on it is shown, milliseconds."""

    time_ms: int
    jpeg: bytes


@dataclass(frozen=True)
class Stills:
    """Pictures of one file.

    Attributes:
        pictures: one for every moment, or every one of the stretch.
        until_ms: up to where the pictures of a stretch reach.
        length_ms: to hand in with the next request.
    """

    info: VideoInfo
    pictures: tuple[Still, ...]
    until_ms: int
    length_ms: int


def read_stills(request: StillsRequest) -> Stills:
    """Read pictures of a file.

    Raises:
        UnreadableFile: nothing can be decoded.
    """
    try:
        return _read(request)
    except OSError as problem:  # it went, or its drive did, while it was read
        raise unreadable(classify(problem)) from problem


def _read(request: StillsRequest) -> Stills:
    length = request.length_ms
    while True:
        with open_video(request.path) as (container, stream):
            if length is None:
                length = declared_ms(container, stream)
            if length is None:
                length = measured_ms(container, stream)
                continue
            cursor = _Cursor(container, stream)
            first = cursor.at(request.moments[0], request.tolerance_ms)
            if first is None:
                raise no_picture(request.path, cursor.faults)
            info = read_info(stream, container.format.name, length, first[1])
            return _gather(request, cursor, first, info, length)


def _gather(request: StillsRequest, cursor: _Cursor, first: tuple[int, Any], info: VideoInfo, length: int) -> Stills:
    converter = FrameConverter(info)
    until = request.until_ms
    if until is None:
        shown = first
        pictures = [Still(first[0], converter.thumbnail(first[1], request.side))]
        for moment in request.moments[1:]:
            before, shown = shown, cursor.at(moment, request.tolerance_ms) or shown
            jpeg = pictures[-1].jpeg if shown is before else converter.thumbnail(shown[1], request.side)
            pictures.append(Still(shown[0], jpeg))
        return Stills(info, tuple(pictures), pictures[-1].time_ms, length)
    pictures = [Still(first[0], converter.thumbnail(first[1], request.side))]
    for time_ms, frame in cursor.following():
        if time_ms >= until or len(pictures) == MOST_PICTURES:
            return Stills(info, tuple(pictures), min(time_ms, until), length)
        pictures.append(Still(time_ms, converter.thumbnail(frame, request.side)))
    return Stills(info, tuple(pictures), until, length)


class _Cursor:
    """Walks through a file for moments that only grow.

    Attributes:
        faults: what did not decode.
    """

    def __init__(self, container: av.container.InputContainer, stream: av.video.stream.VideoStream) -> None:
        self.faults: list[BaseException] = []
        self._container = container
        self._stream = stream
        self._key_times = keyframe_times(container, stream)
        self._pictures: Iterator[tuple[int, Any]] = iter(())
        self._shown: tuple[int, Any] | None = None
        self._ahead: tuple[int, Any] | None = None

    def at(self, moment: int, tolerance_ms: int = 0) -> tuple[int, Any] | None:
        """Time and frame of what is shown at a moment; ``None`` where nothing decodes."""
        if self._shown is None or self._worth_seeking(moment):
            last = self._shown
            self._start(moment)
            if self._ahead is not None and self._ahead[0] > moment > 0:
                self._start(max(1, moment - REORDERING_MS))
            if self._ahead is None:  # nothing decodes from there on
                self._shown = last
        while (following := self._next()) is not None:
            if following[0] > moment and self._shown is not None:
                self._ahead = following
                break
            self._shown = following
            if following[0] >= moment - tolerance_ms:
                break
        return self._shown

    def following(self) -> Iterator[tuple[int, Any]]:
        """Everything after what was shown last."""
        while (following := self._next()) is not None:
            yield following

    def _start(self, moment: int) -> None:
        self._shown = None
        self._pictures = linear_pictures(self._container, self._stream, EXACT, moment, self.faults)
        self._ahead = next(self._pictures, None)

    def _next(self) -> tuple[int, Any] | None:
        ahead, self._ahead = self._ahead, None
        return ahead or next(self._pictures, None)

    def _worth_seeking(self, moment: int) -> bool:
        shown = self._shown[0] if self._shown is not None else 0
        if not self._key_times:
            return moment - shown > READ_ON_MS
        key = bisect.bisect_right(self._key_times, moment) - 1
        return key >= 0 and self._key_times[key] > shown
