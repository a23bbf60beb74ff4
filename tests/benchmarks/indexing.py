"""Indexing real clips: videos a second, and a second run over unchanged files."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from tabulate import tabulate

from tests.conftest import SHARED
from vhdesk.desk import Desk


def run() -> None:
    """Print the table."""
    folder = SHARED / "videos" / "labelled"
    if not folder.exists():
        print("the real clips are not here")
        return
    with tempfile.TemporaryDirectory() as place, Desk(Path(place) / "l.vhdesk") as desk:
        desk.open()
        desk.system()
        rows = []
        for name in ("first run", "again, unchanged"):
            before, started = os.times(), time.perf_counter()
            report = desk.index([folder])
            wall, after = time.perf_counter() - started, os.times()
            cpu = sum(after[:4]) - sum(before[:4])
            count = report.videos.indexed + report.videos.unchanged
            rows.append((name, count, f"{wall:.2f}", f"{count / wall:.0f}", f"{1000 * cpu / count:.1f}"))
        size = Path(place, "l.vhdesk").stat().st_size / max(1, desk.summary().segments)
        print(tabulate(rows, headers=("run", "videos", "wall s", "videos/s", "CPU ms a video"), disable_numparse=True))
        print(f"library: {size / 1000:.1f} kB a segment; {desk.system().encoder.info}")
