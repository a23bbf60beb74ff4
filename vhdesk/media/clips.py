"""Consecutive frames of a segment as the clips that a video net takes: wrapped where they are few, and cropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vhdesk.media.alterations import middle

if TYPE_CHECKING:
    from numpy.typing import NDArray


def clips_of(frames: NDArray[np.uint8], count: int) -> list[NDArray[np.uint8]]:
    """``[t, H, W, 3]`` as clips of ``count`` frames; what is left at the end, or all of it, wraps around."""
    parts = [frames[at : at + count] for at in range(0, len(frames), count)]
    return [part if len(part) == count else part[np.arange(count) % len(part)] for part in parts]


def centre_crop(clip: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """The middle ``[T, side, side, 3]`` of a clip."""
    return np.ascontiguousarray(middle(clip, side, side))


def ten_crops(clip: NDArray[np.uint8], side: int) -> list[NDArray[np.uint8]]:
    """The middle and the four corners of a clip, ``[T, side, side, 3]`` each, then those of the mirrored clip."""
    found = []
    for seen in (clip, clip[:, :, ::-1]):
        found += [middle(seen, side, side)]
        found += [
            seen[:, top, left]
            for top in (slice(side), slice(-side, None))
            for left in (slice(side), slice(-side, None))
        ]
    return [np.ascontiguousarray(crop) for crop in found]
