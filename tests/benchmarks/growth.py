"""How indexing, rescanning, opening and searching grow with the library: 10^3, 10^4, 5 x 10^4 and 10^5 videos.

Every file is really there (a small clip with bytes of its own), and really scanned, planned, stored and searched.
The row "real" decodes and encodes each of them; the others replay it: decode processes hand out the frames of one of
64 clips, and the encoder its features with noise of the file's own, so that 10^5 take minutes and not an hour. Each
size runs in a process of its own.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from tabulate import tabulate

from tests.conftest import REPOSITORY, write_clip
from vhdesk.desk import Desk
from vhdesk.media import pool
from vhdesk.media.decode import DecodeReply, DecodeRequest, decode_segments
from vhdesk.media.identity import content_hash
from vhdesk.settings import Settings

SIZES = (1_000, 10_000, 50_000, 100_000)
BASES = 64
PER_FOLDER = 500
QUERIES = 30
RESCAN_LIMIT_S = 60
RSS_LIMIT_MB = 1500


def run() -> None:
    """Print the table and the fitted exponents."""
    rows = [_measure_apart(SIZES[0], "real"), *(_measure_apart(size, "replayed") for size in SIZES)]
    names = [name for name in rows[0] if name not in {"videos", "decoding"}]
    for row in rows:
        print(f"{row['decoding']} {row['videos']:,}: {row['files']}", file=sys.stderr)
    table = []
    for name in names[1:]:
        values = [row[name] for row in rows]
        exponent = np.polyfit(np.log(SIZES), np.log(np.maximum(values[1:], 1e-4)), 1)[0]
        table.append((name, *(f"{value:.3g}" for value in values), f"{exponent:.2f}"))
    headers = ("", f"{SIZES[0]:,} real", *(f"{size:,} replayed" for size in SIZES), "exponent")
    print(tabulate(table, headers=headers, disable_numparse=True))
    rescan = next(row["rescan, wall s"] for row in rows if row["videos"] == 50_000)
    print(f"rescan of 50,000 unchanged files: {rescan:.2f} s (limit {RESCAN_LIMIT_S} s)")
    memory = rows[-1]["of it beside the model, MB"]
    print(f"memory at {SIZES[-1]:,} videos beside the model: {memory:.0f} MB (limit {RSS_LIMIT_MB} MB)")


def _measure_apart(size: int, decoding: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.growth", str(size), decoding]
    done = subprocess.run(command, cwd=REPOSITORY, check=True, stdout=subprocess.PIPE, text=True)
    row: dict[str, Any] = json.loads(done.stdout)
    return row


def make_files(folder: Path, count: int) -> None:
    """Valid small clips, no two with the same content."""
    bases = [write_clip(folder.parent / f"base{i}.mp4", seed=i, frames=8, fps=8, size=(64, 48)) for i in range(BASES)]
    contents = [base.read_bytes() for base in bases]
    for number in range(count):
        path = folder / f"part{number // PER_FOLDER:03}" / f"{number:06}.mp4"
        if number % PER_FOLDER == 0:
            path.parent.mkdir(parents=True)
        # A box that players pass over, with the number in it.
        path.write_bytes(contents[number % BASES] + (16).to_bytes(4, "big") + b"free" + number.to_bytes(8, "big"))


@functools.cache
def base_reply(folder: Path, number: int, frames: int, side: int) -> DecodeReply:
    """One of the clips that are replayed, decoded once in every process."""
    return decode_segments(DecodeRequest(str(folder / f"base{number}.mp4"), frames, side, 8000, 4000))


def replay(bases: Path, request: DecodeRequest) -> DecodeReply:
    """The frames of a clip decoded earlier, with the file's number in their first pixels."""
    number = int(Path(request.path).stem)
    reply = base_reply(bases, number % BASES, request.frames, request.side)
    frames = reply.segments[0].frames.copy()
    frames.reshape(-1)[:8] = np.frombuffer(number.to_bytes(8, "big"), np.uint8)
    facts = os.stat(request.path)
    return dataclasses.replace(
        reply,
        size_bytes=facts.st_size,
        mtime_ns=facts.st_mtime_ns,
        content_hash=content_hash(request.path),
        segments=(dataclasses.replace(reply.segments[0], frames=frames),),
    )


class ReplayedEncoder:
    """Features of clips encoded earlier, with noise of the file's own."""

    def __init__(self, encoder: Any, bases: dict[int, DecodeReply]) -> None:
        self.info = encoder.info
        self._features = {number: encoder(reply.segments[0].frames) for number, reply in bases.items()}

    def __call__(self, frames: np.ndarray) -> np.ndarray:
        """``[t, side, side, 3] uint8`` to ``[t, D] float32``."""
        number = int.from_bytes(frames.reshape(-1)[:8].tobytes(), "big")
        base = self._features[number % BASES]
        return base + np.random.default_rng(number).normal(0, 0.5 * base.std(), base.shape).astype(np.float32)


@contextlib.contextmanager
def replaying(desk: Desk, folder: Path) -> Iterator[None]:
    """Decode processes and encoder hand out what was read once."""
    system = desk.system()
    bases = {n: base_reply(folder.parent, n, system.card.frames, system.card.side) for n in range(BASES)}
    make_pool = pool.DecodePool
    pool.DecodePool = functools.partial(make_pool, task=functools.partial(replay, folder.parent))  # type: ignore[misc, assignment]
    desk._loaded = dataclasses.replace(system, encoder=ReplayedEncoder(system.encoder, bases))
    try:
        yield
    finally:
        pool.DecodePool = make_pool  # type: ignore[misc]
        desk._loaded = system


def measure(size: int, decoding: str) -> dict[str, Any]:
    """One row."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["VHDESK_HOME"] = place
        folder, library = Path(place, "videos"), Path(place, "l.vhdesk")
        started = time.perf_counter()
        make_files(folder, size)
        row: dict[str, Any] = {
            "videos": size,
            "decoding": decoding,
            "files": f"made in {time.perf_counter() - started:.0f} s",
        }
        with Desk(library, Settings(), remember=False) as desk:
            desk.open()
            desk.system()
            model_mb = _rss_mb()
            with replaying(desk, folder) if decoding == "replayed" else contextlib.nullcontext():
                row |= _timed("index", lambda: desk.index([folder]), indexed=size)
            row["peak memory, MB"] = _rss_mb()
            row["of it beside the model, MB"] = _rss_mb() - model_mb
        row["library, MB"] = library.stat().st_size / 1e6
        with Desk(library, Settings(), remember=False) as desk:
            started = time.perf_counter()
            desk.open()
            row["open and count, wall s"] = time.perf_counter() - started
            row |= _timed("rescan", lambda: desk.index([folder]), unchanged=size)
            row |= _searches(desk, folder, size)
    return row


def _timed(name: str, job: Any, **expected: int) -> dict[str, float]:
    before, started = os.times(), time.perf_counter()
    report = job()
    wall, after = time.perf_counter() - started, os.times()
    got = {key: getattr(report.videos, key) for key in expected}
    if got != expected:
        raise RuntimeError(f"{name}: {got} instead of {expected}; {report.failures[:3]}; {report.warnings[:3]}")
    return {f"{name}, wall s": wall, f"{name}, CPU s": sum(after[:4]) - sum(before[:4])}


def _searches(desk: Desk, folder: Path, size: int) -> dict[str, float]:
    desk.warm_up()
    started = time.perf_counter()
    fresh = Desk(desk.library_path, Settings(), remember=False)
    fresh.open()
    fresh._loaded = desk.system()
    fresh._search_engine().warm_up(desk.system().fingerprint, 64)
    ready = time.perf_counter() - started
    fresh.close()
    shortlist, rest, total = [], [], []
    for number in range(QUERIES):
        path = folder.parent / f"base{number}.mp4"
        response = desk.search(path)
        if response.searched_segments != size:
            raise RuntimeError(f"{response.searched_segments} segments instead of {size}")
        shortlist.append(response.timing_ms.shortlist)
        rest.append(response.timing_ms.rerank)
        total.append(response.timing_ms.total)
    return {
        "codes ready to search, wall s": ready,
        "query: shortlist, ms": statistics.median(shortlist),
        "query: re-rank, ms": statistics.median(rest),
        "query: all, ms": statistics.median(total),
    }


def _rss_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), sys.argv[2])))
