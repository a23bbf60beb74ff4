"""The grid of results: fills the width, keyboard all the way, opens at the second."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from vhdesk.desk import SearchResult
from vhdesk.ui.result_delegate import GAP, ResultDelegate
from vhdesk.ui.results_model import ResultsModel, Role
from vhdesk.ui.theme import Theme


class ResultsView(QListView):
    """A virtualised grid: only the cells on the screen are painted and ask for thumbnails.

    Signals:
        open_asked: open this result at its second (a ``SearchResult``).
        folder_asked: show it in its folder.
        search_asked: search by it.
        path_asked: copy its path.
        moment_asked: copy its path and time.
        fitted: tiles were laid out; the pixels between the last column and the right edge.
    """

    open_asked = Signal(object)
    folder_asked = Signal(object)
    search_asked = Signal(object)
    path_asked = Signal(object)
    moment_asked = Signal(object)
    fitted = Signal(int)

    def __init__(self, model: ResultsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resultsView")
        self.setAccessibleName(self.tr("Results, best first"))
        self.setModel(model)
        self.tiles = ResultDelegate(theme, self)
        self.setItemDelegate(self.tiles)
        # List mode with wrapping looks like icon mode and lays a hundred thousand cells out in a fraction of its time.
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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
        self._actions = self._make_actions()

    def _make_actions(self) -> dict[str, QAction]:
        made = {}
        for name, text, key in (
            ("open", self.tr("Open at the matching second"), QKeySequence(Qt.Key.Key_Return)),
            ("folder", self.tr("Show in folder"), QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return)),
            ("search", self.tr("Search by this"), QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_E)),
            ("path", self.tr("Copy path"), QKeySequence(QKeySequence.StandardKey.Copy)),
            ("moment", self.tr("Copy path and time"), QKeySequence("Ctrl+Shift+C")),
        ):
            action = QAction(text, self)
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
            action.setData(name)
            action.triggered.connect(self._act)
            self.addAction(action)
            made[name] = action
        return made

    @property
    def current(self) -> SearchResult | None:
        """The result with the keyboard focus."""
        result: SearchResult | None = self.currentIndex().data(Role.RESULT)
        return result

    def select_row(self, row: int) -> None:
        """Put the keyboard on a row."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)

    def _fit(self) -> None:
        room = self.viewport().width()
        columns = max(1, room // self.tiles.least_width())
        # One pixel less: a row that fills the room exactly would wrap.
        self.tiles.set_width((room - 1) // columns)
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
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "tiles"):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter of the number pad opens too."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Enter, Qt.Key.Key_Return):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with a result."""
        index = self.indexAt(event.pos()) if event.reason() is QContextMenuEvent.Reason.Mouse else self.currentIndex()
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        at = self.visualRect(index).center() if event.reason() is not QContextMenuEvent.Reason.Mouse else event.pos()
        self._menu(at)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._actions[name] for name in ("open", "folder", "search")])
        menu.addSeparator()
        menu.addActions([self._actions[name] for name in ("path", "moment")])
        menu.popup(self.viewport().mapToGlobal(at))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        result = index.data(Role.RESULT)
        if result is not None:
            self.open_asked.emit(result)

    @Slot()
    def _act(self) -> None:
        action, result = self.sender(), self.current
        if isinstance(action, QAction) and result is not None:
            signals = {
                "open": self.open_asked,
                "folder": self.folder_asked,
                "search": self.search_asked,
                "path": self.path_asked,
                "moment": self.moment_asked,
            }
            signals[action.data()].emit(result)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """A result can be dragged to another program or back onto the query; files are only ever copied."""
        super().startDrag(Qt.DropAction.CopyAction)
