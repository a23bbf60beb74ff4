"""Carries a recipe out: pictures of an open file with the times from which they are shown."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vhdesk.media.probe import frame_rate, frames
from vhdesk.media.recipes import Recipe

if TYPE_CHECKING:
    import av.container
    import av.video.stream


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
    offset = math.floor(time_ms / 1000 / float(base)) if base else 0  # rounded up it could reach the next one
    container.seek(start_offset(stream) + offset, stream=stream, backward=True)


def keyframe_times(container: av.container.InputContainer, stream: av.video.stream.VideoStream) -> tuple[int, ...]:
    """Times of the key frames from the container's index, milliseconds, ascending; empty where it has none."""
    import av

    if len(stream.index_entries) <= 1 and "matroska" in container.format.name:
        try:
            seek(container, stream, 0)  # Matroska and WebM read their index at the first seek
        except av.FFmpegError:
            return ()
    entries = list(stream.index_entries)
    if not entries:
        return ()
    # MP4 lists when frames are decoded, which reordering makes earlier than when they are shown, by as much for all.
    delay = max(0, start_offset(stream) - entries[0].timestamp)
    return tuple(sorted({max(0, to_ms(entry.timestamp + delay, stream)) for entry in entries if entry.is_keyframe}))


def keyframe_pictures(
    container: av.container.InputContainer,
    stream: av.video.stream.VideoStream,
    needed: Sequence[tuple[int, int, int]],
    faults: list[BaseException],
) -> Iterator[tuple[int, Any]]:
    """Picture of each needed key frame (:func:`vhdesk.media.recipes.needed_key_frames`), and from when it is shown."""
    for shown_ms, time_ms, margin_ms in needed:
        frame = _key_picture(container, stream, time_ms, margin_ms, faults)
        if frame is not None:
            yield shown_ms, frame


def _key_picture(
    container: av.container.InputContainer,
    stream: av.video.stream.VideoStream,
    time_ms: int,
    margin_ms: int,
    faults: list[BaseException],
) -> Any | None:
    """One key packet and a flush: waiting for a delayed frame would decode on to the next one."""
    import av

    context = stream.codec_context
    try:
        seek(container, stream, time_ms + margin_ms)
        for packet in container.demux(stream):
            # VP9 ignores skip_frame, so the packet itself is asked.
            if packet.is_keyframe:
                decoded = [*context.decode(packet), *context.decode(None)]
                context.flush_buffers()
                if not decoded:
                    break
                shown = decoded[0].pts
                if shown is None or abs(to_ms(shown, stream) - time_ms) <= margin_ms + 1:
                    return decoded[0]
                break
        faults.append(ValueError(f"no key frame at {time_ms} ms"))
    except (av.FFmpegError, MemoryError) as problem:
        faults.append(problem)
        context.flush_buffers()
    return None


def run_pictures(
    container: av.container.InputContainer,
    stream: av.video.stream.VideoStream,
    recipe: Recipe,
    runs: Sequence[tuple[int, int]],
    faults: list[BaseException],
) -> Iterator[tuple[int, Any]]:
    """Time and picture of every frame of some runs (:func:`vhdesk.media.recipes.runs`), and the one after each."""
    for start_ms, end_ms in runs:
        for time_ms, frame in linear_pictures(container, stream, recipe, start_ms, faults):
            yield time_ms, frame
            if time_ms > end_ms:
                break


def linear_pictures(
    container: av.container.InputContainer,
    stream: av.video.stream.VideoStream,
    recipe: Recipe,
    start_ms: int,
    faults: list[BaseException],
) -> Iterator[tuple[int, Any]]:
    """Time and picture of every frame from the last key frame at or before ``start_ms`` on."""
    import av

    if recipe.skip_unreferenced:
        stream.codec_context.skip_frame = "NONREF"
    if recipe.skip_loop_filter:
        stream.codec_context.options = {"skip_loop_filter": "all"}
    if start_ms > 0:
        with contextlib.suppress(av.FFmpegError):  # what cannot seek is read from its beginning
            seek(container, stream, start_ms)
    step = 1000 / (frame_rate(stream) or 25.0)
    # fractions for every frame would cost as much as decoding a small one
    tick, offset = 1000 * float(stream.time_base or 0), start_offset(stream)
    time_ms = -step
    for frame in frames(container, stream, faults):
        time_ms = (frame.pts - offset) * tick if frame.pts is not None else time_ms + step
        yield round(time_ms), frame
