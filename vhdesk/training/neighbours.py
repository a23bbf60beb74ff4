"""Which items are alike, without labels: the structure that codes are to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What each part of a description counts for: the mean, four cosines of time, the spread, the change a frame.
COSINES = (0.8, 0.8, 0.6, 0.6)
SPREAD, CHANGE = 0.6, 0.6


def descriptions(sequences: NDArray[np.floating]) -> NDArray[np.float32]:
    """Unit vectors ``[N, E]`` of feature sequences ``[N, T, D]`` that tell what is seen and how it moves.

    The mean over time alone tells places apart but not what happens there; the sequence's cosine transform in time, its
    standard deviation and its mean absolute change do. Every part is centred and brought to a mean square of 1 first.
    """
    f = sequences.astype(np.float32)
    steps = f.shape[1]
    times = (np.arange(steps) + 0.5) / steps
    parts = [(1.0, f.mean(axis=1))]
    if steps > 1:
        for order, weight in enumerate(COSINES, 1):
            wave = (np.sqrt(2) * np.cos(np.pi * order * times) / steps).astype(np.float32)
            parts.append((weight, np.einsum("ntd,t->nd", f, wave)))
        parts += [(SPREAD, f.std(axis=1)), (CHANGE, np.abs(np.diff(f, axis=1)).mean(axis=1))]
    scaled = []
    for weight, part in parts:
        centred = part - part.mean(axis=0)
        scaled.append(weight * centred / max(1e-9, float(np.sqrt((centred**2).sum(axis=1).mean()))))
    found = np.concatenate(scaled, axis=1)
    unit: NDArray[np.float32] = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
    return unit


def diffused(vectors: NDArray[np.floating], *, neighbours: int = 15, spread: float = 0.5) -> NDArray[np.float32]:
    """How alike items are by way of other items, ``[N, N]``, not negative, zero on the diagonal.

    A random walk on the graph of nearest neighbours, (I - spread · S)^-1 with S = D^-1/2 A D^-1/2 (Zhou et al. 2004,
    ranking on data manifolds), A the cubed cosines of the ``neighbours`` nearest: what SSVH's neighbours of neighbours
    (paper 003, section III-C) are at a first step.

    Args:
        vectors: ``[N, E]`` of unit length.
        neighbours: of every item.
        spread: how far the walk goes, 0..1.
    """
    near = np.maximum(vectors.astype(np.float64) @ vectors.astype(np.float64).T, 0) ** 3
    np.fill_diagonal(near, 0)
    kept = min(neighbours, len(near) - 1)
    least = np.partition(near, -kept, axis=1)[:, -kept] if kept > 0 else np.zeros(len(near))
    near = np.where(near >= least[:, None], near, 0)
    near = (near + near.T) / 2
    root = np.sqrt(near.sum(axis=1) + 1e-9)
    walked = np.linalg.inv(np.eye(len(near)) - spread * near / root[:, None] / root)
    np.fill_diagonal(walked, 0)
    found: NDArray[np.float32] = np.maximum(walked, 0).astype(np.float32)
    return found
