"""Do two videos show the same things in the same order? A line through their matching segments tells.

Segments match where their codes are near. Copies match along one line, time in b = speed * time in a + offset: found by
voting over offsets for a few speeds (the Hough transform; VCSL calls it Hough voting). Any number of outliers may lie
beside it; a stretch of it counts where most of its segments match.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Film played at television's speed and back, and frame rates that were told wrong.
SPEEDS = (1.0, 25 / 24, 24 / 25, 1.25, 0.8, 1.5, 2 / 3, 2.0, 0.5)
# Another speed must explain this much more, since with many speeds one always fits by chance a little better.
SPEED_GAIN = 1.1
MIN_TOLERANCE_MS = 2000
# A single match lies on the very edge of its bin, give or take the rounding of floats.
EDGE_MS = 1.0
# So many segments in a row may fail within a stretch, and this share of its segments must match.
MAX_OUTLIERS = 3
QUORUM = 0.6
# A single match is chance, but where a video has no more segments.
MIN_RUN = 2
# With fewer segments another speed would fit by chance.
FEW_SEGMENTS = 8
# A segment that four times as many videos show as the rarest of its video is no evidence.
RARE = 0.25
MAX_CELLS = 8_000_000  # a longer video is compared at every second, third ... segment


@dataclass(frozen=True)
class Track:
    """The segments of one video in order of time.

    Attributes:
        starts: ``[n] int64`` milliseconds.
        ends: ``[n] int64`` milliseconds.
        codes: ``[n, bits / 8] uint8``.
        rarity: ``[n] float64``, one over the number of videos that show the segment.
        duration_ms: of the video.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    codes: NDArray[np.uint8]
    rarity: NDArray[np.float64]
    duration_ms: int

    @property
    def middles(self) -> NDArray[np.float64]:
        """``[n]`` milliseconds."""
        middles: NDArray[np.float64] = (self.starts + self.ends) / 2
        return middles


@dataclass(frozen=True)
class Alignment:
    """Where two videos a and b agree.

    Attributes:
        rows: ``[m]`` matched segments of a, ascending.
        columns: ``[m]`` the segments of b that they match.
        distances: ``[m]`` bits that they differ in.
        margins: ``[m]`` by how many bits a matched pair is nearer than the nearest pair of either of its segments off
            the line; 0 where it is not nearer, or where nothing lies off the line.
        rare: ``[m] bool``, whether the segments are not among those that far more videos show than the others of the
            video that is matched the more.
        stretches: ``(start, end)`` in a and ``(start, end)`` in b, milliseconds, four numbers each.
        share_a: how much of a is matched, segments that many videos show counting little, 0..1.
        share_b: how much of b.
    """

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    distances: NDArray[np.intp]
    margins: NDArray[np.intp]
    rare: NDArray[np.bool_]
    stretches: tuple[tuple[int, int, int, int], ...]
    share_a: float
    share_b: float


@dataclass(frozen=True)
class _Line:
    speed: float
    offset: float

    def residuals(self, a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
        return b - self.speed * a - self.offset


def align(a: Track, b: Track, radius: int) -> Alignment | None:
    """The best line through the segments of two videos whose codes differ in at most ``radius`` bits.

    ``None`` where none matches, or where no stretch of the line has its quorum.
    """
    step = len(a.starts) * len(b.starts) // MAX_CELLS + 1
    distances = code_distances(a.codes[::step], b.codes)
    rows, columns = np.nonzero(distances <= radius)
    if not len(rows):
        return None
    from_a, from_b = a.middles[::step], b.middles
    window = float(max(np.median(a.ends - a.starts), np.median(b.ends - b.starts)))
    tolerance = max(MIN_TOLERANCE_MS, window / 2)
    weights = radius + 1 - distances[rows, columns].astype(np.float64)
    line = _best_line(from_a[rows], from_b[columns], rows, weights, tolerance, _speeds(a, b))
    tolerance += EDGE_MS
    residuals = line.residuals(from_a[rows], from_b[columns])
    line = _Line(line.speed, line.offset + float(np.median(residuals[np.abs(residuals) <= tolerance])))
    rows, columns = _one_each(rows, columns, distances, line.residuals(from_a[rows], from_b[columns]), tolerance)
    stretches, kept = _stretches(a, b, rows, step, line)
    if not stretches:
        return None
    rows, columns = rows[kept], columns[kept]
    off_line = np.abs(line.residuals(from_a[:, None], from_b[None])) > max(window, 2 * tolerance)
    rarity_a, rarity_b = a.rarity[::step][rows], b.rarity[columns]
    share_a = float(rarity_a.sum() / a.rarity[::step].sum())
    share_b = float(b.rarity[np.unique(columns)].sum() / b.rarity.sum())
    rarity, most = (rarity_a, a.rarity.max()) if share_a >= share_b else (rarity_b, b.rarity.max())
    return Alignment(
        rows=rows * step,
        columns=columns,
        distances=distances[rows, columns].astype(np.intp),
        margins=_margins(distances, off_line, rows, columns),
        rare=rarity >= RARE * most,
        stretches=stretches,
        share_a=share_a,
        share_b=share_b,
    )


def code_distances(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> NDArray[np.uint16]:
    """Hamming distances of packed codes, ``[n, W]`` and ``[m, W]`` to ``[n, m] uint16``."""
    wide = np.dtype(np.uint64 if a.shape[1] % 8 == 0 else np.uint16 if a.shape[1] % 2 == 0 else np.uint8)
    left, right = (np.ascontiguousarray(codes).view(wide) for codes in (a, b))
    distances = np.zeros((len(a), len(b)), np.uint16)
    for word in range(left.shape[1]):
        distances += np.bitwise_count(left[:, word, None] ^ right[None, :, word])
    return distances


def _speeds(a: Track, b: Track) -> tuple[float, ...]:
    """Speeds to try; a copy that was slowed down as a whole has the ratio of the durations."""
    ratio = b.duration_ms / a.duration_ms if a.duration_ms and b.duration_ms else 1.0
    if len(a.starts) == len(b.starts) == 1:
        return (ratio,)
    if min(len(a.starts), len(b.starts)) < FEW_SEGMENTS:
        return (1.0,)
    return (*SPEEDS, ratio) if min(SPEEDS) <= ratio <= max(SPEEDS) else SPEEDS


def _best_line(
    a: NDArray[np.float64],
    b: NDArray[np.float64],
    rows: NDArray[np.intp],
    weights: NDArray[np.float64],
    tolerance: float,
    speeds: tuple[float, ...],
) -> _Line:
    """The speed and offset with the most votes; every segment of a has one vote per offset, a near match more."""
    best, best_votes = _Line(1.0, 0.0), 0.0
    order = np.argsort(-weights, kind="stable")
    for speed in speeds:
        offsets = b - speed * a
        bins = np.floor((offsets - offsets.min()) / tolerance).astype(np.int64)
        _, first = np.unique((bins * (rows.max() + 1) + rows)[order], return_index=True)
        chosen = order[first]
        votes = np.bincount(bins[chosen], weights[chosen], minlength=int(bins.max()) + 2)
        # Two neighbouring bins together, so that a line on the border of two is not split.
        pairs = votes[:-1] + votes[1:]
        top = int(np.argmax(pairs))
        if pairs[top] > best_votes * (SPEED_GAIN if best_votes else 1):
            best = _Line(speed, float(offsets.min() + (top + 1) * tolerance))
            best_votes = float(pairs[top])
    return best


def _one_each(
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
    distances: NDArray[np.uint16],
    residuals: NDArray[np.float64],
    tolerance: float,
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Every segment at most once, with its nearest match on the line; among equals the closest to the line."""
    near = np.flatnonzero(np.abs(residuals) <= tolerance)
    order = near[np.lexsort((np.abs(residuals[near]), distances[rows[near], columns[near]]))]
    _, first = np.unique(rows[order], return_index=True)
    order = order[np.sort(first)]
    _, first = np.unique(columns[order], return_index=True)
    chosen = np.sort(order[first])
    return rows[chosen], columns[chosen]


def _stretches(
    a: Track, b: Track, rows: NDArray[np.intp], step: int, line: _Line
) -> tuple[tuple[tuple[int, int, int, int], ...], NDArray[np.bool_]]:
    """Runs of matched segments that have their quorum, and which of the matches lie in them."""
    kept = np.zeros(len(rows), bool)
    found = []
    for run in np.split(np.arange(len(rows)), np.flatnonzero(np.diff(rows) > MAX_OUTLIERS + 1) + 1):
        first, last = int(rows[run[0]]), int(rows[run[-1]])
        if len(run) < max(QUORUM * (last - first + 1), min(MIN_RUN, len(a.starts), len(b.starts))):
            continue
        start, end = (float(t) for t in (a.starts[first * step], a.ends[last * step]))
        # A window reaches over the end of the other video by up to half a stride; nothing can be the same there.
        other_start, other_end = (min(max(line.speed * t + line.offset, 0.0), float(b.ends[-1])) for t in (start, end))
        start, end = ((t - line.offset) / line.speed for t in (other_start, other_end))
        if end > start:
            kept[run] = True
            found.append((max(0, round(start)), round(end), round(other_start), round(other_end)))
    return tuple(found), kept


def _margins(
    distances: NDArray[np.uint16], off_line: NDArray[np.bool_], rows: NDArray[np.intp], columns: NDArray[np.intp]
) -> NDArray[np.intp]:
    """By how much each matched pair is nearer than all pairs of either of its segments off the line."""
    far = np.uint16(np.iinfo(np.uint16).max)
    elsewhere = np.where(off_line, distances, far)
    others = np.minimum(elsewhere.min(axis=1)[rows], elsewhere.min(axis=0)[columns]).astype(np.intp)
    margins: NDArray[np.intp] = np.maximum(0, others - distances[rows, columns])
    return np.where(others < far, margins, 0)
