"""The library: one SQLite file with everything known about a set of folders. Reading; :mod:`.writer` writes."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.errors import DiskProblem, LibraryBusy, LibraryDamaged, LibraryProblem, printable
from vhdesk.library import schema
from vhdesk.library.backup import make_backup, remove_older_backups
from vhdesk.library.codes import SLOTS, SYSTEM_SHIFT, CodePage, read_code_pages
from vhdesk.library.connection import connect, damaged, faults_of, is_writable, python_path, quick_check, read_only
from vhdesk.library.rows import IndexedVideo, KnownVideo, LibrarySummary, Root, RootSummary, SegmentCode, SegmentHit

if TYPE_CHECKING:
    from sqlite_utils import Database

    from vhdesk.library.repair import RepairReport
    from vhdesk.library.writer import LibraryWriter


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
        self._opened = 0
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
            self._check_after_crash()
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
            before = schema.version(db)
            if 0 < before < schema.VERSION:
                backup = make_backup(self._name, db.conn, before)
                schema.migrate(db)
                remove_older_backups(self._name, backup)
                shutil.rmtree(self._name + ".index", ignore_errors=True)  # held copies of the codes until format 1
            else:
                schema.migrate(db)

    def _check_after_crash(self) -> None:
        """Where a writer died its journal is left: look whether the file is whole, and tidy up.

        Raises:
            LibraryDamaged: it is not.
        """
        if not self.writable or not _journal_left(self._name):
            return
        try:
            with self._lock():
                with faults_of(self._name):
                    found = quick_check(self._reader().conn)
                if found:
                    raise damaged(self._name, found)
                self._close_readers()
                with contextlib.closing(connect(self._name, write=True)) as db, faults_of(self._name):
                    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except LibraryBusy:
            return  # no writer died: one is at work

    def rebuild(self) -> RepairReport:
        """Keep what can still be read of a damaged library; the damaged file is set aside.

        Raises:
            LibraryDamaged: nothing can be read of it, or it is another program's; it was left as it is.
            LibraryNewer, LibraryReadOnly, LibraryBusy, DiskProblem: it was left as it is.
        """
        from vhdesk.library.repair import rebuild

        if not self.writable:
            raise read_only(self._name)
        self._close_readers()
        with contextlib.suppress(LibraryDamaged, DiskProblem):
            connect(self._name, write=False).close()  # a newer library is not for this version to mend
        with self._lock(), faults_of(self._name):
            return rebuild(self._name)

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
                self._opened += 1
                self._local.number = self._opened
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
        """The folders that this library watches.

        Raises:
            LibraryDamaged: one of them cannot be read.
        """
        rows = self._rows("SELECT id, path, recursive, excludes, label_from_folder FROM root ORDER BY id")
        try:
            return tuple(
                Root(id_, python_path(path), bool(recursive), tuple(json.loads(excludes)), bool(labels))
                for id_, path, recursive, excludes, labels in rows
            )
        except (ValueError, TypeError) as problem:
            raise damaged(self._name, f"a folder is not readable: {problem}") from problem

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
            "SELECT coalesce(sum(segments), 0), count(error) FROM video WHERE status = 'indexed'"
        )[0]
        aside = self._rows(
            """
            SELECT aside, count(*) FROM segment JOIN video ON video.id = video_id AND status = 'indexed'
            WHERE aside IS NOT NULL GROUP BY aside
            """
        )
        return LibrarySummary(
            path=self._name,
            roots=roots,
            videos=total("indexed"),
            failed=total("failed"),
            damaged=damaged,
            pending=total("pending"),
            segments=segments,
            writable=self.writable,
            set_aside=dict(aside),
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
              EXISTS (SELECT 1 FROM segment JOIN feature
                        ON feature.id = ((SELECT id FROM system WHERE fingerprint = ?) << ?) + segment.id
                      WHERE segment.video_id = video.id),
              coalesce(sampling, ?), deaths
            FROM video LEFT JOIN in_work ON in_work.video_id = video.id
            """,
            (fingerprint, SYSTEM_SHIFT, schema.FIRST_SAMPLING),
        )
        return {
            path: KnownVideo(id_, root_id, path, *facts)
            for id_, root_id, stored, *facts in rows
            for path in (python_path(stored),)
        }

    def thumbnail(self, segment_id: int) -> bytes | None:
        """JPEG of a segment's middle frame; ``None`` where the segment is gone."""
        rows = self._rows("SELECT jpeg FROM thumbnail WHERE segment_id = ?", (segment_id,))
        return rows[0][0] if rows else None

    def thumbnails(self, segment_ids: Sequence[int]) -> dict[int, bytes]:
        """JPEG of the middle frames of segments by id; those that are gone or have none are left out."""
        sql = """
            SELECT segment_id, jpeg FROM (SELECT value AS asked FROM json_each(?))
              CROSS JOIN thumbnail ON segment_id = asked WHERE length(jpeg) > 0
            """
        return dict(self._rows(sql, (json.dumps(sorted(segment_ids)),)))

    def video_count(self, but: Iterable[int] = ()) -> int:
        """How many videos are indexed, but for some ids; missing ones are left out."""
        sql = "SELECT count(*) FROM video WHERE status = 'indexed' AND id NOT IN (SELECT value FROM json_each(?))"
        return int(self._rows(sql, (json.dumps(sorted(but)),))[0][0])

    def indexed_videos(self) -> list[IndexedVideo]:
        """Every indexed video, by id; missing ones are left out."""
        rows = self._rows(
            """
            SELECT id, root_id, path, size_bytes, content_hash, duration_ms, width, height, fps, codec, error
            FROM video WHERE status = 'indexed' ORDER BY id
            """
        )
        return [IndexedVideo(id_, root, python_path(path), *facts) for id_, root, path, *facts in rows]

    def segment_spans(self) -> list[tuple[int, int, int, int]]:
        """Id, video id, start and end (milliseconds) of the segments of indexed videos, by video and time.

        Those that were set aside are left out.
        """
        return self._rows(
            """
            SELECT segment.id, video_id, start_ms, end_ms FROM segment JOIN video ON video.id = video_id
            WHERE status = 'indexed' AND aside IS NULL ORDER BY video_id, ordinal
            """
        )

    def encoded_videos(self, fingerprint: str) -> int:
        """How many indexed videos have features of a system."""
        sql = """
            SELECT count(*) FROM video WHERE status = 'indexed' AND EXISTS (
              SELECT 1 FROM segment JOIN feature
                ON feature.id = ((SELECT id FROM system WHERE fingerprint = ?) << ?) + segment.id
              WHERE segment.video_id = video.id)
            """
        return int(self._rows(sql, (fingerprint, SYSTEM_SHIFT))[0][0])

    def code_pages(self, fingerprint: str, bits: int, *, after: int = 0) -> list[CodePage]:
        """The pages of codes that changed after a version, ascending by page, all of one moment."""
        with faults_of(self._name):
            return read_code_pages(self._reader(), fingerprint, bits, after=after)

    def codes(self, fingerprint: str, bits: int) -> list[tuple[int, bytes]]:
        """Segment id and packed code of every segment, ascending."""
        return [row for page in self.code_pages(fingerprint, bits) for row in page.rows()]

    def video_codes(self, video_id: int, fingerprint: str, bits: int) -> list[SegmentCode]:
        """The segments of one video that have codes of a system, in order of time."""
        rows = self._rows(
            """
            SELECT segment.id, start_ms, end_ms, substr(codes, (segment.id % ?) * ? + 1, ?)
            FROM segment JOIN code_block ON page = segment.id / ? AND bits = ?
              AND code_block.system_id = (SELECT id FROM system WHERE fingerprint = ?)
            WHERE video_id = ? ORDER BY ordinal
            """,
            (SLOTS, bits // 8, bits // 8, SLOTS, bits, fingerprint, video_id),
        )
        return [SegmentCode(*row) for row in rows]

    def hits(
        self, segment_ids: Sequence[int], fingerprint: str, *, set_aside: bool = False, features: bool = True
    ) -> dict[int, SegmentHit]:
        """What a result shows of segments and their videos; those of missing videos are left out.

        Args:
            segment_ids: to look up, in any number.
            fingerprint: of the system whose features come along.
            set_aside: with the segments that were set aside (dark, flat, frozen).
            features: whether features come along; without them, of segments that have some, it is faster.
        """
        feature = "CROSS JOIN feature ON feature.id = ((SELECT id FROM system WHERE fingerprint = ?) << ?) + segment.id"
        rows = self._rows(
            f"""
            SELECT segment.id, video.id, path, label, start_ms, end_ms, duration_ms, width, height, mtime_ns,
              {"sequence" if features else "x''"}
            FROM (SELECT value AS asked FROM json_each(?))
              CROSS JOIN segment ON segment.id = asked
              CROSS JOIN video ON video.id = segment.video_id
              {feature if features else ""}
            WHERE status = 'indexed' AND (aside IS NULL OR ?)
            """,
            (json.dumps(sorted(segment_ids)), *((fingerprint, SYSTEM_SHIFT) if features else ()), set_aside),
        )
        return {row[0]: SegmentHit(row[0], row[1], python_path(row[2]), *row[3:]) for row in rows}

    def sequences(self, segment_ids: Sequence[int], fingerprint: str) -> dict[int, bytes]:
        """Feature sequences of segments by id, float16 ``[S, D]`` each; those that have none are left out."""
        sql = """
            SELECT asked, sequence FROM (SELECT value AS asked FROM json_each(?))
              CROSS JOIN feature ON id = ((SELECT id FROM system WHERE fingerprint = ?) << ?) + asked
            """
        return dict(self._rows(sql, (json.dumps(sorted(segment_ids)), fingerprint, SYSTEM_SHIFT)))

    def sequence_blocks(self, fingerprint: str, size: int = SLOTS) -> Iterator[list[tuple[int, bytes]]]:
        """All segments' ids and feature sequences, ascending, so many at a time."""
        (last,) = self._rows("SELECT (SELECT id FROM system WHERE fingerprint = ?) << ?", (fingerprint, SYSTEM_SHIFT))[
            0
        ]
        base = last
        while base is not None:
            rows = self._rows(
                "SELECT id - ?1, sequence FROM feature WHERE id > ?2 AND id < ?1 + (1 << ?3) ORDER BY id LIMIT ?4",
                (base, last, SYSTEM_SHIFT, size),
            )
            if not rows:
                return
            yield rows
            last = base + rows[-1][0]

    def state(self) -> tuple[int, int]:
        """Another value after every change of the library, as long as one thread asks; equal means nothing changed."""
        (version,) = self._rows("PRAGMA data_version")[0]
        return self._local.number, int(version)


def _journal_left(name: str) -> bool:
    """A writer that ends empties its journal; what it holds is of one that works or died."""
    try:
        return os.path.getsize(name + "-wal") > 0
    except OSError:
        return False
