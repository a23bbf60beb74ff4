"""MobileNet (Howard et al. 2017, table 1) as a feature trunk, batch norms folded into its convolutions."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

FEATURE_SIZE = 1024
STEM = 32
# Channels and stride of each pair of a depthwise and a pointwise convolution.
PAIRS = (
    (64, 1),
    (128, 2),
    (128, 1),
    (256, 2),
    (256, 1),
    (512, 2),
    (512, 1),
    (512, 1),
    (512, 1),
    (512, 1),
    (512, 1),
    (1024, 2),
    (1024, 1),
)


class SameConv(nn.Conv2d):
    """A 3 x 3 convolution with TensorFlow's padding ``SAME``: with stride 2 it pads only below and on the right.

    The published weights were trained so; even input sizes only.
    """

    def __init__(self, inputs: int, outputs: int, stride: int, groups: int = 1) -> None:
        super().__init__(inputs, outputs, 3, stride, 1 if stride == 1 else 0, groups=groups)

    def forward(self, x: Tensor) -> Tensor:
        """``[N, C, H, W]`` to ``[N, C', H / stride, W / stride]``."""
        return super().forward(x if self.stride[0] == 1 else functional.pad(x, (0, 1, 0, 1)))


class MobileNetV1(nn.Module):
    """Pictures to pooled features.

    Input ``[N, 3, H, W]`` float, normalised; output ``[N, 1024]``, not negative.
    """

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = [SameConv(3, STEM, 2), nn.ReLU6()]
        inputs = STEM
        for outputs, stride in PAIRS:
            layers += [SameConv(inputs, inputs, stride, inputs), nn.ReLU6(), nn.Conv2d(inputs, outputs, 1), nn.ReLU6()]
            inputs = outputs
        self.features = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        """Global average of the last feature map."""
        y: Tensor = self.features(x)
        return y.mean(dim=(2, 3))

    @property
    def convolutions(self) -> list[nn.Conv2d]:
        """All of them, from the picture on: one, then a depthwise and a pointwise one for each pair."""
        return [layer for layer in self.features if isinstance(layer, nn.Conv2d)]
