"""Videos with their labels, recordings, codes and features, as queries and as what is searched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput, printable
from vhdesk.evaluation.groups import GroupTable, default_group
from vhdesk.evaluation.ranking import Distances, hamming, words
from vhdesk.library.library import Library
from vhdesk.systems.query import QueryRead
from vhdesk.systems.system import System

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Videos:
    """V videos of S stretches, the stretches of a video one after another.

    Attributes:
        ids: ``[V] int64``, in the library; -1 for a file that is not in it.
        paths: V of them.
        labels: V of them.
        groups: V recordings.
        contents: V hashes of the files.
        starts: ``[V + 1] int64``, the first stretch of every video, and S.
        times: ``[S, 2] int64``, milliseconds.
        vectors: ``[S, D] float32``, centred and of unit length, as results are ordered by.
        codes: gives the codes of a length, ``[S, bits / 8] uint8``.
    """

    ids: NDArray[np.int64]
    paths: tuple[str, ...]
    labels: tuple[str, ...]
    groups: tuple[str, ...]
    contents: tuple[str, ...]
    starts: NDArray[np.int64]
    times: NDArray[np.int64]
    vectors: NDArray[np.float32]
    codes: Callable[[int], NDArray[np.uint8]]

    def __len__(self) -> int:
        return len(self.ids)

    def stretches(self, rows: slice) -> slice:
        """The stretches of a slice of the videos."""
        return slice(int(self.starts[rows.start]), int(self.starts[rows.stop]))

    def means(self) -> NDArray[np.float32]:
        """One vector a video, the mean of its stretches, ``[V, D]``."""
        sizes = np.diff(self.starts)[:, None].astype(np.float32)
        sums: NDArray[np.float32] = np.add.reduceat(self.vectors, self.starts[:-1], axis=0)
        return sums / sizes

    def take(self, rows: Sequence[int]) -> Videos:
        """Some of the videos, in the given order."""
        chosen = [np.arange(self.starts[row], self.starts[row + 1]) for row in rows]
        where = np.concatenate(chosen) if chosen else np.zeros(0, np.int64)
        codes = self.codes
        return Videos(
            ids=self.ids[list(rows)],
            paths=tuple(self.paths[row] for row in rows),
            labels=tuple(self.labels[row] for row in rows),
            groups=tuple(self.groups[row] for row in rows),
            contents=tuple(self.contents[row] for row in rows),
            starts=np.cumsum([0, *map(len, chosen)]),
            times=self.times[where],
            vectors=self.vectors[where],
            codes=lambda bits: codes(bits)[where],
        )


def labelled_videos(library: Library, system: System, table: GroupTable | None) -> tuple[Videos, int]:
    """The labelled videos of a library that a system has codes of, by path, and how many the table does not name.

    Raises:
        BadInput: the table names none of them.
        LibraryProblem: the library cannot be read.
    """
    known = {v.id: v for v in library.known_videos(system.fingerprint).values() if v.label and v.complete}
    ids = [id_ for id_, _ in library.codes(system.fingerprint, system.card.bits[0])]
    hits = [hit for hit in library.hits(ids, system.fingerprint).values() if hit.video_id in known]
    hits.sort(key=lambda hit: (hit.path, hit.video_id, hit.start_ms, hit.segment_id))
    firsts = [row for row, hit in enumerate(hits) if not row or hits[row - 1].video_id != hit.video_id]
    roots = {root.id: root for root in library.roots()}
    contents = [known[hits[row].video_id].content_hash or hits[row].path for row in firsts]
    groups = []
    for row, content in zip(firsts, contents, strict=True):
        root = roots[known[hits[row].video_id].root_id]
        groups.append(default_group(hits[row].path, root.path if root.label_from_folder else None, content))
    unnamed = 0
    if table is not None and hits:
        named = table.groups_of([hits[row].path for row in firsts], [root.path for root in roots.values()])
        unnamed = named.count(None)
        if unnamed == len(named):
            raise BadInput(
                f"{printable(table.file)} names none of the library's labelled videos. Its paths must be absolute, or "
                "relative to its own folder or to a folder of the library."
            )
        groups = [group if name is None else f"named {name}" for group, name in zip(groups, named, strict=True)]
    where = [hit.segment_id for hit in hits]

    def codes(bits: int) -> NDArray[np.uint8]:
        held = dict(library.codes(system.fingerprint, bits))
        return np.frombuffer(b"".join(held[id_] for id_ in where), np.uint8).reshape(len(where), bits // 8)

    videos = Videos(
        ids=np.array([hits[row].video_id for row in firsts], np.int64),
        paths=tuple(hits[row].path for row in firsts),
        labels=tuple(hits[row].label or "" for row in firsts),
        groups=tuple(groups),
        contents=tuple(contents),
        starts=np.array([*firsts, len(hits)], np.int64),
        times=np.array([(hit.start_ms, hit.end_ms) for hit in hits], np.int64).reshape(-1, 2),
        vectors=system.embed_stored([hit.sequence for hit in hits])
        if hits
        else np.zeros((0, system.card.feature), "f4"),
        codes=codes,
    )
    return videos, unnamed


@dataclass(frozen=True)
class QueryFile:
    """A query of its own: a file with the label and recording that it stands for."""

    path: str
    label: str
    group: str
    content: str


def query_videos(system: System, files: Sequence[tuple[QueryFile, QueryRead]]) -> Videos:
    """Files that were read as a drop reads them, with the codes and vectors that a drop gets."""
    telling = [read.telling() for _, read in files]
    segments = [segment for pairs in telling for segment, _ in pairs]
    pooled = np.concatenate([features for pairs in telling for _, features in pairs])
    return Videos(
        ids=np.full(len(files), -1),
        paths=tuple(file.path for file, _ in files),
        labels=tuple(file.label for file, _ in files),
        groups=tuple(file.group for file, _ in files),
        contents=tuple(file.content for file, _ in files),
        starts=np.cumsum([0, *(len(pairs) for pairs in telling)]),
        times=np.array([(s.start_ms, s.end_ms) for s in segments], np.int64),
        vectors=system.hasher.embed(pooled),
        codes=lambda bits: system.codes(pooled, bits),
    )


def best_pair_distances(
    queries: Videos,
    database: Videos,
    query_codes: NDArray[np.uint8] | None = None,
    database_codes: NDArray[np.uint8] | None = None,
    masks: NDArray[np.uint8] | None = None,
) -> Distances:
    """How a drop orders videos: by the best pair of stretches, Hamming distance first, then that of the vectors.

    Without codes ``[S, bytes]`` of both sides only the vectors count. With masks of the queries' stretches, as large,
    only the bits that they keep do, and it is the share of these that orders.
    """
    asks = None if query_codes is None else words(query_codes)
    holds = None if database_codes is None else words(database_codes)
    keeps = None if masks is None else words(masks)
    scale = None if masks is None else 8 * masks.shape[1] / np.bitwise_count(masks).sum(axis=1)[:, None]

    def distances(rows: slice) -> NDArray[np.generic]:
        of = queries.stretches(rows)
        # Rounded as the search rounds it; at most a half, so that it decides between equal Hamming distances only.
        pairs = (1 - np.round((queries.vectors[of] @ database.vectors.T).astype(np.float64), 6)) / 4
        if asks is not None and holds is not None:
            apart = hamming(asks[of], holds, None if keeps is None else keeps[of])
            pairs += apart if scale is None else apart * scale[of]
        best = np.minimum.reduceat(pairs, database.starts[:-1], axis=1)
        found: NDArray[np.generic] = np.minimum.reduceat(
            best, queries.starts[rows.start : rows.stop] - of.start, axis=0
        )
        return found

    return distances
