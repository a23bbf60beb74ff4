"""The schema and how an older library becomes a current one.

``PRAGMA user_version`` counts migrations; each runs in one transaction. ``PRAGMA application_id`` tells a vhdesk
library from any other SQLite file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x76686465  # "vhde"

# Paths have no type: TEXT where they are text, BLOB where a POSIX name holds undecodable bytes.
# Segment ids are never used twice, so that (highest id, rebuilds) tells whether derived files are current.
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


def _first_schema(db: Database) -> None:
    for statement in _FIRST.split(";"):
        if statement.strip():
            db.execute(statement)


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


# Videos of before the column was there were made with these defaults of that time.
FIRST_SAMPLING = "8000+4000 fast mean"

MIGRATIONS: tuple[Callable[[Database], None], ...] = (_first_schema, _sampling_and_journal)
VERSION = len(MIGRATIONS)


def version(db: Database) -> int:
    """How many migrations a library has seen."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: Database, migrations: tuple[Callable[[Database], None], ...] = MIGRATIONS) -> None:
    """Run what a library has not seen yet, each step whole or not at all."""
    for number in range(version(db), len(migrations)):
        with db.atomic():
            migrations[number](db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {number + 1}")


def is_library(db: Database) -> bool:
    """Whether this is a vhdesk library or a file with nothing in it yet."""
    if db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        return True
    return not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
