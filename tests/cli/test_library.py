"""``vhdesk library`` as a user meets it."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from vhdesk.cli.library import megabytes
from vhdesk.cli.main import main


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def told(capsys, *arguments: object) -> tuple[int, dict]:
    code, out, _ = run(capsys, *arguments, "--json")
    return code, json.loads(out)


def test_info(filled, capsys):
    code, info = told(capsys, "library", "info", "--library", filled)
    assert code == 0
    assert info["videos"] == {"indexed": 57, "failed": 1, "damaged": 1, "pending": 1, "missing": 1}
    assert info["bytes"] == sum(info["disk_use"].values()) == filled.stat().st_size
    assert [root["path"] for root in info["roots"]] == ["/videos/a", "/videos/b"]
    assert not info["roots"][0]["online"]
    code, out, _ = run(capsys, "--library", filled, "library")
    assert code == 0
    for words in (
        "thumbnails: about",
        "features: about",
        "codes: about",
        "57 indexed",
        "1 missing",
        "set aside",
        "/videos/b",
    ):
        assert words in out


def test_check_and_repair(filled, capsys):
    assert told(capsys, "library", "check", "--library", filled) == (
        0,
        {"library": str(filled), "whole": True, "problems": []},
    )
    with closing(sqlite3.connect(filled)) as db:
        (picture,) = db.execute("SELECT jpeg FROM thumbnail ORDER BY length(jpeg) DESC").fetchone()
    data = bytearray(filled.read_bytes())
    place = data.index(picture[-100:])
    data[place : place + 90] = b"scratched" * 10
    filled.write_bytes(data)
    code, found = told(capsys, "library", "check", "--library", filled)
    assert (code, found["whole"], "repair" in found) == (2, False, False)
    assert found["problems"]
    code, _, err = run(capsys, "library", "check", "--library", filled)
    assert (code, bool(err)) == (2, True)
    code, found = told(capsys, "library", "check", "--repair", "--library", filled)
    assert code == 0
    assert (found["repair"]["kept"], found["repair"]["pending"]) == (57, 1)
    assert Path(found["repair"]["damaged_file"]).read_bytes() == bytes(data)
    code, out, _ = run(capsys, "library", "check", "--repair", "--library", filled)
    assert (code, out) == (0, "The library is whole.\n")
    code, info = told(capsys, "library", "info", "--library", filled)
    assert list(info["kept_copies"]) == [found["repair"]["damaged_file"]]


def test_a_library_that_cannot_be_opened_is_mended(filled, capsys):
    data = bytearray(filled.read_bytes())
    data[:100] = bytes(100)
    filled.write_bytes(data)
    code, _, err = run(capsys, "search", "clip.mp4", "--library", filled)
    assert code == 2
    assert "'vhdesk library check --repair'" in err
    code, out, _ = run(capsys, "library", "check", "--repair", "--library", filled)
    assert code == 0
    assert "58 videos in 2 folders are whole, 0 will be read again" in out
    assert run(capsys, "library", "check", "--library", filled)[0] == 0


def test_compact(filled, capsys):
    code, report = told(capsys, "library", "compact", "--purge-missing", "--library", filled)
    assert (code, report["purged"], report["after_bytes"]) == (0, 1, filled.stat().st_size)
    code, out, _ = run(capsys, "library", "compact", "--library", filled)
    assert (code, " before, " in out) == (0, True)


def test_relocate(filled, capsys, tmp_path):
    code, report = told(capsys, "library", "relocate", "/videos", tmp_path, "--library", filled)
    assert (code, report["roots"], report["videos"], report["found"]) == (0, 2, 60, 0)
    code, out, _ = run(capsys, "library", "relocate", tmp_path, r"C:\Videos", "--library", filled)
    assert "60 videos in 2 folders relocated to C:\\Videos; 0 of the files are there now" in out
    assert run(capsys, "library", "relocate", "c:/videos/a", "/videos/a", "--library", filled)[0] == 0
    code, _, err = run(capsys, "library", "relocate", "/nowhere", "/x", "--library", filled)
    assert (code, err.count("\n")) == (2, 1)
    assert run(capsys, "library", "check", "--library", filled)[0] == 0


def test_export(filled, capsys, tmp_path):
    target = tmp_path / "videos.csv"
    code, report = told(capsys, "library", "export", "--format", "csv", target, "--library", filled)
    assert (code, report["videos"]) == (0, 60)
    with open(target, encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == report["segments"] + 2
    code, _, err = run(capsys, "library", "export", "--format", "csv", target, "--library", filled)
    assert (code, "already" in err) == (2, True)


@pytest.mark.parametrize("part", ["info", "check", "compact", "relocate /a /b", "export --format csv out.csv"])
def test_a_library_that_is_not_there_is_a_sentence(capsys, tmp_path, part):
    code, _, err = run(capsys, "library", *part.split(), "--library", tmp_path / "none.vhdesk")
    assert (code, "There is no library" in err) == (2, True)
    assert not (tmp_path / "none.vhdesk").exists()


@pytest.mark.parametrize("part", ["", "info", "check", "compact", "relocate", "export"])
def test_every_part_has_help_with_an_example(part, capsys):
    with pytest.raises(SystemExit) as end:
        main(["library", *part.split(), "--help"])
    assert end.value.code == 0
    assert "example: vhdesk library" in capsys.readouterr().out


@pytest.mark.parametrize(("size", "text"), [(0, "0.0 MB"), (12_000_000, "12.0 MB"), (3_400_000_000, "3.40 GB")])
def test_sizes(size, text):
    assert megabytes(size) == text
