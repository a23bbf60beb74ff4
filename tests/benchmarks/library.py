"""A library of a million segments: loading codes, keeping up, looking up features, storing; beside a row per code."""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
from tabulate import tabulate

from vhdesk.library import schema
from vhdesk.library.connection import connect
from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentRecord, VideoFacts
from vhdesk.library.writer import LibraryWriter, NewFile
from vhdesk.search.index import HammingIndex, IndexStore

SEGMENTS = int(os.environ.get("VHDESK_BENCHMARK_SEGMENTS", 10**6))
LENGTHS = (16, 32, 64, 128, 256)
PER_VIDEO = 10
FEATURE_BYTES = 1152
THUMBNAIL_BYTES = 8000
LOOKED_UP = 1000
ROUNDS = 15


def run() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _store_rates(folder)
        library = Library(folder / "pages.vhdesk")
        library.open()
        _fill(library, SEGMENTS)
        rows = _fill_rows(folder / "rows.vhdesk", SEGMENTS)
        _loads(library, rows)
        _keeping_up(library)
        _look_ups(library)
        library.close()


class RowPerCode:
    """The layout of schema 1 and its statements, for comparison: one row per code and length."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = connect(str(path), write=True)
        schema.migrate(self.db, schema.MIGRATIONS[:1])
        self.db.execute("INSERT INTO root VALUES (1, '/v', 1, '[]', 0, '')")
        self.db.execute("INSERT INTO system VALUES (1, 'desk', 'f', '{}', '')")
        self.db.conn.commit()

    def store(self, video: int, records: list[SegmentRecord]) -> None:
        """What ``store_video`` did."""
        with self.db.atomic():
            columns = "id, root_id, path, size_bytes, mtime_ns, status"
            sql = f"INSERT INTO video ({columns}) VALUES (?, 1, ?, 1, 1, 'indexed')"
            self.db.execute(sql, (video, f"/v/{video}.mp4"))
            columns = "video_id, ordinal, start_ms, end_ms, thumbnail"
            sql = f"INSERT INTO segment ({columns}) VALUES (?, ?, ?, ?, ?) RETURNING id"
            ids = [
                self.db.execute(sql, (video, r.ordinal, r.start_ms, r.end_ms, r.thumbnail)).fetchone()[0]
                for r in records
            ]
            self.db.conn.executemany(
                "INSERT OR REPLACE INTO feature VALUES (?, 1, ?)",
                [(id_, r.sequence) for id_, r in zip(ids, records, strict=True)],
            )
            self.db.conn.executemany(
                "INSERT OR REPLACE INTO code (segment_id, system_id, bits, code) VALUES (?, 1, ?, ?)",
                [(id_, bits, code) for id_, r in zip(ids, records, strict=True) for bits, code in r.codes.items()],
            )


def _records(count: int, seed: int = 0, thumbnail: bytes = b"") -> list[SegmentRecord]:
    rng = np.random.default_rng(seed)
    return [
        SegmentRecord(
            number, number * 4000, number * 4000 + 8000, thumbnail, rng.bytes(FEATURE_BYTES),
            {bits: rng.bytes(bits // 8) for bits in LENGTHS},
        )
        for number in range(count)
    ]  # fmt: skip


_FACTS = VideoFacts(1, 1, "c", 9000, 640, 360, 25.0, 0, "h264")


def _plan(writer: LibraryWriter, count: int) -> list[int]:
    root = writer.add_root("/v")
    first = time.perf_counter_ns()
    return list(writer.plan(NewFile(root.id, f"/v/{first}-{i}.mp4", 1, 1, None) for i in range(count)).values())


def _fill(library: Library, segments: int) -> None:
    """Through the writer, as indexing does, but in long videos."""
    records = _records(1000)
    with library.writer() as writer:
        system = writer.add_system("desk", "f", {})
        for video in _plan(writer, segments // len(records)):
            writer.store_video(video, system, _FACTS, records)


def _fill_rows(path: Path, segments: int) -> RowPerCode:
    rows = RowPerCode(path)
    records = _records(1000)
    for video in range(1, segments // len(records) + 1):
        rows.store(video, records)
    rows.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return rows


def _store_rates(folder: Path) -> None:
    """Interleaved: a hundred videos to each in turn; both with thumbnails, and none with a checkpoint between."""
    library = Library(folder / "rate.vhdesk")
    library.open()
    rows = RowPerCode(folder / "rate_rows.vhdesk")
    thumbnail = os.urandom(THUMBNAIL_BYTES)
    spent: dict[str, list[float]] = {"pages": [], "rows": []}
    wal: dict[str, list[float]] = {"pages": [], "rows": []}
    count = 100
    with library.writer() as writer:
        system = writer.add_system("desk", "f", {})
        for connection in (writer._db, rows.db):
            connection.execute("PRAGMA wal_autocheckpoint = 0")
        for round_ in range(10):
            records = _records(PER_VIDEO, round_, thumbnail)
            videos = _plan(writer, count)
            for name, db, path in (("pages", writer._db, library.path), ("rows", rows.db, rows.path)):
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                started = time.thread_time()
                for video in videos:
                    if name == "pages":
                        writer.store_video(video, system, _FACTS, records)
                    else:
                        rows.store(video, records)
                spent[name].append((time.thread_time() - started) / count)
                wal[name].append(os.path.getsize(f"{path}-wal") / count)
    library.close()
    rows.db.close()
    table = [
        (
            {"pages": "code pages, checksums", "rows": "row per code"}[name],
            f"{1 / statistics.median(spent[name]):,.0f}",
            f"{statistics.median(wal[name]) / 1000:.1f}",
        )
        for name in spent
    ]
    title = f"storing videos of {PER_VIDEO} segments"
    print(tabulate(table, headers=(title, "videos / CPU s", "WAL kB / video"), disable_numparse=True), "\n")


def _evicted(path: Path) -> bool:
    """Whether the system could be asked to forget the file's pages."""
    if not hasattr(os, "posix_fadvise"):
        return False
    with open(path, "rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return True


def _loads(library: Library, rows: RowPerCode) -> None:
    table = []
    HammingIndex(64)  # faiss is loaded, which is measured by the benchmark "startup"
    for bits in (64, 256):
        for state in ("warm", "cold"):
            times: dict[str, list[float]] = {"pages": [], "rows": []}
            for _ in range(5 if state == "warm" else 3):
                for name, path, load in (("pages", library.path, _load_pages), ("rows", rows.path, _load_rows)):
                    if state == "warm" or _evicted(path):
                        times[name].append(_timed(load, path, bits))
            if times["pages"]:
                pages, old = min(times["pages"]), min(times["rows"])
                title = f"{SEGMENTS:,} x {bits}, {state}"
                goal = {64: "0.1 s, x 20", 256: ""}[bits]
                table.append((title, f"{pages:.3f}", f"{old:.2f}", f"{old / pages:.0f}", goal))
    headers = ("codes ready to search, s", "pages", "row per code", "ratio", "goal")
    print(tabulate(table, headers=headers, disable_numparse=True), "\n")


def _load_pages(path: Path, bits: int) -> HammingIndex:
    fresh = Library(path)
    try:
        return IndexStore(fresh).current("f", bits)
    finally:
        fresh.close()


def _load_rows(path: Path, bits: int) -> HammingIndex:
    """What the index did without a file beside the library."""
    with closing(connect(str(path), write=False)) as db:
        sql = "SELECT segment_id, code FROM code WHERE system_id = 1 AND bits = ? ORDER BY segment_id"
        rows = db.execute(sql, (bits,)).fetchall()
    index = HammingIndex(bits)
    ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    index.add(ids, np.frombuffer(b"".join(row[1] for row in rows), np.uint8).reshape(len(rows), -1))
    return index


def _timed(job: Callable[..., object], *arguments: object) -> float:
    started = time.perf_counter()
    job(*arguments)
    return time.perf_counter() - started


def _keeping_up(library: Library) -> None:
    table = []
    for bits in (64, 256):
        store = IndexStore(library)
        store.current("f", bits)
        unchanged = min(_timed(store.current, "f", bits) for _ in range(ROUNDS))
        added, replaced = [], []
        with library.writer() as writer:
            system = writer.add_system("desk", "f", {})
            for number, video in enumerate(_plan(writer, ROUNDS)):
                writer.store_video(video, system, _FACTS, _records(PER_VIDEO, number))
                added.append(_timed(store.current, "f", bits))
            for number in range(5):  # in the middle of the library: other codes in the same places
                video = SEGMENTS // 2000 + number
                writer.store_video(video, system, _FACTS, _records(1000, number))
                replaced.append(_timed(store.current, "f", bits))
        times = (unchanged, statistics.median(added), min(replaced))
        table.append((f"{SEGMENTS:,} x {bits}", *(f"{1000 * t:.2f}" for t in times)))
    headers = ("index brought up to date, ms", "nothing new", "after a new video", "after a changed video")
    print(tabulate(table, headers=headers, disable_numparse=True), "\n")


def _look_ups(library: Library) -> None:
    rng = random.Random(0)
    times = []
    for _ in range(3 * ROUNDS):
        ids = rng.sample(range(1, SEGMENTS + 1), LOOKED_UP)
        started = time.thread_time()
        found = library.hits(ids, "f")
        times.append((time.thread_time() - started) * 1000)
        assert len(found) == LOOKED_UP
    size = library.path.stat().st_size / 1e9
    row = (f"{LOOKED_UP} of {SEGMENTS:,} ({size:.1f} GB)", f"{min(times):.2f}", f"{statistics.median(times):.2f}", "2")
    print(tabulate([row], headers=("features looked up, CPU ms", "min", "median", "goal"), disable_numparse=True))
