"""Decoded frames on the disk, ``uint8`` rows of one shape in the cache folder, made once and mapped into memory."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from vhdesk.errors import BadInput, DiskProblem
from vhdesk.settings import cache_folder
from vhdesk.training.sources import Source

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMAT = 1
# What no training has used for so long is removed when another one reads.
KEPT_S = 30 * 24 * 3600


@dataclass(frozen=True)
class StoredFrames:
    """N rows, in the order of their sources.

    Attributes:
        rows: ``[N, side, side, 3]`` or ``[N, T, side, side, 3] uint8 RGB``, mapped, read-only.
        source: ``[N] int64``, index of the file that a row comes from.
        counts: ``[N] int64``, frames of a clip before its last one is repeated; 1 for single frames.
        sources: the files that gave something.
        content: sha256 of all rows.
        failures: path and reason of files that gave nothing.
    """

    rows: NDArray[np.uint8]
    source: NDArray[np.int64]
    counts: NDArray[np.int64]
    sources: tuple[Source, ...]
    content: str
    failures: tuple[tuple[str, str], ...]

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def groups(self) -> list[str]:
        """The recording of every row."""
        return [self.sources[index].group for index in self.source]

    @cached_property
    def labels(self) -> list[str | None]:
        """The label of every row."""
        return [self.sources[index].label for index in self.source]


# Told how many of the files are read.
Tell = Callable[[int], None]
# A source's index, and its rows with the count of each, or why there are none.
Found = tuple[int, "tuple[NDArray[np.uint8], list[int]] | str"]


def stored(
    sources: Sequence[Source],
    recipe: dict[str, Any],
    shape: tuple[int, ...],
    read: Callable[[Sequence[Source]], Iterator[Found]],
    tell: Tell = lambda _done: None,
) -> StoredFrames:
    """Rows of some files: those in the cache, or read now.

    Args:
        sources: the files.
        recipe: everything else that the rows depend on, as plain values.
        shape: of one row.
        read: gives, for each source in order, its index and its rows ``[n, *shape]`` with the count of each, or why
            there are none; an index may come several times in a row.
        tell: told after each source how many were read; may raise to stop.

    Raises:
        BadInput: no file gave anything.
        DiskProblem: the cache folder cannot be written.
    """
    key = {"format": FORMAT, "recipe": recipe, "shape": shape, "sources": [asdict(source) for source in sources]}
    digest = hashlib.sha256(json.dumps(key, sort_keys=True).encode()).hexdigest()[:32]
    folder = cache_folder() / "training" / digest
    if not (folder / "index.json").exists():
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            remove_unused(folder.parent)
            part = Path(tempfile.mkdtemp(prefix="reading-", dir=folder.parent))
            try:
                _fill(part, sources, shape, read, tell)
                shutil.rmtree(folder, ignore_errors=True)
                part.replace(folder)
            finally:
                shutil.rmtree(part, ignore_errors=True)
        except OSError as problem:
            raise DiskProblem(
                f"Frames could not be kept in {folder.parent}: {problem.strerror}. Free some space there."
            ) from problem
    return _open(folder, sources, shape)


def remove_unused(folder: Path, kept_s: float = KEPT_S) -> None:
    """Remove the rows and teachers' answers below a folder that were not used for a while."""
    for index in folder.glob("*/index.json"):
        with contextlib.suppress(OSError):
            if time.time() - index.stat().st_mtime > kept_s:
                shutil.rmtree(index.parent, ignore_errors=True)


def _fill(
    folder: Path,
    sources: Sequence[Source],
    shape: tuple[int, ...],
    read: Callable[[Sequence[Source]], Iterator[Found]],
    tell: Tell,
) -> None:
    digest, source, counts, failures = hashlib.sha256(), [], [], []
    with open(folder / "rows.u8", "wb") as file:
        for index, found in read(sources):
            if isinstance(found, str):
                failures.append((index, found))
            else:
                data = np.ascontiguousarray(found[0], np.uint8).reshape(-1, *shape)
                file.write(data.data)
                digest.update(data.data)
                source += [index] * len(data)
                counts += found[1]
            tell(index + 1)
    if not source:
        reasons = f" ({failures[0][1]})" if failures else ""
        raise BadInput(f"None of the {len(sources)} files gives a picture to train on{reasons}")
    index_file = {"content": digest.hexdigest(), "source": source, "counts": counts, "failures": failures}
    (folder / "index.json").write_text(json.dumps(index_file), "utf-8")


def _open(folder: Path, sources: Sequence[Source], shape: tuple[int, ...]) -> StoredFrames:
    index = json.loads((folder / "index.json").read_text("utf-8"))
    os.utime(folder / "index.json")
    rows = np.memmap(folder / "rows.u8", np.uint8, "r", shape=(len(index["source"]), *shape))
    return StoredFrames(
        rows=rows,
        source=np.array(index["source"], np.int64),
        counts=np.array(index["counts"], np.int64),
        sources=tuple(sources),
        content=index["content"],
        failures=tuple((sources[at].path, reason) for at, reason in index["failures"]),
    )
