"""The filmstrip of a query and its handles: by mouse, by keyboard, and what is searched by then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import write_clip, write_picture
from tests.ui.conftest import LONG_MS, MakeWindow, drop, files
from vhdesk.ui.filmstrip import CELLS, LEAST_MS, Filmstrip
from vhdesk.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


def make_strip(qtbot: QtBot, qapp: QApplication) -> Filmstrip:
    strip = Filmstrip(Theme(qapp, "light", qapp))
    qtbot.addWidget(strip)
    strip.resize(600, 60)
    strip.show()
    strip.show_video(10_000)
    return strip


def drag(qtbot: QtBot, strip: Filmstrip, handle, to_ms: int) -> None:
    qtbot.mousePress(handle, LEFT, pos=handle.rect().center())
    target = QPoint(round(strip.x_of(to_ms)), 30)
    qtbot.mouseMove(handle, handle.mapFrom(strip, target))
    qtbot.mouseRelease(handle, LEFT, pos=handle.mapFrom(strip, target))


def test_a_handle_follows_the_mouse_and_the_part_is_chosen_when_it_is_let_go(qtbot, qapp):
    strip = make_strip(qtbot, qapp)
    chosen = []
    strip.chosen.connect(lambda start, end: chosen.append((start, end)))
    with qtbot.waitSignal(strip.moved):
        drag(qtbot, strip, strip.start, 2500)
    assert abs(strip.part[0] - 2500) < 60
    assert chosen == [(strip.part[0], None)]
    drag(qtbot, strip, strip.end, 7000)
    assert chosen[1:] == [strip.part]
    drag(qtbot, strip, strip.end, 0)
    assert strip.part[1] - strip.part[0] == LEAST_MS


def test_arrow_keys_move_a_tenth_and_with_shift_a_second(qtbot, qapp):
    strip = make_strip(qtbot, qapp)
    strip.start.setFocus()
    with qtbot.waitSignal(strip.chosen) as chosen:
        for _ in range(3):
            qtbot.keyClick(strip.start, Qt.Key.Key_Right)
        qtbot.keyClick(strip.start, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert strip.part == (1300, 10_000)
        qtbot.keyClick(strip.start, Qt.Key.Key_Left)
    assert chosen.args == [1200, None]
    assert strip.start.accessibleDescription() == "0:01.2"
    qtbot.keyClick(strip.end, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert strip.part == (1200, 9000)
    strip.hide()
    assert not strip._settle.isActive()


def test_the_part_is_moved_as_a_whole_and_given_back_by_a_double_click(qtbot, qapp):
    strip = make_strip(qtbot, qapp)
    strip.show_video(10_000, 2000, 4000)
    start, target = (QPoint(round(strip.x_of(ms)), 30) for ms in (3000, 6000))
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.mousePress(strip, LEFT, pos=start)
        qtbot.mouseMove(strip, target)
        qtbot.mouseRelease(strip, LEFT, pos=target)
    assert chosen.args[1] - chosen.args[0] == 2000
    assert abs(chosen.args[0] - 5000) < 60
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.mouseDClick(strip, LEFT, pos=target)
    assert chosen.args == [None, None]


def test_a_press_beside_the_part_brings_the_nearer_handle(qtbot, qapp):
    strip = make_strip(qtbot, qapp)
    strip.show_video(10_000, 4000, 6000)
    with qtbot.waitSignal(strip.chosen):
        qtbot.mouseClick(strip, LEFT, pos=QPoint(round(strip.x_of(9000)), 30))
    assert strip.part[0] == 4000
    assert abs(strip.part[1] - 9000) < 60


def test_a_part_of_a_query_is_searched_by(qtbot: QtBot, make_window: MakeWindow, library: Path, tmp_path: Path) -> None:
    window = make_window(library)
    long = write_clip(tmp_path / "long.mp4", seed=3, frames=300)
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        drop(window, files(long))
    qtbot.waitUntil(lambda: window.frames.pending == 0, timeout=LONG_MS)
    film, card = window.query.card.film, window.query.card
    assert film.duration_ms == 12_000
    assert len(film._images) == CELLS
    assert all(not image.isNull() for image in film._images.values())
    assert card.whole_button.isHidden()
    results = window.query.model.results
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        drag(qtbot, film, film.start, 3000)
        drag(qtbot, film, film.end, 9000)
        assert card.detail.text() == "Searching…"
        assert window.query.model.results == results
    response = window.query.response
    assert (response.query_start_ms, response.query_end_ms) == film.part
    assert card.detail.text().startswith("searching with 0:0")
    assert card.detail.text().endswith("of 0:12.0")
    assert window.searches.query.from_ms == film.part[0]
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        card.whole_button.click()
    assert window.searches.query.to_ms is None
    window.searches.back()
    assert film.part == (response.query_start_ms, response.query_end_ms)


def test_a_picture_has_no_handles_and_a_result_comes_with_its_part(
    qtbot: QtBot, make_window: MakeWindow, library: Path, tmp_path: Path
) -> None:
    window = make_window(library)
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        drop(window, files(write_picture(tmp_path / "scene.jpg", seed=5, index=15)))
    film = window.query.card.film
    assert film.isHidden()
    model = window.query.model
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        drop(window, model.mimeData([model.index(1), model.index(2)]))
    qtbot.waitUntil(lambda: window.frames.pending == 0, timeout=LONG_MS)
    assert film.isVisible()
    assert window.query.card.detail.text().endswith("1 more waits")
    assert film.start.accessibleName() == "Start of the part to search by"
