"""What the next run makes of a vhdesk that died: real processes, really killed."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, write_clip
from tests.indexing.test_indexing import index_with
from vhdesk.desk import Desk, IndexOptions, VideoIndexed
from vhdesk.indexing.plan import GIVE_UP_AFTER
from vhdesk.library.library import Library
from vhdesk.library.rows import VideoFacts
from vhdesk.library.writer import NewFile
from vhdesk.media.decode import DecodeReply, DecodeRequest, decode_segments
from vhdesk.media.pool import DecodePool

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


def kill_everything(request: DecodeRequest) -> DecodeReply:
    """A file named deadly takes the whole program with it, as a library's fault or a lack of memory would."""
    if "deadly" in os.path.basename(request.path):
        os.kill(os.getppid(), signal.SIGKILL)
    return decode_segments(request)


def run(library: str, folder: str) -> None:
    """One index run, in a process of its own; prints what it finished."""
    with Desk(Path(library)) as desk:
        desk.open()

        def tell(event: object) -> None:
            if isinstance(event, VideoIndexed):
                print(os.path.basename(event.path), flush=True)

        index_with(desk, Path(folder), lambda _drives: DecodePool(2, task=kill_everything), on_event=tell)


def run_in_a_process(library: Path, folder: Path) -> tuple[int, list[str]]:
    script = "import sys; from tests.indexing.test_journal import run; run(*sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", script, str(library), str(folder)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout.split()


@pytest.mark.slow
def test_a_file_that_kills_vhdesk_each_time_is_given_up_and_the_others_are_indexed(tmp_path):
    folder, library = tmp_path / "v", tmp_path / "l.vhdesk"
    for number in range(6):
        write_clip(folder / f"clip{number}.mp4", seed=number, frames=10)
    write_clip(folder / "clip1_deadly.mp4", seed=50, frames=10)

    for _ in range(2):  # in the first run they are read together, in the second it may come first of the suspects
        code, _ = run_in_a_process(library, folder)
        assert code == -signal.SIGKILL
    run_in_a_process(library, folder)
    with contextlib.closing(Library(library)) as reader:
        assert reader.summary().videos == 6
        assert reader.failures() == []

    for _ in range(GIVE_UP_AFTER - 2):
        code, more = run_in_a_process(library, folder)
        assert (code, more) == (-signal.SIGKILL, [])
    assert run_in_a_process(library, folder) == (0, [])

    with Desk(library) as desk:
        desk.open()
        (failure,) = desk.failures()
        assert failure.path.endswith("clip1_deadly.mp4")
        assert "ended unexpectedly each time" in failure.reason
        report = desk.index([folder])
        assert (report.videos.unchanged, report.videos.failed) == (6, 1)
        # only when asked is it tried again, and a decoder that bears it makes up for everything
        again = desk.index([folder], IndexOptions(retry=True))
        assert (again.videos.indexed, again.videos.failed) == (1, 0)
        assert desk.failures() == ()


def pending(library: Library, *names: str) -> dict[str, tuple[int, NewFile]]:
    with library.writer() as writer:
        root = writer.add_root("/v")
        files = {name: NewFile(root.id, f"/v/{name}", 10, 20, None) for name in names}
        ids = writer.plan(files.values())
    return {name: (ids[file.path], file) for name, file in files.items()}


def die(library: Library, videos: dict[str, tuple[int, NewFile]], *names: str, alone: bool = False) -> None:
    """A run that noted these files as being read, and nothing after that; then the next one starts."""
    with library.writer() as writer:
        writer.begin_reading({videos[name][0]: videos[name][1] for name in names}, alone=alone)
    with library.writer() as writer:
        writer.recover(GIVE_UP_AFTER, "It is deadly.")


def deaths(library: Library) -> dict[str, int | None]:
    return {os.path.basename(path): video.deaths for path, video in library.known_videos("f").items()}


def test_innocent_files_are_never_given_up(library):
    videos = pending(library, "a", "b", "c")
    for _ in range(10 * GIVE_UP_AFTER):
        die(library, videos, "a", "b")
    assert deaths(library) == {"a": 0, "b": 0, "c": None}
    assert library.failures() == []


def test_only_deaths_alone_count_and_a_success_clears_them(library):
    videos = pending(library, "a", "b")
    for _ in range(GIVE_UP_AFTER - 1):
        die(library, videos, "a", alone=True)
    assert deaths(library)["a"] == GIVE_UP_AFTER - 1
    assert library.failures() == []
    facts = VideoFacts(10, 20, "c", 0, 8, 8, 0.0, 0, "h264")
    with library.writer() as writer:
        writer.store_video(videos["a"][0], writer.add_system("desk", "f", {}), facts, [])
    assert deaths(library) == {"a": None, "b": None}
    for _ in range(GIVE_UP_AFTER):
        die(library, videos, "b", alone=True)
    assert library.failures() == [("/v/b", "It is deadly.")]


def test_a_run_that_ends_leaves_no_suspects(library):
    videos = pending(library, "a", "b")
    die(library, videos, "b")
    with library.writer() as writer:
        writer.begin_reading(dict([videos["a"]]))
        writer.end_reading()
        writer.begin_reading(dict([videos["b"]]), alone=True)
        writer.end_reading()
        writer.recover(GIVE_UP_AFTER, "It is deadly.")
    assert deaths(library) == {"a": None, "b": 0}  # what was never cleared stays a suspect, without a death more


def test_a_file_that_was_given_up_is_known_by_its_size_and_time(library):
    videos = pending(library, "a")
    for _ in range(GIVE_UP_AFTER):
        die(library, videos, "a", alone=True)
    known = library.known_videos("f")["/v/a"]
    assert (known.status, known.size_bytes, known.mtime_ns) == ("failed", 10, 20)
