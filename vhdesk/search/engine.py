"""From the codes and features of a query to ranked videos.

1. Shortlist: the nearest segments of every query segment by Hamming distance, over the bits of its mask if it has one.
2. Order: Hamming distance, then the Euclidean distance of the centred unit features. A common part of the query, one
   that very many videos show (an intro), counts as farther away by :mod:`vhdesk.search.commonness`.
3. Group by video: its best segment stands for it. Or not: then every segment is a result.
4. Re-rank, if asked for, by proximal affinity (:mod:`vhdesk.search.par`): the segments of the shortlist, or all, are
   ordered by Euclidean distance and grouped as in 3, each group by its nearest segment; of the k nearest groups those
   stay whose cosine exceeds the threshold. So a long video takes one of the k places. Where none stays the k nearest
   are shown, marked.

What was looked up is remembered, so that another code length, mask, k or threshold reads nothing again.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentHit
from vhdesk.search.commonness import common_segments, note_on, penalty_bits, radius_bits
from vhdesk.search.index import HammingIndex, IndexStore
from vhdesk.search.masked import MaskedIndex
from vhdesk.search.order import Pair, QuerySegment, Shortlist, best_of_groups, cosines, euclidean, shortlist_of
from vhdesk.search.par import proximal_affinity
from vhdesk.search.results import Par, ParReport, SearchResult
from vhdesk.search.scan import ExactScan
from vhdesk.search.seen import Embed, SeenEmbeddings, SeenFacts

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Embed", "Pair", "QuerySegment", "Ranking", "SearchEngine"]

# A video of many segments may fill a short list alone, so more segments than videos are fetched.
SEGMENTS_PER_VIDEO = 8
MIN_SHORTLIST = 200
MAX_SHORTLIST = 20_000
# So many of the nearest codes hold nearly all of the nearest features.
RE_RANKED_SEGMENTS = 1000


@dataclass(frozen=True)
class Ranking:
    """Ranked videos and what finding them took, milliseconds.

    Attributes:
        notes: sentences about the order.
        par: what re-ranking did; ``None`` without.
        left_out: videos that would have been found but were to be left out.
    """

    results: tuple[SearchResult, ...]
    searched_segments: int
    shortlist_ms: float
    rerank_ms: float
    notes: tuple[str, ...] = ()
    par: ParReport | None = None
    left_out: int = 0


@dataclass(frozen=True)
class _Query:
    """What one search asks; attributes as the arguments of :meth:`SearchEngine.search`."""

    segments: Sequence[QuerySegment]
    fingerprint: str
    index: HammingIndex
    embed: Embed
    set_aside: bool
    group: str
    leave_out: AbstractSet[int]


@dataclass(frozen=True)
class _Found:
    """The plain order, and what it was made of.

    Attributes:
        pairs: the best of every group, best first.
        farther: for each query segment the videos that count as farther away, and by how many bits.
        common: numbers of the common query segments.
    """

    pairs: list[Pair]
    shortlist: Shortlist
    farther: list[tuple[set[int], int]]
    common: list[int]
    left_out: int


class SearchEngine:
    """Ranks the videos of a library; one thread at a time."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._store = IndexStore(library)
        self._masked: dict[tuple[str, int], MaskedIndex] = {}
        self._facts = SeenFacts(library)
        self._embeddings = SeenEmbeddings(library)
        self._scan = ExactScan(library)

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
        par: Par | None = None,
        leave_out: AbstractSet[int] = frozenset(),
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
            par: how to re-rank; ``None``: not at all.
            leave_out: ids of videos that must not be found.
        """
        started = time.perf_counter()
        index = self._store.current(fingerprint, bits)
        query = _Query(segments, fingerprint, index, embed, set_aside, group, leave_out)
        needed = top if par is None else par.k
        k = min(MAX_SHORTLIST, max(MIN_SHORTLIST if par is None else RE_RANKED_SEGMENTS, needed * SEGMENTS_PER_VIDEO))
        if group == "video":
            needed = min(needed, self._facts.videos(leave_out))
        while True:
            distances, ids = self._shortlist(query, k)
            listed = time.perf_counter()
            found = self._by_codes(query, distances, ids)
            # A few long videos can fill the list; then it is made longer until there are enough videos.
            if len(found.pairs) >= needed or k >= len(index):
                break
            k *= 8
        if par is None:
            results, report = [_result(rank, pair, segments) for rank, pair in enumerate(found.pairs[:top], 1)], None
        else:
            results, report = self._re_ranked(query, found, par, top)
        notes = note_on([(segments[number].start_ms, segments[number].end_ms) for number in found.common])
        done = time.perf_counter()
        spent = ((listed - started) * 1000, (done - listed) * 1000)
        return Ranking(tuple(results), len(index), *spent, notes, report, found.left_out)

    def _shortlist(self, query: _Query, k: int) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Distances and ids of the k nearest segments of every query segment, ``[Q, min(k, N)]``."""
        index, key = query.index, (query.fingerprint, query.index.bits)
        masked = self._masked.get(key)
        if masked is None or masked.base is not index:  # the library's codes were rebuilt
            masked = self._masked[key] = MaskedIndex(index)
        found = [
            index.search(s.code[None], k) if s.mask is None else masked.search(s.code[None], s.mask, k)
            for s in query.segments
        ]
        return np.concatenate([distances for distances, _ in found]), np.concatenate([ids for _, ids in found])

    def _shown(self, query: _Query, ids: NDArray[np.int64]) -> tuple[dict[int, SegmentHit], int]:
        """What is known of segments, ascending by id, and how many videos were left out."""
        hits = self._facts.look_up(np.unique(ids).tolist(), query.fingerprint, set_aside=query.set_aside)
        if not query.leave_out:
            return hits, 0
        out = {hit.video_id for hit in hits.values()} & query.leave_out
        return {id_: hit for id_, hit in hits.items() if hit.video_id not in out}, len(out)

    def _vectors(self, query: _Query, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Those of the segments that have features, and their embeddings ``[n, D]``."""
        there, vectors = self._embeddings.look_up(ids.tolist(), query.fingerprint, query.index.pages, query.embed)
        return np.array(there, np.int64), vectors

    def _by_codes(self, query: _Query, distances: NDArray[np.int32], ids: NDArray[np.int64]) -> _Found:
        """The best pair of every video, or of every segment, in the shortlist, in order."""
        segments = query.segments
        hits, left_out = self._shown(query, ids)
        common = _common(segments, distances, ids, hits)
        farther = [(_explained(s, segments, common), penalty_bits(s.counted_bits)) for s in segments]
        found = shortlist_of(segments, distances, ids, hits, farther, query.group)
        contenders = found.contenders()
        there, vectors = self._vectors(query, np.unique(found.ids[found.row[contenders]]))
        of = found.ids[found.row[contenders]]
        place = np.searchsorted(there, of)
        whole = place < len(there)
        whole[whole] = there[place[whole]] == of[whole]
        contenders, place = contenders[whole], place[whole]
        cosine = np.zeros(len(contenders))
        for number in np.unique(found.query[contenders]):
            mine = found.query[contenders] == number
            cosine[mine] = cosines(vectors[place[mine]], segments[number].embedding)
        return _Found(best_of_groups(found, contenders, cosine), found, farther, sorted(common), left_out)

    def _re_ranked(self, query: _Query, found: _Found, par: Par, top: int) -> tuple[list[SearchResult], ParReport]:
        """The results by proximal affinity, and what it did."""
        if par.exact:
            hits = self._nearest_by_features(query, par)
        else:
            nearest = found.shortlist.nearest_segments(RE_RANKED_SEGMENTS, par.k)
            hits, _ = self._shown(query, nearest)
        pairs = sorted(self._by_features(query, hits, found.farther), key=_by_name)
        keys = np.array([key for key, _ in pairs]).reshape(1, -1)
        angles = np.array([pair.cosine for _, pair in pairs]).reshape(1, -1)
        columns, kept = proximal_affinity(keys, lambda chosen: np.take_along_axis(angles, chosen, axis=1), par)
        number = int(np.count_nonzero(kept))
        shown = columns[0] if not number else columns[kept]
        before = {_group(pair, query.group): rank for rank, pair in enumerate(found.pairs, 1)}
        results = [
            _result(
                rank,
                pairs[column][1],
                query.segments,
                before.get(_group(pairs[column][1], query.group)),
                passed=bool(number),
            )
            for rank, column in enumerate(shown[:top].tolist(), 1)
        ]
        considered = columns.shape[1]
        return results, ParReport(par.k, par.threshold, par.exact, considered, number, bool(considered and not number))

    def _nearest_by_features(self, query: _Query, par: Par) -> dict[int, SegmentHit]:
        """The nearest of all segments, as many as k groups take."""
        embeddings = np.stack([segment.embedding for segment in query.segments])
        ids = self._scan.nearest(embeddings, query.fingerprint, query.index.version, query.embed)
        count = max(RE_RANKED_SEGMENTS, SEGMENTS_PER_VIDEO * par.k)
        while True:
            hits, _ = self._shown(query, ids[:count])
            groups = {hit.video_id if query.group == "video" else id_ for id_, hit in hits.items()}
            if len(groups) >= par.k or count >= len(ids):
                return hits
            count *= 8

    def _by_features(
        self, query: _Query, hits: dict[int, SegmentHit], farther: Sequence[tuple[set[int], int]]
    ) -> list[tuple[float, Pair]]:
        """The nearest pair of every group by Euclidean distance, with that distance; common ones count as farther."""
        ids, vectors = self._vectors(query, np.fromiter(hits, np.int64, len(hits)))
        held, codes = query.index.codes_of(ids)  # a segment may have come since the codes were read
        ids, vectors = ids[held], vectors[held]
        if not len(ids):
            return []
        videos = np.fromiter((hits[id_].video_id for id_ in ids.tolist()), np.int64, len(ids))
        angle = np.stack([cosines(vectors, segment.embedding) for segment in query.segments])
        key = euclidean(angle)
        for number, (explained, _) in enumerate(farther):
            if explained:
                mine = np.isin(videos, list(explained))
                key[number, mine] = _turned_away(angle[number, mine])
        best = key.argmin(axis=0)
        columns = np.arange(len(ids))
        key, angle = key[best, columns], angle[best, columns]
        groups = videos if query.group == "video" else ids
        order = np.lexsort((key, groups))
        _, first = np.unique(groups[order], return_index=True)
        chosen = order[first]
        pairs = []
        for column, code in zip(chosen.tolist(), codes[chosen], strict=True):
            number = int(best[column])
            segment = query.segments[number]
            differing = segment.code ^ code if segment.mask is None else (segment.code ^ code) & segment.mask
            hamming, cosine = int(np.bitwise_count(differing).sum()), float(angle[column])
            apart = float(euclidean(angle[column]))
            pair = Pair(hamming / segment.counted_bits, apart, number, hits[int(ids[column])], cosine, hamming)
            pairs.append((float(key[column]), pair))
        return pairs


def _turned_away(cosine: NDArray[np.float64]) -> NDArray[np.float64]:
    """Distances as if the angle were an eighth of a half turn larger, as an eighth of the bits is for random planes."""
    angle = np.minimum(np.pi, np.arccos(np.clip(cosine, -1, 1)) + np.pi / 8)
    return euclidean(np.cos(angle))


def _by_name(keyed: tuple[float, Pair]) -> tuple[str, int]:
    return keyed[1].hit.path, keyed[1].hit.start_ms


def _group(pair: Pair, group: str) -> int:
    return pair.hit.video_id if group == "video" else pair.hit.segment_id


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
        near = ids[query][distances[query] <= radius_bits(segment.counted_bits, nearest)]
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


def _result(
    rank: int, pair: Pair, segments: Sequence[QuerySegment], before: int | None = None, *, passed: bool = True
) -> SearchResult:
    hit, segment = pair.hit, segments[pair.query]
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
        counted_bits=segment.counted_bits,
        rank_before=before,
        passed=passed,
    )
