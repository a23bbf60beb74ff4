"""Looking after a library: information, check, compacting, relocating, export."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sqlite3
import sys
from contextlib import closing

import pytest

from tests.library.contents import LENGTHS, fill, integrity, snapshot
from tests.library.test_library import facts, record, store
from vhdesk.errors import BadInput, DiskProblem
from vhdesk.library.maintenance import Maintenance
from vhdesk.library.relocate import moved
from vhdesk.library.writer import NewFile

POSIX = pytest.mark.skipif(os.sep != "/", reason="POSIX paths")


@pytest.fixture
def filled(library):
    fill(library)
    return library


def test_information_adds_up(filled):
    info = Maintenance(filled).info()
    assert (info.summary.videos, info.missing, info.summary.failed, info.summary.pending) == (57, 1, 1, 1)
    assert {use.fingerprint: use.bits for use in info.systems} == {"f": LENGTHS, "g": LENGTHS}
    with closing(sqlite3.connect(filled.path)) as db:
        (pictures,) = db.execute("SELECT sum(length(jpeg)) FROM thumbnail").fetchone()
        (segments,) = db.execute("SELECT count(*) FROM segment").fetchone()
        (aside,) = db.execute(
            "SELECT count(*) FROM segment JOIN video ON video_id = video.id WHERE aside = 'dark' AND status = 'indexed'"
        ).fetchone()
    assert info.disk_use["thumbnails"] == pictures
    assert info.systems[0].segments == segments > info.systems[1].segments > 0
    assert info.disk_use["features"] == 1152 * (info.systems[0].segments + info.systems[1].segments)
    assert info.bytes == filled.path.stat().st_size == sum(info.disk_use.values())
    assert info.summary.set_aside == {"dark": aside}
    assert aside


def test_a_whole_library_passes_its_check(filled):
    assert Maintenance(filled).check() == ()


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("DELETE FROM thumbnail WHERE segment_id = 3", "lack segments, pictures"),
        ("DELETE FROM feature WHERE id IN (SELECT min(id) FROM feature)", "lack segments, pictures"),
        ("DELETE FROM feature WHERE id IN (SELECT min(id) FROM feature)", "disagree with the features"),
        ("UPDATE feature SET sequence = zeroblob(1152) WHERE id IN (SELECT max(id) FROM feature)", "lack segments"),
        ("UPDATE code_block SET codes = zeroblob(length(codes)) WHERE bits = 32 AND system_id = 2", "lack segments"),
        ("DELETE FROM code_block WHERE bits = 256", "lack segments"),
        ("UPDATE code_page SET alive = zeroblob(512)", "disagree with the features"),
        ("UPDATE segment SET start_ms = start_ms + 1 WHERE id = 9", "lack segments"),
        ("UPDATE video SET checksum = checksum + 1 WHERE id = 2", "1 of the videos are no longer"),
        ("UPDATE video SET root_id = 99 WHERE id = 2", "refer to nothing"),
        ("UPDATE segment SET video_id = 999 WHERE id = 9", "belong to no video"),
    ],
)
def test_the_check_finds_what_sqlite_does_not(filled, sql, sentence):
    with closing(sqlite3.connect(filled.path)) as db:
        for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {trigger}")
        assert db.execute(sql).rowcount > 0
        db.commit()
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert any(sentence in problem for problem in Maintenance(filled).check())


def test_compacting_gives_space_back_and_changes_nothing_else(filled):
    with filled.writer() as writer:
        for id_ in range(1, 40):
            writer.fail_video(id_, 0, 0, "gone")
    before = snapshot(filled.path)
    report = Maintenance(filled).compact()
    assert report.before_bytes > report.after_bytes == filled.path.stat().st_size
    assert report.purged == 0
    assert snapshot(filled.path) == before
    assert integrity(filled.path) == []
    assert Maintenance(filled).check() == ()


def test_only_asking_for_it_forgets_missing_videos(filled):
    maintenance = Maintenance(filled)
    assert (maintenance.compact().purged, maintenance.info().missing) == (0, 1)
    segments = maintenance.info().systems[0].segments
    assert maintenance.compact(purge_missing=True).purged == 1
    assert maintenance.info().missing == 0
    assert maintenance.info().systems[0].segments < segments
    assert maintenance.check() == ()


def test_codes_of_segments_that_are_all_gone_take_no_space(library):
    store(library, "/videos/a.mp4", segments=5000)
    with library.writer() as writer:
        writer.fail_video(1, 0, 0, "gone")
    with closing(sqlite3.connect(library.path)) as db:
        assert db.execute("SELECT count(*) FROM code_block").fetchone()[0] == 2
    Maintenance(library).compact()
    with closing(sqlite3.connect(library.path)) as db:
        assert db.execute("SELECT count(*) FROM code_block").fetchone()[0] == 0
    store(library, "/videos/b.mp4")
    assert [id_ for id_, _ in library.codes("f", 16)] == [5001, 5002]


def test_removing_a_folder_takes_its_codes_along(filled):
    with closing(sqlite3.connect(filled.path)) as db:
        (gone,) = db.execute(
            "SELECT count(*) FROM segment JOIN video ON video.id = video_id WHERE root_id = 1"
        ).fetchone()
    before = len(filled.codes("f", 64))
    with filled.writer() as writer:
        writer._db.execute("DELETE FROM root WHERE id = 1")
        writer._db.conn.commit()
    assert len(filled.codes("f", 64)) == before - gone > 0
    assert Maintenance(filled).check() == ()


def test_compacting_without_room_changes_nothing(filled, monkeypatch):
    before = filled.path.read_bytes()
    usage = shutil.disk_usage(filled.path.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1000))
    with pytest.raises(DiskProblem, match=r"Compacting the library needs .* nothing was changed"):
        Maintenance(filled).compact(purge_missing=True)
    assert filled.path.read_bytes() == before


# relocating


@pytest.mark.parametrize(
    ("path", "old", "new", "there"),
    [
        ("/a/b/c.mp4", "/a/b", "/x", "/x/c.mp4"),
        ("/a/b/c.mp4", "/a/b/", "/x/", "/x/c.mp4"),
        ("/a/b", "/a/b", "/x", "/x"),
        ("/a/bc/d.mp4", "/a/b", "/x", None),
        ("/A/b/c.mp4", "/a/b", "/x", None),
        ("/a/c.mp4", "/", "/x", "/x/a/c.mp4"),
        ("/x/a/c.mp4", "/x", "/", "/a/c.mp4"),
        ("/a/odd\\name.mp4", "/a", "/x", "/x/odd\\name.mp4"),
        (r"C:\Videos\a\b.mp4", "c:/videos", "/mnt/v", "/mnt/v/a/b.mp4"),
        (r"C:\Videos\a\b.mp4", r"C:\Videos", "D:\\", r"D:\a\b.mp4"),
        (r"C:\Videos2\b.mp4", r"C:\Videos", r"D:\v", None),
        (r"\\nas\share\v\b.mp4", r"\\NAS\share", "/mnt/nas", "/mnt/nas/v/b.mp4"),
        ("/mnt/v/a/b.mp4", "/mnt/v", r"C:\Videos", r"C:\Videos\a\b.mp4"),
        ("/mnt/v/a/b.mp4", "/mnt/v", r"\\nas\v", r"\\nas\v\a\b.mp4"),
        ("C:/a.mp4", "/C:", "/x", None),
    ],
)
def test_where_a_path_is_after_its_folder_moved(path, old, new, there):
    assert moved(path, old, new) == there


@POSIX
def test_a_relocated_library_is_unchanged_but_for_its_paths(filled, tmp_path):
    before = snapshot(filled.path)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "0-0.mp4").touch()
    maintenance = Maintenance(filled)
    report = maintenance.relocate("/videos/a", str(tmp_path / "new"))
    assert (report.roots, report.videos, report.found) == (1, 30, 1)
    assert [root.path for root in filled.roots()] == [str(tmp_path / "new"), "/videos/b"]
    assert maintenance.check() == ()
    assert maintenance.relocate(str(tmp_path / "new"), "/videos/a").videos == 30
    assert snapshot(filled.path) == before


@POSIX
def test_a_folder_may_move_into_itself_and_back(filled):
    before = snapshot(filled.path)
    maintenance = Maintenance(filled)
    assert maintenance.relocate("/videos", "/videos/a").roots == 2
    assert [root.path for root in filled.roots()] == ["/videos/a/a", "/videos/a/b"]
    assert maintenance.relocate("/videos/a", "/videos").roots == 2
    assert snapshot(filled.path) == before


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these systems have no undecodable names")
def test_undecodable_names_are_relocated_too(library):
    odd = os.fsdecode(b"/caf\xe9")
    with library.writer() as writer:
        root = writer.add_root(odd)
        video = writer.plan([NewFile(root.id, f"{odd}/a.mp4", 1, 1, None)])[f"{odd}/a.mp4"]
        system = writer.add_system("desk", "f", {})
        writer.store_video(video, system, facts(), [record(0)])
    Maintenance(library).relocate(odd, "/videos")
    assert list(library.known_videos("f")) == ["/videos/a.mp4"]
    Maintenance(library).relocate("/videos", odd)
    assert (list(library.known_videos("f")), library.roots()[0].path) == ([f"{odd}/a.mp4"], odd)


@POSIX
@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("/nowhere", "/x", "It watches these folders: /videos/a, /videos/b"),
        ("/videos/a", "/videos/b", "already knows /videos/b"),
        ("/videos/a/0-0.mp4", "/x", "is only a part of the folder /videos/a"),
    ],
)
def test_relocations_that_cannot_be_change_nothing(filled, old, new, sentence):
    before = snapshot(filled.path)
    with pytest.raises(BadInput, match=sentence):
        Maintenance(filled).relocate(old, new)
    assert snapshot(filled.path) == before


# export


def test_an_export_holds_every_video_and_segment(filled, tmp_path):
    maintenance = Maintenance(filled)
    report = maintenance.export(tmp_path / "l.json", "json", codes=True)
    document = json.loads((tmp_path / "l.json").read_text("utf-8"))
    assert (report.videos, len(document["videos"])) == (60, 60)
    by_path = {video["path"]: video for video in document["videos"]}
    assert by_path["/videos/a/0-58.mp4"]["error"] == "It is broken."
    codes = {bits: dict(filled.codes("f", bits)) for bits in LENGTHS}
    seen = 0
    for path, (facts_, segments) in snapshot(filled.path).items():
        video = by_path[path]
        assert (video["size_bytes"], video["label"], len(video["segments"])) == (facts_[1], facts_[10], len(segments))
        for segment in video["segments"]:
            seen += 1
            for bits in LENGTHS:
                assert segment["codes"][f"desk-f_{bits}"] == codes[bits][segment["segment"]].hex()
    assert seen == report.segments

    report = maintenance.export(tmp_path / "l.csv", "csv")
    with open(tmp_path / "l.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == report.segments + 2  # the failed and the pending video have none
    assert {row["path"] for row in rows} == set(by_path)
    assert {row["set_aside"] for row in rows} == {"", "dark"}


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these systems have no such names")
def test_odd_names_and_labels_survive_a_csv(library, tmp_path):
    name = '/videos/a, "b"\n' + os.fsdecode(b"\xff") + "ü.mp4"
    with library.writer() as writer:
        root = writer.add_root("/videos")
        video = writer.plan([NewFile(root.id, name, 1, 1, 'label; "x",')])[name]
        writer.store_video(video, writer.add_system("desk", "f", {}), facts(), [record(0)])
    Maintenance(library).export(tmp_path / "l.csv", "csv", codes=True)
    with open(tmp_path / "l.csv", encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["path"] == '/videos/a, "b"\n\\xffü.mp4'
    assert row["label"] == 'label; "x",'
    assert row["desk-f_16"] == "0001"


def test_an_export_replaces_no_file_and_leaves_no_part(filled, tmp_path):
    target = tmp_path / "l.csv"
    target.write_text("mine")
    with pytest.raises(BadInput, match="already"):
        Maintenance(filled).export(target, "csv")
    assert target.read_text() == "mine"
    with pytest.raises(DiskProblem, match="cannot be written"):
        Maintenance(filled).export(tmp_path / "none" / "l.csv", "csv")
    with pytest.raises(BadInput, match="csv or json"):
        Maintenance(filled).export(tmp_path / "l.xml", "xml")
    assert not list(tmp_path.glob("*.part"))
