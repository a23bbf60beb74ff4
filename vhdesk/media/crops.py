"""Square pieces of one picture, for training."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from vhdesk.errors import BadInput
from vhdesk.media.pictures import FrameConverter
from vhdesk.media.probe import frames, no_picture, open_video, read_info

if TYPE_CHECKING:
    from numpy.typing import NDArray

SMALLEST = 0.05


class Crop(NamedTuple):
    """A square of a picture.

    Attributes:
        size: of its side, as a share of the picture's shorter side, 0.05..1.
        x: where it lies between the left (0) and the right edge (1).
        y: where it lies between the upper (0) and the lower edge (1).
    """

    size: float = 1.0
    x: float = 0.5
    y: float = 0.5


def read_crops(path: str, side: int, crops: Sequence[Crop]) -> NDArray[np.uint8]:
    """Crops of the first picture of a file, ``[len(crops), side, side, 3] uint8 RGB``, upright and in square pixels.

    Raises:
        UnreadableFile: it gives no picture.
        BadInput: a crop lies outside.
    """
    for crop in crops:
        if not (SMALLEST <= crop.size <= 1 and 0 <= crop.x <= 1 and 0 <= crop.y <= 1):
            raise BadInput(f"{crop} is not inside the picture.")
    with open_video(path) as (container, stream):
        faults: list[BaseException] = []
        frame = next(frames(container, stream, faults), None)
        if frame is None:
            raise no_picture(path, faults)
        converter = FrameConverter(read_info(stream, container.format.name, 0, frame))
        return np.stack([_cut(converter, frame, side, crop) for crop in crops])


def _cut(converter: FrameConverter, frame: object, side: int, crop: Crop) -> NDArray[np.uint8]:
    picture = converter.net_picture(frame, round(side / crop.size))
    top = round((picture.shape[0] - side) * crop.y)
    left = round((picture.shape[1] - side) * crop.x)
    return picture[top : top + side, left : left + side]
