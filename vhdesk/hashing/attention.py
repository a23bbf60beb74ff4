"""Feature sequences to codes by a code token that attends to the frames: :class:`vhdesk.nets.attention.CodeAttention`.

The net is some thousand multiplications a frame, so it runs in NumPy: indexing and searching need no torch.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput

if TYPE_CHECKING:
    from numpy.typing import NDArray


class AttentionHasher:
    """Pools a feature sequence of any length to the token's output, whose first L signs are the code of L bits.

    Args:
        tensors: the net's tensors by their names in its state dict, of any floating type.
        bits: code lengths L, each at most E.
    """

    def __init__(self, tensors: Mapping[str, NDArray[np.floating]], bits: tuple[int, ...]) -> None:
        self._net = {name: np.ascontiguousarray(tensor, np.float32) for name, tensor in tensors.items()}
        self._bits = tuple(sorted(bits))

    @property
    def bits(self) -> tuple[int, ...]:
        """The code lengths it gives, ascending."""
        return self._bits

    @property
    def width(self) -> int:
        """E, size of what :meth:`pool` gives."""
        return len(self._net["out.bias"])

    def pool(self, sequence: NDArray[np.floating]) -> NDArray[np.float16]:
        """``[S, D]`` to ``[1, E] float16``, as the library stores it; what is pooled already is given back."""
        if sequence.shape == (1, self.width):
            return sequence.astype(np.float16)
        net = self._net
        frames = stretched(sequence.astype(np.float32), net["position"].shape[1])
        if len(sequence) > 1:
            changes = np.abs(np.diff(frames, axis=0))
            changes = np.concatenate([changes, changes[-1:]])
        else:  # how a single picture would move is not known, so it is taken to move like most
            changes = np.broadcast_to(net["change_mean"], frames.shape)
        places = (frames - net["mean"]) @ net["axes"].T
        tokens = np.concatenate([places, (changes - net["change_mean"]) @ net["change_axes"].T], axis=1)
        scores = net["query"] @ tokens.T / np.float32(np.sqrt(tokens.shape[1])) + net["position"]
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        seen = (shares / shares.sum(axis=1, keepdims=True) @ tokens).ravel()
        inner = _gelu(net["hidden.weight"] @ seen + net["hidden.bias"])
        pooled = net["out.weight"] @ seen + net["out.bias"] + net["back.weight"] @ inner + net["back.bias"]
        found: NDArray[np.float16] = pooled[None].astype(np.float16)
        return found

    def embed(self, pooled: NDArray[np.floating]) -> NDArray[np.float32]:
        """Unit vectors, ``[N, E]`` to ``[N, E] float32``: their Euclidean distance and cosine rank results."""
        unit: NDArray[np.float32] = pooled.astype(np.float32)
        unit /= np.maximum(np.linalg.norm(unit, axis=-1, keepdims=True), 1e-12)
        return unit

    def codes(self, pooled: NDArray[np.floating], bits: int) -> NDArray[np.uint8]:
        """Pooled features ``[N, E]`` to packed codes ``[N, bits / 8] uint8``, big-endian bits; sign(0) is 1.

        Raises:
            BadInput: a length that this hasher does not give.
        """
        if bits not in self._bits:
            offered = ", ".join(map(str, self._bits))
            raise BadInput(f"Codes of {bits} bits are not offered; choose one of {offered}.")
        return np.packbits(pooled[:, :bits] >= 0, axis=-1)


def stretched(sequence: NDArray[np.float32], frames: int) -> NDArray[np.float32]:
    """``[S, D]`` to ``[T, D]``: at each of T even moments the feature that is nearest in time."""
    count = len(sequence)
    if count == frames:
        return sequence
    return sequence[(2 * np.arange(frames) + 1) * count // (2 * frames)]


def _gelu(x: NDArray[np.float32]) -> NDArray[np.float32]:
    """The Gaussian error linear unit by its tanh form (Hendrycks and Gimpel 2016)."""
    found: NDArray[np.float32] = 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))
    return found
