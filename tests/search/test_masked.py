from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vhdesk.errors import InternalBug
from vhdesk.search.index import HammingIndex
from vhdesk.search.masked import MaskedIndex


def naive(codes: np.ndarray, query: np.ndarray, mask: np.ndarray, k: int) -> tuple[list[int], list[int]]:
    """Distances and positions of a masked scan in numpy; ties by position."""
    distances = np.unpackbits((codes ^ query) & mask, axis=1).sum(axis=1, dtype=int)
    order = np.argsort(distances, kind="stable")[:k]
    return distances[order].tolist(), order.tolist()


@settings(max_examples=60, deadline=None)
@given(
    bits=st.sampled_from((16, 32, 64, 128, 256, 512)),
    seed=st.integers(0, 2**32 - 1),
    count=st.integers(1, 300),
    k=st.integers(1, 40),
    kept=st.floats(0, 1),
)
def test_masked_distances_are_those_of_a_naive_masked_scan(bits, seed, count, k, kept):
    rng = np.random.default_rng(seed)
    codes = rng.integers(0, 256, (count, bits // 8), np.uint8)
    mask = np.packbits(rng.random(bits) < kept)
    ids = np.cumsum(rng.integers(1, 5, count)).astype(np.int64)
    base = HammingIndex(bits)
    base.add(ids, codes)
    query = rng.integers(0, 256, (1, bits // 8), np.uint8)
    distances, found = MaskedIndex(base).search(query, mask, k)
    expected, positions = naive(codes, query, mask, k)
    assert distances[0].tolist() == expected
    assert found[0].tolist() == ids[positions].tolist()


def test_a_full_mask_changes_nothing_and_an_empty_one_makes_all_equal():
    rng = np.random.default_rng(0)
    base = HammingIndex(64)
    base.add(np.arange(50), rng.integers(0, 256, (50, 8), np.uint8))
    query = rng.integers(0, 256, (2, 8), np.uint8)
    masked = MaskedIndex(base)
    for plain, full in zip(base.search(query, 9), masked.search(query, np.full(8, 255, np.uint8), 9), strict=True):
        assert plain.tolist() == full.tolist()
    distances, ids = masked.search(query, np.zeros(8, np.uint8), 5)
    assert not distances.any()
    assert ids.tolist() == [[0, 1, 2, 3, 4]] * 2


def test_segments_that_come_later_are_found_under_a_mask_used_before():
    rng = np.random.default_rng(1)
    codes = rng.integers(0, 256, (40, 8), np.uint8)
    base = HammingIndex(64)
    base.add(np.arange(10), codes[:10])
    masked = MaskedIndex(base)
    mask = np.packbits(rng.random(64) < 0.5)
    assert masked.search(codes[20:21], mask, 1)[0][0, 0] > 0
    base.add(np.arange(10, 40), codes[10:])
    distances, ids = masked.search(codes[20:21], mask, 1)
    assert (distances[0, 0], ids[0, 0]) == (0, 20)


def test_masks_that_were_not_used_for_long_leave_the_memory():
    base = HammingIndex(64)
    base.add(np.arange(100), np.zeros((100, 8), np.uint8))
    masked = MaskedIndex(base, memory_bytes=3 * 100 * base.bytes_per_segment)
    query = np.zeros((1, 8), np.uint8)
    for value in range(8):
        masked.search(query, np.full(8, value, np.uint8), 1)
        masked.search(query, np.zeros(8, np.uint8), 1)
        assert masked.masks <= 3
    assert masked.masks == 3
    assert MaskedIndex(base, memory_bytes=0).search(query, np.zeros(8, np.uint8), 1)[1].shape == (1, 1)


def test_a_mask_of_another_length_is_refused():
    with pytest.raises(InternalBug, match="does not fit"):
        MaskedIndex(HammingIndex(64)).search(np.zeros((1, 8), np.uint8), np.zeros(4, np.uint8), 1)


def test_the_codes_of_an_index_can_be_read_back():
    rng = np.random.default_rng(2)
    for bits in (16, 64, 512):
        codes = rng.integers(0, 256, (30, bits // 8), np.uint8)
        index = HammingIndex(bits)
        assert index.codes.shape == (0, bits // 8)
        index.add(np.arange(30), codes)
        assert np.array_equal(index.codes, codes)
        assert np.array_equal(index.codes[12:], codes[12:])
