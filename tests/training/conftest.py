"""What the tests share; each runs on one thread, since nets this small are slowed down by several."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from torch import nn

from tests.conftest import write_clip, write_picture
from vhdesk.systems.quiet_openvino import load_openvino
from vhdesk.training import desk_hasher


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(autouse=True)
def few_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three views of every clip instead of twelve: as much happens, in a quarter of the time."""
    monkeypatch.setattr(desk_hasher, "CLIP_COPIES", 2)
    monkeypatch.setattr(desk_hasher, "PICTURE_COPIES", 1)


class TeacherNet(nn.Module):
    """Block means of a picture to 24 features and 10 logits."""

    def __init__(self) -> None:
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d(7)
        self.features = nn.Linear(147, 24)
        self.logits = nn.Linear(24, 10)

    def forward(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        features = torch.relu(3 * self.features(self.pool(x).flatten(1)))
        return {"features": features, "logits": self.logits(features)}


@pytest.fixture(scope="session")
def teacher_net() -> TeacherNet:
    with torch.random.fork_rng([]):
        torch.manual_seed(11)
        return TeacherNet().eval()


@pytest.fixture(scope="session")
def teacher_file(teacher_net: TeacherNet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real small network in OpenVINO's format."""
    openvino = load_openvino()
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = openvino.convert_model(teacher_net, example_input=torch.zeros(2, 3, 224, 224), input=[-1, 3, 224, 224])
    path = tmp_path_factory.mktemp("teacher") / "small.xml"
    openvino.save_model(model, path, compress_to_fp16=False)
    return path


@pytest.fixture(scope="session")
def picture_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve pictures, one of them twice, and a file that is none."""
    folder = tmp_path_factory.mktemp("pictures")
    for seed in range(12):
        write_picture(folder / f"p{seed:02}.jpg", seed=seed)
    (folder / "copy.jpg").write_bytes((folder / "p03.jpg").read_bytes())
    (folder / "broken.jpg").write_bytes(b"no picture")
    return folder


@pytest.fixture(scope="session")
def many_clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty clips of three frames in three folders; not to be changed."""
    folder = tmp_path_factory.mktemp("many")
    for seed in range(20):
        write_clip(folder / "abc"[seed % 3] / f"clip{seed:02}.mp4", seed=seed, frames=3)
    return folder
