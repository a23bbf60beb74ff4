"""Searching as the desk does it: the query's codes get their masks, the engine ranks, marks are honoured."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.desk.categories import categories_of, no_categories
from vhdesk.errors import BadInput
from vhdesk.inputs import checked_file
from vhdesk.library.notes import Notes
from vhdesk.search.results import QueryCategory, QueryIdentity, SearchOptions, SearchResponse, Timing

if TYPE_CHECKING:
    from vhdesk.desk.desk import Desk
    from vhdesk.search.engine import QuerySegment, Ranking
    from vhdesk.systems.query import QueryRead

MARKS = ("yes", "no")


def search(desk: Desk, query: Path, options: SearchOptions | None) -> SearchResponse:
    """See :meth:`vhdesk.desk.Desk.search`."""
    options = options or SearchOptions.of(desk.settings.search)
    options.check(desk.system_card().name, desk.system_card().bits)
    path = checked_file(query)
    started = time.perf_counter()
    system = desk.system()
    with desk._search_guard:
        read = desk._query_reader().read(path, desk.settings.indexing, options.from_ms, options.to_ms)
        segments, categories, source = query_segments(desk, read, options)
        identity = _identity(desk, read, path, options)
        marks = Notes(desk._library).marks(identity.content_hash, identity.part)
        ranking = desk._search_engine().search(
            segments,
            system.fingerprint,
            options.bits,
            options.top,
            system.embed_stored,
            set_aside=options.set_aside,
            group=options.group,
            par=options.par,
            leave_out={video for video, mark in marks.items() if mark == "no"},
        )
    return SearchResponse(
        query=path,
        system=system.name,
        fingerprint=system.fingerprint,
        bits=options.bits,
        searched_segments=ranking.searched_segments,
        timing_ms=Timing(
            decode=read.decode_ms,
            encode=read.encode_ms,
            shortlist=ranking.shortlist_ms,
            rerank=ranking.rerank_ms,
            total=(time.perf_counter() - started) * 1000,
        ),
        results=tuple(
            dataclasses.replace(result, mark=marks[result.video_id]) if result.video_id in marks else result
            for result in ranking.results
        ),
        query_duration_ms=read.duration_ms,
        query_start_ms=read.segments[0].start_ms,
        query_end_ms=read.segments[-1].end_ms,
        query_thumbnail=read.thumbnail,
        notes=read.notes + ranking.notes + _notes(ranking) + library_notes(desk, ranking.searched_segments),
        mask_ratio=options.mask_ratio if categories else None,
        category_source=source,
        categories=categories,
        par=ranking.par,
        identity=identity,
        left_out=ranking.left_out,
    )


def query_segments(
    desk: Desk, read: QueryRead, options: SearchOptions
) -> tuple[list[QuerySegment], tuple[QueryCategory, ...], str | None]:
    """The segments to search by, with the masks of their categories where the mask ratio is below 1."""
    import numpy as np

    from vhdesk.search.engine import QuerySegment

    system = desk.system()
    telling = read.telling(set_aside=options.set_aside)
    segments = [
        QuerySegment(part.start_ms, part.end_ms, system.codes(p, options.bits)[0], system.hasher.embed(p)[0])
        for part, p in telling
    ]
    if options.mask_ratio == 1:
        return segments, (), None
    known = categories_of(desk, options.bits)
    if known is None:
        raise no_categories(f"A mask ratio of {options.mask_ratio:g}")
    masks = known.masks(options.mask_ratio)
    rows, confidences = known.judge(np.stack([segment.code for segment in segments]))
    masked, categories = [], []
    for segment, row, confidence in zip(segments, rows.tolist(), confidences.tolist(), strict=True):
        used = confidence >= options.mask_confidence
        masked.append(dataclasses.replace(segment, mask=masks[row]) if used else segment)
        categories.append(
            QueryCategory(segment.start_ms, segment.end_ms, known.names[row], confidence, used, masked[-1].counted_bits)
        )
    return masked, tuple(categories), known.source


def _identity(desk: Desk, read: QueryRead, path: str, options: SearchOptions) -> QueryIdentity:
    """What marks of a query are remembered for; its file is hashed once for as long as it is the same."""
    key: tuple[Any, ...] = read.key
    if desk._hashed is None or desk._hashed[0] != key:
        desk._hashed = (key, identify(Path(path)).content_hash)
    return QueryIdentity(desk._hashed[1], options.from_ms, options.to_ms)


def identify(query: Path, from_ms: int | None = None, to_ms: int | None = None) -> QueryIdentity:
    """See :meth:`vhdesk.desk.Desk.identify`."""
    from vhdesk.media.identity import content_hash

    path = checked_file(query)
    try:
        return QueryIdentity(content_hash(path), from_ms, to_ms)
    except OSError as problem:
        raise BadInput(f"{query} cannot be read ({problem.strerror}). Check the file.") from problem


def mark(desk: Desk, query: QueryIdentity, video_id: int, said: str | None) -> None:
    """See :meth:`vhdesk.desk.Desk.mark`."""
    if said is not None and said not in MARKS:
        raise BadInput(f"A result is marked as {' or '.join(MARKS)}, not as '{said}'.")
    if not Notes(desk._library).set_mark(query.content_hash, query.part, video_id, said):
        raise BadInput("This video is no longer in the library, so it cannot be marked. Search again.")


def _notes(ranking: Ranking) -> tuple[str, ...]:
    notes = []
    if ranking.left_out:
        are = (
            "1 video that you marked as no match is"
            if ranking.left_out == 1
            else (f"{ranking.left_out} videos that you marked as no match are")
        )
        notes.append(f"{are} left out.")
    par = ranking.par
    if par is not None and par.fell_back:
        notes.append(
            f"None of the {par.considered} nearest has a cosine above {par.threshold:g}: they are shown all the same."
        )
    return tuple(notes)


def library_notes(desk: Desk, searched: int) -> tuple[str, ...]:
    """Sentences about a library in which nothing could be searched."""
    if searched:
        return ()
    if desk._library.summary().videos:
        return (
            "The codes of this library were made by other weights or in another precision. Index its folders again "
            "to search it.",
        )
    return ("This library has no videos yet. Add a folder first.",)
