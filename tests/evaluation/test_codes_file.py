"""Codes made elsewhere: read without executing anything, and measured as a loop would."""

from __future__ import annotations

import numpy as np
import pytest

from vhdesk.errors import BadInput
from vhdesk.evaluation.job import evaluate_codes

GOOD = {
    "database_hash": np.random.default_rng(0).standard_normal((40, 16)),
    "database_label": np.arange(40) % 4,
    "test_hash": np.random.default_rng(1).standard_normal((12, 16)),
    "test_label": np.arange(12) % 4,
}


def evaluate(path, protocol="ucf101"):
    return evaluate_codes(path, protocol, cancelled=lambda: False)


class Bomb:
    """What a pickle runs when it is read."""

    exploded = False

    def __reduce__(self):
        return (exec, ("from tests.evaluation import test_codes_file as t; t.Bomb.exploded = True",))


def test_python_objects_are_refused_and_never_run(tmp_path):
    path = tmp_path / "codes.npz"
    np.savez(path, **(GOOD | {"test_hash": np.array([Bomb()], object)}))
    with pytest.raises(BadInput, match="could run code"):
        evaluate(path)
    import pickle

    path.write_bytes(pickle.dumps(Bomb()))
    with pytest.raises(BadInput, match=r"could run code|not a NumPy"):
        evaluate(path)
    assert not Bomb.exploded


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"test_label": None}, "has no test_label; save database_hash, database_label, test_hash, test_label"),
        ({"test_hash": None, "database_hash": None}, "no database_hash and no test_hash"),
        ({"test_label": np.arange(3)}, "test_label .* must be 12 whole numbers or words"),
        ({"test_label": np.arange(12) / 7}, "test_label .* must be 12 whole numbers or words"),
        ({"test_hash": np.zeros(12)}, "test_hash .* must be a table of numbers"),
        ({"test_hash": np.zeros((12, 8))}, "mixes codes of 8 and 16 bits"),
        ({"test_hash": np.full((12, 16), np.inf)}, "not finite"),
        ({"test_hash": np.full((12, 16), 200, np.uint8)}, "unpackbits"),
        ({"test_hash": np.zeros((0, 16)), "test_label": np.zeros(0, int)}, "must be a table of numbers"),
        ({"test_label": np.arange(12) + 100}, "No query has"),
    ],
)
def test_a_file_that_does_not_fit_says_where(tmp_path, changes, sentence):
    path = tmp_path / "codes.npz"
    np.savez(path, **{name: value for name, value in (GOOD | changes).items() if value is not None})
    with pytest.raises(BadInput, match=sentence):
        evaluate(path)


@pytest.mark.parametrize("content", [b"", b"path,group\n", b"PK\x03\x04 cut off", b"\x93NUMPY\x01\x00"])
def test_a_file_that_is_something_else(tmp_path, content):
    path = tmp_path / "codes.npz"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"not a NumPy \.npz file|could run code"):
        evaluate(path)


def test_a_single_array_is_not_a_file_of_codes(tmp_path):
    np.save(tmp_path / "codes.npy", np.zeros(3))
    with pytest.raises(BadInput, match=r"not a NumPy \.npz file"):
        evaluate(tmp_path / "codes.npy")


def test_a_cut_off_array_within_a_whole_file(tmp_path):
    path = tmp_path / "codes.npz"
    np.savez(path, **GOOD)
    data = bytearray(path.read_bytes())
    data[300:340] = b"\0" * 40
    path.write_bytes(bytes(data))
    with pytest.raises(BadInput, match=r"not a NumPy \.npz file"):
        evaluate(path)


def test_the_library_protocol_is_not_for_codes(tmp_path):
    np.savez(tmp_path / "codes.npz", **GOOD)
    with pytest.raises(BadInput, match="choose one of ucf101, hmdb51, ssvh"):
        evaluate(tmp_path / "codes.npz", "library")


def rows(found):
    return {score.key: score for score in found.scores}


def test_bits_signs_and_outputs_of_the_same_codes_score_alike(tmp_path):
    def saved(change, name):
        np.savez(tmp_path / f"{name}.npz", **{k: change(v) if k.endswith("hash") else v for k, v in GOOD.items()})
        return evaluate(tmp_path / f"{name}.npz")

    outputs = saved(lambda x: x, "a")
    bits = saved(lambda x: (x >= 0).astype(np.uint8), "b")
    signs = saved(lambda x: np.where(x >= 0, 1, -1).astype(np.int8), "c")
    sigmoid = saved(lambda x: 1 / (1 + np.exp(-x)), "d")
    quality = [
        rows(found)[name, 16, None].map for name, found in zip("abcd", (outputs, bits, signs, sigmoid), strict=True)
    ]
    assert quality[0] == quality[1] == quality[2] == quality[3]
    assert ("float cosine", None, None) in rows(outputs)
    assert ("float cosine", None, None) not in rows(bits)  # nothing real-valued is left to compare with


def test_words_may_be_labels(tmp_path):
    words = np.array(["a", "b", "c", "d"])
    np.savez(tmp_path / "n.npz", **GOOD)
    changed = {k: words[v] if k.endswith("label") else v for k, v in GOOD.items()}
    np.savez(tmp_path / "w.npz", **changed)
    numbers, named = evaluate(tmp_path / "n.npz"), evaluate(tmp_path / "w.npz")
    assert rows(numbers)["n", 16, None].map == rows(named)["w", 16, None].map


def test_ssvh_asks_with_what_it_searches(tmp_path):
    path = tmp_path / "codes.npz"
    np.savez(path, test_hash=GOOD["database_hash"], test_label=GOOD["database_label"])
    kept, without = evaluate(path, "ssvh@5"), evaluate(path, "ssvh-no-self@5")
    assert (kept.queries, kept.database, kept.cut) == (40, 40, 5)
    score, other = rows(kept)["codes", 16, None], rows(without)["codes", 16, None]
    assert score.precision_at[0] == (1, 1.0)
    assert score.map["k"] - other.map["k"] > 0.1  # the gift of 1/K
    assert any("finds itself" in note for note in kept.notes)
    assert not any("finds itself" in note for note in without.notes)
    assert ("class first", 16, None) not in rows(kept)  # its classifier would have seen the queries


def test_top5_has_par_with_empty_answers_counted(tmp_path):
    path = tmp_path / "codes.npz"
    np.savez(path, **GOOD)
    found = rows(evaluate(path, "top5"))
    plain, strict = found["Euclidean 5", None, None].top5, found["PAR 5, cosine > 0.9", None, None].top5
    assert strict["empty"] > plain["empty"] == 0
    assert strict["recall"] <= plain["recall"]
