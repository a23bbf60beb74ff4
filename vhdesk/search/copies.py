"""Groups of copies as the desk hands them out; they describe themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vhdesk.errors import BadInput, printable
from vhdesk.library.rows import IndexedVideo

SCOPES = ("all", "within", "across")


@dataclass(frozen=True)
class DuplicateOptions:
    """What counts as a copy.

    Attributes:
        bits: code length L, one that the system offers.
        max_distance: bits that matching segments may differ in; ``None`` takes a quarter of them.
        scope: ``all`` pairs of videos, those ``within`` one watched folder, or those ``across`` two of them.
        min_share: how much of one of two videos the other must hold, 0..1, common parts (intros) counting little.
        kept: with the pairs that the user said to keep or to be no copies.
    """

    bits: int = 64
    max_distance: int | None = None
    scope: str = "all"
    min_share: float = 0.5
    kept: bool = False

    @property
    def radius(self) -> int:
        """The distance that is used, bits.

        A quarter: below it fewer copies are found, above it hardly more; what is no copy is told by order and pictures
        at any of them (benchmark ``duplicates``).
        """
        return self.bits // 4 if self.max_distance is None else self.max_distance

    def check(self, system: str, offered_bits: Sequence[int]) -> None:
        """Compare the options with what a system offers.

        Raises:
            BadInput: one of them is out of bounds; the sentence names the bounds.
        """
        if self.bits not in offered_bits:
            offered = ", ".join(map(str, offered_bits))
            raise BadInput(f"The system '{system}' gives codes of {offered} bits, not {self.bits}.")
        if not 0 <= self.radius <= self.bits // 2:
            raise BadInput(
                f"The largest distance must be from 0 to {self.bits // 2} for codes of {self.bits} bits, "
                f"not {self.radius}: half of the bits differ between any two videos."
            )
        if self.scope not in SCOPES:
            raise BadInput(f"The scope must be one of {', '.join(SCOPES)}, not '{self.scope}'.")
        if not 0 < self.min_share <= 1:
            raise BadInput(f"The smallest share must be above 0 and at most 1, not {self.min_share}.")


@dataclass(frozen=True)
class Stretch:
    """A part of a copy and the part of the best copy that it is the same as, milliseconds."""

    start_ms: int
    end_ms: int
    best_start_ms: int
    best_end_ms: int


@dataclass(frozen=True)
class Copy:
    """One video of a group, compared with the group's best copy.

    Attributes:
        kind: ``exact`` (the same file content), ``copy``, or ``part`` (one of the two holds more than the other).
        hamming: median of the bits that matching segments differ in.
        cosine: median cosine of their features, -1..1.
        picture: median of the largest difference of a block of their thumbnails, in standard deviations of the
            picture; ``None`` where the order of the segments was proof enough.
        matches: the stretches that are the same, in order of time.
        share: how much of this video's time they cover, 0..1.
        best_share: how much of the best copy's time they cover, 0..1.
        also_like: how many videos outside the group this one matches, too.
    """

    video: IndexedVideo
    kind: str
    hamming: float
    cosine: float
    picture: float | None
    matches: tuple[Stretch, ...]
    share: float
    best_share: float
    also_like: int = 0

    def to_json(self) -> dict[str, Any]:
        """The copy as ``vhdesk duplicates --json`` prints it."""
        return {
            **video_json(self.video),
            "kind": self.kind,
            "hamming": self.hamming,
            "cosine": round(self.cosine, 4),
            "picture": None if self.picture is None else round(self.picture, 3),
            "share": round(self.share, 3),
            "best_share": round(self.best_share, 3),
            "also_like": self.also_like,
            "matches": [vars(match) for match in self.matches],
        }


@dataclass(frozen=True)
class Reason:
    """One thing in which the best copy is better than others.

    Attributes:
        kind: ``whole``, ``longest``, ``colour``, ``largest``, ``smoothest``, ``rate``, ``codec``, or ``first``: nothing
            that is known tells them apart.
        others: those that it is better than, the worst first; of codecs one of each.
        borders: the largest has less black border than them.
    """

    kind: str
    others: tuple[IndexedVideo, ...] = ()
    borders: bool = False

    def sentence(self, best: IndexedVideo) -> str:
        """For a person, with the figures of both."""
        if self.kind == "whole":
            return "whole, where another is damaged"
        if self.kind == "colour":
            return "in colour, where another is not"
        if self.kind == "first":
            return "no copy is better in anything that is known; the first by name"
        if self.kind == "codec":
            return f"codec {best.codec} against {', '.join(other.codec for other in self.others)}"
        other = self.others[0]
        if self.kind == "longest":
            return f"longest: {_clock(best.duration_ms)} against {_clock(other.duration_ms)}"
        if self.kind == "largest":
            borders = " with black borders" if self.borders else ""
            return f"largest: {best.width}x{best.height} against {other.width}x{other.height}{borders}"
        if self.kind == "smoothest":
            return f"smoothest: {round(best.fps)} against {round(other.fps)} frames a second"
        return f"highest bit rate: {best.bit_rate / 1e6:.2f} against {other.bit_rate / 1e6:.2f} Mbit/s"


@dataclass(frozen=True)
class CopyGroup:
    """Copies of one video.

    Attributes:
        best: the copy to keep, if only one is kept.
        reasons: why, the weightiest first.
        copies: the others, the nearest first; each was confirmed against the best one.
    """

    best: IndexedVideo
    reasons: tuple[Reason, ...]
    copies: tuple[Copy, ...]

    @property
    def reason(self) -> str:
        """Why the best is the best, in words."""
        return "; ".join(reason.sentence(self.best) for reason in self.reasons)

    @property
    def extra_bytes(self) -> int:
        """What the others take on the disk."""
        return sum(copy.video.size_bytes for copy in self.copies)

    def to_json(self) -> dict[str, Any]:
        """The group as ``vhdesk duplicates --json`` prints it."""
        return {
            "best": video_json(self.best),
            "reason": self.reason,
            "extra_bytes": self.extra_bytes,
            "copies": [copy.to_json() for copy in self.copies],
        }


@dataclass(frozen=True)
class CopyPair:
    """Two videos that were confirmed to be copies; as in :class:`Copy`, with the first video in the place of the best.

    Attributes:
        first: id of a video.
        second: id of the other.
        matches: stretches of the second and, as ``best_*``, of the first.
        first_share: how much of the first one's time they cover.
        second_share: how much of the second one's.
    """

    first: int
    second: int
    kind: str
    hamming: float
    cosine: float
    picture: float | None
    matches: tuple[Stretch, ...]
    first_share: float
    second_share: float

    def turned(self) -> CopyPair:
        """The same pair with first and second swapped."""
        matches = tuple(Stretch(m.best_start_ms, m.best_end_ms, m.start_ms, m.end_ms) for m in self.matches)
        return CopyPair(
            self.second,
            self.first,
            self.kind,
            self.hamming,
            self.cosine,
            self.picture,
            tuple(sorted(matches, key=lambda match: match.start_ms)),
            self.second_share,
            self.first_share,
        )


@dataclass(frozen=True)
class Look:
    """What a thumbnail tells about a video.

    Attributes:
        visible: share of the picture that is not black border, 0..1.
        colour: spread of its colours beside light and dark, in levels of 255; near 0 for grey pictures.
    """

    visible: float = 1.0
    colour: float = 0.0


@dataclass(frozen=True)
class DuplicatesProgress:
    """A running count.

    Attributes:
        stage: ``comparing`` the codes of all segments, or ``confirming`` pairs of videos.
        done: segments or pairs that are finished.
        total: of them.
    """

    stage: str
    done: int
    total: int


@dataclass(frozen=True)
class Member:
    """A video that is a copy of another.

    Attributes:
        look: what a thumbnail of its middle tells.
        spans: its segments: id, start and end (milliseconds), in order of time.
    """

    video: IndexedVideo
    look: Look = Look()
    spans: tuple[tuple[int, int, int], ...] = ()

    def segment_at(self, time_ms: int) -> int | None:
        """The id of the segment whose middle is nearest to a moment; ``None`` where it has none."""
        if not self.spans:
            return None
        return min(self.spans, key=lambda span: abs(span[1] + span[2] - 2 * time_ms))[0]


@dataclass(frozen=True)
class Grouping:
    """Which of the confirmed pairs make groups.

    Attributes:
        max_distance: median of the bits that matching segments may differ in; ``None`` for all.
        scope: one of :data:`SCOPES`.
        kept: with the pairs that the user said to keep or to be no copies.
        without: ids of videos that are left out, such as those that are gone.
    """

    max_distance: float | None = None
    scope: str = "all"
    kept: bool = False
    without: frozenset[int] = frozenset()


@dataclass(frozen=True)
class NearCopies:
    """What was found.

    Attributes:
        groups: those that take the most bytes first; a video is in one group at most.
        pairs: every confirmed pair, those that the user spoke of included.
        videos: how many videos were compared.
        segments: how many segments were compared.
        notes: sentences about what was left out.
        members: the videos of the pairs, by id.
        said: what the user said of pairs, by their two content hashes in ascending order: ``yes`` keep both, ``no``
            they are no copies.
    """

    groups: tuple[CopyGroup, ...]
    pairs: tuple[CopyPair, ...]
    videos: int
    segments: int
    notes: tuple[str, ...] = ()
    members: Mapping[int, Member] = field(default_factory=dict)
    said: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def said_of(self, first: int, second: int) -> str | None:
        """What the user said of two members."""
        low, high = sorted((self.members[first].video.content_hash, self.members[second].video.content_hash))
        return self.said.get((low, high))


@dataclass(frozen=True)
class DuplicatesReport:
    """The result of ``vhdesk duplicates``, with everything needed to repeat it."""

    library: str
    system: str
    fingerprint: str
    options: DuplicateOptions
    found: NearCopies
    seconds: float

    def to_json(self) -> dict[str, Any]:
        """The document that ``vhdesk duplicates --json`` prints."""
        return {
            "library": printable(self.library),
            "system": self.system,
            "fingerprint": self.fingerprint,
            "bits": self.options.bits,
            "max_distance": self.options.radius,
            "scope": self.options.scope,
            "min_share": self.options.min_share,
            "include_kept": self.options.kept,
            "videos": self.found.videos,
            "segments": self.found.segments,
            "seconds": round(self.seconds, 3),
            "extra_bytes": sum(group.extra_bytes for group in self.found.groups),
            "notes": list(self.found.notes),
            "groups": [group.to_json() for group in self.found.groups],
        }


def _clock(milliseconds: int) -> str:
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    return f"{minutes}:{seconds:02}"


def video_json(video: IndexedVideo) -> dict[str, Any]:
    """What the documents say of a file."""
    return {
        "path": printable(video.path),
        "size_bytes": video.size_bytes,
        "duration_ms": video.duration_ms,
        "width": video.width,
        "height": video.height,
        "fps": round(video.fps, 3),
        "codec": video.codec,
        "damage": video.damage,
    }
