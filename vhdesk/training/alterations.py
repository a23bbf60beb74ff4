"""Altered copies to train on: chains of what :mod:`vhdesk.media.alterations` does to copies, drawn at random.

All frames of one item are altered alike, as an editor alters a clip. Every choice comes from the generator that is
passed in, so that a batch is a function of its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vhdesk.media.alterations import ALTERATIONS, centre_square

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Least and greatest strength of each, and how much weight the draw gives it.
STRENGTHS: dict[str, tuple[float, float, float]] = {
    "part": (0.62, 0.95, 2.0),
    "brightness": (0.4, 1.7, 1.5),
    "resolution": (0.2, 0.5, 1.0),
    "mirror": (1.0, 1.0, 1.0),
    "grey": (1.0, 1.0, 1.0),
    "letterbox": (0.02, 0.08, 0.3),
    "noise": (4.0, 24.0, 1.0),
    "logo": (0.1, 0.35, 1.0),
    "recompress": (6.0, 40.0, 1.0),
    "speed": (1.0, 1.6, 0.3),
    "beginning": (0.45, 0.9, 1.0),
}
IN_TIME = ("speed", "beginning")
# Chances that one, two or three alterations meet in a copy.
CHAIN = (0.55, 0.3, 0.15)


def altered(frames: NDArray[np.uint8], rng: np.random.Generator, side: int) -> NDArray[np.uint8]:
    """A copy of one item ``[t, H, W, 3]``, altered in one to three ways: ``[t', side, side, 3]``, t' at most t."""
    names = [name for name in STRENGTHS if len(frames) > 1 or name not in IN_TIME]
    weights = np.array([STRENGTHS[name][2] for name in names])
    count = 1 + int(rng.choice(len(CHAIN), p=CHAIN))
    for number in np.sort(rng.choice(len(names), count, replace=False, p=weights / weights.sum())):
        low, high, _ = STRENGTHS[names[number]]
        strength = float(rng.uniform(low, high))
        alter = part if names[number] == "part" else ALTERATIONS[names[number]]
        frames = alter(frames, rng, strength)
    return plain(frames, side)


def part(frames: NDArray[np.uint8], rng: np.random.Generator, share: float) -> NDArray[np.uint8]:
    """A stretch of the picture, ``share`` of width and height, anywhere."""
    height, width = (max(1, round(side * share)) for side in frames.shape[1:3])
    top, left = rng.integers(frames.shape[1] - height + 1), rng.integers(frames.shape[2] - width + 1)
    return frames[:, top : top + height, left : left + width]


def plain(frames: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """``[t, H, W, 3]`` as decoding gives it to the net, ``[t, side, side, 3]``."""
    return centre_square(frames, side) if frames.shape[1:3] != (side, side) else np.ascontiguousarray(frames)
