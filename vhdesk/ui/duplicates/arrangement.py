"""Which groups of copies are shown, in which order: pure functions of what was found."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from vhdesk.desk import Copy, CopyGroup, Grouping, IndexedVideo, NearCopies
from vhdesk.desk.duplicates import regroup

EXACT, WHOLE, PART, PICTURES = "exact", "copy", "part", "pictures"
KINDS = (EXACT, WHOLE, PART, PICTURES)


@dataclass(frozen=True)
class CopyTile:
    """One video of a group.

    Attributes:
        group: number of the group, from 0.
        video: the file.
        copy: how it compares with the best copy; ``None`` for the best itself.
        segment_id: of the segment whose picture is shown; ``None`` where it has none.
        start_ms: where the stretch starts that the best copy shows, too.
        end_ms: where it ends.
        finest: of what no video of the group has more, where they differ: ``size``, ``length``, ``rate``, ``bytes``.
    """

    group: int
    video: IndexedVideo
    copy: Copy | None
    segment_id: int | None
    start_ms: int
    end_ms: int
    finest: frozenset[str]

    @property
    def video_id(self) -> int:
        """Of the video in the library."""
        return self.video.id

    @property
    def path(self) -> str:
        """The file."""
        return self.video.path

    @property
    def kind(self) -> str:
        """What kind of copy it is, one of :data:`KINDS`; empty for the best."""
        return "" if self.copy is None else kind_of(self.copy)


@dataclass(frozen=True)
class Shelf:
    """One group as it is shown.

    Attributes:
        group: the copies.
        first: row of its first tile; the best one.
        count: of its tiles.
        said: what the user said of it: ``yes`` keep all, ``no`` no copies, ``None`` nothing.
    """

    group: CopyGroup
    first: int
    count: int
    said: str | None = None


@dataclass(frozen=True)
class Wish:
    """What to show of the copies that were found.

    Attributes:
        grouping: which pairs make groups.
        text: a part of the path of one of the videos, in any case.
        folder: one of the videos lies below it.
        kind: one of the copies is of it; empty for all.
        sort: one of :data:`SORTS`.
    """

    grouping: Grouping = field(default_factory=Grouping)
    text: str = ""
    folder: str = ""
    kind: str = ""
    sort: str = "space"

    @property
    def filters(self) -> bool:
        """Whether some groups may be left out."""
        how = self.grouping
        narrow = how.max_distance is not None or how.scope != "all"
        return narrow or bool(self.text.strip() or self.folder or self.kind)


@dataclass(frozen=True)
class Listing:
    """Groups in the order of the screen, and their tiles in one row after the other."""

    shelves: tuple[Shelf, ...]
    tiles: tuple[CopyTile, ...]

    @cached_property
    def extra_bytes(self) -> int:
        """What all but the best take."""
        return sum(shelf.group.extra_bytes for shelf in self.shelves)

    @property
    def copies(self) -> int:
        """How many there are beside the best ones."""
        return len(self.tiles) - len(self.shelves)


def kind_of(copy: Copy) -> str:
    """What kind of copy this is: pictures are told apart from videos."""
    if copy.kind != EXACT and not copy.video.duration_ms:
        return PICTURES
    return copy.kind


_KEYS: dict[str, Callable[[CopyGroup], Any]] = {
    "space": lambda group: -group.extra_bytes,
    "count": lambda group: -len(group.copies),
    "closeness": lambda group: min((copy.kind != EXACT, copy.hamming, -copy.cosine) for copy in group.copies),
    "path": lambda group: group.best.path,
}
SORTS = tuple(_KEYS)


def arrange(found: NearCopies, wish: Wish) -> Listing:
    """The groups to show, in order."""
    groups = [group for group in regroup(found, wish.grouping) if _passes(group, wish)]
    groups.sort(key=_KEYS[wish.sort])
    shelves: list[Shelf] = []
    tiles: list[CopyTile] = []
    for number, group in enumerate(groups):
        shelves.append(Shelf(group, len(tiles), 1 + len(group.copies), _said_of(found, group)))
        tiles += _tiles(found, number, group)
    return Listing(tuple(shelves), tuple(tiles))


def _passes(group: CopyGroup, wish: Wish) -> bool:
    if wish.kind and all(kind_of(copy) != wish.kind for copy in group.copies):
        return False
    paths = [group.best.path, *(copy.video.path for copy in group.copies)]
    if wish.folder and not any(path.startswith(os.path.join(wish.folder, "")) for path in paths):
        return False
    words = wish.text.casefold().split()
    return not words or any(all(word in path.casefold() for word in words) for path in paths)


def _said_of(found: NearCopies, group: CopyGroup) -> str | None:
    said = {found.said_of(group.best.id, copy.video.id) for copy in group.copies}
    return said.pop() if len(said) == 1 else None


def _tiles(found: NearCopies, number: int, group: CopyGroup) -> Iterable[CopyTile]:
    videos = [group.best, *(copy.video for copy in group.copies)]
    best: Mapping[str, float | None] = {name: _most(map(value, videos)) for name, value in _FIGURES.items()}

    def tile(video: IndexedVideo, copy: Copy | None, start_ms: int, end_ms: int) -> CopyTile:
        finest = frozenset(name for name, value in _FIGURES.items() if value(video) == best[name])
        segment = found.members[video.id].segment_at((start_ms + end_ms) // 2)
        return CopyTile(number, video, copy, segment, start_ms, end_ms, finest)

    shared = [max(copy.matches, key=lambda match: match.end_ms - match.start_ms) for copy in group.copies]
    yield tile(group.best, None, shared[0].best_start_ms, shared[0].best_end_ms)
    for copy, match in zip(group.copies, shared, strict=True):
        yield tile(copy.video, copy, match.start_ms, match.end_ms)


_FIGURES: dict[str, Callable[[IndexedVideo], float]] = {
    "size": lambda video: video.width * video.height,
    "length": lambda video: video.duration_ms // 1000,
    "rate": lambda video: round(video.bit_rate / 10_000),
    "bytes": lambda video: video.size_bytes,
}


def _most(values: Iterable[float]) -> float | None:
    """The largest of some values; ``None`` where they are the same."""
    known = set(values)
    return max(known) if len(known) > 1 else None
