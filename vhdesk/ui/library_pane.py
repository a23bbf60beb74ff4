"""The left pane: the library's folders with their counts, the way to add one, the index run, and what failed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from vhdesk.desk import LibrarySummary, RootSummary
from vhdesk.errors import printable
from vhdesk.ui.controls import button, label
from vhdesk.ui.formats import file_name, number
from vhdesk.ui.indexing_block import IndexingBlock
from vhdesk.ui.theme import Theme

ROW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


@dataclass(frozen=True)
class FolderRow:
    """One line of the list; ``path`` is empty for the line of all videos."""

    name: str
    count: int
    path: str
    online: bool
    tip: str


class FoldersModel(QAbstractListModel):
    """All videos, then the roots.

    Attributes:
        rows: the lines.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[FolderRow] = []

    def show(self, summary: LibrarySummary) -> None:
        """Replace the lines; where only counts changed, the current line stays."""
        rows = [FolderRow(self.tr("All videos"), summary.videos, "", True, printable(summary.path))]
        rows += [self._row(root) for root in summary.roots]
        if [row.path for row in rows] != [row.path for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def _row(self, summary: RootSummary) -> FolderRow:
        tip = [printable(summary.root.path)]
        if not summary.online:
            tip.append(self.tr("This folder is not there now. Its videos stay in the library."))
        for count, text in (
            (summary.indexed, self.tr("%Ln video(s)", "", summary.indexed)),
            (summary.pending, self.tr("%Ln still to index", "", summary.pending)),
            (summary.failed, self.tr("%Ln could not be read", "", summary.failed)),
            (summary.missing, self.tr("%Ln no longer on the disk", "", summary.missing)),
        ):
            if count:
                tip.append(text)
        return FolderRow(
            file_name(summary.root.path), summary.indexed, summary.root.path, summary.online, "\n".join(tip)
        )

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Number of lines."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, tooltip, spoken text or the row."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {number(row.count)}" + ("" if row.online else ", " + self.tr("offline"))
        return None


class FolderDelegate(QStyledItemDelegate):
    """A line: name, ``offline`` in amber where the folder is gone, count."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """A comfortable line."""
        return QSize(0, QFontMetrics(option.font).height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        row: FolderRow = index.data(ROW)
        rect, state = QRect(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = state & QStyle.StateFlag.State_Selected
        if selected or state & QStyle.StateFlag.State_MouseOver:
            focused = selected and state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(self._theme.colour("accent"), 1) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if selected else "hover"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        area = rect.adjusted(8, 0, -8, 0)
        metrics = QFontMetrics(option.font)
        count = number(row.count)
        painter.setPen(self._theme.colour("dim"))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        area.setRight(area.right() - metrics.horizontalAdvance(count) - 8)
        offline = "" if row.online else self.tr("offline")
        room = area.width() - (metrics.horizontalAdvance(offline) + 6 if offline else 0)
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideMiddle, room)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        if offline:
            area.setLeft(area.left() + metrics.horizontalAdvance(name) + 6)
            painter.setPen(self._theme.colour("warn"))
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, offline)
        painter.restore()


class LibraryPane(QWidget):
    """Folders, indexing and failures.

    Attributes:
        indexing: the block of the index run, hidden while there is none.

    Signals:
        add_asked: choose a folder to add.
        rescan_asked: rescan the root of this path; all roots where it is empty.
        folder_asked: show this root in the file manager.
        failures_asked: show what could not be read.
    """

    add_asked = Signal()
    rescan_asked = Signal(str)
    folder_asked = Signal(str)
    failures_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = FoldersModel(self)
        self.folders = QListView(self)
        self.folders.setAccessibleName(self.tr("Folders of the library"))
        self.folders.setModel(self.model)
        self.folders.setItemDelegate(FolderDelegate(theme, self.folders))
        self.folders.setMouseTracking(True)
        self.folders.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.folders.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.folders.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.folders.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.folders.customContextMenuRequested.connect(self._menu)
        theme.changed.connect(self.folders.viewport().update)
        self.add_button = button(self.tr("+ Add folder…"), self.tr("Add a folder to the library"), parent=self)
        self.add_button.clicked.connect(self.add_asked)
        self.indexing = IndexingBlock(theme, self)
        self.indexing.hide()
        self.note = label("", "warn", self, wrap=True)
        self.note.hide()
        self.failed = label("", "warn", self, wrap=True)
        self.show_button = button(self.tr("Show"), self.tr("Show the files that could not be read"), "link", self)
        self.show_button.clicked.connect(self.failures_asked)
        self._lay_out()
        self.set_failed(0)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("LIBRARY"), "caption", self))
        layout.addWidget(self.folders)
        layout.addWidget(self.add_button)
        layout.addSpacing(12)
        layout.addWidget(self.indexing)
        layout.addStretch(1)
        layout.addWidget(self.note)
        foot = QHBoxLayout()
        foot.addWidget(self.failed, 1)
        foot.addWidget(self.show_button)
        layout.addLayout(foot)
        self._fit_list()

    def _fit_list(self) -> None:
        row = self.folders.sizeHintForRow(0)
        lines = min(10, max(1, len(self.model.rows)))
        self.folders.setFixedHeight(lines * (row if row > 0 else self.fontMetrics().height() + 12) + 2)

    def changeEvent(self, event: QEvent) -> None:
        """The list is as high as its lines."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "folders"):
            self._fit_list()

    def show_summary(self, summary: LibrarySummary) -> None:
        """Show the library's counts."""
        self.model.show(summary)
        self._fit_list()
        self.set_failed(summary.failed, summary.damaged)
        self.add_button.setEnabled(summary.writable)
        tip = "" if summary.writable else self.tr("This library can be read but not written.")
        self.add_button.setToolTip(tip)

    def set_failed(self, failed: int, damaged: int = 0) -> None:
        """Tell how many files gave no picture, or only a part."""
        if failed:
            text = self.tr("%Ln file(s) could not be read", "", failed)
        else:
            text = self.tr("%Ln file(s) were read in part", "", damaged)
        self.failed.setText(text)
        self.failed.setVisible(failed + damaged > 0)
        self.show_button.setVisible(failed + damaged > 0)

    def set_note(self, sentence: str) -> None:
        """A sentence in amber that stays until it is replaced; empty takes it away."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    @Slot(QPoint)
    def _menu(self, at: QPoint) -> None:
        index = self.folders.indexAt(at)
        row: FolderRow | None = index.data(ROW)
        if row is None:
            return
        self.folders.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rescan = menu.addAction(self.tr("Rescan all folders") if not row.path else self.tr("Rescan this folder"))
        rescan.setEnabled(self.add_button.isEnabled())
        rescan.triggered.connect(self._rescan_current)
        if row.path:
            show = menu.addAction(self.tr("Show in file manager"))
            show.setEnabled(row.online)
            show.triggered.connect(self._show_current)
        menu.popup(self.folders.viewport().mapToGlobal(at))

    @Slot()
    def _rescan_current(self) -> None:
        row: FolderRow | None = self.folders.currentIndex().data(ROW)
        if row is not None:
            self.rescan_asked.emit(row.path)

    @Slot()
    def _show_current(self) -> None:
        row: FolderRow | None = self.folders.currentIndex().data(ROW)
        if row is not None:
            self.folder_asked.emit(row.path)
