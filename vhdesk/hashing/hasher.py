"""What every hasher does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Hasher(Protocol):
    """Feature sequences in, packed codes out."""

    @property
    def bits(self) -> tuple[int, ...]:
        """The code lengths it gives, ascending."""

    @property
    def width(self) -> int:
        """E, size of a pooled feature."""

    def pool(self, sequence: NDArray[np.floating]) -> NDArray[np.float16]:
        """``[S, D]`` to ``[1, E] float16``, as the library stores it."""

    def embed(self, pooled: NDArray[np.floating]) -> NDArray[np.float32]:
        """``[N, E]`` to unit vectors ``[N, E] float32``, whose Euclidean distance and cosine rank results."""

    def codes(self, pooled: NDArray[np.floating], bits: int) -> NDArray[np.uint8]:
        """``[N, E]`` to packed codes ``[N, bits / 8] uint8``, big-endian bits.

        Raises:
            BadInput: a length that this hasher does not give.
        """
