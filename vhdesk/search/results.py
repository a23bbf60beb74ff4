"""Results that describe themselves: what was asked, with which settings, what came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vhdesk.errors import BadInput, printable

GROUPS = ("video", "segment")


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
    """

    top: int = 20
    bits: int = 64
    from_ms: int | None = None
    to_ms: int | None = None
    set_aside: bool = False
    group: str = "video"

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
        hamming: bits that differ, 0..bits.
        distance: Euclidean distance of the centred unit features, 0..2.
        cosine: their cosine, -1..1.
        duration_ms: length of the whole video; 0 for a picture.
        modified_ns: when the file was last changed, nanoseconds since 1970.
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

    def to_json(self) -> dict[str, Any]:
        """The document that ``vhdesk search --json`` prints; category mask and PAR are off."""
        return {
            "query": printable(self.query),
            "system": self.system,
            "fingerprint": self.fingerprint,
            "bits": self.bits,
            "mask_ratio": None,
            "par": {"k": None, "threshold": None},
            "searched_segments": self.searched_segments,
            "timing_ms": self.timing_ms.to_json(),
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
                }
                for r in self.results
            ],
        }
