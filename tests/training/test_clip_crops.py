"""Cuts of clips: of the sizes and places that the recipe names, the same for every frame."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from vhdesk.training.clip_crops import SCALES, frame_size, multi_scale, normalised


def ramp(frames: int, height: int, width: int) -> np.ndarray:
    """Red tells the row and green the column of a pixel, blue the frame."""
    clip = np.zeros((frames, height, width, 3), np.uint8)
    clip[..., 0] = np.arange(height)[:, None]
    clip[..., 1] = np.arange(width)
    clip[..., 2] = 10 * np.arange(frames)[:, None, None]
    return clip


def test_frames_are_kept_in_proportion():
    assert frame_size(112) == (128, 170)
    assert frame_size(56) == (64, 85)


def test_cuts_are_the_recipes():
    clip = ramp(3, 128, 170)
    cuts, mirrored = set(), 0
    for seed in range(300):
        found = multi_scale(clip, np.random.default_rng(seed), 112)
        assert found.shape == (3, 112, 112, 3)
        assert [int(frame[..., 2].mean()) for frame in found] == [0, 10, 20]  # one cut for all frames, in their order
        assert np.array_equal(found[0, ..., :2], found[2, ..., :2])
        rows, columns = found[0, :, 0, 0].astype(int), found[0, 0, :, 1].astype(int)
        mirrored += columns[0] > columns[-1]
        cuts.add((rows[-1] - rows[0], abs(columns[-1] - columns[0])))
    assert 100 < mirrored < 200
    spans = sorted({span for cut in cuts for span in cut})
    sizes = [112 if abs(int(128 * scale) - 112) < 3 else int(128 * scale) for scale in SCALES]
    assert all(any(abs(span - size) <= 4 for size in sizes) for span in spans)
    assert len(cuts) > 6  # some are no squares
    assert max(abs(height - width) for height, width in cuts) < 0.2 * 128  # at most one step apart


def test_corners_and_the_centre_are_all_met():
    clip = ramp(1, 64, 85)
    firsts = {
        (int(found[0, 0, :, 0].min()), min(int(found[0, 0, 0, 1]), int(found[0, 0, -1, 1])))
        for found in (multi_scale(clip, np.random.default_rng(seed), 56) for seed in range(200))
    }
    assert {(0, 0), (0, 29), (8, 0), (8, 29), (4, 14)} <= firsts  # of cuts of the net's own size


def test_the_same_generator_makes_the_same_cut():
    clip = ramp(2, 64, 85)
    first, second = (multi_scale(clip, np.random.default_rng(4), 56) for _ in range(2))
    assert np.array_equal(first, second)


def test_normalisation_puts_channels_first():
    clips = torch.randint(0, 256, (2, 3, 4, 5, 3), dtype=torch.uint8)
    found = normalised(clips, (0.4, 0.5, 0.6), (0.2, 0.25, 0.3))
    assert found.shape == (2, 3, 3, 4, 5)
    assert float(found[1, 2, 0, 3, 4]) == pytest.approx((float(clips[1, 0, 3, 4, 2]) / 255 - 0.6) / 0.3, abs=1e-5)
