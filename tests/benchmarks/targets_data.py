"""What "targets" measures: features of clips and their copies, peers' hashes of them, all cached beside the copies."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.benchmarks.altered_clips import cache_folder, copy_path
from tests.benchmarks.peering import Peer
from tests.conftest import SHARED
from vhdesk.evaluation.ranking import Distances, hamming, unit, words
from vhdesk.evaluation.videos import Videos
from vhdesk.hashing.attention import stretched
from vhdesk.hashing.hasher import Hasher
from vhdesk.media.decode import DecodeRequest, decode_segments
from vhdesk.systems.system import System

SEGMENT_MS, OVERLAP_MS = 8000, 4000
ORIGINALS = "originals"
# A match of vPDQ, as its own tools have it: distance, and the quality below which a frame is passed over.
VPDQ_DISTANCE, VPDQ_QUALITY = 31, 50


@dataclass(frozen=True)
class Clips:
    """Values of V clips, ``[S, …]``, those of a clip one after another; ``starts`` is ``[V + 1]``."""

    values: np.ndarray
    starts: np.ndarray

    def __len__(self) -> int:
        return len(self.starts) - 1


def path_of(name: str, path: str) -> Path:
    """A clip itself, or a copy of it."""
    return SHARED / "videos" / path if name == ORIGINALS else copy_path(name, path)


def features(system: System, paths: Sequence[str], name: str) -> Clips:
    """Feature sequences ``[S, T, D]`` of all stretches of the clips, or of their copies, by the road of indexing."""
    card = system.card
    encoder_only = {file: found for file, found in card.files.items() if not file.startswith("hasher")}
    key = dataclasses.replace(card, files=encoder_only).fingerprint(system.encoder.info.precision)

    def of(path: Path) -> np.ndarray:
        request = DecodeRequest(str(path), card.frames, card.side, SEGMENT_MS, OVERLAP_MS, remove_bars=card.remove_bars)
        segments = decode_segments(request).segments
        telling = [segment for segment in segments if segment.aside is None] or segments
        return np.stack([stretched(system.features(segment.frames), card.frames) for segment in telling])

    return _cached(f"features-{card.name}-{key[:16]}-{name}", name, paths, of)


def peer_hashes(peer: Peer, paths: Sequence[str], name: str) -> Clips:
    """A peer's hashes: PDQ hashes of 32 bytes with their quality behind them, or one vector."""

    def of(path: Path) -> np.ndarray:
        found = peer.hash_of(path) or []
        if peer.name == "perception":
            return np.array([found], np.float32) if found else np.zeros((1, 255), np.float32)
        rows = [[*bytes.fromhex(digest), min(255, quality)] for digest, quality in found]
        return np.array(rows or [[0] * 33], np.uint8)

    return _cached(f"peer-{peer.name}-{name}", name, paths, of)


def _cached(file: str, name: str, paths: Sequence[str], of: Callable[[Path], np.ndarray]) -> Clips:
    cached = cache_folder() / "values" / f"{file}-{zlib.crc32('/'.join(paths).encode()):08x}.npz"
    if cached.exists():
        held = np.load(cached)
        return Clips(held["values"], held["starts"])
    print(f"reading: {file}", flush=True)
    rows = [of(path_of(name, path)) for path in paths]
    clips = Clips(np.concatenate(rows), np.cumsum([0, *map(len, rows)]))
    cached.parent.mkdir(parents=True, exist_ok=True)
    part = cached.with_suffix(".part.npz")
    np.savez(part, values=clips.values, starts=clips.starts)
    part.replace(cached)
    return clips


def pooled(hasher: Hasher, clips: Clips) -> Clips:
    """What a hasher makes codes of, ``[S, E]``."""
    return Clips(np.concatenate([hasher.pool(sequence) for sequence in clips.values]), clips.starts)


def videos(clips: Clips, vectors: np.ndarray) -> Videos:
    """Clips as the evaluation takes them, with the vectors that order results, ``[S, D]``."""
    blank = ("",) * len(clips)
    return Videos(
        ids=np.arange(len(clips)),
        paths=blank,
        labels=blank,
        groups=blank,
        contents=blank,
        starts=clips.starts,
        times=np.zeros((len(clips.values), 2), np.int64),
        vectors=vectors,
        codes=_no_codes,
    )


def _no_codes(_bits: int) -> np.ndarray:
    raise NotImplementedError("codes are handed over beside the videos")


def peer_distances(peer: str, queries: Clips, database: Clips) -> Distances:
    """TMKL1: centred cosine. PDQ: the share of frames that match, both ways, then the mean distance of the nearest."""
    if peer == "perception":
        mean = database.values.mean(axis=0)
        asks, holds = unit(queries.values - mean), unit(database.values - mean)
        return lambda rows: -(asks[rows] @ holds.T)
    return lambda rows: np.stack([_vpdq(queries, database, row) for row in range(rows.start, rows.stop)])


def _vpdq(queries: Clips, database: Clips, row: int) -> np.ndarray:
    asked = queries.values[queries.starts[row] : queries.starts[row + 1]]
    good = asked[asked[:, 32] >= VPDQ_QUALITY]
    asks = words(np.ascontiguousarray((good if len(good) else asked)[:, :32]))
    pairs = hamming(asks, words(np.ascontiguousarray(database.values[:, :32]))).astype(np.float64)
    pairs[:, database.values[:, 32] < VPDQ_QUALITY] = 256
    starts = database.starts[:-1]
    there = np.minimum.reduceat(pairs, starts, axis=1)
    back = pairs.min(axis=0)
    sizes = np.diff(database.starts)
    matched = (there <= VPDQ_DISTANCE).mean(axis=0) + np.add.reduceat(back <= VPDQ_DISTANCE, starts) / sizes
    away = there.mean(axis=0) + np.add.reduceat(back, starts) / sizes
    found: np.ndarray = -matched * 1000 + away / 512
    return found


def folds_of(groups: Sequence[str], seed: int = 0, folds: int = 5) -> np.ndarray:
    """The fold of every clip: recordings are dealt as for the classifier of the controls, ``[V]``."""
    names, member = np.unique(groups, return_inverse=True)
    dealt: np.ndarray = (np.random.default_rng(seed).permutation(len(names)) % folds)[member]
    return dealt
