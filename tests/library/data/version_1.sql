-- The schema of format 1, as it was released; libraries in use have it. Not to be changed.
PRAGMA journal_mode = WAL;
PRAGMA application_id = 1986552933;
PRAGMA user_version = 1;
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
