"""Pairs of a query segment and a library segment, and which of them stands for a video: arrays in, pairs out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from vhdesk.library.rows import SegmentHit

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class QuerySegment:
    """One stretch of the query.

    Attributes:
        code: ``[bits / 8] uint8``.
        embedding: ``[D] float32``, centred, of unit length.
        mask: ``[bits / 8] uint8``, the bits that count; ``None`` for all.
    """

    start_ms: int
    end_ms: int
    code: NDArray[np.uint8]
    embedding: NDArray[np.float32]
    mask: NDArray[np.uint8] | None = None

    @property
    def counted_bits(self) -> int:
        """How many bits count."""
        return 8 * len(self.code) if self.mask is None else int(np.bitwise_count(self.mask).sum())


class Pair(NamedTuple):
    """A query segment and a library segment.

    Attributes:
        share: of the bits that count the share that differs; more where the query segment is common. Parts of a query
            whose masks count different numbers of bits are comparable by it.
        query: number of the query segment.
    """

    share: float
    distance: float
    query: int
    hit: SegmentHit
    cosine: float
    hamming: int


@dataclass(frozen=True)
class Shortlist:
    """P pairs of which something is known in the library.

    Attributes:
        ids: ``[n] int64``, the segments, ascending, each once.
        hits: n, what is known of them.
        groups: ``[n] int64``, what is one result: the video's id, or the segment's.
        query: ``[P]``, the number of the query segment.
        row: ``[P]``, into the segments.
        hamming: ``[P]``, bits that differ of those that count.
        share: ``[P]``, as :attr:`Pair.share`.
    """

    ids: NDArray[np.int64]
    hits: Sequence[SegmentHit]
    groups: NDArray[np.int64]
    query: NDArray[np.intp]
    row: NDArray[np.intp]
    hamming: NDArray[np.int32]
    share: NDArray[np.float64]

    def contenders(self) -> NDArray[np.intp]:
        """The pairs that no other pair of their group beats by its share; the features decide among them."""
        _, group = np.unique(self.groups[self.row], return_inverse=True)
        least = np.full(int(group.max(initial=-1)) + 1, np.inf)
        np.minimum.at(least, group, self.share)
        return np.flatnonzero(self.share == least[group])

    def nearest_segments(self, at_least: int, groups: int) -> NDArray[np.int64]:
        """Ids of the segments nearest by codes: at least so many, and as many as so many groups take."""
        order = self.row[np.lexsort((self.row, self.share))]
        _, first = np.unique(order, return_index=True)
        rows = order[np.sort(first)]
        _, seen = np.unique(self.groups[rows], return_index=True)
        reached = np.sort(seen)[:groups]
        return self.ids[rows[: max(at_least, int(reached[-1]) + 1 if len(reached) else 0)]]


def shortlist_of(
    segments: Sequence[QuerySegment],
    distances: NDArray[np.int32],
    ids: NDArray[np.int64],
    hits: dict[int, SegmentHit],
    penalties: Sequence[tuple[set[int], int]],
    group: str,
) -> Shortlist:
    """The pairs of a shortlist whose segments are known.

    Args:
        segments: Q of the query.
        distances: ``[Q, k]``, Hamming.
        ids: ``[Q, k]`` of segments.
        hits: what is known, by id, ascending.
        penalties: for each query segment the videos that count as farther away, and by how many bits.
        group: ``video`` or ``segment``.
    """
    known = np.fromiter(hits, np.int64, len(hits))
    held = list(hits.values())
    videos = np.fromiter((hit.video_id for hit in held), np.int64, len(held))
    row = np.searchsorted(known, ids)
    there = row < len(known)
    there[there] = known[row[there]] == ids[there]
    extra = np.zeros(ids.shape, np.int32)
    for number, (farther, bits) in enumerate(penalties):
        if farther:
            where = there[number]
            extra[number, where] = bits * np.isin(videos[row[number, where]], list(farther))
    counted = np.array([segment.counted_bits for segment in segments], np.float64)
    share = (distances + extra) / counted[:, None]
    queries = np.broadcast_to(np.arange(len(segments))[:, None], ids.shape)
    groups = videos if group == "video" else known
    return Shortlist(known, held, groups, queries[there], row[there], distances[there], share[there])


def cosines(vectors: NDArray[np.float32], query: NDArray[np.float32]) -> NDArray[np.float64]:
    """Cosines of unit vectors ``[n, D]`` with one ``[D]``, ``[n]``.

    Each row is summed up alike, so that copies tie; rounded, so that the same frames give 1 and 0 and not nearly so.
    """
    found: NDArray[np.float64] = np.round(np.einsum("nd,d->n", vectors, query).astype(np.float64), 6)
    return found


def euclidean(cosine: NDArray[np.float64]) -> NDArray[np.float64]:
    """Distance of unit vectors from their cosine."""
    distance: NDArray[np.float64] = np.sqrt(np.maximum(0.0, 2 - 2 * cosine))
    return distance


def best_of_groups(
    found: Shortlist,
    contenders: NDArray[np.intp],
    cosine: NDArray[np.float64],
) -> list[Pair]:
    """The best pair of every group, best first: by share, distance, path and time.

    Args:
        found: the pairs.
        contenders: which of them may be the best of their group.
        cosine: of each contender.
    """
    distance = euclidean(cosine)
    group, query = found.groups[found.row[contenders]], found.query[contenders]
    order = np.lexsort((query, distance, group))
    _, first = np.unique(group[order], return_index=True)
    best = order[first]
    pairs = [
        Pair(share, apart, number, found.hits[row], angle, hamming)
        for share, apart, number, row, angle, hamming in zip(
            found.share[contenders[best]].tolist(),
            distance[best].tolist(),
            query[best].tolist(),
            found.row[contenders[best]].tolist(),
            cosine[best].tolist(),
            found.hamming[contenders[best]].tolist(),
            strict=True,
        )
    ]
    return sorted(pairs, key=lambda pair: (pair.share, pair.distance, pair.hit.path, pair.hit.start_ms))
