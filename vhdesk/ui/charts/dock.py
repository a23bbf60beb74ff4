"""The dock of charts: which one, which lines, what a point says, where its file goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vhdesk.ui.charts.data import Chart, titles
from vhdesk.ui.charts.legend import Legend
from vhdesk.ui.charts.plot import Plot
from vhdesk.ui.controls import button, label
from vhdesk.ui.dock_title import DockTitle
from vhdesk.ui.expectation_block import ProgressRow
from vhdesk.ui.theme import Theme


class ChartsDock(QDockWidget):
    """Shows one chart, or why there is none yet.

    Attributes:
        chooser: which chart.
        plot: the chart, once pyqtgraph is loaded.
        message: what takes its place.
        action: the button below the message.
        legend: the lines, to be ticked.
        reading: what the point under the mouse or the keyboard says.
        progress: while something is measured.
        again_button: measures once more.

    Signals:
        chosen: another chart is to be shown: its key.
        action_asked: the button below the message was pressed.
        again_asked: measure once more.
        export_asked: write the chart: ``png``, ``svg`` or ``csv``.
        closed: the user closed the dock.
    """

    chosen = Signal(str)
    action_asked = Signal()
    again_asked = Signal()
    export_asked = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Charts"))
        self.setTitleBarWidget(DockTitle(theme, self))
        self.setObjectName("chartsDock")
        self._theme = theme
        self.plot: Plot | None = None
        self.chooser = QComboBox(self)
        self.chooser.setAccessibleName(self.tr("Chart"))
        self.chooser.setToolTip(self.tr("Which chart is shown"))
        self.chooser.setSizePolicy(self.chooser.sizePolicy().Policy.Ignored, self.chooser.sizePolicy().verticalPolicy())
        self.chooser.setSizeAdjustPolicy(self.chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(8)
        for key, title in titles().items():
            self.chooser.addItem(title, key)
        self.chooser.currentIndexChanged.connect(self._on_chosen)
        self.export_button = QToolButton(self)
        self.export_button.setText(self.tr("Export"))
        self.export_button.setAccessibleName(self.tr("Export the chart"))
        self.export_button.setProperty("role", "menu")
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self.export_button)
        for kind, text in (
            ("png", self.tr("Picture (PNG)…")),
            ("svg", self.tr("Drawing (SVG)…")),
            ("csv", self.tr("Table (CSV)…")),
        ):
            action = menu.addAction(text)
            action.setData(kind)
            action.triggered.connect(self._on_export)
        self.export_button.setMenu(menu)
        self._make_legend()
        self._make_message()
        self.progress = ProgressRow(theme, self)
        self._lay_out()
        self.say(self.tr("The charts are being loaded…"))

    def _make_legend(self) -> None:
        self.legend = Legend(self)
        self.reading = label("", "small", self, wrap=True)
        self.reading.setMinimumHeight(self.reading.fontMetrics().height() * 2)
        self.reading.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.note = label("", "small", self, wrap=True)
        self.again_button = button(self.tr("Measure again"), self.tr("Measure this chart again"), "link", self)
        self.again_button.clicked.connect(self.again_asked)

    def _make_message(self) -> None:
        self.message = label("", "dim", self, wrap=True)
        self.action = button("", "", parent=self)
        self.action.clicked.connect(self.action_asked)
        empty = QWidget(self)
        inner = QVBoxLayout(empty)
        inner.setContentsMargins(0, 8, 0, 8)
        inner.addWidget(self.message)
        inner.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(empty)

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setObjectName("chartsBody")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.chooser, 1)
        head.addWidget(self.export_button)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.reading)
        column.addWidget(self.legend)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        column.addWidget(self.progress)
        self.setWidget(body)

    @property
    def key(self) -> str:
        """Of the chart that is chosen."""
        return str(self.chooser.currentData())

    @property
    def chart(self) -> Chart | None:
        """The chart that is shown; ``None`` while a message is."""
        shows = self.plot is not None and self._stack.currentWidget() is self.plot
        return self.plot.chart if shows and self.plot is not None else None

    def load(self) -> None:
        """Make the plot; pyqtgraph has been loaded, so that this is quick."""
        if self.plot is None:
            self.plot = Plot(self._theme, self)
            self.plot.setMinimumHeight(200)
            self.plot.read.connect(self.reading.setText)
            self.legend.attach(self.plot, self._theme)
            self._stack.addWidget(self.plot)

    def show_chart(self, chart: Chart, *, again: bool) -> None:
        """Show a chart, with the lines that were ticked in it before."""
        if self.plot is None:
            return
        self.legend.show_chart(chart)
        self._stack.setCurrentWidget(self.plot)
        self.note.setText(chart.note)
        self._show_parts(chart=True, again=again)

    def say(self, sentence: str, action: str = "") -> None:
        """Why there is no chart, and what leads to one."""
        self.message.setText(sentence)
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))
        self._stack.setCurrentIndex(0)
        self._show_parts(chart=False, again=False)

    def _show_parts(self, *, chart: bool, again: bool) -> None:
        self.export_button.setEnabled(chart)
        for part in (self.reading, self.note):
            part.setVisible(chart)
        self.legend.setVisible(chart and self.legend.count() > 0)
        self.again_button.setVisible(chart and again)

    @Slot(int)
    def _on_chosen(self, _index: int) -> None:
        self.chosen.emit(self.key)

    @Slot()
    def _on_export(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.export_asked.emit(action.data())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by hand."""
        super().closeEvent(event)
        self.closed.emit()
