"""Proximal affinity and masks through the engine, against naive numpy over everything that the library holds."""

from __future__ import annotations

import dataclasses
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.search.test_search import SIZE, embed, fill, query_like
from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentRecord
from vhdesk.library.writer import NewFile
from vhdesk.search.engine import QuerySegment, SearchEngine
from vhdesk.search.results import Par
from vhdesk.search.seen import SeenEmbeddings

EVERYTHING = 10_000


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """Sixty videos of three segments."""
    library = Library(tmp_path_factory.mktemp("held") / "l.vhdesk")
    library.open()
    fill(library, 60)
    yield library
    library.close()


def nearest_videos(library: Library, queries: list[QuerySegment]) -> list[tuple[int, float]]:
    """Video and best cosine, in Euclidean order over all segments."""
    ids = [id_ for id_, _ in library.codes("f", 64)]
    hits = library.hits(ids, "f")
    vectors = embed([hit.sequence for hit in hits.values()]).astype(np.float64)
    best: dict[int, float] = defaultdict(lambda: -2.0)
    for query in queries:
        for hit, cosine in zip(hits.values(), vectors @ query.embedding, strict=True):
            best[hit.video_id] = max(best[hit.video_id], round(float(cosine), 6))
    paths = {hit.video_id: hit.path for hit in hits.values()}
    return sorted(best.items(), key=lambda item: (-item[1], paths[item[0]]))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    segment=st.integers(1, 180),
    other=st.integers(1, 180),
    k=st.integers(1, 80),
    threshold=st.floats(-0.6, 0.9),
    exact=st.booleans(),
)
def test_it_is_the_k_nearest_in_euclidean_order_that_exceed_the_threshold(held, segment, other, k, threshold, exact):
    queries = [query_like(held, id_, 64) for id_ in (segment, other)]
    expected = nearest_videos(held, queries)[:k]
    passing = [video for video, cosine in expected if cosine > threshold]
    found = SearchEngine(held).search(queries, "f", 64, EVERYTHING, embed, par=Par(k, threshold, exact))
    videos = [result.video_id for result in found.results]
    assert videos  # a search never answers with nothing while the library holds something
    assert videos == (passing or [video for video, _ in expected])
    assert [result.distance for result in found.results] == sorted(result.distance for result in found.results)
    assert all(result.passed == bool(passing) for result in found.results)
    report = found.par
    assert (report.considered, report.kept, report.fell_back) == (min(k, 60), len(passing), not passing)
    assert all(result.distance == pytest.approx((2 - 2 * result.cosine) ** 0.5) for result in found.results)


def test_every_result_tells_its_rank_before(held):
    engine, query = SearchEngine(held), [query_like(held, 20, 64)]
    plain = {r.video_id: r.rank for r in engine.search(query, "f", 64, EVERYTHING, embed).results}
    found = engine.search(query, "f", 64, EVERYTHING, embed, par=Par(30, -1.0)).results
    assert {r.video_id: r.rank_before for r in found} == {r.video_id: plain[r.video_id] for r in found}
    assert [r.rank_before for r in found] != sorted(r.rank_before for r in found)
    assert [r.rank for r in found] == list(range(1, 31))
    assert all(r.rank_before is None for r in engine.search(query, "f", 64, 5, embed).results)


@pytest.mark.parametrize("exact", [False, True])
def test_hamming_distances_are_those_of_the_codes_under_the_mask(held, exact):
    plain = query_like(held, 33, 64)
    mask = np.packbits(np.arange(64) % 3 > 0)
    codes = {id_: np.frombuffer(code, np.uint8) for id_, code in held.codes("f", 64)}
    query = dataclasses.replace(plain, mask=mask)
    for result in SearchEngine(held).search([query], "f", 64, 40, embed, par=Par(40, 0.0, exact)).results:
        assert result.hamming == np.bitwise_count((codes[result.segment_id] ^ plain.code) & mask).sum()
        assert result.counted_bits == np.bitwise_count(mask).sum()


def test_fewer_are_shown_than_are_looked_at(held):
    found = SearchEngine(held).search([query_like(held, 5, 64)], "f", 64, 3, embed, par=Par(20, -1.0))
    assert (len(found.results), found.par.considered, found.par.kept) == (3, 20, 20)


def test_segments_are_re_ranked_on_their_own_where_they_are_the_results(held):
    query = [query_like(held, 50, 64)]
    found = SearchEngine(held).search(query, "f", 64, EVERYTHING, embed, par=Par(40, -1.0), group="segment")
    assert len({r.segment_id for r in found.results}) == 40
    assert found.results[0].segment_id == 50
    assert [r.distance for r in found.results] == sorted(r.distance for r in found.results)


@pytest.mark.parametrize("exact", [False, True])
def test_a_long_video_takes_one_of_the_k_places(library, exact):
    fill(library, 1, segments=2500, seed=3, prefix="long")
    fill(library, 30, seed=4)
    query = [query_like(library, 5, 64)]
    found = SearchEngine(library).search(query, "f", 64, 20, embed, par=Par(20, -1.0, exact))
    assert (len(found.results), found.results[0].segment_id) == (20, 5)


def test_what_is_to_be_left_out_takes_no_place(held):
    engine, query = SearchEngine(held), [query_like(held, 20, 64)]
    for par in (None, Par(10, -1.0), Par(10, -1.0, exact=True)):
        first = engine.search(query, "f", 64, 10, embed, par=par)
        out = {result.video_id for result in first.results[:3]}
        found = engine.search(query, "f", 64, 10, embed, par=par, leave_out=out)
        assert len(found.results) == 10
        assert [r.video_id for r in found.results[:7]] == [r.video_id for r in first.results[3:]]
        assert found.left_out == 3


def test_an_empty_library_has_nothing_to_re_rank(library):
    query = QuerySegment(0, 1, np.zeros(8, np.uint8), np.zeros(SIZE, np.float32))
    for exact in (False, True):
        found = SearchEngine(library).search([query], "f", 64, 5, embed, par=Par(10, 0.5, exact))
        assert (found.results, found.par.considered, found.par.fell_back) == ((), 0, False)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1), kept=st.lists(st.integers(1, 64), min_size=1, max_size=3))
def test_a_masked_search_is_a_naive_masked_scan(held, seed, kept):
    random = np.random.default_rng(seed)
    queries = []
    for number, bits in enumerate(kept):
        mask = np.packbits(random.permutation(64) < bits)
        like = query_like(held, int(random.integers(1, 181)), 64)
        queries.append(dataclasses.replace(like, start_ms=number * 8000, end_ms=number * 8000 + 8000, mask=mask))
    codes = np.stack([np.frombuffer(code, np.uint8) for _, code in held.codes("f", 64)])
    shares = np.stack(
        [np.unpackbits((codes ^ q.code) & q.mask, axis=1).sum(axis=1) / n for q, n in zip(queries, kept, strict=True)]
    ).min(axis=0)
    by_video = shares.reshape(60, 3).min(axis=1)  # three segments in a row belong to one video
    found = SearchEngine(held).search(queries, "f", 64, EVERYTHING, embed).results
    assert [r.hamming / r.counted_bits for r in found] == pytest.approx(np.sort(by_video).tolist())
    assert [by_video[r.video_id - 1] for r in found] == pytest.approx([r.hamming / r.counted_bits for r in found])


def test_a_full_mask_changes_nothing(held):
    plain = query_like(held, 70, 64)
    full = dataclasses.replace(plain, mask=np.full(8, 255, np.uint8))
    engine = SearchEngine(held)
    assert engine.search([plain], "f", 64, 60, embed).results == engine.search([full], "f", 64, 60, embed).results


def test_parts_with_and_without_a_mask_are_compared_by_the_share_of_their_bits(library):
    random = np.random.default_rng(3)
    one, other = random.integers(0, 256, (2, 8), np.uint8)
    unit = np.ones(SIZE, np.float16)

    def turned(code: np.ndarray, bits: int) -> bytes:
        loose = np.unpackbits(code)
        loose[:bits] ^= 1
        return np.packbits(loose).tobytes()

    with library.writer() as writer:
        root, system = writer.add_root("/v"), writer.add_system("desk", "f", {})
        for name, code in {"a": turned(one, 6), "b": turned(other, 4)}.items():
            from tests.library.test_library import facts

            id_ = writer.plan([NewFile(root.id, f"/v/{name}", 1, 1, None)])[f"/v/{name}"]
            writer.store_video(id_, system, facts(name), [SegmentRecord(0, 0, 8000, b"", unit.tobytes(), {64: code})])
    mask = np.packbits(np.arange(64) < 16)  # 4 of 16 is a quarter, 6 of 64 is less
    embedding = embed([unit.tobytes()])[0]
    query = [QuerySegment(0, 8000, one, embedding), QuerySegment(8000, 16_000, other, embedding, mask)]
    found = SearchEngine(library).search(query, "f", 64, 2, embed).results
    assert [(r.path, r.hamming, r.counted_bits) for r in found] == [("/v/a", 6, 64), ("/v/b", 4, 16)]


def test_another_setting_reads_nothing_again_until_the_library_changes(library, monkeypatch):
    fill(library, 30)
    engine, query = SearchEngine(library), [query_like(library, 4, 64)]
    asked = []
    for name in ("sequences", "hits", "sequence_blocks"):
        real = getattr(library, name)
        monkeypatch.setattr(library, name, lambda *a, real=real, name=name, **b: asked.append(name) or real(*a, **b))
    first = engine.search(query, "f", 64, 10, embed, par=Par(20, 0.0, exact=True)).results
    engine.search(query, "f", 64, 10, embed)
    assert set(asked) == {"sequences", "hits", "sequence_blocks"}
    asked.clear()
    for k, threshold, exact in ((5, 0.2, False), (30, 0.0, True), (20, 0.0, True)):
        last = engine.search(query, "f", 64, 10, embed, par=Par(k, threshold, exact)).results
    assert last == first
    engine.search([query_like(library, 4, 256)], "f", 256, 10, embed)
    assert set(asked) <= {"hits"}  # of query_like
    with library.writer() as writer:
        writer.set_labels({first[0].video_id: "new label"})
    assert engine.search(query, "f", 64, 10, embed, par=Par(20, 0.0)).results[0].label == "new label"


@pytest.mark.parametrize("exact", [False, True])
def test_features_that_were_made_anew_are_not_mistaken_for_the_old_ones(library, exact):
    fill(library, 10)
    engine, query = SearchEngine(library), [query_like(library, 1, 64)]
    before = engine.search(query, "f", 64, 10, embed, par=Par(10, -1.0, exact)).results
    fill(library, 10, seed=7)  # the same videos, the same cuts, other features and codes
    after = engine.search(query, "f", 64, 10, embed, par=Par(10, -1.0, exact)).results
    assert {r.segment_id for r in after} <= set(range(1, 31))
    assert after == SearchEngine(library).search(query, "f", 64, 10, embed, par=Par(10, -1.0, exact)).results
    assert [r.cosine for r in after] != [r.cosine for r in before]


def test_what_is_remembered_is_bounded(held):
    seen = SeenEmbeddings(held, memory_bytes=50 * SIZE * 4)
    sequences = held.sequences(range(1, 181), "f")
    random = np.random.default_rng(0)
    for _ in range(30):
        ids = random.choice(180, int(random.integers(1, 45)), replace=False) + 1
        there, vectors = seen.look_up(ids.tolist(), "f", {0: 1}, embed)
        assert there == ids.tolist()
        assert np.array_equal(vectors, embed([sequences[id_] for id_ in there]))
        assert len(seen._vectors) <= 50
    there, vectors = seen.look_up([*range(1, 181), 5000], "f", {0: 1}, embed)  # more than fits: still answered
    assert (there, len(vectors)) == (list(range(1, 181)), 180)
