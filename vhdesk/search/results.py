"""Results that describe themselves: what was asked, with which settings, what came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vhdesk.errors import BadInput, printable
from vhdesk.settings import SearchSettings

GROUPS = ("video", "segment")
MAX_PAR_K = 10_000


@dataclass(frozen=True)
class Par:
    """How to re-rank by proximal affinity (:mod:`vhdesk.search.par`).

    Attributes:
        k: how many of the nearest are looked at.
        threshold: the cosine that the ones that stay exceed; ``None`` keeps all k.
        exact: look for the nearest among all segments, not only in the Hamming shortlist.
    """

    k: int
    threshold: float | None
    exact: bool = False


@dataclass(frozen=True)
class SearchOptions:
    """How to search.

    Attributes:
        top: how many videos to return.
        bits: code length L, one that the system offers.
        from_ms: search with the part of the query that starts here (``None``: its beginning).
        to_ms: search with the part of the query that ends here (``None``: its end).
        set_aside: search the segments that were set aside (dark, flat, frozen), too.
        group: ``video``: a video is one result, by its best segment; ``segment``: every segment is one.
        mask_ratio: r, the share of the bits that counts, those that matter most for the query's category; 1: all.
        mask_confidence: how sure the category of a part of the query must be, 0..1; below it all bits of it count.
        par_k: re-rank by proximal affinity: how many of the nearest are looked at (``None``: do not re-rank).
        par_threshold: the cosine that re-ranked results exceed.
        par_exact: look for the nearest among all segments, not only in the Hamming shortlist.
    """

    top: int = 20
    bits: int = 64
    from_ms: int | None = None
    to_ms: int | None = None
    set_aside: bool = False
    group: str = "video"
    mask_ratio: float = 1.0
    mask_confidence: float = SearchSettings.mask_confidence
    par_k: int | None = None
    par_threshold: float = SearchSettings.par_threshold
    par_exact: bool = False

    @classmethod
    def of(cls, chosen: SearchSettings, **changes: Any) -> SearchOptions:
        """As the settings say, but for some changes."""
        values: dict[str, Any] = {
            "top": chosen.top,
            "bits": chosen.bits,
            "set_aside": chosen.set_aside,
            "group": chosen.group,
            "mask_ratio": chosen.mask_ratio,
            "mask_confidence": chosen.mask_confidence,
            "par_k": chosen.par_k if chosen.par else None,
            "par_threshold": chosen.par_threshold,
            "par_exact": chosen.par_exact,
        }
        return cls(**values | changes)

    @property
    def par(self) -> Par | None:
        """How to re-rank; ``None`` where that is off."""
        return None if self.par_k is None else Par(self.par_k, self.par_threshold, self.par_exact)

    def check(self, system: str, offered_bits: Sequence[int]) -> None:
        """Compare the options with what a system offers.

        Raises:
            BadInput: one of them is out of bounds; the sentence names the bounds.
        """
        if self.top < 1:
            raise BadInput(f"The number of results must be at least 1, not {self.top}.")
        if self.group not in GROUPS:
            raise BadInput(f"Results are grouped by {' or '.join(GROUPS)}, not by '{self.group}'.")
        if self.bits not in offered_bits:
            offered = ", ".join(map(str, offered_bits))
            raise BadInput(f"The system '{system}' gives codes of {offered} bits, not {self.bits}.")
        if not 0 < self.mask_ratio <= 1:
            raise BadInput(f"The mask ratio is above 0 and at most 1 (1 counts all bits), not {self.mask_ratio:g}.")
        if not 0 <= self.mask_confidence <= 1:
            raise BadInput(f"The confidence of a category goes from 0 to 1, not {self.mask_confidence:g}.")
        if self.par_k is not None and not 1 <= self.par_k <= MAX_PAR_K:
            raise BadInput(f"The number of results to re-rank goes from 1 to {MAX_PAR_K}, not {self.par_k}.")
        if not -1 <= self.par_threshold <= 1:
            raise BadInput(f"The threshold is a cosine from -1 to 1, not {self.par_threshold:g}.")


@dataclass(frozen=True)
class QueryIdentity:
    """What marks are remembered for: the content of a query, and the part of it that was searched with.

    Attributes:
        content_hash: of the file, wherever it is and whatever its name.
        from_ms: as asked; ``None`` for the beginning.
        to_ms: as asked; ``None`` for the end.
    """

    content_hash: str
    from_ms: int | None = None
    to_ms: int | None = None

    @property
    def part(self) -> str:
        """The part as text: empty for the whole."""
        if not self.from_ms and self.to_ms is None:
            return ""
        return f"{self.from_ms or 0}-{'' if self.to_ms is None else self.to_ms}"


@dataclass(frozen=True)
class QueryCategory:
    """What a part of the query was taken for.

    Attributes:
        name: a label of the user's, or ``cluster N`` of the categories that come with the system.
        confidence: softmax share, 0..1.
        used: whether its mask was laid on; else the category was unsure and all bits counted.
        counted_bits: how many bits counted.
    """

    start_ms: int
    end_ms: int
    name: str
    confidence: float
    used: bool
    counted_bits: int


@dataclass(frozen=True)
class ParReport:
    """What re-ranking did.

    Attributes:
        k: how many were to be looked at.
        threshold: the cosine to exceed.
        exact: whether the nearest were looked for among all segments.
        considered: how many were looked at: k, or as many as there are.
        kept: how many of them exceed the threshold.
        fell_back: none did, so that the nearest are shown all the same.
    """

    k: int
    threshold: float | None
    exact: bool
    considered: int
    kept: int
    fell_back: bool


@dataclass(frozen=True)
class Timing:
    """Milliseconds spent on each station."""

    decode: float
    encode: float
    shortlist: float
    rerank: float
    total: float

    def to_json(self) -> dict[str, float]:
        """Rounded to a hundredth of a millisecond."""
        return {name: round(value, 2) for name, value in vars(self).items()}


@dataclass(frozen=True)
class SearchResult:
    """One ranked video with its best segment, or one ranked segment.

    Attributes:
        rank: 1 for the best.
        path: the file, as Python spells it (undecodable bytes as surrogates).
        start_ms: where the best segment starts, milliseconds.
        end_ms: where it ends.
        query_start_ms: the part of the query that it matches.
        query_end_ms: end of that part.
        hamming: bits that differ, of those that count.
        distance: Euclidean distance of the centred unit features, 0..2.
        cosine: their cosine, -1..1.
        duration_ms: length of the whole video; 0 for a picture.
        modified_ns: when the file was last changed, nanoseconds since 1970.
        counted_bits: how many bits count: all, or those of the category mask.
        rank_before: its rank by Hamming distance, before re-ranking; ``None`` without, or where codes are far apart.
        passed: whether it exceeds the threshold of re-ranking.
        mark: ``yes`` where the user marked it as relevant for this query.
    """

    rank: int
    video_id: int
    segment_id: int
    path: str
    label: str | None
    start_ms: int
    end_ms: int
    query_start_ms: int
    query_end_ms: int
    hamming: int
    distance: float
    cosine: float
    duration_ms: int
    width: int
    height: int
    modified_ns: int = 0
    counted_bits: int = 0
    rank_before: int | None = None
    passed: bool = True
    mark: str | None = None


@dataclass(frozen=True)
class SearchResponse:
    """A ranked answer, with everything needed to repeat it.

    Attributes:
        query: path of the query file.
        query_duration_ms: its whole length; 0 for a picture.
        query_start_ms: where the part that was searched with starts.
        query_end_ms: where it ends.
        query_thumbnail: JPEG of the query's middle frame.
        searched_segments: segments that the query was compared with.
        notes: sentences about the answer ("this library is empty", "the query is damaged").
        mask_ratio: share of the bits that counts; ``None`` without a category mask.
        category_source: ``labels`` or ``clusters``; ``None`` without a category mask.
        categories: of every part of the query that was searched with; empty without a category mask.
        par: what re-ranking did; ``None`` without.
        identity: what marks are remembered for.
        left_out: videos that are not shown because the user marked them as no match.
    """

    query: str
    system: str
    fingerprint: str
    bits: int
    searched_segments: int
    timing_ms: Timing
    results: tuple[SearchResult, ...]
    query_duration_ms: int
    query_start_ms: int
    query_end_ms: int
    query_thumbnail: bytes
    notes: tuple[str, ...] = ()
    mask_ratio: float | None = None
    category_source: str | None = None
    categories: tuple[QueryCategory, ...] = ()
    par: ParReport | None = None
    identity: QueryIdentity | None = None
    left_out: int = 0

    def to_json(self) -> dict[str, Any]:
        """The document that ``vhdesk search --json`` prints."""
        return {
            "query": printable(self.query),
            "system": self.system,
            "fingerprint": self.fingerprint,
            "bits": self.bits,
            "mask_ratio": self.mask_ratio,
            "categories": [
                {**vars(category), "confidence": round(category.confidence, 4)} for category in self.categories
            ],
            "par": {"k": None, "threshold": None} if self.par is None else vars(self.par),
            "searched_segments": self.searched_segments,
            "timing_ms": self.timing_ms.to_json(),
            "left_out": self.left_out,
            "notes": list(self.notes),
            "results": [
                {
                    "rank": r.rank,
                    "path": printable(r.path),
                    "label": r.label,
                    "start_ms": r.start_ms,
                    "end_ms": r.end_ms,
                    "query_start_ms": r.query_start_ms,
                    "query_end_ms": r.query_end_ms,
                    "hamming": r.hamming,
                    "distance": round(r.distance, 4),
                    "cosine": round(r.cosine, 4),
                    "rank_before": r.rank_before,
                    "passed": r.passed,
                    "mark": r.mark,
                }
                for r in self.results
            ],
        }
