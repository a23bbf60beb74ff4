"""Query and result side by side: in step, frame by frame, and why they matched."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QAbstractSpinBox, QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import write_clip, write_picture
from tests.ui.conftest import LONG_MS, MakeWindow, drop, files
from vhdesk.desk import Desk
from vhdesk.settings import Settings
from vhdesk.ui.compare_window import CompareWindow
from vhdesk.ui.main_window import MainWindow


@pytest.fixture(scope="module")
def tapes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A long video, and a clip of the same scene."""
    folder = tmp_path_factory.mktemp("tapes")
    write_clip(folder / "library" / "long.mp4", seed=1, frames=200, fps=10, gop=10, size=(96, 72))
    write_clip(folder / "clip.mp4", seed=1, frames=60, fps=10, gop=10, size=(96, 72))
    return folder


def open_compare(qtbot: QtBot, make_window: MakeWindow, library: Path, tapes: Path, query: Path) -> CompareWindow:
    with Desk(library, Settings()) as desk:
        desk.open()
        desk.index([tapes / "library"])
    window: MainWindow = make_window(library)
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        drop(window, files(query))
    model = window.query.model
    window.query.view.select_row(next(row for row, r in enumerate(model.results) if r.path.endswith("long.mp4")))
    qtbot.keyClick(window.query.view, Qt.Key.Key_Space)
    compare = window.results.compare_window
    assert compare.isVisible()
    qtbot.waitUntil(lambda: compare.player.ready and bool(compare.bits.differing), timeout=LONG_MS)
    return compare


def test_both_play_in_step_from_the_matched_second(
    qtbot: QtBot, make_window: MakeWindow, library: Path, tapes: Path
) -> None:
    compare = open_compare(qtbot, make_window, library, tapes, tapes / "clip.mp4")
    player = compare.player
    result = compare._result
    assert player.times == (result.query_start_ms, result.start_ms)
    assert all(not view.image.isNull() for view in compare.views)
    qtbot.keyClick(compare, Qt.Key.Key_Period)
    assert player.position_ms == 100
    assert player.times == (result.query_start_ms + 100, result.start_ms + 100)
    qtbot.keyClick(compare, Qt.Key.Key_Comma)
    assert player.position_ms == 0
    seen = []
    player.shown.connect(lambda: seen.append((player.times, [f and f.time_ms for f in player.frames])))
    qtbot.keyClick(compare, Qt.Key.Key_Space)
    assert player.playing
    qtbot.waitUntil(lambda: player.position_ms > 1500, timeout=LONG_MS)
    qtbot.keyClick(compare, Qt.Key.Key_Space)
    assert not player.playing
    assert len({times for times, _ in seen}) > 10
    for (left, right), frames in seen:
        assert right - left == result.start_ms - result.query_start_ms
        for time_ms, shown in zip((left, right), frames, strict=True):
            assert shown is None or 0 <= time_ms - shown < 100
    for _ in range(5):
        qtbot.mouseClick(compare.later_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: player.ready, timeout=LONG_MS)
    left, right = player.times
    assert right - left == result.start_ms - result.query_start_ms + 500
    compare.scrub.setValue(compare.scrub.maximum())
    qtbot.waitUntil(lambda: player.ready, timeout=LONG_MS)
    assert player.times[0] == 5999
    assert player.left.size_bytes < 100_000_000
    qtbot.keyClick(compare, Qt.Key.Key_Escape)
    assert not compare.isVisible()
    assert player.left.size_bytes == 0


def test_both_are_looked_at_in_the_same_place(
    qtbot: QtBot, make_window: MakeWindow, library: Path, tapes: Path
) -> None:
    compare = open_compare(qtbot, make_window, library, tapes, tapes / "clip.mp4")
    left, right = compare.views
    at = QPointF(left.width() / 4, left.height() / 2)
    for _ in range(3):
        wheel = QWheelEvent(
            at, left.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(left, wheel)
    assert left.zoom == right.zoom > 1.9
    assert left.centre == right.centre
    assert left.centre.x() < 0.5
    qtbot.keyClick(compare, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert left.zoom == right.zoom == 1
    assert compare.fit_button.text() == "1×"


def test_it_says_why_it_matched(qtbot: QtBot, make_window: MakeWindow, library: Path, tapes: Path) -> None:
    compare = open_compare(qtbot, make_window, library, tapes, tapes / "clip.mp4")
    result, found = compare._result, compare._agreement
    assert compare.bits.differing.count(True) == result.hamming
    assert f"{64 - result.hamming} of 64 bits" in compare.reason.text()
    assert len(found.video) >= 4
    row, column = compare.map.pair
    assert found.video[column].start_ms == result.start_ms
    other = column + 1 if column + 1 < len(found.video) else column - 1
    compare.map.setFocus()
    qtbot.keyClick(compare.map, Qt.Key.Key_Right if other > column else Qt.Key.Key_Left)
    assert compare.map.pair == (row, other)
    assert compare.bits.differing.count(True) == found.distances[row][other]
    assert compare.player.times[1] == found.video[other].start_ms
    assert f"{found.distances[row][other]} of 64 bits differ" in compare.map.accessibleDescription()
    nameless = [
        part
        for kind in (QAbstractButton, QAbstractSlider, QAbstractSpinBox)
        for part in compare.findChildren(kind)
        if not part.accessibleName() and not part.objectName().startswith("qt_")
    ]
    assert not nameless


def test_a_picture_stands_still_beside_its_segment(
    qtbot: QtBot, make_window: MakeWindow, library: Path, tapes: Path, tmp_path: Path
) -> None:
    picture = write_picture(tmp_path / "scene.jpg", seed=1, size=(96, 72), index=30)
    compare = open_compare(qtbot, make_window, library, tapes, picture)
    player = compare.player
    start = compare._result.start_ms
    still = compare.views[0].image
    qtbot.keyClick(compare, Qt.Key.Key_Period)
    assert player.times == (0, start + 100)
    qtbot.waitUntil(lambda: player.ready, timeout=LONG_MS)
    assert compare.views[0].image == still


def test_a_file_that_is_gone_says_so_beside_the_query(
    qtbot: QtBot, make_window: MakeWindow, library: Path, tapes: Path, tmp_path: Path
) -> None:
    import dataclasses

    compare = open_compare(qtbot, make_window, library, tapes, tapes / "clip.mp4")
    window = compare.parent()
    gone = dataclasses.replace(compare._result, path=str(tmp_path / "gone.mp4"))
    window.results._on_asked("compare", (gone,))
    qtbot.waitUntil(lambda: bool(compare.player.right.problem) and compare.player.ready, timeout=LONG_MS)
    assert "gone.mp4" in compare.views[1].accessibleDescription()
    assert not compare.views[0].image.isNull()
