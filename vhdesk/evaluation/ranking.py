"""Rankings: database items in the order in which a query meets them.

A ranking is an integer array ``[q, n]`` of database rows, best first; where it gives fewer items, -1 fills the end.
Ties keep the order of the database (stable), as the search breaks them by ascending id.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput
from vhdesk.evaluation.split import Split

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Ranks the queries of a slice.
Ranker = Callable[[slice], "NDArray[np.integer]"]
# Smaller is closer: a slice of the queries to ``[q, N]``.
Distances = Callable[[slice], "NDArray[np.generic]"]


def by_distance(distances: Distances, split: Split) -> Ranker:
    """Ranks by ascending distance; what a query must not meet is left out."""

    def rank(rows: slice) -> NDArray[np.integer]:
        return order_of(distances(rows), split.hidden(rows))

    return rank


def order_of(distances: NDArray[np.generic], hidden: NDArray[np.bool_] | None = None) -> NDArray[np.integer]:
    """Stable order of every row of ``[q, N]``, hidden items left out."""
    if hidden is None:
        return np.argsort(distances, axis=1, kind="stable")
    order = np.argsort(distances, axis=1, kind="stable")
    shown = ~np.take_along_axis(hidden, order, axis=1)
    return keep(order, shown)


def keep(order: NDArray[np.integer], kept: NDArray[np.bool_]) -> NDArray[np.integer]:
    """Only the items at the kept places ``[q, n] bool``, moved to the front, -1 behind them."""
    places = np.argsort(~kept, axis=1, kind="stable")
    compact: NDArray[np.integer] = np.take_along_axis(order, places, axis=1)
    compact[np.arange(order.shape[1]) >= np.count_nonzero(kept, axis=1)[:, None]] = -1
    return compact


def words(codes: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """Packed codes ``[N, bytes]`` as 64-bit words ``[N, W]``; zero bytes at the end add nothing to a distance."""
    padded = np.pad(codes, ((0, 0), (0, -codes.shape[1] % 8)))
    return np.ascontiguousarray(padded).view(np.uint64)


def hamming(
    queries: NDArray[np.uint64], database: NDArray[np.uint64], masks: NDArray[np.uint64] | None = None
) -> NDArray[np.unsignedinteger]:
    """Bits that differ, ``[q, W]`` and ``[N, W]`` to ``[q, N]``; with masks ``[q, W]`` only the kept bits count."""
    # Sorting bytes is many times faster than sorting wider numbers.
    width = np.uint8 if queries.shape[1] < 4 else np.uint16
    total = np.zeros((len(queries), len(database)), width)
    for word in range(queries.shape[1]):
        differing = queries[:, word, None] ^ database[None, :, word]
        if masks is not None:
            differing &= masks[:, word, None]
        total += np.bitwise_count(differing)
    return total


def code_distances(
    queries: NDArray[np.uint8], database: NDArray[np.uint8], masks: NDArray[np.uint8] | None = None
) -> Distances:
    """Hamming distances of packed codes ``[Q, bytes]`` and ``[N, bytes]``; masks ``[Q, bytes]`` keep bits per query."""
    asks, holds = words(queries), words(database)
    keeps = None if masks is None else words(masks)
    return lambda rows: hamming(asks[rows], holds, None if keeps is None else keeps[rows])


def cosine_distances(queries: NDArray[np.floating], database: NDArray[np.floating]) -> Distances:
    """The cosine with its sign turned, of real vectors ``[Q, D]`` and ``[N, D]``; a zero vector is 0 from all."""
    asks, holds = unit(queries), unit(database)
    return lambda rows: -(asks[rows] @ holds.T)


def unit(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """Vectors ``[N, D]`` at length one; zero stays zero."""
    x = vectors.astype(np.float32)
    found: NDArray[np.float32] = x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), np.float32(1e-12))
    return found


def binarise(outputs: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Hash outputs ``[N, L]`` to packed codes ``[N, ceil(L / 8)] uint8``.

    Outputs within 0..1 (bits, or a sigmoid) are cut at 0.5, all others (a tanh, ±1) at 0; an output at 0 is a 1.

    Raises:
        BadInput: there are none, or some are not numbers.
    """
    if not outputs.size:
        raise BadInput("There are no hash outputs to cut into codes.")
    values = outputs.astype(np.float32)
    if not np.isfinite(values).all():
        raise BadInput("Some hash outputs are not finite numbers. Make the file again.")
    inside = values.min() >= 0 and values.max() <= 1
    return np.packbits(values > 0.5 if inside else values >= 0, axis=1)
