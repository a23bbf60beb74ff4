"""Scores of "targets": rankings with ties as the search resolves them, and pure Hamming with ties left to chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from vhdesk.evaluation.bootstrap import intervals95
from vhdesk.evaluation.ranking import Distances, by_distance, hamming, words
from vhdesk.evaluation.scores import TOP, score_all
from vhdesk.evaluation.split import Split
from vhdesk.evaluation.videos import Videos, best_pair_distances

# Fewer than the 1000 segments that a search re-ranks, which would be all of the labelled clips.
SHORTLIST = 100


@dataclass(frozen=True)
class Found:
    """Of each of Q queries: average precision over the whole ranking, and precision at 5."""

    precision: np.ndarray
    top5: np.ndarray

    def where(self, chosen: np.ndarray, other: Found) -> Found:
        """The other's values at the chosen queries, these elsewhere."""
        pairs = ((self.precision, other.precision), (self.top5, other.top5))
        return Found(*(np.where(chosen, theirs, ours) for ours, theirs in pairs))


def mean_of(found: list[Found]) -> Found:
    """Query by query, over several hashers."""
    return Found(np.mean([f.precision for f in found], axis=0), np.mean([f.top5 for f in found], axis=0))


def ranked(distances: Distances, split: Split) -> Found:
    """Every tie resolved: by the vectors where the distances hold them, else by the database's order."""
    scores = score_all(by_distance(distances, split), split, TOP)
    return Found(scores.whole, scores.precision)


def left_to_chance(distances: Distances, split: Split) -> Found:
    """Means over all orders of equal items (McSherry and Najork 2008, section 3)."""
    rows = slice(0, split.queries)
    hidden = split.hidden(rows)
    values = distances(rows)
    precision, top5 = np.zeros(split.queries), np.zeros(split.queries)
    for row in range(split.queries):
        shown = np.flatnonzero(~hidden[row]) if hidden is not None else np.arange(split.database)
        hit = split.database_labels[shown] == split.query_labels[row]
        precision[row], top5[row] = expected(values[row, shown], hit)
    return Found(precision, top5)


def expected(distances: np.ndarray, hit: np.ndarray) -> tuple[float, float]:
    """Expected average precision and precision at 5 of one query, ``[n]`` distances and which items are right."""
    _, member, sizes = np.unique(distances, return_inverse=True, return_counts=True)
    right = np.bincount(member, hit)
    before, right_before = np.cumsum(sizes) - sizes, np.cumsum(right) - right
    group = np.repeat(np.arange(len(sizes)), sizes)
    place = np.arange(len(distances)) - before[group]  # within its group, from 0
    n, r = sizes[group], right[group]
    others = np.where(n > 1, place * (r - 1) / np.maximum(n - 1, 1), 0)
    terms = r / n * (right_before[group] + 1 + others) / (np.arange(len(distances)) + 1)
    first = r[:TOP] / n[:TOP]
    return float(terms.sum() / max(1, hit.sum())), float(first.mean())


def product_distances(queries: Videos, database: Videos, codes: tuple[np.ndarray, np.ndarray] | None) -> Distances:
    """As the search orders: best pair of stretches, ties of Hamming by the vectors; without codes by those alone."""
    return best_pair_distances(queries, database, *(codes or ()))


def re_ranked_distances(queries: Videos, database: Videos, codes: tuple[np.ndarray, np.ndarray]) -> Distances:
    """As the window orders by default: the :data:`SHORTLIST` nearest by code, by their features; then the rest."""
    by_codes, by_features = product_distances(queries, database, codes), product_distances(queries, database, None)

    def distances(rows: slice) -> np.ndarray:
        near = np.asarray(by_codes(rows), np.float64)
        last = (
            np.partition(near, SHORTLIST - 1, axis=1)[:, SHORTLIST - 1, None] if near.shape[1] > SHORTLIST else np.inf
        )
        return np.where(near <= last, np.asarray(by_features(rows), np.float64), 2 + near)

    return distances


def pure_distances(queries: Videos, database: Videos, codes: tuple[np.ndarray, np.ndarray]) -> Distances:
    """Hamming distance of the best pair of stretches and nothing else."""
    asks, holds = (words(found) for found in codes)

    def distances(rows: slice) -> np.ndarray:
        of = queries.stretches(rows)
        best = np.minimum.reduceat(hamming(asks[of], holds), database.starts[:-1], axis=1)
        found: np.ndarray = np.minimum.reduceat(best, queries.starts[rows.start : rows.stop] - of.start, axis=0)
        return found

    return distances


def first_is_right(distances: Distances, count: int) -> np.ndarray:
    """Whether the first of a ranking is the item of the query's own number, ``[Q]`` 0 or 1."""
    return (np.argmin(distances(slice(0, count)), axis=1) == np.arange(count)).astype(float)


def chance_of_first(distances: Distances, count: int) -> np.ndarray:
    """How likely that is with ties left to chance, ``[Q]``."""
    values = distances(slice(0, count))
    least = values == values.min(axis=1, keepdims=True)
    return np.where(least[np.arange(count), np.arange(count)], 1 / least.sum(axis=1), 0.0)


def summed(values: np.ndarray, groups: np.ndarray) -> dict[str, float | list[float]]:
    """Mean and 95 % interval over recordings of ``[Q]``; queries without anything to find are NaN and left out."""
    there = np.isfinite(values)
    if not there.any():
        return {"mean": float("nan"), "interval95": [float("nan")] * 2}
    low, high = intervals95(values[there, None], groups[there])[0]
    return {"mean": float(values[there].mean()), "interval95": [float(low), float(high)]}


def by_fold(folds: np.ndarray, seeds: int, make: Callable[[int, int], Callable[[], Found]]) -> Found:
    """Every query by the hasher of its own fold, the mean of the seeds.

    Args:
        folds: of the queries, ``[Q]``.
        seeds: how many.
        make: gives for a seed and a fold what scores all queries.
    """
    means = []
    for seed in range(seeds):
        found: Found | None = None
        for fold in np.unique(folds):
            scored = make(seed, int(fold))()
            found = scored if found is None else found.where(folds == fold, scored)
        assert found is not None
        means.append(found)
    return mean_of(means)
