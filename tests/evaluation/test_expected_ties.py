"""The ties of "targets" left to chance: against the mean over every order of small rankings."""

from itertools import permutations

import numpy as np
import pytest

from tests.benchmarks.targets_scores import Found, by_fold, chance_of_first, expected, first_is_right


def over_all_orders(distances, hit):
    precisions, top5 = [], []
    for order in permutations(range(len(distances))):
        if list(distances[list(order)]) == sorted(distances):
            right = hit[list(order)]
            ranks = np.flatnonzero(right) + 1
            precisions.append((np.arange(1, len(ranks) + 1) / ranks).sum() / max(1, len(ranks)))
            top5.append(right[:5].mean())
    return np.mean(precisions), np.mean(top5)


@pytest.mark.parametrize("seed", range(6))
def test_expected_scores_are_the_mean_over_all_orders(seed):
    rng = np.random.default_rng(seed)
    distances, hit = np.sort(rng.integers(0, 3, 7)), rng.random(7) < 0.5
    assert np.allclose(expected(distances, hit), over_all_orders(distances, hit))


def test_items_need_not_come_in_order():
    distances, hit = np.array([2, 0, 1, 0]), np.array([True, False, True, True])
    order = np.argsort(distances, kind="stable")
    assert np.allclose(expected(distances, hit), over_all_orders(distances[order], hit[order]))


def test_the_first_place_with_and_without_ties():
    values = np.array([[1, 1, 2], [0, 3, 3], [5, 5, 5]])

    def distances(rows):
        return values[rows]

    assert first_is_right(distances, 3).tolist() == [1, 0, 0]
    assert np.allclose(chance_of_first(distances, 3), [1 / 2, 0, 1 / 3])


def test_each_fold_is_scored_by_its_own_hasher_and_seeds_are_averaged():
    folds = np.array([0, 1, 1, 0])

    def make(seed, fold):
        return lambda: Found(np.full(4, 10.0 * fold + seed), np.full(4, 1.0 * fold))

    found = by_fold(folds, 2, make)
    assert found.precision.tolist() == [0.5, 10.5, 10.5, 0.5]
    assert found.top5.tolist() == [0, 1, 1, 0]
