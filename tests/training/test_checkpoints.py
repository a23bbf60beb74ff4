"""Checkpoint files: plain tensors and JSON, refused where they are damaged or belong to something else."""

from __future__ import annotations

import json
import pickletools
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from tests.training.tasks import make_task
from vhdesk.errors import BadInput, DiskProblem, ModelProblem
from vhdesk.training.checkpoints import Checkpoints
from vhdesk.training.engine import Trainer
from vhdesk.training.options import Optimiser, TrainOptions

OPTIONS = TrainOptions(steps=6, validate_every=3, average=0.9)


def is_pickle(data: bytes) -> bool:
    """Whether Python's pickle machine would run it to its end."""
    try:
        for _ in pickletools.genops(data):
            pass
    except (ValueError, KeyError, IndexError):
        return False
    return True


def test_nothing_in_a_checkpoint_can_run_code(tmp_path: Path) -> None:
    tmp_path /= "run"
    Trainer(make_task(), OPTIONS, tmp_path).run()
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["best.safetensors", "curve.csv", "last.json", "log.jsonl", "step-6.safetensors"]
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        assert not is_pickle(data)
        assert not data.startswith(b"PK")  # what torch.save writes
    state = json.loads((tmp_path / "last.json").read_text())
    tensors = load_file(tmp_path / state["tensors"])
    assert {name.split(".")[0] for name in tensors} == {"model", "average", "optimiser", "random"}
    assert "optimiser.0.exp_avg" in tensors
    header = (tmp_path / "curve.csv").read_text().splitlines()[0].split(",")
    assert {"step", "rate", "loss", "loss.class", "held_out.accuracy"} <= set(header)


@pytest.mark.parametrize("name", ["step-6.safetensors", "last.json", "best.safetensors"])
def test_a_truncated_file_is_refused_with_one_sentence(tmp_path: Path, name: str) -> None:
    Trainer(make_task(), OPTIONS, tmp_path).run()
    path = tmp_path / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(ModelProblem) as caught:
        Trainer(make_task(), replace(OPTIONS, steps=9), tmp_path).run(resume=True)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_altered_file_is_refused(tmp_path: Path) -> None:
    Trainer(make_task(), OPTIONS, tmp_path).run()
    path = tmp_path / "step-6.safetensors"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(ModelProblem, match="not what was written"):
        Trainer(make_task(), replace(OPTIONS, steps=9), tmp_path).run(resume=True)


def test_what_belongs_to_another_training_is_refused(tmp_path: Path) -> None:
    Trainer(make_task(), OPTIONS, tmp_path).run()
    with pytest.raises(BadInput, match="other options or other data"):
        Trainer(make_task(), replace(OPTIONS, optimiser=Optimiser("sgd")), tmp_path).run(resume=True)
    other = make_task()
    other.identity = {"videos": 3}
    with pytest.raises(BadInput, match="other options or other data"):
        Trainer(other, OPTIONS, tmp_path).run(resume=True)
    with pytest.raises(ModelProblem, match="belongs to another net"):
        Trainer(make_task(norm=False), OPTIONS, tmp_path).run(resume=True)
    with pytest.raises(BadInput, match="no training to go on with"):
        Trainer(make_task(), OPTIONS, tmp_path / "none").run(resume=True)
    with pytest.raises(BadInput, match="without a folder"):
        Trainer(make_task(), OPTIONS).run(resume=True)


def test_a_new_run_forgets_the_one_before(tmp_path: Path) -> None:
    Trainer(make_task(), OPTIONS, tmp_path).run()
    task = make_task()
    task.validate = None
    Trainer(task, replace(OPTIONS, steps=2), tmp_path).run()
    assert not (tmp_path / "best.safetensors").exists()
    assert len((tmp_path / "log.jsonl").read_text().splitlines()) == 1


def test_a_write_that_fails_keeps_the_checkpoint_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkpoints = Checkpoints(tmp_path)
    checkpoints.write(1, {"a": torch.ones(3)}, {"x": 1})

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskProblem, match="No space left"):
        checkpoints.write(2, {"a": torch.zeros(3)}, {"x": 2})
    tensors, state = checkpoints.read()
    assert torch.equal(tensors["a"], torch.ones(3))
    assert (state["step"], state["x"]) == (1, 1)
    assert not list(tmp_path.glob("*.part"))
