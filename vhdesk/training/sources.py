"""Which files a training reads, which recording and label each has, and which recordings are held out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput, printable
from vhdesk.evaluation.groups import GroupTable, default_group
from vhdesk.indexing.scan import scan
from vhdesk.inputs import checked_folder
from vhdesk.library.library import Library
from vhdesk.library.rows import Root
from vhdesk.media.identity import content_hash
from vhdesk.media.kinds import is_picture_name

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Source:
    """One file.

    Attributes:
        path: absolute, as Python spells it.
        picture: whether it is a picture file.
        group: its recording; copies of one file are one recording.
        label: the first folder below the one that was named; ``None`` where labels were not asked for.
        stamp: size and time of change: a file that changed is read again.
    """

    path: str
    picture: bool
    group: str
    label: str | None
    stamp: tuple[int, int]


def find_sources(
    folders: Sequence[Path], *, pictures: bool, labels: bool = False, table: GroupTable | None = None
) -> list[Source]:
    """Every video, or every picture file, below some folders, in the order of names; copies of a file count once.

    Args:
        folders: to look through.
        pictures: picture files instead of videos.
        labels: label files by the folder they are in.
        table: names the recordings; files that it lacks are their own.

    Raises:
        FolderMissing: a folder is not there.
        BadInput: there is no such file below them, or the table names none of them.
    """
    found: list[tuple[Source, str]] = []
    seen: set[str] = set()
    for folder in folders:
        root = Root(0, checked_folder(folder), recursive=True, excludes=(), label_from_folder=labels)
        for file in scan(root, pictures=pictures, on_problem=lambda _problem: None):
            if is_picture_name(file.path) != pictures or file.cloud:
                continue
            try:
                content = content_hash(file.path)
            except OSError:
                continue  # it went meanwhile, or may not be read
            if content not in seen:
                seen.add(content)
                group = default_group(file.path, root.path if labels else None, content)
                stamp = file.size_bytes, file.mtime_ns
                found.append((Source(file.path, pictures, group, file.label, stamp), root.path))
    if not found:
        shown = ", ".join(printable(str(folder)) for folder in folders)
        raise BadInput(f"There is no {'picture' if pictures else 'video'} below {shown}. Name another folder.")
    return _named(found, table)


def library_sources(library: Library, table: GroupTable | None = None) -> list[Source]:
    """Every indexed video of a library that is there, in the order of names; copies of a file count once.

    Raises:
        BadInput: there is none, or the table names none of them.
        LibraryProblem: it cannot be read.
    """
    roots = {root.id: root for root in library.roots()}
    found: list[tuple[Source, str]] = []
    seen: set[str] = set()
    for video in sorted(library.known_videos("").values(), key=lambda video: os.fsencode(video.path)):
        content = video.content_hash or video.path
        if content in seen or is_picture_name(video.path) or not os.path.exists(video.path):
            continue
        seen.add(content)
        root = roots[video.root_id]
        group = default_group(video.path, root.path if root.label_from_folder else None, content)
        found.append((Source(video.path, False, group, video.label, (video.size_bytes, video.mtime_ns)), root.path))
    if not found:
        raise BadInput("The library has no videos yet. Index a folder first, or name one: --videos FOLDER.")
    return _named(found, table)


def dealt(groups: Sequence[str], folds: int) -> NDArray[np.int64]:
    """The fold of every item, ``[N]``: recordings are dealt at random, always the same way, as in the evaluation."""
    names, numbers = np.unique(list(groups), return_inverse=True)
    found: NDArray[np.int64] = (np.random.default_rng(0).permutation(len(names)) % folds)[numbers]
    return found


def _named(found: Sequence[tuple[Source, str]], table: GroupTable | None) -> list[Source]:
    """The sources with the table's groups.

    Raises:
        BadInput: it names none of them.
    """
    sources = [source for source, _ in found]
    if table is None:
        return sources
    names = table.groups_of([source.path for source in sources], list(dict.fromkeys(root for _, root in found)))
    if names.count(None) == len(names):
        raise BadInput(
            f"{printable(table.file)} names none of the videos. Its paths must be absolute, or relative to its own "
            "folder or to a folder of the videos."
        )
    return [
        source if name is None else Source(source.path, source.picture, f"named {name}", source.label, source.stamp)
        for source, name in zip(sources, names, strict=True)
    ]


def held_out(groups: Sequence[str], share: float, *, seed: int = 0) -> NDArray[np.bool_]:
    """Which items are held out, ``[N] bool``: whole groups, so that no recording is on both sides.

    A group's place is a hash of its name, so that the choice does not depend on order, and hardly on what was added.
    At least one group stays on either side where there are two; one alone is never held out.
    """
    names = sorted(set(groups), key=lambda name: _place(name, seed))
    counts = dict.fromkeys(names, 0)
    for group in groups:
        counts[group] += 1
    chosen: set[str] = set()
    items = 0
    for name in names[: max(0, len(names) - 1)]:
        if share <= 0 or items >= share * len(groups):
            break
        chosen.add(name)
        items += counts[name]
    return np.array([group in chosen for group in groups], np.bool_)


def _place(name: str, seed: int) -> str:
    return hashlib.sha256(f"{seed} ".encode() + os.fsencode(name)).hexdigest()
