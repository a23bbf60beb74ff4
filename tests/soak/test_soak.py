"""A library that is disturbed in every way ends as an undisturbed one."""

from __future__ import annotations

import sys

import pytest

from tests.soak.__main__ import summary
from tests.soak.soak import Soak

FILES = 800
KILLS = 20


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the soak finds and ends processes through /proc")
def test_twenty_kills_and_a_changing_folder_lose_nothing(tmp_path, capsys):
    report = Soak(tmp_path, FILES, KILLS, seed=1).run()
    with capsys.disabled():
        print("\n" + summary(report))
    assert report.kills == KILLS
    assert report.differences == {}
    assert report.met_again == []
    assert report.left_over == 0
    assert report.last_run["videos"]["indexed"] == 0
    assert report.indexed > FILES / 2
    assert sum(report.failed.values()) > 20
