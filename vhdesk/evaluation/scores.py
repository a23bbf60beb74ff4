"""Scores of single queries, from rankings: average precision, precision at N, precision by recall, the first few.

Three different "mAP@K" are in use, so each is named by what the sum of precisions at the relevant ranks up to K is
divided by:

* ``hits``: relevant items among the first K (CSQ, DeepHash); 0 where there is none.
* ``min``: min(R, K), R the relevant items of the database (the text of papers 000 and 003).
* ``k``: K (SSVH, BTH, MCMSH, DKPH, ConMH, S5VH, AutoSSVH).

Over the whole ranking the sum is divided by R. A query without any relevant item has no average precision and is left
out of every mean; its number is reported.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from vhdesk.evaluation.ranking import Ranker
from vhdesk.evaluation.split import Split, chunk_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOP = 5
RECALL_LEVELS = 20
LEVELS = (*range(1, 11), 15, *range(20, 101, 10), 150, 200, 300, 400, 500, 700, 1000)


@dataclass(frozen=True)
class QueryScores:
    """One value, or one row, for each of Q queries.

    Attributes:
        relevant: R, relevant items in the database.
        whole: average precision over the whole ranking.
        hits: average precision at K, divided by the relevant items found there.
        minimum: the same divided by min(R, K).
        cut: the same divided by K.
        precision_at: ``[Q, levels]``, relevant items among the first N, divided by N.
        precision_by_recall: ``[Q, 20]``, precision where recall first reaches 0.05, 0.10 … 1; 0 where it never does.
        returned: items among the first ``top``; 0 is an empty answer.
        precision: relevant among them divided by ``returned``; 0 for an empty answer.
        recall: relevant among them divided by R.
        f1: harmonic mean of the two; 0 where both are 0.
        correct: whether their most frequent label (of equally frequent ones, that of the best rank) is the query's.
    """

    relevant: NDArray[np.int64]
    whole: NDArray[np.float64]
    hits: NDArray[np.float64]
    minimum: NDArray[np.float64]
    cut: NDArray[np.float64]
    precision_at: NDArray[np.float64]
    precision_by_recall: NDArray[np.float64]
    returned: NDArray[np.int64]
    precision: NDArray[np.float64]
    recall: NDArray[np.float64]
    f1: NDArray[np.float64]
    correct: NDArray[np.bool_]

    def of(self, chosen: NDArray[np.bool_]) -> QueryScores:
        """The scores of some of the queries."""
        return QueryScores(**{name: values[chosen] for name, values in vars(self).items()})


def joined(parts: Sequence[QueryScores]) -> QueryScores:
    """The scores of several chunks of queries, one after another."""
    names = [field.name for field in dataclasses.fields(QueryScores)]
    return QueryScores(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})


def levels_up_to(database: int) -> tuple[int, ...]:
    """The N of precision at N: those that a database of this size can fill, at least 1."""
    return tuple(level for level in LEVELS if level <= max(1, database))


def score_all(
    rank: Ranker,
    split: Split,
    cut: int,
    *,
    top: int = TOP,
    rows_at_once: int | None = None,
    on_rows: Callable[[int], None] = lambda _rows: None,
) -> QueryScores:
    """Rank and score all queries, a chunk at a time.

    Args:
        rank: gives the ranking of a slice of the queries.
        split: the labels.
        cut: K.
        top: how many of the first items the set measures look at.
        rows_at_once: queries in a chunk (``None``: so that memory stays bounded).
        on_rows: told after every chunk how many queries it held; may raise to stop.
    """
    step = rows_at_once or chunk_rows(split.database)
    parts = []
    for start in range(0, split.queries, step):
        rows = slice(start, min(start + step, split.queries))
        parts.append(score(rank(rows), split, rows, cut, top=top))
        on_rows(rows.stop - rows.start)
    return joined(parts)


def score(order: NDArray[np.integer], split: Split, rows: slice, cut: int, *, top: int = TOP) -> QueryScores:
    """Score one chunk of rankings ``[q, n]`` (see :mod:`.ranking`)."""
    hit = (split.database_labels[order] == split.query_labels[rows, None]) & (order >= 0)
    count, relevant = len(order), split.relevant[rows]
    query, column = np.nonzero(hit)
    found = np.bincount(query, minlength=count)
    first = np.cumsum(found) - found
    precisions = (np.arange(len(query)) - first[query] + 1) / (column + 1)
    inside = column < cut
    summed = np.bincount(query[inside], precisions[inside], count)
    levels = np.array(levels_up_to(split.database))
    places = np.cumsum(hit[:, : levels[-1]], axis=1, dtype=np.int64)
    reached = np.minimum(levels, max(1, order.shape[1])) - 1
    return QueryScores(
        relevant=relevant,
        whole=np.bincount(query, precisions, count) / np.maximum(relevant, 1),
        hits=summed / np.maximum(np.bincount(query[inside], minlength=count), 1),
        minimum=summed / np.maximum(np.minimum(relevant, cut), 1),
        cut=summed / cut,
        precision_at=places[:, reached] / levels if order.shape[1] else np.zeros((count, len(levels))),
        precision_by_recall=_by_recall(precisions, first, found, relevant),
        **_set_scores(order[:, :top], hit[:, :top], split, rows, relevant),
    )


def _by_recall(
    precisions: NDArray[np.float64],
    first: NDArray[np.int64],
    found: NDArray[np.int64],
    relevant: NDArray[np.int64],
) -> NDArray[np.float64]:
    needed = -(-np.arange(1, RECALL_LEVELS + 1) * relevant[:, None] // RECALL_LEVELS)
    reached = (needed <= found[:, None]) & (needed > 0)
    where = np.where(reached, first[:, None] + needed - 1, 0)
    values = precisions[where] if len(precisions) else np.zeros(where.shape)
    return np.where(reached, values, 0.0)


def _set_scores(
    head: NDArray[np.integer],
    hit: NDArray[np.bool_],
    split: Split,
    rows: slice,
    relevant: NDArray[np.int64],
) -> dict[str, Any]:
    """Precision, recall, F1 and the vote of the first few, ``[q, top]``."""
    shown = head >= 0
    returned = np.count_nonzero(shown, axis=1)
    right = np.count_nonzero(hit, axis=1)
    precision = right / np.maximum(returned, 1)
    recall = right / np.maximum(relevant, 1)
    labels = np.where(shown, split.database_labels[head], -1)
    votes = np.zeros(head.shape, np.int64)
    for column in range(head.shape[1]):
        votes += labels == labels[:, column, None]
    votes[~shown] = 0
    elected = labels[np.arange(len(head)), votes.argmax(axis=1)] if head.shape[1] else np.full(len(head), -1)
    return {
        "returned": returned,
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / np.maximum(precision + recall, 1e-12),
        "correct": elected == split.query_labels[rows],
    }
