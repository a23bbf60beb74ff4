"""Pictures of any file at its moments, for filmstrips, previews and the player: decoded in a process of their own."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vhdesk.errors import Interrupted
from vhdesk.inputs import checked_file
from vhdesk.settings import IndexingSettings

if TYPE_CHECKING:
    from vhdesk.media.pool import DecodeProcess
    from vhdesk.media.stills import Stills

__all__ = ["FrameReader", "Stills"]


class FrameReader:
    """Reads pictures, one request after another; the process starts with the first one.

    Any thread may close it: a request in work is given up then.
    """

    def __init__(self, limits: IndexingSettings) -> None:
        self._limits = limits
        self._guard = threading.Lock()
        self._closed = False
        self._process: DecodeProcess | None = None

    def pictures(
        self, path: str, moments: Sequence[int], *, side: int, tolerance_ms: int = 0, length_ms: int | None = None
    ) -> Stills:
        """The pictures that are shown at some moments.

        Args:
            path: of a video or a picture.
            moments: milliseconds, ascending.
            side: longest side of the pictures, pixels.
            tolerance_ms: how much earlier than its moment a picture may be.
            length_ms: of an earlier answer.

        Raises:
            BadInput: there is no such file.
            UnreadableFile: it gives no picture.
            Interrupted: closed meanwhile.
        """
        return self._ask(path, side, tuple(moments), None, tolerance_ms, length_ms)

    def stretch(self, path: str, from_ms: int, until_ms: int, *, side: int, length_ms: int | None = None) -> Stills:
        """Every picture from the one that is shown at ``from_ms`` on, until ``until_ms`` or as many as an answer holds.

        Raises:
            BadInput: there is no such file.
            UnreadableFile: it gives no picture.
            Interrupted: closed meanwhile.
        """
        return self._ask(path, side, (from_ms,), until_ms, 0, length_ms)

    def _ask(
        self,
        path: str,
        side: int,
        moments: tuple[int, ...],
        until_ms: int | None,
        tolerance_ms: int,
        length_ms: int | None,
    ) -> Stills:
        from vhdesk.media.pool import STOPPED, DecodeProcess
        from vhdesk.media.stills import StillsRequest, read_stills

        request = StillsRequest(checked_file(Path(path)), side, moments, until_ms, tolerance_ms, length_ms)
        with self._guard:
            if self._closed:
                raise Interrupted(STOPPED)
            if self._process is None:
                self._process = DecodeProcess(self._limits.time_limit_s, self._limits.memory_limit_mb)
            process = self._process
        answer: Stills = process.call(read_stills, request)
        return answer

    def close(self) -> None:
        """End the process."""
        with self._guard:
            self._closed = True
            if self._process is not None:
                self._process.close()
