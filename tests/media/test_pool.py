"""The pool with real processes that really crash and hang."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time

import numpy as np
import pytest

from tests.conftest import REPOSITORY, write_clip
from vhdesk.errors import BadInput, Interrupted, UnreadableFile
from vhdesk.media import pool as pool_module
from vhdesk.media.decode import DecodeReply, DecodeRequest, decode_segments
from vhdesk.media.pool import DecodePool, DecodersDied


def misbehave(request: DecodeRequest) -> DecodeReply:
    """Do what the file's name says."""
    name = os.path.basename(request.path)
    if name == "hang":
        time.sleep(60)
    if name == "abort":
        os.abort()
    if name == "odd":
        raise ZeroDivisionError("a fault of ours")
    if name == "exit":
        os._exit(5)
    if name == "eat":
        hoard = [np.empty(1 << 30, np.uint8) for _ in range(64)]
        raise AssertionError(len(hoard))
    return decode_segments(request)


def request(path: object, **changes: object) -> DecodeRequest:
    return DecodeRequest(str(path), 16, 64, 8000, 4000, **changes)


def test_a_crash_a_hang_and_a_hoarder_cost_one_file_each(tmp_path):
    clip = write_clip(tmp_path / "a.mp4", frames=10)
    with DecodePool(1, time_limit_s=3, memory_limit_mb=2048, task=misbehave) as pool:
        names = ["abort", clip, "hang", clip, "exit", "eat", clip]
        futures = [pool.submit(request(name)) for name in names]
        kinds = []
        for future in futures:
            try:
                kinds.append(len(pool.reply(future).segments))
            except UnreadableFile as problem:
                kinds.append(problem.kind)
    expected_hoarder = "too_large" if sys.platform == "linux" else kinds[5]
    assert kinds == ["crash", 1, "timeout", 1, "crash", expected_hoarder, 1]


def test_a_fault_of_ours_costs_one_file(tmp_path, caplog):
    clip = write_clip(tmp_path / "a.mp4", frames=10)
    with DecodePool(1, task=misbehave) as pool:
        odd, good = pool.submit(request("odd")), pool.submit(request(clip))
        with pytest.raises(UnreadableFile) as caught:
            pool.reply(odd)
        assert caught.value.kind == "unexpected"
        assert "ZeroDivisionError" in caplog.text
        assert pool.reply(good).segments


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="POSIX signals")
def test_processes_killed_at_any_instant_cost_their_file_at_most(tmp_path):
    clip = write_clip(tmp_path / "a.mp4", frames=10)
    rng = random.Random(0)
    kinds = []
    kills = 0
    with DecodePool(2, task=misbehave) as pool:
        for _ in range(6):
            futures = [pool.submit(request(clip)) for _ in range(4)]
            time.sleep(rng.uniform(0, 0.03))
            for process in multiprocessing.active_children():
                process.kill()
                kills += 1
            for future in futures:
                try:
                    kinds.append(len(pool.reply(future).segments))
                except UnreadableFile as problem:
                    kinds.append(problem.kind)
        last = [pool.submit(request(clip)) for _ in range(4)]
        assert all(pool.reply(future).segments for future in last)
    assert set(kinds) <= {1, "crash"}
    assert kinds.count("crash") <= kills


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_idle_process_that_is_killed_costs_no_file(tmp_path):
    """As the system does where memory is short."""
    clip = write_clip(tmp_path / "a.mp4", frames=10)
    with DecodePool(1) as pool:
        for _ in range(4):
            os.kill(pool._call(os.getpid), signal.SIGKILL)
            time.sleep(0.3)
            assert pool.reply(pool.submit(request(clip))).segments


def test_processes_that_cannot_start_are_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(pool_module, "_prepare_worker", os._exit)
    clip = write_clip(tmp_path / "a.mp4", frames=10)
    with DecodePool(1, memory_limit_mb=3) as pool, pytest.raises(DecodersDied, match="ended by themselves"):
        pool.reply(pool.submit(request(clip)))


@pytest.mark.parametrize("delay_s", [0, 0.02, 0.1, 0.5])
def test_a_closed_pool_gives_up_its_requests(delay_s):
    pool = DecodePool(1, task=misbehave)
    future = pool.submit(request("hang"))
    time.sleep(delay_s)
    pool.close()
    with pytest.raises(Interrupted):
        pool.reply(future)


def test_faults_keep_their_class_across_processes(tmp_path):
    (tmp_path / "empty.mp4").touch()
    clip = write_clip(tmp_path / "a.mp4", frames=10)
    with DecodePool(1) as pool:
        empty, outside = pool.submit(request(tmp_path / "empty.mp4")), pool.submit(request(clip, from_ms=99_000))
        with pytest.raises(UnreadableFile) as caught:
            pool.reply(empty)
        assert caught.value.kind == "empty"
        with pytest.raises(BadInput):
            pool.reply(outside)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_processes_end_when_their_parent_is_killed():
    script = (
        "import sys, time\n"
        "from vhdesk.media.pool import DecodePool\n"
        "if __name__ == '__main__':\n"
        "    pool = DecodePool(1)\n"
        "    pid = pool._call(__import__('os').getpid)\n"
        "    print(pid, flush=True)\n"
        "    time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=REPOSITORY)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and _alive(child):
        time.sleep(0.05)
    assert not _alive(child)


def _alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
