"""The question that is asked when the window is closed while videos are indexed or something is trained."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from vhdesk.ui.theme import Theme


class ClosingBox(QMessageBox):
    """Asks whether to stop and close; it does not block, its ``finished`` signal tells.

    Args:
        indexing: videos are being indexed; otherwise something is being trained.

    Attributes:
        stop_button: stop and close.
        keep_button: go on; Escape means the same.
    """

    def __init__(self, theme: Theme, parent: QWidget, *, indexing: bool = True) -> None:
        super().__init__(parent)
        self.setIconPixmap(theme.pixmap("warning", 40, "warn", self.devicePixelRatioF()))
        self.setWindowTitle(self.tr("Close vhdesk?"))
        if indexing:
            text = self.tr("Videos are still being indexed.")
            note = self.tr("What is finished is saved. After the next start, “Rescan all folders” goes on from there.")
        else:
            text = self.tr("A system is still being trained.")
            note = self.tr("It is stopped and its best so far is kept. The training page can go on with it later.")
        self.setText(text)
        self.setInformativeText(note)
        self.stop_button = self.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        self.keep_button = self.addButton(self.tr("Keep open"), QMessageBox.ButtonRole.RejectRole)
        self.stop_button.setAccessibleName(self.tr("Stop what runs and close the window"))
        self.keep_button.setAccessibleName(self.tr("Keep the window open and go on"))
        self.setDefaultButton(self.keep_button)
        self.setEscapeButton(self.keep_button)

    @property
    def stop_chosen(self) -> bool:
        """Whether the answer was to stop and close."""
        return self.clickedButton() is self.stop_button
