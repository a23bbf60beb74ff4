"""What comes in: files and folders that are dropped, pasted or chosen go to the search or to the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from vhdesk.ui.intake import Intake, read_mime


class IntakeControl(QObject):
    """Takes what comes in.

    Signals:
        said: a sentence for the status bar.
    """

    said = Signal(str)

    def __init__(
        self,
        window: QWidget,
        search: Callable[[tuple[Intake, ...]], None],
        offer_folders: Callable[[tuple[Path, ...]], None],
    ) -> None:
        """Hand on what comes in.

        Args:
            window: parent of the dialogs.
            search: gets what is to be searched by, in this order.
            offer_folders: gets all folders; nothing where they are still to be chosen.
        """
        super().__init__(window)
        self._window = window
        self._search = search
        self._offer_folders = offer_folders

    @Slot()
    def choose_query(self) -> None:
        """Let the user pick files to search by."""
        chosen, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Search by a video or a picture"))
        if chosen:
            self._search(tuple(Intake(Path(path), False) for path in chosen))

    @Slot()
    def choose_folder(self) -> None:
        """Let the user choose folders to add."""
        self._offer_folders(())

    @Slot()
    def paste(self) -> None:
        """Take files or their paths from the clipboard."""
        intakes = read_mime(QGuiApplication.clipboard().mimeData())
        if intakes:
            self.take(intakes)
        else:
            self.said.emit(self.tr("The clipboard holds no file and no path of one."))

    @Slot(object)
    def take(self, intakes: tuple[Intake, ...]) -> None:
        """Do what a drop or a paste asks for: folders are added, the first file is searched by, the others wait."""
        queries = tuple(intake for intake in intakes if not intake.folder)
        folders = tuple(intake.path for intake in intakes if intake.folder)
        if folders:
            self._offer_folders(folders)
        if queries:
            self._search(queries)
