"""Quality on the user's own labels: every labelled video asks, its own recording hidden, and the search answers.

Systems are ranked by the same engine that serves a drop; the controls by the same rule on other codes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput, DiskProblem, UnreadableFile, printable
from vhdesk.evaluation.controls import HASHERS, chance, class_first, fit_hasher, predicted_classes
from vhdesk.evaluation.groups import GroupTable, default_group
from vhdesk.evaluation.masks import JudgedQueries, judge_queries
from vhdesk.evaluation.measure import Entry, Tell, measure
from vhdesk.evaluation.options import MASK_RATIOS, PAR_K, PAR_THRESHOLDS, RANDOM_MASK_RATIO
from vhdesk.evaluation.protocols import Protocol
from vhdesk.evaluation.ranking import Ranker, by_distance
from vhdesk.evaluation.report import Evaluation
from vhdesk.evaluation.split import CHUNK, Split, make_split
from vhdesk.evaluation.videos import QueryFile, Videos, best_pair_distances, labelled_videos, query_videos
from vhdesk.library.library import Library
from vhdesk.media.identity import content_hash
from vhdesk.search.engine import QuerySegment, SearchEngine
from vhdesk.search.results import Par
from vhdesk.settings import SearchSettings
from vhdesk.systems.query import QueryRead
from vhdesk.systems.system import System

if TYPE_CHECKING:
    from numpy.typing import NDArray

# More queries narrow the intervals little and take long: each ranks the whole library.
MAX_QUERIES = 1000
SEED = 0
ROWS_AT_ONCE = 8


@dataclass(frozen=True)
class Contestant:
    """A system, the code lengths to measure, what it searches and what asks."""

    system: System
    bits: tuple[int, ...]
    database: Videos
    queries: Videos


# Reads a query file as a drop reads it.
Read = Callable[[System, str], QueryRead]


def measure_library(
    library: Library,
    systems: Sequence[tuple[System, tuple[int, ...]]],
    protocol: Protocol,
    *,
    table: GroupTable | None,
    files: Sequence[QueryFile] | None,
    read: Read,
    check: Callable[[], None],
    tell: Tell,
) -> Evaluation:
    """Measure systems on the labelled videos of a library.

    Args:
        library: that is searched.
        systems: with the code lengths to measure.
        protocol: what is hidden from a query, and K.
        table: recordings by path; ``None``: by folder and content.
        files: the queries; ``None``: the library's videos themselves.
        read: reads one of the files for a system.
        check: called between queries; may raise to stop.
        tell: takes the progress.

    Raises:
        BadInput: nothing can be measured; the sentence says what is missing.
    """
    notes: list[str] = []
    databases = _databases(library, [system for system, _ in systems], table, notes)
    failures: tuple[tuple[str, str], ...] = ()
    if files is None:
        asks = [drawn(found, notes if found is databases[0] else None) for found in databases]
    else:
        reads, failures = _read(_regrouped(files, table), [system for system, _ in systems], read, check, tell)
        asks = [query_videos(system, found) for (system, _), found in zip(systems, reads, strict=True)]
    contestants = [
        Contestant(system, bits, database, queries)
        for (system, bits), database, queries in zip(systems, databases, asks, strict=True)
    ]
    split = split_of(contestants[0], protocol)
    several = len(contestants) > 1
    entries = [
        entry
        for contestant in contestants
        for entry in _entries(library, contestant, split, protocol, check, notes, several=several)
    ]
    entries.append(Entry("chance", None, lambda: chance(split)))
    summary = measure(entries, split, protocol.cut, check=check, tell=tell)
    if summary.left_out:
        notes.append(
            f"{summary.left_out} queries have no video of their label in another recording; they do not count."
        )
    notes.append(f"Measured on {split.database} videos of your own: not comparable with published tables.")
    return summary.evaluation(str(library.path), protocol, split.database, notes, failures)


def _databases(library: Library, systems: Sequence[System], table: GroupTable | None, notes: list[str]) -> list[Videos]:
    """The labelled videos that all systems have codes of, as each of them sees them."""
    found = [labelled_videos(library, system, table) for system in systems]
    shared = set.intersection(*(set(videos.ids.tolist()) for videos, _ in found))
    databases = [_only(videos, shared) for videos, _ in found]
    check_labels(databases[0])
    if unnamed := found[0][1]:
        notes.append(f"{unnamed} videos are not named by the groups file; their folder and content stand for them.")
    return databases


def own_videos(library: Library, system: System, table: GroupTable | None) -> Videos:
    """The labelled videos of a library as one system sees them.

    Raises:
        BadInput: they have fewer than two labels, or the table names none of them.
    """
    return _databases(library, [system], table, [])[0]


def draw(count: int) -> list[int]:
    """Which of so many queries are asked: all, or always the same 1000."""
    if count <= MAX_QUERIES:
        return list(range(count))
    drawn: list[int] = np.sort(np.random.default_rng(SEED).choice(count, MAX_QUERIES, replace=False)).tolist()
    return drawn


def query_files(folder: str, files: Sequence[tuple[str, str]]) -> list[QueryFile]:
    """Query files below a folder, from paths and labels; of very many always the same 1000.

    Raises:
        BadInput: there are none.
        DiskProblem: one of them cannot be read.
    """
    if not files:
        raise BadInput(f"There is no video below {printable(folder)}. Name a folder of queries, one folder per label.")
    chosen = []
    for path, label in (files[row] for row in draw(len(files))):
        try:
            content = content_hash(path)
        except OSError as problem:
            raise DiskProblem(f"{printable(path)} cannot be read ({problem.strerror}). Connect its drive.") from problem
        chosen.append(QueryFile(path, label, default_group(path, folder, content), content))
    return chosen


def drawn(videos: Videos, notes: list[str] | None = None) -> Videos:
    """Those of the videos that ask; a note where these are not all."""
    rows = draw(len(videos))
    if notes is not None and len(rows) < len(videos):
        notes.append(f"{len(rows)} of {len(videos)} videos were drawn as queries, always the same ones.")
    return videos.take(rows)


def _only(videos: Videos, ids: set[int]) -> Videos:
    if len(ids) == len(videos):
        return videos
    return videos.take([row for row, id_ in enumerate(videos.ids.tolist()) if id_ in ids])


def _read(
    files: Sequence[QueryFile], systems: Sequence[System], read: Read, check: Callable[[], None], tell: Tell
) -> tuple[list[list[tuple[QueryFile, QueryRead]]], tuple[tuple[str, str], ...]]:
    """Every file as every system reads it, and the files that give no picture."""
    reads: list[list[tuple[QueryFile, QueryRead]]] = [[] for _ in systems]
    failures = []
    for number, file in enumerate(files):
        check()
        tell("queries read", number, len(files))
        try:
            found = [read(system, file.path) for system in systems]
        except UnreadableFile as problem:
            failures.append((file.path, str(problem)))
            continue
        for held, one in zip(reads, found, strict=True):
            held.append((file, one))
    if not reads[0]:
        raise BadInput("None of the query files gives a picture. Name another folder of queries.")
    return reads, tuple(failures)


def _regrouped(files: Sequence[QueryFile], table: GroupTable | None) -> Sequence[QueryFile]:
    if table is None:
        return files
    named = table.groups_of([file.path for file in files], [])
    return [
        file if group is None else dataclasses.replace(file, group=f"named {group}")
        for file, group in zip(files, named, strict=True)
    ]


def check_labels(videos: Videos) -> None:
    """Refuse videos that nothing can be measured on.

    Raises:
        BadInput: they have fewer than two labels.
    """
    labels = sorted(set(videos.labels))
    if len(labels) < 2:
        found = f"Every labelled video of this library is '{labels[0]}'" if labels else "This library has no labels"
        raise BadInput(
            f"{found}, and quality is measured by labels. Put the videos in one folder per kind and run "
            "'vhdesk index FOLDER --label-from-folder'."
        )


def split_of(contestant: Contestant, protocol: Protocol) -> Split:
    """Labels of what asks and what is searched, and what the protocol hides from each query."""
    queries, database = contestant.queries, contestant.database
    known: dict[str, int] = {}

    def key(names: Sequence[str]) -> NDArray[np.int64]:
        return np.array([known.setdefault(name, len(known)) for name in names], np.int64)

    def keys(videos: Videos) -> NDArray[np.int64]:
        columns = []
        if protocol.hides != "nothing":
            columns = [[f"path {path}" for path in videos.paths]]
        if protocol.hides == "recording":
            columns += [[f"group {group}" for group in videos.groups], [f"file {hash_}" for hash_ in videos.contents]]
        return np.array([key(column) for column in columns], np.int64).reshape(-1, len(videos)).T

    return make_split(
        queries.labels,
        database.labels,
        query_keys=keys(queries),
        database_keys=keys(database),
        query_groups=key([f"group {g}" for g in queries.groups]),
    )


def _entries(
    library: Library,
    contestant: Contestant,
    split: Split,
    protocol: Protocol,
    check: Callable[[], None],
    notes: list[str],
    *,
    several: bool,
) -> list[Entry]:
    """A system at every length, with masks, its features without hashing, and the controls on the same features.

    Where there are several systems, controls say whose features they are made of.
    """
    system, queries, database = contestant.system, contestant.queries, contestant.database
    of = f", {system.name}" if several else ""
    own = [
        Entry(
            system.name,
            bits,
            engine_ranker(library, contestant, split, bits),
            control=False,
            rows_at_once=ROWS_AT_ONCE,
        )
        for bits in contestant.bits
    ]
    rows = max(1, CHUNK * len(queries) // (len(queries.vectors) * len(database.vectors)))
    for bits in contestant.bits:
        own += _masked(contestant, split, bits, rows, check)
    if protocol.name.partition("@")[0] == "top5":
        own += [
            Entry(
                f"{system.name}, PAR {k}, cosine > {threshold}",
                bits,
                engine_ranker(library, contestant, split, bits, Par(k, threshold)),
                control=False,
                rows_at_once=ROWS_AT_ONCE,
            )
            for bits in contestant.bits
            for k in PAR_K
            for threshold in PAR_THRESHOLDS
        ]
    cosine = Entry(
        f"float cosine{of}", None, lambda: by_distance(best_pair_distances(queries, database), split), rows_at_once=rows
    )
    controls: list[Entry] = []
    for name, bits, make in _controls(contestant, split, check):
        if name in {"PCA-sign", "ITQ"} and min(database.vectors.shape) < bits:
            notes.append(f"{name} of {bits} bits needs more than the {len(database.vectors)} stretches there are.")
        else:
            controls.append(Entry(f"{name}{of}" if name in HASHERS else name, bits, make, rows_at_once=rows))
    return [*own, cosine, *controls]


def _masked(
    contestant: Contestant, split: Split, bits: int, rows_at_once: int, check: Callable[[], None]
) -> list[Entry]:
    """Category masks by ratio, with categories that were learned from other recordings, and as many random bits."""
    system, queries, database = contestant.system, contestant.queries, contestant.database
    judged: list[JudgedQueries] = []

    def ranker(ratio: float, masks: Callable[[JudgedQueries], Callable[[float, float], NDArray[np.uint8]]]) -> Ranker:
        if not judged:
            groups = numbers(queries.groups + database.groups)
            own, others = groups[: len(queries)], groups[len(queries) :]
            judged.append(judge_queries(queries, database, own, others, bits, on_step=check))
        laid_on = masks(judged[0])(ratio, SearchSettings.mask_confidence)
        codes = queries.codes(bits), database.codes(bits)
        return by_distance(best_pair_distances(queries, database, *codes, laid_on), split)

    entries = [
        Entry(
            system.name,
            bits,
            lambda r=ratio: ranker(r, lambda found: found.masks),  # type: ignore[misc]
            mask_ratio=ratio,
            control=False,
            rows_at_once=rows_at_once,
        )
        for ratio in MASK_RATIOS
    ]
    random = Entry(
        f"random mask, {system.name}",
        bits,
        lambda: ranker(RANDOM_MASK_RATIO, lambda found: found.random_masks),
        mask_ratio=RANDOM_MASK_RATIO,
        rows_at_once=rows_at_once,
    )
    return [*entries, random]


def _controls(
    contestant: Contestant, split: Split, check: Callable[[], None]
) -> Iterator[tuple[str, int, Callable[[], Ranker]]]:
    system, queries, database = contestant.system, contestant.queries, contestant.database

    def hashed(name: str, bits: int) -> Ranker:
        hasher = fit_hasher(name, database.vectors, bits)
        codes = hasher.codes(queries.vectors, bits), hasher.codes(database.vectors, bits)
        return by_distance(best_pair_distances(queries, database, *codes), split)

    judged: list[NDArray[np.int64]] = []

    def classed(bits: int) -> Ranker:
        if not judged:
            groups = numbers(queries.groups + database.groups)
            judged.append(
                predicted_classes(
                    queries.means(),
                    groups[: len(queries)],
                    database.means(),
                    groups[len(queries) :],
                    split.database_labels,
                    on_step=check,
                )
            )
        distances = best_pair_distances(queries, database, queries.codes(bits), database.codes(bits))
        return class_first(distances, split, judged[0], split.database_labels)

    for bits in contestant.bits:
        for name in HASHERS:
            yield name, bits, lambda name=name, bits=bits: hashed(name, bits)  # type: ignore[misc]
        yield f"class first, {system.name}", bits, lambda bits=bits: classed(bits)  # type: ignore[misc]


def numbers(names: Sequence[str]) -> NDArray[np.int64]:
    """One number for each different name."""
    return np.unique(np.array(names), return_inverse=True)[1].astype(np.int64)


def query_segments(queries: Videos, codes: NDArray[np.uint8], query: int) -> list[QuerySegment]:
    """The stretches of one of the queries as a drop searches by them; ``[S, bits / 8]`` codes of all stretches."""
    of = queries.stretches(slice(query, query + 1))
    return [
        QuerySegment(int(start), int(end), code, vector)
        for (start, end), code, vector in zip(queries.times[of], codes[of], queries.vectors[of], strict=True)
    ]


def engine_ranker(
    library: Library, contestant: Contestant, split: Split, bits: int, par: Par | None = None
) -> Callable[[], Ranker]:
    """Ranks by the search engine itself: what a chart says is what a drop does.

    With re-ranking what a query must not meet, and what has no label, is left out before the k nearest are counted,
    and an answer of which nothing is kept is empty.
    """
    system, queries, database = contestant.system, contestant.queries, contestant.database

    def make() -> Ranker:
        engine = SearchEngine(library)
        if not engine.warm_up(system.fingerprint, bits):
            raise BadInput(f"The library {printable(str(library.path))} has no codes of {bits} bits. Index it again.")
        codes = queries.codes(bits)
        everything = max(1, library.summary().videos)
        rows = {int(id_): row for row, id_ in enumerate(database.ids)}
        unlabelled = {video.id for video in library.indexed_videos()} - rows.keys() if par else set()

        def rank(asked: slice) -> NDArray[np.integer]:
            order = np.full((asked.stop - asked.start, split.database), -1, np.int64)
            hidden = split.hidden(asked)
            for place, query in enumerate(range(asked.start, asked.stop)):
                out = unlabelled
                if par and hidden is not None:
                    out = unlabelled | set(database.ids[hidden[place]].tolist())
                found = engine.search(
                    query_segments(queries, codes, query),
                    system.fingerprint,
                    bits,
                    everything,
                    system.embed_stored,
                    par=par,
                    leave_out=out,
                )
                if found.par is not None and found.par.fell_back:
                    continue
                met = [rows[result.video_id] for result in found.results if result.video_id in rows]
                met = [row for row in met if hidden is None or not hidden[place, row]]
                order[place, : len(met)] = met
            return order

        return rank

    return make
