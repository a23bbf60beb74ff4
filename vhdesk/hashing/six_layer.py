"""Features to codes by the six-layer heads of paper 000, :class:`vhdesk.nets.six_layer_head.HashHead`, one a length.

A code is the signs of the fifth layer before its tanh, which changes no sign; exactly 0 gives the bit 1. Batch norms
are folded into linear layers when a head is first used, so hashing is five matrix products. They run in NumPy in
float32, or by torch in bfloat16, which is faster where the processor has instructions for it and turns a few bits in a
thousand: all codes of a library come from one of the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from vhdesk.errors import BadInput

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Layer = tuple[NDArray[np.float32], NDArray[np.float32]]

# Rows whose activations of the widest layer stay in the processor's cache.
BLOCK = 256
EPSILON = 1e-5  # torch's, of batch norms


class SixLayerHasher:
    """Features to codes.

    Args:
        tensors: the heads' tensors, ``BITS.NAME`` by their names in the state dict, of any floating type.
        bits: code lengths; each has a head.
        precision: ``float32`` or ``bfloat16``.
    """

    def __init__(self, tensors: Mapping[str, NDArray[Any]], bits: tuple[int, ...], precision: str = "float32") -> None:
        self._heads = {length: _below(f"{length}.", tensors) for length in sorted(bits)}
        self._nets: dict[int, list[Layer]] = {}
        self._precision = precision
        self._width = int(self._heads[min(bits)]["hidden.0.weight"].shape[1])

    @property
    def bits(self) -> tuple[int, ...]:
        """The code lengths it gives, ascending."""
        return tuple(self._heads)

    @property
    def width(self) -> int:
        """D, size of a feature."""
        return self._width

    def pool(self, sequence: NDArray[np.floating]) -> NDArray[np.float16]:
        """The mean of the features of a segment's crops, ``[S, D]`` to ``[1, D] float16``, as the library stores it."""
        pooled: NDArray[np.float16] = sequence.astype(np.float32).mean(axis=0, keepdims=True).astype(np.float16)
        return pooled

    def embed(self, pooled: NDArray[np.floating]) -> NDArray[np.float32]:
        """Unit vectors, ``[N, D]`` to ``[N, D] float32``: their Euclidean distance and cosine rank results."""
        unit: NDArray[np.float32] = pooled.astype(np.float32)
        unit /= np.maximum(np.linalg.norm(unit, axis=-1, keepdims=True), 1e-12)
        return unit

    def codes(self, pooled: NDArray[np.floating], bits: int) -> NDArray[np.uint8]:
        """Features ``[N, D]`` to packed codes ``[N, bits / 8] uint8``, big-endian bits; 0 is 1.

        Raises:
            BadInput: a length that this hasher does not give.
        """
        return np.packbits(self.outputs(pooled, bits) >= 0, axis=-1)

    def outputs(self, pooled: NDArray[np.floating], bits: int) -> NDArray[np.float32]:
        """Features ``[N, D]`` to the hash layer before its tanh, ``[N, bits]``.

        Raises:
            BadInput: a length that this hasher does not give.
        """
        if bits not in self._heads:
            offered = ", ".join(map(str, self.bits))
            raise BadInput(f"Codes of {bits} bits are not offered; choose one of {offered}.")
        if bits not in self._nets:
            self._nets[bits] = folded(self._heads[bits])
        found = np.empty((len(pooled), bits), np.float32)
        run = _run_bfloat16 if self._precision == "bfloat16" else _run_float32
        run(self._nets[bits], pooled, found)
        return found


def _below(prefix: str, tensors: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    return {name.removeprefix(prefix): value for name, value in tensors.items() if name.startswith(prefix)}


def folded(head: Mapping[str, NDArray[Any]]) -> list[Layer]:
    """The weights ``[O, I]`` and biases ``[O]`` of the five layers up to the hash layer, batch norms folded in.

    A norm x -> a x + c after a ReLU goes into the layer behind it (W diag(a), b + W c), one before a ReLU into its own
    (diag(a) W, a b + c).
    """
    tensors = {name: value.astype(np.float64) for name, value in head.items()}
    norm_first = bool(tensors["norm_first"])
    scale: NDArray[np.float64] | None = None
    shift: NDArray[np.float64] | None = None
    layers: list[Layer] = []
    count = sum(name.startswith("hidden.") and name.endswith(".weight") for name in tensors)
    for name in [*(f"hidden.{number}" for number in range(count)), "code"]:
        weight, bias = tensors[f"{name}.weight"], tensors[f"{name}.bias"]
        if scale is not None and shift is not None and not norm_first:
            weight, bias = weight * scale, bias + weight @ shift
        if name != "code":
            scale, shift = _affine(tensors, f"norms.{name.removeprefix('hidden.')}")
            if norm_first:
                weight, bias = weight * scale[:, None], bias * scale + shift
        layers.append((np.ascontiguousarray(weight, np.float32), bias.astype(np.float32)))
    return layers


def _affine(tensors: Mapping[str, NDArray[np.float64]], norm: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """A trained batch norm as x -> a x + c."""
    scale = tensors[f"{norm}.weight"] / np.sqrt(tensors[f"{norm}.running_var"] + EPSILON)
    return scale, tensors[f"{norm}.bias"] - tensors[f"{norm}.running_mean"] * scale


def _run_float32(layers: list[Layer], pooled: NDArray[np.floating], found: NDArray[np.float32]) -> None:
    for start in range(0, len(pooled), BLOCK):
        x = pooled[start : start + BLOCK].astype(np.float32)
        for number, (weight, bias) in enumerate(layers):
            x = x @ weight.T
            x += bias
            if number < len(layers) - 1:
                np.maximum(x, 0, out=x)
        found[start : start + BLOCK] = x


def _run_bfloat16(layers: list[Layer], pooled: NDArray[np.floating], found: NDArray[np.float32]) -> None:
    import torch
    from torch.nn import functional

    with torch.inference_mode():
        nets = [tuple(torch.from_numpy(array).bfloat16() for array in layer) for layer in layers]
        for start in range(0, len(pooled), BLOCK):
            x = torch.from_numpy(pooled[start : start + BLOCK].astype(np.float32)).bfloat16()
            for number, (weight, bias) in enumerate(nets):
                x = functional.linear(x, weight, bias)
                if number < len(nets) - 1:
                    x = x.relu_()
            found[start : start + BLOCK] = x.float().numpy()
