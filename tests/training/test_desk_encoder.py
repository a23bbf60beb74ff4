"""The encoder's stage: a real student learns from a real (small) teacher, stops, goes on, and becomes a system."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from vhdesk.errors import BadInput
from vhdesk.settings import DeviceSettings
from vhdesk.systems.card import BUILT_IN, card, cards, user_models
from vhdesk.systems.system import load_system
from vhdesk.training.data import Listener
from vhdesk.training.desk_encoder import encoder_tensors, make_task, nets, prepare, train
from vhdesk.training.desk_hasher import base_of
from vhdesk.training.events import StepsDone, TrainEvent, Validated
from vhdesk.training.recipes import DeskEncoderOptions
from vhdesk.training.workplace import Workplace

Ask = Callable[..., DeskEncoderOptions]


@pytest.fixture(scope="module")
def frames_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Frames are read, and the teacher is asked, once for all tests here."""
    return tmp_path_factory.mktemp("frames")


@pytest.fixture(autouse=True)
def _one_cache(home: Path, frames_cache: Path) -> None:
    for name in ("training", "teachers"):
        (frames_cache / name).mkdir(exist_ok=True)
        (home / "cache" / name).symlink_to(frames_cache / name, target_is_directory=True)


@pytest.fixture
def ask(picture_folder: Path, many_clips: Path, teacher_file: Path) -> Ask:
    """Options of a training of seconds."""

    def make(**changes: object) -> DeskEncoderOptions:
        options = DeskEncoderOptions(
            images=(picture_folder,),
            videos=(many_clips,),
            teacher=(teacher_file,),
            steps=3,
            code_steps=2,
            batch=8,
            frames=2,
            crops=2,
            bits=(8,),
            average=0.5,
            held_out=0.3,
            label_from_folder=True,
        )
        return replace(options, **changes)

    return make


def workplace(tell: Callable[[TrainEvent], None] = lambda _event: None, stop_at: int | None = None) -> Workplace:
    reached = 0

    def listen(event: TrainEvent) -> None:
        nonlocal reached
        if isinstance(event, StepsDone):
            reached = event.step
        tell(event)

    listener = Listener(listen, lambda: stop_at is not None and reached >= stop_at)
    return Workplace(device=DeviceSettings(device="cpu", precision="float32"), listener=listener)


def test_a_student_learns_and_becomes_a_system(ask: Ask) -> None:
    events: list[TrainEvent] = []
    report = train(ask(name="mine"), workplace(events.append))
    assert (report.model, report.stage, report.cancelled) == ("mine", "encoder", False)
    assert Path(report.out) == user_models() / "mine"
    assert report.fit is not None
    assert report.fit.watched == "map"
    validated = [event for event in events if isinstance(event, Validated)]
    assert {"loss", "loss_clean", "loss_altered", "map", "p_at_5"} <= set(validated[0].metrics)
    assert {"map_64", "copies_64", "copies_256"} <= set(validated[-1].metrics)  # of the codes, in the end
    parts = next(event for event in events if isinstance(event, StepsDone)).parts
    assert set(parts) == {"cosine", "smooth_l1", "apart", "logits"}
    mine = card("mine")
    assert (mine.origin, mine.kind, mine.bits) == ("trained here", "desk", (8,))
    assert [found.name for found in cards()] == [*BUILT_IN, "mine"]
    assert mine.fingerprint("float32") != card("desk").fingerprint("float32")
    system = load_system("mine", device="cpu", precision="float32")
    frames = np.random.default_rng(0).integers(0, 255, (10, 128, 128, 3), np.uint8)
    assert system.codes(system.pooled(system.features(frames)), 8).shape == (1, 1)
    written = json.loads((user_models() / "mine" / "model.json").read_text("utf-8"))
    assert written["recipe"]["steps"] == 3
    assert "small" in written["trained_on"]["encoder"]
    # the next training begins with these weights
    again = ask(start="mine", name="next")
    work, _ = prepare(again, base_of(again), workplace())
    encoder, _ = nets(again, base_of(again), work)
    before = load_file(user_models() / "mine" / "encoder.safetensors")
    assert all(torch.equal(value, before[name]) for name, value in encoder_tensors(encoder).items())
    # the first convolutions stayed as they were
    shipped = load_file(card("desk").file("encoder.safetensors"))
    assert torch.equal(before["features.0.weight"], shipped["features.0.weight"])
    assert not torch.equal(before["features.52.weight"], shipped["features.52.weight"])
    weights = ask(start=str(user_models() / "mine" / "encoder.safetensors"))
    found, _ = nets(weights, base_of(weights), work)
    assert torch.equal(found.trunk.features[0].weight.half(), before["features.0.weight"])


def test_the_loss_falls_on_what_it_trains_on(ask: Ask) -> None:
    from vhdesk.training.engine import Trainer
    from vhdesk.training.options import Optimiser, TrainOptions

    options = ask(altered=0.0, images=(), held_out=0.2)
    base = base_of(options)
    work, _ = prepare(options, base, workplace())
    encoder, heads = nets(options, base, work)
    task = make_task(work, encoder, heads, 16, seed=0)
    losses = []
    how = TrainOptions(Optimiser("adamw", 3e-3), steps=12, log_every=1, device="cpu", validate_every=100)
    inner = task.loss

    def loss(batch: object) -> dict[str, torch.Tensor]:
        parts = inner(batch)
        losses.append(sum(float(part.detach()) for part in parts.values()))
        return parts

    task.loss, task.validate = loss, None
    Trainer(task, how).run()
    assert np.mean(losses[-3:]) < 0.8 * np.mean(losses[:3])


def test_a_stopped_run_goes_on_to_the_same_end(ask: Ask, many_clips: Path) -> None:
    def weights(name: str) -> dict[str, torch.Tensor]:
        return load_file(user_models() / name / "encoder.safetensors")

    options = ask(steps=3, images=(), batch=4, videos=(many_clips / "a", many_clips / "b"), held_out=0.2)
    train(replace(options, name="whole"), workplace())
    stopped = train(replace(options, name="parts"), workplace(stop_at=1))
    assert stopped.cancelled
    assert stopped.fit is not None
    assert stopped.fit.step < 3
    assert not (user_models() / "parts" / "model.json").exists()  # there are no codes for it yet
    with pytest.raises(BadInput, match="--force"):
        train(replace(options, name="parts"), workplace())
    report = train(replace(options, name="parts", resume=True), workplace())
    assert not report.cancelled
    assert all(torch.equal(value, weights("parts")[name]) for name, value in weights("whole").items())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"images": (), "videos": ()}, "Name what to train on"),
        ({"teacher": ()}, "Name a network to imitate"),
        ({"bits": (1024,)}, "8 to 512 bits"),
        ({"bits": (12,)}, "multiple of 8"),
        ({"name": "desk"}, "ships with vhdesk"),
        ({"name": "../x"}, "cannot be the name"),
        ({"start": "nobody"}, "no system 'nobody'"),
        ({"resume": True}, "no training to go on with"),
    ],
)
def test_what_cannot_be_trained(ask: Ask, changes: dict[str, object], words: str) -> None:
    with pytest.raises(BadInput, match=words):
        train(ask(**changes), workplace())
