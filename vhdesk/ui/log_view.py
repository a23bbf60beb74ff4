"""The log, in a dock: the newest lines, by level and words. A level is a word and a sign before it is a colour."""

from __future__ import annotations

import logging

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QEvent,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from vhdesk.ui.controls import button, label
from vhdesk.ui.dock_title import DockTitle
from vhdesk.ui.log_tail import KEPT, Line, LogTail
from vhdesk.ui.setting_row import ChoiceBox
from vhdesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
LOOK_EVERY_MS = 250
TIME = "HH:mm:ss"


class LogModel(QAbstractTableModel):
    """Time, level, source, text of the lines that pass the filter.

    Attributes:
        lines: those that pass, the newest last.
        newest: number of the newest line that was seen, passing or not.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: list[Line] = []
        self.newest = -1
        self._all: list[Line] = []
        self._level = logging.NOTSET
        self._words: list[str] = []

    def add(self, lines: list[Line]) -> None:
        """Take newer lines."""
        if not lines:
            return
        self.newest = lines[-1].number
        self._all = (self._all + lines)[-KEPT:]
        passing = [line for line in lines if self._passes(line)]
        if len(self.lines) + len(passing) > KEPT:
            self._show([line for line in self._all if self._passes(line)])
        elif passing:
            at = len(self.lines)
            self.beginInsertRows(NO_INDEX, at, at + len(passing) - 1)
            self.lines += passing
            self.endInsertRows()

    def narrow(self, level: int, words: str) -> None:
        """Let only lines of at least this level pass that hold all the words."""
        self._level, self._words = level, words.casefold().split()
        self._show([line for line in self._all if self._passes(line)])

    def _show(self, lines: list[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def _passes(self, line: Line) -> bool:
        text = f"{line.source} {line.text}".casefold()
        return line.level >= self._level and all(word in text for word in self._words)

    def level_name(self, level: int) -> str:
        """A level in words."""
        if level >= logging.ERROR:
            return self.tr("Error")
        return self.tr("Warning") if level >= logging.WARNING else self.tr("Note")

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Number of lines that pass."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Time, level, source, text."""
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text of a cell, sign and colour of its level."""
        line = self.lines[index.row()]
        serious = line.level >= logging.WARNING
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(line)[index.column()].split("\n", 1)[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.text
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 1 and serious:
            return self._theme.icon("warning", "warn")
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour("warn" if serious and index.column() == 1 else self._tone(index.column()))
        return None

    def _tone(self, column: int) -> str:
        return "text" if column == 3 else "dim"

    def _cells(self, line: Line) -> tuple[str, str, str, str]:
        moment = QDateTime.fromMSecsSinceEpoch(round(line.time_s * 1000))
        return QLocale().toString(moment, TIME), self.level_name(line.level), line.source, line.text

    def text_of(self, line: Line) -> str:
        """A line to be copied."""
        time = QDateTime.fromMSecsSinceEpoch(round(line.time_s * 1000)).toString(Qt.DateFormat.ISODate)
        return f"{time} {logging.getLevelName(line.level)} {line.source}: {line.text}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("Time"), self.tr("Level"), self.tr("Part"), self.tr("What happened"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class LogDock(QDockWidget):
    """The log below the work.

    Attributes:
        model: its lines.
        level: the least level that is shown.
        search: words that lines must hold.

    Signals:
        diagnostics_asked: show what a report needs.
    """

    diagnostics_asked = Signal()

    def __init__(self, tail: LogTail, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Log"))
        self.setTitleBarWidget(DockTitle(theme, self))
        self.setObjectName("logDock")
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._tail = tail
        self.model = LogModel(theme, self)
        self.level = ChoiceBox(self)
        for text, level in (
            (self.tr("Everything"), logging.NOTSET),
            (self.tr("Warnings and errors"), logging.WARNING),
            (self.tr("Errors"), logging.ERROR),
        ):
            self.level.addItem(text, level)
        self.level.setAccessibleName(self.tr("Least level that is shown"))
        self.level.setToolTip(self.level.accessibleName())
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search the log"))
        self.search.setAccessibleName(self.tr("Search the log"))
        self.search.setClearButtonEnabled(True)
        self.copy_button = button(
            self.tr("Copy"), self.tr("Copy the selected lines, or all that are shown"), parent=self
        )
        self.report_button = button(
            self.tr("Copy diagnostics…"), self.tr("Show and copy what a report about a fault needs"), parent=self
        )
        self.table = self._make_table()
        self.nothing = label("", "dim", self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.level.currentIndexChanged.connect(self._narrow)
        self.search.textChanged.connect(self._narrow)
        self.copy_button.clicked.connect(self.copy)
        self.report_button.clicked.connect(self.diagnostics_asked)
        self.visibilityChanged.connect(self._on_visible)
        theme.changed.connect(self.table.viewport().update)
        self._say_nothing()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("logTable")
        table.setAccessibleName(self.tr("Lines of the log, the newest last"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        self._fit(table)
        return table

    def _fit(self, table: QTableView) -> None:
        metrics = self.fontMetrics()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
        levels = (logging.INFO, logging.WARNING, logging.ERROR)
        widest = max(metrics.horizontalAdvance(self.model.level_name(level)) for level in levels)
        time = metrics.horizontalAdvance(QLocale().toString(QDateTime.currentDateTime(), TIME))
        table.setColumnWidth(0, time + 32)
        table.setColumnWidth(1, widest + 56)
        table.setColumnWidth(2, metrics.averageCharWidth() * 26)

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setObjectName("logBody")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.level)
        row.addWidget(self.search, 1)
        row.addWidget(self.copy_button)
        row.addWidget(self.report_button)
        layout.addLayout(row)
        layout.addWidget(self.nothing)
        layout.addWidget(self.table, 1)
        self.setWidget(body)

    def changeEvent(self, event: QEvent) -> None:
        """Lines and columns follow the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "table"):
            self._fit(self.table)

    @Slot(bool)
    def _on_visible(self, visible: bool) -> None:
        if visible:
            self.look()
            self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """The window is closing."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Take what came; stay at the end where the user is there."""
        bar = self.table.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 1
        self.model.add(self._tail.after(self.model.newest))
        if at_end:
            self.table.scrollToBottom()
        self._say_nothing()

    @Slot()
    def _narrow(self) -> None:
        self.model.narrow(self.level.currentData(), self.search.text())
        self.table.scrollToBottom()
        self._say_nothing()

    def _say_nothing(self) -> None:
        narrowed = bool(self.search.text()) or self.level.currentIndex() > 0
        self.nothing.setText(
            self.tr("No line of the log is like that.") if narrowed else self.tr("Nothing was logged yet.")
        )
        self.nothing.setVisible(not self.model.lines)
        self.table.setVisible(bool(self.model.lines))

    @Slot()
    def copy(self) -> None:
        """Copy the selected lines, or all that are shown."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        lines = [self.model.lines[row] for row in rows] or self.model.lines
        QGuiApplication.clipboard().setText("\n".join(map(self.model.text_of, lines)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The usual key copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)
