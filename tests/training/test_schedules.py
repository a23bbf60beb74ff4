"""Learning rates against their closed forms, and as the engine sets them."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from tests.training.tasks import make_task
from vhdesk.training.engine import Trainer
from vhdesk.training.options import Optimiser, Schedule, TrainOptions
from vhdesk.training.schedules import Place, Plateau, factor

TOTAL, PER_EPOCH = 60, 4


def place(step: int) -> Place:
    return Place(step, step / PER_EPOCH, step / TOTAL)


@pytest.mark.parametrize("step", [0, 1, 4, 9, 10, 11, 35, 59, 60])
def test_closed_forms(step: int) -> None:
    def at(kind: str, **values: object) -> float:
        return factor(Schedule(kind, **values), place(step))

    assert at("constant") == 1
    assert at("constant", warm_up=8) == min(1, (step + 1) / 8)
    assert at("cosine") == pytest.approx((1 + math.cos(math.pi * step / 60)) / 2)
    warm = (step + 1) / 10 if step < 10 else 0.02 + 0.98 * (1 + math.cos(math.pi * (step - 10) / 50)) / 2
    assert at("cosine", warm_up=10, floor=0.02) == pytest.approx(warm)
    # 0.8 every 60 of 360 iterations (paper 000); 0.9 an epoch of 20, not below a tenth (BTH, ConMH)
    assert at("step", every=10, gamma=0.8) == pytest.approx(0.8 ** (step // 10))
    assert at("exponential", unit="epochs", every=20, gamma=0.9, floor=0.1) == pytest.approx(0.9 ** (step / 4 / 20))
    assert at("exponential", every=1, gamma=0.5, floor=0.1) == pytest.approx(max(0.1, 0.5**step))
    falls = (step >= 8) + (step >= 40)
    assert at("step", at=(2.0, 10.0), unit="epochs", gamma=0.1) == pytest.approx(0.1**falls)


def test_the_plateau_falls_after_its_patience() -> None:
    plateau = Plateau(Schedule("plateau", patience=2, gamma=0.1, floor=0.05))
    found = []
    for improved in (True, False, False, False, False, True, False, False, False, False):
        plateau.take(improved=improved)
        found.append(plateau.factor)
    assert found == pytest.approx([1, 1, 1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05])


def test_the_engine_steps_at_the_scheduled_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    task, rates = make_task(), []
    options = TrainOptions(Optimiser("sgd", 0.5), Schedule("cosine", warm_up=2), steps=8, validate_every=100)
    trainer = Trainer(task, options)
    task.after_step = lambda _step: rates.append(trainer._optimiser.param_groups[0]["lr"])
    trainer.run()
    expected = [0.25, 0.5] + [0.25 * (1 + math.cos(math.pi * (step - 2) / 6)) for step in range(2, 8)]
    assert rates == pytest.approx(expected)


def test_an_epoch_counts_accumulated_batches() -> None:
    task = make_task(batch=16)  # 64 items: 4 batches
    report = Trainer(task, TrainOptions(epochs=3, accumulate=2)).run()
    assert (report.step, report.epoch) == (6, 3.0)
    assert Trainer(task, replace(TrainOptions(epochs=3), accumulate=5)).steps == 3
