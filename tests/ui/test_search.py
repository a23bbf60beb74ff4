"""Dropping, pasting and opening a query, and what can be done with the results."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.conftest import PAINTED
from tests.search.scenes import scene_frame
from tests.ui.conftest import LONG_MS, MakeWindow, drag_over, drop, files
from vhdesk.desk import Desk
from vhdesk.settings import Settings
from vhdesk.ui import open_at
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.results_model import Role


def search_by(qtbot: QtBot, window: MainWindow, mime: QMimeData) -> None:
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        drop(window, mime)


def paths_shown(window: MainWindow) -> list[str]:
    return [result.path for result in window.query.model.results]


def test_a_dropped_clip_is_found(qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path) -> None:
    window = make_window(library)
    search_by(qtbot, window, files(clip_folder / "even" / "clip2.mp4"))
    assert window.query.shows_results
    assert Path(paths_shown(window)[0]).name == "clip2.mp4"
    assert window.query.header.count.text() == "8 videos"
    assert window.query.card.name.text() == "clip2.mp4"
    assert "0:00.0–0:01" in window.query.card.detail.text()
    assert window.query.view.hasFocus()
    assert window.query.view.current.rank == 1
    assert [result.rank for result in window.query.view.selected] == [1]


def test_thumbnails_come_for_what_is_seen(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path
) -> None:
    window = make_window(library)
    search_by(qtbot, window, files(clip_folder / "odd" / "clip1.mp4"))
    window.grab()
    qtbot.waitUntil(lambda: window.settled, timeout=LONG_MS)
    image = window.query.model.index(0).data(Qt.ItemDataRole.DecorationRole)
    assert image is not None
    assert not image.isNull()


def test_a_picture_is_a_query(qtbot: QtBot, make_window: MakeWindow, scene_folder: Path, tmp_path: Path) -> None:
    import simplejpeg

    with Desk(tmp_path / "scenes.vhdesk", Settings()) as desk:
        desk.open()
        desk.index([scene_folder])
    window = make_window(tmp_path / "scenes.vhdesk")
    for number in PAINTED:
        picture = tmp_path / f"picture{number}.jpg"
        picture.write_bytes(simplejpeg.encode_jpeg(scene_frame(number, 14), quality=90))
        search_by(qtbot, window, files(picture))
        assert paths_shown(window)[0] == str(scene_folder / f"scene{number:02}.mp4")
        assert len(paths_shown(window)) > 1
        assert window.query.card.detail.text() == "searching with this picture"


def test_a_file_that_cannot_be_read_says_why_in_place(
    qtbot: QtBot, make_window: MakeWindow, library: Path, tmp_path: Path
) -> None:
    window = make_window(library)
    wrong = tmp_path / "letter.mp4"
    wrong.write_text("Dear reader")
    search_by(qtbot, window, files(wrong))
    assert window.query.card.problem.isVisible()
    assert window.query.card.name.text() == "letter.mp4"
    assert window.query.card.problem.text().endswith(".")
    assert not window.query.shows_results


def test_a_file_that_is_not_there(qtbot: QtBot, make_window: MakeWindow, library: Path, tmp_path: Path) -> None:
    window = make_window(library)
    search_by(qtbot, window, files(tmp_path / "gone.mp4"))
    assert "gone.mp4" in window.query.card.problem.text()


def test_an_error_gives_way_to_the_next_answer(
    qtbot: QtBot, make_window: MakeWindow, library: Path, tmp_path: Path, clip_folder: Path
) -> None:
    window = make_window(library)
    search_by(qtbot, window, files(tmp_path / "gone.mp4"))
    search_by(qtbot, window, files(clip_folder / "even" / "clip0.mp4"))
    assert not window.query.card.problem.isVisible()
    assert window.query.shows_results


def test_the_newest_search_wins(qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path) -> None:
    window = make_window(library)
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        for seed in (0, 2, 4, 6):
            drop(window, files(clip_folder / "even" / f"clip{seed}.mp4"))
    assert Path(paths_shown(window)[0]).name == "clip6.mp4"
    with qtbot.assertNotEmitted(window.answered, wait=300):
        pass


def test_a_query_dropped_before_the_library_is_open_waits(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path
) -> None:
    window = make_window(library, wait=False)
    assert not window.library_open
    search_by(qtbot, window, files(clip_folder / "odd" / "clip3.mp4"))
    assert Path(paths_shown(window)[0]).name == "clip3.mp4"


def test_clear_puts_the_query_away(qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path) -> None:
    window = make_window(library)
    search_by(qtbot, window, files(clip_folder / "odd" / "clip1.mp4"))
    qtbot.mouseClick(window.query.card.clear_button, Qt.MouseButton.LeftButton)
    assert not window.query.model.results
    assert window.work.idle.isVisible()


def test_another_code_length_searches_at_once_and_is_kept(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path, home: Path
) -> None:
    window = make_window(library)
    search_by(qtbot, window, files(clip_folder / "odd" / "clip1.mp4"))
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        qtbot.mouseClick(window.query.header.bits_button(256), Qt.MouseButton.LeftButton)
    assert window.desk.settings.search.bits == 256
    assert "256 bits" in window.status.counts.text()
    assert "256" in (home / "config" / "settings.toml").read_text()
    assert window.query.shows_results


def test_a_drag_says_what_will_happen(make_window: MakeWindow, library: Path, clip_folder: Path) -> None:
    window = make_window(library)
    assert drag_over(window, files(clip_folder / "odd" / "clip1.mp4"))
    assert window.overlay.isVisible()
    assert window.overlay.sentence == "Search by clip1.mp4"
    assert drag_over(window, files(clip_folder / "odd"))
    assert window.overlay.sentence == "Add folder odd to the library"
    assert drag_over(window, files(clip_folder / "odd" / "clip1.mp4", clip_folder / "odd" / "clip3.mp4"))
    assert window.overlay.detail == "1 more waits behind it"
    assert drag_over(window, files(clip_folder / "odd", clip_folder / "even"))
    assert window.overlay.sentence == "Add 2 folders to the library"


def test_what_is_no_file_is_not_taken(make_window: MakeWindow, library: Path) -> None:
    window = make_window(library)
    mime = QMimeData()
    mime.setText("just words")
    assert not drag_over(window, mime)
    assert not window.overlay.isVisible()


def test_of_several_files_the_first_is_searched_by_and_the_others_wait(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path
) -> None:
    window = make_window(library)
    odd = clip_folder / "odd"
    search_by(qtbot, window, files(odd / "clip3.mp4", odd / "clip1.mp4", odd / "clip5.mp4", odd / "clip1.mp4"))
    card = window.query.card
    assert card.name.text() == "clip3.mp4"
    assert "2 more files wait" in window.status.message.text()
    assert card.detail.text().endswith("2 more wait")
    for name, waiting in (("clip1.mp4", "1 more waits"), ("clip5.mp4", "")):
        with qtbot.waitSignal(window.answered, timeout=LONG_MS):
            qtbot.mouseClick(card.forward_button, Qt.MouseButton.LeftButton)
        assert card.name.text() == name
        assert Path(paths_shown(window)[0]).name == name
        assert card.detail.text().endswith(waiting)
    assert not card.forward_button.isEnabled()


@pytest.mark.parametrize("form", ["{path}", '"{path}"', "file://{path}"])
def test_a_pasted_path_is_a_query(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path, form: str
) -> None:
    window = make_window(library)
    QGuiApplication.clipboard().setText(form.format(path=clip_folder / "odd" / "clip5.mp4"))
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        window.menus.paste.trigger()
    assert Path(paths_shown(window)[0]).name == "clip5.mp4"


def test_pasting_words_says_so(make_window: MakeWindow, library: Path) -> None:
    window = make_window(library)
    QGuiApplication.clipboard().setText("hello")
    window.menus.paste.trigger()
    assert "clipboard" in window.status.message.text()


def test_enter_opens_at_the_second(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, int]] = []

    def note(path: str, start_ms: int) -> open_at.Opened:
        opened.append((path, start_ms))
        return open_at.Opened(done=True, at_second=len(opened) == 1)

    monkeypatch.setattr(open_at, "open_at", note)
    window = make_window(library)
    search_by(qtbot, window, files(clip_folder / "odd" / "clip1.mp4"))
    qtbot.keyClick(window.query.view, Qt.Key.Key_Return)
    first = window.query.model.results[0]
    assert opened == [(first.path, first.start_ms)]
    assert "clip1.mp4 at 0:00" in window.status.message.text()
    qtbot.keyClick(window.query.view, Qt.Key.Key_Right)
    qtbot.keyClick(window.query.view, Qt.Key.Key_Enter)
    assert opened[1][0] == window.query.model.results[1].path
    assert window.status.message.text() == "Opened at the beginning; the match is at 0:00."


def test_a_result_can_be_searched_by_and_copied(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path
) -> None:
    window = make_window(library)
    search_by(qtbot, window, files(clip_folder / "odd" / "clip1.mp4"))
    view = window.query.view
    qtbot.keyClick(view, Qt.Key.Key_Right)
    second = view.current
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == second.path
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        qtbot.keyClick(view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.query.model.results[0].path == second.path


def test_a_dragged_result_comes_back_as_its_stretch(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path
) -> None:
    window = make_window(library)
    search_by(qtbot, window, files(clip_folder / "odd" / "clip1.mp4"))
    model = window.query.model
    mime = model.mimeData([model.index(2)])
    third = model.results[2]
    assert mime.urls()[0].toLocalFile() == third.path
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        drop(window, mime)
    assert window.query.card.name.text() == Path(third.path).name
    assert model.results[0].path == third.path


def test_results_can_be_read_aloud(qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path) -> None:
    window = make_window(library)
    search_by(qtbot, window, files(clip_folder / "odd" / "clip1.mp4"))
    spoken = window.query.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Rank 1, clip1.mp4")
    assert "Hamming 0" in spoken


@pytest.mark.skipif(sys.platform == "win32", reason="file names are Unicode there")
def test_a_name_of_undecodable_bytes(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path, tmp_path: Path
) -> None:
    import os
    import shutil

    odd = os.fsencode(tmp_path) + b"/caf\xe9.mp4"
    shutil.copy(clip_folder / "odd" / "clip1.mp4", odd)
    window = make_window(library)
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        window.search(Path(os.fsdecode(odd)))
    assert window.query.shows_results
    assert window.query.card.name.text() == "caf\\xe9.mp4"
    assert window.query.model.index(0).data(Role.RESULT).rank == 1
