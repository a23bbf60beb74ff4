"""``vhdesk models`` as a user meets it, without a network."""

from __future__ import annotations

import json

import pytest

from vhdesk.cli.main import main


def test_the_list_shows_systems_and_weights(capsys):
    assert main(["models", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    states = {weights["name"]: weights["state"] for weights in listed["weights"]}
    assert (states["r2plus1d_18"], states["i3d_rgb"], listed["weights_disk_bytes"]) == ("available", "import only", 0)
    assert main(["models", "verify", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"name": "desk", "kind": "system", "ok": True, "problem": ""}]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "ten"], "no system 'ten'"),
        (["download", "ten"], "no weights 'ten'"),
        (["download", "i3d_rgb"], "models import FILE --as i3d_rgb"),
        (["download", "r3d_18", "--mirror", "ftp://a"], "not a web address"),
        (["remove", "r3d_18"], "nothing to remove"),
        (["verify", "r3d_18"], "models download r3d_18"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(capsys, arguments, said):
    assert main(["models", *arguments]) == 2
    printed = capsys.readouterr()
    assert said in printed.out + printed.err
