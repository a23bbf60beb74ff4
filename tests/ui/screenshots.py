"""Drives the real window through its states and saves a picture of each: ``python tests/ui/screenshots.py OUT_DIR``.

Light and dark, at 100 and at 200 percent, and German and Chinese, so that a look replaces a guess.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(REPOSITORY))

from tests.ui.studio_results import shoot_results  # noqa: E402

SIZE = (1440, 900)
LIMIT_MS = 240_000
LABELS = ("hug", "handshake", "punch", "jumping_jack", "dance_and_exercise", "push_up", "cctv_fight", "face_closeup")
PER_LABEL = 6
# Language, scale, look.
SETS = (
    ("en", "1", "dark"),
    ("en", "1", "light"),
    ("en", "2", "dark"),
    ("en", "2", "light"),
    ("de", "1", "light"),
    ("zh_CN", "1", "dark"),
)


def main() -> int:
    """Take the pictures of one scale and look, or start a process for each."""
    if len(sys.argv) == 4:
        Studio(Path(sys.argv[1]), *sys.argv[2:]).shoot_all()
        return 0
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    out = Path(sys.argv[1]).absolute()
    out.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(REPOSITORY)}
    for language, scale, theme in SETS:
        print(f"{language}, {theme}, {scale}00 %", flush=True)
        command = [sys.executable, __file__, str(out), theme, language]
        subprocess.run(command, env=environment | {"QT_SCALE_FACTOR": scale}, check=True)
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")
    return 0


class Studio:
    """One look at one scale."""

    def __init__(self, out: Path, theme: str, language: str = "en") -> None:
        from tests.conftest import SHARED, write_clip
        from vhdesk.settings import Settings
        from vhdesk.ui import languages
        from vhdesk.ui.app import application

        self.out, self.look, self.language = out, theme, language
        self.scale = round(100 * float(os.environ.get("QT_SCALE_FACTOR", "1")))
        self.home = Path(tempfile.mkdtemp(prefix="vhdesk-pictures-"))
        os.environ["VHDESK_HOME"] = str(self.home / "home")
        self.app = application()
        languages.install(self.app, language)
        self.settings = Settings().replace("window", theme=theme, language=language)
        self.videos = self.home / "Match tapes"
        self.more = self.home / "Holidays"
        labelled = SHARED / "videos" / "labelled"
        for number, label in enumerate(LABELS):
            target = (self.videos, self.more)[number % 2]
            target.mkdir(exist_ok=True)
            if (labelled / label).is_dir():
                for clip in sorted((labelled / label).iterdir())[:PER_LABEL]:
                    shutil.copy(clip, target / f"{label}_{clip.name}")
            else:
                for seed in range(PER_LABEL):
                    write_clip(target / f"{label}_{seed}.mp4", seed=10 * number + seed, frames=75)
        (self.videos / "tape_07_broken.mp4").write_bytes(b"this is no video" * 64)
        (self.more / "IMG_4471.MOV").write_bytes(b"\0" * 4096)
        (self.more / "letter to the club.mp4").write_text("Dear reader")
        self.query = sorted(self.videos.glob("*.mp4"))[1]
        chairs = SHARED / "videos" / "near_duplicates" / "tmk_chair"
        self.long_query = self.home / "chair_from_phone.mp4"
        for name, target in (
            ("chair-22-sd-sepia-bar.mp4", self.long_query),
            ("chair-orig-22-sd-bar.mp4", self.videos / "chair_22.mp4"),
            ("chair-22-with-large-logo-bar.mp4", self.more / "chair_with_logo.mp4"),
        ):
            if chairs.is_dir():
                shutil.copy(chairs / name, target)
            else:
                write_clip(target, seed=7, frames=550)

    def wait(self, until: Callable[[], bool]) -> None:
        """Run the event loop until something is so."""
        from PySide6.QtCore import QDeadlineTimer, QEventLoop

        limit = QDeadlineTimer(LIMIT_MS)
        while not until():
            if limit.hasExpired():
                raise TimeoutError
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def open(self, library: str, *, wait: bool = True):
        """A window on a library of this studio."""
        from vhdesk.desk import Desk
        from vhdesk.ui.main_window import MainWindow
        from vhdesk.ui.theme import Theme

        window = MainWindow(Desk(self.home / library, self.settings), Theme(self.app, self.look))
        window.resize(*SIZE)
        window.show()
        if wait:
            self.wait(lambda: window.library_open or window.pages.currentWidget() is window.trouble)
        return window

    def save(self, name: str, widget) -> None:
        """Save what a widget shows, once its thumbnails are there."""
        self.app.processEvents()
        picture = widget.grab()
        thumbnails = getattr(widget, "thumbnails", None)
        if thumbnails is not None:
            self.wait(lambda: thumbnails.pending == 0)
            picture = widget.grab()
        suffix = "" if self.language == "en" else f"_{self.language}"
        target = self.out / f"{name}_{self.look}_{self.scale}{suffix}.png"
        if not picture.save(str(target)):
            raise OSError(f"{target} could not be written")

    def close(self, window) -> None:
        """Close without a question."""
        window.stop_and_close()
        self.wait(lambda: not window.isVisible())
        window.deleteLater()

    def shoot_all(self) -> None:
        """Every state, in the order in which a user meets them."""
        from tests.ui import duplicates_states, shell_states, tool_pictures, tune_states

        try:
            if not self.can_write():
                print(f"No font here can write {self.language}: no pictures of it.", file=sys.stderr)
                return
            self.first_start_and_indexing()
            self.searching()
            shoot_results(self)
            shell_states.shoot(self)
            tune_states.shoot(self)
            duplicates_states.shoot(self)
            tool_pictures.shoot(self)
            self.troubles()
        finally:
            shutil.rmtree(self.home, ignore_errors=True)

    def can_write(self) -> bool:
        """Whether there is a font for the language."""
        from PySide6.QtGui import QFontDatabase

        system = QFontDatabase.WritingSystem.SimplifiedChinese
        return self.language != "zh_CN" or bool(QFontDatabase.families(system))

    def first_start_and_indexing(self) -> None:
        """An empty library, then its first folders."""
        window = self.open("library.vhdesk")
        block = window.pane.indexing
        self.save("01_first_start", window)
        window.resize(860, 600)
        self.save("02_first_start_small", window)
        window.resize(*SIZE)
        window.add_folder(self.videos)
        self.save("03_preparing", window)
        self.wait(lambda: block.bar.value() >= 4)
        self.save("04_indexing", window)
        block.pause_button.click()
        self.wait(lambda: block.rate.text() == block.tr("Paused"))
        self.save("05_paused", window)
        window.close()
        self.save("06_closing_question", window.closing_box)
        window.closing_box.keep_button.click()
        block.pause_button.click()
        window.add_folder(self.more)
        self.wait(lambda: not window.control.running)
        self.wait(lambda: len(window.pane.model.rows) == 3 and window.pane.failed.isVisible())
        self.save("07_nothing_searched_by", window)
        window.ask_failures()
        self.wait(lambda: window.failures_dialog is not None)
        self.save("08_failures", window.failures_dialog)
        window.failures_dialog.close()
        self.close(window)

    def searching(self) -> None:
        """A query and its results."""
        from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
        from PySide6.QtGui import QDragEnterEvent

        window = self.open("library.vhdesk")
        window.search(self.query)
        self.save("09_searching", window)
        self.wait(lambda: not window.searching and window.status.encoder_known)
        self.save("10_results", window)
        window.control.index((self.more,))
        window.resize(900, 640)
        self.save("11_results_small", window)
        window.resize(*SIZE)
        self.wait(lambda: not window.control.running)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self.query)), QUrl.fromLocalFile(str(self.more))])
        keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        event = QDragEnterEvent(QPoint(90, 90), Qt.DropAction.CopyAction, mime, buttons, keys)
        self.app.sendEvent(window, event)
        self.save("12_drag_over", window)
        window.overlay.hide()
        window.search(self.more / "letter to the club.mp4")
        self.wait(lambda: not window.searching)
        self.save("13_query_error", window)
        self.close(window)

    def troubles(self) -> None:
        """What cannot be searched, written or opened."""
        from vhdesk.library import library as library_module

        window = self.open("empty.vhdesk")
        window.search(self.query)
        self.wait(lambda: not window.searching)
        self.save("14_no_results", window)
        self.close(window)
        (self.home / "damaged.vhdesk").write_bytes(b"no database" * 1000)
        window = self.open("damaged.vhdesk")
        self.save("15_library_error", window)
        self.close(window)
        is_writable, library_module.is_writable = library_module.is_writable, lambda _path: False
        try:
            window = self.open("library.vhdesk")
            self.wait(lambda: window.pane.note.isVisible())
            self.save("16_read_only", window)
            self.close(window)
        finally:
            library_module.is_writable = is_writable


if __name__ == "__main__":
    sys.exit(main())
