"""Hamming distance over some of the bits: d = popcount((q xor b) and m), exact.

Since (q xor b) and m = (q and m) xor (b and m), a masked search is a plain search over the codes with the mask laid on
them. Such a copy is made when its mask is first asked for and kept while there is room; it costs as much memory as the
codes and is as fast as the plain index, where a masked scan in numpy is some thirty times slower.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import InternalBug
from vhdesk.search.index import HammingIndex

if TYPE_CHECKING:
    from numpy.typing import NDArray

MEMORY_BYTES = 256_000_000


class MaskedIndex:
    """Masked searches over the codes of one :class:`HammingIndex`; codes that it gains later are taken up.

    Attributes:
        base: the index whose codes are searched.
    """

    def __init__(self, base: HammingIndex, memory_bytes: int = MEMORY_BYTES) -> None:
        self.base = base
        self._memory_bytes = memory_bytes
        self._copies: OrderedDict[bytes, HammingIndex] = OrderedDict()

    @property
    def masks(self) -> int:
        """How many masks have their copy in memory."""
        return len(self._copies)

    def search(
        self, codes: NDArray[np.uint8], mask: NDArray[np.uint8], k: int
    ) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The k nearest segments of each query code over the bits of a mask.

        Args:
            codes: ``[Q, bits / 8]``.
            mask: ``[bits / 8] uint8``, packed like a code; set bits count.
            k: how many segments.

        Returns:
            Distances and segment ids, ``[Q, min(k, N)]``; of equally near ones those that were added first come first.

        Raises:
            InternalBug: the mask is not as long as the codes.
        """
        if mask.shape != (self.base.bits // 8,):
            raise InternalBug(f"A mask of shape {mask.shape} does not fit codes of {self.base.bits} bits.")
        return self._copy(mask).search(codes & mask, k)

    def _copy(self, mask: NDArray[np.uint8]) -> HammingIndex:
        key = mask.tobytes()
        copy = self._copies.pop(key, None)
        if copy is None:
            copy = HammingIndex(self.base.bits)
        if len(copy) < len(self.base):
            held = len(copy)
            copy.add(self.base.ids[held:], self.base.codes[held:] & mask)
        self._copies[key] = copy
        self._make_room()
        return copy

    def _make_room(self) -> None:
        """Drop the copies that were not used for longest; the one in use stays."""
        each = max(1, len(self.base) * self.base.bytes_per_segment)
        while len(self._copies) > max(1, self._memory_bytes // each):
            self._copies.popitem(last=False)
