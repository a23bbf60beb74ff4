"""The nearest of all segments by their features: reads every feature once for a query, and remembers the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vhdesk.library.library import Library
from vhdesk.search.seen import Embed

if TYPE_CHECKING:
    from numpy.typing import NDArray


class ExactScan:
    """Orders all segments by their distance to a query; the last query's order is kept while the codes are the same."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._key: tuple[object, ...] = ()
        self._order = np.zeros(0, np.int64)

    def nearest(self, queries: NDArray[np.float32], fingerprint: str, version: int, embed: Embed) -> NDArray[np.int64]:
        """Ids of all segments that have features, ``[N]``, the nearest to any of the queries first.

        Args:
            queries: ``[Q, D]``, centred, of unit length.
            fingerprint: of the system.
            version: of the codes; with another one everything is read again.
            embed: N stored feature sequences to vectors ``[N, D]``.
        """
        key = (fingerprint, version, queries.tobytes())
        if key != self._key:
            ids, likeness = [np.zeros(0, np.int64)], [np.zeros(0, np.float32)]
            for block in self._library.sequence_blocks(fingerprint):
                ids.append(np.array([id_ for id_, _ in block], np.int64))
                likeness.append((embed([sequence for _, sequence in block]) @ queries.T).max(axis=1))
            order = np.argsort(-np.concatenate(likeness), kind="stable")
            self._key, self._order = key, np.concatenate(ids)[order]
        return self._order
