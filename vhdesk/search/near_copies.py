"""Finds videos, and stretches of videos, that are copies of each other.

1. Files of the same content are exact copies; one of them is compared on behalf of all.
2. Candidates: pairs of videos with enough near segments (:mod:`.candidates`).
3. A line through the matching segments (:mod:`.alignment`); what is shared must be enough of one of the two, and
   segments that many videos show count little, so that a common intro alone never makes two videos copies.
4. Confirmation. Either the order agrees: at least ``TELLING`` matched segments that are not common, and half of them,
   are nearer than anything that these segments have off the line, and near enough together. Or, where nothing changes
   enough for that (short clips, fixed cameras), the pictures agree: the thumbnails of matched segments are the same in
   each of their 16 blocks.
5. Groups around the best copy (:mod:`.best_copy`).

Why pictures: the code and the mean feature of a fixed camera are the same at all times of day. Among the 723 labelled
clips thousands of pairs that are no copies have equal 64-bit codes and cosines up to 0.999, as true copies have, while
sepia and grey copies go down to 0.6; the thumbnails' largest block difference tells them apart (see the benchmark
``duplicates``).
"""

from __future__ import annotations

import dataclasses
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.library.library import Library
from vhdesk.library.notes import Notes
from vhdesk.library.rows import IndexedVideo
from vhdesk.search.alignment import Alignment, Track, align
from vhdesk.search.best_copy import in_scope, regroup
from vhdesk.search.candidates import MAX_VIDEOS, Candidates, Segments, find_candidates
from vhdesk.search.copies import (
    CopyPair,
    DuplicateOptions,
    DuplicatesProgress,
    Grouping,
    Look,
    Member,
    NearCopies,
    Stretch,
)
from vhdesk.search.engine import Embed
from vhdesk.search.index import HammingIndex, IndexStore

if TYPE_CHECKING:
    from numpy.typing import NDArray

TELLING = 3
# Sum over them of 1 for equal codes down to 0 for codes that no longer match: three at half the distance.
STRENGTH = 1.5
# Matched segments whose order agrees still have to be this much alike.
ORDER_COSINE = 0.5
# Largest root mean square difference of a block, in standard deviations of the picture.
PICTURE_LIMIT = 0.4
SAMPLES = 9
LOOK_BATCH = 100
# Both hold most of each other: a copy; else one is a part of the other.
COPY_SHARE = 0.8
KEPT_PICTURES = 4000

Pictures = Callable[[Sequence[bytes]], "NDArray[np.float32]"]
Looks = Callable[[Sequence[bytes]], Sequence[tuple[float, float]]]
Progress = Callable[[DuplicatesProgress], None]


def block_difference(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """How much two pictures differ where they differ most: of 4 x 4 blocks, the largest root mean square difference.

    Args:
        a: ``[Z, side, side]`` with mean 0 and standard deviation 1; the whole picture first, then cropped ever more.
        b: the same of the other; the whole of each is compared with every crop of the other and the least taken.
    """
    side = a.shape[-1]
    apart = np.concatenate([a - b[:1], a[:1] - b[1:]])
    blocks = (apart**2).reshape(-1, 4, side // 4, 4, side // 4).mean(axis=(2, 4))
    return float(np.sqrt(blocks.max(axis=(1, 2)).min()))


class NearCopyFinder:
    """One search for copies over a library.

    Args:
        library: open.
        store: of the library's indexes.
        fingerprint: of the system whose codes are compared.
        finest: the longest code length that the system gives.
        embed: N stored feature sequences to centred unit vectors ``[N, D] float32``.
        pictures: N thumbnails to comparable pictures, as :func:`block_difference` takes them.
        looks: N thumbnails to the two figures of :class:`~vhdesk.search.copies.Look`.
        check: called between pieces of work; raises to stop.
        on_progress: gets a running count.
    """

    def __init__(
        self,
        library: Library,
        store: IndexStore,
        fingerprint: str,
        finest: int,
        embed: Embed,
        pictures: Pictures,
        looks: Looks,
        check: Callable[[], None] = lambda: None,
        on_progress: Progress = lambda _event: None,
    ) -> None:
        self._library = library
        self._store = store
        self._fingerprint = fingerprint
        self._finest = finest
        self._embed = embed
        self._pictures = pictures
        self._looks = looks
        self._check = check
        self._on_progress = on_progress
        self._seen: OrderedDict[int, NDArray[np.float32] | None] = OrderedDict()

    def find(self, options: DuplicateOptions) -> NearCopies:
        """Compare all videos.

        Raises:
            LibraryProblem: the library cannot be read.
            Interrupted: by ``check``.
        """
        videos = {video.id: video for video in self._library.indexed_videos()}
        twins = _twins(videos.values())
        standing = {group[0]: group for group in twins}
        pairs = [
            _exact(videos[a], videos[b])
            for group in twins
            for a, b in combinations(group, 2)
            if in_scope(options.scope, videos[a], videos[b])
        ]
        index = self._store.current(self._fingerprint, options.bits)
        ids, segments = self._segments(index, standing)
        common = 0
        if len(segments):
            found = self._candidates(segments, options, index)
            common = found.common
            for pair in self._confirmed(ids, videos, standing, segments, found, options):
                pairs += [
                    _between(pair, a, b)
                    for a, b in product(standing[pair.first], standing[pair.second])
                    if in_scope(options.scope, videos[a], videos[b])
                ]
        members = self._members([videos[id_] for id_ in {id_ for pair in pairs for id_ in (pair.first, pair.second)}])
        near = NearCopies(
            (), tuple(pairs), len(videos), len(segments), members=members, said=Notes(self._library).copy_marks()
        )
        left_out = 0 if options.kept else sum(near.said_of(pair.first, pair.second) is not None for pair in pairs)
        groups = regroup(near, Grouping(scope=options.scope, kept=options.kept))
        return dataclasses.replace(near, groups=groups, notes=_notes(common, left_out))

    def _members(self, videos: Sequence[IndexedVideo]) -> dict[int, Member]:
        """Videos with their segments and how they look, by id."""
        spans: dict[int, list[tuple[int, int, int]]] = {video.id: [] for video in videos}
        for segment, id_, start_ms, end_ms in self._library.segment_spans():
            if id_ in spans:
                spans[id_].append((segment, start_ms, end_ms))
        looks = self._looks_of({of[len(of) // 2][0]: id_ for id_, of in spans.items() if of})
        return {video.id: Member(video, looks.get(video.id, Look()), tuple(spans[video.id])) for video in videos}

    def _looks_of(self, middles: dict[int, int]) -> dict[int, Look]:
        """How segments look, by id of their video; given as video by segment."""
        found: dict[int, Look] = {}
        ids = sorted(middles)
        for start in range(0, len(ids), LOOK_BATCH):
            self._check()
            thumbnails = self._library.thumbnails(ids[start : start + LOOK_BATCH])
            for segment, look in zip(thumbnails, self._looks(list(thumbnails.values())), strict=True):
                found[middles[segment]] = Look(*look)
        return found

    def _segments(self, index: HammingIndex, standing: dict[int, list[int]]) -> tuple[list[int], Segments]:
        """The segments of one video for each content that have a code, and the ids of those videos."""
        table = np.array(self._library.segment_spans(), np.int64).reshape(-1, 4)
        by_id = np.argsort(index.ids)
        table = table[np.isin(table[:, 0], index.ids) & np.isin(table[:, 1], list(standing))]
        ids, videos = np.unique(table[:, 1], return_inverse=True)
        codes = index.codes[by_id[np.searchsorted(index.ids, table[:, 0], sorter=by_id)]]
        return ids.tolist(), Segments(table[:, 0], videos.astype(np.int64), table[:, 2], table[:, 3], codes)

    def _candidates(self, segments: Segments, options: DuplicateOptions, index: HammingIndex) -> Candidates:
        def told(done: int) -> None:
            self._check()
            self._on_progress(DuplicatesProgress("comparing", done, len(segments)))

        fine = index if options.bits == self._finest else self._store.current(self._fingerprint, self._finest)
        return find_candidates(segments, options.radius, fine, told)

    def _confirmed(
        self,
        ids: list[int],
        videos: dict[int, IndexedVideo],
        standing: dict[int, list[int]],
        segments: Segments,
        found: Candidates,
        options: DuplicateOptions,
    ) -> Iterable[CopyPair]:
        bounds = np.searchsorted(segments.videos, np.arange(len(ids) + 1))

        def track(position: int) -> Track:
            part = slice(int(bounds[position]), int(bounds[position + 1]))
            return Track(
                segments.starts[part],
                segments.ends[part],
                segments.codes[part],
                found.rarity[part],
                videos[ids[position]].duration_ms,
            )

        for number, (first, second) in enumerate(found.pairs.tolist()):
            self._check()
            self._on_progress(DuplicatesProgress("confirming", number, len(found.pairs)))
            a, b = videos[ids[first]], videos[ids[second]]
            if not any(
                in_scope(options.scope, videos[x], videos[y]) for x, y in product(standing[a.id], standing[b.id])
            ):
                continue
            alignment = align(track(first), track(second), options.radius)
            if alignment is None or max(alignment.share_a, alignment.share_b) < options.min_share:
                continue
            matched = [
                (int(segments.ids[bounds[first] + row]), int(segments.ids[bounds[second] + column]))
                for row, column in zip(alignment.rows.tolist(), alignment.columns.tolist(), strict=True)
            ]
            pair = self._confirm(a, b, alignment, matched, options.radius)
            if pair is not None:
                yield pair
        self._on_progress(DuplicatesProgress("confirming", len(found.pairs), len(found.pairs)))

    def _confirm(
        self, a: IndexedVideo, b: IndexedVideo, alignment: Alignment, matched: list[tuple[int, int]], radius: int
    ) -> CopyPair | None:
        evidence = [pair for pair, rare in zip(matched, alignment.rare.tolist(), strict=True) if rare] or matched
        places = np.linspace(0, len(evidence) - 1, min(SAMPLES, len(evidence))).round().astype(int)
        sample = [evidence[place] for place in places]
        cosine = self._cosine(sample)
        picture = None
        if not _order_agrees(alignment, radius) or cosine < ORDER_COSINE:
            picture = self._picture_difference(sample)
            if picture is None or picture > PICTURE_LIMIT:
                return None
        matches = tuple(Stretch(s[2], s[3], s[0], s[1]) for s in alignment.stretches)
        shares = (
            _covered([(s[0], s[1]) for s in alignment.stretches], a.duration_ms),
            _covered([(s[2], s[3]) for s in alignment.stretches], b.duration_ms),
        )
        return CopyPair(
            first=a.id,
            second=b.id,
            kind="copy" if min(shares) >= COPY_SHARE else "part",
            hamming=float(np.median(alignment.distances)),
            cosine=cosine,
            picture=picture,
            matches=matches,
            first_share=shares[0],
            second_share=shares[1],
        )

    def _cosine(self, matched: Sequence[tuple[int, int]]) -> float:
        """Median cosine of the features of matched segments; 0 where they are gone."""
        hits = self._library.hits(sorted({id_ for pair in matched for id_ in pair}), self._fingerprint)
        if not hits:
            return 0.0
        embedded = dict(zip(hits, self._embed([hit.sequence for hit in hits.values()]), strict=True))
        cosines = [float(embedded[a] @ embedded[b]) for a, b in matched if a in embedded and b in embedded]
        return float(np.median(cosines)) if cosines else 0.0

    def _picture_difference(self, matched: Sequence[tuple[int, int]]) -> float | None:
        """Median of the largest block differences of matched segments' thumbnails; ``None`` where there are none."""
        self._look_at({id_ for pair in matched for id_ in pair})
        differences = []
        for first, second in matched:
            a, b = self._seen[first], self._seen[second]
            # A picture without any detail looks like every other one.
            if a is not None and b is not None and a[0].any() and b[0].any():
                differences.append(block_difference(a, b))
        return float(np.median(differences)) if differences else None

    def _look_at(self, ids: set[int]) -> None:
        missing = [id_ for id_ in ids if id_ not in self._seen]
        thumbnails = self._library.thumbnails(missing) if missing else {}
        made = dict(zip(thumbnails, self._pictures(list(thumbnails.values())), strict=True)) if thumbnails else {}
        for id_ in missing:
            self._seen[id_] = made.get(id_)
        for id_ in ids:
            self._seen.move_to_end(id_)
        while len(self._seen) > KEPT_PICTURES:
            self._seen.popitem(last=False)


def _order_agrees(alignment: Alignment, radius: int) -> bool:
    """Whether enough rare segments match well, and better where they should than anywhere else."""
    telling = alignment.rare & (alignment.margins > 0)
    strength = float((1 - alignment.distances[telling] / (radius + 1)).sum())
    count = int(telling.sum())
    return count >= TELLING and 2 * count >= int(alignment.rare.sum()) and strength >= STRENGTH


def _twins(videos: Iterable[IndexedVideo]) -> list[list[int]]:
    """Ids of the videos of each content; the first by path stands for the others."""
    by_content: dict[str, list[IndexedVideo]] = {}
    for video in videos:
        by_content.setdefault(video.content_hash, []).append(video)
    return [[video.id for video in sorted(group, key=lambda video: video.path)] for group in by_content.values()]


def _exact(a: IndexedVideo, b: IndexedVideo) -> CopyPair:
    whole = (Stretch(0, b.duration_ms, 0, a.duration_ms),)
    return CopyPair(a.id, b.id, "exact", 0.0, 1.0, 0.0, whole, 1.0, 1.0)


def _between(pair: CopyPair, first: int, second: int) -> CopyPair:
    """The same comparison for two videos of the same contents."""
    return CopyPair(
        first,
        second,
        pair.kind,
        pair.hamming,
        pair.cosine,
        pair.picture,
        pair.matches,
        pair.first_share,
        pair.second_share,
    )


def _covered(stretches: Sequence[tuple[int, int]], duration_ms: int) -> float:
    if not duration_ms:
        return 1.0
    return min(1.0, sum(end - start for start, end in stretches) / duration_ms)


def _notes(common: int, left_out: int) -> tuple[str, ...]:
    notes = []
    if common:
        notes.append(
            f"{common} segments that more than {MAX_VIDEOS} videos show were compared with the few nearest to them "
            "only."
        )
    if left_out == 1:
        notes.append("1 pair that you said to keep, or to be no copies, is left out.")
    elif left_out:
        notes.append(f"{left_out} pairs that you said to keep, or to be no copies, are left out.")
    return tuple(notes)
