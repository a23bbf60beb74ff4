"""Watching: what is told of, and when; real listeners where the system gives them, and a clock of the test's own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, write_clip
from tests.indexing.test_plan import root
from vhdesk.desk import CancelToken, Desk, IndexReport
from vhdesk.indexing.events import Failure, PassedOver, VideoCounts
from vhdesk.indexing.watch import LOOK_S, NativeListener, Watch
from vhdesk.settings import IndexingSettings, Settings

ADDED, CHANGED, DELETED = 1, 2, 3


class Ear:
    """A listener that hears what the test says."""

    def __init__(self) -> None:
        self.said: list[tuple[int, str]] = []
        self.closed = False
        self.deaf = False

    def heard(self):
        if self.deaf:
            raise OSError("no more")
        said, self.said = self.said, []
        return said

    def close(self) -> None:
        self.closed = True


class Bench:
    """A watch with a clock and ears of the test's own."""

    def __init__(self, folders, *, network=(), limit=99, **settings) -> None:
        self.now = 1000.0
        self.ears: dict[str, Ear] = {}
        self.roots = [root(folder, id=number) for number, folder in enumerate(folders, 1)]
        self.limit = limit

        def listen(folder, _recursive):
            if len([ear for ear in self.ears.values() if not ear.closed]) >= self.limit:
                raise OSError("OS file watch limit reached.")
            self.ears[folder] = Ear()
            return self.ears[folder]

        self.watch = Watch(
            lambda: self.roots,
            IndexingSettings(**({"quiet_s": 3, "poll_minutes": 10} | settings)),
            listen=listen,
            is_network=lambda path: path in network,
            clock=lambda: self.now,
        )

    def after(self, seconds: float) -> tuple[list[str], list[str]]:
        """Let time pass in small steps; the names of the folders told of, and the notes."""
        folders: list[str] = []
        notes: list[str] = []
        until = self.now + seconds
        while self.now < until:
            self.now = min(until, self.now + 0.5)
            news = self.watch.tick()
            folders += [os.path.basename(folder) for folder in news.folders]
            notes += news.notes
        return folders, notes


@pytest.fixture
def folders(tmp_path):
    made = [tmp_path / name for name in ("a", "b")]
    for folder in made:
        folder.mkdir()
    return [str(folder) for folder in made]


def test_a_folder_is_told_of_once_when_it_has_been_quiet(folders):
    bench = Bench(folders)
    ear = bench.ears[folders[0]]
    ear.said = [(ADDED, folders[0] + "/x.mp4")]
    assert bench.after(2.5)[0] == []
    ear.said = [(CHANGED, folders[0] + "/x.mp4")]
    assert bench.after(3)[0] == []
    assert bench.after(1)[0] == ["a"]
    assert bench.after(30)[0] == []


def test_a_folder_that_is_never_quiet_is_told_of_at_last(folders):
    bench = Bench(folders)
    told = []
    for _ in range(100):
        bench.ears[folders[0]].said = [(CHANGED, folders[0] + "/recording.mp4")]
        told += bench.after(0.5)[0]
    assert told == ["a"]


@pytest.mark.parametrize(
    ("kind", "below", "counts"),
    [
        (ADDED, "x.mp4", True),
        (DELETED, "sub/x.MKV", True),
        (CHANGED, "notes.txt", False),
        (CHANGED, "p.jpg", False),
        (DELETED, "folder", True),
        (ADDED, "there", True),
        (ADDED, "file", False),
        (ADDED, ".hidden/x.mp4", False),
        (ADDED, ".x.mp4", False),
        (ADDED, "@eaDir/x.mp4", False),
        (ADDED, "left/out/x.mp4", False),
        (DELETED, "", True),
    ],
)
def test_only_what_may_be_videos_counts(folders, kind, below, counts):
    (Path(folders[0]) / "there").mkdir()
    (Path(folders[0]) / "file").touch()
    bench = Bench(folders)
    bench.roots[0] = root(folders[0], excludes=("left/**",))
    bench.after(LOOK_S + 0.5)
    bench.ears[folders[0]].said = [(kind, os.path.join(folders[0], below))]
    assert bench.after(5)[0] == (["a"] if counts else [])


def test_network_folders_are_looked_through_now_and_then(folders):
    bench = Bench(folders, network=folders[:1])
    assert list(bench.ears) == folders[1:]
    assert bench.after(590)[0] == []
    assert bench.after(20)[0] == ["a"]  # nobody knows what happened until the first look
    assert bench.after(700)[0] == []
    (Path(folders[0]) / "new.mp4").touch()
    assert bench.after(610)[0] == ["a"]
    (Path(folders[0]) / "new.txt").touch()
    assert bench.after(610)[0] == []


def test_too_many_folders_are_looked_through_and_the_user_is_told(folders):
    bench = Bench(folders, limit=1)
    told, notes = bench.after(610)
    assert told == ["b"]
    assert len(notes) == 1
    assert "no more watches" in notes[0]
    assert notes[0].count(folders[1]) == 1


def test_an_ear_that_goes_deaf_is_replaced_by_looking(folders):
    bench = Bench(folders)
    bench.ears[folders[0]].deaf = True
    assert bench.after(10)[0] == ["a"]
    (Path(folders[0]) / "new.mp4").touch()
    assert bench.after(610)[0] == ["a"]
    assert bench.ears[folders[0]].closed


def test_a_folder_goes_offline_and_comes_back(folders, tmp_path):
    bench = Bench(folders)
    os.rename(folders[0], tmp_path / "unplugged")
    bench.ears[folders[0]].said = [(DELETED, folders[0])]
    told, notes = bench.after(60)
    assert told == []
    assert [note for note in notes if "is not there now" in note] == notes
    assert len(notes) == 1
    assert bench.ears[folders[0]].closed
    os.rename(tmp_path / "unplugged", folders[0])
    told, notes = bench.after(10)
    assert told == ["a"]
    assert ["is back" in note for note in notes] == [True]
    bench.ears[folders[0]].said = [(ADDED, folders[0] + "/x.mp4")]
    assert bench.after(5)[0] == ["a"]


def test_another_drive_at_the_same_place_is_noticed(folders, tmp_path):
    bench = Bench(folders)
    os.rename(folders[0], tmp_path / "old")
    os.mkdir(folders[0])
    assert bench.after(10) == (["a"], [])


def test_new_roots_are_watched_and_old_ones_forgotten(folders):
    bench = Bench(folders[:1])
    bench.roots = [root(folders[1], id=2)]
    bench.after(LOOK_S + 0.5)
    assert bench.ears[folders[0]].closed
    bench.ears[folders[1]].said = [(ADDED, folders[1] + "/x.mp4")]
    assert bench.after(5)[0] == ["b"]
    bench.watch.again([folders[1]])
    assert bench.after(5)[0] == ["b"]
    bench.watch.close()
    assert bench.ears[folders[1]].closed


def heard(listener, seconds=5.0):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = list(listener.heard())
        if found:
            return {path for _, path in found}
        time.sleep(0.02)
    return set()


def test_the_real_listener_hears_of_files_and_not_of_reading(tmp_path):
    folder = Path(os.path.realpath(tmp_path)) / "v"
    (folder / "sub").mkdir(parents=True)
    listener = NativeListener(str(folder), recursive=True)
    try:
        clip = folder / "sub" / "x.mp4"
        clip.write_bytes(b"1")
        assert str(clip) in heard(listener)
        while heard(listener, 0.3):
            pass
        clip.read_bytes()
        os.listdir(folder)
        assert heard(listener, 0.3) == set()
    finally:
        listener.close()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these systems have no undecodable names")
def test_the_real_listener_survives_an_undecodable_name(tmp_path):
    listener = NativeListener(str(tmp_path), recursive=True)
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.mp4")).touch()
        assert str(tmp_path) in heard(listener)
        (tmp_path / "later.mp4").touch()
        assert str(tmp_path / "later.mp4") in heard(listener)
    finally:
        listener.close()
    with pytest.raises(OSError, match=r"caf|surrogate|encode"):
        NativeListener(str(tmp_path / os.fsdecode(b"caf\xe9")), recursive=True)


def test_a_listener_needs_a_folder(tmp_path):
    with pytest.raises(OSError, match="No path"):
        NativeListener(str(tmp_path / "none"), recursive=True)


def test_the_desk_tells_of_a_new_video(tmp_path):
    folder = tmp_path / "v"
    folder.mkdir()
    with Desk(tmp_path / "l.vhdesk", Settings(IndexingSettings(quiet_s=0))) as desk:
        desk.open()
        desk.add_root(folder)
        desk.add_root(tmp_path)
        cancel = CancelToken()
        with desk.watch([folder]) as watch:
            write_clip(folder / "a.mp4", frames=5)
            news = watch.wait(cancel)
            assert (news.folders, news.notes) == ((str(folder),), ())
            cancel.cancel()
            assert watch.wait(cancel) is None


def test_reports_of_a_watch_add_up():
    bad, gone = Failure("a", "Bad."), Failure("b", "Gone.")
    first = IndexReport("l", "desk", "f", VideoCounts(5, 2, 1, 2, 3, 1), 9, 1.5, (bad, gone), (bad,), warnings=("W.",))
    worse = (Failure("a", "Worse."),)
    counts, notes = VideoCounts(1, 7, 0, 1, 0, 2), ("W.", "X.")
    later = IndexReport("l", "desk", "f", counts, 2, 0.5, worse, (bad,), warnings=notes, passed_over=PassedOver(1))
    both = first.followed_by(later)
    assert both.videos == VideoCounts(indexed=6, unchanged=7, moved=1, failed=2, missing=0, copied=3)
    assert (both.segments, both.seconds) == (11, 2.0)
    assert [(f.path, f.reason) for f in both.failures] == [("b", "Gone."), ("a", "Worse.")]
    assert (both.damaged, both.warnings, both.passed_over.same_file) == ((bad,), ("W.", "X."), 1)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_command_line_stays_and_indexes_what_comes(tmp_path, home):
    folder = tmp_path / "v"
    write_clip(folder / "a.mp4", seed=1, frames=10)
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text("[indexing]\nquiet_s = 1\n")
    child = subprocess.Popen(
        [sys.executable, "-m", "vhdesk", "index", str(folder), "--watch", "--json", "--library", str(tmp_path / "l")],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stderr is not None
    lines = []
    try:
        for line in child.stderr:
            lines.append(line)
            if "watching" in line:
                write_clip(folder / "new" / "b.mp4", seed=2, frames=10)
            if "1 video indexed" in line and "watching" not in line:
                break
    finally:
        child.send_signal(signal.SIGINT)
        out, _ = child.communicate(timeout=60)
    assert child.returncode == 0, lines
    document = json.loads(out)
    assert (document["videos"]["indexed"], document["videos"]["unchanged"], document["cancelled"]) == (2, 1, False)
