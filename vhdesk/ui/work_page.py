"""The window at work: the library on the left, the query and its results in the middle."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from vhdesk.desk import LibrarySummary
from vhdesk.settings import Settings
from vhdesk.ui.controls import padded
from vhdesk.ui.empty_state import MessagePage
from vhdesk.ui.frame_loader import FrameLoader
from vhdesk.ui.library_pane import LibraryPane
from vhdesk.ui.query_page import QueryPage
from vhdesk.ui.theme import Theme
from vhdesk.ui.thumbnail_loader import ThumbnailLoader


class WorkPage(QWidget):
    """Library pane beside the place to drop a query, or the query once there is one.

    Attributes:
        pane: the library.
        idle: the place to drop a query.
        query: the query and its results.
    """

    def __init__(
        self,
        theme: Theme,
        thumbnails: ThumbnailLoader,
        frames: FrameLoader,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.pane = LibraryPane(theme, self)
        self._fit()
        self.idle = MessagePage(theme, "drop", framed=True, parent=self)
        self.idle.offer(self.idle.first_button, self.tr("Open a file…"), self.tr("Choose a file to search by"))
        self.query = QueryPage(theme, thumbnails, frames, settings, self)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(padded(self.idle, 20, 16, 20, 16))
        self._middle.addWidget(self.query)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self.pane)
        columns.addWidget(self._middle, 1)
        self.say_idle(None, indexing=False)

    def _fit(self) -> None:
        self.pane.setFixedWidth(max(232, self.fontMetrics().averageCharWidth() * 34))

    def changeEvent(self, event: QEvent) -> None:
        """The pane grows with the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def show_query(self) -> None:
        """Something was dropped."""
        self._middle.setCurrentWidget(self.query)

    def show_idle(self) -> None:
        """Nothing is searched by."""
        self._middle.setCurrentIndex(0)

    def say_idle(self, summary: LibrarySummary | None, *, indexing: bool) -> None:
        """Say what a drop would be compared with; without ``summary`` the library is not open yet."""
        if summary is None:
            text = self.tr("The library is being opened…")
        elif summary.videos:
            text = self.tr("%Ln video(s) can be searched.", "", summary.videos)
            if indexing:
                text += " " + self.tr("More are being indexed.")
        elif indexing:
            text = self.tr("The first videos are being indexed; what is done can be searched at once.")
        elif summary.writable:
            text = self.tr("There is no video in the library yet: add a folder first.")
        else:
            text = self.tr("There is no video in this library, and it cannot be written.")
        self.idle.say(self.tr("Drop a video or a picture here"), text)
