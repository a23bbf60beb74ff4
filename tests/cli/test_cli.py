"""The command line as a user meets it: a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, settled, shared, write_clip
from vhdesk import __version__
from vhdesk.cli.main import main
from vhdesk.cli.output import clock


def run(*arguments: object, **changes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vhdesk", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=False,
        env=os.environ | changes,
        timeout=120,
    )


def test_index_search_and_what_they_print(clip_folder, tmp_path):
    library = tmp_path / "l.vhdesk"
    done = run("index", clip_folder, "--library", library, "--json", "--label-from-folder")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["videos"] == {"indexed": 8, "unchanged": 0, "moved": 0, "failed": 0, "missing": 0, "copied": 0}
    assert list(report)[:6] == ["library", "system", "fingerprint", "videos", "segments", "seconds"]

    clip = clip_folder / "even" / "clip2.mp4"
    done = run("search", clip, "--json", "--top", 3)  # the library that was used last
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["searched_segments"] == 8
    assert set(answer["timing_ms"]) == {"decode", "encode", "shortlist", "rerank", "total"}
    best = answer["results"][0]
    assert (best["rank"], best["path"], best["label"], best["hamming"]) == (1, str(clip), "even", 0)
    assert len(answer["results"]) == 3
    assert answer["mask_ratio"] is None

    done = run("--library", library, "search", clip, "--bits", 256)
    assert done.stdout.splitlines()[2].split()[:3] == ["1", "1", "0"]
    assert "of 8 kept: cosine above 0.15" in done.stdout
    assert str(clip) in done.stdout
    done = run("--library", library, "search", clip, "--no-par")
    assert done.stdout.splitlines()[2].split()[:2] == ["1", "0"]
    done = run("--library", library, "search", clip, "--no-par", "--par-k", 5)
    assert done.returncode == 2
    assert "--no-par turns re-ranking off" in done.stderr


def test_failed_files_give_exit_code_3_and_their_reasons(tmp_path):
    folder = tmp_path / "v"
    write_clip(folder / "good.mp4", frames=10)
    (folder / "empty.mp4").touch()
    done = run("index", folder, "--json")
    assert done.returncode == 3
    report = json.loads(done.stdout)
    assert report["failures"] == [
        {"path": str(folder / "empty.mp4"), "reason": "The file is empty (0 bytes). Copy it again from its source."}
    ]
    done = run("index", folder)
    assert done.returncode == 3
    assert "The file is empty" in done.stderr
    assert "1 unchanged, 1 failed" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["index", "nowhere"], "There is no folder"),
        (["index"], "watches no folder yet"),
        (["search", "nothing.mp4"], "There is no file"),
        (["search", "."], "is a folder"),
        (["search", "README.md"], "not a video or picture"),
        (["search", "README.md", "--bits", "99"], "gives codes of 16, 32, 64, 128, 256, 512 bits, not 99"),
        (["search", "README.md", "--top", "0"], "at least 1"),
        (["search", "README.md", "--library", "nowhere.vhdesk"], "There is no library"),
        (["index", ".", "--system", "magic"], "no system 'magic'"),
        (["index", ".", "--workers", "-3"], "goes from 0 to 64"),
        (["index", ".", "--library", "README.md"], "not a vhdesk library"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(arguments, sentence):
    done = run(*arguments, "--json")
    assert done.returncode == 2
    assert sentence in json.loads(done.stdout)["error"]
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("vhdesk: ")


def test_a_second_instance_on_the_same_library(tmp_path, clip_folder):
    from vhdesk.library.library import Library

    library = Library(tmp_path / "l.vhdesk")
    library.open()
    with library.writer():
        done = run("index", clip_folder, "--library", library.path)
        assert done.returncode == 2
        assert "Another vhdesk is adding to the library" in done.stderr
        searching = run("search", clip_folder / "even" / "clip0.mp4", "--library", library.path, "--json")
        assert searching.returncode == 0
    library.close()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_control_c_stops_cleanly_and_says_how_to_go_on(tmp_path):
    folder = tmp_path / "v"
    first = write_clip(folder / "0.mp4", frames=25).read_bytes()
    for number in range(1, 80):
        path = folder / f"{number}.mp4"
        path.write_bytes(first + bytes([number]))  # one byte at the end makes another file
        settled(path)
    library = tmp_path / "l.vhdesk"
    child = subprocess.Popen(
        [sys.executable, "-m", "vhdesk", "index", str(folder), "--library", str(library), "--json"],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    from vhdesk.desk import Desk
    from vhdesk.errors import LibraryProblem

    def stored(desk: Desk) -> int:
        try:
            return desk.summary().videos if library.exists() else 0
        except LibraryProblem:  # it is being made just now
            return 0

    with Desk(library) as desk:
        deadline = time.monotonic() + 120
        while stored(desk) < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=90)
        assert child.returncode == 130
        assert "run the same command to go on" in err
        report = json.loads(out)
        assert report["cancelled"]
        assert report["videos"]["indexed"] == desk.summary().videos < 80


def test_version_is_quick_and_loads_nothing_heavy():
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "vhdesk", "--version"],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=True,
    )
    assert done.stdout == f"vhdesk {__version__}\n"
    loaded = {line.rsplit("|", 1)[1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    heavy = {"torch", "torchvision", "openvino", "faiss", "av", "pyqtgraph", "numpy", "sqlite_utils", "PySide6"}
    assert not loaded & heavy


@pytest.mark.parametrize("command", [[], ["index"], ["search"], ["demo"], ["doctor"], ["models"], ["models", "list"]])
def test_every_command_has_help_with_an_example(command, capsys):
    with pytest.raises(SystemExit) as end:
        main([*command, "--help"])
    assert end.value.code == 0
    assert "example: vhdesk" in capsys.readouterr().out


def test_doctor_says_what_is_there(capsys):
    assert main(["doctor", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["encoder"]["engine"] in {"OpenVINO", "PyTorch"}
    assert {"h264", "hevc", "av1", "vp9"} <= set(facts["media"]["decodes"])
    assert facts["versions"]["av"]
    assert main(["doctor"]) == 0
    assert "encoder:" in capsys.readouterr().out


def test_models_list(capsys):
    assert main(["models", "list", "--json"]) == 0
    systems = {found["name"]: found for found in json.loads(capsys.readouterr().out)["systems"]}
    assert set(systems) == {"desk", "r2plus1d18_bert", "r2plus1d34_bert"}
    assert (systems["desk"]["bits"], systems["desk"]["installed"]) == ([16, 32, 64, 128, 256, 512], True)
    assert main(["models", "list"]) == 0
    assert "Apache-2.0" in capsys.readouterr().out


def test_the_window_without_a_screen_is_a_sentence():
    screenless = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    if sys.platform in {"win32", "darwin"}:
        pytest.skip("these systems always have a screen")
    done = run(**screenless)
    assert (done.returncode, "no screen" in done.stderr) == (2, True)


def test_our_faults_are_one_sentence_and_a_traceback_only_when_asked(monkeypatch, capsys):
    from vhdesk.desk import Desk

    def broken(_self):
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(Desk, "system_cards", broken)
    assert main(["models", "list"]) == 1
    shown = capsys.readouterr().err
    assert "fault of its own (ZeroDivisionError: oh)" in shown
    assert "Traceback" not in shown
    assert main(["-v", "models", "list"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_a_query_of_a_real_library(tmp_path):
    folder = shared("videos", "labelled", "bend")
    assert run("index", folder, "--label-from-folder").returncode == 0
    clip = sorted(folder.iterdir())[0]
    best = json.loads(run("search", clip, "--json").stdout)["results"][0]
    assert (best["path"], best["hamming"], best["label"]) == (str(clip), 0, "bend")


def test_demo_on_a_folder_of_ones_own(scene_folder, tmp_path):
    picture = tmp_path / "window.png"
    done = run("demo", scene_folder, "--headless", "--screenshot", picture, "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["query"].endswith("query_clip.mp4")
    assert answer["results"][0]["path"] == str(scene_folder / "scene15.mp4")  # what the query is a copy of
    assert answer["results"][0]["hamming"] < answer["results"][1]["hamming"]
    assert answer["results"][0]["cosine"] > answer["results"][1]["cosine"]
    assert picture.read_bytes().startswith(b"\x89PNG")
    from vhdesk.settings import last_library

    assert last_library().name == "library.vhdesk"  # the demo's own library is not remembered


@pytest.mark.parametrize(("ms", "text"), [(0, "0:00"), (7_999, "0:07"), (754_000, "12:34"), (3_723_000, "1:02:03")])
def test_clock(ms, text):
    assert clock(ms) == text


def test_paths_of_the_defaults_are_below_the_home(home):
    from vhdesk.settings import last_library

    assert last_library() == Path(home) / "data" / "library.vhdesk"
