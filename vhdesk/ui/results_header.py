"""The line above the results: how many, among how many, how fast; and the length of the codes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from vhdesk.desk import SearchResponse
from vhdesk.ui.controls import ElidedLabel, label
from vhdesk.ui.formats import number

CODE_LENGTHS = (16, 32, 64, 128, 256, 512)


class ResultsHeader(QWidget):
    """Counts on the left, code length on the right.

    Signals:
        bits_chosen: search with codes of this many bits.
    """

    bits_chosen = Signal(int)

    def __init__(self, bits: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = label("", "lead", self)
        self.detail = ElidedLabel("dim", self, Qt.TextElideMode.ElideRight)
        self.caption = label(self.tr("Code length"), "small", self)
        self.caption.setToolTip(self.tr("Longer codes are finer and larger."))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._chosen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.count)
        layout.addWidget(self.detail, 1)
        layout.addWidget(self.caption)
        layout.addWidget(self._make_segments(bits))
        layout.addWidget(label(self.tr("bits"), "small", self))

    def _make_segments(self, bits: int) -> QWidget:
        box = QWidget(self)
        box.setObjectName("segments")
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(box)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for length in CODE_LENGTHS:
            part = QToolButton(box)
            part.setText(number(length))
            part.setCheckable(True)
            part.setChecked(length == bits)
            part.setProperty("role", "segment")
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            part.setAccessibleName(self.tr("Codes of {n} bits").replace("{n}", number(length)))
            part.setToolTip(self.tr("Search with codes of {n} bits").replace("{n}", number(length)))
            self._group.addButton(part, length)
            row.addWidget(part)
        return box

    def bits_button(self, bits: int) -> QAbstractButton:
        """The button of a code length."""
        return self._group.button(bits)

    @Slot(QAbstractButton)
    def _chosen(self, chosen: QAbstractButton) -> None:
        self.bits_chosen.emit(self._group.id(chosen))

    def offer(self, lengths: tuple[int, ...]) -> None:
        """Only these code lengths can be chosen: those that the system gives."""
        for part in self._group.buttons():
            part.setEnabled(self._group.id(part) in lengths)

    def show_answer(self, response: SearchResponse) -> None:
        """Counts of an answer."""
        among = self.tr("of %Ln segment(s)", "", response.searched_segments)
        milliseconds = self.tr("{n} ms").replace("{n}", number(max(1, round(response.timing_ms.total))))
        self.detail.setText(f"{among}, {milliseconds}")

    def show_counts(self, shown: int, total: int, *, by_video: bool) -> None:
        """How many results there are, and how many of them are shown."""
        text = self.tr("%Ln video(s)", "", total) if by_video else self.tr("%Ln segment(s) found", "", total)
        if shown != total:
            text = self.tr("{shown} of {all}").replace("{shown}", number(shown)).replace("{all}", text)
        self.count.setText(text)

    def show_bits(self, bits: int) -> None:
        """Show another code length, without asking for anything."""
        part = self._group.button(bits)
        if part is not None:  # a system may give lengths that the settings do not know
            part.setChecked(True)

    def clear(self) -> None:
        """No answer to count."""
        self.count.clear()
        self.detail.clear()
