"""Name, version and licence."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QMessageBox

import vhdesk
from vhdesk.errors import printable


def about_box(window: QMainWindow, library: str) -> QMessageBox:
    """A box that deletes itself once it is closed."""
    box = QMessageBox(window)
    box.setWindowTitle(window.tr("About vhdesk"))
    box.setIconPixmap(window.windowIcon().pixmap(64, 64))
    box.setText(window.tr("Video Hash Desk {version}").replace("{version}", vhdesk.__version__))
    lines = [
        window.tr("Finds videos by example, on your own computer."),
        window.tr("Apache License 2.0"),
        window.tr("Library: {path}").replace("{path}", printable(library)),
    ]
    box.setInformativeText("\n".join(lines))
    box.finished.connect(box.deleteLater)
    return box
