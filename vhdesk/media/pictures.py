"""One decoded frame to what is needed of it: the net's input and the thumbnail, upright and in square pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np

from vhdesk.media.probe import VideoInfo

if TYPE_CHECKING:
    from av.video.reformatter import VideoReformatter
    from numpy.typing import NDArray

THUMBNAIL_SIDE = 320
JPEG_QUALITY = 80
MAX_ASPECT = 8


class FrameConverter:
    """Scales, turns and crops frames.

    Keeps a reformatter for each of its two sizes: one that is new, or was used for another size, costs more than the
    scaling.
    """

    def __init__(self, info: VideoInfo) -> None:
        from av.video.reformatter import VideoReformatter

        self._info = info
        self._for_net = VideoReformatter()
        self._for_thumbnail = VideoReformatter()

    def net_input(self, frame: Any, side: int) -> NDArray[np.uint8]:
        """The centre square, ``[side, side, 3] uint8 RGB``; the shorter side of the picture is scaled to ``side``."""
        picture = self.upright(frame, side)
        top, left = (picture.shape[0] - side) // 2, (picture.shape[1] - side) // 2
        return np.ascontiguousarray(picture[top : top + side, left : left + side])

    def upright(self, frame: Any, shorter: int) -> NDArray[np.uint8]:
        """The whole picture, ``[H, W, 3] uint8 RGB``, its shorter side scaled to ``shorter`` pixels."""
        width, height = self._info.width, self._info.height
        scale = shorter / min(width, height)
        longest = MAX_ASPECT * shorter
        return self._scaled(
            self._for_net,
            frame,
            min(longest, max(shorter, round(width * scale))),
            min(longest, max(shorter, round(height * scale))),
        )

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
