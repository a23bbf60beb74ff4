"""Trains the six-layer hash heads of paper 000, one a code length, on labelled features.

Algorithm 1: SGD with momentum 0.9, 360 steps of all data at once, the rate times 0.8 every 60 steps, softmax
cross-entropy on the class scores. The last weights are kept: nothing is chosen by what is measured afterwards.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from vhdesk.errors import BadInput
from vhdesk.hashing.six_layer import SixLayerHasher
from vhdesk.nets.six_layer_head import WIDTHS, HashHead
from vhdesk.training.batches import DrawnBatches
from vhdesk.training.checkpoints import LAST, write_bytes
from vhdesk.training.engine import Task, Trainer, seeded
from vhdesk.training.events import FitReport, Noted
from vhdesk.training.options import Optimiser, Schedule, TrainOptions
from vhdesk.training.quality import search_quality
from vhdesk.training.recipes import LabelledOptions
from vhdesk.training.workplace import Workplace

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOMENTUM, FALL, FALL_EVERY = 0.9, 0.8, 60
MOST_BITS = 512
# Batch norms need two of a kind; two classes need two more.
LEAST_ITEMS, LEAST_CLASSES = 4, 2


@dataclass(frozen=True)
class LabelledFeatures:
    """Features of N labelled segments.

    Attributes:
        features: ``[N, D] float32``.
        labels: N of them.
        groups: N recordings.
        items: ``[N] int64``, the video of every segment.
    """

    features: NDArray[np.float32]
    labels: tuple[str, ...]
    groups: tuple[str, ...]
    items: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.features)

    def take(self, chosen: NDArray[np.bool_]) -> LabelledFeatures:
        """Some of them, ``[N] bool``."""
        rows = np.flatnonzero(chosen)
        return LabelledFeatures(
            self.features[rows],
            tuple(self.labels[row] for row in rows),
            tuple(self.groups[row] for row in rows),
            self.items[rows],
        )

    def save(self, path: Path) -> None:
        """As :func:`.features.read_features` reads them.

        Raises:
            DiskProblem: the folder cannot be written.
        """
        file = io.BytesIO()
        np.savez(
            file,
            features=self.features.astype(np.float16),
            labels=np.array(self.labels),
            groups=np.array(self.groups),
            items=self.items,
        )
        write_bytes(path, file.getvalue())


@dataclass(frozen=True)
class Heads:
    """Trained hash heads.

    Attributes:
        tensors: as :class:`.six_layer.SixLayerHasher` reads them, ``BITS.NAME``.
        classes: C names, the rows of the classifiers.
        metrics: of the held-out recordings: they ask, what was trained on answers.
        fit: of the engine, the last head's.
    """

    tensors: dict[str, Tensor]
    classes: tuple[str, ...]
    metrics: dict[str, float]
    fit: FitReport


def lengths(options: LabelledOptions, usual: tuple[int, ...]) -> tuple[int, ...]:
    """The code lengths that are asked for, or the usual ones.

    Raises:
        BadInput: they make no whole bytes.
    """
    bits = tuple(sorted(set(options.bits))) or usual
    for length in bits:
        if length < 8 or length % 8 or length > MOST_BITS:
            raise BadInput(f"Codes have 8 to 512 bits, a multiple of 8, not {length}. Choose others: --bits.")
    return bits


def check_labels(labels: Sequence[str]) -> tuple[str, ...]:
    """The classes, in the order of names.

    Raises:
        BadInput: too few of them, or too few items, to train by.
    """
    classes = tuple(sorted(set(labels)))
    if len(classes) < LEAST_CLASSES or len(labels) < LEAST_ITEMS:
        raise BadInput(
            f"This system is trained by labels; there are {len(labels)} labelled stretches of video in "
            f"{len(classes)} classes. Put the videos into one folder a class and name the folder above: --videos."
        )
    return classes


def fit_heads(
    kept: LabelledFeatures,
    outside: LabelledFeatures,
    bits: tuple[int, ...],
    options: LabelledOptions,
    place: Workplace,
    folder: Path | None = None,
    *,
    resume: bool = False,
) -> Heads:
    """Train a head for every length and measure them.

    Args:
        kept: to train on.
        outside: held-out recordings; may be empty.
        bits: code lengths.
        options: of the stage.
        place: who is told, and the device.
        folder: for checkpoints, a folder a length below it; ``None``: none are kept.
        resume: go on where the folder's checkpoints are; a length that has none begins.

    Raises:
        BadInput: too few labels, or options that cannot be used.
        ModelProblem, DiskProblem: as :meth:`.engine.Trainer.run`.
    """
    classes = check_labels(kept.labels)
    tensors: dict[str, Tensor] = {}
    fitted: FitReport | None = None
    for length in bits:
        place.listener.tell(Noted(f"Training the head of {length} bits on {len(kept)} features."))
        below = folder / str(length) if folder else None
        head, fitted = _fit_head(kept, classes, length, options, place, below, resume=resume)
        tensors |= {f"{length}.{name}": value for name, value in stored_tensors(head).items()}
        if fitted.cancelled:
            break
    assert fitted is not None
    metrics = {} if fitted.cancelled else measure_heads(tensors, bits, kept, outside)
    return Heads(tensors, classes, metrics, fitted)


def _fit_head(
    kept: LabelledFeatures,
    classes: tuple[str, ...],
    bits: int,
    options: LabelledOptions,
    place: Workplace,
    folder: Path | None,
    *,
    resume: bool,
) -> tuple[HashHead, FitReport]:
    with seeded(options.seed):
        head = HashHead(
            kept.features.shape[1],
            bits,
            len(classes),
            dropout=options.head_dropout,
            dropout_everywhere=options.dropout_everywhere,
            norm_first=options.norm_first,
            widths=WIDTHS,
        )
    task = make_task(head, kept, classes)
    how = TrainOptions(
        optimiser=Optimiser("sgd", options.head_rate, momentum=MOMENTUM),
        schedule=Schedule("step", every=FALL_EVERY, gamma=FALL),
        steps=options.head_steps,
        precision="float32",
        device=place.device.device,
        seed=options.seed,
        prefetch=1,
    )
    trainer = Trainer(task, how, folder, on_event=place.listener.tell, cancelled=place.listener.cancelled)
    report = trainer.run(resume=resume and folder is not None and (folder / LAST).exists())
    return head.cpu(), report


def make_task(head: HashHead, kept: LabelledFeatures, classes: tuple[str, ...]) -> Task:
    """What the engine trains: all features at once, by the cross-entropy of their classes."""
    features = torch.from_numpy(np.ascontiguousarray(kept.features, np.float32))
    targets = torch.from_numpy(np.searchsorted(np.array(classes), np.array(kept.labels)))

    def loss(batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        return {"class": functional.cross_entropy(head(batch["features"])[1], batch["targets"])}

    return Task(
        models={"head": head},
        batches=DrawnBatches(1, lambda _rng: {"features": features, "targets": targets}),
        loss=loss,
        identity={
            "classes": list(classes),
            "content": hashlib.sha256(kept.features.tobytes() + "\n".join(kept.labels).encode()).hexdigest(),
            "order": [bool(head.norm_first), head.dropout_everywhere, head.dropout.p],
        },
    )


def stored_tensors(head: HashHead) -> dict[str, Tensor]:
    """What is written: matrices in half precision, which changes codes by less than bfloat16 arithmetic does."""
    return {
        name: value.half().contiguous() if value.ndim > 1 else value.clone()
        for name, value in head.state_dict().items()
    }


def measure_heads(
    tensors: Mapping[str, Tensor], bits: tuple[int, ...], kept: LabelledFeatures, outside: LabelledFeatures
) -> dict[str, float]:
    """mAP and precision at 5 of held-out recordings that search what was trained on; by length, and of features.

    ``map_L`` is over the whole ranking, ``map100_L`` at 100 divided by min(R, 100); empty
    where no held-out item has anything to find.
    """
    hasher = hasher_of(tensors, bits)
    chosen = np.isin(np.array(outside.labels, object), np.array(kept.labels, object))
    if not chosen.any():
        return {}
    asks = outside.take(chosen)
    metrics: dict[str, float] = {}
    for length in bits:
        queries, database = (hasher.codes(part.features.astype(np.float16), length) for part in (asks, kept))
        found = search_quality(queries, database, asks.labels, kept.labels)
        metrics |= {f"{name}_{length}": value for name, value in found.items()}
    found = search_quality(hasher.embed(asks.features), hasher.embed(kept.features), asks.labels, kept.labels)
    return metrics | {f"{name}_float": value for name, value in found.items()}


def hasher_of(tensors: Mapping[str, Tensor], bits: tuple[int, ...]) -> SixLayerHasher:
    """The hasher as it will run: with the tensors that are written."""
    arrays: dict[str, NDArray[Any]] = {name: value.numpy() for name, value in tensors.items()}
    return SixLayerHasher(arrays, bits)
