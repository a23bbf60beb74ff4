"""A slider that explains itself: title, value, one line of words, and the way back to its default."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from vhdesk.ui.controls import button, label


class Knob(QWidget):
    """A slider over a few values, evenly spaced whatever they are.

    Attributes:
        slider: its positions are places in the values.
        value: that is set; it may lie between two positions where it was set elsewhere.
        reset_button: there while the value is not the default.

    Signals:
        moved: the user chose a value.
    """

    moved = Signal(object)

    def __init__(self, title: str, hint: str, values: Sequence[float], default: float, parent: QWidget | None = None):
        super().__init__(parent)
        self._values = tuple(values)
        self._default = default
        self._hint = hint
        self.value: float = default
        self.title = label(title, "strong", self)
        self.shown = label("", "strong", self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, len(self._values) - 1)
        self.slider.setPageStep(max(1, len(self._values) // 10))
        self.slider.setAccessibleName(title)
        self.slider.setToolTip(hint)
        self.slider.valueChanged.connect(self._on_moved)
        self.hint = label(hint, "small", self, wrap=True)
        self.reset_button = button(self.tr("reset"), self.tr("Reset {title}").replace("{title}", title), "link", self)
        self.reset_button.clicked.connect(self._reset)
        self._lay_out()
        self.show_value(default)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.reset_button)
        head.addWidget(self.shown)
        # The line keeps its height when the button comes.
        policy = self.reset_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset_button.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.slider)
        layout.addWidget(self.hint)

    def text_of(self, value: float) -> str:
        """The value as it is read; the kinds of knobs differ in it."""
        return f"{value:g}"

    def explain(self, reason: str) -> None:
        """Say why the slider cannot be used, and how it could; an empty reason lets it be used."""
        self.slider.setEnabled(not reason)
        self.hint.setText(reason or self._hint)
        self.slider.setToolTip(reason or self._hint)
        self._describe()

    def show_value(self, value: float) -> None:
        """Show a value that was set elsewhere."""
        self.value = value
        place = min(range(len(self._values)), key=lambda at: abs(self._values[at] - value))
        self.slider.blockSignals(True)
        self.slider.setValue(place)
        self.slider.blockSignals(False)
        self._describe()

    def _describe(self) -> None:
        text = self.text_of(self.value)
        self.shown.setText(text)
        self.slider.setAccessibleDescription(f"{text}. {self.hint.text()}")
        self.reset_button.setVisible(self.value != self._default)

    @Slot(int)
    def _on_moved(self, place: int) -> None:
        self.value = self._values[place]
        self._describe()
        self.moved.emit(self.value)

    @Slot()
    def _reset(self) -> None:
        self.show_value(self._default)
        self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit(self._default)
