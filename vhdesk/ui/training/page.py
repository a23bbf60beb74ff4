"""The training page: what is to be trained on the left, how it goes on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from vhdesk.ui.theme import Theme
from vhdesk.ui.tool_page import ToolPage
from vhdesk.ui.training.form import TrainingForm
from vhdesk.ui.training.live import TrainingLive


class TrainingPage(ToolPage):
    """Shows both.

    Attributes:
        form: what is to be trained.
        live: how it goes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            self.tr("Training"),
            self.tr("Makes a system of your own from one that there is. Nothing leaves this computer."),
            parent,
        )
        self.form = TrainingForm(theme, self)
        self.live = TrainingLive(theme, self)
        area = QScrollArea(self)
        area.setObjectName("plain")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.live)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(self.form)
        columns.addWidget(area, 1)
        self.body.addLayout(columns, 1)

    def focus_first(self) -> None:
        """The keyboard goes to the form."""
        self.form.system.setFocus(Qt.FocusReason.OtherFocusReason)
