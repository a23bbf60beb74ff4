"""Copies as a Qt model: one row a video, the groups one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from vhdesk.errors import printable
from vhdesk.ui.duplicates import words
from vhdesk.ui.duplicates.arrangement import CopyTile, Listing, Shelf
from vhdesk.ui.formats import file_name, number
from vhdesk.ui.intake import RESULT_TYPE, result_mime
from vhdesk.ui.results_model import State
from vhdesk.ui.thumbnail_loader import ThumbnailLoader

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
NOTHING = Listing((), ())


class Role(IntEnum):
    """What the painter asks for beside Qt's own roles."""

    TILE = Qt.ItemDataRole.UserRole + 1
    STATE = Qt.ItemDataRole.UserRole + 2
    MARKED = Qt.ItemDataRole.UserRole + 3


class CopiesModel(QAbstractListModel):
    """One row a video.

    Attributes:
        listing: the groups and their tiles.
        bits: code length of the distances.

    Signals:
        marked_changed: other videos are marked for the trash.
    """

    marked_changed = Signal()

    def __init__(self, thumbnails: ThumbnailLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listing = NOTHING
        self.bits = 64
        self._marked: set[int] = set()
        self._gone: set[str] = set()
        self._offline: tuple[str, ...] = ()
        self._rows: dict[int, list[int]] = {}
        self._thumbnails = thumbnails
        thumbnails.ready.connect(self._on_thumbnail)

    def show(self, listing: Listing) -> None:
        """Replace all rows; marks of videos that are shown again come back."""
        self.beginResetModel()
        self.listing = listing
        self._rows = {}
        for row, tile in enumerate(listing.tiles):
            if tile.segment_id is not None:
                self._rows.setdefault(tile.segment_id, []).append(row)
        self.endResetModel()
        self.marked_changed.emit()

    def forget(self) -> None:
        """Another search begins: nothing is marked or known to be gone."""
        self._marked.clear()
        self._gone.clear()
        self.show(NOTHING)

    def shelf_of(self, row: int) -> Shelf:
        """The group of a row."""
        return self.listing.shelves[self.listing.tiles[row].group]

    def tiles_of(self, shelf: Shelf) -> tuple[CopyTile, ...]:
        """The videos of a group, the best first."""
        return self.listing.tiles[shelf.first : shelf.first + shelf.count]

    # Marks for the trash

    @property
    def marked(self) -> tuple[CopyTile, ...]:
        """The videos that are shown and marked."""
        return tuple(tile for tile in self.listing.tiles if tile.video_id in self._marked)

    def is_marked(self, tile: CopyTile) -> bool:
        """Whether a video is marked."""
        return tile.video_id in self._marked

    def mark(self, tiles: Iterable[CopyTile], on: bool) -> None:
        """Mark videos, or take the marks off; what cannot be moved now cannot be marked."""
        for tile in tiles:
            if not on:
                self._marked.discard(tile.video_id)
            elif self.state_of(tile) is State.THERE:
                self._marked.add(tile.video_id)
        self._changed()
        self.marked_changed.emit()

    def groups_without_rest(self, tiles: Iterable[CopyTile]) -> int:
        """Of how many groups nothing would be left on drives that are here without these videos."""
        taken = {tile.video_id for tile in tiles}
        concerned = {tile.group for tile in self.listing.tiles if tile.video_id in taken}
        return sum(
            all(
                tile.video_id in taken or self.state_of(tile) is not State.THERE
                for tile in self.tiles_of(self.listing.shelves[number])
            )
            for number in concerned
        )

    # What happened to the files

    def set_offline(self, folders: tuple[str, ...]) -> None:
        """Files below these folders cannot be reached now."""
        offline = tuple(os.path.join(folder, "") for folder in folders)
        if offline != self._offline:
            self._offline = offline
            self._drop_marks()

    def set_gone(self, path: str) -> None:
        """This file is not there any more."""
        self._gone.add(path)
        self._drop_marks()

    def _drop_marks(self) -> None:
        self.mark([tile for tile in self.marked if self.state_of(tile) is not State.THERE], False)

    def _changed(self) -> None:
        if self.listing.tiles:
            self.dataChanged.emit(self.index(0), self.index(len(self.listing.tiles) - 1))

    def state_of(self, tile: CopyTile) -> State:
        """Whether its file can be reached now, as far as is known."""
        if self._offline and tile.path.startswith(self._offline):
            return State.OFFLINE
        return State.GONE if tile.path in self._gone else State.THERE

    # Qt's questions

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Number of videos."""
        return 0 if parent.isValid() else len(self.listing.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, tooltip, accessible text, thumbnail or the tile itself."""
        if not index.isValid() or index.row() >= len(self.listing.tiles):
            return None
        tile = self.listing.tiles[index.row()]
        if role == Role.TILE:
            return tile
        if role == Role.STATE:
            return self.state_of(tile)
        if role == Role.MARKED:
            return self.is_marked(tile)
        if role == Qt.ItemDataRole.DecorationRole:
            return None if tile.segment_id is None else self._thumbnails.image(tile.segment_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return file_name(tile.path)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(tile)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(tile)
        return None

    def _tool_tip(self, tile: CopyTile) -> str:
        lines = [printable(tile.path), words.facts(tile.video)]
        if tile.copy is None:
            lines.append(words.reasons(self.listing.shelves[tile.group].group))
        else:
            lines.append(f"{words.kind(tile)} · {words.closeness(tile, self.bits)}")
            if tile.copy.picture is not None and tile.kind != "exact":
                lines.append(self.tr("Its pictures were compared, since little moves in it."))
            if tile.copy.also_like:
                lines.append(self.tr("Also like %Ln video(s) of other groups.", "", tile.copy.also_like))
        if tile.video.damage:
            lines.append(tile.video.damage)
        state = self._state_text(self.state_of(tile))
        return "\n".join([*lines, state] if state else lines)

    def _state_text(self, state: State) -> str:
        if state is State.OFFLINE:
            return self.tr("Its drive or network folder is not connected.")
        return self.tr("The file is not there any more.") if state is State.GONE else ""

    def _spoken(self, tile: CopyTile) -> str:
        shelf = self.listing.shelves[tile.group]
        what = words.kind(tile) or self.tr("best copy: {why}").replace("{why}", words.reasons(shelf.group))
        sentence = self.tr("Group {n} of {all}, {name}, {what}, {facts}").format(
            n=number(tile.group + 1),
            all=number(len(self.listing.shelves)),
            name=file_name(tile.path),
            what=what,
            facts=words.facts(tile.video),
        )
        marked = self.tr("Marked for the trash.") if self.is_marked(tile) else ""
        parts = [sentence, words.closeness(tile, self.bits), marked, self._state_text(self.state_of(tile))]
        return ". ".join(part.rstrip(".") for part in parts if part) + "."

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Copies can be selected and dragged out."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """Files for other programs, stretches for our own window."""
        return ["text/uri-list", RESULT_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged files, in their order on the screen."""
        return result_mime([self.listing.tiles[row] for row in sorted(index.row() for index in indexes)])

    @Slot(int)
    def _on_thumbnail(self, segment_id: int) -> None:
        for row in self._rows.get(segment_id, ()):
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])
