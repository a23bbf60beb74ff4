"""How lines are told apart: by colour, by dashes and by marks, so that none has to do it alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from vhdesk.ui.theme import Theme

# Beside the roles of the theme; every one stands out from the panel by three to one.
DARK = ("#5b9dff", "#38c793", "#f0b429", "#e58ad6", "#ff9068", "#9ba3b2")
LIGHT = ("#1f6feb", "#12805c", "#8a5c00", "#a3359a", "#c2410c", "#5d6675")
DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
MARKS = ("o", "s", "t", "d", "+", "x", "star")


@dataclass(frozen=True)
class Look:
    """How a line is drawn."""

    colour: QColor
    dashes: Qt.PenStyle
    mark: str

    def pen(self) -> QPen:
        """For the line, a pixel and a half wide on every screen."""
        pen = QPen(self.colour, 1.6, self.dashes)
        pen.setCosmetic(True)
        return pen


def look_of(place: int, theme: Theme, *, control: bool) -> Look:
    """The look of a line by its place in the chart; controls are dashed."""
    colours = DARK if theme.dark else LIGHT
    dashes = DASHES[1 + place % 3] if control else DASHES[0]
    return Look(QColor(colours[place % len(colours)]), dashes, MARKS[place % len(MARKS)])


def draw_sample(painter: QPainter, area: QRectF, look: Look) -> None:
    """A stretch of the line, for a legend."""
    middle = area.center().y()
    painter.setPen(look.pen())
    painter.drawLine(QLineF(QPointF(area.left(), middle), QPointF(area.right(), middle)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour)
    painter.drawEllipse(area.center(), 2.5, 2.5)


def sample_icon(look: Look, width: int, height: int, ratio: float) -> QIcon:
    """The same as an icon."""
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_sample(painter, QRectF(1, 0, width - 2, height), look)
    painter.end()
    return QIcon(pixmap)
