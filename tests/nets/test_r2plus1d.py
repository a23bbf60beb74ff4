"""R(2+1)D against torchvision's, and against the layout of the IG65M checkpoints."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn
from torchvision.models.video import r2plus1d_18 as torchvision_18
from torchvision.models.video.resnet import BasicBlock, Conv2Plus1D, R2Plus1dStem, VideoResNet

from vhdesk.errors import ModelProblem
from vhdesk.nets.r2plus1d import R2Plus1D, load_published, r2plus1d_18, r2plus1d_34


def shaken(net: nn.Module) -> nn.Module:
    """Norms of fresh nets do nothing; these do."""
    generator = torch.Generator().manual_seed(0)
    for module in net.modules():
        if isinstance(module, nn.BatchNorm3d):
            size = module.num_features
            module.weight.data = 0.5 + torch.rand(size, generator=generator)
            module.bias.data = torch.randn(size, generator=generator) * 0.1
            module.running_mean = torch.randn(size, generator=generator) * 0.1
            module.running_var = 0.5 + torch.rand(size, generator=generator)
    return net.eval()


def ig65m_34(classes: int = 359) -> VideoResNet:
    """The net of the IG65M checkpoints by torchvision's parts."""
    net = VideoResNet(BasicBlock, [Conv2Plus1D] * 4, [3, 4, 6, 3], R2Plus1dStem, num_classes=classes)
    for layer, planes in ((net.layer2, 128), (net.layer3, 256), (net.layer4, 512)):
        layer[0].conv2[0] = Conv2Plus1D(planes, planes, {128: 288, 256: 576, 512: 1152}[planes])
    for module in net.modules():
        if isinstance(module, nn.BatchNorm3d):
            module.eps, module.momentum = 1e-3, 0.9
    return net


def same(ours: R2Plus1D, theirs: VideoResNet, clip: Tensor) -> None:
    with torch.inference_mode():
        tokens = ours.eval()(clip)
        mine, expected = theirs.fc(tokens.mean(dim=1)), theirs(clip)
    assert expected.std() > 1e-3
    torch.testing.assert_close(mine, expected, rtol=1e-5, atol=1e-5 * float(expected.abs().max()))


def test_18_layers_compute_what_torchvision_computes() -> None:
    torch.manual_seed(1)
    theirs, ours = shaken(torchvision_18(num_classes=11)), r2plus1d_18()
    load_published(ours, theirs.state_dict())
    same(ours, theirs, torch.randn(2, 3, 16, 56, 56))


def test_34_layers_load_and_compute_the_ig65m_layout() -> None:
    torch.manual_seed(2)
    theirs, ours = shaken(ig65m_34()), r2plus1d_34()
    state = theirs.state_dict()
    assert state.keys() - ours.state_dict().keys() == {"fc.weight", "fc.bias"}
    load_published(ours, state)
    same(ours, theirs, torch.randn(1, 3, 8, 32, 32))
    norms = [module for module in ours.modules() if isinstance(module, nn.BatchNorm3d)]
    assert {(norm.eps, norm.momentum) for norm in norms} == {(1e-3, 0.9)}
    assert sum(p.numel() for p in ours.parameters()) == sum(p.numel() for p in theirs.parameters()) - 359 * 513


def test_there_is_one_token_for_every_eight_frames() -> None:
    net = r2plus1d_18(ig65m=True).eval()
    with torch.inference_mode():
        assert net(torch.zeros(1, 3, 32, 32, 32)).shape == (1, 4, 512)
        assert net(torch.zeros(2, 3, 20, 32, 32)).shape == (2, 3, 512)


@pytest.mark.parametrize("net", [r2plus1d_34, lambda: r2plus1d_18(ig65m=True)], ids=["depth", "mid-planes"])
def test_the_weights_of_another_net_are_refused(net: object) -> None:
    with pytest.raises(ModelProblem, match="those of another net"):
        load_published(net(), torchvision_18().state_dict())  # type: ignore[operator]
