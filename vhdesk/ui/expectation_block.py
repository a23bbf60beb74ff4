"""What the settings of the moment lead to on the user's own labels, and the button that measures it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.desk import Calibration
from vhdesk.settings import SearchSettings
from vhdesk.ui.controls import ThinBar, button, label
from vhdesk.ui.formats import cosine, number
from vhdesk.ui.measuring import QUALITY, Knowledge, MeasureNews
from vhdesk.ui.theme import Theme


class ProgressRow(QWidget):
    """A measurement under way: what is done, how far, and a button that stops it.

    Signals:
        cancel_asked: stop.
    """

    cancel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "small", self, wrap=True)
        self.bar = ThinBar(theme, self)
        self.bar.setAccessibleName(self.tr("Progress of the measurement"))
        self.cancel_button = button(self.tr("Cancel"), self.tr("Cancel the measurement"), parent=self)
        self.cancel_button.clicked.connect(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def begin(self) -> None:
        """Asked for; nothing is told yet."""
        self.words.setText(self.tr("Measuring…"))
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self.show()

    def show_news(self, news: MeasureNews) -> None:
        """How far it is."""
        names = {
            "categories": self.tr("Learning categories"),
            "category mask": self.tr("Category masks"),
            "re-ranking": self.tr("Re-ranking"),
        }
        doing = names.get(news.doing, news.doing)
        text = self.tr("{what}: {done} of {total}").replace("{what}", doing)
        self.words.setText(text.replace("{done}", number(news.done)).replace("{total}", number(news.total)))
        self.bar.setRange(0, max(1, news.total))
        self.bar.setValue(news.done)

    @Slot()
    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.words.setText(self.tr("Stopping…"))
        self.cancel_asked.emit()


class ExpectationBlock(QWidget):
    """Precision and recall to expect, how they are known, and how they could be.

    Attributes:
        figures: the expected precision and recall.
        source: what they were measured on.
        warning: that they are out of date, or why measuring failed.
        measure_button: measures.
        label_button: leads to labels where there are none.
        progress: while it is measured.

    Signals:
        measure_asked: measure.
        labels_asked: add a folder with labels.
    """

    measure_asked = Signal()
    labels_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measuring = False
        self.figures = label("", "", self, wrap=True)
        self.source = label("", "small", self, wrap=True)
        self.warning = label("", "warn", self, wrap=True)
        self.measure_button = button("", "", parent=self)
        self.label_button = button(self.tr("Add a folder…"), self.tr("Add a folder with labels"), parent=self)
        self.measure_button.clicked.connect(self.measure_asked)
        self.label_button.clicked.connect(self.labels_asked)
        self.progress = ProgressRow(theme, self)
        buttons = QHBoxLayout()
        buttons.addWidget(self.measure_button)
        buttons.addWidget(self.label_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.figures, self.source, self.warning):
            layout.addWidget(part)
        layout.addSpacing(4)
        layout.addLayout(buttons)
        layout.addWidget(self.progress)
        self.show_knowledge(None, SearchSettings())

    def show_knowledge(self, known: Knowledge | None, search: SearchSettings) -> None:
        """What is known, at these settings; ``None`` while it is not looked up yet."""
        found = known.calibrations.get(search.bits) if known is not None else None
        measurable = known is not None and known.measurable
        self.warning.setText("")
        if known is None:
            self._say("", "")
        elif found is not None:
            self._show_calibration(found, search)
        elif not measurable:
            self._say(
                "",
                self.tr(
                    "Precision and recall are measured by labels. Put the videos in one folder per kind and add it "
                    "with “Labels from folder names”."
                ),
            )
        else:
            text = self.tr("What codes of {n} bits lead to on your labels is not measured yet.")
            self._say("", text.replace("{n}", number(search.bits)))
        again = self.tr("Measure again") if found is not None else self.tr("Measure")
        self.measure_button.setText(again)
        self.measure_button.setAccessibleName(self.tr("Measure precision and recall on your labels"))
        self._allow_measuring = measurable
        self._offer_labels = known is not None and not measurable
        self._show_buttons()

    def _say(self, figures: str, source: str) -> None:
        self.figures.setText(figures)
        self.source.setText(source)
        for part in (self.figures, self.source, self.warning):
            part.setVisible(bool(part.text()))

    def _show_calibration(self, found: Calibration, search: SearchSettings) -> None:
        measured = self.tr("measured on %Ln of your videos", "", found.queries)
        if search.par:
            expected = found.expected(search.par_k, search.par_threshold)
            figures = self.tr("On your labels: precision {p}, recall {r}")
            precision, recall = expected.precision, expected.recall
            empty = round(100 * expected.empty)
            if empty:
                measured += " · " + self.tr("{n} % keep nothing").replace("{n}", number(empty))
            if search.mask_ratio < 1:
                measured += " · " + self.tr("without a mask")
        else:
            masked = found.expected_mask(search.mask_ratio)
            figures = self.tr("On your labels, of the first five: precision {p}, recall {r}")
            precision, recall = masked.precision, masked.recall
        if found.stale:
            self.warning.setText(self.tr("The labels have changed since: measure again."))
        self._say(figures.replace("{p}", cosine(precision)).replace("{r}", cosine(recall)), measured)

    def show_measuring(self, what: str | None) -> None:
        """What is being measured; ``None``: nothing is."""
        self._measuring = what is not None
        if what is None:
            self.progress.hide()
        elif what != QUALITY:
            self.progress.begin()
        self._show_buttons()

    def show_problem(self, sentence: str) -> None:
        """Why there is no measurement."""
        self.warning.setText(sentence)
        self.warning.setVisible(bool(sentence))

    def _show_buttons(self) -> None:
        self.measure_button.setVisible(self._allow_measuring)
        self.measure_button.setEnabled(not self._measuring)
        self.label_button.setVisible(self._offer_labels)
