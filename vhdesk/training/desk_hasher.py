"""Trains the built-in system's code token, without labels, on videos, pictures, a library or stored features."""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from vhdesk.errors import BadInput
from vhdesk.evaluation.groups import GroupTable, read_groups
from vhdesk.hashing.categories import fit_categories
from vhdesk.hashing.clusters import cluster
from vhdesk.inputs import checked_file
from vhdesk.systems.card import SystemCard, card
from vhdesk.systems.desk import HASHER_FILE, load_encoder
from vhdesk.systems.runtime import Encoder
from vhdesk.training.checkpoints import write_tensors
from vhdesk.training.code_token import OUTPUTS, begin, make_task, outputs_of
from vhdesk.training.data import Reading, clip_rows, picture_rows
from vhdesk.training.desk_views import Views, views_of
from vhdesk.training.engine import Trainer
from vhdesk.training.events import FitReport, Noted, TrainReport
from vhdesk.training.features import Features, read_features
from vhdesk.training.options import Optimiser, Schedule, TrainOptions
from vhdesk.training.output import make_output, write_system
from vhdesk.training.quality import code_quality, feature_quality, labelled_split
from vhdesk.training.recipes import LEAST_CLIPS, DeskHasherOptions, DeskOptions, StageOptions
from vhdesk.training.sources import Source, dealt, find_sources, held_out, library_sources
from vhdesk.training.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor

    from vhdesk.nets.attention import CodeAttention

# Copies of every item, and how many items at most: half of a gigabyte of features.
CLIP_COPIES, PICTURE_COPIES = 11, 3
MOST_CLIPS, MOST_PICTURES = 2000, 3000
RATE, DECAY = 3e-4, 1e-3
WARM_UP = 20
VALIDATE_EVERY = 50
# Stored pictures are larger than the encoder's input, so that a part of one is as sharp as in a copy.
SHARE = 0.8
FOLDS = 5
# Pseudo-categories at most, and clips that one of them needs.
CATEGORIES, CLIPS_A_CATEGORY = 48, 8


@dataclass(frozen=True)
class Codes:
    """A trained hasher.

    Attributes:
        tensors: as :class:`vhdesk.hashing.attention.AttentionHasher` and the pseudo-categories read them.
        metrics: of the held-out recordings.
        trained_on: in words.
        items: what it was trained on, by kind.
        held_out: clips that were measured on.
        fit: of the engine.
        failures: files that gave nothing.
    """

    tensors: dict[str, Tensor]
    metrics: dict[str, float]
    trained_on: str
    items: dict[str, int]
    held_out: int
    fit: FitReport
    failures: tuple[tuple[str, str], ...]


def train(options: DeskHasherOptions, place: Workplace) -> TrainReport:
    """Train the code token and write a whole system with the base system's encoder.

    Raises:
        BadInput: options that cannot be used, or too little to train on.
        Interrupted: stopped before the first step; nothing was written.
    """
    started = time.monotonic()
    output = make_output(options, "desk")
    if is_weights(options.start):
        raise BadInput("Codes are fitted to a whole system, not to weights alone. Name one: --start desk.")
    base = base_of(options)
    bits = lengths(options, base)
    encoder = None if options.features else load_encoder(base, place.device.device, place.device.precision)
    codes = fit_codes(options, base, encoder, place, bits, output.folder, resume=options.resume)
    changes = {"bits": list(bits), "trained_on": {"hasher": codes.trained_on}, "quality": codes.metrics}
    files = write_system(output, base, {HASHER_FILE: codes.tensors}, changes)
    return TrainReport(
        system="desk",
        stage="hasher",
        out=str(output.folder),
        model=output.name if output.listed else "",
        files=files,
        bits=bits,
        items=codes.items,
        held_out=codes.held_out,
        seconds=time.monotonic() - started,
        cancelled=codes.fit.cancelled,
        fit=codes.fit,
        metrics=codes.metrics,
        failures=codes.failures,
    )


def is_weights(start: str) -> bool:
    """Whether it names a file of weights instead of a system."""
    return start.lower().endswith((".safetensors", ".onnx"))


def base_of(options: DeskOptions) -> SystemCard:
    """The card of the system to begin with; where weights are named, that of the built-in one.

    Raises:
        BadInput: there is none of that name, or it is of another kind.
    """
    base = card("desk" if is_weights(options.start) else options.start)
    if base.kind != "desk":
        raise BadInput(f"The system '{base.name}' is made otherwise. Begin with the built-in one: --start desk.")
    return base


def lengths(options: DeskOptions, base: SystemCard) -> tuple[int, ...]:
    """The code lengths that are asked for.

    Raises:
        BadInput: they make no whole bytes, or more than the code token gives.
    """
    bits = tuple(sorted(set(options.bits))) or base.bits
    for length in bits:
        if length < 8 or length % 8 or length > OUTPUTS:
            raise BadInput(f"Codes have 8 to {OUTPUTS} bits, a multiple of 8, not {length}. Choose others: --bits.")
    return bits


def table_of(options: StageOptions) -> GroupTable | None:
    """The table of recordings, where one is named.

    Raises:
        BadInput: it cannot be read.
    """
    return read_groups(checked_file(options.groups)) if options.groups else None


def fit_codes(
    options: DeskOptions,
    base: SystemCard,
    encoder: Encoder | None,
    place: Workplace,
    bits: tuple[int, ...],
    folder: Path | None = None,
    *,
    resume: bool = False,
) -> Codes:
    """Train the code token on what the options name.

    Args:
        options: of the stage that asks.
        base: the system that is begun with.
        encoder: whose features are hashed; ``None`` where stored ones are named.
        place: who is told, and the library.
        bits: code lengths that categories are found for.
        folder: for checkpoints and the log; ``None``: none are kept.
        resume: go on from the folder's checkpoint.

    Raises:
        BadInput: too little to train on, or files that cannot be used.
        Interrupted: stopped before the first step.
    """
    clips, pictures, failures = gather(options, base, encoder, place)
    held = held_out(clips.groups, options.held_out, seed=options.seed)
    kept, outside = clips.take(~held), clips.take(held)
    if len(kept) < LEAST_CLIPS:
        raise BadInput(
            f"Codes need at least {LEAST_CLIPS} stretches of video to train on; there are {len(kept)}. Name more "
            "videos."
        )
    place.listener.tell(Noted(f"{len(kept)} clips to train on, {len(outside)} to measure on."))
    net, fitted = fit(kept, pictures, outside, options, place, folder and folder / "training", resume=resume)
    tensors = hasher_tensors(net, kept, bits)
    folds = getattr(options, "folds", 0)
    if folds and folder is not None and not fitted.cancelled:
        cross_fit(clips, pictures, options, place, folder, folds, bits)
    count = f"{len(kept)} stretches of {len(np.unique(kept.items))} videos"
    if pictures is not None:
        count += f" and {len(pictures)} pictures"
    return Codes(
        tensors=tensors,
        metrics=dict(fitted.best),
        trained_on=f"{count}, each as it is and as altered copies, without labels",
        items={"segments": len(kept), "videos": len(np.unique(kept.items))},
        held_out=len(outside),
        fit=fitted,
        failures=failures,
    )


def gather(
    options: DeskOptions, base: SystemCard, encoder: Encoder | None, place: Workplace
) -> tuple[Views, Views | None, tuple[tuple[str, str], ...]]:
    """Clips and pictures with their copies, encoded, and the files that gave nothing.

    Raises:
        BadInput: two kinds of them were named, or there are none.
        Interrupted: stopped.
    """
    stored = getattr(options, "features", None)
    if encoder is None or stored is not None:
        if options.videos or options.images:
            raise BadInput("Name either --videos and --images FOLDER or --features FILE.")
        assert stored is not None  # without an encoder there are features
        return stored_views(read_features(stored), base), None, ()
    indexing = place.indexing
    reading = Reading(
        round(base.side / SHARE),
        frames=base.frames,
        segment_ms=indexing.segment_ms,
        overlap_ms=indexing.overlap_ms,
        seed=options.seed,
        remove_bars=base.remove_bars,
    )
    clips = clip_rows(clip_sources(options, place, labels=options.label_from_folder), reading, place.listener)
    failures = clips.failures

    def seen(store, copies: int, most: int) -> Views:  # type: ignore[no-untyped-def]
        return views_of(
            store,
            encoder,
            base.side,
            base.frames,
            copies=copies,
            most=most,
            seed=options.seed,
            listener=place.listener,
        )

    pictures = None
    if options.images:
        store = picture_rows(find_sources(options.images, pictures=True), reading, place.listener)
        failures += store.failures
        pictures = seen(store, PICTURE_COPIES, MOST_PICTURES)
    return seen(clips, CLIP_COPIES, MOST_CLIPS), pictures, failures


def clip_sources(options: StageOptions, place: Workplace, *, labels: bool) -> list[Source]:
    """The videos that are named, labelled by their folder or not, or those of the library.

    Raises:
        BadInput: there are none.
    """
    table = table_of(options)
    if options.videos:
        return find_sources(options.videos, pictures=False, labels=labels, table=table)
    if place.library is None:
        raise BadInput("Name what to train on: --videos FOLDER or --features FILE.")
    place.listener.tell(Noted("Training on the videos of the library."))
    return library_sources(place.library(), table)


def stored_views(features: Features, base: SystemCard) -> Views:
    """Stored sequences as the only view of each.

    Raises:
        BadInput: they are of another system.
    """
    if features.sequences.shape[2] != base.feature or features.sequences.shape[1] != base.frames:
        raise BadInput(
            f"The features are {features.sequences.shape[1]} of {features.sequences.shape[2]} numbers each, those of "
            f"the system '{base.name}' {base.frames} of {base.feature}. Save features of that system's frames."
        )
    return Views(features.sequences.astype(np.float16)[None], features.items, features.groups, features.labels)


def fit(
    kept: Views,
    pictures: Views | None,
    outside: Views,
    options: DeskOptions,
    place: Workplace,
    folder: Path | None = None,
    *,
    resume: bool = False,
) -> tuple[CodeAttention, FitReport]:
    """Run the engine on some clips.

    Raises:
        BadInput, ModelProblem, DiskProblem: as :meth:`.engine.Trainer.run`.
    """
    net = begin(kept, options.seed)
    task = make_task(net, kept, pictures, options.seed, Quality(net, outside) if len(outside) else None)
    how = TrainOptions(
        optimiser=Optimiser("adamw", RATE, decay=DECAY),
        schedule=Schedule("cosine", warm_up=min(WARM_UP, options.code_steps // 10)),
        steps=options.code_steps,
        clip_norm=5.0,
        precision="float32",
        device="cpu",
        seed=options.seed,
        validate_every=VALIDATE_EVERY,
    )
    trainer = Trainer(task, how, folder, on_event=place.listener.tell, cancelled=place.listener.cancelled)
    return net, trainer.run(resume=resume)


class Quality:
    """Measures held-out clips: mAP of their codes where labels are there, and how often a copy finds its original.

    Attributes:
        split: of the labelled ones; ``None`` where there are no labels.
    """

    BITS = (64, 256)

    def __init__(self, net: CodeAttention, held: Views) -> None:
        self._net, self._held = net, held
        found = labelled_split(held.labels, held.groups)
        self.split = found[0] if found else None
        self._rows = found[1] if found else np.zeros(0, np.int64)

    def __call__(self) -> dict[str, float]:
        """The metrics with the net as it is; ``loss`` is the share of copies that do not find their original."""
        outputs = [outputs_of(self._net, view) for view in self._held.sequences]
        metrics: dict[str, float] = {}
        for bits in self.BITS:
            signs = [np.where(view[:, :bits] >= 0, 1.0, -1.0).astype(np.float32) for view in outputs]
            found = [found_first(copy, signs[0]) for copy in signs[1:]]
            if found:
                metrics[f"copies_{bits}"] = float(np.mean(found))
            if self.split is not None:
                codes = np.packbits(outputs[0][self._rows, :bits] >= 0, axis=1)
                metrics |= {f"{name}_{bits}": value for name, value in code_quality(codes, self.split).items()}
        metrics["loss"] = 1 - metrics.get(f"copies_{self.BITS[0]}", 0.0)
        if self.split is not None:
            metrics["map"] = metrics[f"map_{self.BITS[0]}"]
            metrics |= {f"{k}_float": v for k, v in feature_quality(outputs[0][self._rows], self.split).items()}
        return metrics


def found_first(copies: NDArray[np.float32], originals: NDArray[np.float32]) -> float:
    """Share of ±1 codes ``[N, L]`` that are nearest to the original of their row; k equally near ones share it."""
    near = copies @ originals.T
    own, best = near.diagonal(), near.max(axis=1)
    return float(np.mean(np.where(own >= best, 1 / (near >= best[:, None]).sum(axis=1), 0.0)))


def hasher_tensors(net: CodeAttention, clips: Views, bits: tuple[int, ...]) -> dict[str, Tensor]:
    """What is written: the net in half precision, and pseudo-categories of the clips for every code length."""
    half = {name: value.half().contiguous() for name, value in net.state_dict().items()}
    net.load_state_dict({name: value.float() for name, value in half.items()})
    outputs = outputs_of(net, clips.sequences[0])
    clusters = cluster(outputs, min(CATEGORIES, len(outputs) // CLIPS_A_CATEGORY))
    for length in bits if len(np.unique(clusters)) > 1 else ():
        judge = fit_categories(np.packbits(outputs[:, :length] >= 0, axis=1), [f"{number:04}" for number in clusters])
        half[f"categories_weight_{length}"] = torch.from_numpy(judge.classifier.weights).half()
        half[f"categories_bias_{length}"] = torch.from_numpy(judge.classifier.bias).half()
    return half


def cross_fit(
    clips: Views,
    pictures: Views | None,
    options: DeskOptions,
    place: Workplace,
    folder: Path,
    seeds: int,
    bits: tuple[int, ...],
) -> None:
    """Hashers that never saw a fold of the recordings, ``hasher_s{seed}_f{fold}.safetensors``, to measure honestly."""
    nothing = clips.take(np.zeros(len(clips), np.bool_))
    folds = dealt(clips.groups, FOLDS)
    for seed in range(seeds):
        for fold in range(FOLDS):
            place.listener.tell(Noted(f"Training for the measurement: seed {seed}, without fold {fold}."))
            kept = clips.take(folds != fold)
            net, _ = fit(kept, pictures, nothing, dataclasses.replace(options, seed=seed), place)
            write_tensors(folder / f"hasher_s{seed}_f{fold}.safetensors", hasher_tensors(net, kept, bits), {})
