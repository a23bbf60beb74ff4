"""The query: what was dropped, the part that is searched with, and what went wrong with it, in place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from vhdesk.desk import SearchResponse
from vhdesk.errors import printable
from vhdesk.ui.controls import ElidedLabel, IconLabel, ThinBar, button, label
from vhdesk.ui.core_texts import told_all
from vhdesk.ui.filmstrip import CELLS, Filmstrip
from vhdesk.ui.formats import clock, file_name, span
from vhdesk.ui.frame_loader import FrameLoader, Strip, StripCache
from vhdesk.ui.intake import Intake
from vhdesk.ui.side_jobs import Frames, StripRequest
from vhdesk.ui.theme import Theme

STRIP_SIDE = 200


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

    Attributes:
        film: the filmstrip, of videos.

    Signals:
        open_asked: choose a file to search by.
        again_asked: search by the same file once more.
        clear_asked: put the query away.
        part_chosen: search by another part: start and end in milliseconds, ``None`` where it is that of the video.
        back_asked: show the query before this one.
        forward_asked: show the query after this one.
    """

    open_asked = Signal()
    again_asked = Signal()
    clear_asked = Signal()
    part_chosen = Signal(object, object)
    back_asked = Signal()
    forward_asked = Signal()

    def __init__(self, theme: Theme, loader: FrameLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queryCard")
        self._theme = theme
        self._loader = loader
        self._strips = StripCache()
        self._strip = Strip()
        self._query: Intake | None = None
        self.picture = Picture(theme, QSize(152, 96), self)
        self.back_button = self._arrow(self.tr("Back to the query before"))
        self.forward_button = self._arrow(self.tr("Forward to the next query"))
        self.name = ElidedLabel("strong", self)
        self.name.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)
        self._waiting = self._detail = ""
        self.detail = ElidedLabel("small", self, Qt.TextElideMode.ElideRight)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.whole_button = button(self.tr("Whole video"), self.tr("Search by the whole video"), "link", self)
        self.film = Filmstrip(theme, self)
        self.problem_icon = IconLabel(theme, "warning", 20, "warn", self)
        self.problem = label("", "problem", self, wrap=True)
        self.problem.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.bar = ThinBar(theme, self)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Searching"))
        steady = self.bar.sizePolicy()
        steady.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(steady)
        self.again_button = button(self.tr("Search again"), self.tr("Search by the same file again"), "primary", self)
        self.open_button = button(self.tr("Open a file…"), self.tr("Choose another file to search by"), parent=self)
        self.clear_button = button(self.tr("Clear"), self.tr("Put the query away"), parent=self)
        self._connect()
        self._lay_out()
        self._draw_arrows()
        self.show_place("", "", 0)

    def _arrow(self, name: str) -> QToolButton:
        made = QToolButton(self)
        made.setProperty("role", "arrow")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(name)
        return made

    def _connect(self) -> None:
        self.again_button.clicked.connect(self.again_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.clear_button.clicked.connect(self.clear_asked)
        self.back_button.clicked.connect(self.back_asked)
        self.forward_button.clicked.connect(self.forward_asked)
        self.whole_button.clicked.connect(self.film.choose_whole)
        self.film.moved.connect(self._on_part_moved)
        self.film.chosen.connect(self.part_chosen)
        self._loader.come.connect(self._on_frames)
        self._theme.changed.connect(self._draw_arrows)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(16)
        layout.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget(self)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        text = QVBoxLayout(words)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(4)
        text.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.back_button)
        head.addWidget(self.forward_button)
        head.addSpacing(4)
        head.addWidget(self.name, 3)
        head.addWidget(self.detail, 4)
        head.addWidget(self.whole_button)
        text.addLayout(head)
        text.addWidget(self.film)
        trouble = QHBoxLayout()
        trouble.setSpacing(8)
        trouble.addWidget(self.problem_icon, 0, Qt.AlignmentFlag.AlignTop)
        trouble.addWidget(self.problem, 1)
        text.addLayout(trouble)
        text.addStretch(1)
        text.addWidget(self.bar)
        layout.addWidget(words, 1)
        choices = QWidget(self)
        choices.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        buttons = QVBoxLayout(choices)
        buttons.setContentsMargins(0, 0, 0, 4)
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

    @Slot()
    def _draw_arrows(self) -> None:
        self.back_button.setIcon(self._theme.icon("back"))
        self.forward_button.setIcon(self._theme.icon("forward"))

    def show_place(self, before: str, after: str, waiting: int) -> None:
        """Name the queries before and after this one, where there are any, and how many wait."""
        for part, name, text in (
            (self.back_button, before, self.tr("Back to {name} (Alt+Left)")),
            (self.forward_button, after, self.tr("Forward to {name} (Alt+Right)")),
        ):
            part.setVisible(bool(before or after))
            part.setEnabled(bool(name))
            part.setToolTip(text.replace("{name}", name) if name else "")
        self._waiting = self.tr("%Ln more wait(s)", "", waiting) if waiting else ""
        self._say(self._detail)

    def show_query(self, query: Intake) -> None:
        """Another query, or another part of the same: its strip comes from memory or is asked for."""
        path = str(query.path)
        same = self._query is not None and self._query.path == query.path
        self._query = query
        self.name.setText(file_name(path))
        self.name.setToolTip(printable(path))
        self.film.show_match(None)
        if not same:
            self.picture.show_image(QImage())
            known = self._strips.get(path)
            self._strip = known or Strip()
            self.film.show_images(self._strip.images)
            if known is None:
                self._loader.ask(StripRequest("strip", path, path, CELLS, STRIP_SIDE))
            else:
                self._loader.drop("strip")
        self._show_part()

    def _show_part(self) -> None:
        """The handles of a video; a picture has none."""
        query, duration_ms = self._query, self._strip.duration_ms
        if query is not None:
            self.film.show_video(duration_ms or 0, query.from_ms, query.to_ms)
        self.film.setVisible(query is not None and duration_ms != 0)
        self.whole_button.setVisible(self.film.duration_ms > 0 and not self.film.whole)

    @Slot(object)
    def _on_frames(self, frames: Frames) -> None:
        if self._query is None or frames.request.key != str(self._query.path) or frames.request.channel != "strip":
            return
        known = self._strip.duration_ms
        self._strip.add(frames)
        if known is None:
            self._show_part()
        self.film.show_images(self._strip.images)
        if frames.done:
            self._strips.keep(frames.request.key, self._strip)

    @Slot(int, int)
    def _on_part_moved(self, from_ms: int, to_ms: int) -> None:
        part, whole = span(from_ms, to_ms, tenths=True), clock(self.film.duration_ms, tenths=True)
        self._say(self.tr("{range} of {length}").replace("{range}", part).replace("{length}", whole))
        self.whole_button.setVisible(not self.film.whole)

    def _say(self, detail: str) -> None:
        self._detail = detail
        text = " · ".join(part for part in (detail, self._waiting) if part)
        self.detail.setText(text)
        self.detail.setToolTip(text)

    def _show(self, *, detail: str, problem: str = "", busy: bool = False) -> None:
        self._say(detail)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.problem_icon.setVisible(bool(problem))
        self.bar.setVisible(busy)
        self.again_button.setEnabled(not busy)

    def show_searching(self, *, waiting: bool = False) -> None:
        """A search is under way, or waits until the library is open."""
        self._show(detail=self.tr("Waiting for the library…") if waiting else self.tr("Searching…"), busy=True)

    def show_answer(self, response: SearchResponse, image: QImage) -> None:
        """The search is answered; where nothing was compared, the page below says why."""
        self.picture.show_image(image)
        if self._strip.duration_ms is None:
            self._strip.duration_ms = response.query_duration_ms
            self._show_part()
        notes = response.notes if response.searched_segments else ()
        self._show(detail=self._range_text(response), problem=told_all(notes))

    def show_problem(self, sentence: str) -> None:
        """The query cannot be searched by: say why, here."""
        self.picture.show_image(QImage())
        if not self._strip.images:
            self.film.hide()
        self._show(detail="", problem=sentence)

    def _range_text(self, response: SearchResponse) -> str:
        if response.query_duration_ms <= 0:
            return self.tr("searching with this picture")
        searched = span(response.query_start_ms, response.query_end_ms, tenths=True)
        whole = clock(response.query_duration_ms, tenths=True)
        return self.tr("searching with {range} of {length}").replace("{range}", searched).replace("{length}", whole)
