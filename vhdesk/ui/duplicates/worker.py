"""Finds copies beside the window, keeps what was found, and groups it anew whenever other groups are asked for."""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from vhdesk.desk import CancelToken, Desk, DuplicateOptions, DuplicatesProgress, IndexedVideo, NearCopies
from vhdesk.desk.duplicates import gone, mark_copies
from vhdesk.ui.arrangement import folders
from vhdesk.ui.duplicates.arrangement import Listing, Wish, arrange
from vhdesk.ui.workers import problem_of

# At most ten signs of progress a second.
TELL_EVERY_S = 0.1

Pair = tuple[IndexedVideo, IndexedVideo]


@dataclass(frozen=True)
class FindRequest:
    """Look for copies in the whole library."""

    wish: Wish
    cancel: CancelToken


@dataclass(frozen=True)
class GroupRequest:
    """Show the copies that were found in another way; the highest ``number`` wins."""

    number: int
    wish: Wish


@dataclass(frozen=True)
class MarkRequest:
    """Remember what is said of pairs: as :func:`vhdesk.desk.duplicates.mark_copies`, each pair with its word."""

    pairs: tuple[Pair, ...]
    said: tuple[str | None, ...]


@dataclass(frozen=True)
class Found:
    """What a search for copies found, before it is grouped.

    Attributes:
        radius: bits that matching segments may differ in.
        bits: code length.
        near: the pairs and their videos.
        gone: how many of their files are not there; they are left out.
        folders: those that hold most of them, with how many.
        seconds: how long it took.
    """

    radius: int
    bits: int
    near: NearCopies
    gone: int
    folders: tuple[tuple[str, int], ...]
    seconds: float


@dataclass(frozen=True)
class Grouped:
    """The groups that were asked for, and how many pairs the user spoke of."""

    number: int
    listing: Listing
    spoken: int


def contents(pair: Pair) -> tuple[str, str]:
    """What words on a pair hang on: the contents of its files, in ascending order."""
    low, high = sorted((pair[0].content_hash, pair[1].content_hash))
    return low, high


class DuplicatesWorker(QObject):
    """Finds and groups.

    Attributes:
        newest: number of the newest request for groups, set by the window; older ones are passed over.

    Signals:
        progressed: ``DuplicatesProgress``, at most ten a second.
        found: ``Found``; ``grouped`` follows.
        grouped: ``Grouped``.
        failed: a ``Problem``: there is nothing to show.
        unmarked: a ``Problem``: what was said could not be remembered.
    """

    progressed = Signal(object)
    found = Signal(object)
    grouped = Signal(object)
    failed = Signal(object)
    unmarked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._near: NearCopies | None = None
        self._told = 0.0
        self.newest = 0

    @Slot(object)
    def find(self, request: FindRequest) -> None:
        """Compare everything."""
        self._told = 0.0
        self._near = None
        try:
            options = DuplicateOptions(self._desk.settings.search.bits)
            report = self._desk.duplicates(options, cancel=request.cancel, on_progress=self._tell)
            near = report.found
            missing = gone(self._desk, near, request.cancel.check)
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.failed.emit(problem_of(fault))
            return
        if missing:
            pairs = tuple(pair for pair in near.pairs if not {pair.first, pair.second} & missing)
            near = dataclasses.replace(near, pairs=pairs)
        self._near = near
        held = {id_ for pair in near.pairs for id_ in (pair.first, pair.second)}
        places = tuple(folders(near.members[id_].video for id_ in held))
        self.found.emit(Found(options.radius, options.bits, near, len(missing), places, report.seconds))
        self.group(GroupRequest(self.newest, request.wish))

    def _tell(self, progress: DuplicatesProgress) -> None:
        now = time.monotonic()
        if now - self._told >= TELL_EVERY_S:
            self._told = now
            self.progressed.emit(progress)

    @Slot(object)
    def group(self, request: GroupRequest) -> None:
        """Group anew, unless a newer request waits behind it."""
        near = self._near
        if near is None or request.number < self.newest:
            return
        spoken = sum(near.said_of(pair.first, pair.second) is not None for pair in near.pairs)
        self.grouped.emit(Grouped(request.number, arrange(near, request.wish), spoken))

    @Slot(object)
    def mark(self, request: MarkRequest) -> None:
        """Remember what is said; whoever asked asks for the groups, too."""
        near = self._near
        if near is None:
            return
        said = dict(near.said)
        try:
            for word in dict.fromkeys(request.said):
                pairs = [pair for pair, own in zip(request.pairs, request.said, strict=True) if own == word]
                mark_copies(self._desk, pairs, word)
                for pair in pairs:
                    said.pop(contents(pair), None)
                    if word is not None:
                        said[contents(pair)] = word
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.unmarked.emit(problem_of(fault))
        self._near = dataclasses.replace(near, said=said)
