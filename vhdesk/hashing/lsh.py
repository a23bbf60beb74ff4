"""Random hyperplanes (Charikar 2002): codes whose Hamming distance estimates the angle, fitted to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def make_lsh(dimensions: int, bits: int, *, seed: int = 0, zero_sum: bool = False) -> NDArray[np.float32]:
    """Normals of ``bits`` random hyperplanes through the origin, ``[dimensions, bits] float32``.

    Args:
        dimensions: of the features.
        bits: how many.
        seed: of the choice.
        zero_sum: hyperplanes that hold the direction (1, 1, …), around which features lie that are never negative; any
            other one would have nearly all of them on one side.
    """
    normals = np.random.default_rng(seed).standard_normal((dimensions, bits))
    if zero_sum:
        normals -= normals.mean(axis=0)
    return normals.astype(np.float32)
