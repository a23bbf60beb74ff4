"""R(2+1)D residual nets of 18 and 34 layers (Tran et al. 2018): clips in, one feature for every eight frames out.

Parameters have torchvision's names, which the public checkpoints use: those of Kinetics-400 for 18 layers, and those of
IG65M for 34. The latter come from Caffe2, whose net differs from torchvision's: the second convolution of the first
block of layers 2, 3 and 4 has mid-planes of its own, and the batch norms another epsilon and momentum.
"""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor, nn

from vhdesk.errors import ModelProblem

FEATURE_SIZE = 512
# Frames that share one token: layers 2, 3 and 4 each halve the time.
FRAMES_PER_TOKEN = 8
STEM_MIDDLE, STEM = 45, 64
PLANES = (64, 128, 256, 512)
DEPTHS = {18: (2, 2, 2, 2), 34: (3, 4, 6, 3)}
CAFFE2_EPSILON, CAFFE2_MOMENTUM = 1e-3, 0.9
CLASSIFIER = "fc."


class Conv2Plus1D(nn.Sequential):
    """A 3 x 3 x 3 convolution as one over space and one over time, with a norm and a rectifier in between.

    ``[N, C, T, H, W]`` to ``[N, C', T / stride, H / stride, W / stride]``.
    """

    def __init__(self, inputs: int, outputs: int, middle: int, stride: int = 1) -> None:
        super().__init__(
            nn.Conv3d(inputs, middle, (1, 3, 3), (1, stride, stride), (0, 1, 1), bias=False),
            nn.BatchNorm3d(middle),
            nn.ReLU(inplace=True),
            nn.Conv3d(middle, outputs, (3, 1, 1), (stride, 1, 1), (1, 0, 0), bias=False),
        )


def middle_planes(inputs: int, outputs: int) -> int:
    """Planes between space and time that give a pair the parameters of one 3 x 3 x 3 convolution (section 3.5)."""
    return inputs * outputs * 27 // (inputs * 9 + outputs * 3)


class Block(nn.Module):
    """Two of these convolutions and a shortcut.

    Args:
        caffe2: the second convolution has mid-planes of its own, not those of the first.
    """

    def __init__(self, inputs: int, outputs: int, stride: int, *, caffe2: bool) -> None:
        super().__init__()
        first = middle_planes(inputs, outputs)
        second = middle_planes(outputs, outputs) if caffe2 else first
        self.conv1 = nn.Sequential(
            Conv2Plus1D(inputs, outputs, first, stride), nn.BatchNorm3d(outputs), nn.ReLU(inplace=True)
        )
        self.conv2 = nn.Sequential(Conv2Plus1D(outputs, outputs, second), nn.BatchNorm3d(outputs))
        self.relu = nn.ReLU(inplace=True)
        self.downsample = None
        if stride != 1 or inputs != outputs:
            self.downsample = nn.Sequential(nn.Conv3d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm3d(outputs))

    def forward(self, x: Tensor) -> Tensor:
        """``[N, C, T, H, W]`` to ``[N, C', T / stride, H / stride, W / stride]``."""
        shortcut = x if self.downsample is None else self.downsample(x)
        y: Tensor = self.relu(self.conv2(self.conv1(x)) + shortcut)
        return y


class R2Plus1D(nn.Module):
    """Clips ``[N, 3, T, H, W] float``, normalised, to tokens ``[N, ceil(T / 8), 512]``.

    Args:
        depths: blocks of each of the four layers.
        ig65m: the variant of the IG65M checkpoints.
    """

    def __init__(self, depths: tuple[int, ...], *, ig65m: bool) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv3d(3, STEM_MIDDLE, (1, 7, 7), (1, 2, 2), (0, 3, 3), bias=False),
            nn.BatchNorm3d(STEM_MIDDLE),
            nn.ReLU(inplace=True),
            nn.Conv3d(STEM_MIDDLE, STEM, (3, 1, 1), 1, (1, 0, 0), bias=False),
            nn.BatchNorm3d(STEM),
            nn.ReLU(inplace=True),
        )
        inputs = (STEM, *PLANES)
        for number, (planes, depth) in enumerate(zip(PLANES, depths, strict=True)):
            stride = 1 if number == 0 else 2
            blocks = [Block(inputs[number], planes, stride, caffe2=ig65m)]
            blocks += [Block(planes, planes, 1, caffe2=ig65m) for _ in range(depth - 1)]
            self.add_module(f"layer{number + 1}", nn.Sequential(*blocks))
        self._initialise(ig65m)

    def _initialise(self, ig65m: bool) -> None:
        for module in self.modules():
            if isinstance(module, nn.Conv3d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            elif isinstance(module, nn.BatchNorm3d) and ig65m:
                module.eps, module.momentum = CAFFE2_EPSILON, CAFFE2_MOMENTUM

    def forward(self, clips: Tensor) -> Tensor:
        """The last feature map, averaged over space only."""
        x: Tensor = self.stem(clips)
        for number in range(len(PLANES)):
            x = self.get_submodule(f"layer{number + 1}")(x)
        return x.mean(dim=(3, 4)).transpose(1, 2)


def r2plus1d_18(ig65m: bool = False) -> R2Plus1D:
    """The net of 18 layers; torchvision's unless ``ig65m``."""
    return R2Plus1D(DEPTHS[18], ig65m=ig65m)


def r2plus1d_34() -> R2Plus1D:
    """The net of 34 layers of the IG65M checkpoints."""
    return R2Plus1D(DEPTHS[34], ig65m=True)


def load_published(net: nn.Module, state: Mapping[str, Tensor]) -> None:
    """Give a :class:`R2Plus1D` the weights of a public checkpoint, whose classifier is left out.

    Raises:
        ModelProblem: the state dict is that of another net.
    """
    try:
        net.load_state_dict({name: value for name, value in state.items() if not name.startswith(CLASSIFIER)})
    except RuntimeError as problem:
        raise ModelProblem(
            "These weights are those of another net. Choose the ones of R(2+1)D with as many layers."
        ) from problem
