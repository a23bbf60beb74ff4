"""The systems of paper 000, with weights that have the published layout and learned nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from tests.conftest import draw_frame, write_clip
from tests.shallow import make_shallow
from vhdesk.cli.main import main
from vhdesk.errors import ModelProblem
from vhdesk.hashing.categories import signs
from vhdesk.nets.frame_encoder import FrameEncoder
from vhdesk.settings import IndexingSettings
from vhdesk.systems import runtime
from vhdesk.systems.card import card, user_models
from vhdesk.systems.clips import ClipEncoder
from vhdesk.systems.r2plus1d_bert import LAYERS, load_encoder, new_encoder, video_encoder
from vhdesk.systems.runtime import InputShape, TorchEncoder
from vhdesk.systems.system import load_system
from vhdesk.systems.weights.store import WeightStore

NAME = "r2plus1d18_bert"


@pytest.fixture(scope="module")
def frames() -> np.ndarray:
    """One clip's: ``[32, 128, 170, 3]``."""
    return np.stack([draw_frame(3, i, 170, 128) for i in range(32)])


@pytest.fixture(scope="module", autouse=True)
def shallow():
    """One block a layer: every kind of layer of the net, at a third of the work."""
    with pytest.MonkeyPatch.context() as patch:
        make_shallow(patch, 18)
        yield


def some_encoder(*, average: bool = False) -> nn.Module:
    """Weights that keep the scale of what goes through them, as trained ones do; the norms know what they norm."""
    with torch.random.fork_rng([]):
        torch.manual_seed(0)
        net = new_encoder(NAME, 32, average=average)
        for module in net.modules():
            if isinstance(module, nn.BatchNorm3d):
                module.momentum = 1.0
        with torch.no_grad():
            net.train()(torch.randn(1, 3, 32, 56, 56))
    return net.eval()


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    """The backbone and a classifier, as a converted download has them."""
    path = tmp_path_factory.mktemp("published") / "r2plus1d_18.safetensors"
    backbone = some_encoder(average=True).backbone.state_dict()
    save_file({**backbone, "fc.weight": torch.zeros(400, 512), "fc.bias": torch.zeros(400)}, path)
    return path


@pytest.fixture(scope="module")
def trained_encoder() -> nn.Module:
    return some_encoder()


@pytest.fixture
def trained(trained_encoder, home) -> Path:
    """A system as a training leaves it, but for its head."""
    folder = user_models() / "mine"
    folder.mkdir(parents=True)
    save_file(trained_encoder.state_dict(), folder / "encoder.safetensors")
    document = json.loads((card(NAME).folder / "model.json").read_text("utf-8"))
    digest = hashlib.sha256((folder / "encoder.safetensors").read_bytes()).hexdigest()
    document |= {"name": "mine", "system": NAME, "files": {"encoder.safetensors": digest}}
    (folder / "model.json").write_text(json.dumps(document), "utf-8")
    return folder


def cosine(a: np.ndarray, b: np.ndarray) -> float:
    return float((a * b).sum() / np.linalg.norm(a) / np.linalg.norm(b))


def expected(net: nn.Module, clip: np.ndarray) -> np.ndarray:
    """What the net gives for 32 frames of 112 x 112, ``[1, 512]``."""
    x = torch.from_numpy(clip).permute(3, 0, 1, 2)[None] / 255
    mean, std = (torch.tensor(v).view(1, 3, 1, 1, 1) for v in (card(NAME).mean, card(NAME).std))
    with torch.inference_mode():
        return net((x - mean) / std).numpy()


def test_both_are_listed_with_what_they_need():
    for name in LAYERS:
        found = card(name)
        assert found.needs.startswith(f"The system '{name}' has no weights yet: get them with 'vhdesk models download ")
        assert found.weights in WeightStore().manifest
        assert found.input_shape == (32, 128, 170, 3)
        assert (found.rows, found.feature) == (1, 512)


def test_without_weights_one_sentence_says_what_to_do(tmp_path, capsys):
    with pytest.raises(ModelProblem, match=f"or train your own with 'vhdesk train {NAME}'"):
        load_system(NAME)
    write_clip(tmp_path / "v" / "a.mp4", frames=10)
    assert main(["index", str(tmp_path / "v"), "--system", NAME, "--library", str(tmp_path / "l.vhdesk")]) != 0
    assert "vhdesk models download r2plus1d_18" in capsys.readouterr().err


def test_downloaded_weights_give_the_mean_of_their_tokens(published, frames, home):
    WeightStore().import_file(published, "r2plus1d_18")
    assert card(NAME).needs == ""
    system = load_system(NAME, device="cpu", precision="float32")
    assert system.encoder.info.engine == "OpenVINO"
    found = system.encoder(frames)
    assert found.shape == (1, 512)
    net = video_encoder(card(NAME).with_weights()).eval()
    wanted = expected(net, frames[:, 8:120, 29:141])
    assert cosine(found, wanted) > 0.9999
    assert np.abs(found - wanted).max() < 1e-3 * np.abs(wanted).max()
    # codes of every length from what is stored
    fresh = system.pooled(found.astype(np.float16))
    kept = system.stored(fresh.tobytes())
    for bits in system.card.bits:
        code = system.codes(system.pooled(kept), bits)
        assert np.array_equal(code, system.codes(fresh, bits))
        assert code.shape == (1, bits // 8)
        assert 0.2 < np.unpackbits(code).mean() < 0.8  # though no feature is negative


def test_the_papers_inner_product_is_the_hamming_order():
    codes = np.random.default_rng(0).integers(0, 256, (2, 50, 8), dtype=np.uint8)
    query, others = codes[0][:1], codes[1]
    hamming = np.unpackbits(query ^ others, axis=1).sum(axis=1).astype(int)
    assert np.array_equal(signs(query) @ signs(others).T, 64 - 2 * hamming[None])


def test_a_trained_encoder_pools_by_bert(trained, trained_encoder, frames):
    system = load_system("mine", device="cpu", precision="float32")
    found = system.encoder(frames)
    wanted = expected(trained_encoder, frames[:, 8:120, 29:141])
    assert cosine(found, wanted) > 0.9999
    assert np.abs(found - wanted).max() < 1e-3 * np.abs(wanted).max()
    with torch.inference_mode():
        tokens = trained_encoder.backbone(torch.zeros(1, 3, 32, 32, 32))
    assert tokens.shape == (1, 4, 512)


def test_bfloat16_stays_close_to_float32(trained, frames):
    """The gates of bfloat16: the cosine of centred features, and the signs of random projections that turn over."""
    if not runtime.cpu_computes_bfloat16():
        pytest.skip("this processor has no bfloat16 instructions")
    clips = [frames, *(np.stack([draw_frame(s, i, 170, 128) for i in range(32)]) for s in (5, 9, 11))]
    fast, exact = (
        np.concatenate(load_encoder(card("mine"), "cpu", precision).batch(clips))
        for precision in ("bfloat16", "float32")
    )
    centre = exact.mean(axis=0)
    assert all(cosine(a - centre, b - centre) > 0.98 for a, b in zip(fast, exact, strict=True))
    planes = np.random.default_rng(0).standard_normal((512, 64))
    turned = ((fast - centre) @ planes >= 0) != ((exact - centre) @ planes >= 0)
    assert turned.mean() < 0.08


def test_weights_of_another_net_are_refused(trained):
    tensors = {"backbone.stem.0.weight": torch.zeros(45, 3, 1, 7, 7), "pooling.class_token": torch.zeros(1, 1, 512)}
    save_file(tensors, trained / "encoder.safetensors")
    found = card("mine")
    digest = hashlib.sha256((trained / "encoder.safetensors").read_bytes()).hexdigest()
    with pytest.raises(ModelProblem, match="those of another net"):
        video_encoder(replace(found, files={"encoder.safetensors": digest}))
    with pytest.raises(ModelProblem, match="not the ones that were trained"):
        load_encoder(found, "cpu", "float32")


class Means(nn.Module):
    """Clips ``[N T, 3, H, W]`` to the mean of each channel and its first frame's first pixel, ``[N, 6]``."""

    def __init__(self, frames: int) -> None:
        super().__init__()
        self.frames = frames

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        clips = x.unflatten(0, (-1, self.frames))
        return torch.cat([clips.mean(dim=(1, 3, 4)), clips[:, 0, :, 0, 0]], dim=1)


def encoder_of(crops: int, frames: int = 4, side: int = 16) -> ClipEncoder:
    module = FrameEncoder(Means(frames), (0.0,) * 3, (1.0,) * 3)
    inner = TorchEncoder(module, InputShape(frames, side, pooled=True), "cpu", "float32", "", batch=3)
    return ClipEncoder(inner, frames, side, crops)


def test_clips_and_crops_are_averaged():
    frames = np.random.default_rng(0).integers(0, 255, (12, 20, 30, 3), dtype=np.uint8)
    alone = [encoder_of(1)(frames[at : at + 4]) for at in (0, 4, 8)]
    assert alone[0].shape == (1, 6)
    assert np.allclose(alone[0][0, 3:], frames[0, 2, 7] / 255)
    assert np.allclose(encoder_of(1)(frames), np.mean(alone, axis=0), atol=1e-6)
    assert np.allclose(encoder_of(1)(frames[:2]), encoder_of(1)(np.concatenate([frames[:2]] * 2)))
    corners = np.stack([frames[0, y, x] for y, x in [(2, 7), (0, 0), (0, 14), (4, 0), (4, 14)]])
    mirrored = np.stack([frames[0, y, 29 - x] for y, x in [(2, 7), (0, 0), (0, 14), (4, 0), (4, 14)]])
    assert np.allclose(encoder_of(10)(frames[:4])[0, 3:], np.concatenate([corners, mirrored]).mean(0) / 255, atol=1e-6)


@pytest.mark.parametrize("crops", [1, 10])
def test_segments_come_back_in_order_whatever_their_length(crops):
    rng = np.random.default_rng(1)
    segments = [rng.integers(0, 255, (n, 20, 30, 3), dtype=np.uint8) for n in (12, 4, 1, 30, 8, 4)]
    together = encoder_of(crops).batch(segments)
    assert [found.shape for found in together] == [(1, 6)] * 6
    for found, segment in zip(together, segments, strict=True):
        assert np.allclose(found, encoder_of(crops)(segment), atol=1e-6)


def test_clips_and_crops_are_part_of_the_fingerprint():
    base = card(NAME)
    settings = IndexingSettings()
    views = [base.viewed(replace(settings, crops=crops, clips=clips)) for crops, clips in ((0, 0), (10, 0), (0, 3))]
    assert len({found.fingerprint("float32") for found in views}) == 3
    assert base.viewed(replace(settings, crops=1, clips=1)).fingerprint("float32") == base.fingerprint("float32")
    assert views[2].input_shape == (96, 128, 170, 3)
    assert card("desk").viewed(replace(settings, crops=10, clips=3)) == card("desk")
    request = views[2].decode_request("a.mp4", settings, from_ms=5)
    assert (request.sampling, request.frames, request.clips, request.size) == ("consecutive", 32, 3, (128, 170))
    assert request.from_ms == 5


@pytest.mark.slow
def test_videos_are_indexed_and_found_from_the_command_line(published, tmp_path, home, capsys):
    assert main(["models", "import", str(published), "--as", "r2plus1d_18"]) == 0
    for seed in (1, 2):
        write_clip(tmp_path / "v" / f"{seed}.mp4", seed=seed, frames=40)
    shutil.copy(tmp_path / "v" / "2.mp4", tmp_path / "query.mp4")
    library = ["--library", str(tmp_path / "l.vhdesk"), "--system", NAME]
    assert main(["index", str(tmp_path / "v"), *library, "--device", "cpu"]) == 0
    capsys.readouterr()
    assert main(["search", str(tmp_path / "query.mp4"), *library, "--bits", "256", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["system"] == NAME
    best = answer["results"][0]
    assert (Path(best["path"]).name, best["hamming"]) == ("2.mp4", 0)
