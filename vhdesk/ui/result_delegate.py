"""Paints one result: thumbnail with rank and time, name, closeness, Hamming distance and cosine."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from vhdesk.desk import SearchResult
from vhdesk.ui.formats import cosine, file_name, number, span
from vhdesk.ui.results_model import Role, State
from vhdesk.ui.theme import Theme
from vhdesk.ui.tiles import ASPECT, BAR, DARK_ON_PILL, GAP, PADDING, TileDelegate

Preview = Callable[[SearchResult], tuple[QImage, float] | None]


class ResultDelegate(TileDelegate):
    """Draws tiles; all sizes follow the font and the width of the cell.

    Attributes:
        cell: size of one cell, the gap to the next one included.
        preview: gives the frame of the tile under the mouse.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.preview: Preview | None = None
        self.cell = QSize()
        self.set_width(190)

    def least_width(self) -> int:
        """Narrowest tile in which the figures have room."""
        _, small, _ = self.fonts()
        text = f"{self._hamming_text(256)}   {self._cosine_text(-0.99)}"
        return max(176, QFontMetrics(small).horizontalAdvance(text) + 2 * PADDING + GAP)

    def set_width(self, width: int) -> None:
        """Lay tiles out for cells of this width."""
        name, small, _ = self.fonts()
        picture = round((width - GAP - 2 * PADDING) * ASPECT)
        text = QFontMetrics(name).height() + QFontMetrics(small).height()
        self.cell = QSize(width, GAP + 2 * PADDING + picture + 6 + 5 + BAR + 4 + text)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All tiles are alike."""
        return self.cell

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one tile."""
        result = index.data(Role.RESULT)
        if result is None:
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        name_font, small, bold = self.fonts()
        rect, flags = option.rect, option.state
        card = QRect(rect.left(), rect.top(), self.cell.width() - GAP, self.cell.height() - GAP)
        self.paint_card(painter, card, flags)
        picture = card.adjusted(PADDING, PADDING, -PADDING, 0)
        picture.setHeight(round(picture.width() * ASPECT))
        moving = self.preview(result) if self.preview is not None else None
        state, mark = index.data(Role.STATE), index.data(Role.MARK)
        if state is not State.THERE or mark == "no":
            painter.setOpacity(0.45)
        self.paint_picture(painter, picture, moving[0] if moving else index.data(Qt.ItemDataRole.DecorationRole))
        painter.setOpacity(1.0)
        self._paint_pills(painter, picture, result, small, bold)
        self._paint_badges(painter, picture, state, mark, small)
        if moving:
            self._paint_progress(painter, picture, moving[1])

        line = QRect(picture.left(), picture.bottom() + 7, picture.width(), QFontMetrics(name_font).height())
        painter.setFont(name_font)
        painter.setPen(self._theme.colour("text"))
        name = QFontMetrics(name_font).elidedText(file_name(result.path), Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        bar = QRectF(line.left(), line.bottom() + 6, line.width(), BAR)
        self.paint_bar(painter, bar, result.cosine)
        figures = QRect(line.left(), round(bar.bottom()) + 4, line.width(), QFontMetrics(small).height())
        painter.setFont(small)
        painter.setPen(self._theme.colour("dim"))
        painter.drawText(figures, Qt.AlignmentFlag.AlignLeft, self._hamming_text(result.hamming))
        painter.drawText(figures, Qt.AlignmentFlag.AlignRight, self._cosine_text(result.cosine))
        painter.restore()

    def _hamming_text(self, hamming: int) -> str:
        return QCoreApplication.translate("ResultDelegate", "Hamming {n}").replace("{n}", number(hamming))

    def _cosine_text(self, value: float) -> str:
        return QCoreApplication.translate("ResultDelegate", "cosine {n}").replace("{n}", cosine(value))

    def _paint_pills(self, painter: QPainter, area: QRect, result: SearchResult, small: QFont, bold: QFont) -> None:
        inner = area.adjusted(6, 6, -6, -6)
        rank = self.pill(painter, inner, number(result.rank), bold, Qt.Corner.TopLeftCorner)
        time = span(result.start_ms, result.end_ms)
        if result.duration_ms == 0:
            time = QCoreApplication.translate("ResultDelegate", "picture")
        self.pill(painter, inner, time, small, Qt.Corner.BottomRightCorner)
        if result.label:
            room = inner.adjusted(rank + 6, 0, 0, 0)
            self.pill(painter, room, result.label, small, Qt.Corner.TopRightCorner)

    def _paint_badges(self, painter: QPainter, area: QRect, state: State, mark: str | None, font: QFont) -> None:
        """What the user said of it, and whether it can be played: words, and a colour of their own."""
        translate = QCoreApplication.translate
        words = {"yes": translate("ResultDelegate", "✓ relevant"), "no": translate("ResultDelegate", "✕ no match")}
        colours = {"yes": "good", "no": "warn"}
        text, colour = words.get(mark or "", ""), colours.get(mark or "", "warn")
        if state is State.OFFLINE:
            text, colour = translate("ResultDelegate", "offline"), "warn"
        elif state is State.GONE:
            text, colour = translate("ResultDelegate", "not there"), "warn"
        if text:
            inner = area.adjusted(6, 6, -6, -6)
            self.pill(painter, inner, text, font, Qt.Corner.BottomLeftCorner, DARK_ON_PILL[colour])

    def _paint_progress(self, painter: QPainter, area: QRect, share: float) -> None:
        painter.fillRect(QRectF(area.left(), area.bottom() - 2, area.width() * share, 3), self._theme.colour("accent"))
