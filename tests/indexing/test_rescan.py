"""Index runs over folders that changed: what is decoded, what is only noted, what is left alone."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.conftest import settled, write_clip
from tests.indexing.test_indexing import contents
from tests.indexing.test_plan import file, known, names, plan, root
from vhdesk.desk import Desk, IndexOptions, VideoIndexed
from vhdesk.errors import DiskProblem, LibraryBusy
from vhdesk.indexing.excludes import excluder, forms
from vhdesk.indexing.reading import quiet_for, sampling_of
from vhdesk.indexing.scan import is_elsewhere
from vhdesk.library import connection, schema
from vhdesk.library.library import Library
from vhdesk.settings import IndexingSettings, Settings


def set_time(path: Path, seconds: float) -> None:
    os.utime(path, (seconds, seconds))


@pytest.mark.parametrize("shift_s", [86_400 * 365, -86_400 * 365])
def test_another_time_alone_decodes_nothing(desk, tmp_path, shift_s):
    clip = write_clip(tmp_path / "v" / "a.mp4", frames=10)
    desk.index([clip.parent])
    before = contents(desk)
    set_time(clip, time.time() + shift_s)
    events: list = []
    report = desk.index([clip.parent], on_event=events.append)
    assert (report.videos.indexed, report.videos.unchanged) == (0, 1)
    assert contents(desk) == before
    assert desk._library.known_videos("")[str(clip)].mtime_ns == clip.stat().st_mtime_ns
    assert not any(isinstance(event, VideoIndexed) for event in events)


def test_a_changed_file_of_the_same_size_is_decoded(desk, tmp_path):
    clip = write_clip(tmp_path / "v" / "a.mp4", frames=10)
    desk.index([clip.parent])
    data = bytearray(clip.read_bytes())
    data[-1] ^= 255
    clip.write_bytes(data)
    set_time(clip, time.time() - 3600)
    assert desk.index([clip.parent]).videos.indexed == 1


def test_a_copy_gets_the_codes_of_its_original_without_decoding(desk, tmp_path):
    folder = tmp_path / "v"
    clip = write_clip(folder / "long.mp4", frames=300, fps=10)
    desk.index([folder])
    copy = Path(shutil.copy2(clip, folder / "copy.mp4"))
    elsewhere = Path(shutil.copy2(clip, write_clip(tmp_path / "w" / "other.mp4", seed=3, frames=10).parent / "c.mp4"))
    report = desk.index([folder, elsewhere.parent], IndexOptions(label_from_folder=True))
    assert (report.videos.copied, report.videos.indexed, report.videos.unchanged) == (2, 1, 1)
    assert report.to_json()["videos"]["copied"] == 2
    after = contents(desk)
    codes = {path: [row[:2] + row[3:] for row in rows] for path, rows in after.items()}
    assert codes[str(copy)] == codes[str(clip)] == codes[str(elsewhere)]
    assert after[str(elsewhere)][0][2] == "w"
    segments = desk._library.codes(desk.system().fingerprint, 64)
    assert all(desk.thumbnail(id_) for id_, _ in segments)
    results = desk.search(clip).results
    assert {result.path for result in results[:3]} == {str(clip), str(copy), str(elsewhere)}
    # a copy lives on when its original goes
    clip.unlink()
    assert desk.index([folder]).videos.missing == 1
    assert desk.search(copy).results[0].hamming == 0


def test_a_video_that_moves_to_another_folder_and_gets_another_time_is_not_decoded(desk, tmp_path):
    a, b = tmp_path / "a", tmp_path / "b"
    clip = write_clip(a / "x.mp4", frames=10)
    write_clip(a / "y.mp4", seed=1, frames=10)
    write_clip(b / "z.mp4", seed=2, frames=10)
    desk.index([a, b])
    before = contents(desk)
    moved = clip.rename(b / "renamed.mp4")
    set_time(moved, 1_000_000_000)
    report = desk.index([a, b])
    assert (report.videos.moved, report.videos.indexed, report.videos.missing) == (1, 0, 0)
    assert contents(desk)[str(moved)] == before[str(clip)]


def test_a_deleted_video_is_missing_and_found_again(desk, tmp_path):
    clip = write_clip(tmp_path / "v" / "a.mp4", frames=10)
    desk.index([clip.parent])
    clip.rename(tmp_path / "aside.mp4")
    assert desk.index([clip.parent]).videos.missing == 1
    assert desk.summary().roots[0].missing == 1
    (tmp_path / "aside.mp4").rename(clip)
    assert desk.index([clip.parent]).videos.unchanged == 1
    assert desk.summary().videos == 1


def test_an_offline_folder_keeps_its_results_and_pictures(desk, tmp_path):
    folder = tmp_path / "v"
    clips = [write_clip(folder / f"{n}.mp4", seed=n, frames=10) for n in range(3)]
    (folder / "bad.mp4").write_bytes(b"nothing")
    desk.index([folder])
    query = Path(shutil.copy2(clips[1], tmp_path / "query.mp4"))
    before = desk.summary().roots[0]
    folder.rename(tmp_path / "unplugged")

    best = desk.search(query).results[0]
    assert (best.path, best.hamming) == (str(clips[1]), 0)
    assert desk.thumbnail(best.segment_id)
    report = desk.index([])
    assert (report.videos.missing, report.videos.failed) == (0, 0)
    offline = desk.summary().roots[0]
    assert not offline.online
    counts = ("indexed", "failed", "pending", "missing")
    assert [getattr(offline, name) for name in counts] == [getattr(before, name) for name in counts] == [3, 1, 0, 0]
    assert desk.search(query).results[0].path == str(clips[1])


@pytest.mark.skipif(sys.platform == "win32", reason="scanning gives no file numbers there, and links need rights")
def test_names_of_one_file_are_indexed_once(desk, tmp_path):
    folder = tmp_path / "v"
    write_clip(folder / "b.mp4", frames=10)
    os.link(folder / "b.mp4", folder / "c.mp4")
    (folder / "a_link.mp4").symlink_to(folder / "b.mp4")
    report = desk.index([folder])
    assert (report.videos.indexed, report.passed_over.same_file) == (1, 2)
    assert list(contents(desk)) == [str(folder / "b.mp4")]
    # a name that comes first later changes nothing, and another one steps in when the indexed one goes
    os.link(folder / "b.mp4", folder / "a.mp4")
    report = desk.index([folder])
    assert (report.videos.unchanged, report.passed_over.same_file) == (1, 3)
    (folder / "b.mp4").unlink()
    report = desk.index([folder])
    assert (report.videos.moved, report.videos.indexed, report.passed_over.same_file) == (1, 0, 1)
    assert list(contents(desk)) == [str(folder / "a.mp4")]


def test_the_name_that_is_indexed_of_several():
    files = [file(f"/r/{name}")._replace(device=1, inode=7, link=name == "a") for name in "abc"]
    made = plan(files, [])
    assert ([f.path for f in made.decode], made.same_file) == (["/r/b"], 2)
    made = plan(files, [known("/r/c")])
    assert (made.decode, made.unchanged, made.same_file) == ([], 1, 2)
    unlike = [f._replace(size_bytes=n) for n, f in enumerate(files)]  # a server that gives a number twice
    assert len(plan(unlike, []).decode) == 3


@pytest.mark.parametrize(("attributes", "flags"), [(0x1000, 0), (0x400020, 0), (0x40000, 0), (0, 0x40000000)])
def test_placeholders_of_clouds_are_known_by_their_marks(attributes, flags):
    assert is_elsewhere(attributes, flags)


def test_ordinary_files_are_no_placeholders(tmp_path):
    assert not is_elsewhere(0x20, 0x40)
    sparse = tmp_path / "sparse.mp4"
    with sparse.open("wb") as made:
        made.truncate(1 << 20)
    assert names(tmp_path)[0] == ["sparse.mp4"]


def test_placeholders_are_passed_over_and_never_opened():
    def no_reading(_path):
        raise AssertionError("a placeholder was opened")

    clouds = [
        file(f"/r/{name}.mp4", mtime=mtime)._replace(cloud=True)
        for name, mtime in (("new", 7), ("same", 7), ("changed", 8))
    ]
    videos = [known("/r/same.mp4"), known("/r/changed.mp4"), known("/r/gone.mp4")]
    hashes = type("Hashes", (), {"get": staticmethod(no_reading)})
    made = plan(clouds, videos, hashes)
    assert (made.decode, made.unchanged, made.placeholders) == ([], 1, 2)
    assert made.missing == [videos[2].id]
    made = plan(clouds, videos[:2], cloud_files=True)
    assert ([f.path for f in made.decode], made.placeholders) == (["/r/new.mp4", "/r/changed.mp4"], 0)


@pytest.mark.parametrize(
    ("glob", "path", "left_out"),
    [
        ("**/b.mp4", "b.mp4", True),
        ("**/b.mp4", "x/y/b.mp4", True),
        ("a/**/b.mp4", "a/b.mp4", True),
        ("a/**/b.mp4", "a/x/y/b.mp4", True),
        ("a/**/b.mp4", "ab.mp4", False),
        ("a/**", "a/x.mp4", True),
        ("a/**", "b/x.mp4", False),
        ("**/cache/**", "x/cache/y.mp4", True),
        ("**/cache/**", "cache/y.mp4", True),
        ("**/cache/**", "caches/y.mp4", False),
        ("[", "x.mp4", False),
    ],
)
def test_globs_with_any_number_of_folders(glob, path, left_out):
    assert excluder((glob,))(path, path.rsplit("/")[-1]) == left_out
    assert len(forms("**/" * 40)) <= 16


def test_trash_and_thumbnail_folders_never_count(tmp_path):
    for name in ("$RECYCLE.BIN", "System Volume Information", "@eaDir", ".Trash-1000", "#recycle", "films"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.mp4").touch()
    assert names(tmp_path)[0] == [os.path.join("films", "a.mp4")]


def test_quiet_periods():
    second = 10**9
    assert quiet_for(0, 3 * second, 3) == 0
    assert quiet_for(0, 2 * second, 3) == pytest.approx(1)
    assert quiet_for(0, int(2.99 * second), 3) == pytest.approx(0.2)
    assert quiet_for(second, 0, 3) == pytest.approx(4)
    assert quiet_for(10 * second, 0, 3) == 0  # a clock far ahead says nothing
    assert quiet_for(second, second, 0) == 0


def test_a_file_that_is_being_copied_is_read_when_it_is_complete(tmp_path):
    source = write_clip(tmp_path / "source.mp4", frames=200)
    folder = tmp_path / "v"
    write_clip(folder / "other.mp4", seed=4, frames=10)
    growing = folder / "growing.mp4"
    data = source.read_bytes()
    growing.write_bytes(data[: len(data) // 2])
    timer = threading.Timer(0.5, lambda: growing.write_bytes(data))
    settings = Settings(IndexingSettings(quiet_s=2))
    with Desk(tmp_path / "l.vhdesk", settings) as desk:
        desk.open()
        desk.system()
        timer.start()
        events: list = []
        report = desk.index([folder], on_event=events.append)
        timer.join()
        order = [os.path.basename(event.path) for event in events if isinstance(event, VideoIndexed)]
        if report.passed_over.still_written:  # it was looked at again before it was complete
            assert order == ["other.mp4"]
            assert any("still changing" in warning for warning in report.warnings)
            assert desk.summary().pending == 1
            settled(growing)
            report = desk.index([folder])
            assert report.videos.indexed == 1
        assert (report.damaged, report.failures, desk.summary().videos) == ((), (), 2)


def test_a_file_that_never_stops_growing_is_left_for_the_next_run(tmp_path):
    folder = tmp_path / "v"
    folder.mkdir()
    growing = folder / "growing.mp4"
    growing.write_bytes(b"x")
    stop = threading.Event()

    def grow():
        while not stop.wait(0.05):
            with growing.open("ab") as target:
                target.write(b"x" * 100)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        with Desk(tmp_path / "l.vhdesk", Settings(IndexingSettings(quiet_s=1))) as desk:
            desk.open()
            report = desk.index([folder])
            assert (report.videos.indexed, report.videos.failed, report.passed_over.still_written) == (0, 0, 1)
            assert report.to_json()["passed_over"] == {"same_file": 0, "placeholders": 0, "still_written": 1}
            assert desk.summary().pending == 1
    finally:
        stop.set()
        writer.join()


def test_other_settings_index_exactly_what_was_made_otherwise(tmp_path):
    folder = tmp_path / "v"
    for number in range(2):
        write_clip(folder / f"{number}.mp4", seed=number, frames=120, fps=10)
    library = tmp_path / "l.vhdesk"
    with Desk(library, Settings()) as desk:
        desk.open()
        desk.index([folder])
    fine = Settings(IndexingSettings(segment_ms=4000, overlap_ms=2000))
    with Desk(library, fine) as desk:
        desk.open()
        write_clip(folder / "2.mp4", seed=2, frames=10)
        assert desk.index([folder]).videos.indexed == 3
        assert desk.index([folder]).videos.unchanged == 3
        assert {row[1] - row[0] for row in contents(desk)[str(folder / "0.mp4")]} == {4000}
    with Desk(library, Settings(IndexingSettings(segment_ms=4000, overlap_ms=2000, workers=2, quiet_s=9))) as desk:
        desk.open()
        assert desk.index([folder]).videos.unchanged == 3


def test_videos_of_before_count_as_made_with_the_defaults_of_then(library):
    assert sampling_of(IndexingSettings()) == schema.FIRST_SAMPLING
    others = [
        IndexingSettings(segment_ms=9000),
        IndexingSettings(overlap_ms=0),
        IndexingSettings(decode="exact"),
        IndexingSettings(keep_frame_features=True),
    ]
    assert len({sampling_of(settings) for settings in others} | {schema.FIRST_SAMPLING}) == 5
    with library.writer() as writer:
        writer._db.execute("INSERT INTO root VALUES (1, '/v', 1, '[]', 0, '')")
        writer._db.execute(
            "INSERT INTO video (root_id, path, size_bytes, mtime_ns, status) VALUES (1, '/v/a', 1, 1, 'indexed')"
        )
        writer._db.conn.commit()
    assert library.known_videos("f")["/v/a"].sampling == schema.FIRST_SAMPLING


def test_an_earlier_library_learns_the_new_columns(tmp_path):
    from sqlite_utils import Database

    db = Database(tmp_path / "old.vhdesk")
    schema.migrate(db, schema.MIGRATIONS[:1])
    db.execute("INSERT INTO root VALUES (1, '/v', 1, '[]', 0, '')")
    db.conn.commit()
    db.close()
    library = Library(tmp_path / "old.vhdesk")
    library.open()
    assert [r.path for r in library.roots()] == ["/v"]
    assert library.known_videos("f") == {}
    library.close()


def test_a_full_disk_ends_the_run_with_a_sentence_and_loses_nothing(desk, tmp_path, monkeypatch):
    folder = tmp_path / "v"
    for number in range(40):
        write_clip(folder / f"{number:02}.mp4", seed=number, frames=10)
    connect = connection.connect

    def small(path, *, write):
        db = connect(path, write=write)
        if write:
            pages = db.execute("PRAGMA page_count").fetchone()[0]
            db.execute(f"PRAGMA max_page_count = {pages + 150}")
        return db

    with monkeypatch.context() as patch:
        patch.setattr("vhdesk.library.library.connect", small)
        with pytest.raises(DiskProblem, match="is full"):
            desk.index([folder])
    stored = desk.summary().videos
    assert 1 <= stored < 40
    report = desk.index([folder])
    assert (report.videos.unchanged, report.videos.indexed, report.failures) == (stored, 40 - stored, ())


def test_a_library_that_another_program_holds_ends_the_run_with_a_sentence(desk, tmp_path, monkeypatch):
    import sqlite3

    folder = tmp_path / "v"
    for number in range(4):
        write_clip(folder / f"{number}.mp4", seed=number, frames=10)
    monkeypatch.setattr(connection, "BUSY_MS", 100)
    holder = sqlite3.connect(desk.library_path, isolation_level=None, check_same_thread=False)

    def hold(event):
        if isinstance(event, VideoIndexed) and not holder.in_transaction:
            holder.execute("BEGIN IMMEDIATE")

    with pytest.raises(LibraryBusy, match="Another program holds"):
        desk.index([folder], on_event=hold)
    holder.execute("ROLLBACK")
    holder.close()
    report = desk.index([folder])
    assert (report.videos.unchanged, report.videos.indexed, report.videos.failed) == (1, 3, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="it names its temporary folder otherwise")
def test_a_temporary_folder_that_is_gone_is_not_missed(tmp_path, clip_folder):
    import subprocess

    from tests.conftest import REPOSITORY

    gone = tmp_path / "gone"
    command = [sys.executable, "-m", "vhdesk", "--library", str(tmp_path / "l"), "index", str(clip_folder), "--json"]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=os.environ | {"TMPDIR": str(gone)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert '"indexed": 8' in done.stdout


def test_roots_on_a_drive_that_is_not_connected_are_left_alone(desk, tmp_path, monkeypatch):
    clip = write_clip(tmp_path / "v" / "a.mp4", frames=10)
    desk.index([clip.parent])
    clip.rename(tmp_path / "aside.mp4")
    monkeypatch.setattr("vhdesk.indexing.pipeline.is_unplugged", lambda path: path == str(clip.parent))
    report = desk.index([clip.parent])
    assert report.videos.missing == 0
    assert "is not connected" in report.warnings[0]
    assert root(clip.parent).path == str(clip.parent)
