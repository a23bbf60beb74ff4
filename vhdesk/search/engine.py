"""From the codes and features of a query to ranked videos.

1. Shortlist: the nearest segments of every query segment by Hamming distance, over the bits of its mask if it has one.
2. Order: Hamming distance, then the Euclidean distance of the centred unit features. A common part of the query, one
   that very many videos show (an intro), counts as farther away by :mod:`vhdesk.search.commonness`.
3. Group by video: its best segment stands for it. Or not: then every segment is a result.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentHit
from vhdesk.search.commonness import common_segments, note_on, penalty_bits, radius_bits
from vhdesk.search.index import HammingIndex, IndexStore
from vhdesk.search.masked import MaskedIndex
from vhdesk.search.results import SearchResult

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A video of many segments may fill a short list alone, so more segments than videos are fetched.
SEGMENTS_PER_VIDEO = 8
MIN_SHORTLIST = 200
MAX_SHORTLIST = 20_000


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


class Pair(NamedTuple):
    """A query segment and a library segment; ordered as results are.

    Attributes:
        bits: the Hamming distance, and the penalty where the query segment is common.
    """

    bits: int
    distance: float
    query: int
    hit: SegmentHit
    cosine: float
    hamming: int


@dataclass(frozen=True)
class Ranking:
    """Ranked videos and what finding them took, milliseconds.

    Attributes:
        notes: sentences about the order.
    """

    results: tuple[SearchResult, ...]
    searched_segments: int
    shortlist_ms: float
    rerank_ms: float
    notes: tuple[str, ...] = ()


Embed = Callable[[Sequence[bytes]], "NDArray[np.float32]"]


class SearchEngine:
    """Ranks the videos of a library; one thread at a time."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._store = IndexStore(library)
        self._masked: dict[tuple[str, int], MaskedIndex] = {}

    def warm_up(self, fingerprint: str, bits: int) -> int:
        """Load the index; the number of its segments."""
        return len(self._store.current(fingerprint, bits))

    def search(
        self,
        segments: Sequence[QuerySegment],
        fingerprint: str,
        bits: int,
        top: int,
        embed: Embed,
        *,
        set_aside: bool = False,
        group: str = "video",
    ) -> Ranking:
        """Rank videos by their best segment, or all segments.

        Args:
            segments: of the query.
            fingerprint: of the system whose codes are searched.
            bits: code length.
            top: how many videos, or segments, to return.
            embed: N stored feature sequences to centred unit vectors ``[N, D] float32``.
            set_aside: search the segments that were set aside, too.
            group: ``video`` or ``segment``: what is one result.
        """
        started = time.perf_counter()
        index = self._store.current(fingerprint, bits)
        k = min(MAX_SHORTLIST, max(MIN_SHORTLIST, top * SEGMENTS_PER_VIDEO))
        while True:
            distances, ids = self._shortlist(index, segments, fingerprint, k)
            listed = time.perf_counter()
            hits = self._library.hits(np.unique(ids).tolist(), fingerprint, set_aside=set_aside)
            common = _common(segments, distances, ids, hits)
            explained = [_explained(segment, segments, common) for segment in segments]
            best = self._best_pairs(segments, distances, ids, hits, explained, embed, group)
            # A few long videos can fill the list; then it is made longer until there are enough videos.
            if len(best) >= top or k >= len(index):
                break
            k *= 8
        ranked = sorted(best.values(), key=_order)[:top]
        results = tuple(_result(rank, pair, segments[pair.query]) for rank, pair in enumerate(ranked, 1))
        notes = note_on([(segments[query].start_ms, segments[query].end_ms) for query in sorted(common)])
        done = time.perf_counter()
        return Ranking(results, len(index), (listed - started) * 1000, (done - listed) * 1000, notes)

    def _shortlist(
        self, index: HammingIndex, segments: Sequence[QuerySegment], fingerprint: str, k: int
    ) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Distances and ids of the k nearest segments of every query segment, ``[Q, min(k, N)]``."""
        masked = self._masked.get((fingerprint, index.bits))
        if masked is None or masked.base is not index:  # the library's codes were rebuilt
            masked = self._masked[fingerprint, index.bits] = MaskedIndex(index)
        found = [
            index.search(s.code[None], k) if s.mask is None else masked.search(s.code[None], s.mask, k)
            for s in segments
        ]
        return np.concatenate([distances for distances, _ in found]), np.concatenate([ids for _, ids in found])

    def _best_pairs(
        self,
        segments: Sequence[QuerySegment],
        distances: NDArray[np.int32],
        ids: NDArray[np.int64],
        hits: dict[int, SegmentHit],
        explained: Sequence[set[int]],
        embed: Embed,
        group: str,
    ) -> dict[int, Pair]:
        """The best pair of every video, or of every segment, in the shortlist, by its id."""
        embeddings = dict(zip(hits, embed([hit.sequence for hit in hits.values()]), strict=True)) if hits else {}
        best: dict[int, Pair] = {}
        for query, segment in enumerate(segments):
            for hamming, id_ in zip(distances[query].tolist(), ids[query].tolist(), strict=True):
                hit = hits.get(id_)
                if hit is None:
                    continue
                one = hit.video_id if group == "video" else id_
                known = best.get(one)
                penalty = penalty_bits(_bits_that_count(segment)) if hit.video_id in explained[query] else 0
                if known is not None and hamming + penalty > known.bits:
                    continue
                # Rounded, so that the same frames give 1 and 0 and not nearly so.
                cosine = round(float(embeddings[id_] @ segment.embedding), 6)
                pair = Pair(hamming + penalty, max(0.0, 2 - 2 * cosine) ** 0.5, query, hit, cosine, hamming)
                if known is None or pair[:3] < known[:3]:
                    best[one] = pair
        return best


def _order(pair: Pair) -> tuple[int, float, str, int]:
    return pair.bits, pair.distance, pair.hit.path, pair.hit.start_ms


def _common(
    segments: Sequence[QuerySegment],
    distances: NDArray[np.int32],
    ids: NDArray[np.int64],
    hits: dict[int, SegmentHit],
) -> dict[int, set[int]]:
    """The query segments that very many videos of the shortlist show, and the ids of those videos."""
    shown_by = []
    for query, segment in enumerate(segments):
        nearest = int(distances[query].min()) if len(distances[query]) else 0
        near = ids[query][distances[query] <= radius_bits(_bits_that_count(segment), nearest)]
        shown_by.append({hits[id_].video_id for id_ in near.tolist() if id_ in hits})
    common = common_segments([len(videos) for videos in shown_by])
    return {query: shown_by[query] for query in common}


def _explained(segment: QuerySegment, segments: Sequence[QuerySegment], common: dict[int, set[int]]) -> set[int]:
    """Videos whose likeness to a query segment comes from a common one that it overlaps, or is."""
    videos: set[int] = set()
    for query, shown_by in common.items():
        if segments[query].start_ms < segment.end_ms and segment.start_ms < segments[query].end_ms:
            videos |= shown_by
    return videos


def _bits_that_count(segment: QuerySegment) -> int:
    return 8 * len(segment.code) if segment.mask is None else int(np.bitwise_count(segment.mask).sum())


def _result(rank: int, pair: Pair, segment: QuerySegment) -> SearchResult:
    hit = pair.hit
    return SearchResult(
        rank=rank,
        video_id=hit.video_id,
        segment_id=hit.segment_id,
        path=hit.path,
        label=hit.label,
        start_ms=hit.start_ms,
        end_ms=hit.end_ms,
        query_start_ms=segment.start_ms,
        query_end_ms=segment.end_ms,
        hamming=pair.hamming,
        distance=pair.distance,
        cosine=pair.cosine,
        duration_ms=hit.duration_ms,
        width=hit.width,
        height=hit.height,
        modified_ns=hit.mtime_ns,
    )
