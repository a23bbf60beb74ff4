"""The window's promises: first paint, an event loop that is never held up, 100 000 results, bounded pictures.

Each part runs in a process of its own. A control window that does nothing runs beside the busy one, so that what other
programs on the machine cost can be told from what ours does.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tabulate import tabulate

from tests.conftest import REPOSITORY, SHARED, write_clip

ROUNDS = 5
HEAVY = ("torch", "torchvision", "openvino", "faiss", "av", "pyqtgraph", "sqlite_utils", "numpy")
CLIPS = 160
SEARCHES = 12
FRAMES = 300
RESULTS = 100_000

FIRST_PAINT = """
import json, sys
from pathlib import Path
import PySide6.QtWidgets
from vhdesk.desk import Desk
from vhdesk.ui import app, main_window
def look(self):
    print(json.dumps({"ms": self.first_paint_ms, "heavy": [name for name in %r if name in sys.modules]}))
    self.close()
main_window.MainWindow._open_library = look
raise SystemExit(app.run(Desk(Path(sys.argv[1]))))
""" % (HEAVY,)  # noqa: UP031 - braces abound


def run() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as place:
        _first_paint(Path(place))
        videos = _real_videos(Path(place))
        for part in ("blocks", "scroll"):
            _process(part, str(place), str(videos))


def _first_paint(folder: Path) -> None:
    told = [
        json.loads(subprocess.run(
            [sys.executable, "-c", FIRST_PAINT, str(folder / "paint.vhdesk")],
            cwd=REPOSITORY, check=True, capture_output=True, text=True,
        ).stdout.splitlines()[-1])
        for _ in range(ROUNDS)
    ]  # fmt: skip
    times = [one["ms"] for one in told]
    print(f"first paint after process start, ms: min {min(times):.0f}, median {statistics.median(times):.0f}")
    print(f"heavy modules loaded by then: {told[0]['heavy'] or 'none'}\n")


def _real_videos(folder: Path) -> Path:
    target = folder / "videos"
    target.mkdir()
    labelled = sorted((SHARED / "videos" / "labelled").rglob("*.mp4")) if SHARED.exists() else []
    if labelled:
        step = max(1, len(labelled) // CLIPS)
        for number, clip in enumerate(labelled[::step][:CLIPS]):
            shutil.copy(clip, target / f"{number:03}_{clip.name}")
    else:
        for number in range(CLIPS):
            write_clip(target / f"{number:03}.mp4", seed=number, frames=100, size=(320, 240))
    return target


def _process(*arguments: str) -> None:
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY)}
    subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.window", *arguments], cwd=REPOSITORY, env=environment, check=True
    )


class Stage:
    """A real window, watched."""

    def __init__(self, library: Path) -> None:
        from vhdesk.desk import Desk
        from vhdesk.settings import Settings
        from vhdesk.ui.app import application
        from vhdesk.ui.main_window import MainWindow
        from vhdesk.ui.theme import Theme
        from vhdesk.ui.watchdog import Watchdog

        self.app = application()
        self.watchdog = Watchdog()
        self.control = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.window", "control"],
            cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.control.stdout is not None
        self.control.stdout.readline()
        self.window = MainWindow(Desk(library, Settings(), remember=False), Theme(self.app, "dark"))
        self.window.resize(1440, 900)
        self.rows: list[tuple[str, ...]] = []
        self.places: list[str] = []
        self.watchdog.start()
        self.window.show()

    def wait(self, until, limit_s: float = 300) -> None:
        from PySide6.QtCore import QEventLoop

        ends = time.monotonic() + limit_s
        while not until():
            if time.monotonic() > ends:
                raise TimeoutError
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)

    def phase(self, name: str) -> None:
        """Note what was measured since the last one."""
        assert self.control.stdin is not None
        assert self.control.stdout is not None
        self.control.stdin.write("\n")
        self.control.stdin.flush()
        control = json.loads(self.control.stdout.readline())
        blocks = list(self.watchdog.blocks)
        self.rows.append(
            (
                name,
                f"{self.watchdog.worst_ms:.0f}",
                str(len(blocks)),
                f"{control['worst_ms']:.0f}",
                str(control["blocks"]),
            )
        )
        worst = sorted(blocks, key=lambda block: -block.ms)[:4]
        self.places += [
            f"{name}: {block.ms:.0f} ms in {' < '.join(reversed(block.stack[-3:])) or block.place}" for block in worst
        ]
        self.watchdog.reset()

    def end(self) -> None:
        self.watchdog.stop()
        self.control.communicate("stop\n")
        self.window.stop_and_close()
        self.wait(lambda: not self.window.isVisible() and not self.window.control.running)
        headers = ("what runs", "worst wait, ms", "waits > 50 ms", "control: worst, ms", "> 50 ms")
        print(tabulate(self.rows, headers=headers, disable_numparse=True))
        print("\n".join(self.places), "\n")


def _control() -> None:
    """An event loop beside the busy one; tells its own waits whenever it is asked."""
    from PySide6.QtCore import QCoreApplication, QSocketNotifier

    from vhdesk.ui.watchdog import Watchdog

    app = QCoreApplication([])
    watchdog = Watchdog()
    watchdog.start()

    def answer() -> None:
        if sys.stdin.readline().strip() == "stop":
            watchdog.stop()
            app.quit()
            return
        print(json.dumps({"worst_ms": watchdog.worst_ms, "blocks": len(watchdog.blocks)}), flush=True)
        watchdog.reset()

    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    notifier.activated.connect(answer)
    print("ready", flush=True)
    app.exec()


def _blocks(folder: Path, videos: Path) -> None:
    """Load, index and search, all at once."""
    stage = Stage(folder / "blocks.vhdesk")
    window = stage.window
    stage.wait(lambda: window.library_open)
    stage.wait(lambda: window.status.encoder_known)
    stage.phase("everything loads after the first paint")
    window.add_folder(videos)
    stage.wait(lambda: window.pane.indexing.bar.value() > 2 or not window.control.running)
    stage.phase("scan, plan, processes start")
    queries = sorted(videos.iterdir())[:SEARCHES]
    for query in queries:
        window.search(query)
        stage.wait(lambda: not window.searching)
    stage.phase(f"indexing, and {len(queries)} searches")
    stage.wait(lambda: not window.control.running)
    stage.phase("indexing")
    for query in queries:
        window.search(query)
        stage.wait(lambda: not window.searching and window.thumbnails.pending == 0)
    stage.phase(f"{len(queries)} searches and their thumbnails")
    stage.end()


def _scroll(folder: Path, _videos: Path) -> None:
    """Many results go by, each with a picture of its own."""
    import resource

    import simplejpeg

    from tests.conftest import draw_frame
    from vhdesk.desk import SearchResult

    stage = Stage(folder / "scroll.vhdesk")
    window = stage.window
    stage.wait(lambda: window.library_open and window.status.encoder_known)
    pictures = [simplejpeg.encode_jpeg(draw_frame(seed, 0, 320, 240), quality=85) for seed in range(32)]
    window.desk.thumbnail = lambda segment_id: pictures[segment_id % len(pictures)]
    results = tuple(
        SearchResult(n + 1, n, n, f"/videos/clip_{n}.mp4", None, 0, 8000, 0, 8000, n % 64, 0.5, 0.9, 60_000, 640, 480)
        for n in range(RESULTS)
    )
    window.work.show_query()
    window.pages.setCurrentWidget(window.work)
    began = time.perf_counter()
    window.query.model.show(results)
    window.query._stack.setCurrentWidget(window.query.view)
    stage.app.processEvents()
    shown_ms = 1000 * (time.perf_counter() - began)
    view, bar = window.query.view, window.query.view.verticalScrollBar()
    stage.watchdog.reset()
    times, most = [], 0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for frame in range(FRAMES):
        began = time.perf_counter()
        bar.setValue(min(bar.maximum(), frame * 120))
        view.viewport().repaint()
        times.append(1000 * (time.perf_counter() - began))
        stage.app.processEvents()
        most = max(most, window.thumbnails._bytes)
    for jump in range(200):
        bar.setValue(bar.maximum() * (jump * 37 % 200) // 200)
        view.viewport().repaint()
        stage.wait(lambda: window.thumbnails.pending == 0)
        most = max(most, window.thumbnails._bytes)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{RESULTS:,} results shown in {shown_ms:.0f} ms; a frame of scrolling (repaint, offscreen):")
    p99 = sorted(times)[round(0.99 * len(times)) - 1]
    median = statistics.median(times)
    print(f"  median {median:.1f} ms = {1000 / median:.0f} a second; 99 % {p99:.1f} ms")
    print(f"  pictures held: {most / 1e6:.0f} MB at most (limit {window.thumbnails.limit_bytes / 1e6:.0f} MB)")
    print(f"  resident memory grew by {grown:.0f} MB meanwhile\n")
    window.query.model.show(())
    stage.phase("scrolling")
    stage.end()


if __name__ == "__main__":
    if sys.argv[1] == "control":
        _control()
    else:
        {"blocks": _blocks, "scroll": _scroll}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
