"""Opens the library file, for reading or writing, and puts SQLite's faults into sentences."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import urllib.parse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vhdesk.errors import (
    DiskProblem,
    LibraryBusy,
    LibraryDamaged,
    LibraryNewer,
    LibraryProblem,
    LibraryReadOnly,
    VhdeskError,
    printable,
)
from vhdesk.library import schema
from vhdesk.library.checksums import checksum
from vhdesk.library.codes import without_slot

if TYPE_CHECKING:
    from sqlite_utils import Database

BUSY_MS = 10_000
# Holds the inner pages of a library of a million segments, so that a look-up reads one page of the file.
CACHE_KIB = 32 * 1024
QUICK_CHECK_S = 2.0


def sql_path(path: str) -> str | bytes:
    """A path as the library stores it: text, or bytes where it is not decodable."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def python_path(stored: str | bytes) -> str:
    """A stored path as Python spells it."""
    return os.fsdecode(stored)


@contextlib.contextmanager
def faults_of(path: str) -> Iterator[None]:
    """Turn SQLite's and the system's faults into ours.

    Raises:
        LibraryProblem: see the tree in :mod:`vhdesk.errors`.
        DiskProblem: the disk is full or gives errors.
    """
    try:
        yield
    except VhdeskError:
        raise
    except sqlite3.DatabaseError as problem:
        raise _sentence(printable(path), problem) from problem
    except OSError as problem:
        raise DiskProblem(
            f"The library {printable(path)} cannot be used: {problem.strerror}. Check its folder, or choose another "
            "library."
        ) from problem


def _sentence(path: str, problem: sqlite3.DatabaseError) -> VhdeskError:
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT} or str(problem).startswith(_DAMAGE):
        return damaged(path, str(problem))
    if code == sqlite3.SQLITE_FULL:
        return DiskProblem(f"The disk of the library {path} is full. Free some space; what was saved so far is kept.")
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return LibraryBusy(f"Another program holds the library {path}. Close it and try again.")
    if code == sqlite3.SQLITE_READONLY:
        return LibraryReadOnly(_READ_ONLY.format(path=path))
    if code == sqlite3.SQLITE_CANTOPEN:
        return LibraryProblem(
            f"The library {path} cannot be opened. Check that its folder is there, or choose another."
        )
    if code == sqlite3.SQLITE_IOERR:
        return DiskProblem(f"The disk of the library {path} gave an error ({problem}). Check the drive or the network.")
    return LibraryProblem(f"The library {path} cannot be used: {problem}.")


# A library of the current format that lacks a table or a column, or whose text is none, is damaged, too.
_DAMAGE = ("no such table", "no such column", "Could not decode")


def damaged(path: str, reason: str) -> LibraryDamaged:
    """The fault of a library that cannot be read as it was written."""
    return LibraryDamaged(
        f"The library {printable(path)} is damaged or not a vhdesk library ({reason}). 'vhdesk library check --repair' "
        "keeps what can still be read; or choose another library file."
    )


_READ_ONLY = "The library {path} may only be read here: searching works, indexing needs a library that can be written."


def read_only(path: str) -> LibraryReadOnly:
    """The fault of writing to a library that may only be read."""
    return LibraryReadOnly(_READ_ONLY.format(path=printable(path)))


def is_writable(path: str) -> bool:
    """Whether the file, or its folder where it is not there yet, may be written; WAL needs both."""
    folder = os.path.dirname(os.path.abspath(path))
    return os.access(folder, os.W_OK) and (not os.path.exists(path) or os.access(path, os.W_OK))


def connect(path: str, *, write: bool) -> Database:
    """A connection with foreign keys and a patience of ten seconds.

    Raises:
        LibraryProblem: the file cannot be opened as asked.
    """
    with faults_of(path):
        db = _database(path, write=write)
        try:
            db.execute("PRAGMA foreign_keys = ON")
            db.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
            db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            if write:
                db.conn.create_function("checksum", -1, checksum, deterministic=True)
                db.conn.create_function("without_slot", 2, without_slot, deterministic=True)
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = NORMAL")
            _refuse_foreign(path, db)
        except BaseException:
            db.close()
            raise
        return db


def _database(path: str, *, write: bool) -> Database:
    from sqlite_utils import Database

    if write:
        return Database(sqlite3.connect(path, check_same_thread=False))
    quoted = urllib.parse.quote(os.fsencode(os.path.abspath(path)))
    # A reader of a WAL library writes its index file; where it must not, nobody else can be writing either.
    mode = "mode=ro" if is_writable(path) else "mode=ro&immutable=1"
    return Database(sqlite3.connect(f"file:{quoted}?{mode}", uri=True, check_same_thread=False))


def _refuse_foreign(path: str, db: Database) -> None:
    if not schema.is_library(db):
        raise LibraryDamaged(
            f"The file {printable(path)} is not a vhdesk library but another program's database. Choose another file."
        )
    found = schema.version(db)
    if found > schema.VERSION:
        raise LibraryNewer(
            f"The library {printable(path)} was made by a newer vhdesk (format {found}, this version knows "
            f"{schema.VERSION}). Update vhdesk, or choose another library."
        )


def quick_check(conn: sqlite3.Connection, limit_s: float = QUICK_CHECK_S) -> str:
    """SQLite's quick check, given up after some seconds so that a large library does not hold up the window.

    Returns:
        What is wrong; empty where nothing was found in that time.

    Raises:
        sqlite3.DatabaseError: the file cannot be read.
    """
    timer = threading.Timer(limit_s, conn.interrupt)
    timer.start()
    try:
        found: list[str] = [row[0] for row in conn.execute("PRAGMA quick_check(1)")]
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            return ""
        raise
    finally:
        timer.cancel()
        timer.join()
    return "" if found == ["ok"] else found[0].splitlines()[-1]
