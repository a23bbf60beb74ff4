"""The lines of a chart, to be ticked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from vhdesk.ui.charts.data import Chart, LineChart
from vhdesk.ui.charts.looks import sample_icon
from vhdesk.ui.charts.plot import Plot
from vhdesk.ui.theme import Theme

LINES_AT_ONCE = 5
PLACE = Qt.ItemDataRole.UserRole


class Legend(QListWidget):
    """Belongs to a plot, once there is one; what was ticked in a chart before stays ticked.

    Attributes:
        plot: whose lines these are.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticked: dict[str, dict[str, bool]] = {}
        self.plot: Plot | None = None
        self.setObjectName("chartLegend")
        self.setAccessibleName(self.tr("Lines of the chart"))
        self.setToolTip(self.tr("Tick the lines that are shown"))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._on_ticked)

    def attach(self, plot: Plot, theme: Theme) -> None:
        """List the lines of this plot from now on."""
        self.plot = plot
        theme.changed.connect(self.refresh)  # after the plot, which was told of it first

    def show_chart(self, chart: Chart, *, keep_reading: bool = False) -> None:
        """Draw a chart with the lines that were ticked in it before, and list them."""
        if self.plot is None:
            return
        ticked = self._ticked.setdefault(chart.key, {})
        lines = chart.series if isinstance(chart, LineChart) else ()
        visible = [place for place, line in enumerate(lines) if ticked.get(line.name, line.shown)]
        self.plot.show_chart(chart, visible, keep_reading=keep_reading)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """List the lines of the chart that is shown, in the look that is on."""
        plot = self.plot
        lines = plot.chart.series if plot is not None and isinstance(plot.chart, LineChart) else ()
        chosen = self.currentRow()
        self.blockSignals(True)
        self.clear()
        size = self.fontMetrics().height()
        self.setIconSize(QSize(2 * size, size))
        for place, line in enumerate(lines):
            assert plot is not None
            icon = sample_icon(plot.looks[place], 2 * size, size, self.devicePixelRatioF())
            item = QListWidgetItem(icon, line.name, self)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if place in plot.visible else Qt.CheckState.Unchecked)
            item.setData(PLACE, place)
            item.setToolTip(line.name)
        self.setCurrentRow(chosen)
        self.blockSignals(False)
        rows = min(LINES_AT_ONCE, max(1, len(lines)))
        self.setFixedHeight(rows * max(size + 8, self.sizeHintForRow(0)) + 4)

    @Slot(QListWidgetItem)
    def _on_ticked(self, item: QListWidgetItem) -> None:
        plot = self.plot
        if plot is None or not isinstance(plot.chart, LineChart):
            return
        place, on = item.data(PLACE), item.checkState() is Qt.CheckState.Checked
        self._ticked.setdefault(plot.chart.key, {})[plot.chart.series[place].name] = on
        visible = set(plot.visible) - {place} | ({place} if on else set())
        plot.show_chart(plot.chart, sorted(visible))

    def changeEvent(self, event: QEvent) -> None:
        """It grows with the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.refresh()
