"""What each way of decoding costs in retrieval: mean average precision beside CPU time.

Labelled clips: every clip queries all others, its own recording left out. Long videos: 211 labelled clips, one after
another; each clip, and its middle half, queries the segments of the long video; those that share half of the shorter of
both with the clip are right. So do stretches of the long video itself that run across its cuts. Exact decoding of the
long video with exact queries is what the others are compared with.
"""

from __future__ import annotations

import dataclasses
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from tabulate import tabulate

from tests.benchmarks import quality
from tests.benchmarks.long_videos import Coding, Stretch, stretches, write_long_video
from tests.conftest import SHARED
from vhdesk.media import informative
from vhdesk.media.collect import SegmentFrames
from vhdesk.media.decode import DecodeRequest, decode_segments
from vhdesk.systems.system import System, load_system

LEVELS = ("exact", "fast", "fastest")
CODINGS = [Coding(gop, scene_cuts) for gop in (250, 125, 50, 25, 12) for scene_cuts in (True, False)]
QUERY_PARTS = ((0.0, 1.0), (0.25, 0.75))
BITS = (64, 256)
ACROSS, ACROSS_MS = 100, 8000


def run() -> None:
    """Print the tables."""
    if not SHARED.exists():
        print("the real clips are not here")
        return
    system = load_system("desk")
    quality.run(LEVELS)
    parts = stretches()
    rows = []
    queries = {
        (level, with_cuts, part): _queries(system, parts, part, level, with_cuts=with_cuts)
        for level in LEVELS
        for with_cuts in (False, True)
        for part in QUERY_PARTS
    }
    with tempfile.TemporaryDirectory() as place:
        for coding in CODINGS:
            path = Path(place) / "long.mp4"
            write_long_video(path, parts, coding)
            for with_cuts in (False, True):
                rows += _compare(system, path, parts, coding, queries, with_cuts=with_cuts)
    headers = (
        "key frame every",
        "boundaries",
        "decoding",
        "recipe",
        "CPU s",
        "segments",
        "ranked by",
        "recall@1",
        "mAP",
    )
    print(tabulate(rows, headers=headers, disable_numparse=True))
    print(
        f"{len(parts)} clips, {parts[-1].end_ms / 60_000:.0f} minutes; differences to exact with their standard error"
    )


def _compare(
    system: System,
    path: Path,
    parts: Sequence[Stretch],
    coding: Coding,
    queries: dict[tuple[str, bool, tuple[float, float]], np.ndarray],
    *,
    with_cuts: bool,
) -> Iterator[tuple[str, ...]]:
    reference: dict[str, np.ndarray] = {}
    with _boundaries(with_cuts):
        for level in LEVELS:
            started = time.process_time()
            segments, recipe = _decoded(system, path, level)
            cpu = time.process_time() - started
            windows = np.array([(s.start_ms, s.end_ms) for s in segments])
            results: dict[str, list[np.ndarray]] = {}
            library = _pooled(system, segments)
            for part in QUERY_PARTS:
                right = [_right(windows, stretch, part) for stretch in parts]
                for name, similarity in _similarities(system, queries[level, with_cuts, part], library):
                    results.setdefault(name, []).append(_ranked(similarity, right))
            places = np.random.default_rng(0).integers(0, windows.max() - ACROSS_MS, ACROSS)
            crossing = [Stretch(path, int(place), int(place) + ACROSS_MS) for place in places]
            excerpts = _pooled(system, [_read(system, s.clip, s.start_ms, s.end_ms, level) for s in crossing])
            for name, similarity in _similarities(system, excerpts, library):
                right = [_right(windows, stretch, (0.0, 1.0)) for stretch in crossing]
                results[f"{name}, across cuts"] = [_ranked(similarity, right)]
            for name, found in results.items():
                mean = np.mean(found, axis=0)
                base = reference.setdefault(name, mean)
                where = "at cuts too" if with_cuts else "uniform"
                scores = [_with_difference(mean[:, i], base[:, i]) for i in (0, 1)]
                yield str(coding), where, level, recipe, f"{cpu:.1f}", str(len(segments)), name, *scores


@contextmanager
def _boundaries(with_cuts: bool) -> Iterator[None]:
    level = informative.CUT_LEVEL
    informative.CUT_LEVEL = level if with_cuts else 256.0
    try:
        yield
    finally:
        informative.CUT_LEVEL = level


def _decoded(system: System, path: Path, level: str) -> tuple[list[SegmentFrames], str]:
    card = system.card
    request = DecodeRequest(str(path), card.frames, card.side, 8000, 4000, remove_bars=card.remove_bars, decode=level)
    replies = [decode_segments(request)]
    while (following := replies[-1].next_window) is not None:
        request = dataclasses.replace(request, first_window=following, key_times=replies[-1].key_times)
        replies.append(decode_segments(request))
    return [segment for reply in replies for segment in reply.segments], replies[0].recipe


def _queries(
    system: System, parts: Sequence[Stretch], part: tuple[float, float], level: str, *, with_cuts: bool
) -> np.ndarray:
    with _boundaries(with_cuts):
        return _pooled(system, [_query(system, stretch, part, level) for stretch in parts])


def _query(system: System, stretch: Stretch, part: tuple[float, float], level: str) -> SegmentFrames:
    length = stretch.end_ms - stretch.start_ms
    return _read(system, stretch.clip, round(length * part[0]), round(length * part[1]), level)


def _read(system: System, path: Path, from_ms: int, to_ms: int, level: str) -> SegmentFrames:
    """The longest segment of a part of a file."""
    card = system.card
    request = DecodeRequest(str(path), card.frames, card.side, 8000, 4000, from_ms=from_ms, to_ms=to_ms, decode=level)
    return max(decode_segments(request).segments, key=lambda segment: segment.end_ms - segment.start_ms)


def _pooled(system: System, segments: Sequence[SegmentFrames]) -> np.ndarray:
    return np.concatenate([system.pooled(system.features(segment.frames)) for segment in segments])


def _right(windows: np.ndarray, stretch: Stretch, part: tuple[float, float]) -> np.ndarray:
    length = stretch.end_ms - stretch.start_ms
    start, end = stretch.start_ms + length * part[0], stretch.start_ms + length * part[1]
    shared = np.minimum(windows[:, 1], end) - np.maximum(windows[:, 0], start)
    right: np.ndarray = shared >= 0.5 * np.minimum(end - start, windows[:, 1] - windows[:, 0])
    return right


def _similarities(system: System, queries: np.ndarray, library: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    cosine = system.hasher.embed(queries) @ system.hasher.embed(library).T
    yield "float cosine", cosine
    for bits in BITS:
        a, b = (np.unpackbits(system.codes(x, bits), axis=1).astype(np.float32) * 2 - 1 for x in (queries, library))
        yield f"{bits} bits", a @ b.T + 1e-3 * cosine  # ties as the search breaks them


def _ranked(similarity: np.ndarray, right: Sequence[np.ndarray]) -> np.ndarray:
    """Right first, and average precision, of each query: ``[queries, 2]``."""
    rows = []
    for values, wanted in zip(similarity, right, strict=True):
        hits = wanted[np.argsort(-values, kind="stable")]
        ranks = np.flatnonzero(hits) + 1
        precision = float(np.mean(np.arange(1, len(ranks) + 1) / ranks)) if len(ranks) else 0.0
        rows.append((float(hits[0]), precision))
    return np.array(rows)


def _with_difference(values: np.ndarray, base: np.ndarray) -> str:
    change = 100 * (values - base)
    return f"{values.mean():.3f} ({change.mean():+.1f} +-{change.std() / np.sqrt(len(change)):.1f})"
