"""What the built-in codes find on the labelled clips: every clip queries all others, its own recording left out.

Fast and exact decoding, float features and codes of every length, in one run.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tabulate import tabulate

from tests.conftest import SHARED
from vhdesk.evaluation.controls import chance
from vhdesk.evaluation.measure import Entry, measure
from vhdesk.evaluation.ranking import by_distance, code_distances, cosine_distances
from vhdesk.evaluation.split import make_split
from vhdesk.media.decode import DecodeRequest
from vhdesk.media.pool import DecodePool
from vhdesk.systems.system import System, load_system


def run(levels: Sequence[str] = ("fast", "exact")) -> None:
    """Print the table."""
    videos = SHARED / "videos"
    if not videos.exists():
        print("the real clips are not here")
        return
    with (videos / "MANIFEST.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["path"].startswith("labelled/")]
    labels, groups = (np.array([row[name] for row in rows]) for name in ("label", "group"))
    recordings = np.unique(groups, return_inverse=True)[1].astype(np.int64)
    keys = recordings[:, None]
    split = make_split(labels, labels, query_keys=keys, database_keys=keys, query_groups=recordings)
    system = load_system("desk")
    entries = []
    for decode in levels:
        pooled = _features(system, [videos / row["path"] for row in rows], decode)
        distances = {"float cosine": cosine_distances(*[system.hasher.embed(pooled)] * 2)}
        distances |= {f"{bits} bits": code_distances(*[system.codes(pooled, bits)] * 2) for bits in system.card.bits}
        entries += [
            Entry(f"{decode}: {name}", None, lambda d=d: by_distance(d, split)) for name, d in distances.items()
        ]
    entries.append(Entry("chance", None, lambda: chance(split)))
    summary = measure(entries, split, 100, check=lambda: None, tell=lambda *_: None)
    table = [
        (s.name, f"{s.map['whole']:.3f}", _span(s, "whole"), f"{s.top5['precision']:.3f}", _span(s, "precision"))
        for s in summary.scores
    ]
    print(tabulate(table, headers=("decoding, ranking", "mAP", "95 %", "P@5", "95 %"), disable_numparse=True))
    print(f"{summary.queries} clips, {len(set(labels))} classes, {summary.groups} recordings; {system.encoder.info}")


def _span(score, name: str) -> str:
    return "–".join(f"{end:.3f}" for end in score.interval95[name])


def _features(system: System, paths: Sequence[Path], decode: str) -> np.ndarray:
    card = system.card
    with DecodePool() as pool:
        requests = [
            DecodeRequest(str(p), card.frames, card.side, 8000, 4000, remove_bars=card.remove_bars, decode=decode)
            for p in paths
        ]
        futures = [pool.submit(request) for request in requests]
        segments = [pool.reply(future).segments for future in futures]
    return np.concatenate([system.pooled(system.features(found[0].frames)) for found in segments])
