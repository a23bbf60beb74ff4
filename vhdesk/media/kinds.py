"""Which file names are worth opening, and as what."""

from __future__ import annotations

import os

VIDEO_SUFFIXES = frozenset(
    ".3g2 .3gp .amv .asf .avi .divx .dv .f4v .flv .gif .h264 .h265 .hevc .ivf .m1v .m2p .m2t .m2ts .m2v .m4v .mkv "
    ".mjpeg .mjpg .mov .mp4 .mpe .mpeg .mpg .mpv .mts .mxf .nut .obu .ogm .ogv .qt .rm .rmvb .swf .ts .vob .webm .wmv "
    ".wtv .y4m".split()
)
PICTURE_SUFFIXES = frozenset(".avif .bmp .heic .heif .jfif .jpe .jpeg .jpg .jxl .png .tif .tiff .webp".split())


def is_video_name(name: str) -> bool:
    """Whether the name ends like a video; animated GIFs count as videos."""
    return os.path.splitext(name)[1].lower() in VIDEO_SUFFIXES


def is_picture_name(name: str) -> bool:
    """Whether the name ends like a picture."""
    return os.path.splitext(name)[1].lower() in PICTURE_SUFFIXES
