"""The ranked results as a Qt model; a hundred thousand rows cost a tuple."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from vhdesk.desk import SearchResult
from vhdesk.errors import printable
from vhdesk.ui.arrangement import Arrangement, arrange
from vhdesk.ui.formats import clock, cosine, file_name, number
from vhdesk.ui.intake import RESULT_TYPE, result_mime
from vhdesk.ui.thumbnail_loader import ThumbnailLoader

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Role(IntEnum):
    """What the tile painter asks for beside Qt's own roles."""

    RESULT = Qt.ItemDataRole.UserRole + 1
    STATE = Qt.ItemDataRole.UserRole + 2
    MARK = Qt.ItemDataRole.UserRole + 3


class State(IntEnum):
    """Whether the file of a result can be played now."""

    THERE = 0
    OFFLINE = 1
    GONE = 2


class ResultsModel(QAbstractListModel):
    """One row a result.

    Attributes:
        answer: all results of the answer, best first.
        results: the rows: those that are not filtered out, in the chosen order.
        arrangement: the filter and the order.
        marks: what the user said of videos: ``yes`` or ``no`` by video id.

    Signals:
        arranged: other rows are shown.
    """

    arranged = Signal()

    def __init__(self, thumbnails: ThumbnailLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answer: tuple[SearchResult, ...] = ()
        self.results: tuple[SearchResult, ...] = ()
        self.arrangement = Arrangement()
        self.marks: dict[int, str] = {}
        self._offline: tuple[str, ...] = ()
        self._gone: set[str] = set()
        self._trashed: set[str] = set()
        self._rows: dict[int, int] = {}
        self._thumbnails = thumbnails
        thumbnails.ready.connect(self._on_thumbnail)

    def show(self, results: tuple[SearchResult, ...]) -> None:
        """Replace all rows."""
        self.answer = results
        self._arrange()

    def arrange(self, arrangement: Arrangement) -> None:
        """Filter and order the rows in another way."""
        self.arrangement = arrangement
        self._arrange()

    def _arrange(self) -> None:
        kept = self.answer
        if self._trashed:
            kept = tuple(result for result in kept if result.path not in self._trashed)
        self.beginResetModel()
        self.results = arrange(kept, self.arrangement)
        self._rows = {result.segment_id: row for row, result in enumerate(self.results)}
        self.endResetModel()
        self.arranged.emit()

    # What happened to the files

    def set_offline(self, folders: tuple[str, ...]) -> None:
        """Files below these folders cannot be reached now."""
        offline = tuple(os.path.join(folder, "") for folder in folders)
        if offline != self._offline:
            self._offline = offline
            self._changed()

    def set_gone(self, path: str) -> None:
        """This file is not there any more."""
        self._gone.add(path)
        self._changed()

    def set_trashed(self, paths: Iterable[str]) -> None:
        """These files are in the trash: no answer shows them again."""
        self._trashed.update(paths)
        self._arrange()

    def set_marks(self, marks: Mapping[int, str | None]) -> None:
        """What the user said of some videos; ``None`` for nothing."""
        for video_id, mark in marks.items():
            if mark is None:
                self.marks.pop(video_id, None)
            else:
                self.marks[video_id] = mark
        self._changed()

    def _changed(self) -> None:
        if self.results:
            self.dataChanged.emit(self.index(0), self.index(len(self.results) - 1))

    def state_of(self, result: SearchResult) -> State:
        """Whether its file can be played now, as far as is known."""
        if result.path.startswith(self._offline) and self._offline:
            return State.OFFLINE
        return State.GONE if result.path in self._gone else State.THERE

    def row_of(self, segment_id: int) -> int | None:
        """Where a segment is shown."""
        return self._rows.get(segment_id)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Number of results."""
        return 0 if parent.isValid() else len(self.results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, tooltip, accessible text, thumbnail or the result itself."""
        if not index.isValid() or index.row() >= len(self.results):
            return None
        result = self.results[index.row()]
        if role == Role.RESULT:
            return result
        if role == Role.STATE:
            return self.state_of(result)
        if role == Role.MARK:
            return self.marks.get(result.video_id)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.image(result.segment_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return file_name(result.path)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(result)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(result)
        return None

    def _tool_tip(self, result: SearchResult) -> str:
        lines = [printable(result.path)]
        if result.width and result.height:
            size = f"{result.width} × {result.height}"
            lines.append(f"{size} · {clock(result.duration_ms)}" if result.duration_ms else size)
        if result.label:
            lines.append(result.label)
        state = self._state_text(self.state_of(result))
        return "\n".join([*lines, state] if state else lines)

    def _state_text(self, state: State) -> str:
        if state is State.OFFLINE:
            return self.tr("Its drive or network folder is not connected.")
        return self.tr("The file is not there any more.") if state is State.GONE else ""

    def _spoken(self, result: SearchResult) -> str:
        sentence = self.tr("Rank {rank}, {name}, from {start} to {end}, Hamming {hamming}, cosine {cosine}")
        spoken = sentence.format(
            rank=number(result.rank),
            name=file_name(result.path),
            start=clock(result.start_ms),
            end=clock(result.end_ms),
            hamming=number(result.hamming),
            cosine=cosine(result.cosine),
        )
        mark = {"yes": self.tr("Marked as relevant."), "no": self.tr("Marked as not a match.")}
        parts = [spoken, mark.get(self.marks.get(result.video_id, ""), ""), self._state_text(self.state_of(result))]
        return " ".join(part for part in parts if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Results can be selected and dragged out."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """Files for other programs, segments for our own window."""
        return ["text/uri-list", RESULT_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged results, in their order on the screen."""
        return result_mime([self.results[row] for row in sorted(index.row() for index in indexes)])

    @Slot(int)
    def _on_thumbnail(self, segment_id: int) -> None:
        row = self._rows.get(segment_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])
