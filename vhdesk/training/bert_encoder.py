"""Trains the clip encoder of paper 000: R(2+1)D with BERT pooling, by the softmax cross-entropy of labels.

The recipe is the paper's (section 4.4, with the code of paper 004 where it is silent): AdamW at 1e-5, weight decay
1e-3, 21 clips a batch and six batches a step, the rate to a tenth after five epochs without gain, dropout 0.8 before
the classifier, the middle 32 frames of a clip, multi-scale crops and mirrored ones. Three readings are ours. What
chooses the checkpoint and the rate is the loss of recordings that are held out of training, not of the test's. The
paper's rate is for a net that knows 65 million videos; from scratch it takes a larger one. And the heads are trained on
all recordings but the test's, those that chose the checkpoint included.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from vhdesk.media.clips import centre_crop
from vhdesk.nets.video_encoder import VideoEncoder
from vhdesk.systems.card import SystemCard, card
from vhdesk.systems.desk import ENCODER_FILE, HASHER_FILE
from vhdesk.training.batches import ShuffledBatches
from vhdesk.training.bert_plan import LICENCE, Plan, plan_of, reading_of, stored_tensors, teacher_of, words_of
from vhdesk.training.clip_crops import multi_scale, normalised
from vhdesk.training.data import clip_rows
from vhdesk.training.desk_hasher import clip_sources
from vhdesk.training.engine import Task, Trainer, seeded
from vhdesk.training.events import FitReport, Noted, TrainReport
from vhdesk.training.hash_heads import LabelledFeatures, check_labels, fit_heads, lengths
from vhdesk.training.imitation import BERT_WEIGHT, MARS_WEIGHT, bert_distillation, mars
from vhdesk.training.options import Optimiser, Schedule, TrainOptions
from vhdesk.training.output import Output, make_output, write_system
from vhdesk.training.recipes import LabelledEncoderOptions
from vhdesk.training.sources import held_out
from vhdesk.training.stored import StoredFrames
from vhdesk.training.workplace import Workplace

if TYPE_CHECKING:
    from numpy.typing import NDArray

EPOCHS = 40
FALL = 0.1
MEASURE_BATCH = 8
FEATURES_FILE = "features.npz"


@dataclass(frozen=True)
class LabelledClips:
    """Labelled clips and who is what for.

    Attributes:
        frames: ``[N, T, H, W, 3] uint8``, whole frames.
        rows: ``[n] int64``, the labelled ones of them.
        labels: n of them.
        groups: n recordings.
        test: ``[n] bool``, recordings that are measured on at the end.
        watched: ``[n] bool``, recordings of the others that choose the checkpoint.
        card: of the system that is to be.
    """

    frames: StoredFrames
    rows: NDArray[np.int64]
    labels: tuple[str, ...]
    groups: tuple[str, ...]
    test: NDArray[np.bool_]
    watched: NDArray[np.bool_]
    card: SystemCard

    @property
    def kept(self) -> NDArray[np.int64]:
        """Which of the n are trained on."""
        return np.flatnonzero(~self.test & ~self.watched)

    def train_input(self, place: int, rng: np.random.Generator) -> NDArray[np.uint8]:
        """A random cut of one clip, ``[T, side, side, 3]``."""
        return multi_scale(self.frames.rows[self.rows[place]], rng, self.card.side)

    def plain_input(self, place: int) -> NDArray[np.uint8]:
        """The middle of one clip, ``[T, side, side, 3]``."""
        return centre_crop(self.frames.rows[self.rows[place]], self.card.side)

    def tensor(self, clips: Tensor) -> Tensor:
        """What the backbone takes of cuts ``[N, T, side, side, 3] uint8``."""
        return normalised(clips, self.card.mean, self.card.std)


def read_clips(options: LabelledEncoderOptions, place: Workplace, found: SystemCard) -> LabelledClips:
    """Decode what the options name, and hold recordings out.

    Raises:
        BadInput: there is nothing labelled to train on.
        Interrupted: stopped.
    """
    frames = clip_rows(clip_sources(options, place, labels=True), reading_of(found, place), place.listener)
    rows = np.array([row for row, label in enumerate(frames.labels) if label is not None], np.int64)
    labels = tuple(frames.labels[row] or "" for row in rows)
    groups = tuple(frames.groups[row] for row in rows)
    test = held_out(groups, options.held_out, seed=options.seed)
    watched = np.zeros(len(rows), np.bool_)
    others = np.flatnonzero(~test)
    watched[others] = held_out([groups[place] for place in others], options.watched, seed=options.seed + 1)
    clips = LabelledClips(frames, rows, labels, groups, test, watched, found)
    check_labels([labels[place] for place in clips.kept])
    return clips


class Classifier(nn.Module):
    """Dropout and one linear layer, ``[N, D]`` to ``[N, C]``, begun as the code of paper 004 does: Xavier, bias 0."""

    def __init__(self, features: int, classes: int, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.linear = nn.Linear(features, classes)
        nn.init.xavier_uniform_(self.linear.weight)
        nn.init.zeros_(self.linear.bias)

    def forward(self, features: Tensor) -> Tensor:
        """Class scores."""
        y: Tensor = self.linear(self.dropout(features))
        return y


@dataclass(frozen=True)
class Imitation:
    """What is imitated besides.

    Attributes:
        teacher: takes what the student takes; frozen.
        kind: ``bert`` or ``mars``.
        weight: of the loss.
    """

    teacher: VideoEncoder
    kind: str
    weight: float

    def loss(self, clips: Tensor, feature: Tensor, tokens: Tensor) -> Tensor:
        """For the student's feature ``[N, D]`` and its pooled tokens ``[N, S, D]``."""
        with torch.no_grad():
            wanted = self.teacher.backbone(clips) if self.kind == "bert" else self.teacher(clips)
        if self.kind == "bert":
            return self.weight * bert_distillation(tokens.float(), wanted.float())
        return self.weight * mars(feature.float(), wanted.float())


def make_task(
    clips: LabelledClips,
    encoder: VideoEncoder,
    classifier: Classifier,
    classes: tuple[str, ...],
    batch: int,
    seed: int,
    imitation: Imitation | None = None,
) -> Task:
    """What the engine trains: the whole encoder and its classifier."""
    numbers = {name: number for number, name in enumerate(classes)}
    targets = np.array([numbers.get(label, -1) for label in clips.labels], np.int64)
    kept = clips.kept

    def make(places: NDArray[np.int64], rng: np.random.Generator) -> dict[str, Any]:
        rows = kept[places]
        return {"clips": np.stack([clips.train_input(row, rng) for row in rows]), "targets": targets[rows]}

    def loss(batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        x = clips.tensor(batch["clips"])
        feature, tokens = encoder.pooling(encoder.backbone(x))
        parts = {"class": functional.cross_entropy(classifier(feature).float(), batch["targets"])}
        if imitation is not None:
            parts[imitation.kind] = imitation.loss(x, feature, tokens)
        return parts

    watched = np.flatnonzero(clips.watched & (targets >= 0))

    def validate() -> dict[str, float]:
        scores = classifier(encode(clips, encoder, watched)).float().cpu()
        meant = torch.from_numpy(targets[watched])
        return {
            "loss": float(functional.cross_entropy(scores, meant)),
            "top1": float((scores.argmax(dim=1) == meant).float().mean()),
        }

    return Task(
        models={"encoder": encoder, "classifier": classifier},
        batches=ShuffledBatches(len(kept), batch, make, seed=seed),
        loss=loss,
        validate=validate if len(watched) else None,
        identity={
            "content": clips.frames.content,
            "kept": len(kept),
            "classes": list(classes),
            "batch": batch,
            "side": clips.card.side,
            "imitation": None if imitation is None else [imitation.kind, imitation.weight],
        },
    )


@torch.no_grad()
def encode(
    clips: LabelledClips,
    encoder: VideoEncoder,
    places: NDArray[np.int64],
) -> Tensor:
    """Features ``[n, D]`` of the middles of some clips; the encoder is in evaluation mode."""
    device = next(encoder.parameters()).device
    found = []
    for start in range(0, len(places), MEASURE_BATCH):
        cuts = np.stack([clips.plain_input(place) for place in places[start : start + MEASURE_BATCH]])
        found.append(encoder(clips.tensor(torch.from_numpy(cuts).to(device))).float())
    return torch.cat(found)


def train(system: str, options: LabelledEncoderOptions, place: Workplace) -> TrainReport:
    """Train the encoder, then the hash heads on its features, and write the whole system.

    A run that is stopped keeps its checkpoint and writes no system: heads must be trained on its features first.

    Raises:
        BadInput: options that cannot be used, or too little to train on.
        ModelProblem: weights or a checkpoint that cannot be used.
        Interrupted: stopped before the first step.
    """
    started = time.monotonic()
    output = make_output(options, system)
    plan = plan_of(system, options)
    bits = lengths(options, plan.card.bits)
    clips = read_clips(options, place, plan.card)
    kept = clips.kept
    place.listener.tell(
        Noted(
            f"{len(kept)} clips to train on, {clips.watched.sum()} to choose the checkpoint, "
            f"{clips.test.sum()} to measure on."
        )
    )
    classes = check_labels([clips.labels[row] for row in kept])
    with seeded(options.seed):
        encoder = plan.encoder()
        classifier = Classifier(plan.card.feature, len(classes), options.dropout)
    fitted = run(clips, encoder, classifier, classes, options, place, output)
    report = TrainReport(
        system=system,
        stage="encoder",
        out=str(output.folder),
        model=output.name if output.listed else "",
        files={},
        bits=bits,
        items={"clips": len(kept)},
        held_out=int(clips.test.sum()),
        seconds=time.monotonic() - started,
        cancelled=fitted.cancelled,
        fit=fitted,
        metrics=dict(fitted.best),
        failures=clips.frames.failures,
    )
    if fitted.cancelled:
        return report
    return _finish(report, plan, clips, stored_tensors(encoder.cpu()), options, place, output)


def _finish(
    report: TrainReport,
    plan: Plan,
    clips: LabelledClips,
    tensors: Mapping[str, Tensor],
    options: LabelledEncoderOptions,
    place: Workplace,
    output: Output,
) -> TrainReport:
    """Encode every clip, train the heads, write everything."""
    started = time.monotonic()
    features = features_of(plan, clips, tensors, place, output)
    features.save(output.folder / FEATURES_FILE)
    folder = output.checkpoints / "heads"
    kept, outside = features.take(~clips.test), features.take(clips.test)
    heads = fit_heads(kept, outside, report.bits, options, place, folder, resume=options.resume)
    if heads.fit.cancelled:
        return dataclasses.replace(report, cancelled=True)
    fitted = report.fit
    assert fitted is not None
    metrics = {f"watched_{name}": value for name, value in fitted.best.items()} | heads.metrics
    trained_on = f"{len(clips.kept)} labelled clips of {len(heads.classes)} classes"
    changes = {
        **words_of(plan.card),
        "input": plan.inputs,
        "weights": "",
        "licence": LICENCE,
        "bits": list(report.bits),
        "classes": list(heads.classes),
        "trained_on": {"encoder": trained_on, "hasher": f"{len(kept)} labelled clips"},
        "recipe": {"steps": fitted.step, "seconds": round(fitted.seconds), "best_step": fitted.best_step},
        "quality": metrics,
    }
    files = write_system(output, card(plan.card.kind), {ENCODER_FILE: tensors, HASHER_FILE: heads.tensors}, changes)
    seconds = report.seconds + time.monotonic() - started
    return dataclasses.replace(report, files=files, seconds=seconds, metrics=metrics)


def features_of(
    plan: Plan, clips: LabelledClips, tensors: Mapping[str, Tensor], place: Workplace, output: Output
) -> LabelledFeatures:
    """Features of every clip, by the road of indexing.

    Raises:
        Interrupted: stopped.
    """
    run = plan.as_it_runs(output.checkpoints, tensors, output.name, place.device)
    count = place.listener.counter("encoding clips", len(clips.rows))
    found = []
    for row in clips.rows:
        found.append(run(clips.frames.rows[row][: clips.frames.counts[row]])[0].astype(np.float16))
        count(len(found))
    features = np.stack(found).astype(np.float32)
    return LabelledFeatures(features, clips.labels, clips.groups, clips.frames.source[clips.rows])


def imitation_of(options: LabelledEncoderOptions) -> Imitation | None:
    """The teacher that is named, and how it is imitated."""
    if not options.imitate:
        return None
    teacher = teacher_of(options.imitate)
    usual = BERT_WEIGHT if options.imitation == "bert" else MARS_WEIGHT
    weight = options.imitation_weight
    return Imitation(teacher, options.imitation, usual if weight is None else weight)


def run(
    clips: LabelledClips,
    encoder: VideoEncoder,
    classifier: Classifier,
    classes: tuple[str, ...],
    options: LabelledEncoderOptions,
    place: Workplace,
    output: Output,
) -> FitReport:
    """Run the engine.

    Raises:
        BadInput, ModelProblem, DiskProblem: as :meth:`.engine.Trainer.run`.
    """
    imitation = imitation_of(options)
    task = make_task(clips, encoder, classifier, classes, options.batch, options.seed, imitation)
    limited = options.minutes or options.steps or options.epochs
    how = TrainOptions(
        optimiser=Optimiser("adamw", options.rate, decay=options.decay),
        schedule=Schedule("plateau", gamma=FALL, patience=options.fall_after),
        epochs=options.epochs if limited else EPOCHS,
        steps=options.steps,
        minutes=options.minutes,
        accumulate=options.accumulate,
        precision=options.precision,
        device=place.device.device,
        seed=options.seed,
        patience=options.patience,
    )
    listener = place.listener
    trainer = Trainer(task, how, output.checkpoints, on_event=listener.tell, cancelled=listener.cancelled)
    if imitation is not None:
        imitation.teacher.to(trainer.device)
    return trainer.run(resume=options.resume)
