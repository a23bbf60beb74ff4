"""An encoder of clips as the indexer and the search see it: frames of a segment in, one feature out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.media.clips import centre_crop, clips_of, ten_crops
from vhdesk.systems.runtime import SEGMENTS_AT_ONCE, Encoder

if TYPE_CHECKING:
    from numpy.typing import NDArray


class ClipEncoder:
    """``[t, H, W, 3] uint8 RGB`` to ``[1, D] float32``: the mean over the segment's clips and their crops.

    Args:
        encoder: of one clip, ``[T, side, side, 3] uint8`` to ``[1, D]``.
        frames: T.
        side: of its square input, pixels.
        crops: of every clip, 1 or 10 (:mod:`vhdesk.media.clips`).
    """

    def __init__(self, encoder: Encoder, frames: int, side: int, crops: int) -> None:
        self._encoder = encoder
        self._frames = frames
        self._side = side
        self._crops = crops
        self.info = encoder.info

    def __call__(self, frames: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Encode the frames of one segment."""
        return self.batch([frames])[0]

    def batch(self, segments: Sequence[NDArray[np.uint8]]) -> list[NDArray[np.float32]]:
        """Encode the frames of several segments.

        Raises:
            ModelProblem: the device has no memory even for one clip, or stopped working.
        """
        found: list[NDArray[np.float32]] = []
        waiting: list[list[NDArray[np.uint8]]] = []
        for frames in segments:
            waiting.append(self._views(frames))
            if sum(map(len, waiting)) >= SEGMENTS_AT_ONCE:  # views of all segments at once could fill the memory
                found += self._encode(waiting)
                waiting = []
        return found + self._encode(waiting)

    def _views(self, frames: NDArray[np.uint8]) -> list[NDArray[np.uint8]]:
        clips = clips_of(frames, self._frames)
        if self._crops == 1:
            return [centre_crop(clip, self._side) for clip in clips]
        return [crop for clip in clips for crop in ten_crops(clip, self._side)]

    def _encode(self, views: Sequence[Sequence[NDArray[np.uint8]]]) -> list[NDArray[np.float32]]:
        features = iter(self._encoder.batch([view for segment in views for view in segment]))
        return [np.mean([next(features) for _ in segment], axis=0, dtype=np.float32) for segment in views]
