"""How to read a file with the least work: a pure choice from plain facts; :mod:`vhdesk.media.reading` carries it out.

Recipes:
    keyframes: only key frames are decoded, each from one packet and a flush.
    linear: one pass; the loop filter and, where there are frames to spare, those that no other needs are skipped.
    exact: one pass over every frame; also what is done where another recipe gives nothing or meets a fault.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vhdesk.media.sampling import Window
from vhdesk.media.shots import MOST_APART_MS

# Key frames that a window needs on average before they alone are read. ``python -m tests.benchmarks recipes`` (clips in
# long videos, points of mAP lost against exact decoding, +-1): one a moment loses nothing; 8 a window lose 0.1 where no
# cuts are looked for, 1.2 where they are; 4 lose 3 to 5; 1.6 lose 14; 0.8 (x264's default of 250 frames) 21 to 44. So
# ``fast`` takes one a moment, or 8 where moments are too far apart for cuts, and ``fastest`` all of these.
FAST_KEYFRAMES = 8
FASTEST_KEYFRAMES = 0.75
# A clip shorter than this costs little anyway, and its few key frames would be a poor picture of it.
FASTEST_FROM_MS = 60_000
# Frames a sampled moment before unreferenced ones are left out: half of them can go, and each moment still has its own.
FRAMES_TO_SPARE = 2
# A key frame this close to the longest distance came because it was due; an earlier one marks a cut.
REGULAR_SHARE = 0.98
# A chunk ends where the next one starts soon after a key frame: what lies between would be decoded for nothing.
CHUNK_WINDOWS = 8
LONGEST_CHUNK = 12


@dataclass(frozen=True)
class Facts:
    """What is known of a file before any of it is decoded.

    Attributes:
        length_ms: of the video; 0 for a picture.
        fps: frames a second, 0.0 where unknown.
        key_times: of all key frames, milliseconds, ascending; empty where there is no index.
        window_ms: length of one window.
        frames: T, sampled moments per window.
        consecutive: these moments are those of consecutive frames.
    """

    length_ms: int
    fps: float
    key_times: tuple[int, ...]
    window_ms: int
    frames: int
    consecutive: bool = False


@dataclass(frozen=True)
class Recipe:
    """What to read and what the decoder may leave out.

    Attributes:
        name: ``keyframes``, ``linear`` or ``exact``.
        skip_unreferenced: frames that no other frame needs are not decoded.
        skip_loop_filter: pictures are not smoothed at block borders.
    """

    name: str
    skip_unreferenced: bool = False
    skip_loop_filter: bool = False


EXACT = Recipe("exact")


def choose_recipe(facts: Facts, level: str) -> Recipe:
    """The recipe for a file.

    Args:
        facts: of the file.
        level: ``fast``, ``fastest`` or ``exact``.
    """
    if level == "exact":
        return EXACT
    if facts.consecutive:
        return Recipe("linear", skip_loop_filter=True)
    if _key_frames_suffice(facts, level):
        return Recipe("keyframes")
    enough = facts.fps * facts.window_ms / 1000 >= FRAMES_TO_SPARE * facts.frames
    return Recipe("linear", skip_unreferenced=enough, skip_loop_filter=True)


def _key_frames_suffice(facts: Facts, level: str) -> bool:
    if facts.length_ms <= 0 or len(facts.key_times) < 2:
        return False
    a_window = len(facts.key_times) * facts.window_ms / facts.length_ms
    far_apart = facts.window_ms > MOST_APART_MS * facts.frames
    least = float(min(FAST_KEYFRAMES, facts.frames) if far_apart else facts.frames)
    if level == "fastest" and facts.length_ms >= FASTEST_FROM_MS:
        least = FASTEST_KEYFRAMES
    if a_window < least:
        return False
    # seeking to nearly every frame would cost more than reading on
    return facts.fps * facts.window_ms / 1000 >= FRAMES_TO_SPARE * min(a_window, facts.frames)


def shown_from(key_times: Sequence[int]) -> list[int]:
    """From when on each key frame stands for the video, milliseconds.

    A key frame that came because it was due (regular distance) stands for what is nearest to it; one that came early
    marks a cut, so it says nothing of the time before it.
    """
    longest = max((b - a for a, b in pairwise(key_times)), default=0)
    starts = list(key_times[:1])
    for before, time_ms in pairwise(key_times):
        gap = time_ms - before
        starts.append(time_ms - gap // 2 if gap >= REGULAR_SHARE * longest else time_ms)
    return starts


def needed_key_frames(key_times: Sequence[int], moments: Sequence[int]) -> list[tuple[int, int, int]]:
    """The key frames that stand for some moments.

    Args:
        key_times: of all key frames, milliseconds, ascending, not empty.
        moments: sampled moments, milliseconds.

    Returns:
        ``(shown from, time, margin)`` of each, ascending. The margin, at most half of the way to the next key frame, is
        what a seek may aim behind it, since an index can be off by the delay of reordered frames.
    """
    starts = shown_from(key_times)
    wanted = sorted({max(0, bisect.bisect_right(starts, moment) - 1) for moment in moments})
    needed = []
    for index in wanted:
        following = key_times[index + 1] if index + 1 < len(key_times) else key_times[index] + 200
        needed.append((starts[index], key_times[index], max(1, min(100, (following - key_times[index]) // 2))))
    return needed


def runs(key_times: Sequence[int], moments: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Stretches ``(start, end)`` to read on their own, milliseconds, ascending, so that each moment lies in one.

    Between the moments of two windows nothing is read where a key frame lies there: the decoder starts again from it.

    Args:
        key_times: of all key frames, ascending; empty where there is no index.
        moments: of each window, ascending.
    """
    found: list[tuple[int, int]] = []
    for times in moments:
        start, end = times[0], times[-1]
        key = key_times[max(0, bisect.bisect_right(key_times, start) - 1)] if key_times else 0
        if found and key <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def chunk_end(windows: Sequence[Window], first: int, key_times: Sequence[int]) -> int:
    """Index of the window after a chunk that starts with ``first``.

    Long videos are read in chunks of ``CHUNK_WINDOWS`` to ``LONGEST_CHUNK`` windows. Each chunk decodes from the last
    key frame before it on, so it starts where that is near; without an index all chunks are of the least length.
    """
    least = first + CHUNK_WINDOWS
    if len(windows) <= least:
        return len(windows)
    if not key_times:
        return least

    def wasted_ms(end: int) -> int:
        start = windows[end].start_ms
        return start - key_times[max(0, bisect.bisect_right(key_times, start) - 1)]

    return min(range(least, min(first + LONGEST_CHUNK, len(windows) - 1) + 1), key=lambda end: (wasted_ms(end), end))
