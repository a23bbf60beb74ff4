"""The page of copies: found beside the window, shown in groups, decided about, moved to the trash."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LONG_MS, MakeWindow
from tests.ui.copies import made_up, write_copies
from vhdesk.desk import Desk, DuplicateOptions, Grouping
from vhdesk.settings import Settings
from vhdesk.ui.duplicates.arrangement import SORTS, Wish, arrange
from vhdesk.ui.duplicates.model import CopiesModel
from vhdesk.ui.duplicates.page import DuplicatesPage
from vhdesk.ui.duplicates.view import CopiesView
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.results_model import State
from vhdesk.ui.theme import Theme
from vhdesk.ui.thumbnail_loader import ThumbnailLoader


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, encoder_cache: Path) -> Path:
    """Copies and a library of them; to be copied."""
    folder = tmp_path_factory.mktemp("copies")
    write_copies(folder / "videos")
    with pytest.MonkeyPatch.context() as patch:
        (folder / "home" / "cache").mkdir(parents=True)
        (folder / "home" / "cache" / "encoders").symlink_to(encoder_cache, target_is_directory=True)
        patch.setenv("VHDESK_HOME", str(folder / "home"))
        with Desk(folder / "copies.vhdesk", Settings()) as desk:
            desk.open()
            desk.index([folder / "videos" / "archive", folder / "videos" / "new"])
    return folder


@pytest.fixture
def copies(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of them, whose library knows where its files are, and a trash of its own."""
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    shutil.copytree(made / "videos", tmp_path / "videos")
    shutil.copy(made / "copies.vhdesk", tmp_path / "copies.vhdesk")
    with Desk(tmp_path / "copies.vhdesk", Settings(), remember=False) as desk:
        desk.open()
        desk.maintenance().relocate(str(made / "videos"), str(tmp_path / "videos"))
    return tmp_path


def opened(qtbot: QtBot, make_window: MakeWindow, folder: Path) -> tuple[MainWindow, DuplicatesPage]:
    """The page of a window, with what was found."""
    window = make_window(folder / "copies.vhdesk", Settings().replace("indexing", watch=False))
    window.menus.duplicates.trigger()
    page = window.shell.duplicates.page
    assert page is not None
    qtbot.waitUntil(lambda: bool(page.model.listing.shelves), timeout=LONG_MS)
    return window, page


def grouped(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.duplicates.pending, timeout=LONG_MS)


def names(page: DuplicatesPage) -> list[list[str]]:
    model = page.model
    return [[Path(tile.path).name for tile in model.tiles_of(shelf)] for shelf in model.listing.shelves]


B = ["b.mp4", "b_again.mp4", "b_once_more.mp4"]
A = ["a.mp4", "a_small.mp4"]


def test_groups_are_found_and_say_what_they_are(qtbot: QtBot, make_window: MakeWindow, copies: Path) -> None:
    window = make_window(copies / "copies.vhdesk")
    window.menus.duplicates.trigger()
    page = window.shell.duplicates.page
    assert page is not None
    assert page.searching.stop_button.isVisible()
    qtbot.waitUntil(lambda: bool(page.model.listing.shelves), timeout=LONG_MS)
    assert sorted(names(page)) == [A, B]
    assert page.count.text() == "2 groups of copies"
    assert page.detail.text().startswith("3 copies beside the best · ")
    assert "6 videos compared" in page.detail.text()
    assert page.marked.text() == "Nothing is marked"
    assert not page.trash_button.isEnabled()
    assert page.view.hasFocus()
    spoken = {
        Path(tile.path).name: page.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row, tile in enumerate(page.model.listing.tiles)
    }
    assert "best copy: largest: 320 × 240 against 160 × 120" in spoken["a.mp4"]
    assert "whole copy" in spoken["a_small.mp4"]
    assert "of 64 bits apart" in spoken["a_small.mp4"]
    assert "same file" in spoken["b_again.mp4"]
    assert "equal to the last byte" in spoken["b_again.mp4"]
    page.grab()
    qtbot.waitUntil(lambda: window.thumbnails.pending == 0, timeout=LONG_MS)
    for tile in page.model.listing.tiles:
        assert tile.segment_id is not None
        image = window.thumbnails.image(tile.segment_id)
        assert image is not None
        assert not image.isNull()


def test_marked_copies_go_to_the_trash_after_a_question_with_their_size(
    qtbot: QtBot, make_window: MakeWindow, copies: Path
) -> None:
    window, page = opened(qtbot, make_window, copies)
    view = page.view
    view.select_row(names(page).index(A) and page.model.listing.shelves[1].first)
    group = page.model.shelf_of(view.currentIndex().row())
    best, *others = page.model.tiles_of(group)
    qtbot.keyClick(view, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert page.model.marked == tuple(others)
    qtbot.keyClick(view, Qt.Key.Key_X)
    assert page.model.marked == (best, *others)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    box = window.results.trash_box
    assert box is not None
    assert "Of 1 group no copy would be left." in box.informativeText()
    assert box.defaultButton() is box.keep_button
    qtbot.mouseClick(box.keep_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view, Qt.Key.Key_X)
    assert page.marked.text().startswith(f"{len(others)} marked · ")
    qtbot.mouseClick(page.trash_button, Qt.MouseButton.LeftButton)
    box = window.results.trash_box
    assert box is not None
    assert "It frees" in box.text()
    assert "no copy" not in box.informativeText()
    assert all(Path(tile.path).exists() for tile in others)
    qtbot.mouseClick(box.move_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.model.listing.shelves) == 1, timeout=LONG_MS)
    assert not any(Path(tile.path).exists() for tile in others)
    assert Path(best.path).exists()
    assert page.marked.text() == "Nothing is marked"
    assert len(list((copies / "data" / "Trash" / "files").iterdir())) == len(others)
    grouped(qtbot, window)
    page.search_asked.emit()
    qtbot.waitUntil(lambda: bool(page.model.listing.shelves), timeout=LONG_MS)
    assert len(names(page)) == 1


def test_nothing_is_marked_but_by_the_user(qtbot: QtBot, make_window: MakeWindow, copies: Path) -> None:
    _, page = opened(qtbot, make_window, copies)
    assert page.model.marked == ()
    actions = {action.data(): action for action in page.mark_button.menu().actions()}
    actions["exact"].trigger()
    assert [Path(tile.path).name for tile in page.model.marked] == B[1:]
    actions["others"].trigger()
    assert sorted(Path(tile.path).name for tile in page.model.marked) == [A[1], *B[1:]]
    actions["none"].trigger()
    assert page.model.marked == ()
    view = page.view
    box = view.tiles.box(view.visualRect(page.model.index(1)))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert page.model.marked == (page.model.listing.tiles[1],)
    assert view.selected == (page.model.listing.tiles[1],)


def test_what_is_kept_is_not_listed_again_until_it_is_wanted(
    qtbot: QtBot, make_window: MakeWindow, copies: Path
) -> None:
    window, page = opened(qtbot, make_window, copies)
    view = page.view
    view.select_row(page.model.listing.shelves[names(page).index(B)].first)
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert "equal to the last byte" in window.status.message.text()
    assert len(names(page)) == 2
    qtbot.keyClick(view, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: names(page) == [A], timeout=LONG_MS)
    assert "1 group kept" in window.status.message.text()
    view.select_row(1)
    qtbot.keyClick(view, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: names(page) == [], timeout=LONG_MS)
    assert page.message.title.text() == "No copies found"
    assert page.kept_button.isVisible()
    qtbot.mouseClick(page.kept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(names(page)) == 2, timeout=LONG_MS)
    assert {shelf.said for shelf in page.model.listing.shelves} == {"yes", "no"}
    with Desk(copies / "copies.vhdesk", Settings(), remember=False) as desk:
        desk.open()
        assert desk.duplicates().found.groups == ()
        assert len(desk.duplicates(DuplicateOptions(kept=True)).found.groups) == 2
    qtbot.mouseClick(page.kept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(page) == [], timeout=LONG_MS)
    page.view.undo_asked.emit()
    qtbot.waitUntil(lambda: names(page) == [A], timeout=LONG_MS)
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sorted(names(page)) == [A, B], timeout=LONG_MS)
    with Desk(copies / "copies.vhdesk", Settings(), remember=False) as desk:
        desk.open()
        assert len(desk.duplicates().found.groups) == 2


def test_groups_are_filtered_and_ordered(qtbot: QtBot, make_window: MakeWindow, copies: Path) -> None:
    window, page = opened(qtbot, make_window, copies)
    filters = page.filters
    filters.closeness.setValue(0)
    grouped(qtbot, window)
    assert B in names(page)
    assert page.count.text().startswith(f"{len(names(page))} group")
    qtbot.keyClicks(filters.text, "a_small")
    qtbot.waitUntil(lambda: B not in names(page), timeout=LONG_MS)
    filters.clear()
    qtbot.waitUntil(lambda: len(names(page)) == 2, timeout=LONG_MS)
    filters._fill_kinds()
    next(action for action in filters.kind_button.menu().actions() if action.data() == "exact").trigger()
    qtbot.waitUntil(lambda: names(page) == [B], timeout=LONG_MS)
    next(action for action in filters.scope_button.menu().actions() if action.data() == "within").trigger()
    qtbot.waitUntil(lambda: names(page) == [B[1:]], timeout=LONG_MS)
    qtbot.keyClicks(filters.text, "no such name")
    qtbot.waitUntil(lambda: page.message.title.isVisible(), timeout=LONG_MS)
    assert page.message.title.text() == "No group passes the filter"
    qtbot.mouseClick(page.message.first_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(names(page)) == 2, timeout=LONG_MS)
    next(action for action in filters.sort_button.menu().actions() if action.data() == "path").trigger()
    qtbot.waitUntil(lambda: names(page) == [A, B], timeout=LONG_MS)
    filters._fill_folders()
    assert [Path(a.data()).name for a in filters.folder_button.menu().actions() if a.data()] == ["archive", "new"]


def test_two_copies_are_compared_side_by_side(qtbot: QtBot, make_window: MakeWindow, copies: Path) -> None:
    window, page = opened(qtbot, make_window, copies)
    view = page.view
    shelf = page.model.listing.shelves[names(page).index(A)]
    view.select_row(shelf.first + 1)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    compare = window.results.compare_window
    assert compare is not None
    assert compare.windowTitle() == "a.mp4 ↔ a_small.mp4"
    qtbot.waitUntil(lambda: compare.player.ready and bool(compare.bits.differing), timeout=LONG_MS)
    assert "bits of these stretches are equal" in compare.reason.text()
    compare.close()
    shelf = page.model.listing.shelves[names(page).index(B)]
    view.select_row(shelf.first + 2)
    flag = QItemSelectionModel.SelectionFlag.Select
    view.selectionModel().select(page.model.index(shelf.first + 1), flag)
    view.actions_by_name["compare"].trigger()
    assert compare.windowTitle() == "b_again.mp4 ↔ b_once_more.mp4"
    compare.close()


def test_files_that_vanish_and_drives_that_leave_are_told(qtbot: QtBot, make_window: MakeWindow, copies: Path) -> None:
    (copies / "videos" / "new" / "b_once_more.mp4").unlink()
    window, page = opened(qtbot, make_window, copies)
    assert sorted(names(page)) == [A, B[:2]]
    assert "1 file is not there any more" in page.notice.text()
    model, view = page.model, page.view
    row = next(row for row, tile in enumerate(model.listing.tiles) if tile.path.endswith("b_again.mp4"))
    (copies / "videos" / "new" / "b_again.mp4").unlink()
    view.select_row(row)
    qtbot.keyClick(view, Qt.Key.Key_X)
    assert len(model.marked) == 1
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert model.state_of(model.listing.tiles[row]) is State.GONE
    assert model.marked == ()
    assert "is not there now" in window.status.message.text()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert window.results.trash_box is None
    (copies / "videos" / "new").rename(copies / "unplugged")
    window._jobs.summary_asked.emit()
    offline = [tile for tile in model.listing.tiles if "/new/" in tile.path]
    qtbot.waitUntil(lambda: all(model.state_of(t) is State.OFFLINE for t in offline), timeout=LONG_MS)
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_X)
    assert {Path(tile.path).parent.name for tile in model.marked} == {"archive"}
    page.grab()


def test_an_empty_library_and_one_without_copies_say_so(
    qtbot: QtBot, make_window: MakeWindow, library: Path, tmp_path: Path
) -> None:
    window = make_window(tmp_path / "empty.vhdesk")
    window.menus.duplicates.trigger()
    page = window.shell.duplicates.page
    qtbot.waitUntil(lambda: page.message.title.text() == "Nothing to compare yet", timeout=LONG_MS)
    assert page.message.first_button.text() == "Add a folder…"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.start
    window = make_window(library)
    window.menus.duplicates.trigger()
    page = window.shell.duplicates.page
    qtbot.waitUntil(lambda: page.message.title.text() == "No copies found", timeout=LONG_MS)
    assert "8 videos were compared" in page.message.sentence.text()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.work


def test_a_search_is_stopped_and_begun_again(qtbot: QtBot, make_window: MakeWindow, copies: Path) -> None:
    window = make_window(copies / "copies.vhdesk")
    window.menus.duplicates.trigger()
    page = window.shell.duplicates.page
    qtbot.mouseClick(page.searching.stop_button, Qt.MouseButton.LeftButton)
    assert page.searching.words.text() == "Stopping…"
    qtbot.waitUntil(lambda: window.shell.duplicates.request is None, timeout=LONG_MS)
    assert page.message.title.text() == "Stopped"
    qtbot.mouseClick(page.message.first_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.model.listing.shelves), timeout=LONG_MS)


def test_the_window_closes_while_copies_are_looked_for(qtbot: QtBot, make_window: MakeWindow, copies: Path) -> None:
    window = make_window(copies / "copies.vhdesk")
    window.menus.duplicates.trigger()
    assert window.shell.duplicates.request is not None
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG_MS)
    assert window.threads_ended


def test_actions_are_in_the_menu_and_work_by_key(qtbot: QtBot, make_window: MakeWindow, copies: Path) -> None:
    window, page = opened(qtbot, make_window, copies)
    view = page.view
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == page.model.listing.tiles[0].path
    qtbot.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert len(texts) == len(view.actions_by_name)
    menu.close()
    with qtbot.waitSignal(window.answered, timeout=LONG_MS):
        qtbot.keyClick(view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentWidget() is window.work
    window.menus.duplicates.trigger()
    assert window.pages.currentWidget() is page
    assert page.model.listing.shelves, "what was found is still there"


# The view alone, with many groups


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> CopiesView:
    theme = Theme(qapp, "light", qapp)
    loader = ThumbnailLoader()
    view = CopiesView(CopiesModel(loader), theme)
    view.loader = loader  # type: ignore[attr-defined]
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    return view


def test_thousands_of_groups_ask_for_the_pictures_that_are_seen(
    qtbot: QtBot, view: CopiesView, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = arrange(made_up(5000), Wish())
    asked: set[int] = set()
    monkeypatch.setattr(ThumbnailLoader, "image", lambda _self, segment: asked.add(segment))
    view.copies.show(listing)
    view.select_row(0)
    view.grab()
    assert 0 < len(asked) < 40
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current == listing.tiles[-1]
    asked.clear()
    view.grab()
    assert 0 < len(asked) < 40
    assert listing.tiles[-1].segment_id in asked
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def test_every_tile_is_found_where_it_is_painted(view: CopiesView) -> None:
    view.copies.show(arrange(made_up(30, copies=7), Wish()))
    bar = view.verticalScrollBar()
    for value in (0, bar.maximum() // 3, bar.maximum()):
        bar.setValue(value)
        seen = [
            row
            for row in range(view.copies.rowCount())
            if view.viewport().rect().contains(view.visualRect(view.copies.index(row)))
        ]
        assert seen
        for row in seen:
            assert view.indexAt(view.visualRect(view.copies.index(row)).center()).row() == row
    assert not view.indexAt(QPoint(view.viewport().width() - 1, 2)).isValid()


def test_the_arrow_keys_go_through_lines_and_groups(qtbot: QtBot, view: CopiesView) -> None:
    view.copies.show(arrange(made_up(3, copies=6), Wish(sort="path")))
    columns = view._columns
    assert 1 < columns < 7
    view.select_row(1)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1 + columns
    while view.copies.shelf_of(view.currentIndex().row()).first == 0:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 7 + 1
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.copies.shelf_of(view.currentIndex().row()).first == 0
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(view.selected) == 2
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.currentIndex().row() > 6


@pytest.mark.parametrize("sort", SORTS)
def test_orders(sort: str) -> None:
    shelves = arrange(made_up(20, copies=2), Wish(sort=sort)).shelves
    groups = [shelf.group for shelf in shelves]
    keys = {
        "space": [-group.extra_bytes for group in groups],
        "count": [len(group.copies) for group in groups],
        "closeness": [group.copies[0].hamming for group in groups],
        "path": [group.best.path for group in groups],
    }
    assert keys[sort] == sorted(keys[sort])
    assert [shelf.first for shelf in shelves] == list(range(0, 60, 3))


def test_closer_copies_only_and_what_is_finest() -> None:
    listing = arrange(made_up(34), Wish(Grouping(max_distance=3)))
    assert len(listing.shelves) == 8
    best, copy = listing.tiles[:2]
    assert best.finest == {"bytes", "rate"} or best.finest == {"bytes"}
    assert "bytes" not in copy.finest
