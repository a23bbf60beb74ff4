"""The codes of a library in memory: a flat FAISS index, exact, derived from the library and never stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from vhdesk.library.codes import SLOTS, CodePage
from vhdesk.library.library import Library

if TYPE_CHECKING:
    from numpy.typing import NDArray

# FAISS has no fast path for 16 bits; zeros on both sides add nothing to a distance.
MIN_BITS = 32
HEAP_ABOVE_BITS = 128


class HammingIndex:
    """Exact Hamming search over the codes of one system and length.

    Attributes:
        bits: code length L.
        version: of the newest page of the library's codes that it holds.
        pages: the version of every page that it holds.
    """

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self.version = 0
        self.pages: dict[int, int] = {}
        self._padded = max(bits, MIN_BITS)
        self._index = self._empty()
        self._ids = np.zeros(0, np.int64)

    def _empty(self) -> Any:
        import faiss

        faiss.omp_set_num_threads(1)  # beside a busy indexer a second thread makes a query hundreds of times slower
        return faiss.IndexBinaryFlat(self._padded)

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, ids: NDArray[np.int64], codes: NDArray[np.uint8]) -> None:
        """Add packed codes ``[N, bits / 8]`` with their segment ids ``[N]``."""
        if len(ids):
            self._index.add(self._pad(codes))
            self._ids = np.concatenate([self._ids, ids])

    def search(self, codes: NDArray[np.uint8], k: int) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The k nearest segments of each query code ``[Q, bits / 8]``: distances and ids, ``[Q, min(k, N)]``.

        Of equally near ones those that were added first come first.
        """
        k = min(k, len(self))
        if not k:
            return np.zeros((len(codes), 0), np.int32), np.zeros((len(codes), 0), np.int64)
        # Counting distances is a fifth faster than a heap for short codes, and slower for long ones.
        self._index.use_heap = self._padded > HEAP_ABOVE_BITS
        padded = self._pad(codes)
        # One query after another is as fast as a batch and keeps the answer's latency even.
        found = [self._index.search(padded[i : i + 1], k) for i in range(len(padded))]
        distances = np.concatenate([distance for distance, _ in found])
        positions = np.concatenate([position for _, position in found])
        return distances, self._ids[positions]

    def _pad(self, codes: NDArray[np.uint8]) -> NDArray[np.uint8]:
        missing = (self._padded - self.bits) // 8
        padded = np.pad(codes, ((0, 0), (0, missing))) if missing else codes
        return np.ascontiguousarray(padded)

    @property
    def ids(self) -> NDArray[np.int64]:
        """The segment ids ``[N]``, ascending where they were added so."""
        return self._ids

    def codes_of(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.bool_], NDArray[np.uint8]]:
        """Which of some segments it holds, ``[n]``, and their packed codes, ``[held, bits / 8]``.

        Its own must have been added by ascending id.
        """
        places = np.searchsorted(self._ids, ids)
        held = places < len(self)
        held[held] = self._ids[places[held]] == ids[held]
        return held, self.codes[places[held]]

    @property
    def bytes_per_segment(self) -> int:
        """Memory that one segment takes: its padded code and its id."""
        return self._padded // 8 + 8

    @property
    def codes(self) -> NDArray[np.uint8]:
        """The packed codes ``[N, bits / 8]``: a view that is good until the next change."""
        import faiss

        width = self._padded // 8
        if not len(self):
            return np.zeros((0, self.bits // 8), np.uint8)
        flat: NDArray[np.uint8] = faiss.rev_swig_ptr(self._index.xb.data(), len(self) * width)
        return flat.reshape(-1, width)[:, : self.bits // 8]


class IndexStore:
    """Hands out current indexes of one library; only pages of codes that changed are read again."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._indexes: dict[tuple[str, int], HammingIndex] = {}

    def current(self, fingerprint: str, bits: int) -> HammingIndex:
        """The index of a system's codes of one length, as the library holds them now.

        New codes are added to the same index; where codes went or changed, it is another one.
        """
        key = (fingerprint, bits)
        index = self._indexes.get(key) or HammingIndex(bits)
        changed = self._library.code_pages(fingerprint, bits, after=index.version)
        if changed:
            pages = index.pages | {page.page: page.version for page in changed}
            index = _updated(index, changed)
            index.version, index.pages = max(page.version for page in changed), pages
        self._indexes[key] = index
        return index


def _updated(index: HammingIndex, changed: Sequence[CodePage]) -> HammingIndex:
    """The index with some pages as they are now."""
    parts = [_unpacked(page, index.bits) for page in changed]
    ids, codes = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    start = int(np.searchsorted(index.ids, changed[0].page * SLOTS))
    held = len(index) - start
    if np.array_equal(index.ids[start:], ids[:held]) and np.array_equal(index.codes[start:], codes[:held]):
        index.add(ids[held:], codes[held:])
        return index
    id_parts, code_parts, done = [], [], 0
    for page, (page_ids, page_codes) in zip(changed, parts, strict=True):
        low, high = np.searchsorted(index.ids, [page.page * SLOTS, (page.page + 1) * SLOTS])
        id_parts += [index.ids[done:low], page_ids]
        code_parts += [index.codes[done:low], page_codes]
        done = high
    made = HammingIndex(index.bits)
    made.add(np.concatenate([*id_parts, index.ids[done:]]), np.concatenate([*code_parts, index.codes[done:]]))
    return made


def _unpacked(page: CodePage, bits: int) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Segment ids ``[N]`` and packed codes ``[N, bits / 8]`` of a page."""
    slots = np.flatnonzero(np.unpackbits(np.frombuffer(page.alive, np.uint8)))
    codes = np.frombuffer(page.codes, np.uint8).reshape(-1, bits // 8)
    return slots + page.page * SLOTS, codes if len(slots) == SLOTS else codes[slots]
