"""Iterative quantisation (Gong and Lazebnik 2011): PCA, then the rotation that brings points nearest to their signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vhdesk.hashing.pca import principal_axes

if TYPE_CHECKING:
    from numpy.typing import NDArray


def fit_itq(features: NDArray[np.floating], bits: int, *, iterations: int = 100, seed: int = 0) -> NDArray[np.float32]:
    """Fit a projection ``[D, bits] float32`` whose signs are the codes of centred features ``[N, D]``.

    Algorithm 1 of the paper: alternate B = sign(V R) and the orthogonal Procrustes solution for R.

    Raises:
        BadInput: fewer features or dimensions than bits.
    """
    principal = principal_axes(features, bits)
    v = features.astype(np.float64) @ principal
    rotation, _ = np.linalg.qr(np.random.default_rng(seed).standard_normal((bits, bits)))
    for _ in range(iterations):
        signs = np.where(v @ rotation >= 0, 1.0, -1.0)
        left, _, right = np.linalg.svd(v.T @ signs)
        rotation = left @ right
    return np.ascontiguousarray((principal @ rotation).astype(np.float32))


def quantisation_error(features: NDArray[np.floating], projection: NDArray[np.float32]) -> float:
    """Mean squared distance between projected features ``[N, D]`` and their signs (the paper's equation 2)."""
    projected = features @ projection
    signs = np.where(projected >= 0, 1.0, -1.0)
    return float(np.mean((signs - projected) ** 2))
