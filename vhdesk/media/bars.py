"""Letterbox and pillarbox bars: what the scaled pictures of one segment agree on. Pure functions, no files.

A bar is a run of rows (or columns) at an edge that are of one colour and, where they end, end along a straight line at
which the picture differs from them. Night skies, black stages and white walls are of one colour too, but what is in
front of them does not end along one line. One picture may end in black by chance, so all pictures of a segment have to
agree: the narrowest bar that any of them shows is the bar. Pictures of one colour throughout say nothing.

Black bars may stand at one side alone; bars of another colour count only in pairs, since walls and skies come alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from vhdesk.media.alterations import resized

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Compression leaves the rows of a bar within so much of one colour, on average and at most; of 255. Picture differs
# from it by the step, all at once, and begins at most so many rows later, as the last block of a bar rings.
LEVEL, RINGING = 4, 24
STEP, STEP_ROWS = 14, 3
RINGING_ROWS = 7
BLACK = 30
STEADY = 8
# Shares of a side: the narrowest bar, how far bars of one segment may disagree, how much of a side is picture at least.
LEAST = 0.014
AGREE = 0.009
LEAST_INNER = 0.25
# Share of the pictures that must show a bar as narrow as the narrowest: what moves in front of black is at its
# outermost place but once.
LEAST_AGREE = 0.3
# Share of the line where picture touches bar that differs from the bar: of one side, of each of two, and of two that
# are as wide as each other on average and each.
TOUCH_ALONE = 0.9
TOUCH_BOTH = 0.8
TOUCH_EQUAL, TOUCH_EACH = 0.6, 0.3
_PLACES = 7
_BLOCK = 16


class Bars(NamedTuple):
    """How much of the height (top, bottom) and of the width (left, right) is bar, each 0..1."""

    top: float
    bottom: float
    left: float
    right: float

    def near(self, other: Bars) -> bool:
        """Whether two are the same but for rounding."""
        return all(abs(a - b) <= AGREE for a, b in zip(self, other, strict=True))

    def wide_at_least(self, other: Bars) -> bool:
        """Whether each is at least as wide as the other, but for rounding, and none is where the other has none."""
        return all(a >= b - AGREE and (a >= LEAST) == (b >= LEAST) for a, b in zip(self, other, strict=True))

    @property
    def any(self) -> bool:
        """Whether there is a bar that counts, and enough picture beside them."""
        inner = min(1 - self.top - self.bottom, 1 - self.left - self.right)
        return max(self) >= LEAST and inner >= LEAST_INNER


NONE = Bars(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Look:
    """What one picture shows of bars.

    Attributes:
        bars: widths, 0 where there is none.
        colours: ``[4, 3] float64`` of the four bars.
        touches: for each of the four, where along its inner edge the picture differs from it, ``[W] bool`` or
            ``[H] bool``.
    """

    bars: Bars
    colours: NDArray[np.float64]
    touches: tuple[NDArray[np.bool_], ...]


_NOTHING = np.zeros(0, np.bool_)
# Shows picture at all four edges.
CLEAR = Look(NONE, np.zeros((4, 3)), (_NOTHING,) * 4)


class _Edge(NamedTuple):
    share: float
    colour: NDArray[np.float64]
    touch: NDArray[np.bool_]


def look(picture: NDArray[np.uint8]) -> Look | None:
    """The bars of one picture, ``[H, W, 3] uint8``; ``None`` where it is of one colour throughout."""
    maybe = _may_be_bars(picture)
    if True not in maybe:
        return CLEAR
    turned = picture.transpose(1, 0, 2)
    views = (picture, picture[::-1], turned, turned[::-1])
    edges = [_edge(view) if may else None for view, may in zip(views, maybe, strict=True)]
    if not any(edges):
        return CLEAR
    if any(edge is not None and edge.share >= 1 for edge in edges):
        return None
    edges = [*_plausible(edges[0], edges[1]), *_plausible(edges[2], edges[3])]
    return Look(
        Bars(*(edge.share if edge else 0.0 for edge in edges)),
        np.stack([edge.colour if edge else np.zeros(3) for edge in edges]),
        tuple(edge.touch if edge else _NOTHING for edge in edges),
    )


def _may_be_bars(picture: NDArray[np.uint8]) -> list[bool]:
    """Which of the four edges are of one colour at a few places: nearly every picture is done with after this."""
    green = picture[:, :, 1]
    down, across = (max(1, length // _PLACES) for length in green.shape)
    # plain numbers: for so few of them an array operation costs more
    edges = [edge.tolist() for edge in (green[0, ::across], green[-1, ::across], green[::down, 0], green[::down, -1])]
    black = [max(values) <= BLACK + LEVEL for values in edges]
    even = [max(values) - min(values) <= 3 * LEVEL for values in edges]
    # what is not black counts in pairs only
    alike = [even[i] and even[i + 1] and abs(edges[i][0] - edges[i + 1][0]) <= 4 * LEVEL for i in (0, 2)]
    return [black[side] or alike[side // 2] for side in range(4)]


def _plausible(one: _Edge | None, other: _Edge | None) -> tuple[_Edge | None, _Edge | None]:
    """Two opposite edges, those left out that are not black and cannot be a pair of bars."""
    pair = [edge for edge in (one, other) if edge]
    if all(edge.colour.max() <= BLACK for edge in pair):
        return one, other
    kept = len(pair) == 2 and all(edge.touch.mean() >= TOUCH_EQUAL for edge in pair)
    return (one, other) if kept else (None, None)


def _edge(view: NDArray[np.uint8]) -> _Edge | None:
    """The bar above a picture, if there is one; its share is 1 where it fills the picture."""
    spread = view[0].max(axis=0) - view[0].min(axis=0)
    if spread.max() > 2 * RINGING:
        return None
    colour = view[0].mean(axis=0)
    height, depth = len(view), 0
    while depth < height:
        away = _away(view[depth : depth + (_BLOCK if depth else 2)], colour)
        bar = (away.mean(axis=1) <= LEVEL) & (away.max(axis=1) <= RINGING)
        if not bar.all():
            depth += int(bar.argmin())
            break
        depth += len(bar)
    if depth < LEAST * height:
        return None
    if depth == height:
        return _Edge(1.0, colour, _NOTHING)
    start = depth - 1
    away = _away(view[start : depth + RINGING_ROWS + STEP_ROWS], colour)
    if len(away) <= STEP_ROWS:
        return _Edge(depth / height, colour, np.zeros(view.shape[1], np.bool_))
    rises = away[STEP_ROWS:] - away[:-STEP_ROWS] > STEP
    step = int(rises.sum(axis=1).argmax())
    touch = np.logical_or.reduce(rises[max(0, step - 1) : step + 2])
    # Rows of picture within the step, mixtures by their part, tell where the bar ends.
    means = away[step + 1 : step + 1 + STEP_ROWS].mean(axis=1)
    shown = float(np.minimum(1, means / max(1e-6, float(means[-1]))).sum())
    return _Edge((start + step + 1 + STEP_ROWS - shown) / height, colour, touch)


def _away(rows: NDArray[np.uint8], colour: NDArray[np.float64]) -> NDArray[np.int16]:
    difference = np.abs(rows.astype(np.int16) - np.rint(colour).astype(np.int16))
    return np.maximum(np.maximum(difference[..., 0], difference[..., 1]), difference[..., 2])


def common_bars(looks: Sequence[Look | None]) -> Bars:
    """What all pictures of a segment agree on; :data:`NONE` where they do not."""
    told = [found for found in looks if found is not None]
    if not told or any(found is CLEAR for found in told):
        return NONE
    least = Bars(*np.min([found.bars for found in told], axis=0).tolist())
    if not least.any:
        return NONE
    bars = least
    while True:  # what is taken back of two of them may leave more of the line along the others untouched
        found = Bars(*_pair(told, least, bars, 0), *_pair(told, least, bars, 2))
        if found == bars:
            return bars
        bars = Bars(*map(min, bars, found))


def _pair(told: Sequence[Look], least: Bars, across: Bars, first: int) -> tuple[float, float]:
    """Top and bottom (``first`` = 0), or left and right (2), as far as they are bars.

    Args:
        told: what the pictures show.
        least: the narrowest of each.
        across: bars as far as they are known; the line along a bar lies between those across it.
        first: which pair.
    """
    sides = [side for side in (first, first + 1) if least[side] >= LEAST]
    colours = np.stack([found.colours[sides] for found in told])
    if not sides or float(np.ptp(colours, axis=0).max()) > STEADY:
        return 0.0, 0.0
    touched = {side: _touched(told, least, across, side) for side in sides}
    black = float(colours.max()) <= BLACK
    if len(sides) == 2 and float(np.ptp(colours.mean(axis=0), axis=0).max()) <= STEADY:
        equal = abs(least[first] - least[first + 1]) <= 2 * AGREE
        lower, higher = sorted(touched.values())
        enough = lower >= (TOUCH_BOTH if black else TOUCH_ALONE)
        if enough or (black and equal and lower >= TOUCH_EACH and lower + higher >= 2 * TOUCH_EQUAL):
            return least[first], least[first + 1]
    sure = [side for side in sides if black and touched[side] >= TOUCH_ALONE]
    if not sure:
        return 0.0, 0.0
    # Where the picture is dark along the other bar, too, that one seems wider: it is taken for as wide as this one.
    width = least[sure[0]]
    other = least[2 * first + 1 - sure[0]]
    pair = width, min(width, other) if other >= width - 2 * AGREE else 0.0
    return pair if sure[0] == first else (pair[1], pair[0])


def _touched(told: Sequence[Look], least: Bars, across: Bars, side: int) -> float:
    """Share of the line along a bar where some picture differs from it; 0 where too few pictures have that bar."""
    lines = [found.touches[side] for found in told if found.bars[side] - least[side] <= AGREE]
    if len(lines) < LEAST_AGREE * len(told):
        return 0.0
    ends = across[2:] if side < 2 else across[:2]
    count = len(lines[0])
    start, end = round(ends[0] * count), count - round(ends[1] * count)
    return float(np.logical_or.reduce(lines)[start:end].mean())


def cut_anew(
    inner: NDArray[np.uint8], cut: Bars, bars: Bars, colour: NDArray[np.float64], side: int
) -> NDArray[np.uint8]:
    """A picture that was cut by other bars than its segment has: what is missing of it was of its bars' colour.

    Args:
        inner: ``[h, w, 3] uint8``, the picture inside of ``cut``.
        cut: what was taken off.
        bars: what is to be taken off.
        colour: ``[3]`` of the bars.
        side: that the shorter side of the result gets.
    """
    height, width = inner.shape[0] / (1 - cut.top - cut.bottom), inner.shape[1] / (1 - cut.left - cut.right)
    lengths = (height, height, width, width)
    back = [round(max(0.0, (a - b) * n)) for a, b, n in zip(cut, bars, lengths, strict=True)]
    off = [round(max(0.0, (b - a) * n)) for a, b, n in zip(cut, bars, lengths, strict=True)]
    canvas = np.empty((inner.shape[0] + back[0] + back[1], inner.shape[1] + back[2] + back[3], 3), np.uint8)
    canvas[:] = np.rint(colour).astype(np.uint8)
    canvas[back[0] : back[0] + inner.shape[0], back[2] : back[2] + inner.shape[1]] = inner
    kept = canvas[off[0] : canvas.shape[0] - off[1], off[2] : canvas.shape[1] - off[3]]
    scale = side / min(kept.shape[:2])
    found: NDArray[np.uint8] = resized(kept[None], *(max(side, round(n * scale)) for n in kept.shape[:2]))[0]
    return found
