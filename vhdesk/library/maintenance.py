"""What a library needs now and then: a look inside, a check, less space, another place, a copy for other programs."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vhdesk.errors import DiskProblem, printable
from vhdesk.library.audit import audit
from vhdesk.library.backup import library_bytes, need_room
from vhdesk.library.connection import connect, faults_of, python_path
from vhdesk.library.export import export
from vhdesk.library.library import Library
from vhdesk.library.relocate import plan_relocation
from vhdesk.library.rows import LibrarySummary

# Sizes of blobs are reckoned from this many segments, spread over the library.
_SAMPLED = 2000
_SHOWN_PROBLEMS = 10


@dataclass(frozen=True)
class SystemUse:
    """A system whose codes a library holds."""

    name: str
    fingerprint: str
    bits: tuple[int, ...]
    segments: int


@dataclass(frozen=True)
class LibraryInfo:
    """A library in numbers.

    Attributes:
        bytes: of the file with its journal.
        backups: name and bytes of copies and damaged files beside it.
        missing: videos whose files are gone.
        disk_use: bytes by what they hold; reckoned from a sample in a large library.
    """

    summary: LibrarySummary
    bytes: int
    backups: dict[str, int]
    missing: int
    systems: tuple[SystemUse, ...]
    disk_use: dict[str, int]


@dataclass(frozen=True)
class CompactReport:
    """Bytes of the file before and after, and how many missing videos were removed."""

    before_bytes: int
    after_bytes: int
    purged: int


@dataclass(frozen=True)
class RelocateReport:
    """How many folders and videos have new paths, and how many of the videos' files are there."""

    roots: int
    videos: int
    found: int


@dataclass(frozen=True)
class ExportReport:
    """What was written."""

    file: str
    videos: int
    segments: int


class Maintenance:
    """The jobs on one library file."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._name = str(library.path)

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with contextlib.closing(connect(self._name, write=False)) as db, faults_of(self._name):
            yield db.conn

    def info(self) -> LibraryInfo:
        """Look inside.

        Raises:
            LibraryProblem: it cannot be read.
        """
        summary = self._library.summary()
        with self._reading() as conn:
            systems = tuple(_system_use(conn, *row) for row in conn.execute(_SYSTEMS).fetchall())
            used = _disk_use(conn)
        size = library_bytes(self._name)
        path = Path(self._name)
        kept = (f"{path.name}.backup-v", f"{path.name}.damaged-")
        beside = sorted(p for p in path.parent.iterdir() if p.name.startswith(kept))
        return LibraryInfo(
            summary=summary,
            bytes=size,
            backups={str(p): p.stat().st_size for p in beside},
            missing=sum(root.missing for root in summary.roots),
            systems=systems,
            disk_use=used | {"everything else": max(0, size - sum(used.values()))},
        )

    def check(self) -> tuple[str, ...]:
        """Read the whole file and compare; a sentence for everything that is wrong.

        Raises:
            LibraryDamaged: it cannot even be read.
        """
        with self._reading() as conn:
            found = [row[0] for row in conn.execute(f"PRAGMA integrity_check({_SHOWN_PROBLEMS})")]
            if found != ["ok"]:
                return tuple(f"SQLite: {line}" for text in found for line in text.splitlines())
            broken = len(conn.execute("PRAGMA foreign_key_check").fetchall())
            return (*([f"{broken} rows refer to nothing."] if broken else []), *audit(conn).sentences())

    def compact(self, *, purge_missing: bool = False) -> CompactReport:
        """Give unused space back to the disk.

        Args:
            purge_missing: forget the videos whose files are gone; with removing a folder the only way they are.

        Raises:
            LibraryBusy, LibraryReadOnly: it cannot be written.
            DiskProblem: there is no room for the copy that this takes; nothing was changed.
        """
        before = library_bytes(self._name)
        need_room(os.path.dirname(os.path.abspath(self._name)), 2 * before, "Compacting the library")
        need_room(tempfile.gettempdir(), before, "Compacting the library")
        with self._library.writer() as writer:
            purged = writer.remove_missing() if purge_missing else 0
            writer.vacuum()
        return CompactReport(before, library_bytes(self._name), purged)

    def relocate(self, old: str, new: str) -> RelocateReport:
        """Give the folder ``old`` and everything in it the path ``new``; no file is moved.

        Raises:
            BadInput: nothing is at ``old``, or something is known at ``new``; nothing was changed.
            LibraryBusy, LibraryReadOnly: it cannot be written.
        """
        with self._library.writer() as writer:
            with self._reading() as conn:
                roots = {id_: python_path(path) for id_, path in conn.execute("SELECT id, path FROM root")}
                rows = conn.execute("SELECT id, root_id, path FROM video")
                videos = {id_: (root, python_path(path)) for id_, root, path in rows}
            plan = plan_relocation(roots, videos, old, new)
            writer.set_paths(plan.roots, plan.videos)
        return RelocateReport(len(plan.roots), len(plan.videos), plan.found)

    def export(self, file: Path, kind: str, *, codes: bool = False) -> ExportReport:
        """Write videos and segments as ``csv`` or ``json``.

        Raises:
            BadInput: the file is there already.
            DiskProblem: it cannot be written.
        """
        name = os.path.abspath(file)
        with self._reading() as conn:
            try:
                return ExportReport(name, *export(conn, name, kind, codes=codes))
            except OSError as problem:
                raise DiskProblem(
                    f"{printable(name)} cannot be written: {problem.strerror}. Name another."
                ) from problem


_SYSTEMS = "SELECT id, name, fingerprint FROM system ORDER BY id"


def _system_use(conn: sqlite3.Connection, id_: int, name: str, fingerprint: str) -> SystemUse:
    pages = conn.execute("SELECT alive FROM code_page WHERE system_id = ?", (id_,))
    bits = conn.execute("SELECT DISTINCT bits FROM code_block WHERE system_id = ? ORDER BY bits", (id_,))
    return SystemUse(
        name,
        fingerprint,
        tuple(row[0] for row in bits),
        sum(int.from_bytes(alive, "big").bit_count() for (alive,) in pages),
    )


def _disk_use(conn: sqlite3.Connection) -> dict[str, int]:
    (segments,) = conn.execute("SELECT count(*) FROM segment").fetchone()
    step = max(1, segments // _SAMPLED)
    sampled, pictures = conn.execute(
        "SELECT count(*), total(length(jpeg)) FROM segment LEFT JOIN thumbnail ON segment_id = id WHERE id % ? = 0",
        (step,),
    ).fetchone()
    (features,) = conn.execute(
        """
        SELECT total(length(sequence)) FROM segment CROSS JOIN system
          CROSS JOIN feature ON feature.id = (system.id << 40) + segment.id WHERE segment.id % ? = 0
        """,
        (step,),
    ).fetchone()
    (codes,) = conn.execute(
        "SELECT (SELECT total(length(codes)) FROM code_block) + (SELECT total(length(alive)) FROM code_page)"
    ).fetchone()
    share = segments / sampled if sampled else 0
    return {"thumbnails": round(pictures * share), "features": round(features * share), "codes": round(codes)}
