"""Which files are below a folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from typing import NamedTuple

from vhdesk.errors import FolderMissing, printable
from vhdesk.indexing.excludes import excluder
from vhdesk.library.rows import Root
from vhdesk.media.kinds import is_picture_name, is_video_name

# winnt.h and sys/stat.h: the content is elsewhere and would be fetched by the first read.
_WINDOWS_ELSEWHERE = 0x1000 | 0x40000 | 0x400000  # OFFLINE, RECALL_ON_OPEN, RECALL_ON_DATA_ACCESS
_MAC_DATALESS = 0x40000000


class FoundFile(NamedTuple):
    """A file that may hold a video.

    Attributes:
        device: number of its file system; 0 where the system does not tell.
        inode: its number there, the same for every name of the file; 0 where the system does not tell.
        link: the name is a symbolic link.
        cloud: a placeholder whose content is elsewhere.
    """

    path: str
    size_bytes: int
    mtime_ns: int
    label: str | None
    device: int = 0
    inode: int = 0
    link: bool = False
    cloud: bool = False


class Unlisted(NamedTuple):
    """A folder or file that could not be read, and the sentence that says why."""

    path: str
    sentence: str


def scan(
    root: Root,
    *,
    pictures: bool,
    on_problem: Callable[[Unlisted], None],
    on_skip: Callable[[str, str], None] = lambda _path, _why: None,
) -> Iterator[FoundFile]:
    """Every video (and picture) file below a root, in the order of names.

    Symbolic links to folders are followed once each; hidden folders and files are passed over.

    Args:
        root: what to list, with its excludes.
        pictures: whether picture files count.
        on_problem: takes every folder that cannot be listed; the scan goes on.
        on_skip: takes the path of everything that is passed over, and why: ``hidden``, ``excluded``, ``subfolder``,
            ``picture`` (a picture where they do not count) or ``other`` (no video by its name).

    Raises:
        FolderMissing: the root itself is not there.
    """
    if not os.path.isdir(root.path):
        raise FolderMissing(
            f"The folder {printable(root.path)} is not there. Connect its drive or check its name; what is known of "
            "its videos is kept."
        )
    excluded = excluder(root.excludes)
    start = len(os.path.join(root.path, ""))
    seen: set[tuple[int, int]] = set()
    pending = [root.path]
    while pending:
        folder = pending.pop()
        entries = _entries(folder, seen, on_problem)
        folders = []
        for entry in entries:
            hidden = entry.name.startswith(".")
            if hidden or excluded(entry.path[start:].replace(os.sep, "/"), entry.name):
                on_skip(entry.path, "hidden" if hidden else "excluded")
                continue
            try:
                if entry.is_dir():
                    folders.append(entry.path)
                elif is_video_name(entry.name) or (pictures and is_picture_name(entry.name)):
                    found = _found(entry, root)
                    if found is not None:
                        yield found
                else:
                    on_skip(entry.path, "picture" if is_picture_name(entry.name) else "other")
            except FileNotFoundError:
                continue  # it went while the folder was listed, or it is a link to nothing
            except OSError as problem:
                on_problem(Unlisted(entry.path, f"{printable(entry.path)} cannot be read: {problem.strerror}."))
        if root.recursive:
            pending.extend(reversed(folders))
            continue
        for path in folders:
            on_skip(path, "subfolder")


def _found(entry: os.DirEntry[str], root: Root) -> FoundFile | None:
    facts = entry.stat()
    if not stat.S_ISREG(facts.st_mode):
        return None
    return FoundFile(
        entry.path,
        facts.st_size,
        facts.st_mtime_ns,
        label_of(entry.path, root) if root.label_from_folder else None,
        facts.st_dev,
        facts.st_ino,
        entry.is_symlink(),
        is_elsewhere(getattr(facts, "st_file_attributes", 0), getattr(facts, "st_flags", 0)),
    )


def is_elsewhere(windows_attributes: int, mac_flags: int) -> bool:
    """Whether a file is a placeholder of OneDrive, iCloud, Dropbox and the like, as Windows and macOS mark them.

    Linux has no such mark: few blocks on the disk are no proof, since files may be sparse.
    """
    return bool(windows_attributes & _WINDOWS_ELSEWHERE or mac_flags & _MAC_DATALESS)


def _entries(folder: str, seen: set[tuple[int, int]], on_problem: Callable[[Unlisted], None]) -> list[os.DirEntry[str]]:
    """The sorted content of a folder; nothing of one that was listed before, under whatever name."""
    try:
        facts = os.stat(folder)
        identity = (facts.st_dev, facts.st_ino)
        if identity in seen and facts.st_ino:
            return []
        seen.add(identity)
        with os.scandir(folder) as listing:
            return sorted(listing, key=lambda entry: os.fsencode(entry.name))
    except OSError as problem:
        on_problem(Unlisted(folder, f"The folder {printable(folder)} cannot be listed: {problem.strerror}."))
        return []


def label_of(path: str, root: Root) -> str:
    """The first folder below the root, or the root's own name for a file right in it."""
    below = os.path.relpath(path, root.path).split(os.sep)
    name = below[0] if len(below) > 1 else os.path.basename(os.path.normpath(root.path))
    return printable(name)
