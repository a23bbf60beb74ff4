"""Page three: how to index, with what is recommended set, and how fast this computer is."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget, QWizardPage

from vhdesk.desk import Desk, DeviceTest, IndexOptions
from vhdesk.ui.controls import ThinBar, label
from vhdesk.ui.core_texts import told
from vhdesk.ui.formats import number
from vhdesk.ui.theme import Theme

# Typing is over when nothing was typed for so long.
QUIET_MS = 600


class Choice(QWidget):
    """A check box with a line that says what it does."""

    def __init__(self, text: str, help_text: str, checked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(text, self)
        self.box.setChecked(checked)
        self.box.setAccessibleName(text)
        self.box.setAccessibleDescription(help_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.box)
        line = label(help_text, "small", self, wrap=True)
        line.setContentsMargins(24, 0, 0, 0)
        layout.addWidget(line)


class OptionsPage(QWizardPage):
    """How to index.

    Attributes:
        subfolders: whether they count.
        labels: whether folder names become labels.
        pictures: whether pictures count.
        excludes: globs of what to leave out, separated by commas.
        device: what the device test says.
        found: what the folders hold with these options.

    Signals:
        changed: other files may count now.
    """

    changed = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("How to index them"))
        self.setSubTitle(self.tr("What is recommended is set. Everything can be changed later."))
        self._asked_pictures = desk.settings.indexing.pictures
        self.subfolders = Choice(
            self.tr("Subfolders too"), self.tr("Recommended: new subfolders are noticed by themselves."), True, self
        )
        self.labels = Choice(
            self.tr("Labels from folder names"),
            self.tr("The first folder below each one becomes the label of its videos: for charts and filters."),
            False,
            self,
        )
        self.pictures = Choice(
            self.tr("Pictures too"),
            self.tr("Every picture counts as a video of one frame. This goes for the whole library."),
            self._asked_pictures,
            self,
        )
        self.excludes = QLineEdit(self)
        self.excludes.setPlaceholderText(self.tr("Nothing; or names such as *trailer*, private/*"))
        self.excludes.setAccessibleName(self.tr("Leave out"))
        self.excludes.setAccessibleDescription(
            self.tr("Names or paths below the folders that are left out, with * and ?, separated by commas.")
        )
        self.device = label(self.tr("being measured…"), "strong", self, wrap=True)
        self.device.setAccessibleName(self.tr("This computer"))
        self.device_bar = ThinBar(theme, self)
        self.device_bar.setRange(0, 0)
        self.device_bar.setAccessibleName(self.tr("The encoder is being measured"))
        self.found = label("", "strong", self, wrap=True)
        self.found.setAccessibleName(self.tr("To be indexed"))
        self._wait = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._wait.timeout.connect(self.changed)
        self.subfolders.box.toggled.connect(self._begin_wait)
        self.pictures.box.toggled.connect(self._begin_wait)
        self.excludes.textEdited.connect(self._begin_wait)
        self._lay_out(desk)

    def _lay_out(self, desk: Desk) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for part in (self.subfolders, self.labels, self.pictures):
            layout.addWidget(part)
        name = label(self.tr("Leave out"), "", self)
        name.setBuddy(self.excludes)
        row = QVBoxLayout()
        row.setSpacing(4)
        row.addWidget(name)
        row.addWidget(self.excludes)
        layout.addLayout(row)
        layout.addStretch(1)
        frame = QFrame(self)
        frame.setObjectName("notice")
        grid = QGridLayout(frame)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        card = desk.system_card()
        self.system = label(card.title, "strong", frame, wrap=True)
        self.system.setToolTip(card.summary)
        self.system.setAccessibleName(self.tr("System"))
        device = QVBoxLayout()
        device.setSpacing(4)
        device.addWidget(self.device)
        device.addWidget(self.device_bar)
        grid.addWidget(label(self.tr("System"), "dim", frame), 0, 0)
        grid.addWidget(self.system, 0, 1)
        grid.addWidget(label(self.tr("This computer"), "dim", frame), 1, 0)
        grid.addLayout(device, 1, 1)
        grid.addWidget(label(self.tr("To be indexed"), "dim", frame), 2, 0)
        grid.addWidget(self.found, 2, 1)
        layout.addWidget(frame)

    @property
    def options(self) -> IndexOptions:
        """What was chosen."""
        globs = (part.strip() for part in self.excludes.text().replace(";", ",").split(","))
        return IndexOptions(
            recursive=self.subfolders.box.isChecked(),
            excludes=tuple(glob for glob in globs if glob),
            label_from_folder=self.labels.box.isChecked(),
            pictures=self.pictures.box.isChecked(),
        )

    @Slot()
    def _begin_wait(self) -> None:
        self.found.setText("…")
        self._wait.start()

    def settle(self) -> None:
        """No more is to be reported."""
        self._wait.stop()

    def show_device(self, test: DeviceTest) -> None:
        """The device test is done."""
        text = self.tr("{device}, {engine} {precision}: about {n} segments a second")
        for name, value in (
            ("device", test.info.device),
            ("engine", test.info.engine),
            ("precision", test.info.precision),
            ("n", number(max(1, round(test.segments_per_second)))),
        ):
            text = text.replace(f"{{{name}}}", value)
        self.device.setText(text)
        self.device.setToolTip(told(test.info.reason))
        self.device_bar.hide()

    def show_no_device(self, sentence: str) -> None:
        """The encoder cannot run."""
        self.device.setText(sentence)
        self.device_bar.hide()

    def show_found(self, text: str) -> None:
        """What the folders hold with these options."""
        self.found.setText(text)
