"""Who asks, what is searched, and which items a query must not meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Pairs of a query and an item in one chunk; up to 8 bytes each, and a few such arrays at once.
CHUNK = 4_000_000


@dataclass(frozen=True)
class Split:
    """Q queries and a database of N items.

    Attributes:
        query_labels: ``[Q] int64``.
        database_labels: ``[N] int64``; an item is relevant to a query of the same label.
        query_keys: ``[Q, M] int64``, and
        database_keys: ``[N, M] int64``: a query never meets an item that has one of its M keys in the same column
            (itself, its own recording, a copy of its file).
        query_groups: ``[Q] int64``, the recording that a query comes from; intervals resample whole recordings.
    """

    query_labels: NDArray[np.int64]
    database_labels: NDArray[np.int64]
    query_keys: NDArray[np.int64]
    database_keys: NDArray[np.int64]
    query_groups: NDArray[np.int64]

    @property
    def queries(self) -> int:
        """Q."""
        return len(self.query_labels)

    @property
    def database(self) -> int:
        """N."""
        return len(self.database_labels)

    def hidden(self, rows: slice) -> NDArray[np.bool_] | None:
        """``[q, N]``, true where a query must not meet an item; ``None`` where every query meets everything."""
        if not self.query_keys.shape[1]:
            return None
        pairs = zip(self.query_keys[rows].T, self.database_keys.T, strict=True)
        found: NDArray[np.bool_] = np.logical_or.reduce([asks[:, None] == holds for asks, holds in pairs])
        return found

    @cached_property
    def relevant(self) -> NDArray[np.int64]:
        """How many items that a query may meet have its label, ``[Q] int64``."""
        counts = np.zeros(self.queries, np.int64)
        step = chunk_rows(self.database)
        for start in range(0, self.queries, step):
            rows = slice(start, start + step)
            alike = self.query_labels[rows, None] == self.database_labels
            hidden = self.hidden(rows)
            counts[rows] = np.count_nonzero(alike if hidden is None else alike & ~hidden, axis=1)
        return counts


def chunk_rows(database: int) -> int:
    """How many queries are handled at once, so that memory stays bounded."""
    return max(1, CHUNK // max(1, database))


def make_split(
    query_labels: Sequence[object] | NDArray[np.generic],
    database_labels: Sequence[object] | NDArray[np.generic],
    *,
    query_keys: NDArray[np.int64] | None = None,
    database_keys: NDArray[np.int64] | None = None,
    query_groups: NDArray[np.int64] | None = None,
) -> Split:
    """A split of labels of any kind; without keys every query meets everything, without groups it is its own."""
    count = len(query_labels)
    _, numbers = np.unique(np.concatenate([query_labels, database_labels]), return_inverse=True)
    return Split(
        query_labels=numbers[:count].astype(np.int64),
        database_labels=numbers[count:].astype(np.int64),
        query_keys=np.zeros((count, 0), np.int64) if query_keys is None else query_keys,
        database_keys=np.zeros((len(database_labels), 0), np.int64) if database_keys is None else database_keys,
        query_groups=np.arange(count) if query_groups is None else query_groups,
    )
