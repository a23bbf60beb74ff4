"""What re-ranking and category masks lead to on the user's own labels, by setting. Importing it loads nothing heavy."""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vhdesk.settings import SearchSettings

PROTOCOL = "calibration"
# Measured; between them the lookup interpolates.
PAR_K = (5, 10, 20, 50, 100, 200, 500)
THRESHOLDS = (-1.0, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
MASK_RATIOS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True)
class CalibrateOptions:
    """What to measure.

    Attributes:
        bits: code length.
        mask_confidence: as :attr:`vhdesk.search.results.SearchOptions.mask_confidence`.
        exact: re-rank among all segments, not only in the Hamming shortlist.
        groups: a CSV file with the columns path and group; ``None``: recordings by folder and content.
    """

    bits: int = SearchSettings.bits
    mask_confidence: float = SearchSettings.mask_confidence
    exact: bool = False
    groups: Path | None = None


@dataclass(frozen=True)
class ParExpectation:
    """What re-ranking leads to at one setting, means over the queries.

    Attributes:
        k: how many of the nearest are looked at.
        threshold: the cosine to exceed.
        precision: share of what is kept that has the query's label, of the answers that keep something; 0 if none does.
        recall: share of the videos of the query's label that are kept; 0 for an answer that keeps nothing.
        returned: videos that an answer keeps.
        empty: share of the answers that keep nothing; there the nearest are shown all the same.
        empty_answers: how many of the queries that is.
    """

    k: int
    threshold: float
    precision: float
    recall: float
    returned: float
    empty: float
    empty_answers: int


@dataclass(frozen=True)
class MaskExpectation:
    """What a category mask leads to, means over the queries.

    Attributes:
        ratio: share of the bits that count.
        map: mean average precision over the whole ranking.
        map95: its 95 % interval.
        precision: of the first five.
        precision95: its 95 % interval.
        recall: of the first five.
    """

    ratio: float
    map: float
    map95: tuple[float, float]
    precision: float
    precision95: tuple[float, float]
    recall: float


@dataclass(frozen=True)
class Calibration:
    """A measurement on a library: every labelled video asked, its own recording hidden.

    Attributes:
        bits: code length.
        mask_confidence: see :class:`CalibrateOptions`.
        exact: see there.
        queries: that were counted.
        database: videos searched.
        recordings: that the queries come from.
        par: the grid, by k, then by threshold.
        masks: by ratio; 1 is without a mask.
        random_masks: as many random bits: what the number of bits alone does.
        true_masks: those of the true category: what a better classifier could do.
        class_first: videos of the predicted category first, then by Hamming distance.
        labels: digest of the labels that it was made with.
        stale: the labels have changed since.
    """

    bits: int
    mask_confidence: float
    exact: bool
    queries: int
    database: int
    recordings: int
    par: tuple[ParExpectation, ...]
    masks: tuple[MaskExpectation, ...]
    random_masks: tuple[MaskExpectation, ...]
    true_masks: tuple[MaskExpectation, ...]
    class_first: MaskExpectation
    labels: str = ""
    stale: bool = False

    def expected(self, k: int, threshold: float) -> ParExpectation:
        """What re-ranking leads to at any setting, between the measured ones."""
        ks = sorted({point.k for point in self.par})
        thresholds = sorted({point.threshold for point in self.par})
        grid = {(point.k, point.threshold): point for point in self.par}
        (low_k, high_k, share_k), (low, high, share) = _between(ks, k), _between(thresholds, threshold)

        def value(name: str) -> float:
            near, far = (
                (1 - share) * getattr(grid[at, low], name) + share * getattr(grid[at, high], name)
                for at in (low_k, high_k)
            )
            return float((1 - share_k) * near + share_k * far)

        return ParExpectation(
            k,
            threshold,
            precision=value("precision"),
            recall=value("recall"),
            returned=value("returned"),
            empty=value("empty"),
            empty_answers=round(value("empty_answers")),
        )

    def expected_mask(self, ratio: float) -> MaskExpectation:
        """What a mask leads to at any ratio, between the measured ones."""
        low, high, share = _between([point.ratio for point in self.masks], ratio)
        points = {point.ratio: point for point in self.masks}

        def mixed(one: float, other: float) -> float:
            return (1 - share) * one + share * other

        near, far = points[low], points[high]
        return MaskExpectation(
            ratio,
            mixed(near.map, far.map),
            (mixed(near.map95[0], far.map95[0]), mixed(near.map95[1], far.map95[1])),
            mixed(near.precision, far.precision),
            (mixed(near.precision95[0], far.precision95[0]), mixed(near.precision95[1], far.precision95[1])),
            mixed(near.recall, far.recall),
        )

    def to_json(self) -> dict[str, Any]:
        """The document that is kept and printed."""
        document = dataclasses.asdict(self)
        del document["stale"]
        return document

    @classmethod
    def from_json(cls, document: dict[str, Any], *, labels_now: str) -> Calibration | None:
        """What :meth:`to_json` gave; ``None`` where it is something else: then it can be measured again."""
        try:
            values = dict(document)
            values["par"] = tuple(ParExpectation(**point) for point in values["par"])
            for name in ("masks", "random_masks", "true_masks"):
                values[name] = tuple(_mask(point) for point in values[name])
            values["class_first"] = _mask(values["class_first"])
            found = cls(**values, stale=values["labels"] != labels_now)
            found.expected(found.par[0].k, 0.5)
            found.expected_mask(0.5)
        except (TypeError, KeyError, IndexError, ValueError, AttributeError):
            return None
        return found


def _mask(point: dict[str, Any]) -> MaskExpectation:
    low, high = point["map95"]
    least, most = point["precision95"]
    return MaskExpectation(**point | {"map95": (low, high), "precision95": (least, most)})


def _between(values: Sequence[float], asked: float) -> tuple[Any, Any, float]:
    """The measured values on both sides, and how far towards the second; at an end both are the same."""
    place = bisect.bisect_left(values, asked)
    if place == 0:
        return values[0], values[0], 0.0
    if place == len(values):
        return values[-1], values[-1], 0.0
    low, high = values[place - 1], values[place]
    return low, high, (asked - low) / (high - low)
