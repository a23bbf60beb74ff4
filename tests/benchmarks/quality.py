"""What the built-in codes find on the labelled clips: every clip queries all others, its own recording left out.

Fast and exact decoding, float features and codes of every length, in one run. AP over the whole ranking.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tabulate import tabulate

from tests.conftest import SHARED
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
    system = load_system("desk")
    table = []
    for decode in levels:
        pooled = _features(system, [videos / row["path"] for row in rows], decode)
        unit = system.hasher.embed(pooled)
        table.append((decode, "float cosine", *_score(unit @ unit.T, labels, groups)))
        for bits in system.card.bits:
            signs = np.unpackbits(system.codes(pooled, bits), axis=1).astype(np.float32) * 2 - 1
            table.append((decode, f"{bits} bits", *_score(signs @ signs.T, labels, groups)))
    rng = np.random.default_rng(0)
    table.append(("", "chance", *_score(rng.random((len(rows), len(rows))), labels, groups)))
    print(tabulate(table, headers=("decoding", "ranking by", "mAP", "P@5"), disable_numparse=True))
    print(f"{len(rows)} clips, {len(set(labels))} classes, {len(set(groups))} recordings; {system.encoder.info}")


def _features(system: System, paths: Sequence[Path], decode: str) -> np.ndarray:
    card = system.card
    with DecodePool() as pool:
        requests = [DecodeRequest(str(p), card.frames, card.side, 8000, 4000, decode=decode) for p in paths]
        futures = [pool.submit(request) for request in requests]
        segments = [pool.reply(future).segments for future in futures]
    return np.concatenate([system.pooled(system.features(found[0].frames)) for found in segments])


def _score(similarity: np.ndarray, labels: np.ndarray, groups: np.ndarray) -> tuple[str, str]:
    precisions, firsts = [], []
    for query in range(len(labels)):
        others = groups != groups[query]
        order = np.argsort(-similarity[query][others], kind="stable")
        relevant = (labels[others] == labels[query])[order]
        if relevant.any():
            ranks = np.flatnonzero(relevant) + 1
            precisions.append(float(np.mean(np.arange(1, len(ranks) + 1) / ranks)))
            firsts.append(float(relevant[:5].mean()))
    return f"{np.mean(precisions):.3f}", f"{np.mean(firsts):.3f}"
