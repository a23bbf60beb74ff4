"""PCA-sign: the signs of the principal components, the plainest codes that are fitted to data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput

if TYPE_CHECKING:
    from numpy.typing import NDArray


def fit_pca(features: NDArray[np.floating], bits: int) -> NDArray[np.float32]:
    """Projection ``[D, bits] float32`` whose signs are the codes of centred features ``[N, D]``.

    Raises:
        BadInput: fewer features or dimensions than bits.
    """
    return np.ascontiguousarray(principal_axes(features, bits).astype(np.float32))


def principal_axes(features: NDArray[np.floating], bits: int) -> NDArray[np.float64]:
    """The ``bits`` directions of most variance of centred features ``[N, D]``, as columns ``[D, bits]``, largest first.

    Raises:
        BadInput: fewer features or dimensions than bits.
    """
    if min(features.shape) < bits:
        count, size = features.shape
        raise BadInput(f"Codes of {bits} bits need as many features and dimensions; there are {count} of {size}.")
    x = features.astype(np.float64)
    _, vectors = np.linalg.eigh(x.T @ x)
    principal: NDArray[np.float64] = vectors[:, ::-1][:, :bits]
    return principal
