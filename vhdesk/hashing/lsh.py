"""Random hyperplanes (Charikar 2002): codes whose Hamming distance estimates the angle, fitted to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def make_lsh(dimensions: int, bits: int, *, seed: int = 0) -> NDArray[np.float32]:
    """Normals of ``bits`` random hyperplanes through the origin, ``[dimensions, bits] float32``."""
    return np.random.default_rng(seed).standard_normal((dimensions, bits)).astype(np.float32)
