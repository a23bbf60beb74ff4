"""One setting in the dock: its title, its editor made from the type of the value, help, effect and default."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from vhdesk.ui.controls import button, label
from vhdesk.ui.languages import NAMES, setting_text
from vhdesk.ui.preferences import Preferences


class NumberField(QLineEdit):
    """A number by the locale; the arrow keys step. What is typed is judged when it is finished, and told in place.

    Signals:
        entered: the text is finished.
    """

    entered = Signal()

    def __init__(self, kind: type, low: float | None, high: float | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._low, self._high = kind, low, high
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self.entered)

    @property
    def step(self) -> float:
        """What one press of an arrow key changes."""
        if self._kind is int:
            return 1
        return (self._high - self._low) / 100 if self._low is not None and self._high is not None else 0.01

    def text_of(self, value: float) -> str:
        """A value as it is written here."""
        locale = QLocale()
        return locale.toString(value) if self._kind is int else locale.toString(float(value), "g", 6)

    def show_value(self, value: float) -> None:
        """Write a value."""
        self.setText(self.text_of(value))

    def value(self) -> float | None:
        """The number that is written; ``None`` where it is none."""
        locale, text = QLocale(), self.text().strip()
        number, fits = locale.toInt(text) if self._kind is int else locale.toDouble(text)
        if not fits:
            number, fits = QLocale.c().toInt(text) if self._kind is int else QLocale.c().toDouble(text)
        return self._kind(number) if fits else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down step, within the bounds."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        value = self.value()
        if event.key() not in steps or value is None:
            super().keyPressEvent(event)
            return
        value = self._kind(value + steps[Qt.Key(event.key())] * self.step)
        if self._low is not None and self._high is not None:
            value = self._kind(min(max(value, self._low), self._high))
        self.show_value(value)
        self.entered.emit()


class ChoiceBox(QComboBox):
    """A list of choices that leaves the mouse wheel to the page while it has no focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the page, not the value."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SettingRow(QWidget):
    """Shows and changes one setting.

    Attributes:
        group: of the settings.
        name: of the field.
        title: as it is shown.
        problem: says what is wrong with what was typed, else hidden.
        reset_button: gives the value its default; hidden where it has it.
    """

    def __init__(
        self, preferences: Preferences, group: str, item: dataclasses.Field[Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences, self._item = preferences, item
        self.group, self.name = group, item.name
        rule = item.metadata
        self.title = setting_text(rule["title"])
        self.help = setting_text(rule["help"])
        self.badge = label(self._effects()[rule["effect"]][0], "badge", self)
        self.badge.setToolTip(self._effects()[rule["effect"]][1])
        self.problem = label("", "warn", self, wrap=True)
        self.mark = label(self.tr("default"), "small", self)
        self.default = label("", "changed", self, wrap=True)
        self.reset_button = button(self.tr("Reset"), self._reset_name(), "link", self)
        self.reset_button.clicked.connect(self.reset)
        self.editor = self._make_editor(rule)
        self.editor.setAccessibleName(self.title)
        self.editor.setAccessibleDescription(f"{self.help} {self.badge.toolTip()}")
        self._lay_out()
        self.refresh()

    def _reset_name(self) -> str:
        return self.tr("Reset {title} to its default").replace("{title}", self.title)

    def _effects(self) -> dict[str, tuple[str, str]]:
        return {
            "live": (self.tr("at once"), self.tr("A change takes effect at once.")),
            "rerank": (self.tr("re-rank"), self.tr("A change orders the results anew.")),
            "reindex": (self.tr("re-index"), self.tr("A change takes effect when the folders are indexed again.")),
            "restart": (self.tr("restart"), self.tr("A change takes effect when the window is opened again.")),
        }

    def _make_editor(self, rule: Any) -> QWidget:
        kind: type = type(self._item.default)
        if kind is bool:
            check = QCheckBox(self.title, self)
            check.toggled.connect(self._on_checked)
            return check
        if rule["choices"]:
            box = ChoiceBox(self)
            for choice in rule["choices"]:
                box.addItem(self.shown(choice), choice)
            box.activated.connect(self._on_chosen)
            return box
        field: QLineEdit
        if kind in (int, float):
            field = NumberField(kind, rule["low"], rule["high"], self)
            field.entered.connect(self._on_number)
        else:
            field = QLineEdit(self)
            field.editingFinished.connect(self._on_text)
        return field

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 12)
        layout.setSpacing(4)
        if not isinstance(self.editor, QCheckBox):
            name = label(self.title, "", self, wrap=True)
            name.setBuddy(self.editor)
            layout.addWidget(name)
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout.addWidget(self.editor)
        layout.addWidget(self.problem)
        layout.addWidget(label(self.help, "small", self, wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        foot.addWidget(self.badge, 0, top)
        foot.addWidget(self.mark, 1, top)
        foot.addWidget(self.default, 1)
        foot.addWidget(self.reset_button, 0, top)
        layout.addLayout(foot)

    def shown(self, value: Any) -> str:
        """A value as a person reads it."""
        if isinstance(value, bool):
            return self.tr("on") if value else self.tr("off")
        editor = getattr(self, "editor", None)
        if isinstance(editor, NumberField):
            return editor.text_of(value)
        if isinstance(value, int | float):
            return QLocale().toString(value)
        return NAMES.get(value) or setting_text(value) or "–"

    @property
    def words(self) -> str:
        """What a search looks through."""
        return f"{self.title} {self.help} {self.group}.{self.name} {self.badge.text()}".casefold()

    @property
    def value(self) -> Any:
        """The setting as it is now."""
        return self._preferences.value(self.group, self.name)

    def refresh(self) -> None:
        """Show the setting as it is now."""
        value = self.value
        if isinstance(self.editor, QCheckBox):
            self.editor.setChecked(value)
        elif isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(self.editor.findData(value))
        elif isinstance(self.editor, NumberField):
            self.editor.show_value(value)
        elif isinstance(self.editor, QLineEdit):
            self.editor.setText(value)
        self._say("")
        same = value == self._item.default
        text = self.tr("Changed; the default is {value}")
        self.default.setText(text.replace("{value}", self.shown(self._item.default)))
        self.default.setVisible(not same)
        self.mark.setVisible(same)
        self.reset_button.setVisible(not same)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.editor.setProperty("wrong", bool(sentence))
        self.editor.style().polish(self.editor)

    @Slot()
    def reset(self) -> None:
        """Give the setting its default."""
        self._preferences.set(self.group, self.name, self._item.default)
        self.refresh()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _on_checked(self, on: bool) -> None:
        self._preferences.set(self.group, self.name, on)

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        if isinstance(self.editor, QComboBox):
            self._say(self._preferences.set(self.group, self.name, self.editor.itemData(index)))

    @Slot()
    def _on_text(self) -> None:
        if isinstance(self.editor, QLineEdit):
            self._say(self._preferences.set(self.group, self.name, self.editor.text()))

    @Slot()
    def _on_number(self) -> None:
        if not isinstance(self.editor, NumberField):
            return
        value, rule = self.editor.value(), self._item.metadata
        if value is None:
            self._say(self.tr("This is no number. The value stays {value}.").replace("{value}", self.shown(self.value)))
        elif rule["low"] is not None and not rule["low"] <= value <= rule["high"]:
            text = self.tr("From {low} to {high}, please. The value stays {value}.")
            for name, number in (("low", rule["low"]), ("high", rule["high"]), ("value", self.value)):
                text = text.replace(f"{{{name}}}", self.shown(number))
            self._say(text)
        else:
            self._say(self._preferences.set(self.group, self.name, value))
