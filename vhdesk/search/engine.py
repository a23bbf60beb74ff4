"""From the codes and features of a query to ranked videos.

1. Shortlist: the nearest segments of every query segment by Hamming distance.
2. Order: Hamming distance, then the Euclidean distance of the centred unit features.
3. Group by video: its best segment stands for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentHit
from vhdesk.search.index import IndexStore
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
    """

    start_ms: int
    end_ms: int
    code: NDArray[np.uint8]
    embedding: NDArray[np.float32]


class Pair(NamedTuple):
    """A query segment and a library segment; ordered as results are."""

    hamming: int
    distance: float
    query: int
    hit: SegmentHit
    cosine: float


@dataclass(frozen=True)
class Ranking:
    """Ranked videos and what finding them took, milliseconds."""

    results: tuple[SearchResult, ...]
    searched_segments: int
    shortlist_ms: float
    rerank_ms: float


Embed = Callable[[Sequence[bytes]], "NDArray[np.float32]"]


class SearchEngine:
    """Ranks the videos of a library; one thread at a time."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._store = IndexStore(library)

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
    ) -> Ranking:
        """Rank videos by their best segment.

        Args:
            segments: of the query.
            fingerprint: of the system whose codes are searched.
            bits: code length.
            top: how many videos to return.
            embed: N stored feature sequences to centred unit vectors ``[N, D] float32``.
            set_aside: search the segments that were set aside, too.
        """
        started = time.perf_counter()
        index = self._store.current(fingerprint, bits)
        k = min(MAX_SHORTLIST, max(MIN_SHORTLIST, top * SEGMENTS_PER_VIDEO))
        while True:
            distances, ids = index.search(np.stack([s.code for s in segments]), k)
            listed = time.perf_counter()
            hits = self._library.hits(np.unique(ids).tolist(), fingerprint, set_aside=set_aside)
            best = self._best_pairs(segments, distances, ids, hits, embed)
            # A few long videos can fill the list; then it is made longer until there are enough videos.
            if len(best) >= top or k >= len(index):
                break
            k *= 8
        ranked = sorted(best.values(), key=lambda pair: (pair.hamming, pair.distance, pair.hit.path))[:top]
        results = tuple(_result(rank, pair, segments[pair.query]) for rank, pair in enumerate(ranked, 1))
        done = time.perf_counter()
        return Ranking(results, len(index), (listed - started) * 1000, (done - listed) * 1000)

    def _best_pairs(
        self,
        segments: Sequence[QuerySegment],
        distances: NDArray[np.int32],
        ids: NDArray[np.int64],
        hits: dict[int, SegmentHit],
        embed: Embed,
    ) -> dict[int, Pair]:
        """The best pair of every video in the shortlist, by video id."""
        embeddings = dict(zip(hits, embed([hit.sequence for hit in hits.values()]), strict=True)) if hits else {}
        best: dict[int, Pair] = {}
        for query, segment in enumerate(segments):
            for hamming, id_ in zip(distances[query].tolist(), ids[query].tolist(), strict=True):
                hit = hits.get(id_)
                if hit is None:
                    continue
                known = best.get(hit.video_id)
                if known is not None and hamming > known.hamming:
                    continue
                # Rounded, so that the same frames give 1 and 0 and not nearly so.
                cosine = round(float(embeddings[id_] @ segment.embedding), 6)
                pair = Pair(hamming, max(0.0, 2 - 2 * cosine) ** 0.5, query, hit, cosine)
                if known is None or pair[:3] < known[:3]:
                    best[hit.video_id] = pair
        return best


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
    )
