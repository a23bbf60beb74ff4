"""Reads what can still be read of a damaged SQLite file, row by row, into a fresh one.

SQLite stops at the first page that it cannot use. Here reading goes on behind it: the next readable row is found by
growing steps and then by bisection. A file whose first page or length is wrong is read from a copy with that put right.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vhdesk.errors import LibraryDamaged, printable
from vhdesk.library import schema
from vhdesk.library.backup import remove_database
from vhdesk.library.connection import connect

_HEADER_BYTES = 100
_TABLES = {"root", "video", "segment", "system"}
_LAST_ROWID = 2**62
_WITH_CHECKSUMS = 2  # the format since which rows carry them


@contextlib.contextmanager
def readable(name: str, scratch: str) -> Iterator[sqlite3.Connection]:
    """A connection that reads a damaged library, from the file itself or from a mended copy.

    Args:
        name: the library.
        scratch: where a copy may be put; it is removed afterwards.

    Raises:
        LibraryDamaged: nothing of a library can be seen in it.
    """
    try:
        for mend in (None, _mend_length, _mend_header, _mend_first_page):
            conn = _try(name, scratch, mend)
            if conn is not None:
                with contextlib.closing(conn):
                    yield conn
                return
    finally:
        remove_database(scratch)
    raise nothing_left(name)


def nothing_left(name: str) -> LibraryDamaged:
    """The fault of a file of which nothing can be kept."""
    return LibraryDamaged(
        f"No folder and no video can be read from {printable(name)}, which was left as it is. Put a copy of the "
        "library in its place, or move it away and index the folders again."
    )


def _try(name: str, scratch: str, mend: Any) -> sqlite3.Connection | None:
    conn = None
    try:
        if mend is not None:
            remove_database(scratch)
            shutil.copyfile(name, scratch)
            if os.path.exists(name + "-wal"):
                shutil.copyfile(name + "-wal", scratch + "-wal")
            mend(scratch)
        conn = sqlite3.connect(Path(os.path.abspath(scratch if mend else name)).as_uri() + "?mode=ro", uri=True)
        conn.text_factory = lambda data: data.decode("utf-8", "replace")
        tables = {row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if tables >= _TABLES:
            return conn
    except sqlite3.DatabaseError:
        pass
    if conn is not None:
        conn.close()
    return None


def _mend_length(scratch: str) -> None:
    """A file that was cut: its header counts the pages that are there."""
    with open(scratch, "r+b") as file:
        header = file.read(_HEADER_BYTES)
        page = int.from_bytes(header[16:18], "big") or 4096
        file.seek(28)
        file.write((max(1, os.path.getsize(scratch) // (65536 if page == 1 else page))).to_bytes(4, "big"))


def _mend_header(scratch: str) -> None:
    """The header of an empty library in place of the file's own."""
    with open(scratch, "r+b") as file:
        file.write(_empty_library(scratch)[:_HEADER_BYTES])
    _mend_length(scratch)


def _mend_first_page(scratch: str) -> None:
    """The whole first page of an empty library: its tables begin where a library's do that was made by this version."""
    first = _empty_library(scratch)
    with open(scratch, "r+b") as file:
        file.write(first)
    _mend_length(scratch)


def _empty_library(scratch: str) -> bytes:
    name = scratch + ".empty"
    try:
        with contextlib.closing(connect(name, write=True)) as db:
            schema.migrate(db)
        with open(name, "rb") as file:
            return file.read(4096)
    finally:
        remove_database(name)


def salvage(source: sqlite3.Connection, part: str) -> None:
    """Copy every readable row into a fresh library of the same format, then bring that up to date.

    Checksums come along as they are, so that a row whose content was damaged can be told afterwards.

    Raises:
        sqlite3.DatabaseError, OSError: the fresh library cannot be written.
    """
    remove_database(part)
    with contextlib.closing(connect(part, write=True)) as db:
        db.execute("PRAGMA journal_mode = OFF")  # it counts only once it is whole
        version = _version(source)
        schema.migrate(db, schema.MIGRATIONS[:version])
        db.execute("PRAGMA foreign_keys = OFF")
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        with db.atomic():
            for name, _ in triggers:
                db.execute(f"DROP TRIGGER {name}")
            for table, sql in db.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            ).fetchall():
                if version < _WITH_CHECKSUMS and table in {"segment", "feature", "code"}:
                    continue  # what is whole of them cannot be told
                _copy_table(source, db.conn, table, "WITHOUT ROWID" in sql.upper())
            _copy_high_water(source, db.conn)
            for _, sql in triggers:
                db.execute(sql)
        schema.migrate(db)


def _version(source: sqlite3.Connection) -> int:
    try:
        found = int(source.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError:
        return schema.VERSION
    return found if 1 <= found <= schema.VERSION else schema.VERSION


def _copy_table(source: sqlite3.Connection, target: sqlite3.Connection, table: str, without_rowid: bool) -> None:
    info = target.execute(f"PRAGMA table_info({table})").fetchall()
    key = [row[1] for row in sorted(info, key=lambda row: row[5]) if row[5]]
    try:
        there = {row[1] for row in source.execute(f"PRAGMA table_info({table})")}
    except sqlite3.DatabaseError:
        there = set()
    columns = [row[1] for row in info if row[1] in there]
    if not columns:
        return
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    conflict = "REPLACE" if table == "state" else "IGNORE"  # a fresh library has its states already
    sql = f"INSERT OR {conflict} INTO {table} ({names}) VALUES ({marks})"
    rows = _rows_by_key(source, table, names, key) if without_rowid else _rows(source, table, names)
    for row in rows:
        # What an altered row holds may not fit its column.
        with contextlib.suppress(sqlite3.IntegrityError, sqlite3.DataError):
            target.execute(sql, row)


def _rows_by_key(source: sqlite3.Connection, table: str, names: str, key: list[str]) -> Iterator[tuple[Any, ...]]:
    """From both ends to the damage; rows between two damaged places are left."""
    for direction in ("ASC", "DESC"):
        order = ", ".join(f"{column} {direction}" for column in key)
        try:
            yield from source.execute(f"SELECT {names} FROM {table} ORDER BY {order}")
        except sqlite3.DatabaseError:
            continue
        return


def _rows(source: sqlite3.Connection, table: str, names: str) -> Iterator[tuple[Any, ...]]:
    """Every readable row of a table, ascending."""
    sql = f"SELECT rowid, {names} FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid"
    last = 0
    while True:
        try:
            for rowid, *row in source.execute(sql, (last,)):
                if rowid <= last:
                    break  # pages in a circle
                last = rowid
                yield tuple(row)
            else:
                return
        except sqlite3.DatabaseError:
            pass
        following = _next_readable(source, sql, last)
        if following is None:
            return
        last = following


def _next_readable(source: sqlite3.Connection, sql: str, last: int) -> int | None:
    """The least rowid found behind which reading goes on; ``None`` where all the rest is damaged."""

    def works(after: int) -> bool:
        try:
            row = source.execute(f"{sql} LIMIT 1", (after,)).fetchone()
        except sqlite3.DatabaseError:
            return False
        return row is None or row[0] > after

    step = 1
    while not works(last + step):
        step *= 2
        if last + step > _LAST_ROWID:
            return None
    low, high = last + step // 2, last + step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if works(middle) else (middle, high)
    return high


def _copy_high_water(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Ids of segments that were deleted are not given again."""
    try:
        rows = source.execute("SELECT seq FROM sqlite_sequence WHERE name = 'segment'").fetchall()
    except sqlite3.DatabaseError:
        return
    for (found,) in rows:
        if isinstance(found, int) and 0 < found < 1 << 40:
            target.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'segment'", (found,))
