"""The page of a library that cannot be opened: why, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from vhdesk.ui.empty_state import MessagePage
from vhdesk.ui.theme import Theme
from vhdesk.ui.workers import Problem


class TroublePage(MessagePage):
    """Takes the whole window while there is no library.

    Attributes:
        damaged: the library can perhaps be rebuilt, which is offered first.

    Signals:
        rebuild_asked: rebuild the library from what can be read.
        choose_asked: choose another library file.
        again_asked: try to open this one again.
    """

    rebuild_asked = Signal()
    choose_asked = Signal()
    again_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "warning", parent=parent)
        self.damaged = False
        self.icon.set_icon("warning", "warn")
        self.first.connect(self._on_first)
        self.second.connect(self._on_second)
        self.third.connect(self.again_asked)

    def show_problem(self, problem: Problem) -> None:
        """Say why the library cannot be opened."""
        self.damaged = problem.damaged
        rebuild = (self.tr("Rebuild what can be read"), self.tr("Rebuild the library from what can still be read"))
        choose = (self.tr("Choose another library…"), self.tr("Choose another library file"))
        again = (self.tr("Try again"), self.tr("Try to open this library again"))
        offers = (rebuild, choose, again) if self.damaged else (choose, again, ("", ""))
        for part, (text, accessible) in zip(self.buttons, offers, strict=True):
            self.offer(part, text, accessible)
        note = self.tr("Rebuilding keeps the damaged file beside the new one and deletes nothing.")
        sentence = f"{problem.sentence} {note}" if self.damaged else problem.sentence
        self.say(self.tr("This library cannot be opened"), sentence)

    def show_rebuilding(self) -> None:
        """Nothing can be pressed until the rebuild is done."""
        for part in self.buttons:
            part.setEnabled(False)
        self.say(self.tr("Rebuilding the library…"), self.tr("This reads the whole file and may take some minutes."))

    @Slot()
    def _on_first(self) -> None:
        (self.rebuild_asked if self.damaged else self.choose_asked).emit()

    @Slot()
    def _on_second(self) -> None:
        (self.choose_asked if self.damaged else self.again_asked).emit()
