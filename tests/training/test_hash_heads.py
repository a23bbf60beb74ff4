"""Hash heads learn labelled features, go on after a stop, and become the hasher that is measured."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from vhdesk.errors import BadInput
from vhdesk.settings import DeviceSettings
from vhdesk.training.data import Listener
from vhdesk.training.engine import Trainer
from vhdesk.training.events import StepsDone, TrainEvent
from vhdesk.training.features import read_features
from vhdesk.training.hash_heads import LabelledFeatures, fit_heads, hasher_of, lengths
from vhdesk.training.options import TrainOptions
from vhdesk.training.quality import search_quality
from vhdesk.training.recipes import LabelledOptions
from vhdesk.training.workplace import Workplace

QUICK = LabelledOptions(head_steps=20)


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The paper's heads would take seconds a step where other programs are at work."""
    monkeypatch.setattr("vhdesk.training.hash_heads.WIDTHS", (128, 64, 32, 24))


def clustered(seed: int = 0, count: int = 60) -> LabelledFeatures:
    """Three classes around centres of their own, in recordings of two."""
    rng = np.random.default_rng(seed)
    centres = np.random.default_rng(9).standard_normal((3, 24)) * 2
    labels = np.arange(count) % 3
    features = (centres[labels] + rng.standard_normal((count, 24))).astype(np.float32)
    groups = tuple(f"r{number // 6}" for number in range(count))
    return LabelledFeatures(features, tuple("abc"[label] for label in labels), groups, np.arange(count))


def place(tell=lambda _event: None, stop_at: int | None = None) -> Workplace:
    reached = 0

    def listen(event: TrainEvent) -> None:
        nonlocal reached
        if isinstance(event, StepsDone):
            reached = event.step
        tell(event)

    listener = Listener(listen, lambda: stop_at is not None and reached >= stop_at)
    return Workplace(device=DeviceSettings(device="cpu", precision="float32"), listener=listener)


def held(features: LabelledFeatures) -> tuple[LabelledFeatures, LabelledFeatures]:
    outside = np.array([group in {"r0", "r5"} for group in features.groups])
    return features.take(~outside), features.take(outside)


def test_heads_of_two_lengths_find_what_is_alike():
    kept, outside = held(clustered())
    heads = fit_heads(kept, outside, (8, 16), replace(QUICK, head_steps=60), place())
    assert heads.classes == ("a", "b", "c")
    assert heads.fit.step == 60
    assert {"map_8", "map100_8", "p_at_5_16", "map_float"} <= set(heads.metrics)
    assert heads.metrics["map_16"] > 0.9
    chance = search_quality(
        np.random.default_rng(0).integers(0, 256, (12, 2), np.uint8),
        np.random.default_rng(1).integers(0, 256, (48, 2), np.uint8),
        outside.labels,
        kept.labels,
    )
    assert chance["map"] < 0.5
    # what is written is what was measured
    hasher = hasher_of(heads.tensors, (8, 16))
    assert heads.tensors["16.code.weight"].dtype == torch.float16
    codes = [hasher.codes(part.features.astype(np.float16), 8) for part in (outside, kept)]
    assert search_quality(*codes, outside.labels, kept.labels)["map"] == heads.metrics["map_8"]
    # classes that were not trained on ask nothing
    strange = replace(outside, labels=("z",) * len(outside))
    assert fit_heads(kept, strange, (8,), QUICK, place()).metrics == {}


def test_the_recipe_is_the_papers(monkeypatch):
    seen: list[TrainOptions] = []
    run = Trainer.run

    def spy(self: Trainer, *, resume: bool = False):
        seen.append(self.options)
        assert self.task.batches.per_epoch == 1
        assert len(self.task.batches.make(0)["features"]) == 60  # all of them at once
        return run(self, resume=resume)

    monkeypatch.setattr(Trainer, "run", spy)
    rates = []
    options = LabelledOptions(head_steps=61)
    fit_heads(clustered(), clustered().take(np.zeros(60, bool)), (8,), options, place(rates.append))
    (how,) = seen
    assert (how.optimiser.kind, how.optimiser.rate, how.optimiser.momentum) == ("sgd", 0.05, 0.9)
    assert (how.schedule.kind, how.schedule.unit, how.schedule.every, how.schedule.gamma) == ("step", "steps", 60, 0.8)
    assert LabelledOptions().head_steps == 360
    assert LabelledOptions().head_dropout == 0.8
    assert [event.rate for event in rates if isinstance(event, StepsDone)][-1] == pytest.approx(0.04)


def test_a_stopped_training_goes_on_to_the_same_end(tmp_path: Path):
    kept, outside = held(clustered())
    whole = fit_heads(kept, outside, (8, 16), QUICK, place())
    stopped = fit_heads(kept, outside, (8, 16), QUICK, place(stop_at=3), tmp_path)
    assert stopped.fit.cancelled
    assert stopped.metrics == {}
    again = fit_heads(kept, outside, (8, 16), QUICK, place(), tmp_path, resume=True)
    assert again.tensors.keys() == whole.tensors.keys()
    assert all(torch.equal(value, again.tensors[name]) for name, value in whole.tensors.items())
    other = replace(kept, features=kept.features + 1)
    with pytest.raises(BadInput, match="other data"):
        fit_heads(other, outside, (8, 16), QUICK, place(), tmp_path, resume=True)


def test_both_readings_train():
    kept, outside = held(clustered())
    found = [
        fit_heads(kept, outside, (8,), replace(QUICK, norm_first=norm_first, dropout_everywhere=everywhere), place())
        for norm_first, everywhere in ((False, False), (True, False), (False, True))
    ]
    assert [bool(heads.tensors["8.norm_first"]) for heads in found] == [False, True, False]
    weights = [heads.tensors["8.hidden.0.weight"] for heads in found]
    assert not torch.equal(weights[0], weights[1])
    assert not torch.equal(weights[0], weights[2])


def test_features_are_kept_as_they_are_read(tmp_path: Path):
    features = clustered()
    features.save(tmp_path / "f.npz")
    found = read_features(tmp_path / "f.npz")
    assert np.array_equal(found.sequences[:, 0], features.features.astype(np.float16).astype(np.float32))
    assert (found.labels, found.groups) == (features.labels, features.groups)


@pytest.mark.parametrize("bits", [12, 0, 1024])
def test_lengths_are_whole_bytes(bits):
    with pytest.raises(BadInput, match="multiple of 8"):
        lengths(replace(QUICK, bits=(bits,)), (16,))
    assert lengths(QUICK, (16, 32)) == (16, 32)


def test_one_class_cannot_be_learned():
    kept, outside = held(clustered())
    with pytest.raises(BadInput, match="one folder a class"):
        fit_heads(replace(kept, labels=("a",) * len(kept)), outside, (8,), QUICK, place())
