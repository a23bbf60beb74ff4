"""The options of a stage as fields: each made from the option's kind, with its title, what it is for, its default."""

from __future__ import annotations

import dataclasses
import math
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from vhdesk.desk import printable
from vhdesk.ui.controls import button, label
from vhdesk.ui.setting_row import ChoiceBox
from vhdesk.ui.training.words import help_of, title_of

PATH = Qt.ItemDataRole.UserRole


class PathList(QListWidget):
    """Some files or folders; Delete takes the selected ones from the list, never from the disk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("folderList")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Those on the list."""
        return tuple(Path(self.item(row).data(PATH)) for row in range(self.count()))

    def add(self, path: str) -> None:
        """Put one on the list, once."""
        if path and Path(path) not in self.paths:
            item = QListWidgetItem(printable(path), self)
            item.setData(PATH, path)
            item.setToolTip(printable(path))

    @Slot()
    def take_selected(self) -> None:
        """Take the selected ones off the list."""
        for item in self.selectedItems():
            self.takeItem(self.row(item))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete."""
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.take_selected()
            return
        super().keyPressEvent(event)


class OptionField(QWidget):
    """One option.

    Attributes:
        name: of the option.
        title: as it is shown.
        problem: says what is wrong with what was typed, else hidden.
        editor: what it is changed with; its kind follows the option's.
    """

    def __init__(self, item: dataclasses.Field[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        self._rule = item.metadata
        self.name = item.name
        self.title = title_of(item.name)
        self.help = help_of(item.name, self._rule["help"])
        self.problem = label("", "warn", self, wrap=True)
        self.problem.hide()
        self._beside: list[QWidget] = []
        self.editor = self._make_editor()
        self.editor.setAccessibleName(self.title)
        self.editor.setAccessibleDescription(self.help)
        self._lay_out()

    # The editor

    def _make_editor(self) -> QWidget:
        kind = self._rule["kind"]
        default: Any = self._item.default
        if kind == "flag":
            check = QCheckBox(self.title, self)
            check.setChecked(bool(default))
            return check
        if self._rule["choices"]:
            box = ChoiceBox(self)
            for choice in self._rule["choices"]:
                box.addItem(choice, choice)
            box.setCurrentIndex(box.findData(default))
            return box
        if kind == "paths":
            return self._make_list()
        line = QLineEdit(self)
        if kind == "text":
            line.setText(str(default))
        elif kind in {"number", "real"} and default is not None:
            line.setText(self._shown(default))
        elif kind == "path":
            browse = button(self.tr("Choose…"), self.tr("Choose: {title}").replace("{title}", self.title), parent=self)
            browse.clicked.connect(self._browse)
            self._beside.append(browse)
        line.setToolTip(self.help)
        return line

    def _make_list(self) -> PathList:
        made = PathList(self)
        made.setFixedHeight(3 * (self.fontMetrics().height() + 14))
        add = button(self.tr("Add…"), self.tr("Add to: {title}").replace("{title}", self.title), parent=self)
        take = button(self.tr("Take off"), self.tr("Take the selected off: {title}").replace("{title}", self.title))
        take.setParent(self)
        add.clicked.connect(self._browse)
        take.clicked.connect(made.take_selected)
        self._beside += [add, take]
        return made

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(3)
        if not isinstance(self.editor, QCheckBox):
            name = label(self.title, "", self, wrap=True)
            name.setBuddy(self.editor)
            layout.addWidget(name)
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if isinstance(self.editor, PathList):
            layout.addWidget(self.editor)
        row = QHBoxLayout()
        row.setSpacing(8)
        if not isinstance(self.editor, PathList):
            row.addWidget(self.editor, 1)
        for part in self._beside:
            row.addWidget(part)
        if isinstance(self.editor, PathList):
            row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        layout.addWidget(label(self.help, "small", self, wrap=True))

    @Slot()
    def _browse(self) -> None:
        if self._rule["metavar"] in {"DIR", "FOLDER"}:
            chosen = QFileDialog.getExistingDirectory(self, self.title)
        else:
            chosen, _ = QFileDialog.getOpenFileName(self, self.title)
        if chosen:
            self.put(Path(chosen))

    def hint(self, text: str) -> None:
        """What an empty line means."""
        if isinstance(self.editor, QLineEdit):
            self.editor.setPlaceholderText(text)

    # The value

    def put(self, value: Any) -> None:
        """Show a value; a path is added where there may be several."""
        if isinstance(self.editor, PathList):
            for path in value if isinstance(value, tuple) else (value,):
                self.editor.add(str(path))
        elif isinstance(self.editor, QCheckBox):
            self.editor.setChecked(bool(value))
        elif isinstance(self.editor, ChoiceBox):
            self.editor.setCurrentIndex(self.editor.findData(value))
        elif isinstance(self.editor, QLineEdit):
            number = isinstance(value, int | float) and self._rule["kind"] in {"number", "real"}
            self.editor.setText(self._shown(value) if number else str(value))

    def value(self) -> Any:
        """What the option is to be.

        Raises:
            ValueError: what was typed cannot be it; the field says why.
        """
        self.complain("")
        kind, editor = self._rule["kind"], self.editor
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, ChoiceBox):
            return editor.currentData()
        if isinstance(editor, PathList):
            return editor.paths
        text = editor.text().strip() if isinstance(editor, QLineEdit) else ""
        if kind == "path":
            return Path(text) if text else None
        if kind == "text":
            return text or self._item.default
        if not text:
            return self._item.default
        if kind == "numbers":
            return self._numbers(text)
        return self._number(text, whole=kind == "number")

    def _numbers(self, text: str) -> tuple[int, ...]:
        parts = [part.strip() for part in text.replace(";", ",").split(",")]
        if not all(part.isdecimal() for part in parts if part):
            raise self._wrong(self.tr("Whole numbers with commas between them, please."))
        return tuple(int(part) for part in parts if part)

    def _number(self, text: str, *, whole: bool) -> float:
        for locale in (QLocale(), QLocale.c()):
            value, fits = locale.toInt(text) if whole else locale.toDouble(text)
            if fits and math.isfinite(value):
                break
        else:
            raise self._wrong(self.tr("A whole number, please.") if whole else self.tr("A number, please."))
        low, high = self._rule["low"], self._rule["high"]
        if (low is not None and value < low) or (high is not None and value > high):
            if high is None:
                raise self._wrong(self.tr("At least {low}, please.").replace("{low}", self._shown(low)))
            text = self.tr("From {low} to {high}, please.").replace("{low}", self._shown(low or 0))
            raise self._wrong(text.replace("{high}", self._shown(high)))
        return value

    def _shown(self, value: float) -> str:
        locale = QLocale()
        return locale.toString(value) if isinstance(value, int) else locale.toString(float(value), "g", 6)

    def _wrong(self, sentence: str) -> ValueError:
        self.complain(sentence)
        return ValueError(sentence)

    def complain(self, sentence: str) -> None:
        """Say what is wrong with what was chosen; nothing where it is empty."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.editor.setProperty("wrong", bool(sentence))
        self.editor.style().polish(self.editor)
