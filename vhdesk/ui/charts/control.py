"""Stands between the charts and what is measured: which chart can be drawn, what is missing, what is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from vhdesk.desk import EVERY, CalibrateOptions, Desk, EvaluateOptions, Evaluation
from vhdesk.settings import SearchSettings
from vhdesk.ui.charts import data
from vhdesk.ui.charts.dock import ChartsDock
from vhdesk.ui.charts.picture import ChartErrand, as_csv, as_png, as_svg
from vhdesk.ui.formats import file_name, number
from vhdesk.ui.measuring import CATEGORIES, QUALITY, SETTINGS, Knowledge, Measured, MeasureNews, Measuring
from vhdesk.ui.preferences import Preferences
from vhdesk.ui.side_jobs import ErrandDone
from vhdesk.ui.theme import Theme
from vhdesk.ui.workers import Jobs

# Which measurement each chart is drawn from.
NEEDS = {
    "precision_at": QUALITY,
    "pr_curve": QUALITY,
    "map_by_bits": QUALITY,
    "map_by_mask": SETTINGS,
    "par": SETTINGS,
    "category_bits": CATEGORIES,
}


@dataclass(frozen=True)
class LoadErrand:
    """Load pyqtgraph beside the window's thread."""

    def do(self, _desk: Desk) -> None:
        """Load it."""
        import pyqtgraph  # noqa: F401


class ChartsControl(QObject):
    """Keeps the dock up to date.

    Attributes:
        dock: once it was asked for.
        evaluation: what was measured last; ``None`` before.

    Signals:
        said: a sentence for the status bar.
        labels_asked: add a folder with labels.
    """

    said = Signal(str)
    labels_asked = Signal()

    def __init__(
        self, window: QWidget, theme: Theme, preferences: Preferences, measuring: Measuring, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._theme = window, theme
        self._preferences, self._measuring = preferences, measuring
        self._jobs: Jobs | None = None
        self._known: Knowledge | None = None
        self._loading: LoadErrand | None = None
        self._problem = ""
        self.dock: ChartsDock | None = None
        self.evaluation: Evaluation | None = None
        measuring.begun.connect(self._on_begun)
        measuring.progressed.connect(self._on_progress)
        measuring.ended.connect(self._on_ended)

    def attach(self, jobs: Jobs) -> None:
        """Have these workers do errands from now on."""
        self._jobs = jobs
        self.evaluation, self._known, self._problem = None, None, ""
        jobs.errands.done.connect(self._on_done)
        self._load()

    def detach(self) -> None:
        """The workers are about to end."""
        self._jobs = None
        self._loading = None

    def make_dock(self) -> ChartsDock:
        """The dock, made at the first call; pyqtgraph is loaded from then on."""
        if self.dock is None:
            self.dock = ChartsDock(self._theme, self._window)
            self.dock.chosen.connect(self._on_chosen)
            self.dock.action_asked.connect(self._act)
            self.dock.again_asked.connect(self._measure)
            self.dock.export_asked.connect(self.export)
            self.dock.progress.cancel_asked.connect(self._measuring.cancel)
            if self._measuring.request is not None:
                self._on_begun()
            self._load()
        return self.dock

    def _load(self) -> None:
        if self.dock is not None and self.dock.plot is None and self._jobs is not None and self._loading is None:
            self._loading = LoadErrand()
            self._jobs.errand_asked.emit(self._loading)

    def show_knowledge(self, known: Knowledge | None) -> None:
        """What the library knows now."""
        self._known = known
        self.refresh()

    @Slot(str)
    def _on_chosen(self, _key: str) -> None:
        self._problem = ""
        self.refresh()

    def refresh(self) -> None:
        """Draw the chart that is chosen, or say what is missing."""
        dock = self.dock
        if dock is None or dock.plot is None or self._known is None:
            return
        chart = self._chart(dock.key, self._preferences.settings.search)
        if chart is not None:
            again = NEEDS[dock.key] != CATEGORIES and self._measuring.request is None
            dock.show_chart(chart, again=again and self._known.measurable)
        else:
            self._say_missing(dock, self._known)

    def _chart(self, key: str, search: SearchSettings) -> data.Chart | None:
        known, evaluation = self._known, self.evaluation
        need = NEEDS[key]
        if need == QUALITY and evaluation is not None:
            draw = {"precision_at": data.precision_at, "pr_curve": data.pr_curve, "map_by_bits": data.map_by_bits}
            return draw[key](evaluation, search.bits)
        if need == SETTINGS and known is not None and search.bits in known.calibrations:
            return (data.map_by_mask if key == "map_by_mask" else data.par)(known.calibrations, search)
        if need == CATEGORIES and known is not None and known.categories is not None:
            return data.category_bits(known.categories, search)
        return None

    def _say_missing(self, dock: ChartsDock, known: Knowledge) -> None:
        if self._measuring.request is not None:
            dock.say(self.tr("Something is being measured; the chart follows."))
        elif not known.measurable:
            sentence = self.tr(
                "Charts are measured by labels, at least two of them, and there are too few. Put the videos in one "
                "folder per kind and add it with “Labels from folder names”."
            )
            dock.say(sentence, self.tr("Add a folder…"))
        elif self._problem:
            dock.say(self._problem, self.tr("Measure"))
        else:
            text = self.tr("This is measured on your %Ln labelled video(s), in the background.", "", known.labelled)
            if NEEDS[dock.key] == SETTINGS:
                bits = number(self._preferences.settings.search.bits)
                text += " " + self.tr("Codes of {n} bits are not measured yet.").replace("{n}", bits)
            dock.say(text, self.tr("Measure"))

    @Slot()
    def _act(self) -> None:
        if self._known is not None and not self._known.measurable:
            self.labels_asked.emit()
        else:
            self._measure()

    @Slot()
    def _measure(self) -> None:
        if self.dock is None:
            return
        search, need = self._preferences.settings.search, NEEDS[self.dock.key]
        options: CalibrateOptions | EvaluateOptions | None = None
        if need == QUALITY:
            options = EvaluateOptions(systems=EVERY)
        elif need == SETTINGS:
            options = CalibrateOptions(search.bits, search.mask_confidence, search.par_exact)
        self._problem = ""
        self._measuring.begin(need, options)

    # Measurements, whoever began them

    @Slot()
    def _on_begun(self) -> None:
        if self.dock is not None:
            self.dock.progress.begin()
            self.refresh()

    @Slot(object)
    def _on_progress(self, news: MeasureNews) -> None:
        if self.dock is not None:
            self.dock.progress.show_news(news)

    @Slot(object)
    def _on_ended(self, measured: Measured) -> None:
        if isinstance(measured.outcome, Evaluation):
            self.evaluation = measured.outcome
        problem = measured.problem
        self._problem = problem.sentence if problem is not None and not problem.stopped else ""
        if self.dock is not None:
            self.dock.progress.hide()
            self.refresh()

    # Files

    @Slot(str)
    def export(self, kind: str) -> None:
        """Let the user pick a file and write the chart."""
        if self.dock is None or self.dock.chart is None:
            return
        kinds = {"png": self.tr("Picture (*.png)"), "svg": self.tr("Drawing (*.svg)"), "csv": self.tr("Table (*.csv)")}
        title = self.tr("Export the chart")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, f"{self.dock.key}.{kind}", kinds[kind])
        if chosen:
            target = Path(chosen)
            self.export_to(target if target.suffix else target.with_suffix(f".{kind}"), kind)

    def export_to(self, target: Path, kind: str) -> None:
        """Write the chart that is shown."""
        if self.dock is None or self.dock.plot is None or self.dock.chart is None or self._jobs is None:
            return
        plot = self.dock.plot
        if kind == "csv":
            content = as_csv(plot)
        else:
            content = as_png(plot, self._theme) if kind == "png" else as_svg(plot, self._theme)
        self._jobs.errand_asked.emit(ChartErrand(target, content))

    @Slot(object)
    def _on_done(self, done: ErrandDone) -> None:
        errand = done.errand
        if isinstance(errand, LoadErrand) and errand is self._loading and self.dock is not None:
            self._loading = None
            if done.problem:
                self.dock.say(done.problem)
            else:
                self.dock.load()
                self.refresh()
        elif isinstance(errand, ChartErrand) and not done.problem:
            text = self.tr("The chart was written to {name}.")
            self.said.emit(text.replace("{name}", file_name(str(errand.target))))
