"""The ranked results as a Qt model; a hundred thousand rows cost a tuple."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from vhdesk.desk import SearchResult
from vhdesk.errors import printable
from vhdesk.ui.formats import clock, cosine, file_name, number
from vhdesk.ui.intake import RESULT_TYPE, result_mime
from vhdesk.ui.thumbnail_loader import ThumbnailLoader

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Role(IntEnum):
    """What the tile painter asks for beside Qt's own roles."""

    RESULT = Qt.ItemDataRole.UserRole + 1


class ResultsModel(QAbstractListModel):
    """One row a result.

    Attributes:
        results: the rows.
    """

    def __init__(self, thumbnails: ThumbnailLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results: tuple[SearchResult, ...] = ()
        self._rows: dict[int, int] = {}
        self._thumbnails = thumbnails
        thumbnails.ready.connect(self._on_thumbnail)

    def show(self, results: tuple[SearchResult, ...]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.results = results
        self._rows = {result.segment_id: row for row, result in enumerate(results)}
        self.endResetModel()

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
        return "\n".join(lines)

    def _spoken(self, result: SearchResult) -> str:
        sentence = self.tr("Rank {rank}, {name}, from {start} to {end}, Hamming {hamming}, cosine {cosine}")
        return sentence.format(
            rank=number(result.rank),
            name=file_name(result.path),
            start=clock(result.start_ms),
            end=clock(result.end_ms),
            hamming=number(result.hamming),
            cosine=cosine(result.cosine),
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Results can be selected and dragged out."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """Files for other programs, segments for our own window."""
        return ["text/uri-list", RESULT_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The first dragged result."""
        result = self.results[indexes[0].row()]
        return result_mime(result.path, result.start_ms, result.end_ms, len(indexes))

    @Slot(int)
    def _on_thumbnail(self, segment_id: int) -> None:
        row = self._rows.get(segment_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])
