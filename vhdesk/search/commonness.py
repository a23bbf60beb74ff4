"""What very many videos show says little: an intro, a black start, a station's logo.

The rule, the same for every query. A video shows a part of the query where a segment of it is within a sixteenth of
the bits, or hardly farther away than the nearest one, but not beyond an eighth. A part that ``COMMON_VIDEOS`` or more
videos show, and ``COMMON_RATIO`` times as many as show the query's rarest part, is common. What these videos have in
common with it, or with a part that overlaps it, counts as an eighth of the bits farther away, so that whatever the
telling parts find nearby comes first. The distances in the answer stay as measured. A query that is common throughout,
an intro alone, is ranked like any other. It is the idea of inverse document frequency (Sparck Jones 1972).
"""

from __future__ import annotations

from collections.abc import Sequence

COMMON_VIDEOS = 10
COMMON_RATIO = 4


def radius_bits(bits: int, nearest: int = 0) -> int:
    """Up to which distance a segment of a library shows the same thing, for codes of so many bits.

    A query that was altered is some bits away from all of its copies: then the nearest distance sets the radius.
    """
    return min(bits // 8, max(bits // 16, nearest + bits // 32))


def penalty_bits(bits: int) -> int:
    """How much farther away counts what a common part finds."""
    return bits // 8


def common_segments(videos: Sequence[int]) -> set[int]:
    """Positions of the common parts, from the number of videos that show each part of a query."""
    limit = max(COMMON_VIDEOS, COMMON_RATIO * max(1, min(videos, default=0)))
    return {position for position, count in enumerate(videos) if count >= limit}


def note_on(stretches: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """A sentence about the common stretches ``(start_ms, end_ms)`` of a query, ascending; none where there are none."""
    merged: list[tuple[int, int]] = []
    for start, end in stretches:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    if not merged:
        return ()
    times = ", ".join(f"{start / 1000:.0f}–{end / 1000:.0f} s" for start, end in merged)
    return (f"Very many videos show this part of the query ({times}), so its other parts come first in the order.",)
