"""The grid of results: fills the width, keyboard all the way, and everything that can be done with a result."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from vhdesk.desk import SearchResult
from vhdesk.ui.result_delegate import ResultDelegate
from vhdesk.ui.results_model import Index, ResultsModel, Role
from vhdesk.ui.theme import Theme
from vhdesk.ui.tiles import GAP
from vhdesk.ui.view_actions import add_actions, opens_menu, pop_up

LEAST_TILE, LARGEST_TILE = 140, 480
TILE_STEP = 24


class ResultsView(QListView):
    """A virtualised grid: only the cells on the screen are painted and ask for thumbnails.

    Attributes:
        results: the model.
        actions_by_name: what can be done with results.
        tile_width: about how wide a tile is, pixels.

    Signals:
        asked: do something with results: its name and the results, that with the keyboard first.
        undo_asked: take the last mark back.
        fitted: tiles were laid out; the pixels between the last column and the right edge.
        current_changed: another result has the keyboard.
        zoomed: the mouse wheel asks for tiles of another width.
    """

    asked = Signal(str, object)
    undo_asked = Signal()
    fitted = Signal(int)
    current_changed = Signal()
    zoomed = Signal(int)

    def __init__(self, model: ResultsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resultsView")
        self.setAccessibleName(self.tr("Results, best first"))
        self.results = model
        self.setModel(model)
        self.tiles = ResultDelegate(theme, self)
        self.setItemDelegate(self.tiles)
        self.tile_width = 0
        # List mode with wrapping looks like icon mode and lays a hundred thousand cells out in a fraction of its time.
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
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
        theme.changed.connect(self.viewport().update)
        self.actions_by_name = self._make_actions()

    def _make_actions(self) -> dict[str, QAction]:
        standard, key = QKeySequence.StandardKey, Qt.Key
        texts = (
            ("open", self.tr("Open at the matching second"), QKeySequence(key.Key_Return)),
            ("compare", self.tr("Compare with the query"), QKeySequence(key.Key_Space)),
            ("search", self.tr("Search by this"), QKeySequence(Qt.Modifier.CTRL | key.Key_E)),
            ("folder", self.tr("Show in folder"), QKeySequence(Qt.Modifier.CTRL | key.Key_Return)),
            ("path", self.tr("Copy path"), QKeySequence(standard.Copy)),
            ("moment", self.tr("Copy path and time"), QKeySequence("Ctrl+Shift+C")),
            ("yes", self.tr("Relevant"), QKeySequence("Y")),
            ("no", self.tr("Not a match"), QKeySequence("N")),
            ("undo", self.tr("Undo the last mark"), QKeySequence(standard.Undo)),
            ("trash", self.tr("Move to trash…"), QKeySequence(standard.Delete)),
        )
        return add_actions(self, texts, self._act)

    @property
    def current(self) -> SearchResult | None:
        """The result with the keyboard focus."""
        result: SearchResult | None = self.currentIndex().data(Role.RESULT)
        return result

    @property
    def selected(self) -> tuple[SearchResult, ...]:
        """The selected results, that with the keyboard first, the others as they lie."""
        current = self.current
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = [self.results.results[row] for row in rows]
        if current is None:
            return tuple(found)
        return (current, *(result for result in found if result.segment_id != current.segment_id))

    def select_row(self, row: int) -> None:
        """Put the keyboard on a row."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell it."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        """A thumbnail that arrives is painted and no more."""
        if list(roles) == [Qt.ItemDataRole.DecorationRole] and top_left == bottom_right:
            # QListView would lay all rows out again: 130 ms and more with a hundred thousand.
            self.update(top_left)
            return
        super().dataChanged(top_left, bottom_right, roles)

    def set_tile_width(self, width: int) -> None:
        """Lay out in tiles of about this width; what has the keyboard stays in sight."""
        if width != self.tile_width:
            self.tile_width = width
            self._fit()
            if self.currentIndex().isValid():
                self.scrollTo(self.currentIndex())

    def _fit(self) -> None:
        room = self.viewport().width()
        wanted = max(self.tiles.least_width(), self.tile_width + GAP)
        columns = max(1, room // wanted)
        # One pixel less: a row that fills the room exactly would wrap.
        self.tiles.set_width(min((room - 1) // columns, LARGEST_TILE + GAP))
        if self.gridSize() != self.tiles.cell:
            self.setGridSize(QSize(self.tiles.cell))
            self.verticalScrollBar().setSingleStep(self.tiles.cell.height() // 3)
        self.fitted.emit(self.width() - columns * self.tiles.cell.width() + GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tiles share the width among them."""
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Tiles follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "tile_width"):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel makes tiles larger and smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            by = TILE_STEP if event.angleDelta().y() > 0 else -TILE_STEP
            self.zoomed.emit(min(LARGEST_TILE, max(LEAST_TILE, self.tile_width + by)))
            event.accept()
            return
        super().wheelEvent(event)

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
        """Everything that can be done with results."""
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            self._menu_by_keyboard()
            return
        index = self.indexAt(event.pos())
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            self._menu(event.pos())

    def _menu_by_keyboard(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.scrollTo(index)
            self._menu(self.visualRect(index).center())

    def _menu(self, at: QPoint) -> None:
        parts = (("open", "compare", "search"), ("folder", "path", "moment"), ("yes", "no", "undo"), ("trash",))
        pop_up(self, self.actions_by_name, parts, at)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        result = index.data(Role.RESULT)
        if result is not None:
            self.asked.emit("open", (result,))

    @Slot()
    def _act(self) -> None:
        action, results = self.sender(), self.selected
        if not isinstance(action, QAction):
            return
        if action.data() == "undo":
            self.undo_asked.emit()
        elif results:
            self.asked.emit(action.data(), results)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Results can be dragged to another program or back onto the query; files are only ever copied."""
        super().startDrag(Qt.DropAction.CopyAction)
