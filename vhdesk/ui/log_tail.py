"""The newest records of the log, kept in memory for the log view and for reports."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass

KEPT = 5000
NAME = "vhdesk log tail"


@dataclass(frozen=True)
class Line:
    """One record.

    Attributes:
        number: counts from 0; gaps mean that older lines fell off.
        time_s: seconds since the epoch.
        level: of :mod:`logging`.
        source: name of the logger.
        text: the message, with its traceback where it has one.
    """

    number: int
    time_s: float
    level: int
    source: str
    text: str


class LogTail(logging.Handler):
    """Keeps the newest lines of vhdesk and its libraries; any thread may log."""

    def __init__(self, kept: int = KEPT) -> None:
        super().__init__(logging.INFO)
        self.set_name(NAME)
        self._lines: deque[Line] = deque(maxlen=kept)
        self._count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record; logging holds the handler's lock."""
        text = record.getMessage()
        if record.exc_info:
            text = f"{text}\n{logging.Formatter().formatException(record.exc_info)}"
        self._lines.append(Line(self._count, record.created, record.levelno, record.name, text))
        self._count += 1

    def after(self, number: int) -> list[Line]:
        """The lines that came after a number; -1 gives all that are kept."""
        self.acquire()
        try:
            return [line for line in self._lines if line.number > number]
        finally:
            self.release()

    def clear(self) -> None:
        """Forget what is kept."""
        self.acquire()
        try:
            self._lines.clear()
        finally:
            self.release()


def install() -> LogTail:
    """The one tail of this process, on the root logger from the first call on.

    vhdesk's own loggers tell more to it than to other handlers, which stay as they were asked to be.
    """
    root = logging.getLogger()
    found = next((handler for handler in root.handlers if isinstance(handler, LogTail)), None)
    if found is not None:
        return found
    for handler in root.handlers:
        if handler.level == logging.NOTSET:
            handler.setLevel(root.getEffectiveLevel())
    tail = LogTail()
    root.addHandler(tail)
    own = logging.getLogger("vhdesk")
    if own.getEffectiveLevel() > logging.INFO:
        own.setLevel(logging.INFO)
    return tail
