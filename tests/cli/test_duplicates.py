"""``vhdesk duplicates`` as a user meets it: a process of its own."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.cli.test_cli import run
from tests.conftest import write_clip
from vhdesk.media.samples import alter_clip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("copies")
    first = write_clip(folder / "v" / "a.mp4", seed=1, size=(320, 240))
    alter_clip(first, folder / "v" / "small.mp4", width=160, crf=28)
    shutil.copy(write_clip(folder / "v" / "b.mp4", seed=2), folder / "v" / "ü b.mp4")
    write_clip(folder / "v" / "alone.mp4", seed=3)
    return folder


def test_groups_with_the_best_copy_and_the_reason(folder, tmp_path):
    library = tmp_path / "l.vhdesk"
    assert run("index", folder / "v", "--library", library).returncode == 0
    before = sorted(path.name for path in (folder / "v").iterdir())

    done = run("duplicates", "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    groups = {group["best"]["path"]: group for group in report["groups"]}
    assert set(groups) == {str(folder / "v" / name) for name in ("a.mp4", "b.mp4")}
    altered, exact = groups[str(folder / "v" / "a.mp4")], groups[str(folder / "v" / "b.mp4")]
    assert altered["reason"].startswith("largest: 320x240 against 160x120")
    assert [(copy["path"], copy["kind"]) for copy in altered["copies"]] == [(str(folder / "v" / "small.mp4"), "copy")]
    assert altered["copies"][0]["matches"] == [{"start_ms": 0, "end_ms": 2000, "best_start_ms": 0, "best_end_ms": 2000}]
    assert [(copy["hamming"], copy["kind"]) for copy in exact["copies"]] == [(0, "exact")]
    assert report["extra_bytes"] == sum(group["extra_bytes"] for group in groups.values()) > 0
    assert (report["bits"], report["max_distance"], report["videos"]) == (64, 16, 5)

    done = run("duplicates", "--library", library, "--max-distance", 0, "--bits", 256)
    assert "exact copy" in done.stdout
    assert str(folder / "v" / "ü b.mp4") in done.stdout
    assert "1 group with 1 copy beside the best" in done.stdout
    assert sorted(path.name for path in (folder / "v").iterdir()) == before


def test_nothing_is_compared_across_folders_where_there_is_one(folder, tmp_path):
    assert run("index", folder / "v", "--library", tmp_path / "l.vhdesk").returncode == 0
    assert json.loads(run("duplicates", "--across-folders", "--json").stdout)["groups"] == []
    report = json.loads(run("duplicates", "--within-folder", "--include-kept", "--json").stdout)
    assert (len(report["groups"]), report["include_kept"]) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--max-distance", "40"], "from 0 to 32 for codes of 64 bits, not 40"),
        (["--bits", "63"], "not 63"),
        (["--min-share", "0"], "above 0 and at most 1"),
        (["--library", "nowhere.vhdesk"], "There is no library nowhere.vhdesk"),
    ],
)
def test_wrong_values_are_told_in_one_sentence(arguments, sentence, tmp_path, home):
    done = run("duplicates", *arguments, "--json")
    assert done.returncode == 2
    assert sentence in done.stderr
    assert json.loads(done.stdout)["exit_code"] == 2


def test_help_has_an_example():
    done = run("duplicates", "--help")
    assert done.returncode == 0
    assert "example: vhdesk duplicates" in done.stdout
