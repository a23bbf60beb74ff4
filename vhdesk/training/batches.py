"""Batches whose content is a pure function of (seed, number), made ahead in threads: resuming repeats them exactly."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import torch
from torch import Tensor

from vhdesk.errors import BadInput

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What a loss function takes: tensors or arrays, or tuples, lists and dicts of them.
Batch = Any


class Batches(Protocol):
    """Where batches come from.

    Attributes:
        per_epoch: batches in one pass over the data.
    """

    per_epoch: int

    def make(self, number: int) -> Batch:
        """Batch ``number``, counted from 0 over all epochs; a pure function of it that any thread may call."""


class ShuffledBatches:
    """Every item once an epoch, in an order of its own each epoch; a last batch that is not full is left out.

    Args:
        items: how many there are.
        size: items a batch; a smaller collection makes one batch of all.
        make: from indices ``[size] int64`` and the batch's own random generator to the batch.
        seed: of the order and of every batch's generator.
        keep_last: keep the last batch of an epoch although it is smaller.

    Raises:
        BadInput: there are no items.
    """

    def __init__(
        self,
        items: int,
        size: int,
        make: Callable[[NDArray[np.int64], np.random.Generator], Batch],
        *,
        seed: int = 0,
        keep_last: bool = False,
    ) -> None:
        if items < 1 or size < 1:
            raise BadInput(f"{items} items make no batches of {size}.")
        self._items, self._size = items, min(size, items)
        self._make, self._seed = make, seed
        self.per_epoch = -(-items // self._size) if keep_last else items // self._size
        self._guard = threading.Lock()
        self._order: tuple[int, NDArray[np.int64]] | None = None

    def indices(self, number: int) -> NDArray[np.int64]:
        """The items of a batch."""
        epoch, place = divmod(number, self.per_epoch)
        with self._guard:
            if self._order is None or self._order[0] != epoch:
                order = np.random.default_rng([self._seed, 0, epoch]).permutation(self._items)
                self._order = epoch, order
            order = self._order[1]
        return order[place * self._size : (place + 1) * self._size]

    def make(self, number: int) -> Batch:
        """See :class:`Batches`."""
        return self._make(self.indices(number), np.random.default_rng([self._seed, 1, number]))


class DrawnBatches:
    """Batches that draw what they like from their own generator, so that an epoch is only a count."""

    def __init__(self, per_epoch: int, make: Callable[[np.random.Generator], Batch], *, seed: int = 0) -> None:
        self.per_epoch = max(1, per_epoch)
        self._make, self._seed = make, seed

    def make(self, number: int) -> Batch:
        """See :class:`Batches`."""
        return self._make(np.random.default_rng([self._seed, 1, number]))


def ahead(batches: Batches, start: int, *, depth: int = 4, threads: int = 1) -> Iterator[Batch]:
    """Batches ``start``, ``start + 1``, … without end, ``depth`` of them made ahead; close it to end the threads."""
    pool = ThreadPoolExecutor(threads, "batches")
    waiting: deque[Future[Batch]] = deque()
    number = start
    try:
        while True:
            while len(waiting) < depth:
                waiting.append(pool.submit(batches.make, number))
                number += 1
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def to_device(batch: Batch, device: torch.device) -> Batch:
    """The batch with every array and tensor in it as a tensor on the device."""
    if isinstance(batch, np.ndarray):
        batch = torch.from_numpy(batch)
    if isinstance(batch, Tensor):
        return batch.to(device, non_blocking=True)
    if isinstance(batch, Mapping):
        return {name: to_device(value, device) for name, value in batch.items()}
    if isinstance(batch, (tuple, list)):
        moved = [to_device(value, device) for value in batch]
        return type(batch)(*moved) if hasattr(batch, "_fields") else type(batch)(moved)
    return batch
