"""What every number stands beside: chance, the same features without hashing, plain hashers, a classifier in front."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.evaluation.ranking import Distances, Ranker, order_of
from vhdesk.evaluation.split import Split
from vhdesk.hashing.categories import fit_classifier
from vhdesk.hashing.itq import fit_itq
from vhdesk.hashing.linear import LinearHasher
from vhdesk.hashing.lsh import make_lsh
from vhdesk.hashing.pca import fit_pca

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDS = 5
HASHERS = ("LSH", "PCA-sign", "ITQ")


def chance(split: Split) -> Ranker:
    """A random order with a fixed seed: what the sizes of the classes alone give."""

    def rank(rows: slice) -> NDArray[np.integer]:
        # One stream a query, so that the order does not depend on the size of the chunks.
        drawn = [np.random.default_rng((0, row)).random(split.database) for row in range(rows.start, rows.stop)]
        return order_of(np.array(drawn), split.hidden(rows))

    return rank


def fit_hasher(name: str, features: NDArray[np.floating], bits: int) -> LinearHasher:
    """One of :data:`HASHERS`, fitted without labels on ``[N, D]``.

    Raises:
        BadInput: too few features or dimensions for that many bits.
    """
    mean = features.astype(np.float32).mean(axis=0)
    centred = LinearHasher(mean, {}).embed(features)
    if name == "LSH":
        projection = make_lsh(features.shape[1], bits)
    elif name == "PCA-sign":
        projection = fit_pca(centred, bits)
    else:
        projection = fit_itq(centred, bits)
    return LinearHasher(mean, {bits: projection})


def class_first(
    distances: Distances, split: Split, query_classes: NDArray[np.int64], database_classes: NDArray[np.int64]
) -> Ranker:
    """Items of the query's predicted class ``[Q]`` first, each part by distance; classes of items ``[N]``."""

    def rank(rows: slice) -> NDArray[np.integer]:
        order = order_of(distances(rows), split.hidden(rows))
        turn = (database_classes[order] != query_classes[rows, None]).astype(np.uint8)
        turn[order < 0] = 2
        return np.take_along_axis(order, np.argsort(turn, axis=1, kind="stable"), axis=1)

    return rank


def predicted_classes(
    queries: NDArray[np.floating],
    query_groups: NDArray[np.int64],
    database: NDArray[np.floating],
    database_groups: NDArray[np.int64],
    labels: NDArray[np.int64],
    *,
    on_step: Callable[[], None] = lambda: None,
) -> NDArray[np.int64]:
    """The class that a linear classifier gives each query ``[Q, D]``, one that saw nothing of its recording.

    Recordings are dealt into five folds; the queries of a fold are judged by the classifier of the other four's items
    ``[N, D]`` and their labels ``[N]``.
    """
    query_folds, folds = deal(query_groups, database_groups)
    found = np.full(len(queries), -1, np.int64)
    for fold in np.unique(query_folds):
        seen = folds != fold
        if seen.any():
            asked = query_folds == fold
            found[asked] = fit_classifier(database[seen], labels[seen], on_step=on_step).predict(queries[asked])
    return found


def deal(
    query_groups: NDArray[np.int64], database_groups: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The fold of every query ``[Q]`` and item ``[N]``; a recording is in one of five folds, always the same."""
    groups = np.unique(np.concatenate([query_groups, database_groups]))
    dealt = np.random.default_rng(0).permutation(len(groups)) % FOLDS
    return dealt[np.searchsorted(groups, query_groups)], dealt[np.searchsorted(groups, database_groups)]


def random_masks(bits: int, ratio: float, classes: int, *, seed: int = 0) -> NDArray[np.bool_]:
    """As many random bits for every class as a category mask keeps, ``[classes, bits]``."""
    kept = max(1, round(ratio * bits))
    order = np.random.default_rng(seed).random((classes, bits)).argsort(axis=1)
    return order < kept
