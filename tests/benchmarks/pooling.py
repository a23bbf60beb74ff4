"""BERT against the mean as late temporal pooling, where order matters: clips, and the same backwards as other classes.

``python -m tests.benchmarks pooling [--system FOLDER]``

A clip and its reversal show the same pictures, so the mean of the pictures' features cannot tell them apart; of 3-D
convolutions' tokens it can, a little, for they see motion. Only the pooling and a linear classifier are trained, on
frozen features of the built-in encoder (10 frames a clip) or, where a trained system of clips is named by its folder,
of its backbone (4 tokens a clip, in bfloat16). Recordings are dealt into five folds; those of a fold are judged and
retrieved by what was trained on the others. Three seeds. The control is the tokens one behind another under the same
classifier. The features are not those of the paper, nor are the numbers.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from tabulate import tabulate
from torch import Tensor, nn
from torch.nn import functional

from tests.benchmarks import targets_data as data
from tests.benchmarks.altered_clips import labelled_rows
from tests.conftest import SHARED
from vhdesk.evaluation.bootstrap import intervals95
from vhdesk.hashing.pca import principal_axes
from vhdesk.nets.bert_pooling import BertPooling
from vhdesk.nets.video_encoder import AveragePooling
from vhdesk.training.batches import ShuffledBatches
from vhdesk.training.engine import Task, Trainer, seeded
from vhdesk.training.options import Optimiser, Schedule, TrainOptions
from vhdesk.training.quality import search_quality
from vhdesk.training.sources import dealt

SEEDS, FOLDS = 3, 5
EPOCHS, BATCH, RATE, DECAY, DROPOUT = 15, 64, 1e-3, 1e-3, 0.5
HEADS = 8
# What is pooled: with all 1024 numbers of a feature the table would take hours.
AXES = 64


class Concatenation(nn.Module):
    """A control: the tokens one behind another, ``[N, S, D]`` to ``[N, S D]``."""

    def forward(self, tokens: Tensor) -> tuple[Tensor, Tensor]:
        return tokens.flatten(1), tokens


POOLINGS = {
    "mean": lambda size, tokens: (AveragePooling(), size),
    "BERT": lambda size, tokens: (BertPooling(size, tokens, HEADS), size),
    "concatenation": lambda size, tokens: (Concatenation(), size * tokens),
}


class Sequences:
    """Clips and their reversals.

    Attributes:
        tokens: ``[2 N, S, 64] float32``, their principal axes, on the scale of a unit deviation; the second half are
            the reversals.
        labels: 2 N of them; a reversal's is another class than its clip's.
        groups: 2 N recordings; a reversal's is its clip's.
    """

    def __init__(
        self, forwards: np.ndarray, backwards: np.ndarray, labels: Sequence[str], groups: Sequence[str]
    ) -> None:
        tokens = np.concatenate([forwards, backwards]).astype(np.float32)
        tokens -= tokens.mean((0, 1))
        tokens = tokens @ principal_axes(tokens.reshape(-1, tokens.shape[2]), AXES).astype(np.float32)
        self.tokens = torch.from_numpy(tokens / tokens.std())
        self.labels = np.array([*labels, *(f"{label} backwards" for label in labels)])
        self.groups = np.array([*groups, *groups])


def run(arguments: Sequence[str] = ()) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks pooling")
    parser.add_argument("--system", type=Path, help="folder of a trained system of clips")
    options = parser.parse_args(arguments)
    if not SHARED.exists():
        print("the real clips are not here")
        return
    torch.set_num_threads(1)
    rows = labelled_rows()
    if options.system:
        _print(f"backbone of {options.system.name}, 4 tokens", _tokens(options.system, rows))
    else:
        _print("built-in encoder, 10 frames", _frames(rows))


def _frames(rows: Sequence[Mapping[str, str]]) -> Sequences:
    """Features of 10 frames of the built-in encoder; a reversed clip has the same in reversed order."""
    from vhdesk.systems.system import load_system

    found = data.features(load_system("desk", device="cpu"), [row["path"] for row in rows], data.ORIGINALS)
    first = found.values[found.starts[:-1]].astype(np.float32)
    return Sequences(first, first[:, ::-1], *_names(rows))


def _tokens(folder: Path, rows: Sequence[Mapping[str, str]]) -> Sequences:
    """Tokens of a trained backbone, for which a reversed clip is another clip."""
    from vhdesk.media.clips import centre_crop, clips_of
    from vhdesk.media.decode import decode_segments
    from vhdesk.settings import IndexingSettings
    from vhdesk.systems.card import CARD, read_card
    from vhdesk.systems.r2plus1d_bert import video_encoder
    from vhdesk.training.clip_crops import normalised

    card = read_card(folder / CARD, folder.name)
    backbone = video_encoder(card).backbone.eval()
    found: dict[bool, list[np.ndarray]] = {False: [], True: []}
    for row in rows:
        reply = decode_segments(card.decode_request(str(SHARED / "videos" / row["path"]), IndexingSettings()))
        clip = centre_crop(clips_of(reply.segments[0].frames, card.frames)[0], card.side)
        for backwards, frames in ((False, clip), (True, clip[::-1].copy())):
            with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
                tokens = backbone(normalised(torch.from_numpy(frames[None]), card.mean, card.std))
            found[backwards].append(tokens[0].float().numpy())
    return Sequences(np.stack(found[False]), np.stack(found[True]), *_names(rows))


def _names(rows: Sequence[Mapping[str, str]]) -> tuple[list[str], list[str]]:
    return [row["label"] for row in rows], [row["group"] for row in rows]


def _print(name: str, sequences: Sequences) -> None:
    """One table: what the classifier says, and what the pooled features find among the other folds."""
    results = {pooling: [_measure(sequences, pooling, seed) for seed in range(SEEDS)] for pooling in POOLINGS}
    _, recordings = np.unique(sequences.groups, return_inverse=True)
    judged = {pooling: np.mean([right for right, _ in found], axis=0) for pooling, found in results.items()}
    columns = np.stack([*judged.values(), *(judged[p] - judged["mean"] for p in POOLINGS)], axis=1)
    spans = intervals95(columns, recordings)
    table = []
    for number, (pooling, found) in enumerate(results.items()):
        maps = [quality for _, quality in found]
        gain, gap = spans[len(POOLINGS) + number], (judged[pooling] - judged["mean"]).mean()
        against = "" if pooling == "mean" else f"{gap:+.3f} ({gain[0]:+.3f} to {gain[1]:+.3f})"
        span = f"{spans[number][0]:.3f}–{spans[number][1]:.3f}"
        table.append(
            (pooling, f"{judged[pooling].mean():.3f}", span, against, f"{np.mean(maps):.3f}", f"±{np.std(maps):.3f}")
        )
    print(f"\n{name}: {len(sequences.labels)} clips and reversals, {len(set(sequences.labels))} classes\n")
    head = ("pooling", "top-1", "95 %", "less the mean's (paired 95 %)", "mAP of features", "of seeds")
    print(tabulate(table, head, disable_numparse=True))


def _measure(sequences: Sequences, pooling: str, seed: int) -> tuple[np.ndarray, float]:
    """Whether each item was judged right, ``[2 N]``, and the mean mAP over the folds."""
    folds = dealt(list(sequences.groups), FOLDS)
    right = np.zeros(len(folds))
    maps = []
    for fold in range(FOLDS):
        kept, asked = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        scores, features, classes = _fit(sequences, kept, pooling, seed)
        right[asked] = classes[scores[asked].argmax(axis=1)] == sequences.labels[asked]
        unit = features / np.maximum(np.linalg.norm(features, axis=1, keepdims=True), 1e-9)
        found = search_quality(unit[asked], unit[kept], list(sequences.labels[asked]), list(sequences.labels[kept]))
        maps.append(found["map"])
    return right, float(np.mean(maps))


def _fit(sequences: Sequences, kept: np.ndarray, pooling: str, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Class scores ``[2 N, C]`` and features ``[2 N, E]`` of all, by what some of them taught, and the classes."""
    classes, targets = np.unique(sequences.labels[kept], return_inverse=True)
    with seeded(seed):
        net, width = POOLINGS[pooling](sequences.tokens.shape[2], sequences.tokens.shape[1])
        classifier = nn.Sequential(nn.Dropout(DROPOUT), nn.Linear(width, len(classes)))
    inputs, wanted = sequences.tokens[kept], torch.from_numpy(targets)

    def make(rows: np.ndarray, _rng: np.random.Generator) -> dict[str, Tensor]:
        chosen = torch.from_numpy(rows)
        return {"tokens": inputs[chosen], "targets": wanted[chosen]}

    def loss(batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        return {"class": functional.cross_entropy(classifier(net(batch["tokens"])[0]), batch["targets"])}

    how = TrainOptions(
        Optimiser("adamw", RATE, decay=DECAY), Schedule("cosine"), epochs=EPOCHS, seed=seed, device="cpu"
    )
    task = Task({"pooling": net, "classifier": classifier}, ShuffledBatches(len(kept), BATCH, make, seed=seed), loss)
    Trainer(task, how).run()
    with torch.inference_mode():
        features = net(sequences.tokens)[0]
        return classifier(features).numpy(), features.numpy(), classes
