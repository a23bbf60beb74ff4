"""Real damage to a real file: what is whole is kept as it was, the rest is read again, nothing is ever a traceback."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.library.contents import SYSTEMS, fill, integrity, records, snapshot
from vhdesk.errors import DiskProblem, LibraryDamaged, LibraryNewer, LibraryProblem, VhdeskError
from vhdesk.library import schema
from vhdesk.library.audit import audit
from vhdesk.library.connection import connect
from vhdesk.library.library import Library
from vhdesk.library.rows import VideoFacts

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A library of sixty videos, one whole file; not to be changed."""
    library = Library(tmp_path_factory.mktemp("whole") / "l.vhdesk")
    library.open()
    fill(library)
    library.close()
    return library.path


@pytest.fixture
def copy(whole, tmp_path):
    return Path(shutil.copy(whole, tmp_path / "l.vhdesk"))


def overwrite(path: Path, start: int, data: bytes) -> None:
    with open(path, "r+b") as file:
        file.seek(start)
        file.write(data)


def pages_of(path: Path, table: str, kind: str = "") -> list[int]:
    """Page numbers of a table, where this SQLite can tell."""
    with closing(sqlite3.connect(path)) as db:
        try:
            rows = db.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype LIKE ?", (table, kind or "%"))
            return [row[0] for row in rows]
        except sqlite3.OperationalError:
            pytest.skip("this SQLite cannot tell where its tables are")


def damage_some_bytes(path: Path, rng: random.Random) -> None:
    for _ in range(rng.randrange(1, 12)):
        overwrite(path, rng.randrange(PAGE, path.stat().st_size - 600), rng.randbytes(rng.randrange(1, 500)))


def damage_whole_pages(path: Path, rng: random.Random) -> None:
    for _ in range(rng.randrange(1, 5)):
        page = rng.randrange(1, path.stat().st_size // PAGE)
        overwrite(path, page * PAGE, rng.choice([bytes(PAGE), rng.randbytes(PAGE)]))


def cut(path: Path, rng: random.Random) -> None:
    with open(path, "r+b") as file:
        file.truncate(rng.randrange(path.stat().st_size // 4, path.stat().st_size))


def zero_header(path: Path, rng: random.Random) -> None:
    overwrite(path, 0, bytes(100))


def zero_first_page(path: Path, rng: random.Random) -> None:
    overwrite(path, 0, bytes(PAGE))


def swap_pages(path: Path, rng: random.Random) -> None:
    data = path.read_bytes()
    one, other = (rng.randrange(1, len(data) // PAGE) * PAGE for _ in range(2))
    overwrite(path, one, data[other : other + PAGE])
    overwrite(path, other, data[one : one + PAGE])


KINDS = [damage_some_bytes, damage_whole_pages, cut, zero_header, zero_first_page, swap_pages]


def look(path: Path) -> None:
    """What a start of the program does; a fault of the tree is fine, any other is not."""
    library = Library(path)
    with suppress(VhdeskError):
        library.open()
        library.summary()
        for fingerprint in SYSTEMS:
            library.known_videos(fingerprint)
            library.hits([id_ for id_, _ in library.codes(fingerprint, 64)], fingerprint)
    library.close()


def rebuilt(path: Path):
    library = Library(path)
    report = library.rebuild()
    library.open()
    roots = {root.path for root in library.roots()}
    library.close()
    with closing(connect(str(path), write=False)) as db:
        assert audit(db.conn).sentences() == []
    assert integrity(path) == []
    return report, roots


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_kept_of_a_damaged_library_is_as_it_was(whole, copy, kind, seed):
    before = snapshot(whole)
    kind(copy, random.Random(seed))
    damaged = copy.read_bytes()
    look(copy)
    try:
        report, roots = rebuilt(copy)
    except LibraryDamaged:  # nothing is left of what leads to the tables
        assert copy.read_bytes() == damaged
        assert kind not in {zero_header, zero_first_page, damage_some_bytes}
        return
    assert Path(report.damaged_file).read_bytes() == damaged
    after = snapshot(copy)
    systems = {len(segments[0][-2]) for _, segments in before.values()}
    assert systems == {1, 2}
    for path, (facts, segments) in after.items():
        assert facts == before[path][0]
        for got, had in zip(segments, before[path][1], strict=True):
            assert got[:-2] == had[:-2]
            assert got[-2]
            assert set(got[-2]) <= set(had[-2])
            kept = [SYSTEMS[system - 1] for system, _ in got[-2]]
            assert got[-1] == {key: code if key[0] in kept else None for key, code in had[-1].items()}
    assert len(after) == report.kept
    assert roots <= {"/videos/a", "/videos/b"}
    if kind in {zero_header, zero_first_page}:
        assert (after, report.pending, report.lost) == (before, 0, 0)
    assert not [path for path in copy.parent.iterdir() if ".part" in path.name]


def test_most_of_a_library_outlives_a_damaged_page_of_pictures(copy):
    page = pages_of(copy, "thumbnail", "overflow")[3]
    overwrite(copy, (page - 1) * PAGE + 100, b"scratched" * 20)
    report, roots = rebuilt(copy)
    assert (report.kept, report.pending, report.lost) == (57, 1, 0)
    assert roots == {"/videos/a", "/videos/b"}


def test_folders_are_guessed_from_their_videos_where_they_are_lost(copy):
    (page,) = pages_of(copy, "root")
    overwrite(copy, (page - 1) * PAGE, random.Random(0).randbytes(PAGE))
    report, roots = rebuilt(copy)
    assert (report.roots, report.guessed_roots, report.kept) == (2, 2, 58)
    assert roots == {"/videos/a", "/videos/b"}
    assert "guessed" in report.sentence()


def test_a_lost_inner_page_of_the_videos_loses_no_folder(copy):
    (page,) = pages_of(copy, "video", "internal")
    overwrite(copy, (page - 1) * PAGE, bytes(PAGE))
    report, roots = rebuilt(copy)
    assert roots == {"/videos/a", "/videos/b"}
    assert report.kept == 0
    assert report.lost > 50


def test_damaged_codes_are_noticed_though_sqlite_sees_nothing(copy):
    page = next(
        p
        for p in pages_of(copy, "code_block", "overflow")
        if copy.read_bytes()[(p - 1) * PAGE + 4 : p * PAGE].strip(b"\0")
    )
    data = copy.read_bytes()
    for at in range((page - 1) * PAGE + 4, (page - 1) * PAGE + 600):
        overwrite(copy, at, bytes([data[at] ^ 1]))
    assert integrity(copy) == []
    with closing(connect(str(copy), write=False)) as db:
        assert audit(db.conn).sentences() != []
    report, _ = rebuilt(copy)
    assert report.pending + report.kept == 58
    assert report.pending


def test_a_journal_that_is_gone_or_cut_leaves_a_library_that_works(tmp_path):
    for kind in ("gone", "cut", "scratched"):
        folder = tmp_path / kind
        folder.mkdir()
        library = Library(folder / "l.vhdesk")
        library.open()
        fill(library, 20)
        with library.writer() as writer:
            system = writer.add_system("desk", "f", {})
            writer.store_video(
                1, system, VideoFacts(1, 2, "new", 1, 1, 1, 1.0, 0, "h264"), records(random.Random(1), 9)
            )
            for ending in ("", "-wal"):  # as a power cut leaves them
                shutil.copy(f"{library.path}{ending}", folder / f"cut.vhdesk{ending}")
        library.close()
        path, journal = folder / "cut.vhdesk", folder / "cut.vhdesk-wal"
        assert journal.stat().st_size > 20_000
        if kind == "gone":
            journal.unlink()
        elif kind == "cut":
            with open(journal, "r+b") as file:
                file.truncate(journal.stat().st_size - 5000)
        else:
            overwrite(journal, 9000, bytes(300))
        after = Library(path)
        after.open()
        assert after.summary().videos == 17
        after.close()
        assert not journal.exists() or journal.stat().st_size == 0
        assert integrity(path) == []


def test_damage_is_noticed_at_the_start_after_a_writer_died(copy):
    page = pages_of(copy, "segment", "leaf")[0]
    overwrite(copy, (page - 1) * PAGE, random.Random(0).randbytes(PAGE))
    clean = Library(copy)
    clean.open()  # a clean end: the file is not read through
    clean.close()
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("UPDATE state SET value = value + 1")
        shutil.copy(f"{copy}-wal", f"{copy}-kept")
    shutil.move(f"{copy}-kept", f"{copy}-wal")
    library = Library(copy)
    for _ in range(2):
        with pytest.raises(LibraryDamaged, match=r"library check --repair"):
            library.open()
    library.close()
    report, _ = rebuilt(copy)
    assert report.kept + report.pending + report.lost == 58


def test_a_whole_library_is_rebuilt_as_it_is(whole, copy):
    report, roots = rebuilt(copy)
    assert snapshot(copy) == snapshot(whole)
    assert (report.pending, report.lost, roots) == (0, 0, {"/videos/a", "/videos/b"})
    library = Library(copy)
    assert library.failures() == [("/videos/a/0-58.mp4", "It is broken.")]
    assert library.roots()[0].excludes == ("*.part",)
    library.close()


def test_a_rebuilt_library_goes_on_where_it_was(copy):
    rebuilt(copy)
    library = Library(copy)
    library.open()
    highest = max(id_ for id_, _ in library.codes("f", 64))
    fill(library, 6, seed=1)
    assert min(id_ for id_, _ in library.codes("f", 64) if id_ > highest) == highest + 1
    library.close()
    assert integrity(copy) == []


def test_other_programs_files_are_not_rebuilt(tmp_path):
    text = tmp_path / "text.vhdesk"
    text.write_text("this is not a database " * 1000)
    foreign = tmp_path / "foreign.vhdesk"
    with closing(sqlite3.connect(foreign)) as db:
        db.execute("CREATE TABLE bookmark (url TEXT)")
        db.commit()
    for path in (text, foreign):
        before = path.read_bytes()
        with pytest.raises(LibraryDamaged, match="left as it is"):
            Library(path).rebuild()
        assert path.read_bytes() == before
        assert not [p for p in tmp_path.iterdir() if ".part" in p.name]


def test_a_newer_library_is_not_rebuilt(copy):
    with closing(sqlite3.connect(copy)) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(LibraryNewer):
        Library(copy).rebuild()


def test_a_rebuild_that_finds_no_room_changes_nothing(copy, monkeypatch):
    before = copy.read_bytes()
    usage = shutil.disk_usage(copy.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1000))
    with pytest.raises(DiskProblem, match=r"Free some space; nothing was changed"):
        Library(copy).rebuild()
    assert copy.read_bytes() == before


def test_a_folder_that_cannot_be_read_is_a_sentence(copy):
    with closing(sqlite3.connect(copy)) as db:
        db.execute("UPDATE root SET excludes = 'no list'")
        db.commit()
    library = Library(copy)
    with pytest.raises(LibraryProblem, match="is damaged"):
        library.summary()
    library.close()
