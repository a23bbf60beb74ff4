"""The query: what was dropped, the part that is searched with, and what went wrong with it, in place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vhdesk.desk import SearchResponse
from vhdesk.errors import printable
from vhdesk.ui.controls import ElidedLabel, IconLabel, ThinBar, button, label
from vhdesk.ui.formats import clock, file_name, span
from vhdesk.ui.theme import Theme


class Picture(QWidget):
    """A rounded picture that fills its frame; a film icon while there is none."""

    def __init__(self, theme: Theme, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self.setFixedSize(size)
        self.setAccessibleName(self.tr("Picture of the query"))
        theme.changed.connect(self.update)

    def show_image(self, image: QImage) -> None:
        """Show a picture, or none where it is null."""
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture cropped to the frame."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(area, 6, 6)
        painter.fillPath(shape, self._theme.colour("well"))
        if self._image.isNull():
            icon = self._theme.pixmap("drop", 32, "dim", self.devicePixelRatioF())
            painter.drawPixmap(round(area.center().x()) - 16, round(area.center().y()) - 16, icon)
        else:
            scale = max(area.width() / self._image.width(), area.height() / self._image.height())
            width, height = area.width() / scale, area.height() / scale
            left, top = (self._image.width() - width) / 2, (self._image.height() - height) / 2
            painter.setClipPath(shape)
            painter.drawImage(area, self._image, QRectF(left, top, width, height))
        painter.end()


class QueryBar(QFrame):
    """The card of the query.

    Signals:
        open_asked: choose a file to search by.
        again_asked: search by the same file once more.
        clear_asked: put the query away.
    """

    open_asked = Signal()
    again_asked = Signal()
    clear_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queryCard")
        self.picture = Picture(theme, QSize(144, 88), self)
        self.name = ElidedLabel("strong", self)
        self.detail = ElidedLabel("small", self, Qt.TextElideMode.ElideRight)
        self.problem_icon = IconLabel(theme, "warning", 20, "warn", self)
        self.problem = label("", "problem", self, wrap=True)
        self.problem.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.bar = ThinBar(theme, self)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Searching"))
        self.again_button = button(self.tr("Search again"), self.tr("Search by the same file again"), "primary", self)
        self.open_button = button(self.tr("Open a file…"), self.tr("Choose another file to search by"), parent=self)
        self.clear_button = button(self.tr("Clear"), self.tr("Put the query away"), parent=self)
        self.again_button.clicked.connect(self.again_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.clear_button.clicked.connect(self.clear_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(16)
        layout.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget(self)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        text = QVBoxLayout(words)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(6)
        text.addStretch(1)
        text.addWidget(self.name)
        text.addWidget(self.detail)
        trouble = QHBoxLayout()
        trouble.setSpacing(8)
        trouble.addWidget(self.problem_icon, 0, Qt.AlignmentFlag.AlignTop)
        trouble.addWidget(self.problem, 1)
        text.addLayout(trouble)
        text.addWidget(self.bar)
        text.addStretch(1)
        layout.addWidget(words, 1)
        choices = QWidget(self)
        choices.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        buttons = QVBoxLayout(choices)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.again_button)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self.open_button)
        pair.addWidget(self.clear_button)
        buttons.addLayout(pair)
        buttons.addStretch(1)
        layout.addWidget(choices)

    def _show(self, *, detail: str, problem: str = "", busy: bool = False) -> None:
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.problem_icon.setVisible(bool(problem))
        self.bar.setVisible(busy)
        self.again_button.setEnabled(not busy)

    def show_searching(self, path: str, *, waiting: bool = False, keep_picture: bool = False) -> None:
        """A search is under way, or waits until the library is open."""
        self.name.setText(file_name(path))
        self.name.setToolTip(printable(path))
        if not keep_picture:
            self.picture.show_image(QImage())
        self._show(detail=self.tr("Waiting for the library…") if waiting else self.tr("Searching…"), busy=True)

    def show_answer(self, response: SearchResponse, image: QImage) -> None:
        """The search is answered; where nothing was compared, the page below says why."""
        self.picture.show_image(image)
        self._show(
            detail=self._range_text(response), problem=" ".join(response.notes if response.searched_segments else ())
        )

    def show_problem(self, sentence: str) -> None:
        """The query cannot be searched by: say why, here."""
        self.picture.show_image(QImage())
        self._show(detail="", problem=sentence)

    def _range_text(self, response: SearchResponse) -> str:
        if response.query_duration_ms <= 0:
            return self.tr("searching with this picture")
        searched = span(response.query_start_ms, response.query_end_ms, tenths=True)
        whole = clock(response.query_duration_ms, tenths=True)
        return self.tr("searching with {range} of {length}").replace("{range}", searched).replace("{length}", whole)
