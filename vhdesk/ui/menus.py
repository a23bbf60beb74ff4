"""The menu bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


class Menus(QObject):
    """Builds the menus of a window from the things that it can do.

    Attributes:
        open_query, paste, export, add_folder, rescan, duplicates, failures, back, forward: actions that the window
            enables and disables.
        set_aside: whether searches go through stretches that show nothing, too.
        tune, charts: whether these docks are wanted.
        models, training: the pages of the Tools menu.
        themes: the three looks, by their name in the settings.
    """

    def __init__(
        self, window: QMainWindow, jobs: dict[str, Callable[..., object]], theme: str, *, set_aside: bool
    ) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        standard = QKeySequence.StandardKey
        file_menu = window.menuBar().addMenu(self.tr("&File"))
        self.open_query = self._add(file_menu, "open_query", self.tr("&Open query…"), standard.Open)
        self.paste = self._add(file_menu, "paste", self.tr("&Paste query or folder"), standard.Paste)
        file_menu.addSeparator()
        self.add_folder = self._add(file_menu, "add_folder", self.tr("&Add folder…"), "Ctrl+Shift+O")
        self.export = self._add(file_menu, "export", self.tr("&Export results…"), "Ctrl+Shift+E")
        file_menu.addSeparator()
        leave = self._add(file_menu, "quit", self.tr("&Quit"), standard.Quit)
        if leave.shortcut().isEmpty():
            leave.setShortcut("Ctrl+Q")
        library_menu = window.menuBar().addMenu(self.tr("&Library"))
        self.rescan = self._add(library_menu, "rescan", self.tr("&Rescan all folders"), "Ctrl+R")
        self.duplicates = self._add(library_menu, "duplicates", self.tr("Find &duplicates"), "Ctrl+D")
        self.failures = self._add(library_menu, "failures", self.tr("&Failures…"), "")
        view_menu = window.menuBar().addMenu(self.tr("&View"))
        self.back = self._add(view_menu, "back", self.tr("&Back to the query before"), standard.Back)
        self.forward = self._add(view_menu, "forward", self.tr("&Forward to the next query"), standard.Forward)
        view_menu.addSeparator()
        self.set_aside = self._add(view_menu, "set_aside", self.tr("&Search dark, flat and still stretches too"), "")
        self.set_aside.setCheckable(True)
        self.set_aside.setChecked(set_aside)
        view_menu.addSeparator()
        self.themes = self._add_themes(view_menu.addMenu(self.tr("&Theme")), theme)
        view_menu.addSeparator()
        self.tune = self._add(view_menu, "tune", self.tr("T&une panel"), "Ctrl+T")
        self.charts = self._add(view_menu, "charts", self.tr("&Charts"), "Ctrl+Shift+T")
        for action in (self.tune, self.charts):
            action.setCheckable(True)
        view_menu.addSeparator()
        self.settings = self._add(view_menu, "settings", self.tr("S&ettings"), standard.Preferences)
        if self.settings.shortcut().isEmpty():
            self.settings.setShortcut("Ctrl+,")
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        tools_menu = window.menuBar().addMenu(self.tr("&Tools"))
        self.models = self._add(tools_menu, "models", self.tr("&Models"), "Ctrl+Shift+M")
        self.training = self._add(tools_menu, "training", self.tr("&Training"), "Ctrl+Shift+R")
        self._add_help(window.menuBar().addMenu(self.tr("&Help")))
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _add(self, menu: QMenu, job: str, text: str, shortcut: QKeySequence.StandardKey | str) -> QAction:
        action = menu.addAction(text)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(self._jobs[job])
        return action

    def _add_help(self, menu: QMenu) -> None:
        self._add(menu, "log", self.tr("&Log"), "Ctrl+Shift+L")
        self._add(menu, "diagnostics", self.tr("&Copy diagnostics…"), "")
        menu.addSeparator()
        about = self._add(menu, "about", self.tr("&About vhdesk"), "")
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _add_themes(self, menu: QMenu, chosen: str) -> dict[str, QAction]:
        group = QActionGroup(self._window)
        made = {}
        for name, text in (
            ("system", self.tr("As the &system")),
            ("light", self.tr("&Light")),
            ("dark", self.tr("&Dark")),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.setData(name)
            action.triggered.connect(self._jobs["theme"])
            group.addAction(action)
            made[name] = action
        return made
