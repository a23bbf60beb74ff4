"""Thumbnails made comparable: grey, without black borders, small, of the same mean and spread.

Two copies of one moment look the same this way whatever their size, colours, brightness and borders; two moments of a
fixed camera differ where something moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIDE = 32
# A copy may be cropped: shares of width and height around the middle, the whole picture first.
ZOOMS = (1.0, 0.95, 0.9, 0.85, 0.8)
BLACK = 20
BLACK_SHARE = 0.98


def miniatures(jpegs: Sequence[bytes]) -> NDArray[np.float32]:
    """``[N, len(ZOOMS), SIDE, SIDE] float32`` of N thumbnails: mean 0 and standard deviation 1, or all 0 where flat."""
    import simplejpeg

    cells = np.zeros((len(jpegs), len(ZOOMS), SIDE, SIDE), np.float32)
    for index, jpeg in enumerate(jpegs):
        picture = simplejpeg.decode_jpeg(jpeg, colorspace="GRAY")[..., 0]
        grey = picture[_inner(picture)]
        sums = np.zeros((grey.shape[0] + 1, grey.shape[1] + 1))
        sums[1:, 1:] = grey.cumsum(axis=0, dtype=np.float64).cumsum(axis=1)
        for zoom, share in enumerate(ZOOMS):
            cells[index, zoom] = _cell_means(sums, share)
    cells -= cells.mean(axis=(2, 3), keepdims=True)
    spread = cells.std(axis=(2, 3), keepdims=True)
    return np.where(spread > 1, cells / np.maximum(spread, 1), 0).astype(np.float32)


def looks(jpegs: Sequence[bytes]) -> list[tuple[float, float]]:
    """Of every thumbnail, the share that is not black border, 0..1, and the spread of its colours, 0..255.

    The spread is what light and dark do not explain of the differences of the channels: its third quartile, so that
    a coloured logo on a grey picture does not count.
    """
    import simplejpeg

    found = []
    for jpeg in jpegs:
        picture = simplejpeg.decode_jpeg(jpeg, colorspace="RGB")
        kept = picture[_inner(picture.max(axis=2))].reshape(-1, 3).astype(np.float64)
        light = np.stack([np.ones(len(kept)), kept.mean(axis=1)], axis=1)
        tints = kept[:, [0, 2]] - kept[:, [1]]
        unexplained = tints - light @ np.linalg.lstsq(light, tints, rcond=None)[0]
        found.append((3 * len(kept) / picture.size, float(np.percentile(np.abs(unexplained), 75))))
    return found


def _inner(grey: NDArray[np.uint8]) -> tuple[slice, slice]:
    """The rows and columns within the black bars; a picture that is mostly black is kept whole."""
    black = grey <= BLACK
    rows = np.flatnonzero(black.mean(axis=1) < BLACK_SHARE)
    columns = np.flatnonzero(black.mean(axis=0) < BLACK_SHARE)
    if len(rows) * 4 < grey.shape[0] or len(columns) * 4 < grey.shape[1]:
        return slice(None), slice(None)
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def _cell_means(sums: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    """Mean grey of SIDE x SIDE equal cells around the middle, from the picture's sums over rectangles."""
    edges = []
    for size in (sums.shape[0] - 1, sums.shape[1] - 1):
        margin = size * (1 - share) / 2
        edges.append(np.linspace(margin, size - margin, SIDE + 1))
    down, across = (np.minimum(edge.astype(int), size - 2) for edge, size in zip(edges, sums.shape, strict=True))
    part_down, part_across = (edges[0] - down)[:, None], (edges[1] - across)[None]
    upper = (1 - part_across) * sums[np.ix_(down, across)] + part_across * sums[np.ix_(down, across + 1)]
    lower = (1 - part_across) * sums[np.ix_(down + 1, across)] + part_across * sums[np.ix_(down + 1, across + 1)]
    corners = (1 - part_down) * upper + part_down * lower
    area = (edges[0][1] - edges[0][0]) * (edges[1][1] - edges[1][0])
    cells: NDArray[np.float64] = np.diff(np.diff(corners, axis=0), axis=1) / area
    return cells
