"""Runs rankers over a split and sums their scores up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from vhdesk.errors import BadInput
from vhdesk.evaluation.bootstrap import intervals95
from vhdesk.evaluation.protocols import Protocol
from vhdesk.evaluation.ranking import Ranker
from vhdesk.evaluation.report import Evaluation, Score
from vhdesk.evaluation.scores import RECALL_LEVELS, QueryScores, levels_up_to, score_all
from vhdesk.evaluation.split import Split

# Told what is being measured, how many of its queries are done, and of how many.
Tell = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Entry:
    """One way of ranking that is to be measured.

    Attributes:
        name, bits, mask_ratio, control: as in :class:`.report.Score`.
        make: gives the ranker; fitting and preparing happens in it.
        rows_at_once: queries ranked between two looks at progress (``None``: as memory allows).
    """

    name: str
    bits: int | None
    make: Callable[[], Ranker]
    mask_ratio: float | None = None
    control: bool = True
    rows_at_once: int | None = None

    @property
    def title(self) -> str:
        """For progress."""
        return f"{self.name}, {self.bits} bits" if self.bits else self.name


@dataclass(frozen=True)
class Summary:
    """What all entries reach.

    Attributes:
        scores: one an entry.
        queries: that were counted.
        left_out: queries without a relevant item.
        groups: recordings among the counted queries.
    """

    scores: tuple[Score, ...]
    queries: int
    left_out: int
    groups: int

    def evaluation(
        self,
        source: str,
        protocol: Protocol,
        database: int,
        notes: Sequence[str],
        failures: tuple[tuple[str, str], ...] = (),
    ) -> Evaluation:
        """The evaluation that it belongs to; arguments as the attributes of :class:`Evaluation`."""
        return Evaluation(
            source=source,
            protocol=protocol.name,
            cut=protocol.cut,
            queries=self.queries,
            database=database,
            left_out=self.left_out,
            groups=self.groups,
            scores=self.scores,
            notes=tuple(notes),
            failures=failures,
        )


def measure(entries: Sequence[Entry], split: Split, cut: int, *, check: Callable[[], None], tell: Tell) -> Summary:
    """Rank, score and sum up.

    Args:
        entries: what to measure.
        split: who asks and what is searched.
        cut: K of mAP@K.
        check: called between chunks; may raise to stop.
        tell: takes the progress.

    Raises:
        BadInput: no query has anything to find.
    """
    answerable = split.relevant > 0
    if not answerable.any():
        raise BadInput(
            "No query has a video of its own label to find that is not of its own recording. Every label needs videos "
            "of two recordings at least."
        )
    tables = [_measured(entry, split, cut, check, tell).of(answerable) for entry in entries]
    groups = split.query_groups[answerable]
    means = [
        np.column_stack([scores.whole, scores.hits, scores.minimum, scores.cut, scores.precision]) for scores in tables
    ]
    bounds = np.split(intervals95(np.concatenate(means, axis=1), groups), len(tables))
    scores = tuple(
        _summed(entry, found, interval, split.database)
        for entry, found, interval in zip(entries, tables, bounds, strict=True)
    )
    answered = len(groups)
    return Summary(scores, answered, split.queries - answered, len(np.unique(groups)))


def _measured(entry: Entry, split: Split, cut: int, check: Callable[[], None], tell: Tell) -> QueryScores:
    check()
    tell(entry.title, 0, split.queries)
    done = 0

    def on_rows(rows: int) -> None:
        nonlocal done
        done += rows
        tell(entry.title, done, split.queries)
        check()

    return score_all(entry.make(), split, cut, rows_at_once=entry.rows_at_once, on_rows=on_rows)


def _summed(entry: Entry, found: QueryScores, interval: np.ndarray, database: int) -> Score:
    recall = np.arange(1, RECALL_LEVELS + 1) / RECALL_LEVELS
    return Score(
        name=entry.name,
        bits=entry.bits,
        mask_ratio=entry.mask_ratio,
        control=entry.control,
        map={
            "whole": float(found.whole.mean()),
            "hits": float(found.hits.mean()),
            "min": float(found.minimum.mean()),
            "k": float(found.cut.mean()),
        },
        interval95={
            name: (float(low), float(high))
            for name, (low, high) in zip(("whole", "hits", "min", "k", "precision"), interval, strict=True)
        },
        precision_at=tuple(zip(levels_up_to(database), found.precision_at.mean(axis=0).tolist(), strict=True)),
        pr_curve=tuple(zip(recall.tolist(), found.precision_by_recall.mean(axis=0).tolist(), strict=True)),
        top5={
            "accuracy": float(found.correct.mean()),
            "precision": float(found.precision.mean()),
            "recall": float(found.recall.mean()),
            "f1": float(found.f1.mean()),
            "empty": float((found.returned == 0).mean()),
        },
    )
