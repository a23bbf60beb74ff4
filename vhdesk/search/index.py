"""The codes of a library in memory: a flat FAISS index, exact, derived from the library and cached beside it."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from vhdesk.library.library import CodeVersion, Library

if TYPE_CHECKING:
    from numpy.typing import NDArray

log = logging.getLogger(__name__)

# FAISS has no fast path for 16 bits; zeros on both sides add nothing to a distance.
MIN_BITS = 32
HEAP_ABOVE_BITS = 128
CACHE_FROM_CODES = 10_000


class HammingIndex:
    """Exact Hamming search over the codes of one system and length.

    Attributes:
        bits: code length L.
        version: of the library's codes that it holds.
    """

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self.version = CodeVersion(-1, 0)
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

    @property
    def codes(self) -> NDArray[np.uint8]:
        """The packed codes ``[N, bits / 8]``: a view that is good until the next change."""
        import faiss

        width = self._padded // 8
        if not len(self):
            return np.zeros((0, self.bits // 8), np.uint8)
        flat: NDArray[np.uint8] = faiss.rev_swig_ptr(self._index.xb.data(), len(self) * width)
        return flat.reshape(-1, width)[:, : self.bits // 8]

    @property
    def bytes_per_segment(self) -> int:
        """Memory that one segment takes: its padded code and its id."""
        return self._padded // 8 + 8

    def save(self, folder: Path, header: dict[str, Any]) -> None:
        """Write the index and its header in one atomic step.

        Raises:
            OSError: the folder cannot be written.
        """
        import faiss

        folder.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix="part-", dir=folder.parent))
        try:
            faiss.write_index_binary(self._index, str(part / "codes.faiss"))
            np.save(part / "ids.npy", self._ids)
            (part / "header.json").write_text(json.dumps(header))
            shutil.rmtree(folder, ignore_errors=True)
            part.replace(folder)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise

    def load(self, folder: Path) -> None:
        """Read what :meth:`save` wrote.

        Raises:
            OSError, ValueError, RuntimeError: it is not whole.
        """
        import faiss

        index = faiss.read_index_binary(str(folder / "codes.faiss"))
        ids = np.load(folder / "ids.npy", allow_pickle=False)
        if index.ntotal != len(ids) or index.d != self._padded:
            raise ValueError("the cached index does not fit its ids")
        self._index, self._ids = index, ids


class IndexStore:
    """Hands out current indexes of one library, from memory, the cache or the library itself."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._indexes: dict[tuple[str, int], HammingIndex] = {}

    def current(self, fingerprint: str, bits: int) -> HammingIndex:
        """The index of a system's codes of one length, as the library holds them now."""
        key = (fingerprint, bits)
        version = self._library.code_version(fingerprint, bits)
        index = self._indexes.get(key) or self._cached(key, version) or HammingIndex(bits)
        if index.version != version:
            index = self._update(index, key, version)
        self._indexes[key] = index
        return index

    def _update(self, index: HammingIndex, key: tuple[str, int], version: CodeVersion) -> HammingIndex:
        if index.version.rebuilds != version.rebuilds or index.version.highest > version.highest:
            index = HammingIndex(key[1])
        rows = self._library.codes(*key, after=index.version.highest if len(index) else 0)
        if rows:
            ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
            codes = np.frombuffer(b"".join(row[1] for row in rows), np.uint8).reshape(len(rows), -1)
            index.add(ids, codes)
            version = CodeVersion(version.rebuilds, int(ids[-1]))
        index.version = version
        if len(rows) >= CACHE_FROM_CODES:
            self._save(index, key)
        return index

    def _folder(self, key: tuple[str, int]) -> Path:
        path = self._library.path
        return path.with_name(path.name + ".index") / f"{key[0][:16]}-{key[1]}"

    def _header(self, key: tuple[str, int], version: CodeVersion) -> dict[str, Any]:
        return {
            "fingerprint": key[0],
            "bits": key[1],
            "rebuilds": version.rebuilds,
            "highest": version.highest,
            # A library that was replaced by another file has another first row.
            "library": _identity(self._library.path),
        }

    def _cached(self, key: tuple[str, int], version: CodeVersion) -> HammingIndex | None:
        folder = self._folder(key)
        try:
            header = json.loads((folder / "header.json").read_text())
            held = CodeVersion(header["rebuilds"], header["highest"])
            if header != self._header(key, held) or held.rebuilds != version.rebuilds:
                return None
            index = HammingIndex(key[1])
            index.load(folder)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, RuntimeError) as problem:
            log.info("The cached index %s is rebuilt: %s", folder, problem)
            return None
        index.version = held
        return index

    def _save(self, index: HammingIndex, key: tuple[str, int]) -> None:
        # A cache that cannot be written is only slower.
        with contextlib.suppress(OSError):
            index.save(self._folder(key), self._header(key, index.version))


def _identity(path: Path) -> list[int]:
    status = os.stat(path)
    return [status.st_dev, status.st_ino]
