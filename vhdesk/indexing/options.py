"""How folders are indexed, as a person asks for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class IndexOptions:
    """How folders are indexed; what a folder was told before is kept where an option is left at its default.

    Attributes:
        recursive: whether subfolders count.
        excludes: globs of names or paths below the folder to leave out.
        label_from_folder: the first folder below the given one becomes the label of its videos.
        force: decode everything again, files that failed too.
        retry: decode again what failed.
        workers: decode processes (``None``: as in the settings).
        pictures: whether pictures count (``None``: as in the settings).
    """

    recursive: bool = True
    excludes: tuple[str, ...] = ()
    label_from_folder: bool = False
    force: bool = False
    retry: bool = False
    workers: int | None = None
    pictures: bool | None = None
