"""Alterations: what each does to a picture, and that they come from the generator alone."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
import torch

from tests.conftest import draw_frame
from vhdesk.training.alterations import Strength, alter, resized, to_channels, to_frames, view

NONE = Strength(**{item.name: 0.0 for item in fields(Strength) if item.name not in {"least_crop", "gains"}})


@pytest.fixture
def clip() -> torch.Tensor:
    """Three frames of one scene, ``[3, 3, 96, 96]``."""
    return to_channels(np.stack([draw_frame(3, index, 96, 96) for index in range(3)]))


def altered(clip: torch.Tensor, name: str, seed: int = 0) -> torch.Tensor:
    return alter(clip, np.random.default_rng(seed), replace(NONE, **{name: 1.0}))


def test_each_alteration_does_what_its_name_says(clip: torch.Tensor) -> None:
    assert torch.equal(alter(clip, np.random.default_rng(0), NONE), clip)
    assert torch.equal(altered(clip, "mirror"), clip.flip(-1))
    grey = altered(clip, "grey")
    torch.testing.assert_close(grey[:, 0], grey[:, 2])
    barred = altered(clip, "bars")
    assert (barred[..., 0, :].max() == 0) != (barred[..., :, 0].max() == 0)
    brighter = [float(altered(clip, "gain", seed).mean() / clip.mean()) for seed in range(20)]
    assert 0.39 < min(brighter) < 0.7
    assert 1.1 < max(brighter) < 1.71
    coarse = altered(clip, "coarse")
    assert coarse.diff(dim=-1).abs().max() < 0.6 * clip.diff(dim=-1).abs().max()  # edges are gone
    noisy = altered(clip, "noise") - clip
    assert 3 < noisy[(clip > 60) & (clip < 190)].std() < 21
    patched = (altered(clip, "patches") != clip).any(dim=1)
    assert 0 < patched.float().mean() < 0.5
    cropped = altered(clip, "crop")
    assert cropped.shape == clip.shape
    assert not torch.equal(cropped, clip)


def test_frames_of_a_clip_are_altered_alike(clip: torch.Tensor) -> None:
    still = clip[:1].expand(3, -1, -1, -1)
    for seed in range(30):
        found = alter(still, np.random.default_rng(seed), replace(Strength(), noise=0.0))
        assert torch.equal(found[0], found[1])
        assert torch.equal(found[0], found[2])


def test_they_come_from_the_generator_alone(clip: torch.Tensor) -> None:
    for seed in range(10):
        first = alter(clip, np.random.default_rng(seed))
        torch.rand(3)
        assert torch.equal(alter(clip, np.random.default_rng(seed)), first)
        assert float(first.min()) >= 0
        assert float(first.max()) <= 255
    assert not torch.equal(alter(clip, np.random.default_rng(1)), alter(clip, np.random.default_rng(2)))


def test_views_and_frames(clip: torch.Tensor) -> None:
    frames = to_frames(clip)
    assert frames.dtype == torch.uint8
    assert torch.equal(to_channels(frames.numpy()), clip)
    assert torch.equal(view(clip, 48, 0.5), clip[..., 24:72, 24:72])
    assert view(clip, 32, 1.0).shape == (3, 3, 32, 32)
    # antialiased: a fine pattern becomes its mean, not an alias
    stripes = torch.zeros(1, 3, 64, 64)
    stripes[..., ::2] = 200.0
    torch.testing.assert_close(resized(stripes, 16)[..., 2:-2], torch.full((1, 3, 16, 12), 100.0), atol=3, rtol=0)
