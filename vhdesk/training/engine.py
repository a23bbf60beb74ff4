"""The training engine: steps, validation, checkpoints and exact resume for whatever a :class:`Task` describes."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from vhdesk.errors import BadInput, ModelProblem
from vhdesk.systems.runtime import find_accelerator, is_out_of_memory
from vhdesk.training.averaging import Average, fill, tensors_of
from vhdesk.training.batches import Batch, Batches, ahead, to_device
from vhdesk.training.checkpoints import (
    Checkpoints,
    load_optimiser,
    load_random,
    optimiser_tensors,
    random_tensors,
)
from vhdesk.training.events import CheckpointWritten, FitReport, StepsDone, TrainEvent, Validated
from vhdesk.training.log import LossSums, TrainLog
from vhdesk.training.optimisers import ParameterGroup, every_parameter, make_optimiser, set_rate
from vhdesk.training.options import TrainOptions
from vhdesk.training.schedules import Place, Plateau, factor

EVENTS_APART_S = 0.1


@dataclass
class Task:
    """What is trained. The engine knows nothing else of it.

    Attributes:
        models: by name; their parameters and persistent buffers are checkpointed (a memory bank is a buffer).
        batches: where batches come from; tensors and arrays in them are moved to the device.
        loss: a batch to named parts, scalars with gradient; their sum is minimised. Models are in training mode.
        validate: metrics of the models as they are then (the average, where there is one), in evaluation mode and
            without gradient; ``None``: nothing is held out.
        watched: the metric that decides which weights are best.
        higher_is_better: for the watched metric.
        groups: parameter groups of the models; all parameters in one where there is none.
        after_step: called after every step of the optimiser, with the number of steps done.
        identity: what a resumed run must share with its beginning (data, sizes), as plain values.
    """

    models: Mapping[str, nn.Module]
    batches: Batches
    loss: Callable[[Batch], Mapping[str, Tensor]]
    validate: Callable[[], Mapping[str, float]] | None = None
    watched: str = "loss"
    higher_is_better: bool = False
    groups: Callable[[Mapping[str, nn.Module]], Sequence[ParameterGroup]] = every_parameter
    after_step: Callable[[int], None] | None = None
    identity: Any = None


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Inside, torch draws from a seed (make the nets here); outside, everybody else's random numbers are untouched."""
    devices = [torch.cuda.current_device()] if torch.cuda.is_initialized() else []  # type: ignore[no-untyped-call]
    with torch.random.fork_rng(devices):
        torch.manual_seed(seed)
        yield


class Trainer:
    """Runs a task.

    Args:
        task: what is trained.
        options: how.
        folder: for checkpoints and the log; ``None``: nothing is written and the best weights are kept in memory.
        on_event: told of every :data:`.TrainEvent`, in the thread that runs.
        cancelled: asked before every step; true ends the run after a checkpoint.

    Raises:
        BadInput: options that cannot be used.
        ModelProblem: the device that was asked for by name is not there.

    Attributes:
        device: the models are on.
        precision: ``float32``, ``bfloat16`` or ``float16``.
        step: steps done.
    """

    def __init__(
        self,
        task: Task,
        options: TrainOptions,
        folder: Path | None = None,
        *,
        on_event: Callable[[TrainEvent], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        options.check()
        self.task, self.options = task, options
        self.device = torch.device(find_accelerator(options.device)[0] or "cpu")
        self.precision = _resolved(options.precision, self.device)
        self.step = 0
        self._tell = on_event or (lambda _event: None)
        self._cancelled = cancelled
        for model in task.models.values():
            model.to(self.device)
        self._optimiser = make_optimiser(options.optimiser, task.groups(task.models))
        self._scaler = torch.amp.GradScaler(self.device.type, enabled=self.precision == "float16")
        self._average = Average(task.models, options.average) if options.average is not None else None
        self._plateau = Plateau(options.schedule) if options.schedule.kind == "plateau" else None
        self._checkpoints = Checkpoints(folder) if folder else None
        self._log = TrainLog(folder)
        self._best: dict[str, Tensor] | None = None
        self._best_step = 0
        self._best_metrics: dict[str, float] = {}
        self._last_metrics: dict[str, float] = {}
        self._waited = 0
        self._validated_at = self._saved_at = -1
        self._before_s = 0.0
        self._started = time.monotonic()
        self._seen = LossSums()

    # where the run is

    @property
    def epoch(self) -> float:
        """Passes over the data so far."""
        return self.step * self.options.accumulate / self.task.batches.per_epoch

    @property
    def elapsed_s(self) -> float:
        """Of training, former runs included."""
        return self._before_s + time.monotonic() - self._started

    @property
    def steps(self) -> int | None:
        """Of the whole run; ``None`` where only the clock ends it."""
        limits = [self.options.steps] if self.options.steps is not None else []
        if self.options.epochs is not None:
            limits.append(math.ceil(self.options.epochs * self.task.batches.per_epoch / self.options.accumulate))
        return min(limits, default=None)

    @property
    def share(self) -> float:
        """Of the budget that is used, 0..1."""
        steps, minutes = self.steps, self.options.minutes
        shares = [self.step / max(1, steps)] if steps is not None else []
        if minutes is not None:
            shares.append(self.elapsed_s / (60 * minutes))
        return min(1.0, max(shares))

    def run(self, *, resume: bool = False) -> FitReport:
        """Train until the budget, the patience or the user ends it; the models then hold the best weights.

        Args:
            resume: go on from the folder's checkpoint; on the CPU the result is that of an undisturbed run, to the bit.

        Raises:
            BadInput: nothing to resume, another task's checkpoint, or a loss that is no number any more.
            ModelProblem: a damaged checkpoint, or a device without enough memory.
            DiskProblem: a checkpoint cannot be written; the one before is kept.
        """
        if resume and self._checkpoints is None:
            raise BadInput("A training without a folder cannot be resumed.")
        with seeded(self.options.seed):
            if resume:
                self._load()
            elif self._checkpoints:
                self._checkpoints.clear()
            self._started = time.monotonic()
            stream = ahead(
                self.task.batches,
                self.step * self.options.accumulate,
                depth=self.options.prefetch,
                threads=self.options.threads,
            )
            try:
                ended = self._loop(stream)
            except RuntimeError as problem:
                if not is_out_of_memory(problem):
                    raise
                raise ModelProblem(
                    f"{self.device.type.upper()} has no memory for a batch. Choose a smaller batch and accumulate more "
                    "of them, or close other programs."
                ) from problem
            finally:
                stream.close()  # type: ignore[attr-defined]
        return self._finish(ended)

    def _loop(self, stream: Iterator[Batch]) -> str:
        checkpoint_at = events_at = time.monotonic()
        rate = 0.0
        while (ended := self._ended()) is None:
            rate = self._take_step(stream)
            if self.step % self.options.log_every == 0:
                self._write_log(rate)
            if time.monotonic() - events_at >= EVENTS_APART_S:
                events_at = time.monotonic()
                self._tell_steps(rate)
            if self.task.validate and self._validation_due():
                self._validate()
            by_count = self.options.checkpoint_every and self.step % self.options.checkpoint_every == 0
            if by_count or time.monotonic() - checkpoint_at >= 60 * self.options.checkpoint_minutes:
                self._save()
                checkpoint_at = time.monotonic()
        if self._seen.untold:
            self._tell_steps(rate)
        if ended == "budget":
            if self._seen.unlogged:
                self._write_log(rate)
            if self.task.validate and self.step:
                self._validate()
        self._save()
        return ended

    def _ended(self) -> str | None:
        if self._cancelled():
            return "cancelled"
        if self.options.patience is not None and self._waited >= self.options.patience:
            return "patience"
        return "budget" if self._budget_used() else None

    def _budget_used(self) -> bool:
        steps, minutes = self.steps, self.options.minutes
        return (steps is not None and self.step >= steps) or (minutes is not None and self.elapsed_s >= 60 * minutes)

    def _validation_due(self) -> bool:
        if self.options.validate_every is not None:
            return self.step % self.options.validate_every == 0
        before = (self.step - 1) * self.options.accumulate // self.task.batches.per_epoch
        return self.step * self.options.accumulate // self.task.batches.per_epoch > before

    # one step

    def _take_step(self, stream: Iterator[Batch]) -> float:
        """One update from ``accumulate`` batches; the learning rate that it used."""
        options = self.options
        place = Place(self.step, self.epoch, self.share)
        scale = self._plateau.factor if self._plateau else factor(options.schedule, place)
        rate = options.optimiser.rate * scale
        set_rate(self._optimiser, rate)
        for model in self.task.models.values():
            model.train()
        for _ in range(options.accumulate):
            batch = to_device(next(stream), self.device)
            with self._autocast():
                parts = self.task.loss(batch)
            total = torch.stack([part.float() for part in parts.values()]).sum()
            self._scaler.scale(total / options.accumulate).backward()  # type: ignore[no-untyped-call]
            self._seen.take(parts)
        self._clip()
        self._scaler.step(self._optimiser)
        self._scaler.update()
        self._optimiser.zero_grad(set_to_none=True)
        self.step += 1
        if self._average:
            self._average.update()
        if self.task.after_step:
            self.task.after_step(self.step)
        return rate

    def _autocast(self) -> torch.autocast:
        kind = torch.float16 if self.precision == "float16" else torch.bfloat16
        return torch.autocast(self.device.type, kind, enabled=self.precision != "float32")

    def _clip(self) -> None:
        norm, value = self.options.clip_norm, self.options.clip_value
        if norm is None and value is None:
            return
        self._scaler.unscale_(self._optimiser)
        trained = [p for group in self._optimiser.param_groups for p in group["params"]]
        if value is not None:
            nn.utils.clip_grad_value_(trained, value)
        if norm is not None:
            nn.utils.clip_grad_norm_(trained, norm)

    # measuring and telling

    def _write_log(self, rate: float) -> None:
        parts = self._seen.logged()
        if not all(math.isfinite(value) for value in parts.values()):
            raise BadInput(
                f"The loss is no number any more at step {self.step}. Train again with a lower learning rate, or with "
                "clipped gradients; the best weights so far are kept."
            )
        self._log.write(
            {
                "kind": "steps",
                "step": self.step,
                "epoch": self.epoch,
                "elapsed_s": self.elapsed_s,
                "rate": rate,
                "loss": sum(parts.values()),
                **{f"loss.{name}": value for name, value in parts.items()},
            }
        )

    def _tell_steps(self, rate: float) -> None:
        parts = self._seen.told()
        elapsed, share = self.elapsed_s, self.share
        self._tell(
            StepsDone(
                step=self.step,
                steps=self.steps,
                epoch=self.epoch,
                loss=sum(parts.values()),
                parts=parts,
                rate=rate,
                elapsed_s=elapsed,
                left_s=elapsed * (1 - share) / share if share > 0 else None,
                share=share,
                per_second=self.step / max(1e-9, elapsed),
            )
        )

    def _validate(self) -> None:
        """Measure the held-out part with the weights that would be kept, and keep them where they are the best."""
        assert self.task.validate is not None
        if self._validated_at == self.step:
            return
        self._validated_at = self.step
        with self._kept_weights(), torch.no_grad(), seeded(self.options.seed), self._autocast():
            for model in self.task.models.values():
                model.eval()
            metrics = {name: float(value) for name, value in self.task.validate().items()}
            value = metrics[self.task.watched]
            improved = self._improves(value)
            if improved:
                self._best = {name: held.clone() for name, held in tensors_of(self.task.models).items()}
                self._best_step, self._best_metrics = self.step, metrics
        self._last_metrics = metrics
        self._waited = 0 if improved else self._waited + 1
        if self._plateau:
            self._plateau.take(improved=improved)
        if improved and self._checkpoints and self._best:
            self._checkpoints.write_best(self._best)
        best_value = self._best_metrics.get(self.task.watched, math.nan)
        self._log.write(
            {
                "kind": "validation",
                "step": self.step,
                "epoch": self.epoch,
                "elapsed_s": self.elapsed_s,
                "best": improved,
                **{f"held_out.{name}": number for name, number in metrics.items()},
            }
        )
        self._tell(Validated(self.step, self.epoch, metrics, self.task.watched, improved, best_value, self.elapsed_s))

    @contextmanager
    def _kept_weights(self) -> Iterator[None]:
        if self._average is None:
            yield
            return
        with self._average.in_place():
            yield

    def _improves(self, value: float) -> bool:
        if math.isnan(value):
            return False
        if not self._best_metrics:
            return True
        before = self._best_metrics[self.task.watched]
        gain = value - before if self.task.higher_is_better else before - value
        return gain > self.options.least_gain

    # checkpoints

    def _save(self) -> None:
        if self._checkpoints is None or self._saved_at == self.step:
            return
        self._saved_at = self.step
        tensors = {f"model.{name}": value for name, value in tensors_of(self.task.models).items()}
        if self._average:
            tensors |= {f"average.{name}": value for name, value in self._average.tensors.items()}
        moments, plain = optimiser_tensors(self._optimiser)
        tensors |= moments | random_tensors(self.device) | self._seen.tensors()
        state = {
            "identity": self._identity(),
            "elapsed_s": self.elapsed_s,
            "average_steps": self._average.steps if self._average else 0,
            "optimiser": plain,
            "scaler": self._scaler.state_dict(),
            "plateau": [self._plateau.factor, self._plateau.waited] if self._plateau else None,
            "waited": self._waited,
            "validated_at": self._validated_at,
            "best_step": self._best_step,
            "best": self._best_metrics,
            "last": self._last_metrics,
            "seen": self._seen.unlogged,
        }
        path = self._checkpoints.write(self.step, tensors, state)
        self._tell(CheckpointWritten(self.step, str(path)))

    def _load(self) -> None:
        assert self._checkpoints is not None
        tensors, state = self._checkpoints.read()
        if state["identity"] != self._identity():
            raise BadInput(
                "The checkpoint belongs to a training with other options or other data. Name the same ones, or train "
                "again without --resume."
            )
        try:
            fill(self.task.models, _below("model.", tensors))
            if self._average:
                held = _below("average.", tensors)
                self._average.tensors = {name: held[name].to(self.device) for name in self._average.tensors}
                self._average.steps = state["average_steps"]
        except (KeyError, RuntimeError) as problem:
            raise ModelProblem("The checkpoint belongs to another net. Train again without --resume.") from problem
        load_optimiser(self._optimiser, tensors, state["optimiser"])
        load_random(self.device, tensors)
        if state["scaler"]:
            self._scaler.load_state_dict(state["scaler"])
        if self._plateau and state["plateau"]:
            self._plateau.factor, self._plateau.waited = state["plateau"]
        self.step, self._before_s = state["step"], state["elapsed_s"]
        self._waited, self._validated_at = state["waited"], state["validated_at"]
        self._best_step, self._best_metrics, self._last_metrics = state["best_step"], state["best"], state["last"]
        if self._best_metrics:
            self._best = self._checkpoints.read_best()
        self._seen.load(_below("seen.", tensors), state["seen"], self.device)
        self._log.cut(self.step)

    def _identity(self) -> str:
        return f"{self.options.identity()} {json.dumps(self.task.identity, sort_keys=True)}"

    def _finish(self, ended: str) -> FitReport:
        if self._best is not None:
            fill(self.task.models, self._best)
        elif self._average:
            fill(self.task.models, self._average.tensors)
        for model in self.task.models.values():
            model.eval()
        self._log.write_curve()
        return FitReport(
            ended=ended,
            step=self.step,
            epoch=self.epoch,
            seconds=self.elapsed_s,
            best_step=self._best_step if self._best_metrics else self.step,
            best=self._best_metrics,
            last=self._last_metrics,
            watched=self.task.watched if self._best_metrics else "",
            precision=self.precision,
            device=str(self.device),
        )


def _below(prefix: str, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): value for name, value in tensors.items() if name.startswith(prefix)}


def _resolved(precision: str, device: torch.device) -> str:
    """What ``auto`` means on a device; float16 is for CUDA alone, whose gradients the engine scales.

    Raises:
        BadInput: float16 elsewhere.
    """
    if precision == "auto":
        if device.type != "cuda":
            return "float32"
        return "bfloat16" if torch.cuda.is_bf16_supported() else "float16"
    if precision == "float16" and device.type != "cuda":
        raise BadInput("float16 training needs a CUDA device. Choose bfloat16 or float32.")
    return precision
