"""Which file is read next: a pure order over all drives.

Round-robin over the drives, never more files of a drive in flight than it bears, a drive's files in the order they
came. Suspects come last, one alone at a time: a file that was in work when vhdesk ended unexpectedly.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from vhdesk.library.writer import NewFile


class Turn(NamedTuple):
    """A file that was handed out; give it back with :meth:`Schedule.done`.

    Attributes:
        drive: key of its drive.
        alone: nothing else is in flight with it.
    """

    file: NewFile
    drive: str
    alone: bool


@dataclass
class _Queue:
    limit: int
    files: deque[NewFile] = field(default_factory=deque)
    in_flight: int = 0


class Schedule:
    """Hands out files.

    Args:
        limit_of: how many files of a drive, by its key, may be in flight; at least 1.
    """

    def __init__(self, limit_of: Callable[[str], int]) -> None:
        self._limit_of = limit_of
        self._queues: dict[str, _Queue] = {}
        self._turns: deque[str] = deque()
        self._suspects: deque[tuple[str, NewFile]] = deque()
        self._in_flight = 0
        self._alone = False

    def add(self, drive: str, file: NewFile, *, suspect: bool = False) -> None:
        """Put a file at the end of its drive's queue, or of the suspects'."""
        if suspect:
            self._suspects.append((drive, file))
        else:
            self._queue(drive).files.append(file)

    def _queue(self, drive: str) -> _Queue:
        if drive not in self._queues:
            self._queues[drive] = _Queue(max(1, self._limit_of(drive)))
            self._turns.append(drive)
        return self._queues[drive]

    @property
    def drives(self) -> int:
        """How many drives have had files."""
        return len(self._queues.keys() | {drive for drive, _ in self._suspects})

    @property
    def in_flight(self) -> int:
        """How many files are handed out."""
        return self._in_flight

    @property
    def waiting(self) -> int:
        """How many files wait, suspects left out."""
        return sum(len(queue.files) for queue in self._queues.values())

    @property
    def suspects(self) -> int:
        """How many suspects wait."""
        return len(self._suspects)

    def next(self, *, suspects: bool = True) -> Turn | None:
        """The next file, or ``None`` while none may be read.

        Args:
            suspects: whether the time of the suspects has come once no other file waits or is in flight.
        """
        if self._alone:
            return None
        for _ in range(len(self._turns)):
            drive = self._turns[0]
            self._turns.rotate(-1)
            queue = self._queues[drive]
            if queue.files and queue.in_flight < queue.limit:
                return self._hand_out(Turn(queue.files.popleft(), drive, alone=False))
        if suspects and self._suspects and not self._in_flight and not self.waiting:
            drive, file = self._suspects.popleft()
            self._alone = True
            return self._hand_out(Turn(file, drive, alone=True))
        return None

    def _hand_out(self, turn: Turn) -> Turn:
        self._queue(turn.drive).in_flight += 1
        self._in_flight += 1
        return turn

    def done(self, turn: Turn) -> None:
        """A file is finished with."""
        self._queues[turn.drive].in_flight -= 1
        self._in_flight -= 1
        if turn.alone:
            self._alone = False

    def leave_out(self, root_id: int) -> int:
        """Forget the waiting files of a root; gives their number."""
        before = self.waiting + self.suspects
        for queue in self._queues.values():
            queue.files = deque(file for file in queue.files if file.root_id != root_id)
        self._suspects = deque(item for item in self._suspects if item[1].root_id != root_id)
        return before - self.waiting - self.suspects
