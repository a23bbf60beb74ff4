"""A query for a library that has none yet."""

from __future__ import annotations

import os
from pathlib import Path

from vhdesk.errors import BadInput, printable
from vhdesk.library.library import Library


def alter_one(library: Library, fingerprint: str, folder: Path) -> Path:
    """Write a smaller, cropped, darker and shorter copy of one of a folder's videos beside the library.

    Raises:
        BadInput: the library has no video below the folder.
    """
    from vhdesk.media.samples import alter_clip

    inside = os.path.join(os.path.abspath(folder), "")
    known = library.known_videos(fingerprint).values()
    paths = sorted(video.path for video in known if video.complete and video.path.startswith(inside))
    if not paths:
        raise BadInput(f"There is no readable video below {printable(str(folder))}. Name a folder of videos.")
    target = library.path.with_name("query_clip.mp4")
    alter_clip(Path(paths[len(paths) // 2]), target, width=240, crop=0.85, gain=0.75, crf=32)
    return target
