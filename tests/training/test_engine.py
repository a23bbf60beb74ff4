"""The engine: learning, exact resume, cancelling, early stop, accumulation, averaging, clipping."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from tests.training.tasks import make_task, same, weights
from vhdesk.errors import BadInput
from vhdesk.training.batches import DrawnBatches, ShuffledBatches, ahead
from vhdesk.training.engine import Task, Trainer, seeded
from vhdesk.training.events import CheckpointWritten, StepsDone, TrainEvent, Validated
from vhdesk.training.log import read_log
from vhdesk.training.optimisers import ParameterGroup, decay_matrices_only
from vhdesk.training.options import Optimiser, Schedule, TrainOptions

OPTIONS = TrainOptions(
    Optimiser("adamw", 0.02, decay=0.01), Schedule("cosine", warm_up=3), steps=40, average=0.9, validate_every=8, seed=5
)
KINDS = {
    "adamw": OPTIONS,
    "sgd": replace(OPTIONS, optimiser=Optimiser("sgd", 0.1), schedule=Schedule("exponential", every=10, gamma=0.5)),
    "clipped": replace(OPTIONS, optimiser=Optimiser("sgd", 0.1, velocity_clip=0.003), average=None),
    "plateau": replace(OPTIONS, schedule=Schedule("plateau", patience=0, gamma=0.5), accumulate=2, clip_norm=0.5),
}


def stop_at(step: int) -> tuple[Callable[[TrainEvent], None], Callable[[], bool], list[TrainEvent]]:
    """A listener and a token that stops the run once a step was logged; checkpoints name their steps exactly."""
    events: list[TrainEvent] = []
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > step

    return events.append, cancelled, events


def test_the_loss_falls_and_the_best_is_kept(tmp_path: Path) -> None:
    task, events = make_task(), []
    report = Trainer(task, replace(OPTIONS, steps=80), tmp_path, on_event=events.append).run()
    found = [event for event in events if isinstance(event, Validated)]
    assert report.ended == "budget"
    assert report.step == 80
    assert found[-1].metrics["accuracy"] > 0.85 > 0.5 > found[-1].metrics["loss"]
    assert report.best["loss"] == min(event.metrics["loss"] for event in found)
    assert task.validate() == report.best  # the models hold the best weights
    steps = [event for event in events if isinstance(event, StepsDone)]
    assert steps[-1].share == 1.0
    assert steps[-1].left_s == 0
    assert set(steps[-1].parts) == {"class", "size"}
    assert isinstance(events[-1], CheckpointWritten)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("stops", [(13,), (8, 21)])
def test_a_resumed_run_equals_the_undisturbed_one(tmp_path: Path, kind: str, stops: tuple[int, ...]) -> None:
    options = KINDS[kind]
    whole = make_task()
    expected = Trainer(whole, options, tmp_path / "whole").run()
    torch.rand(5)  # what others draw in between has no part in it
    done = 0
    for stop in stops:
        _, cancelled, _ = stop_at(stop - done)
        part = Trainer(make_task(), options, tmp_path / "parts", cancelled=cancelled).run(resume=done > 0)
        assert part.cancelled
        assert part.step == stop
        done = stop
    task = make_task(dropout=0.2)
    report = Trainer(task, options, tmp_path / "parts").run(resume=True)
    assert report.best == expected.best
    assert report.last == expected.last
    assert report.best_step == expected.best_step
    assert same(weights(task), weights(whole))
    logs = [read_log(tmp_path / name) for name in ("whole", "parts")]
    for entries in logs:
        for entry in entries:
            del entry["elapsed_s"]
    assert logs[0] == logs[1]


def test_a_killed_run_goes_on_from_its_last_checkpoint(tmp_path: Path) -> None:
    options = replace(OPTIONS, checkpoint_every=10)
    whole = make_task()
    Trainer(whole, options).run()

    class Killed(BaseException):
        pass

    def kill(event: TrainEvent) -> None:
        if isinstance(event, Validated) and event.step == 16:
            raise Killed

    with pytest.raises(Killed):
        Trainer(make_task(), options, tmp_path, on_event=kill).run()
    assert json.loads((tmp_path / "last.json").read_text())["step"] == 10
    task = make_task()
    Trainer(task, options, tmp_path).run(resume=True)
    assert same(weights(task), weights(whole))
    assert [entry["step"] for entry in read_log(tmp_path) if entry["kind"] == "validation"] == [8, 16, 24, 32, 40]


def test_cancelling_keeps_the_best(tmp_path: Path) -> None:
    tell, cancelled, events = stop_at(20)
    task = make_task()
    report = Trainer(task, OPTIONS, tmp_path, on_event=tell, cancelled=cancelled).run()
    assert report.cancelled
    assert report.step == 20
    assert report.best_step in {8, 16}
    assert task.validate() == report.best
    assert (tmp_path / "best.safetensors").exists()
    assert [event.step for event in events if isinstance(event, CheckpointWritten)] == [20]


def test_it_stops_early_where_nothing_gets_better() -> None:
    task = make_task()
    values = iter([5.0, 4.0, 4.5, 4.0, 4.2, 3.0])
    task.validate = lambda: {"loss": next(values)}
    report = Trainer(task, replace(OPTIONS, validate_every=2, patience=3)).run()
    assert report.ended == "patience"
    assert (report.step, report.best_step, report.best, report.last) == (10, 4, {"loss": 4.0}, {"loss": 4.2})


def test_higher_can_be_better() -> None:
    task = make_task()
    values = iter([0.1, 0.4, 0.3, float("nan")])
    task.validate = lambda: {"map": next(values)}
    task.watched, task.higher_is_better = "map", True
    report = Trainer(task, replace(OPTIONS, steps=8, validate_every=2)).run()
    assert (report.best_step, report.best["map"]) == (4, 0.4)


def test_accumulated_batches_equal_a_large_one() -> None:
    small, large = (make_task(batch=size, dropout=0.0, norm=False, noise=0.0) for size in (4, 16))
    options = replace(OPTIONS, average=None, steps=12, validate_every=100)
    # The same order cut into batches of either size makes the same sums.
    small.batches, large.batches = (
        ShuffledBatches(64, size, task.batches._make, seed=1) for size, task in ((4, small), (16, large))
    )
    for task, times in ((small, 4), (large, 1)):
        task.validate = None
        Trainer(task, replace(options, accumulate=times)).run()
    for name, value in weights(small).items():
        torch.testing.assert_close(value, weights(large)[name], rtol=2e-4, atol=2e-5)


def test_the_average_is_what_its_formula_says() -> None:
    seen = []
    task = make_task()
    task.after_step = lambda _step: seen.append(weights(task))
    task.validate = None
    first = weights(task)
    Trainer(task, replace(OPTIONS, steps=6, average=0.3)).run()
    expected = {name: value.double() for name, value in first.items()}
    for step, found in enumerate(seen, 1):
        decay = min(0.3, (1 + step) / (10 + step))
        expected = {name: decay * value + (1 - decay) * found[name] for name, value in expected.items()}
    for name, value in weights(task).items():  # without a held-out part the average is what is left
        if value.is_floating_point():
            torch.testing.assert_close(value.double(), expected[name], rtol=1e-5, atol=1e-6)
        else:
            assert value == seen[-1][name]


def test_gradients_are_clipped() -> None:
    net = nn.Linear(4, 1, bias=False)
    start = net.weight.detach().clone()

    def loss(batch: torch.Tensor) -> dict[str, torch.Tensor]:
        return {"steep": 1000 * net(batch).sum()}

    task = Task({"net": net}, DrawnBatches(1, lambda _rng: np.ones((1, 4), np.float32)), loss)
    Trainer(task, TrainOptions(Optimiser("sgd", 1.0, momentum=0.0), steps=1, clip_norm=0.5)).run()
    torch.testing.assert_close(start - net.weight, torch.full((1, 4), 0.25), rtol=1e-4, atol=1e-5)
    Trainer(task, TrainOptions(Optimiser("sgd", 1.0, velocity_clip=0.125), steps=1)).run()
    torch.testing.assert_close(start - net.weight, torch.full((1, 4), 0.375), rtol=1e-4, atol=1e-5)


def test_groups_have_rates_and_decays_of_their_own() -> None:
    task = make_task(norm=False, dropout=0.0)
    net = task.models["net"]
    task.groups = lambda _models: [
        ParameterGroup(list(net[0].parameters()), rate=0.0),
        ParameterGroup(list(net[-1].parameters()), decay=0.0),
    ]
    before = weights(task)
    Trainer(task, replace(OPTIONS, steps=2, average=None)).run()
    after = weights(task)
    assert torch.equal(before["0.weight"], after["0.weight"])
    assert not torch.equal(before["3.weight"], after["3.weight"])
    matrices, rest = decay_matrices_only(task.models)
    assert {p.ndim for p in matrices.parameters} == {2}
    assert rest.decay == 0.0


def test_bfloat16_learns_too() -> None:
    task = make_task()
    report = Trainer(task, replace(OPTIONS, precision="bfloat16", device="cpu", steps=60)).run()
    assert report.precision == "bfloat16"
    assert report.best["loss"] < 0.55
    assert {value.dtype for value in weights(task).values()} == {torch.float32, torch.int64}


def test_the_clock_can_end_a_run() -> None:
    events: list[TrainEvent] = []
    options = replace(OPTIONS, steps=None, minutes=0.01, validate_every=10**9)
    report = Trainer(make_task(), options, on_event=events.append).run()
    assert report.ended == "budget"
    assert [event.step for event in events if isinstance(event, Validated)] == [report.step]  # at its very end
    assert report.seconds >= 0.6
    assert report.step > 3
    assert report.best


def test_a_loss_that_is_no_number_ends_the_run() -> None:
    task = make_task()
    with pytest.raises(BadInput, match="no number any more at step"):
        Trainer(task, replace(OPTIONS, optimiser=Optimiser("sgd", 1e30, momentum=0.0))).run()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"steps": None}, "how long to train"),
        ({"optimiser": Optimiser("lion")}, "sgd, adam, adamw, not 'lion'"),
        ({"optimiser": Optimiser(rate=0.0)}, "learning rate must be more than 0"),
        ({"average": 1.0}, "below 1"),
        ({"precision": "float16", "device": "cpu"}, "needs a CUDA device"),
    ],
)
def test_options_that_cannot_be_used(changes: dict[str, object], words: str) -> None:
    with pytest.raises(BadInput, match=words):
        Trainer(make_task(), replace(OPTIONS, **changes))


def test_other_random_numbers_are_left_alone() -> None:
    torch.manual_seed(1)
    expected = torch.rand(3)
    torch.manual_seed(1)
    Trainer(make_task(), replace(OPTIONS, steps=2)).run()
    assert torch.equal(torch.rand(3), expected)
    with seeded(4):
        first = torch.rand(1)
    with seeded(4):
        assert torch.equal(torch.rand(1), first)


def test_batches_are_functions_of_their_number() -> None:
    def make(rows: np.ndarray, rng: np.random.Generator) -> tuple[list[int], float]:
        return rows.tolist(), rng.random()

    batches = ShuffledBatches(10, 3, make, seed=2)
    stream = ahead(batches, 0, depth=3, threads=2)
    found = [next(stream) for _ in range(8)]
    stream.close()
    assert found == [batches.make(number) for number in range(8)]
    assert batches.per_epoch == 3
    first = [row for rows, _ in found[:3] for row in rows]
    assert len(set(first)) == 9
    assert first != [row for rows, _ in found[3:6] for row in rows]
    later = ahead(ShuffledBatches(10, 3, make, seed=2), 5)
    assert next(later) == found[5]
    later.close()
    kept = ShuffledBatches(10, 3, make, keep_last=True)
    assert kept.per_epoch == 4
    assert sorted(row for number in range(4) for row in kept.make(number)[0]) == list(range(10))
