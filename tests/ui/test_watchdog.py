"""The watch over the event loop."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from vhdesk.ui.watchdog import Watchdog


@pytest.fixture
def watchdog(qtbot: QtBot) -> Iterator[Watchdog]:
    made = Watchdog(limit_ms=80)
    made.start()
    yield made
    made.stop()


def hold_up() -> None:
    time.sleep(0.4)


def test_a_block_is_measured_and_named(qtbot: QtBot, watchdog: Watchdog, caplog: pytest.LogCaptureFixture) -> None:
    qtbot.waitUntil(lambda: watchdog.beats > 3)
    watchdog.reset()
    QTimer.singleShot(0, hold_up)
    qtbot.waitUntil(lambda: any(block.ms > 300 for block in watchdog.blocks))
    block = max(watchdog.blocks, key=lambda block: block.ms)
    assert block.ms < 5000
    assert "hold_up" in block.place
    assert watchdog.worst_ms >= block.ms
    assert "hold_up" in caplog.text


def test_an_idle_loop_beats_on(qtbot: QtBot, watchdog: Watchdog) -> None:
    qtbot.waitUntil(lambda: watchdog.beats > 10)
    watchdog.stop()
    beats = watchdog.beats
    qtbot.wait(50)
    assert watchdog.beats == beats
