"""Watches the event loop of the window and tells what held it up.

A thread looks at the clock that the event loop keeps; where the loop does not answer, it notes what Python is running
in the window's thread at that moment. It is on with ``VHDESK_WATCHDOG=1`` and in the benchmarks.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

log = logging.getLogger(__name__)

BEAT_MS = 5
LIMIT_MS = 50
KEPT = 500
DEPTH = 8


@dataclass(frozen=True)
class Block:
    """The event loop did not answer.

    Attributes:
        ms: for how long.
        at_s: when it ended, seconds since the watch began.
        stack: what the window's thread ran in the middle of it, innermost last. Empty where nothing of Python could be
            seen: Qt itself was at work, or another thread held the interpreter, as loading a large library does.
        others: where the other threads were when it ended.
    """

    ms: float
    at_s: float
    stack: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The innermost line of Python."""
        if self.stack:
            return self.stack[-1]
        return f"Qt, or the interpreter was held by one of: {', '.join(self.others) or 'nobody'}"


class Watchdog(QObject):
    """Measures how long the event loop of its own thread takes between two beats.

    Attributes:
        blocks: those longer than the limit, the newest last, at most :data:`KEPT`.
        worst_ms: the longest wait since :meth:`start` or :meth:`reset`, below the limit or not.
        beats: how often the loop has answered.
    """

    def __init__(self, limit_ms: float = LIMIT_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.limit_ms = limit_ms
        self.blocks: deque[Block] = deque(maxlen=KEPT)
        self.worst_ms = 0.0
        self.beats = 0
        self._began = self._beat_at = time.perf_counter()
        self._stack: tuple[str, ...] = ()
        self._window_thread = threading.get_ident()
        self._stop = threading.Event()
        self._looker: threading.Thread | None = None
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Watch from now on."""
        self._began = self._beat_at = time.perf_counter()
        self._stop.clear()
        self._looker = threading.Thread(target=self._look, name="watchdog", daemon=True)
        self._looker.start()
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._stop.set()
        if self._looker is not None:
            self._looker.join()
            self._looker = None

    def reset(self) -> None:
        """Forget what was measured so far."""
        self.blocks.clear()
        self.worst_ms = 0.0
        self._beat_at = time.perf_counter()

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        waited_ms = 1000 * (now - self._beat_at) - BEAT_MS
        self._beat_at, stack, self._stack = now, self._stack, ()
        self.beats += 1
        self.worst_ms = max(self.worst_ms, waited_ms)
        if waited_ms > self.limit_ms:
            block = Block(waited_ms, now - self._began, stack, () if stack else self._others())
            self.blocks.append(block)
            log.warning("The window did not answer for %.0f ms: %s", block.ms, " > ".join(stack) or block.place)

    def _others(self) -> tuple[str, ...]:
        """The innermost line of every other thread but the looker."""
        own = {self._window_thread, self._looker.ident if self._looker is not None else None}
        frames = [frame for thread, frame in sys._current_frames().items() if thread not in own]
        return tuple(_line(traceback.extract_stack(frame, limit=1)[0]) for frame in frames)

    def _look(self) -> None:
        """In a thread of its own: note what runs while a beat is late."""
        while not self._stop.wait(self.limit_ms / 2000):
            late_ms = 1000 * (time.perf_counter() - self._beat_at)
            if late_ms > self.limit_ms / 2 and not self._stack:
                frame = sys._current_frames().get(self._window_thread)
                if frame is not None:
                    self._stack = tuple(map(_line, traceback.extract_stack(frame, limit=DEPTH)))


def _line(summary: traceback.FrameSummary) -> str:
    return f"{'/'.join(Path(summary.filename).parts[-2:])}:{summary.lineno} {summary.name}"
