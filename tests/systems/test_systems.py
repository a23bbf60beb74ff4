from __future__ import annotations

import json
import multiprocessing
import shutil
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
import torch
import torchvision

from tests.conftest import REPOSITORY, SHARED, draw_frame, write_clip
from tests.systems.factories import dying_net, no_net, small_net, unsteady_net
from vhdesk.errors import BadInput, ModelProblem
from vhdesk.hashing.attention import AttentionHasher, stretched
from vhdesk.hashing.itq import fit_itq, quantisation_error
from vhdesk.hashing.linear import LinearHasher
from vhdesk.nets.attention import CodeAttention
from vhdesk.nets.frame_encoder import FrameEncoder
from vhdesk.nets.mobilenet_v1 import MobileNetV1
from vhdesk.settings import IndexingSettings, cache_folder
from vhdesk.systems import runtime
from vhdesk.systems.card import card, cards
from vhdesk.systems.desk import frame_encoder, load_encoder
from vhdesk.systems.query import QueryReader
from vhdesk.systems.system import load_system


@pytest.fixture(scope="module")
def frames():
    return np.stack([draw_frame(i, i, 128, 128) for i in range(10)])


def test_the_trunk_is_the_published_network():
    """A teacher's weights give the teacher's features: convolutions, padding and activations are the published ones."""
    from vhdesk.systems.quiet_openvino import load_openvino
    from vhdesk.training.onnx_weights import mobilenet_from_onnx

    path = SHARED / "weights" / "mobilenet_v1_imagenet_embedding.onnx"
    if not path.exists():
        pytest.skip("the teachers are not here")
    pictures = np.random.default_rng(0).uniform(-1, 1, (2, 3, 224, 224)).astype(np.float32)
    oracle = load_openvino().Core().compile_model(str(path), "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    with torch.no_grad():
        found = mobilenet_from_onnx(path).eval()(torch.from_numpy(pictures)).numpy()
    assert np.allclose(found, oracle([pictures])[0], atol=1e-2)


def test_the_trunk_has_the_published_size():
    assert (
        sum(p.numel() for p in MobileNetV1().parameters()) == 3_196_032
    )  # table 1 without the classifier, folded norms


@pytest.fixture
def code_token():
    with torch.random.fork_rng([]):
        torch.manual_seed(0)
        net = CodeAttention(features=12, frames=6, axes=5, change_axes=3, heads=2, outputs=16, hidden=7)
        for tensor in [*net.parameters(), *net.buffers()]:
            tensor.data = torch.randn_like(tensor)
    return net


def test_the_hasher_in_numpy_is_the_net_in_torch(code_token):
    hasher = AttentionHasher({name: value.numpy() for name, value in code_token.state_dict().items()}, (8, 16))
    sequences = np.random.default_rng(0).standard_normal((4, 6, 12)).astype(np.float32)
    with torch.no_grad():
        expected = code_token(torch.from_numpy(sequences)).numpy()
    found = np.concatenate([hasher.pool(sequence) for sequence in sequences])
    assert found.dtype == np.float16
    assert np.allclose(found, expected, rtol=2e-3, atol=2e-2)
    assert np.array_equal(hasher.codes(found, 8), np.packbits(found[:, :8] >= 0, axis=1))
    assert np.array_equal(hasher.codes(found, 16)[:, :1], hasher.codes(found, 8))  # a short code begins the long one
    assert np.allclose(np.linalg.norm(hasher.embed(found), axis=1), 1)
    assert np.array_equal(hasher.pool(found[:1]), found[:1])  # pooled already
    with pytest.raises(BadInput, match="choose one of 8, 16"):
        hasher.codes(found, 32)


def test_a_single_picture_is_taken_to_move_like_most(code_token):
    hasher = AttentionHasher({name: value.numpy() for name, value in code_token.state_dict().items()}, (8, 16))
    picture = np.random.default_rng(1).standard_normal((1, 12)).astype(np.float32)
    tokens = torch.zeros(1, 6, 8)
    tokens[..., :5] = (torch.from_numpy(picture) - code_token.mean) @ code_token.axes.T
    with torch.no_grad():
        expected = code_token.from_tokens(tokens).numpy()
    assert np.allclose(hasher.pool(picture), expected, rtol=2e-3, atol=2e-2)


def test_the_code_token_sees_the_order_of_frames(code_token):
    sequence = torch.randn(1, 6, 12, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        assert not torch.allclose(code_token(sequence), code_token(sequence.flip(1)), atol=0.1)


def test_sequences_are_stretched_over_the_segment():
    rows = np.arange(4, dtype=np.float32)[:, None]
    assert stretched(rows, 4) is rows
    assert stretched(rows, 8)[:, 0].tolist() == [0, 0, 1, 1, 2, 2, 3, 3]
    assert stretched(rows, 2)[:, 0].tolist() == [1, 3]
    assert stretched(rows[:1], 5)[:, 0].tolist() == [0] * 5


def test_the_frame_encoder_normalises_as_the_card_says(frames):
    trunk = MobileNetV1().eval()
    desk = card("desk")
    encoder = FrameEncoder(trunk, desk.mean, desk.std).eval()
    normalise = torchvision.transforms.Normalize(desk.mean, desk.std)
    with torch.no_grad():
        inputs = normalise(torch.from_numpy(frames).permute(0, 3, 1, 2) / 255)
        assert torch.allclose(encoder(torch.from_numpy(frames)), trunk(inputs), atol=1e-4)


def test_openvino_in_float32_agrees_with_torch(frames):
    encoder = load_encoder(card("desk"), "cpu", "float32")
    assert encoder.info.engine == "OpenVINO"
    with torch.no_grad():
        expected = frame_encoder(card("desk"))(torch.from_numpy(frames)).numpy()
    found = encoder(frames)
    cosine = (found * expected).sum(1) / np.linalg.norm(found, axis=1) / np.linalg.norm(expected, axis=1)
    assert cosine.min() > 0.9999
    assert np.abs(found - expected).max() < 0.01


def test_bfloat16_stays_close(frames):
    if not runtime.cpu_computes_bfloat16():
        pytest.skip("this processor has no bfloat16 instructions")
    fast, exact = (load_encoder(card("desk"), "cpu", p)(frames).mean(0) for p in ("bfloat16", "float32"))
    assert fast @ exact / np.linalg.norm(fast) / np.linalg.norm(exact) > 0.999


def test_codes_do_not_depend_on_what_else_is_encoded(frames):
    system = load_system("desk", device="cpu")
    alone = system.features(frames[:5])
    again = [system.features(frames[:5]) for _ in range(3)]
    assert all(np.array_equal(alone, other) for other in again)
    assert np.array_equal(system.features(frames)[:5], alone)


def test_torch_stands_in_where_openvino_fails(frames, monkeypatch, caplog):
    def broken(*_args):
        raise RuntimeError("no such instruction")

    monkeypatch.setattr(runtime, "OpenVinoEncoder", broken)
    with caplog.at_level("ERROR", logger="vhdesk"):
        encoder = load_encoder(card("desk"), "cpu", "float32")
    assert (encoder.info.engine, encoder.info.device) == ("PyTorch", "CPU")
    assert "OpenVINO is not usable" in encoder.info.reason
    with torch.no_grad():
        expected = frame_encoder(card("desk"))(torch.from_numpy(frames)).numpy()
    assert np.allclose(encoder(frames), expected, atol=1e-3)


def test_torch_stands_in_where_the_export_computes_something_else(frames, caplog):
    with caplog.at_level("ERROR", logger="vhdesk"):
        encoder = runtime.make_encoder(unsteady_net, runtime.InputShape(10, 128), "unsteady", device="cpu")
    assert encoder.info.engine == "PyTorch"
    assert not list((cache_folder() / "encoders").glob("unsteady*"))
    assert encoder(frames).shape == (10, 3)


def test_a_device_that_is_not_there_is_named():
    if torch.cuda.is_available():
        pytest.skip("there is a CUDA device")
    with pytest.raises(ModelProblem, match="CUDA"):
        load_encoder(card("desk"), "cuda", "auto")


@pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no CUDA device")
def test_cuda_agrees_with_the_cpu(frames):
    gpu, cpu = (load_encoder(card("desk"), device, "float32")(frames).mean(0) for device in ("cuda", "cpu"))
    assert gpu @ cpu / np.linalg.norm(gpu) / np.linalg.norm(cpu) > 0.9999


def test_altered_weights_are_refused(tmp_path):
    desk = card("desk")
    folder = tmp_path / "desk"
    shutil.copytree(desk.folder, folder)
    (folder / "hasher.safetensors").chmod(0o644)
    data = bytearray((folder / "hasher.safetensors").read_bytes())
    data[-1] ^= 1
    (folder / "hasher.safetensors").write_bytes(data)
    with pytest.raises(ModelProblem, match="not the ones that were shipped"):
        replace(desk, folder=folder).file("hasher.safetensors")
    (folder / "encoder.safetensors").unlink()
    with pytest.raises(ModelProblem, match="cannot be read"):
        replace(desk, folder=folder).file("encoder.safetensors")


def test_the_fingerprint_follows_weights_preprocessing_and_precision():
    desk = card("desk")
    prints = {
        desk.fingerprint("float32"),
        desk.fingerprint("bfloat16"),
        replace(desk, files=desk.files | {"hasher.safetensors": "0"}).fingerprint("float32"),
        replace(desk, preprocessing=desk.preprocessing | {"side": 160}).fingerprint("float32"),
    }
    assert len(prints) == 4
    assert desk.fingerprint("float32") == card("desk").fingerprint("float32")


def test_the_card_says_what_is_there():
    for system in cards():
        assert system.bits == (16, 32, 64, 128, 256, 512)
        assert system.size_bytes < 10_000_000
        assert bool(system.files) != bool(system.needs)
        for name in system.files:
            assert system.file(name).exists()
    with pytest.raises(BadInput, match="models list"):
        card("nope")


def test_nothing_is_reported_to_anybody(tmp_path):
    """The exporter's usage reporter is not even loaded while the encoder is exported."""
    script = (
        "import functools, sys, pathlib\n"
        "from vhdesk.systems.card import card\n"
        "from vhdesk.systems.desk import frame_encoder\n"
        "from vhdesk.systems.exporting import export\n"
        "export(functools.partial(frame_encoder, card('desk')), (2, 64, 64, 3), pathlib.Path(sys.argv[1]))\n"
        "print(sys.modules['openvino_telemetry'], 'openvino_telemetry.main' in sys.modules)\n"
    )
    arguments = [sys.executable, "-c", script, str(tmp_path / "net.xml")]
    done = subprocess.run(arguments, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert (tmp_path / "net.bin").exists()
    assert done.stdout.strip() == "None False"
    assert done.stderr == ""


def test_the_export_is_made_in_another_process(tmp_path):
    from vhdesk.systems.exporting import export_apart
    from vhdesk.systems.quiet_openvino import load_openvino

    path = tmp_path / "net.xml"
    export_apart(small_net, (2, 4, 4, 3), path)
    assert path.with_suffix(".bin").exists()
    inputs = np.arange(96, dtype=np.uint8).reshape(2, 4, 4, 3)
    found = load_openvino().Core().compile_model(str(path), "CPU")([inputs])[0]
    assert np.array_equal(found, inputs.reshape(2, 48))
    with pytest.raises(RuntimeError, match="no such layer"):
        export_apart(no_net, (1, 4, 4, 3), path)
    with pytest.raises(RuntimeError, match="ended by itself"):
        export_apart(dying_net, (1, 4, 4, 3), path)
    assert not multiprocessing.active_children()


def test_openvino_is_reached_by_one_door():
    files = [p for p in (REPOSITORY / "vhdesk").rglob("*.py") if "import openvino" in p.read_text("utf-8")]
    assert [p.name for p in files] == ["quiet_openvino.py"]


def test_codes_are_signs_of_projections_packed_big_endian():
    mean = np.array([1.0, 1.0], np.float32)
    projection = np.array([[1, -1, 1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0, 0]], np.float32)
    hasher = LinearHasher(mean, {8: projection})
    assert hasher.codes(np.array([[2.0, 5.0]]), 8).tolist() == [[0b10111111]]
    assert hasher.codes(np.array([[0.0, 5.0]]), 8).tolist() == [[0b01000000]]
    assert hasher.codes(mean[None], 8).tolist() == [[0b11111111]]  # sign(0) is 1
    with pytest.raises(BadInput, match="choose one of 8"):
        hasher.codes(mean[None], 16)


def test_stored_features_give_the_codes_of_fresh_ones(frames):
    system = load_system("desk", device="cpu")
    sequence = system.features(frames)
    fresh = system.pooled(sequence)
    stored = np.frombuffer(fresh.tobytes(), np.float16).reshape(1, -1)
    kept = system.stored(sequence.tobytes())
    assert kept.shape == (10, system.card.feature)
    for bits in system.card.bits:
        expected = system.codes(fresh, bits)
        assert np.array_equal(system.codes(system.pooled(stored), bits), expected)
        assert np.array_equal(system.codes(system.pooled(kept), bits), expected)
    assert np.allclose(system.embed_stored([fresh.tobytes(), sequence.tobytes()])[0], system.hasher.embed(fresh)[0])


def test_itq_is_orthogonal_and_quantises_no_worse_than_faiss():
    import faiss

    rng = np.random.default_rng(0)
    data = (rng.standard_normal((2000, 48)) * np.linspace(3, 0.2, 48)).astype(np.float32)
    data -= data.mean(0)
    ours = fit_itq(data, 16)
    assert np.allclose(ours.T @ ours, np.eye(16), atol=1e-4)
    oracle = faiss.ITQTransform(48, 16, True)
    oracle.train(data)
    theirs = oracle.apply(data)

    # FAISS scales to unit length first: compare the angle to the signs, which no scale changes
    def angle(projected):
        return float((np.abs(projected).sum(1) / np.linalg.norm(projected, axis=1) / 4).mean())

    assert angle(data @ ours) > angle(theirs) - 0.01


def test_itq_beats_plain_principal_components():
    rng = np.random.default_rng(0)
    data = (rng.standard_normal((2000, 48)) * np.linspace(3, 0.2, 48)).astype(np.float32)
    _, vectors = np.linalg.eigh(data.T @ data)
    assert quantisation_error(data, fit_itq(data, 16)) < quantisation_error(data, vectors[:, -16:].astype(np.float32))
    with pytest.raises(BadInput, match="as many features"):
        fit_itq(data[:10], 16)


def test_model_json_is_plain():
    text = (card("desk").folder / "model.json").read_text("utf-8")
    assert json.loads(text)["licence"] == "Apache-2.0"


def test_a_query_goes_by_its_segments_that_show_something(tmp_path):
    system = load_system("desk")
    reader = QueryReader(system, IndexingSettings())
    try:
        half_black = write_clip(tmp_path / "half.mp4", seed=3, frames=160, fps=10, black_until=100)
        read = reader.read(str(half_black), IndexingSettings(), None, None)
        black = write_clip(tmp_path / "black.mp4", frames=20, gain=0.0)
        nothing = reader.read(str(black), IndexingSettings(), None, None)
    finally:
        reader.close()
    assert "dark" in {segment.aside for segment in read.segments}
    assert {segment.aside for segment, _ in read.telling()} == {None}
    assert len(read.telling(set_aside=True)) == len(read.segments)
    assert read.notes == ()
    assert len(nothing.telling()) == len(nothing.segments)
    assert "says little" in nothing.notes[0]
