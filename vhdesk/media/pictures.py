"""One decoded frame to what is needed of it: the net's input and the thumbnail, upright and in square pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np

from vhdesk.media.alterations import middle
from vhdesk.media.bars import Bars
from vhdesk.media.probe import VideoInfo

if TYPE_CHECKING:
    from av.video.reformatter import VideoReformatter
    from numpy.typing import NDArray

THUMBNAIL_SIDE = 320
JPEG_QUALITY = 80
MAX_ASPECT = 8


def centre_square(picture: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """The net's input: the middle ``[side, side, 3]`` of a picture whose shorter side is ``side``."""
    return np.ascontiguousarray(middle(picture[None], side, side)[0])


class FrameConverter:
    """Scales, turns and crops frames.

    Keeps a reformatter for each of its sizes: one that is new, or was used for another size, costs more than the
    scaling.
    """

    def __init__(self, info: VideoInfo) -> None:
        from av.video.reformatter import VideoReformatter

        self._info = info
        self._for_net = VideoReformatter()
        self._for_inner = VideoReformatter()
        self._for_thumbnail = VideoReformatter()

    def net_picture(self, frame: Any, side: int) -> NDArray[np.uint8]:
        """The whole picture, ``[H, W, 3] uint8 RGB``, its shorter side scaled to ``side``."""
        width, height = self._info.width, self._info.height
        scale = side / min(width, height)
        longest = MAX_ASPECT * side
        return self._scaled(
            self._for_net,
            frame,
            min(longest, max(side, round(width * scale))),
            min(longest, max(side, round(height * scale))),
        )

    def whole_picture(self, frame: Any, height: int, width: int) -> NDArray[np.uint8]:
        """The whole picture, ``[height, width, 3] uint8 RGB``, whatever its shape."""
        return self._scaled(self._for_net, frame, width, height)

    def inner_picture(self, frame: Any, side: int, bars: Bars) -> NDArray[np.uint8]:
        """The picture inside its bars, ``[H, W, 3] uint8 RGB``, its shorter side scaled to ``side``."""
        width, height = self._info.width, self._info.height
        shares = 1 - bars.left - bars.right, 1 - bars.top - bars.bottom
        scale = side / min(width * shares[0], height * shares[1])
        longest = MAX_ASPECT * side
        wide = min(longest, max(side, round(width * shares[0] * scale)))
        high = min(longest, max(side, round(height * shares[1] * scale)))
        whole = self._scaled(self._for_inner, frame, round(wide / shares[0]), round(high / shares[1]))
        top = min(round(bars.top * whole.shape[0]), whole.shape[0] - high)
        left = min(round(bars.left * whole.shape[1]), whole.shape[1] - wide)
        return np.ascontiguousarray(whole[top : top + high, left : left + wide])

    def thumbnail(self, frame: Any, side: int = THUMBNAIL_SIDE) -> bytes:
        """JPEG of the whole picture, its longer side at most ``side`` pixels."""
        import simplejpeg

        width, height = self._info.width, self._info.height
        scale = min(1.0, side / max(width, height))
        size = max(1, round(width * scale)), max(1, round(height * scale))
        picture = self._scaled(self._for_thumbnail, frame, *size)
        jpeg: bytes = simplejpeg.encode_jpeg(
            np.ascontiguousarray(picture), quality=JPEG_QUALITY, colorspace="RGB", colorsubsampling="420"
        )
        return jpeg

    def _scaled(self, reformatter: VideoReformatter, frame: Any, width: int, height: int) -> NDArray[np.uint8]:
        """``[height, width, 3] uint8 RGB`` of the upright picture."""
        turns = self._info.rotation // 90
        if turns % 2:
            width, height = height, width
        # AREA averages when it shrinks; when it enlarges it would repeat pixels.
        method = "AREA" if width <= frame.width and height <= frame.height else "BILINEAR"
        scaled = reformatter.reformat(
            frame, width=width, height=height, format="rgb24", interpolation=method, threads=1
        )
        picture = cast("NDArray[np.uint8]", scaled.to_ndarray())
        return np.rot90(picture, turns) if turns else picture
