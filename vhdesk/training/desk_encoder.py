"""Trains the built-in system's frame encoder: a MobileNet imitates teachers, for altered pictures too.

For a picture the target is what a teacher says to the clean picture at its full size; the student sees a smaller one
and, for a share of the inputs, one that is altered as copies are (:mod:`.alterations`). With p the student's answer, z
the teacher's centred features over their root mean square, q and t the logits of both, the loss is
2 (1 - cos(p, z)) + smooth_l1(p, z) + 0.5 KL(t || q) at temperature 2 (Hinton et al. 2015, equation 4, which scales it
by the temperature squared), and 0.3 times the cross-entropy of finding its own picture's z among those of the batch by
cosine at temperature 0.07: what is the same picture matters more to copies than what is alike.

A teacher with as many features as the student is imitated by the student's features themselves, others by a linear
layer on them. The student may begin as one of its teachers (``--start NET.onnx``), which it then follows to smaller
pictures.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from vhdesk.errors import BadInput, ModelProblem, printable
from vhdesk.inputs import checked_file
from vhdesk.nets.frame_encoder import FrameEncoder
from vhdesk.nets.mobilenet_v1 import FEATURE_SIZE, MobileNetV1
from vhdesk.systems.card import SystemCard
from vhdesk.systems.desk import ENCODER_FILE, HASHER_FILE
from vhdesk.systems.runtime import InputShape, TorchEncoder
from vhdesk.training.alterations import altered, plain
from vhdesk.training.batches import Batches, ShuffledBatches
from vhdesk.training.checkpoints import read_tensors
from vhdesk.training.corpus import Corpus, Part
from vhdesk.training.data import Reading, as_frames, clip_rows, picture_rows
from vhdesk.training.desk_hasher import SHARE, base_of, fit_codes, is_weights, lengths, table_of
from vhdesk.training.engine import Task, Trainer, seeded
from vhdesk.training.events import FitReport, Noted, TrainReport
from vhdesk.training.onnx_weights import mobilenet_from_onnx
from vhdesk.training.optimisers import decay_matrices_only
from vhdesk.training.options import Optimiser, Schedule, TrainOptions
from vhdesk.training.output import Output, make_output, write_system
from vhdesk.training.quality import feature_quality, labelled_split, means_by
from vhdesk.training.recipes import DeskEncoderOptions
from vhdesk.training.sources import find_sources, held_out
from vhdesk.training.teachers import answers
from vhdesk.training.workplace import Workplace

if TYPE_CHECKING:
    from numpy.typing import NDArray

TEMPERATURE = 2.0
LOGITS_WEIGHT = 0.5
APART_WEIGHT = 0.3
APART_TEMPERATURE = 0.07
WARM_UP = 200
MINUTES = 60.0
# Held-out pictures that are measured at each validation.
MOST_HELD = 800
VALIDATE_EVERY = 500
MEASURE_BATCH = 64


class Heads(nn.Module):
    """From the encoder's feature ``[n, 1024]`` to what each teacher says, centred and scaled.

    Args:
        sizes: features and logits of every teacher.
        spreads: mean ``[D]`` and root mean square of every teacher's features.
    """

    def __init__(
        self, sizes: Sequence[tuple[int, int | None]], spreads: Sequence[tuple[NDArray[np.float32], float]]
    ) -> None:
        super().__init__()
        self.projections = nn.ModuleList(
            Centred(*spread) if features == FEATURE_SIZE else nn.Linear(FEATURE_SIZE, features)
            for (features, _), spread in zip(sizes, spreads, strict=True)
        )
        self.classifiers = nn.ModuleDict(
            {str(number): nn.Linear(FEATURE_SIZE, logits) for number, (_, logits) in enumerate(sizes) if logits}
        )


class Centred(nn.Module):
    """Less a mean, by a scale: ``[n, D]`` to the same shape."""

    mean: Tensor

    def __init__(self, mean: NDArray[np.float32], scale: float) -> None:
        super().__init__()
        self.register_buffer("mean", torch.from_numpy(mean.copy()))
        self.scale = scale

    def forward(self, x: Tensor) -> Tensor:
        """(x - mean) / scale."""
        return (x - self.mean) / self.scale


@dataclass(frozen=True)
class Distillation:
    """The corpus, its targets and which of it is held out.

    Attributes:
        corpus: pictures and answers.
        kept: rows to train on.
        held: rows to measure on.
        spreads: mean ``[D]`` and root mean square of every teacher's features.
        side: of the student's input.
        altered: share of altered inputs.
    """

    corpus: Corpus
    kept: NDArray[np.int64]
    held: NDArray[np.int64]
    spreads: tuple[tuple[NDArray[np.float32], float], ...]
    side: int
    altered: float

    def targets(self, rows: NDArray[np.int64]) -> dict[str, NDArray[np.float32]]:
        """Centred, scaled features and logits of all teachers."""
        found = {}
        for teacher, (mean, spread) in enumerate(self.spreads):
            found[f"features.{teacher}"] = (self.corpus.features(teacher, rows) - mean) / spread
            logits = self.corpus.logits(teacher, rows)
            if logits is not None:
                found[f"logits.{teacher}"] = logits
        return found

    def batches(self, size: int, seed: int) -> Batches:
        """Batches of altered and plain inputs with the targets of the clean pictures."""

        def make(places: NDArray[np.int64], rng: np.random.Generator) -> dict[str, Any]:
            rows = np.sort(self.kept[places])
            inputs = [self.student_input(picture, rng) for picture in self.corpus.pictures(rows)]
            return {"frames": torch.cat(inputs), **self.targets(rows)}

        return ShuffledBatches(len(self.kept), size, make, seed=seed)

    def student_input(self, picture: NDArray[np.uint8], rng: np.random.Generator) -> Tensor:
        """One input ``[1, side, side, 3] uint8``: altered, or as it is."""
        make = rng.random() < self.altered
        return torch.from_numpy(altered(picture[None], rng, self.side) if make else plain(picture[None], self.side))

    def clean(self, rows: NDArray[np.int64]) -> Tensor:
        """Whole pictures, ``[n, side, side, 3] uint8``."""
        return torch.from_numpy(plain(self.corpus.pictures(rows), self.side))


def distillation_loss(feature: Tensor, heads: Heads, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The parts of the loss for encoded inputs ``[n, 1024]``, the mean over the teachers."""
    parts: dict[str, Tensor] = {}
    count = len(heads.projections)
    for teacher, projection in enumerate(heads.projections):
        found, wanted = projection(feature).float(), batch[f"features.{teacher}"]
        here = {
            "cosine": 2 * (1 - functional.cosine_similarity(found, wanted).mean()),
            "smooth_l1": functional.smooth_l1_loss(found, wanted),
            "apart": APART_WEIGHT * told_apart(found, wanted),
        }
        if f"logits.{teacher}" in batch:
            says = functional.log_softmax(heads.classifiers[str(teacher)](feature).float() / TEMPERATURE, dim=1)
            meant = functional.log_softmax(batch[f"logits.{teacher}"] / TEMPERATURE, dim=1)
            distance = functional.kl_div(says, meant, reduction="batchmean", log_target=True)
            here["logits"] = LOGITS_WEIGHT * TEMPERATURE**2 * distance
        for name, value in here.items():
            parts[name] = parts[name] + value / count if name in parts else value / count
    return parts


def told_apart(found: Tensor, wanted: Tensor) -> Tensor:
    """Cross-entropy of finding each row of ``wanted [n, D]`` by the same row of ``found``, by their cosine."""
    near = functional.normalize(found, dim=1) @ functional.normalize(wanted, dim=1).T
    return functional.cross_entropy(near / APART_TEMPERATURE, torch.arange(len(found), device=found.device))


def make_task(work: Distillation, encoder: FrameEncoder, heads: Heads, size: int, seed: int) -> Task:
    """What the engine trains: the trunk and the heads."""

    def loss(batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        return distillation_loss(encoder(batch["frames"]), heads, batch)

    validate = Validation(work, encoder, heads, seed)
    return Task(
        models={"trunk": encoder.trunk, "heads": heads},
        batches=work.batches(size, seed),
        loss=loss,
        validate=validate if len(work.held) else None,
        watched="map" if validate.split else "loss",
        higher_is_better=validate.split is not None,
        groups=decay_matrices_only,
        identity={"content": work.corpus.content, "kept": len(work.kept), "altered": work.altered, "batch": size},
    )


class Validation:
    """Measures the held-out pictures: the loss of clean and of altered inputs, and mAP of the videos with labels.

    Attributes:
        split: of the held-out videos; ``None`` where no label can be found again.
    """

    def __init__(self, work: Distillation, encoder: FrameEncoder, heads: Heads, seed: int) -> None:
        self._work, self._encoder, self._heads = work, encoder, heads
        self._rows = work.held
        rng = np.random.default_rng([seed, 2])
        pictures = work.corpus.pictures(self._rows)
        self._altered = (
            torch.cat([torch.from_numpy(altered(p[None], rng, work.side)) for p in pictures]) if len(pictures) else None
        )
        places, items, labels, groups = work.corpus.videos(self._rows)
        self._places, self._items = places, items
        self._chosen: NDArray[np.int64] = np.zeros(0, np.int64)
        self.split = None
        if len(places):
            _, first = np.unique(items, return_index=True)
            found = labelled_split([labels[row] for row in first], [groups[row] for row in first])
            if found is not None:
                self.split, self._chosen = found

    def __call__(self) -> dict[str, float]:
        """The metrics, with the models as they are."""
        assert self._altered is not None
        sums = {"clean": 0.0, "altered": 0.0}
        features = []
        for start in range(0, len(self._rows), MEASURE_BATCH):
            rows = self._rows[start : start + MEASURE_BATCH]
            targets = {name: _on(self._encoder, torch.from_numpy(v)) for name, v in self._work.targets(rows).items()}
            altered = self._altered[start : start + MEASURE_BATCH]
            for name, frames in (("clean", self._work.clean(rows)), ("altered", altered)):
                found = self._encoder(_on(self._encoder, frames)).float()
                parts = distillation_loss(found, self._heads, targets)
                sums[name] += float(torch.stack(list(parts.values())).sum()) * len(rows)
                if name == "clean":
                    features.append(found.cpu().numpy())
        metrics = {f"loss_{name}": value / len(self._rows) for name, value in sums.items()}
        metrics["loss"] = (metrics["loss_clean"] + metrics["loss_altered"]) / 2
        if self.split is not None:
            means, _ = means_by(np.concatenate(features)[self._places], self._items)
            metrics |= feature_quality(means[self._chosen], self.split)
        return metrics


def _on(module: nn.Module, x: Tensor) -> Tensor:
    return x.to(next(module.parameters()).device)


def train(options: DeskEncoderOptions, place: Workplace) -> TrainReport:
    """Train the encoder, then the code token on it, and write the whole system.

    A run that is stopped keeps its checkpoint and writes no system: codes must be trained on its features first.

    Raises:
        BadInput: options that cannot be used, or too little to train on.
        ModelProblem: weights or a checkpoint that cannot be used.
        Interrupted: stopped before the first step.
    """
    started = time.monotonic()
    output = make_output(options, "desk")
    base = base_of(options)
    bits = lengths(options, base)
    work, failures = prepare(options, base, place)
    place.listener.tell(Noted(f"{len(work.kept)} pictures to train on, {len(work.held)} to measure on."))
    encoder, heads = nets(options, base, work)
    fitted = run(options, place, output, make_task(work, encoder, heads, options.batch, options.seed), encoder)
    report = TrainReport(
        system="desk",
        stage="encoder",
        out=str(output.folder),
        model=output.name if output.listed else "",
        files={},
        bits=bits,
        items={"pictures": len(work.kept)},
        held_out=len(work.held),
        seconds=time.monotonic() - started,
        cancelled=fitted.cancelled,
        fit=fitted,
        metrics=dict(fitted.best),
        failures=failures,
    )
    if fitted.cancelled:
        return report
    codes = fit_codes(options, base, encoder_of(base, encoder), place, bits)
    metrics = dict(fitted.best) | codes.metrics
    count = f"{len(work.kept)} pictures and frames, imitating {' and '.join(a.name for a in work.corpus.teachers)}"
    changes = {
        "bits": list(bits),
        "trained_on": {"encoder": count, "hasher": codes.trained_on},
        "recipe": {"steps": fitted.step, "seconds": round(fitted.seconds), "best_step": fitted.best_step},
        "quality": metrics,
    }
    files = write_system(output, base, {ENCODER_FILE: encoder_tensors(encoder), HASHER_FILE: codes.tensors}, changes)
    return dataclasses.replace(
        report,
        files=files,
        items={**report.items, **codes.items},
        seconds=time.monotonic() - started,
        metrics=metrics,
        failures=tuple(dict.fromkeys(failures + codes.failures)),
    )


def prepare(
    options: DeskEncoderOptions, base: SystemCard, place: Workplace
) -> tuple[Distillation, tuple[tuple[str, str], ...]]:
    """Read pictures and videos, ask the teachers, hold recordings out; also the files that gave nothing.

    Raises:
        BadInput: nothing to train on, or nobody to imitate.
        Interrupted: stopped.
    """
    if not options.images and not options.videos:
        raise BadInput("Name what to train on: --images FOLDER or --videos FOLDER.")
    if not options.teacher:
        raise BadInput("Name a network to imitate: --teacher FILE.onnx.")
    reading = Reading(
        round(base.side / SHARE),
        crops=options.crops,
        frames=options.frames,
        segment_ms=place.indexing.segment_ms,
        seed=options.seed,
        remove_bars=base.remove_bars,
    )
    table = table_of(options) if options.videos else None
    stores = []
    if options.images:
        pictures = picture_rows(find_sources(options.images, pictures=True), reading, place.listener)
        stores.append((pictures, False))
    if options.videos:
        sources = find_sources(options.videos, pictures=False, labels=options.label_from_folder, table=table)
        stores.append((as_frames(clip_rows(sources, reading, place.listener)), True))
    parts = [
        Part(frames, tuple(answers(path, frames, place.listener) for path in options.teacher), video)
        for frames, video in stores
    ]
    corpus = Corpus(parts)
    outside = held_out(corpus.groups, options.held_out, seed=options.seed)
    kept, held = np.flatnonzero(~outside), np.flatnonzero(outside)
    if len(held) > MOST_HELD:
        held = np.sort(np.random.default_rng(options.seed).choice(held, MOST_HELD, replace=False))
    spreads = tuple(corpus.spread(teacher, kept, options.seed) for teacher in range(len(options.teacher)))
    failures = tuple(failure for frames, _ in stores for failure in frames.failures)
    return Distillation(corpus, kept, held, spreads, base.side, options.altered), failures


def nets(options: DeskEncoderOptions, base: SystemCard, work: Distillation) -> tuple[FrameEncoder, Heads]:
    """The encoder with the weights to begin with, its first convolutions frozen, and new heads.

    Raises:
        BadInput: an ONNX file of another net.
        ModelProblem: weights of another net.
    """
    sizes = [(a.features.shape[1], None if a.logits is None else a.logits.shape[1]) for a in work.corpus.teachers]
    with seeded(options.seed):
        heads = Heads(sizes, work.spreads)
    if options.start.lower().endswith(".onnx"):
        trunk = mobilenet_from_onnx(Path(checked_file(Path(options.start))))
    else:
        trunk = MobileNetV1()
        path = Path(checked_file(Path(options.start))) if is_weights(options.start) else base.file(ENCODER_FILE)
        weights = read_tensors(path)
        try:
            trunk.load_state_dict({name: value for name, value in weights.items() if name.startswith("features.")})
        except RuntimeError as problem:
            raise ModelProblem(f"{printable(str(path))} holds weights of another net than the system's.") from problem
    for layer in trunk.convolutions[: options.frozen]:
        layer.requires_grad_(False)
    return FrameEncoder(trunk, base.mean, base.std), heads


def encoder_tensors(encoder: FrameEncoder) -> dict[str, Tensor]:
    """What is written: the trunk in half precision, which changes features by less than bfloat16 arithmetic does."""
    return {name: value.half().contiguous() for name, value in encoder.trunk.state_dict().items()}


def encoder_of(base: SystemCard, encoder: FrameEncoder) -> TorchEncoder:
    """The trained module as it will run: with the weights that are written."""
    trunk = MobileNetV1()
    trunk.load_state_dict(encoder_tensors(encoder))
    shape = InputShape(base.frames, base.side)
    return TorchEncoder(FrameEncoder(trunk, base.mean, base.std), shape, "cpu", "float32", "")


def run(options: DeskEncoderOptions, place: Workplace, output: Output, task: Task, encoder: FrameEncoder) -> FitReport:
    """Run the engine.

    Raises:
        BadInput, ModelProblem, DiskProblem: as :meth:`.engine.Trainer.run`.
    """
    how = TrainOptions(
        optimiser=Optimiser("adamw", options.rate, decay=options.decay),
        schedule=Schedule("cosine", warm_up=WARM_UP),
        steps=options.steps,
        minutes=options.minutes if options.minutes or options.steps else MINUTES,
        accumulate=options.accumulate,
        clip_norm=5.0,
        precision=options.precision,
        device=place.device.device,
        average=options.average,
        seed=options.seed,
        validate_every=VALIDATE_EVERY,
        patience=options.patience,
    )
    listener = place.listener
    trainer = Trainer(task, how, output.checkpoints, on_event=listener.tell, cancelled=listener.cancelled)
    encoder.to(trainer.device)  # its mean and deviation are not the trunk's
    return trainer.run(resume=options.resume)
