"""Copies of the library file beside it, and whether the disk has room for them."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

from vhdesk.errors import DiskProblem, printable

# Journals and directory entries come on top of what is reckoned.
_MARGIN_BYTES = 16 << 20


def need_room(folder: str, needed_bytes: int, job: str) -> None:
    """Check that a job finds room, before it begins.

    Raises:
        DiskProblem: it does not; nothing was changed.
    """
    free = shutil.disk_usage(folder or os.curdir).free
    needed = needed_bytes + _MARGIN_BYTES
    if free < needed:
        raise DiskProblem(
            f"{job} needs {needed / 1e9:.2f} GB in {printable(folder)}, and {free / 1e9:.2f} GB are free. Free some "
            "space; nothing was changed."
        )


def library_bytes(name: str) -> int:
    """Size of a library with what waits in its journal."""
    return sum(os.path.getsize(path) for path in (name, name + "-wal") if os.path.exists(path))


def make_backup(name: str, conn: sqlite3.Connection, version: int) -> Path:
    """Copy a library of an older format to ``<name>.backup-v<version>``, whole or not at all.

    Raises:
        DiskProblem: there is no room for the copy and for bringing the library up to date.
        sqlite3.DatabaseError, OSError: it cannot be read or written.
    """
    # The copy, and the new tables in the journal and then in the file, before the old ones are given back.
    need_room(os.path.dirname(os.path.abspath(name)), 3 * library_bytes(name), "Bringing the library up to date")
    target = f"{name}.backup-v{version}"
    part = target + ".part"
    remove_database(part)
    try:
        with contextlib.closing(sqlite3.connect(part)) as copy:
            conn.backup(copy)
            # The copy is to be one file, whatever the journal of its source.
            copy.execute("PRAGMA journal_mode = DELETE")
        flush(part)
        os.replace(part, target)
    except BaseException:
        remove_database(part)
        raise
    return Path(target)


def remove_older_backups(name: str, kept: Path) -> None:
    """Of the copies that earlier updates made, only the last is kept."""
    path = Path(name)
    for backup in path.parent.iterdir():
        if backup.name.startswith(path.name + ".backup-v") and backup != kept:
            with contextlib.suppress(OSError):
                backup.unlink()


def flush(name: str) -> None:
    """Have a file on the disk before it takes another's place."""
    with open(name, "r+b") as file:
        os.fsync(file.fileno())


def remove_database(name: str) -> None:
    """Delete a database that is not wanted, with its journals."""
    for ending in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name + ending)
