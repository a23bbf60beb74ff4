"""How a training runs: optimiser, schedule, budget, precision, averaging. Plain values; no torch is loaded here."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
from dataclasses import dataclass, field

from vhdesk.errors import BadInput

OPTIMISERS = ("sgd", "adam", "adamw")
SCHEDULES = ("constant", "cosine", "step", "exponential", "plateau")
PRECISIONS = ("auto", "float32", "bfloat16", "float16")


@dataclass(frozen=True)
class Optimiser:
    """Which update rule.

    Attributes:
        kind: ``sgd``, ``adam`` or ``adamw``.
        rate: learning rate; the schedule and a parameter group's own factor multiply it.
        momentum: of ``sgd``.
        nesterov: of ``sgd``.
        betas: of ``adam`` and ``adamw``.
        epsilon: of ``adam`` and ``adamw``.
        decay: weight decay (an L2 term for ``sgd`` and ``adam``).
        velocity_clip: ``sgd`` with every entry of v <- momentum v - rate g cut to this size before w <- w + v, as the
            code of SSVH (Song et al. 2018) trains; ``None`` cuts nothing.
    """

    kind: str = "adamw"
    rate: float = 1e-3
    momentum: float = 0.9
    nesterov: bool = False
    betas: tuple[float, float] = (0.9, 0.999)
    epsilon: float = 1e-8
    decay: float = 0.0
    velocity_clip: float | None = None


@dataclass(frozen=True)
class Schedule:
    """How the learning rate moves; see :func:`vhdesk.training.schedules.factor` for the closed forms.

    Attributes:
        kind: ``constant``, ``cosine``, ``step``, ``exponential`` or ``plateau``.
        warm_up: steps in which the rate rises linearly to its full height; any kind but ``plateau`` may have them.
        unit: what ``every`` and ``at`` count: ``steps`` or ``epochs``.
        every: ``step``: after how many units the rate falls; ``exponential``: units a factor of ``gamma``.
        at: ``step``: the units at which it falls instead of at every so many.
        gamma: the factor it falls by.
        floor: the least factor.
        patience: ``plateau``: validations without improvement before it falls.
    """

    kind: str = "constant"
    warm_up: int = 0
    unit: str = "steps"
    every: float = 1.0
    at: tuple[float, ...] = ()
    gamma: float = 0.1
    floor: float = 0.0
    patience: int = 5


@dataclass(frozen=True)
class TrainOptions:
    """Everything about a run that is not the task itself.

    The run ends at the first of ``epochs``, ``steps`` and ``minutes`` that is reached; one of them is needed.

    Attributes:
        accumulate: batches whose gradients make one step.
        clip_norm: largest Euclidean norm of all gradients together.
        clip_value: largest entry of a gradient.
        precision: ``float32``, ``bfloat16`` or ``float16`` autocast; ``auto`` is mixed on CUDA and float32 elsewhere.
        device: ``auto``, ``cuda``, ``mps`` or ``cpu``.
        average: decay of the weights' moving average, which is then validated and kept; ``None``: the weights are.
        seed: of every random choice.
        validate_every: steps between two validations; ``None``: once an epoch, and at the end.
        patience: validations without improvement before the run ends; ``None``: never.
        least_gain: what counts as improvement of the watched metric.
        checkpoint_every: steps between two checkpoints; 0: only those by time and at the end.
        checkpoint_minutes: minutes between two checkpoints.
        log_every: steps that share a line of the log.
        prefetch: batches made ahead, in threads.
        threads: that make batches.
    """

    optimiser: Optimiser = field(default_factory=Optimiser)
    schedule: Schedule = field(default_factory=Schedule)
    epochs: float | None = None
    steps: int | None = None
    minutes: float | None = None
    accumulate: int = 1
    clip_norm: float | None = None
    clip_value: float | None = None
    precision: str = "auto"
    device: str = "auto"
    average: float | None = None
    seed: int = 0
    validate_every: int | None = None
    patience: int | None = None
    least_gain: float = 0.0
    checkpoint_every: int = 0
    checkpoint_minutes: float = 5.0
    log_every: int = 10
    prefetch: int = 4
    threads: int = 1

    def check(self) -> None:
        """Compare with what is possible.

        Raises:
            BadInput: a value cannot be used; the sentence names it.
        """
        if self.epochs is None and self.steps is None and self.minutes is None:
            raise BadInput("Say how long to train: a number of epochs, of steps or of minutes.")
        for name, value, offered in (
            ("optimiser", self.optimiser.kind, OPTIMISERS),
            ("schedule", self.schedule.kind, SCHEDULES),
            ("unit of the schedule", self.schedule.unit, ("steps", "epochs")),
            ("precision", self.precision, PRECISIONS),
        ):
            if value not in offered:
                raise BadInput(f"The {name} is one of {', '.join(offered)}, not '{value}'.")
        positive: dict[str, float | None] = {
            "learning rate": self.optimiser.rate,
            "number of epochs": self.epochs,
            "number of steps": self.steps,
            "number of minutes": self.minutes,
            "number of accumulated batches": self.accumulate,
            "gradient's norm": self.clip_norm,
            "gradient's size": self.clip_value,
            "distance of validations": self.validate_every,
            "patience": self.patience,
            "distance of the log's lines": self.log_every,
            "length of the schedule": self.schedule.every,
            "number of batches made ahead": self.prefetch,
            "number of threads": self.threads,
        }
        for name, number in positive.items():
            if number is not None and not (number > 0 and math.isfinite(number)):
                raise BadInput(f"The {name} must be more than 0, not {number}.")
        if self.average is not None and not 0 <= self.average < 1:
            raise BadInput(f"The decay of the weights' average goes from 0 to below 1, not {self.average}.")
        if self.checkpoint_every < 0 or self.checkpoint_minutes <= 0:
            raise BadInput("The distance of checkpoints must be more than 0.")

    def identity(self) -> str:
        """sha256 over what a resumed run must share with its beginning; how long and where it runs may change."""
        free = {"epochs", "steps", "minutes", "device", "patience", "checkpoint_every", "checkpoint_minutes"}
        free |= {"log_every", "prefetch", "threads", "validate_every", "least_gain"}
        shared = {name: value for name, value in dataclasses.asdict(self).items() if name not in free}
        return hashlib.sha256(json.dumps(shared, sort_keys=True).encode()).hexdigest()
