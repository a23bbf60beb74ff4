"""Which part of a window becomes a segment where a cut runs through it: pure functions of sampled pictures.

A code stands for the mean of its pictures, and the mean of two shots resembles neither. So a window is trimmed to the
shot that fills most of it, and a shot that lies wholly inside becomes a segment of its own where it is long enough. In
long videos made of real clips this finds the right clip first in 74 instead of 34 of 100 cases with 64 bits
(``python -m tests.benchmarks recipes``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from vhdesk.media.sampling import Window

# A shot gives a segment of its own where it lasts this long and has more than one sampled picture.
LEAST_MS = 1500
LEAST_PICTURES = 2
# So a window of 16 pictures never gives more segments than these.
MOST_SHOTS = 8
# Where no shot fills this share of a window, it is a montage, or so much moves that the cuts are none: it stays whole.
LEAST_SHARE = 0.25


# Pictures further apart differ by motion alone, so nothing is said about cuts.
MOST_APART_MS = 1000


class Part(NamedTuple):
    """Sampled pictures ``[first, end)`` of a window, and the stretch of the video that they stand for."""

    first: int
    end: int
    start_ms: int
    end_ms: int


def segment_parts(
    window: Window, count: int, cut_indices: Sequence[int], video: Window, before: Window | None
) -> list[Part]:
    """The parts of a window that become segments, in order; at least one.

    Args:
        window: that was sampled.
        count: T, pictures that a whole window has.
        cut_indices: of the pictures with which another shot begins, ascending.
        video: the stretch that all windows cover.
        before: the window before this one, which has the shots that lie wholly inside it.
    """
    # a cut is known to half the distance of two pictures; one that near the end of a window was not seen in it
    step_ms = (window.end_ms - window.start_ms) / count
    parts = [_part(window, count, a, b) for a, b in pairwise([0, *cut_indices, count])]
    middle = count / 2
    longest = max(parts, key=lambda part: (part.end - part.first, -abs((part.first + part.end) / 2 - middle)))
    parts = _joined(parts, longest)
    montage = longest.end - longest.first < LEAST_SHARE * count or not _long_enough(longest)
    if montage or step_ms > MOST_APART_MS:
        return [_part(window, count, 0, count)]
    return [
        part
        for part in parts
        if part is longest
        or (
            _long_enough(part)
            and (part.first > 0 or window.start_ms <= video.start_ms)
            and (part.end < count or window.end_ms >= video.end_ms)
            and (before is None or part.end_ms > before.end_ms - step_ms)
        )
    ]


def _joined(parts: Sequence[Part], longest: Part) -> list[Part]:
    """The parts with neighbours that are too short for themselves as one: a mixed code is better than none."""
    joined: list[Part] = []
    for short, run in groupby(parts, lambda part: part is not longest and not _long_enough(part)):
        members = list(run)
        if short:
            first, last = members[0], members[-1]
            members = [Part(first.first, last.end, first.start_ms, last.end_ms)]
        joined += members
    return joined


def _long_enough(part: Part) -> bool:
    return part.end - part.first >= LEAST_PICTURES and part.end_ms - part.start_ms >= LEAST_MS


def _part(window: Window, count: int, first: int, end: int) -> Part:
    length = window.end_ms - window.start_ms
    return Part(first, end, window.start_ms + length * first // count, window.start_ms + length * end // count)
