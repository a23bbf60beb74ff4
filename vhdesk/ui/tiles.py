"""What tiles of pictures have in common: the card, the picture, the small labels on it, the bar below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QWidget

from vhdesk.ui.theme import DARK, Theme

GAP = 12
PADDING = 8
BAR = 4
ASPECT = 0.66
# Pills are dark in both looks.
DARK_ON_PILL = {"good": DARK.good, "warn": DARK.warn}


class TileDelegate(QStyledItemDelegate):
    """Paints the parts of a tile; all sizes follow the font."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def fonts(self) -> tuple[QFont, QFont, QFont]:
        """Fonts of the name, of the figures and of the rank."""
        parent = self.parent()
        base = QFont(parent.font()) if isinstance(parent, QWidget) else QFont()
        small, bold = QFont(base), QFont(base)
        small.setPointSizeF(base.pointSizeF() * 0.9)
        bold.setPointSizeF(base.pointSizeF() * 0.9)
        bold.setBold(True)
        return base, small, bold

    def paint_card(self, painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
        """The ground of a tile: selected, with the keyboard, under the mouse."""
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        area = QRectF(card).adjusted(1, 1, -1, -1)
        painter.setBrush(self._theme.colour("selected" if selected else "hover" if hovered else "card"))
        colour = "accent" if selected or focused else ("dim" if hovered else "line")
        painter.setPen(QPen(self._theme.colour(colour), 2 if focused else 1.25))
        painter.drawRoundedRect(area, 8, 8)

    def paint_picture(self, painter: QPainter, area: QRect, image: QImage | None) -> None:
        """A thumbnail that fills its place, an empty place while it comes, an icon where there is none."""
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(area), 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(shape, self._theme.colour("well"))
        if image is None:
            return
        if image.isNull():
            ratio = painter.device().devicePixelRatioF() if painter.device() else 1.0
            icon = self._theme.pixmap("drop", 32, "dim", ratio)
            painter.drawPixmap(area.center().x() - 16, area.center().y() - 16, icon)
            return
        scale = max(area.width() / image.width(), area.height() / image.height())
        width, height = area.width() / scale, area.height() / scale
        source = QRectF((image.width() - width) / 2, (image.height() - height) / 2, width, height)
        painter.setClipPath(shape)
        painter.drawImage(QRectF(area), image, source)
        painter.setClipping(False)

    def pill(self, painter: QPainter, area: QRect, text: str, font: QFont, corner: Qt.Corner, colour: str = "") -> int:
        """A small label in a corner; how wide it became."""
        metrics = QFontMetrics(font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() - 12)
        width, height = metrics.horizontalAdvance(text) + 12, metrics.height() + 2
        pill = QRect(0, 0, width, height)
        right = corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner)
        bottom = corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner)
        pill.moveLeft(area.right() - width + 1 if right else area.left())
        pill.moveTop(area.bottom() - height + 1 if bottom else area.top())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.pill))
        radius = height / 2 if corner is Qt.Corner.TopLeftCorner else 4
        painter.drawRoundedRect(pill, radius, radius)
        painter.setPen(QColor(colour or self._theme.tokens.pill_text))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return width

    def paint_bar(self, painter: QPainter, bar: QRectF, closeness: float) -> None:
        """How close something is, 0..1."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        share = min(1.0, max(0.0, closeness))
        if share > 0:
            painter.setBrush(self._theme.colour("good"))
            filled = QRectF(QPointF(bar.topLeft()), bar.size())
            filled.setWidth(max(float(BAR), bar.width() * share))
            painter.drawRoundedRect(filled, BAR / 2, BAR / 2)
