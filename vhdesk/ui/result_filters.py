"""The row above the results: what is shown of them, in which order, how large."""

from __future__ import annotations

import dataclasses
import os

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QHideEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QSlider, QWidget

from vhdesk.errors import printable
from vhdesk.ui.arrangement import SORTS, Arrangement, folders, labels
from vhdesk.ui.choices import fill_choices, menu_button, show_choice
from vhdesk.ui.controls import IconLabel
from vhdesk.ui.results_model import ResultsModel
from vhdesk.ui.results_view import LARGEST_TILE, LEAST_TILE, TILE_STEP
from vhdesk.ui.theme import Theme

# After the last letter the rows change, so that typing stays smooth over many results.
SETTLE_MS = 150


class ResultFilters(QWidget):
    """Filters, grouping, order and tile size.

    Attributes:
        text: a part of the path.
        by_video: whether a video is one result.
        tile_size: the slider of the tile width.

    Signals:
        group_chosen: ``video`` or ``segment``.
        width_chosen: tiles of about this width, pixels.
    """

    group_chosen = Signal(str)
    width_chosen = Signal(int)

    def __init__(
        self, model: ResultsModel, theme: Theme, group: str, tile_width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Filter by name or folder"))
        self.text.setAccessibleName(self.tr("Show only results whose path holds this"))
        self.text.setClearButtonEnabled(True)
        self.text.setMaximumWidth(self.fontMetrics().averageCharWidth() * 36)
        self.folder_button = menu_button(self.tr("Show only results of a folder"), self)
        self.label_button = menu_button(self.tr("Show only results with a label"), self)
        self.sort_button = menu_button(self.tr("Order of the results"), self)
        self.folder_button.menu().aboutToShow.connect(self._fill_folders)
        self.label_button.menu().aboutToShow.connect(self._fill_labels)
        self._sorts = self._make_sorts()
        self.by_video = QCheckBox(self.tr("by video"), self)
        self.by_video.setAccessibleName(self.tr("One result for each video; otherwise every segment is one"))
        self.by_video.setToolTip(self.by_video.accessibleName())
        self.tile_size = QSlider(Qt.Orientation.Horizontal, self)
        self.tile_size.setRange(LEAST_TILE, LARGEST_TILE)
        self.tile_size.setSingleStep(TILE_STEP)
        self.tile_size.setPageStep(2 * TILE_STEP)
        self.tile_size.setFixedWidth(88)
        self.tile_size.setAccessibleName(self.tr("Size of the results"))
        self.tile_size.setToolTip(self.tr("Size of the results; Ctrl and the mouse wheel do the same"))
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._lay_out()
        self.show_group(group)
        self.tile_size.setValue(tile_width)
        self._connect()
        self._show_arrangement()

    def _make_sorts(self) -> dict[str, QAction]:
        texts = {
            "rank": self.tr("Rank"),
            "distance": self.tr("Distance"),
            "path": self.tr("Path"),
            "duration": self.tr("Duration, shortest first"),
            "date": self.tr("Date, newest first"),
        }
        group = QActionGroup(self)
        made = {}
        for name in SORTS:
            action = self.sort_button.menu().addAction(texts[name])
            action.setCheckable(True)
            action.setData(name)
            action.triggered.connect(self._on_sort)
            group.addAction(action)
            made[name] = action
        return made

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.folder_button)
        layout.addWidget(self.label_button)
        layout.addStretch(0)
        layout.addWidget(self.by_video)
        layout.addWidget(self.sort_button)
        layout.addWidget(IconLabel(self._theme, "grid-small", 16, "dim", self))
        layout.addWidget(self.tile_size)
        layout.addWidget(IconLabel(self._theme, "grid-large", 16, "dim", self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._settle.start)
        self._settle.timeout.connect(self._on_text)
        self.by_video.toggled.connect(self._on_group)
        self.tile_size.valueChanged.connect(self.width_chosen)

    def minimumSizeHint(self) -> QSize:
        """The text field gives way first."""
        return QSize(320, super().minimumSizeHint().height())

    @property
    def arrangement(self) -> Arrangement:
        """What is chosen."""
        return self._model.arrangement

    def show_group(self, group: str) -> None:
        """Show how results are grouped, without asking for anything."""
        self.by_video.blockSignals(True)
        self.by_video.setChecked(group == "video")
        self.by_video.blockSignals(False)

    @Slot()
    def clear(self) -> None:
        """Show all results."""
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        self._arrange(text="", folder="", label="")

    def hideEvent(self, _event: QHideEvent) -> None:
        """No timer outlives the row."""
        if self._settle.isActive():
            self._settle.stop()
            self._on_text()

    def _arrange(self, **changes: str) -> None:
        changed = dataclasses.replace(self._model.arrangement, **changes)
        if changed != self._model.arrangement:
            self._model.arrange(changed)
        self._show_arrangement()

    def _show_arrangement(self) -> None:
        how = self._model.arrangement
        folder, label = self.tr("Folder"), self.tr("Label")
        if how.folder:
            folder = f"{folder}: {printable(os.path.basename(how.folder) or how.folder)}"
        if how.label:
            label = f"{label}: {how.label}"
        for part, text, chosen in (
            (self.folder_button, folder, how.folder),
            (self.label_button, label, how.label),
            (self.sort_button, self._sort_text(how.sort), how.sort != "rank"),
        ):
            show_choice(part, text, chosen=bool(chosen))
        self._sorts[how.sort].setChecked(True)

    def _sort_text(self, sort: str) -> str:
        short = {
            "rank": self.tr("by rank"),
            "distance": self.tr("by distance"),
            "path": self.tr("by path"),
            "duration": self.tr("by duration"),
            "date": self.tr("by date"),
        }
        return short[sort]

    @Slot()
    def _on_text(self) -> None:
        self._arrange(text=self.text.text())

    @Slot()
    def _on_sort(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._arrange(sort=action.data())

    @Slot(bool)
    def _on_group(self, by_video: bool) -> None:
        self.group_chosen.emit("video" if by_video else "segment")

    @Slot()
    def _fill_folders(self) -> None:
        found = [(path, printable(path), count) for path, count in folders(self._model.answer)]
        everything, chosen = self.tr("All folders"), self.arrangement.folder
        fill_choices(self.folder_button, everything, found, chosen, self._on_folder)

    @Slot()
    def _fill_labels(self) -> None:
        found = [(label, label, count) for label, count in labels(self._model.answer)]
        everything, chosen = self.tr("All labels"), self.arrangement.label
        fill_choices(self.label_button, everything, found, chosen, self._on_label)
        if not found:
            text = self.tr("No labels here: let folder names be labels when a folder is added")
            self.label_button.menu().addAction(text).setEnabled(False)

    @Slot()
    def _on_folder(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._arrange(folder=action.data())

    @Slot()
    def _on_label(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._arrange(label=action.data())
