"""The filmstrip of the query, and the two handles that choose the part to search by."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from vhdesk.ui.formats import clock
from vhdesk.ui.theme import Theme

STEP_MS = 100
BIG_STEP_MS = 1000
# A shorter part would show next to nothing.
LEAST_MS = 300
HANDLE = 12
GRIP = 4
CELLS = 10
# After the last key the search begins, so that ten presses are one search.
SETTLE_MS = 450


class TrimHandle(QAbstractSlider):
    """One end of the part; its value is a time in milliseconds."""

    def __init__(self, theme: Theme, name: str, strip: Filmstrip) -> None:
        super().__init__(strip)
        self._theme = theme
        self._strip = strip
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Drag, or press the arrow keys: 0.1 s, with Shift 1 s"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setSingleStep(STEP_MS)
        self.setPageStep(BIG_STEP_MS)

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Spoken as a time, not as a number."""
        super().sliderChange(change)
        self.setAccessibleDescription(clock(self.value(), tenths=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by a tenth of a second, with Shift by a second."""
        sign = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}.get(
            Qt.Key(event.key())
        )
        if sign is None:
            super().keyPressEvent(event)
            return
        big = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.setValue(self.value() + sign * (BIG_STEP_MS if big else STEP_MS))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if self.isSliderDown():
            self.setValue(self._strip.time_at(self.mapToParent(event.position()).x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded bar in the accent; a ring around it while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        bar = QRectF(area.center().x() - GRIP / 2, area.top() + 1, GRIP, area.height() - 2)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("text"), 1.5))
            bar = bar.adjusted(-1.5, 0, 1.5, 0)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(bar, 3, 3)
        painter.end()


class Filmstrip(QWidget):
    """Pictures of a whole video side by side, and the part that is chosen.

    Attributes:
        start: the handle at the start of the part.
        end: the handle at its end.

    Signals:
        moved: the part changes, start and end in milliseconds; nothing is searched yet.
        chosen: the part was let go: start and end, ``None`` where it is that of the video.
    """

    moved = Signal(int, int)
    chosen = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._images: dict[int, QImage] = {}
        self._match: tuple[int, int] | None = None
        self._last: tuple[int, int] = (0, 0)
        self._grabbed: tuple[int, int, int] | None = None
        self._duration_ms = 0
        self.setAccessibleName(self.tr("Filmstrip of the query"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.start = TrimHandle(theme, self.tr("Start of the part to search by"), self)
        self.end = TrimHandle(theme, self.tr("End of the part to search by"), self)
        for handle in (self.start, self.end):
            handle.valueChanged.connect(self._on_moved)
            handle.sliderReleased.connect(self._choose)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._choose)
        theme.changed.connect(self.update)
        self.show_video(0)

    def sizeHint(self) -> QSize:
        """As high as three lines of text."""
        return QSize(320, max(48, round(self.fontMetrics().height() * 3.2)))

    @property
    def duration_ms(self) -> int:
        """Length of the video; 0 while it is not known."""
        return self._duration_ms

    @property
    def part(self) -> tuple[int, int]:
        """Start and end of the part, milliseconds."""
        return self.start.value(), self.end.value()

    @property
    def whole(self) -> bool:
        """Whether the part is all of it."""
        return self.part == (0, self._duration_ms)

    def show_video(self, duration_ms: int, from_ms: int | None = None, to_ms: int | None = None) -> None:
        """Show the part of a video of this length; 0 while nothing is known of it."""
        self._duration_ms = duration_ms
        start = min(max(0, from_ms or 0), duration_ms)
        end = duration_ms if to_ms is None else min(max(start, to_ms), duration_ms)
        self._last = (start, end)
        for handle in (self.start, self.end):
            handle.blockSignals(True)
            handle.setRange(0, duration_ms)
        self.start.setValue(start)
        self.end.setValue(end)
        self._bound()
        for handle in (self.start, self.end):
            handle.blockSignals(False)
            handle.setVisible(duration_ms > LEAST_MS)
        self._settle.stop()
        self._place()

    def show_images(self, images: dict[int, QImage]) -> None:
        """Show the pictures that are here, by place."""
        self._images = images
        self.update()

    def show_match(self, match: tuple[int, int] | None) -> None:
        """Mark the stretch that a result matches."""
        self._match = match
        self.update()

    def choose_whole(self) -> None:
        """Search by all of it."""
        if not self.whole:
            self._move(0, self._duration_ms)
            self._choose()

    def _bound(self) -> None:
        self.start.setMaximum(max(0, self.end.value() - LEAST_MS))
        self.end.setMinimum(min(self._duration_ms, self.start.value() + LEAST_MS))

    @Slot()
    def _on_moved(self) -> None:
        self._bound()
        self._place()
        self.moved.emit(*self.part)
        if not (self.start.isSliderDown() or self.end.isSliderDown() or self._grabbed):
            self._settle.start()

    @Slot()
    def _choose(self) -> None:
        self._settle.stop()
        if self.part != self._last:
            self._last = start, end = self.part
            self.chosen.emit(start or None, end if end < self._duration_ms else None)

    # Where things are

    @property
    def _film(self) -> QRectF:
        half = HANDLE / 2
        return QRectF(half, 4, self.width() - HANDLE, self.height() - 8)

    def time_at(self, x: float) -> int:
        """The moment at a place, milliseconds."""
        film = self._film
        share = (x - film.left()) / max(1.0, film.width())
        return round(min(1.0, max(0.0, share)) * self._duration_ms)

    def x_of(self, time_ms: int) -> float:
        """The place of a moment."""
        film = self._film
        return film.left() + film.width() * time_ms / max(1, self._duration_ms)

    def _place(self) -> None:
        for handle in (self.start, self.end):
            handle.setGeometry(round(self.x_of(handle.value()) - HANDLE / 2), 0, HANDLE, self.height())
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Handles stay at their times."""
        self._place()

    def hideEvent(self, _event: QHideEvent) -> None:
        """Nothing is searched by a strip that nobody sees."""
        self._settle.stop()

    # The part as a whole

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the part between the handles, or bring the nearer handle here."""
        if event.button() != Qt.MouseButton.LeftButton or not self.start.isVisible():
            return
        moment = self.time_at(event.position().x())
        start, end = self.part
        if start < moment < end and not self.whole:
            self._grabbed = (moment, start, end)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif not start <= moment <= end:
            handle = self.start if moment < start else self.end
            handle.setFocus(Qt.FocusReason.MouseFocusReason)
            handle.setSliderDown(True)
            handle.setValue(moment)
            handle.setSliderDown(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the part."""
        if self._grabbed is None:
            return
        moment, start, end = self._grabbed
        by = self.time_at(event.position().x()) - moment
        by = max(-start, min(self._duration_ms - end, by))
        self._move(start + by, end + by)

    def _move(self, start: int, end: int) -> None:
        for handle in (self.start, self.end):
            handle.blockSignals(True)
            handle.setRange(0, self._duration_ms)
        self.start.setValue(start)
        self.end.setValue(end)
        for handle in (self.start, self.end):
            handle.blockSignals(False)
        self._on_moved()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the part go."""
        if self._grabbed is not None:
            self._grabbed = None
            self.unsetCursor()
            self._choose()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """All of it again."""
        self.choose_whole()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pictures, a veil over what is not searched by, a frame around what is."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        film = self._film
        shape = QPainterPath()
        shape.addRoundedRect(film, 5, 5)
        painter.fillPath(shape, self._theme.colour("well"))
        painter.setClipPath(shape)
        for place, image in self._images.items():
            self._paint_cell(painter, film, place, image)
        painter.setClipping(False)
        if self._duration_ms > LEAST_MS:
            self._paint_part(painter, film, shape)
        painter.end()

    def _paint_cell(self, painter: QPainter, film: QRectF, place: int, image: QImage) -> None:
        if image.isNull():
            return
        width = film.width() / CELLS
        cell = QRectF(film.left() + place * width, film.top(), width, film.height())
        scale = max(cell.width() / image.width(), cell.height() / image.height())
        shown = QPointF(cell.width() / scale, cell.height() / scale)
        source = QRectF((image.width() - shown.x()) / 2, (image.height() - shown.y()) / 2, shown.x(), shown.y())
        painter.drawImage(cell, image, source)

    def _paint_part(self, painter: QPainter, film: QRectF, shape: QPainterPath) -> None:
        left, right = self.x_of(self.start.value()), self.x_of(self.end.value())
        if not self.whole:
            veil = QColor(self._theme.tokens.card)
            veil.setAlpha(185)
            outside = QPainterPath()
            outside.addRect(film)
            inside = QPainterPath()
            inside.addRect(QRectF(left, film.top(), right - left, film.height()))
            painter.setClipPath(shape)
            painter.fillPath(outside.subtracted(inside), veil)
            painter.setClipping(False)
        if self._match is not None:
            at = QRect(round(self.x_of(self._match[0])), round(film.bottom()) - 4, 0, 4)
            at.setRight(round(self.x_of(self._match[1])))
            painter.setClipPath(shape)
            painter.fillRect(at, self._theme.colour("good"))
            painter.setClipping(False)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left, film.top(), right - left, film.height()).adjusted(0, 0, 0, 0), 4, 4)
