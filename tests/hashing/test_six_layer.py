"""The six-layer head and its hasher: shapes of paper 000, both readings of it, codes that agree with the net."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from vhdesk.errors import BadInput
from vhdesk.hashing.hasher import Hasher
from vhdesk.hashing.six_layer import BLOCK, SixLayerHasher
from vhdesk.nets.six_layer_head import WIDTHS, HashHead


def trained(**switches: object) -> HashHead:
    """A head whose norms have seen something, in evaluation mode."""
    with torch.random.fork_rng([]):
        torch.manual_seed(5)
        head = HashHead(24, 16, 3, widths=(40, 32, 24, 16), **switches)
        for norm in head.norms:
            torch.nn.init.uniform_(norm.weight, -1.5, 1.5)
            torch.nn.init.uniform_(norm.bias, -0.5, 0.5)
        for _ in range(20):
            head(2 + torch.randn(64, 24))
    return head.eval()


def hasher_of(head: HashHead, precision: str = "float32") -> SixLayerHasher:
    tensors = {f"16.{name}": value.numpy() for name, value in head.state_dict().items()}
    return SixLayerHasher(tensors, (16,), precision)


def features(count: int = BLOCK + 7) -> np.ndarray:
    return (2 + np.random.default_rng(1).standard_normal((count, 24))).astype(np.float32)


def test_the_layers_are_those_of_the_paper():
    head = HashHead(512, 64, 101)
    assert [(layer.in_features, layer.out_features) for layer in head.hidden] == list(
        zip((512, *WIDTHS), WIDTHS, strict=False)
    )
    assert WIDTHS == (2048, 1024, 512, 256)
    assert (head.code.in_features, head.code.out_features, head.classifier.out_features) == (256, 64, 101)
    assert head.dropout.p == 0.8
    for layer in (*head.hidden, head.code, head.classifier):  # uniform, as torch begins linear layers
        bound = layer.in_features**-0.5
        assert 0.9 * bound < float(layer.weight.detach().abs().max()) <= bound
    h, scores = head.eval()(torch.randn(5, 512))
    assert (h.shape, scores.shape) == ((5, 64), (5, 101))
    assert float(h.detach().abs().max()) < 1


def test_the_order_of_norm_and_relu_is_a_switch():
    x = torch.from_numpy(features(50))
    for norm_first in (False, True):
        head = trained(norm_first=norm_first)
        x1 = head.hidden[0](x)
        wanted = head.norms[0](x1).relu() if norm_first else head.norms[0](x1.relu())
        seen: list[torch.Tensor] = []
        handle = head.hidden[1].register_forward_pre_hook(lambda _layer, inputs, seen=seen: seen.append(inputs[0]))
        head(x)
        handle.remove()
        assert torch.equal(seen[0], wanted)


@pytest.mark.parametrize(("everywhere", "places"), [(False, [0]), (True, [0, 1, 2, 3])])
def test_dropout_at_the_input_or_everywhere(everywhere, places):
    head = HashHead(24, 16, 3, dropout=0.8, dropout_everywhere=everywhere, norm_first=False, widths=(400,) * 4)
    shares: dict[int, float] = {}
    for number, layer in enumerate(head.hidden):
        layer.register_forward_pre_hook(
            lambda _layer, inputs, number=number: shares.update({number: float((inputs[0] == 0).float().mean())})
        )
    with torch.random.fork_rng([]):
        torch.manual_seed(0)
        head.train()(torch.randn(200, 24))
    assert [number for number, share in shares.items() if share > 0.5] == places
    assert all(abs(shares[number] - 0.8) < 0.05 for number in places)
    head.eval()
    x = torch.randn(8, 24)
    assert torch.equal(head(x)[0], head(x)[0])


@pytest.mark.parametrize("norm_first", [False, True])
def test_the_hasher_gives_the_signs_of_the_net(norm_first):
    head, x = trained(norm_first=norm_first), features()
    hasher: Hasher = hasher_of(head)
    assert (hasher.bits, hasher.width) == ((16,), 24)
    with torch.no_grad():
        wanted = head(torch.from_numpy(x))[0].numpy()
    outputs = hasher_of(head).outputs(x, 16)
    np.testing.assert_allclose(np.tanh(outputs), wanted, atol=2e-5)
    sure = np.abs(wanted) > 1e-4
    bits = np.unpackbits(hasher.codes(x, 16), axis=1).astype(bool)
    assert np.array_equal(bits[sure], (wanted >= 0)[sure])
    assert sure.mean() > 0.99
    assert 0.05 < bits.mean() < 0.95
    # bfloat16 turns few of them
    rough = np.unpackbits(hasher_of(head, "bfloat16").codes(x, 16), axis=1).astype(bool)
    assert (rough != bits).mean() < 0.02


def test_exactly_zero_gives_a_one():
    head = trained()
    with torch.no_grad():
        head.code.weight.zero_()
        head.code.bias.zero_()
    assert hasher_of(head).codes(features(3), 16).tolist() == [[255, 255]] * 3


def test_pooling_embedding_and_other_lengths():
    hasher = hasher_of(trained())
    crops = features(10)
    pooled = hasher.pool(crops)
    assert (pooled.shape, pooled.dtype) == ((1, 24), np.float16)
    np.testing.assert_allclose(pooled[0], crops.mean(axis=0), rtol=2e-3)
    np.testing.assert_allclose(np.linalg.norm(hasher.embed(pooled), axis=1), 1, rtol=1e-6)
    assert hasher.codes(np.zeros((0, 24), np.float16), 16).shape == (0, 2)
    with pytest.raises(BadInput, match="choose one of 16"):
        hasher.codes(pooled, 32)
