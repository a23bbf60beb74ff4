from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from vhdesk.errors import LibraryBusy, LibraryDamaged, LibraryNewer, LibraryProblem, LibraryReadOnly
from vhdesk.library import schema
from vhdesk.library.codes import SLOTS
from vhdesk.library.connection import connect
from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentRecord, VideoFacts
from vhdesk.library.writer import NewFile


def facts(content: str = "c0", **changes) -> VideoFacts:
    values = {
        "size_bytes": 10,
        "mtime_ns": 20,
        "content_hash": content,
        "duration_ms": 9000,
        "width": 64,
        "height": 48,
        "fps": 25.0,
        "rotation": 0,
        "codec": "h264",
    }
    return VideoFacts(**(values | changes))


def record(ordinal: int, fill: int = 0) -> SegmentRecord:
    return SegmentRecord(
        ordinal, ordinal * 4000, ordinal * 4000 + 8000, b"jpeg", bytes([fill % 256] * 8), {16: bytes([fill % 256, 1])}
    )


def store(library: Library, path: str, segments: int = 2, fingerprint: str = "f", content: str = "c0") -> int:
    with library.writer() as writer:
        root = writer.add_root("/videos")
        system = writer.add_system("desk", fingerprint, {})
        video = writer.plan([NewFile(root.id, path, 10, 20, "label")])[path]
        writer.store_video(video, system, facts(content), [record(i, i) for i in range(segments)])
    return video


def test_a_video_is_stored_with_all_its_segments(library):
    store(library, "/videos/a.mp4")
    summary = library.summary()
    assert (summary.videos, summary.segments, summary.failed) == (1, 2, 0)
    assert [id_ for id_, _ in library.codes("f", 16)] == [1, 2]
    hits = library.hits([1, 2], "f")
    assert (hits[2].path, hits[2].label, hits[2].start_ms, hits[2].end_ms) == ("/videos/a.mp4", "label", 4000, 12_000)
    assert library.thumbnail(1) == b"jpeg"
    assert library.thumbnail(99) is None


def test_a_video_is_stored_whole_or_not_at_all(library):
    store(library, "/videos/a.mp4")
    broken = [record(0), SegmentRecord(1, 0, 1, b"", None, {16: b"xx"})]  # type: ignore[arg-type]
    with library.writer() as writer:
        video = writer.plan([NewFile(1, "/videos/b.mp4", 10, 20, None)])["/videos/b.mp4"]
        with pytest.raises(LibraryProblem):
            writer.store_video(video, 1, facts(), broken)
    summary = library.summary()
    assert (summary.videos, summary.pending, summary.segments) == (1, 1, 2)


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these systems have no undecodable names")
def test_any_name_survives(library):
    names = ["/videos/ü✓😀\u202e.mp4", os.fsdecode(b"/videos/caf\xe9.mp4"), "/videos/" + "x" * 300]
    for name in names:
        store(library, name)
    assert sorted(library.known_videos("f")) == sorted(names)
    assert library.hits([1, 3, 5], "f")[3].path == names[1]


def test_changed_content_replaces_segments_and_makes_copies_of_the_codes_stale(library):
    store(library, "/videos/a.mp4")
    (before,) = library.code_pages("f", 16)
    store(library, "/videos/a.mp4", segments=1, content="c1")
    assert [id_ for id_, _ in library.codes("f", 16)] == [3]
    (after,) = library.code_pages("f", 16, after=before.version)
    assert after.segment_ids() == [3]


def test_another_system_shares_the_segments(library):
    store(library, "/videos/a.mp4")
    store(library, "/videos/a.mp4", fingerprint="g")
    assert library.summary().segments == 2
    assert library.codes("f", 16) == library.codes("g", 16)


def test_only_pages_that_changed_are_read_again(library):
    store(library, "/videos/a.mp4", segments=SLOTS)
    pages = library.code_pages("f", 16)
    assert [page.page for page in pages] == [0, 1]  # ids start at 1
    newest = max(page.version for page in pages)
    assert library.code_pages("f", 16, after=newest) == []
    store(library, "/videos/b.mp4")
    assert [page.page for page in library.code_pages("f", 16, after=newest)] == [1]


def test_missing_videos_keep_their_codes_but_are_no_hits(library):
    video = store(library, "/videos/a.mp4")
    with library.writer() as writer:
        writer.mark_missing([video])
    assert library.hits([1], "f") == {}
    assert len(library.codes("f", 16)) == 2
    with library.writer() as writer:
        writer.mark_found([video])
    assert list(library.hits([1], "f")) == [1]


def test_a_failed_file_is_listed_with_its_reason(library):
    video = store(library, "/videos/a.mp4")
    with library.writer() as writer:
        writer.fail_video(video, 1, 2, "It is broken.")
    assert library.failures() == [("/videos/a.mp4", "It is broken.")]
    assert library.codes("f", 16) == []


def test_a_failure_never_costs_the_codes_of_the_same_content(library):
    video = store(library, "/videos/a.mp4")
    with library.writer() as writer:
        writer.fail_video(video, 10, 20, "The decoder crashed.")
        writer.fail_video(video, 11, 21, "The drive was gone.", passing=True)
    assert len(library.codes("f", 16)) == 2
    assert list(library.hits([1], "f")) == [1]
    known = library.known_videos("f")["/videos/a.mp4"]
    assert (known.size_bytes, known.mtime_ns, known.status) == (10, 20, "indexed")


def test_a_file_that_was_read_in_part_is_listed_apart(library):
    with library.writer() as writer:
        root, system = writer.add_root("/videos"), writer.add_system("desk", "f", {})
        video = writer.plan([NewFile(root.id, "/videos/a.mp4", 10, 20, None)])["/videos/a.mp4"]
        writer.store_video(video, system, facts(damage="Only the first second."), [record(0)])
    assert library.failures() == []
    assert library.damaged() == [("/videos/a.mp4", "Only the first second.")]
    assert (library.summary().damaged, library.summary().failed) == (1, 0)


def test_only_one_writer_at_a_time(library):
    other = Library(library.path)
    with library.writer(), pytest.raises(LibraryBusy, match="Another vhdesk"), other.writer():
        pass
    with other.writer():
        pass


def test_the_lock_dies_with_its_process(library):
    script = (
        "import os, sys, pathlib\n"
        "from vhdesk.library.library import Library\n"
        "with Library(pathlib.Path(sys.argv[1])).writer():\n"
        "    os._exit(9)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(library.path)], cwd=REPOSITORY, check=False)
    assert done.returncode == 9
    with library.writer():
        pass


def test_a_reader_sees_what_a_writer_commits(library):
    with library.writer() as writer:
        writer.add_root("/videos")
        assert [root.path for root in library.roots()] == ["/videos"]


def test_the_file_alone_holds_everything_once_the_writer_is_done(library, tmp_path):
    library.summary()  # a reader stays open
    store(library, "/videos/a.mp4")
    copy = Library(Path(shutil.copy(library.path, tmp_path / "copy.vhdesk")))
    copy.open()
    assert copy.summary().segments == 2
    copy.close()


def test_every_step_of_the_schema_is_reached_from_every_earlier_one(tmp_path):
    for start in range(schema.VERSION + 1):
        path = tmp_path / f"from{start}.vhdesk"
        with closing(connect(str(path), write=True)) as db:
            schema.migrate(db, schema.MIGRATIONS[:start])
            assert schema.version(db) == start
        library = Library(path)
        library.open()
        store(library, "/videos/a.mp4")
        assert library.summary().videos == 1
        library.close()


def test_a_step_that_fails_leaves_the_library_as_it_was(tmp_path):
    def bad(db):
        db.execute("CREATE TABLE half (id INTEGER)")
        raise sqlite3.OperationalError("no")

    with closing(connect(str(tmp_path / "l.vhdesk"), write=True)) as db:
        with pytest.raises(sqlite3.OperationalError):
            schema.migrate(db, (*schema.MIGRATIONS, bad))
        assert schema.version(db) == schema.VERSION
        assert not db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone()[0]


def test_a_newer_library_is_refused(library):
    library.close()
    with closing(sqlite3.connect(library.path)) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(LibraryNewer, match="newer vhdesk"):
        Library(library.path).open()


def test_other_files_are_not_taken_for_libraries(tmp_path):
    text = tmp_path / "text.vhdesk"
    text.write_text("this is not a database, but a text that is long enough to be mistaken for one" * 20)
    with pytest.raises(LibraryDamaged, match="damaged or not a vhdesk library"):
        Library(text).open()
    foreign = tmp_path / "foreign.vhdesk"
    with closing(sqlite3.connect(foreign)) as db:
        db.execute("CREATE TABLE bookmark (url TEXT)")
        db.commit()
    before = foreign.read_bytes()
    with pytest.raises(LibraryDamaged, match="another program's database"):
        Library(foreign).open()
    assert foreign.read_bytes() == before


def test_a_damaged_library_says_so(library):
    for number in range(50):
        store(library, f"/videos/{number}.mp4")
    library.close()
    with closing(sqlite3.connect(library.path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = library.path.read_bytes()
    library.path.write_bytes(data[:4096] + os.urandom(len(data) - 4096))
    damaged = Library(library.path)
    with pytest.raises(LibraryDamaged, match="is damaged"):
        damaged.summary()
    damaged.close()


def test_a_folder_that_is_not_there_is_made(tmp_path):
    library = Library(tmp_path / "a" / "b" / "l.vhdesk")
    library.open()
    assert library.path.exists()
    library.close()


def run_without_override(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python so that permission bits count for root too."""
    command = [sys.executable, "-c", script, *arguments]
    if os.name == "posix" and os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("root ignores permissions here, and there is no setpriv to change that")
        drop = "-dac_override,-dac_read_search"
        command = [setpriv, f"--bounding-set={drop}", f"--inh-caps={drop}", *command]
    return subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True)


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_read_only_library_is_searched_and_not_written(library):
    store(library, "/videos/a.mp4")
    library.close()
    folder = library.path.parent
    script = (
        "import sys, pathlib\n"
        "from vhdesk.library.library import Library\n"
        "from vhdesk.errors import LibraryReadOnly\n"
        "library = Library(pathlib.Path(sys.argv[1]))\n"
        "library.open()\n"
        "print(library.writable, library.summary().videos, len(library.codes('f', 16)))\n"
        "try:\n"
        "    with library.writer():\n"
        "        pass\n"
        "except LibraryReadOnly as problem:\n"
        "    print(problem)\n"
    )
    for path in folder.iterdir():
        if path.is_file():
            path.chmod(0o444)
    folder.chmod(0o555)
    try:
        done = run_without_override(script, str(library.path))
    finally:
        folder.chmod(0o755)
    assert done.stderr == ""
    first, second = done.stdout.splitlines()
    assert first == "False 1 2"
    assert "may only be read here" in second


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_library_cannot_be_made_in_a_read_only_folder(tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    script = (
        "import sys, pathlib\n"
        "from vhdesk.library.library import Library\n"
        "try:\n"
        "    Library(pathlib.Path(sys.argv[1])).open()\n"
        "except Exception as problem:\n"
        "    print(type(problem).__name__)\n"
    )
    done = run_without_override(script, str(folder / "l.vhdesk"))
    assert done.stdout.strip() == LibraryReadOnly.__name__


def test_sql_is_nowhere_else():
    words = ("SELECT ", "INSERT INTO", "UPDATE video", "DELETE FROM", "PRAGMA ")
    package = REPOSITORY / "vhdesk"
    outside = [path for path in package.rglob("*.py") if "library" not in path.relative_to(package).parts]
    found = [path.name for path in outside for word in words if word in path.read_text("utf-8")]
    assert not found


def test_known_videos_tell_whether_they_are_complete(library):
    store(library, "/videos/a.mp4")
    assert library.known_videos("f")["/videos/a.mp4"].complete
    assert not library.known_videos("other")["/videos/a.mp4"].complete


def test_paths_are_the_librarys_own(library):
    assert Path(library.summary().path) == library.path
