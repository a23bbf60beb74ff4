"""Small learnable tasks for the engine's tests."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor, nn

from vhdesk.training.batches import ShuffledBatches
from vhdesk.training.engine import Task, seeded

ITEMS, SIZE = 96, 8


def rings(seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Points ``[96, 8] float32`` in two classes that no plane divides."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 2, ITEMS)
    points = rng.standard_normal((ITEMS, SIZE)).astype(np.float32)
    points[:, :2] /= np.linalg.norm(points[:, :2], axis=1, keepdims=True)
    points[:, :2] *= 1 + 2 * labels[:, None]
    return points, labels


def make_task(*, batch: int = 16, dropout: float = 0.2, norm: bool = True, noise: float = 0.05) -> Task:
    """A small net with dropout, batch norm and noisy inputs: everything that a resumed run could get wrong."""
    points, labels = rings()
    with seeded(7):
        layers = [nn.Linear(SIZE, 24), *([nn.BatchNorm1d(24)] if norm else []), nn.ReLU(), nn.Dropout(dropout)]
        net = nn.Sequential(*layers, nn.Linear(24, 2))
    held, targets = torch.from_numpy(points[:32]), torch.from_numpy(labels[:32])

    def make(rows: np.ndarray, rng: np.random.Generator) -> dict[str, np.ndarray]:
        chosen = points[32:][rows]
        noisy = chosen + noise * rng.standard_normal(chosen.shape).astype(np.float32)
        return {"points": noisy, "labels": labels[32:][rows]}

    def loss(batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        found = net(batch["points"])
        return {
            "class": nn.functional.cross_entropy(found, batch["labels"]),
            "size": 0.001 * found.square().mean(),
        }

    @torch.no_grad()
    def validate() -> dict[str, float]:
        found = net(held)
        return {
            "loss": float(nn.functional.cross_entropy(found, targets)),
            "accuracy": float((found.argmax(1) == targets).float().mean()),
        }

    return Task({"net": net}, ShuffledBatches(ITEMS - 32, batch, make, seed=3), loss, validate)


def weights(task: Task) -> dict[str, Tensor]:
    """Copies of all tensors of the task's net."""
    return {name: value.clone() for name, value in task.models["net"].state_dict().items()}


def same(left: Mapping[str, Tensor], right: Mapping[str, Tensor]) -> bool:
    """Equal to the bit."""
    return left.keys() == right.keys() and all(torch.equal(left[name], right[name]) for name in left)
