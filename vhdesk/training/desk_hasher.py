"""Fits the built-in system's hasher, without labels, on a library, on videos or on stored features."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput
from vhdesk.evaluation.groups import GroupTable, read_groups
from vhdesk.hashing.itq import fit_itq, quantisation_error
from vhdesk.hashing.linear import LinearHasher
from vhdesk.hashing.pca import principal_axes
from vhdesk.inputs import checked_file
from vhdesk.systems.card import SystemCard, card
from vhdesk.systems.desk import HASHER_FILE, load_encoder
from vhdesk.systems.system import load_system
from vhdesk.training.data import Reading, clip_rows
from vhdesk.training.events import Noted, TrainReport
from vhdesk.training.features import Features, encoded_features, library_features, read_features
from vhdesk.training.output import as_tensors, make_output, write_system
from vhdesk.training.quality import code_quality, feature_quality, labelled_split, means_by
from vhdesk.training.recipes import DeskHasherOptions, StageOptions
from vhdesk.training.sources import find_sources, held_out
from vhdesk.training.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

SEEDS = 8
# More segments than these change no direction; they would only cost time and memory.
MOST_SEGMENTS = 100_000


def train(options: DeskHasherOptions, place: Workplace) -> TrainReport:
    """Fit mean and projections and write a whole system with the base system's encoder.

    Raises:
        BadInput: options that cannot be used, or too little to fit on.
        Interrupted: stopped; nothing was written.
    """
    started = time.monotonic()
    output = make_output(options, "desk")
    base = base_of(options)
    if is_weights(options.start):
        raise BadInput("Codes are fitted to a whole system, not to weights alone. Name one: --start desk.")
    bits = lengths(options, base)
    features, failures = gather(options, base, place)
    held = held_out(features.groups, options.held_out, seed=options.seed)
    kept = features.take(~held)
    tensors = fit(some(kept.pooled, options.seed), bits, check=place.listener.check, tell=place.listener.counter)
    metrics = measure(LinearHasher(tensors["mean"], projections(tensors, bits)), features.take(held))
    trained_on = {"hasher": f"{len(kept)} segments of {len(np.unique(kept.items))} videos, without labels"}
    changes = {"bits": list(bits), "trained_on": trained_on}
    files = write_system(output, base, {HASHER_FILE: as_tensors(tensors)}, changes)
    return TrainReport(
        system="desk",
        stage="hasher",
        out=str(output.folder),
        model=output.name if output.listed else "",
        files=files,
        bits=bits,
        items={"segments": len(kept), "videos": len(np.unique(kept.items))},
        held_out=int(held.sum()),
        seconds=time.monotonic() - started,
        metrics=metrics,
        failures=failures,
    )


def is_weights(start: str) -> bool:
    """Whether it names a file of weights instead of a system."""
    return start.lower().endswith(".safetensors")


def base_of(options: StageOptions) -> SystemCard:
    """The card of the system to begin with; where weights are named, that of the built-in one.

    Raises:
        BadInput: there is none of that name, or it is of another kind.
    """
    base = card("desk" if is_weights(options.start) else options.start)
    if base.kind != "desk":
        raise BadInput(f"The system '{base.name}' is made otherwise. Begin with the built-in one: --start desk.")
    return base


def lengths(options: StageOptions, base: SystemCard) -> tuple[int, ...]:
    """The code lengths that are asked for.

    Raises:
        BadInput: they make no whole bytes, or more than there are features.
    """
    bits = tuple(sorted(set(options.bits))) or base.bits
    for length in bits:
        if length < 8 or length % 8 or length > base.feature:
            raise BadInput(
                f"Codes have 8 to {base.feature} bits, a multiple of 8, not {length}. Choose others: --bits."
            )
    return bits


def gather(
    options: DeskHasherOptions, base: SystemCard, place: Workplace
) -> tuple[Features, tuple[tuple[str, str], ...]]:
    """The features that were asked for, and the files that gave none.

    Raises:
        BadInput: two kinds of them were named, or there are none.
    """
    if options.features and options.videos:
        raise BadInput("Name either --videos FOLDER or --features FILE.")
    if options.features:
        found = read_features(options.features)
        if found.sequences.shape[2] != base.feature:
            raise BadInput(
                f"The features have {found.sequences.shape[2]} numbers each, those of the system '{base.name}' "
                f"{base.feature}. Save features of that system."
            )
        return found, ()
    table = table_of(options)
    if not options.videos:
        if place.library is None:
            raise BadInput("Name what to train on: --videos FOLDER or --features FILE.")
        place.listener.tell(Noted("Training on the features that the library holds."))
        device = place.device
        system = load_system(options.start, device=device.device, precision=device.precision)
        return library_features(place.library(), system, table), ()
    sources = find_sources(options.videos, pictures=False, labels=options.label_from_folder, table=table)
    indexing = place.indexing
    reading = Reading(base.side, frames=base.frames, segment_ms=indexing.segment_ms, overlap_ms=indexing.overlap_ms)
    clips = clip_rows(sources, reading, place.listener)
    encoder = load_encoder(base, place.device.device, "float32")
    return encoded_features(clips, encoder, place.listener), clips.failures


def table_of(options: StageOptions) -> GroupTable | None:
    """The table of recordings, where one is named.

    Raises:
        BadInput: it cannot be read.
    """
    return read_groups(checked_file(options.groups)) if options.groups else None


def some(features: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """At most ``MOST_SEGMENTS`` of them, drawn at random."""
    if len(features) <= MOST_SEGMENTS:
        return features
    rows = np.random.default_rng(seed).choice(len(features), MOST_SEGMENTS, replace=False)
    return features[np.sort(rows)]


def fit(
    features: NDArray[np.float32],
    bits: Sequence[int],
    *,
    check: Callable[[], None] = lambda: None,
    tell: Callable[[str, int], Callable[[int], None]] = lambda _what, _total: lambda _done: None,
) -> dict[str, NDArray[np.float32]]:
    """Mean and one ITQ projection per code length, the best of several seeds by quantisation error.

    Args:
        features: ``[N, D]``.
        bits: code lengths.
        check: called between fits; may raise to stop.
        tell: told what is fitted and how many fits there are; gives what is told how many are done.

    Raises:
        BadInput: fewer features than bits.
    """
    enough(len(features), bits)
    mean = features.mean(axis=0)
    unit = LinearHasher(mean, {}).embed(features)
    tensors = {"mean": mean}
    # ITQ turns within the principal components; those of the longest code hold those of all others.
    axes = principal_axes(unit, max(bits))
    done, count = 0, tell("fitting codes", len(bits) * SEEDS)
    for length in bits:
        reduced, candidates = unit @ axes[:, :length], []
        for seed in range(SEEDS):
            check()
            candidates.append(fit_itq(reduced, length, seed=seed))
            done += 1
            count(done)
        best = min(candidates, key=lambda turn: quantisation_error(reduced, turn))
        tensors[f"projection_{length}"] = np.ascontiguousarray((axes[:, :length] @ best).astype(np.float32))
    return tensors


def enough(segments: int, bits: Sequence[int]) -> None:
    """Look whether codes can be fitted.

    Raises:
        BadInput: fewer segments than bits.
    """
    if segments < max(bits):
        raise BadInput(
            f"Codes of {max(bits)} bits need as many segments to fit on; there are {segments}. Name more videos, or "
            "ask for shorter codes: --bits 16."
        )


def projections(tensors: dict[str, NDArray[np.float32]], bits: Sequence[int]) -> dict[int, NDArray[np.float32]]:
    """Code length -> projection."""
    return {length: tensors[f"projection_{length}"] for length in bits}


def measure(hasher: LinearHasher, held: Features) -> dict[str, float]:
    """Quality on the held-out segments: quantisation error of every length, and mAP where there are labels.

    Segments of one video are asked as one item, by the mean of their features.
    """
    if not len(held):
        return {}
    unit = hasher.embed(held.pooled)
    found = {f"quantisation_error_{bits}": quantisation_error(unit, hasher.projections[bits]) for bits in hasher.bits}
    means, items = means_by(held.pooled, held.items)
    first = [int(np.flatnonzero(held.items == item)[0]) for item in items]
    split = labelled_split([held.labels[row] for row in first], [held.groups[row] for row in first])
    if split is None:
        return found
    means = means[split[1]]
    found |= {f"{name}_float": value for name, value in feature_quality(means, split[0]).items()}
    for bits in hasher.bits:
        quality = code_quality(hasher.codes(means, bits), split[0])
        found |= {f"{name}_{bits}": value for name, value in quality.items()}
    return found
