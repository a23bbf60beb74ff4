"""One frame, as large as there is room; the wheel zooms, dragging moves it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vhdesk.ui.theme import Theme

MOST_ZOOM = 16.0
ZOOM_STEP = 1.25


class FrameView(QWidget):
    """Shows a frame, or why there is none.

    Attributes:
        zoom: 1.0 is all of the frame.
        centre: the place of the frame in the middle of the view, shares of its width and height.

    Signals:
        looked: the user zoomed or moved the frame: zoom and centre.
    """

    looked = Signal(float, QPointF)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self._words = ""
        self._held: QPointF | None = None
        self.zoom = 1.0
        self.centre = QPointF(0.5, 0.5)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(200, 140))
        theme.changed.connect(self.update)

    def show_frame(self, image: QImage) -> None:
        """Show a frame."""
        self._image, self._words = image, ""
        self.update()

    def say(self, words: str) -> None:
        """Show words in place of a frame."""
        self._image, self._words = QImage(), words
        self.setAccessibleDescription(words)
        self.update()

    @property
    def image(self) -> QImage:
        """The frame that is shown; null where none is."""
        return self._image

    def look(self, zoom: float, centre: QPointF) -> None:
        """Zoom and move."""
        self.zoom = min(MOST_ZOOM, max(1.0, zoom))
        half = 0.5 / self.zoom
        self.centre = QPointF(
            min(1 - half, max(half, centre.x())),
            min(1 - half, max(half, centre.y())),
        )
        self.setCursor(Qt.CursorShape.OpenHandCursor if self.zoom > 1 else Qt.CursorShape.ArrowCursor)
        self.update()

    @property
    def _frame(self) -> QRectF:
        """Where the whole frame would be painted."""
        if self._image.isNull():
            return QRectF()
        width, height = self._image.width(), self._image.height()
        scale = min(self.width() / width, self.height() / height) * self.zoom
        shown = QRectF(0, 0, width * scale, height * scale)
        middle = QRectF(self.rect()).center()
        shown.moveTo(middle.x() - self.centre.x() * shown.width(), middle.y() - self.centre.y() * shown.height())
        return shown

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the mouse."""
        frame = self._frame
        if frame.isEmpty() or not event.angleDelta().y():
            return
        before = event.position()
        under = QPointF((before.x() - frame.left()) / frame.width(), (before.y() - frame.top()) / frame.height())
        self.look(self.zoom * (ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP), self.centre)
        frame = self._frame
        away = QPointF(
            (before.x() - frame.left()) / frame.width() - under.x(),
            (before.y() - frame.top()) / frame.height() - under.y(),
        )
        self.look(self.zoom, self.centre - away)
        self.looked.emit(self.zoom, self.centre)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton and self.zoom > 1:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the frame."""
        frame = self._frame
        if self._held is not None and not frame.isEmpty():
            by, self._held = event.position() - self._held, event.position()
            self.look(self.zoom, self.centre - QPointF(by.x() / frame.width(), by.y() / frame.height()))
            self.looked.emit(self.zoom, self.centre)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
        self.look(self.zoom, self.centre)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame on a dark or light well."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        if not self._image.isNull():
            painter.drawImage(self._frame, self._image)
        elif self._words:
            painter.setPen(self._theme.colour("dim"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 16, -24, -16), int(flags), self._words)
        painter.end()
