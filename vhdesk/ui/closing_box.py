"""The question that is asked when the window is closed while videos are being indexed."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from vhdesk.ui.theme import Theme


class ClosingBox(QMessageBox):
    """Asks whether to stop and close; it does not block, its ``finished`` signal tells.

    Attributes:
        stop_button: stop and close.
        keep_button: go on; Escape means the same.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIconPixmap(theme.pixmap("warning", 40, "warn", self.devicePixelRatioF()))
        self.setWindowTitle(self.tr("Close vhdesk?"))
        self.setText(self.tr("Videos are still being indexed."))
        self.setInformativeText(
            self.tr("What is finished is saved. After the next start, “Rescan all folders” goes on from there.")
        )
        self.stop_button = self.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        self.keep_button = self.addButton(self.tr("Keep open"), QMessageBox.ButtonRole.RejectRole)
        self.stop_button.setAccessibleName(self.tr("Stop indexing and close the window"))
        self.keep_button.setAccessibleName(self.tr("Keep the window open and go on indexing"))
        self.setDefaultButton(self.keep_button)
        self.setEscapeButton(self.keep_button)

    @property
    def stop_chosen(self) -> bool:
        """Whether the answer was to stop and close."""
        return self.clickedButton() is self.stop_button
