"""Nets to export in another process, which imports this and little else."""

from __future__ import annotations

import os
from typing import Any


def small_net() -> Any:
    import torch

    class Flat(torch.nn.Module):
        def forward(self, frames: torch.Tensor) -> torch.Tensor:
            return frames.float().flatten(1)

    return Flat()


def unsteady_net() -> Any:
    """Gives something else each time, as a net that the converter misunderstands gives something else there."""
    import torch

    class Unsteady(torch.nn.Module):
        def forward(self, frames: torch.Tensor) -> torch.Tensor:
            return frames.float().mean(dim=(1, 2)) * torch.rand(3)

    return Unsteady()


def no_net() -> Any:
    raise RuntimeError("no such layer")


def dying_net() -> Any:
    os._exit(3)
