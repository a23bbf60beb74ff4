"""The two knobs and their calibration on the command line."""

from __future__ import annotations

import json
import shutil

import pytest

from vhdesk.cli.main import main


@pytest.fixture(scope="module")
def indexed(tmp_path_factory):
    return tmp_path_factory.mktemp("indexed") / "l.vhdesk"


@pytest.fixture
def library(clip_folder, tmp_path, indexed):
    if not indexed.exists():
        assert main(["index", str(clip_folder), "--library", str(indexed), "--label-from-folder"]) == 0
    return shutil.copy(indexed, tmp_path / "l.vhdesk")


def run(capsys, *arguments) -> tuple[int, dict, str]:
    capsys.readouterr()
    code = main([*map(str, arguments), "--json"])
    printed = capsys.readouterr()
    return code, json.loads(printed.out), printed.err


def test_search_with_both_knobs(library, clip_folder, capsys):
    clip = clip_folder / "odd" / "clip3.mp4"
    asked = ("search", clip, "--library", library, "--mask-ratio", 0.5, "--par-k", 6, "--par-threshold", 0.2)
    code, found, _ = run(capsys, *asked)
    assert code == 0
    assert found["mask_ratio"] == 0.5
    assert {"name", "confidence", "used", "counted_bits"} <= set(found["categories"][0])
    assert (found["par"]["k"], found["par"]["threshold"], found["par"]["considered"]) == (6, 0.2, 6)
    assert found["par"]["kept"] == len(found["results"]) <= 6
    assert all(row["cosine"] > 0.2 for row in found["results"])
    assert {"rank_before", "passed", "mark"} <= set(found["results"][0])

    assert main(["search", str(clip), "--library", str(library), *map(str, asked[4:])]) == 0
    shown = capsys.readouterr()
    assert f"{found['par']['kept']} of 6 kept: cosine above 0.2" in shown.out
    assert "before" in shown.out.splitlines()[0]
    category = found["categories"][0]
    assert category["name"] in shown.err
    assert ("32 of 64 bits count" in shown.err) == category["used"]


def test_a_threshold_alone_turns_re_ranking_on(library, clip_folder, capsys):
    clip = clip_folder / "odd" / "clip3.mp4"
    _, found, _ = run(capsys, "search", clip, "--library", library, "--par-threshold", 0.99)
    assert (found["par"]["k"], found["par"]["threshold"]) == (100, 0.99)
    _, found, _ = run(capsys, "search", clip, "--library", library, "--par-exact")
    assert found["par"]["exact"]
    assert len(found["results"]) == found["par"]["kept"]


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (["--mask-ratio", "0"], "above 0 and at most 1"),
        (["--par-k", "0"], "from 1 to 10000, not 0"),
        (["--par-threshold", "2"], "a cosine from -1 to 1, not 2"),
    ],
)
def test_values_out_of_bounds(library, clip_folder, capsys, flags, sentence):
    code, found, _ = run(capsys, "search", clip_folder / "odd" / "clip3.mp4", "--library", library, *flags)
    assert code == 2
    assert sentence in found["error"]


def test_a_mask_without_categories_names_the_remedy(clip_folder, tmp_path, capsys):
    library = tmp_path / "unlabelled.vhdesk"
    assert main(["index", str(clip_folder), "--library", str(library)]) == 0
    clip = clip_folder / "odd" / "clip3.mp4"
    code, found, _ = run(capsys, "search", clip, "--library", library, "--mask-ratio", 0.5)
    assert code == 2
    assert "vhdesk index FOLDER --label-from-folder" in found["error"]


def test_calibrate(library, capsys):
    code, found, _ = run(capsys, "calibrate", "--library", library, "--bits", 16)
    assert code == 0
    assert (found["bits"], found["queries"], found["database"]) == (16, 8, 8)
    assert {"k", "threshold", "precision", "recall", "returned", "empty", "empty_answers"} == set(found["par"][0])
    assert [row["ratio"] for row in found["masks"]][-1] == 1

    from vhdesk.desk import Desk

    with Desk(library, remember=False) as desk:
        desk.open()
        kept = desk.calibration(16)
        assert json.loads(json.dumps(kept.to_json())) == found
        assert not kept.stale
        assert desk.calibration(64) is None

    assert main(["calibrate", "--library", str(library), "--bits", "16"]) == 0
    shown = capsys.readouterr().out
    assert "re-ranked" in shown
    assert "class first" in shown
    assert "8 queries of 8 recordings on 8 videos, 16 bits" in shown


def test_calibrating_without_labels_says_how_to_get_them(clip_folder, tmp_path, capsys):
    assert main(["index", str(clip_folder), "--library", str(tmp_path / "l2.vhdesk")]) == 0
    code, found, _ = run(capsys, "calibrate", "--library", tmp_path / "l2.vhdesk")
    assert code == 2
    assert "--label-from-folder" in found["error"]
    code, found, _ = run(capsys, "calibrate", "--library", tmp_path / "none.vhdesk")
    assert "There is no library" in found["error"]
