from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vhdesk.errors import InternalBug
from vhdesk.hashing.categories import (
    MAX_PER_VIDEO,
    MAX_SEGMENTS,
    Categories,
    Classifier,
    draw_segments,
    fit_categories,
    shipped_categories,
    signs,
)


def noisy_codes(labels: list[int], bits: int, flips: float, seed: int = 0) -> np.ndarray:
    """Packed codes around one code a label."""
    random = np.random.default_rng(seed)
    centres = np.random.default_rng(9).integers(0, 2, (max(labels) + 1, bits))
    return np.packbits(centres[labels] ^ (random.random((len(labels), bits)) < flips), axis=1)


@pytest.mark.parametrize("bits", [16, 64, 256])
def test_labels_are_told_by_the_codes_alone(bits):
    labels = [number % 4 for number in range(200)]
    found = fit_categories(noisy_codes(labels, bits, 0.1), [f"kind {label}" for label in labels])
    assert found.names == ("kind 0", "kind 1", "kind 2", "kind 3")
    assert (found.bits, found.source) == (bits, "labels")
    rows, confidence = found.judge(noisy_codes(labels, bits, 0.1, seed=1))
    assert (rows == labels).mean() > 0.95
    assert ((confidence > 0.25) & (confidence <= 1)).all()
    blind, unsure = found.judge(np.random.default_rng(2).integers(0, 256, (200, bits // 8), np.uint8))
    assert len(set(blind.tolist())) > 1
    assert np.median(unsure) < np.median(confidence)


@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 2**32 - 1), classes=st.integers(1, 5), ratio=st.floats(0.01, 1))
def test_a_judgement_is_the_softmax_and_masks_keep_the_asked_share(seed, classes, ratio):
    random = np.random.default_rng(seed)
    weights, bias = random.standard_normal((classes, 32)).astype("f4"), random.standard_normal(classes).astype("f4")
    found = shipped_categories(weights, bias)
    codes = random.integers(0, 256, (6, 4), np.uint8)
    logits = (np.unpackbits(codes, axis=1) * 2.0 - 1) @ weights.T + bias
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    rows, confidence = found.judge(codes)
    assert rows.tolist() == shares.argmax(axis=1).tolist()
    assert confidence == pytest.approx(shares.max(axis=1), rel=1e-3)
    loose = np.unpackbits(found.masks(ratio), axis=1).astype(bool)
    assert loose.sum(axis=1).tolist() == [max(1, round(ratio * 32))] * classes
    for mask, row in zip(loose, np.abs(weights), strict=True):
        assert mask.all() or row[mask].min() >= row[~mask].max()
    assert found.names == tuple(f"cluster {number}" for number in range(1, classes + 1))


def test_codes_as_signs():
    assert signs(np.array([[0b10100000]], np.uint8)).tolist() == [[1, -1, 1, -1, -1, -1, -1, -1]]


def test_names_and_weights_must_fit():
    with pytest.raises(InternalBug, match="do not fit"):
        Categories(("a",), Classifier(np.arange(2), np.zeros((2, 16), "f4"), np.zeros(2, "f4")))


def test_no_video_and_no_library_gives_too_many_segments():
    videos = np.sort(np.concatenate([np.zeros(5000, np.int64), np.arange(1, 20_000)]))
    chosen = draw_segments(videos)
    assert len(chosen) == MAX_SEGMENTS
    assert chosen.tolist() == sorted(set(chosen.tolist())) == draw_segments(videos).tolist()
    few = np.repeat(np.arange(3), [40, 2, 32])
    counts = np.bincount(few[draw_segments(few)])
    assert counts.tolist() == [MAX_PER_VIDEO, 2, 32]
    assert draw_segments(np.zeros(0, np.int64)).tolist() == []
