"""Searching a million codes: plain and masked, beside a running index job, and with features, against full scans.

Times are of one query on one thread. ``VHDESK_BENCHMARK_SEGMENTS`` makes the library of the last part smaller.
"""

from __future__ import annotations

import itertools
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from tabulate import tabulate

from tests.conftest import REPOSITORY, write_clip
from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentRecord, VideoFacts
from vhdesk.library.writer import NewFile
from vhdesk.search.index import HammingIndex
from vhdesk.search.masked import MaskedIndex
from vhdesk.systems.card import card
from vhdesk.systems.desk import load_hasher

ROUNDS = 100
NEAREST = 100
BUSY_QUERIES = 1500
SEGMENTS = int(os.environ.get("VHDESK_BENCHMARK_SEGMENTS", 10**6))
PER_VIDEO = 1000
SHORTLIST = 1000
TOP = 20
QUERIES = 30

INDEX_FOR_EVER = """
import sys
from pathlib import Path
from vhdesk.desk import Desk, IndexOptions
if __name__ == "__main__":
    with Desk(Path(sys.argv[1])) as desk:
        desk.open()
        while True:
            desk.index([Path(sys.argv[2])], IndexOptions(force=True), on_event=lambda event: print(event, flush=True))
"""


def run() -> None:
    """Print the tables."""
    _lengths()
    _against_numpy()
    _while_indexing()
    _with_features()


def _codes(count: int, bits: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (count, bits // 8), np.uint8)


def _index(codes: np.ndarray) -> HammingIndex:
    index = HammingIndex(codes.shape[1] * 8)
    index.add(np.arange(len(codes), dtype=np.int64), codes)
    return index


def _times(work: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of every round, ascending."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return sorted(times)


def _spread(times: list[float]) -> tuple[str, str, str]:
    return f"{times[0]:.2f}", f"{statistics.median(times):.2f}", f"{times[int(0.99 * (len(times) - 1))]:.2f}"


def _lengths() -> None:
    rows = []
    for count in (10**5, 10**6):
        for bits in (16, 64, 256, 512):
            codes = _codes(count, bits)
            index, query = _index(codes), _codes(1, bits, seed=1)
            masked, mask = MaskedIndex(index), np.packbits(np.random.default_rng(2).random(bits) < 0.6)
            words = codes.reshape(-1).view(np.uint64)
            masked.search(query, mask, NEAREST)
            # Interleaved, so that all three see the same machine.
            stream, plain, under_mask = (list[float]() for _ in range(3))
            for _ in range(ROUNDS // 10):
                stream += _times(lambda words=words: np.bitwise_or.reduce(words), 10)
                plain += _times(lambda index=index, query=query: index.search(query, NEAREST), 10)
                under_mask += _times(lambda m=masked, q=query, k=mask: m.search(q, k, NEAREST), 10)
            share = min(stream) / min(plain)
            rows.append(
                (
                    f"{count:,} x {bits}",
                    *_spread(sorted(plain)),
                    *_spread(sorted(under_mask)),
                    f"{codes.nbytes / min(stream) / 1e6:.0f}",
                    f"{100 * share:.0f} %",
                )
            )
    headers = ("k = 100, ms", "min", "median", "p99", "masked min", "median", "p99", "read GB/s", "of the read limit")
    print(tabulate(rows, headers=headers, disable_numparse=True), "\n")


def _against_numpy() -> None:
    """A masked search beside the same by numpy; the answers are the same."""
    rows = []
    for bits in (64, 256, 512):
        codes, query = _codes(10**6, bits), _codes(1, bits, seed=1)
        mask = np.packbits(np.random.default_rng(2).random(bits) < 0.6)
        masked = MaskedIndex(_index(codes))

        words, query_words, mask_words = (packed.view(np.uint64) for packed in (codes, query, mask))

        def by_words(
            words: np.ndarray = words, query: np.ndarray = query_words[0], mask: np.ndarray = mask_words
        ) -> np.ndarray:
            """Eight bytes at a time, the fastest of several ways in numpy."""
            distances = np.zeros(len(words), np.uint16)
            for column in range(words.shape[1]):
                distances += np.bitwise_count((words[:, column] ^ query[column]) & mask[column])
            return np.sort(distances[np.argpartition(distances, NEAREST)[:NEAREST]])

        def plain(codes: np.ndarray = codes, query: np.ndarray = query, mask: np.ndarray = mask) -> np.ndarray:
            distances = np.bitwise_count((codes ^ query) & mask).sum(axis=1, dtype=np.uint16)
            return np.sort(distances[np.argpartition(distances, NEAREST)[:NEAREST]])

        started = time.perf_counter()
        found, _ = masked.search(query, mask, NEAREST)
        built = (time.perf_counter() - started) * 1000
        same = np.array_equal(found[0], by_words())
        ours, numpys, plains = (list[float]() for _ in range(3))
        for _ in range(7):
            plains += _times(plain, 1)
            numpys += _times(by_words, 1)
            ours += _times(lambda m=masked, q=query, k=mask: m.search(q, k, NEAREST), 5)
        best = min(ours)
        times = (f"{best:.2f}", *(f"{min(t):.1f} ({min(t) / best:.0f}x)" for t in (plains, numpys)))
        rows.append((f"10^6 x {bits}", *times, f"{built:.0f}", same))
    headers = ("masked, ms", "ours", "numpy by bytes", "numpy by words", "first search of a mask", "same distances")
    print(tabulate(rows, headers=headers, disable_numparse=True), "\n")


@contextmanager
def _indexing() -> Iterator[None]:
    """A real index job in another process, decoding and encoding all the time."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for number in range(24):
            write_clip(folder / "v" / f"{number}.mp4", seed=number, frames=250, size=(640, 360))
        child = subprocess.Popen(
            [sys.executable, "-c", INDEX_FOR_EVER, str(folder / "l.vhdesk"), str(folder / "v")],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        try:
            assert child.stdout is not None
            for line in child.stdout:
                if "VideoIndexed" in line:
                    break
            # What it prints has to be read, or it would stand still.
            sink = subprocess.Popen(["cat"], stdin=child.stdout, stdout=subprocess.DEVNULL)
            yield
        finally:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            child.stdout.close()
            sink.wait()


def _while_indexing() -> None:
    index = _index(_codes(10**6, 64))
    queries = _codes(BUSY_QUERIES, 64, seed=3)

    def measure() -> list[float]:
        times = []
        for query in queries:
            started = time.perf_counter()
            index.search(query[None], NEAREST)
            times.append((time.perf_counter() - started) * 1000)
            time.sleep(0.002)  # a user's queries do not come back to back; a thread that sleeps is woken at once
        return sorted(times)

    rows = [("alone", *_spread(quiet := measure()), f"{quiet[-1]:.1f}")]
    with _indexing():
        rows.append(("beside an index run", *_spread(busy := measure()), f"{busy[-1]:.1f}"))
    headers = (f"10^6 x 64, {BUSY_QUERIES} queries, ms", "min", "median", "p99", "max")
    print(tabulate(rows, headers=headers, disable_numparse=True), "\n")


def made_up_features(rng: np.random.Generator, centres: np.ndarray, count: int) -> np.ndarray:
    """``[count, D] float16``, made-up pooled features in clusters of some hundreds."""
    spread = rng.standard_normal((count, centres.shape[1]), dtype=np.float32)
    return (centres[rng.integers(0, len(centres), count)] + 0.5 * centres.std() * spread).astype(np.float16)


def fill_library(
    library: Library, segments: int, lengths: Sequence[int] = (64,), seed: int = 4
) -> Iterator[tuple[np.ndarray, dict[int, np.ndarray]]]:
    """Fill a library with videos of made-up features in clusters; gives features and codes by length of each video.

    At the end come features of queries, ``QUERIES`` of them, of the same clusters.
    """
    hasher = load_hasher(card("desk"))
    rng = np.random.default_rng(seed)
    centres = rng.standard_normal((segments // 300 + 1, hasher.width), dtype=np.float32)
    with library.writer() as writer:
        root, system = writer.add_root("/v"), writer.add_system("desk", "f", {})
        paths = [f"/v/{number}.mp4" for number in range(segments // PER_VIDEO)]
        ids = writer.plan([NewFile(root.id, path, 1, 1, None) for path in paths])
        for path in paths:
            pooled = made_up_features(rng, centres, PER_VIDEO)
            codes = {bits: hasher.codes(pooled, bits) for bits in lengths}
            records = [
                SegmentRecord(
                    i,
                    i * 4000,
                    i * 4000 + 8000,
                    b"",
                    pooled[i].tobytes(),
                    {bits: of[i].tobytes() for bits, of in codes.items()},
                )
                for i in range(PER_VIDEO)
            ]
            writer.store_video(ids[path], system, VideoFacts(1, 1, path, 1, 1, 1, 25.0, 0, "h264"), records)
            yield pooled, codes
    queries = made_up_features(rng, centres, QUERIES)
    yield queries, {bits: hasher.codes(queries, bits) for bits in lengths}


def _with_features() -> None:
    """Shortlist by codes and order by features, as the library stores them, beside a scan of all features."""
    import faiss

    hasher = load_hasher(card("desk"))
    full = faiss.IndexFlatL2(len(hasher.mean))
    with tempfile.TemporaryDirectory() as place:
        library = Library(Path(place) / "l.vhdesk")
        library.open()
        held: list[np.ndarray] = []
        started = time.perf_counter()
        for pooled, codes in fill_library(library, SEGMENTS):
            queries, query_codes = pooled, codes[64]
            if len(held) * PER_VIDEO < SEGMENTS:
                full.add(hasher.embed(pooled))
                held.append(codes[64])
        filled = time.perf_counter() - started
        index = _index(np.concatenate(held))
        index.ids[:] += 1  # the library numbers its segments from 1
        _print_features(library, index, full, hasher.embed(queries), query_codes)
        print(f"library of {SEGMENTS:,} segments: {library.path.stat().st_size / 1e9:.2f} GB, filled in {filled:.0f} s")
        library.close()


def _print_features(library: Library, index: HammingIndex, full: Any, units: np.ndarray, codes: np.ndarray) -> None:
    hasher = load_hasher(card("desk"))
    full_ms, recalls = list[float](), list[float]()
    ours: list[tuple[float, ...]] = []

    def ask(unit: np.ndarray, code: np.ndarray) -> set[int]:
        marks = [time.perf_counter()]
        _, ids = index.search(code[None], SHORTLIST)
        marks.append(time.perf_counter())
        hits = library.hits(ids[0].tolist(), "f")
        marks.append(time.perf_counter())
        features = np.frombuffer(b"".join(hit.sequence for hit in hits.values()), np.float16).reshape(len(hits), -1)
        order = np.argsort(-(hasher.embed(features) @ unit))[:TOP]
        marks.append(time.perf_counter())
        ours.append(tuple((end - start) * 1000 for start, end in itertools.pairwise(marks)))
        known = list(hits)
        return {known[place] for place in order}

    # In turns of ten: a scan of gigabytes before every query would empty the caches, which no user's query finds so.
    for start in range(0, len(units), 10):
        turn = list(zip(units[start : start + 10], codes[start : start + 10], strict=True))
        wanted = []
        for unit, _ in turn:
            started = time.perf_counter()
            wanted.append(set((full.search(unit[None], TOP)[1][0] + 1).tolist()))
            full_ms.append((time.perf_counter() - started) * 1000)
        recalls += [len(ask(*query) & best) / TOP for query, best in zip(turn, wanted, strict=True)]
    totals = sorted(map(sum, ours))
    stations = [sorted(times) for times in zip(*ours, strict=True)]
    rows = [
        ("scan of all features, IndexFlatL2", *_spread(sorted(full_ms))),
        (f"codes, then {SHORTLIST} by features", *_spread(totals)),
        ("   nearest codes", *_spread(stations[0])),
        ("   reading what the library holds of them", *_spread(stations[1])),
        ("   ordering by features", *_spread(stations[2])),
    ]
    print(tabulate(rows, headers=(f"{SEGMENTS:,} segments, ms", "min", "median", "p99"), disable_numparse=True))
    best, middle = min(full_ms) / totals[0], statistics.median(full_ms) / statistics.median(totals)
    print(f"{best:.1f} times less by the best, {middle:.1f} by the medians; ", end="")
    print(f"recall@{TOP} of the full scan {np.mean(recalls):.3f}")
