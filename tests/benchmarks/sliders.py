"""From a moved slider to the new answer: mask ratio, k, threshold and code length on 100,000 segments.

The query has three segments, is decoded and encoded already, and the window asks for 100 results. Times are of the
search engine with what the desk does before it, on one thread; beside them the processor's, which other programs that
run meanwhile do not lengthen. The first move is the first re-ranking, or the first mask, of a query: it reads.
"""

from __future__ import annotations

import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from tabulate import tabulate

from tests.benchmarks.search import fill_library
from vhdesk.hashing.categories import Categories, Classifier
from vhdesk.library.library import Library
from vhdesk.search.engine import QuerySegment, SearchEngine
from vhdesk.search.results import Par
from vhdesk.systems.card import card
from vhdesk.systems.desk import load_hasher

SEGMENTS = int(os.environ.get("VHDESK_BENCHMARK_SLIDERS", 10**5))
LENGTHS = (16, 64, 256)
CATEGORIES = 20
PARTS = 3
TOP = 100
ROUNDS = 40


class Sliders:
    """One query, and what is searched by at every setting."""

    def __init__(self, library: Library, pooled: np.ndarray) -> None:
        self._hasher = load_hasher(card("desk"))
        self._engine = SearchEngine(library)
        self._pooled = pooled
        random = np.random.default_rng(5)
        self._categories = {
            bits: Categories(
                tuple(map(str, range(CATEGORIES))),
                Classifier(
                    np.arange(CATEGORIES),
                    random.standard_normal((CATEGORIES, bits)).astype(np.float32),
                    np.zeros(CATEGORIES, np.float32),
                ),
            )
            for bits in LENGTHS
        }

    def answer(self, bits: int, ratio: float, par: Par | None) -> int:
        """Search, as the desk does; the number of results."""
        segments = [
            QuerySegment(i * 4000, i * 4000 + 8000, self._hasher.codes(p, bits)[0], self._hasher.embed(p)[0])
            for i, p in enumerate(self._pooled[:, None])
        ]
        if ratio < 1:
            known = self._categories[bits]
            rows, _ = known.judge(np.stack([segment.code for segment in segments]))
            masks = known.masks(ratio)[rows]
            segments = [
                QuerySegment(s.start_ms, s.end_ms, s.code, s.embedding, mask)
                for s, mask in zip(segments, masks, strict=True)
            ]
        return len(self._engine.search(segments, "f", bits, TOP, self._embed, par=par).results)

    def _embed(self, sequences: list[bytes]) -> np.ndarray:
        return self._hasher.embed(np.frombuffer(b"".join(sequences), np.float16).reshape(len(sequences), -1))


def run() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as place:
        library = Library(Path(place) / "l.vhdesk")
        library.open()
        for pooled, _ in fill_library(library, SEGMENTS, LENGTHS):
            queries = pooled
        _print(library, queries)
        library.close()


def _print(library: Library, queries: np.ndarray) -> None:
    rows = []
    ratios, ks = itertools.cycle(np.linspace(0.2, 0.95, 16).tolist()), itertools.cycle(range(20, 400, 20))
    thresholds, lengths = itertools.cycle(np.linspace(-0.5, 0.9, 15).tolist()), itertools.cycle(LENGTHS)
    moves: dict[str, Callable[[Sliders], object]] = {
        "mask ratio": lambda s: s.answer(64, next(ratios), None),
        "mask ratio, re-ranked": lambda s: s.answer(64, next(ratios), Par(100, 0.3)),
        "k": lambda s: s.answer(64, 1.0, Par(next(ks), 0.3)),
        "threshold": lambda s: s.answer(64, 1.0, Par(100, next(thresholds))),
        "threshold, among all segments": lambda s: s.answer(64, 1.0, Par(100, next(thresholds), exact=True)),
        "code length": lambda s: s.answer(next(lengths), 1.0, None),
        "code length, re-ranked": lambda s: s.answer(next(lengths), 1.0, Par(100, 0.3)),
    }
    for name, move in moves.items():
        first, later = list[tuple[float, float]](), list[tuple[float, float]]()
        for start in range(0, 9, PARTS):  # three queries that nothing is remembered of
            sliders = Sliders(library, queries[start : start + PARTS])
            for bits in LENGTHS:
                sliders.answer(bits, 1.0, None)
            first.append(_milliseconds(lambda s=sliders, m=move: m(s)))
            later += [_milliseconds(lambda s=sliders, m=move: m(s)) for _ in range(ROUNDS)]
        walls, cpus = (sorted(times) for times in zip(*later, strict=True))
        figures = (
            min(wall for wall, _ in first),
            statistics.median(cpu for _, cpu in first),
            walls[0],
            statistics.median(walls),
            statistics.median(cpus),
            cpus[int(0.95 * (len(cpus) - 1))],
        )
        rows.append((name, *(f"{value:.1f}" for value in figures)))
    headers = (
        f"moved, {SEGMENTS:,} segments, ms", "first move", "CPU", "next: min", "median", "CPU median", "CPU p95",
    )  # fmt: skip
    print(tabulate(rows, headers=headers, disable_numparse=True), "\n")


def _milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """By the clock, and of the processor."""
    started, busy = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - started) * 1000, (time.thread_time() - busy) * 1000
