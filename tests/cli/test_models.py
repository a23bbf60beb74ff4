"""``vhdesk models`` as a user meets it, with a real server on the loopback where there is one to ask."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch

from tests.conftest import REPOSITORY
from tests.systems.weights_server import Server, checkpoint, data, server, small_disk  # noqa: F401 - fixtures
from vhdesk.cli import models
from vhdesk.cli.main import main
from vhdesk.settings import Settings, data_folder, save

# Published without a hash, so that the server's file can be it; and with one, which it cannot be.
NAME, FILE = "pytorchvideo_x3d_xs", "X3D_XS.pyth"
HASHED = "r3d_18"


class Command:
    """Runs ``vhdesk models`` in this process.

    Attributes:
        out: of the last run.
        err: of the last run.
    """

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: object) -> int:
        self._capsys.readouterr()
        code = main(["models", *map(str, arguments)])
        self.out, self.err = self._capsys.readouterr()
        return code

    def json(self, *arguments: object) -> dict:
        """What a run that succeeds prints."""
        assert self(*arguments, "--json") == 0, self.err
        return json.loads(self.out)

    def state(self, name: str = NAME) -> str:
        """As the list shows it."""
        return next(weights["state"] for weights in self.json("list")["weights"] if weights["name"] == name)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


@pytest.fixture
def get(server: Server, data: bytes) -> list[str]:  # noqa: F811 - a fixture
    """The arguments of a download from the server, its licence accepted."""
    return ["download", NAME, "--mirror", server.url("/m"), "--accept-licence"]


def weights_here() -> list[str]:
    return sorted(path.name for path in (data_folder() / "weights").glob(f"{NAME}*"))


def in_a_process(arguments: list[str], **how: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "vhdesk", "models", *arguments],
        cwd=REPOSITORY,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **how,
    )


def test_the_list_shows_systems_and_weights(command):
    listed = command.json("list")
    states = {weights["name"]: weights["state"] for weights in listed["weights"]}
    assert (states["r2plus1d_18"], states["i3d_rgb"], listed["weights_disk_bytes"]) == ("available", "import only", 0)
    assert command("list") == 0
    lines = {line.split()[0]: line for line in command.out.splitlines() if line}
    assert "built in" in lines["desk"]
    assert all(word in lines["r2plus1d_18"] for word in ("available", "126.1 MB", "BSD-3-Clause"))
    assert "import only" in lines["i3d_rgb"]
    assert "Weights take 0.0 MB on the disk" in command.out
    assert command.json("verify") == [{"name": "desk", "kind": "system", "ok": True, "problem": ""}]


def test_show_tells_all_of_weights_and_of_a_system(command):
    shown = command.json("show", HASHED)
    assert (shown["name"], shown["sha256"], shown["state"]) == (HASHED, "b3b3357e", "available")
    assert shown["url"].startswith("https://")
    assert command("show", HASHED) == 0
    assert "sha256: b3b3357e" in command.out
    assert "licence text: torchvision is under BSD-3-Clause" in command.out
    assert command.json("show", "desk")["bits"] == [16, 32, 64, 128, 256, 512]
    assert command("show", "desk") == 0
    assert "origin: built in" in command.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "ten"], "no system 'ten'"),
        (["download", "ten"], "no weights 'ten'"),
        (["download", "i3d_rgb"], "models import FILE --as i3d_rgb"),
        (["download", "r3d_18", "--mirror", "ftp://a"], "not a web address"),
        (["import", "/none.pth", "--as", "r3d_18"], "There is no file /none.pth"),
        (["remove", "r3d_18"], "nothing to remove"),
        (["verify", "r3d_18"], "models download r3d_18"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(command, arguments, said):
    assert command(*arguments) == 2
    assert said in command.out + command.err


# the licence


def test_nothing_is_fetched_before_the_licence_is_accepted(command, server, get):  # noqa: F811
    assert command(*get[:-1]) == 2  # nobody is there to be asked
    assert "under Apache-2.0" in command.err  # its words are shown
    assert "accept this licence with --accept-licence" in command.err
    assert server.requests == []
    assert command.state() == "available"
    assert command(*get) == 0
    assert command("remove", NAME) == 0
    assert command(*get[:-1]) == 0  # it is not asked about twice
    assert "Licence of" not in command.err


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 2), ("\n", 2)])
def test_on_a_terminal_the_licence_is_asked_for(server, get, answer, code):  # noqa: F811
    import pty

    ours, theirs = pty.openpty()
    process = in_a_process(get[:-1], stdin=theirs)
    os.write(ours, answer.encode())
    _, told = process.communicate(timeout=120)
    os.close(ours)
    os.close(theirs)
    assert process.returncode == code, told
    assert "Do you accept it? [y/N]" in told
    assert bool(weights_here()) == bool(server.requests) == (code == 0)


# what comes


def test_a_download_is_installed_once_listed_verified_and_removed(command, server, data, get):  # noqa: F811
    state = command.json(*get)
    assert (state["state"], state["record"]["origin"]) == ("installed", server.url(f"/m/{FILE}"))
    assert server.requests == [(f"/m/{FILE}", None)]
    assert weights_here() == [f"{NAME}.json", f"{NAME}.safetensors"]
    taken = sum((data_folder() / "weights" / name).stat().st_size for name in weights_here())
    assert command.json("list")["weights_disk_bytes"] == state["disk_bytes"] == taken
    assert command("list") == 0
    assert f"Weights take {taken / 1e6:.1f} MB on the disk" in command.out
    assert command(*get) == 0
    assert len(server.requests) == 1  # what is installed is not fetched again
    assert "could not be compared with a published hash" in command.err
    assert command("verify") == 0
    assert f"weights {NAME}: as it should be" in command.out
    assert command.json("remove", NAME) == {"name": NAME, "freed_bytes": taken}
    assert (command.state(), weights_here(), command.json("list")["weights_disk_bytes"]) == ("available", [], 0)


def test_the_mirror_of_the_settings_is_used(command, server, data):  # noqa: F811
    save(Settings().replace("models", mirror=server.url("/ours/")))
    assert command("download", NAME, "--accept-licence") == 0
    assert server.requests == [(f"/ours/{FILE}", None)]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_control_c_keeps_what_came_and_the_next_command_goes_on_from_there(command, server, data, get):  # noqa: F811
    server.slow(1.0)
    process = in_a_process(get)
    part = data_folder() / "weights" / f"{NAME}.part"
    deadline = time.monotonic() + 60
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "the same command goes on from there" in told
    assert command.state() == "partial"
    kept = part.stat().st_size
    assert 0 < kept < len(data)
    assert command.json("list")["weights_disk_bytes"] >= kept
    assert command(*get) == 0
    assert server.requests[1:] == [(f"/m/{FILE}", f"bytes={kept}-")]


def test_a_cut_connection_is_told_and_taken_up_by_range(command, server, data, get):  # noqa: F811
    server.cut_after(150_000)
    assert command(*get) == 0
    assert f"the connection ended after 150000 of {len(data)} bytes; trying again in 1 s" in command.err
    assert [wanted for _, wanted in server.requests] == [None, "bytes=150000-"]


def test_without_ranges_all_of_it_comes_again(command, server, data, get):  # noqa: F811
    server.ranges = False
    server.cut_after(150_000)
    assert command(*get) == 0
    assert len(server.requests) == 2
    assert command("verify", NAME) == 0


def test_a_length_that_is_a_lie_is_found_out(command, server, data, get):  # noqa: F811
    server.lie(1000)
    assert command(*get) == 0
    assert f"the connection ended after {len(data)} of {len(data) + 1000} bytes" in command.err
    assert server.requests[1:] == [(f"/m/{FILE}", f"bytes={len(data)}-")]
    assert command("verify", NAME) == 0


def test_a_slow_server_is_followed(command, server, data, get, monkeypatch):  # noqa: F811
    monkeypatch.setattr(models, "LINE_EVERY_S", 0.0)  # every line that would be told in a longer time
    server.slow(0.15)
    assert command(*get) == 0
    told = [line for line in command.err.splitlines() if f"MB of {len(data) / 1e6:.1f} MB, " in line]
    assert len(set(told)) > 2


def test_a_file_that_is_not_there_is_asked_for_once(command, server, get):  # noqa: F811
    server.answer(404)
    assert command(*get) == 2
    assert "it answered 404" in command.err
    assert f"vhdesk models import FILE --as {NAME}" in command.err
    assert len(command.err.splitlines()) == 2  # the licence and this
    assert len(server.requests) == 1
    assert command.state() == "available"


def test_another_file_than_was_published_is_refused_and_removed(command, server, get):  # noqa: F811
    assert command("download", HASHED, *get[2:]) == 2
    assert "expected b3b3357e" in command.err
    assert "What was downloaded was removed." in command.err
    assert command.state(HASHED) == "available"
    assert not list((data_folder() / "weights").glob(f"{HASHED}*"))


def test_a_disk_that_is_too_small_is_a_sentence(command, server, get, small_disk, monkeypatch):  # noqa: F811
    monkeypatch.setenv("VHDESK_HOME", str(small_disk / "home"))
    (small_disk / "other").write_bytes(bytes(1_000_000))
    assert command(*get) == 2
    assert "Free some space and try again." in command.err
    assert "MB are free" in command.err
    (small_disk / "other").unlink()
    server.endless(3_000_000)
    assert command(*get) == 2
    assert "is full" in command.err
    assert command.state() == "partial"
    assert command("remove", NAME) == 0
    assert command(*get) == 0


# files


def test_a_file_is_imported_verified_and_found_damaged(command, tmp_path):
    file = tmp_path / "carried.pth"
    checkpoint(file)
    assert command("import", file, "--as", HASHED) == 2
    assert "not the published 'r3d_18'" in command.err
    assert command("import", file, "--as", NAME) == 0
    assert f"installed {NAME}" in command.out
    assert file.exists()
    assert command.state() == "installed"
    place = data_folder() / "weights" / f"{NAME}.safetensors"
    damaged = bytearray(place.read_bytes())
    damaged[-1] ^= 1
    place.write_bytes(damaged)
    assert command("verify", "--json") == 2
    assert [(found["name"], found["ok"]) for found in json.loads(command.out)] == [("desk", True), (NAME, False)]
    assert command("verify") == 2
    assert "altered or damaged" in command.out
    assert f"vhdesk models remove {NAME}" in command.out
    assert "1 model of 2 cannot be used as it is" in command.err
    assert command("import", file, "--as", NAME) == 0  # a sound one takes its place
    assert command("verify", NAME) == 0


class Harmful:
    """Makes a file when it is unpickled by anything that obeys."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self):
        return os.system, (f"touch '{self.mark}'",)


@pytest.mark.parametrize("way", ["import", "download"])
def test_a_harmful_pickle_is_refused_and_never_run(command, server, get, tmp_path, way):  # noqa: F811
    mark, file = tmp_path / "executed", tmp_path / "harmful.pth"
    torch.save({"w": torch.zeros(3), "x": Harmful(mark)}, file)
    server.data = file.read_bytes()
    assert command(*(get if way == "download" else ["import", file, "--as", NAME])) == 2
    assert "nothing of it was run" in command.err
    assert not mark.exists()
    assert weights_here() == []
    assert command.state() == "available"
    # the same file does harm where it is obeyed: the test can fail
    with pytest.raises(pickle.UnpicklingError):
        torch.load(file, weights_only=True)
    torch.load(file, weights_only=False)
    assert mark.exists()
