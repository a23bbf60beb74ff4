"""Whether quality fell since an evaluation that was saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vhdesk.errors import BadInput
from vhdesk.evaluation.report import MEASURES, TOP5, Evaluation, read_document
from vhdesk.inputs import checked_file

# Rounding of a saved value.
_EXACT = 1e-6


@dataclass(frozen=True)
class Change:
    """One measure that left its bounds.

    Attributes:
        row: system, bits and mask, in words.
        measure: ``mAP``, ``mAP@100 (hits)``, ``top-5 precision``, ….
        fell: whether it is worse now.
    """

    row: str
    measure: str
    before: float
    after: float
    fell: bool

    def __str__(self) -> str:
        return f"{self.measure} of {self.row} {self.before:.3f} -> {self.after:.3f}"


@dataclass(frozen=True)
class Comparison:
    """What changed since a saved evaluation.

    Attributes:
        compared: rows that both have.
        changes: measures that left the saved 95 % interval, or the tolerance.
        notes: sentences about what may explain a change.
    """

    compared: int
    changes: tuple[Change, ...]
    notes: tuple[str, ...]

    @property
    def fallen(self) -> tuple[Change, ...]:
        """The changes for the worse."""
        return tuple(change for change in self.changes if change.fell)

    @property
    def sentence(self) -> str:
        """What changed, the falls first."""
        risen = [change for change in self.changes if not change.fell]
        parts = [f"Quality fell: {'; '.join(map(str, self.fallen))}."] if self.fallen else []
        parts += [f"Quality rose: {'; '.join(map(str, risen))}."] if risen else []
        return " ".join(parts) or f"Nothing changed beyond its bounds in {self.compared} compared."

    def to_json(self) -> dict[str, Any]:
        """The ``comparison`` of the document."""
        return {
            "compared": self.compared,
            "changes": [
                {"system": c.row, "measure": c.measure, "before": c.before, "after": round(c.after, 6), "fell": c.fell}
                for c in self.changes
            ],
            "notes": list(self.notes),
        }


@dataclass(frozen=True)
class Baseline:
    """A saved evaluation that a later one is held against.

    Attributes:
        document: as :meth:`.report.Evaluation.save` wrote it.
        tolerance: how far a measure may move; ``None``: as far as its saved 95 % interval reaches.
    """

    document: dict[str, Any]
    tolerance: float | None = None

    @classmethod
    def read(cls, file: Path, tolerance: float | None = None) -> Baseline:
        """Read a saved evaluation.

        Raises:
            BadInput: there is no such file, it is something else, or the tolerance is negative.
        """
        if tolerance is not None and not tolerance >= 0:
            raise BadInput(f"The tolerance must be 0 or more, not {tolerance}.")
        return cls(read_document(checked_file(file)), tolerance)

    def compare(self, now: Evaluation) -> Comparison:
        """Hold a later evaluation against it; controls are not judged.

        Without a tolerance the means (mAP by every normaliser, precision of the first 5) must stay within their saved
        95 % intervals; with one, they and the other measures of the first 5 must stay within it.

        Raises:
            BadInput: the two were measured differently, or have no system and code length in common.
        """
        saved = self.document
        if saved["protocol"] != now.protocol:
            raise BadInput(
                f"The saved evaluation was measured by the protocol '{saved['protocol']}'. Compare with "
                f"--protocol {saved['protocol']}."
            )
        rows = {(row["name"], row["bits"], row["mask_ratio"]): row for row in saved["systems"] if not row["control"]}
        pairs = [(score, rows[score.key]) for score in now.scores if not score.control and score.key in rows]
        if not pairs:
            raise BadInput("The saved evaluation has none of the systems and code lengths that were measured now.")
        changes = [
            change
            for score, row in pairs
            for change in _changes(score.title, score.to_json(now.cut), row, self.tolerance)
        ]
        notes = []
        if (saved["queries"], saved["database"]) != (now.queries, now.database):
            notes.append(
                f"Then {saved['queries']} queries searched {saved['database']} videos, now {now.queries} search "
                f"{now.database}: a change may come from the videos."
            )
        return Comparison(len(pairs), tuple(changes), tuple(notes))


def _changes(title: str, now: dict[str, Any], saved: dict[str, Any], tolerance: float | None) -> list[Change]:
    cut = saved["map"]["at"]
    values = [
        ("mAP" if name == "whole" else f"mAP@{cut} ({name})", saved["map"][name], now["map"][name], name)
        for name in MEASURES
    ]
    values.append(("top-5 precision", saved["top5"]["precision"], now["top5"]["precision"], "precision"))
    if tolerance is not None:
        values += [
            (f"top-5 {name}", saved["top5"][name], now["top5"][name], name) for name in TOP5 if name != "precision"
        ]
    changes = []
    for measure, before, after, name in values:
        if tolerance is None:
            low, high = saved["interval95"][name]
        else:
            low, high = before - tolerance, before + tolerance
        if not low - _EXACT <= after <= high + _EXACT:
            worse = after > before if name == "empty" else after < before
            changes.append(Change(title, measure, before, after, worse))
    return changes
