import numpy as np
import pytest

from tests.conftest import draw_frame
from vhdesk.media.alterations import ALTERATIONS, centre_square, middle, resized

FRAMES = np.stack([draw_frame(1, index) for index in range(8)])
# strength -> shape of what comes of [8, 120, 160, 3]
SHAPES = {
    "crop": (0.7, (8, 84, 112, 3)),
    "brightness": (0.5, (8, 120, 160, 3)),
    "resolution": (0.25, (8, 30, 40, 3)),
    "mirror": (1.0, (8, 120, 160, 3)),
    "grey": (1.0, (8, 120, 160, 3)),
    "letterbox": (0.15, (8, 156, 160, 3)),
    "pillarbox": (0.15, (8, 120, 208, 3)),
    "noise": (20.0, (8, 120, 160, 3)),
    "logo": (0.25, (8, 120, 160, 3)),
    "recompress": (10, (8, 120, 160, 3)),
    "speed": (1.25, (6, 120, 160, 3)),
    "beginning": (0.5, (4, 120, 160, 3)),
}


def altered(name, frames=FRAMES, seed=0):
    return ALTERATIONS[name](frames, np.random.default_rng(seed), SHAPES[name][0])


@pytest.mark.parametrize("name", ALTERATIONS)
def test_each_gives_frames_of_its_size_and_leaves_its_input_alone(name):
    kept = FRAMES.copy()
    found = altered(name)
    assert found.shape == SHAPES[name][1]
    assert found.dtype == np.uint8
    assert np.array_equal(FRAMES, kept)
    assert np.array_equal(found, altered(name))


def test_what_they_do():
    assert np.array_equal(altered("crop"), FRAMES[:, 18:102, 24:136])
    assert np.array_equal(altered("brightness"), FRAMES // 2)
    assert np.array_equal(altered("mirror")[:, :, ::-1], FRAMES)
    assert np.ptp(altered("grey"), axis=3).max() == 0
    assert not altered("letterbox")[:, :18].any()
    assert np.array_equal(altered("letterbox")[:, 18:138], FRAMES)
    assert np.array_equal(altered("pillarbox")[:, :, 24:184], FRAMES)
    assert 15 < (altered("noise").astype(float) - FRAMES).std() < 21
    assert not np.array_equal(altered("noise")[0], altered("noise", seed=1)[0])
    changed = (altered("logo") != FRAMES).any(axis=(0, 3))
    assert 0.01 < changed.mean() < 0.1
    places = [(altered("logo", seed=seed) != FRAMES).any(axis=(0, 3)).nonzero() for seed in range(20)]
    assert len({(down.mean() < 60, across.mean() < 80) for down, across in places}) == 4
    assert 2 < np.abs(altered("recompress").astype(float) - FRAMES).mean() < 40
    assert np.array_equal(altered("speed"), FRAMES[[0, 1, 2, 3, 5, 6]])
    assert np.array_equal(altered("beginning"), FRAMES[:4])


def test_shrinking_averages_areas_and_enlarging_is_linear():
    blocks = np.repeat(np.repeat(np.arange(24, dtype=np.uint8).reshape(1, 2, 4, 3), 10, 1), 10, 2)
    assert np.array_equal(resized(blocks, 2, 4), blocks[:, ::10, ::10])
    assert np.array_equal(resized(FRAMES, 120, 160), FRAMES)
    ramp = np.broadcast_to(np.array([0, 90], np.uint8)[None, None, :, None], (1, 1, 2, 3))
    assert resized(ramp, 1, 6)[0, 0, :, 0].tolist() == [0, 0, 30, 60, 90, 90]


def test_centre_square():
    assert centre_square(FRAMES, 64).shape == (8, 64, 64, 3)
    assert np.array_equal(centre_square(FRAMES, 120), middle(FRAMES, 120, 120))
