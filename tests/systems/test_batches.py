"""Batches: no segment is ever lost, whatever the device's memory does."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import draw_frame
from vhdesk.errors import ModelProblem
from vhdesk.systems.batches import GROW_AFTER, BatchSize, DeviceFull, in_batches
from vhdesk.systems.card import card
from vhdesk.systems.runtime import InputShape, TorchEncoder
from vhdesk.systems.system import load_system


@given(st.integers(0, 60), st.integers(1, 40), st.lists(st.integers(1, 40), max_size=80))
def test_every_item_in_order_once_and_never_more_than_the_bound(count, limit, rooms):
    size = BatchSize(limit)
    memory = iter(rooms)

    def run(batch):
        assert 1 <= len(batch) <= limit
        if len(batch) > next(memory, 40):
            raise DeviceFull
        return [item * 10 for item in batch]

    assert in_batches(range(count), size, run) == [10 * n for n in range(count)]
    assert 1 <= size.now <= limit


def test_a_full_device_halves_the_batch_and_room_lets_it_grow_again():
    size = BatchSize(32)
    tried = []

    def run(batch):
        tried.append(len(batch))
        if len(batch) > 8:
            raise DeviceFull
        return batch

    in_batches(range(24), size, run)
    assert tried == [24, 16, 8, 8, 8]
    for _ in range(GROW_AFTER):
        in_batches([0], size, list)
    assert size.now == 16
    for _ in range(10 * GROW_AFTER):
        in_batches([0], size, list)
    assert size.now == 32


def test_a_device_without_room_for_one_says_so():
    with pytest.raises(DeviceFull):
        in_batches([1, 2], BatchSize(2), lambda _batch: (_ for _ in ()).throw(DeviceFull()))


def segments(count: int, frames: int = 16) -> list[np.ndarray]:
    return [np.stack([draw_frame(s, i, 128, 128) for i in range(frames - s % 3)]) for s in range(count)]


def test_features_of_many_are_those_of_each_to_the_bit_on_the_cpu():
    system = load_system("desk", device="cpu")
    inputs = segments(5, frames=system.card.frames)
    together = system.features_of(inputs)
    assert all(np.array_equal(a, system.features(b)) for a, b in zip(together, inputs, strict=True))


class Tight(torch.nn.Module):
    """A net on a device with room for some frames only; it fails as CUDA's allocator does."""

    def __init__(self, frames: int, fault: str = "CUDA out of memory. Tried to allocate 2.00 GiB") -> None:
        super().__init__()
        self.frames, self.fault = frames, fault
        self.sizes: list[int] = []

    def forward(self, frames: torch.Tensor) -> torch.Tensor:
        self.sizes.append(len(frames))
        if len(frames) > self.frames:
            raise torch.OutOfMemoryError(self.fault)
        return frames.float().mean((1, 2))


def test_torch_encodes_all_segments_when_memory_runs_out():
    net = Tight(frames=16 * 3)
    encoder = TorchEncoder(net, InputShape(16, 128), "cpu", "float32", "", batch=8)
    inputs = segments(7)
    found = encoder.batch(inputs)
    assert net.sizes == [112, 64, 32, 32, 32, 16]
    assert [len(f) for f in found] == [len(i) for i in inputs]
    for features, frames in zip(found, inputs, strict=True):
        assert np.allclose(features, frames.mean((1, 2)), atol=1e-3)


def test_no_room_for_one_segment_is_a_sentence():
    encoder = TorchEncoder(Tight(frames=0), InputShape(16, 128), "cpu", "float32", "", batch=4)
    with pytest.raises(ModelProblem, match="no memory left") as caught:
        encoder.batch(segments(2))
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(torch.cuda.is_available(), reason="the device is there")
def test_a_device_that_is_gone_stops_the_run_with_a_sentence():
    encoder = TorchEncoder(Tight(frames=99), InputShape(16, 128), "cpu", "float32", "")
    encoder._device = torch.device("cuda")
    with pytest.raises(ModelProblem, match="stopped working") as caught:
        encoder.batch(segments(1))
    assert "\n" not in str(caught.value)


def test_torch_on_the_cpu_keeps_batches_of_one_segment():
    net = Tight(frames=99)
    TorchEncoder(net, InputShape(16, 128), "cpu", "float32", "").batch(segments(3))
    assert net.sizes == [16, 16, 16]
    assert card("desk").frames == 10


@pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no CUDA device")
def test_batches_on_cuda_agree_with_single_segments():
    system = load_system("desk", device="cuda")
    inputs = segments(40)
    for together, frames in zip(system.features_of(inputs), inputs, strict=True):
        a, b = together.mean(0).astype(np.float32), system.features(frames).mean(0).astype(np.float32)
        assert a @ b / np.linalg.norm(a) / np.linalg.norm(b) > 0.999
