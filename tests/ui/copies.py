"""Copies for tests: a library of real ones, and any number of made-up ones for the view alone."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import settled, write_clip
from vhdesk.desk import IndexedVideo, NearCopies
from vhdesk.media.samples import alter_clip
from vhdesk.search.copies import CopyPair, Member, Stretch


def write_copies(folder: Path) -> Path:
    """Two groups in two folders: a clip with a smaller copy, and a file that is there three times; one clip alone."""
    first = write_clip(folder / "archive" / "a.mp4", seed=1, size=(320, 240))
    (folder / "new").mkdir()
    alter_clip(first, folder / "new" / "a_small.mp4", width=160, crf=28)
    second = write_clip(folder / "archive" / "b.mp4", seed=2)
    for name in ("b_again.mp4", "b_once_more.mp4"):
        shutil.copy(second, folder / "new" / name)
    write_clip(folder / "archive" / "alone.mp4", seed=3)
    for path in folder.rglob("*.mp4"):
        settled(path)
    return folder


def made_up(groups: int, copies: int = 1, folder: str = "/v") -> NearCopies:
    """Groups of one best video and some copies of it, each group a little larger than the one before."""
    members, pairs = {}, []
    for number in range(groups):
        first = number * (copies + 1) + 1
        for place in range(copies + 1):
            id_ = first + place
            size = (number + 1) * 1000 * (2 if place == 0 else 1)
            video = IndexedVideo(
                id_, 1, f"{folder}/{number:05}_{place}.mp4", size, f"c{id_}", 60_000, 640, 360, 25.0, "h264", None
            )
            members[id_] = Member(video, spans=((id_, 0, 8000), (100_000_000 + id_, 8000, 16_000)))
        for place in range(1, copies + 1):
            whole = (Stretch(0, 60_000, 0, 60_000),)
            pairs.append(CopyPair(first, first + place, "copy", float(number % 17), 0.9, None, whole, 1.0, 1.0))
    return NearCopies((), tuple(pairs), len(members), len(members), members=members)
