"""The result of an evaluation: a row a system and code length, with intervals; as JSON, and as tables of charts.

Importing it loads nothing heavy: windows and commands hold these values.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vhdesk.errors import BadInput, DiskProblem, printable

MEASURES = ("whole", "hits", "min", "k")
TOP5 = ("accuracy", "precision", "recall", "f1", "empty")


@dataclass(frozen=True)
class Score:
    """What one way of ranking reaches, means over the queries.

    Attributes:
        name: of the system, of the file, or of the control.
        bits: code length; ``None`` where nothing is hashed.
        mask_ratio: share of the bits that a category mask keeps; ``None`` without one.
        control: whether it is there to compare with (chance, float cosine, LSH, …).
        map: ``whole``: mAP over the whole ranking; ``hits``, ``min``, ``k``: mAP@K by its three normalisers.
        interval95: the same names, and ``precision`` (of the first 5): lower and upper end.
        precision_at: N and the share of relevant items among the first N.
        pr_curve: recall 0.05 … 1 and the precision where it is first reached.
        top5: accuracy, precision, recall and F1 of the first 5, and the share of empty answers, which count as 0.
    """

    name: str
    bits: int | None
    mask_ratio: float | None
    control: bool
    map: dict[str, float]
    interval95: dict[str, tuple[float, float]]
    precision_at: tuple[tuple[int, float], ...]
    pr_curve: tuple[tuple[float, float], ...]
    top5: dict[str, float]

    @property
    def key(self) -> tuple[str, int | None, float | None]:
        """What tells it from the other rows."""
        return self.name, self.bits, self.mask_ratio

    @property
    def title(self) -> str:
        """``desk, 64 bits``; ``codes, 64 bits, mask 0.8``."""
        parts = [self.name]
        parts += [f"{self.bits} bits"] if self.bits else []
        parts += [f"mask {self.mask_ratio}"] if self.mask_ratio is not None else []
        return ", ".join(parts)

    def to_json(self, cut: int) -> dict[str, Any]:
        """One of ``systems`` in the document; ``cut`` is K."""
        return {
            "name": self.name,
            "bits": self.bits,
            "mask_ratio": self.mask_ratio,
            "map": {"whole": _round(self.map["whole"]), "at": cut, **{n: _round(self.map[n]) for n in MEASURES[1:]}},
            "interval95": {name: [_round(low), _round(high)] for name, (low, high) in self.interval95.items()},
            "precision_at": {str(n): _round(value) for n, value in self.precision_at},
            "pr_curve": {
                "recall": [_round(recall) for recall, _ in self.pr_curve],
                "precision": [_round(precision) for _, precision in self.pr_curve],
            },
            "top5": {name: _round(self.top5[name]) for name in TOP5},
            "control": self.control,
        }


@dataclass(frozen=True)
class Evaluation:
    """A whole evaluation.

    Attributes:
        source: the library, or the file of codes.
        protocol: its name.
        cut: K of mAP@K.
        queries: that were counted.
        database: items searched.
        left_out: queries without any relevant item to find; they count nowhere.
        groups: recordings that the queries come from; intervals resample them.
        scores: one a row.
        notes: sentences about what was measured.
        failures: query files that could not be read, with the reason.
    """

    source: str
    protocol: str
    cut: int
    queries: int
    database: int
    left_out: int
    groups: int
    scores: tuple[Score, ...]
    notes: tuple[str, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The document that ``vhdesk evaluate --json`` prints and ``--save`` writes."""
        return {
            "protocol": self.protocol,
            "queries": self.queries,
            "database": self.database,
            "systems": [score.to_json(self.cut) for score in self.scores],
            "source": printable(self.source),
            "queries_left_out": self.left_out,
            "groups": self.groups,
            "notes": list(self.notes),
            "failures": [{"path": printable(path), "reason": reason} for path, reason in self.failures],
        }

    def save(self, file: Path) -> None:
        """Write the document whole or not at all.

        Raises:
            DiskProblem: the file cannot be written.
        """
        part = file.with_name(file.name + ".part")
        try:
            part.write_text(json.dumps(self.to_json(), indent=2, ensure_ascii=False) + "\n", "utf-8")
            os.replace(part, file)
        except OSError as problem:
            part.unlink(missing_ok=True)
            raise _unwritable(file, problem) from problem

    def save_charts(self, folder: Path) -> tuple[Path, ...]:
        """Write one CSV file a chart; the files written.

        Raises:
            DiskProblem: the folder cannot be written.
        """
        files = []
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, header, rows in self._charts():
                files.append(folder / f"{name}.csv")
                with files[-1].open("w", encoding="utf-8", newline="") as file:
                    table = csv.writer(file)
                    table.writerow(("system", "bits", "mask_ratio", *header))
                    table.writerows(rows)
        except OSError as problem:
            raise _unwritable(folder, problem) from problem
        return tuple(files)

    def _charts(self) -> Iterable[tuple[str, tuple[str, ...], list[tuple[Any, ...]]]]:
        of = [(s.key, s) for s in self.scores]
        yield (
            "pr_curve",
            ("recall", "precision"),
            [(*key, _round(recall), _round(precision)) for key, s in of for recall, precision in s.pr_curve],
        )
        yield (
            "precision_at",
            ("n", "precision"),
            [(*key, n, _round(value)) for key, s in of for n, value in s.precision_at],
        )
        yield (
            "map_by_bits",
            ("whole", "whole_low", "whole_high", "at", "hits", "min", "k"),
            [
                (
                    *key,
                    _round(s.map["whole"]),
                    *map(_round, s.interval95["whole"]),
                    self.cut,
                    *(_round(s.map[name]) for name in MEASURES[1:]),
                )
                for key, s in of
            ],
        )


def _round(value: float) -> float:
    return round(value, 6)


def _unwritable(path: Path, problem: OSError) -> DiskProblem:
    reason = problem.strerror or problem
    return DiskProblem(f"{printable(str(path))} cannot be written ({reason}). Choose another place, or free space.")


def read_document(path: str) -> dict[str, Any]:
    """What :meth:`Evaluation.save` wrote.

    Raises:
        BadInput: it is something else.
    """
    try:
        document = json.loads(Path(path).read_text("utf-8"))
        for row in document["systems"]:
            _ = row["name"], row["bits"], row["mask_ratio"], row["control"], document["protocol"], row["map"]["at"]
            numbers = [document["queries"], document["database"], *(row["map"][name] for name in MEASURES)]
            numbers += [*(row["top5"][name] for name in TOP5), *row["interval95"]["precision"]]
            for name in MEASURES:
                low, high = row["interval95"][name]
                numbers += [low, high]
            _ = sum(numbers)
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError) as problem:
        raise BadInput(
            f"{printable(path)} is not a saved evaluation. Make one with 'vhdesk evaluate --save FILE'."
        ) from problem
    found: dict[str, Any] = document
    return found
