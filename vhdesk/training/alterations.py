"""Altered copies of frames, as copies of videos are altered: cropped, barred, grey, coarse, noisy, marked, mirrored.

All frames of one item are altered alike, as an editor alters a clip. Every choice comes from the generator that is
passed in, so that a batch is a function of its number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

Change = Callable[[Tensor, np.random.Generator], Tensor]


@dataclass(frozen=True)
class Strength:
    """How often each alteration comes, as a chance of 0..1, and how far it goes.

    Attributes:
        crop: a part of the picture fills it.
        least_crop: of its side.
        bars: black bars above and below, or left and right.
        grey: without colour.
        coarse: through a resolution of 1/2 to 1/4.
        noise: of 4 to 20 levels.
        patches: one to three patches: a logo, a caption, a box.
        gain: brightness; its factor is log-uniform within ``gains``.
        mirror: left and right change places.
    """

    crop: float = 0.5
    least_crop: float = 0.6
    bars: float = 0.2
    grey: float = 0.15
    coarse: float = 0.25
    noise: float = 0.25
    patches: float = 0.3
    gain: float = 0.6
    gains: tuple[float, float] = (0.4, 1.7)
    mirror: float = 0.5


def to_channels(frames: np.ndarray) -> Tensor:
    """``[t, H, W, 3] uint8`` to ``[t, 3, H, W] float32``, 0..255."""
    return torch.from_numpy(np.require(frames, requirements=["C", "W"])).permute(0, 3, 1, 2).float()


def to_frames(x: Tensor) -> Tensor:
    """``[t, 3, H, W]``, 0..255, to ``[t, H, W, 3] uint8``, what encoders take."""
    return x.clamp(0, 255).round().to(torch.uint8).permute(0, 2, 3, 1).contiguous()


def resized(x: Tensor, side: int) -> Tensor:
    """``[t, 3, H, W]`` to ``[t, 3, side, side]``, with antialias where it shrinks."""
    if x.shape[-2:] == (side, side):
        return x
    return functional.interpolate(x, (side, side), mode="bilinear", antialias=True, align_corners=False)


def view(x: Tensor, side: int, share: float, rng: np.random.Generator | None = None) -> Tensor:
    """A square of ``share`` of the side at random (the centre without a generator), resized to ``side``."""
    size = max(1, round(x.shape[-1] * share))
    room = x.shape[-1] - size
    top, left = (room // 2, room // 2) if rng is None else (int(n) for n in rng.integers(0, room + 1, 2))
    return resized(x[..., top : top + size, left : left + size], side)


def alter(x: Tensor, rng: np.random.Generator, strength: Strength = Strength()) -> Tensor:
    """An altered copy of the frames of one item, ``[t, 3, side, side]``, 0..255."""
    steps: tuple[tuple[float, Change], ...] = (
        (strength.crop, lambda y, r: view(y, y.shape[-1], float(r.uniform(strength.least_crop, 0.95)), r)),
        (strength.mirror, lambda y, _r: y.flip(-1)),
        (strength.gain, lambda y, r: y * float(np.exp(r.uniform(*np.log(strength.gains))))),
        (strength.grey, _grey),
        (strength.coarse, _coarse),
        (strength.noise, _noise),
        (strength.patches, _patches),
        (strength.bars, _bars),
    )
    chances = rng.random(len(steps))
    for (chance, change), drawn in zip(steps, chances, strict=True):
        if drawn < chance:
            x = change(x, rng).clamp(0, 255)
    return x


def _grey(x: Tensor, _rng: np.random.Generator) -> Tensor:
    weights = torch.tensor([0.299, 0.587, 0.114]).view(1, 3, 1, 1)  # BT.601
    return (x * weights).sum(dim=1, keepdim=True).expand_as(x)


def _coarse(x: Tensor, rng: np.random.Generator) -> Tensor:
    side = x.shape[-1]
    return resized(resized(x, max(8, round(side / rng.uniform(2, 4)))), side)


def _noise(x: Tensor, rng: np.random.Generator) -> Tensor:
    size = float(rng.uniform(4, 20))
    return x + size * torch.from_numpy(rng.standard_normal(tuple(x.shape), dtype=np.float32))


def _patches(x: Tensor, rng: np.random.Generator) -> Tensor:
    x = x.clone()
    side = x.shape[-1]
    for _ in range(int(rng.integers(1, 4))):
        height, width = (max(2, round(side * share)) for share in rng.uniform(0.06, 0.3, 2))
        top, left = int(rng.integers(0, side - height + 1)), int(rng.integers(0, side - width + 1))
        colour = torch.from_numpy(rng.uniform(0, 255, (3, 1, 1)).astype(np.float32))
        ink = float(rng.uniform(0.5, 1))
        part = x[..., top : top + height, left : left + width]
        x[..., top : top + height, left : left + width] = ink * colour + (1 - ink) * part
    return x


def _bars(x: Tensor, rng: np.random.Generator) -> Tensor:
    """The picture squeezed between bars, as it is shown on a screen of another shape."""
    side = x.shape[-1]
    bar = max(1, round(side * float(rng.uniform(0.06, 0.22))))
    inner = side - 2 * bar
    shape = (inner, side) if rng.random() < 0.7 else (side, inner)
    # half of them lose the edges to the bars, half are squeezed whole
    if rng.random() < 0.5:
        small = functional.interpolate(x, shape, mode="bilinear", antialias=True, align_corners=False)
    else:
        top, left = (side - shape[0]) // 2, (side - shape[1]) // 2
        small = x[..., top : top + shape[0], left : left + shape[1]]
    barred = torch.zeros_like(x)
    top, left = (side - shape[0]) // 2, (side - shape[1]) // 2
    barred[..., top : top + shape[0], left : left + shape[1]] = small
    return barred
