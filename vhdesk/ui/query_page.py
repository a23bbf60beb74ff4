"""The middle of the window once something was dropped: the query, the results, and their states."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vhdesk.desk import SearchResponse
from vhdesk.ui.controls import label
from vhdesk.ui.empty_state import MessagePage
from vhdesk.ui.query_bar import QueryBar
from vhdesk.ui.results_header import ResultsHeader
from vhdesk.ui.results_model import ResultsModel
from vhdesk.ui.results_view import ResultsView
from vhdesk.ui.theme import Theme
from vhdesk.ui.thumbnail_loader import ThumbnailLoader


class QueryPage(QWidget):
    """Query card, header and grid.

    Attributes:
        card: the query.
        header: counts and code length.
        view: the grid.
        model: its rows.
        message: what takes the place of the grid while there is nothing in it.

    Signals:
        add_asked: choose a folder to add, where there is nothing to compare with.
    """

    add_asked = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader, bits: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = QueryBar(theme, self)
        self.header = ResultsHeader(bits, self)
        self.model = ResultsModel(thumbnails, self)
        self.view = ResultsView(self.model, theme, self)
        self.message = MessagePage(theme, "search", parent=self)
        self.message.first.connect(self.add_asked)
        self._hint = label(
            self.tr("Enter opens at the matching second · Ctrl+E searches by the selected result · drag a result out"),
            "small",
            self,
        )
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
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
        layout.addLayout(self._top)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._hint)
        self._may_add = True
        self._align(20)
        self.view.fitted.connect(self._align)

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

    def show_searching(self, path: str, *, waiting: bool, same: bool) -> None:
        """A search is under way; where the query is the ``same`` as before, its results stay until the answer."""
        self.card.show_searching(path, waiting=waiting, keep_picture=same)
        if not (same and self.model.results):
            self._show_message("", "")
            self.header.clear()
            self.header.show()

    def show_answer(self, response: SearchResponse, image: QImage) -> None:
        """Show ranked results, or that there are none."""
        kept = self.view.current
        self.card.show_answer(response, image)
        self.header.show_answer(response)
        self.header.setVisible(response.searched_segments > 0)
        self.model.show(response.results)
        if response.results:
            self._stack.setCurrentWidget(self.view)
            self._hint.show()
            row = self.model.row_of(kept.segment_id) if kept is not None else None
            self.view.select_row(row or 0)
            return
        if response.searched_segments:
            title, sentence = self.tr("Nothing similar found"), self.tr("Try another video or picture.")
        else:
            title, sentence = self.tr("Nothing to compare with yet"), " ".join(response.notes)
        self._show_message(title, sentence, add=True)

    def show_problem(self, sentence: str) -> None:
        """The query is of no use; the card says why."""
        self.card.show_problem(sentence)
        self.header.clear()
        self.header.hide()
        self._show_message("", self.tr("Drop another video or picture anywhere on the window."), icon="drop")

    def _show_message(self, title: str, sentence: str, *, icon: str = "search", add: bool = False) -> None:
        self.model.show(())
        self.message.icon.set_icon(icon, "dim")
        self.message.icon.setVisible(bool(sentence))
        text = self.tr("Add a folder…") if add and self._may_add else ""
        self.message.offer(self.message.first_button, text, self.tr("Add a folder to the library"))
        self.message.say(title, sentence)
        self._stack.setCurrentWidget(self.message)
        self._hint.hide()

    def allow_adding(self, allowed: bool) -> None:
        """Whether folders can be added to the library."""
        self._may_add = allowed

    @Slot()
    def focus_results(self) -> None:
        """Put the keyboard on the results."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
