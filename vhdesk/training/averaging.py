"""A moving average of weights (Polyak and Juditsky 1992; decay as in Tarvainen and Valpola 2017)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import torch
from torch import Tensor, nn


def tensors_of(models: Mapping[str, nn.Module]) -> dict[str, Tensor]:
    """Every parameter and persistent buffer as ``MODEL.PARAMETER``; they share memory with the models."""
    return {
        f"{name}.{key}": value.detach() for name in sorted(models) for key, value in models[name].state_dict().items()
    }


class Average:
    """e <- d e + (1 - d) w after every step, with d = min(decay, (1 + n) / (10 + n)) at step n.

    Buffers of real numbers (running means of batch norms) are averaged too, whole numbers are copied.

    Attributes:
        tensors: the average, named as :func:`tensors_of` names.
        steps: taken so far.
    """

    def __init__(self, models: Mapping[str, nn.Module], decay: float) -> None:
        self._models = models
        self._decay = decay
        self.steps = 0
        self.tensors = {name: value.clone() for name, value in tensors_of(models).items()}

    @torch.no_grad()
    def update(self) -> None:
        """After a step of the optimiser."""
        self.steps += 1
        share = 1 - min(self._decay, (1 + self.steps) / (10 + self.steps))
        for name, value in tensors_of(self._models).items():
            held = self.tensors[name]
            if value.is_floating_point():
                held.lerp_(value, share)
            else:
                held.copy_(value)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """The models hold the average, and their own weights again afterwards."""
        own = {name: value.clone() for name, value in tensors_of(self._models).items()}
        fill(self._models, self.tensors)
        try:
            yield
        finally:
            fill(self._models, own)


@torch.no_grad()
def fill(models: Mapping[str, nn.Module], tensors: Mapping[str, Tensor]) -> None:
    """Copy tensors, named as :func:`tensors_of` names, into the models."""
    for name, value in tensors_of(models).items():
        value.copy_(tensors[name])
