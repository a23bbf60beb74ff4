from __future__ import annotations

import numpy as np
import pytest

from tests.library.test_library import facts
from vhdesk.library.codes import SLOTS
from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentRecord
from vhdesk.library.writer import NewFile
from vhdesk.search.engine import QuerySegment, SearchEngine
from vhdesk.search.index import HammingIndex, IndexStore

BITS = (16, 32, 64, 256)
SIZE = 32


def embed(sequences):
    features = np.stack([np.frombuffer(s, np.float16).astype(np.float32) for s in sequences])
    return features / np.linalg.norm(features, axis=1, keepdims=True)


def fill(library: Library, videos: int, segments: int = 3, seed: int = 0, prefix: str = "v") -> None:
    rng = np.random.default_rng(seed)
    with library.writer() as writer:
        root = writer.add_root("/videos")
        system = writer.add_system("desk", "f", {})
        paths = [f"/videos/{prefix}{number}.mp4" for number in range(videos)]
        ids = writer.plan([NewFile(root.id, path, 10, 20, None) for path in paths])
        for path in paths:
            records = [
                SegmentRecord(
                    i,
                    i * 4000,
                    i * 4000 + 8000,
                    b"",
                    rng.standard_normal(SIZE).astype(np.float16).tobytes(),
                    {bits: rng.integers(0, 256, bits // 8, np.uint8).tobytes() for bits in BITS},
                )
                for i in range(segments)
            ]
            writer.store_video(ids[path], system, facts(), records)


def query_like(library: Library, segment_id: int, bits: int) -> QuerySegment:
    code = dict(library.codes("f", bits))[segment_id]
    sequence = library.hits([segment_id], "f")[segment_id].sequence
    return QuerySegment(0, 8000, np.frombuffer(code, np.uint8), embed([sequence])[0])


def naive(codes: np.ndarray, query: np.ndarray) -> np.ndarray:
    return np.unpackbits(codes ^ query, axis=1).sum(axis=1)


@pytest.mark.parametrize("bits", [8, *BITS, 512])
def test_the_index_gives_the_distances_of_a_naive_scan(bits):
    rng = np.random.default_rng(1)
    codes = rng.integers(0, 256, (500, bits // 8), np.uint8)
    ids = rng.permutation(10_000)[:500].astype(np.int64)
    index = HammingIndex(bits)
    index.add(ids[:200], codes[:200])
    index.add(ids[200:], codes[200:])
    queries = rng.integers(0, 256, (3, bits // 8), np.uint8)
    distances, found = index.search(queries, 50)
    where = {id_: position for position, id_ in enumerate(ids.tolist())}
    for query, row, row_ids in zip(queries, distances, found, strict=True):
        expected = naive(codes, query)
        assert row.tolist() == sorted(expected)[:50]
        assert [expected[where[id_]] for id_ in row_ids.tolist()] == row.tolist()


def test_an_empty_index_answers_with_nothing():
    distances, ids = HammingIndex(64).search(np.zeros((2, 8), np.uint8), 5)
    assert distances.shape == ids.shape == (2, 0)


@pytest.mark.parametrize("bits", BITS)
def test_a_segment_of_the_library_finds_its_video_first(library, bits):
    fill(library, 40)
    engine = SearchEngine(library)
    ranking = engine.search([query_like(library, 50, bits)], "f", bits, 10, embed)
    best = ranking.results[0]
    assert (best.hamming, best.segment_id, best.rank) == (0, 50, 1)
    assert best.cosine == pytest.approx(1, abs=1e-3)
    assert best.distance == pytest.approx(0, abs=0.05)
    assert [r.rank for r in ranking.results] == list(range(1, 11))
    assert len({r.video_id for r in ranking.results}) == 10
    order = [(r.hamming, r.distance) for r in ranking.results]
    assert order == sorted(order)
    assert ranking.searched_segments == 120


def test_the_best_segment_of_each_video_stands_for_it(library):
    fill(library, 30)
    query = query_like(library, 10, 64)
    ranking = SearchEngine(library).search([query], "f", 64, 30, embed)
    codes = dict(library.codes("f", 64))
    for result in ranking.results:
        own = [id_ for id_, hit in library.hits(list(codes), "f").items() if hit.video_id == result.video_id]
        distances = {id_: int(np.unpackbits(np.frombuffer(codes[id_], np.uint8) ^ query.code).sum()) for id_ in own}
        assert result.hamming == min(distances.values()) == distances[result.segment_id]


def test_a_query_of_several_stretches_tells_which_of_them_matched(library):
    fill(library, 30)
    first, second = query_like(library, 4, 64), query_like(library, 70, 64)
    second = QuerySegment(4000, 12_000, second.code, second.embedding)
    results = SearchEngine(library).search([first, second], "f", 64, 5, embed).results
    assert {(r.segment_id, r.query_start_ms) for r in results[:2]} == {(4, 0), (70, 4000)}


def test_one_long_video_does_not_crowd_out_the_others(library):
    fill(library, 1, segments=3000, seed=3, prefix="long")
    fill(library, 10, seed=4)
    results = SearchEngine(library).search([query_like(library, 5, 64)], "f", 64, 10, embed).results
    assert len(results) == 10


def test_the_index_follows_the_library(library):
    fill(library, 5)
    engine = SearchEngine(library)
    assert engine.warm_up("f", 64) == 15
    fill(library, 5, seed=9, prefix="w")
    assert engine.warm_up("f", 64) == 30
    with library.writer() as writer:
        writer.fail_video(1, 1, 1, "gone bad")
    assert engine.warm_up("f", 64) == 27


def test_missing_videos_are_not_shown(library):
    fill(library, 5)
    with library.writer() as writer:
        writer.mark_missing([2])
    results = SearchEngine(library).search([query_like(library, 1, 64)], "f", 64, 10, embed).results
    assert sorted(r.video_id for r in results) == [1, 3, 4, 5]


def test_new_codes_join_the_index_in_memory_and_changed_ones_make_another(library):
    fill(library, 5)
    store = IndexStore(library)
    first = store.current("f", 64)
    assert store.current("f", 64) is first
    fill(library, 5, seed=5, prefix="new")
    assert store.current("f", 64) is first
    assert len(first) == 30
    with library.writer() as writer:
        writer.fail_video(2, 1, 1, "gone bad")
    second = store.current("f", 64)
    assert (second is first, len(second), len(first)) == (False, 27, 30)


@pytest.mark.parametrize("bits", BITS)
def test_the_index_in_memory_is_what_the_library_holds_after_any_change(library, bits):
    rng = np.random.default_rng(bits)
    store = IndexStore(library)
    fill(library, 1, segments=3 * SLOTS, prefix="long")
    for round_ in range(12):
        choice = int(rng.integers(4))
        if choice == 0:
            fill(library, 3, segments=int(rng.integers(1, 900)), seed=round_, prefix=f"r{round_}-")
        elif choice == 1:  # the same video again: the same ids, other codes
            fill(library, 2, segments=5, seed=100 + round_, prefix="again")
        else:
            known = list(library.known_videos("f").values())
            with library.writer() as writer:
                writer.fail_video(known[int(rng.integers(len(known)))].id, round_, 1, "gone bad")
        index = store.current("f", bits)
        expected = library.codes("f", bits)
        assert index.ids.tolist() == [id_ for id_, _ in expected]
        assert index.codes.tobytes() == b"".join(code for _, code in expected)


def test_segments_that_were_set_aside_are_found_only_when_asked_for(library):
    fill(library, 5)
    with library.writer() as writer:
        video = writer.plan([NewFile(1, "/videos/dark.mp4", 10, 20, None)])["/videos/dark.mp4"]
        record = SegmentRecord(
            0, 0, 8000, b"", np.ones(SIZE, np.float16).tobytes(), {b: bytes(b // 8) for b in BITS}, "dark"
        )
        writer.store_video(video, 1, facts(), [record])
    query = QuerySegment(0, 8000, np.zeros(8, np.uint8), embed([np.ones(SIZE, np.float16).tobytes()])[0])
    engine = SearchEngine(library)
    assert video not in {r.video_id for r in engine.search([query], "f", 64, 10, embed).results}
    asked = engine.search([query], "f", 64, 10, embed, set_aside=True).results
    assert (asked[0].video_id, asked[0].hamming) == (video, 0)
    assert library.summary().set_aside == {"dark": 1}


def test_an_empty_library_gives_an_empty_answer(library):
    query = QuerySegment(0, 1, np.zeros(8, np.uint8), np.zeros(SIZE, np.float32))
    assert SearchEngine(library).search([query], "f", 64, 5, embed).results == ()
