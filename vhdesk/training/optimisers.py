"""From options to torch's optimisers; parameter groups with rates and decays of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from vhdesk.errors import BadInput
from vhdesk.training.options import Optimiser


@dataclass(frozen=True)
class ParameterGroup:
    """Parameters that are stepped alike.

    Attributes:
        rate: factor of the learning rate.
        decay: weight decay; ``None`` is the optimiser's.
    """

    parameters: Sequence[nn.Parameter]
    rate: float = 1.0
    decay: float | None = None


def every_parameter(models: Mapping[str, nn.Module]) -> list[ParameterGroup]:
    """All that can be trained, in one group."""
    return [ParameterGroup(_trained(models))]


def decay_matrices_only(models: Mapping[str, nn.Module]) -> list[ParameterGroup]:
    """Two groups: weights with at least two dimensions, and the rest (biases, norms), which is not decayed."""
    parameters = _trained(models)
    groups = (
        ParameterGroup([p for p in parameters if p.ndim > 1]),
        ParameterGroup([p for p in parameters if p.ndim <= 1], decay=0.0),
    )
    return [group for group in groups if group.parameters]


def _trained(models: Mapping[str, nn.Module]) -> list[nn.Parameter]:
    return [p for name in sorted(models) for p in models[name].parameters() if p.requires_grad]


def make_optimiser(options: Optimiser, groups: Iterable[ParameterGroup]) -> torch.optim.Optimizer:
    """The optimiser; every group keeps its factor under the key ``scale``.

    Raises:
        BadInput: there is nothing to train.
    """
    rows: list[dict[str, Any]] = [
        {
            "params": list(group.parameters),
            "scale": group.rate,
            "weight_decay": options.decay if group.decay is None else group.decay,
        }
        for group in groups
    ]
    if not any(row["params"] for row in rows):
        raise BadInput("There is nothing to train: every parameter is frozen.")
    if options.kind == "sgd" and options.velocity_clip is not None:
        return VelocityClippedSGD(rows, options.rate, options.momentum, options.velocity_clip)
    if options.kind == "sgd":
        return torch.optim.SGD(
            rows, lr=options.rate, momentum=options.momentum, nesterov=options.nesterov and options.momentum > 0
        )
    kind = torch.optim.AdamW if options.kind == "adamw" else torch.optim.Adam
    return kind(rows, lr=options.rate, betas=options.betas, eps=options.epsilon)


def set_rate(optimiser: torch.optim.Optimizer, rate: float) -> None:
    """Set the learning rate of every group, each with its own factor."""
    for group in optimiser.param_groups:
        group["lr"] = rate * group["scale"]


class VelocityClippedSGD(torch.optim.Optimizer):
    """v <- clip(momentum v - rate (g + decay w), ±bound); w <- w + v (the optimiser of SSVH's code)."""

    def __init__(self, groups: Iterable[dict[str, Any]], rate: float, momentum: float, bound: float) -> None:
        super().__init__(groups, {"lr": rate, "momentum": momentum, "bound": bound, "weight_decay": 0.0})

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> float | None:  # type: ignore[override]
        """Take one step."""
        loss = closure() if closure else None
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                state = self.state[p]
                if not state:
                    state["velocity"] = torch.zeros_like(p)
                slope = p.grad.add(p, alpha=group["weight_decay"])
                velocity = state["velocity"].mul_(group["momentum"]).sub_(slope, alpha=group["lr"])
                p.add_(velocity.clamp_(-group["bound"], group["bound"]))
        return loss
