"""What the pages behind the Tools menu share: a title, the way back, room for a few buttons, and their cards."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vhdesk.ui.controls import button, label
from vhdesk.ui.theme import Theme

BREAK = "\u200b"


def breakable(text: str) -> str:
    """A text whose long names and addresses may go on in the next line."""
    return re.sub(r"(?<=\w)([_/\\-]|\.(?=[a-z]))(?=\w)", rf"\1{BREAK}", text)


class ToolPage(QWidget):
    """Takes the place of the work until the user goes back; Escape goes back, too.

    Attributes:
        back_button: goes back.
        buttons: at the right end of the title.
        body: below it.

    Signals:
        back_asked: show what was there before.
    """

    back_asked = Signal()

    def __init__(self, theme: Theme, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back_button = button(self.tr("Back"), self.tr("Back to the library and its searches"), parent=self)
        self.back_button.clicked.connect(self.back_asked)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.back_button)
        head.addWidget(label(title, "title", self))
        head.addStretch(1)
        head.addLayout(self.buttons)
        self.hint = label(hint, "dim", self, wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.hint)
        layout.addSpacing(4)
        layout.addLayout(self.body, 1)
        theme.changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        self.back_button.setIcon(self._theme.icon("back", "text"))

    def showEvent(self, event: QShowEvent) -> None:
        """The window is at least as large as the page needs, but only while it is shown."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Other pages, and the docks beside them, get their room."""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
            return
        super().keyPressEvent(event)


class SideArea(QScrollArea):
    """A column of a fixed number of letters, as high as it needs and scrolled beyond that.

    Attributes:
        column: what is in it.
    """

    def __init__(self, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = letters
        self.setObjectName("plain")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 12, 0)
        self.column.setSpacing(8)
        self.setWidget(inside)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * self._letters)

    def changeEvent(self, event: QEvent) -> None:
        """It grows with the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "column"):
            self._fit()


class Facts(QWidget):
    """Names and values, one below the other; those without a value are not shown."""

    def __init__(self, names: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for key, name in names:
            title, value = label(name, "small", self), label("", "", self, wrap=True)
            value.setAccessibleName(name)
            value.setContentsMargins(0, 0, 0, 6)
            layout.addWidget(title)
            layout.addWidget(value)
            self._rows[key] = title, value

    def show_values(self, values: dict[str, str]) -> None:
        """Show them by key."""
        for key, (title, value) in self._rows.items():
            text = values.get(key, "")
            value.setText(breakable(text))
            title.setVisible(bool(text))
            value.setVisible(bool(text))
        layout = self.layout()
        if layout is not None:
            layout.activate()  # what holds this learns of the new height with the next event, not the one after it

    def text(self, key: str) -> str:
        """What is shown for a key."""
        return self._rows[key][1].text().replace(BREAK, "")
