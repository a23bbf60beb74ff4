"""The metrics against cases worked out by hand, a naive loop, and what must hold for any ranking."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vhdesk.errors import BadInput
from vhdesk.evaluation.par import proximal_affinity
from vhdesk.evaluation.ranking import (
    binarise,
    by_distance,
    code_distances,
    cosine_distances,
    keep,
    order_of,
)
from vhdesk.evaluation.scores import LEVELS, QueryScores, score, score_all
from vhdesk.evaluation.split import make_split
from vhdesk.search.par import nearest


def scores_of(relevance: list[int], cut: int, *, relevant_elsewhere: int = 0, top: int = 5) -> QueryScores:
    """Scores of one query whose ranking shows relevant (1) and other (0) items."""
    labels = [*relevance, *[1] * relevant_elsewhere]
    split = make_split([1], labels)
    return score(np.arange(len(relevance))[None], split, slice(0, 1), cut, top=top)


def test_average_precision_by_hand():
    # Relevant at ranks 1, 3 and 6: precisions 1, 2/3, 3/6.
    found = scores_of([1, 0, 1, 0, 0, 1], cut=4)
    assert found.whole[0] == pytest.approx((1 + 2 / 3 + 1 / 2) / 3)
    assert found.hits[0] == pytest.approx((1 + 2 / 3) / 2)
    assert found.minimum[0] == pytest.approx((1 + 2 / 3) / 3)
    assert found.cut[0] == pytest.approx((1 + 2 / 3) / 4)


def test_the_first_five_by_hand():
    found = scores_of([1, 0, 1, 0, 0, 1, 1], cut=5)
    assert (found.precision[0], found.recall[0]) == (2 / 5, 2 / 4)
    assert found.f1[0] == pytest.approx(2 * 0.4 * 0.5 / 0.9)
    assert not found.correct[0]  # three of another label outvote two
    assert scores_of([1, 0, 1, 0], cut=5).correct[0]  # a draw goes to the better rank
    assert not scores_of([0, 1, 0, 1], cut=5).correct[0]


def test_precision_at_n_and_by_recall_by_hand():
    found = scores_of([1, 0, 1, 0], cut=5)
    at = dict(zip(LEVELS, found.precision_at[0], strict=False))
    assert [at[n] for n in (1, 2, 3, 4)] == pytest.approx([1, 1 / 2, 2 / 3, 2 / 4])
    assert found.precision_by_recall[0, :10] == pytest.approx(1)  # half of the relevant items: the first one
    assert found.precision_by_recall[0, 10:] == pytest.approx(2 / 3)


def test_items_that_are_never_returned_count_as_not_found():
    found = scores_of([1, 0], cut=10, relevant_elsewhere=2)
    assert found.whole[0] == pytest.approx(1 / 3)
    assert found.precision_by_recall[0, -1] == 0
    assert found.recall[0] == pytest.approx(1 / 3)
    assert found.precision[0] == 1 / 2


def test_an_empty_answer_counts_as_zero():
    split = make_split([1, 1], [1, 0, 1])
    found = score(np.array([[-1, -1, -1], [0, -1, -1]]), split, slice(0, 2), 5)
    assert found.returned.tolist() == [0, 1]
    assert found.precision.tolist() == [0, 1]
    assert found.whole.tolist() == [0, 0.5]
    assert found.correct.tolist() == [False, True]


def naive(order: list[int], labels: list[int], label: int, relevant: int, cut: int) -> dict[str, float]:
    """A loop that follows the definitions word for word."""
    hits, total, at_cut, hits_at_cut = 0, 0.0, 0.0, 0
    for rank, item in enumerate(order, 1):
        if labels[item] == label:
            hits += 1
            total += hits / rank
            if rank <= cut:
                at_cut += hits / rank
                hits_at_cut += 1
    head = order[:5]
    right = sum(labels[item] == label for item in head)
    return {
        "whole": total / relevant if relevant else 0,
        "hits": at_cut / hits_at_cut if hits_at_cut else 0,
        "minimum": at_cut / min(relevant, cut) if relevant else 0,
        "cut": at_cut / cut,
        "precision": right / len(head) if head else 0,
        "recall": right / relevant if relevant else 0,
    }


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_ranking_scores_as_a_naive_loop_says(data):
    items = data.draw(st.integers(1, 40))
    queries = data.draw(st.integers(1, 6))
    seed = data.draw(st.integers(0, 2**32 - 1))
    random = np.random.default_rng(seed)
    classes, bits = data.draw(st.integers(1, 4)), data.draw(st.sampled_from([3, 8, 64, 130, 256]))
    cut = data.draw(st.integers(1, 50))
    labels, asked = random.integers(0, classes, items), random.integers(0, classes, queries)
    owners, asking = random.integers(0, 5, (items, 1)), random.integers(0, 5, (queries, 1))
    grouped = data.draw(st.booleans())
    codes, asks = random.random((items, bits)) < 0.5, random.random((queries, bits)) < 0.5
    masks = random.random((queries, bits)) < 0.7 if data.draw(st.booleans()) else None
    keys = {"query_keys": asking, "database_keys": owners} if grouped else {}
    split = make_split(asked, labels, **keys)
    packed = [np.packbits(x, axis=1) for x in (asks, codes)]
    distances = code_distances(*packed, None if masks is None else np.packbits(masks, axis=1))
    found = score_all(by_distance(distances, split), split, cut, rows_at_once=data.draw(st.integers(1, 7)))
    for query in range(queries):
        allowed = [i for i in range(items) if not grouped or owners[i] != asking[query]]
        kept = slice(None) if masks is None else masks[query]
        order = sorted(allowed, key=lambda i: int((asks[query] != codes[i])[kept].sum()))
        relevant = sum(labels[i] == asked[query] for i in allowed)
        assert found.relevant[query] == relevant
        expected = naive(order, labels.tolist(), asked[query], relevant, cut)
        for name, value in expected.items():
            assert getattr(found, name)[query] == pytest.approx(value), name


@given(relevance=st.lists(st.integers(0, 1), min_size=1, max_size=60), cut=st.integers(1, 80))
def test_the_normalisers_stand_in_a_fixed_order(relevance, cut):
    found = scores_of(relevance, cut)
    assert found.cut[0] <= found.minimum[0] + 1e-12
    assert found.minimum[0] <= found.hits[0] + 1e-12
    assert found.hits[0] <= 1 + 1e-12
    relevant = sum(relevance)
    if relevant >= cut:
        assert found.cut[0] == pytest.approx(found.minimum[0])  # why K and min agree on HMDB51, where R = K = 70
    if cut >= len(relevance) and relevant:
        assert found.hits[0] == pytest.approx(found.minimum[0]) == pytest.approx(found.whole[0])


@given(relevant=st.integers(1, 30), others=st.integers(0, 30), cut=st.integers(1, 40))
def test_a_perfect_ranking_is_1_and_the_worst_is_known(relevant, others, cut):
    best = scores_of([1] * relevant + [0] * others, cut)
    assert best.whole[0] == best.hits[0] == best.minimum[0] == 1
    assert best.precision_by_recall[0].min() == 1
    worst = scores_of([0] * others + [1] * relevant, cut).whole[0]
    assert worst == pytest.approx(sum(i / (others + i) for i in range(1, relevant + 1)) / relevant)


@given(st.integers(0, 2**32 - 1))
def test_a_random_order_is_as_good_as_the_closed_form_says(seed):
    relevant, items = 6, 30
    labels = [1] * relevant + [0] * (items - relevant)
    split = make_split([1] * 400, labels)
    random = np.random.default_rng(seed)
    found = score_all(by_distance(lambda rows: random.random((rows.stop - rows.start, items)), split), split, 10)
    harmonic = sum(1 / i for i in range(1, items + 1))
    share = (relevant - 1) / (items - 1)
    expected = (harmonic + share * (items - harmonic)) / items
    assert abs(found.whole.mean() - expected) < 5 * found.whole.std() / math.sqrt(400)


def test_equal_distances_keep_the_order_of_the_database():
    assert order_of(np.array([[2, 1, 2, 1, 0]], np.uint8)).tolist() == [[4, 1, 3, 0, 2]]
    hidden = np.array([[False, True, False, False, True]])
    assert order_of(np.array([[2, 1, 2, 1, 0]], np.uint8), hidden).tolist() == [[3, 0, 2, -1, -1]]


@given(st.integers(0, 2**32 - 1))
def test_permuting_equal_items_of_equal_labels_changes_nothing(seed):
    random = np.random.default_rng(seed)
    codes, labels = random.integers(0, 3, 40), random.integers(0, 3, 40)
    order = np.lexsort((random.random(40), labels, codes))  # shuffled among items of the same code and label
    again = np.lexsort((random.random(40), labels, codes))
    split = make_split([0, 1, 2], labels[order])

    def scored(permutation):
        return score_all(
            by_distance(lambda rows: np.abs(codes[permutation] - 1)[None].repeat(3, 0)[rows], split), split, 9
        )

    first, second = scored(order), scored(again)
    assert first.whole.tolist() == second.whole.tolist()
    assert first.hits.tolist() == second.hits.tolist()


def test_a_copy_in_the_database_takes_the_next_rank():
    random = np.random.default_rng(0)
    codes = random.integers(0, 256, (50, 8), np.uint8)
    codes[31] = codes[7]
    split = make_split([0] * 50, [0] * 50)
    order = by_distance(code_distances(codes, codes), split)(slice(0, 50))
    ranks = np.argsort(order, axis=1)
    assert (ranks[:, 31] - ranks[:, 7] >= 1).all()
    assert ranks[7, [7, 31]].tolist() == [0, 1]


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 25))
def test_the_nearest_few_are_the_head_of_the_whole_order(seed, k):
    random = np.random.default_rng(seed)
    distances = random.integers(0, 6, (4, 20)).astype(np.float32)
    assert nearest(distances, k).tolist() == order_of(distances)[:, :k].tolist()


def test_kept_items_move_to_the_front_in_their_order():
    order, kept = np.array([[5, 2, 7], [1, 0, 3]]), np.array([[False, True, True], [False, False, False]])
    assert keep(order, kept).tolist() == [[2, 7, -1], [-1, -1, -1]]


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 30), st.floats(-0.9, 0.9), st.booleans())
def test_par_keeps_a_part_of_the_nearest_so_recall_never_rises(seed, k, threshold, some_hidden):
    random = np.random.default_rng(seed)
    asks, holds = random.standard_normal((5, 6)), random.standard_normal((30, 6))
    keys = random.integers(0, 4 if some_hidden else 10**6, (35, 1))
    split = make_split(random.integers(0, 3, 5), random.integers(0, 3, 30), query_keys=keys[:5], database_keys=keys[5:])
    hidden = split.hidden(slice(0, 5))
    plain = proximal_affinity(asks, holds, split, k=k, threshold=None)(slice(0, 5))
    kept = proximal_affinity(asks, holds, split, k=k, threshold=threshold)(slice(0, 5))
    distances = np.linalg.norm(asks[:, None] - holds[None], axis=2)
    cosines = cosine_distances(asks, holds)(slice(0, 5)) * -1
    for query in range(5):
        met = [i for i in np.argsort(distances[query], kind="stable").tolist() if not hidden[query, i]][:k]
        assert [i for i in plain[query].tolist() if i >= 0] == met
        assert [i for i in kept[query].tolist() if i >= 0] == [i for i in met if cosines[query, i] > threshold]
    recall = [score(order, split, slice(0, 5), 5, top=k).recall for order in (kept, plain)]
    assert (recall[0] <= recall[1]).all()


def test_hash_outputs_become_bits():
    assert np.unpackbits(binarise(np.array([[-0.1, 0.0, 0.2, -3]])))[:4].tolist() == [0, 1, 1, 0]
    assert np.unpackbits(binarise(np.array([[0.1, 0.5, 0.9, 1]])))[:4].tolist() == [0, 0, 1, 1]  # a sigmoid's
    assert np.unpackbits(binarise(np.array([[0, 1, 1, 0]])))[:4].tolist() == [0, 1, 1, 0]
    with pytest.raises(BadInput, match="not finite"):
        binarise(np.array([[np.nan]]))


def test_a_query_never_meets_what_shares_a_key_with_it():
    keys = np.array([[0, 7], [1, 7], [2, 8], [3, 9]])
    split = make_split([0] * 4, [0] * 4, query_keys=keys, database_keys=keys)
    assert split.relevant.tolist() == [2, 2, 3, 3]
    order = by_distance(lambda rows: np.zeros((rows.stop - rows.start, 4), np.uint8), split)(slice(0, 4))
    assert order.tolist() == [[2, 3, -1, -1], [2, 3, -1, -1], [0, 1, 3, -1], [0, 1, 2, -1]]
