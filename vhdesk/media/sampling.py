"""Which frames and which stretches: pure functions, no files.

Times are milliseconds as ``int``; indices count frames from 0.
"""

from __future__ import annotations

import math
import random
from typing import NamedTuple

from vhdesk.errors import BadInput

WHOLE_CLIP_SHARE = 1.5
# What a video is taken to have where it does not tell.
USUAL_FPS = 25.0


class Window(NamedTuple):
    """A stretch ``[start_ms, end_ms)`` of a video; ``ordinal`` counts from 0."""

    ordinal: int
    start_ms: int
    end_ms: int


def uniform_times(start_ms: int, end_ms: int, count: int) -> list[int]:
    """Middles of ``count`` equal parts of ``[start_ms, end_ms)``, milliseconds, ascending.

    Raises:
        BadInput: ``count`` is not positive or the stretch is reversed.
    """
    _positive(count)
    _ordered(start_ms, end_ms)
    length = end_ms - start_ms
    return [start_ms + length * (2 * i + 1) // (2 * count) for i in range(count)]


def uniform_indices(frames: int, count: int) -> list[int]:
    """Indices of the middles of ``count`` equal parts of ``frames`` frames; repeats where there are too few.

    Raises:
        BadInput: ``frames`` or ``count`` is not positive.
    """
    _positive(count)
    _positive(frames, "frames")
    return [frames * (2 * i + 1) // (2 * count) for i in range(count)]


def middle_consecutive(frames: int, count: int) -> list[int]:
    """``count`` consecutive indices around the middle; a shorter clip wraps around modulo ``frames``.

    The offset is ``(frames - count) // 2``, as the code of Kalfaoglu et al. (2020, LateTemporalModeling3DCNN) takes it.

    Raises:
        BadInput: ``frames`` or ``count`` is not positive.
    """
    _positive(count)
    _positive(frames, "frames")
    offset = max(0, (frames - count) // 2)
    return [(offset + i) % frames for i in range(count)]


def consecutive_times(start_ms: int, end_ms: int, count: int, fps: float, clips: int = 1) -> list[int]:
    """Middles of the consecutive frames that make clips of a stretch, milliseconds, ascending.

    The stretch is divided into as many equal parts as hold ``count`` frames each, at least one and at most ``clips``;
    of each part the frames around its middle are taken, as :func:`middle_consecutive` does. Of a stretch that is
    shorter every frame is taken once: whoever makes a clip of them wraps around.

    Args:
        start_ms: of the stretch.
        end_ms: of the stretch.
        count: frames of a clip.
        fps: frames a second, 0 where unknown.
        clips: at most.

    Raises:
        BadInput: ``count`` or ``clips`` is not positive, or the stretch is reversed.
    """
    _positive(count)
    _positive(clips, "clips")
    _ordered(start_ms, end_ms)
    step = 1000 / (fps or USUAL_FPS)
    first = math.ceil(start_ms / step - 0.01)  # 0.01: a start that was rounded to milliseconds
    frames = max(1, round(end_ms / step) - first)
    parts = max(1, min(clips, frames // count))
    moments = []
    for part in range(parts):
        begin, end = frames * part // parts, frames * (part + 1) // parts
        moments += [begin + index for index in middle_consecutive(end - begin, min(count, end - begin))]
    return [round((first + index + 0.5) * step) for index in moments]


def random_even_interval(frames: int, count: int, rng: random.Random) -> list[int]:
    """``count`` indices at an even interval of ``frames / count`` with a random phase (DVHCM, section 3.1).

    Raises:
        BadInput: ``frames`` or ``count`` is not positive.
    """
    _positive(count)
    _positive(frames, "frames")
    interval = frames / count
    phase = rng.random() * interval
    return [min(frames - 1, int(phase + i * interval)) for i in range(count)]


def segment_windows(duration_ms: int, length_ms: int, overlap_ms: int) -> list[Window]:
    """Cut a video into overlapping windows.

    A clip of up to 1.5 lengths is one window. A longer one is cut at every ``length_ms - overlap_ms``; its last window
    ends where the video ends, so no stretch is shorter than the others and nothing is left out.

    Raises:
        BadInput: lengths that make no windows.
    """
    if length_ms <= 0 or not 0 <= overlap_ms < length_ms:
        raise BadInput(
            f"A segment length of {length_ms} ms with an overlap of {overlap_ms} ms makes no segments. "
            "The overlap must be shorter than the segment."
        )
    if duration_ms <= WHOLE_CLIP_SHARE * length_ms:
        return [Window(0, 0, max(1, duration_ms))]
    stride = length_ms - overlap_ms
    starts = [*range(0, duration_ms - length_ms, stride), duration_ms - length_ms]
    nearly_twice = len(starts) > 2 and starts[-1] - starts[-2] < stride // 4
    if nearly_twice and starts[-1] <= starts[-3] + length_ms:
        del starts[-2]
    return [Window(i, start, start + length_ms) for i, start in enumerate(starts)]


def _ordered(start_ms: int, end_ms: int) -> None:
    if end_ms < start_ms:
        raise BadInput(f"A stretch cannot end ({end_ms} ms) before it starts ({start_ms} ms).")


def _positive(value: int, name: str = "count") -> None:
    if value <= 0:
        raise BadInput(f"The number of {name} must be at least 1, not {value}.")
