"""Late temporal pooling: BERT against a plain computation of it, the average, feature reduction."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional
from torchvision.models.video.resnet import Conv3DSimple

from vhdesk.nets.bert_pooling import BertPooling, UnbiasedLayerNorm
from vhdesk.nets.feature_reduction import FRAB, FRMB, ReductionBlock
from vhdesk.nets.r2plus1d import R2Plus1D
from vhdesk.nets.video_encoder import AveragePooling, VideoEncoder


def shaken(module: nn.Module) -> nn.Module:
    """Every parameter away from the zeros and ones it starts with."""
    generator = torch.Generator().manual_seed(3)
    for parameter in module.parameters():
        parameter.data += 0.1 * torch.randn(parameter.shape, generator=generator)
    return module


def norm(x: Tensor, layer: UnbiasedLayerNorm) -> Tensor:
    centred = x - x.sum(-1, keepdim=True) / x.shape[-1]
    deviation = (centred.square().sum(-1, keepdim=True) / (x.shape[-1] - 1)).sqrt()
    return layer.weight * centred / (deviation + 1e-6) + layer.bias


def plain(net: BertPooling, clip: Tensor, heads: int) -> Tensor:
    """One clip ``[S, D]`` through the block, token by token and head by head."""
    x = torch.cat([net.class_token[0], clip]) + net.positions[0]
    normed = norm(x, net.attention_norm)
    width = x.shape[1] // heads
    query, key, value = (f(normed) for f in (net.attention.query, net.attention.key, net.attention.value))
    seen = torch.zeros_like(x)
    for head in range(heads):
        part = slice(head * width, (head + 1) * width)
        for i in range(len(x)):
            shares = torch.exp(key[:, part] @ query[i, part] / math.sqrt(width))
            seen[i, part] = (shares / shares.sum()) @ value[:, part]
    x = x + net.attention.out(seen)
    inner = net.widen(norm(x, net.feed_forward_norm))
    inner = 0.5 * inner * (1 + torch.tanh(math.sqrt(2 / math.pi) * (inner + 0.044715 * inner**3)))
    return x + net.narrow(inner)


def test_bert_has_the_parameters_of_the_paper() -> None:
    assert sum(parameter.numel() for parameter in BertPooling(512, tokens=4).parameters()) == 3_155_456


def test_bert_computes_one_pre_norm_block() -> None:
    net = shaken(BertPooling(32, tokens=4, heads=4)).double().eval()
    clips = torch.randn(3, 4, 32, dtype=torch.float64, generator=torch.Generator().manual_seed(4))
    with torch.inference_mode():
        feature, tokens = net(clips)
        expected = torch.stack([plain(net, clip, 4) for clip in clips])
    torch.testing.assert_close(feature, expected[:, 0])
    torch.testing.assert_close(tokens, expected[:, 1:])


def test_the_norms_deviation_is_unbiased_and_its_epsilon_outside() -> None:
    layer = UnbiasedLayerNorm(4)
    torch.testing.assert_close(layer(torch.tensor([1.0, 2, 3, 4]))[3].item(), 1.5 / (math.sqrt(5 / 3) + 1e-6))
    assert layer(torch.full((4,), 7.0)).eq(0).all()  # a constant gives no division by zero


def test_training_hides_a_fifth_of_the_tokens_and_never_the_class_token() -> None:
    torch.manual_seed(5)
    kept = BertPooling(16, tokens=4, heads=2)._draw_kept(torch.zeros(5000, 4, 16))
    assert kept[:, 0].all()
    share = kept[:, 1:].double().mean(dim=0)
    assert (share - 0.8).abs().max() < 5 * math.sqrt(0.16 / 5000)


def test_tokens_are_hidden_in_half_precision_too() -> None:
    net = BertPooling(16, tokens=4, heads=2).train()
    with torch.autocast("cpu", torch.float16):
        feature, _ = net(torch.randn(3, 4, 16))
    assert feature.isfinite().all()


def test_a_hidden_token_is_a_key_for_nobody() -> None:
    attention = shaken(BertPooling(16, tokens=3, heads=2).attention).eval()
    x = torch.randn(1, 4, 16, generator=torch.Generator().manual_seed(6))
    changed = x.clone()
    changed[0, 2] += 1
    kept = torch.tensor([[True, True, False, True]])
    with torch.inference_mode():
        before, after = attention(x, kept), attention(changed, kept)
        torch.testing.assert_close(before[:, [0, 1, 3]], after[:, [0, 1, 3]])
        torch.testing.assert_close(before[:, [0, 1, 3]], attention(x[:, [0, 1, 3]]))
        assert not torch.allclose(before[:, 2], after[:, 2])  # it still asks
        assert not torch.allclose(attention(x)[:, 0], attention(changed)[:, 0])


def test_order_matters_to_bert_and_not_to_the_average() -> None:
    clips = torch.randn(2, 4, 16, generator=torch.Generator().manual_seed(7))
    bert, average = shaken(BertPooling(16, tokens=4, heads=2)).eval(), AveragePooling()
    with torch.inference_mode():
        assert not torch.allclose(bert(clips)[0], bert(clips.flip(1))[0], atol=1e-3)
        torch.testing.assert_close(average(clips)[0], average(clips.flip(1))[0])
        torch.testing.assert_close(average(clips)[0], functional.adaptive_avg_pool1d(clips.mT, 1)[..., 0])


def test_every_part_of_the_encoder_learns() -> None:
    torch.manual_seed(8)
    net = VideoEncoder(R2Plus1D((1, 1, 1, 1), ig65m=True), BertPooling(512, tokens=2)).train()
    net(torch.randn(2, 3, 16, 16, 16)).square().sum().backward()
    still = [name for name, p in net.named_parameters() if p.grad is None or not p.grad.abs().sum()]
    assert still == []


def test_feature_reduction_replaces_the_last_block_or_follows_it() -> None:
    torch.manual_seed(9)
    stage = nn.Sequential(*(Conv3DSimple(96, 96) for _ in range(3))).eval()
    modified, additional = FRMB(stage, 96, 64).eval(), FRAB(stage, 96, 64).eval()
    assert [type(block) for block in modified] == [Conv3DSimple, Conv3DSimple, ReductionBlock]
    assert [type(block) for block in additional] == [Conv3DSimple] * 3 + [ReductionBlock]
    assert stage.state_dict().keys() <= additional.state_dict().keys()
    x = torch.randn(1, 96, 2, 5, 5)
    with torch.inference_mode():
        torch.testing.assert_close(additional(x), additional[3](stage(x)))
        torch.testing.assert_close(modified(x), modified[2](stage[:2](x)))
        assert additional(x).shape == (1, 64, 2, 5, 5)


def test_feature_reduction_is_a_resnext_bottleneck() -> None:
    block = ReductionBlock().eval()
    shapes = {name: tuple(p.shape) for name, p in block.named_parameters() if p.ndim == 5}
    assert shapes == {
        "conv1.weight": (256, 2048, 1, 1, 1),
        "conv2.weight": (256, 8, 3, 3, 3),
        "conv3.weight": (512, 256, 1, 1, 1),
        "downsample.0.weight": (512, 2048, 1, 1, 1),
    }
    x = torch.randn(1, 2048, 1, 4, 4, generator=torch.Generator().manual_seed(10))
    with torch.inference_mode():
        inner = block.bn2(block.conv2(block.bn1(block.conv1(x)).relu())).relu()
        torch.testing.assert_close(block(x), (block.bn3(block.conv3(inner)) + block.downsample(x)).relu())
