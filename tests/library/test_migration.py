"""Older libraries: brought up to date whole or not at all, with a copy kept beside them."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from tests.conftest import REPOSITORY
from tests.library.contents import fill, integrity
from vhdesk.errors import DiskProblem
from vhdesk.library import schema
from vhdesk.library.audit import audit
from vhdesk.library.connection import connect
from vhdesk.library.library import Library
from vhdesk.library.notes import Notes, StoredCategories
from vhdesk.search.engine import QuerySegment, SearchEngine

LENGTHS = (16, 32, 64, 128, 256)
SQL = REPOSITORY / "tests" / "library" / "data" / "version_1.sql"
FEATURES = 64


def version_1(path: Path, videos: int = 40) -> dict[int, tuple[bytes, dict[int, bytes], bytes]]:
    """A library as format 1 was, with content; features, codes and picture of every segment by id."""
    rng = random.Random(0)
    held = {}
    with closing(sqlite3.connect(path)) as db:
        db.executescript(SQL.read_text())
        db.execute("INSERT INTO root VALUES (7, '/videos', 1, '[\"*.part\"]', 1, '2026-01-01')")
        db.execute("INSERT INTO root VALUES (9, ?, 0, '[]', 0, '2026-01-01')", (b"/caf\xe9",))
        db.execute("INSERT INTO system VALUES (3, 'desk', 'f', '{}', '2026-01-01')")
        db.execute("INSERT INTO system VALUES (4, 'other', 'g', '{}', '2026-01-01')")
        segment = 4000  # so that they are in two pages
        for video in range(1, videos + 1):
            name = f"/videos/{video}.mp4" if video % 2 else b"/caf\xe9/%d.mp4" % video
            status = {5: "failed", 6: "missing", 7: "pending"}.get(video, "indexed")
            db.execute(
                "INSERT INTO video VALUES (?, ?, ?, 10, 20, ?, 9000, 64, 48, 25.0, 0, 'h264', ?, ?, ?, '2026-01-01')",
                (video, 7 if video % 2 else 9, name, f"c{video}", "label", status, "Broken." if video == 5 else None),
            )
            if status in {"failed", "pending"}:
                continue
            for ordinal in range(rng.randrange(1, 9)):
                segment += 1
                picture = rng.randbytes(rng.randrange(1, 6000))
                features = np.random.default_rng(segment).standard_normal(FEATURES).astype(np.float16).tobytes()
                codes = {bits: rng.randbytes(bits // 8) for bits in LENGTHS}
                db.execute(
                    "INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?)",
                    (segment, video, ordinal, ordinal * 4000, ordinal * 4000 + 8000, picture),
                )
                db.execute("INSERT INTO feature VALUES (?, 3, ?)", (segment, features))
                db.executemany("INSERT INTO code VALUES (?, 3, ?, ?)", [(segment, b, c) for b, c in codes.items()])
                held[segment] = (features, codes, picture)
        db.execute("UPDATE sqlite_sequence SET seq = 9000 WHERE name = 'segment'")
        db.execute("UPDATE state SET value = 12 WHERE name = 'rebuilds'")
        db.commit()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return held


def user_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def embed(sequences):
    features = np.stack([np.frombuffer(s, np.float16).astype(np.float32) for s in sequences])
    return features / np.linalg.norm(features, axis=1, keepdims=True)


def test_a_library_of_format_1_keeps_everything_and_is_searched(tmp_path):
    path = tmp_path / "l.vhdesk"
    held = version_1(path)
    library = Library(path)
    library.open()
    assert user_version(path) == schema.VERSION
    for bits in LENGTHS:
        assert dict(library.codes("f", bits)) == {id_: codes[bits] for id_, (_, codes, _) in held.items()}
    assert library.codes("g", 64) == []
    hits = library.hits(list(held), "f")
    assert set(hits) <= set(held)
    assert all(hit.sequence == held[id_][0] and library.thumbnail(id_) == held[id_][2] for id_, hit in hits.items())
    summary = library.summary()
    assert (summary.videos, summary.failed, summary.pending, summary.roots[1].missing) == (37, 1, 1, 1)
    assert [(root.id, root.path, root.recursive, root.excludes) for root in library.roots()] == [
        (7, "/videos", True, ("*.part",)),
        (9, os.fsdecode(b"/caf\xe9"), False, ()),
    ]
    assert library.failures() == [("/videos/5.mp4", "Broken.")]
    known = library.known_videos("f")
    assert known["/videos/1.mp4"].complete
    assert known["/videos/1.mp4"].content_hash == "c1"
    id_ = next(iter(hits))
    query = QuerySegment(0, 8000, np.frombuffer(held[id_][1][64], np.uint8), embed([held[id_][0]])[0])
    best = SearchEngine(library).search([query], "f", 64, 10, embed).results[0]
    assert (best.segment_id, best.hamming, best.path) == (id_, 0, hits[id_].path)
    with closing(connect(str(path), write=False)) as db:
        assert audit(db.conn).sentences() == []
    assert integrity(path) == []
    fill(library, 4)
    assert min(id_ for id_, _ in library.codes("f", 64) if id_ not in held) == 9001  # no id is given twice
    library.close()


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_every_earlier_format_is_brought_up_to_date(tmp_path, version):
    path = tmp_path / "l.vhdesk"
    held = version_1(path, 20)
    with closing(connect(str(path), write=True)) as db:
        schema.migrate(db, schema.MIGRATIONS[:version])
        db.execute("INSERT INTO category_mask (system_id, bits, labels, weights) VALUES (3, 64, '[]', x'')")
        db.execute(
            "INSERT INTO evaluation (system_id, bits, protocol, results, made_at) VALUES (3, 64, 'library', '{}', '')"
        )
    assert user_version(path) == version
    library = Library(path)
    library.open()
    assert user_version(path) == schema.VERSION
    assert dict(library.codes("f", 64)) == {id_: codes[64] for id_, (_, codes, _) in held.items()}
    notes = Notes(library)
    assert notes.categories("f") == {}  # what older versions could not finish is not used
    assert notes.evaluation("f", 64, "library") == {}
    stored = StoredCategories(64, ("a", "b"), bytes(512), bytes(8), {"a": 3, "b": 2})
    notes.store_categories("f", [stored])
    assert notes.categories("f") == {64: stored}
    notes.store_evaluation("f", 64, "library", {"x": 1})
    assert notes.evaluation("f", 64, "library") == {"x": 1}
    assert notes.set_mark("query", "", 1, "no")
    assert notes.marks("query", "") == {1: "no"}
    assert integrity(path) == []
    library.close()


def test_a_copy_is_kept_and_files_of_the_old_format_go(tmp_path):
    path = tmp_path / "l.vhdesk"
    version_1(path, 10)
    (tmp_path / "l.vhdesk.index" / "f-64").mkdir(parents=True)
    (tmp_path / "l.vhdesk.backup-v0").write_bytes(b"older")
    library = Library(path)
    library.open()
    library.close()
    names = {p.name for p in tmp_path.iterdir() if p.name.startswith("l.vhdesk") and p.stat().st_size}
    assert names == {"l.vhdesk", "l.vhdesk.backup-v1"}
    assert user_version(tmp_path / "l.vhdesk.backup-v1") == 1
    again = Library(tmp_path / "l.vhdesk.backup-v1")  # a copy can be used as it is
    again.open()
    assert again.summary().videos == 7
    again.close()


def test_a_new_library_needs_no_copy(library):
    assert not [p for p in library.path.parent.iterdir() if "backup" in p.name]


def test_without_room_an_older_library_stays_as_it_is(tmp_path, monkeypatch):
    path = tmp_path / "l.vhdesk"
    version_1(path, 10)
    before = path.read_bytes()
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1000))
    library = Library(path)
    with pytest.raises(DiskProblem, match="nothing was changed"):
        library.open()
    library.close()
    assert path.read_bytes() == before
    assert not [p for p in tmp_path.iterdir() if "backup" in p.name]


OPEN = "import sys, pathlib\nfrom vhdesk.library.library import Library\nLibrary(pathlib.Path(sys.argv[1])).open()\n"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_migration_that_is_killed_leaves_the_old_library_or_the_new_one(tmp_path):
    whole = tmp_path / "whole.vhdesk"
    held = version_1(whole, 300)
    seen = set()
    started = time.monotonic()
    subprocess.run([sys.executable, "-c", OPEN, shutil.copy(whole, tmp_path / "t.vhdesk")], cwd=REPOSITORY, check=True)
    length = time.monotonic() - started
    for share in (0.4, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        path = tmp_path / f"{share}.vhdesk"
        shutil.copy(whole, path)
        child = subprocess.Popen([sys.executable, "-c", OPEN, str(path)], cwd=REPOSITORY)
        time.sleep(length * share)
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert integrity(path) == []
        seen.add(user_version(path))
        library = Library(path)
        library.open()
        assert dict(library.codes("f", 64)) == {id_: codes[64] for id_, (_, codes, _) in held.items()}
        assert not [p for p in tmp_path.iterdir() if p.name.startswith(f"{path.name}.backup") and ".part" in p.name]
        library.close()
    assert 1 in seen


def test_a_migration_killed_before_its_end_leaves_format_1(tmp_path):
    path = tmp_path / "l.vhdesk"
    version_1(path, 30)
    script = (
        "import os, sys, pathlib\n"
        "from vhdesk.library import schema\n"
        "from vhdesk.library.library import Library\n"
        "last = schema.MIGRATIONS[-1]\n"
        "def killed(db):\n"
        "    last(db)\n"
        "    os._exit(9)\n"
        "schema.migrate.__defaults__ = ((*schema.MIGRATIONS[:-1], killed),)\n"
        "Library(pathlib.Path(sys.argv[1])).open()\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], cwd=REPOSITORY, check=False)
    assert done.returncode == 9
    assert user_version(path) == schema.VERSION - 1
    assert integrity(path) == []
    library = Library(path)
    library.open()
    assert library.summary().videos == 27
    library.close()
