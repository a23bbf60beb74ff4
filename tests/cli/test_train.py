"""``vhdesk train`` as a user meets it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.conftest import write_clip
from tests.shallow import make_shallow
from tests.training.conftest import few_copies, many_clips, teacher_file, teacher_net  # noqa: F401 - fixtures
from vhdesk.assets import asset
from vhdesk.cli.main import main
from vhdesk.systems.card import BUILT_IN, card, user_models

QUICK = ("--code-steps", "3")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict, str]:
    capsys.readouterr()
    code = main([*map(str, arguments), "--json"])
    printed = capsys.readouterr()
    return code, json.loads(printed.out), printed.err


def test_train_on_the_library_then_search_with_it(many_clips, tmp_path, capsys):  # noqa: F811
    library = tmp_path / "l.vhdesk"
    code, first, _ = run(capsys, "index", many_clips, "--library", library, "--label-from-folder")
    assert code == 0
    code, report, told = run(capsys, "train", "desk", "--library", library, "--bits", "16,8", "--name", "mine", *QUICK)
    assert code == 0, told
    assert (report["system"], report["stage"], report["model"], report["bits"]) == ("desk", "hasher", "mine", [8, 16])
    assert report["items"]["segments"] + report["held_out"] == 20
    assert report["held_out"] == 2
    assert report["fit"]["step"] == 3
    code, listed, _ = run(capsys, "models", "list")
    models = listed["systems"]
    origins = {model["name"]: model["origin"] for model in models}
    assert origins == dict.fromkeys(BUILT_IN, "built in") | {"mine": "trained here"}
    assert Path(models[-1]["folder"]) == user_models() / "mine"

    clip = many_clips / "a" / "clip03.mp4"
    code, found, _ = run(capsys, "search", clip, "--library", library, "--system", "mine", "--bits", 16)
    assert code == 0
    assert found["searched_segments"] == 0  # results of different weights never mix
    code, second, _ = run(capsys, "index", "--library", library, "--system", "mine")
    assert code == 0
    assert second["fingerprint"] != first["fingerprint"]
    code, found, _ = run(capsys, "search", clip, "--library", library, "--system", "mine", "--bits", 16)
    assert code == 0
    assert (found["system"], found["fingerprint"]) == ("mine", second["fingerprint"])
    assert (found["results"][0]["path"], found["results"][0]["hamming"]) == (str(clip), 0)


def test_train_on_folders_that_are_in_no_library(many_clips, tmp_path, home, capsys):  # noqa: F811
    out = tmp_path / "mine"
    arguments = ["train", "desk", "--videos", many_clips / "a", "--videos", many_clips / "b", "--bits", "8", *QUICK]
    code, report, told = run(capsys, *arguments, "--label-from-folder", "--held-out", "0.4", "--out", out)
    assert code == 0, told
    assert report["model"] == ""
    assert (Path(report["out"]), sorted(path.name for path in out.iterdir())) == (
        out,
        ["encoder.safetensors", "hasher.safetensors", "model.json", "training"],
    )
    assert {"map_64", "map_float", "p_at_5_64", "copies_64"} <= set(report["metrics"])
    assert not (home / "data" / "library.vhdesk").exists()
    code, report, _ = run(capsys, *arguments, "--out", out)
    assert code == 2
    assert "--force" in report["error"]
    # a copy among the user's systems is found by its folder's name
    shutil.copytree(out, user_models() / "copied")
    assert card("copied").files == json.loads((out / "model.json").read_text("utf-8"))["files"]


def test_stored_features_and_broken_files(tmp_path, capsys):
    features = np.random.default_rng(0).standard_normal((40, 10, 1024)).astype(np.float32)
    np.savez(tmp_path / "f.npz", features=features)
    code, report, _ = run(
        capsys, "train", "desk", "--features", tmp_path / "f.npz", "--bits", "8", "--seed", "3", *QUICK
    )
    assert (code, report["model"]) == (0, "my-desk")
    np.savez(tmp_path / "g.npz", features=features[:, :, :5])
    code, report, _ = run(capsys, "train", "desk", "--features", tmp_path / "g.npz", "--force")
    assert code == 2
    assert "are 10 of 5 numbers each" in report["error"]
    for seed in range(10):
        write_clip(tmp_path / "v" / f"{seed}.mp4", seed=seed, frames=8)
    (tmp_path / "v" / "broken.mp4").write_bytes(b"nothing")
    code, report, told = run(
        capsys, "train", "desk", "--videos", tmp_path / "v", "--bits", "8", "--held-out", "0", "--force", *QUICK
    )
    assert code == 3
    assert [Path(failure["path"]).name for failure in report["failures"]] == ["broken.mp4"]
    assert "failed:" in told


def test_the_encoder_stage(many_clips, teacher_file, capsys):  # noqa: F811
    code, report, told = run(
        capsys, "train", "desk", "--stage", "encoder", "--videos", many_clips, "--teacher", teacher_file,
        "--steps", 2, "--batch", 4, "--frames", 1, "--bits", "8", "--name", "student", "--device", "cpu", *QUICK,
    )  # fmt: skip
    assert code == 0, told
    assert report["fit"]["step"] == 2
    assert report["fit"]["ended"] == "budget"
    assert (user_models() / "student" / "training" / "log.jsonl").exists()
    assert card("student").files["encoder.safetensors"] != card("desk").files["encoder.safetensors"]


def test_a_system_of_clips_from_folders_then_its_heads_from_the_library(many_clips, tmp_path, monkeypatch, capsys):  # noqa: F811
    make_shallow(monkeypatch, 18)
    code, report, told = run(
        capsys, "train", "r2plus1d18_bert", "--stage", "encoder", "--videos", many_clips, "--side", 32, "--batch", 4,
        "--accumulate", 1, "--steps", 1, "--head-steps", 1, "--bits", "8,16", "--name", "clips", "--device", "cpu",
    )  # fmt: skip
    assert code == 0, told
    assert (report["system"], report["stage"], report["model"]) == ("r2plus1d18_bert", "encoder", "clips")
    assert {"map_8", "map_16", "map_float", "watched_loss"} <= set(report["metrics"])
    library = tmp_path / "l.vhdesk"
    code, _, told = run(capsys, "index", many_clips, "--library", library, "--label-from-folder", "--system", "clips")
    assert code == 0, told
    code, report, told = run(
        capsys, "train", "r2plus1d18_bert", "--library", library, "--start", "clips", "--head-steps", 1, "--bits", "8",
        "--name", "heads",
    )  # fmt: skip
    assert code == 0, told
    assert report["items"]["videos"] + report["held_out"] == 20
    clip = many_clips / "a" / "clip03.mp4"
    code, found, told = run(capsys, "search", clip, "--library", library, "--system", "clips", "--bits", 16)
    assert code == 0, told
    assert found["results"][0]["hamming"] == 0
    listed = run(capsys, "models", "list")[1]["systems"]
    assert {"clips", "heads"} <= {model["name"] for model in listed if model["origin"] == "trained here"}
    code, report, _ = run(capsys, "train", "r2plus1d18_bert", "--library", library, "--start", "heads", "--force")
    assert code == 2
    assert "has no labelled videos that 'heads' encoded" in report["error"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["train", "nothing"], "these can be trained: desk, r2plus1d18_bert, r2plus1d34_bert"),
        (["train", "desk", "--stage", "nothing"], "choose one of hasher, encoder"),
        (["train", "desk", "--minutes", "3"], "belongs to another stage: --stage encoder"),
        (["train", "desk", "--stage", "encoder", "--features", "x"], "belongs to another stage: --stage hasher"),
        (["train", "desk", "--norm-first"], "belongs to another system: r2plus1d18_bert, r2plus1d34_bert."),
        (["train", "r2plus1d18_bert", "--folds", "2"], "belongs to another system: desk hasher."),
        (["train", "r2plus1d18_bert", "--epochs", "2"], "belongs to another stage: --stage encoder"),
        (["train", "r2plus1d18_bert", "--stage", "encoder", "--held-out", "1"], "--held-out is from 0 to 0.9"),
        (["train", "r2plus1d18_bert", "--stage", "encoder"], "no videos yet"),
        (["train", "r2plus1d34_bert"], "has no weights yet"),
        (["train", "desk", "--videos", "/none"], "no folder /none"),
        (["train", "desk", "--held-out", "2"], "--held-out is from 0 to 0.9"),
        (["train", "desk", "--library", "/none.vhdesk"], "no library"),
        (["train", "desk"], "no videos yet"),
        (["train", "desk", "--groups", "/none.csv"], "no file /none.csv"),
    ],
)
def test_what_cannot_be_done(arguments, words, capsys):
    code, report, _ = run(capsys, *arguments)
    assert code == 2
    assert words in report["error"]
    assert "\n" not in report["error"]


def test_a_system_with_altered_weights_is_refused(tmp_path, capsys):
    folder = user_models() / "mine"
    shutil.copytree(asset("models", "desk"), folder)
    (folder / "hasher.safetensors").write_bytes(b"other")
    code, report, _ = run(capsys, "index", tmp_path, "--system", "mine", "--library", tmp_path / "l.vhdesk")
    assert code == 2
    assert "Train it again" in report["error"]
    (folder / "model.json").write_text("{", "utf-8")
    code, report, _ = run(capsys, "index", tmp_path, "--system", "mine", "--library", tmp_path / "l.vhdesk")
    assert (code, "model.json" in report["error"]) == (2, True)
    _, listed, _ = run(capsys, "models", "list")
    models = listed["systems"]
    assert [model["name"] for model in models] == list(BUILT_IN)
