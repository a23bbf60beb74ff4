"""Live quality: retrieval among the held-out part, by the metrics that ``vhdesk evaluate`` uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.evaluation.ranking import Distances, by_distance, code_distances, cosine_distances
from vhdesk.evaluation.scores import score_all
from vhdesk.evaluation.split import Split, make_split

if TYPE_CHECKING:
    from numpy.typing import NDArray

CUT = 100


def labelled_split(labels: Sequence[str | None], groups: Sequence[str]) -> tuple[Split, NDArray[np.int64]] | None:
    """Every labelled item asks all others but those of its own recording; with the rows of the labelled items.

    ``None`` where no item has anything to find: no labels, or every label in one recording only.
    """
    rows = np.array([row for row, label in enumerate(labels) if label is not None], np.int64)
    if not len(rows):
        return None
    _, numbers = np.unique([groups[row] for row in rows], return_inverse=True)
    keys = numbers.astype(np.int64)[:, None]
    named = [labels[row] or "" for row in rows]
    split = make_split(named, named, query_keys=keys, database_keys=keys, query_groups=keys[:, 0])
    return (split, rows) if (split.relevant > 0).any() else None


def feature_quality(vectors: NDArray[np.floating], split: Split) -> dict[str, float]:
    """``map`` over the whole ranking and ``p_at_5`` of vectors ``[N, D]`` by their centred cosine."""
    centred = vectors - vectors.mean(axis=0, keepdims=True)
    return _quality(cosine_distances(centred, centred), split)


def code_quality(codes: NDArray[np.uint8], split: Split) -> dict[str, float]:
    """``map`` over the whole ranking and ``p_at_5`` of packed codes ``[N, bytes]`` by their Hamming distance."""
    return _quality(code_distances(codes, codes), split)


def _quality(distances: Distances, split: Split) -> dict[str, float]:
    found = score_all(by_distance(distances, split), split, CUT)
    answerable = found.of(split.relevant > 0)
    return {"map": float(answerable.whole.mean()), "p_at_5": float(answerable.precision.mean())}


def means_by(vectors: NDArray[np.floating], items: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The mean of every item's rows, and the items, ascending: ``[N, D]`` and ``[N]`` to ``[M, D]`` and ``[M]``."""
    found, inverse, counts = np.unique(items, return_inverse=True, return_counts=True)
    sums = np.zeros((len(found), vectors.shape[1]))
    np.add.at(sums, inverse, vectors)
    return sums / counts[:, None], found


def search_quality(
    queries: NDArray[np.generic],
    database: NDArray[np.generic],
    query_labels: Sequence[str],
    database_labels: Sequence[str],
) -> dict[str, float]:
    """Queries that search other items: ``map`` over the whole ranking, ``map100`` at 100 by min(R, 100), ``p_at_5``.

    Args:
        queries: packed codes ``[Q, bytes] uint8``, ranked by Hamming distance, or vectors ``[Q, D]``, by cosine.
        database: the same, ``[N, …]``.
        query_labels: Q of them; queries that have nothing to find do not count.
        database_labels: N of them.
    """
    split = make_split(list(query_labels), list(database_labels))
    if queries.dtype == np.uint8:
        distances = code_distances(queries.view(np.uint8), database.view(np.uint8))
    else:
        distances = cosine_distances(queries.astype(np.float32), database.astype(np.float32))
    found = score_all(by_distance(distances, split), split, CUT)
    answerable = found.of(split.relevant > 0)
    return {
        "map": float(answerable.whole.mean()),
        "map100": float(answerable.minimum.mean()),
        "p_at_5": float(answerable.precision.mean()),
    }
