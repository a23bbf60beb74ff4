"""What is to be trained, on what, and how; made from the recipes that there are."""

from __future__ import annotations

import contextlib
import dataclasses
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vhdesk.desk import RECIPES, LibrarySummary, Recipe, Stage, StageOptions
from vhdesk.ui.controls import button, label
from vhdesk.ui.formats import number
from vhdesk.ui.setting_row import ChoiceBox
from vhdesk.ui.theme import Theme
from vhdesk.ui.tool_page import SideArea
from vhdesk.ui.training.fields import OptionField
from vhdesk.ui.training.words import FIRST, OWN, recipe_title, stage_summary, stage_title, titles

LIBRARY, FOLDERS = "library", "folders"


@dataclass(frozen=True)
class Plan:
    """What the user wants trained."""

    system: str
    stage: str
    options: StageOptions


class TrainingForm(QWidget):
    """Chooses and checks.

    Attributes:
        system, stage: which recipe.
        source: train on the library or on folders.
        fields: the options of the stage, by name.
        needs: what is missing; hidden where nothing is.
        labels_button: adds a folder, where that is the way to what is missing.
        more_button: shows the options that matter less.
        start_button: begins.

    Signals:
        start_asked: a ``Plan``.
        folder_asked: add a folder to the library.
    """

    start_asked = Signal(object)
    folder_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._summary: LibrarySummary | None = None
        self._labels: int | None = None
        self._running = False
        self._start = ""
        self.fields: dict[str, OptionField] = {}
        self.system = self._choice(self.tr("System"), self.tr("Which system is trained"))
        for recipe in RECIPES.values():
            self.system.addItem(recipe_title(recipe), recipe.name)
        self.stage = self._choice(self.tr("What is trained"), self.tr("Which part of the system is trained"))
        self.summary = label("", "small", self, wrap=True)
        self.source = self._choice(self.tr("Train on"), self.tr("Which videos it is trained on"))
        self.needs = label("", "warn", self, wrap=True)
        self.note = label("", "small", self, wrap=True)
        self.folder_button = button(
            self.tr("Add a folder…"), self.tr("Add a folder of videos to the library"), parent=self
        )
        self.folder_button.clicked.connect(self.folder_asked)
        self.more_button = button("", "", "link", self)
        self.more_button.setCheckable(True)
        self.more_button.toggled.connect(self._show_more)
        self.start_button = button(self.tr("Start training"), self.tr("Start the training"), "primary", self)
        self.start_button.clicked.connect(self._begin)
        self._lay_out()
        self.system.currentIndexChanged.connect(self._on_system)
        self.stage.currentIndexChanged.connect(self._on_stage)
        self.source.currentIndexChanged.connect(self._on_source)
        theme.changed.connect(self._draw)
        self._on_system()

    def _choice(self, name: str, hint: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setAccessibleName(name)
        box.setToolTip(hint)
        box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToContentsOnFirstShow)  # as wide as the column, always
        box.setSizePolicy(box.sizePolicy().Policy.Ignored, box.sizePolicy().verticalPolicy())
        return box

    def _lay_out(self) -> None:
        self._first, self._more = QWidget(self), QWidget(self)
        for part in (self._first, self._more):
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
        self.area = SideArea(52, self)
        column = self.area.column
        for box in (self.system, self.stage):
            column.addWidget(label(box.accessibleName(), "", self))
            column.addWidget(box)
        column.addWidget(self.summary)
        column.addWidget(label(self.source.accessibleName(), "", self))
        column.addWidget(self.source)
        column.addWidget(self._first)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._more)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, 12, 0)  # as wide as the fields above
        foot.setSpacing(8)
        foot.addWidget(self.needs)
        foot.addWidget(self.note)
        foot.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.start_button)
        layout.addLayout(foot)

    # The recipe

    @property
    def recipe(self) -> Recipe:
        """That is chosen."""
        return RECIPES[self.system.currentData()]

    @property
    def chosen_stage(self) -> Stage:
        """That is chosen."""
        return self.recipe.stage(self.stage.currentData())

    @property
    def on_library(self) -> bool:
        """Whether it is trained on what the library holds."""
        return bool(self.source.currentData() == LIBRARY)

    @property
    def titles(self) -> dict[str, str]:
        """Titles of the fields by option."""
        return titles() | {name: field.title for name, field in self.fields.items()}

    def choose(self, recipe: str, start: str) -> None:
        """Offer to train a recipe, beginning with a system."""
        place = self.system.findData(recipe)
        if place >= 0 and not self._running:
            self._start = start
            self.system.setCurrentIndex(place)
            if "start" in self.fields:
                self.fields["start"].put(start)

    @Slot()
    def _on_system(self) -> None:
        self.stage.blockSignals(True)
        self.stage.clear()
        for stage in self.recipe.stages:
            self.stage.addItem(stage_title(stage), stage.name)
        self.stage.blockSignals(False)
        self._on_stage()

    @Slot()
    def _on_stage(self) -> None:
        stage = self.chosen_stage
        self.summary.setText(stage_summary(self.recipe, stage))
        chosen = self.source.currentData()
        self.source.blockSignals(True)
        self.source.clear()
        if stage.from_library:
            self.source.addItem(self.tr("The videos of this library"), LIBRARY)
        self.source.addItem(self.tr("Folders"), FOLDERS)
        self.source.setCurrentIndex(max(0, self.source.findData(chosen)))
        self.source.blockSignals(False)
        self._make_fields(stage)
        self._on_source()

    def _make_fields(self, stage: Stage) -> None:
        for field in self.fields.values():
            field.hide()
            field.deleteLater()
        items = {item.name: item for item in dataclasses.fields(stage.options)}
        first = [name for name in (*OWN, *FIRST) if name in items]
        more = [name for name in items if name not in first]
        self.fields = {}
        for holder, names in ((self._first, first), (self._more, more)):
            layout = holder.layout()
            for name in names:
                self.fields[name] = OptionField(items[name], holder)
                if layout is not None:
                    layout.addWidget(self.fields[name])
        if self._start and "start" in self.fields:
            self.fields["start"].put(self._start)
        stored = self._stored_features
        if stored is not None:
            stored.textChanged.connect(self._check_needs)
        if "name" in self.fields:
            self.fields["name"].hint(f"my-{self.recipe.name}")
        self._show_more(self.more_button.isChecked())

    @Slot()
    def _on_source(self) -> None:
        for name in (*OWN, "label_from_folder"):
            if name in self.fields:
                self.fields[name].setVisible(not self.on_library)
        self._check_needs()

    @Slot(bool)
    def _show_more(self, on: bool) -> None:
        self._more.setVisible(on)
        text = self.tr("Fewer options") if on else self.tr("More options")
        self.more_button.setText(text)
        self.more_button.setAccessibleName(text)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        self.more_button.setIcon(self._theme.icon("chevron", "dim"))

    # What it needs

    def show_library(self, summary: LibrarySummary | None, labels: int | None) -> None:
        """What the library holds; ``labels`` is how many kinds of videos, ``None`` while it is not known."""
        self._summary, self._labels = summary, labels
        self._check_needs()

    @property
    def _stored_features(self) -> QLineEdit | None:
        """The field of a file that is trained on instead of videos, where the stage takes one."""
        editor = self.fields["features"].editor if "features" in self.fields else None
        return editor if isinstance(editor, QLineEdit) else None

    @Slot()
    def _check_needs(self) -> None:
        stored = self._stored_features
        on_library = self.on_library and not (stored is not None and stored.text().strip())
        missing = self._missing() if on_library else ""
        self.needs.setText(missing)
        self.needs.setVisible(bool(missing))
        self.folder_button.setVisible(bool(missing) and not self._running)
        note = ""
        if not missing and on_library and self._summary is not None:
            note = self.tr("%Ln segment(s) of its videos are trained on.", "", self._summary.segments)
            if not self._labels and not self.chosen_stage.least_labels:
                note += " " + self.tr(
                    "There are no labels, so the quality is shown by altered copies that find their original; with one "
                    "folder per kind of video it would be shown as mAP, too."
                )
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.start_button.setEnabled(not missing and not self._running)

    def _missing(self) -> str:
        stage, summary = self.chosen_stage, self._summary
        if summary is None:
            return self.tr("The library is being opened…")
        least = self._least_segments(stage)
        if summary.segments < least:
            text = self.tr(
                "This needs at least {n} segments of video, and the library has {has}. Add a folder of videos."
            )
            return text.replace("{n}", number(least)).replace("{has}", number(summary.segments))
        if self._labels is not None and self._labels < stage.least_labels:
            text = self.tr(
                "This is trained by labels: at least {n} kinds of videos, and there are {has}. Put the videos in one "
                "folder per kind and add it with “Labels from folder names”."
            )
            return text.replace("{n}", number(stage.least_labels)).replace("{has}", number(self._labels))
        return ""

    def _least_segments(self, stage: Stage) -> int:
        """With those that are held out."""
        share = 0.0
        if "held_out" in self.fields:
            with contextlib.suppress(ValueError):
                share = float(self.fields["held_out"].value())
        return math.ceil(stage.least_segments / (1 - min(share, 0.9)))

    # Beginning

    def show_running(self, running: bool) -> None:
        """While something is trained nothing can be changed."""
        self._running = running
        self.area.setEnabled(not running)
        self._check_needs()

    @Slot()
    def _begin(self) -> None:
        plan = self.plan()
        if plan is not None:
            self.start_asked.emit(plan)

    def _lacks_folders(self, values: dict[str, Any]) -> bool:
        """Whether folders were promised and none is named; the library would be trained on instead."""
        others = values.get("features") or values.get("images")
        return not self.on_library and self.chosen_stage.from_library and not (values.get("videos") or others)

    def plan(self) -> Plan | None:
        """What is chosen; ``None`` where a field cannot be used, which then says why."""
        values, wrong = {}, None
        for name, field in self.fields.items():
            try:
                values[name] = field.value()
            except ValueError:
                wrong = wrong or field
        folders = self.fields.get("videos")
        if folders is not None and self._lacks_folders(values):
            folders.complain(self.tr("Add at least one folder."))
            wrong = folders
        if wrong is not None:
            if wrong.parentWidget() is self._more:
                self.more_button.setChecked(True)
            self.area.ensureWidgetVisible(wrong)
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        if self.on_library:
            empty: tuple[Path, ...] = ()
            values |= {name: empty for name in OWN if name in values}
        stage = self.chosen_stage
        return Plan(self.recipe.name, stage.name, stage.options(**values))
