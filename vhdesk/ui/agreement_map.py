"""Why it matched, drawn: segments of the query against those of the video, and the bits of one pair."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from vhdesk.desk.compare import Agreement
from vhdesk.ui.formats import clock, number, span
from vhdesk.ui.theme import Theme

CELL_HEIGHT = 26
LEAST_CELL = 22
WIDEST_CELL = 96
MOST_ROWS = 6
BIT = 12


class AgreementMap(QWidget):
    """A row for each segment of the query, a column for each of the video; the nearer the codes the fuller the colour.

    Attributes:
        pair: row and column of the chosen cell.

    Signals:
        chosen: the user chose a cell: row and column.
    """

    chosen = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._agreement: Agreement | None = None
        self._counts: list[int] = []
        self.pair = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Differing bits of every segment of the query and of the video"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_agreement(self, agreement: Agreement, pair: tuple[int, int]) -> None:
        """Show another comparison."""
        self._agreement = agreement
        self._counts = [agreement.counted(row).count(True) for row in range(len(agreement.query))]
        self.choose(*pair)
        self.updateGeometry()

    def clear(self) -> None:
        """Nothing is compared."""
        self._agreement = None
        self.update()

    def choose(self, row: int, column: int) -> None:
        """Choose a cell, without telling."""
        self.pair = (row, column)
        self.setAccessibleDescription(self.words(row, column))
        self.update()

    def words(self, row: int, column: int) -> str:
        """A cell in words."""
        found = self._agreement
        if found is None:
            return ""
        query, video = found.query[row], found.video[column]
        text = self.tr("query {a}, video {b}: {n} of {bits} bits differ")
        for name, value in (
            ("a", span(query.start_ms, query.end_ms)),
            ("b", span(video.start_ms, video.end_ms)),
            ("n", number(found.distances[row][column])),
            ("bits", number(found.counted(row).count(True))),
        ):
            text = text.replace(f"{{{name}}}", value)
        return text

    def sizeHint(self) -> QSize:
        """High enough for some rows."""
        rows = min(MOST_ROWS, len(self._agreement.query)) if self._agreement is not None else 1
        return QSize(240, rows * CELL_HEIGHT + self.fontMetrics().height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows show fewer columns."""
        return QSize(160, self.sizeHint().height())

    # What is in sight: the chosen cell and those around it

    @property
    def _left(self) -> int:
        return self.fontMetrics().horizontalAdvance("00:00–00:00") + 8

    def _range(self, count: int, chosen: int, room: int) -> range:
        shown = min(count, max(1, room))
        first = min(max(0, chosen - shown // 2), count - shown)
        return range(first, first + shown)

    def _columns(self, agreement: Agreement) -> range:
        return self._range(len(agreement.video), self.pair[1], (self.width() - self._left) // LEAST_CELL)

    def _rows(self, agreement: Agreement) -> range:
        return self._range(len(agreement.query), self.pair[0], MOST_ROWS)

    def _cell_width(self, agreement: Agreement) -> float:
        return min(WIDEST_CELL, (self.width() - self._left) / len(self._columns(agreement)))

    def _cell_at(self, at: QPointF) -> tuple[int, int] | None:
        found = self._agreement
        if found is None or at.x() < self._left or at.y() < 0:
            return None
        rows, columns = self._rows(found), self._columns(found)
        row, column = int(at.y() // CELL_HEIGHT), int((at.x() - self._left) // self._cell_width(found))
        return (rows[row], columns[column]) if row < len(rows) and column < len(columns) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the mouse."""
        cell = self._cell_at(event.position())
        if cell is not None:
            self._choose(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from cell to cell."""
        found = self._agreement
        moves = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        move = moves.get(Qt.Key(event.key()))
        if found is None or move is None:
            super().keyPressEvent(event)
            return
        row, column = self.pair[0] + move[0], self.pair[1] + move[1]
        if 0 <= row < len(found.query) and 0 <= column < len(found.video):
            self._choose(row, column)

    def _choose(self, row: int, column: int) -> None:
        self.choose(row, column)
        self.chosen.emit(row, column)

    def event(self, event: QEvent) -> bool:
        """A cell says what it is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.words(*cell) if cell else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Cells, times beside and below them, and a frame around the chosen one."""
        found = self._agreement
        if found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * 0.9)
        painter.setFont(small)
        rows, columns, width = self._rows(found), self._columns(found), self._cell_width(found)
        for line, row in enumerate(rows):
            top = line * CELL_HEIGHT
            painter.setPen(self._theme.colour("dim"))
            part = found.query[row]
            area = QRectF(0, top, self._left - 8, CELL_HEIGHT)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), span(part.start_ms, part.end_ms))
            for place, column in enumerate(columns):
                cell = QRectF(self._left + place * width, top, width, CELL_HEIGHT).adjusted(1, 1, -1, -1)
                self._paint_cell(painter, cell, found, row, column)
        self._paint_times(painter, found, columns, len(rows) * CELL_HEIGHT, width)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: QRectF, found: Agreement, row: int, column: int) -> None:
        distance = found.distances[row][column]
        # Half of the bits differ between things that have nothing in common.
        closeness = max(0.0, 1 - distance / (self._counts[row] / 2))
        fill = self._theme.colour("good")
        fill.setAlphaF(closeness**1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("well"))
        painter.drawRoundedRect(cell, 3, 3)
        painter.setBrush(fill)
        painter.drawRoundedRect(cell, 3, 3)
        text = number(distance)
        if QFontMetrics(painter.font()).horizontalAdvance(text) <= cell.width() - 2:
            full = closeness > 0.75
            painter.setPen(QColor(self._theme.tokens.on_accent) if full else self._theme.colour("text"))
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), text)
        if (row, column) == self.pair:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 3 if self.hasFocus() else 2))
            painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _paint_times(self, painter: QPainter, found: Agreement, columns: range, top: float, width: float) -> None:
        painter.setPen(self._theme.colour("dim"))
        metrics = QFontMetrics(painter.font())
        free = 0.0
        for place, column in enumerate(columns):
            text = clock(found.video[column].start_ms)
            left = self._left + place * width
            if left >= free and left + metrics.horizontalAdvance(text) <= self.width():
                painter.drawText(QPointF(left + 1, top + 3 + metrics.ascent()), text)
                free = left + metrics.horizontalAdvance(text) + 12


class BitGrid(QWidget):
    """The bits of two codes: a small square where they are equal, a large diamond where they differ.

    A bit that does not count, since the category mask leaves it out, is a faint dot.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._differing: tuple[bool, ...] = ()
        self._counted: tuple[bool, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Bits of the chosen pair"))
        theme.changed.connect(self.update)

    @property
    def differing(self) -> tuple[bool, ...]:
        """Which bits count and differ, first bit first."""
        return tuple(a and b for a, b in zip(self._differing, self._counted, strict=True))

    def show_bits(self, differing: tuple[bool, ...], counted: tuple[bool, ...]) -> None:
        """Show another pair: which bits differ, and which count."""
        self._differing, self._counted = differing, counted
        count = counted.count(True)
        text = self.tr("{n} of {bits} bits are equal").replace("{bits}", number(count))
        text = text.replace("{n}", number(count - self.differing.count(True)))
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    @property
    def _columns(self) -> int:
        return 32 if len(self._differing) > 64 else 16

    def sizeHint(self) -> QSize:
        """As many rows as the bits need."""
        rows = -(-len(self._differing) // self._columns) or 1
        return QSize(self._columns * BIT, rows * BIT)

    def minimumSizeHint(self) -> QSize:
        """All bits or none."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Squares and diamonds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for bit, (differs, counts) in enumerate(zip(self._differing, self._counted, strict=True)):
            row, column = divmod(bit, self._columns)
            middle = QPointF(column * BIT + BIT / 2, row * BIT + BIT / 2)
            if not counts:
                painter.setBrush(self._theme.colour("line"))
                painter.drawEllipse(middle, 1.5, 1.5)
            elif differs:
                painter.setBrush(self._theme.colour("warn"))
                reach = BIT / 2 - 0.5
                corners = [(0, -reach), (reach, 0), (0, reach), (-reach, 0)]
                painter.drawConvexPolygon([middle + QPointF(x, y) for x, y in corners])
            else:
                painter.setBrush(self._theme.colour("good"))
                painter.drawRoundedRect(QRectF(middle.x() - 2.5, middle.y() - 2.5, 5, 5), 1, 1)
        painter.end()
