"""A chart as a file: PNG and SVG with its title and legend, CSV with its numbers."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from vhdesk.desk import Desk
from vhdesk.errors import DiskProblem, printable
from vhdesk.ui.charts.data import LineChart
from vhdesk.ui.charts.looks import draw_sample
from vhdesk.ui.charts.plot import Plot
from vhdesk.ui.theme import Theme

WIDTH, PLOT_HEIGHT, LINE = 800, 480, 22
EDGE = 16
SHARPNESS = 2


@dataclass(frozen=True)
class ChartErrand:
    """Write a chart, whole or not at all."""

    target: Path
    content: bytes

    def do(self, _desk: Desk) -> None:
        """Write it.

        Raises:
            DiskProblem: it cannot be written.
        """
        part = self.target.with_name(self.target.name + ".part")
        try:
            part.write_bytes(self.content)
            os.replace(part, self.target)
        except OSError as problem:
            part.unlink(missing_ok=True)
            raise DiskProblem(
                f"{printable(str(self.target))} cannot be written ({problem.strerror}). Choose another place, or free "
                "space."
            ) from problem


def as_csv(plot: Plot) -> bytes:
    """The numbers of every line, shown or not."""
    text = io.StringIO(newline="")
    if plot.chart is not None:
        csv.writer(text).writerows(plot.chart.table())
    return text.getvalue().encode()


def as_png(plot: Plot, theme: Theme) -> bytes:
    """A picture twice as sharp as a plain screen."""
    size = _size(plot)
    image = QImage(size * SHARPNESS, QImage.Format.Format_ARGB32)
    image.fill(theme.colour("panel"))
    per_metre = round(plot.logicalDpiX() / 0.0254)  # the axes are pictures made for the screen
    image.setDotsPerMeterX(per_metre)
    image.setDotsPerMeterY(per_metre)
    painter = QPainter(image)
    painter.scale(SHARPNESS, SHARPNESS)
    _paint(painter, plot, theme)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())


def as_svg(plot: Plot, theme: Theme) -> bytes:
    """A drawing that is sharp at every size."""
    size = _size(plot)
    held = QByteArray()
    buffer = QBuffer(held)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setResolution(plot.logicalDpiX())  # the axes are pictures made for the screen
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(plot.chart.title if plot.chart is not None else "")
    painter = QPainter(generator)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), theme.colour("panel"))
    _paint(painter, plot, theme)
    painter.end()
    return bytes(held.data())


def _entries(plot: Plot) -> list[int]:
    return list(plot.visible) if isinstance(plot.chart, LineChart) else []


def _size(plot: Plot) -> QSize:
    return QSize(WIDTH, PLOT_HEIGHT + LINE * (3 + len(_entries(plot))) + 2 * EDGE)


def _paint(painter: QPainter, plot: Plot, theme: Theme) -> None:
    """Title, plot, legend and note, from top to bottom."""
    chart = plot.chart
    if chart is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(plot.font())
    font.setPixelSize(13)
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(theme.colour("text"))
    wide = WIDTH - 2 * EDGE
    middle = int(Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(QRectF(EDGE, EDGE, wide, LINE), middle, chart.title)
    top = EDGE + LINE
    _paint_scene(painter, plot, theme, QRectF(EDGE, top, wide, PLOT_HEIGHT))
    top += PLOT_HEIGHT + LINE // 2
    painter.setFont(font)
    for place in _entries(plot):
        assert isinstance(chart, LineChart)
        draw_sample(painter, QRectF(EDGE, top, 32, LINE), plot.looks[place])
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(EDGE + 44, top, wide - 44, LINE), middle, chart.series[place].name)
        top += LINE
    painter.setPen(theme.colour("dim"))
    painter.drawText(QRectF(EDGE, top, wide, LINE), middle, chart.note)


def _paint_scene(painter: QPainter, plot: Plot, theme: Theme, area: QRectF) -> None:
    """The plot as if its widget were as large as the area: another one of that size."""
    other = Plot(theme)
    other.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    other.resize(round(area.width()), round(area.height()))
    other.show()
    try:
        if plot.chart is not None:
            other.show_chart(plot.chart, plot.visible)
        other.grab()  # lays out the axes, which their pictures are made of
        other.view.render(painter, area, other.view.rect())
    finally:
        other.hide()
        other.deleteLater()
