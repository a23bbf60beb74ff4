"""Trains the code token without labels: start, loss and task.

The net is :class:`vhdesk.nets.attention.CodeAttention`. It starts as a hash in closed form. Heads look at one part of
the segment each; the cosine transform over the parts tells what is seen (its mean) and how it moves. Directions in
which altered copies differ from their originals are damped, and what is left becomes bits by ITQ, nested: the first 64
bits are an ITQ code, in an order in which every beginning keeps the items' likeness best; longer codes add the bits of
longer ITQ codes that say most that is new.

A short training then pulls it to three aims, for all code lengths at once (the first L signs are the code of L bits):

- neighbours: a row of code similarities gives the row of :func:`.neighbours.diffused` similarities (a cross-entropy as
  in t-SNE; the part of SSVH's neighbour loss, paper 003, equation 21);
- copies: two differently altered views of one item find each other among all items of the batch, those of the same
  recording included (InfoNCE, as ConMH does), and agree in their outputs (the intra-pair loss of paper 001);
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

from vhdesk.hashing.itq import fit_itq
from vhdesk.hashing.pca import principal_axes
from vhdesk.nets.attention import CodeAttention
from vhdesk.training.batches import DrawnBatches
from vhdesk.training.desk_views import Views
from vhdesk.training.engine import Task, seeded
from vhdesk.training.neighbours import descriptions, diffused

if TYPE_CHECKING:
    from numpy.typing import NDArray

AXES, CHANGE_AXES, HEADS, HIDDEN = 192, 64, 6, 192
# Lengths that are trained, and how much telling copies apart counts for each: 16 bits cannot.
LENGTHS = {16: 0.3, 32: 0.6, 64: 1.0, 128: 1.0, 256: 1.0, 512: 0.7}
OUTPUTS = max(LENGTHS)
CLIPS_A_BATCH, PICTURES_A_BATCH = 256, 64
PLAIN_SHARE = 0.2
TEMPERATURE = 0.1
# Much less than in descriptions: what follows movement is lost in copies that are cut in time and in pictures, and the
# training brings back of it what tells kinds of movement apart.
PLACE_WEIGHTS = (1.0, 0.3, 0.3, 0.2, 0.2)
CHANGE_WEIGHT = 0.5
SHARPNESS = 2.0
FEATURES_OF_AXES = 60_000
# How strongly the directions of copies are damped, and what every direction is taken to vary at least.
DAMPING, FLOOR = 0.25, 0.3
FIRST_CODE = 64
NEIGHBOURS_WEIGHT, COPIES_WEIGHT, AGREEMENT_WEIGHT = 1.0, 1.0, 1.0


def begin(views: Views, seed: int) -> CodeAttention:
    """The net as a hash of clips in closed form."""
    clean = torch.from_numpy(views.sequences[0].astype(np.float32))
    with seeded(seed), torch.no_grad():
        net = CodeAttention(clean.shape[2], clean.shape[1], AXES, CHANGE_AXES, HEADS, OUTPUTS, HIDDEN)
        changes = (clean[:, 1:] - clean[:, :-1]).abs() if clean.shape[1] > 1 else torch.zeros_like(clean)
        for x, mean, axes in ((clean, net.mean, net.axes), (changes, net.change_mean, net.change_axes)):
            _set_axes(x.flatten(0, 1), mean, axes)
        moments = (torch.arange(clean.shape[1]) + 0.5) / clean.shape[1]
        centres = (torch.arange(HEADS) + 0.5) / HEADS
        net.position.copy_(-SHARPNESS * ((moments - centres[:, None]) * HEADS) ** 2)
        seen = torch.stack([net.attend(tokens) for tokens in tokens_of(net, views)])
        _set_output(net, seen, centres, seed)
    return net


def _set_axes(x: Tensor, mean: Tensor, axes: Tensor) -> None:
    """Principal axes of ``[M, D]``, scaled so that centred rows have a mean square of 1."""
    if len(x) > FEATURES_OF_AXES:
        x = x[torch.randperm(len(x))[:FEATURES_OF_AXES]]
    mean.copy_(x.mean(dim=0))
    centred = x - mean
    scale = centred.square().sum(dim=1).mean().sqrt().clamp_min(1e-6)
    _, vectors = torch.linalg.eigh(centred.T @ centred)
    found = vectors.flip(1).T[: len(axes)] / scale
    axes[: len(found)] = found


def _set_output(net: CodeAttention, seen: Tensor, centres: Tensor, seed: int) -> None:
    """The output layer for what the heads see of every view, ``[V, N, H C]``."""
    orders = torch.arange(len(PLACE_WEIGHTS))[:, None]
    basis = torch.where(orders > 0, math.sqrt(2), 1.0) * torch.cos(math.pi * orders * centres) / HEADS
    parts = torch.einsum("kh,vnhc->vnkc", basis, seen.reshape(*seen.shape[:2], HEADS, -1))
    parts = parts - parts[0].mean(dim=0)
    weights = torch.zeros(parts.shape[2:])
    for number, weight in enumerate(PLACE_WEIGHTS):
        weights[number, :AXES] = weight / _size(parts[0, :, number, :AXES])
    weights[0, AXES:] = CHANGE_WEIGHT / _size(parts[0, :, 0, AXES:])
    used = weights.flatten() != 0
    described = (parts * weights).flatten(2)[..., used].double().numpy()
    rows = np.zeros((OUTPUTS, len(used)))
    rows[:, used.numpy()] = nested_bits(described, seed)
    maps = torch.einsum("kh,kc->kch", basis, weights)
    out = torch.einsum("ekc,kch->ehc", torch.from_numpy(rows).float().reshape(OUTPUTS, *weights.shape), maps).flatten(1)
    answers = seen[0] @ out.T
    deviation = answers.std(dim=0).clamp_min(1e-6)
    net.out.weight.copy_(out / deviation[:, None])
    net.out.bias.copy_(-answers.mean(dim=0) / deviation)


def _size(x: Tensor) -> Tensor:
    return x.square().sum(dim=1).mean().sqrt().clamp_min(1e-6)


def nested_bits(described: NDArray[np.float64], seed: int) -> NDArray[np.float64]:
    """Projections ``[OUTPUTS, E]`` whose first L signs are codes of L bits, from V views of N items, ``[V, N, E]``."""
    damped = damping(described)
    clean = described[0] @ damped
    clean = clean - clean.mean(axis=0)
    most = min(OUTPUTS, *clean.shape)
    axes = principal_axes(clean, most)
    unit = clean / np.maximum(np.linalg.norm(clean, axis=1, keepdims=True), 1e-12)
    rows = np.zeros((0, clean.shape[1]))
    for length in (length for length in LENGTHS if length >= FIRST_CODE):
        wide = min(length, most)
        turn = fit_itq(unit @ axes[:, :wide], wide, iterations=40, seed=seed)
        found = (axes[:, :wide] @ turn).T
        wanted = length - len(rows)
        if not len(rows):
            rows = found[kept_order(np.where(clean @ found.T >= 0, 1.0, -1.0), unit)]
        else:
            rows = np.concatenate([rows, found[newest(clean @ found.T, clean @ rows.T)[:wanted]]])
        if len(rows) < length:  # more bits than items or dimensions: at random
            drawn = np.random.default_rng([seed, length]).standard_normal((length - len(rows), clean.shape[1]))
            rows = np.concatenate([rows, drawn / np.linalg.norm(drawn, axis=1, keepdims=True)])
    return rows @ damped.T


def damping(described: NDArray[np.float64]) -> NDArray[np.float64]:
    """``[E, E]``, symmetric: (S + FLOOR)^-DAMPING with S the scatter of an item's views about their mean."""
    within = described - described.mean(axis=0)
    flat = within.reshape(-1, within.shape[2])
    scatter = flat.T @ flat
    size = len(scatter)
    scatter = scatter / max(1e-12, float(np.trace(scatter))) + FLOOR * np.eye(size) / size
    values, vectors = np.linalg.eigh(scatter)
    found: NDArray[np.float64] = (vectors * (values * size) ** -DAMPING) @ vectors.T
    return found


def kept_order(signs: NDArray[np.float64], unit: NDArray[np.float64]) -> NDArray[np.intp]:
    """An order of bits ``[N, L]`` in which the code's similarities correlate best with the cosines, one by one."""
    like = unit @ unit.T
    like = like - like.mean(axis=0) - like.mean(axis=1)[:, None] + like.mean()
    gains = np.einsum("ik,ij,jk->k", signs, like, signs, optimize=True)
    shared = (signs.T @ signs) ** 2
    size = float(len(signs)) ** 2
    gained, norm, crossed = 0.0, 0.0, np.zeros(len(gains))
    order: list[int] = []
    free = np.ones(len(gains), np.bool_)
    while free.any():
        score = np.where(free, (gained + gains) / np.sqrt(norm + 2 * crossed + size), -np.inf)
        best = int(score.argmax())
        order.append(best)
        free[best] = False
        gained += float(gains[best])
        norm += 2 * float(crossed[best]) + size
        crossed += shared[best]
    return np.array(order, np.intp)


def newest(found: NDArray[np.float64], held: NDArray[np.float64]) -> NDArray[np.intp]:
    """Bits of ``found [N, L]``, those first that correlate least with any bit of ``held [N, M]``."""
    ours, theirs = (np.where(x >= 0, 1.0, -1.0) for x in (found, held))
    return np.argsort(np.abs(ours.T @ theirs).max(axis=1), kind="stable")


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
    """Tokens of all views, ``[V, N, T, C]``; a picture is taken to move like most clips, as when it is searched by."""
    found = torch.stack([net.tokens(still(torch.from_numpy(view.astype(np.float32)))) for view in views.sequences])
    if views.sequences.shape[2] > 1:
        return found
    found[..., len(net.axes) :] = 0
    return found[:, :, :1]


def still(sequences: Tensor) -> Tensor:
    """``[N, T, D]``; of a single feature two, since changes are between two."""
    return sequences.expand(-1, 2, -1) if sequences.shape[1] == 1 else sequences


@torch.no_grad()
def outputs_of(net: CodeAttention, sequences: NDArray[np.floating]) -> NDArray[np.float32]:
    """``[N, T, D]`` to ``[N, E]``."""
    net.eval()
    parts = [
        net(torch.from_numpy(part.astype(np.float32))).numpy()
        for part in np.array_split(sequences, -(-len(sequences) // 512))
    ]
    return np.concatenate(parts)
