"""The middle of the window once something was dropped: the query, the results, and their states."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vhdesk.desk import SearchResponse
from vhdesk.settings import Settings
from vhdesk.ui.controls import label
from vhdesk.ui.core_texts import told_all
from vhdesk.ui.empty_state import MessagePage
from vhdesk.ui.frame_loader import FrameLoader
from vhdesk.ui.hover_scrub import HoverScrub
from vhdesk.ui.intake import Intake
from vhdesk.ui.query_bar import QueryBar
from vhdesk.ui.result_filters import ResultFilters
from vhdesk.ui.results_header import ResultsHeader
from vhdesk.ui.results_model import ResultsModel
from vhdesk.ui.results_view import ResultsView
from vhdesk.ui.theme import Theme
from vhdesk.ui.thumbnail_loader import ThumbnailLoader


class QueryPage(QWidget):
    """Query card, header, filters and grid.

    Attributes:
        card: the query.
        header: counts and code length.
        filters: what is shown of the results, in which order, how large.
        view: the grid.
        model: its rows.
        scrub: plays the tile under the mouse.
        message: what takes the place of the grid while there is nothing in it.

    Signals:
        add_asked: choose a folder to add, where there is nothing to compare with.
        back_asked: show the query before this one.
        forward_asked: show the query after this one.
        answer_shown: another answer is about to be shown.
    """

    answer_shown = Signal()
    add_asked = Signal()
    back_asked = Signal()
    forward_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        thumbnails: ThumbnailLoader,
        frames: FrameLoader,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._response: SearchResponse | None = None
        self._before = ""
        self._may_add = True
        self._offer = ""
        self.card = QueryBar(theme, frames, self)
        self.header = ResultsHeader(settings.search.bits, self)
        self.model = ResultsModel(thumbnails, self)
        self.view = ResultsView(self.model, theme, self)
        self.filters = ResultFilters(self.model, theme, settings.search.group, settings.window.tile_width, self)
        self.view.set_tile_width(settings.window.tile_width)
        self.scrub = HoverScrub(self.view, frames, self)
        self.message = MessagePage(theme, "search", parent=self)
        self._hint = label(
            self.tr("Space compares side by side · Enter opens at the matching second · drop a result on the query"),
            "small",
            self,
        )
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        self._connect()
        self._align(20)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 0, 8)
        layout.setSpacing(12)
        self._top = QVBoxLayout()
        self._top.setSpacing(12)
        self._top.addWidget(self.card)
        self._top.addWidget(self.header)
        self._top.addWidget(self.filters)
        layout.addLayout(self._top)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._hint)

    def _connect(self) -> None:
        self.message.first.connect(self._on_first)
        self.view.fitted.connect(self._align)
        self.view.current_changed.connect(self._show_match)
        self.view.zoomed.connect(self.filters.tile_size.setValue)
        self.filters.width_chosen.connect(self.view.set_tile_width)
        self.model.arranged.connect(self._on_arranged)
        self.scrub.vanished.connect(self.model.set_gone)
        self.view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The mouse's back and forward buttons work over the grid too."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            return self._by_mouse(event)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Back and forward."""
        if not self._by_mouse(event):
            super().mousePressEvent(event)

    def _by_mouse(self, event: QMouseEvent) -> bool:
        if event.button() == Qt.MouseButton.BackButton:
            self.back_asked.emit()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.forward_asked.emit()
        else:
            return False
        return True

    @Slot(int)
    def _align(self, beside: int) -> None:
        """Let the card end where the tiles end, ``beside`` pixels before the edge of the grid."""
        self._top.setContentsMargins(0, 0, beside, 0)
        self._top.update()
        self._hint.setContentsMargins(0, 0, beside, 0)

    @property
    def shows_results(self) -> bool:
        """Whether the grid is what is shown."""
        return self._stack.currentWidget() is self.view

    @property
    def response(self) -> SearchResponse | None:
        """The answer that is shown."""
        return self._response

    def show_query(self, query: Intake, before: str = "") -> None:
        """Another query; ``before`` names the one to go back to."""
        self._before = before
        self.card.show_query(query)

    def show_searching(self, *, waiting: bool, same: bool) -> None:
        """A search is under way; where the query is the ``same`` file as before, its results stay until the answer."""
        self.card.show_searching(waiting=waiting)
        if not (same and self.model.answer):
            self._response = None
            self._show_message("", "")
            self.header.clear()
            self._show_rows(header=True, filters=False)

    def show_answer(self, response: SearchResponse, image: QImage, segment_id: int | None = None) -> None:
        """Show ranked results, or that there are none; the keyboard goes to a segment, or stays where it was."""
        kept = self.view.current
        if segment_id is None and kept is not None:
            segment_id = kept.segment_id
        self._response = response
        self.scrub.stop()
        self.card.show_answer(response, image)
        self.header.show_answer(response)
        self.answer_shown.emit()
        self.model.show(response.results)
        self._show_rows(header=response.searched_segments > 0, filters=bool(response.results))
        row = self.model.row_of(segment_id) if segment_id is not None else None
        self.view.select_row(row or 0)

    def show_problem(self, sentence: str) -> None:
        """The query is of no use; the card says why."""
        self._response = None
        self.card.show_problem(sentence)
        self.header.clear()
        self._show_rows(header=False, filters=False)
        text = self.tr("Back to {name}").replace("{name}", self._before) if self._before else ""
        self._show_message("", self.tr("Drop another video or picture anywhere on the window."), icon="drop")
        self._offer_button("back", text, text)

    def clear(self) -> None:
        """Nothing is searched by."""
        self._response = None
        self.scrub.stop()
        self.model.show(())

    def _show_rows(self, *, header: bool, filters: bool) -> None:
        self.header.setVisible(header)
        self.filters.setVisible(filters)

    @Slot()
    def _on_arranged(self) -> None:
        """Other rows: show them, or why there are none."""
        response = self._response
        if response is None:
            return
        shown, total = len(self.model.results), len(self.model.answer)
        self.header.show_counts(shown, total, by_video=self.filters.by_video.isChecked())
        if shown:
            self._stack.setCurrentWidget(self.view)
            self._hint.show()
        elif total and self.model.arrangement.filters:
            sentence = self.tr("%Ln result(s) filtered out.", "", total)
            self._say_empty(self.tr("No result passes the filter"), sentence)
            self._offer_button("filters", self.tr("Clear the filter"), self.tr("Show all results"))
        elif response.searched_segments:
            self._say_empty(self.tr("Nothing similar found"), self.tr("Try another video or picture."))
            self._offer_add()
        else:
            self._say_empty(self.tr("Nothing to compare with yet"), told_all(response.notes))
            self._offer_add()

    def _show_message(self, title: str, sentence: str, *, icon: str = "search") -> None:
        self.model.show(())
        self._say_empty(title, sentence, icon=icon)

    def _say_empty(self, title: str, sentence: str, *, icon: str = "search") -> None:
        self.message.icon.set_icon(icon, "dim")
        self.message.icon.setVisible(bool(sentence))
        self._offer_button("", "", "")
        self.message.say(title, sentence)
        self._stack.setCurrentWidget(self.message)
        self._hint.hide()

    def _offer_add(self) -> None:
        text = self.tr("Add a folder…") if self._may_add else ""
        self._offer_button("add", text, self.tr("Add a folder to the library"))

    def _offer_button(self, what: str, text: str, accessible: str) -> None:
        self._offer = what
        self.message.offer(self.message.first_button, text, accessible)

    @Slot()
    def _on_first(self) -> None:
        if self._offer == "add":
            self.add_asked.emit()
        elif self._offer == "back":
            self.back_asked.emit()
        elif self._offer == "filters":
            self.filters.clear()
            self.focus_results()

    @Slot()
    def _show_match(self) -> None:
        """Mark on the filmstrip what the result with the keyboard matches."""
        result = self.view.current
        matched = result is not None and result.query_end_ms > result.query_start_ms
        self.card.film.show_match((result.query_start_ms, result.query_end_ms) if matched and result else None)

    def allow_adding(self, allowed: bool) -> None:
        """Whether folders can be added to the library."""
        self._may_add = allowed

    @Slot()
    def focus_results(self) -> None:
        """Put the keyboard on the results."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
