"""The light that goes up while something is dragged over the window, and says what will happen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vhdesk.ui.formats import file_name, span
from vhdesk.ui.intake import Intake, read_mime
from vhdesk.ui.theme import Theme


class DropOverlay(QWidget):
    """Takes drops for a whole window and covers its parent while something is dragged over it.

    Attributes:
        sentence: what a drop would do.
        detail: the small print of it.
        accepting: whether drops are taken at all.

    Signals:
        dropped: something was dropped, as a tuple of ``Intake``.
    """

    dropped = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = window
        self.sentence = ""
        self.detail = ""
        self.accepting = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent; take what is dragged over the window."""
        if watched is self._window:
            return self._drag(event)
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return False

    def _drag(self, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            intakes = read_mime(event.mimeData()) if self.accepting else ()
            if intakes:
                event.acceptProposedAction()
                self._announce(intakes)
            return True
        if isinstance(event, QDragMoveEvent):
            if self.isVisible():
                event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent):
            self.hide()
            intakes = read_mime(event.mimeData()) if self.accepting else ()
            if intakes:
                event.acceptProposedAction()
                self.dropped.emit(intakes)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        return False

    def _announce(self, intakes: tuple[Intake, ...]) -> None:
        folders = [intake for intake in intakes if intake.folder]
        queries = [intake for intake in intakes if not intake.folder]
        self.detail = ""
        if queries:
            self.sentence = self.tr("Search by {name}").replace("{name}", file_name(str(queries[0].path)))
            if queries[0].to_ms is not None:
                part = span(queries[0].from_ms or 0, queries[0].to_ms)
                self.detail = self.tr("With its part {range}").replace("{range}", part)
            if len(queries) > 1:
                self.detail = self.tr("%Ln more wait(s) behind it", "", len(queries) - 1)
            if folders:
                self.detail = self.tr("Folders are added to the library")
        elif len(folders) == 1:
            text = self.tr("Add folder {name} to the library")
            self.sentence = text.replace("{name}", file_name(str(folders[0].path)))
        else:
            self.sentence = self.tr("Add %Ln folder(s) to the library", "", len(folders))
        self.setAccessibleName(f"{self.sentence} {self.detail}".strip())
        self._cover()
        self.raise_()
        self.show()
        self.update()

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A veil, an accent frame and the sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.tokens.background)
        veil.setAlpha(238)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(self._theme.colour("accent"), 3, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        area = QRectF(self.rect()).adjusted(16, 16, -16, -16)
        painter.drawRoundedRect(area, 12, 12)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        text = painter.fontMetrics().elidedText(self.sentence, Qt.TextElideMode.ElideMiddle, round(area.width()) - 64)
        middle = area.adjusted(32, 0, -32, 0)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, text)
        if self.detail:
            height = painter.fontMetrics().height()
            painter.setFont(self.font())
            painter.setPen(self._theme.colour("dim"))
            painter.drawText(middle.translated(0, height * 1.2), Qt.AlignmentFlag.AlignCenter, self.detail)
        painter.end()
