from __future__ import annotations

import dataclasses
import logging

import pytest

from vhdesk import settings
from vhdesk.errors import BadInput
from vhdesk.settings import GROUPS, Settings


def test_what_is_saved_is_read_back():
    changed = Settings().replace("search", bits=128, top=7).replace("window", theme="dark")
    settings.save(changed)
    assert settings.load() == changed
    assert "workers" not in settings.settings_file().read_text()


def test_no_file_gives_the_defaults():
    assert settings.load() == Settings()


def test_unknown_keys_are_kept_and_warned_of(caplog):
    path = settings.settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[search]\nbits = 32\ncolour = "red"\n\n[later]\nx = 1\n')
    with caplog.at_level(logging.WARNING):
        read = settings.load()
    assert "does not know" in caplog.text
    assert read.search.bits == 32
    settings.save(read.replace("search", top=3))
    text = path.read_text()
    assert 'colour = "red"' in text
    assert "[later]" in text
    assert settings.load().search.top == 3


def test_wrong_values_take_their_default(caplog):
    path = settings.settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[search]\nbits = 33\ntop = "many"\n[indexing]\nworkers = 2\n')
    with caplog.at_level(logging.WARNING):
        read = settings.load()
    assert (read.search.bits, read.search.top, read.indexing.workers) == (64, 100, 2)
    assert "16, 32, 64, 128, 256" in caplog.text


def test_a_broken_file_is_set_aside(caplog):
    path = settings.settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\xff not toml [")
    with caplog.at_level(logging.WARNING):
        assert settings.load() == Settings()
    assert not path.exists()
    assert (path.parent / "settings.broken.toml").read_bytes() == b"\xff not toml ["


@pytest.mark.parametrize(
    ("group", "values"), [("search", {"bits": 5}), ("indexing", {"workers": 1000}), ("window", {"theme": 3})]
)
def test_out_of_bounds_is_refused(group, values):
    with pytest.raises(BadInput, match=f"{group}."):
        Settings().replace(group, **values)


def test_every_setting_explains_itself():
    for name, group in GROUPS.items():
        for item in dataclasses.fields(group):
            rule = item.metadata
            assert rule["title"], f"{name}.{item.name}"
            assert rule["help"].endswith(".")
            assert rule["effect"] in {"live", "rerank", "reindex", "restart"}
            settings.check(name, item, item.default)
