"""One full run of the real window under Xvfb: ``python tests/ui/xvfb_run.py OUT_DIR``.

Launch, folder wizard, index, a clip dragged in from another program, results, Tune, compare, export as CSV and JSON,
copies to the trash, settings, log, quit. xdotool presses the keys and moves the mouse; files, the library and the
clipboard tell what came of it. Writes ``run.log`` and a picture of each station. Needs the programs Xvfb and xdotool.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
CLIPS = 8
COPIES = 2
# Where the other program is: right of the window.
SOURCE_AT = (1296, 120)
WINDOW = (1280, 800)
LIMIT_S = float(os.environ.get("VHDESK_XVFB_LIMIT_S", "120"))
POLL_S = 0.3

GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""
# Another program, from which a file is dragged.
SOURCE = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Source(QLabel):
    def mouseMoveEvent(self, event):
        drag, mime = QDrag(self), QMimeData()
        mime.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication([])
source = Source("a clip")
source.setWindowTitle("Source of a drag")
source.setGeometry(int(sys.argv[2]), int(sys.argv[3]), 136, 90)
source.show()
app.exec()
"""
CLIPBOARD = """
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
print(QGuiApplication.clipboard().text())
"""


class Desktop:
    """An X server of its own, the keys that are pressed on it, and the log of the run."""

    def __init__(self, out: Path, home: Path) -> None:
        self.out = out
        self.log_file = (out / "run.log").open("w", encoding="utf-8")
        self.began = time.monotonic()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert self.server.stdout is not None
        display = f":{self.server.stdout.readline().strip()}"
        self.environment = os.environ | {
            "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "VHDESK_HOME": str(home), "PYTHONPATH": str(REPOSITORY),
            "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        self.say(f"X server on {display}")

    def say(self, text: str) -> None:
        """A line of the log."""
        line = f"{time.monotonic() - self.began:7.1f} s  {text}"
        print(line, flush=True)
        self.log_file.write(line + "\n")
        self.log_file.flush()

    def xdotool(self, *arguments: str) -> str:
        """What the program prints; nothing where it fails, as it does where no window is found."""
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def window(self, title: str) -> str:
        """The number of the window of this title, empty where there is none."""
        return self.xdotool("search", "--onlyvisible", "--name", f"^{title}$").split("\n")[0]

    def wait(self, what: str, so: Callable[[], object]) -> None:
        """Wait until something is so.

        Raises:
            TimeoutError: it never was.
        """
        ends = time.monotonic() + LIMIT_S
        while not so():
            if time.monotonic() > ends:
                self.grab("failed")
                raise TimeoutError(what)
            time.sleep(POLL_S)
        self.say(what)

    def focus(self, title: str) -> None:
        """Wait for a window and give it the keyboard, which no window manager does here."""
        self.wait(f"window '{title}'", lambda: self.window(title))
        self.xdotool("windowfocus", "--sync", self.window(title))
        time.sleep(POLL_S)

    def keys(self, *names: str) -> None:
        """Press keys, one after the other."""
        self.say(f"keys {' '.join(names)}")
        for name in names:
            self.xdotool("key", "--clearmodifiers", name)
            time.sleep(POLL_S)

    def type(self, text: str) -> None:
        """Type a text."""
        self.say(f"types {text}")
        self.xdotool("type", "--delay", "20", text)
        time.sleep(POLL_S)

    def drag(self, start: tuple[int, int], end: tuple[int, int], seen: str) -> None:
        """Press the mouse, move it in steps, take a picture, and let go."""
        self.say(f"drags from {start} to {end}")
        self.xdotool("mousemove", *map(str, start))
        self.xdotool("mousedown", "1")
        for step in range(1, 21):
            place = (round(a + (b - a) * step / 20) for a, b in zip(start, end, strict=True))
            self.xdotool("mousemove", *map(str, place))
            time.sleep(0.05)
        time.sleep(2 * POLL_S)
        self.grab(seen)
        self.xdotool("mouseup", "1")

    def grab(self, name: str) -> None:
        """Save the whole screen."""
        subprocess.run([sys.executable, "-c", GRAB, str(self.out / f"{name}.png")], env=self.environment, check=True)
        self.say(f"picture {name}.png")

    def clipboard(self) -> str:
        """What was copied."""
        done = subprocess.run(
            [sys.executable, "-c", CLIPBOARD], env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def close(self) -> None:
        """End the server."""
        self.server.terminate()
        self.server.wait()
        self.log_file.close()


def indexed(library: Path) -> int:
    """How many videos are in the library."""
    try:
        with sqlite3.connect(f"file:{library}?mode=ro", uri=True) as connection:
            return int(connection.execute("select count(*) from video where status = 'indexed'").fetchone()[0])
    except sqlite3.Error:
        return 0


def run(desktop: Desktop, home: Path) -> None:
    """The stations of the run."""
    from tests.conftest import settled, write_clip
    from vhdesk.media.samples import alter_clip

    videos, library = home / "videos", home / "library.vhdesk"
    for number in range(CLIPS):
        write_clip(videos / f"clip{number}.mp4", seed=number, frames=50, size=(320, 240))
    shutil.copy(videos / "clip5.mp4", videos / "clip5 copy.mp4")
    alter_clip(videos / "clip6.mp4", videos / "clip6 small.mp4", width=160, crf=28)
    for path in videos.iterdir():
        settled(path)
    (home / "data").mkdir()
    desktop.environment["XDG_DATA_HOME"] = str(home / "data")
    began = time.monotonic()
    program = subprocess.Popen(
        [sys.executable, "-m", "vhdesk", "--library", str(library)], env=desktop.environment, cwd=REPOSITORY
    )
    try:
        desktop.focus("vhdesk")
        desktop.say(f"the window is there {time.monotonic() - began:.1f} s after launch")
        _first_start(desktop, videos, library)
        _drop(desktop, videos)
        _tune(desktop)
        _compare(desktop)
        _export(desktop, home)
        _copies(desktop, videos, home)
        _around(desktop)
        desktop.focus("vhdesk")
        desktop.keys("ctrl+q")
        desktop.wait("the program has ended", lambda: program.poll() is not None)
        if program.returncode != 0:
            raise RuntimeError(f"exit code {program.returncode}")
    finally:
        if program.poll() is None:
            program.terminate()
            program.wait()


def _first_start(desktop: Desktop, videos: Path, library: Path) -> None:
    desktop.wait("the library file is there", library.exists)
    desktop.grab("1_first_start")
    wizard = "Add folders of videos"
    desktop.wait("the wizard opens", lambda: desktop.window(wizard) or desktop.keys("ctrl+shift+o"))
    desktop.focus(wizard)
    desktop.keys("Tab", "space")
    desktop.focus("Choose a folder of videos")
    desktop.type(f"{videos}")
    desktop.keys("Return")
    desktop.wait("the folder is chosen", lambda: not desktop.window("Choose a folder of videos"))
    desktop.focus(wizard)
    desktop.grab("2_wizard_folders")
    desktop.keys("Return")
    time.sleep(2)
    desktop.grab("3_wizard_found")
    desktop.wait("the wizard is done", lambda: not desktop.window(wizard) or desktop.keys("Return"))
    desktop.wait("every video is indexed", lambda: indexed(library) == CLIPS + COPIES)
    desktop.focus("vhdesk")
    desktop.grab("4_indexed")


def _copied(desktop: Desktop, key: str = "ctrl+shift+c") -> str:
    """What the key puts on the clipboard."""
    desktop.keys(key)
    return desktop.clipboard()


def _drop(desktop: Desktop, videos: Path) -> None:
    """A real drag from the window of another program."""
    at = [str(number) for number in SOURCE_AT]
    source = subprocess.Popen([sys.executable, "-c", SOURCE, str(videos / "clip3.mp4"), *at], env=desktop.environment)
    try:
        desktop.wait("the other program is there", lambda: desktop.window("Source of a drag"))
        middle = (WINDOW[0] // 2, WINDOW[1] // 2)
        desktop.drag((SOURCE_AT[0] + 60, SOURCE_AT[1] + 40), middle, "5_dragged_over")
        dropped = time.monotonic()
        desktop.focus("vhdesk")
        desktop.wait("the best result is the dropped clip itself", lambda: "clip3.mp4" in _copied(desktop))
        desktop.say(f"{time.monotonic() - dropped:.1f} s after the drop, with the encoder's start")
    finally:
        source.terminate()
        source.wait()
    desktop.keys("Right")
    second = _copied(desktop)
    if "clip3.mp4" in second or "clip" not in second:
        raise RuntimeError(f"the arrow key did not go on to the next result: {second}")
    desktop.say(f"the next result: {second.rsplit('/', 1)[-1]}")
    desktop.grab("6_results")


def _tune(desktop: Desktop) -> None:
    """From control to control until one of them changes how it is searched; that is asked of the settings file."""
    from vhdesk import settings

    before = settings.load().search

    def changed() -> bool:
        desktop.keys("Tab", "Down")
        return settings.load().search != before

    desktop.wait("a control has changed how it is searched", changed)
    after = settings.load().search
    differ = {
        name: (value, getattr(after, name)) for name, value in vars(before).items() if value != getattr(after, name)
    }
    desktop.say(f"settings before and after: {differ}")
    time.sleep(1)
    desktop.grab("7_tuned")


def _compare(desktop: Desktop) -> None:
    title = "clip3.mp4 ↔ .*"
    desktop.xdotool("mousemove", "420", "420", "click", "1")
    desktop.wait("a result is compared with the query", lambda: desktop.window(title) or desktop.keys("space"))
    desktop.focus(title)
    desktop.keys("space")
    time.sleep(1)
    desktop.keys("space", "period")
    desktop.grab("8_compared")
    desktop.keys("Escape")
    desktop.wait("the comparison is closed", lambda: not desktop.window(title))
    desktop.focus("vhdesk")


def _export(desktop: Desktop, home: Path) -> None:
    for ending in ("csv", "json"):
        target = home / f"results.{ending}"
        desktop.keys("ctrl+shift+e")
        desktop.focus("Export the results")
        desktop.keys("ctrl+a")
        desktop.type(f"{target}")
        desktop.keys("Return")
        desktop.wait(f"{target.name} is written", target.exists)
        desktop.focus("vhdesk")
        time.sleep(POLL_S)
        text = target.read_text("utf-8")
        if ending == "json":
            rows = json.loads(text)["results"]
        else:
            rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
        desktop.say(f"{target.name}: {len(rows)} results, the first {Path(rows[0]['path']).name}")
        shutil.copy(target, desktop.out / target.name)


def _copies(desktop: Desktop, videos: Path, home: Path) -> None:
    desktop.keys("ctrl+d")
    # What was copied before is a path and a time; a path alone comes from the page of copies.
    desktop.wait("copies are found", lambda: _copied(desktop, "ctrl+c").endswith(".mp4"))
    desktop.grab("9_copies")
    first = Path(desktop.clipboard())
    desktop.keys("shift+x")
    desktop.grab("10_copies_marked")
    desktop.keys("Delete")
    desktop.focus("Move to trash\\?")
    desktop.grab("11_trash_question")
    desktop.keys("Tab", "space")
    trash = home / "data" / "Trash" / "files"
    desktop.wait("a copy is in the trash", lambda: trash.exists() and list(trash.iterdir()))
    desktop.say(f"in the trash: {', '.join(path.name for path in trash.iterdir())}; kept: {first.name}")
    if not first.exists() or len(list(videos.iterdir())) != CLIPS + COPIES - 1:
        raise RuntimeError("another file than the copy was moved")
    desktop.focus("vhdesk")
    desktop.grab("12_copies_after")
    desktop.keys("Escape")


def _around(desktop: Desktop) -> None:
    desktop.keys("ctrl+comma")
    time.sleep(2)
    desktop.type("theme")
    desktop.grab("13_settings")
    desktop.keys("ctrl+comma", "ctrl+shift+l")
    desktop.grab("14_log")
    desktop.keys("ctrl+shift+l")


def main() -> int:
    """Run it; the exit code."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    for name in ("Xvfb", "xdotool"):
        if shutil.which(name) is None:
            print(f"{name} is not installed.", file=sys.stderr)
            return 2
    sys.path.insert(0, str(REPOSITORY))
    out = Path(sys.argv[1]).absolute()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="vhdesk-run-") as home:
        os.environ["VHDESK_HOME"] = home
        desktop = Desktop(out, Path(home))
        try:
            run(desktop, Path(home))
            desktop.say("done")
        finally:
            desktop.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
