"""All about one system, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vhdesk.desk import Quality, SystemFacts, printable
from vhdesk.ui.controls import button, label
from vhdesk.ui.core_texts import told
from vhdesk.ui.formats import cosine, number, size_of
from vhdesk.ui.models.state import PageState, speed_of, title_of
from vhdesk.ui.tool_page import Facts, breakable
from vhdesk.ui.tool_words import for_window


class SystemPane(QWidget):
    """Shows a system.

    Attributes:
        name: of the system that is shown.
        facts: what is known of it.
        problem: what a check, a measurement or a choice said against it; hidden where nothing was.
        sound: that its files are as they should be; hidden before a check.
        use_button, train_button, speed_button, quality_button, check_button, folder_button: what can be done.

    Signals:
        use_asked, train_asked, speed_asked, quality_asked, check_asked, folder_asked: with the name of the system.
    """

    use_asked = Signal(str)
    train_asked = Signal(str)
    speed_asked = Signal(str)
    quality_asked = Signal(str)
    check_asked = Signal(str)
    folder_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.title = label("", "lead", self, wrap=True)
        self.origin = label("", "badge", self)
        self.summary = label("", "dim", self, wrap=True)
        self.problem = label("", "warn", self, wrap=True)
        self.sound = label(self.tr("The files are as they should be."), "small", self, wrap=True)
        self.facts = Facts(
            (
                ("library", self.tr("This library")),
                ("quality", self.tr("Quality on this library")),
                ("speed", self.tr("Speed on this computer")),
                ("size", self.tr("Size")),
                ("licence", self.tr("Licence")),
                ("bits", self.tr("Code lengths")),
                ("frames", self.tr("What it looks at")),
                ("folder", self.tr("Folder")),
            ),
            self,
        )
        self._make_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.origin, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.summary)
        layout.addWidget(self.problem)
        layout.addWidget(self.sound)
        for part in self._parts:
            layout.addWidget(part)
        layout.addSpacing(4)
        layout.addWidget(self.facts)
        layout.addStretch(1)

    def _make_buttons(self) -> None:
        self.use_button = button(
            self.tr("Use for this library…"), self.tr("Use this system for the library"), "primary", self
        )
        self.train_button = button(self.tr("Train…"), self.tr("Train a system of your own from this one"), parent=self)
        self.speed_button = button(
            self.tr("Measure the speed"), self.tr("Measure the speed of this system here"), parent=self
        )
        self.quality_button = button(
            self.tr("Measure the quality"), self.tr("Measure the quality of searches on your labels"), parent=self
        )
        self.check_button = button(self.tr("Check the files"), self.tr("Check the files of this system"), parent=self)
        self.folder_button = button(self.tr("Open the folder"), self.tr("Open the folder of this system"), parent=self)
        self._parts = (
            self.use_button,
            self.train_button,
            self.speed_button,
            self.quality_button,
            self.check_button,
            self.folder_button,
        )
        signals = (
            self.use_asked,
            self.train_asked,
            self.speed_asked,
            self.quality_asked,
            self.check_asked,
            self.folder_asked,
        )
        self._signals = dict(zip(self._parts, signals, strict=True))
        for part in self._parts:
            part.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self._signals[sender].emit(self.name)

    def show_system(self, facts: SystemFacts, page: PageState, *, trainable: bool, measurable: bool) -> None:
        """Show a system.

        Args:
            facts: of it.
            page: what else is known.
            trainable: there is a recipe that begins with it.
            measurable: the library has labels, and nothing else is being measured.
        """
        card = facts.card
        self.name = card.name
        self.title.setText(breakable(title_of(facts)))
        self.origin.setText(self.tr("built in") if card.origin == "built in" else self.tr("trained here"))
        self.summary.setText(told(card.summary))
        problem = page.problems.get(card.name, "") or for_window(told(facts.needs))
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.sound.setVisible(card.name in page.sound and not problem)
        self.facts.show_values(
            {
                "library": self._library(facts),
                "quality": self._quality(facts),
                "speed": self._speed(facts),
                "size": size_of(card.size_bytes),
                "licence": card.licence,
                "bits": ", ".join(number(bits) for bits in card.bits),
                "frames": self._frames(facts),
                "folder": printable(str(card.folder)) if card.origin != "built in" else "",
            }
        )
        free = card.name not in page.busy
        self.use_button.setVisible(not facts.in_use)
        self.train_button.setVisible(trainable)
        self.quality_button.setVisible(facts.in_use)
        self.quality_button.setEnabled(measurable)
        self.quality_button.setToolTip("" if measurable else self._no_labels())
        self.folder_button.setVisible(card.origin != "built in")
        for part in (self.use_button, self.speed_button, self.check_button):
            part.setEnabled(free and not facts.needs)

    def _no_labels(self) -> str:
        return self.tr(
            "It is measured by labels, at least two of them: put the videos in one folder per kind and add it with "
            "“Labels from folder names”."
        )

    def _library(self, facts: SystemFacts) -> str:
        if facts.encoded is None:
            return self.tr("The device of the settings is not there, so this cannot be told.")
        if not facts.videos:
            return self.tr("There is no video in the library yet.")
        if facts.encoded >= facts.videos:
            return self.tr("All of its videos are encoded: searches can use this system at once.")
        if not facts.encoded:
            return self.tr("None of its %Ln video(s) is encoded: they would have to be read again.", "", facts.videos)
        text = self.tr(
            "{done} of its %Ln video(s) are encoded; the others would have to be read again.", "", facts.videos
        )
        return text.replace("{done}", number(facts.encoded))

    def _quality(self, facts: SystemFacts) -> str:
        if not facts.quality:
            return self.tr("not measured yet")
        return "\n".join(self._measured(quality) for quality in facts.quality)

    def _measured(self, quality: Quality) -> str:
        text = self.tr("{n} bits: mAP {value}, measured on %Ln of your videos", "", quality.queries)
        text = text.replace("{n}", number(quality.bits)).replace("{value}", cosine(quality.map))
        return text + (", " + self.tr("out of date: labels have changed") if quality.stale else "")

    def _speed(self, facts: SystemFacts) -> str:
        if facts.speed is None:
            return self.tr("not measured yet")
        info = facts.speed.info
        text = self.tr("{speed} are encoded, on {device} with {engine} in {precision}")
        values = (
            ("speed", speed_of(facts)),
            ("device", info.device),
            ("engine", info.engine),
            ("precision", info.precision),
        )
        for key, value in values:
            text = text.replace(f"{{{key}}}", value)
        return text

    def _frames(self, facts: SystemFacts) -> str:
        text = self.tr("{n} frames of a segment, {side} × {side} pixels")
        return text.replace("{n}", number(facts.card.frames)).replace("{side}", number(facts.card.side))
