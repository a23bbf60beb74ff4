"""Open a file at a second in a player of this system, or in whatever the system opens it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

Finder = Callable[[str], str | None]

# In the order in which they are looked for; the first one that is installed plays.
PLAYERS = (
    "mpv",
    "vlc",
    "iina",
    "celluloid",
    "smplayer",
    "mplayer",
    "mpc-hc64",
    "mpc-be64",
    "mpc-hc",
    "PotPlayerMini64",
    "PotPlayerMini",
)
OUTSIDE_PATH = {
    "vlc": ("/Applications/VLC.app/Contents/MacOS/VLC", r"C:\Program Files\VideoLAN\VLC\vlc.exe"),
    "iina": ("/Applications/IINA.app/Contents/MacOS/iina-cli",),
    "mpc-hc64": (
        r"C:\Program Files\MPC-HC\mpc-hc64.exe",
        r"C:\Program Files (x86)\K-Lite Codec Pack\MPC-HC64\mpc-hc64.exe",
    ),
    "mpc-be64": (r"C:\Program Files\MPC-BE x64\mpc-be64.exe",),
    "PotPlayerMini64": (r"C:\Program Files\DAUM\PotPlayer\PotPlayerMini64.exe",),
}

_children: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True)
class Opened:
    """What happened.

    Attributes:
        done: something opened the file.
        at_second: it was opened at the asked second.
    """

    done: bool
    at_second: bool


def find_player(which: Finder = shutil.which) -> tuple[str, str] | None:
    """Name and program of the first installed player that can start at a second."""
    for name in PLAYERS:
        program = which(name)
        if program is None:
            program = next((place for place in OUTSIDE_PATH.get(name, ()) if os.path.exists(place)), None)
        if program is not None:
            return name, program
    return None


def player_command(name: str, program: str, path: str, start_ms: int) -> list[str]:
    """The command line that plays ``path`` from ``start_ms``; an absolute ``path`` is never taken for an option."""
    seconds = f"{start_ms / 1000:.3f}"
    if name == "mpv":
        return [program, f"--start={seconds}", "--force-window=yes", "--", path]
    if name == "vlc":
        return [program, f"--start-time={seconds}", path]
    if name in ("iina", "celluloid"):
        return [program, f"--mpv-start={seconds}", path]
    if name == "smplayer":
        return [program, "-start", str(start_ms // 1000), path]
    if name == "mplayer":
        return [program, "-ss", seconds, path]
    if name.startswith("mpc-"):
        return [program, path, "/start", str(start_ms)]
    minutes, rest = divmod(start_ms // 1000, 60)
    return [program, path, f"/seek={minutes // 60:02}:{minutes % 60:02}:{rest:02}"]


def open_at(path: str, start_ms: int, which: Finder = shutil.which) -> Opened:
    """Play a video from a moment on; where no known player is installed, the system's own one opens it."""
    if start_ms >= 0:
        player = find_player(which)
        if player is not None and _start(player_command(*player, os.path.abspath(path), start_ms)):
            return Opened(done=True, at_second=True)
    return Opened(done=open_file(path), at_second=start_ms == 0)


def open_file(path: str) -> bool:
    """Let the system open a file or a folder with what it is set to."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def show_in_folder(path: str) -> bool:
    """Show a file in the file manager, selected where the system can do that."""
    if sys.platform == "win32":
        return _start(["explorer", f"/select,{path}"])
    if sys.platform == "darwin":
        return _start(["open", "-R", path])
    return open_file(str(Path(path).parent))


def _start(command: list[str]) -> bool:
    # Popen and not QProcess: a QString cannot carry the undecodable bytes of a POSIX path.
    _children[:] = [child for child in _children if child.poll() is None]
    quiet = subprocess.DEVNULL
    try:
        _children.append(
            subprocess.Popen(
                command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=sys.platform != "win32"
            )
        )
    except OSError:
        return False
    return True
