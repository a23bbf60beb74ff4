"""The list of files that could not be read: asked for, shown, tried again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from vhdesk.ui.failures_dialog import FailuresDialog
from vhdesk.ui.workers import Jobs, Unread


class FailuresControl(QObject):
    """Stands between the library worker and the list.

    Attributes:
        dialog: the list, while it is open.
        writable: whether the library can be written, so that trying again makes sense.

    Signals:
        said: a sentence for the status bar.
    """

    said = Signal(str)

    def __init__(self, window: QWidget, retry: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._retry = retry
        self._jobs: Jobs | None = None
        self.dialog: FailuresDialog | None = None
        self.writable = False

    def attach(self, jobs: Jobs) -> None:
        """Ask these workers from now on."""
        self._jobs = jobs
        jobs.library.failures_read.connect(self._on_read)

    def detach(self) -> None:
        """The workers are about to end."""
        self._jobs = None

    @Slot()
    def ask(self) -> None:
        """Read what could not be indexed, then list it."""
        if self._jobs is not None:
            self._jobs.failures_asked.emit()

    @Slot(object)
    def _on_read(self, unread: Unread) -> None:
        if not unread.failures and not unread.damaged:
            self.said.emit(self.tr("Every file in the library could be read."))
        elif self.dialog is None:
            self.dialog = FailuresDialog(unread.failures, unread.damaged, self.writable, self._window)
            self.dialog.again_asked.connect(self._on_again)
            self.dialog.finished.connect(self._on_closed)
            self.dialog.open()

    @Slot()
    def _on_again(self) -> None:
        self._retry()

    @Slot()
    def _on_closed(self) -> None:
        self.dialog = None
