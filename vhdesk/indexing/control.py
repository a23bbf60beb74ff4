"""How a running job is paused and stopped, by any thread."""

from __future__ import annotations

import threading

from vhdesk.errors import Interrupted


class CancelToken:
    """Set once by whoever wants the job to stop; asked by the job between batches."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop as soon as it can."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether the job was asked to stop."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise where the job was asked to stop.

        Raises:
            Interrupted: after :meth:`cancel`.
        """
        if self._event.is_set():
            raise Interrupted("Stopped. Everything finished so far is saved; run it again to go on.")


class PauseGate:
    """Open while the job may run; the job waits at it between batches."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()

    def pause(self) -> None:
        """Close the gate: the job stops at it after the batch in work."""
        self._open.clear()

    def resume(self) -> None:
        """Open the gate."""
        self._open.set()

    @property
    def paused(self) -> bool:
        """Whether the gate is closed."""
        return not self._open.is_set()

    def wait(self, cancel: CancelToken, poll_s: float = 0.1) -> None:
        """Block while the gate is closed; a cancelled job passes at once."""
        while not cancel.cancelled and not self._open.wait(poll_s):
            pass
