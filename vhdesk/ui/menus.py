"""The menu bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


class Menus:
    """Builds the menus of a window from the things that it can do.

    Attributes:
        open_query, paste, export, add_folder, rescan, failures, back, forward: actions that the window enables and
            disables.
        set_aside: whether searches go through stretches that show nothing, too.
        themes: the three looks, by their name in the settings.
    """

    def __init__(
        self, window: QMainWindow, jobs: dict[str, Callable[..., object]], theme: str, *, set_aside: bool
    ) -> None:
        self._window = window
        self._jobs = jobs
        tr = window.tr
        standard = QKeySequence.StandardKey
        file_menu = window.menuBar().addMenu(tr("&File"))
        self.open_query = self._add(file_menu, "open_query", tr("&Open query…"), standard.Open)
        self.paste = self._add(file_menu, "paste", tr("&Paste query or folder"), standard.Paste)
        file_menu.addSeparator()
        self.add_folder = self._add(file_menu, "add_folder", tr("&Add folder…"), "Ctrl+Shift+O")
        self.export = self._add(file_menu, "export", tr("&Export results…"), "Ctrl+Shift+E")
        file_menu.addSeparator()
        leave = self._add(file_menu, "quit", tr("&Quit"), standard.Quit)
        if leave.shortcut().isEmpty():
            leave.setShortcut("Ctrl+Q")
        library_menu = window.menuBar().addMenu(tr("&Library"))
        self.rescan = self._add(library_menu, "rescan", tr("&Rescan all folders"), "Ctrl+R")
        self.failures = self._add(library_menu, "failures", tr("&Failures…"), "")
        view_menu = window.menuBar().addMenu(tr("&View"))
        self.back = self._add(view_menu, "back", tr("&Back to the query before"), standard.Back)
        self.forward = self._add(view_menu, "forward", tr("&Forward to the next query"), standard.Forward)
        view_menu.addSeparator()
        self.set_aside = self._add(view_menu, "set_aside", tr("&Search dark, flat and still stretches too"), "")
        self.set_aside.setCheckable(True)
        self.set_aside.setChecked(set_aside)
        view_menu.addSeparator()
        self.themes = self._add_themes(view_menu.addMenu(tr("&Theme")), theme)
        help_menu = window.menuBar().addMenu(tr("&Help"))
        about = self._add(help_menu, "about", tr("&About vhdesk"), "")
        about.setMenuRole(QAction.MenuRole.AboutRole)
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _add(self, menu: QMenu, job: str, text: str, shortcut: QKeySequence.StandardKey | str) -> QAction:
        action = menu.addAction(text)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(self._jobs[job])
        return action

    def _add_themes(self, menu: QMenu, chosen: str) -> dict[str, QAction]:
        tr = self._window.tr
        group = QActionGroup(self._window)
        made = {}
        for name, text in (("system", tr("As the &system")), ("light", tr("&Light")), ("dark", tr("&Dark"))):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.setData(name)
            action.triggered.connect(self._jobs["theme"])
            group.addAction(action)
            made[name] = action
        return made
