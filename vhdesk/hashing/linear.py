"""Features to codes by one centred linear map and the sign: what ITQ, LSH and PCA-sign all come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput

if TYPE_CHECKING:
    from numpy.typing import NDArray


class LinearHasher:
    """Pools a feature sequence over time, centres it and takes the sign of its projections.

    Attributes:
        mean: ``[D] float32``, subtracted from pooled features.
        projections: bits L -> ``[D, L] float32``.
    """

    def __init__(self, mean: NDArray[np.float32], projections: Mapping[int, NDArray[np.float32]]) -> None:
        self.mean = mean
        self.projections = dict(projections)

    @property
    def bits(self) -> tuple[int, ...]:
        """The code lengths it gives, ascending."""
        return tuple(sorted(self.projections))

    @property
    def width(self) -> int:
        """D, size of a pooled feature."""
        return len(self.mean)

    def pool(self, sequence: NDArray[np.floating]) -> NDArray[np.float16]:
        """Mean over time, ``[S, D]`` to ``[1, D] float16``, as the library stores it."""
        pooled: NDArray[np.float16] = sequence.astype(np.float32).mean(axis=0, keepdims=True).astype(np.float16)
        return pooled

    def embed(self, pooled: NDArray[np.floating]) -> NDArray[np.float32]:
        """Centred unit vectors, ``[N, D]`` to ``[N, D] float32``: their Euclidean distance and cosine rank results."""
        unit: NDArray[np.float32] = pooled.astype(np.float32)
        unit -= self.mean  # in place: new memory costs more than the arithmetic
        unit /= np.maximum(np.linalg.norm(unit, axis=-1, keepdims=True), 1e-12)
        return unit

    def codes(self, pooled: NDArray[np.floating], bits: int) -> NDArray[np.uint8]:
        """Pooled features ``[N, D]`` to packed codes ``[N, bits / 8] uint8``, big-endian bits; sign(0) is 1.

        Raises:
            BadInput: a length that this hasher does not give.
        """
        if bits not in self.projections:
            offered = ", ".join(map(str, self.bits))
            raise BadInput(f"Codes of {bits} bits are not offered; choose one of {offered}.")
        return np.packbits(self.embed(pooled) @ self.projections[bits] >= 0, axis=-1)
