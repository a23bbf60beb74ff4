"""Pages for when there is nothing to show yet, or nothing can be shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.ui.controls import IconLabel, button, label
from vhdesk.ui.theme import Theme

# Longer lines are hard to follow.
WIDEST = 120


class MessagePage(QWidget):
    """An icon, a title, a sentence and up to three buttons, in the middle of their room.

    Attributes:
        framed: draw the dashed frame of a place to drop things.
        buttons: the three of them; those without a text are not shown.

    Signals:
        first: the first button was pressed.
        second: the second button was pressed.
        third: the third button was pressed.
    """

    first = Signal()
    second = Signal()
    third = Signal()

    def __init__(self, theme: Theme, icon: str, *, framed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.framed = framed
        self.icon = IconLabel(theme, icon, 56, "accent", self)
        self.title = label("", "title", self, wrap=True)
        self.sentence = label("", "dim", self, wrap=True)
        self.note = label("", "warn", self, wrap=True)
        self.first_button = button("", "", "primary", self)
        self.second_button = button("", "", "", self)
        self.third_button = button("", "", "", self)
        self.buttons = (self.first_button, self.second_button, self.third_button)
        for part, signal in zip(self.buttons, (self.first, self.second, self.third), strict=True):
            part.clicked.connect(signal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(48, 32, 48, 32)
        layout.setSpacing(12)
        layout.addStretch(4)
        layout.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(4)
        self._words = words = QWidget(self)
        self._fit()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for text in (self.title, self.sentence, self.note):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(text)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words, 100)
        middle.addStretch(1)
        layout.addLayout(middle)
        layout.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        for part in self.buttons:
            row.addWidget(part)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(5)
        theme.changed.connect(self.update)
        self.say("", "")

    def _fit(self) -> None:
        self._words.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)

    def changeEvent(self, event: QEvent) -> None:
        """Lines stay as long in words as they were."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_words"):
            self._fit()

    def say(self, title: str, sentence: str, note: str = "") -> None:
        """Set the texts; empty ones take no room."""
        for widget, text in ((self.title, title), (self.sentence, sentence), (self.note, note)):
            widget.setText(text)
            widget.setVisible(bool(text))
        for part in self.buttons:
            part.setVisible(bool(part.text()))

    def offer(self, part: QPushButton, text: str, accessible: str, *, enabled: bool = True, tip: str = "") -> None:
        """Set one of the buttons."""
        part.setText(text)
        part.setAccessibleName(accessible)
        part.setEnabled(enabled)
        part.setToolTip(tip)
        part.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dashed frame."""
        if not self.framed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._theme.colour("dim")
        line.setAlpha(120)
        pen = QPen(line, 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        painter.end()


class StartPage(QWidget):
    """First start: the whole window is one place to drop, with two ways in.

    Attributes:
        page: the drop place itself.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = MessagePage(theme, "drop", framed=True, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addWidget(self.page)
        self.page.offer(
            self.page.first_button, self.tr("Add a folder of videos"), self.tr("Choose a folder of videos to add")
        )
        self.page.offer(
            self.page.second_button, self.tr("Try the sample library"), self.tr("Make and search a sample library")
        )
        self.page.say(
            self.tr("Drop a folder of videos here"),
            self.tr(
                "vhdesk reads it once, on this computer alone. "
                "Then drop a clip or a picture, and see where it appears, to the second."
            ),
        )

    def set_writable(self, writable: bool) -> None:
        """A library that may only be read takes no folder."""
        tip = "" if writable else self.tr("This library can be read but not written.")
        for part in (self.page.first_button, self.page.second_button):
            part.setEnabled(writable)
            part.setToolTip(tip)
        self.page.note.setText(tip)
        self.page.note.setVisible(bool(tip))
