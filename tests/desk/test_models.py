"""What the desk knows of systems, and which one a library uses."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import write_clip
from tests.systems.weights_server import Server, checkpoint
from vhdesk import settings
from vhdesk.assets import asset
from vhdesk.desk import (
    CancelToken,
    Desk,
    Noted,
    RuntimeInfo,
    StepsDone,
    TrainEvent,
    choose_system,
    measure_speed,
    survey_models,
)
from vhdesk.desk.models import remember_speed, speed
from vhdesk.errors import BadInput, Interrupted, ModelProblem
from vhdesk.settings import Settings
from vhdesk.systems.card import user_models
from vhdesk.training.recipes import DeskHasherOptions


def another_system(name: str = "mine") -> Path:
    """The built-in system under another name and with other weights: its hasher's signs are turned."""
    from safetensors.numpy import load_file, save

    folder = user_models() / name
    shutil.copytree(asset("models", "desk"), folder)
    tensors = load_file(folder / "hasher.safetensors")
    data = save({key: -value if key == "out.weight" else value for key, value in tensors.items()})
    (folder / "hasher.safetensors").write_bytes(data)
    card = json.loads((folder / "model.json").read_text("utf-8"))
    card |= {"name": name, "system": "desk", "title": f"Trained here: {name}"}
    card["files"]["hasher.safetensors"] = hashlib.sha256(data).hexdigest()
    (folder / "model.json").write_text(json.dumps(card), "utf-8")
    return folder


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    for seed in range(3):
        write_clip(tmp_path / "videos" / f"{seed}.mp4", seed=seed, frames=8)
    return tmp_path / "videos"


def test_a_library_remembers_its_system(tmp_path: Path, clips: Path) -> None:
    another_system()
    library = tmp_path / "l.vhdesk"
    with Desk(library, Settings()) as desk:
        desk.open()
        desk.index([clips])
        facts = {each.card.name: each for each in survey_models(desk).systems}
        assert (facts["desk"].in_use, facts["desk"].encoded, facts["desk"].videos) == (True, 3, 3)
        assert (facts["mine"].in_use, facts["mine"].encoded, facts["mine"].quality) == (False, 0, ())
        choose_system(desk, "mine")
        assert desk.system_card().name == "desk", "an open desk stays as it is"
    with Desk(library, Settings()) as desk:
        assert desk.system_card().name == "mine"
        desk.open()
        desk.index([])
        facts = {each.card.name: each for each in survey_models(desk).systems}
        assert [(facts[name].in_use, facts[name].encoded) for name in ("desk", "mine")] == [(False, 3), (True, 3)]
    assert Desk(library, system="desk").system_card().name == "desk", "what is named wins"
    assert Desk(tmp_path / "other.vhdesk").system_card().name == "desk"


def test_a_system_that_is_gone_is_passed_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = another_system()
    desk = Desk(tmp_path / "l.vhdesk")
    choose_system(desk, "mine")
    shutil.rmtree(folder)
    assert Desk(tmp_path / "l.vhdesk").system_card().name == "desk"
    assert "built-in system is used" in caplog.text
    (settings.data_folder() / "library_systems.json").write_text("[", "utf-8")
    assert settings.library_system(tmp_path / "l.vhdesk") is None


def test_only_whole_systems_are_chosen(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "l.vhdesk")
    with pytest.raises(BadInput):
        choose_system(desk, "nothing")
    (another_system() / "hasher.safetensors").write_bytes(b"other")
    with pytest.raises(ModelProblem):
        choose_system(desk, "mine")
    assert settings.library_system(tmp_path / "l.vhdesk") is None


def test_speeds_are_remembered(tmp_path: Path) -> None:
    with Desk(tmp_path / "l.vhdesk", Settings()) as desk:
        desk.open()
        assert survey_models(desk).systems[0].speed is None
        measured = measure_speed(desk, "desk", CancelToken())
        known = survey_models(desk).systems[0].speed
    assert known is not None
    assert (known.info, known.segments_per_second) == (measured.info, measured.segments_per_second)
    for number in range(60):
        remember_speed(f"f{number}", RuntimeInfo("OpenVINO", "CPU", "float32"), number)
    assert speed("f0") is None
    assert speed("f59") is not None
    (settings.cache_folder() / "speeds.json").write_text('{"a": 3}', "utf-8")
    assert speed("a") is None


def test_weights_come_through_the_mirror_and_the_proxy_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = Server()
    try:
        server.data = checkpoint(tmp_path / "published.pth")
        chosen = Settings().replace("models", mirror="http://weights.invalid/m", proxy=server.url())
        desk, name = Desk(tmp_path / "l.vhdesk", chosen), "pytorchvideo_x3d_xs"  # without a published hash
        desk.open()
        assert name not in survey_models(desk).accepted
        desk.weights().accept(name)
        desk.weights().download(name)
        assert server.requests == [("http://weights.invalid/m/X3D_XS.pyth", None)]
        found = survey_models(desk)
        assert name in found.accepted
        assert found.disk_bytes > len(server.data) / 2
        file = settings.data_folder() / "weights" / f"{name}.safetensors"
        file.write_bytes(file.read_bytes()[:-1])
        assert desk.weights().state(name).state == "damaged"
        with pytest.raises(BadInput, match="not a web address"):
            survey_models(Desk(tmp_path / "l.vhdesk", Settings().replace("models", proxy="nowhere")))
    finally:
        server.close()


def test_an_abandoned_training_leaves_nothing(tmp_path: Path) -> None:
    for seed in range(10):
        write_clip(tmp_path / "v" / f"{seed}.mp4", seed=seed, frames=6)
    abandon, events = CancelToken(), []

    def take(event: TrainEvent) -> None:
        events.append(event)
        if isinstance(event, StepsDone):
            abandon.cancel()

    options = DeskHasherOptions(name="mine", videos=(tmp_path / "v",), held_out=0.0, code_steps=100_000)
    desk = Desk(tmp_path / "l.vhdesk")
    with pytest.raises(Interrupted):
        desk.train("desk", "hasher", options, abandon=abandon, on_event=take)
    assert any(isinstance(event, Noted) for event in events)
    assert not (user_models() / "mine").exists()
    kept = another_system()
    before = (kept / "model.json").read_bytes()
    abandon, options = CancelToken(), DeskHasherOptions(**{**vars(options), "force": True})
    with pytest.raises(Interrupted):
        desk.train("desk", "hasher", options, abandon=abandon, on_event=take)
    assert (kept / "model.json").read_bytes() == before, "the system that was there stays"
    assert not (kept / "training").exists()
