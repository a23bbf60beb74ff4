"""Which pairs of videos are worth a closer look: those of which enough segments have near codes.

Every different code is looked up once, for the ``NEIGHBOURS`` nearest codes within the radius: a search with a fixed
number of answers, so that memory stays bounded where a range search over black or frozen video would explode. A segment
to which more than ``MAX_VIDEOS`` videos are near is common: it names only the ``FINE_VIDEOS`` nearest by the longest
code that the system gives, so that a copy among many likenesses is still found, and pairs grow as the library does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.search.commonness import radius_bits
from vhdesk.search.index import HammingIndex

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEIGHBOURS = 128
MAX_VIDEOS = 50
FINE_VIDEOS = 16
FINE_NEIGHBOURS = 64
BATCH = 256
# A pair is looked at where this share of the shorter video's segments has a match in the other.
MIN_VOTES = 0.25

Told = Callable[[int], None]


@dataclass(frozen=True)
class Segments:
    """The segments of all videos, by video and time.

    Attributes:
        ids: ``[N] int64``.
        videos: ``[N] int64``, positions of their videos, ascending from 0.
        starts: ``[N] int64`` milliseconds.
        ends: ``[N] int64`` milliseconds.
        codes: ``[N, bits / 8] uint8``.
    """

    ids: NDArray[np.int64]
    videos: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    codes: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Candidates:
    """What the codes alone tell.

    Attributes:
        pairs: ``[P, 2] int64`` positions of videos, the smaller first.
        rarity: ``[N] float64``, one over the number of videos that show the same as a segment, by the radius of
            :mod:`.commonness`.
        common: how many segments have more than ``MAX_VIDEOS`` videos within the radius.
    """

    pairs: NDArray[np.int64]
    rarity: NDArray[np.float64]
    common: int


class _Postings:
    """Which videos show which of the different codes, and with how many segments."""

    def __init__(self, segments: Segments) -> None:
        width = segments.codes.shape[1]
        flat = np.ascontiguousarray(segments.codes).view(f"V{width}").ravel()
        unique, self.of_segment = np.unique(flat, return_inverse=True)
        self.codes = unique.view(np.uint8).reshape(-1, width)
        self.span = int(segments.videos.max()) + 1
        keys, self.counts = np.unique(self.of_segment * self.span + segments.videos, return_counts=True)
        self.videos = keys % self.span
        self.bounds = np.searchsorted(keys // self.span, np.arange(len(self.codes) + 1))

    def __len__(self) -> int:
        return len(self.codes)

    def expand(self, codes: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Every posting of some codes: the position in ``codes`` and the position of the posting."""
        sizes = self.bounds[codes + 1] - self.bounds[codes]
        owner = np.repeat(np.arange(len(codes)), sizes)
        within = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return owner, self.bounds[codes][owner] + within


class _Votes:
    """How many segments of a video have a match in another, by pair; kept small by adding up as it grows."""

    LIMIT = 2_000_000

    def __init__(self, span: int) -> None:
        self._span = span
        self._keys: list[NDArray[np.int64]] = []
        self._counts: list[NDArray[np.int64]] = []
        self._waiting = 0

    def add(self, first: NDArray[np.int64], second: NDArray[np.int64], counts: NDArray[np.int64]) -> None:
        apart = first != second
        self._keys.append(first[apart] * self._span + second[apart])
        self._counts.append(counts[apart])
        self._waiting += int(apart.sum())
        if self._waiting > self.LIMIT:
            self._merge()

    def _merge(self) -> None:
        keys, where = np.unique(np.concatenate(self._keys), return_inverse=True)
        totals = np.bincount(where, np.concatenate(self._counts), minlength=len(keys)).astype(np.int64)
        self._keys, self._counts, self._waiting = [keys], [totals], 0

    def pairs(self, sizes: NDArray[np.int64]) -> NDArray[np.int64]:
        """Pairs with enough votes from either side, ``[P, 2]``, the smaller position first; ``sizes`` in segments."""
        if not self._keys:
            return np.zeros((0, 2), np.int64)
        self._merge()
        pairs = np.stack(np.divmod(self._keys[0], self._span), axis=1)
        enough = self._counts[0] >= MIN_VOTES * sizes[pairs].min(axis=1)
        found: NDArray[np.int64] = np.unique(np.sort(pairs[enough], axis=1), axis=0)
        return found


def find_candidates(segments: Segments, radius: int, fine: HammingIndex, told: Told = lambda _done: None) -> Candidates:
    """Pairs of videos with near segments.

    Args:
        segments: at least one.
        radius: up to how many differing bits segments match.
        fine: the same segments with the longest codes.
        told: gets the number of segments that are finished; raises to stop.
    """
    postings = _Postings(segments)
    index = HammingIndex(segments.codes.shape[1] * 8)
    index.add(np.arange(len(postings)), postings.codes)
    votes = _Votes(postings.span)
    shown_by = np.ones(len(postings), np.int64)
    common = np.zeros(len(postings), bool)
    segments_of = np.bincount(postings.of_segment, minlength=len(postings))
    done = 0
    for start in range(0, len(postings), BATCH):
        batch = np.arange(start, min(start + BATCH, len(postings)))
        shown_by[batch], common[batch] = _look_up(index, postings, batch, radius, votes)
        done += int(segments_of[batch].sum())
        told(done - int(segments_of[common].sum()))
    _look_closer(segments, postings, np.flatnonzero(common), radius, fine, votes, lambda: told(done))
    return Candidates(
        votes.pairs(np.bincount(segments.videos, minlength=postings.span)),
        1 / shown_by[postings.of_segment],
        int(common[postings.of_segment].sum()),
    )


def _look_up(
    index: HammingIndex, postings: _Postings, batch: NDArray[np.int64], radius: int, votes: _Votes
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Vote for the videos near the codes of a batch.

    Returns:
        How many videos show the same as each code, ``MAX_VIDEOS`` where it was not counted further, and whether so many
        are near it that it is common.
    """
    distances, near = index.search(postings.codes[batch], NEIGHBOURS + 1)
    inside = distances <= radius
    crowded = inside.all(axis=1) & (inside.shape[1] > NEIGHBOURS)
    code, video, full = _videos(postings, near, inside & ~crowded[:, None])
    common = crowded | full | (np.bincount(code, minlength=len(batch)) > MAX_VIDEOS)
    telling = ~common[code]
    owner, posting = postings.expand(batch[code[telling]])
    votes.add(postings.videos[posting], video[telling][owner], postings.counts[posting])
    code, _, full = _videos(postings, near, distances <= min(radius, radius_bits(index.bits)))
    return np.where(full, MAX_VIDEOS, np.bincount(code, minlength=len(batch))), common


def _videos(
    postings: _Postings, near: NDArray[np.int64], wanted: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """The videos that show any of the wanted codes of each row: rows, videos, and which rows have too many."""
    sizes = np.where(wanted, postings.bounds[near + 1] - postings.bounds[near], 0).sum(axis=1)
    full = sizes > NEIGHBOURS * MAX_VIDEOS
    rows, columns = np.nonzero(wanted & ~full[:, None])
    owner, posting = postings.expand(near[rows, columns])
    row, video = np.divmod(np.unique(rows[owner] * postings.span + postings.videos[posting]), postings.span)
    return row, video, full


def _look_closer(
    segments: Segments,
    postings: _Postings,
    codes: NDArray[np.intp],
    radius: int,
    fine: HammingIndex,
    votes: _Votes,
    told: Callable[[], None],
) -> None:
    """Vote for the few videos nearest to each common code, by the longest code of one segment of every video."""
    _, posting = postings.expand(codes.astype(np.int64))
    if not len(posting):
        return
    by_id = np.argsort(fine.ids, kind="stable")
    fine_codes = fine.codes
    of_id = np.argsort(segments.ids, kind="stable")
    keys = postings.of_segment * postings.span + segments.videos
    order = np.argsort(keys, kind="stable")
    wanted = (np.searchsorted(postings.bounds, posting, "right") - 1) * postings.span + postings.videos[posting]
    first = order[np.searchsorted(keys[order], wanted)]
    place = by_id[np.minimum(np.searchsorted(fine.ids[by_id], segments.ids[first]), len(by_id) - 1)]
    widest = radius * fine.bits // (segments.codes.shape[1] * 8)
    for number, segment in enumerate(first):
        distances, ids = fine.search(fine_codes[place[number]][None], FINE_NEIGHBOURS)
        found = np.minimum(np.searchsorted(segments.ids[of_id], ids[0]), len(of_id) - 1)
        there = (segments.ids[of_id[found]] == ids[0]) & (distances[0] <= widest)
        videos = segments.videos[of_id[found[there]]]
        _, once = np.unique(videos, return_index=True)
        nearest = videos[np.sort(once)][: FINE_VIDEOS + 1]
        own = np.full(len(nearest), segments.videos[segment])
        votes.add(own, nearest, np.full(len(nearest), postings.counts[posting[number]]))
        if number % BATCH == 0:
            told()
