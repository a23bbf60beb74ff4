"""MobileNetV3-Small (Howard et al. 2019, table 2) as a feature trunk, with torchvision's parameter names."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

FEATURE_SIZE = 576


class BlockRow(NamedTuple):
    """One row of the paper's table 2: an inverted residual block."""

    inputs: int
    kernel: int
    expanded: int
    outputs: int
    squeeze: bool
    hard_swish: bool
    stride: int


SMALL = (
    BlockRow(16, 3, 16, 16, True, False, 2),
    BlockRow(16, 3, 72, 24, False, False, 2),
    BlockRow(24, 3, 88, 24, False, False, 1),
    BlockRow(24, 5, 96, 40, True, True, 2),
    BlockRow(40, 5, 240, 40, True, True, 1),
    BlockRow(40, 5, 240, 40, True, True, 1),
    BlockRow(40, 5, 120, 48, True, True, 1),
    BlockRow(48, 5, 144, 48, True, True, 1),
    BlockRow(48, 5, 288, 96, True, True, 2),
    BlockRow(96, 5, 576, 96, True, True, 1),
    BlockRow(96, 5, 576, 96, True, True, 1),
)


def channels(value: float, divisor: int = 8) -> int:
    """Round a channel count to a multiple of 8, never down by more than a tenth (the paper's rule)."""
    rounded = max(divisor, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded


def conv_norm(
    inputs: int, outputs: int, kernel: int, *, stride: int = 1, groups: int = 1, activation: type[nn.Module] | None
) -> nn.Sequential:
    """Convolution, batch norm (eps 1e-3, momentum 0.01) and an activation."""
    layers: list[nn.Module] = [
        nn.Conv2d(inputs, outputs, kernel, stride, (kernel - 1) // 2, groups=groups, bias=False),
        nn.BatchNorm2d(outputs, eps=0.001, momentum=0.01),
    ]
    if activation is not None:
        layers.append(activation(inplace=True))
    return nn.Sequential(*layers)


class SqueezeExcitation(nn.Module):
    """Weights channels by their global average: ``[N, C, H, W]`` to the same shape."""

    def __init__(self, size: int, squeezed: int) -> None:
        super().__init__()
        self.fc1 = nn.Conv2d(size, squeezed, 1)
        self.fc2 = nn.Conv2d(squeezed, size, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Scale every channel by hard-sigmoid(fc2(relu(fc1(mean))))."""
        weight = nn.functional.adaptive_avg_pool2d(x, 1)
        weight = self.fc2(nn.functional.relu(self.fc1(weight)))
        return x * nn.functional.hardsigmoid(weight)


class InvertedResidual(nn.Module):
    """Expand, depthwise, squeeze-excite, project; with a shortcut where shapes allow."""

    def __init__(self, row: BlockRow) -> None:
        super().__init__()
        activation = nn.Hardswish if row.hard_swish else nn.ReLU
        layers: list[nn.Module] = []
        if row.expanded != row.inputs:
            layers.append(conv_norm(row.inputs, row.expanded, 1, activation=activation))
        layers.append(
            conv_norm(
                row.expanded, row.expanded, row.kernel, stride=row.stride, groups=row.expanded, activation=activation
            )
        )
        if row.squeeze:
            layers.append(SqueezeExcitation(row.expanded, channels(row.expanded / 4)))
        layers.append(conv_norm(row.expanded, row.outputs, 1, activation=None))
        self.block = nn.Sequential(*layers)
        self.shortcut = row.stride == 1 and row.inputs == row.outputs

    def forward(self, x: Tensor) -> Tensor:
        """``[N, C, H, W]`` to ``[N, C', H / stride, W / stride]``."""
        y: Tensor = self.block(x)
        return x + y if self.shortcut else y


class MobileNetV3Small(nn.Module):
    """Pictures to pooled features.

    Input ``[N, 3, H, W]`` float, normalised; output ``[N, 576]``.
    """

    def __init__(self) -> None:
        super().__init__()
        first = conv_norm(3, 16, 3, stride=2, activation=nn.Hardswish)
        last = conv_norm(96, FEATURE_SIZE, 1, activation=nn.Hardswish)
        self.features = nn.Sequential(first, *(InvertedResidual(row) for row in SMALL), last)

    def forward(self, x: Tensor) -> Tensor:
        """Global average of the last feature map."""
        y: Tensor = self.features(x)
        return y.mean(dim=(2, 3))


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
