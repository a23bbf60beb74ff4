"""Clusters of features: categories where nobody has named any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ITERATIONS, STARTS = 40, 4


def cluster(vectors: NDArray[np.floating], count: int, *, seed: int = 0) -> NDArray[np.int64]:
    """The cluster of each vector, ``[N, D]`` to ``[N]``, by spherical k-means; all in one where ``count`` is < 2."""
    if count < 2:
        return np.zeros(len(vectors), np.int64)
    import faiss

    x = np.ascontiguousarray(vectors, np.float32)
    x = x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-12)
    means = faiss.Kmeans(
        x.shape[1],
        count,
        niter=ITERATIONS,
        nredo=STARTS,
        seed=seed,
        spherical=True,
        min_points_per_centroid=1,
        max_points_per_centroid=len(x),
    )
    means.train(x)
    found: NDArray[np.int64] = means.index.search(x, 1)[1][:, 0].astype(np.int64)
    return found
