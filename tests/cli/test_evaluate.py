"""``vhdesk evaluate`` as a user meets it."""

from __future__ import annotations

import csv
import json
import shutil

import numpy as np
import pytest

from tests.conftest import shared, write_clip
from vhdesk.cli.main import main
from vhdesk.desk import Desk, SearchOptions


@pytest.fixture(scope="module")
def indexed(tmp_path_factory):
    """Where the first test that needs it puts the labelled library, inside a home of its own."""
    return tmp_path_factory.mktemp("indexed") / "l.vhdesk"


@pytest.fixture
def library(clip_folder, tmp_path, indexed):
    if not indexed.exists():
        assert main(["index", str(clip_folder), "--library", str(indexed), "--label-from-folder"]) == 0
    return shutil.copy(indexed, tmp_path / "l.vhdesk")


@pytest.fixture
def codes(tmp_path):
    random = np.random.default_rng(0)
    file = tmp_path / "mine.npz"
    np.savez(
        file,
        database_hash=random.standard_normal((60, 16)),
        database_label=np.arange(60) % 3,
        test_hash=random.standard_normal((20, 16)),
        test_label=np.arange(20) % 3,
    )
    return file


def evaluate(capsys, *arguments) -> tuple[int, dict, str]:
    capsys.readouterr()
    code = main(["evaluate", "--json", *map(str, arguments)])
    printed = capsys.readouterr()
    return code, json.loads(printed.out), printed.err


def test_the_document(library, capsys):
    code, found, _ = evaluate(capsys, "--library", library, "--bits", 64, "--bits", 16)
    assert code == 0
    assert (found["protocol"], found["queries"], found["database"]) == ("library", 8, 8)
    systems = [(row["name"], row["bits"], row["mask_ratio"]) for row in found["systems"] if not row["control"]]
    assert systems[:2] == [("desk", 64, None), ("desk", 16, None)]
    assert systems[2:] == [("desk", bits, ratio) for bits in (64, 16) for ratio in (0.2, 0.4, 0.6, 0.8)]
    row = found["systems"][0]
    assert row["map"]["at"] == 100
    assert 0 <= row["interval95"]["whole"][0] <= row["map"]["whole"] <= row["interval95"]["whole"][1] <= 1
    assert {"1", "5"} <= set(row["precision_at"])
    assert len(row["pr_curve"]["recall"]) == len(row["pr_curve"]["precision"]) == 20
    assert set(row["top5"]) == {"accuracy", "precision", "recall", "f1", "empty"}


def test_what_it_says_is_what_a_search_finds(library, clip_folder, capsys):
    _, found, _ = evaluate(capsys, "--library", library, "--bits", 64)
    precisions = []
    with Desk(library) as desk:
        for clip in sorted(clip_folder.glob("*/*.mp4")):
            results = desk.search(clip, SearchOptions(bits=64)).results
            labels = [result.label for result in results if result.path != str(clip)]
            hits = [rank for rank, label in enumerate(labels, 1) if label == clip.parent.name]
            precisions.append(sum(number / rank for number, rank in enumerate(hits, 1)) / len(hits))
    assert found["systems"][0]["map"]["whole"] == pytest.approx(np.mean(precisions), abs=1e-6)


def test_queries_from_a_folder_of_their_own(library, clip_folder, tmp_path, capsys):
    folder = tmp_path / "queries"
    shutil.copy(clip_folder / "even" / "clip2.mp4", _made(folder / "even") / "copy.mp4")
    write_clip(folder / "odd" / "new.mp4", seed=3, frames=20, gain=0.8)
    (folder / "odd" / "broken.mp4").write_bytes(b"no video")
    code, found, told = evaluate(
        capsys, "--library", library, "--bits", 64, "--queries", folder, "--protocol", "ucf101"
    )
    assert code == 3
    assert (found["queries"], found["database"]) == (2, 8)
    assert found["failures"][0]["path"].endswith("broken.mp4")
    assert "failed: " in told
    # The copy never meets its original: it finds three of eight, the other query all four of its label.
    assert row_of(found)["precision_at"]["8"] == (3 / 8 + 4 / 8) / 2


def _made(folder):
    folder.mkdir(parents=True)
    return folder


def test_save_then_compare_then_a_fall(library, tmp_path, capsys):
    saved = tmp_path / "before.json"
    asked = ("--library", library, "--bits", 64)
    code, found, _ = evaluate(capsys, *asked, "--save", saved)
    assert (code, json.loads(saved.read_text("utf-8"))) == (0, found)

    code, again, told = evaluate(capsys, *asked, "--compare", saved, "--tolerance", 0)
    assert code == 0
    assert again["comparison"] == {"compared": 5, "changes": [], "notes": []}
    assert "Nothing changed" in told

    better = json.loads(saved.read_text("utf-8"))
    row = better["systems"][0]
    row["map"]["whole"], row["interval95"]["whole"] = 0.99, [0.98, 1.0]
    saved.write_text(json.dumps(better))
    code, fallen, told = evaluate(capsys, *asked, "--compare", saved)
    assert code == 4
    assert f"Quality fell: mAP of desk, 64 bits 0.990 -> {row_of(found)['map']['whole']:.3f}." in told
    assert fallen["comparison"]["changes"][0]["fell"]


def row_of(document):
    return document["systems"][0]


def test_charts(library, tmp_path, capsys):
    code, found, _ = evaluate(capsys, "--library", library, "--bits", 64, "--charts", tmp_path / "charts")
    assert code == 0
    with (tmp_path / "charts" / "map_by_bits.csv").open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    assert float(first["whole"]) == row_of(found)["map"]["whole"]
    assert {file.name for file in (tmp_path / "charts").iterdir()} == {
        "map_by_bits.csv",
        "pr_curve.csv",
        "precision_at.csv",
    }


def test_codes_need_no_library_and_the_table_is_for_people(codes, capsys, home):
    assert main(["evaluate", "--codes", str(codes), "--protocol", "hmdb51"]) == 0
    shown = capsys.readouterr().out
    assert "@70 hits" in shown
    assert "20 queries of 20 recordings on 60 videos, protocol hmdb51" in shown
    assert not list(home.rglob("*.vhdesk"))
    code, found, _ = evaluate(capsys, "--codes", codes, "--protocol", "ucf101")
    assert (code, row_of(found)["name"], row_of(found)["map"]["at"]) == (0, "mine", 100)
    masks = [row["mask_ratio"] for row in found["systems"] if row["name"] == "mine"]
    assert masks == [None, 0.2, 0.4, 0.6, 0.8]


@pytest.mark.slow
def test_golden_codes_from_the_command_line(capsys):
    file = shared("golden", "csq_ucf101_64.npz")
    _, found, _ = evaluate(capsys, "--codes", file, "--protocol", "ucf101")
    assert (found["queries"], found["database"]) == (3783, 9537)
    measured = {(row["name"], row["mask_ratio"]): row["map"] for row in found["systems"]}
    rounded = {name: round(value, 3) for name, value in measured["csq_ucf101_64", None].items()}
    assert rounded == {"whole": 0.846, "at": 100, "hits": 0.874, "min": 0.81, "k": 0.75}
    assert measured["float cosine", None]["hits"] == pytest.approx(0.8859, abs=5e-4)
    assert measured["csq_ucf101_64", 0.8]["whole"] == pytest.approx(0.854, abs=3e-3)
    assert measured["class first", None]["whole"] == pytest.approx(0.9105, abs=3e-3)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--codes", "{codes}"], "--protocol ucf101"),
        (["--codes", "{codes}", "--protocol", "trecvid"], "no protocol 'trecvid'"),
        (["--codes", "{codes}", "--protocol", "library"], "for a library, not for a file of codes"),
        (["--codes", "{codes}", "--protocol", "ucf101", "--bits", "64"], "--bits belongs to a library"),
        (["--codes", "nothing.npz", "--protocol", "ucf101"], "There is no file"),
        (["--library", "nothing.vhdesk"], "There is no library"),
        (["--library", "{library}", "--bits", "99"], "not 99"),
        (["--library", "{library}", "--system", "magic"], "no system 'magic'"),
        (["--library", "{library}", "--protocol", "ucf101"], "--queries FOLDER"),
        (["--library", "{library}", "--groups", "nothing.csv"], "There is no file"),
        (["--library", "{library}", "--queries", "nowhere"], "There is no folder"),
        (["--library", "{library}", "--compare", "{codes}"], "not a saved evaluation"),
        (["--library", "{library}", "--save", "{empty}/none/x.json"], "There is no folder"),
        (["--library", "{library}", "--tolerance", "0.1"], "--tolerance belongs to --compare"),
        (["--library", "{library}", "--queries", "{empty}"], "There is no video below"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(arguments, sentence, library, codes, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    places = {"library": library, "codes": codes, "empty": tmp_path / "empty"}
    code, document, told = evaluate(capsys, *(argument.format(**places) for argument in arguments))
    assert code == 2
    assert sentence in document["error"]
    assert len(told.strip().splitlines()) == 1


def test_without_labels_it_says_how_to_get_them(clip_folder, tmp_path, capsys):
    assert main(["index", str(clip_folder), "--library", str(tmp_path / "l.vhdesk")]) == 0
    code, document, _ = evaluate(capsys, "--library", tmp_path / "l.vhdesk")
    assert code == 2
    assert "vhdesk index FOLDER --label-from-folder" in document["error"]


def test_help_has_an_example(capsys):
    with pytest.raises(SystemExit):
        main(["evaluate", "--help"])
    assert "example: vhdesk evaluate" in capsys.readouterr().out
