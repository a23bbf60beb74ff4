"""The models page: systems above, weights below, and beside them all about the one that is selected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vhdesk.ui.controls import button, label
from vhdesk.ui.formats import size_of
from vhdesk.ui.models.state import PageState
from vhdesk.ui.models.system_pane import SystemPane
from vhdesk.ui.models.tables import ModelsTable, SystemsModel, WeightsModel
from vhdesk.ui.models.weights_pane import WeightsPane
from vhdesk.ui.theme import Theme
from vhdesk.ui.tool_page import SideArea, ToolPage

SYSTEM_LETTERS = (0, 12, 26, 28, 18, 18)
WEIGHTS_LETTERS = (36, 0, 12, 26, 24)
MOST_SYSTEMS_SEEN = 6


class ModelsPage(ToolPage):
    """Shows a :class:`.state.PageState`.

    Attributes:
        systems, weights: the tables.
        search: narrows the weights down.
        system_pane, weights_pane: about what is selected.
        disk: what all of it takes.
        check_button, settings_button: check everything; where downloads come from.

    Signals:
        check_all_asked: compare every file with its hash.
        settings_asked: show the settings of downloads.
    """

    check_all_asked = Signal()
    settings_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            self.tr("Models"),
            self.tr(
                "A system turns videos into codes. Weights are nets that others have published, which systems can be "
                "built on and trained from; nothing is fetched before you ask for it."
            ),
            parent,
        )
        self._state = PageState()
        self._recipes: frozenset[str] = frozenset()
        self._bits, self._measurable = 64, False
        self.disk = label("", "dim", self)
        self.check_button = button(
            self.tr("Check everything"), self.tr("Compare all installed files with their hashes"), parent=self
        )
        self.settings_button = button(
            self.tr("Mirror and proxy…"), self.tr("Show the settings of downloads: mirror and proxy"), parent=self
        )
        self.check_button.clicked.connect(self.check_all_asked)
        self.settings_button.clicked.connect(self.settings_asked)
        for part in (self.disk, self.check_button, self.settings_button):
            self.buttons.addWidget(part)
        self._systems = SystemsModel(theme, self)
        self._weights = WeightsModel(theme, self)
        self.systems = ModelsTable(self._systems, SYSTEM_LETTERS, self)
        self.systems.setAccessibleName(self.tr("Systems"))
        self.weights = ModelsTable(self._weights, WEIGHTS_LETTERS, self)
        self.weights.setAccessibleName(self.tr("Weights"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search weights"))
        self.search.setAccessibleName(self.tr("Search weights"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.nothing = label("", "dim", self, wrap=True)
        self.system_pane = SystemPane(self)
        self.weights_pane = WeightsPane(theme, self)
        self._lay_out()
        for table, slot in ((self.systems, self._on_system), (self.weights, self._on_weights)):
            table.selectionModel().currentRowChanged.connect(slot)
            table.clicked.connect(slot)
        theme.changed.connect(self._fit)
        self.show_state(self._state)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(label(self.tr("Systems"), "lead", self))
        left.addWidget(self.systems)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(self.tr("Weights"), "lead", self))
        head.addWidget(self.search, 1)
        left.addSpacing(8)
        left.addLayout(head)
        left.addWidget(self.nothing)
        left.addWidget(self.weights, 1)
        self.side = SideArea(46, self)
        for pane in (self.system_pane, self.weights_pane):
            pane.hide()
            self.side.column.addWidget(pane)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addLayout(left, 1)
        columns.addWidget(self.side)
        self.body.addLayout(columns, 1)

    @Slot()
    def _fit(self) -> None:
        for table in (self.systems, self.weights):
            table.fit()
        rows = min(MOST_SYSTEMS_SEEN, max(1, self._systems.rowCount()))
        header = self.systems.horizontalHeader().sizeHint().height()
        self.systems.setFixedHeight(header + rows * self.systems.verticalHeader().defaultSectionSize() + 4)

    def changeEvent(self, event: QEvent) -> None:
        """The tables grow with the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "side"):
            self._fit()

    # What is known

    def allow(self, recipes: frozenset[str], bits: int, *, measurable: bool) -> None:
        """Which kinds of systems can be trained, which code length counts, and whether quality can be measured."""
        self._recipes, self._bits, self._measurable = recipes, bits, measurable
        self.show_state(self._state)

    def show_state(self, state: PageState) -> None:
        """Show what is known now; the selection stays."""
        self._state = state
        kept = self.weights_pane.name
        self._systems.show_state(state, self._bits)
        self._weights.show_state(state)
        self._fit()
        models = state.models
        if models is None:
            self.disk.setText("")
            self.nothing.setText(state.problems.get("") or self.tr("The models are being looked up…"))
        else:
            taken = self.tr("{size} on the disk").replace("{size}", size_of(models.disk_bytes))
            self.disk.setText(taken if models.disk_bytes else self.tr("Nothing was downloaded or trained yet"))
            self.nothing.setText(self.tr("No weights have these words."))
        self.nothing.setVisible(not self._weights.rows)
        self.check_button.setEnabled(models is not None and not state.busy)
        if not self.weights_pane.isHidden():
            self._reselect(kept)
        elif self._systems.rowCount() and not self.systems.currentIndex().isValid():
            self.systems.choose(next((row for row, facts in enumerate(self._systems.rows) if facts.in_use), 0))
        self._refresh_pane()

    def _reselect(self, name: str) -> None:
        row = self._weights.row_of(name)
        if row >= 0 and self.weights.currentIndex().row() != row:
            model = self.weights.selectionModel()
            model.setCurrentIndex(
                self._weights.index(row, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )

    def _refresh_pane(self) -> None:
        if not self.system_pane.isHidden():
            facts = self._state.system(self.system_pane.name)
            if facts is not None:
                trainable = facts.card.kind in self._recipes
                self.system_pane.show_system(facts, self._state, trainable=trainable, measurable=self._measurable)
        if not self.weights_pane.isHidden():
            weights = self._state.weights(self.weights_pane.name)
            if weights is not None:
                self.weights_pane.show_weights(weights, self._state)

    # Selecting

    @Slot(QModelIndex)
    def _on_system(self, index: QModelIndex) -> None:
        if index.isValid():
            self.weights.clearSelection()
            self.system_pane.name = self._systems.rows[index.row()].card.name
            self._show(self.system_pane)

    @Slot(QModelIndex)
    def _on_weights(self, index: QModelIndex) -> None:
        if index.isValid():
            self.systems.clearSelection()
            self.weights_pane.name = self._weights.rows[index.row()].weights.name
            self._show(self.weights_pane)

    def _show(self, pane: QWidget) -> None:
        for other in (self.system_pane, self.weights_pane):
            other.setVisible(other is pane)
        self.side.verticalScrollBar().setValue(0)
        self._refresh_pane()

    def select_weights(self, name: str) -> None:
        """Show weights by name."""
        self.search.clear()
        self.weights.choose(self._weights.row_of(name))
        self._on_weights(self.weights.currentIndex())

    def select_system(self, name: str) -> None:
        """Show a system by name."""
        rows = [facts.card.name for facts in self._systems.rows]
        if name in rows:
            self.systems.choose(rows.index(name))
            self._on_system(self.systems.currentIndex())

    @Slot(str)
    def _narrow(self, words: str) -> None:
        self._weights.narrow(words)
        self.show_state(self._state)

    def focus_first(self) -> None:
        """The keyboard goes to the systems."""
        self.systems.setFocus(Qt.FocusReason.OtherFocusReason)
