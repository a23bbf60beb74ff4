"""The panel at the right where searches are tuned while their answers change."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vhdesk.desk import SearchResponse
from vhdesk.settings import SearchSettings
from vhdesk.ui.controls import button, label
from vhdesk.ui.dock_title import DockTitle
from vhdesk.ui.expectation_block import ExpectationBlock
from vhdesk.ui.formats import cosine, decimal, number
from vhdesk.ui.knob import Knob
from vhdesk.ui.measuring import Knowledge
from vhdesk.ui.presets import CUSTOM, PRESETS, preset_of
from vhdesk.ui.theme import Theme

MASKS = tuple(step / 20 for step in range(2, 21))
NEAREST = (5, 10, 15, 20, 30, 40, 50, 70, 100, 150, 200, 300, 500, 700, 1000)
COSINES = tuple(step / 100 for step in range(101))


class BitsKnob(Knob):
    """Code length."""

    def text_of(self, value: float) -> str:
        """``64 bits``."""
        return self.tr("{n} bits").replace("{n}", number(int(value)))


class ShareKnob(Knob):
    """A share of one."""

    def text_of(self, value: float) -> str:
        """``0.60``."""
        return decimal(value, 2)


class CountKnob(Knob):
    """How many."""

    def text_of(self, value: float) -> str:
        """``100``."""
        return number(int(value))


class TuneDock(QDockWidget):
    """Shows the settings of searches, what they do to the answer on the screen, and what they lead to on average.

    Attributes:
        lengths: of codes that can be chosen.
        presets: settings by what they are for.
        bits, category_mask, nearest, closeness: the sliders.
        par: whether the nearest are re-ranked.
        kept: how many results of the answer on the screen pass.
        category: what the query was taken for.
        expectation: precision and recall on the user's labels.

    Signals:
        chosen: settings of searches, by name.
        learn_asked: learn categories from the labels.
        labels_asked: add a folder with labels.
        closed: the user closed the panel.
    """

    chosen = Signal(dict)
    learn_asked = Signal()
    labels_asked = Signal()
    closed = Signal()

    def __init__(
        self, search: SearchSettings, bits: tuple[int, ...], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tune"))
        self.setTitleBarWidget(DockTitle(theme, self))
        self.setObjectName("tuneDock")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._search = search
        self.lengths = bits
        self._known: Knowledge | None = None
        self._make_presets()
        self._make_knobs(bits)
        self.expectation = ExpectationBlock(theme, self)
        self.expectation.labels_asked.connect(self.labels_asked)
        self._lay_out()
        theme.changed.connect(self._fit_soon)
        self.show_answer(None)
        self.show_knowledge(None)
        self.show_settings(search)

    # The parts

    def _make_presets(self) -> None:
        self.presets = QComboBox(self)
        self.presets.setAccessibleName(self.tr("What you are looking for"))
        self.presets.setToolTip(self.tr("Sets all of the sliders below."))
        self.presets.setSizePolicy(self.presets.sizePolicy().Policy.Ignored, self.presets.sizePolicy().verticalPolicy())
        texts = {
            "copies": self.tr("Exact copies"),
            "scene": self.tr("The same scene"),
            "action": self.tr("The same kind of action"),
            CUSTOM: self.tr("Custom"),
        }
        for name in (*(preset.name for preset in PRESETS), CUSTOM):
            self.presets.addItem(texts[name], name)
        self.presets.activated.connect(self._on_preset)

    def _make_knobs(self, bits: tuple[int, ...]) -> None:
        default = SearchSettings()
        self.bits = BitsKnob(
            self.tr("Code length"), self.tr("Longer codes are finer and larger."), bits, default.bits, self
        )
        self.category_mask = ShareKnob(
            self.tr("Category mask"),
            self.tr("The share of the bits that counts: those that matter for what the query shows."),
            MASKS,
            default.mask_ratio,
            self,
        )
        self.learn_button = button(
            self.tr("Learn from the labels"), self.tr("Learn categories from the labels"), parent=self
        )
        self.learn_button.clicked.connect(self.learn_asked)
        self.par = QCheckBox(self.tr("Re-rank by affinity"), self)
        self.par.setAccessibleName(self.par.text())
        self.par.setToolTip(self.tr("Orders the nearest by their features, and keeps those that are alike enough."))
        self.par.clicked.connect(self._on_par)
        self.nearest = CountKnob(
            self.tr("Re-ranked results"),
            self.tr("How many of the nearest are looked at."),
            NEAREST,
            default.par_k,
            self,
        )
        self.closeness = ShareKnob(
            self.tr("Cosine above"),
            self.tr("Higher keeps fewer and surer ones."),
            COSINES,
            default.par_threshold,
            self,
        )
        self.bits.moved.connect(self._on_bits)
        self.category_mask.moved.connect(self._on_mask)
        self.nearest.moved.connect(self._on_nearest)
        self.closeness.moved.connect(self._on_cosine)
        self.kept = label("", "strong", self, wrap=True)
        self.kept_note = label("", "warn", self, wrap=True)
        self.category = label("", "small", self, wrap=True)
        self.reset_button = button(self.tr("Reset all"), self.tr("Reset all of the sliders"), "link", self)
        self.reset_button.clicked.connect(self._on_reset)

    def _fill(self) -> QWidget:
        inside = self._inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("LOOKING FOR"), "caption", inside), 1)
        head.addWidget(self.reset_button)
        looking = QVBoxLayout()
        looking.setSpacing(4)
        looking.addLayout(head)
        looking.addWidget(self.presets)
        column.addLayout(looking)
        column.addWidget(self.bits)
        masks = QVBoxLayout()
        masks.setSpacing(4)
        masks.addWidget(self.category_mask)
        masks.addWidget(self.category)
        masks.addWidget(self.learn_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(masks)
        column.addWidget(self.par)
        column.addWidget(self.nearest)
        column.addWidget(self.closeness)
        counts = QVBoxLayout()
        counts.setSpacing(4)
        counts.addWidget(self.kept)
        counts.addWidget(self.kept_note)
        column.addLayout(counts)
        line = QFrame(inside)
        line.setObjectName("rule")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addWidget(self.expectation)
        column.addStretch(1)
        return inside

    def _lay_out(self) -> None:
        area = self._area = QScrollArea(self)
        area.setObjectName("plain")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._fill())
        self._inside.installEventFilter(self)
        body = QWidget(self)
        body.setObjectName("tuneBody")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setWidget(body)
        self._fit()

    @Slot()
    def _fit_soon(self) -> None:
        """Once its parts have the new font, too."""
        QTimer.singleShot(0, self._fit)

    @Slot()
    def _fit(self) -> None:
        inside = self._inside
        least = inside.minimumSizeHint().width() + self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(max(least, self.fontMetrics().averageCharWidth() * 38))

    def changeEvent(self, event: QEvent) -> None:
        """The panel grows with the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_area"):
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel grows with its texts, too: what is kept is said once something was re-ranked."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by hand."""
        super().closeEvent(event)
        self.closed.emit()

    # What is shown

    @property
    def masks_possible(self) -> bool:
        """Whether a mask can be laid on; so long as nobody knows, it can."""
        return self._known is None or self._known.categories is not None

    def show_settings(self, search: SearchSettings) -> None:
        """Show settings, whoever set them."""
        self._search = search
        for knob, value in (
            (self.bits, search.bits),
            (self.category_mask, search.mask_ratio),
            (self.nearest, search.par_k),
            (self.closeness, search.par_threshold),
        ):
            if knob.value != value:
                knob.show_value(value)
        self.par.setChecked(search.par)
        self.nearest.setVisible(search.par)
        self.closeness.setVisible(search.par)
        self._show_mask()
        self._show_preset()
        self.expectation.show_knowledge(self._known, search)

    def _show_preset(self) -> None:
        name = preset_of(self._search, masks=self.masks_possible)
        self.presets.setCurrentIndex(self.presets.findData(name))
        default = SearchSettings()
        same = all(getattr(self._search, value) == getattr(default, value) for value in self._tuned())
        self.reset_button.setEnabled(not same)

    def _show_mask(self) -> None:
        known, reason = self._known, ""
        if known is not None and known.categories is None:
            if known.measurable:
                reason = self.tr("This needs categories, which can be learned from your labels.")
            else:
                reason = self.tr(
                    "This needs categories, and they are learned from labels: put the videos in one folder per kind "
                    "and add it with “Labels from folder names”."
                )
        self.category_mask.explain(reason)
        self.learn_button.setVisible(bool(reason) and known is not None and known.measurable)

    def show_knowledge(self, known: Knowledge | None) -> None:
        """Show what the library knows."""
        self._known = known
        self._show_mask()
        self._show_preset()
        self.expectation.show_knowledge(known, self._search)

    def show_measuring(self, what: str | None) -> None:
        """What is being measured; ``None``: nothing is."""
        self.learn_button.setEnabled(what is None)
        self.expectation.show_measuring(what)

    def show_answer(self, response: SearchResponse | None) -> None:
        """Show what the settings did to an answer; ``None``: there is none."""
        self.kept.setText("" if response is None else self._kept(response))
        par = response.par if response is not None else None
        note = self.tr("None of them is that close: they are shown all the same.") if par and par.fell_back else ""
        self.kept_note.setText(note)
        self.category.setText("" if response is None else self._category(response))
        for part in (self.kept, self.kept_note, self.category):
            part.setVisible(bool(part.text()))

    def _kept(self, response: SearchResponse) -> str:
        if response.par is None:
            return self.tr("%Ln result(s)", "", len(response.results))
        text = self.tr("{kept} of {all} kept").replace("{kept}", number(response.par.kept))
        return text.replace("{all}", number(response.par.considered))

    def _category(self, response: SearchResponse) -> str:
        """What the parts of the query were taken for, the longest first."""
        lengths: dict[str, float] = {}
        surest: dict[str, float] = {}
        for part in response.categories:
            if part.used:
                lengths[part.name] = lengths.get(part.name, 0) + max(1, part.end_ms - part.start_ms)
                surest[part.name] = max(surest.get(part.name, 0.0), part.confidence)
        if not response.categories:
            return ""
        if not lengths:
            likely = max(response.categories, key=lambda part: part.confidence)
            text = self.tr("Not sure enough what it shows ({name}, {share}): all bits count.")
            return text.replace("{name}", likely.name).replace("{share}", cosine(likely.confidence))
        names = sorted(lengths, key=lambda name: -lengths[name])
        shown = ", ".join(f"{name} {cosine(surest[name])}" for name in names[:3])
        counted = next(part.counted_bits for part in response.categories if part.used)
        text = self.tr("Taken for {names}: {n} of {all} bits count.").replace("{names}", shown)
        return text.replace("{n}", number(counted)).replace("{all}", number(response.bits))

    # What the user does

    @staticmethod
    def _tuned() -> tuple[str, ...]:
        return ("bits", "mask_ratio", "par", "par_k", "par_threshold")

    def _choose(self, **values: Any) -> None:
        self.show_settings(dataclasses.replace(self._search, **values))
        self.chosen.emit(values)

    @Slot(object)
    def _on_bits(self, value: float) -> None:
        self._choose(bits=int(value))

    @Slot(object)
    def _on_mask(self, value: float) -> None:
        self._choose(mask_ratio=float(value))

    @Slot(bool)
    def _on_par(self, on: bool) -> None:
        self._choose(par=on)

    @Slot(object)
    def _on_nearest(self, value: float) -> None:
        self._choose(par_k=int(value))

    @Slot(object)
    def _on_cosine(self, value: float) -> None:
        self._choose(par_threshold=float(value))

    @Slot(int)
    def _on_preset(self, index: int) -> None:
        name = self.presets.itemData(index)
        preset = next((preset for preset in PRESETS if preset.name == name), None)
        if preset is None:
            self._show_preset()  # custom is what one departs to, not what one chooses
        else:
            self._choose(**preset.values(masks=self.masks_possible))

    @Slot()
    def _on_reset(self) -> None:
        default = SearchSettings()
        self._choose(**{name: getattr(default, name) for name in self._tuned()})
