from __future__ import annotations

import os
import sys

import pytest

from vhdesk.errors import FolderMissing
from vhdesk.indexing.events import IndexProgress
from vhdesk.indexing.plan import Rules, ScannedRoot, make_plan
from vhdesk.indexing.progress import Progress
from vhdesk.indexing.scan import FoundFile, Unlisted, scan
from vhdesk.library.rows import KnownVideo, Root

SAMPLING = "8000+4000 fast mean"


def root(path="/r", **changes) -> Root:
    values = {"id": 1, "path": str(path), "recursive": True, "excludes": (), "label_from_folder": False} | changes
    return Root(**values)


def known(path: str, **changes) -> KnownVideo:
    values = {
        "id": hash(path),
        "root_id": 1,
        "path": path,
        "size_bytes": 5,
        "mtime_ns": 7,
        "content_hash": "h" + os.path.basename(path),
        "label": None,
        "status": "indexed",
        "error": None,
        "complete": True,
        "sampling": SAMPLING,
    }
    return KnownVideo(**(values | changes))


def file(path: str, size: int = 5, mtime: int = 7, label: str | None = None) -> FoundFile:
    return FoundFile(path, size, mtime, label)


def rules(**how) -> Rules:
    return Rules(**({"sampling": SAMPLING} | how))


def plan(files, videos, hashes=None, *, unlisted=(), folder=None, **how):
    by_path = {video.path: video for video in videos}
    return make_plan([ScannedRoot(folder or root(), files, unlisted)], by_path, (hashes or {}).get, rules(**how))


def test_new_changed_and_unfinished_files_are_decoded():
    videos = [
        known("/r/same.mp4"),
        known("/r/changed.mp4", size_bytes=4),
        known("/r/pending.mp4", status="pending", complete=False),
        known("/r/other_system.mp4", complete=False),
    ]
    made = plan([file(v.path) for v in videos] + [file("/r/new.mp4")], videos)
    assert sorted(f.path for f in made.decode) == [
        "/r/changed.mp4",
        "/r/new.mp4",
        "/r/other_system.mp4",
        "/r/pending.mp4",
    ]
    assert made.unchanged == 1


def test_failed_files_are_named_again_but_not_tried_again():
    videos = [known("/r/bad.mp4", status="failed", error="It is broken.", complete=False)]
    made = plan([file("/r/bad.mp4")], videos)
    assert (made.decode, made.failures[0].reason) == ([], "It is broken.")
    assert [f.path for f in plan([file("/r/bad.mp4")], videos, force=True).decode] == ["/r/bad.mp4"]
    assert [f.path for f in plan([file("/r/bad.mp4")], videos, retry=True).decode] == ["/r/bad.mp4"]
    assert [f.path for f in plan([file("/r/bad.mp4", mtime=8)], videos).decode] == ["/r/bad.mp4"]


def test_a_moved_file_is_known_by_its_content():
    made = plan([file("/r/b/new.mp4")], [known("/r/old.mp4")], {"/r/b/new.mp4": "hold.mp4"})
    assert [(m.video.path, m.file.path) for m in made.moves] == [("/r/old.mp4", "/r/b/new.mp4")]
    assert (made.decode, made.missing) == ([], [])


def test_a_copy_is_no_move_and_is_not_decoded():
    hashes = {"/r/copy.mp4": "hold.mp4", "/r/copy2.mp4": "hold.mp4", "/r/other.mp4": "else"}
    made = plan([file(path) for path in ["/r/old.mp4", *hashes]], [known("/r/old.mp4")], hashes)
    assert [(c.video.path, c.file.path) for c in made.copies] == [
        ("/r/old.mp4", "/r/copy.mp4"),
        ("/r/old.mp4", "/r/copy2.mp4"),
    ]
    assert (made.moves, [f.path for f in made.decode]) == ([], ["/r/other.mp4"])


def test_a_copy_of_a_video_that_was_read_in_part_is_read_itself():
    made = plan(
        [file("/r/old.mp4"), file("/r/copy.mp4")], [known("/r/old.mp4", error="Half.")], {"/r/copy.mp4": "hold.mp4"}
    )
    assert [f.path for f in made.decode] == ["/r/copy.mp4"]


def test_two_new_files_of_the_same_content_move_one_video_once():
    hashes = {"/r/a.mp4": "hold.mp4", "/r/b.mp4": "hold.mp4"}
    made = plan([file("/r/a.mp4"), file("/r/b.mp4")], [known("/r/old.mp4")], hashes)
    assert (len(made.moves), [f.path for f in made.decode]) == (1, ["/r/b.mp4"])


def test_vanished_files_are_missing_and_come_back():
    video = known("/r/gone.mp4")
    assert plan([], [video]).missing == [video.id]
    assert plan([], [known("/r/gone.mp4", status="missing")]).missing == []
    back = plan([file("/r/gone.mp4")], [known("/r/gone.mp4", status="missing")])
    assert (back.found_again, back.unchanged, back.decode) == ([video.id], 1, [])


def test_nothing_is_missing_where_the_scan_could_not_look():
    videos = [known("/r/locked/a.mp4"), known("/r/b.mp4"), known("/r/locked2/c.mp4")]
    made = plan([file("/r/b.mp4"), file("/r/locked2/c.mp4")], videos, unlisted=["/r/locked"])
    assert made.missing == []
    flat = plan([file("/r/b.mp4")], videos, folder=root(recursive=False))
    assert flat.missing == []
    other_root = plan([], [known("/s/x.mp4", root_id=2)])
    assert other_root.missing == []


def test_labels_follow_the_folders():
    video = known("/r/cats/a.mp4", label="old")
    labelled = plan([file("/r/cats/a.mp4", label="cats")], [video], folder=root(label_from_folder=True))
    assert (labelled.labels, labelled.unchanged) == ({video.id: "cats"}, 1)
    assert plan([file("/r/cats/a.mp4")], [video]).labels == {}


def test_overlapping_roots_count_a_file_once():
    outer, inner = (
        ScannedRoot(root("/r"), [file("/r/in/a.mp4")]),
        ScannedRoot(root("/r/in", id=2), [file("/r/in/a.mp4")]),
    )
    assert len(make_plan([outer, inner], {}, lambda _p: None, rules()).decode) == 1


def names(folder, **changes):
    problems: list[Unlisted] = []
    pictures = changes.pop("pictures", False)
    found = [
        os.path.relpath(f.path, folder)
        for f in scan(root(folder, **changes), pictures=pictures, on_problem=problems.append)
    ]
    return found, problems


@pytest.fixture
def tree(tmp_path):
    for name in ("b.mp4", "a.MKV", "notes.txt", "p.jpg", "sub/c.webm", "sub/deep/d.avi", ".hidden/e.mp4", ".f.mp4"):
        path = tmp_path / "tree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path / "tree"


def test_scan_finds_videos_by_name(tree):
    assert names(tree)[0] == ["a.MKV", "b.mp4", "sub/c.webm", "sub/deep/d.avi"]
    assert names(tree, pictures=True)[0] == ["a.MKV", "b.mp4", "p.jpg", "sub/c.webm", "sub/deep/d.avi"]
    assert names(tree, recursive=False)[0] == ["a.MKV", "b.mp4"]


@pytest.mark.parametrize(
    ("glob", "left"),
    [
        ("*.mp4", ["a.MKV", "sub/c.webm", "sub/deep/d.avi"]),
        ("deep", ["a.MKV", "b.mp4", "sub/c.webm"]),
        ("sub/*.webm", ["a.MKV", "b.mp4", "sub/deep/d.avi"]),
        ("sub", ["a.MKV", "b.mp4"]),
    ],
)
def test_excludes(tree, glob, left):
    assert names(tree, excludes=(glob,))[0] == left


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_followed_once_and_loops_end(tree):
    (tree / "sub" / "loop").symlink_to(tree, target_is_directory=True)
    (tree / "again").symlink_to(tree / "sub", target_is_directory=True)
    (tree / "dangling.mp4").symlink_to(tree / "none.mp4")
    found, problems = names(tree)
    assert [os.path.basename(name) for name in found] == ["a.MKV", "b.mp4", "c.webm", "d.avi"]
    assert problems == []


def test_a_root_that_is_not_there(tmp_path):
    with pytest.raises(FolderMissing, match="is not there"):
        names(tmp_path / "none")


def test_labels_are_the_first_folder_below_the_root(tree):
    labels = {f.label for f in scan(root(tree, label_from_folder=True), pictures=False, on_problem=print)}
    assert labels == {"tree", "sub"}


def test_progress_is_told_ten_times_a_second_at_most():
    now = [0.0]
    told: list[IndexProgress] = []
    progress = Progress(100, 5, told.append, clock=lambda: now[0])  # type: ignore[arg-type]
    for _ in range(100):
        now[0] += 0.02
        progress.indexed()
        progress.tell()
    assert 15 <= len(told) <= 21
    assert told[-1].videos_per_second == pytest.approx(50, rel=0.1)
    progress.failed()
    progress.tell(at_once=True)
    assert (told[-1].done, told[-1].failed, told[-1].saved) == (101, 1, 105)
