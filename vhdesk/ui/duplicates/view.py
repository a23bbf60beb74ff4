"""The list of groups: copies side by side below a head line, as many lines of them as a group needs."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from vhdesk.ui.duplicates.arrangement import CopyTile, Shelf
from vhdesk.ui.duplicates.delegate import CopyDelegate
from vhdesk.ui.duplicates.model import CopiesModel, Index, Role
from vhdesk.ui.theme import Theme
from vhdesk.ui.tiles import GAP
from vhdesk.ui.view_actions import add_actions, opens_menu, pop_up

SPACE_BELOW = 14
LARGEST_TILE = 300
MENU = (
    ("open", "compare", "search"),
    ("folder", "path"),
    ("mark", "others"),
    ("keep", "no", "again", "undo"),
    ("trash",),
)


class CopiesView(QAbstractItemView):
    """Only what is on the screen is painted and asks for thumbnails; thousands of groups are as quick as ten.

    Attributes:
        copies: the model.
        actions_by_name: what can be done with copies.
        tiles: paints them.

    Signals:
        asked: do something with copies: its name and the tiles, that with the keyboard first.
        undo_asked: take the last word on a group back.
        current_changed: another copy has the keyboard.
    """

    asked = Signal(str, object)
    undo_asked = Signal()
    current_changed = Signal()

    def __init__(self, model: CopiesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copiesView")
        self.setAccessibleName(self.tr("Groups of copies, the best of each first"))
        self.copies = model
        self._tops: list[int] = []
        self._height = 0
        self._columns = 1
        self._hover = -1
        self.tiles = CopyDelegate(theme, self)
        self.setItemDelegate(self.tiles)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.viewport().setAcceptDrops(False)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._fit)
        self.actions_by_name = self._make_actions()

    def _make_actions(self) -> dict[str, QAction]:
        standard, key, ctrl = QKeySequence.StandardKey, Qt.Key, Qt.Modifier.CTRL
        texts = (
            ("open", self.tr("Open"), QKeySequence(key.Key_Return)),
            ("compare", self.tr("Compare with the best, or two that are selected"), QKeySequence(key.Key_Space)),
            ("search", self.tr("Search by this"), QKeySequence(ctrl | key.Key_E)),
            ("folder", self.tr("Show in folder"), QKeySequence(ctrl | key.Key_Return)),
            ("path", self.tr("Copy path"), QKeySequence(standard.Copy)),
            ("mark", self.tr("Mark for the trash, or not"), QKeySequence("X")),
            ("others", self.tr("Mark all but the best of this group"), QKeySequence("Shift+X")),
            ("keep", self.tr("Keep all of this group"), QKeySequence("K")),
            ("no", self.tr("Not a copy"), QKeySequence("N")),
            ("again", self.tr("List this group again"), QKeySequence("Shift+K")),
            ("undo", self.tr("Undo the last word on a group"), QKeySequence(standard.Undo)),
            ("trash", self.tr("Move to trash…"), QKeySequence(standard.Delete)),
        )
        return add_actions(self, texts, self._act)

    # What is where

    def _lay_out(self) -> None:
        """Where every group begins; the width is shared by the tiles of a line."""
        room = self.viewport().width()
        self._columns = max(1, room // self.tiles.least_width())
        widest = max((shelf.count for shelf in self.copies.listing.shelves), default=1)
        share = room // max(1, min(self._columns, max(3, widest)))
        self.tiles.set_width(min(max(share, self.tiles.least_width()), LARGEST_TILE + GAP, max(room, 1)))
        self._columns = max(1, room // self.tiles.cell.width())
        self._tops, self._height = [], 0
        for shelf in self.copies.listing.shelves:
            self._tops.append(self._height)
            lines = -(-shelf.count // self._columns)
            self._height += self.tiles.head + lines * self.tiles.cell.height() + SPACE_BELOW

    @Slot()
    def _fit(self) -> None:
        self._lay_out()
        self.updateGeometries()
        self.viewport().update()

    def reset(self) -> None:
        """Other groups are shown."""
        super().reset()
        self._hover = -1
        self._fit()

    def updateGeometries(self) -> None:
        """The scroll bar follows the height of all groups."""
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._height - page))
        bar.setPageStep(page)
        bar.setSingleStep(max(20, self.tiles.cell.height() // 3))
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has the keyboard stays in sight."""
        super().resizeEvent(event)
        self._fit()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Tiles follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "tiles"):
            self._fit()

    def _rect_of(self, row: int) -> QRect:
        """Of a tile, from the top of the list."""
        tile = self.copies.listing.tiles[row]
        line, column = divmod(row - self.copies.listing.shelves[tile.group].first, self._columns)
        cell = self.tiles.cell
        return QRect(
            column * cell.width(),
            self._tops[tile.group] + self.tiles.head + line * cell.height(),
            cell.width(),
            cell.height(),
        )

    def _shelf_at(self, y: int) -> int:
        """Number of the group at a height, the last one above it."""
        return max(0, bisect.bisect_right(self._tops, y) - 1)

    def _rows_between(self, top: int, bottom: int) -> Iterator[int]:
        """Rows of the tiles between two heights of the list."""
        shelves = self.copies.listing.shelves
        for shelf_number in range(self._shelf_at(top), len(shelves)):
            if self._tops[shelf_number] > bottom:
                return
            shelf = shelves[shelf_number]
            for row in range(shelf.first, shelf.first + shelf.count):
                rect = self._rect_of(row)
                if rect.bottom() >= top and rect.top() <= bottom:
                    yield row

    def visualRect(self, index: Index) -> QRect:
        """Where a tile is on the screen."""
        if not index.isValid() or index.row() >= len(self.copies.listing.tiles) or not self._tops:
            return QRect()
        return self._rect_of(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The tile at a place of the screen."""
        at = point + QPoint(0, self.verticalOffset())
        for row in self._rows_between(at.y(), at.y()):
            rect = self._rect_of(row)
            if rect.adjusted(0, 0, -GAP, -GAP).contains(at):
                return self.copies.index(row)
        return QModelIndex()

    def horizontalOffset(self) -> int:
        """Nothing is wider than the window."""
        return 0

    def verticalOffset(self) -> int:
        """How far the list is scrolled, pixels."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """No copy is hidden."""
        return False

    def scrollTo(
        self, index: Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a tile into sight, with the head line where it is in the first line of its group."""
        if not index.isValid() or index.row() >= len(self.copies.listing.tiles):
            return
        rect, bar = self._rect_of(index.row()), self.verticalScrollBar()
        if index.row() - self.copies.shelf_of(index.row()).first < self._columns:
            rect.setTop(rect.top() - self.tiles.head)
        if rect.top() < bar.value():
            bar.setValue(rect.top())
        elif rect.bottom() > bar.value() + self.viewport().height():
            bar.setValue(min(rect.top(), rect.bottom() - self.viewport().height()))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint anew."""
        self.viewport().update()

    # Keyboard and mouse

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Left and right go through all copies; up and down keep the column."""
        tiles, move = self.copies.listing.tiles, QAbstractItemView.CursorAction
        if not tiles:
            return QModelIndex()
        row, last = self.currentIndex().row(), len(tiles) - 1
        if row < 0:
            return self.copies.index(0)
        if action in (move.MoveLeft, move.MovePrevious):
            row -= 1
        elif action in (move.MoveRight, move.MoveNext):
            row += 1
        elif action == move.MoveHome:
            row = 0
        elif action == move.MoveEnd:
            row = last
        elif action in (move.MoveUp, move.MoveDown):
            row = self._beside(row, -1 if action == move.MoveUp else 1)
        else:
            for _ in range(max(1, self.viewport().height() // (self.tiles.head + self.tiles.cell.height()))):
                row = self._beside(row, -1 if action == move.MovePageUp else 1)
        return self.copies.index(min(last, max(0, row)))

    def _beside(self, row: int, step: int) -> int:
        """The row above (-1) or below (1), in this group or in the next one."""
        shelves, shelf = self.copies.listing.shelves, self.copies.shelf_of(row)
        line, column = divmod(row - shelf.first, self._columns)
        last_line = (shelf.count - 1) // self._columns
        if 0 <= line + step <= last_line:
            return min(shelf.first + (line + step) * self._columns + column, shelf.first + shelf.count - 1)
        neighbour = self.copies.listing.tiles[row].group + step
        if not 0 <= neighbour < len(shelves):
            return row
        following = shelves[neighbour]
        first = 0 if step > 0 else (following.count - 1) // self._columns * self._columns
        return following.first + min(first + column, following.count - 1)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what a rectangle of the screen touches."""
        area, selection = rect.normalized().translated(0, self.verticalOffset()), QItemSelection()
        for row in self._rows_between(area.top(), area.bottom()):
            if self._rect_of(row).adjusted(0, 0, -GAP, -GAP).intersects(area):
                selection.select(self.copies.index(row), self.copies.index(row))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """All of it: only what is on the screen is painted anyway."""
        return QRegion(self.viewport().rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a box marks its copy, or takes the mark off."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            box = self.tiles.box(self.visualRect(index)).adjusted(-6, -6, 6, 6)
            if box.contains(event.position().toPoint()):
                tile = index.data(Role.TILE)
                self.copies.mark((tile,), not self.copies.is_marked(tile))
                self.select_row(index.row())
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The tile under the mouse is lit."""
        self._light(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No tile is under the mouse."""
        self._light(-1)
        super().leaveEvent(event)

    def _light(self, row: int) -> None:
        if row != self._hover:
            for changed in (row, self._hover):
                self.viewport().update(self.visualRect(self.copies.index(changed)))
            self._hover = row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter of the number pad opens too; the menu key and Shift+F10 open the menu."""
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not keys and event.key() in (Qt.Key.Key_Enter, Qt.Key.Key_Return):
            self._open(self.currentIndex())
        elif opens_menu(event):
            self._menu_by_keyboard()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with copies."""
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            self._menu_by_keyboard()
            return
        index = self.indexAt(event.pos())
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            pop_up(self, self.actions_by_name, MENU, event.pos())

    def _menu_by_keyboard(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.scrollTo(index)
            pop_up(self, self.actions_by_name, MENU, self.visualRect(index).center())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell it; the head line of the group shows it."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.current_changed.emit()

    # What is chosen

    @property
    def current(self) -> CopyTile | None:
        """The copy with the keyboard."""
        tile: CopyTile | None = self.currentIndex().data(Role.TILE)
        return tile

    @property
    def selected(self) -> tuple[CopyTile, ...]:
        """The selected copies, that with the keyboard first, the others as they lie."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = [self.copies.listing.tiles[row] for row in rows]
        current = self.current
        if current is None:
            return tuple(found)
        return (current, *(tile for tile in found if tile.video_id != current.video_id))

    def select_row(self, row: int) -> None:
        """Put the keyboard on a row and select it alone, whatever keys are held down."""
        index = self.copies.index(row)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Copies can be dragged to another program; files are only ever copied."""
        super().startDrag(Qt.DropAction.CopyAction)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        tile = index.data(Role.TILE)
        if tile is not None:
            self.asked.emit("open", (tile,))

    @Slot()
    def _act(self) -> None:
        action, tiles = self.sender(), self.selected
        if not isinstance(action, QAction):
            return
        if action.data() == "undo":
            self.undo_asked.emit()
        elif tiles:
            self.asked.emit(action.data(), tiles)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Head lines and tiles of the part that is to be painted."""
        listing, offset = self.copies.listing, self.verticalOffset()
        if not listing.shelves:
            return
        area = event.rect().translated(0, offset)
        painter = QPainter(self.viewport())
        current = self.currentIndex()
        held = listing.tiles[current.row()].group if current.isValid() else -1
        for shelf_number in range(self._shelf_at(area.top()), len(listing.shelves)):
            top = self._tops[shelf_number]
            if top > area.bottom():
                break
            if top + self.tiles.head >= area.top():
                rect = QRect(0, top - offset, self.viewport().width(), self.tiles.head)
                shelf: Shelf = listing.shelves[shelf_number]
                self.tiles.paint_head(painter, rect, shelf, current=shelf_number == held)
        for row in self._rows_between(area.top(), area.bottom()):
            self._paint_tile(painter, row)
        painter.end()

    def _paint_tile(self, painter: QPainter, row: int) -> None:
        index, option, flag = self.copies.index(row), QStyleOptionViewItem(), QStyle.StateFlag
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        state = flag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= flag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            state |= flag.State_HasFocus
        if row == self._hover:
            state |= flag.State_MouseOver
        option.state = state
        self.tiles.paint(painter, option, index)

    def viewportSizeHint(self) -> QSize:
        """As high as all groups."""
        return QSize(self.viewport().width(), self._height)
