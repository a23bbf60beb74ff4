"""One run of the real window under Xvfb, by keyboard alone: ``python tests/ui/xvfb_run.py OUT_DIR``.

Launch, folder wizard, index, search, look through the results, settings, log, quit. xdotool presses the keys; the
library file and the clipboard tell what came of it. Writes ``run.log`` and a picture of each station. Needs the
programs Xvfb and xdotool.
"""

from __future__ import annotations

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
LIMIT_S = float(os.environ.get("VHDESK_XVFB_LIMIT_S", "120"))
POLL_S = 0.3

GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1]))
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
    from tests.conftest import write_clip

    videos, library = home / "videos", home / "library.vhdesk"
    for number in range(CLIPS):
        write_clip(videos / f"clip{number}.mp4", seed=number, frames=50)
    program = subprocess.Popen(
        [sys.executable, "-m", "vhdesk", "--library", str(library)], env=desktop.environment, cwd=REPOSITORY
    )
    try:
        _first_start(desktop, videos, library)
        _search(desktop, videos)
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
    desktop.focus("vhdesk")
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
    desktop.wait("every video is indexed", lambda: indexed(library) == CLIPS)
    desktop.focus("vhdesk")
    desktop.grab("4_indexed")


def _search(desktop: Desktop, videos: Path) -> None:
    desktop.keys("ctrl+o")
    desktop.focus("Search by a video or a picture")
    desktop.type(f"{videos / 'clip3.mp4'}")
    desktop.keys("Return")
    desktop.wait("the file is chosen", lambda: not desktop.window("Search by a video or a picture"))
    desktop.focus("vhdesk")

    def best_is_copied() -> bool:
        desktop.keys("ctrl+shift+c")
        return "clip3.mp4" in desktop.clipboard()

    desktop.wait("the best result is the query itself", best_is_copied)
    desktop.keys("Right", "ctrl+shift+c")
    second = desktop.clipboard()
    if "clip3.mp4" in second or "clip" not in second:
        raise RuntimeError(f"the arrow key did not go on to the next result: {second}")
    desktop.say(f"the next result: {second.rsplit('/', 1)[-1]}")
    desktop.grab("5_results")


def _around(desktop: Desktop) -> None:
    desktop.keys("ctrl+comma")
    time.sleep(2)
    desktop.type("theme")
    desktop.grab("6_settings")
    desktop.keys("ctrl+comma", "ctrl+shift+l")
    desktop.grab("7_log")
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
        desktop = Desktop(out, Path(home))
        try:
            run(desktop, Path(home))
            desktop.say("done")
        finally:
            desktop.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
