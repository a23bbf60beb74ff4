"""What was learned and what the user said: categories, measurements, marks. Small rows beside the videos.

Each is written in a short transaction of its own and needs no place in the line of writers, so that a mark can be set
while a library is being indexed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from vhdesk.errors import InternalBug
from vhdesk.library.checksums import checksum
from vhdesk.library.codes import SYSTEM_SHIFT
from vhdesk.library.connection import connect, faults_of, read_only

if TYPE_CHECKING:
    from vhdesk.library.library import Library

_MASK_COLUMNS = "bits, labels, weights, bias, learned_from"
# Stands in the place of a query's part where two files of the library were compared as copies.
_COPIES = "copies"
_SYSTEM = "(SELECT id FROM system WHERE fingerprint = ?)"


@dataclass(frozen=True)
class StoredCategories:
    """A linear classifier on codes of one length.

    Attributes:
        labels: K.
        weights: float32 ``[K, bits]`` as bytes.
        bias: float32 ``[K]`` as bytes.
        learned_from: how many videos had each label then.
    """

    bits: int
    labels: tuple[str, ...]
    weights: bytes
    bias: bytes
    learned_from: dict[str, int]


class Notes:
    """The small rows of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._name = str(library.path)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Any]:
        if not self._library.writable:
            raise read_only(self._name)
        with contextlib.closing(connect(self._name, write=True)) as db, faults_of(self._name):
            with db.atomic():
                yield db
            # As a writer does at its end, but without waiting: one that is at work now will do it.
            db.execute("PRAGMA busy_timeout = 0")
            with contextlib.suppress(sqlite3.OperationalError):
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    # categories

    def labels_digest(self) -> str:
        """Changes with the labels of the indexed videos; empty where none has one."""
        digest, found = hashlib.sha256(), False
        rows = self._library._rows(
            """
            SELECT content_hash, label, segments FROM video WHERE status = 'indexed' AND label IS NOT NULL
            ORDER BY content_hash, label
            """
        )
        for row in rows:
            found = True
            digest.update(repr(row).encode("utf-8", "surrogateescape"))
        return digest.hexdigest() if found else ""

    def label_counts(self) -> dict[str, int]:
        """How many indexed videos have each label."""
        sql = "SELECT label, count(*) FROM video WHERE status = 'indexed' AND label IS NOT NULL GROUP BY label"
        return dict(self._library._rows(sql))

    def labelled_segments(self, fingerprint: str) -> list[tuple[int, int, str]]:
        """Segment id, video id and label of the segments of labelled videos that a system has features of, by id.

        Those that were set aside are left out.
        """
        return self._library._rows(
            f"""
            SELECT segment.id, video.id, label FROM segment JOIN video ON video.id = video_id
            WHERE status = 'indexed' AND label IS NOT NULL AND aside IS NULL
              AND EXISTS (SELECT 1 FROM feature WHERE id = ({_SYSTEM} << {SYSTEM_SHIFT}) + segment.id)
            ORDER BY segment.id
            """,
            (fingerprint,),
        )

    def categories(self, fingerprint: str) -> dict[int, StoredCategories]:
        """The categories that were learned for a system, by code length; damaged ones are left out."""
        rows = self._library._rows(
            f"SELECT {_MASK_COLUMNS}, checksum FROM category_mask WHERE system_id = {_SYSTEM}", (fingerprint,)
        )
        return {
            bits: StoredCategories(bits, tuple(json.loads(labels)), weights, bias, json.loads(learned_from))
            for bits, labels, weights, bias, learned_from, stored in rows
            if checksum(bits, labels, weights, bias, learned_from) == stored
        }

    def store_categories(self, fingerprint: str, found: Sequence[StoredCategories]) -> None:
        """Put categories in the place of all that were learned before.

        Raises:
            LibraryProblem, DiskProblem: the library cannot be written.
        """
        with self._writing() as db:
            system = _system_id(db, fingerprint)
            db.execute("DELETE FROM category_mask WHERE system_id = ?", (system,))
            for one in found:
                values = (one.bits, json.dumps(one.labels), one.weights, one.bias, json.dumps(one.learned_from))
                db.execute(
                    f"""
                    INSERT INTO category_mask (system_id, {_MASK_COLUMNS}, checksum, made_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    (system, *values, checksum(*values), _now()),
                )

    # measurements

    def evaluation(self, fingerprint: str, bits: int, protocol: str) -> dict[str, Any] | None:
        """The last results of a kind of measurement; ``None`` where there are none."""
        rows = self._library._rows(
            f"SELECT results FROM evaluation WHERE system_id = {_SYSTEM} AND bits = ? AND protocol = ? "
            "ORDER BY id DESC",
            (fingerprint, bits, protocol),
        )
        try:
            found: dict[str, Any] | None = json.loads(rows[0][0]) if rows else None
        except ValueError:
            return None  # damaged: it can be measured again
        return found

    def store_evaluation(self, fingerprint: str, bits: int, protocol: str, results: Mapping[str, Any]) -> None:
        """Keep results in the place of earlier ones of that kind.

        Raises:
            LibraryProblem, DiskProblem: the library cannot be written.
        """
        with self._writing() as db:
            key = (_system_id(db, fingerprint), bits, protocol)
            db.execute("DELETE FROM evaluation WHERE (system_id, bits, protocol) = (?, ?, ?)", key)
            db.execute(
                "INSERT INTO evaluation (system_id, bits, protocol, results, made_at) VALUES (?, ?, ?, ?, ?)",
                (*key, json.dumps(results), _now()),
            )

    # marks

    def set_mark(self, query_hash: str, part: str, video_id: int, mark: str | None) -> bool:
        """Note what the user says of a video as an answer to a query; ``None`` takes it back.

        It hangs on the content of both files, not on paths or ids. Whether the video is known.

        Raises:
            LibraryProblem, DiskProblem: the library cannot be written.
        """
        with self._writing() as db:
            row = db.execute("SELECT content_hash FROM video WHERE id = ?", (video_id,)).fetchone()
            if row is None or row[0] is None:
                return False
            _write_mark(db, query_hash, row[0], mark, part)
        return True

    def marks(self, query_hash: str, part: str) -> dict[int, str]:
        """What the user said of a query's answers, by video id: ``yes`` or ``no``. Copies of a file share a mark."""
        return dict(
            self._library._rows(
                """
                SELECT video.id, mark FROM feedback JOIN video ON content_hash = video_hash
                WHERE query_hash = ? AND part = ?
                """,
                (query_hash, part),
            )
        )

    def set_copy_marks(self, pairs: Iterable[tuple[str, str]], mark: str | None) -> None:
        """Note what the user says of pairs of contents as copies: ``yes`` keep both, ``no`` they are none.

        Args:
            pairs: two content hashes each, in any order.
            mark: ``None`` takes it back.

        Raises:
            LibraryProblem, DiskProblem: the library cannot be written.
        """
        with self._writing() as db:
            for pair in pairs:
                low, high = sorted(pair)
                _write_mark(db, low, high, mark)

    def copy_marks(self) -> dict[tuple[str, str], str]:
        """What the user said of copies, by their two content hashes in ascending order."""
        rows = self._library._rows("SELECT query_hash, video_hash, mark FROM feedback WHERE part = ?", (_COPIES,))
        return {(first, second): mark for first, second, mark in rows}


def _write_mark(db: Any, query_hash: str, video_hash: str, mark: str | None, part: str = _COPIES) -> None:
    key = (query_hash, part, video_hash)
    if mark is None:
        db.execute("DELETE FROM feedback WHERE (query_hash, part, video_hash) = (?, ?, ?)", key)
        return
    db.execute(
        """
        INSERT INTO feedback (query_hash, part, video_hash, mark, marked_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (query_hash, part, video_hash) DO UPDATE SET mark = excluded.mark, marked_at = excluded.marked_at
        """,
        (*key, mark, _now()),
    )


def _system_id(db: Any, fingerprint: str) -> int:
    row = db.execute("SELECT id FROM system WHERE fingerprint = ?", (fingerprint,)).fetchone()
    if row is None:
        raise InternalBug(f"The library knows no system {fingerprint[:12]}.")
    return int(row[0])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
