"""Real 64-bit hash outputs of UCF101 against figures that are known to three decimals."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from tests.conftest import shared
from vhdesk.evaluation.controls import class_first
from vhdesk.evaluation.par import proximal_affinity
from vhdesk.evaluation.ranking import binarise, by_distance, code_distances, cosine_distances
from vhdesk.evaluation.scores import QueryScores, score_all
from vhdesk.evaluation.split import Split, make_split
from vhdesk.hashing.categories import category_masks, fit_classifier
from vhdesk.search.index import HammingIndex


@cache
def load(path) -> dict[str, np.ndarray]:
    with np.load(path, allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


@pytest.fixture
def ucf() -> dict[str, np.ndarray]:
    return load(shared("golden", "csq_ucf101_64.npz"))


@pytest.fixture
def split(ucf) -> Split:
    return make_split(ucf["test_label"], ucf["database_label"])


@pytest.fixture
def codes(ucf) -> tuple[np.ndarray, np.ndarray]:
    return binarise(ucf["test_hash"]), binarise(ucf["database_hash"])


def figures(found: QueryScores) -> list[float]:
    return [round(float(values.mean()), 4) for values in (found.hits, found.minimum, found.cut, found.whole)]


def test_hamming_ranking_gives_the_published_map(codes, split):
    found = score_all(by_distance(code_distances(*codes), split), split, 100)
    assert figures(found) == pytest.approx([0.8740, 0.8100, 0.7496, 0.8459], abs=5e-4)


def test_real_valued_cosine(ucf, split):
    found = score_all(by_distance(cosine_distances(ucf["test_hash"], ucf["database_hash"]), split), split, 100)
    assert figures(found)[0] == pytest.approx(0.8859, abs=5e-4)


def test_the_order_of_the_database_among_equal_distances_matters_little(codes, split, ucf):
    shuffle = np.random.default_rng(0).permutation(split.database)
    other = make_split(ucf["test_label"], ucf["database_label"][shuffle])
    found = score_all(by_distance(code_distances(codes[0], codes[1][shuffle]), other), other, 100)
    assert figures(found)[0] == pytest.approx(0.8740, abs=1e-3)


PAR = {  # k: threshold -> precision of answers that are not empty, recall, mean length, share of empty answers in %
    100: {
        None: (0.775, 0.810, 100, 0),
        0.5: (0.835, 0.790, 88, 0.2),
        0.7: (0.902, 0.688, 71, 4.9),
        0.8: (0.944, 0.570, 58, 14),
        0.9: (0.978, 0.397, 40, 34),
    },
    5: {
        None: (0.887, 0.047, 5, 0),
        0.5: (0.893, 0.047, 4.9, 0.4),
        0.7: (0.923, 0.045, 4.5, 5.3),
        0.8: (0.952, 0.041, 4.0, 15),
        0.9: (0.979, 0.031, 3.0, 34),
    },
}


@pytest.mark.parametrize(("k", "threshold"), [(k, threshold) for k, rows in PAR.items() for threshold in rows])
def test_proximal_affinity_trades_recall_for_precision(k, threshold, ucf, split):
    precision, recall, length, empty = PAR[k][threshold]
    rank = proximal_affinity(ucf["test_hash"], ucf["database_hash"], split, k=k, threshold=threshold)
    found = score_all(rank, split, 100, top=k)
    answered = found.returned > 0
    assert found.precision[answered].mean() == pytest.approx(precision, abs=5e-4)
    assert found.recall.mean() == pytest.approx(recall, abs=5e-4)
    assert found.returned.mean() == pytest.approx(length, abs=0.5)
    assert 100 * (1 - answered.mean()) == pytest.approx(empty, abs=0.5)


def test_with_empty_answers_counted_precision_peaks_and_falls(ucf, split):
    def precision(threshold):
        rank = proximal_affinity(ucf["test_hash"], ucf["database_hash"], split, k=100, threshold=threshold)
        return float(score_all(rank, split, 100, top=100).precision.mean())

    assert precision(0.7) == pytest.approx(0.858, abs=5e-4)
    assert precision(0.9) == pytest.approx(0.649, abs=5e-4)


@pytest.mark.slow
def test_category_masks_and_the_class_first_control(ucf, split, codes):
    classifier = fit_classifier(ucf["database_hash"], split.database_labels)
    predicted = classifier.predict(ucf["test_hash"])
    assert (predicted == split.query_labels).mean() == pytest.approx(0.909, abs=3e-3)

    rows = (0.283, 0.641, 0.743, 0.802, 0.830, 0.842, 0.852, 0.854, 0.853, 0.846)
    for ratio, expected in zip(np.arange(1, 11) / 10, rows, strict=True):
        masks = np.packbits(category_masks(classifier.weights, ratio), axis=1)[predicted]
        found = score_all(by_distance(code_distances(*codes, masks), split), split, 100)
        assert found.whole.mean() == pytest.approx(expected, abs=3e-3), ratio

    classes = predicted, classifier.predict(ucf["database_hash"])
    found = score_all(class_first(code_distances(*codes), split, *classes), split, 100)
    assert found.whole.mean() == pytest.approx(0.9105, abs=3e-3)


def test_the_search_index_measures_the_same_distances(codes):
    index = HammingIndex(64)
    index.add(np.arange(len(codes[1])), codes[1])
    distances, ids = index.search(codes[0], 100)
    measure = code_distances(*codes)
    for start in range(0, len(codes[0]), 400):
        rows = slice(start, start + 400)
        expected = measure(rows)
        assert np.array_equal(np.sort(expected, axis=1)[:, :100], distances[rows])
        assert np.array_equal(np.take_along_axis(expected, ids[rows], axis=1), distances[rows])
