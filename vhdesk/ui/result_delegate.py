"""Paints one result: thumbnail with rank and time, name, closeness, Hamming distance and cosine."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vhdesk.desk import SearchResult
from vhdesk.ui.formats import cosine, file_name, number, span
from vhdesk.ui.results_model import Role, State
from vhdesk.ui.theme import DARK, Theme

Preview = Callable[[SearchResult], tuple[QImage, float] | None]

GAP = 12
PADDING = 8
BAR = 4
ASPECT = 0.66
# Pills are dark in both looks.
DARK_ON_PILL = {"good": DARK.good, "warn": DARK.warn}


class ResultDelegate(QStyledItemDelegate):
    """Draws tiles; all sizes follow the font and the width of the cell.

    Attributes:
        cell: size of one cell, the gap to the next one included.
        preview: gives the frame of the tile under the mouse.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.preview: Preview | None = None
        self.cell = QSize()
        self.set_width(190)

    def fonts(self) -> tuple[QFont, QFont, QFont]:
        """Fonts of the name, of the figures and of the rank."""
        parent = self.parent()
        base = QFont(parent.font()) if isinstance(parent, QWidget) else QFont()
        small, bold = QFont(base), QFont(base)
        small.setPointSizeF(base.pointSizeF() * 0.9)
        bold.setPointSizeF(base.pointSizeF() * 0.9)
        bold.setBold(True)
        return base, small, bold

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
        self._paint_card(painter, card, flags)
        picture = card.adjusted(PADDING, PADDING, -PADDING, 0)
        picture.setHeight(round(picture.width() * ASPECT))
        moving = self.preview(result) if self.preview is not None else None
        state, mark = index.data(Role.STATE), index.data(Role.MARK)
        if state is not State.THERE or mark == "no":
            painter.setOpacity(0.45)
        self._paint_picture(painter, picture, moving[0] if moving else index.data(Qt.ItemDataRole.DecorationRole))
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
        self._paint_bar(painter, bar, result.cosine)
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

    def _paint_card(self, painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        area = QRectF(card).adjusted(1, 1, -1, -1)
        painter.setBrush(self._theme.colour("selected" if selected else "hover" if hovered else "card"))
        colour = "accent" if selected or focused else ("dim" if hovered else "line")
        painter.setPen(QPen(self._theme.colour(colour), 2 if focused else 1.25))
        painter.drawRoundedRect(area, 8, 8)

    def _paint_picture(self, painter: QPainter, area: QRect, image: QImage | None) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(area), 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(shape, self._theme.colour("well"))
        if image is None:
            return
        if image.isNull():
            ratio = painter.device().devicePixelRatioF() if painter.device() else 1.0
            icon = self._theme.pixmap("drop", 32, "dim", ratio)
            painter.drawPixmap(area.center().x() - 16, area.center().y() - 16, icon)
            return
        scale = max(area.width() / image.width(), area.height() / image.height())
        width, height = area.width() / scale, area.height() / scale
        source = QRectF((image.width() - width) / 2, (image.height() - height) / 2, width, height)
        painter.setClipPath(shape)
        painter.drawImage(QRectF(area), image, source)
        painter.setClipping(False)

    def _paint_pills(self, painter: QPainter, area: QRect, result: SearchResult, small: QFont, bold: QFont) -> None:
        inner = area.adjusted(6, 6, -6, -6)
        rank = self._pill(painter, inner, number(result.rank), bold, Qt.Corner.TopLeftCorner)
        time = span(result.start_ms, result.end_ms)
        if result.duration_ms == 0:
            time = QCoreApplication.translate("ResultDelegate", "picture")
        self._pill(painter, inner, time, small, Qt.Corner.BottomRightCorner)
        if result.label:
            room = inner.adjusted(rank + 6, 0, 0, 0)
            self._pill(painter, room, result.label, small, Qt.Corner.TopRightCorner)

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
            self._pill(painter, inner, text, font, Qt.Corner.BottomLeftCorner, DARK_ON_PILL[colour])

    def _paint_progress(self, painter: QPainter, area: QRect, share: float) -> None:
        painter.fillRect(QRectF(area.left(), area.bottom() - 2, area.width() * share, 3), self._theme.colour("accent"))

    def _pill(self, painter: QPainter, area: QRect, text: str, font: QFont, corner: Qt.Corner, colour: str = "") -> int:
        metrics = QFontMetrics(font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() - 12)
        width, height = metrics.horizontalAdvance(text) + 12, metrics.height() + 2
        pill = QRect(0, 0, width, height)
        right = corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner)
        bottom = corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner)
        pill.moveLeft(area.right() - width + 1 if right else area.left())
        pill.moveTop(area.bottom() - height + 1 if bottom else area.top())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.pill))
        radius = height / 2 if corner is Qt.Corner.TopLeftCorner else 4
        painter.drawRoundedRect(pill, radius, radius)
        painter.setPen(QColor(colour or self._theme.tokens.pill_text))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return width

    def _paint_bar(self, painter: QPainter, bar: QRectF, closeness: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        share = min(1.0, max(0.0, closeness))
        if share > 0:
            painter.setBrush(self._theme.colour("good"))
            filled = QRectF(QPointF(bar.topLeft()), bar.size())
            filled.setWidth(max(float(BAR), bar.width() * share))
            painter.drawRoundedRect(filled, BAR / 2, BAR / 2)
