"""Name, version and licence."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

import vhdesk
from vhdesk.errors import printable


class AboutBox(QMessageBox):
    """A box that deletes itself once it is closed."""

    def __init__(self, library: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About vhdesk"))
        self.setIconPixmap(parent.window().windowIcon().pixmap(64, 64))
        self.setText(self.tr("Video Hash Desk {version}").replace("{version}", vhdesk.__version__))
        lines = [
            self.tr("Finds videos by example, on your own computer."),
            self.tr("Apache License 2.0"),
            self.tr("Library: {path}").replace("{path}", printable(library)),
        ]
        self.setInformativeText("\n".join(lines))
        self.finished.connect(self.deleteLater)
