from __future__ import annotations

import numpy as np

from vhdesk.search.candidates import MAX_VIDEOS, Segments, find_candidates
from vhdesk.search.index import HammingIndex


def make(codes: np.ndarray, videos: np.ndarray) -> tuple[Segments, HammingIndex]:
    """Segments with their codes, which are the longest codes at the same time."""
    ids = np.arange(len(codes)) * 3 + 5
    fine = HammingIndex(codes.shape[1] * 8)
    fine.add(ids, codes)
    starts = np.arange(len(codes)) * 4000
    return Segments(ids, videos.astype(np.int64), starts, starts + 8000, codes), fine


def turned(code: np.ndarray, bits: int, rng: np.random.Generator) -> np.ndarray:
    loose = np.unpackbits(code)
    loose[rng.choice(len(loose), bits, replace=False)] ^= 1
    return np.packbits(loose)


def test_every_pair_with_near_segments_is_named_and_no_other():
    rng = np.random.default_rng(0)
    base = rng.integers(0, 256, (12, 8), np.uint8)
    codes = np.stack([turned(base[rng.integers(12)], int(rng.integers(0, 9)), rng) for _ in range(90)])
    videos = np.arange(90)
    segments, fine = make(codes, videos)
    found = find_candidates(segments, 8, fine)
    distances = np.unpackbits(codes[:, None] ^ codes[None], axis=2).sum(axis=2)
    expected = {(a, b) for a in range(90) for b in range(a + 1, 90) if distances[a, b] <= 8}
    assert {tuple(pair) for pair in found.pairs.tolist()} == expected
    assert found.rarity.tolist() == (1 / (distances <= 4).sum(axis=1)).tolist()
    assert found.common == 0


def test_a_shared_intro_is_not_enough_to_look_at_a_pair():
    rng = np.random.default_rng(1)
    codes = rng.integers(0, 256, (20 * 12, 8), np.uint8)
    videos = np.repeat(np.arange(20), 12)
    codes[::12] = codes[0]
    segments, fine = make(codes, videos)
    found = find_candidates(segments, 8, fine)
    assert not len(found.pairs)
    assert found.rarity[0] == 1 / 20


def test_black_in_every_video_neither_explodes_nor_hides_a_copy():
    rng = np.random.default_rng(2)
    count = 6 * MAX_VIDEOS
    codes = rng.integers(0, 256, (count * 4, 8), np.uint8)
    videos = np.repeat(np.arange(count), 4)
    codes[0::4] = codes[1::4] = 0
    codes[4 * 7 + 2 : 4 * 8] = codes[4 * 3 + 2 : 4 * 4]
    segments, fine = make(codes, videos)
    told: list[int] = []
    found = find_candidates(segments, 8, fine, told.append)
    assert found.common == 2 * count
    assert [3, 7] in found.pairs.tolist()
    assert len(found.pairs) <= 17 * count
    assert told == sorted(told)
    assert told[-1] == len(segments)


def test_a_copy_among_very_many_likenesses_is_found_by_the_longest_code():
    rng = np.random.default_rng(3)
    count = 4 * MAX_VIDEOS
    short = np.repeat(rng.integers(0, 256, (1, 8), np.uint8), count, axis=0)
    long = np.stack([turned(np.zeros(32, np.uint8), 30, rng) for _ in range(count)])
    long[150] = turned(long[20], 2, rng)
    segments, _ = make(short, np.arange(count))
    fine = HammingIndex(256)
    fine.add(segments.ids, long)
    found = find_candidates(segments, 8, fine)
    assert found.common == count
    assert [20, 150] in found.pairs.tolist()
    assert len(found.pairs) <= 17 * count
