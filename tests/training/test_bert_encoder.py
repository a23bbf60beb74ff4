"""Both stages of paper 000's systems on small clips: they learn, stop, go on, and become systems that search."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from tests.shallow import make_shallow
from vhdesk.errors import BadInput, ModelProblem
from vhdesk.settings import DeviceSettings
from vhdesk.systems.card import card, user_models
from vhdesk.systems.r2plus1d_bert import new_encoder, video_encoder
from vhdesk.systems.system import load_system
from vhdesk.training import bert_hasher
from vhdesk.training.bert_encoder import Classifier, Imitation, LabelledClips, make_task, read_clips, train
from vhdesk.training.bert_plan import load_any, plan_of, stored_tensors
from vhdesk.training.data import Listener
from vhdesk.training.engine import Trainer
from vhdesk.training.events import StepsDone, TrainEvent, Validated
from vhdesk.training.options import TrainOptions
from vhdesk.training.recipes import LabelledEncoderOptions, LabelledHasherOptions
from vhdesk.training.workplace import Workplace

NAME = "r2plus1d18_bert"


@pytest.fixture(scope="module", autouse=True)
def _shallow():
    """One block a layer: every kind of layer of the net, at a third of the work."""
    with pytest.MonkeyPatch.context() as patch:
        make_shallow(patch, 18)
        patch.setattr("vhdesk.training.hash_heads.WIDTHS", (64, 32, 24, 16))
        yield


@pytest.fixture(scope="module")
def frames_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LabelledClips are read once for all tests here."""
    return tmp_path_factory.mktemp("frames")


@pytest.fixture(autouse=True)
def _one_cache(home: Path, frames_cache: Path) -> None:
    (home / "cache" / "training").symlink_to(frames_cache, target_is_directory=True)


@pytest.fixture
def options(many_clips: Path) -> LabelledEncoderOptions:
    """Of a training of seconds."""
    return LabelledEncoderOptions(
        videos=(many_clips,),
        bits=(8, 16),
        side=32,
        batch=4,
        accumulate=1,
        steps=2,
        rate=1e-3,
        held_out=0.2,
        watched=0.2,
        head_steps=2,
        name="mine",
    )


def workplace(tell: Callable[[TrainEvent], None] = lambda _event: None, stop_at: int | None = None) -> Workplace:
    reached = 0

    def listen(event: TrainEvent) -> None:
        nonlocal reached
        if isinstance(event, StepsDone):
            reached = event.step
        tell(event)

    listener = Listener(listen, lambda: stop_at is not None and reached >= stop_at)
    return Workplace(device=DeviceSettings(device="cpu", precision="float32"), listener=listener)


def clips_of(options: LabelledEncoderOptions) -> LabelledClips:
    return read_clips(options, workplace(), plan_of(NAME, options).card)


def test_both_stages_make_a_system(options, many_clips):
    events: list[TrainEvent] = []
    report = train(NAME, options, workplace(events.append))
    assert (report.model, report.stage, report.cancelled, report.bits) == ("mine", "encoder", False, (8, 16))
    assert report.held_out == 4
    assert report.items == {"clips": 12}
    validated = [event for event in events if isinstance(event, Validated)]
    assert {"loss", "top1"} <= set(validated[0].metrics)
    assert {"watched_loss", "map_8", "map100_16", "map_float"} <= set(report.metrics)
    mine = card("mine")
    assert (mine.origin, mine.kind, mine.bits, mine.side, mine.size) == ("trained here", NAME, (8, 16), 32, (37, 49))
    assert mine.needs == ""
    document = json.loads((user_models() / "mine" / "model.json").read_text("utf-8"))
    assert document["classes"] == ["a", "b", "c"]
    assert "Kinetics" not in document["summary"]  # which it was not trained on
    assert set(document["files"]) == {"encoder.safetensors", "hasher.safetensors"}
    # the system gives the features that its heads were trained on
    system = load_system("mine", device="cpu", precision="float32")
    held = np.load(user_models() / "mine" / "features.npz")
    clips = clips_of(options)
    row = clips.rows[3]
    found = system.features(clips.frames.rows[row][: clips.frames.counts[row]])
    wanted = held["features"][3:4].astype(np.float32)
    assert np.abs(found - wanted).max() < 2e-2 * np.abs(wanted).max()
    assert system.codes(system.pooled(found), 16).shape == (1, 2)

    # the hasher's stage, from what was stored, and from videos
    again = LabelledHasherOptions(
        start="mine", name="again", features=user_models() / "mine" / "features.npz", bits=(8,), head_steps=2
    )
    stored = bert_hasher.train(NAME, again, workplace())
    assert (stored.stage, stored.model, stored.items["segments"] + stored.held_out) == ("hasher", "again", 20)
    assert card("again").files["encoder.safetensors"] == mine.files["encoder.safetensors"]
    assert card("again").bits == (8,)
    videos = replace(again, name="videos", features=None, videos=(many_clips,))
    assert bert_hasher.train(NAME, videos, workplace()).items["segments"] == stored.items["segments"]
    with pytest.raises(BadInput, match="either --videos FOLDER or --features FILE"):
        bert_hasher.train(NAME, replace(again, videos=(many_clips,), force=True), workplace())


def test_recordings_are_held_out_whole_and_apart(options):
    clips = clips_of(options)
    parts = [clips.test, clips.watched, np.isin(np.arange(20), clips.kept)]
    assert (np.sum(parts, axis=0) == 1).all()
    groups = [{clips.groups[row] for row in np.flatnonzero(part)} for part in parts]
    assert not groups[0] & groups[1]
    assert not groups[0] & groups[2]
    assert not groups[1] & groups[2]
    # a clip of six frames begins again where it ends
    frames = clips.frames.rows[0]
    assert frames.shape == (32, 37, 49, 3)
    assert np.array_equal(frames[6], frames[0])


def test_the_recipe_is_the_papers(options, monkeypatch):
    seen: list[TrainOptions] = []

    def spy(self: Trainer, *, resume: bool = False):
        seen.append(self.options)
        raise KeyboardInterrupt

    monkeypatch.setattr(Trainer, "run", spy)
    plain = LabelledEncoderOptions(videos=options.videos, side=32)
    with pytest.raises(KeyboardInterrupt):
        train(NAME, plain, workplace())
    (how,) = seen
    assert (how.optimiser.kind, how.optimiser.rate, how.optimiser.decay) == ("adamw", 1e-5, 1e-3)
    assert (plain.batch, how.accumulate, plain.batch * how.accumulate) == (21, 6, 126)
    assert (how.schedule.kind, how.schedule.patience, how.schedule.gamma, how.epochs) == ("plateau", 5, 0.1, 40)
    assert (plain.dropout, LabelledEncoderOptions().side, plain.pooling) == (0.8, 112, "bert")


def test_a_stopped_run_goes_on_to_the_same_end(options):
    def weights(name: str) -> dict[str, torch.Tensor]:
        return load_file(user_models() / name / "encoder.safetensors")

    options = replace(options, steps=3, bits=(8,))
    train(NAME, replace(options, name="whole"), workplace())
    stopped = train(NAME, replace(options, name="parts"), workplace(stop_at=1))
    assert stopped.cancelled
    assert not (user_models() / "parts" / "model.json").exists()
    report = train(NAME, replace(options, name="parts", resume=True), workplace())
    assert not report.cancelled
    assert all(torch.equal(value, weights("parts")[name]) for name, value in weights("whole").items())
    same = load_file(user_models() / "whole" / "hasher.safetensors")
    assert all(
        torch.equal(value, same[name])
        for name, value in load_file(user_models() / "parts" / "hasher.safetensors").items()
    )


def test_the_loss_falls_on_what_it_trains_on(options):
    clips = clips_of(options)
    others = np.arange(20) % 3 > 0  # six clips are enough
    others[:2] = False
    clips = replace(clips, test=others, watched=np.zeros(20, bool))
    with torch.random.fork_rng([]):
        torch.manual_seed(0)
        encoder, classifier = new_encoder(NAME, 32), Classifier(512, 3, 0.0)
    task = make_task(clips, encoder, classifier, ("a", "b", "c"), 20, 0)
    assert len(clips.kept) == 8
    task.batches.make = lambda _number, inner=task.batches.make: inner(0)  # one batch again and again
    losses, inner = [], task.loss

    def loss(batch: object) -> dict[str, torch.Tensor]:
        parts = inner(batch)
        losses.append(float(parts["class"].detach()))
        return parts

    task.loss = loss
    Trainer(task, TrainOptions(steps=8, device="cpu")).run()
    assert np.mean(losses[-2:]) < 0.7 * losses[0]


@pytest.mark.parametrize("kind", ["bert", "mars"])
def test_a_teacher_adds_its_part_and_stays_as_it_is(options, kind):
    clips = clips_of(options)
    with torch.random.fork_rng([]):
        torch.manual_seed(0)
        encoder, teacher, classifier = new_encoder(NAME, 32), new_encoder(NAME, 32).eval(), Classifier(512, 3, 0.5)
    teacher.requires_grad_(False)
    before = {name: value.clone() for name, value in teacher.state_dict().items()}
    task = make_task(clips, encoder, classifier, ("a", "b", "c"), 4, 0, Imitation(teacher, kind, 10.0))
    batch = task.batches.make(0)
    parts = task.loss({name: torch.from_numpy(value) for name, value in batch.items()})
    assert set(parts) == {"class", kind}
    parts[kind].backward()
    assert encoder.backbone.stem[0].weight.grad.abs().sum() > 0
    assert classifier.linear.weight.grad is None
    assert all(torch.equal(value, before[name]) for name, value in teacher.state_dict().items())


def test_a_trained_system_is_imitated_and_begun_with(options):
    options = replace(options, bits=(8,), steps=1)
    train(NAME, options, workplace())
    parts: list[TrainEvent] = []
    student = replace(options, name="student", imitate="mine", start="mine")
    report = train(NAME, student, workplace(parts.append))
    told = next(event for event in parts if isinstance(event, StepsDone))
    assert set(told.parts) == {"class", "bert"}
    assert report.model == "student"
    average = replace(
        options, name="mean", pooling="average", start=str(user_models() / "mine" / "encoder.safetensors")
    )
    train(NAME, average, workplace())
    found = video_encoder(card("mean"))
    assert not list(found.pooling.parameters())
    assert load_system("mean", device="cpu", precision="float32").card.feature == 512


def test_weights_of_other_nets_are_refused():
    net = new_encoder(NAME, 32)
    backbone = {name: value.clone() for name, value in new_encoder(NAME, 32).backbone.state_dict().items()}
    load_any(net, backbone | {"fc.weight": torch.zeros(400, 512)}, "published")  # its classifier is left out
    assert all(torch.equal(value, backbone[name]) for name, value in net.backbone.state_dict().items())
    whole = stored_tensors(net)
    assert whole["backbone.stem.0.weight"].dtype == torch.float16
    load_any(new_encoder(NAME, 32), whole, "stored")
    del whole["backbone.stem.0.weight"]
    for wrong in (whole, {"layer1": torch.zeros(3)}, {k: v for k, v in whole.items() if not k.startswith("pooling.")}):
        with pytest.raises(ModelProblem, match="another net"):
            load_any(new_encoder(NAME, 32), wrong, "wrong")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"videos": ()}, "Name what to train on"),
        ({"crops": 3}, "1 crop or the mean of 10"),
        ({"bits": (12,)}, "multiple of 8"),
        ({"name": NAME}, "ships with vhdesk"),
        ({"start": "nobody"}, "no system 'nobody'"),
        ({"start": "desk"}, "another net"),
        ({"imitate": "desk"}, "made otherwise"),
        ({"resume": True}, "no training to go on with"),
    ],
)
def test_what_cannot_be_trained(options, changes, words):
    with pytest.raises((BadInput, ModelProblem), match=words):
        train(NAME, replace(options, **changes), workplace())


def test_heads_need_a_base_that_is_here(tmp_path):
    np.savez(tmp_path / "f.npz", features=np.zeros((8, 512), np.float32))
    options = LabelledHasherOptions(features=tmp_path / "f.npz")
    with pytest.raises(BadInput, match="has no 'labels'"):
        bert_hasher.train(NAME, options, workplace())
    with pytest.raises(BadInput, match="made otherwise"):
        bert_hasher.train(NAME, replace(options, start="desk"), workplace())
    np.savez(tmp_path / "f.npz", features=np.zeros((8, 24), np.float32), labels=list("abababab"))
    with pytest.raises(BadInput, match="of 24 numbers each"):
        bert_hasher.train(NAME, options, workplace())
    with pytest.raises(ModelProblem, match="no weights yet"):
        bert_hasher.train(NAME, replace(options, features=None, videos=(tmp_path,)), workplace())
