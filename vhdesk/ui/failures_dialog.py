"""The files that could not be indexed, each with its reason, and what can be done about them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from vhdesk.desk import Failure
from vhdesk.errors import printable
from vhdesk.ui.controls import button, label
from vhdesk.ui.core_texts import told

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class FailuresModel(QAbstractTableModel):
    """Path and reason.

    Attributes:
        failures: the rows.
    """

    def __init__(self, failures: tuple[Failure, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.failures = failures

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Number of files."""
        return 0 if parent.isValid() else len(self.failures)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Path and reason."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, in full as its tooltip."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            failure = self.failures[index.row()]
            return printable(failure.path) if index.column() == 0 else told(failure.reason)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("File"), self.tr("Why it could not be read"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class ReasonDelegate(QStyledItemDelegate):
    """A reason has two lines of room and loses its end, not its middle."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Wrap, and shorten on the right."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        option.textElideMode = Qt.TextElideMode.ElideRight


class FailuresDialog(QDialog):
    """A list to read, copy and try again.

    Signals:
        again_asked: try to index what failed once more.
    """

    again_asked = Signal()

    def __init__(
        self,
        failures: tuple[Failure, ...],
        damaged: tuple[Failure, ...] = (),
        writable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files that could not be read"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 460)
        self._failures, self._damaged = failures, damaged
        self.model = FailuresModel((*failures, *damaged), self)
        self.table = QTableView(self)
        self.table.setAccessibleName(self.tr("Files and reasons"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.setItemDelegateForColumn(1, ReasonDelegate(self.table))
        self.table.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + 12)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, 430)
        self.copy_button = button(self.tr("Copy"), self.tr("Copy the selected lines, or all"), parent=self)
        self.again_button = button(self.tr("Try again"), self.tr("Index these files again"), "primary", self)
        self.again_button.setToolTip("" if writable else self.tr("This library can be read but not written."))
        self.close_button = button(self.tr("Close"), self.tr("Close this list"), parent=self)
        self.again_button.setEnabled(writable and bool(failures))
        self.copy_button.clicked.connect(self.copy)
        self.again_button.clicked.connect(self._again)
        self.close_button.clicked.connect(self.close)
        self._lay_out()
        self.again_button.setFocus()

    def _title(self) -> str:
        failed, partly = len(self._failures), len(self._damaged)
        parts = []
        if failed:
            parts.append(self.tr("%Ln file(s) could not be read", "", failed))
        if partly:
            parts.append(self.tr("%Ln file(s) were read in part", "", partly))
        return ", ".join(parts)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self._title(), "lead", self))
        hint = self.tr("The rest of the library is not touched. Nothing is changed or deleted on the disk.")
        layout.addWidget(label(hint, "dim", self, wrap=True))
        layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(self.again_button)
        row.addWidget(self.close_button)
        layout.addLayout(row)

    @Slot()
    def copy(self) -> None:
        """Copy the selected lines, or all where none is selected, as path, tab, reason."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        chosen = [self.model.failures[row] for row in rows] or self.model.failures
        QGuiApplication.clipboard().setText("\n".join(f"{printable(f.path)}\t{told(f.reason)}" for f in chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The usual key copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    @Slot()
    def _again(self) -> None:
        self.again_asked.emit()
        self.close()
