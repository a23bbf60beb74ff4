"""What can be done with a result: open at its second, show in its folder, copy."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from vhdesk.desk import SearchResult
from vhdesk.errors import printable
from vhdesk.ui import open_at
from vhdesk.ui.formats import clock, file_name
from vhdesk.ui.results_view import ResultsView


class ResultActions(QObject):
    """Carries out what the grid asks for.

    Signals:
        said: a sentence for the status bar.
    """

    said = Signal(str)

    def __init__(self, view: ResultsView, parent: QObject) -> None:
        super().__init__(parent)
        view.open_asked.connect(self.open)
        view.folder_asked.connect(self.show_in_folder)
        view.path_asked.connect(self.copy_path)
        view.moment_asked.connect(self.copy_moment)

    @Slot(object)
    def open(self, result: SearchResult) -> None:
        """Play it from the matching second on."""
        name, moment = file_name(result.path), clock(result.start_ms)
        if not os.path.exists(result.path):
            sentence = self.tr("{name} is not there now. Rescan the library, or connect its drive.")
        else:
            opened = open_at.open_at(result.path, result.start_ms)
            if not opened.done:
                sentence = self.tr("No program was found that opens {name}.")
            elif opened.at_second:
                sentence = self.tr("Opened {name} at {moment}.")
            else:
                sentence = self.tr("Opened at the beginning; the match is at {moment}.")
        self.said.emit(sentence.replace("{name}", name).replace("{moment}", moment))

    @Slot(object)
    def show_in_folder(self, result: SearchResult) -> None:
        """Show it in the file manager."""
        if not open_at.show_in_folder(result.path):
            self.said.emit(self.tr("The folder could not be shown."))

    @Slot(object)
    def copy_path(self, result: SearchResult) -> None:
        """Put its path on the clipboard."""
        QGuiApplication.clipboard().setText(printable(result.path))
        self.said.emit(self.tr("The path was copied."))

    @Slot(object)
    def copy_moment(self, result: SearchResult) -> None:
        """Put its path and second on the clipboard."""
        QGuiApplication.clipboard().setText(f"{printable(result.path)} {clock(result.start_ms)}")
        self.said.emit(self.tr("The path and the time were copied."))
