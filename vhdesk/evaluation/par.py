"""Proximal affinity re-ranking of real-valued outputs, by the rule that searches use (:mod:`vhdesk.search.par`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vhdesk.evaluation.ranking import Ranker, keep, unit
from vhdesk.evaluation.split import Split
from vhdesk.search.par import proximal_affinity as affinity
from vhdesk.search.results import Par

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

    An answer of which nothing is kept is empty here, as the paper's measures need it. ``None`` keeps all k.
    """
    asks, holds = queries.astype(np.float32), database.astype(np.float32)
    unit_asks, unit_holds = unit(asks), unit(holds)
    squares = (holds**2).sum(axis=1)

    def rank(rows: slice) -> NDArray[np.integer]:
        distances = squares - 2 * (asks[rows] @ holds.T)  # |a|² is the same for all items of a query
        if (hidden := split.hidden(rows)) is not None:
            distances[hidden] = np.inf

        def cosines(nearest: NDArray[np.intp]) -> NDArray[np.floating]:
            found: NDArray[np.floating] = np.einsum("qd,qkd->qk", unit_asks[rows], unit_holds[nearest])
            return found

        return keep(*affinity(distances, cosines, Par(k, threshold)))

    return rank
