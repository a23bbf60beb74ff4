"""Saved evaluations, their tables, and what counts as a fall."""

from __future__ import annotations

import csv
import dataclasses
import json

import pytest

from vhdesk.errors import BadInput, DiskProblem
from vhdesk.evaluation.compare import Baseline
from vhdesk.evaluation.report import TOP5, Evaluation, Score


def score(name="desk", bits=64, whole=0.5, precision=0.6, *, empty=0.0, control=False, mask=None) -> Score:
    means = {"whole": whole, "hits": whole + 0.1, "min": whole - 0.05, "k": whole - 0.1}
    return Score(
        name=name,
        bits=bits,
        mask_ratio=mask,
        control=control,
        map=means,
        interval95={n: (v - 0.03, v + 0.03) for n, v in (means | {"precision": precision}).items()},
        precision_at=((1, 0.7), (5, precision)),
        pr_curve=((0.5, 0.8), (1.0, 0.2)),
        top5=dict.fromkeys(TOP5, 0.4) | {"precision": precision, "empty": empty},
    )


def evaluation(*scores: Score, queries=100, protocol="library") -> Evaluation:
    return Evaluation("l.vhdesk", protocol, 100, queries, 200, 3, 40, scores)


@pytest.fixture
def saved(tmp_path):
    file = tmp_path / "before.json"
    evaluation(score(), score(bits=16, whole=0.4), score("chance", None, 0.1, control=True)).save(file)
    return file


def test_nothing_changed(saved):
    found = Baseline.read(saved).compare(evaluation(score(), score(bits=16, whole=0.41)))
    assert (found.compared, found.changes, found.notes) == (2, (), ())
    assert "Nothing changed" in found.sentence


def test_a_fall_beyond_the_interval_names_what_fell(saved):
    found = Baseline.read(saved).compare(evaluation(score(whole=0.46), score(bits=16, whole=0.4)))
    assert [str(change) for change in found.fallen] == [
        "mAP of desk, 64 bits 0.500 -> 0.460",
        "mAP@100 (hits) of desk, 64 bits 0.600 -> 0.560",
        "mAP@100 (min) of desk, 64 bits 0.450 -> 0.410",
        "mAP@100 (k) of desk, 64 bits 0.400 -> 0.360",
    ]
    assert found.sentence.startswith("Quality fell: mAP of desk, 64 bits 0.500 -> 0.460; ")
    assert found.to_json()["changes"][0]["fell"] is True


def test_a_rise_is_told_but_is_no_fall(saved):
    found = Baseline.read(saved).compare(evaluation(score(whole=0.6)))
    assert found.fallen == ()
    assert found.sentence.startswith("Quality rose: mAP of desk, 64 bits 0.500 -> 0.600")


def test_a_tolerance_replaces_the_interval_and_reaches_the_other_measures(saved):
    slightly = evaluation(score(whole=0.495))
    assert not Baseline.read(saved).compare(slightly).changes
    assert Baseline.read(saved, 0.001).compare(slightly).fallen
    assert not Baseline.read(saved, 0.2).compare(evaluation(score(whole=0.4))).changes
    emptier = Baseline.read(saved, 0.01).compare(evaluation(score(empty=0.2)))
    assert [str(change) for change in emptier.fallen] == ["top-5 empty of desk, 64 bits 0.000 -> 0.200"]
    assert not Baseline.read(saved, 0).compare(evaluation(score(), score(bits=16, whole=0.4))).changes


def test_controls_are_not_judged(saved):
    fallen = evaluation(score(), score("chance", None, 0.0, control=True))
    assert not Baseline.read(saved).compare(fallen).changes


def test_what_was_measured_differently_is_not_compared(saved):
    baseline = Baseline.read(saved)
    with pytest.raises(BadInput, match="--protocol library"):
        baseline.compare(evaluation(score(), protocol="top5"))
    with pytest.raises(BadInput, match="none of the systems"):
        baseline.compare(evaluation(score(bits=128)))
    notes = baseline.compare(evaluation(score(), queries=101)).notes
    assert "a change may come from the videos" in notes[0]


def test_the_saved_document_is_the_printed_one(saved):
    document = json.loads(saved.read_text("utf-8"))
    assert list(document)[:4] == ["protocol", "queries", "database", "systems"]
    row = document["systems"][0]
    assert list(row)[:8] == ["name", "bits", "mask_ratio", "map", "interval95", "precision_at", "pr_curve", "top5"]
    assert list(row["map"]) == ["whole", "at", "hits", "min", "k"]
    assert list(row["top5"]) == ["accuracy", "precision", "recall", "f1", "empty"]
    assert Baseline.read(saved).compare(evaluation(score())).compared == 1


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"systems": [{"name": 1}]}', "\x00", "[" * 100_000])
def test_a_file_that_is_no_saved_evaluation(tmp_path, content):
    file = tmp_path / "x.json"
    file.write_text(content)
    with pytest.raises(BadInput, match="not a saved evaluation"):
        Baseline.read(file)


def test_a_saved_value_that_is_no_number(saved):
    document = json.loads(saved.read_text("utf-8"))
    document["systems"][0]["map"]["whole"] = "high"
    saved.write_text(json.dumps(document))
    with pytest.raises(BadInput, match="not a saved evaluation"):
        Baseline.read(saved)


def test_a_negative_tolerance(saved):
    for value in (-0.1, float("nan")):
        with pytest.raises(BadInput, match="must be 0 or more"):
            Baseline.read(saved, value)


def test_charts_are_tables_of_every_row(tmp_path):
    found = evaluation(score(), score("codes", 64, mask=0.8))
    files = found.save_charts(tmp_path / "new" / "charts")
    assert sorted(file.name for file in files) == ["map_by_bits.csv", "pr_curve.csv", "precision_at.csv"]

    def rows(name):
        with (tmp_path / "new" / "charts" / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    assert rows("pr_curve.csv")[1] == {
        "system": "desk",
        "bits": "64",
        "mask_ratio": "",
        "recall": "1.0",
        "precision": "0.2",
    }
    assert [(row["n"], row["precision"]) for row in rows("precision_at.csv")][:2] == [("1", "0.7"), ("5", "0.6")]
    row = rows("map_by_bits.csv")[1]
    assert (row["mask_ratio"], row["whole"], row["whole_low"], row["at"]) == ("0.8", "0.5", "0.47", "100")


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(DiskProblem, match="cannot be written"):
        evaluation(score()).save(tmp_path / "none" / "x.json")
    with pytest.raises(DiskProblem, match="cannot be written"):
        evaluation(score()).save_charts(tmp_path / "file")
    assert not (tmp_path / "none").exists()


def test_rows_tell_themselves_apart():
    assert score("codes", 64, mask=0.8).title == "codes, 64 bits, mask 0.8"
    assert dataclasses.replace(score(), bits=None).title == "desk"
