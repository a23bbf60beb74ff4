"""What stands around the work: the folder wizard, settings, log and diagnostics, and what a changed setting does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction

from vhdesk.ui import log_tail
from vhdesk.ui.about import AboutBox
from vhdesk.ui.diagnostics import DiagnosticsDialog
from vhdesk.ui.duplicates.control import DuplicatesControl
from vhdesk.ui.log_view import LogDock
from vhdesk.ui.measuring import Measuring
from vhdesk.ui.preferences import Preferences
from vhdesk.ui.settings_dock import SettingsDock
from vhdesk.ui.shell_workers import Examined, ShellJobs
from vhdesk.ui.tool_pages import ToolPages
from vhdesk.ui.tune_control import TuneControl
from vhdesk.ui.wizard import FolderWizard, WizardChoice
from vhdesk.ui.workers import Problem

if TYPE_CHECKING:
    from vhdesk.ui.main_window import MainWindow


class Shell(QObject):
    """Belongs to a window; its parts are made when they are first asked for.

    Attributes:
        preferences: the settings.
        settings_dock: once it was asked for.
        log_dock: once it was asked for.
        wizard: while it is open.
        diagnostics: while it is open.
        about_box: name, version and licence, once they were asked for.
        measuring: what is measured in the background.
        tuning: the sliders and the charts.
        duplicates: the page of copies.
        tools: the pages of models and training.
        open_again: the window is to be opened again once it is closed.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._jobs: ShellJobs | None = None
        self.preferences = Preferences(window.desk, self)
        self.preferences.changed.connect(self._on_changed)
        self.preferences.said.connect(window.say)
        self.settings_dock: SettingsDock | None = None
        self.log_dock: LogDock | None = None
        self.wizard: FolderWizard | None = None
        self.diagnostics: DiagnosticsDialog | None = None
        self.about_box: AboutBox | None = None
        self.open_again = False
        self._waiting: tuple[Path, ...] | None = None
        self.measuring = Measuring(self.jobs, self)
        self.tuning = TuneControl(window, self.preferences, self.measuring, self)
        self.duplicates = DuplicatesControl(window, self.jobs, self)
        self.tools = ToolPages(window, self)
        window.opened.connect(self._on_opened)

    def menu_jobs(self) -> dict[str, Callable[..., object]]:
        """What the menus can ask of it."""
        return {
            "settings": self.show_settings,
            "log": self.show_log,
            "diagnostics": self.show_diagnostics,
            "about": self.show_about,
            "tune": self.tuning.show_tune,
            "charts": self.tuning.show_charts,
            "duplicates": self.duplicates.show,
            **self.tools.menu_jobs(),
            "theme": self._choose_theme,
            "set_aside": self._choose_set_aside,
        }

    # Threads

    def jobs(self) -> ShellJobs:
        """The threads, begun at the first call, for the library that is open."""
        if self._jobs is None:
            self._jobs = ShellJobs(self._window.desk, self)
            self.measuring.attach(self._jobs)
            self.duplicates.attach(self._jobs)
            self._jobs.machine.examined.connect(self._on_examined)
            self._jobs.machine.examination_failed.connect(self._on_not_examined)
        return self._jobs

    def end_jobs(self) -> bool:
        """End the threads and what asks them; ``False`` where one did not end in time."""
        for dialog in (self.wizard, self.diagnostics):
            if dialog is not None:
                dialog.reject()
        if self.log_dock is not None:
            self.log_dock.stop()
        self.measuring.drop()
        self.duplicates.drop()
        tools_ended = self.tools.end_jobs()
        jobs, self._jobs = self._jobs, None
        if jobs is None:
            return tools_ended
        ended = jobs.shutdown() and tools_ended
        jobs.deleteLater()
        return ended

    # The folder wizard

    def add_folders(self, folders: tuple[Path, ...] = ()) -> None:
        """Open the wizard, or put folders on the list of the one that is open; it waits for the library."""
        window = self._window
        if not window.library_open:
            self._waiting = (*(self._waiting or ()), *folders)
            return
        if self.wizard is None:
            self.wizard = FolderWizard(window.desk, self.jobs(), window.theme, window)
            self.wizard.chosen.connect(self._on_chosen)
            self.wizard.finished.connect(self._on_wizard_closed)
            self.wizard.open()
        self.wizard.take(folders)

    @Slot()
    def _on_opened(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.add_folders(waiting)

    @Slot(object)
    def _on_chosen(self, choice: WizardChoice) -> None:
        self.preferences.set("indexing", "pictures", bool(choice.options.pictures))
        self._window.add_folders(choice.folders, choice.options)

    @Slot()
    def _on_wizard_closed(self) -> None:
        self.wizard = None

    # Docks

    @Slot()
    def show_settings(self) -> None:
        """Show the settings, or hide them again."""
        if self.settings_dock is None:
            self.settings_dock = dock = SettingsDock(self.preferences, self._window.theme, self._window)
            dock.said.connect(self._window.say)
            dock.reindex_asked.connect(self._window.rescan_all)
            dock.restart_asked.connect(self._restart)
            self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            width = max(320, dock.fontMetrics().averageCharWidth() * 48)
            dock.show()  # at once: Qt would show it later, and what is not shown takes no focus
            self._window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
            self.tuning.give_way_to(dock)
        else:
            self.settings_dock.setVisible(self.settings_dock.isHidden())
        if not self.settings_dock.isHidden():
            self.settings_dock.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def show_log(self) -> None:
        """Show the log, or hide it again."""
        if self.log_dock is None:
            self.log_dock = dock = LogDock(log_tail.install(), self._window.theme, self._window)
            dock.diagnostics_asked.connect(self.show_diagnostics)
            self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
            self._window.resizeDocks([dock], [dock.fontMetrics().height() * 14], Qt.Orientation.Vertical)
        else:
            self.log_dock.setVisible(self.log_dock.isHidden())

    @Slot()
    def show_diagnostics(self) -> None:
        """Examine the machine and show the report."""
        if self.diagnostics is None:
            lines = log_tail.install().after(-1)
            self.diagnostics = DiagnosticsDialog(self.preferences.settings, lines, self._window)
            self.diagnostics.finished.connect(self._on_diagnostics_closed)
            self.diagnostics.open()
            self.jobs().examination_asked.emit()

    @Slot(object)
    def _on_examined(self, examined: Examined) -> None:
        if self.diagnostics is not None:
            self.diagnostics.show_facts(examined.facts)

    @Slot(object)
    def _on_not_examined(self, problem: Problem) -> None:
        if self.diagnostics is not None:
            self.diagnostics.show_problem(problem.sentence)

    @Slot()
    def _on_diagnostics_closed(self) -> None:
        self.diagnostics = None

    @Slot()
    def show_about(self) -> None:
        """Tell name, version and licence."""
        self.about_box = AboutBox(str(self._window.desk.library_path), self._window)
        self.about_box.open()

    # Settings

    @Slot()
    def _restart(self) -> None:
        self.open_again = True
        self._window.close()

    @Slot()
    def _choose_theme(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.preferences.set("window", "theme", action.data())

    @Slot(bool)
    def _choose_set_aside(self, on: bool) -> None:
        self.preferences.set("search", "set_aside", on)

    @Slot(str, str)
    def _on_changed(self, group: str, name: str) -> None:
        """Let the window follow a setting, whoever changed it."""
        window, settings = self._window, self.preferences.settings
        if group == "window":
            if name == "theme":
                window.theme.apply(settings.window.theme)
                window.menus.themes[settings.window.theme].setChecked(True)
            elif name == "font_percent":
                window.theme.scale(settings.window.font_percent)
            elif name == "tile_width":
                window.query.filters.tile_size.setValue(settings.window.tile_width)
        elif group == "search":
            window.menus.set_aside.setChecked(settings.search.set_aside)
            window.on_search_setting(name)
