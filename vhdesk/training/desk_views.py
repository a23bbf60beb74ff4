"""What the code token learns from: the features of every item, as it is and as altered copies of it show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.hashing.attention import stretched
from vhdesk.systems.runtime import Encoder
from vhdesk.training.alterations import altered, plain
from vhdesk.training.data import Listener
from vhdesk.training.stored import StoredFrames

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Views:
    """N items, each seen V times.

    Attributes:
        sequences: ``[V, N, T, D] float16``; the first view is the item as it is. Pictures have T = 1.
        items: ``[N] int64``, the file of every item.
        groups: N recordings.
        labels: N labels, ``None`` where there is none.
    """

    sequences: NDArray[np.float16]
    items: NDArray[np.int64]
    groups: tuple[str, ...]
    labels: tuple[str | None, ...]

    def __len__(self) -> int:
        return len(self.items)

    def take(self, chosen: NDArray[np.bool_]) -> Views:
        """Some of the items, ``[N] bool``."""
        rows = np.flatnonzero(chosen)
        return Views(
            self.sequences[:, rows],
            self.items[rows],
            tuple(self.groups[row] for row in rows),
            tuple(self.labels[row] for row in rows),
        )


def views_of(
    store: StoredFrames,
    encoder: Encoder,
    side: int,
    frames: int,
    *,
    copies: int,
    most: int,
    seed: int,
    listener: Listener,
) -> Views:
    """Encode clips ``[N, t, H, H, 3]``, or pictures ``[N, H, H, 3]``, and ``copies`` altered copies of each.

    Args:
        store: the items; of more than ``most`` some are drawn at random.
        encoder: frames to features.
        side: of its input, pixels.
        frames: T, features of a sequence; shorter ones are stretched over it. Pictures keep one.
        copies: V - 1.
        most: items.
        seed: of the draw and of the alterations.
        listener: told how far it is.

    Raises:
        Interrupted: stopped.
    """
    rows = np.arange(len(store))
    if len(rows) > most:
        rows = np.sort(np.random.default_rng([seed, 3]).choice(len(rows), most, replace=False))
    clips = store.rows.ndim == 5
    # Frames are encoded one by one, so pictures share what is one segment of a clip.
    at_once = 1 if clips else frames
    count = listener.counter("seeing clips and copies of them" if clips else "seeing pictures and copies", len(rows))
    found: NDArray[np.float16] | None = None
    for start in range(0, len(rows), at_once):
        count(start)
        places = range(start, min(start + at_once, len(rows)))
        for view in range(copies + 1):
            seen = [_seen(store, int(rows[place]), view, side, seed) for place in places]
            features = encoder(np.concatenate(seen))
            part = stretched(features, frames)[None] if clips else features[:, None]
            if found is None:
                found = np.empty((copies + 1, len(rows), *part.shape[1:]), np.float16)
            found[view, places.start : places.stop] = part
    count(len(rows))
    assert found is not None  # a store is never empty
    return Views(
        found, store.source[rows], tuple(store.groups[row] for row in rows), tuple(store.labels[row] for row in rows)
    )


def _seen(store: StoredFrames, row: int, view: int, side: int, seed: int) -> NDArray[np.uint8]:
    """One view of one item, ``[t, side, side, 3]``."""
    shown = np.asarray(store.rows[row][: store.counts[row]] if store.rows.ndim == 5 else store.rows[row][None])
    return altered(shown, np.random.default_rng([seed, row, view]), side) if view else plain(shown, side)
