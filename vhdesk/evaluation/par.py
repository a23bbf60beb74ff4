"""Proximal affinity re-ranking (paper 002, algorithm 1): the k nearest by distance that agree in angle too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vhdesk.evaluation.ranking import Ranker, keep, nearest_of, unit
from vhdesk.evaluation.split import Split

if TYPE_CHECKING:
    from numpy.typing import NDArray


def proximal_affinity(
    queries: NDArray[np.floating],
    database: NDArray[np.floating],
    split: Split,
    *,
    k: int,
    threshold: float | None,
) -> Ranker:
    """Ranks ``[Q, D]`` against ``[N, D]``: the k nearest in Euclidean order, those with cosine > threshold kept.

    The algorithm's line 11 looks up y_l; meant is the l-th of the k nearest. ``None`` keeps all k.
    """
    asks, holds = queries.astype(np.float32), database.astype(np.float32)
    unit_asks, unit_holds = unit(asks), unit(holds)
    squares = (holds**2).sum(axis=1)

    def rank(rows: slice) -> NDArray[np.integer]:
        # |a|² is the same for all items of a query.
        nearest = nearest_of(squares - 2 * (asks[rows] @ holds.T), k, split.hidden(rows))
        if threshold is None:
            return nearest
        cosines = np.einsum("qd,qkd->qk", unit_asks[rows], unit_holds[nearest])
        return keep(nearest, (cosines > threshold) & (nearest >= 0))

    return rank
