"""Stands between the panel, the settings, the searches and what is measured; shows the docks where there is work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QDockWidget

from vhdesk.desk import CalibrateOptions
from vhdesk.settings import SearchSettings
from vhdesk.ui.charts.control import ChartsControl
from vhdesk.ui.measuring import (
    CATEGORIES,
    SETTINGS,
    Knowledge,
    KnowledgeErrand,
    Measured,
    MeasureNews,
    Measuring,
)
from vhdesk.ui.preferences import Preferences
from vhdesk.ui.side_jobs import ErrandDone
from vhdesk.ui.tune_dock import TuneDock
from vhdesk.ui.workers import Jobs

if TYPE_CHECKING:
    from vhdesk.ui.main_window import MainWindow

# A slider that is dragged asks for a search this often at most, and only once the one before is answered.
APART_MS = 30


class TuneControl(QObject):
    """Belongs to a window.

    Attributes:
        dock: the sliders, once there was work to show them beside.
        charts: the charts.
        waiting: settings that the user chose and that wait for the search before.
        known: what the library knows; ``None`` while it is not looked up.
    """

    def __init__(self, window: MainWindow, preferences: Preferences, measuring: Measuring, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._preferences = preferences
        self._measuring = measuring
        self._jobs: Jobs | None = None
        self._asked: KnowledgeErrand | None = None
        self._beside: QDockWidget | None = None
        self.dock: TuneDock | None = None
        self.known: Knowledge | None = None
        self.waiting: dict[str, Any] = {}
        self.charts = ChartsControl(window, window.theme, preferences, measuring, self)
        self.charts.said.connect(window.say)
        self.charts.labels_asked.connect(window.intake.choose_folder)
        self._apart = QTimer(self, singleShot=True, interval=APART_MS)
        self._apart.timeout.connect(self._apply)
        preferences.changed.connect(self._on_setting)
        measuring.begun.connect(self._on_begun)
        measuring.progressed.connect(self._on_progress)
        measuring.ended.connect(self._on_ended)
        window.pages.currentChanged.connect(self.place)
        window.opened.connect(self.place)
        window.opened.connect(self.look_up)
        window.control.ended.connect(self.look_up)
        window.query.answer_shown.connect(self._on_answer)
        window.searches.answered.connect(self._apply)
        window.searches.settings_recalled.connect(self._on_recalled)

    def attach(self, jobs: Jobs) -> None:
        """Have these workers do errands from now on."""
        self._jobs = jobs
        self._asked = None
        jobs.errands.done.connect(self._on_done)
        if self.dock is not None and self.dock.lengths != self._window.desk.system_card().bits:
            self.dock.hide()  # another system gives codes of other lengths
            self.dock.deleteLater()
            self.dock = None
        self.charts.attach(jobs)
        self._know(None)

    def detach(self) -> None:
        """The workers are about to end; what the user chose last is kept."""
        self._apart.stop()
        self._jobs = None
        self.charts.detach()
        self._flush()

    # The docks

    @Slot()
    def place(self) -> None:
        """Show the docks that are wanted, beside work and where no other dock takes their place."""
        window, wanted = self._window, self._preferences.settings.window
        free = window.pages.currentWidget() is window.work and (self._beside is None or self._beside.isHidden())
        if free and wanted.tune and self.dock is None:
            self._make_dock()
        if free and wanted.charts and self.charts.dock is None:
            self._make_charts()
        if self.dock is not None:
            self.dock.setVisible(free and wanted.tune)
        if self.charts.dock is not None:
            self.charts.dock.setVisible(free and wanted.charts)
        window.menus.tune.setChecked(wanted.tune)
        window.menus.charts.setChecked(wanted.charts)

    def give_way_to(self, dock: QDockWidget) -> None:
        """Another dock at the right: while it is there these are not."""
        self._beside = dock
        dock.show()
        dock.visibilityChanged.connect(self.place)
        self.place()

    def _make_dock(self) -> None:
        window = self._window
        settings = self._preferences.settings.search
        self.dock = dock = TuneDock(settings, window.desk.system_card().bits, window.theme, window)
        dock.chosen.connect(self._on_chosen)
        dock.closed.connect(self._on_tune_closed)
        dock.learn_asked.connect(self._learn)
        dock.labels_asked.connect(window.intake.choose_folder)
        dock.expectation.measure_asked.connect(self._measure)
        dock.expectation.progress.cancel_asked.connect(self._measuring.cancel)
        self._add(dock)
        dock.show_knowledge(self.known)
        dock.show_answer(window.query.response)

    def _make_charts(self) -> None:
        dock = self.charts.make_dock()
        dock.closed.connect(self._on_charts_closed)
        self._add(dock)
        self.charts.show_knowledge(self.known)

    def _add(self, dock: QDockWidget) -> None:
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        width = dock.fontMetrics().averageCharWidth() * 44
        self._window.resizeDocks([dock], [max(288, width)], Qt.Orientation.Horizontal)

    @Slot(bool)
    def show_tune(self, on: bool) -> None:
        """Show the sliders, or hide them."""
        self._preferences.set("window", "tune", on)

    @Slot(bool)
    def show_charts(self, on: bool) -> None:
        """Show the charts, or hide them."""
        self._preferences.set("window", "charts", on)

    @Slot()
    def _on_tune_closed(self) -> None:
        self.show_tune(False)

    @Slot()
    def _on_charts_closed(self) -> None:
        self.show_charts(False)

    # Settings

    @Slot(dict)
    def _on_chosen(self, values: dict[str, Any]) -> None:
        """The user moved something: search at once, or as soon as the search before is answered."""
        self.waiting |= values
        if not self._apart.isActive():
            self._apply()

    @Slot()
    def _apply(self) -> None:
        if not self.waiting:
            return
        if self._window.searching:  # the answer calls again; a search that is dropped has none
            self._apart.start()
            return
        self._flush()
        self._apart.start()

    def _flush(self) -> None:
        values, self.waiting = self.waiting, {}
        if values:
            self._preferences.put(self._preferences.settings.replace("search", **values))

    @Slot(object)
    def _on_recalled(self, _search: SearchSettings) -> None:
        self.waiting = {}

    @Slot(str, str)
    def _on_setting(self, group: str, name: str) -> None:
        if group == "window" and name in {"tune", "charts"}:
            self.place()
        elif group == "search":
            if self.dock is not None and not self.waiting:
                self.dock.show_settings(self._preferences.settings.search)
            self.charts.refresh()
            if name == "bits":
                self.look_up()

    @Slot()
    def _on_answer(self) -> None:
        if self.dock is not None:
            self.dock.show_answer(self._window.query.response)

    # What the library knows

    @Slot()
    def look_up(self) -> None:
        """Ask the library what it knows of labels, categories and measurements."""
        if self._jobs is not None and self._window.library_open and (self.dock is not None or self.charts.dock):
            self._asked = KnowledgeErrand(self._preferences.settings.search.bits)
            self._jobs.errand_asked.emit(self._asked)

    @Slot(object)
    def _on_done(self, done: ErrandDone) -> None:
        if isinstance(done.errand, KnowledgeErrand) and done.errand is self._asked:
            self._asked = None
            if not done.problem:
                self._know(done.outcome)

    def _know(self, known: Knowledge | None) -> None:
        self.known = known
        if self.dock is not None:
            self.dock.show_knowledge(known)
        self.charts.show_knowledge(known)
        search = self._preferences.settings.search
        if known is not None and known.categories is None and search.mask_ratio < 1 and known.bits == search.bits:
            self._window.say(self.tr("This library has no categories, so all bits count."))
            self._preferences.set("search", "mask_ratio", 1.0)

    # Measuring

    @Slot()
    def _measure(self) -> None:
        search = self._preferences.settings.search
        self._measuring.begin(SETTINGS, CalibrateOptions(search.bits, search.mask_confidence, search.par_exact))

    @Slot()
    def _learn(self) -> None:
        self._measuring.begin(CATEGORIES)

    @Slot()
    def _on_begun(self) -> None:
        if self.dock is not None and self._measuring.request is not None:
            self.dock.show_measuring(self._measuring.request.what)

    @Slot(object)
    def _on_progress(self, news: MeasureNews) -> None:
        if self.dock is not None:
            self.dock.expectation.progress.show_news(news)

    @Slot(object)
    def _on_ended(self, measured: Measured) -> None:
        problem = measured.problem
        if self.dock is not None:
            self.dock.show_measuring(None)
            if problem is not None and not problem.stopped:
                self.dock.expectation.show_problem(problem.sentence)
        if problem is not None and problem.stopped:
            self._window.say(self.tr("The measurement was stopped."))
        elif problem is None:
            self.look_up()
