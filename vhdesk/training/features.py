"""Feature sequences to train hashers on, from a file."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput, printable

if TYPE_CHECKING:
    from numpy.typing import NDArray


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
