"""Trains the code token without labels: start, loss and task.

The net is :class:`vhdesk.nets.attention.CodeAttention`. It starts as a plain hash: heads look at one part of the
segment each, and the output layer turns principal components of how the parts differ (the cosine transform in time)
into codes, so that the first L outputs hold the largest components for every L. Training then pulls it to three aims,
for all code lengths at once (the first L signs are the code of L bits):

- neighbours: a row of code similarities gives the row of :func:`.neighbours.diffused` similarities (a cross-entropy as
  in t-SNE; the part of SSVH's neighbour loss, paper 003, equation 21);
- copies: two differently altered views of one item find each other among all items of the batch, those of the same
  recording included (InfoNCE, as ConMH does; the intra-pair loss of paper 001, with other items as its measure);
- balance: bits are half ones, and independent of each other.

The sign's gradient is that of tanh.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from vhdesk.nets.attention import CodeAttention
from vhdesk.training.batches import DrawnBatches
from vhdesk.training.desk_views import Views
from vhdesk.training.engine import Task, seeded
from vhdesk.training.neighbours import COSINES, descriptions, diffused

if TYPE_CHECKING:
    from numpy.typing import NDArray

AXES, CHANGE_AXES, HEADS, HIDDEN = 192, 64, 6, 192
# Lengths that are trained, and how much telling copies apart counts for each: 16 bits cannot.
LENGTHS = {16: 0.3, 32: 0.6, 64: 1.0, 128: 1.0, 256: 1.0, 512: 0.7}
OUTPUTS = max(LENGTHS)
CLIPS_A_BATCH, PICTURES_A_BATCH = 256, 64
PLAIN_SHARE = 0.2
TEMPERATURE = 0.1
PLACE_WEIGHTS = (1.0, *COSINES)
CHANGE_WEIGHT = 0.6
SHARPNESS = 2.0
FEATURES_OF_AXES = 60_000


def begin(views: Views, seed: int) -> CodeAttention:
    """The net as a plain hash of clips."""
    clean = torch.from_numpy(views.sequences[0].astype(np.float32))
    with seeded(seed), torch.no_grad():
        net = CodeAttention(clean.shape[2], clean.shape[1], AXES, CHANGE_AXES, HEADS, OUTPUTS, HIDDEN)
        changes = (clean[:, 1:] - clean[:, :-1]).abs() if clean.shape[1] > 1 else torch.zeros_like(clean)
        for x, mean, axes in ((clean, net.mean, net.axes), (changes, net.change_mean, net.change_axes)):
            _set_axes(x.flatten(0, 1), mean, axes)
        moments = (torch.arange(clean.shape[1]) + 0.5) / clean.shape[1]
        centres = (torch.arange(HEADS) + 0.5) / HEADS
        net.position.copy_(-SHARPNESS * ((moments - centres[:, None]) * HEADS) ** 2)
        _set_output(net, net.attend(net.tokens(clean)), centres)
    return net


def _set_axes(x: Tensor, mean: Tensor, axes: Tensor) -> None:
    """Principal axes of ``[M, D]``, scaled so that centred rows have a mean square of 1."""
    if len(x) > FEATURES_OF_AXES:
        x = x[torch.randperm(len(x))[:FEATURES_OF_AXES]]
    mean.copy_(x.mean(dim=0))
    centred = x - mean
    scale = centred.square().sum(dim=1).mean().sqrt().clamp_min(1e-6)
    _, vectors = torch.linalg.eigh(centred.T @ centred)
    axes.copy_(vectors.flip(1).T[: len(axes)] / scale)


def _set_output(net: CodeAttention, seen: Tensor, centres: Tensor) -> None:
    """Principal components of the weighted cosine transform over heads, turned at random within each code length."""
    waves = [torch.ones(HEADS), *(math.sqrt(2) * torch.cos(math.pi * k * centres) for k in range(1, len(COSINES) + 1))]
    basis = torch.stack(waves) / HEADS
    parts = torch.einsum("kh,nhc->nkc", basis, seen.view(len(seen), HEADS, -1))
    parts = parts - parts.mean(dim=0)
    weights = torch.zeros(parts.shape[1:])
    for part, weight in enumerate(PLACE_WEIGHTS):
        weights[part, :AXES] = weight / _size(parts[:, part, :AXES])
    weights[0, AXES:] = CHANGE_WEIGHT / _size(parts[:, 0, AXES:])
    described = (parts * weights).flatten(1)
    _, _, components = torch.linalg.svd(described, full_matrices=False)
    turned = _nested_turn(min(OUTPUTS, len(components))) @ components[:OUTPUTS]
    maps = torch.einsum("kh,kc->kch", basis, weights)
    out = torch.einsum("ekc,kch->ehc", turned.view(OUTPUTS, *weights.shape), maps).flatten(1)
    answers = seen @ out.T
    deviation = answers.std(dim=0).clamp_min(1e-6)
    net.out.weight.copy_(out / deviation[:, None])
    net.out.bias.copy_(-answers.mean(dim=0) / deviation)


def _size(x: Tensor) -> Tensor:
    return x.square().sum(dim=1).mean().sqrt().clamp_min(1e-6)


def _nested_turn(components: int) -> Tensor:
    """``[OUTPUTS, components]``: rows up to a code length mix as many components, so that short codes hold the first."""
    turn = torch.zeros(OUTPUTS, components)
    low = 0
    for high in LENGTHS:
        wide = min(high, components)
        drawn = torch.randn(high - low, wide)
        if wide >= high - low:
            orthogonal, _ = torch.linalg.qr(drawn.T)
            drawn = orthogonal.T
        turn[low:high, :wide] = functional.normalize(drawn, dim=1)
        low = high
    return turn


class CodeLoss(nn.Module):
    """The three aims, for a batch of two views of every item."""

    def __init__(self, net: CodeAttention) -> None:
        super().__init__()
        self._net = [net]  # the engine checkpoints the net itself

    def forward(self, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """``first`` and ``second`` ``[M, T, C]`` are tokens; ``alike [B, B]`` is for the first B items of both."""
        outputs = self._net[0].from_tokens(torch.cat([batch["first"], batch["second"]])).float()
        bits = signs(outputs)
        items, clips = len(batch["first"]), len(batch["alike"])
        own = torch.arange(items, device=bits.device)
        itself = torch.eye(clips, dtype=torch.bool, device=bits.device)
        neighbours = copies = bits.new_zeros(())
        for length, weight in LENGTHS.items():
            unit = bits[:, :length] / math.sqrt(length)
            near = unit[:items] @ unit[items:].T / TEMPERATURE
            found = functional.cross_entropy(near, own) + functional.cross_entropy(near.T, own)
            copies = copies + weight * found / 2
            among = near[:clips, :clips].masked_fill(itself, -1e4)
            says = among.log_softmax(dim=1) + among.T.log_softmax(dim=1)
            neighbours = neighbours - (batch["alike"] * says).sum(dim=1).mean() / 2
        return {
            "neighbours": NEIGHBOURS_WEIGHT * neighbours / len(LENGTHS),
            "copies": COPIES_WEIGHT * copies / len(LENGTHS),
            "agreement": AGREEMENT_WEIGHT * (1 - (outputs[:items].tanh() * outputs[items:].tanh()).mean()),
            "balance": balance(bits) + 0.02 * (outputs.abs() - 1).square().mean(),
        }


NEIGHBOURS_WEIGHT, COPIES_WEIGHT, AGREEMENT_WEIGHT = 1.0, 1.0, 0.0


def signs(outputs: Tensor) -> Tensor:
    """±1, sign(0) = 1, with the gradient of tanh."""
    soft = outputs.tanh()
    return soft + (torch.where(outputs >= 0, 1.0, -1.0) - soft).detach()


def balance(bits: Tensor) -> Tensor:
    """How far ±1 bits ``[M, L]`` are from half ones each, and from independent pairs, the first 64 once more."""
    shared = bits.T @ bits / len(bits)
    shared = shared - shared.diagonal().diag()
    return bits.mean(dim=0).square().mean() + shared.square().mean() + shared[:64, :64].square().mean()


def make_task(net: CodeAttention, clips: Views, pictures: Views | None, seed: int, validate: Any = None) -> Task:
    """What the engine trains.

    Args:
        net: as :func:`begin` makes it.
        clips: to train on.
        pictures: more items to tell apart.
        seed: of the batches.
        validate: metrics of the held-out part.
    """
    alike = diffused(descriptions(clips.sequences[0]))
    stack = tokens_of(net, clips)
    more = tokens_of(net, pictures) if pictures is not None and len(pictures) else None
    _, recordings = np.unique(clips.groups, return_inverse=True)

    def make(rng: np.random.Generator) -> dict[str, Any]:
        rows = whole_recordings(recordings, CLIPS_A_BATCH, rng)
        sides: list[list[Tensor]] = [[], []]
        for side in sides:
            drawn = rng.integers(len(stack), size=len(rows))
            drawn[rng.random(len(rows)) < PLAIN_SHARE] = 0
            side.append(stack[torch.from_numpy(drawn), torch.from_numpy(rows)])
        if more is not None:
            chosen = rng.choice(more.shape[1], min(PICTURES_A_BATCH, more.shape[1]), replace=False)
            for side in sides:
                drawn = rng.integers(len(more), size=len(chosen))
                still = more[torch.from_numpy(drawn), torch.from_numpy(chosen)]
                side.append(still.expand(-1, stack.shape[2], -1))
        wanted = alike[np.ix_(rows, rows)]
        wanted = wanted / np.maximum(wanted.sum(axis=1, keepdims=True), 1e-9)
        return {"first": torch.cat(sides[0]), "second": torch.cat(sides[1]), "alike": wanted}

    return Task(
        models={"net": net},
        batches=DrawnBatches(max(1, len(clips) // CLIPS_A_BATCH), make, seed=seed),
        loss=CodeLoss(net),
        validate=validate,
        watched="map" if validate is not None and getattr(validate, "split", None) is not None else "loss",
        higher_is_better=validate is not None and getattr(validate, "split", None) is not None,
        identity={"clips": len(clips), "views": len(stack), "seed": seed},
    )


def whole_recordings(recordings: NDArray[np.int64], size: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """At most ``size`` rows of some recordings: what is hardest to tell apart is of one recording."""
    order = rng.permutation(int(recordings.max()) + 1)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    found: NDArray[np.int64] = np.argsort(place[recordings], kind="stable")[:size]
    return found


@torch.no_grad()
def tokens_of(net: CodeAttention, views: Views) -> Tensor:
    """Tokens of all views, ``[V, N, T, C]``; a picture's stand still."""
    rows = [net.tokens(still(torch.from_numpy(view.astype(np.float32)))) for view in views.sequences]
    found = torch.stack(rows)
    return found[:, :, :1] if views.sequences.shape[2] == 1 else found


def still(sequences: Tensor) -> Tensor:
    """``[N, T, D]``; of a single feature two, so that its change is zero."""
    return sequences.expand(-1, 2, -1) if sequences.shape[1] == 1 else sequences


@torch.no_grad()
def outputs_of(net: CodeAttention, sequences: NDArray[np.floating]) -> NDArray[np.float32]:
    """``[N, T, D]`` to ``[N, E]``."""
    net.eval()
    parts = [net(torch.from_numpy(part.astype(np.float32))).numpy() for part in np.array_split(sequences, -(-len(sequences) // 512))]
    return np.concatenate(parts)

