"""Intervals and controls."""

from __future__ import annotations

import numpy as np
import pytest

from vhdesk.errors import BadInput
from vhdesk.evaluation.bootstrap import intervals95
from vhdesk.evaluation.controls import HASHERS, chance, class_first, fit_hasher, predicted_classes, random_masks
from vhdesk.evaluation.ranking import by_distance, code_distances, cosine_distances
from vhdesk.evaluation.scores import score_all
from vhdesk.evaluation.split import make_split
from vhdesk.hashing.categories import category_masks, fit_classifier


def test_the_interval_of_a_mean_is_the_textbook_one():
    values = np.random.default_rng(1).normal(0.5, 0.2, (400, 1))
    low, high = intervals95(values, np.arange(400))[0]
    half = 1.96 * values.std() / 20
    assert (low, high) == pytest.approx((values.mean() - half, values.mean() + half), abs=2e-3)


def test_whole_recordings_are_drawn_since_their_clips_are_not_independent():
    of_groups = np.random.default_rng(2).normal(0.5, 0.2, 40)
    values, groups = np.repeat(of_groups, 10)[:, None], np.repeat(np.arange(40), 10)
    alone, together = intervals95(values, np.arange(400))[0], intervals95(values, groups)[0]
    assert np.ptp(together) == pytest.approx(np.ptp(alone) * 10**0.5, rel=0.1)
    assert intervals95(values, groups)[0] == pytest.approx(intervals95(of_groups[:, None], np.arange(40))[0], abs=1e-9)


def test_larger_recordings_weigh_more():
    values = np.array([[0.0]] * 9 + [[1.0]])
    low, high = intervals95(values, np.array([0] * 9 + [1]))[0]
    assert (low, high) == (0, 1)
    assert intervals95(values, np.array([0] * 9 + [1]), draws=1, seed=1)[0, 0] in {0.0, 0.1, 1.0}


def test_intervals_are_the_same_every_time_and_paired_between_columns():
    values = np.random.default_rng(3).random((200, 2))
    groups = np.arange(200)
    assert intervals95(values, groups).tolist() == intervals95(values, groups).tolist()
    shifted = intervals95(np.column_stack([values[:, 0], values[:, 0] + 0.1]), groups)
    assert shifted[1] - shifted[0] == pytest.approx([0.1, 0.1])
    difference = intervals95((values[:, 0] - (values[:, 0] + 0.1))[:, None], groups)[0]
    assert difference == pytest.approx([-0.1, -0.1])


def clusters(count: int, classes: int = 5, size: int = 32, spread: float = 0.5, seed: int = 0):
    random = np.random.default_rng(seed)
    centres = np.random.default_rng(99).standard_normal((classes, size))
    labels = random.integers(0, classes, count)
    return (centres[labels] + spread * random.standard_normal((count, size))).astype(np.float32), labels


def test_shuffled_labels_leave_nothing_but_chance():
    features, labels = clusters(300)
    shuffled = np.random.default_rng(5).permutation(labels)
    keys = np.arange(300)[:, None]

    def quality(of):
        split = make_split(of, of, query_keys=keys, database_keys=keys)
        return [
            float(score_all(rank, split, 100).whole.mean())
            for rank in (by_distance(cosine_distances(features, features), split), chance(split))
        ]

    (real, _), (blind, random) = quality(labels), quality(shuffled)
    assert real > 0.95
    assert blind == pytest.approx(random, abs=0.03) == pytest.approx(0.2, abs=0.05)


def test_hiding_a_recording_lowers_the_score_where_its_clips_are_alike():
    random = np.random.default_rng(6)
    recordings, clips = 40, 3
    groups = np.repeat(np.arange(recordings), clips)
    labels = np.repeat(random.integers(0, 4, recordings), clips)
    features = np.repeat(random.standard_normal((recordings, 16)), clips, axis=0)
    features += 0.05 * random.standard_normal(features.shape)  # labels say nothing: only the recording is recognised

    def quality(keys):
        split = make_split(labels, labels, query_keys=keys[:, None], database_keys=keys[:, None])
        return float(score_all(by_distance(cosine_distances(features, features), split), split, 10).hits.mean())

    assert quality(np.arange(len(labels))) > quality(groups) + 0.2


@pytest.mark.parametrize("name", HASHERS)
def test_plain_hashers_find_clusters_but_no_more_than_the_cosine(name):
    features, labels = clusters(400, spread=1.2)
    keys = np.arange(400)[:, None]
    split = make_split(labels, labels, query_keys=keys, database_keys=keys)

    def quality(bits):
        hasher = fit_hasher(name, features, bits)
        codes = hasher.codes(features, bits)
        return float(score_all(by_distance(code_distances(codes, codes), split), split, 100).whole.mean())

    cosine = float(score_all(by_distance(cosine_distances(features, features), split), split, 100).whole.mean())
    few, many = quality(8), quality(32)
    assert many < cosine + 0.02
    if name == "LSH":  # every bit says as much as the one before
        assert 0.3 < few < many
    else:  # the first components hold the clusters, the later ones noise
        assert few > max(many, 0.5)


def test_a_hasher_says_what_it_lacks():
    with pytest.raises(BadInput, match="64 bits need as many features"):
        fit_hasher("ITQ", np.zeros((10, 100)), 64)


def test_the_classifier_starts_and_learns_as_torch_does():
    torch = pytest.importorskip("torch")
    features, labels = clusters(200, classes=7, size=20, spread=1.0)
    with torch.random.fork_rng():
        torch.manual_seed(0)
        layer = torch.nn.Linear(20, 7)
    optimizer = torch.optim.Adam(layer.parameters(), lr=1e-2, weight_decay=1e-4)
    for _ in range(200):
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(layer(torch.tensor(features)), torch.tensor(labels)).backward()
        optimizer.step()
    classifier = fit_classifier(features, labels.astype(np.int64))
    assert classifier.weights == pytest.approx(layer.weight.detach().numpy(), abs=2e-3)
    assert classifier.bias == pytest.approx(layer.bias.detach().numpy(), abs=2e-3)


def test_masks_keep_the_asked_share_of_the_heaviest_bits():
    weights = np.array([[0.1, -3.0, 2.0, 0.0], [1.0, 1.0, 1.0, 1.0]])
    assert category_masks(weights, 0.5).astype(int).tolist() == [[0, 1, 1, 0], [1, 1, 0, 0]]
    assert category_masks(weights, 0.01).sum(axis=1).tolist() == [1, 1]
    assert category_masks(weights, 1).all()
    assert random_masks(64, 0.8, 10).sum(axis=1).tolist() == [51] * 10


def test_class_first_puts_the_predicted_class_in_front_and_keeps_distances_within():
    split = make_split([0], [0, 1, 0, 1], query_keys=np.array([[1]]), database_keys=np.array([[0], [0], [0], [1]]))
    distances = lambda _rows: np.array([[3, 0, 1, 2]], np.uint8)  # noqa: E731
    rank = class_first(distances, split, np.array([0]), np.array([0, 1, 0, 1]))
    assert rank(slice(0, 1)).tolist() == [[2, 0, 1, -1]]


def test_no_query_is_judged_by_a_classifier_that_saw_its_recording():
    random = np.random.default_rng(8)
    recordings = np.repeat(np.arange(60), 4)
    labels = np.repeat(random.integers(0, 4, 60), 4)
    features = np.repeat(random.standard_normal((60, 64)), 4, axis=0).astype(np.float32)  # labels say nothing
    predicted = predicted_classes(features, recordings, features, recordings, labels)
    assert (predicted == labels).mean() < 0.45  # with its own recording in sight it would be 1
    leaking = predicted_classes(features, np.arange(240) + 1000, features, recordings, labels)
    assert (leaking == labels).mean() > 0.8


def test_chance_does_not_depend_on_the_size_of_the_chunks():
    split = make_split([0] * 10, [0, 1] * 10)
    one = score_all(chance(split), split, 5, rows_at_once=1).whole
    assert one.tolist() == score_all(chance(split), split, 5, rows_at_once=7).whole.tolist()
