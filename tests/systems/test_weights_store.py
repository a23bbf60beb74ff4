"""The manifest that ships, conversion without executing anything, importing, verifying, removing."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import zipfile
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from tests.systems.weights_server import checkpoint
from vhdesk.errors import BadInput, DiskProblem, InternalBug, ModelProblem
from vhdesk.systems.weights.convert import check_safetensors, read_checkpoint
from vhdesk.systems.weights.download import check_address
from vhdesk.systems.weights.manifest import Licence, Weights, read_manifest
from vhdesk.systems.weights.store import WeightStore


def weights_of(data: bytes | None, **changes: object) -> Weights:
    facts = {
        "name": "net",
        "summary": "a net",
        "arch": "net",
        "file": "net.pth",
        "url": "https://weights.invalid/net.pth",
        "source": "a test",
        "size_bytes": None,
        "sha256": hashlib.sha256(data).hexdigest()[:8] if data is not None else "",
        "licence": Licence("MIT", "Use it as you like."),
        "parameters": None,
        "accuracy_at_1": None,
        "preprocessing": {},
    }
    return Weights(**(facts | changes))


@pytest.fixture
def published(tmp_path):
    path = tmp_path / "net-published.pth"
    checkpoint(path)
    return path


@pytest.fixture
def store(published, tmp_path):
    return WeightStore(folder=tmp_path / "weights", manifest={"net": weights_of(published.read_bytes())})


@pytest.fixture
def unhashed(tmp_path):
    """A store of weights without a published hash."""
    return WeightStore(folder=tmp_path / "weights", manifest={"net": weights_of(None)})


class Harmful:
    """Makes a file when it is unpickled by anything that obeys."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self):
        return os.system, (f"touch '{self.mark}'",)


# the manifest


def test_every_entry_of_the_manifest_is_usable():
    manifest = read_manifest()
    assert {"r2plus1d_18", "mobilenet_v3_large_v2", "resnet50_v2", "r2plus1d_34_clip32_kinetics"} <= set(manifest)
    files = [weights.file for weights in manifest.values()]
    assert len(files) == len(set(files))  # a mirror holds them all in one folder
    for weights in manifest.values():
        assert Path(weights.name).name == weights.name
        assert weights.licence.text.endswith(".")
        assert weights.source
        assert len(weights.sha256) in {0, 8, 64}
        assert set(weights.sha256) <= set("0123456789abcdef")
        if weights.url is not None:
            check_address(weights.url)
            assert weights.url.startswith("https://")
            assert weights.url.endswith("/" + weights.file)
        if weights.sha256:
            assert weights.sha256 in weights.file
        if weights.size_bytes and weights.parameters:  # float32: the file is as large as its parameters, nearly
            assert weights.size_bytes == pytest.approx(4 * weights.parameters, rel=0.02)


@pytest.mark.parametrize("text", ["", "[]", '{"format": 9}', '{"format": 1, "licences": {}, "weights": [{"name": 1}]}'])
def test_a_manifest_that_is_none(tmp_path, text):
    path = tmp_path / "weights.json"
    path.write_text(text)
    with pytest.raises(InternalBug, match="Install vhdesk again"):
        read_manifest(path)


# conversion


@pytest.mark.parametrize("zipped", [True, False], ids=["zip", "legacy"])
def test_import_keeps_every_tensor_to_the_bit(tmp_path, zipped):
    state = {
        "a": torch.randn(3, 4).t(),
        "b": torch.arange(6, dtype=torch.int64),
        "c": torch.randn(5).to(torch.bfloat16),
        "d": torch.tensor(2.0),
    }
    state["tied"] = state["a"]
    path = tmp_path / "net.pth"
    torch.save(state, path, _use_new_zipfile_serialization=zipped)
    store = WeightStore(folder=tmp_path / "weights", manifest={"net": weights_of(path.read_bytes())})
    assert store.import_file(path, "net").record.checked
    read = load_file(store.weights_file("net")[0])
    assert set(read) == set(state)
    for name, value in state.items():
        assert read[name].dtype == value.dtype
        assert torch.equal(read[name], value)
    assert path.exists()


@pytest.mark.parametrize("form", ["zip", "legacy", "bare"])
def test_a_harmful_pickle_is_refused_and_not_executed(unhashed, tmp_path, form):
    mark, path = tmp_path / "executed", tmp_path / "net.pth"
    if form == "bare":
        path.write_bytes(pickle.dumps({"w": Harmful(mark)}, protocol=2))
    else:
        torch.save({"w": torch.zeros(3), "x": Harmful(mark)}, path, _use_new_zipfile_serialization=form == "zip")
    with pytest.raises(ModelProblem, match="nothing of it was run") as problem:
        unhashed.import_file(path, "net")
    assert "\n" not in str(problem.value)
    assert not mark.exists()
    assert unhashed.state("net").state == "available"
    assert not list(unhashed.folder.glob("net*"))
    # the same file does harm where it is obeyed: the test can fail
    torch.load(path, weights_only=False) if form != "bare" else pickle.loads(path.read_bytes())
    assert mark.exists()


@pytest.mark.parametrize("keep", [0, 1, 100, 0.5, 0.99])
def test_a_truncated_checkpoint_is_one_sentence(published, tmp_path, unhashed, keep):
    data = published.read_bytes()
    path = tmp_path / "cut.pth"
    path.write_bytes(data[: keep if isinstance(keep, int) else int(len(data) * keep)])
    with pytest.raises(ModelProblem) as problem:
        unhashed.import_file(path, "net")
    assert "\n" not in str(problem.value)
    assert not list(unhashed.folder.glob("net*"))


def test_what_is_no_state_dict_is_refused(tmp_path):
    path = tmp_path / "net.pth"
    for wrong in ({}, [torch.zeros(2)], {"a": 3}, {1: torch.zeros(2)}):
        torch.save(wrong, path)
        with pytest.raises(ModelProblem, match="not the state dict"):
            read_checkpoint(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", "b")
    with pytest.raises(ModelProblem, match="damaged or no PyTorch file"):
        read_checkpoint(path)


@pytest.mark.parametrize("keep", [0, 5, 20, 0.5, 0.99])
def test_a_truncated_safetensors_is_one_sentence(tmp_path, keep):
    whole, path = tmp_path / "whole.safetensors", tmp_path / "net.safetensors"
    save_file({"a": torch.zeros(1000)}, whole)
    data = whole.read_bytes()
    path.write_bytes(data[: keep if isinstance(keep, int) else int(len(data) * keep)])
    with pytest.raises(ModelProblem, match="not a whole safetensors file") as problem:
        check_safetensors(path)
    assert "\n" not in str(problem.value)


# the store


def test_a_converted_file_goes_to_another_machine(store, published, tmp_path):
    store.import_file(published, "net")
    carried = store.weights_file("net")[0]
    other = WeightStore(folder=tmp_path / "other", manifest=store.manifest)
    state = other.import_file(carried, "net")
    assert (state.state, state.record.checked) == ("installed", False)
    assert other.weights_file("net")[1] == store.weights_file("net")[1]
    cut = tmp_path / "cut.safetensors"
    cut.write_bytes(carried.read_bytes()[:-10])
    with pytest.raises(ModelProblem, match="not a whole safetensors file"):
        other.import_file(cut, "net")
    assert other.verify("net") == ""  # what was there is still there


def test_another_file_is_not_imported(store, tmp_path):
    path = tmp_path / "other.pth"
    checkpoint(path, seed=1)
    with pytest.raises(ModelProblem, match="not the published 'net'"):
        store.import_file(path, "net")
    with pytest.raises(BadInput, match="There is no file"):
        store.import_file(tmp_path / "nothing.pth", "net")
    with pytest.raises(BadInput, match="There are no weights 'ten'"):
        store.import_file(path, "ten")


def test_altered_weights_are_found_and_never_used(store, published):
    store.import_file(published, "net")
    path, _ = store.weights_file("net")
    assert store.verify("net") == ""
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    assert "altered or damaged" in store.verify("net")
    with pytest.raises(ModelProblem, match="models remove net"):
        store.weights_file("net")
    path.unlink()
    assert "cannot be read" in store.verify("net")


def test_weights_that_are_not_here_say_how_to_get_them(store, tmp_path):
    with pytest.raises(ModelProblem, match="vhdesk models download net"):
        store.weights_file("net")
    alone = WeightStore(folder=tmp_path, manifest={"net": weights_of(None, url=None)})
    assert alone.state("net").state == "import only"
    with pytest.raises(ModelProblem, match="import FILE --as net"):
        alone.weights_file("net")
    with pytest.raises(BadInput, match=r"Get net\.pth from a test"):
        alone.address("net")


def test_removing_gives_the_space_back(store, published):
    store.import_file(published, "net")
    taken = store.state("net").disk_bytes
    assert taken > 800_000
    assert store.remove("net") == taken
    assert (store.state("net").state, store.state("net").disk_bytes) == ("available", 0)
    with pytest.raises(BadInput, match="nothing to remove"):
        store.remove("net")


def test_a_licence_in_other_words_is_asked_for_again(store, tmp_path):
    store.accept("net")
    assert store.accepted("net")
    changed = {"net": weights_of(None, licence=Licence("MIT", "Use it as I like."))}
    assert not WeightStore(folder=store.folder, manifest=changed).accepted("net")
    (store.folder / "licences.json").write_text("[broken")
    assert not store.accepted("net")


def test_a_broken_record_is_no_record(store, published):
    store.import_file(published, "net")
    for text in ("", "[]", json.dumps({"sha256": "x"})):
        (store.folder / "net.json").write_text(text)
        assert store.state("net").record is None


def test_a_folder_that_cannot_be_made_is_a_sentence(published, tmp_path):
    (tmp_path / "weights").write_text("a file is in the way")
    store = WeightStore(folder=tmp_path / "weights", manifest={"net": weights_of(published.read_bytes())})
    for job in (lambda: store.import_file(published, "net"), lambda: store.accept("net")):
        with pytest.raises(DiskProblem, match="cannot be written") as problem:
            job()
        assert "\n" not in str(problem.value)
