"""What a training tells while it runs, and the report at its end: frozen values; no torch is loaded here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Preparing:
    """Something that comes before the first step: reading videos, asking a teacher.

    Attributes:
        what: a few words.
        done: of ``total``; ``total`` is 0 where it is not known.
    """

    what: str
    done: int
    total: int


@dataclass(frozen=True)
class StepsDone:
    """How far the training is; at most ten a second.

    Attributes:
        step: steps done.
        steps: of the whole run; ``None`` where only the clock ends it.
        epoch: passes over the data so far.
        loss: sum of the parts, the mean since the last such event.
        parts: named parts of the loss.
        rate: learning rate of the last step.
        elapsed_s: of training, former runs included.
        left_s: estimated; ``None`` at the very beginning.
        share: of the budget, 0..1.
        per_second: steps a second.
    """

    step: int
    steps: int | None
    epoch: float
    loss: float
    parts: Mapping[str, float]
    rate: float
    elapsed_s: float
    left_s: float | None
    share: float
    per_second: float


@dataclass(frozen=True)
class Validated:
    """The held-out part was measured.

    Attributes:
        metrics: by name; ``watched`` is the one that decides.
        best: whether it is the best so far; its weights were kept.
        best_value: the best of the watched metric so far.
    """

    step: int
    epoch: float
    metrics: Mapping[str, float]
    watched: str
    best: bool
    best_value: float
    elapsed_s: float


@dataclass(frozen=True)
class CheckpointWritten:
    """A run that ends now can be resumed here."""

    step: int
    path: str


@dataclass(frozen=True)
class Noted:
    """A sentence about what could not be used, or what was chosen."""

    sentence: str


TrainEvent = Preparing | StepsDone | Validated | CheckpointWritten | Noted


@dataclass(frozen=True)
class FitReport:
    """How one run of the engine ended.

    Attributes:
        ended: ``budget``, ``patience`` or ``cancelled``.
        step: steps done, those of former runs included.
        epoch: passes over the data.
        seconds: of training, former runs included.
        best_step: whose weights the models hold now; the last step where nothing was validated.
        best: its metrics.
        last: metrics of the last validation.
        watched: name of the metric that decided; empty where nothing was validated.
        precision: of the arithmetic.
        device: it ran on.
    """

    ended: str
    step: int
    epoch: float
    seconds: float
    best_step: int
    best: Mapping[str, float]
    last: Mapping[str, float]
    watched: str
    precision: str
    device: str

    @property
    def cancelled(self) -> bool:
        """Whether the user stopped it."""
        return self.ended == "cancelled"

    def to_json(self) -> dict[str, Any]:
        """As plain values."""
        return {**vars(self), "best": dict(self.best), "last": dict(self.last)}


@dataclass(frozen=True)
class TrainReport:
    """How a training of a system's stage ended.

    Attributes:
        system: name of the recipe.
        stage: of the recipe.
        out: folder of the weights and their card; empty where nothing was written.
        model: the name by which ``--system`` finds it; empty where it lies elsewhere or nothing was written.
        files: file name -> sha256.
        bits: code lengths.
        items: what it was fitted on, by kind.
        held_out: items that it was measured on.
        fit: of the engine; ``None`` for what is fitted in one piece.
        metrics: quality at the end.
        notes: sentences.
        failures: path and reason of files that gave nothing.
    """

    system: str
    stage: str
    out: str
    model: str
    files: Mapping[str, str]
    bits: tuple[int, ...]
    items: Mapping[str, int]
    held_out: int
    seconds: float
    cancelled: bool = False
    fit: FitReport | None = None
    metrics: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The document that ``vhdesk train --json`` prints."""
        from vhdesk.errors import printable

        return {
            "system": self.system,
            "stage": self.stage,
            "out": printable(self.out),
            "model": self.model,
            "files": dict(self.files),
            "bits": list(self.bits),
            "items": dict(self.items),
            "held_out": self.held_out,
            "seconds": self.seconds,
            "cancelled": self.cancelled,
            "fit": self.fit.to_json() if self.fit else None,
            "metrics": dict(self.metrics),
            "notes": list(self.notes),
            "failures": [{"path": printable(path), "reason": reason} for path, reason in self.failures],
        }
