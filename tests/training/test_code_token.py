"""The code token learns without labels: what starts as a hash in closed form gets better at its aims."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from vhdesk.training.code_token import (
    OUTPUTS,
    CodeLoss,
    begin,
    damping,
    kept_order,
    make_task,
    newest,
    outputs_of,
    signs,
    whole_recordings,
)
from vhdesk.training.desk_views import Views
from vhdesk.training.neighbours import descriptions, diffused


@pytest.fixture(scope="module")
def views() -> Views:
    """Sixty clips of six kinds, which differ by what is seen or by the way it moves; copies differ in one direction."""
    rng = np.random.default_rng(0)
    frames, size, kinds = 6, 32, 6
    scenes = rng.standard_normal((kinds // 2, size))
    waves = np.stack([np.linspace(-1, 1, frames), np.linspace(1, -1, frames)])
    movement, harm = rng.standard_normal((2, size))
    kind = np.arange(60) % kinds
    clean = scenes[kind // 2][:, None] + waves[kind % 2][..., None] * movement
    clean = clean + 0.4 * rng.standard_normal((60, 1, size))
    copies = [clean + rng.standard_normal((60, 1, 1)) * harm for _ in range(3)]
    sequences = np.stack([clean, *copies]).astype(np.float16)
    names = tuple(f"kind {number}" for number in kind)
    return Views(sequences, np.arange(60), tuple(f"recording {number // 3}" for number in range(60)), names)


def test_it_starts_as_a_nested_code(views: Views) -> None:
    net = begin(views, seed=0)
    outputs = outputs_of(net, views.sequences[0])
    assert outputs.shape == (60, OUTPUTS)
    bits = outputs >= 0
    balanced = np.abs(bits[:, :32].mean(axis=0) - 0.5)
    assert balanced.max() < 0.45
    assert np.median(balanced) < 0.25
    # what differs in copies only was damped: copies stay nearer to their originals than to others
    codes = [np.where(outputs_of(net, view)[:, :32] >= 0, 1, -1) for view in views.sequences[:2]]
    near = codes[1] @ codes[0].T
    assert np.mean(near.diagonal() >= np.median(near, axis=1)) > 0.95


def test_movement_alone_tells_clips_apart(views: Views) -> None:
    described = descriptions(views.sequences[0])
    kind = np.array([int(name[-1]) for name in views.labels if name])
    near = described @ described.T
    same_scene = (kind[:, None] // 2 == kind // 2) & ~np.eye(60, dtype=bool)
    same_kind = same_scene & (kind[:, None] == kind)
    assert near[same_kind].mean() > near[same_scene & ~same_kind].mean() + 0.1


def test_likeness_goes_by_way_of_others() -> None:
    angles = np.linspace(0, np.pi / 2, 12)
    arc = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    walked = diffused(arc, neighbours=2, spread=0.9)
    assert np.allclose(walked, walked.T, atol=1e-6)
    assert (walked.diagonal() == 0).all()
    assert (walked >= 0).all()
    assert walked[0, 2] > 0  # no neighbour of it, but of its neighbour
    far = diffused(np.concatenate([arc, -arc]), neighbours=2, spread=0.9)
    assert far[0, 12:].max() < 1e-6


def test_damping_shrinks_what_copies_change() -> None:
    rng = np.random.default_rng(0)
    items = rng.standard_normal((1, 200, 5))
    noise = np.zeros((4, 200, 5))
    noise[..., 0] = 3 * rng.standard_normal((4, 200))
    lengths = np.linalg.norm(damping(items + noise), axis=0)
    assert lengths[0] < 0.8 * lengths[1:].min()


def test_the_order_of_bits_puts_the_telling_one_first() -> None:
    rng = np.random.default_rng(0)
    group = np.repeat([1.0, -1.0], 20)
    unit = np.stack([group, 0.1 * rng.standard_normal(40)], axis=1)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    bits = np.stack(
        [np.where(rng.random(40) < 0.5, 1.0, -1.0), group, np.where(rng.random(40) < 0.5, 1.0, -1.0)], axis=1
    )
    assert kept_order(bits, unit)[0] == 1
    assert newest(bits, bits[:, 1:2])[-1] == 1


def test_batches_hold_whole_recordings() -> None:
    recordings = np.repeat(np.arange(10), 4)
    rows = whole_recordings(recordings, 12, np.random.default_rng(3))
    assert len(rows) == 12
    assert all(np.isin(np.flatnonzero(recordings == number), rows).all() for number in np.unique(recordings[rows]))


def test_signs_pass_the_gradient_of_tanh() -> None:
    x = torch.tensor([-2.0, 0.0, 0.5], requires_grad=True)
    y = signs(x)
    y.sum().backward()
    assert y.tolist() == [-1.0, 1.0, 1.0]
    assert x.grad is not None
    assert torch.allclose(x.grad, 1 - x.detach().tanh() ** 2)


def test_training_brings_copies_to_their_originals(views: Views) -> None:
    from vhdesk.training.engine import Trainer
    from vhdesk.training.options import Optimiser, TrainOptions

    net = begin(views, seed=0)
    task = make_task(net, views, None, seed=0)
    loss = CodeLoss(net)
    batch = task.batches.make(0)
    batch["alike"] = torch.from_numpy(batch["alike"])

    def total() -> float:
        with torch.no_grad():
            return float(sum(loss(batch).values()))

    before = total()
    how = TrainOptions(Optimiser("adamw", 1e-3), steps=25, device="cpu", precision="float32")
    Trainer(task, how).run()
    assert total() < 0.97 * before
