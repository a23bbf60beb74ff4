"""Features to train hashers on: those that a library holds, those in a file, those that a system computes of videos."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput, printable
from vhdesk.evaluation.groups import GroupTable, default_group
from vhdesk.library.library import Library
from vhdesk.systems.runtime import Encoder
from vhdesk.training.data import Listener, padded
from vhdesk.training.stored import StoredFrames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vhdesk.systems.system import System


@dataclass(frozen=True)
class Features:
    """Feature sequences of N segments.

    Attributes:
        sequences: ``[N, S, D] float32``; S is 1 where they are pooled; a shorter one repeats its last feature.
        counts: ``[N] int64``, features of a sequence before its last one is repeated.
        items: ``[N] int64``, the video of every segment.
        groups: N recordings.
        labels: N labels, ``None`` where there is none.
    """

    sequences: NDArray[np.float32]
    counts: NDArray[np.int64]
    items: NDArray[np.int64]
    groups: tuple[str, ...]
    labels: tuple[str | None, ...]

    def __len__(self) -> int:
        return len(self.sequences)

    @property
    def pooled(self) -> NDArray[np.float32]:
        """Means over time, ``[N, D]``; what is repeated counts once."""
        sums = np.einsum("nsd,ns->nd", self.sequences, self.mask.astype(np.float32))
        found: NDArray[np.float32] = sums / self.counts[:, None].astype(np.float32)
        return found

    @property
    def mask(self) -> NDArray[np.bool_]:
        """``[N, S]``, true where a sequence is not a repetition of its last feature."""
        return np.arange(self.sequences.shape[1]) < self.counts[:, None]

    def take(self, chosen: NDArray[np.bool_]) -> Features:
        """Some of the segments, ``[N] bool``."""
        rows = np.flatnonzero(chosen)
        return Features(
            self.sequences[rows],
            self.counts[rows],
            self.items[rows],
            tuple(self.groups[row] for row in rows),
            tuple(self.labels[row] for row in rows),
        )


def library_features(
    library: Library, system: System, table: GroupTable | None = None, *, pooled: bool = True
) -> Features:
    """What a library holds of a system's features; segments that show nothing are left out.

    Args:
        library: that was indexed with the system.
        system: whose features are asked for.
        table: names the recordings.
        pooled: as codes are made of them, S = 1; otherwise as they are stored (S frames where the library keeps the
            features of frames; a shorter segment repeats its last one).

    Raises:
        BadInput: it holds none.
        LibraryProblem: it cannot be read.
    """
    ids = [id_ for id_, _ in library.codes(system.fingerprint, system.card.bits[0])]
    hits = sorted(library.hits(ids, system.fingerprint).values(), key=lambda hit: (hit.path, hit.start_ms))
    if not hits:
        raise BadInput(
            f"The library {printable(str(library.path))} holds no features of the system '{system.name}'. Index its "
            "folders first, or name a folder: --videos FOLDER."
        )
    known = {video.id: video for video in library.known_videos(system.fingerprint).values()}
    roots = {root.id: root for root in library.roots()}
    paths = list(dict.fromkeys(hit.path for hit in hits))
    named = (
        dict(zip(paths, table.groups_of(paths, [root.path for root in roots.values()]), strict=True)) if table else {}
    )
    groups = []
    for hit in hits:
        video = known[hit.video_id]
        root = roots[video.root_id]
        group = default_group(hit.path, root.path if root.label_from_folder else None, video.content_hash or hit.path)
        name = named.get(hit.path)
        groups.append(group if name is None else f"named {name}")
    stored = [system.stored(hit.sequence) for hit in hits]
    kept = [system.pooled(sequence) for sequence in stored] if pooled else stored
    longest = max(map(len, kept))
    return Features(
        np.stack([padded(sequence, longest) for sequence in kept]).astype(np.float32),
        np.array([len(sequence) for sequence in kept], np.int64),
        np.array([hit.video_id for hit in hits], np.int64),
        tuple(groups),
        tuple(hit.label for hit in hits),
    )


def encoded_features(clips: StoredFrames, encoder: Encoder, listener: Listener) -> Features:
    """The features that an encoder computes of clips ``[N, T, side, side, 3]``.

    Raises:
        ModelProblem: the device has no memory even for one segment, or stopped working.
        Interrupted: stopped.
    """
    count = listener.counter("computing features", len(clips))
    found = []
    for row, frames in enumerate(clips.rows):
        count(row)
        found.append(encoder(np.ascontiguousarray(frames)))
    count(len(clips))
    return Features(
        np.stack(found).astype(np.float32), clips.counts, clips.source, tuple(clips.groups), tuple(clips.labels)
    )


def read_features(path: Path) -> Features:
    """Features from a ``.npz`` or ``.safetensors`` file.

    ``features`` is ``[N, D]`` or ``[N, S, D]``; ``items`` (the video of each), ``groups`` and ``labels`` are optional,
    one each; a file without groups takes every item as a recording of its own.

    Raises:
        BadInput: the file is not as it must be; nothing in it is executed.
    """
    shown = printable(str(path))
    arrays = _arrays(path, shown)
    if "features" not in arrays:
        raise BadInput(f"{shown} has no 'features'. Save them as [N, D] or [N, S, D] with numpy.savez.")
    sequences = arrays["features"]
    if sequences.ndim == 2:
        sequences = sequences[:, None]
    if sequences.ndim != 3 or not sequences.size or sequences.dtype.kind not in "fiu":
        raise BadInput(f"The features in {shown} must be numbers, [N, D] or [N, S, D].")
    if not np.isfinite(sequences).all():
        raise BadInput(f"Some features in {shown} are not finite numbers. Make the file again.")
    items = _column(arrays, "items", len(sequences), shown) or [str(row) for row in range(len(sequences))]
    _, numbers = np.unique(items, return_inverse=True)
    groups = _column(arrays, "groups", len(sequences), shown) or items
    labels = _column(arrays, "labels", len(sequences), shown)
    return Features(
        np.ascontiguousarray(sequences, np.float32),
        np.full(len(sequences), sequences.shape[1]),
        numbers.astype(np.int64),
        tuple(groups),
        tuple(labels) if labels else (None,) * len(sequences),
    )


def _arrays(path: Path, shown: str) -> dict[str, NDArray[np.generic]]:
    try:
        if path.suffix.lower() == ".safetensors":
            from safetensors import SafetensorError
            from safetensors.numpy import load

            try:
                return dict(load(path.read_bytes()))
            except SafetensorError as problem:
                raise ValueError(str(problem)) from problem
        with np.load(path, allow_pickle=False) as file:
            return {name: file[name] for name in getattr(file, "files", ())}
    except (OSError, EOFError, ValueError, TypeError, AttributeError, zipfile.BadZipFile) as problem:
        raise BadInput(
            f"{shown} is not a .npz or .safetensors file of plain arrays. Make it with numpy.savez."
        ) from problem


def _column(arrays: dict[str, NDArray[np.generic]], name: str, count: int, shown: str) -> Sequence[str]:
    if name not in arrays:
        return ()
    if arrays[name].shape != (count,):
        raise BadInput(f"'{name}' in {shown} must be {count} words or numbers, one a row of 'features'.")
    return [str(value) for value in arrays[name].tolist()]
