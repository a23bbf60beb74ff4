"""Batches for a device whose memory is not known: they halve where it is full, and grow again up to a bound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# After so many batches that fitted, a smaller size is doubled: another program may have let go of the memory.
GROW_AFTER = 64


class DeviceFull(Exception):
    """The device has no memory for a batch; the same items in smaller batches may fit."""


class BatchSize:
    """How many items go to the device at once.

    Attributes:
        limit: the bound, at least 1.
        now: the size of the next batch.
    """

    def __init__(self, limit: int) -> None:
        self.limit = self.now = max(1, limit)
        self._fitted = 0

    def too_large(self) -> None:
        """A batch of this size did not fit."""
        self.now = max(1, self.now // 2)
        self._fitted = 0

    def fitted(self) -> None:
        """A batch fitted."""
        self._fitted += 1
        if self._fitted >= GROW_AFTER and self.now < self.limit:
            self.now = min(self.limit, self.now * 2)
            self._fitted = 0


def in_batches(
    items: Sequence[Item], size: BatchSize, run: Callable[[Sequence[Item]], Sequence[Result]]
) -> list[Result]:
    """Run every item, in order, each in exactly one batch that fitted.

    Args:
        items: what to run.
        size: of the batches; changed on the way.
        run: gives one result per item, or raises :class:`DeviceFull`.

    Raises:
        DeviceFull: not even one item fits.
    """
    results: list[Result] = []
    while len(results) < len(items):
        batch = items[len(results) : len(results) + size.now]
        try:
            results += run(batch)
        except DeviceFull:
            if len(batch) == 1:
                raise
            while size.now >= len(batch):  # the last batch may have been smaller than the size
                size.too_large()
        else:
            size.fitted()
    return results
