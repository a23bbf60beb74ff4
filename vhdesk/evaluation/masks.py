"""Category masks on the user's own labels, judged by classifiers that saw nothing of a query's recording."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.evaluation.controls import deal, random_masks
from vhdesk.evaluation.videos import Videos
from vhdesk.hashing.categories import Categories, draw_segments, fit_categories

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALL = np.uint8(255)


@dataclass(frozen=True)
class JudgedQueries:
    """S stretches of queries and their categories.

    Attributes:
        bits: code length.
        fold: ``[S]``.
        categories: of each fold, learned from the other folds.
        rows: ``[S]``, the category of each stretch.
        confidence: ``[S]``, 0..1; -1 where there was nothing to learn from.
        labels: S, the true ones.
    """

    bits: int
    fold: NDArray[np.int64]
    categories: dict[int, Categories]
    rows: NDArray[np.intp]
    confidence: NDArray[np.float32]
    labels: tuple[str, ...]

    def masks(self, ratio: float, confidence: float) -> NDArray[np.uint8]:
        """As a search lays them on, ``[S, bits / 8]``: all bits where the category is not that sure."""
        return self._masks(ratio, self.rows, self.confidence >= max(0.0, confidence))

    def true_masks(self, ratio: float) -> NDArray[np.uint8]:
        """Those of the true categories, ``[S, bits / 8]``: as good as a better classifier could make it."""
        rows = np.zeros(len(self.labels), np.intp)
        known = np.zeros(len(self.labels), bool)
        for place, (label, fold) in enumerate(zip(self.labels, self.fold.tolist(), strict=True)):
            names = self.categories[fold].names if fold in self.categories else ()
            if label in names:
                rows[place], known[place] = names.index(label), True
        return self._masks(ratio, rows, known)

    def random_masks(self, ratio: float, confidence: float) -> NDArray[np.uint8]:
        """As many random bits, ``[S, bits / 8]``, each category its own, where a search lays a mask on."""
        count = 1 + int(self.rows.max(initial=0))
        masks = np.packbits(random_masks(self.bits, ratio, count), axis=1)[self.rows]
        masks[self.confidence < max(0.0, confidence)] = ALL
        return masks

    def _masks(self, ratio: float, rows: NDArray[np.intp], used: NDArray[np.bool_]) -> NDArray[np.uint8]:
        masks = np.full((len(rows), self.bits // 8), ALL)
        for fold, found in self.categories.items():
            mine = used & (self.fold == fold)
            masks[mine] = found.masks(ratio)[rows[mine]]
        return masks


def judge_queries(
    queries: Videos,
    database: Videos,
    query_groups: NDArray[np.int64],
    database_groups: NDArray[np.int64],
    bits: int,
    *,
    on_step: Callable[[], None] = lambda: None,
) -> JudgedQueries:
    """Learn categories from the recordings of four folds and judge the queries of the fifth, five times.

    Args:
        queries: that ask.
        database: that is learned from, by its labels.
        query_groups: ``[V]``, recordings of the queries.
        database_groups: ``[V]``, recordings of the database.
        bits: code length.
        on_step: called before every step of fitting; may raise to stop.
    """
    query_video, video = (np.repeat(np.arange(len(v)), np.diff(v.starts)) for v in (queries, database))
    query_folds, folds = deal(query_groups, database_groups)
    fold, codes, asked = query_folds[query_video], database.codes(bits), queries.codes(bits)
    rows, confidence = np.zeros(len(fold), np.intp), np.full(len(fold), -1, np.float32)
    found: dict[int, Categories] = {}
    for number in np.unique(fold).tolist():
        seen = np.flatnonzero(folds[video] != number)
        seen = seen[draw_segments(video[seen])]
        if len(seen):
            taught = [database.labels[row] for row in video[seen].tolist()]
            found[number] = fit_categories(codes[seen], taught, on_step=on_step)
            mine = fold == number
            rows[mine], confidence[mine] = found[number].judge(asked[mine])
    labels = tuple(queries.labels[row] for row in query_video.tolist())
    return JudgedQueries(bits, fold, found, rows, confidence, labels)
