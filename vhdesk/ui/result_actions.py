"""What can be done with a result: open at its second, show in its folder, copy."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from vhdesk.errors import printable
from vhdesk.ui import open_at
from vhdesk.ui.formats import clock, file_name
from vhdesk.ui.intake import Shown

Results = Sequence[Shown]


class ResultActions(QObject):
    """Carries out what the grid asks for; of several results the first is opened, all are copied.

    Signals:
        said: a sentence for the status bar.
        vanished: the file of a result is not there: its path.
    """

    said = Signal(str)
    vanished = Signal(str)

    def open(self, results: Results) -> None:
        """Play the first from its matching second on."""
        result = results[0]
        name, moment = file_name(result.path), clock(result.start_ms)
        if not os.path.exists(result.path):
            self.vanished.emit(result.path)
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

    def show_in_folder(self, results: Results) -> None:
        """Show the first in the file manager."""
        if not open_at.show_in_folder(results[0].path):
            self.said.emit(self.tr("The folder could not be shown."))

    def copy_paths(self, results: Results) -> None:
        """Put the paths on the clipboard, one a line."""
        paths = list(dict.fromkeys(printable(result.path) for result in results))
        QGuiApplication.clipboard().setText("\n".join(paths))
        self.said.emit(self.tr("%Ln path(s) copied.", "", len(paths)))

    def copy_moments(self, results: Results) -> None:
        """Put paths and seconds on the clipboard, one a line."""
        lines = [f"{printable(result.path)} {clock(result.start_ms)}" for result in results]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.said.emit(self.tr("%Ln path(s) with time copied.", "", len(lines)))
