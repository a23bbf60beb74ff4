"""What commands print: JSON on standard output, progress on standard error, tables and times for people."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from vhdesk.desk import IndexEvent, IndexProgress

LINE_EVERY_S = 5.0


def say(text: str, *, file: TextIO | None = None) -> None:
    """Print a line."""
    print(text, file=file or sys.stdout)


def print_json(document: Any) -> None:
    """Print one JSON document."""
    say(json.dumps(document, indent=2, ensure_ascii=False))


def plural(number: int, word: str) -> str:
    """``1 video``, ``2 videos``."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def clock(milliseconds: int) -> str:
    """``0:07``, ``12:34``, ``1:02:03``."""
    seconds = milliseconds // 1000
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


class ProgressPrinter:
    """Shows index events on standard error: a bar on a terminal, a line every few seconds otherwise."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._bar: Any = None
        self._told = time.monotonic()

    def __enter__(self) -> ProgressPrinter:
        return self

    def __exit__(self, *_details: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def take(self, event: IndexEvent) -> None:
        """Show one event of an index run."""
        from vhdesk.desk import IndexProgress

        if not isinstance(event, IndexProgress):
            return
        if self._terminal:
            self._draw(event)
        elif time.monotonic() - self._told > LINE_EVERY_S:
            self._told = time.monotonic()
            left = f", {clock(round(event.seconds_left * 1000))} left" if event.seconds_left is not None else ""
            say(
                f"{event.done} of {event.total} videos, {event.failed} failed, "
                f"{event.videos_per_second:.1f}/s{left}, {event.saved} saved",
                file=sys.stderr,
            )

    def _draw(self, event: IndexProgress) -> None:
        from tqdm import tqdm

        if self._bar is None:
            self._bar = tqdm(total=event.total, unit=" videos", file=sys.stderr, dynamic_ncols=True)
        self._bar.set_postfix_str(f"{event.failed} failed, {event.saved} saved", refresh=False)
        self._bar.update(event.done - self._bar.n)
