"""What re-ranking and category masks lead to, measured on the labelled videos of a library.

Every labelled video asks, its own recording hidden (protocol ``library``). Re-ranking is done by the search engine
itself; masks are laid on and ordered as it does, with categories learned from other recordings.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.evaluation.controls import class_first, predicted_classes
from vhdesk.evaluation.expectation import (
    MASK_RATIOS,
    PAR_K,
    THRESHOLDS,
    CalibrateOptions,
    Calibration,
    MaskExpectation,
    ParExpectation,
)
from vhdesk.evaluation.groups import GroupTable
from vhdesk.evaluation.library_run import Contestant, drawn, numbers, own_videos, query_segments, split_of
from vhdesk.evaluation.masks import judge_queries
from vhdesk.evaluation.measure import Entry, Tell, measure
from vhdesk.evaluation.protocols import PROTOCOLS
from vhdesk.evaluation.ranking import by_distance
from vhdesk.evaluation.report import Score
from vhdesk.evaluation.split import CHUNK, Split
from vhdesk.evaluation.videos import best_pair_distances
from vhdesk.library.library import Library
from vhdesk.library.notes import Notes
from vhdesk.search.engine import SearchEngine
from vhdesk.search.par import proximal_affinity
from vhdesk.search.results import Par
from vhdesk.systems.system import System

if TYPE_CHECKING:
    from numpy.typing import NDArray

MASKS, RANDOM, TRUE, FIRST = "category mask", "random mask", "true category's mask", "class first"


def calibrate(
    library: Library,
    system: System,
    options: CalibrateOptions,
    *,
    table: GroupTable | None,
    check: Callable[[], None],
    tell: Tell,
) -> Calibration:
    """Measure the grid of k and threshold, and the ratios of masks with their controls.

    Args:
        library: with labels.
        system: whose codes are searched.
        options: what to measure.
        table: recordings by path; ``None``: by folder and content.
        check: called between queries; may raise to stop.
        tell: takes the progress.

    Raises:
        BadInput: nothing can be measured; the sentence says what is missing.
    """
    labels = Notes(library).labels_digest()
    database = own_videos(library, system, table)
    contestant = Contestant(system, (options.bits,), database, drawn(database))
    split = split_of(contestant, PROTOCOLS["library"])
    scores, recordings = _measure_masks(contestant, split, options, check, tell)
    points = _measure_par(library, contestant, split, options, check, tell)

    def row(name: str) -> tuple[MaskExpectation, ...]:
        plain = _expectation(scores[MASKS, 1.0], 1.0)
        return tuple(plain if ratio == 1 else _expectation(scores[name, ratio], ratio) for ratio in MASK_RATIOS)

    return Calibration(
        bits=options.bits,
        mask_confidence=options.mask_confidence,
        exact=options.exact,
        queries=int(np.count_nonzero(split.relevant)),
        database=split.database,
        recordings=recordings,
        par=points,
        masks=row(MASKS),
        random_masks=row(RANDOM),
        true_masks=row(TRUE),
        class_first=_expectation(scores[FIRST, None], 1.0),
        labels=labels,
    )


def _expectation(score: Score, ratio: float) -> MaskExpectation:
    return MaskExpectation(
        ratio,
        score.map["whole"],
        score.interval95["whole"],
        score.top5["precision"],
        score.interval95["precision"],
        score.top5["recall"],
    )


def _measure_masks(
    contestant: Contestant, split: Split, options: CalibrateOptions, check: Callable[[], None], tell: Tell
) -> tuple[dict[tuple[str, float | None], Score], int]:
    """Scores by name and ratio, and the number of recordings that ask."""
    queries, database, bits = contestant.queries, contestant.database, options.bits
    groups = numbers(queries.groups + database.groups)
    own, others = groups[: len(queries)], groups[len(queries) :]
    tell("categories", 0, split.queries)
    judged = judge_queries(queries, database, own, others, bits, on_step=check)
    classes = predicted_classes(queries.means(), own, database.means(), others, split.database_labels, on_step=check)
    codes = queries.codes(bits), database.codes(bits)
    plain = best_pair_distances(queries, database, *codes)

    def entry(name: str, ratio: float, masks: Callable[[], NDArray[np.uint8]]) -> Entry:
        return Entry(
            name,
            bits,
            lambda: by_distance(best_pair_distances(queries, database, *codes, masks()), split),
            mask_ratio=ratio,
            rows_at_once=rows,
        )

    rows = max(1, CHUNK * len(queries) // (len(queries.vectors) * len(database.vectors)))
    sure = options.mask_confidence
    entries = [
        Entry(MASKS, bits, lambda: by_distance(plain, split), mask_ratio=1.0, rows_at_once=rows),
        Entry(FIRST, bits, lambda: class_first(plain, split, classes, split.database_labels), rows_at_once=rows),
    ]
    for ratio in MASK_RATIOS:
        if ratio < 1:
            entries += [
                entry(MASKS, ratio, lambda r=ratio: judged.masks(r, sure)),  # type: ignore[misc]
                entry(RANDOM, ratio, lambda r=ratio: judged.random_masks(r, sure)),  # type: ignore[misc]
                entry(TRUE, ratio, lambda r=ratio: judged.true_masks(r)),  # type: ignore[misc]
            ]
    summary = measure(entries, split, PROTOCOLS["library"].cut, check=check, tell=tell)
    return {(score.name, score.mask_ratio): score for score in summary.scores}, summary.groups


def _measure_par(
    library: Library,
    contestant: Contestant,
    split: Split,
    options: CalibrateOptions,
    check: Callable[[], None],
    tell: Tell,
) -> tuple[ParExpectation, ...]:
    """The grid, by the engine's own answers."""
    system, queries, database = contestant.system, contestant.queries, contestant.database
    engine = SearchEngine(library)
    row_of = {int(id_): row for row, id_ in enumerate(database.ids)}
    unlabelled = {video.id for video in library.indexed_videos()} - row_of.keys()
    codes = queries.codes(options.bits)
    asked = np.flatnonzero(split.relevant).tolist()
    # Of every k, threshold and query: how many are kept, and how many of them are relevant.
    kept = np.zeros((len(PAR_K), len(THRESHOLDS), len(asked)))
    right = np.zeros_like(kept)
    for number, query in enumerate(asked):
        check()
        tell("re-ranking", number, len(asked))
        hidden = split.hidden(slice(query, query + 1))
        out = unlabelled if hidden is None else unlabelled | set(database.ids[hidden[0]].tolist())
        for place, k in enumerate(PAR_K):
            ranking = engine.search(
                query_segments(queries, codes, query),
                system.fingerprint,
                options.bits,
                k,
                system.embed_stored,
                par=Par(k, None, options.exact),
                leave_out=out,
            )
            found = [result for result in ranking.results if result.video_id in row_of]
            cosines = np.array([[result.cosine for result in found]])
            labels = split.database_labels[[row_of[result.video_id] for result in found]]
            relevant = labels == split.query_labels[query]
            order = np.arange(len(found), dtype=np.float64)[None]
            for column, threshold in enumerate(THRESHOLDS):
                columns, stays = proximal_affinity(
                    order,
                    lambda of, cosines=cosines: np.take_along_axis(cosines, of, axis=1),  # type: ignore[misc]
                    Par(k, threshold),
                )
                kept[place, column, number] = np.count_nonzero(stays)
                right[place, column, number] = np.count_nonzero(relevant[columns[stays]])
    tell("re-ranking", len(asked), len(asked))
    return _grid(kept, right, split.relevant[asked])


def _grid(
    kept: NDArray[np.float64], right: NDArray[np.float64], relevant: NDArray[np.int64]
) -> tuple[ParExpectation, ...]:
    answered = kept > 0
    precision = (right / np.maximum(kept, 1)).sum(axis=2) / np.maximum(answered.sum(axis=2), 1)
    recall = (right / relevant).mean(axis=2)
    points = []
    for place, k in enumerate(PAR_K):
        for column, threshold in enumerate(THRESHOLDS):
            at = place, column
            empty = int(np.count_nonzero(~answered[at]))
            points.append(
                ParExpectation(
                    k,
                    threshold,
                    float(precision[at]),
                    float(recall[at]),
                    float(kept[at].mean()),
                    empty / kept.shape[2],
                    empty,
                )
            )
    return tuple(points)
