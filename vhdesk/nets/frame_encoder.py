"""Frames as the decoder gives them to what a net takes."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class FrameEncoder(nn.Module):
    """Raw frames to features: ``[N, H, W, 3] uint8 RGB`` to ``[N, D]``.

    Scaling and normalisation are part of the module, so that an export of it takes frames as the decoder gives them.
    """

    mean: Tensor
    std: Tensor

    def __init__(self, trunk: nn.Module, mean: tuple[float, ...], std: tuple[float, ...]) -> None:
        super().__init__()
        self.trunk = trunk
        self.register_buffer("mean", torch.tensor(mean).view(1, 3, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(std).view(1, 3, 1, 1), persistent=False)

    def forward(self, frames: Tensor) -> Tensor:
        """Scale to 0..1, normalise, encode."""
        x = frames.permute(0, 3, 1, 2).to(torch.float32) / 255.0
        y: Tensor = self.trunk((x - self.mean) / self.std)
        return y
