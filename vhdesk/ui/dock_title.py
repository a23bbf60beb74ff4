"""The title of a dock, with a button to close it that looks and reads like our other buttons."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QWidget

from vhdesk.ui.controls import button, label
from vhdesk.ui.theme import Theme


class DockTitle(QWidget):
    """The dock's window title and a close button; the dock is still dragged by it."""

    def __init__(self, theme: Theme, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("dockTitle")
        self._theme = theme
        self.close_button = button("", self.tr("Close {title}").replace("{title}", dock.windowTitle()), "link", self)
        self.close_button.setToolTip(self.close_button.accessibleName())
        self.close_button.clicked.connect(dock.close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 0)
        layout.addWidget(label(dock.windowTitle(), "lead", self), 1)
        layout.addWidget(self.close_button)
        theme.changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        self.close_button.setIcon(self._theme.icon("clear", "dim"))
