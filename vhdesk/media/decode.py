"""Files in, frames of segments out, in the process that calls it; :mod:`vhdesk.media.pool` runs it in another."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from vhdesk.errors import BadInput
from vhdesk.media.collect import Collected, SegmentCollector, SegmentFrames, without_repeats
from vhdesk.media.faults import classify, unreadable
from vhdesk.media.identity import content_hash
from vhdesk.media.pictures import FrameConverter
from vhdesk.media.probe import VideoInfo, declared_ms, frame_rate, measured_ms, no_picture, open_video, read_info
from vhdesk.media.reading import keyframe_pictures, keyframe_times, linear_pictures, run_pictures
from vhdesk.media.recipes import EXACT, Facts, Recipe, choose_recipe, chunk_end, needed_key_frames, runs
from vhdesk.media.sampling import Window, consecutive_times, segment_windows, uniform_times

if TYPE_CHECKING:
    import av.container
    import av.video.stream


@dataclass(frozen=True)
class DecodeRequest:
    """What to read of one file.

    Attributes:
        path: as Python spells it.
        frames: T, frames per segment, or per clip of it.
        side: of the net's square input, pixels.
        segment_ms: window length.
        overlap_ms: what neighbouring windows share.
        first_window: long videos are read in chunks of some windows, starting with this one.
        from_ms: start of the part to read (``None``: the beginning); times in the reply stay those of the file.
        to_ms: end of the part to read (``None``: the end).
        decode: ``fast``, ``fastest`` or ``exact`` (:mod:`vhdesk.media.recipes`).
        key_times: those of the reply to the first chunk, so that the index is read once.
        remove_bars: take letterbox and pillarbox bars off the net's input (:mod:`vhdesk.media.bars`).
        sampling: ``uniform``, or ``consecutive``: the frames around the middle (:mod:`vhdesk.media.sampling`).
        clips: that ``consecutive`` takes of a segment at most.
        size: height and width of the net's input where it takes whole pictures, whatever their shape.
    """

    path: str
    frames: int
    side: int
    segment_ms: int
    overlap_ms: int
    first_window: int = 0
    from_ms: int | None = None
    to_ms: int | None = None
    decode: str = "fast"
    key_times: tuple[int, ...] | None = None
    remove_bars: bool = False
    sampling: str = "uniform"
    clips: int = 1
    size: tuple[int, int] | None = None

    @property
    def consecutive(self) -> bool:
        """Whether frames are consecutive ones."""
        return self.sampling == "consecutive"


@dataclass(frozen=True)
class DecodeReply:
    """One chunk of a file.

    Attributes:
        content_hash: of the whole file, in the reply to the first chunk, else empty.
        next_window: where the next chunk starts, ``None`` after the last.
        key_times: times of the key frames as far as they are known, milliseconds.
        part: the stretch that was asked for.
        recipe: name of the one that gave the segments.
        damage: a sentence where something of it could not be read.
    """

    info: VideoInfo
    size_bytes: int
    mtime_ns: int
    content_hash: str
    next_window: int | None
    key_times: tuple[int, ...]
    part: Window
    segments: tuple[SegmentFrames, ...]
    damage: str | None = None
    recipe: str = "exact"


def decode_segments(request: DecodeRequest) -> DecodeReply:
    """Read one chunk of a file.

    Raises:
        UnreadableFile: nothing can be decoded.
        BadInput: the asked part lies outside the video.
    """
    try:
        return _decode(request)
    except OSError as problem:  # it went, or its drive did, while it was read
        raise unreadable(classify(problem)) from problem


def _decode(request: DecodeRequest) -> DecodeReply:
    status = os.stat(request.path)
    digest = content_hash(request.path) if request.first_window == 0 else ""
    identity = _Identity(status.st_size, status.st_mtime_ns, digest)
    length: int | None = None
    while True:
        with open_video(request.path) as (container, stream):
            if length is None:
                length = declared_ms(container, stream)
            if length is None:
                length = measured_ms(container, stream)
                continue
            reply = _Chunk(request, container, stream, length).read(identity)
        if reply is not None:
            return reply
        request = replace(request, decode="exact")


class _Identity(NamedTuple):
    size_bytes: int
    mtime_ns: int
    content_hash: str


class _Chunk:
    """Some windows of an open file."""

    def __init__(
        self,
        request: DecodeRequest,
        container: av.container.InputContainer,
        stream: av.video.stream.VideoStream,
        length: int,
    ) -> None:
        self._request = request
        self._container = container
        self._stream = stream
        self._length = length
        self._part = _part(request, length)
        self._windows = [
            Window(w.ordinal, w.start_ms + self._part.start_ms, w.end_ms + self._part.start_ms)
            for w in segment_windows(self._part.end_ms - self._part.start_ms, request.segment_ms, request.overlap_ms)
        ]
        self._key_times = self._find_key_times()
        self._recipe = self._choose_recipe()
        self._faults: list[BaseException] = []

    def read(self, identity: _Identity) -> DecodeReply | None:
        """The reply; ``None`` where a recipe other than the exact one gives nothing or meets a fault.

        Raises:
            UnreadableFile: nothing can be decoded.
        """
        first = self._request.first_window
        end = chunk_end(self._windows, first, self._key_times)
        gathered = self._collect(first, end)
        if gathered is None or (self._faults and self._recipe != EXACT):
            if self._recipe != EXACT:
                return None
            raise no_picture(self._request.path, self._faults)
        info, collector, collected = gathered
        damage = self._damage(collector)
        before = None
        if first and collected and collected[0].still is not None:
            again = self._collect(first - 1, first)
            before = again[2][-1] if again and again[2] else None
        return DecodeReply(
            info=info,
            size_bytes=identity.size_bytes,
            mtime_ns=identity.mtime_ns,
            content_hash=identity.content_hash,
            next_window=end if end < len(self._windows) and collector.reached_all else None,
            key_times=self._key_times,
            part=self._part,
            segments=tuple(without_repeats(collected, before)),
            damage=damage,
            recipe=self._recipe.name,
        )

    def _find_key_times(self) -> tuple[int, ...]:
        if self._request.key_times is not None:
            return self._request.key_times
        return keyframe_times(self._container, self._stream) if self._length else ()

    def _choose_recipe(self) -> Recipe:
        window = self._windows[0]
        facts = Facts(
            length_ms=self._length,
            fps=frame_rate(self._stream),
            key_times=self._key_times,
            window_ms=window.end_ms - window.start_ms,
            frames=self._request.frames,
            consecutive=self._request.consecutive,
        )
        return choose_recipe(facts, self._request.decode)

    def _collect(self, first: int, end: int) -> tuple[VideoInfo, SegmentCollector, list[Collected]] | None:
        """Read the windows ``[first, end)``; ``None`` where no picture comes."""
        request, windows = self._request, self._windows[first:end]
        moments = [self._moments(window) for window in windows]
        pictures = iter(self._pictures(windows, moments))
        frame = next(pictures, None)
        if frame is None:
            return None
        info = read_info(self._stream, self._container.format.name, self._length, frame[1])
        collector = SegmentCollector(
            windows,
            moments,
            request.side,
            FrameConverter(info),
            video=self._part,
            before=self._windows[first - 1] if first else None,
            remove_bars=request.remove_bars,
            size=request.size,
            consecutive=request.consecutive,
        )
        collector.offer(*frame)
        if info.duration_ms:
            for time_ms, picture in pictures:
                collector.offer(time_ms, picture)
                if collector.complete:
                    break
        alone = collector.offered == 1 and not self._faults
        still = not info.duration_ms or alone or self._recipe.name == "keyframes"
        return info, collector, collector.finish(still=still)

    def _moments(self, window: Window) -> list[int]:
        request = self._request
        if request.consecutive:
            fps = frame_rate(self._stream)
            return consecutive_times(window.start_ms, window.end_ms, request.frames, fps, request.clips)
        return uniform_times(window.start_ms, window.end_ms, request.frames)

    def _pictures(self, windows: Sequence[Window], moments: Sequence[Sequence[int]]) -> Iterable[tuple[int, Any]]:
        container, stream = self._container, self._stream
        if self._recipe.name == "keyframes":
            needed = needed_key_frames(self._key_times, [time_ms for times in moments for time_ms in times])
            return keyframe_pictures(container, stream, needed, self._faults)
        if self._request.consecutive and self._recipe != EXACT:
            return run_pictures(container, stream, self._recipe, runs(self._key_times, moments), self._faults)
        return linear_pictures(container, stream, self._recipe, windows[0].start_ms, self._faults)

    def _damage(self, collector: SegmentCollector) -> str | None:
        if not collector.complete:
            return (
                f"Only the first {collector.covered_ms / 1000:.1f} of {self._length / 1000:.1f} s could be read, and "
                "these are searchable. Copy the file again for the rest."
            )
        if self._faults:
            return "Some of its pictures are damaged; the others are searchable. Copy the file again for all of them."
        return None


def _part(request: DecodeRequest, length: int) -> Window:
    """The asked stretch, cut to the length of the video.

    Raises:
        BadInput: it lies outside.
    """
    start = request.from_ms or 0
    end = length if request.to_ms is None else min(length, request.to_ms)
    if start < 0 or (start and start >= length) or (request.to_ms is not None and request.to_ms <= start):
        asked = length if request.to_ms is None else request.to_ms
        raise BadInput(
            f"The part from {start} to {asked} ms is not inside the video, which is {length} ms long. "
            "Choose a start before the end of both."
        )
    return Window(0, start, end)
