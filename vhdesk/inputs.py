"""Paths as a person gives them, checked before a job starts."""

from __future__ import annotations

import os
from pathlib import Path

from vhdesk.errors import BadInput, FolderMissing, printable


def checked_folder(folder: Path) -> str:
    """The absolute path of a folder that is there.

    Raises:
        FolderMissing: it is not there.
        BadInput: it is a file.
    """
    path = os.path.abspath(folder)
    if os.path.isdir(path):
        return path
    if os.path.exists(path):
        raise BadInput(f"{printable(path)} is a file, not a folder. Name the folder that it is in.")
    raise FolderMissing(f"There is no folder {printable(path)}. Check its name, or connect its drive.")


def checked_file(file: Path) -> str:
    """The absolute path of a file that is there.

    Raises:
        BadInput: there is none, or it is a folder.
    """
    path = os.path.abspath(file)
    if os.path.isfile(path):
        return path
    if os.path.isdir(path):
        raise BadInput(f"{printable(path)} is a folder. Search by one video or picture in it.")
    raise BadInput(f"There is no file {printable(path)}. Check its name, or connect its drive.")
