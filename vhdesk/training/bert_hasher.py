"""Trains the hash heads of paper 000's systems on labelled features: stored ones, a library's, or those of videos."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput, printable
from vhdesk.evaluation.groups import default_group
from vhdesk.library.notes import Notes
from vhdesk.systems.card import SystemCard, card
from vhdesk.systems.desk import HASHER_FILE
from vhdesk.systems.system import System, load_system
from vhdesk.training.bert_plan import reading_of, words_of
from vhdesk.training.data import clip_rows
from vhdesk.training.desk_hasher import clip_sources, table_of
from vhdesk.training.events import Noted, TrainReport
from vhdesk.training.features import read_features
from vhdesk.training.hash_heads import LabelledFeatures, check_labels, fit_heads, lengths
from vhdesk.training.output import make_output, write_system
from vhdesk.training.recipes import LabelledHasherOptions
from vhdesk.training.sources import held_out
from vhdesk.training.workplace import Workplace

if TYPE_CHECKING:
    from vhdesk.library.library import Library
# Segments that are encoded between two looks at whether to stop.
AT_ONCE = 32

Gathered = tuple[LabelledFeatures, tuple[tuple[str, str], ...]]


def train(system: str, options: LabelledHasherOptions, place: Workplace) -> TrainReport:
    """Train a head for every length and write a whole system with the base system's encoder.

    Raises:
        BadInput: options that cannot be used, or too few labels to train by.
        ModelProblem: the base system's weights are missing.
        Interrupted: stopped before the first step; nothing was written.
    """
    started = time.monotonic()
    output = make_output(options, system)
    base = base_of(system, options)
    bits = lengths(options, base.bits)
    features, failures = gather(options, base, place)
    test = held_out(features.groups, options.held_out, seed=options.seed)
    kept, outside = features.take(~test), features.take(test)
    check_labels(kept.labels)
    place.listener.tell(Noted(f"{len(kept)} labelled stretches to train on, {len(outside)} to measure on."))
    heads = fit_heads(kept, outside, bits, options, place, output.checkpoints / "heads", resume=options.resume)
    report = TrainReport(
        system=system,
        stage="hasher",
        out=str(output.folder),
        model=output.name if output.listed else "",
        files={},
        bits=bits,
        items={"segments": len(kept), "videos": len(np.unique(kept.items))},
        held_out=len(outside),
        seconds=time.monotonic() - started,
        cancelled=heads.fit.cancelled,
        fit=heads.fit,
        metrics=heads.metrics,
        failures=failures,
    )
    if heads.fit.cancelled:
        return report
    changes = {
        **words_of(base),
        "bits": list(bits),
        "classes": list(heads.classes),
        "trained_on": {"hasher": f"{len(kept)} labelled stretches of video in {len(heads.classes)} classes"},
        "quality": heads.metrics,
    }
    files = write_system(output, base.with_weights(), {HASHER_FILE: heads.tensors}, changes)
    return replace(report, files=files, seconds=time.monotonic() - started)


def base_of(system: str, options: LabelledHasherOptions) -> SystemCard:
    """The card of the system whose features are hashed.

    Raises:
        BadInput: there is none of that name, or it is of another kind.
    """
    base = card(options.start or system)
    if base.kind != system:
        raise BadInput(
            f"The system '{base.name}' is made otherwise. Begin with '{system}', or with one trained as it is."
        )
    return base


def gather(options: LabelledHasherOptions, base: SystemCard, place: Workplace) -> Gathered:
    """Labelled features, and the files that gave nothing.

    Raises:
        BadInput: nothing labelled, or two kinds of it were named.
        Interrupted: stopped.
    """
    if options.features:
        if options.videos:
            raise BadInput("Name either --videos FOLDER or --features FILE.")
        return stored_features(options.features, base), ()
    found = load_system(
        base.name, device=place.device.device, precision=place.device.precision, indexing=place.indexing
    )
    if options.videos:
        return video_features(options, found, place)
    if place.library is None:
        raise BadInput("Name what to train on: --videos FOLDER or --features FILE.")
    return library_features(options, found, place.library()), ()


def stored_features(path: Path, base: SystemCard) -> LabelledFeatures:
    """The labelled ones of a file.

    Raises:
        BadInput: they are of another system, or none has a label.
    """
    found = read_features(path)
    if found.sequences.shape[2] != base.feature:
        raise BadInput(
            f"The features are of {found.sequences.shape[2]} numbers each, those of the system '{base.name}' of "
            f"{base.feature}. Save features of that system."
        )
    rows = [row for row, label in enumerate(found.labels) if label is not None]
    if not rows:
        raise BadInput(f"{printable(str(path))} has no 'labels'. Save one for every row of 'features'.")
    return LabelledFeatures(
        found.sequences[rows].mean(axis=1),
        tuple(found.labels[row] or "" for row in rows),
        tuple(found.groups[row] for row in rows),
        found.items[rows],
    )


def video_features(options: LabelledHasherOptions, system: System, place: Workplace) -> Gathered:
    """Those of the videos that are named, by the folders that they are in.

    Raises:
        BadInput: there are none.
        Interrupted: stopped.
    """
    base = system.card
    clips = clip_rows(clip_sources(options, place, labels=True), reading_of(base, place), place.listener)
    rows = [row for row, label in enumerate(clips.labels) if label is not None]
    count = place.listener.counter("encoding videos", len(rows))
    found = []
    for start in range(0, len(rows), AT_ONCE):
        segments = [clips.rows[row][: clips.counts[row]] for row in rows[start : start + AT_ONCE]]
        found += [system.pooled(sequence) for sequence in system.features_of(segments)]
        count(len(found))
    features = LabelledFeatures(
        np.concatenate(found).astype(np.float32) if found else np.zeros((0, base.feature), np.float32),
        tuple(clips.labels[row] or "" for row in rows),
        tuple(clips.groups[row] for row in rows),
        clips.source[rows],
    )
    return features, clips.failures


def library_features(options: LabelledHasherOptions, system: System, library: Library) -> LabelledFeatures:
    """Those that a library holds of its labelled videos; nothing is decoded.

    Raises:
        BadInput: it holds none of this system.
        LibraryProblem: it cannot be read.
    """
    segments = Notes(library).labelled_segments(system.fingerprint)
    held = library.sequences([segment for segment, _, _ in segments], system.fingerprint)
    segments = [found for found in segments if found[0] in held]
    if not segments:
        raise BadInput(
            f"The library has no labelled videos that '{system.name}' encoded. Index a folder whose folders are the "
            f"labels, 'vhdesk index FOLDER --label-from-folder --system {system.name}', or name one: --videos FOLDER."
        )
    known = {video.id: video for video in library.known_videos(system.fingerprint).values()}
    roots = {root.id: root for root in library.roots()}
    videos = list(dict.fromkeys(video for _, video, _ in segments))
    groups = {}
    for id_ in videos:
        video, root = known[id_], roots[known[id_].root_id]
        folder = root.path if root.label_from_folder else None
        groups[id_] = default_group(video.path, folder, video.content_hash or video.path)
    table = table_of(options)
    if table is not None:
        named = table.groups_of([known[id_].path for id_ in videos], [root.path for root in roots.values()])
        groups |= {id_: f"named {name}" for id_, name in zip(videos, named, strict=True) if name is not None}
    pooled = [system.pooled(system.stored(held[segment])) for segment, _, _ in segments]
    return LabelledFeatures(
        np.concatenate(pooled).astype(np.float32),
        tuple(label for _, _, label in segments),
        tuple(groups[video] for _, video, _ in segments),
        np.array([video for _, video, _ in segments], np.int64),
    )
