"""The two tables of the models page."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from vhdesk.desk import SystemFacts, WeightsState
from vhdesk.ui.core_texts import told
from vhdesk.ui.formats import size_of
from vhdesk.ui.models.state import (
    PageState,
    encoded_of,
    quality_of,
    short_speed_of,
    size_text,
    standing,
    state_of,
    title_of,
)
from vhdesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class ModelsTable(QTableView):
    """One row selected at a time; the columns follow the font.

    Args:
        letters: width of every column in letters; the column of 0 takes what is left.
    """

    def __init__(self, model: QAbstractTableModel, letters: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = letters
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, count in enumerate(letters):
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Interactive if count else QHeaderView.ResizeMode.Stretch
            )
        self.fit()

    def fit(self) -> None:
        """Rows and columns as the font needs them."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 14)
        for column, count in enumerate(self._letters):
            if count:
                self.setColumnWidth(column, metrics.averageCharWidth() * count + 16)

    def choose(self, row: int) -> None:
        """Select a row, and tell."""
        if 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0))


class _Model(QAbstractTableModel):
    """Rows of texts."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = PageState()

    def _titles(self) -> tuple[str, ...]:
        raise NotImplementedError

    def _cells(self, row: int) -> tuple[str, ...]:
        raise NotImplementedError

    def _role(self, _row: int, column: int) -> str:
        return "text" if column == 0 else "dim"

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """As many as there are titles."""
        return 0 if parent.isValid() else len(self._titles())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text and colour of a cell; the whole text as its tooltip."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells(index.row())[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour(self._role(index.row(), index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _tell(self, rows_before: int, rows: int) -> None:
        """The same rows are told of as changed, so that the selection stays."""
        if rows == rows_before and rows:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, self.columnCount() - 1))


class SystemsModel(_Model):
    """Title, size, speed, quality, how much of the library is encoded, whether it is in use.

    Attributes:
        rows: the systems.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.rows: tuple[SystemFacts, ...] = ()
        self._bits = 0

    def show_state(self, page: PageState, bits: int) -> None:
        """Show what is known, with the quality at a code length."""
        rows = page.models.systems if page.models is not None else ()
        same = [facts.card.name for facts in rows] == [facts.card.name for facts in self.rows]
        if not same:
            self.beginResetModel()
        before, self.rows, self._page, self._bits = len(self.rows), rows, page, bits
        if not same:
            self.endResetModel()
        else:
            self._tell(before, len(rows))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Number of systems."""
        return 0 if parent.isValid() else len(self.rows)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("System"),
            self.tr("Size"),
            self.tr("Speed here"),
            self.tr("Quality on this library"),
            self.tr("Videos encoded"),
            self.tr("State"),
        )

    def _cells(self, row: int) -> tuple[str, ...]:
        facts = self.rows[row]
        name = facts.card.name
        if name in self._page.busy:
            state = self.tr("one moment…")
        elif name in self._page.problems:
            state = self.tr("needs attention")
        elif facts.needs:
            state = self.tr("needs weights")
        else:
            state = self.tr("in use") if facts.in_use else ""
        return (
            title_of(facts),
            size_of(facts.card.size_bytes),
            short_speed_of(facts) or self.tr("not measured"),
            quality_of(facts, self._bits) or self.tr("not measured"),
            encoded_of(facts),
            state,
        )

    def _role(self, row: int, column: int) -> str:
        name = self.rows[row].card.name
        if column == 5 and name in self._page.problems:
            return "warn"
        return "good" if column == 5 else super()._role(row, column)


class WeightsModel(_Model):
    """Name, what they are, size, licence, state.

    Attributes:
        rows: the weights that pass the filter: those that are here first.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.rows: tuple[WeightsState, ...] = ()
        self._words: list[str] = []

    def show_state(self, page: PageState) -> None:
        """Show what is known."""
        self._page = page
        self._fill()

    def narrow(self, words: str) -> None:
        """Only weights that have all these words."""
        self._words = words.casefold().split()
        self._fill()

    def _fill(self) -> None:
        found = self._page.models.weights if self._page.models is not None else ()
        rows = tuple(sorted((state for state in found if self._passes(state)), key=lambda state: state.disk_bytes == 0))
        same = [state.weights.name for state in rows] == [state.weights.name for state in self.rows]
        if not same:
            self.beginResetModel()
        before, self.rows = len(self.rows), rows
        if not same:
            self.endResetModel()
        else:
            self._tell(before, len(rows))

    def _passes(self, state: WeightsState) -> bool:
        weights = state.weights
        shown = state_of(state, self._page)
        text = f"{weights.name} {told(weights.summary)} {told(weights.licence.name)} {shown}".casefold()
        return all(word in text for word in self._words)

    def row_of(self, name: str) -> int:
        """Where weights are shown; -1 where they are not."""
        return next((row for row, state in enumerate(self.rows) if state.weights.name == name), -1)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Number of weights that pass."""
        return 0 if parent.isValid() else len(self.rows)

    def _titles(self) -> tuple[str, ...]:
        return self.tr("Weights"), self.tr("What they are"), self.tr("Size"), self.tr("Licence"), self.tr("State")

    def _cells(self, row: int) -> tuple[str, ...]:
        state = self.rows[row]
        weights = state.weights
        shown = state_of(state, self._page)
        return weights.name, told(weights.summary), size_text(state), told(weights.licence.name), shown

    def _role(self, row: int, column: int) -> str:
        if column != 4:
            return super()._role(row, column)
        kind = standing(self.rows[row], self._page)
        return {"installed": "good", "damaged": "warn"}.get(kind, "dim")
