"""The row above the groups: which of them are shown, in which order, how close copies must be."""

from __future__ import annotations

import dataclasses
import os
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QSlider, QToolButton, QWidget

from vhdesk.errors import printable
from vhdesk.ui.choices import fill_choices, menu_button, show_choice
from vhdesk.ui.controls import label
from vhdesk.ui.duplicates.arrangement import EXACT, KINDS, PART, PICTURES, SORTS, WHOLE, Wish
from vhdesk.ui.duplicates.worker import Found
from vhdesk.ui.formats import number

# After the last letter the groups change, so that typing stays smooth.
SETTLE_MS = 150


class CopyFilters(QWidget):
    """What is wished for.

    Attributes:
        wish: what is chosen.
        text: a part of the path.
        closeness: bits that copies may differ in at most.

    Signals:
        changed: something else is wished for.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wish = Wish()
        self._folders: tuple[tuple[str, int], ...] = ()
        self._bits = 64
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Filter by name or folder"))
        self.text.setAccessibleName(self.tr("Show only groups in which a path holds this"))
        self.text.setClearButtonEnabled(True)
        self.text.setMaximumWidth(self.fontMetrics().averageCharWidth() * 36)
        self.folder_button = menu_button(self.tr("Show only groups with a copy in a folder"), self)
        self.kind_button = menu_button(self.tr("Show only groups with a kind of copy"), self)
        self.scope_button = menu_button(self.tr("Compare within watched folders, or across them"), self)
        self.sort_button = menu_button(self.tr("Order of the groups"), self)
        self.closeness = QSlider(Qt.Orientation.Horizontal, self)
        self.closeness.setRange(0, 16)
        self.closeness.setValue(16)
        self.closeness.setFixedWidth(110)
        self.closeness.setAccessibleName(self.tr("How many bits copies may differ in at most"))
        self.closeness.setToolTip(self.tr("Fewer bits: closer copies, fewer groups. The count above follows at once."))
        self.caption = label(self.tr("Closeness"), "small", self)
        self.bits = label("", "small", self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        for part in (self.folder_button, self.kind_button, self.scope_button):
            layout.addWidget(part)
        layout.addStretch(0)
        layout.addWidget(self.caption)
        layout.addWidget(self.closeness)
        layout.addWidget(self.bits)
        layout.addWidget(self.sort_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._settle.start)
        self._settle.timeout.connect(self._on_text)
        self.closeness.valueChanged.connect(self._on_closeness)
        self.folder_button.menu().aboutToShow.connect(self._fill_folders)
        for part, fill in (
            (self.kind_button, self._fill_kinds),
            (self.scope_button, self._fill_scopes),
            (self.sort_button, self._fill_sorts),
        ):
            part.menu().aboutToShow.connect(fill)
            fill()

    def minimumSizeHint(self) -> QSize:
        """The text field gives way first."""
        return QSize(320, super().minimumSizeHint().height())

    def show_found(self, found: Found) -> None:
        """Another search: its folders, and the distances that it knows of; what is wished for stays."""
        self._folders, self._bits = found.folders, found.bits
        self.closeness.blockSignals(True)
        whole = self.wish.grouping.max_distance is None
        self.closeness.setMaximum(found.radius)
        self.closeness.setValue(found.radius if whole else self.closeness.value())
        self.closeness.blockSignals(False)
        self._show()

    @Slot()
    def clear(self) -> None:
        """Show all groups; the order stays, and what was set aside stays as it is."""
        grouping = dataclasses.replace(self.wish.grouping, max_distance=None, scope="all")
        for part in (self.text, self.closeness):
            part.blockSignals(True)
        self.text.clear()
        self.closeness.setValue(self.closeness.maximum())
        for part in (self.text, self.closeness):
            part.blockSignals(False)
        self._change(text="", folder="", kind="", grouping=grouping)

    def regroup(self, **changes: Any) -> None:
        """Wish for other pairs: fields of the grouping."""
        self._change(grouping=dataclasses.replace(self.wish.grouping, **changes))

    def hideEvent(self, _event: QHideEvent) -> None:
        """No timer outlives the row."""
        if self._settle.isActive():
            self._settle.stop()
            self._on_text()

    def _change(self, **changes: Any) -> None:
        changed = dataclasses.replace(self.wish, **changes)
        if changed != self.wish:
            self.wish = changed
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        wish, scope = self.wish, self.wish.grouping.scope
        folder, kind = self.tr("Folder"), self.tr("Kind")
        if wish.folder:
            folder = f"{folder}: {printable(os.path.basename(wish.folder) or wish.folder)}"
        if wish.kind:
            kind = f"{kind}: {self._kinds()[wish.kind]}"
        show_choice(self.folder_button, folder, chosen=bool(wish.folder))
        show_choice(self.kind_button, kind, chosen=bool(wish.kind))
        show_choice(self.scope_button, self._scopes()[scope], chosen=scope != "all")
        show_choice(self.sort_button, self._sorts()[wish.sort], chosen=wish.sort != "space")
        text = self.tr("{n} of {bits} bits").replace("{n}", number(self.closeness.value()))
        self.bits.setText(text.replace("{bits}", number(self._bits)))

    # The choices

    def _kinds(self) -> dict[str, str]:
        return {
            EXACT: self.tr("same file"),
            WHOLE: self.tr("whole copy"),
            PART: self.tr("part"),
            PICTURES: self.tr("same picture"),
        }

    def _scopes(self) -> dict[str, str]:
        return {
            "all": self.tr("All pairs"),
            "within": self.tr("Within a folder"),
            "across": self.tr("Across folders"),
        }

    def _sorts(self) -> dict[str, str]:
        return {
            "space": self.tr("by space"),
            "count": self.tr("by count"),
            "closeness": self.tr("by closeness"),
            "path": self.tr("by path"),
        }

    @Slot()
    def _fill_folders(self) -> None:
        found = [(path, printable(path), count) for path, count in self._folders]
        fill_choices(self.folder_button, self.tr("All folders"), found, self.wish.folder, self._on_folder)

    @Slot()
    def _fill_kinds(self) -> None:
        names = self._kinds()
        found = [(name, names[name], 0) for name in KINDS]
        fill_choices(self.kind_button, self.tr("All kinds"), found, self.wish.kind, self._on_kind)

    @Slot()
    def _fill_scopes(self) -> None:
        self._fill_one_of(self.scope_button, self._scopes(), self.wish.grouping.scope)

    @Slot()
    def _fill_sorts(self) -> None:
        names = self._sorts()
        self._fill_one_of(self.sort_button, {name: names[name] for name in SORTS}, self.wish.sort)

    def _fill_one_of(self, part: QToolButton, names: dict[str, str], chosen: str) -> None:
        part.menu().clear()
        slot = self._on_scope if part is self.scope_button else self._on_sort
        for name, text in names.items():
            action = part.menu().addAction(text)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.setData(name)
            action.triggered.connect(slot)

    def _sent(self) -> str:
        action = self.sender()
        return str(action.data()) if isinstance(action, QAction) else ""

    @Slot()
    def _on_text(self) -> None:
        self._change(text=self.text.text())

    @Slot(int)
    def _on_closeness(self, value: int) -> None:
        self.regroup(max_distance=None if value == self.closeness.maximum() else float(value))
        self._show()

    @Slot()
    def _on_folder(self) -> None:
        self._change(folder=self._sent())

    @Slot()
    def _on_kind(self) -> None:
        self._change(kind=self._sent())

    @Slot()
    def _on_scope(self) -> None:
        self.regroup(scope=self._sent())

    @Slot()
    def _on_sort(self) -> None:
        self._change(sort=self._sent())
