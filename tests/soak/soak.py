"""Drives the world and the worker against each other, and compares what comes out."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.conftest import REPOSITORY
from tests.soak.world import World
from vhdesk.library.codes import SYSTEM_SHIFT
from vhdesk.library.library import Library

# A kill may come while the program starts, or after some more videos; both are drawn.
STARTUP_S = 3.0
RUNS_PER_KILL = 4


@dataclass
class SoakReport:
    """What happened and what came out.

    Attributes:
        differences: paths whose content differs from the undisturbed library, with both sides.
        met_again: files that had killed a decoder and were nevertheless read by a later run.
        left_over: processes that outlived their killed program.
    """

    files: int
    runs: int = 0
    kills: int = 0
    decoder_kills: int = 0
    changes: Counter[str] = field(default_factory=Counter)
    indexed: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    missing: int = 0
    differences: dict[str, Any] = field(default_factory=dict)
    met_again: list[str] = field(default_factory=list)
    left_over: int = 0
    last_run: dict[str, Any] = field(default_factory=dict)
    seconds: float = 0.0


class Soak:
    """One soak in a folder of its own."""

    def __init__(self, place: Path, files: int, kills: int, seed: int) -> None:
        self._random = random.Random(seed)
        self._world = World(place / "videos", files, seed)
        self._library = place / "disturbed.vhdesk"
        self._reference = place / "undisturbed.vhdesk"
        self._log = place / "traps.log"
        self._kills = kills
        self._met = 0
        self.report = SoakReport(files)

    def run(self) -> SoakReport:
        """Disturb, finish, compare."""
        started = time.monotonic()
        report = self.report
        while report.kills < self._kills and report.runs < RUNS_PER_KILL * self._kills:
            for _ in range(self._random.randrange(4)):
                self._world.change()
            self._disturbed_run()
        self._world.settle()
        self._finish(self._library)
        self._finish(self._library, "retry")
        report.last_run = self._finish(self._library)
        self._finish(self._reference)
        self._finish(self._reference, "retry")
        self._compare()
        report.changes = self._world.done
        report.seconds = time.monotonic() - started
        return report

    def _start(self, library: Path, *options: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.soak.worker", library, self._world.folder, self._log, *options],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def _finish(self, library: Path, *options: str) -> dict[str, Any]:
        process = self._start(library, *options)
        output, errors = process.communicate()
        assert process.returncode == 0, errors
        report: dict[str, Any] = json.loads(output)
        return report

    def _disturbed_run(self) -> None:
        report = self.report
        known_traps = _failed(self._library)
        stored = _stored(self._library)
        target = stored + self._random.randrange(1 + 2 * report.files // self._kills)
        end = time.monotonic() + self._random.uniform(0, STARTUP_S) if self._random.random() < 0.25 else None
        process = self._start(self._library)
        report.runs += 1
        while process.poll() is None:
            time.sleep(0.02)
            now = _stored(self._library)
            if now > stored and self._random.random() < 0.05:
                self._world.change()
            if now > stored and self._random.random() < 0.01:
                report.decoder_kills += _kill_one(_decoders(process.pid))
            if (end is None and now >= target) or (end is not None and time.monotonic() >= end):
                process.send_signal(signal.SIGKILL)
                report.kills += 1
                break
        _, errors = process.communicate()
        assert process.returncode in {0, -signal.SIGKILL}, errors
        report.left_over += _wait_for_none(process.pid)
        met = self._log.read_text("utf-8").split("\n")[self._met : -1] if self._log.exists() else []
        self._met += len(met)
        report.met_again += [path for path in met if path in known_traps]

    def _compare(self) -> None:
        report = self.report
        disturbed, reference = contents(self._library), contents(self._reference)
        on_disk = {str(path) for path in self._world.files()}
        for path in sorted(disturbed.keys() | reference.keys()):
            mine, other = disturbed.get(path), reference.get(path)
            if path not in on_disk and mine is not None and mine["status"] == "missing":
                report.missing += 1
            elif mine != other:
                report.differences[path] = (mine, other)
        for path in on_disk - disturbed.keys():
            report.differences[path] = (None, reference.get(path))
        report.indexed = sum(video["status"] == "indexed" for video in disturbed.values())
        report.failed = Counter(video["error"] for video in disturbed.values() if video["status"] == "failed")


def contents(library: Path) -> dict[str, dict[str, Any]]:
    """All that a library knows, by path; ids and dates left out."""
    with contextlib.closing(sqlite3.connect(library)) as db:
        db.row_factory = sqlite3.Row
        fingerprint = db.execute("SELECT fingerprint FROM system").fetchone()[0]
        videos = {row["id"]: dict(row) for row in db.execute("SELECT * FROM video")}
        segments = db.execute(
            f"""
            SELECT video_id, segment.id, start_ms, end_ms, aside, jpeg, sequence
            FROM system JOIN segment JOIN feature ON feature.id = (system.id << {SYSTEM_SHIFT}) + segment.id
              JOIN thumbnail ON segment_id = segment.id ORDER BY video_id, ordinal
            """
        ).fetchall()
    with contextlib.closing(Library(library)) as reader:
        codes = {bits: dict(reader.codes(fingerprint, bits)) for bits in (16, 32, 64, 128, 256, 512)}
    for video in videos.values():
        video["segments"] = []  # in place of their number
    for segment in segments:
        blobs = (segment["jpeg"], segment["sequence"], *(codes[bits][segment["id"]] for bits in codes))
        digest = hashlib.sha256(b"".join(blobs)).hexdigest()
        facts = (segment["start_ms"], segment["end_ms"], segment["aside"], digest)
        videos[segment["video_id"]]["segments"].append(facts)
    changing = {"id", "root_id", "indexed_at", "checksum"}
    return {v["path"]: {k: x for k, x in v.items() if k not in changing} for v in videos.values()}


def _rows(library: Path, sql: str) -> list[tuple[Any, ...]]:
    if not library.exists():
        return []
    try:
        with contextlib.closing(sqlite3.connect(f"file:{library}?mode=ro", uri=True)) as db:
            return db.execute(sql).fetchall()
    except sqlite3.OperationalError:  # it is being made just now
        return []


def _stored(library: Path) -> int:
    rows = _rows(library, "SELECT count(*) FROM video WHERE status IN ('indexed', 'failed')")
    return int(rows[0][0]) if rows else 0


def _failed(library: Path) -> set[str]:
    return {path for (path,) in _rows(library, "SELECT path FROM video WHERE status = 'failed'")}


def _processes() -> list[tuple[int, int, str]]:
    """Id, session and command line of every process."""
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            session = int((entry / "stat").read_text().rpartition(")")[2].split()[3])
            found.append((int(entry.name), session, (entry / "cmdline").read_text()))
    return found


def _decoders(session: int) -> list[int]:
    return [pid for pid, of, command in _processes() if of == session and "spawn_main" in command]


def _kill_one(pids: list[int]) -> int:
    with contextlib.suppress(ProcessLookupError, IndexError):
        os.kill(pids[0], signal.SIGKILL)
        return 1
    return 0


def _wait_for_none(session: int, limit_s: float = 10.0) -> int:
    """Processes of a session that are still there after a while."""
    end = time.monotonic() + limit_s
    while time.monotonic() < end:
        left = [pid for pid, of, command in _processes() if of == session and command]
        if not left:
            return 0
        time.sleep(0.05)
    return len(left)
