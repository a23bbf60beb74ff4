"""Folders that moved: the same library below another path, on this system or another."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from vhdesk.errors import BadInput, printable

_WINDOWS = re.compile(r"[A-Za-z]:([\\/]|$)|\\\\")


@dataclass(frozen=True)
class Relocation:
    """New paths by id.

    Attributes:
        roots: of the folders that move.
        videos: of the videos that move.
        found: how many of the videos' files are at the new place.
    """

    roots: dict[int, str]
    videos: dict[int, str]
    found: int


def moved(path: str, old: str, new: str) -> str | None:
    """Where a path is once the folder ``old`` is ``new``; ``None`` where it is not in that folder.

    Windows paths (a drive letter or a share) are compared without regard to case and kind of slash; their backslashes
    become slashes where the new place is a POSIX one, and the other way round.
    """
    windows = bool(_WINDOWS.match(old))
    if windows != bool(_WINDOWS.match(path)):
        return None
    parts, start = _parts(path, windows), _parts(old, windows)
    known = [part.lower() for part in parts] if windows else parts
    if known[: len(start)] != ([part.lower() for part in start] if windows else start):
        return None
    rest = parts[len(start) :]
    separator = "\\" if _WINDOWS.match(new) else "/"
    return separator.join([new.rstrip("\\/" if separator == "\\" else "/"), *rest]) if rest else new


def _parts(path: str, windows: bool) -> list[str]:
    return re.split(r"[\\/]+" if windows else "/+", path.rstrip("\\/" if windows else "/"))


def plan_relocation(roots: Mapping[int, str], videos: Mapping[int, tuple[int, str]], old: str, new: str) -> Relocation:
    """What ``relocate`` would change.

    Args:
        roots: id -> path.
        videos: id -> root id and path.
        old: the folder, as the library knows it.
        new: where it is now.

    Raises:
        BadInput: nothing is at ``old``; two files would have one path; a video would leave its folder.
    """
    new = (new.rstrip("\\/") if _WINDOWS.match(new) and len(new) > 3 else new.rstrip("/")) or new
    new_roots = {id_: to for id_, path in roots.items() if (to := moved(path, old, new)) is not None}
    new_videos = {id_: to for id_, (_, path) in videos.items() if (to := moved(path, old, new)) is not None}
    if not new_roots and not new_videos:
        watched = ", ".join(sorted(map(printable, roots.values()))) or "none"
        raise BadInput(f"Nothing of this library is in {printable(old)}. It watches these folders: {watched}.")
    for id_, to in new_videos.items():
        root = roots[videos[id_][0]]
        if moved(to, home := new_roots.get(videos[id_][0], root), home) is None:
            raise BadInput(
                f"{printable(old)} is only a part of the folder {printable(root)} that the library watches. Relocate "
                "that folder, or index its new place."
            )
    _refuse_collisions(dict(roots) | new_roots, new_roots)
    _refuse_collisions({id_: path for id_, (_, path) in videos.items()} | new_videos, new_videos)
    return Relocation(new_roots, new_videos, sum(os.path.exists(path) for path in new_videos.values()))


def _refuse_collisions(paths: Mapping[int, str], changed: Mapping[int, str]) -> None:
    seen: dict[str, int] = {}
    for id_, path in paths.items():
        key = path.lower() if _WINDOWS.match(path) else path
        other = seen.setdefault(key, id_)
        if other != id_ and (id_ in changed or other in changed):
            raise BadInput(
                f"The library already knows {printable(path)}, so nothing can be relocated there. Nothing was changed."
            )
