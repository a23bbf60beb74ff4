"""The schema and how an older library becomes a current one.

``PRAGMA user_version`` counts migrations; each runs in one transaction. ``PRAGMA application_id`` tells a vhdesk
library from any other SQLite file.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from vhdesk.library.checksums import VIDEO_COLUMNS, feature_checksum, segment_checksum
from vhdesk.library.codes import SYSTEM_SHIFT, store_codes

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x76686465  # "vhde"

# Paths have no type: TEXT where they are text, BLOB where a POSIX name holds undecodable bytes.
# Segment ids are never used twice: a slot of a code page belongs to one segment for ever.
_FIRST = """
CREATE TABLE root (
  id INTEGER PRIMARY KEY,
  path UNIQUE NOT NULL,
  recursive INTEGER NOT NULL DEFAULT 1,
  excludes TEXT NOT NULL DEFAULT '[]',
  label_from_folder INTEGER NOT NULL DEFAULT 0,
  added_at TEXT NOT NULL
);
CREATE TABLE video (
  id INTEGER PRIMARY KEY,
  root_id INTEGER NOT NULL REFERENCES root(id) ON DELETE CASCADE,
  path UNIQUE NOT NULL,
  size_bytes INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  content_hash TEXT,
  duration_ms INTEGER,
  width INTEGER,
  height INTEGER,
  fps REAL,
  rotation INTEGER,
  codec TEXT,
  label TEXT,
  status TEXT NOT NULL CHECK (status IN ('pending', 'indexed', 'failed', 'missing')),
  error TEXT,
  indexed_at TEXT
);
CREATE INDEX video_by_root ON video(root_id, status);
CREATE INDEX video_by_content ON video(content_hash);
CREATE TABLE segment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  video_id INTEGER NOT NULL REFERENCES video(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  start_ms INTEGER NOT NULL,
  end_ms INTEGER NOT NULL,
  thumbnail BLOB,
  UNIQUE (video_id, ordinal)
);
CREATE TABLE system (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  fingerprint TEXT UNIQUE NOT NULL,
  card TEXT NOT NULL,
  added_at TEXT NOT NULL
);
CREATE TABLE feature (
  segment_id INTEGER NOT NULL REFERENCES segment(id) ON DELETE CASCADE,
  system_id INTEGER NOT NULL REFERENCES system(id) ON DELETE CASCADE,
  sequence BLOB NOT NULL,
  PRIMARY KEY (segment_id, system_id)
);
CREATE TABLE code (
  segment_id INTEGER NOT NULL REFERENCES segment(id) ON DELETE CASCADE,
  system_id INTEGER NOT NULL REFERENCES system(id) ON DELETE CASCADE,
  bits INTEGER NOT NULL,
  code BLOB NOT NULL,
  PRIMARY KEY (system_id, bits, segment_id)
) WITHOUT ROWID;
CREATE INDEX code_by_segment ON code(segment_id);
CREATE TABLE category_mask (
  system_id INTEGER NOT NULL REFERENCES system(id) ON DELETE CASCADE,
  bits INTEGER NOT NULL,
  labels TEXT NOT NULL,
  weights BLOB NOT NULL,
  PRIMARY KEY (system_id, bits)
);
CREATE TABLE evaluation (
  id INTEGER PRIMARY KEY,
  system_id INTEGER NOT NULL REFERENCES system(id) ON DELETE CASCADE,
  bits INTEGER NOT NULL,
  protocol TEXT NOT NULL,
  results TEXT NOT NULL,
  made_at TEXT NOT NULL
);
CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT INTO state VALUES ('rebuilds', 0);
"""


# Codes in pages (see codes.py). Thumbnails apart from segments, so that a segment's facts are few bytes. A feature's id
# is system_id << 40 | segment_id: one look-up where a key of two columns takes two. Rows carry checksums.
_PAGES = """
CREATE TABLE new_segment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  video_id INTEGER NOT NULL REFERENCES video(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  start_ms INTEGER NOT NULL,
  end_ms INTEGER NOT NULL,
  aside TEXT,
  checksum INTEGER NOT NULL,
  UNIQUE (video_id, ordinal)
);
CREATE TABLE thumbnail (
  segment_id INTEGER PRIMARY KEY REFERENCES segment(id) ON DELETE CASCADE,
  jpeg BLOB NOT NULL
);
CREATE TABLE new_feature (
  id INTEGER PRIMARY KEY,
  checksum INTEGER NOT NULL,
  sequence BLOB NOT NULL
);
CREATE TABLE code_page (
  system_id INTEGER NOT NULL REFERENCES system(id) ON DELETE CASCADE,
  page INTEGER NOT NULL,
  version INTEGER NOT NULL,
  alive BLOB NOT NULL,
  PRIMARY KEY (system_id, page)
) WITHOUT ROWID;
CREATE TABLE code_block (
  id INTEGER PRIMARY KEY,
  system_id INTEGER NOT NULL,
  bits INTEGER NOT NULL,
  page INTEGER NOT NULL,
  codes BLOB NOT NULL,
  UNIQUE (system_id, bits, page),
  FOREIGN KEY (system_id, page) REFERENCES code_page(system_id, page) ON DELETE CASCADE
);
ALTER TABLE video ADD COLUMN segments INTEGER NOT NULL DEFAULT 0;
ALTER TABLE video ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
UPDATE video SET segments = (SELECT count(*) FROM segment WHERE video_id = video.id);
UPDATE state SET name = 'code_version' WHERE name = 'rebuilds'
"""

_PAGES_IN_PLACE = """
DROP TABLE code;
DROP TABLE feature;
ALTER TABLE new_feature RENAME TO feature;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'segment') WHERE name = 'new_segment';
DROP TABLE segment;
ALTER TABLE new_segment RENAME TO segment;
CREATE INDEX segment_aside ON segment(aside) WHERE aside IS NOT NULL
"""

# Wherever a segment is deleted, by a cascade too, its features and codes go in the same transaction.
_TRIGGERS = (
    f"""
    CREATE TRIGGER segment_gone AFTER DELETE ON segment BEGIN
      DELETE FROM feature WHERE id IN (SELECT (system.id << {SYSTEM_SHIFT}) + old.id FROM system);
      UPDATE state SET value = value + 1 WHERE name = 'code_version';
      UPDATE code_page SET alive = without_slot(alive, old.id % 4096),
        version = (SELECT value FROM state WHERE name = 'code_version')
      WHERE system_id IN (SELECT id FROM system) AND page = old.id / 4096;
    END
    """,
    f"""
    CREATE TRIGGER system_gone AFTER DELETE ON system BEGIN
      DELETE FROM feature WHERE id >= old.id << {SYSTEM_SHIFT} AND id < (old.id + 1) << {SYSTEM_SHIFT};
    END
    """,
    *(
        f"""
        CREATE TRIGGER video_{name} AFTER {event} ON video BEGIN
          UPDATE video SET checksum = checksum({", ".join(VIDEO_COLUMNS)}) WHERE id = new.id;
        END
        """
        for name, event in (("added", "INSERT"), ("changed", f"UPDATE OF {', '.join(VIDEO_COLUMNS)}"))
    ),
)


def _run(db: Database, statements: str) -> None:
    for statement in statements.split(";"):
        if statement.strip():
            db.execute(statement)


def _first_schema(db: Database) -> None:
    _run(db, _FIRST)


def _code_pages(db: Database) -> None:
    _run(db, _PAGES)
    conn = db.conn
    conn.executemany(
        "INSERT INTO new_segment (id, video_id, ordinal, start_ms, end_ms, checksum) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (*row[:5], segment_checksum(*row[1:]))
            for row in conn.execute(
                "SELECT id, video_id, ordinal, start_ms, end_ms, NULL, thumbnail FROM segment ORDER BY id"
            )
        ),
    )
    db.execute("INSERT INTO thumbnail SELECT id, thumbnail FROM segment WHERE thumbnail IS NOT NULL ORDER BY id")
    for (system_id,) in conn.execute("SELECT id FROM system").fetchall():
        _page_system(conn, system_id)
    _run(db, _PAGES_IN_PLACE)
    for trigger in _TRIGGERS:
        db.execute(trigger)
    db.execute("UPDATE video SET id = id")  # the trigger adds the checksums


def _page_system(conn: Any, system_id: int) -> None:
    """Features and codes of one system to their new places; a segment needs both."""
    lengths = [row[0] for row in conn.execute("SELECT DISTINCT bits FROM code WHERE system_id = ?", (system_id,))]
    column = ", (SELECT code FROM code WHERE system_id = ?1 AND bits = {} AND segment_id = feature.segment_id)"
    columns = "".join(column.format(bits) for bits in lengths)
    rows = conn.execute(
        f"SELECT segment_id, sequence{columns} FROM feature WHERE system_id = ?1 ORDER BY segment_id", (system_id,)
    )
    while part := list(itertools.islice(rows, 4096)):
        codes = {id_: dict(zip(lengths, of, strict=True)) for id_, _, *of in part if None not in of}
        conn.executemany(
            "INSERT INTO new_feature (id, checksum, sequence) VALUES (?, ?, ?)",
            (
                ((system_id << SYSTEM_SHIFT) + id_, feature_checksum(id_, sequence, codes[id_]), sequence)
                for id_, sequence, *_ in part
                if id_ in codes
            ),
        )
        store_codes(conn, system_id, codes)


def _sampling_and_journal(db: Database) -> None:
    """What a video's segments were made with, and which files are being read now."""
    db.execute("ALTER TABLE video ADD COLUMN sampling TEXT")
    # reading: 0 not now (it was when vhdesk died), 1 among others, 2 alone. deaths: how often it was alone then.
    db.execute(
        """
        CREATE TABLE in_work (
          video_id INTEGER PRIMARY KEY REFERENCES video(id) ON DELETE CASCADE,
          size_bytes INTEGER NOT NULL,
          mtime_ns INTEGER NOT NULL,
          reading INTEGER NOT NULL,
          deaths INTEGER NOT NULL DEFAULT 0
        )
        """
    )


def _categories_and_feedback(db: Database) -> None:
    """What categories were learned from, and what the user said of results; neither hangs on paths or ids of videos."""
    _run(
        db,
        """
        ALTER TABLE category_mask ADD COLUMN bias BLOB NOT NULL DEFAULT x'';
        ALTER TABLE category_mask ADD COLUMN learned_from TEXT NOT NULL DEFAULT '';
        ALTER TABLE category_mask ADD COLUMN made_at TEXT NOT NULL DEFAULT '';
        ALTER TABLE category_mask ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE feedback (
          id INTEGER PRIMARY KEY,
          query_hash TEXT NOT NULL,
          part TEXT NOT NULL,
          video_hash TEXT NOT NULL,
          mark TEXT NOT NULL CHECK (mark IN ('yes', 'no')),
          marked_at TEXT NOT NULL,
          UNIQUE (query_hash, part, video_hash)
        )
        """,
    )


# Videos of before the column was there were made with these defaults of that time.
FIRST_SAMPLING = "8000+4000 fast mean"

MIGRATIONS: tuple[Callable[[Database], None], ...] = (
    _first_schema,
    _code_pages,
    _sampling_and_journal,
    _categories_and_feedback,
)
VERSION = len(MIGRATIONS)


def version(db: Database) -> int:
    """How many migrations a library has seen."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: Database, migrations: tuple[Callable[[Database], None], ...] = MIGRATIONS) -> None:
    """Run what a library has not seen yet, each step whole or not at all."""
    # A table that is made anew must not take the rows that refer to it along.
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        for number in range(version(db), len(migrations)):
            with db.atomic():
                migrations[number](db)
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute(f"PRAGMA user_version = {number + 1}")
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def is_library(db: Database) -> bool:
    """Whether this is a vhdesk library or a file with nothing in it yet."""
    if db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        return True
    return not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
