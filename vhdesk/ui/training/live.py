"""A training under way, and what came of it: progress, curves, the best so far, the ways to end it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.desk import Noted, Preparing, StepsDone, TrainEvent, Validated
from vhdesk.ui.charts.legend import Legend
from vhdesk.ui.charts.plot import Plot
from vhdesk.ui.controls import ThinBar, button, label
from vhdesk.ui.core_texts import told
from vhdesk.ui.empty_state import MessagePage
from vhdesk.ui.formats import cosine, decimal, number, time_left
from vhdesk.ui.theme import Theme
from vhdesk.ui.training.curves import Curves
from vhdesk.ui.training.result import ResultCard
from vhdesk.ui.training.words import metric_title

THOUSANDTHS = 1000
# Curves are drawn at most this often: drawing is the window's own work.
DRAW_EVERY_MS = 400
NOTES_KEPT = 4


class TrainingLive(QWidget):
    """Shows the events of a run as they come.

    Attributes:
        curves: what was told.
        idle: what is shown before the first run.
        headline, detail, best: where it is, in words.
        bar: how far it is.
        stop_button: stop, and keep the best.
        cancel_button: stop, and keep nothing.
        loss, quality: the plots, once pyqtgraph is loaded.
        legend: the lines of the quality.
        result: how it ended.

    Signals:
        stop_asked: stop and keep the best.
        cancel_asked: stop and keep nothing.
        log_asked: show the log.
    """

    stop_asked = Signal()
    cancel_asked = Signal()
    log_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.curves = Curves()
        self.loss: Plot | None = None
        self.quality: Plot | None = None
        self._notes: list[str] = []
        self.headline = label("", "lead", self, wrap=True)
        self.detail = label("", "dim", self, wrap=True)
        self.best = label("", "strong", self, wrap=True)
        self.bar = ThinBar(theme, self)
        self.bar.setAccessibleName(self.tr("Progress of the training"))
        self.notes = label("", "small", self, wrap=True)
        self.stop_button = button(
            self.tr("Stop and keep the best"), self.tr("Stop the training and keep the best so far"), parent=self
        )
        self.cancel_button = button(
            self.tr("Cancel"), self.tr("Cancel the training and keep nothing of it"), parent=self
        )
        self.log_button = button(self.tr("Show the log"), self.tr("Show the log"), "link", self)
        self.stop_button.clicked.connect(self.stop_asked)
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.log_button.clicked.connect(self.log_asked)
        self.legend = Legend(self)
        self.reading = label("", "small", self, wrap=True)
        self.loading = label(self.tr("The curves are being loaded…"), "dim", self, wrap=True)
        self.result = ResultCard(self)
        self._draw_timer = QTimer(self, singleShot=True, interval=DRAW_EVERY_MS)
        self._draw_timer.timeout.connect(self.draw)
        self._lay_out()
        self.show_idle()

    def _lay_out(self) -> None:
        self.idle = MessagePage(self._theme, "again", parent=self)
        self.idle.say(
            self.tr("Nothing is being trained"),
            self.tr(
                "Training makes a system of its own beside those that there are, so nothing can get worse: try it, "
                "compare, switch back. It runs in the background; the window can be used meanwhile."
            ),
        )
        self._run = QWidget(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.idle, 1)
        outer.addWidget(self._run, 1)
        layout = QVBoxLayout(self._run)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.stop_button)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.headline, 1)
        head.addWidget(self.log_button)
        layout.addLayout(head)
        for part in (self.bar, self.detail, self.best):
            layout.addWidget(part)
        layout.addLayout(row)
        layout.addWidget(self.result)
        layout.addWidget(self.notes)
        layout.addWidget(self.loading)
        self._charts = QWidget(self)
        self._column = QVBoxLayout(self._charts)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        layout.addWidget(self._charts, 1)
        self._rest = QWidget(self)
        layout.addWidget(self._rest, 1)

    def load(self) -> None:
        """Make the plots; pyqtgraph has been loaded, so that this is quick."""
        if self.loss is not None:
            return
        self.loss, self.quality = Plot(self._theme, self), Plot(self._theme, self)
        self.legend.attach(self.quality, self._theme)
        for title, plot in (
            (label(self.tr("Loss"), "strong", self), self.loss),
            (label(self.tr("Quality on what is held out"), "strong", self), self.quality),
        ):
            plot.setMinimumHeight(120)
            plot.read.connect(self.reading.setText)
            self._column.addWidget(title)
            self._column.addWidget(plot, 1)
        self._quality_parts: tuple[QWidget, ...] = (title, self.quality, self.legend)
        self._column.addWidget(self.legend)
        self._column.addWidget(self.reading)
        self.loading.hide()
        self.draw()

    # A run

    def show_idle(self) -> None:
        """Nothing is being trained."""
        self._run.hide()
        self.idle.show()

    def begin(self) -> None:
        """A run begins."""
        self.curves = Curves()
        self._notes = []
        self.idle.hide()
        self._run.show()
        self.result.hide()
        self.headline.setText(self.tr("Preparing…"))
        self.detail.setText("")
        self.bar.setRange(0, 0)
        for part in (self.bar, self.detail, self.stop_button, self.cancel_button):
            part.show()
            part.setEnabled(True)
        self.best.hide()
        self.notes.hide()
        self.loading.setVisible(self.loss is None)
        self._show_charts()

    def _show_charts(self) -> None:
        drawn = self.loss is not None and bool(self.curves.losses)
        self._charts.setVisible(drawn)
        self._rest.setVisible(not drawn)

    def take(self, event: TrainEvent) -> None:
        """Show one event."""
        if isinstance(event, Preparing):
            self._show_preparing(event)
        elif isinstance(event, StepsDone):
            self.curves.take_steps(event)
            self._show_steps(event)
            self._draw_soon()
        elif isinstance(event, Validated):
            self.curves.take_measurement(event)
            self._show_best()
            self._draw_soon()
        elif isinstance(event, Noted):
            self._notes = [*self._notes, told(event.sentence)][-NOTES_KEPT:]
            self.notes.setText("\n".join(self._notes))
            self.notes.show()

    def _show_preparing(self, event: Preparing) -> None:
        known = {
            "reading videos": self.tr("Reading videos"),
            "reading pictures": self.tr("Reading pictures"),
            "seeing clips and copies of them": self.tr("Encoding the videos and altered copies"),
            "seeing pictures and copies": self.tr("Encoding the pictures and altered copies"),
        }
        what = known.get(event.what) or f"{event.what[:1].upper()}{event.what[1:]}"
        text = self.tr("{what}: {done} of {total}") if event.total else self.tr("{what}: {done}")
        text = text.replace("{what}", what).replace("{done}", number(event.done))
        self.headline.setText(text.replace("{total}", number(event.total)))
        self.bar.setRange(0, max(0, event.total))
        self.bar.setValue(event.done)

    def _show_steps(self, event: StepsDone) -> None:
        text = self.tr("Step {n} of {all}") if event.steps is not None else self.tr("Step {n}")
        text = text.replace("{n}", number(event.step)).replace("{all}", number(event.steps or 0))
        left = time_left(event.left_s) if event.left_s is not None else ""
        self.headline.setText(" · ".join(part for part in (text, left) if part))
        self.bar.setRange(0, THOUSANDTHS)
        self.bar.setValue(round(THOUSANDTHS * event.share))
        detail = self.tr("loss {loss} · {n} steps a second · pass {epoch} over the data")
        detail = detail.replace("{loss}", decimal(event.loss, 3)).replace("{n}", decimal(event.per_second, 1))
        self.detail.setText(detail.replace("{epoch}", decimal(event.epoch, 1)))

    def _show_best(self) -> None:
        best, name = self.curves.best, self.curves.leading
        if best is None or name not in best[1]:
            return
        text = self.tr("The best so far: {what} {value}, at step {n}")
        text = text.replace("{what}", metric_title(name)).replace("{value}", cosine(best[1][name]))
        self.best.setText(text.replace("{n}", number(best[0])))
        self.best.show()

    def show_stopping(self) -> None:
        """It was asked to end."""
        self.headline.setText(self.tr("Stopping…"))
        self.stop_button.setEnabled(False)
        self.cancel_button.setEnabled(False)

    def end(self) -> None:
        """It has ended; the result says how."""
        self._draw_timer.stop()
        self.draw()
        for part in (self.bar, self.detail, self.best, self.stop_button, self.cancel_button, self.loading):
            part.hide()
        self.headline.setText(self.tr("The training has ended"))

    # The curves

    def _draw_soon(self) -> None:
        if not self._draw_timer.isActive():
            self._draw_timer.start()

    def settle(self) -> None:
        """The window is closing."""
        self._draw_timer.stop()

    @Slot()
    def draw(self) -> None:
        """Draw what was told so far."""
        self._show_charts()
        if self.loss is None or not self.curves.losses:
            return
        losses = self.curves.loss_chart()
        self.loss.show_chart(losses, range(len(losses.series)), keep_reading=True)
        measured = bool(self.curves.quality_names)
        for part in self._quality_parts:
            part.setVisible(measured)
        if measured:
            self.legend.show_chart(self.curves.quality_chart(), keep_reading=True)
