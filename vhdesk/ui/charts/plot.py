"""The plot itself: lines, bands and maps drawn by pyqtgraph, read out under the mouse and by the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.ui.charts.data import Chart, LineChart, MapChart
from vhdesk.ui.charts.looks import Look, look_of
from vhdesk.ui.formats import cosine, decimal, number
from vhdesk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

# Pixels around a point in which the mouse reads it.
REACH = 28.0
BAND_ALPHA = 36
# Names of categories beside their rows; more than these would lie on each other.
MOST_NAMES = 40


def round_step(least: float) -> int:
    """The least whole number of 1, 2 or 5 and zeros that is no smaller."""
    power = 1
    while True:
        for digit in (1, 2, 5):
            if digit * power >= least:
                return digit * power
        power *= 10


class Plot(QWidget):
    """One chart at a time.

    Attributes:
        chart: that is shown.
        looks: of its lines, by place.
        visible: places of the lines that are shown.

    Signals:
        read: a sentence about the point under the mouse or the keyboard; empty: none.
    """

    read = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        import pyqtgraph as pg

        super().__init__(parent)
        pg.setConfigOptions(antialias=True, exitCleanup=False)
        self._pg = pg
        self._theme = theme
        self.chart: Chart | None = None
        self.looks: tuple[Look, ...] = ()
        self.visible: tuple[int, ...] = ()
        self._items: list[Any] = []
        self._at: tuple[int, int] | None = None
        self._spot: Any = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view = pg.PlotWidget(self)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(self.view.Shape.NoFrame)
        self.view.setMenuEnabled(False)
        self.view.hideButtons()
        self.view.setMouseEnabled(False, False)
        self.view.scene().sigMouseMoved.connect(self._on_mouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self.view)
        theme.changed.connect(self._redraw)

    @Slot()
    def _redraw(self) -> None:
        if self.chart is not None:
            self.show_chart(self.chart, self.visible)

    def show_chart(self, chart: Chart, visible: Sequence[int], *, keep_reading: bool = False) -> None:
        """Draw a chart, or the same one with other lines; one that grows keeps the point that is read."""
        read, self.chart, self.visible = self._at, chart, tuple(visible)
        self._at = None
        self.view.clear()
        self._spot = None
        self._dress()
        if isinstance(chart, LineChart):
            self.looks = tuple(
                look_of(place, self._theme, control=line.control) for place, line in enumerate(chart.series)
            )
            self._draw_lines(chart)
        else:
            self.looks = ()
            self._draw_map(chart)
        self.setAccessibleName(chart.title)
        if keep_reading and read is not None and read[0] in self.visible and read[1] < self._length(read[0]):
            self._show(read)
        else:
            self.read.emit("")

    def _dress(self) -> None:
        theme = self._theme
        self.view.setBackground(theme.colour("panel"))
        font = self.font()
        font.setPointSizeF(max(6.0, font.pointSizeF() * 0.9))
        for side in ("left", "bottom"):
            axis = self.view.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setPen(theme.colour("line"))
            axis.setTextPen(theme.colour("dim"))
            axis.setStyle(tickFont=font, tickLength=-3, hideOverlappingLabels=False)
            axis.setTicks(None)
            axis.label.setFont(font)
        self.view.getAxis("bottom").setHeight(round(QFontMetricsF(font).height() * 2.4) + 6)
        self.view.showGrid(x=False, y=True, alpha=0.25)

    # Lines

    def _x(self, chart: LineChart, value: float) -> float:
        """Where an x lies on the axis."""
        import math

        return math.log2(value) if chart.logarithmic else value

    def _draw_lines(self, chart: LineChart) -> None:
        pg = self._pg
        item = self.view.getPlotItem()
        item.invertY(False)
        for place in self.visible:
            line, look = chart.series[place], self.looks[place]
            xs = [self._x(chart, x) for x, _ in line.points]
            if line.band:
                self._draw_band(xs, line.band, look.colour)
            mark = look.mark if len(xs) <= 25 else None
            self.view.plot(
                xs,
                [y for _, y in line.points],
                pen=look.pen(),
                symbol=mark,
                symbolSize=5,
                symbolBrush=look.colour,
                symbolPen=None if mark not in {"+", "x"} else look.colour,
            )
        if chart.marker is not None:
            pen = QPen(self._theme.colour("accent"), 1, Qt.PenStyle.DashLine)
            pen.setCosmetic(True)
            self.view.addItem(pg.InfiniteLine(self._x(chart, chart.marker), angle=90, pen=pen))
        self._label(chart.x_label, chart.y_label)
        every = [self._x(chart, x) for line in chart.series for x, _ in line.points] or [0.0, 1.0]
        if chart.marker is not None:
            every.append(self._x(chart, chart.marker))
        low, high = min(every), max(every)
        self.view.setRange(xRange=(low, high if high > low else low + 1), yRange=(0, chart.y_top), padding=0.04)
        self._tick(chart, low, high)

    def _draw_band(self, xs: list[float], band: Sequence[tuple[float, float]], colour: QColor) -> None:
        faint = QColor(colour)
        faint.setAlpha(BAND_ALPHA)
        pg = self._pg
        edges = [pg.PlotCurveItem(xs, [pair[side] for pair in band], pen=None) for side in (0, 1)]
        for edge in edges:
            self.view.addItem(edge)
        self.view.addItem(pg.FillBetweenItem(*edges, brush=faint))

    def _label(self, x_label: str, y_label: str) -> None:
        style = {"color": self._theme.colour("dim").name()}
        self.view.setLabel("bottom", x_label, **style)
        self.view.setLabel("left", y_label, **style)

    def _tick(self, chart: LineChart, low: float, high: float) -> None:
        top = chart.y_top
        self.view.getAxis("left").setTicks([[(top * step / 5, cosine(top * step / 5)) for step in range(6)]])
        bottom = self.view.getAxis("bottom")
        if chart.counted:
            apart = round_step(high / 5)
            bottom.setTicks([[(apart * place, number(apart * place)) for place in range(int(high // apart) + 1)]])
        elif chart.logarithmic:
            powers = range(round(low), int(high) + 1)
            step = 1 + len(powers) // 6
            bottom.setTicks([[(power, number(2**power)) for power in powers[::step]]])
        else:
            bottom.setTicks([[(step / 5, cosine(step / 5)) for step in range(6)]])

    # The map

    def _draw_map(self, chart: MapChart) -> None:
        import numpy as np

        pg, found = self._pg, chart.bits
        places = np.array(found.places)
        share = 1 - (places - 1) / found.bits  # 1 matters most
        colours = [self._theme.colour(role) for role in ("panel", "accent", "dim")]
        ground, kept, left = (np.array([c.red(), c.green(), c.blue()]) for c in colours)
        top = np.where((places <= chart.kept)[..., None], kept, left)
        weight = np.where(places <= chart.kept, 0.25 + 0.75 * share, 0.45 * share)[..., None]
        image = (ground * (1 - weight) + top * weight).astype(np.ubyte)
        item = pg.ImageItem(image, axisOrder="row-major", levels=(0, 255))
        item.setRect(QRectF(0, 0, found.bits, len(found.names)))
        self.view.addItem(item)
        self.view.getPlotItem().invertY(True)
        self.view.showGrid(x=False, y=False)
        self.view.setRange(xRange=(0, found.bits), yRange=(0, len(found.names)), padding=0)
        self._label(chart.x_label, "")
        names: list[tuple[float, str]] = []
        if len(found.names) <= MOST_NAMES:
            names = [(row + 0.5, name if len(name) <= 14 else name[:13] + "…") for row, name in enumerate(found.names)]
        self.view.getAxis("left").setTicks([names])
        step = max(1, found.bits // 4)
        self.view.getAxis("bottom").setTicks([[(bit + 0.5, number(bit)) for bit in range(0, found.bits, step)]])

    # Reading

    @Slot(object)
    def _on_mouse(self, where: QPointF) -> None:
        box = self.view.getViewBox()
        if not box.sceneBoundingRect().contains(where):
            self._show(None)
            return
        at = box.mapSceneToView(where)
        if isinstance(self.chart, MapChart):
            row, bit = int(at.y()), int(at.x())
            inside = 0 <= row < len(self.chart.bits.names) and 0 <= bit < self.chart.bits.bits
            self._show((row, bit) if inside else None)
        elif self.chart is not None:
            self._show(self._nearest(self.chart, where))

    def _nearest(self, chart: LineChart, where: QPointF) -> tuple[int, int] | None:
        box = self.view.getViewBox()
        best, found = REACH**2, None
        for place in self.visible:
            for index, (x, y) in enumerate(chart.series[place].points):
                away = box.mapViewToScene(QPointF(self._x(chart, x), y)) - where
                distance = QPointF.dotProduct(away, away)
                if distance < best:
                    best, found = distance, (place, index)
        return found

    def _show(self, at: tuple[int, int] | None) -> None:
        if at == self._at:
            return
        self._at = at
        if isinstance(self.chart, LineChart):
            self._show_spot(self.chart, at)
        text = self.text_at(*at) if at is not None else ""
        self.setAccessibleDescription(text)
        self.read.emit(text)

    def _show_spot(self, chart: LineChart, at: tuple[int, int] | None) -> None:
        if self._spot is not None:
            self.view.removeItem(self._spot)
            self._spot = None
        if at is not None:
            x, y = chart.series[at[0]].points[at[1]]
            pen = QPen(self.looks[at[0]].colour, 2)
            spots = [{"pos": (self._x(chart, x), y), "size": 11, "pen": pen, "brush": None}]
            self._spot = self._pg.ScatterPlotItem(spots=spots)
            self.view.addItem(self._spot)

    def text_at(self, place: int, index: int) -> str:
        """What is to be read at a point of a line, or at a bit of a category."""
        chart = self.chart
        if isinstance(chart, LineChart):
            line = chart.series[place]
            x, y = line.points[index]
            text = self.tr("{line}: {y} {value} at {x} {where}").replace("{line}", line.name)
            text = text.replace("{y}", chart.y_label).replace("{value}", cosine(y)).replace("{x}", chart.x_label)
            text = text.replace("{where}", number(int(x)) if x == int(x) and x > 1 else decimal(x, 2))
            if line.band:
                low, high = line.band[index]
                text += " " + self.tr("(95 %: {low} to {high})").replace("{low}", cosine(low)).replace(
                    "{high}", cosine(high)
                )
            return text
        if chart is None:
            return ""
        text = self.tr("{name}, bit {bit}: place {n} of {all}").replace("{name}", chart.bits.names[place])
        rank = chart.bits.places[place][index]
        text = text.replace("{bit}", number(index)).replace("{n}", number(rank))
        text = text.replace("{all}", number(chart.bits.bits))
        return text + ", " + (self.tr("counts") if rank <= chart.kept else self.tr("does not count"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go from point to point, and from line to line."""
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        step = steps.get(Qt.Key(event.key()))
        rows = self._rows()
        if step is None or not rows:
            super().keyPressEvent(event)
            return
        if self._at is None:
            self._show((rows[0], 0))
            return
        row, column = self._at
        place = rows.index(row) if row in rows else 0
        row = rows[max(0, min(place + step[0], len(rows) - 1))]
        self._show((row, max(0, min(column + step[1], self._length(row) - 1))))

    def _rows(self) -> list[int]:
        if isinstance(self.chart, LineChart):
            return [place for place in self.visible if self.chart.series[place].points]
        return list(range(len(self.chart.bits.names))) if self.chart is not None else []

    def _length(self, row: int) -> int:
        if isinstance(self.chart, LineChart):
            return len(self.chart.series[row].points)
        return self.chart.bits.bits if self.chart is not None else 0
