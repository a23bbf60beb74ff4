"""What charts show: pure values, made from measurements, and their tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from vhdesk.desk import Calibration, CategoryBits, Evaluation, MaskExpectation, Score
from vhdesk.settings import SearchSettings
from vhdesk.ui.formats import decimal, number

Rows = Iterator[tuple[Any, ...]]

# Controls that are drawn from the start.
BESIDE = ("chance", "float cosine")


@dataclass(frozen=True)
class Series:
    """One line.

    Attributes:
        name: as the legend has it.
        points: x and y, by x.
        band: lower and upper end of the 95 % interval of every point, or nothing.
        control: it is there to compare with.
        shown: from the start; the others can be ticked.
    """

    name: str
    points: tuple[tuple[float, float], ...]
    band: tuple[tuple[float, float], ...] = ()
    control: bool = False
    shown: bool = True


@dataclass(frozen=True)
class LineChart:
    """Some lines over one axis; y is a share, 0..1, where nothing else is said.

    Attributes:
        key: by which it is chosen and its files are named.
        title: for people.
        x_label, y_label: of the axes.
        x_name, y_name: of the columns of its table.
        series: its lines.
        logarithmic: x goes by powers of two, or of ten.
        counted: x counts something from 0 on.
        y_top: where the axis ends.
        marker: x of the setting of the moment; ``None`` where there is none.
        note: what it was measured on.
    """

    key: str
    title: str
    x_label: str
    y_label: str
    x_name: str
    y_name: str
    series: tuple[Series, ...]
    logarithmic: bool = False
    counted: bool = False
    y_top: float = 1.0
    marker: float | None = None
    note: str = ""

    def table(self) -> Rows:
        """Header and rows of its CSV file."""
        yield "series", self.x_name, self.y_name, "low", "high"
        for line in self.series:
            bands: Iterable[tuple[Any, Any]] = line.band or [("", "")] * len(line.points)
            for (x, y), (low, high) in zip(line.points, bands, strict=True):
                yield line.name, _plain(x), _plain(y), _plain(low), _plain(high)


@dataclass(frozen=True)
class MapChart:
    """Which bit matters for which category.

    Attributes:
        bits: see :class:`vhdesk.desk.CategoryBits`.
        kept: how many bits of each category a mask keeps now.
    """

    key: str
    title: str
    x_label: str
    bits: CategoryBits
    kept: int
    note: str = ""

    def table(self) -> Rows:
        """Header and rows of its CSV file."""
        yield "category", "bit", "place"
        for name, places in zip(self.bits.names, self.bits.places, strict=True):
            for bit, place in enumerate(places):
                yield name, bit, place


Chart = LineChart | MapChart


def _plain(value: Any) -> Any:
    return round(value, 6) if isinstance(value, float) else value


def titles() -> dict[str, str]:
    """The charts by key, in the order in which they are offered."""
    translate = QCoreApplication.translate
    return {
        "precision_at": translate("charts", "Precision at N"),
        "pr_curve": translate("charts", "Precision and recall"),
        "map_by_bits": translate("charts", "mAP by code length"),
        "map_by_mask": translate("charts", "mAP by category mask"),
        "par": translate("charts", "Re-ranking by cosine"),
        "category_bits": translate("charts", "Bits and categories"),
    }


def _spoken(name: str) -> str:
    """The name of a control in the language that is on; behind a comma it says whose features it is made of."""
    translate = QCoreApplication.translate
    words = {
        "chance": translate("charts", "chance"),
        "float cosine": translate("charts", "without hashing"),
        "class first": translate("charts", "class first"),
    }
    control, comma, system = name.partition(", ")
    return words.get(control, control) + comma + system


def _title(score: Score) -> str:
    translate = QCoreApplication.translate
    parts = [_spoken(score.name)]
    if score.bits:
        parts.append(translate("charts", "{n} bits").replace("{n}", number(score.bits)))
    if score.mask_ratio is not None:
        parts.append(translate("charts", "mask {share}").replace("{share}", decimal(score.mask_ratio, 2)))
    return ", ".join(parts)


def _measured_on(queries: int) -> str:
    translate = QCoreApplication.translate
    text = translate("charts", "Measured on {n} of your videos: not comparable with published tables.")
    return text.replace("{n}", number(queries))


def precision_at(found: Evaluation, bits: int) -> LineChart:
    """Share of relevant videos among the first N, by N."""
    translate = QCoreApplication.translate
    return LineChart(
        "precision_at",
        titles()["precision_at"],
        translate("charts", "videos returned"),
        translate("charts", "precision"),
        "n",
        "precision",
        _of_scores(found, bits, lambda score: score.precision_at),
        logarithmic=True,
        note=_measured_on(found.queries),
    )


def pr_curve(found: Evaluation, bits: int) -> LineChart:
    """Precision where a recall is first reached."""
    translate = QCoreApplication.translate
    return LineChart(
        "pr_curve",
        titles()["pr_curve"],
        translate("charts", "recall"),
        translate("charts", "precision"),
        "recall",
        "precision",
        _of_scores(found, bits, lambda score: score.pr_curve),
        note=_measured_on(found.queries),
    )


def _of_scores(
    found: Evaluation, bits: int, points: Callable[[Score], Sequence[tuple[float, float]]]
) -> tuple[Series, ...]:
    """One line a score; those of the code length in use and what it stands beside are shown from the start."""
    return tuple(
        Series(
            _title(score),
            tuple((float(x), y) for x, y in points(score)),
            control=score.control,
            shown=score.mask_ratio is None
            and ((score.bits == bits and not score.control) or score.name.partition(", ")[0] in BESIDE),
        )
        for score in sorted(found.scores, key=lambda score: (score.control, score.bits != bits))
    )


def map_by_bits(found: Evaluation, bits: int) -> LineChart:
    """Mean average precision by code length; what is not hashed is the same for all."""
    translate = QCoreApplication.translate
    lengths = sorted({score.bits for score in found.scores if score.bits})
    lines: dict[tuple[str, float | None], list[Score]] = {}
    for score in found.scores:
        lines.setdefault((score.name, score.mask_ratio), []).append(score)
    series = []
    for (name, ratio), scores in lines.items():
        flat = scores[0].bits is None
        places = [(length, scores[0]) for length in lengths] if flat else [(s.bits or 0, s) for s in scores]
        places.sort(key=lambda place: place[0])
        title = _spoken(name)
        if ratio is not None:
            title += ", " + translate("charts", "mask {share}").replace("{share}", decimal(ratio, 2))
        series.append(
            Series(
                title,
                tuple((float(length), score.map["whole"]) for length, score in places),
                tuple(score.interval95["whole"] for _, score in places),
                control=scores[0].control,
                shown=ratio is None,
            )
        )
    return LineChart(
        "map_by_bits",
        titles()["map_by_bits"],
        translate("charts", "bits"),
        translate("charts", "mAP"),
        "bits",
        "map",
        tuple(sorted(series, key=lambda line: line.control)),
        logarithmic=True,
        marker=float(bits),
        note=_measured_on(found.queries),
    )


def map_by_mask(found: dict[int, Calibration], search: SearchSettings) -> LineChart:
    """Mean average precision by the share of bits that a category mask keeps, beside its controls."""
    translate = QCoreApplication.translate
    mine = found[search.bits]

    def line(name: str, points: Sequence[MaskExpectation], *, control: bool, shown: bool = True) -> Series:
        return Series(
            name,
            tuple((point.ratio, point.map) for point in points),
            tuple(point.map95 for point in points),
            control=control,
            shown=shown,
        )

    def title(bits: int) -> str:
        return translate("charts", "category mask, {n} bits").replace("{n}", number(bits))

    series = [line(title(mine.bits), mine.masks, control=False)]
    series += [
        line(title(bits), other.masks, control=False, shown=False)
        for bits, other in sorted(found.items())
        if bits != mine.bits
    ]
    first = mine.class_first
    level = Series(
        _spoken("class first"),
        tuple((point.ratio, first.map) for point in mine.masks),
        (first.map95,) * len(mine.masks),
        control=True,
    )
    series += [
        line(translate("charts", "as many random bits"), mine.random_masks, control=True),
        line(translate("charts", "mask of the true category"), mine.true_masks, control=True),
        level,
    ]
    return LineChart(
        "map_by_mask",
        titles()["map_by_mask"],
        translate("charts", "share of bits that count"),
        translate("charts", "mAP"),
        "mask_ratio",
        "map",
        tuple(series),
        marker=search.mask_ratio,
        note=_measured_on(mine.queries),
    )


def par(found: dict[int, Calibration], search: SearchSettings) -> LineChart:
    """Precision, recall and empty answers of re-ranking by the cosine to exceed."""
    translate = QCoreApplication.translate
    mine = found[search.bits]
    thresholds = sorted({point.threshold for point in mine.par if point.threshold >= 0})
    asked = sorted({point.k for point in mine.par} | {search.par_k}, key=lambda k: (k != search.par_k, k))
    names = {
        "precision": translate("charts", "precision, {k} re-ranked"),
        "recall": translate("charts", "recall, {k} re-ranked"),
        "empty": translate("charts", "nothing kept, {k} re-ranked"),
    }
    series = tuple(
        Series(
            text.replace("{k}", number(k)),
            tuple((t, float(getattr(mine.expected(k, t), name))) for t in thresholds),
            control=name == "empty",
            shown=k == search.par_k,
        )
        for k in asked
        for name, text in names.items()
    )
    return LineChart(
        "par",
        titles()["par"],
        translate("charts", "cosine to exceed"),
        translate("charts", "share"),
        "threshold",
        "share",
        series,
        marker=search.par_threshold if search.par else None,
        note=_measured_on(mine.queries),
    )


def category_bits(found: CategoryBits, search: SearchSettings) -> MapChart:
    """Which bit of the codes matters for which category."""
    translate = QCoreApplication.translate
    note = translate("charts", "The brighter, the more the bit matters; a mask keeps those in colour.")
    return MapChart(
        "category_bits",
        titles()["category_bits"],
        translate("charts", "bit"),
        found,
        max(1, round(search.mask_ratio * found.bits)),
        note,
    )
