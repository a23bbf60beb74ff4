"""Cuts of whole frames for clip encoders: multi-scale and mirrored ones to train on.

Frames are kept at 170 x 128 for a net of 112 pixels, aspect ignored, and in proportion for others. Multi-scale crops
are those of Wang et al. 2015 (TSN) as the code of paper 004 uses them: height and width are two of the scales, at most
one step apart, of the shorter side; the place is the centre or a corner; what is cut is scaled to the net's input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

SIDE, WIDTH, HEIGHT = 112, 170, 128
SCALES = (1.0, 0.875, 0.75, 0.66)
MOST_STEPS_APART = 1
# Share of the free space above and left of the cut: the centre and the corners.
PLACES = ((0.5, 0.5), (0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0))


def frame_size(side: int) -> tuple[int, int]:
    """Height and width at which frames are kept for a net of a side, pixels."""
    return round(HEIGHT * side / SIDE), round(WIDTH * side / SIDE)


def multi_scale(clip: NDArray[np.uint8], rng: np.random.Generator, side: int) -> NDArray[np.uint8]:
    """A random cut of a clip, mirrored half the time, ``[T, H, W, 3]`` to ``[T, side, side, 3]``."""
    height, width = clip.shape[1:3]
    pairs = [(i, j) for i in range(len(SCALES)) for j in range(len(SCALES)) if abs(i - j) <= MOST_STEPS_APART]
    row, column = pairs[rng.integers(len(pairs))]
    short = min(height, width)
    cut = tuple(_snapped(int(short * SCALES[number]), side) for number in (row, column))
    down, right = PLACES[rng.integers(len(PLACES))]
    top, left = round(down * (height - cut[0])), round(right * (width - cut[1]))
    found = clip[:, top : top + cut[0], left : left + cut[1]]
    if rng.random() < 0.5:
        found = found[:, :, ::-1]
    return resized(found, side)


def _snapped(size: int, side: int) -> int:
    """The input's own size where a cut comes within 3 pixels of it: it need not be scaled then."""
    return side if abs(size - side) < 3 else size


def resized(clip: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """``[T, h, w, 3]`` to ``[T, side, side, 3]``, bilinear."""
    if clip.shape[1:3] == (side, side):
        return np.ascontiguousarray(clip)
    x = torch.from_numpy(np.ascontiguousarray(clip)).permute(0, 3, 1, 2)
    y = functional.interpolate(x, (side, side), mode="bilinear", antialias=True)
    return y.permute(0, 2, 3, 1).contiguous().numpy()


def normalised(clips: Tensor, mean: tuple[float, ...], std: tuple[float, ...]) -> Tensor:
    """``[N, T, H, W, 3] uint8`` to what the backbone takes, ``[N, 3, T, H, W] float32``."""
    x = clips.permute(0, 4, 1, 2, 3).to(torch.float32) / 255.0
    shape = (1, 3, 1, 1, 1)
    return (x - torch.tensor(mean, device=x.device).view(shape)) / torch.tensor(std, device=x.device).view(shape)
