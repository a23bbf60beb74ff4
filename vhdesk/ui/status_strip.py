"""The status bar: where encoding runs, what the library holds, and the last sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QWidget

from vhdesk.desk import LibrarySummary, RuntimeInfo
from vhdesk.ui.controls import ElidedLabel
from vhdesk.ui.core_texts import told
from vhdesk.ui.formats import number, size_of


class StatusStrip(QStatusBar):
    """Three texts: two facts on the left, what happened last on the right.

    Attributes:
        encoding: where the encoder runs.
        counts: how much the library holds.
        message: what happened last; it stays until the next one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.encoding = QLabel("", self)
        self.encoding.setAccessibleName(self.tr("Encoding"))
        self.counts = QLabel("", self)
        self.counts.setAccessibleName(self.tr("Contents of the library"))
        self.message = ElidedLabel("", self, Qt.TextElideMode.ElideRight)
        self.message.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.message.setAccessibleName(self.tr("Message"))
        self.message.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addWidget(self.encoding)
        self.addWidget(self.counts)
        self.addPermanentWidget(self.message, 1)
        self.starting()

    def starting(self) -> None:
        """The encoder is not loaded yet."""
        self._set_encoding(self.tr("Encoding: starting…"), "")
        self.encoder_known = False

    def unopened(self) -> None:
        """There is no library to speak of."""
        self._set_encoding("", "")
        self.counts.clear()

    def show_runtime(self, info: RuntimeInfo) -> None:
        """The encoder is loaded."""
        text = self.tr("Encoding: {device}, {engine} {precision}")
        for name, value in (("device", info.device), ("engine", info.engine), ("precision", info.precision)):
            text = text.replace(f"{{{name}}}", value)
        self._set_encoding(text, told(info.reason))
        self.encoder_known = True

    def show_no_runtime(self, sentence: str) -> None:
        """The encoder cannot be loaded."""
        self._set_encoding(self.tr("Encoding: not available"), sentence)
        self.say(sentence)

    def _set_encoding(self, text: str, tip: str) -> None:
        self.encoding.setText(text)
        self.encoding.setToolTip(tip)

    def show_counts(self, summary: LibrarySummary, bits: int) -> None:
        """Tell how much the library holds, in codes of so many bits."""
        segments = self.tr("Library %Ln segment(s)", "", summary.segments)
        length = self.tr("{n} bits").replace("{n}", number(bits))
        codes = self.tr("{size} of codes").replace("{size}", size_of(summary.segments * bits // 8))
        parts = [segments, length, codes] if summary.segments else [segments]
        aside = [self._aside(name, count) for name, count in sorted(summary.set_aside.items())]
        if aside:
            parts.append(self.tr("{n} set aside").replace("{n}", number(sum(summary.set_aside.values()))))
            aside.append(self.tr("They show nothing to search for. The View menu can have them searched too."))
        self.counts.setText(" · ".join(parts))
        self.counts.setToolTip("\n".join(aside))

    def _aside(self, reason: str, count: int) -> str:
        if reason == "dark":
            return self.tr("%Ln dark stretch(es)", "", count)
        if reason == "flat":
            return self.tr("%Ln stretch(es) of one colour", "", count)
        return self.tr("%Ln still stretch(es)", "", count)

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Show what happened."""
        self.message.setText(sentence)
        self.message.setToolTip(sentence)
