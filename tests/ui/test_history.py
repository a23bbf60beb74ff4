"""Earlier queries: what is remembered, within which limits, and the way there and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LONG_MS, MakeWindow, drop, files
from vhdesk.desk import SearchResponse, SearchResult, Timing
from vhdesk.settings import SearchSettings
from vhdesk.ui.history import QueryHistory
from vhdesk.ui.intake import Intake
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.workers import SearchAnswer


def query(name: str) -> Intake:
    return Intake(Path(f"/videos/{name}.mp4"), False)


def answer(results: int) -> SearchAnswer:
    one = SearchResult(1, 1, 1, "/v.mp4", None, 0, 1000, 0, 1000, 3, 0.2, 0.9, 1000, 64, 48)
    response = SearchResponse("q", "desk", "f", 64, 9, Timing(0, 0, 0, 0, 0), (one,) * results, 1000, 0, 1000, b"")
    return SearchAnswer(1, response, QImage())


def test_what_lies_ahead_is_given_up_by_a_new_query():
    history = QueryHistory()
    assert history.current is None
    for name in "abc":
        history.push([query(name)])
    assert history.go(-1).query == query("b")
    assert history.go(-5) is None
    history.push([query("d")])
    assert history.at(1) is None
    assert [history.at(step).query for step in (-2, -1, 0)] == [query("a"), query("b"), query("d")]


def test_files_that_came_together_lie_ahead():
    history = QueryHistory()
    assert history.push([query("a"), query("b"), query("c")]).query == query("a")
    assert history.waiting == 2
    history.go(1)
    history.update(settings=SearchSettings(), answer=answer(1))
    assert history.waiting == 1


def test_old_visits_and_far_answers_are_forgotten():
    history = QueryHistory(most_visits=4, most_results=25)
    for name in "abcdef":
        history.push([query(name)])
        history.update(answer=answer(10))
    assert history.at(-3).query == query("c")
    assert history.at(-4) is None
    assert [history.at(step).answer is not None for step in (-3, -2, -1, 0)] == [False, False, True, True]
    history.go(-3)
    history.update(answer=answer(200))
    assert history.current.answer is not None
    history.age()
    assert [history.at(step).answer is not None for step in (0, 1, 2, 3)] == [True, False, False, False]


def search_by(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        drop(window, files(path))


def test_an_earlier_query_comes_back_at_once_as_it_was(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path, tmp_path: Path
) -> None:
    window = make_window(library)
    card, view = window.query.card, window.query.view
    assert not window.menus.back.isEnabled()
    search_by(qtbot, window, clip_folder / "odd" / "clip1.mp4")
    assert card.back_button.isHidden()
    view.select_row(3)
    left = view.current
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        qtbot.mouseClick(window.query.header.bits_button(256), Qt.MouseButton.LeftButton)
    kept = window.query.model.results
    assert view.current.segment_id == left.segment_id
    search_by(qtbot, window, clip_folder / "even" / "clip2.mp4")
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        qtbot.mouseClick(window.query.header.bits_button(16), Qt.MouseButton.LeftButton)
    wrong = tmp_path / "letter.mp4"
    wrong.write_text("Dear reader")
    search_by(qtbot, window, wrong)
    assert window.query.message.first_button.text() == "Back to clip2.mp4"
    with qtbot.assertNotEmitted(window.answered, wait=50):
        qtbot.mouseClick(window.query.message.first_button, Qt.MouseButton.LeftButton)
        assert card.name.text() == "clip2.mp4"
        assert window.query.shows_results
        qtbot.mouseClick(card.back_button, Qt.MouseButton.LeftButton)
    assert window.query.model.results == kept
    assert view.current.segment_id == left.segment_id
    assert window.desk.settings.search.bits == 256
    assert window.query.header.bits_button(256).isChecked()
    assert not card.back_button.isEnabled()
    window.menus.forward.trigger()
    assert window.desk.settings.search.bits == 16
    window.menus.forward.trigger()
    assert card.problem.isVisible()
    assert not window.menus.forward.isEnabled()


@pytest.mark.parametrize("over", ["grid", "page"])
def test_the_mouse_has_buttons_for_back_and_forward(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path, over: str
) -> None:
    window = make_window(library)
    for name in ("odd/clip1.mp4", "odd/clip3.mp4"):
        search_by(qtbot, window, clip_folder / name)
    target = window.query.view.viewport() if over == "grid" else window.query

    def press(button: Qt.MouseButton) -> None:
        at = QPointF(5, 5)
        kind, keys = QMouseEvent.Type.MouseButtonPress, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(target, QMouseEvent(kind, at, target.mapToGlobal(at), button, button, keys))

    press(Qt.MouseButton.BackButton)
    assert window.query.card.name.text() == "clip1.mp4"
    press(Qt.MouseButton.ForwardButton)
    assert window.query.card.name.text() == "clip3.mp4"


def test_a_query_that_was_put_away_comes_back(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path
) -> None:
    window = make_window(library)
    search_by(qtbot, window, clip_folder / "odd" / "clip1.mp4")
    window.query.card.clear_button.click()
    assert window.work.idle.isVisible()
    window.menus.back.trigger()
    assert window.query.card.name.text() == "clip1.mp4"
    assert window.query.shows_results


def test_a_search_that_was_left_is_made_when_we_come_back(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path
) -> None:
    window = make_window(library)
    search_by(qtbot, window, clip_folder / "odd" / "clip1.mp4")
    drop(window, files(clip_folder / "odd" / "clip3.mp4"))
    window.searches.back()
    assert not window.searching
    assert window.query.card.name.text() == "clip1.mp4"
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        window.searches.forward()
    assert Path(window.query.model.results[0].path).name == "clip3.mp4"
