"""Rebuilds a damaged library from what can still be read, and sets the damaged file aside, never deleting it."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vhdesk.errors import printable
from vhdesk.library.audit import Audit, audit
from vhdesk.library.backup import flush, library_bytes, need_room, remove_database
from vhdesk.library.checksums import VIDEO_COLUMNS, checksum
from vhdesk.library.codes import SLOTS, SYSTEM_SHIFT, bitmap
from vhdesk.library.connection import connect, python_path, sql_path
from vhdesk.library.salvage import nothing_left, readable, salvage


@dataclass(frozen=True)
class RepairReport:
    """What a rebuild kept.

    Attributes:
        library: the library file, now whole.
        damaged_file: where the damaged file is kept.
        roots: folders kept.
        guessed_roots: how many of them were guessed from the paths of their videos.
        kept: videos kept with everything.
        pending: videos kept by name, to be decoded again by the next index run.
        lost: videos whose record could not be read; the next index run finds their files as new ones.
    """

    library: str
    damaged_file: str
    roots: int
    guessed_roots: int
    kept: int
    pending: int
    lost: int

    def sentence(self) -> str:
        """For a person."""
        guessed = f" ({self.guessed_roots} of them guessed from its videos)" if self.guessed_roots else ""
        return (
            f"The library was rebuilt: {self.kept} videos in {self.roots} folders{guessed} are whole, {self.pending} "
            f"will be read again when you index, {self.lost} were lost and will be found again where their files are. "
            f"The damaged file is kept as {printable(self.damaged_file)}."
        )


def rebuild(name: str) -> RepairReport:
    """Rebuild a library; nobody else may be using it.

    Raises:
        LibraryDamaged: nothing can be read; the file was left as it is.
        DiskProblem: there is no room; nothing was changed.
        sqlite3.DatabaseError, OSError: the new file cannot be written; nothing was changed.
    """
    folder = os.path.dirname(os.path.abspath(name))
    need_room(folder, 2 * library_bytes(name), "Rebuilding the library")
    part = name + ".rebuilt.part"
    try:
        with readable(name, name + ".salvage.part") as source:
            salvage(source, part)
        with contextlib.closing(connect(part, write=True)) as db:
            db.execute("PRAGMA journal_mode = OFF")
            db.execute("PRAGMA foreign_keys = OFF")  # rows without their parents are what is cleared here
            with db.atomic():
                counts = _tidy(db.conn)
            if not any(db.execute("SELECT (SELECT count(*) FROM root), (SELECT count(*) FROM video)").fetchone()):
                raise nothing_left(name)
            db.execute("PRAGMA journal_mode = WAL")
        flush(part)
        aside = _set_aside(name)
        os.replace(part, name)
    finally:
        remove_database(part)
    return RepairReport(library=name, damaged_file=aside, **counts)


def _set_aside(name: str) -> str:
    """Give the damaged file a second name, and its journal that one only: a stale journal would spoil the new file."""
    stem = f"{name}.damaged-{datetime.now():%Y-%m-%d-%H%M%S}"
    aside, number = stem, 1
    while os.path.exists(aside):
        number += 1
        aside = f"{stem}-{number}"
    try:
        os.link(name, aside)
    except OSError:
        os.replace(name, aside)  # a file system without links
    if os.path.exists(name + "-wal") and os.path.getsize(name + "-wal"):
        os.replace(name + "-wal", aside + "-wal")
    for ending in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name + ending)
    return aside


def _tidy(conn: sqlite3.Connection) -> dict[str, int]:
    """Leave whole videos and names; the rest goes. Gives the counts of the report."""
    guessed = _mend_roots(conn)
    _rebuild_pages(conn)
    found = audit(conn)
    lost = _drop_lost(conn, found)
    pending = [id_ for id_ in found.torn if id_ not in found.whole]
    for video in pending:
        conn.execute("DELETE FROM segment WHERE video_id = ?", (video,))
        conn.execute(
            """
            UPDATE video SET segments = 0, error = NULL,
              status = CASE status WHEN 'missing' THEN status ELSE 'pending' END WHERE id = ?
            """,
            (video,),
        )
    for video, systems in found.whole.items():
        if video in found.torn:
            kept = ", ".join(map(str, systems))
            conn.execute(
                f"""
                DELETE FROM feature WHERE id IN (SELECT (system.id << ?) + segment.id FROM system, segment
                                                 WHERE video_id = ? AND system.id NOT IN ({kept}))
                """,
                (SYSTEM_SHIFT, video),
            )
    _drop_stray(conn)
    _rebuild_pages(conn)
    for table, column, parent in (("category_mask", "system_id", "system"), ("evaluation", "system_id", "system")):
        conn.execute(f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM {parent})")
    roots = conn.execute("SELECT count(*) FROM root").fetchone()[0]
    return {
        "roots": roots,
        "guessed_roots": guessed,
        "kept": sum(1 for id_ in found.whole),
        "pending": len(pending),
        "lost": lost,
    }


def _mend_roots(conn: sqlite3.Connection) -> int:
    """Roots come first: they are the least replaceable. One that is gone is guessed from its videos."""
    folders: dict[int, list[str]] = defaultdict(list)
    for *values, stored in conn.execute(f"SELECT {', '.join(VIDEO_COLUMNS)}, checksum FROM video"):
        if checksum(*values) == stored:
            folders[values[1]].append(os.path.dirname(python_path(values[2])))
    for id_, path, excludes in conn.execute("SELECT id, path, excludes FROM root").fetchall():
        if not isinstance(path, str | bytes) or not path or not _holds(python_path(path), folders[id_]):
            conn.execute("DELETE FROM root WHERE id = ?", (id_,))
        elif not _is_list(excludes):
            conn.execute("UPDATE root SET excludes = '[]' WHERE id = ?", (id_,))
    guessed = 0
    there = {row[0] for row in conn.execute("SELECT id FROM root")}
    for root in folders.keys() - there:
        with contextlib.suppress(ValueError, sqlite3.IntegrityError):  # on different drives; already watched
            folder = os.path.commonpath(folders[root])
            conn.execute("INSERT INTO root (id, path, added_at) VALUES (?, ?, '')", (root, sql_path(folder)))
            guessed += 1
    return guessed


def _holds(root: str, folders: list[str]) -> bool:
    """Whether a folder may be right: one of its videos is below it, or it has none."""
    inside = os.path.join(root, "")
    return not folders or any(os.path.join(folder, "").startswith(inside) for folder in folders)


def _is_list(text: Any) -> bool:
    try:
        return isinstance(json.loads(text), list)
    except (ValueError, TypeError):
        return False


def _rebuild_pages(conn: sqlite3.Connection) -> None:
    """A slot is alive where there are features: the bitmaps follow from them."""
    conn.execute("DELETE FROM feature WHERE id >> ? NOT IN (SELECT id FROM system)", (SYSTEM_SHIFT,))
    row = conn.execute("SELECT max(value) FROM state WHERE name = 'code_version'").fetchone()
    version = (row[0] if isinstance(row[0], int) else 0) + 1
    conn.execute("INSERT OR REPLACE INTO state (name, value) VALUES ('code_version', ?)", (version,))
    pages: dict[tuple[int, int], list[int]] = defaultdict(list)
    for system, segment in conn.execute(
        "SELECT id >> ?1, id & ?2 FROM feature ORDER BY id", (SYSTEM_SHIFT, (1 << SYSTEM_SHIFT) - 1)
    ):
        pages[system, segment // SLOTS].append(segment % SLOTS)
    known = set(conn.execute("SELECT system_id, page FROM code_page").fetchall())
    for system, page in known - pages.keys():
        conn.execute("DELETE FROM code_block WHERE system_id = ? AND page = ?", (system, page))
        conn.execute("DELETE FROM code_page WHERE system_id = ? AND page = ?", (system, page))
    conn.executemany(
        """
        INSERT INTO code_page (system_id, page, version, alive) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET version = excluded.version, alive = excluded.alive
        """,
        [(*key, version, bitmap(slots)) for key, slots in pages.items()],
    )
    conn.execute("DELETE FROM code_block WHERE (system_id, page) NOT IN (SELECT system_id, page FROM code_page)")


def _drop_lost(conn: sqlite3.Connection, found: Audit) -> int:
    """Videos whose own record is damaged or gone, and whatever they had."""
    orphans = {
        row[0]
        for row in conn.execute("SELECT DISTINCT video_id FROM segment WHERE video_id NOT IN (SELECT id FROM video)")
    }
    homeless = {row[0] for row in conn.execute("SELECT id FROM video WHERE root_id NOT IN (SELECT id FROM root)")}
    lost = orphans | homeless | set(found.altered)
    for video in lost:
        conn.execute("DELETE FROM segment WHERE video_id = ?", (video,))
        conn.execute("DELETE FROM video WHERE id = ?", (video,))
        found.whole.pop(video, None)
        found.torn.discard(video)
        found.videos.pop(video, None)
    return len(lost)


def _drop_stray(conn: sqlite3.Connection) -> None:
    conn.execute("DELETE FROM thumbnail WHERE segment_id NOT IN (SELECT id FROM segment)")
    conn.execute("DELETE FROM feature WHERE id & ? NOT IN (SELECT id FROM segment)", ((1 << SYSTEM_SHIFT) - 1,))
