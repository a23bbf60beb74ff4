"""Altered copies to train on: of the right size, alike for all frames of an item, a function of the generator."""

from __future__ import annotations

import numpy as np
import pytest

from vhdesk.media.alterations import ALTERATIONS
from vhdesk.training.alterations import IN_TIME, STRENGTHS, altered, part, plain


@pytest.fixture(scope="module")
def frames() -> np.ndarray:
    rng = np.random.default_rng(0)
    still = rng.integers(0, 255, (1, 8, 8, 3), np.uint8).repeat(8, axis=1).repeat(8, axis=2)
    return np.repeat(still, 6, axis=0)


def test_every_alteration_is_known() -> None:
    assert set(STRENGTHS) - {"part"} <= set(ALTERATIONS)
    assert all(low <= high and weight > 0 for low, high, weight in STRENGTHS.values())


def test_copies_fit_the_net_and_follow_the_generator(frames: np.ndarray) -> None:
    shapes = set()
    for seed in range(40):
        copy = altered(frames, np.random.default_rng(seed), 32)
        assert copy.dtype == np.uint8
        assert copy.shape[1:] == (32, 32, 3)
        assert 1 <= len(copy) <= 6
        shapes.add(len(copy))
        assert np.array_equal(copy, altered(frames, np.random.default_rng(seed), 32))
    assert len(shapes) > 1  # some are shorter


def test_a_picture_is_not_altered_in_time(frames: np.ndarray) -> None:
    assert set(IN_TIME) < set(STRENGTHS)
    assert all(len(altered(frames[:1], np.random.default_rng(seed), 32)) == 1 for seed in range(40))


def test_a_part_is_the_same_stretch_of_all_frames(frames: np.ndarray) -> None:
    found = part(frames, np.random.default_rng(0), 0.5)
    assert found.shape == (6, 32, 32, 3)
    assert (found == found[:1]).all()


def test_plain_is_what_the_net_is_given(frames: np.ndarray) -> None:
    assert plain(frames, 64).base is None or np.array_equal(plain(frames, 64), frames)
    assert plain(frames, 32).shape == (6, 32, 32, 3)
