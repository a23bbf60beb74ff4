"""What re-ranking and masks lead to: the grid against naive counting, masks that saw nothing of a query's recording."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from tests.evaluation.test_library_run import BITS, evaluate, fill, named
from vhdesk.errors import BadInput, Interrupted
from vhdesk.evaluation.expectation import MASK_RATIOS, PAR_K, THRESHOLDS, CalibrateOptions, Calibration
from vhdesk.evaluation.job import calibrate_library
from vhdesk.evaluation.library_run import numbers, own_videos
from vhdesk.evaluation.masks import judge_queries
from vhdesk.evaluation.videos import best_pair_distances
from vhdesk.library.notes import Notes
from vhdesk.search.engine import QuerySegment, SearchEngine


def calibrate(library, system, *, cancelled=lambda: False, **options) -> Calibration:
    return calibrate_library(library, system, CalibrateOptions(**options), cancelled=cancelled)


@pytest.mark.parametrize("exact", [False, True])
def test_the_grid_is_what_counting_by_hand_gives(library, system, exact):
    fill(library, system, [*named(each=7), ("/videos/unlabelled.mp4", None)], spread=1.5)
    found = calibrate(library, system, bits=64, exact=exact)
    videos = own_videos(library, system, None)
    likeness = np.round((videos.vectors @ videos.vectors.T).astype(float), 6)
    np.fill_diagonal(likeness, -2)  # its own recording
    alike = np.array(videos.labels)[:, None] == np.array(videos.labels)[None]
    for point in found.par:
        precisions, recalls, sizes = [], [], []
        for query in range(len(videos)):
            nearest = np.argsort(-likeness[query], kind="stable")[: min(point.k, 20)]
            kept = nearest[likeness[query, nearest] > point.threshold]
            sizes.append(len(kept))
            recalls.append(alike[query, kept].sum() / 6)
            if len(kept):
                precisions.append(alike[query, kept].mean())
        assert point.precision == pytest.approx(np.mean(precisions) if precisions else 0)
        assert point.recall == pytest.approx(np.mean(recalls))
        assert point.returned == pytest.approx(np.mean(sizes))
        assert point.empty_answers == sizes.count(0) == round(21 * point.empty)
    assert [(point.k, point.threshold) for point in found.par] == [(k, t) for k in PAR_K for t in THRESHOLDS]
    assert (found.queries, found.database, found.recordings, found.exact) == (21, 21, 21, exact)


def test_masks_stand_beside_their_controls_and_are_looked_up_between_ratios(library, system):
    fill(library, system, named(each=8), spread=1.0)
    found = calibrate(library, system, bits=64)
    assert [point.ratio for point in found.masks] == list(MASK_RATIOS)
    assert found.masks[-1] == found.random_masks[-1] == found.true_masks[-1]
    rows = {score.key: score for score in evaluate(library, system, bits=(64,)).scores}
    for point in found.masks:
        row = rows.get(("desk", 64, None if point.ratio == 1 else point.ratio))
        if row:  # the same as an evaluation says, and for r = 1 as the engine ranks
            assert point.map == pytest.approx(row.map["whole"])
            assert point.map95 == pytest.approx(row.interval95["whole"])
    assert found.class_first.map == pytest.approx(rows["class first, desk", 64, None].map["whole"])
    assert found.expected_mask(0.6) == found.masks[5]
    half_way = found.expected_mask(0.65)
    assert half_way.map == pytest.approx((found.masks[5].map + found.masks[6].map) / 2)
    assert found.expected_mask(0.01).precision == found.masks[0].precision


def test_between_the_measured_settings_the_lookup_interpolates(library, system):
    fill(library, system, named(each=6), spread=1.5)
    found = calibrate(library, system, bits=16)
    grid = {(point.k, point.threshold): point for point in found.par}
    assert found.expected(20, 0.5) == grid[20, 0.5]
    between = found.expected(15, 0.55)
    corners = [grid[k, t] for k in (10, 20) for t in (0.5, 0.6)]
    for name in ("precision", "recall", "returned", "empty"):
        assert getattr(between, name) == pytest.approx(np.mean([getattr(point, name) for point in corners]))
    assert (between.k, between.threshold) == (15, 0.55)
    assert found.expected(100_000, 0.5).recall == grid[500, 0.5].recall
    assert found.expected(1, -1.0).recall == grid[5, -1.0].recall


def test_it_is_read_back_as_it_was_and_tells_when_labels_have_changed(library, system):
    fill(library, system, named(each=3))
    notes = Notes(library)
    found = calibrate(library, system, bits=16)
    notes.store_evaluation("f", 16, "calibration", found.to_json())
    document = notes.evaluation("f", 16, "calibration")
    assert Calibration.from_json(document, labels_now=notes.labels_digest()) == found
    assert notes.evaluation("f", 64, "calibration") is None
    with library.writer() as writer:
        writer.set_labels({1: "other"})
    changed = Calibration.from_json(document, labels_now=notes.labels_digest())
    assert changed == dataclasses.replace(found, stale=True)
    for damaged in ({}, document | {"par": []}, document | {"masks": [{"ratio": 1}]}, document | {"extra": 1}):
        assert Calibration.from_json(damaged, labels_now="") is None


def test_what_judges_a_query_saw_nothing_of_its_recording(library, system):
    fill(library, system, [*named(("cat", "horse")), ("/videos/lonely/1.mp4", "lonely")], segments=2)
    videos = own_videos(library, system, None)
    groups = numbers(videos.groups)
    judged = judge_queries(videos, videos, groups, groups, 64)
    lonely = np.array(judged.labels) == "lonely"
    assert lonely.sum() == 2
    for place in np.flatnonzero(lonely):
        assert "lonely" not in judged.categories[int(judged.fold[place])].names
    assert (judged.true_masks(0.5)[lonely] == 255).all()  # what was not learned has no mask
    assert set(np.bitwise_count(judged.masks(0.5, 0.0)).sum(axis=1).tolist()) == {32}
    assert (judged.masks(0.5, 1.1) == 255).all()
    assert (np.bitwise_count(judged.random_masks(0.25, 0.0)).sum(axis=1) == 16).all()


def test_masks_are_ordered_by_the_rule_of_the_search_engine(library, system):
    fill(library, system, named(each=9), segments=2, spread=2.0)
    videos = own_videos(library, system, None)
    groups = numbers(videos.groups)
    masks = judge_queries(videos, videos, groups, groups, 64).masks(0.4, 0.6)
    codes = videos.codes(64)
    by_hand = best_pair_distances(videos, videos, codes, codes, masks)(slice(0, len(videos)))
    engine, unequal = SearchEngine(library), 0
    for query in range(len(videos)):
        of = videos.stretches(slice(query, query + 1))
        segments = [
            QuerySegment(int(start), int(end), code, vector, mask)
            for (start, end), code, vector, mask in zip(
                videos.times[of], codes[of], videos.vectors[of], masks[of], strict=True
            )
        ]
        unequal += len({segment.counted_bits for segment in segments}) > 1
        results = engine.search(segments, "f", 64, len(videos), system.embed_stored).results
        order = [videos.ids.tolist().index(result.video_id) for result in results]
        assert by_hand[query, order].tolist() == sorted(by_hand[query].tolist())
    assert unequal  # some queries have a part that is sure and one that is not


def test_nothing_to_measure_and_a_stop(library, system):
    with pytest.raises(BadInput, match="no codes of 64 bits"):
        calibrate(library, system)
    fill(library, system, named(each=3))
    with pytest.raises(BadInput, match="not 99"):
        calibrate(library, system, bits=99)
    asked = iter([False] * 300)
    with pytest.raises(Interrupted):
        calibrate(library, system, bits=BITS[0], cancelled=lambda: next(asked, True))


def test_re_ranking_has_rows_in_the_protocol_of_its_paper(library, system):
    fill(library, system, named(each=6), spread=1.5)
    rows = {score.name: score for score in evaluate(library, system, bits=(64,), protocol="top5").scores}
    strict, loose = rows["desk, PAR 5, cosine > 0.9"], rows["desk, PAR 5, cosine > 0.5"]
    assert strict.top5["recall"] <= loose.top5["recall"]
    assert strict.top5["empty"] >= loose.top5["empty"]
    assert "desk, PAR 50, cosine > 0.7" in rows
