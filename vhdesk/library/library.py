"""The library: one SQLite file with everything known about a set of folders. Reading; :mod:`.writer` writes."""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from vhdesk.errors import DiskProblem, LibraryBusy, LibraryProblem, printable
from vhdesk.library import schema
from vhdesk.library.connection import connect, faults_of, is_writable, python_path, read_only
from vhdesk.library.rows import KnownVideo, LibrarySummary, Root, RootSummary, SegmentHit

if TYPE_CHECKING:
    from sqlite_utils import Database

    from vhdesk.library.writer import LibraryWriter

_PAGE = 500


class CodeVersion(NamedTuple):
    """Tells whether a copy of the codes is current; only ``highest`` differing means that codes were added."""

    rebuilds: int
    highest: int


class Library:
    """A library file, open for reading from any thread.

    Attributes:
        path: the file.
        writable: whether the file and its folder may be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._name = str(path)
        self._local = threading.local()
        self._open: list[Database] = []
        self._guard = threading.Lock()

    @property
    def writable(self) -> bool:
        """Whether the file and its folder may be written."""
        return is_writable(self._name)

    def open(self) -> None:
        """Make the file where there is none, bring an older one up to date, check that it can be read.

        Raises:
            LibraryProblem: it cannot be used; the sentence says why.
            DiskProblem: its disk is full or gone.
        """
        exists = self.path.exists() and self.path.stat().st_size > 0
        if exists and schema.version(self._reader()) == schema.VERSION:
            return
        if not self.writable and not exists:
            folder = self.path.parent
            if folder.exists():
                raise read_only(self._name)
        with faults_of(self._name):
            self.path.parent.mkdir(parents=True, exist_ok=True)
        if not self.writable:
            raise read_only(self._name)
        self._close_readers()
        with self._lock(), contextlib.closing(connect(self._name, write=True)) as db, faults_of(self._name):
            schema.migrate(db)

    def close(self) -> None:
        """Close every connection."""
        self._close_readers()

    @contextlib.contextmanager
    def writer(self) -> Iterator[LibraryWriter]:
        """The one writing connection; freed by the system when its process dies.

        Raises:
            LibraryBusy: another vhdesk is writing.
            LibraryReadOnly: the file or its folder may only be read.
        """
        from vhdesk.library.writer import LibraryWriter

        if not self.writable:
            raise read_only(self._name)
        with self._lock():
            db = connect(self._name, write=True)
            try:
                yield LibraryWriter(self._name, db)
            finally:
                # Readers may stay open, and then closing alone would leave everything in the -wal file.
                with contextlib.suppress(LibraryProblem, DiskProblem), faults_of(self._name):
                    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                db.close()

    @contextlib.contextmanager
    def _lock(self) -> Iterator[None]:
        from filelock import FileLock, Timeout

        lock = FileLock(self._name + ".lock", timeout=0)
        with faults_of(self._name):
            try:
                lock.acquire()
            except Timeout as problem:
                raise LibraryBusy(
                    f"Another vhdesk is adding to the library {printable(self._name)}. Wait until it is done or stop "
                    "it, or choose another library."
                ) from problem
        try:
            yield
        finally:
            lock.release()

    def _reader(self) -> Database:
        db: Database | None = getattr(self._local, "db", None)
        if db is None or db not in self._open:
            db = connect(self._name, write=False)
            self._local.db = db
            with self._guard:
                self._open.append(db)
        return db

    def _close_readers(self) -> None:
        with self._guard:
            for db in self._open:
                db.close()
            self._open.clear()

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with faults_of(self._name):
            rows: list[tuple[Any, ...]] = self._reader().execute(sql, values).fetchall()
        return rows

    def roots(self) -> tuple[Root, ...]:
        """The folders that this library watches."""
        rows = self._rows("SELECT id, path, recursive, excludes, label_from_folder FROM root ORDER BY id")
        return tuple(
            Root(id_, python_path(path), bool(recursive), tuple(json.loads(excludes)), bool(labels))
            for id_, path, recursive, excludes, labels in rows
        )

    def summary(self) -> LibrarySummary:
        """The library at a glance; looks whether the roots' folders are there."""
        counts: dict[tuple[int, str], int] = {
            (root, status): number
            for root, status, number in self._rows(
                "SELECT root_id, status, count(*) FROM video GROUP BY root_id, status"
            )
        }

        def total(status: str) -> int:
            return sum(number for (_, found), number in counts.items() if found == status)

        roots = tuple(
            RootSummary(
                root=root,
                indexed=counts.get((root.id, "indexed"), 0),
                failed=counts.get((root.id, "failed"), 0),
                pending=counts.get((root.id, "pending"), 0),
                missing=counts.get((root.id, "missing"), 0),
                online=os.path.isdir(root.path),
            )
            for root in self.roots()
        )
        segments, damaged = self._rows(
            """
            SELECT (SELECT count(*) FROM segment JOIN video ON video.id = video_id AND status = 'indexed'),
              (SELECT count(*) FROM video WHERE status = 'indexed' AND error IS NOT NULL)
            """
        )[0]
        return LibrarySummary(
            path=self._name,
            roots=roots,
            videos=total("indexed"),
            failed=total("failed"),
            damaged=damaged,
            pending=total("pending"),
            segments=segments,
            writable=self.writable,
        )

    def failures(self) -> list[tuple[str, str]]:
        """Path and reason of every file that gave no picture."""
        return self._with_errors("failed")

    def damaged(self) -> list[tuple[str, str]]:
        """Path and reason of every indexed file of which only a part could be read."""
        return self._with_errors("indexed")

    def _with_errors(self, status: str) -> list[tuple[str, str]]:
        sql = "SELECT path, error FROM video WHERE status = ? AND error IS NOT NULL ORDER BY path"
        return [(python_path(path), error) for path, error in self._rows(sql, (status,))]

    def known_videos(self, fingerprint: str) -> dict[str, KnownVideo]:
        """Every video by path, with whether its codes of a system are there."""
        rows = self._rows(
            """
            SELECT video.id, root_id, path, video.size_bytes, video.mtime_ns, content_hash, label, status, error,
              EXISTS (SELECT 1 FROM segment JOIN feature ON feature.segment_id = segment.id
                      WHERE segment.video_id = video.id
                        AND feature.system_id = (SELECT id FROM system WHERE fingerprint = ?)),
              coalesce(sampling, ?), deaths
            FROM video LEFT JOIN in_work ON in_work.video_id = video.id
            """,
            (fingerprint, schema.FIRST_SAMPLING),
        )
        return {
            path: KnownVideo(id_, root_id, path, *facts, bool(complete), sampling, deaths)  # type: ignore[call-arg]
            for id_, root_id, stored, *facts, complete, sampling, deaths in rows
            for path in (python_path(stored),)
        }

    def thumbnail(self, segment_id: int) -> bytes | None:
        """JPEG of a segment's middle frame; ``None`` where the segment is gone."""
        rows = self._rows("SELECT thumbnail FROM segment WHERE id = ?", (segment_id,))
        return rows[0][0] if rows else None

    def code_version(self, fingerprint: str, bits: int) -> CodeVersion:
        """What a copy of these codes has to show to be current."""
        rows = self._rows(
            """
            SELECT (SELECT value FROM state WHERE name = 'rebuilds'),
              coalesce((SELECT max(segment_id) FROM code
                        WHERE system_id = (SELECT id FROM system WHERE fingerprint = ?) AND bits = ?), 0)
            """,
            (fingerprint, bits),
        )
        return CodeVersion(*rows[0])

    def codes(self, fingerprint: str, bits: int, *, after: int = 0) -> list[tuple[int, bytes]]:
        """Segment id and packed code of every segment above an id, ascending."""
        return self._rows(
            """
            SELECT segment_id, code FROM code
            WHERE system_id = (SELECT id FROM system WHERE fingerprint = ?) AND bits = ? AND segment_id > ?
            ORDER BY segment_id
            """,
            (fingerprint, bits, after),
        )

    def hits(self, segment_ids: Sequence[int], fingerprint: str) -> dict[int, SegmentHit]:
        """What a result shows of segments and their videos; those of missing videos are left out."""
        found: dict[int, SegmentHit] = {}
        for start in range(0, len(segment_ids), _PAGE):
            page = segment_ids[start : start + _PAGE]
            rows = self._rows(
                f"""
                SELECT segment.id, video.id, path, label, start_ms, end_ms, duration_ms, width, height, sequence
                FROM segment JOIN video ON video.id = segment.video_id JOIN feature ON feature.segment_id = segment.id
                WHERE status = 'indexed' AND segment.id IN ({_marks(page)})
                  AND system_id = (SELECT id FROM system WHERE fingerprint = ?)
                """,
                (*page, fingerprint),
            )
            for segment_id, video_id, path, *facts in rows:
                found[segment_id] = SegmentHit(segment_id, video_id, python_path(path), *facts)
        return found


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))
