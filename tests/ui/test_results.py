"""What is shown of the results, and what can be done with them."""

from __future__ import annotations

import csv
import json
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LONG_MS, MakeWindow, drop, files
from vhdesk.desk import Desk, SearchResult
from vhdesk.settings import Settings
from vhdesk.ui.arrangement import Arrangement, arrange, folders, labels
from vhdesk.ui.intake import file_url, local_path, read_mime
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.results_model import Role, State


def result(rank: int, path: str, hamming: int = 0, duration: int = 1000, label: str | None = None) -> SearchResult:
    return SearchResult(
        rank, rank, rank, path, label, 0, 1000, 0, 1000, hamming, hamming / 64, 1 - hamming / 64, duration, 64, 48,
        modified_ns=rank * 7 % 5,
    )  # fmt: skip


RESULTS = (
    result(1, "/tapes/one/b.mp4", 2, 500, "hug"),
    result(2, "/tapes/two/a.mp4", 1, 900),
    result(3, "/holidays/Café.mp4", 5, 100, "hug"),
    result(4, "/tapes/one/c.mp4", 3, 700, "punch"),
)


def ranks(how: Arrangement) -> list[int]:
    return [found.rank for found in arrange(RESULTS, how)]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("rank", [1, 2, 3, 4]),
        ("distance", [2, 1, 4, 3]),
        ("path", [3, 1, 4, 2]),
        ("duration", [3, 1, 4, 2]),
        ("date", [2, 4, 1, 3]),
    ],
)
def test_results_are_ordered(sort, order):
    assert ranks(Arrangement(sort)) == order


def test_results_are_filtered_by_folder_label_and_words():
    assert ranks(Arrangement(folder="/tapes")) == [1, 2, 4]
    assert ranks(Arrangement(folder="/tapes/one", label="hug")) == [1]
    assert ranks(Arrangement(folder="/tapes/on")) == []
    assert ranks(Arrangement(text="CAFÉ")) == [3]
    assert ranks(Arrangement(text="one tapes")) == [1, 4]
    assert folders(RESULTS) == [("/holidays", 1), ("/tapes/one", 2), ("/tapes/two", 1)]
    assert labels(RESULTS) == [("hug", 2), ("punch", 1)]


def test_any_file_name_becomes_a_url_and_back(tmp_path):
    for name in ("a b.mp4", "50%.mp4", "ä#?.mp4", os.fsdecode(b"caf\xe9.mp4") if os.name == "posix" else "c.mp4"):
        path = str(tmp_path / name)
        assert local_path(file_url(path)) == path


@pytest.fixture
def found(qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path) -> MainWindow:
    """A window with eight results."""
    window = make_window(library)
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        drop(window, files(clip_folder / "odd" / "clip1.mp4"))
    return window


def test_filters_and_order_in_the_window(qtbot: QtBot, found: MainWindow) -> None:
    page, filters = found.query, found.query.filters
    menu = filters.folder_button.menu()
    menu.aboutToShow.emit()
    odd = next(action for action in menu.actions() if str(action.data()).endswith("odd"))
    assert odd.text().endswith("\t4")
    odd.trigger()
    assert page.header.count.text() == "4 of 8 videos"
    assert filters.folder_button.text() == "Folder: odd ▾"
    filters._sorts["path"].trigger()
    assert [Path(r.path).name for r in page.model.results] == [f"clip{n}.mp4" for n in (1, 3, 5, 7)]
    qtbot.keyClicks(filters.text, "clip3")
    qtbot.waitUntil(lambda: len(page.model.results) == 1)
    qtbot.keyClicks(filters.text, "x")
    qtbot.waitUntil(lambda: not page.shows_results)
    assert page.message.title.text() == "No result passes the filter"
    qtbot.mouseClick(page.message.first_button, Qt.MouseButton.LeftButton)
    assert page.shows_results
    assert page.header.count.text() == "8 videos"
    menu = filters.label_button.menu()
    menu.aboutToShow.emit()
    assert not menu.actions()[-1].isEnabled()


def test_every_segment_can_be_a_result_of_its_own(qtbot: QtBot, found: MainWindow) -> None:
    with qtbot.waitSignal(found.answered, timeout=LONG_MS):
        found.query.filters.by_video.click()
    assert found.desk.settings.search.group == "segment"
    assert found.query.header.count.text() == "8 segments found"
    assert found.searches.history.current.settings.group == "segment"


def test_a_thumbnail_that_arrives_paints_its_tile_only(qtbot: QtBot, found: MainWindow) -> None:
    view = found.query.view
    painted: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.append(event.rect())
            return False

    watch = Watch()
    index = view.model().index(1, 0)
    qtbot.wait(300)
    view.viewport().installEventFilter(watch)
    view.model().dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])
    qtbot.waitUntil(lambda: bool(painted))
    qtbot.wait(50)
    assert all(view.visualRect(index).contains(rect) for rect in painted)
    painted.clear()
    view.model().dataChanged.emit(index, index)
    qtbot.waitUntil(lambda: any(not view.visualRect(index).contains(rect) for rect in painted))
    view.viewport().removeEventFilter(watch)


def test_tiles_take_the_size_that_is_chosen(qtbot: QtBot, found: MainWindow) -> None:
    view, size = found.query.view, found.query.filters.tile_size
    size.setValue(size.minimum())
    small = QSize(view.gridSize())
    view.select_row(7)
    size.setValue(400)
    assert view.gridSize().width() > 1.8 * small.width()
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    at = QPointF(50, 50)
    wheel = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert size.value() == 424
    size.sliderReleased.emit()
    assert found.desk.settings.window.tile_width == 424


def test_several_results_are_copied_and_dragged_together(qtbot: QtBot, found: MainWindow) -> None:
    view, model = found.query.view, found.query.model
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert [r.rank for r in view.selected] == [3, 1, 2]
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [r.path for r in view.selected]
    view.actions_by_name["moment"].trigger()
    assert QGuiApplication.clipboard().text().splitlines()[0] == f"{view.current.path} 0:00"
    assert "3 paths were copied with their times" in found.status.message.text()
    mime = model.mimeData(view.selectedIndexes())
    assert [url.toLocalFile() for url in mime.urls()] == [r.path for r in model.results[:3]]
    assert [intake.to_ms for intake in read_mime(mime)] == [r.end_ms for r in model.results[:3]]


@pytest.mark.parametrize("way", ["menu key", "shift f10", "mouse"])
def test_the_context_menu_opens_by_keyboard_and_mouse(qtbot: QtBot, found: MainWindow, way: str) -> None:
    view = found.query.view
    if way == "mouse":
        from PySide6.QtGui import QContextMenuEvent

        at = view.visualRect(view.model().index(1, 0)).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)
        assert view.current.rank == 2
    elif way == "menu key":
        qtbot.keyClick(view, Qt.Key.Key_Menu)
    else:
        qtbot.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    assert "Compare with the query" in texts
    assert "Move to trash…" in texts
    menu.close()


def move_mouse(window: MainWindow, row: int, share: float) -> None:
    view = window.query.view
    area = view.visualRect(view.model().index(row, 0))
    at = QPointF(area.left() + area.width() * share, area.center().y())
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, view.viewport().mapToGlobal(at), none, none, keys)
    QApplication.sendEvent(view.viewport(), event)


def test_the_tile_under_the_mouse_plays_its_segment(qtbot: QtBot, found: MainWindow) -> None:
    page, scrub = found.query, found.query.scrub
    first, second = page.model.results[:2]
    move_mouse(found, 1, 0.1)
    qtbot.waitUntil(lambda: scrub.result is not None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: found.frames.pending == 0, timeout=LONG_MS)
    move_mouse(found, 1, 0.9)
    image, share = scrub.frame_of(second)
    assert not image.isNull()
    assert 0.7 < share <= 1
    assert scrub.frame_of(first) is None
    move_mouse(found, 1, 0.2)
    earlier, _ = scrub.frame_of(second)
    assert earlier != image
    found.grab()
    qtbot.waitUntil(lambda: scrub.frame_of(second)[0] not in (earlier, image), timeout=LONG_MS)  # it plays on
    QApplication.sendEvent(page.view.viewport(), QEvent(QEvent.Type.Leave))
    assert scrub.frame_of(second) is None
    assert 0 < scrub.size_bytes < 10_000_000


def test_a_file_that_vanished_says_so_on_its_tile(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path, tmp_path: Path, indexed: Path
) -> None:
    videos = tmp_path / "mine"
    shutil.copytree(clip_folder / "even", videos)
    with Desk(library, Settings()) as desk:
        desk.open()
        desk.index([videos])
    window = make_window(library)
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        drop(window, files(clip_folder / "even" / "clip2.mp4"))
    model, view = window.query.model, window.query.view
    row = next(row for row, r in enumerate(model.results) if r.path == str(videos / "clip2.mp4"))
    (videos / "clip2.mp4").unlink()
    move_mouse(window, row, 0.5)
    qtbot.waitUntil(lambda: model.index(row).data(Role.STATE) is State.GONE, timeout=LONG_MS)
    assert "not there any more" in model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    view.select_row(row)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert "clip2.mp4 is not there now" in window.status.message.text()
    shutil.rmtree(videos)
    window._jobs.summary_asked.emit()

    def offline() -> int:
        return sum(model.index(row).data(Role.STATE) is State.OFFLINE for row in range(model.rowCount()))

    qtbot.waitUntil(lambda: offline() == 4, timeout=LONG_MS)


def test_files_go_to_the_trash_after_a_question(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, clip_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    videos = tmp_path / "videos"
    shutil.copytree(clip_folder / "even", videos)
    with Desk(tmp_path / "trash.vhdesk", Settings()) as desk:
        desk.open()
        desk.index([videos])
    window = make_window(tmp_path / "trash.vhdesk")
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        drop(window, files(clip_folder / "even" / "clip2.mp4"))
    view, model = window.query.view, window.query.model
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    chosen = [Path(r.path) for r in view.selected]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    box = window.results.trash_box
    assert box.text() == "Move 2 files to the trash?"
    assert all(path.name in box.informativeText() for path in chosen)
    qtbot.mouseClick(box.keep_button, Qt.MouseButton.LeftButton)
    assert all(path.exists() for path in chosen)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    box = window.results.trash_box
    assert box.defaultButton() is box.keep_button
    qtbot.mouseClick(box.move_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(model.results) == 2, timeout=LONG_MS)
    assert not any(path.exists() for path in chosen)
    assert "2 files were moved to the trash." in window.status.message.text()
    assert view.current is not None
    qtbot.waitUntil(lambda: window.pane.model.rows[0].count == 2, timeout=LONG_MS)
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        window.searches.again()
    assert len(model.answer) == 2


def test_what_cannot_be_moved_stays_and_is_named(
    qtbot: QtBot, found: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vhdesk.ui.trash._undecodable", lambda _path: True)
    first = found.query.view.current
    qtbot.keyClick(found.query.view, Qt.Key.Key_Delete)
    assert found.results.trash_box.text() == "Move “clip1.mp4” to the trash?"
    qtbot.mouseClick(found.results.trash_box.move_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "could not be moved" in found.status.message.text(), timeout=LONG_MS)
    assert found.query.model.results[0] == first


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_results_are_exported_as_shown_with_their_settings(
    qtbot: QtBot, found: MainWindow, tmp_path: Path, kind: str
) -> None:
    filters = found.query.filters
    filters._sorts["path"].trigger()
    qtbot.keyClicks(filters.text, "odd")
    qtbot.waitUntil(lambda: len(found.query.model.results) == 4)
    target = tmp_path / f"list.{kind}"
    found.results.export_to(target)
    qtbot.waitUntil(lambda: "4 results were written to list" in found.status.message.text(), timeout=LONG_MS)
    if kind == "json":
        document = json.loads(target.read_text("utf-8"))
        settings, rows = document["settings"], document["results"]
        assert settings["filter"]["text"] == "odd"
        assert settings["bits"] == 64
    else:
        lines = target.read_text("utf-8").splitlines()
        head = [line for line in lines if line.startswith("#")]
        assert "# bits: 64" in head
        assert "# sort: path" in head
        assert '# filter: {"text": "odd", "folder": "", "label": ""}' in head
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    shown = found.query.model.results
    assert [row["path"] for row in rows] == [r.path for r in shown]
    assert [int(row["rank"]) for row in rows] == [r.rank for r in shown]
    assert [float(row["cosine"]) for row in rows] == [round(r.cosine, 4) for r in shown]
    assert [int(row["start_ms"]) for row in rows] == [r.start_ms for r in shown]
    found.results.export_to(tmp_path / "no" / f"list.{kind}")
    qtbot.waitUntil(lambda: "could not be written" in found.status.message.text(), timeout=LONG_MS)
    assert not list(tmp_path.glob("*.part"))


def test_a_hundred_thousand_results_are_arranged_and_painted(found: MainWindow) -> None:
    many = tuple(result(rank, f"/v/{rank * 7919 % 100_003}.mp4", rank % 64) for rank in range(1, 100_001))
    model, view = found.query.model, found.query.view
    model.show(many)
    model.arrange(Arrangement("path", text="9"))
    view.scrollToBottom()
    found.grab()
    assert model.rowCount() == sum("9" in r.path for r in many)
    assert view.indexAt(QPoint(20, 20)).row() > model.rowCount() - 100


def test_what_is_no_match_is_remembered_left_out_and_taken_back(
    qtbot: QtBot, found: MainWindow, clip_folder: Path
) -> None:
    view, model = found.query.view, found.query.model
    view.select_row(1)
    second, third = model.results[1:3]
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert model.index(1).data(Role.MARK) == "no"
    assert "not a match" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    view.select_row(2)
    qtbot.keyClick(view, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: not found.results.relevance._back, timeout=LONG_MS)  # both are written
    with qtbot.waitSignal(found.answered, timeout=LONG_MS):
        found.searches.again()
    assert second.video_id not in [r.video_id for r in model.results]
    row = model.row_of(third.segment_id)
    assert model.index(row).data(Role.MARK) == "yes"
    assert "marked as no match" in found.query.card.problem.text()
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert model.index(row).data(Role.MARK) is None
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not view.actions_by_name["undo"].isEnabled()
    qtbot.waitUntil(lambda: not found.results.relevance._back, timeout=LONG_MS)
    with qtbot.waitSignal(found.answered, timeout=LONG_MS):
        found.searches.again()
    assert second.video_id in [r.video_id for r in model.results]


def test_a_mark_that_cannot_be_kept_is_put_back(
    qtbot: QtBot, found: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vhdesk.errors import DiskProblem

    def full(*_details: object) -> None:
        raise DiskProblem("The disk is full. Make room.")

    monkeypatch.setattr(found.desk, "mark", full)
    qtbot.keyClick(found.query.view, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: found.status.message.text() == "The disk is full. Make room.", timeout=LONG_MS)
    assert found.query.model.index(0).data(Role.MARK) is None
