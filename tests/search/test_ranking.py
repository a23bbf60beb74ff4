"""The order of results by made-up codes: common parts and masks."""

from __future__ import annotations

import numpy as np
import pytest

from tests.library.test_library import facts
from tests.search.test_search import SIZE, embed
from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentRecord
from vhdesk.library.writer import NewFile
from vhdesk.search.engine import QuerySegment, SearchEngine

RNG = np.random.default_rng(5)
INTRO, OWN, MIXED = (RNG.integers(0, 256, 8, np.uint8) for _ in range(3))


def turned(code: np.ndarray, bits: int) -> np.ndarray:
    """A code with its first bits turned."""
    loose = np.unpackbits(code)
    loose[:bits] ^= 1
    return np.packbits(loose)


def store(library: Library, name: str, codes: list[np.ndarray]) -> None:
    with library.writer() as writer:
        root, system = writer.add_root("/v"), writer.add_system("desk", "f", {})
        video = writer.plan([NewFile(root.id, f"/v/{name}", 10, 20, None)])[f"/v/{name}"]
        sequence = np.ones(SIZE, np.float16).tobytes()
        records = [
            SegmentRecord(i, i * 4000, i * 4000 + 8000, b"", sequence, {64: code.tobytes()})
            for i, code in enumerate(codes)
        ]
        writer.store_video(video, system, facts(name), records)


def segment(number: int, code: np.ndarray, mask: np.ndarray | None = None) -> QuerySegment:
    unit = embed([np.ones(SIZE, np.float16).tobytes()])[0]
    return QuerySegment(number * 4000, number * 4000 + 8000, code, unit, mask)


@pytest.fixture
def series(library):
    rng = np.random.default_rng(6)
    for episode in range(30):
        store(library, f"episode{episode:02}", [INTRO, turned(MIXED, 5), rng.integers(0, 256, 8, np.uint8)])
    store(library, "similar", [rng.integers(0, 256, 8, np.uint8), turned(OWN, 6)])
    return SearchEngine(library)


def names(ranking) -> list[str]:
    return [result.path.removeprefix("/v/") for result in ranking.results]


def test_a_really_similar_video_comes_before_those_that_share_the_intro_and_what_overlaps_it(series):
    query = [segment(0, INTRO), segment(1, MIXED), segment(3, OWN)]
    ranking = series.search(query, "f", 64, 31, embed)
    assert names(ranking)[0] == "similar"
    assert ranking.results[0].hamming == 6
    # The others follow with the distance that was measured.
    assert [result.hamming for result in ranking.results[1:]] == [0] * 30
    assert ranking.notes == (
        "Very many videos show this part of the query (0–12 s), so its other parts come first in the order.",
    )


def test_the_intro_alone_lists_all_that_have_it_as_near_as_they_are(series):
    ranking = series.search([segment(0, INTRO)], "f", 64, 31, embed)
    assert set(names(ranking)[:30]) == {f"episode{episode:02}" for episode in range(30)}
    assert ranking.notes == ()


def test_an_intro_of_a_few_videos_is_no_reason_to_doubt(library):
    for episode in range(5):
        store(library, f"episode{episode}", [INTRO])
    store(library, "similar", [turned(OWN, 6)])
    ranking = SearchEngine(library).search([segment(0, INTRO), segment(3, OWN)], "f", 64, 6, embed)
    assert names(ranking)[5] == "similar"
    assert ranking.notes == ()


def test_the_order_is_the_same_every_time(series):
    query = [segment(0, INTRO), segment(1, MIXED), segment(3, OWN)]
    assert series.search(query, "f", 64, 31, embed).results == series.search(query, "f", 64, 31, embed).results


def test_a_mask_leaves_bits_out_of_the_distance(library):
    store(library, "far", [turned(OWN, 20)])
    store(library, "near", [turned(OWN, 3)])
    engine = SearchEngine(library)
    assert names(engine.search([segment(0, OWN)], "f", 64, 2, embed)) == ["near", "far"]
    mask = np.packbits(np.arange(64) >= 16)
    ranking = engine.search([segment(0, OWN, mask)], "f", 64, 2, embed)
    assert [(name, r.hamming) for name, r in zip(names(ranking), ranking.results, strict=True)] == [
        ("near", 0),
        ("far", 4),
    ]
    store(library, "new", [turned(OWN, 16)])
    ranking = engine.search([segment(0, OWN, mask)], "f", 64, 3, embed)
    assert sorted((name, r.hamming) for name, r in zip(names(ranking), ranking.results, strict=True)) == [
        ("far", 4),
        ("near", 0),
        ("new", 0),
    ]
