"""Proximal affinity re-ranking (paper 002, algorithm 1): the k nearest by distance that agree in angle, too.

E_s is the k nearest by Euclidean distance; of these the ones with a cosine above the threshold stay, in that order.
The algorithm's line 11 looks up y_l; meant is the l-th of the k nearest. The answer is therefore part of the k nearest:
with a higher threshold precision can rise and recall can only fall.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.search.results import Par

if TYPE_CHECKING:
    from numpy.typing import NDArray


def nearest(distances: NDArray[np.floating], k: int) -> NDArray[np.intp]:
    """The columns of the k smallest distances of every row, ``[q, N]`` to ``[q, min(k, N)]``, ascending.

    Of equal ones the first columns come first; nothing else is sorted.
    """
    k = min(k, distances.shape[1])
    if not k:
        return np.zeros((len(distances), 0), np.intp)
    last = np.partition(distances, k - 1, axis=1)[:, k - 1, None]
    closer, equal = distances < last, distances == last
    missing = k - np.count_nonzero(closer, axis=1)[:, None]
    chosen = closer | (equal & (np.cumsum(equal, axis=1) <= missing))
    columns = np.nonzero(chosen)[1].reshape(len(distances), k)
    order = np.argsort(np.take_along_axis(distances, columns, axis=1), axis=1, kind="stable")
    found: NDArray[np.intp] = np.take_along_axis(columns, order, axis=1)
    return found


def proximal_affinity(
    distances: NDArray[np.floating], cosines: Callable[[NDArray[np.intp]], NDArray[np.floating]], par: Par
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """The k nearest items of every query, and which of them stay.

    Args:
        distances: ``[q, N]``, Euclidean; what a query must not meet is infinitely far away.
        cosines: gives those of the chosen columns, ``[q, k]`` to ``[q, k]``.
        par: k and the threshold.

    Returns:
        Columns ``[q, min(k, N)]`` in the order of their distances, and whether each stays.
    """
    columns = nearest(distances, par.k)
    kept = np.isfinite(np.take_along_axis(distances, columns, axis=1))
    if par.threshold is not None:
        kept &= cosines(columns) > par.threshold
    return columns, kept
