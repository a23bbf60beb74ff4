"""From process start to the first painted window, beside an empty Qt window in the same interleaved run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
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
VERSION = "import sys; from vhdesk.cli.main import main; sys.argv[1:] = ['--version']; main()"
# The first paint is what counts: the window is closed before anything heavy begins to load.
WINDOW = """
import sys
from pathlib import Path
from vhdesk.desk import Desk
from vhdesk.ui import app, main_window
main_window.MainWindow._open_library = main_window.MainWindow.close
app.run(Desk(Path(sys.argv[1])))
"""


def measure(script: str, *arguments: str) -> float:
    """Seconds of wall clock from starting Python to its end."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", script, *arguments], cwd=REPOSITORY, check=False, capture_output=True)
    return time.perf_counter() - started


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
