"""Feature reduction before late temporal pooling: FRMB and FRAB (LTM-BERT, Kalfaoglu 2020, section 3.2).

A 3D ResNeXt ends in 2048 planes, which a transformer need not carry: one block brings them to 512. In FRMB it takes the
place of the last block, so that its weights are lost; in FRAB it follows the last block.
"""

from __future__ import annotations

from torch import Tensor, nn

GROUPS = 32


class ReductionBlock(nn.Module):
    """A ResNeXt bottleneck whose shortcut is projected, ``[N, C, T, H, W]`` to ``[N, C', T, H, W]``.

    Args:
        inputs: C.
        outputs: C', twice the planes inside; those are a multiple of 32.
    """

    def __init__(self, inputs: int = 2048, outputs: int = 512) -> None:
        super().__init__()
        planes = outputs // 2
        self.conv1 = nn.Conv3d(inputs, planes, 1, bias=False)
        self.bn1 = nn.BatchNorm3d(planes)
        self.conv2 = nn.Conv3d(planes, planes, 3, padding=1, groups=GROUPS, bias=False)
        self.bn2 = nn.BatchNorm3d(planes)
        self.conv3 = nn.Conv3d(planes, outputs, 1, bias=False)
        self.bn3 = nn.BatchNorm3d(outputs)
        self.downsample = nn.Sequential(nn.Conv3d(inputs, outputs, 1, bias=False), nn.BatchNorm3d(outputs))
        self.relu = nn.ReLU(inplace=True)
        for module in self.modules():
            if isinstance(module, nn.Conv3d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, x: Tensor) -> Tensor:
        """Reduce the planes."""
        inner = self.relu(self.bn1(self.conv1(x)))
        inner = self.relu(self.bn2(self.conv2(inner)))
        y: Tensor = self.relu(self.bn3(self.conv3(inner)) + self.downsample(x))
        return y


class FRMB(nn.Sequential):
    """A backbone's last stage with a reduction in place of its last block; the others keep names and weights."""

    def __init__(self, stage: nn.Sequential, inputs: int = 2048, outputs: int = 512) -> None:
        super().__init__(*list(stage)[:-1], ReductionBlock(inputs, outputs))


class FRAB(nn.Sequential):
    """A backbone's last stage followed by a reduction; all of its blocks keep names and weights."""

    def __init__(self, stage: nn.Sequential, inputs: int = 2048, outputs: int = 512) -> None:
        super().__init__(*stage, ReductionBlock(inputs, outputs))
