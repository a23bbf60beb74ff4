"""Opens the window, and takes its picture where asked."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QMessageLogContext, QObject, QSocketNotifier, QTimer, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from vhdesk.desk import Desk
from vhdesk.ui import languages, log_tail
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.theme import Theme, application_icon
from vhdesk.ui.watchdog import Watchdog

log = logging.getLogger(__name__)

LOOK_EVERY_MS = 50
LONGEST_WAIT_MS = 120_000


def application() -> QApplication:
    """The application object, made if there is none yet: Fusion, our icon, figures of one width."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0]])
    app.setApplicationName("vhdesk")
    app.setDesktopFileName("vhdesk")
    app.setStyle("Fusion")
    app.setWindowIcon(application_icon())
    font = QFont(app.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    app.setFont(font)
    languages.install(app)
    return app


@contextlib.contextmanager
def without_size_hints() -> Iterator[None]:
    """Without a screen, Qt tells for every window that its least size reaches no window manager: not worth a line."""
    if QApplication.platformName() != "offscreen":
        yield
        return

    def tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if "propagateSizeHints" not in text:
            sys.stderr.write(f"{text}\n")

    before = qInstallMessageHandler(tell)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


class Photographer(QObject):
    """Waits until the window has settled, saves its picture, and closes it where asked.

    Attributes:
        saved: whether the picture was written.
    """

    def __init__(self, window: MainWindow, picture: Path | None, close: bool) -> None:
        super().__init__(window)
        self._window, self._picture, self._close = window, picture, close
        self._waited_ms = 0
        self.saved = picture is None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)

    @Slot()
    def _look(self) -> None:
        self._waited_ms += LOOK_EVERY_MS
        if not self._window.settled and self._waited_ms < LONGEST_WAIT_MS:
            return
        # Painting asks for thumbnails: only a window that has nothing to ask for any more is complete.
        self._window.grab()
        if not self._window.settled and self._waited_ms < LONGEST_WAIT_MS:
            return
        self._timer.stop()
        if self._picture is not None:
            self.saved = capture(self._window, self._picture)
        if self._close:
            self._window.stop_and_close()


class Interrupt(QObject):
    """Closes the window on Ctrl+C; Qt's loop would not let Python see the signal before the next event."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._ends: tuple[socket.socket, socket.socket] | None = None
        if threading.current_thread() is not threading.main_thread():
            return
        self._ends = socket.socketpair()
        for end in self._ends:
            end.setblocking(False)
        self._before = signal.signal(signal.SIGINT, self._on_signal)
        self._wakeup_before = signal.set_wakeup_fd(self._ends[1].fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._ends[0].fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_wakeup)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._window.stop_and_close()

    @Slot()
    def _on_wakeup(self) -> None:
        if self._ends is not None:
            self._ends[0].recv(64)

    def release(self) -> None:
        """Give the signal back."""
        if self._ends is None:
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup_before)
        signal.signal(signal.SIGINT, self._before)
        for end in self._ends:
            end.close()
        self._ends = None


def capture(window: MainWindow, picture: Path) -> bool:
    """Save the window as it is painted now."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    return window.grab().save(str(picture), "PNG")


def run(desk: Desk, *, query: Path | None = None, screenshot: Path | None = None, quit_when_shown: bool = False) -> int:
    """Open the window and stay until it is closed.

    Args:
        desk: not opened yet; the window does that after its first paint.
        query: dropped on the window as soon as the library is open.
        screenshot: a PNG of the window, written once results and thumbnails are painted.
        quit_when_shown: close then.

    Returns:
        The exit code.
    """
    app = application()
    log_tail.install()
    with without_size_hints():
        watchdog = Watchdog() if os.environ.get("VHDESK_WATCHDOG") else None
        if watchdog is not None:
            watchdog.start()
        try:
            while True:
                code, again = _show(app, desk, query, screenshot, quit_when_shown)
                if again is None:
                    return code
                desk, query = again, None
        finally:
            if watchdog is not None:
                watchdog.stop()


def _show(
    app: QApplication, desk: Desk, query: Path | None, screenshot: Path | None, quit_when_shown: bool
) -> tuple[int, Desk | None]:
    """One window from its first paint to its end; with the desk of the next where the user asked to open it again."""
    languages.install(app, desk.settings.window.language)
    theme = Theme(app, desk.settings.window.theme, app, percent=desk.settings.window.font_percent)
    window = MainWindow(desk, theme)
    window.setWindowIcon(app.windowIcon())
    if query is not None:
        window.search(query)
    interrupt = Interrupt(window)
    window.show()
    photographer = None
    if screenshot is not None or quit_when_shown:
        photographer = Photographer(window, screenshot, quit_when_shown)
    code = app.exec()
    interrupt.release()
    failed = photographer is not None and not photographer.saved
    if not window.threads_ended:
        # A file that cannot be given up holds a thread; what is in the library is safe, so leave without it.
        log.warning("A background job did not end in time; leaving without it.")
        logging.shutdown()
        os._exit(1 if failed else code)
    if failed:
        log.error("The picture of the window could not be written to %s.", screenshot)
    ended = window.desk
    again = Desk(ended.library_path, ended.settings, remember=ended.remember) if window.shell.open_again else None
    window.deleteLater()
    theme.deleteLater()
    return 1 if failed else code, again
