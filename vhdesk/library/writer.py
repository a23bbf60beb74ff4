"""Everything that changes a library. A video is stored with all its segments in one transaction, or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from vhdesk.errors import BadInput
from vhdesk.library.checksums import feature_checksum, segment_checksum
from vhdesk.library.codes import SYSTEM_SHIFT, codes_of, store_codes
from vhdesk.library.connection import faults_of, sql_path
from vhdesk.library.rows import Root, SegmentRecord, VideoFacts

if TYPE_CHECKING:
    from sqlite_utils import Database


# No file has this time, so the next run finds the file changed and tries it again.
TRY_AGAIN_NS = -1


class NewFile(NamedTuple):
    """A file that the plan wants decoded; ``device``, the number of its file system, is not stored."""

    root_id: int
    path: str
    size_bytes: int
    mtime_ns: int
    label: str | None
    device: int = 0


class LibraryWriter:
    """The one writing connection; made by :meth:`vhdesk.library.library.Library.writer`."""

    def __init__(self, name: str, db: Database) -> None:
        self._name = name
        self._db = db

    def add_root(
        self, path: str, *, recursive: bool = True, excludes: Sequence[str] = (), label_from_folder: bool = False
    ) -> Root:
        """Watch a folder, or change how one is watched.

        Raises:
            BadInput: the path is empty.
        """
        if not path:
            raise BadInput("A folder to watch needs a name.")
        values = (sql_path(path), recursive, json.dumps(list(excludes)), label_from_folder, _now())
        with faults_of(self._name), self._db.atomic():
            self._db.execute(
                """
                INSERT INTO root (path, recursive, excludes, label_from_folder, added_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (path) DO UPDATE SET recursive = excluded.recursive, excludes = excluded.excludes,
                  label_from_folder = excluded.label_from_folder
                """,
                values,
            )
            (id_,) = self._db.execute("SELECT id FROM root WHERE path = ?", values[:1]).fetchone()
        return Root(id_, path, recursive, tuple(excludes), label_from_folder)

    def add_system(self, name: str, fingerprint: str, card: Mapping[str, Any]) -> int:
        """The id of a system, which is added where it is new."""
        with faults_of(self._name), self._db.atomic():
            self._db.execute(
                "INSERT INTO system (name, fingerprint, card, added_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (name, fingerprint, json.dumps(card), _now()),
            )
            return int(self._db.execute("SELECT id FROM system WHERE fingerprint = ?", (fingerprint,)).fetchone()[0])

    def plan(self, files: Iterable[NewFile]) -> dict[str, int]:
        """Note files as pending, and give their ids by path; a known file keeps its id and its segments until then."""
        with faults_of(self._name), self._db.atomic():
            return {
                file.path: int(
                    self._db.execute(
                        """
                        INSERT INTO video (root_id, path, size_bytes, mtime_ns, label, status)
                        VALUES (?, ?, ?, ?, ?, 'pending')
                        ON CONFLICT (path) DO UPDATE SET label = excluded.label,
                          status = CASE WHEN status IN ('failed', 'missing') THEN 'pending' ELSE status END
                        RETURNING id
                        """,
                        (file.root_id, sql_path(file.path), file.size_bytes, file.mtime_ns, file.label),
                    ).fetchone()[0]
                )
                for file in files
            }

    def store_video(self, video_id: int, system_id: int, facts: VideoFacts, segments: Sequence[SegmentRecord]) -> None:
        """Replace a video's segments, features and codes; of the same content, only those of this system."""
        with faults_of(self._name), self._db.atomic():
            ids = self._store_segments(video_id, facts, segments)
            self._db.execute(
                """
                UPDATE video SET size_bytes = ?, mtime_ns = ?, content_hash = ?, duration_ms = ?, width = ?, height = ?,
                  fps = ?, rotation = ?, codec = ?, error = ?, segments = ?, sampling = ?, status = 'indexed',
                  indexed_at = ?
                WHERE id = ?
                """,
                (
                    facts.size_bytes,
                    facts.mtime_ns,
                    facts.content_hash,
                    facts.duration_ms,
                    facts.width,
                    facts.height,
                    facts.fps,
                    facts.rotation,
                    facts.codec,
                    facts.damage,
                    len(segments),
                    facts.sampling,
                    _now(),
                    video_id,
                ),
            )
            self._db.execute("DELETE FROM in_work WHERE video_id = ?", (video_id,))
            self._store_features(system_id, [(id_, s.sequence, s.codes) for id_, s in zip(ids, segments, strict=True)])

    def _store_features(self, system_id: int, rows: Sequence[tuple[int, bytes, Mapping[int, bytes]]]) -> None:
        """Features and codes of segments: id, sequence, codes by length."""
        self._db.conn.executemany(
            "INSERT OR REPLACE INTO feature (id, checksum, sequence) VALUES (?, ?, ?)",
            [
                ((system_id << SYSTEM_SHIFT) + id_, feature_checksum(id_, sequence, codes), sequence)
                for id_, sequence, codes in rows
            ],
        )
        store_codes(self._db.conn, system_id, {id_: codes for id_, _, codes in rows})

    def _store_segments(self, video_id: int, facts: VideoFacts, segments: Sequence[SegmentRecord]) -> list[int]:
        """Ids of the segments: those there are where the content and the cuts are the same, else new ones."""
        old_hash = self._db.execute("SELECT content_hash FROM video WHERE id = ?", (video_id,)).fetchone()[0]
        old = self._db.execute(
            "SELECT id, start_ms, end_ms FROM segment WHERE video_id = ? ORDER BY ordinal", (video_id,)
        ).fetchall()
        same = old_hash == facts.content_hash and [row[1:] for row in old] == [(s.start_ms, s.end_ms) for s in segments]
        if not same:
            self._db.execute("DELETE FROM segment WHERE video_id = ?", (video_id,))
        known = [row[0] for row in old] if same else [None] * len(segments)
        ids = [
            self._add_segment(id_, (video_id, s.ordinal, s.start_ms, s.end_ms, s.aside), s.thumbnail)
            for id_, s in zip(known, segments, strict=True)
        ]
        self._store_thumbnails([(id_, s.thumbnail) for id_, s in zip(ids, segments, strict=True)])
        return ids

    def _add_segment(
        self, id_: int | None, facts: tuple[int, int, int, int, str | None], thumbnail: bytes | None
    ) -> int:
        """The id of a segment, a new one where none is given."""
        (found,) = self._db.execute(
            """
            INSERT INTO segment (id, video_id, ordinal, start_ms, end_ms, aside, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET aside = excluded.aside, checksum = excluded.checksum
            RETURNING id
            """,
            (id_, *facts, segment_checksum(*facts, thumbnail)),
        ).fetchone()
        return int(found)

    def _store_thumbnails(self, rows: Sequence[tuple[int, bytes]]) -> None:
        self._db.conn.executemany("INSERT OR REPLACE INTO thumbnail (segment_id, jpeg) VALUES (?, ?)", rows)

    def fail_video(self, video_id: int, size_bytes: int, mtime_ns: int, reason: str, *, passing: bool = False) -> None:
        """Note that a file gave no picture.

        Codes of the same content stay, and so do all where the fault says nothing about the file; only what another
        content gave is dropped.

        Args:
            video_id: of the file.
            size_bytes: of the file now.
            mtime_ns: of the file now.
            reason: one sentence.
            passing: the fault may be gone by the next run, which then tries again.
        """
        with faults_of(self._name), self._db.atomic():
            self._db.execute("DELETE FROM in_work WHERE video_id = ?", (video_id,))
            self._fail(video_id, size_bytes, mtime_ns, reason, passing=passing)

    def _fail(self, video_id: int, size_bytes: int, mtime_ns: int, reason: str, *, passing: bool) -> None:
        same, segments = self._db.execute(
            """
            SELECT (size_bytes, mtime_ns) = (?, ?), (SELECT count(*) FROM segment WHERE video_id = video.id)
            FROM video WHERE id = ?
            """,
            (size_bytes, mtime_ns, video_id),
        ).fetchone()
        if segments and (same or passing):
            return
        if segments:
            self._db.execute("DELETE FROM segment WHERE video_id = ?", (video_id,))
        self._db.execute(
            """
            UPDATE video SET status = 'failed', segments = 0, error = ?, size_bytes = ?, mtime_ns = ?,
              indexed_at = ?, content_hash = NULL, duration_ms = NULL, width = NULL, height = NULL, fps = NULL,
              rotation = NULL, codec = NULL, sampling = NULL WHERE id = ?
            """,
            (reason, size_bytes, TRY_AGAIN_NS if passing else mtime_ns, _now(), video_id),
        )

    def move_video(self, video_id: int, root_id: int, path: str, mtime_ns: int, label: str | None) -> None:
        """A video was found again under another path; its codes stay."""
        with faults_of(self._name), self._db.atomic():
            self._db.execute(
                "UPDATE video SET root_id = ?, path = ?, mtime_ns = ?, label = ?, status = 'indexed' WHERE id = ?",
                (root_id, sql_path(path), mtime_ns, label, video_id),
            )

    def copy_video(self, video_id: int, file: NewFile) -> None:
        """Note a file of the same content as a known video, with a copy of its segments, features and codes."""
        columns = "content_hash, duration_ms, width, height, fps, rotation, codec, error, sampling, segments"
        with faults_of(self._name), self._db.atomic():
            (copy,) = self._db.execute(
                f"""
                INSERT INTO video (root_id, path, size_bytes, mtime_ns, label, status, indexed_at, {columns})
                SELECT ?, ?, ?, ?, ?, 'indexed', ?, {columns} FROM video WHERE id = ? RETURNING id
                """,
                (*file[:1], sql_path(file.path), *file[2:5], _now(), video_id),
            ).fetchone()
            self._copy_segments(video_id, copy)

    def _copy_segments(self, video_id: int, copy_id: int) -> None:
        old = self._db.execute(
            """
            SELECT id, ordinal, start_ms, end_ms, aside, jpeg FROM segment LEFT JOIN thumbnail ON segment_id = id
            WHERE video_id = ? ORDER BY ordinal
            """,
            (video_id,),
        ).fetchall()
        new: dict[int, int] = {}
        for id_, ordinal, start_ms, end_ms, aside, jpeg in old:
            new[id_] = self._add_segment(None, (copy_id, ordinal, start_ms, end_ms, aside), jpeg)
        self._store_thumbnails([(new[id_], jpeg) for id_, *_, jpeg in old if jpeg is not None])
        for (system_id,) in self._db.execute("SELECT id FROM system").fetchall():
            shift = system_id << SYSTEM_SHIFT
            asked = json.dumps([shift + id_ for id_ in new])
            sql = "SELECT id, sequence FROM feature WHERE id IN (SELECT value FROM json_each(?))"
            features = {id_ - shift: sequence for id_, sequence in self._db.execute(sql, (asked,))}
            codes = codes_of(self._db.conn, system_id, list(features))
            self._store_features(
                system_id, [(new[id_], sequence, codes[id_]) for id_, sequence in sorted(features.items())]
            )

    def touch_videos(self, times: Iterable[tuple[int, int]]) -> None:
        """Note new times of files, id and nanoseconds, whose content is the same."""
        with faults_of(self._name), self._db.atomic():
            self._db.conn.executemany(
                "UPDATE video SET mtime_ns = ? WHERE id = ?", [(mtime_ns, id_) for id_, mtime_ns in times]
            )

    # The journal: a commit in WAL mode waits for no disk, and what the system knows outlives a process that dies.

    def begin_reading(self, files: Mapping[int, NewFile], *, alone: bool = False) -> None:
        """Note files by their videos' ids as being read, until they are stored or failed."""
        with faults_of(self._name), self._db.atomic():
            self._db.conn.executemany(
                """
                INSERT INTO in_work (video_id, size_bytes, mtime_ns, reading) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET size_bytes = excluded.size_bytes, mtime_ns = excluded.mtime_ns,
                  reading = excluded.reading
                """,
                [(id_, file.size_bytes, file.mtime_ns, 1 + alone) for id_, file in files.items()],
            )

    def end_reading(self) -> None:
        """Nothing is being read now, and nothing died."""
        with faults_of(self._name), self._db.atomic():
            self._db.execute("DELETE FROM in_work WHERE reading = 1")
            self._db.execute("UPDATE in_work SET reading = 0 WHERE reading = 2")

    def recover(self, give_up_after: int, reason: str) -> None:
        """Take up the journal of a run that died: its files are suspects now.

        A file that was being read alone at ``give_up_after`` such ends counts as failed, for this ``reason``.
        """
        with faults_of(self._name), self._db.atomic():
            self._db.execute("UPDATE in_work SET deaths = deaths + 1 WHERE reading = 2")
            given_up = self._db.execute(
                "SELECT video_id, size_bytes, mtime_ns FROM in_work WHERE reading = 2 AND deaths >= ?",
                (give_up_after,),
            ).fetchall()
            for video_id, size_bytes, mtime_ns in given_up:
                self._fail(video_id, size_bytes, mtime_ns, reason, passing=False)
            self._db.execute("UPDATE in_work SET reading = 0")

    def set_labels(self, labels: Mapping[int, str | None]) -> None:
        """Label of videos by id."""
        with faults_of(self._name), self._db.atomic():
            self._db.conn.executemany("UPDATE video SET label = ? WHERE id = ?", [(v, k) for k, v in labels.items()])

    def mark_missing(self, video_ids: Sequence[int]) -> None:
        """Videos whose files are gone; nothing of them is deleted."""
        self._mark(video_ids, "missing")

    def mark_found(self, video_ids: Sequence[int]) -> None:
        """Missing videos whose files are back as they were."""
        self._mark(video_ids, "indexed")

    def remove_missing(self) -> int:
        """Forget the videos whose files are gone, with their segments; how many there were."""
        with faults_of(self._name), self._db.atomic():
            return int(self._db.execute("DELETE FROM video WHERE status = 'missing'").rowcount)

    def set_paths(self, roots: Mapping[int, str], videos: Mapping[int, str]) -> None:
        """New paths of roots and videos by id, all or none.

        Raises:
            LibraryProblem: two would have the same.
        """
        with faults_of(self._name), self._db.atomic():
            for table, paths in (("root", roots), ("video", videos)):
                # By way of paths that nothing has, so that no step meets a path that a later one gives up.
                self._db.conn.executemany(
                    f"UPDATE {table} SET path = ? WHERE id = ?", [(b"\0%d" % id_, id_) for id_ in paths]
                )
                self._db.conn.executemany(
                    f"UPDATE {table} SET path = ? WHERE id = ?", [(sql_path(path), id_) for id_, path in paths.items()]
                )

    def vacuum(self) -> None:
        """Give unused space back to the disk: free pages of the file, and codes of segments that are all gone."""
        with faults_of(self._name):
            with self._db.atomic():
                self._db.execute(
                    """
                    DELETE FROM code_block WHERE (system_id, page) IN
                      (SELECT system_id, page FROM code_page WHERE alive = zeroblob(length(alive)))
                    """
                )
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _mark(self, video_ids: Sequence[int], status: str) -> None:
        with faults_of(self._name), self._db.atomic():
            self._db.conn.executemany("UPDATE video SET status = ? WHERE id = ?", [(status, id_) for id_ in video_ids])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
