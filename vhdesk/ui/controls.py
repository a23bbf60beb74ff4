"""Small parts that several panes are made of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimerEvent, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from vhdesk.ui.theme import Theme


def label(text: str, role: str, parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A text in one of the roles of the style sheet: caption, dim, small, strong, lead, title, warn."""
    made = QLabel(text, parent)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return made


def button(text: str, accessible: str, role: str = "", parent: QWidget | None = None) -> QPushButton:
    """A push button in one of the roles of the style sheet: primary, link or plain."""
    made = QPushButton(text, parent)
    made.setProperty("role", role)
    made.setAccessibleName(accessible)
    made.setAutoDefault(False)
    return made


class ElidedLabel(QLabel):
    """A label of one line that shortens its text in the middle instead of asking for room."""

    def __init__(self, role: str, parent: QWidget | None = None, mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle):
        super().__init__(parent)
        self.setProperty("role", role)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits."""
        painter = QPainter(self)
        area = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), self._mode, area.width())
        painter.drawText(area, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()


class ThinBar(QProgressBar):
    """A progress bar of a few pixels in the colour of progress; without a range it shows that work goes on.

    Attributes:
        quiet: the work stands still (paused): the bar is grey.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._phase = 0.0
        self._timer = 0
        self.quiet = False
        self.setTextVisible(False)
        self.setFixedHeight(6)
        theme.changed.connect(self.update)

    @property
    def _busy(self) -> bool:
        return self.maximum() == self.minimum()

    def event(self, event: QEvent) -> bool:
        """The busy bar moves only while it can be seen."""
        if event.type() == QEvent.Type.Show and not self._timer:
            self._timer = self.startTimer(40)
        elif event.type() == QEvent.Type.Hide and self._timer:
            self.killTimer(self._timer)
            self._timer = 0
        return super().event(event)

    def timerEvent(self, _event: QTimerEvent) -> None:
        """One step of the busy bar."""
        if self._busy and not self.quiet:
            self._phase = (self._phase + 0.018) % 1.0
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded groove with a rounded share of it filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        radius = area.height() / 2
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(area, radius, radius)
        painter.setBrush(self._theme.colour("dim" if self.quiet else "good"))
        if self._busy:
            width = area.width() * 0.3
            left = (area.width() + width) * self._phase - width
            filled = QRectF(left, 0, width, area.height()).intersected(area)
        else:
            share = (self.value() - self.minimum()) / (self.maximum() - self.minimum())
            filled = QRectF(0, 0, max(area.height(), area.width() * share) if share > 0 else 0, area.height())
        if filled.width() > 0:
            painter.drawRoundedRect(filled, radius, radius)
        painter.end()


class IconLabel(QLabel):
    """An icon of ours in the colour of a role, redrawn when the look changes."""

    def __init__(self, theme: Theme, name: str, size: int, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name, self._size, self._role = theme, name, size, role
        self.setFixedSize(size, size)
        theme.changed.connect(self._draw)
        self._draw()

    def set_icon(self, name: str, role: str) -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self._draw()

    @Slot()
    def _draw(self) -> None:
        self.setPixmap(self._theme.pixmap(self._name, self._size, self._role, self.devicePixelRatioF()))


def padded(inner: QWidget, left: int, top: int, right: int, bottom: int) -> QWidget:
    """A widget with some room around it."""
    outer = QWidget(inner.parentWidget())
    layout = QVBoxLayout(outer)
    layout.setContentsMargins(left, top, right, bottom)
    layout.addWidget(inner)
    return outer
