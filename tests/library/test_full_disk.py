"""Full disks and power cuts, for real: a limit on file sizes, a limit on pages, and SIGKILL."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.library.contents import integrity, records, snapshot
from tests.library.test_migration import version_1
from vhdesk.errors import DiskProblem
from vhdesk.library.audit import audit
from vhdesk.library.connection import connect
from vhdesk.library.library import Library
from vhdesk.library.rows import VideoFacts

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits and signals")

LIMITED = """
import pathlib, resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from vhdesk.errors import DiskProblem
from vhdesk.library.library import Library
from vhdesk.library.maintenance import Maintenance
path, job, limit = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
library = Library(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
try:
    if job == "open":
        library.open()
    elif job == "rebuild":
        library.rebuild()
    elif job == "compact":
        Maintenance(library).compact()
    elif job == "export":
        Maintenance(library).export(path.with_name("out.json"), "json", codes=True)
except DiskProblem as problem:
    print(problem)
else:
    print("done")
"""


def limited(path: Path, job: str, limit: int) -> str:
    """What a job says when no file may grow beyond a limit."""
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path), job, str(limit)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.strip()


@posix
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("job", ["rebuild", "compact", "export"])
def test_a_disk_that_fills_up_during_a_job_is_a_sentence_and_costs_nothing(filled, job, share):
    before = snapshot(filled)
    size = filled.stat().st_size if job != "export" else 40_000
    said = limited(filled, job, int(size * share))
    assert "\n" not in said
    assert any(words in said for words in ("is full", "gave an error", "cannot be written", "cannot be used"))
    assert snapshot(filled) == before
    assert integrity(filled) == []
    assert not [p for p in filled.parent.iterdir() if ".part" in p.name or "damaged" in p.name]
    assert limited(filled, job, 1 << 40) == "done"
    assert snapshot(filled) == before


@posix
@pytest.mark.parametrize("share", [0.3, 0.9, 1.05, 1.5])
def test_a_disk_that_fills_up_while_a_library_is_brought_up_to_date(tmp_path, share):
    path = tmp_path / "l.vhdesk"
    held = version_1(path, 60)
    said = limited(path, "open", int(path.stat().st_size * share))
    assert said != "done"
    assert "\n" not in said
    assert integrity(path) == []
    assert not [p for p in tmp_path.iterdir() if ".part" in p.name]
    library = Library(path)
    library.open()
    assert dict(library.codes("f", 64)) == {id_: codes[64] for id_, (_, codes, _) in held.items()}
    library.close()


def test_a_full_disk_while_storing_keeps_what_was_stored(filled):
    before = snapshot(filled)
    library = Library(filled)
    rng = random.Random(5)
    with library.writer() as writer:
        (pages,) = writer._db.execute("PRAGMA page_count").fetchone()
        writer._db.execute(f"PRAGMA max_page_count = {pages + 20}").fetchone()
        with pytest.raises(DiskProblem, match="is full"):
            writer.store_video(60, 1, VideoFacts(1, 2, "new", 1, 1, 1, 1.0, 0, "h264"), records(rng, 300))
    library.close()
    assert snapshot(filled) == before
    assert integrity(filled) == []


KILLED = """
import pathlib, random, sys
from tests.library.contents import records
from vhdesk.library.library import Library
from vhdesk.library.maintenance import Maintenance
from vhdesk.library.rows import VideoFacts
library, job = Library(pathlib.Path(sys.argv[1])), sys.argv[2]
rng = random.Random(3)
print("begun", flush=True)
while True:
    if job == "compact":
        Maintenance(library).compact()
    elif job == "rebuild":
        library.rebuild()
    else:
        with library.writer() as writer:
            for video in range(1, 59):
                content = f"c0-{video - 1}" if job == "same" else f"new-{video}"
                segments = records(rng, rng.randrange(1, 60))
                writer.store_video(video, 1, VideoFacts(1, 2, content, 1, 1, 1, 1.0, 0, "h264"), segments)
"""


@posix
@pytest.mark.parametrize("job", ["store", "same", "compact", "rebuild"])
def test_a_power_cut_at_any_moment_leaves_a_whole_library(filled, tmp_path, job):
    before = snapshot(filled)
    rng = random.Random(job)
    for _ in range(5):
        child = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(filled), job], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "begun\n"
        time.sleep(rng.uniform(0.02, 0.5))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        library = Library(filled)
        library.open()
        library.close()
        assert integrity(filled) == []
        with closing(connect(str(filled), write=False)) as db:
            assert audit(db.conn).sentences() == []
        if job in {"compact", "rebuild"}:
            assert snapshot(filled) == before
        for left in tmp_path.glob("l.vhdesk.damaged-*"):
            left.unlink()


def test_the_copy_of_a_disk_in_mid_work_is_whole(filled, tmp_path):
    """What a snapshot of the disk holds: the file and its journal of the same moment."""
    library = Library(filled)
    rng = random.Random(1)
    with library.writer() as writer:
        for number in range(1, 30):
            writer.store_video(number, 1, VideoFacts(1, 2, f"n{number}", 1, 1, 1, 1.0, 0, "h264"), records(rng, 5))
            if number % 10 == 0:
                for ending in ("", "-wal"):
                    shutil.copy(f"{filled}{ending}", tmp_path / f"copy{number}.vhdesk{ending}")
    library.close()
    for number in (10, 20):
        copy = Library(tmp_path / f"copy{number}.vhdesk")
        copy.open()
        contents = snapshot(copy.path)
        assert sum(facts[3] == f"n{i}" for i in range(30) for facts, _ in contents.values()) == number
        copy.close()
