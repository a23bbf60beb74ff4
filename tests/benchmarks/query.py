"""A 10-second clip dropped on a library: how long until the ranked answer is there."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from tabulate import tabulate

from tests.conftest import write_clip
from vhdesk.desk import Desk

ROUNDS = 20
LIMIT_S = 1.0


def run() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for number in range(20):
            write_clip(folder / "v" / f"{number}.mp4", seed=number, frames=250, size=(640, 360))
        with Desk(folder / "l.vhdesk") as desk:
            desk.open()
            desk.index([folder / "v"])
        started = time.perf_counter()
        with Desk(folder / "l.vhdesk") as desk:
            desk.open()
            desk.search(folder / "v" / "3.mp4")
            cold = time.perf_counter() - started
            times = [desk.search(folder / "v" / f"{i}.mp4").timing_ms for i in range(ROUNDS)]
        stations = ("decode", "encode", "shortlist", "rerank", "total")
        rows = [(s, *_spread([getattr(t, s) for t in times])) for s in stations]
        print(tabulate(rows, headers=("10 s 360p clip, warm, ms", "median", "max"), disable_numparse=True))
        print(f"first search of a fresh process, everything loaded on the way: {cold:.2f} s (limit {LIMIT_S} s)")


def _spread(values: list[float]) -> tuple[str, str]:
    return f"{statistics.median(values):.2f}", f"{max(values):.2f}"
