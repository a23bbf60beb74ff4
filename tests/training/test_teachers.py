"""Teachers: asked once, in the scaling that they expect."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from tests.conftest import draw_frame, shared, write_picture
from tests.training.conftest import TeacherNet
from vhdesk.errors import BadInput
from vhdesk.training import teachers
from vhdesk.training.data import Listener, Reading, picture_rows
from vhdesk.training.sources import find_sources
from vhdesk.training.teachers import Teacher, answers, teacher_input


def test_its_answers_are_the_networks(teacher_file: Path, teacher_net: TeacherNet) -> None:
    pictures = np.stack([draw_frame(seed, 0, 96, 96) for seed in range(5)])
    teacher = Teacher(teacher_file)
    found = teacher(pictures)
    with torch.no_grad():
        expected = teacher_net(torch.from_numpy(teacher_input(pictures)))
    for name in ("features", "logits"):
        assert found[name].shape == tuple(expected[name].shape)
        np.testing.assert_allclose(found[name], expected[name].numpy(), atol=0.05)


def test_its_input_is_scaled_and_resized() -> None:
    black_white = np.zeros((2, 32, 32, 3), np.uint8)
    black_white[1] = 255
    found = teacher_input(black_white)
    assert found.shape == (2, 3, 224, 224)
    assert (found[0].min(), found[1].max()) == (-1.0, 1.0)


def test_it_is_asked_once(picture_folder: Path, teacher_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = picture_rows(find_sources([picture_folder], pictures=True), Reading(side=48), Listener())
    found = answers(teacher_file, pictures, Listener())
    assert (found.features.shape, found.logits.shape) == ((12, 24), (12, 10))
    assert found.features.dtype == np.float16
    direct = Teacher(teacher_file)(pictures.rows[3:5])
    np.testing.assert_allclose(found.features[3:5], direct["features"], atol=0.02)
    monkeypatch.setattr(teachers, "_ask", None)  # whoever asks again fails
    again = answers(teacher_file, pictures, Listener())
    assert np.array_equal(again.features, found.features)
    assert again.content == found.content


def test_files_that_are_no_teachers(tmp_path: Path) -> None:
    (tmp_path / "x.onnx").write_bytes(b"nothing")
    with pytest.raises(BadInput, match="not an ONNX network"):
        Teacher(tmp_path / "x.onnx")
    with pytest.raises(BadInput, match="cannot be read"):
        Teacher(tmp_path / "none.onnx")


def test_the_real_teachers_know_the_input() -> None:
    """A photograph of ImageNet's 'goldfish' is one to the real network."""
    labels = shared("weights", "imagenet_labels.txt").read_text("utf-8").splitlines()
    pictures = [path for path in shared("images", "imagenet_samples").rglob("*") if "goldfish" in path.name.lower()]
    if not pictures:
        pytest.skip("that photograph is not among the samples")
    from vhdesk.media.crops import Crop, read_crops

    teacher = Teacher(shared("weights", "mobilenet_v2_imagenet.onnx"))
    found = teacher(read_crops(str(pictures[0]), 224, [Crop()]))
    assert found["features"].shape == (1, 1280)
    assert "goldfish" in labels[int(found["logits"][0].argmax())]


def test_pictures_that_change_are_asked_about_again(tmp_path: Path, teacher_file: Path) -> None:
    folder = tmp_path / "p"
    folder.mkdir()
    contents = []
    for seed in (1, 2):
        write_picture(folder / "a.jpg", seed=seed)
        pictures = picture_rows(find_sources([folder], pictures=True), Reading(side=48), Listener())
        contents.append(answers(teacher_file, pictures, Listener()).content)
    assert contents[0] != contents[1]
