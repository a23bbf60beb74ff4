"""Counts a run and tells about it, a few times a second at most."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from vhdesk.indexing.events import IndexEvent, IndexProgress

INTERVAL_S = 0.1
RATE_OVER_S = 10.0


class Progress:
    """Counts finished videos and estimates rate and time left from the last seconds.

    Attributes:
        folder: the root in work.
    """

    def __init__(
        self,
        total: int,
        saved: int,
        on_event: Callable[[IndexEvent], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.folder = ""
        self._total = total
        self._saved = saved
        self._done = 0
        self._failed = 0
        self._on_event = on_event
        self._clock = clock
        self._told = float("-inf")
        self._recent: deque[tuple[float, int]] = deque([(clock(), 0)])

    def indexed(self) -> None:
        """One more video is in the library."""
        self._done += 1
        self._saved += 1

    def failed(self) -> None:
        """One more file gave nothing."""
        self._done += 1
        self._failed += 1

    def resumed(self) -> None:
        """Forget the rate from before a pause."""
        self._recent = deque([(self._clock(), self._done)])

    def tell(self, *, paused: bool = False, at_once: bool = False) -> None:
        """Tell where the run stands, unless that was told just now."""
        now = self._clock()
        if not at_once and now - self._told < INTERVAL_S:
            return
        self._told = now
        self._recent.append((now, self._done))
        while len(self._recent) > 2 and now - self._recent[0][0] > RATE_OVER_S:
            self._recent.popleft()
        then, before = self._recent[0]
        rate = (self._done - before) / (now - then) if now > then else 0.0
        left = (self._total - self._done) / rate if rate > 0 else None
        self._on_event(
            IndexProgress(self._done, self._total, self._failed, self._saved, rate, left, self.folder, paused)
        )
