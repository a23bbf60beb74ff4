"""What searches have looked up before, so that dragging a slider reads nothing: bounded, and dropped when stale."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.library.codes import SLOTS
from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentHit

if TYPE_CHECKING:
    from numpy.typing import NDArray

Embed = Callable[[Sequence[bytes]], "NDArray[np.float32]"]

MEMORY_BYTES = 64_000_000
MAX_FACTS = 50_000


class SeenFacts:
    """What results show of segments; good until the library changes."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._key: tuple[object, ...] = ()
        self._held: dict[int, SegmentHit | None] = {}
        self._videos: tuple[object, int] = (None, 0)

    def videos(self, leave_out: AbstractSet[int]) -> int:
        """How many videos there are to find at most, but for some ids."""
        if self._videos[0] != (key := (self._library.state(), frozenset(leave_out))):
            self._videos = (key, self._library.video_count(leave_out))
        return self._videos[1]

    def look_up(self, ids: Sequence[int], fingerprint: str, *, set_aside: bool) -> dict[int, SegmentHit]:
        """Facts by id, without features; segments of missing videos and those that were set aside are left out."""
        key = (fingerprint, set_aside, self._library.state())
        if key != self._key or len(self._held) + len(ids) > MAX_FACTS:
            self._key, self._held = key, {}
        held = self._held
        if missing := [id_ for id_ in ids if id_ not in held]:
            found = self._library.hits(missing, fingerprint, set_aside=set_aside, features=False)
            held.update((id_, found.get(id_)) for id_ in missing)
        return {id_: hit for id_ in ids if (hit := held[id_]) is not None}


class SeenEmbeddings:
    """Centred unit vectors of segments; good until the page of codes that they stand in changes."""

    def __init__(self, library: Library, memory_bytes: int = MEMORY_BYTES) -> None:
        self._library = library
        self._memory_bytes = memory_bytes
        self._fingerprint = ""
        self._pages: dict[int, int] = {}
        self._row_of: dict[int, int] = {}
        self._vectors = np.zeros((0, 0), np.float32)

    def look_up(
        self, ids: Sequence[int], fingerprint: str, pages: Mapping[int, int], embed: Embed
    ) -> tuple[list[int], NDArray[np.float32]]:
        """The ids of those that have features, and their vectors ``[n, D]``.

        Args:
            ids: to look up; each once.
            fingerprint: of the system.
            pages: the version that every page of codes has now.
            embed: N stored feature sequences to vectors ``[N, D]``.
        """
        self._drop_stale(ids, fingerprint, pages)
        missing = [id_ for id_ in ids if id_ not in self._row_of]
        if missing:
            sequences = self._library.sequences(missing, fingerprint)
            if sequences:
                self._keep(list(sequences), embed(list(sequences.values())), ids)
        there = [id_ for id_ in ids if id_ in self._row_of]
        vectors: NDArray[np.float32] = self._vectors[[self._row_of[id_] for id_ in there]]
        return there, vectors

    def _drop_stale(self, ids: Sequence[int], fingerprint: str, pages: Mapping[int, int]) -> None:
        if fingerprint != self._fingerprint:
            self._fingerprint, self._pages, self._row_of = fingerprint, {}, {}
        asked = {id_ // SLOTS for id_ in ids}
        stale = {page for page in asked if self._pages.get(page) not in {None, pages.get(page)}}
        if stale:
            self._row_of = {id_: row for id_, row in self._row_of.items() if id_ // SLOTS not in stale}
        self._pages.update((page, pages.get(page, 0)) for page in asked)

    def _keep(self, ids: Sequence[int], vectors: NDArray[np.float32], asked: Sequence[int]) -> None:
        limit = max(1, self._memory_bytes // max(1, 4 * vectors.shape[1]))
        used = 1 + max(self._row_of.values(), default=-1)
        if used + len(ids) > limit:  # rows of what went are not used again: start over with what is asked for now
            wanted = [id_ for id_ in asked if id_ in self._row_of]
            self._vectors = self._vectors[[self._row_of[id_] for id_ in wanted]]
            self._row_of = {id_: row for row, id_ in enumerate(wanted)}
            used = len(wanted)
        needed = used + len(ids)
        if needed > len(self._vectors) or self._vectors.shape[1] != vectors.shape[1]:
            grown = np.empty((max(needed, min(limit, 2 * needed)), vectors.shape[1]), np.float32)
            if used:
                grown[:used] = self._vectors[:used]
            self._vectors = grown
        self._vectors[used:needed] = vectors
        self._row_of.update(zip(ids, range(used, needed), strict=True))
