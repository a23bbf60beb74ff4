"""Paints a group's head line and its tiles: thumbnail with the kind of copy and a box to mark it, and its figures."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from vhdesk.errors import printable
from vhdesk.ui.duplicates import words
from vhdesk.ui.duplicates.arrangement import CopyTile, Shelf
from vhdesk.ui.duplicates.model import CopiesModel, Role
from vhdesk.ui.formats import file_name, size_of
from vhdesk.ui.results_model import State
from vhdesk.ui.theme import Theme
from vhdesk.ui.tiles import ASPECT, DARK_ON_PILL, GAP, PADDING, TileDelegate

BOX = 20
# Name, folder, two lines of figures, closeness.
SMALL_LINES = 4
LINE_GAP = 2


class CopyDelegate(TileDelegate):
    """Draws groups; all sizes follow the font and the width of a tile.

    Attributes:
        cell: size of one tile, the gap to the next one included.
        head: height of a group's head line.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.cell = QSize()
        self.head = 0
        self.set_width(220)

    def least_width(self) -> int:
        """Narrowest tile in which the figures have room."""
        _, small, bold = self.fonts()
        sample = QFontMetrics(bold).horizontalAdvance("3840 × 2160") + QFontMetrics(small).horizontalAdvance(
            "   1:02:03"
        )
        rate = QFontMetrics(bold).horizontalAdvance("999.9 MB   99.99 Mbit/s mpeg4")
        return max(190, sample + 2 * PADDING + GAP, rate + 2 * PADDING + GAP)

    def set_width(self, width: int) -> None:
        """Lay tiles out for cells of this width."""
        name, small, bold = self.fonts()
        picture = round((width - GAP - 2 * PADDING) * ASPECT)
        text = QFontMetrics(name).height() + SMALL_LINES * (QFontMetrics(small).height() + LINE_GAP)
        self.cell = QSize(width, GAP + 2 * PADDING + picture + 6 + text)
        self.head = max(QFontMetrics(bold).height(), QFontMetrics(name).height()) + 14

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All tiles are alike."""
        return self.cell

    def _picture(self, rect: QRect) -> QRect:
        width = self.cell.width() - GAP - 2 * PADDING
        return QRect(rect.left() + PADDING, rect.top() + PADDING, width, round(width * ASPECT))

    def box(self, rect: QRect) -> QRect:
        """Where the box of the tile in a cell is; clicks around it count, too."""
        picture = self._picture(rect)
        return QRect(picture.right() - BOX - 5, picture.top() + 6, BOX, BOX)

    # The head line

    def paint_head(self, painter: QPainter, rect: QRect, shelf: Shelf, *, current: bool) -> None:
        """How many there are, what could be won, and why the best is the best."""
        translate = QCoreApplication.translate
        name, _, bold = self.fonts()
        heading = QFont(name)
        heading.setBold(True)
        painter.save()
        painter.setPen(self._theme.colour("accent" if current else "line"))
        painter.drawLine(rect.left(), rect.top(), rect.right() - GAP, rect.top())
        line = rect.adjusted(2, 2, -GAP, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        count = self.tr("%Ln video(s)", "", shelf.count)
        won = translate("CopyDelegate", "{size} could be freed").replace("{size}", size_of(shelf.group.extra_bytes))
        for text, font, role in ((count, heading, "text"), (won, bold, "good")):
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            painter.drawText(line, flags, text)
            line.setLeft(line.left() + QFontMetrics(font).horizontalAdvance(text) + 14)
        said = {
            "yes": translate("CopyDelegate", "you keep all of them"),
            "no": translate("CopyDelegate", "you said: no copies"),
        }.get(shelf.said or "")
        if said:
            painter.setPen(self._theme.colour("warn"))
            painter.drawText(line, flags, said)
            line.setLeft(line.left() + QFontMetrics(bold).horizontalAdvance(said) + 14)
        why = translate("CopyDelegate", "Best: {name} ({why})")
        why = why.replace("{name}", file_name(shelf.group.best.path)).replace("{why}", words.reasons(shelf.group))
        painter.setFont(name)
        painter.setPen(self._theme.colour("dim"))
        metrics = QFontMetrics(name)
        painter.drawText(line, flags, metrics.elidedText(why, Qt.TextElideMode.ElideRight, line.width()))
        painter.restore()

    # A tile

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one tile."""
        tile: CopyTile | None = index.data(Role.TILE)
        if tile is None:
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        name_font, small, bold = self.fonts()
        rect = option.rect
        card = QRect(rect.left(), rect.top(), self.cell.width() - GAP, self.cell.height() - GAP)
        self.paint_card(painter, card, option.state)
        picture = self._picture(rect)
        state, marked = index.data(Role.STATE), bool(index.data(Role.MARKED))
        if marked or state is not State.THERE:
            painter.setOpacity(0.4)
        self.paint_picture(painter, picture, index.data(Qt.ItemDataRole.DecorationRole))
        painter.setOpacity(1.0)
        self._paint_labels(painter, picture, tile, state, marked)
        if state is State.THERE:
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_box(painter, self.box(rect), marked=marked, hovered=hovered)
        self._paint_text(painter, picture, index, (name_font, small, bold))
        painter.restore()

    def _paint_labels(self, painter: QPainter, picture: QRect, tile: CopyTile, state: State, marked: bool) -> None:
        translate = QCoreApplication.translate
        _, small, bold = self.fonts()
        inner = picture.adjusted(6, 6, -6, -6)
        room = inner.adjusted(0, 0, -BOX - 8, 0)
        if tile.copy is None:
            best = translate("CopyDelegate", "★ best")
            self.pill(painter, room, best, bold, Qt.Corner.TopLeftCorner, DARK_ON_PILL["good"])
        else:
            self.pill(painter, room, words.kind(tile), small, Qt.Corner.TopLeftCorner)
        below = {
            State.OFFLINE: translate("CopyDelegate", "offline"),
            State.GONE: translate("CopyDelegate", "not there"),
        }.get(state, translate("CopyDelegate", "to the trash") if marked else "")
        if below:
            self.pill(painter, inner, below, small, Qt.Corner.BottomLeftCorner, DARK_ON_PILL["warn"])
        self.pill(painter, inner, words.length(tile.video), small, Qt.Corner.BottomRightCorner)

    def _paint_box(self, painter: QPainter, box: QRect, *, marked: bool, hovered: bool) -> None:
        painter.setBrush(self._theme.colour("warn" if marked else "pill"))
        edge = self._theme.colour("warn") if marked else self._theme.colour("pill_text")
        edge.setAlpha(255 if hovered or marked else 170)
        painter.setPen(QPen(edge, 1.5))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)
        if marked:
            painter.setPen(QPen(self._theme.colour("card"), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            left, top, unit = box.left(), box.top(), box.width() / 20
            points = [QPoint(round(left + x * unit), round(top + y * unit)) for x, y in ((5, 10), (9, 14), (15, 6))]
            painter.drawPolyline(points)

    def _paint_text(
        self,
        painter: QPainter,
        picture: QRect,
        index: QModelIndex | QPersistentModelIndex,
        fonts: tuple[QFont, QFont, QFont],
    ) -> None:
        tile: CopyTile = index.data(Role.TILE)
        name_font, small, bold = fonts
        model = index.model()
        bits = model.bits if isinstance(model, CopiesModel) else 64
        line = QRect(picture.left(), picture.bottom() + 7, picture.width(), QFontMetrics(name_font).height())
        painter.setFont(name_font)
        painter.setPen(self._theme.colour("text"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        elided = Qt.TextElideMode.ElideMiddle
        painter.drawText(line, flags, QFontMetrics(name_font).elidedText(file_name(tile.path), elided, line.width()))
        height, metrics = QFontMetrics(small).height(), QFontMetrics(small)
        line = QRect(line.left(), line.bottom() + 1 + LINE_GAP, line.width(), height)
        painter.setFont(small)
        painter.setPen(self._theme.colour("dim"))
        folder = printable(os.path.dirname(tile.path))
        painter.drawText(line, flags, metrics.elidedText(folder, elided, line.width()))
        video = tile.video
        figures = (
            (("size", words.size(video)), ("length", words.length(video))),
            (("bytes", size_of(video.size_bytes)), ("rate", words.rate(video))),
        )
        for (left, left_text), (right, right_text) in figures:
            line.translate(0, height + LINE_GAP)
            for what, text, side in (
                (left, left_text, Qt.AlignmentFlag.AlignLeft),
                (right, right_text, Qt.AlignmentFlag.AlignRight),
            ):
                finest = what in tile.finest
                painter.setFont(bold if finest else small)
                painter.setPen(self._theme.colour("text" if finest else "dim"))
                painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, text)
        line.translate(0, height + LINE_GAP)
        painter.setFont(small)
        painter.setPen(self._theme.colour("dim"))
        painter.drawText(line, flags, metrics.elidedText(words.closeness(tile, bits), elided, line.width()))
