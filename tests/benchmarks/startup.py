"""From process start to the first painted window, beside an empty Qt window in the same interleaved run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tabulate import tabulate

from tests.conftest import REPOSITORY

ROUNDS = 7

EMPTY_QT = """
import sys, time
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget(); window.show(); app.processEvents()
"""
VERSION = "import runpy, sys; sys.argv = ['vhdesk', '--version']; runpy.run_module('vhdesk', run_name='__main__')"
WINDOW = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from vhdesk.desk import Desk
from vhdesk.ui.app import run
raise SystemExit(run(Desk(Path(sys.argv[1])), quit_when_painted=True))
"""


def measure(script: str, *arguments: str) -> float:
    """Seconds of wall clock from starting Python to its end."""
    code = f"import time, os\n_started = time.time()\n{script}"
    before = os.times()
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.elapsed - before.elapsed


def run() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        library = str(Path(folder) / "l.vhdesk")
        cases = {
            "python alone": ("pass",),
            "vhdesk --version": (VERSION,),
            "empty Qt window": (EMPTY_QT,),
            "vhdesk, first paint and quit": (WINDOW, library),
        }
        times: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(ROUNDS):
            for name, case in cases.items():
                times[name].append(measure(*case))
    rows = [(name, f"{min(t):.2f}", f"{statistics.median(t):.2f}") for name, t in times.items()]
    print(tabulate(rows, headers=("start to end of the process, s", "min", "median"), disable_numparse=True))
