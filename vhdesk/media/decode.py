"""Files in, frames of segments out, in the process that calls it; :mod:`vhdesk.media.pool` runs it in another.

Recipes:
    linear: one pass; frames that no other frame needs and the loop filter are skipped where there are frames to spare.
    keyframes: long videos; only key frames are read, each from one packet and a flush.
    exact: one pass over every frame.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from vhdesk.errors import BadInput
from vhdesk.media.collect import SegmentCollector, SegmentFrames
from vhdesk.media.faults import classify, unreadable
from vhdesk.media.identity import content_hash
from vhdesk.media.pictures import FrameConverter
from vhdesk.media.probe import VideoInfo, duration_ms, frame_rate, no_picture, open_video, read_info
from vhdesk.media.recipes import (
    KEYFRAMES_FROM_MS,
    choose_recipe,
    keyframe_pictures,
    keyframe_times,
    linear_pictures,
    may_skip_frames,
)
from vhdesk.media.sampling import Window, segment_windows

if TYPE_CHECKING:
    import av.container
    import av.video.stream

CHUNK_WINDOWS = 8


@dataclass(frozen=True)
class DecodeRequest:
    """What to read of one file.

    Attributes:
        path: as Python spells it.
        frames: T, frames per segment.
        side: of the net's square input, pixels.
        segment_ms: window length.
        overlap_ms: what neighbouring windows share.
        first_window: long videos are read in chunks of ``CHUNK_WINDOWS`` windows, starting with this one.
        from_ms: start of the part to read (``None``: the beginning); times in the reply stay those of the file.
        to_ms: end of the part to read (``None``: the end).
        exact: decode every frame.
        key_times: those of the reply to the first chunk, so that the index is read once.
    """

    path: str
    frames: int
    side: int
    segment_ms: int
    overlap_ms: int
    first_window: int = 0
    from_ms: int | None = None
    to_ms: int | None = None
    exact: bool = False
    key_times: tuple[int, ...] | None = None


@dataclass(frozen=True)
class DecodeReply:
    """One chunk of a file.

    Attributes:
        content_hash: of the whole file, in the reply to the first chunk, else empty.
        next_window: where the next chunk starts, ``None`` after the last.
        key_times: times of the key frames where they are used, milliseconds.
        part: the stretch that was asked for.
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
    before = os.stat(request.path)
    with open_video(request.path) as (container, stream):
        length = duration_ms(container, stream)
        key_times = _key_times(request, container, stream, length)
    request = replace(request, key_times=key_times)
    part = _part(request, length)
    windows = [
        Window(w.ordinal, w.start_ms + part.start_ms, w.end_ms + part.start_ms)
        for w in segment_windows(part.end_ms - part.start_ms, request.segment_ms, request.overlap_ms)
    ]
    end = request.first_window + CHUNK_WINDOWS
    chunk = windows[request.first_window : end]
    info, segments, damage = _read_chunk(request, chunk, length)
    more = end < len(windows) and len(segments) == len(chunk)
    return DecodeReply(
        info=info,
        size_bytes=before.st_size,
        mtime_ns=before.st_mtime_ns,
        content_hash=content_hash(request.path) if request.first_window == 0 else "",
        next_window=end if more else None,
        key_times=key_times,
        part=part,
        segments=tuple(segments),
        damage=damage,
    )


def _key_times(
    request: DecodeRequest,
    container: av.container.InputContainer,
    stream: av.video.stream.VideoStream,
    length: int,
) -> tuple[int, ...]:
    if request.key_times is not None:
        return request.key_times
    if request.exact or length < KEYFRAMES_FROM_MS:
        return ()
    return keyframe_times(container, stream)


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


def _read_chunk(
    request: DecodeRequest, chunk: Sequence[Window], length: int
) -> tuple[VideoInfo, list[SegmentFrames], str | None]:
    """Read the windows of one chunk by the recipe that suits the file; a recipe that finds nothing is tried exactly."""
    faults: list[BaseException] = []
    with open_video(request.path) as (container, stream):
        pictures = iter(_pictures(request, container, stream, chunk, length, faults))
        first = next(pictures, None)
        if first is None and not request.exact:
            return _read_chunk(replace(request, exact=True, key_times=()), chunk, length)
        if first is None:
            raise no_picture(request.path, faults)
        info = read_info(stream, container.format.name, length, first[1])
        collector = SegmentCollector(chunk, request.frames, request.side, FrameConverter(info))
        collector.offer(*first)
        if info.duration_ms:
            for time_ms, frame in pictures:
                collector.offer(time_ms, frame)
                if collector.complete:
                    break
        segments = collector.finish(still=not info.duration_ms or (collector.offered == 1 and not faults))
        return info, segments, _damage(collector, faults, length)


def _pictures(
    request: DecodeRequest,
    container: av.container.InputContainer,
    stream: av.video.stream.VideoStream,
    chunk: Sequence[Window],
    length: int,
    faults: list[BaseException],
) -> Iterable[tuple[int, Any]]:
    recipe = "exact" if request.exact else choose_recipe(length, request.key_times or (), request.segment_ms)
    if recipe == "keyframes":
        start, end = chunk[0].start_ms, chunk[-1].end_ms
        return keyframe_pictures(container, stream, request.key_times or (), start, end, faults)
    stretch = chunk[0].end_ms - chunk[0].start_ms
    if recipe == "linear" and may_skip_frames(frame_rate(stream), stretch, request.frames):
        stream.codec_context.skip_frame = "NONREF"
        stream.codec_context.options = {"skip_loop_filter": "all"}
    return linear_pictures(container, stream, chunk[0].start_ms, faults)


def _damage(collector: SegmentCollector, faults: Sequence[BaseException], length: int) -> str | None:
    if not collector.complete:
        return (
            f"Only the first {collector.covered_ms / 1000:.1f} of {length / 1000:.1f} s could be read, and these are "
            "searchable. Copy the file again for the rest."
        )
    if faults:
        return "Some of its pictures are damaged; the others are searchable. Copy the file again for all of them."
    return None
