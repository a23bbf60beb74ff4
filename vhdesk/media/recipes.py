"""How to read a file with the least work: a pure choice, and reading by key frames."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import av.container
    import av.video.stream

KEYFRAMES_FROM_MS = 600_000
KEYFRAMES_PER_SEGMENT = 2.0
FRAMES_TO_SPARE = 6


def choose_recipe(length_ms: int, key_times: Sequence[int], segment_ms: int) -> str:
    """``keyframes`` for long videos that hold at least two of them a segment, else ``linear``."""
    if length_ms >= KEYFRAMES_FROM_MS and len(key_times) * segment_ms >= KEYFRAMES_PER_SEGMENT * length_ms:
        return "keyframes"
    return "linear"


def may_skip_frames(fps: float, stretch_ms: int, count: int) -> bool:
    """Whether a stretch holds so many frames that leaving out unreferenced ones moves no sampled picture by much."""
    return fps * stretch_ms / 1000 >= FRAMES_TO_SPARE * count


def start_offset(stream: av.video.stream.VideoStream) -> int:
    """The stream's first timestamp in its own time base; times handed out count from it."""
    return stream.start_time or 0


def to_ms(timestamp: int, stream: av.video.stream.VideoStream) -> int:
    """A timestamp of the stream as milliseconds from its start."""
    return round(float((timestamp - start_offset(stream)) * (stream.time_base or 0)) * 1000)


def seek(container: av.container.InputContainer, stream: av.video.stream.VideoStream, time_ms: int) -> None:
    """Go to the last key frame at or before a time.

    Raises:
        av.FFmpegError: the file cannot seek.
    """
    base = stream.time_base
    offset = round(time_ms / 1000 / float(base)) if base else 0
    container.seek(start_offset(stream) + offset, stream=stream, backward=True)


def keyframe_times(container: av.container.InputContainer, stream: av.video.stream.VideoStream) -> tuple[int, ...]:
    """Times of the key frames from the container's index, milliseconds, ascending; empty where it has none."""
    import av

    if len(stream.index_entries) <= 1:
        try:
            seek(container, stream, 0)  # Matroska reads its index at the first seek
        except av.FFmpegError:
            return ()
    return tuple(sorted(to_ms(entry.timestamp, stream) for entry in stream.index_entries if entry.is_keyframe))


def keyframe_pictures(
    container: av.container.InputContainer,
    stream: av.video.stream.VideoStream,
    key_times: Sequence[int],
    start_ms: int,
    end_ms: int,
    faults: list[BaseException],
) -> Iterator[tuple[int, Any]]:
    """Time and picture of each key frame that is shown within ``[start_ms, end_ms)``."""
    first = max(0, bisect.bisect_right(key_times, start_ms) - 1)
    for time_ms in key_times[first : bisect.bisect_left(key_times, end_ms)]:
        frame = _key_picture(container, stream, time_ms, faults)
        if frame is not None:
            yield time_ms, frame


def _key_picture(
    container: av.container.InputContainer,
    stream: av.video.stream.VideoStream,
    time_ms: int,
    faults: list[BaseException],
) -> Any | None:
    """One key packet and a flush: waiting for a delayed frame would decode on to the next one."""
    import av

    context = stream.codec_context
    try:
        seek(container, stream, time_ms + 1)
        for packet in container.demux(stream):
            # VP9 ignores skip_frame, so the packet itself is asked.
            if packet.is_keyframe:
                decoded = [*context.decode(packet), *context.decode(None)]
                context.flush_buffers()
                return decoded[0] if decoded else None
    except (av.FFmpegError, MemoryError) as problem:
        faults.append(problem)
        context.flush_buffers()
    return None


def linear_pictures(
    container: av.container.InputContainer,
    stream: av.video.stream.VideoStream,
    start_ms: int,
    faults: list[BaseException],
) -> Iterator[tuple[int, Any]]:
    """Time and picture of every frame from the last key frame at or before ``start_ms`` on."""
    import av

    from vhdesk.media.probe import frame_rate, frames

    if start_ms > 0:
        try:
            seek(container, stream, start_ms)
        except av.FFmpegError as problem:
            faults.append(problem)  # read from the beginning instead
    step = 1000 / (frame_rate(stream) or 25.0)
    time_ms = -step
    for frame in frames(container, stream, faults):
        time_ms = to_ms(frame.pts, stream) if frame.pts is not None else time_ms + step
        yield round(time_ms), frame
