"""The index job on real files, with real processes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, shared, write_clip, write_picture
from tests.media.test_pool import misbehave
from vhdesk.desk import CancelToken, Desk, IndexOptions, IndexProgress, PauseGate, SearchOptions, VideoIndexed
from vhdesk.errors import BadInput, FolderMissing
from vhdesk.indexing.pipeline import Indexer
from vhdesk.media.pool import DecodePool
from vhdesk.settings import IndexingSettings

BITS = 64


def contents(desk: Desk) -> dict[str, list[bytes]]:
    """Everything that matters of a library: the codes of every video, by path."""
    desk.summary()
    library = desk._library
    fingerprint = desk.system().fingerprint
    codes = {bits: dict(library.codes(fingerprint, bits)) for bits in desk.system_card().bits}
    hits = library.hits(list(codes[BITS]), fingerprint)
    found: dict[str, list] = {}
    for id_, hit in sorted(hits.items(), key=lambda item: (item[1].path, item[1].start_ms)):
        row = (hit.start_ms, hit.end_ms, hit.label, hit.sequence, *(codes[bits][id_] for bits in codes))
        found.setdefault(hit.path, []).append(row)
    return found


def test_index_and_index_again(desk, clip_folder):
    events: list = []
    report = desk.index([clip_folder], IndexOptions(label_from_folder=True), on_event=events.append)
    assert (report.videos.indexed, report.videos.failed, report.segments) == (8, 0, 8)
    assert sum(isinstance(event, VideoIndexed) for event in events) == 8
    last = [event for event in events if isinstance(event, IndexProgress)][-1]
    assert (last.done, last.total, last.saved) == (8, 8, 8)
    again = desk.index([clip_folder], on_event=events.append)
    assert (again.videos.indexed, again.videos.unchanged) == (0, 8)
    assert {rows[0][2] for rows in contents(desk).values()} == {"even", "odd"}


def test_all_watched_folders_are_indexed_where_none_is_named(desk, clip_folder):
    desk.add_root(clip_folder / "even")
    desk.add_root(clip_folder / "odd")
    assert desk.index([]).videos.indexed == 8


def test_force_decodes_again_and_gives_the_same(desk, clip_folder):
    desk.index([clip_folder])
    before = contents(desk)
    assert desk.index([clip_folder], IndexOptions(force=True)).videos.indexed == 8
    assert contents(desk) == before


def test_a_long_video_is_stored_whole(desk, tmp_path):
    write_clip(tmp_path / "v" / "long.mp4", frames=700, fps=10)
    report = desk.index([tmp_path / "v"])
    assert (report.videos.indexed, report.segments) == (1, 17)
    rows = next(iter(contents(desk).values()))
    assert (rows[0][0], rows[-1][1]) == (0, 70_000)


def test_moved_changed_deleted_and_returned_files(desk, tmp_path):
    folder = tmp_path / "v"
    a, b, c = (write_clip(folder / f"{name}.mp4", seed=seed, frames=10) for seed, name in enumerate("abc"))
    desk.index([folder])
    before = contents(desk)

    (folder / "sub").mkdir()
    moved = a.rename(folder / "sub" / "renamed.mp4")
    away = b.rename(tmp_path / "b.mp4")
    write_clip(c, seed=9, frames=12)
    report = desk.index([folder])
    assert (report.videos.moved, report.videos.missing, report.videos.indexed) == (1, 1, 1)
    after = contents(desk)
    assert after[str(moved)] == before[str(a)]
    assert str(b) not in after
    assert after[str(c)] != before[str(c)]

    away.rename(b)
    report = desk.index([folder])
    assert (report.videos.unchanged, report.videos.indexed, report.videos.missing) == (3, 0, 0)
    assert contents(desk)[str(b)] == before[str(b)]


def test_cancel_keeps_what_is_done_and_the_next_run_goes_on(desk, clip_folder, tmp_path):
    cancel = CancelToken()
    done = []

    def stop_after_three(event):
        if isinstance(event, VideoIndexed):
            done.append(event.path)
            if len(done) == 3:
                cancel.cancel()

    report = desk.index([clip_folder], cancel=cancel, on_event=stop_after_three)
    assert report.cancelled
    assert 3 <= report.videos.indexed < 8
    assert desk.summary().videos == report.videos.indexed
    rest = desk.index([clip_folder])
    assert (rest.videos.unchanged, rest.videos.indexed) == (report.videos.indexed, 8 - report.videos.indexed)
    with Desk(tmp_path / "undisturbed.vhdesk") as other:
        other.open()
        other.index([clip_folder])
        assert contents(other) == contents(desk)


def test_pause_holds_and_resume_goes_on(desk, clip_folder):
    pause = PauseGate()
    events: list = []

    def pause_after_two(event):
        events.append(event)
        if sum(isinstance(e, VideoIndexed) for e in events) == 2 and not any(
            isinstance(e, IndexProgress) and e.paused for e in events
        ):
            pause.pause()

    reports: list = []
    thread = threading.Thread(
        target=lambda: reports.append(desk.index([clip_folder], pause=pause, on_event=pause_after_two))
    )
    thread.start()
    deadline = time.monotonic() + 60
    while not any(isinstance(e, IndexProgress) and e.paused for e in events) and time.monotonic() < deadline:
        time.sleep(0.02)
    held = sum(isinstance(e, VideoIndexed) for e in events)
    time.sleep(0.7)
    assert sum(isinstance(e, VideoIndexed) for e in events) == held < 8
    pause.resume()
    thread.join(60)
    assert reports[0].videos.indexed == 8


def test_a_paused_run_can_be_stopped(desk, clip_folder):
    pause, cancel = PauseGate(), CancelToken()
    pause.pause()
    timer = threading.Timer(0.5, cancel.cancel)
    timer.start()
    assert desk.index([clip_folder], pause=pause, cancel=cancel).cancelled
    timer.join()


def index_with(desk: Desk, folder: Path, make_pool, on_event=lambda _e: None, **settings):
    with desk._library.writer() as writer:
        root = writer.add_root(str(folder))
        indexer = Indexer(
            desk._library,
            desk.system(),
            IndexingSettings(**settings),
            cancel=CancelToken(),
            pause=PauseGate(),
            on_event=on_event,
        )
        return indexer.run(writer, [root], make_pool)


def misbehave_by_stem(request):
    """Do what the file's name says, whatever its ending."""
    import dataclasses

    stem = os.path.splitext(os.path.basename(request.path))[0]
    known = stem in {"abort", "hang", "exit", "eat"}
    return misbehave(dataclasses.replace(request, path=stem) if known else request)


def test_a_file_that_kills_or_hangs_the_decoder_costs_itself_alone(desk, tmp_path):
    folder = tmp_path / "v"
    for number in range(4):
        write_clip(folder / f"clip{number}.mp4", seed=number, frames=10)
    names = ("abort", "hang", "exit", "eat")
    for name in names:
        (folder / f"{name}.mp4").write_bytes(b"x")

    def make_pool(_drives):
        return DecodePool(2, time_limit_s=2, memory_limit_mb=2048, task=misbehave_by_stem)

    report = index_with(desk, folder, make_pool)
    assert (report.videos.indexed, report.videos.failed) == (4, 4)
    reasons = {os.path.basename(f.path): f.reason for f in report.failures}
    assert "crashed" in reasons["abort.mp4"]
    assert "crashed" in reasons["exit.mp4"]
    assert "time limit" in reasons["hang.mp4"]
    if sys.platform == "linux":
        assert "memory" in reasons["eat.mp4"]

    # the next run does not meet them again, nor does it take them for what a dead run left
    def no_pool(_drives):
        raise AssertionError("something was to be decoded")

    again = index_with(desk, folder, no_pool)
    assert (again.videos.unchanged, again.videos.failed) == (4, 4)
    assert all(video.deaths is None for video in desk._library.known_videos("").values())


def test_broken_files_are_counted_and_listed_and_the_run_goes_on(desk):
    report = desk.index([shared("videos", "broken")])
    assert report.videos.indexed + report.videos.failed == 32
    assert report.videos.failed == 23
    assert len(report.damaged) >= 5
    assert all(f.reason.endswith(".") and "\n" not in f.reason for f in (*report.failures, *report.damaged))
    assert {f.path for f in desk.failures()} == {f.path for f in report.failures}


def test_every_format_is_indexed(desk):
    report = desk.index([shared("videos", "formats")])
    assert (report.videos.indexed, report.failures, report.damaged) == (41, (), ())


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these systems have no undecodable names")
def test_names_that_are_not_utf8(desk, tmp_path):
    folder = tmp_path / "v"
    clip = write_clip(folder / "a.mp4", frames=10)
    odd = os.fsdecode(os.path.join(os.fsencode(folder), b"caf\xe9.mp4"))
    shutil.copy(clip, odd)
    (folder / os.fsdecode(b"broken\xff.mp4")).write_bytes(b"no video")
    report = desk.index([folder])
    assert (report.videos.indexed, report.videos.failed) == (2, 1)
    assert report.to_json()["failures"][0]["path"].endswith("broken\\xff.mp4")
    assert odd in contents(desk)
    assert odd in [r.path for r in desk.search(Path(odd)).results]


def test_a_huge_file_of_nothing_costs_no_time(desk, tmp_path):
    folder = tmp_path / "v"
    folder.mkdir()
    with open(folder / "huge.mp4", "wb") as file:
        file.truncate(20 << 30)
    report = desk.index([folder])
    assert report.videos.failed == 1
    assert report.seconds < 20


def test_a_folder_that_vanishes_in_mid_run_loses_nothing(desk, clip_folder, tmp_path):
    folder = tmp_path / "v"
    shutil.copytree(clip_folder, folder)
    hidden = tmp_path / "unplugged"

    def unplug(event):
        if isinstance(event, VideoIndexed) and folder.exists():
            folder.rename(hidden)

    report = desk.index([folder], on_event=unplug)
    assert sum("disappeared" in warning for warning in report.warnings) == 1
    stored = desk.summary().videos
    assert stored >= 1

    offline = desk.index([])
    assert any("is not there" in warning for warning in offline.warnings)
    assert offline.videos.missing == 0
    assert desk.summary().videos == stored
    assert not desk.summary().roots[0].online

    hidden.rename(folder)
    back = desk.index([folder])
    assert (back.videos.failed, desk.summary().videos) == (0, 8)

    before = contents(desk)
    forced = desk.index([folder], IndexOptions(force=True), on_event=unplug)
    assert any("disappeared" in warning for warning in forced.warnings)
    assert contents(desk) == before


def test_folders_that_cannot_be_named(desk, tmp_path):
    with pytest.raises(FolderMissing, match="There is no folder"):
        desk.index([tmp_path / "none"])
    clip = write_clip(tmp_path / "a.mp4", frames=5)
    with pytest.raises(BadInput, match="is a file"):
        desk.index([clip])
    assert desk.summary().roots == ()


def test_pictures_count_when_asked_for(desk, tmp_path):
    folder = tmp_path / "v"
    clip = write_clip(folder / "a.mp4", seed=4, frames=20)
    write_picture(folder / "still.jpg", seed=4, index=10)
    assert desk.index([folder]).videos.indexed == 1
    assert desk.index([folder], IndexOptions(pictures=True)).videos.indexed == 1
    results = desk.search(folder / "still.jpg").results
    assert [os.path.basename(r.path) for r in results] == ["still.jpg", "a.mp4"]
    assert (results[0].hamming, results[0].duration_ms) == (0, 0)
    assert desk.search(clip).results[0].path == str(clip)


def test_a_clip_of_the_library_finds_itself_and_a_part_finds_the_whole(desk, clip_folder, tmp_path):
    folder = tmp_path / "v"
    shutil.copytree(clip_folder, folder)
    long = write_clip(folder / "long.mp4", seed=50, frames=400, fps=10)
    desk.index([folder])
    for clip in sorted(folder.rglob("*.mp4")):
        best = desk.search(clip).results[0]
        assert (best.path, best.hamming) == (str(clip), 0)
    part = desk.search(long, SearchOptions(5, BITS, 12_000, 20_000))
    assert part.results[0].path == str(long)
    assert (part.results[0].start_ms, part.results[0].end_ms) == (12_000, 20_000)
    assert (part.query_start_ms, part.query_end_ms) == (12_000, 20_000)


def test_an_altered_copy_of_a_real_clip_finds_its_original(desk):
    desk.index([shared("videos", "near_duplicates", "tmk_chair"), shared("videos", "labelled", "scenery")])
    query = shared("videos", "near_duplicates", "tmk_chair", "chair-22-sd-sepia-bar.mp4")
    results = desk.search(query).results
    assert [("tmk_chair" in r.path) for r in results[:5]] == [True] * 5


def test_another_code_length_of_the_same_query_decodes_nothing(desk, clip_folder, tmp_path):
    desk.index([clip_folder])
    clip = Path(shutil.copy(next(clip_folder.rglob("*.mp4")), tmp_path / "query.mp4"))
    first = desk.search(clip, SearchOptions(5, 64))
    again = desk.search(clip, SearchOptions(5, 256))
    assert first.timing_ms.encode > 0
    assert (again.timing_ms.decode, again.timing_ms.encode) == (0, 0)
    assert [r.path for r in again.results[:1]] == [r.path for r in first.results[:1]]
    write_clip(clip, seed=77, frames=20)
    assert desk.search(clip, SearchOptions(5, 64)).timing_ms.encode > 0


def test_failed_files_are_tried_again_when_asked(desk, tmp_path):
    folder = tmp_path / "v"
    write_clip(folder / "good.mp4", frames=10)
    (folder / "bad.mp4").write_bytes(b"nothing")
    desk.index([folder])
    events: list = []
    report = desk.index([folder], IndexOptions(retry=True), on_event=events.append)
    assert (report.videos.unchanged, report.videos.failed) == (1, 1)
    assert [event.total for event in events if isinstance(event, IndexProgress)][-1] == 1


def test_results_of_other_weights_never_mix(desk, clip_folder):
    desk.index([clip_folder])
    desk.close()
    other = Desk(desk.library_path, desk.settings.replace("device", precision="float32"))
    with other:
        other.open()
        clip = next(clip_folder.rglob("*.mp4"))
        if other.system().fingerprint == desk.system().fingerprint:
            pytest.skip("this processor computes in float32 anyway")
        response = other.search(clip)
        assert response.results == ()
        assert "another precision" in response.notes[0]
        assert other.index([clip_folder]).videos.indexed == 8
        assert other.search(clip).results[0].hamming == 0
        assert other.summary().segments == 8


def test_an_index_killed_in_the_middle_ends_as_an_undisturbed_one(desk, clip_folder, tmp_path):
    folder = tmp_path / "v"
    for number in range(60):
        write_clip(folder / f"clip{number:02}.mp4", seed=number, frames=25)
    (folder / "broken.mp4").write_bytes(b"nothing")
    library = tmp_path / "killed.vhdesk"
    killed = 0
    for stored in (1, 20, 40):
        child = subprocess.Popen(
            [sys.executable, "-m", "vhdesk", "--library", str(library), "index", str(folder)],
            cwd=REPOSITORY,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + 60
        while child.poll() is None and time.monotonic() < deadline and _videos(library) < stored:
            time.sleep(0.01)
        if child.poll() is None:
            killed += 1
            os.kill(child.pid, signal.SIGKILL)
        child.wait()
    assert killed >= 2
    with Desk(library) as again:
        again.open()
        report = again.index([folder])
        assert report.videos.indexed + report.videos.unchanged == 60
        assert report.videos.unchanged >= 1
        disturbed = contents(again)
    desk.index([folder])
    assert disturbed == contents(desk)
    assert len(disturbed) == 60


def _videos(library: Path) -> int:
    from vhdesk.errors import VhdeskError
    from vhdesk.library.library import Library

    if not library.exists():
        return 0
    reader = Library(library)
    try:
        return reader.summary().videos
    except VhdeskError:
        return 0
    finally:
        reader.close()
