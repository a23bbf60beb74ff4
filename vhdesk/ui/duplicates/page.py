"""The page of copies: counts, filters, the groups or why there are none, and what is marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from vhdesk.desk import DuplicatesProgress, LibrarySummary
from vhdesk.ui.choices import menu_button, show_choice
from vhdesk.ui.controls import ElidedLabel, ThinBar, button, label
from vhdesk.ui.core_texts import told
from vhdesk.ui.duplicates.filters import CopyFilters
from vhdesk.ui.duplicates.model import CopiesModel
from vhdesk.ui.duplicates.view import CopiesView
from vhdesk.ui.duplicates.worker import Found, Grouped
from vhdesk.ui.empty_state import MessagePage
from vhdesk.ui.formats import decimal, number, size_of
from vhdesk.ui.results_model import State
from vhdesk.ui.theme import Theme
from vhdesk.ui.thumbnail_loader import ThumbnailLoader


class SearchingPage(QWidget):
    """Copies are being looked for: what is done, how far it is, and a button that stops it.

    Attributes:
        bar: how far it is.
        words: the same in words.
        stop_button: stops it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(self.tr("Looking for copies…"), "title", self)
        self.words = label("", "dim", self)
        self.bar = ThinBar(theme, self)
        self.bar.setAccessibleName(self.tr("Progress of the search for copies"))
        self.bar.setFixedWidth(360)
        self.stop_button = button(self.tr("Stop"), self.tr("Stop looking for copies"), parent=self)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(4)
        for part in (self.title, self.bar, self.words, self.stop_button):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(5)

    def begin(self) -> None:
        """Nothing is told yet."""
        self.words.setText(self.tr("The codes of the library are being read."))
        self.bar.setRange(0, 0)
        self.stop_button.setEnabled(True)

    def show_progress(self, progress: DuplicatesProgress) -> None:
        """How far it is."""
        text = self.tr("{done} of {total} stretches compared")
        if progress.stage == "confirming":
            text = self.tr("{done} of {total} pairs looked at closely")
        text = text.replace("{done}", number(progress.done)).replace("{total}", number(progress.total))
        self.words.setText(text)
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)

    def show_stopping(self) -> None:
        """It was asked to stop."""
        self.stop_button.setEnabled(False)
        self.words.setText(self.tr("Stopping…"))


class DuplicatesPage(QWidget):
    """Everything about copies.

    Attributes:
        model: the rows.
        view: the groups.
        filters: which groups, in which order.
        searching: what is shown while copies are looked for.
        message: what takes the place of the groups while there are none.
        trash_button: moves what is marked to the trash.

    Signals:
        closed: back to searching.
        search_asked: look for copies (again).
        stop_asked: stop looking.
        add_asked: add a folder.
        trash_asked: move what is marked to the trash.
    """

    closed = Signal()
    search_asked = Signal()
    stop_asked = Signal()
    add_asked = Signal()
    trash_asked = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found: Found | None = None
        self._stale = False
        self._spoken = 0
        self._offer = ""
        self.model = CopiesModel(thumbnails, self)
        self.view = CopiesView(self.model, theme, self)
        self.filters = CopyFilters(self)
        self.searching = SearchingPage(theme, self)
        self.message = MessagePage(theme, "copy", parent=self)
        self._make_head()
        self._make_foot()
        self._lay_out()
        self._connect()
        self._draw_icons()
        self.show_idle()

    # The parts

    def _make_head(self) -> None:
        self.back_button = QToolButton(self)
        self.back_button.setProperty("role", "arrow")
        self.back_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.back_button.setAccessibleName(self.tr("Back to searching"))
        self.back_button.setToolTip(self.tr("Back to searching (Esc)"))
        self.count = label("", "lead", self)
        self.detail = ElidedLabel("dim", self, Qt.TextElideMode.ElideRight)
        self.again_button = button(self.tr("Search again"), self.tr("Look for copies again"), "link", self)
        self.notice = ElidedLabel("warn", self, Qt.TextElideMode.ElideRight)
        self.kept_button = button("", self.tr("Show or hide what you set aside"), "link", self)

    def _make_foot(self) -> None:
        self.marked = label("", "strong", self)
        self.hint = ElidedLabel("small", self, Qt.TextElideMode.ElideRight)
        self.hint.setText(
            self.tr("X marks · Space compares with the best · Enter opens · K keeps all · N is not a copy")
        )
        self.mark_button = menu_button(self.tr("Mark copies for the trash"), self)
        show_choice(self.mark_button, self.tr("Mark"), chosen=False)
        for name, text in (
            ("others", self.tr("All but the best of every group that is shown")),
            ("exact", self.tr("Only equal files, all but the best")),
            ("none", self.tr("Take all marks off")),
        ):
            action = self.mark_button.menu().addAction(text)
            action.setData(name)
            action.triggered.connect(self._on_mark)
        self.trash_button = button(self.tr("Move to trash…"), self.tr("Move what is marked to the trash"), parent=self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back_button)
        head.addWidget(self.count)
        head.addWidget(self.detail, 1)
        head.addWidget(self.again_button)
        self._notices = QWidget(self)
        notices = QHBoxLayout(self._notices)
        notices.setContentsMargins(0, 0, 0, 0)
        notices.addWidget(self.notice, 1)
        notices.addWidget(self.kept_button)
        self._stack = QStackedWidget(self)
        for part in (self.view, self.searching, self.message):
            self._stack.addWidget(part)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 20, 0)
        foot.setSpacing(12)
        foot.addWidget(self.marked)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.mark_button)
        foot.addWidget(self.trash_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 0, 10)
        layout.setSpacing(10)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 20, 0)
        top.setSpacing(10)
        top.addLayout(head)
        top.addWidget(self.filters)
        top.addWidget(self._notices)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.closed)
        self.again_button.clicked.connect(self.search_asked)
        self.searching.stop_button.clicked.connect(self.stop_asked)
        self.trash_button.clicked.connect(self.trash_asked)
        self.kept_button.clicked.connect(self._on_kept)
        self.message.first.connect(self._on_first)
        self.model.marked_changed.connect(self._show_marked)
        self._theme.changed.connect(self._draw_icons)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    @Slot()
    def _draw_icons(self) -> None:
        self.back_button.setIcon(self._theme.icon("back"))
        self.trash_button.setIcon(self._theme.icon("trash"))

    # States

    def _show_parts(self, part: QWidget, *, filters: bool) -> None:
        self._stack.setCurrentWidget(part)
        self.filters.setVisible(filters)
        self._foot.setVisible(part is self.view)
        self.again_button.setVisible(filters)
        self._show_notice()

    def _say(self, title: str, sentence: str, offer: str, text: str) -> None:
        self._offer = offer
        self.message.icon.set_icon("copy", "dim")
        self.message.offer(self.message.first_button, text, text)
        self.message.say(title, sentence)

    def show_idle(self) -> None:
        """Copies were not looked for yet."""
        self._found, self._spoken = None, 0
        self.count.setText(self.tr("Duplicates"))
        self.detail.clear()
        self._say("", self.tr("The library is being opened…"), "", "")
        self._show_parts(self.message, filters=False)

    def show_searching(self) -> None:
        """Copies are being looked for."""
        self._stale = False
        self._found = None
        self.model.forget()
        self.count.setText(self.tr("Duplicates"))
        self.detail.clear()
        self.searching.begin()
        self._show_parts(self.searching, filters=False)

    def show_problem(self, sentence: str) -> None:
        """There is nothing to show: why."""
        self._say(self.tr("Copies could not be looked for"), sentence, "search", self.tr("Try again"))
        self._show_parts(self.message, filters=False)

    def show_stopped(self) -> None:
        """The user stopped it."""
        self._say(self.tr("Stopped"), self.tr("Nothing was changed."), "search", self.tr("Look for copies"))
        self._show_parts(self.message, filters=False)

    def show_found(self, found: Found) -> None:
        """A search is over; its groups follow."""
        self._found = found
        self.model.bits = found.bits
        self.filters.show_found(found)

    def show_grouped(self, grouped: Grouped) -> None:
        """Show groups, or that there are none; the keyboard stays on its copy where that is still shown."""
        found = self._found
        if found is None:
            return
        row, current = self.view.currentIndex().row(), self.view.current
        self._spoken = grouped.spoken
        self.model.show(grouped.listing)
        self._show_counts(found)
        if grouped.listing.shelves:
            focused = self._foot.isVisible() is False
            self._show_parts(self.view, filters=True)
            self._put_keyboard(current.video_id if current is not None else None, row)
            if focused:
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say_none(found)

    def _put_keyboard(self, video_id: int | None, row: int) -> None:
        tiles = self.model.listing.tiles
        same = next((place for place, tile in enumerate(tiles) if tile.video_id == video_id), None)
        self.view.select_row(same if same is not None else min(max(0, row), len(tiles) - 1))

    def _say_none(self, found: Found) -> None:
        near, wish = found.near, self.filters.wish
        if not near.videos:
            sentence = self.tr("There is no video in the library yet: add a folder first.")
            self._say(self.tr("Nothing to compare yet"), sentence, "add", self.tr("Add a folder…"))
            self._show_parts(self.message, filters=False)
        elif not near.segments and near.notes:
            self._say(self.tr("Nothing to compare yet"), told(near.notes[-1]), "add", self.tr("Add a folder…"))
            self._show_parts(self.message, filters=False)
        elif wish.filters:
            sentence = self.tr("Other filters, or a larger distance, may show some.")
            self._say(self.tr("No group passes the filter"), sentence, "filters", self.tr("Clear the filter"))
            self._show_parts(self.message, filters=True)
        else:
            sentence = self.tr("%Ln video(s) were compared.", "", near.videos)
            self._say(self.tr("No copies found"), sentence, "search", self.tr("Search again"))
            self._show_parts(self.message, filters=False)

    def _show_counts(self, found: Found) -> None:
        listing = self.model.listing
        self.count.setText(self.tr("%Ln group(s) of copies", "", len(listing.shelves)))
        copies = self.tr("%Ln copies beside the best", "", listing.copies)
        won = self.tr("{size} could be freed").replace("{size}", size_of(listing.extra_bytes))
        videos = self.tr("%Ln video(s) compared", "", found.near.videos)
        seconds = self.tr("in {n} s").replace("{n}", decimal(found.seconds))
        self.detail.setText(f"{copies} · {won} · {videos} {seconds}")
        if not listing.shelves:
            self.count.setText(self.tr("Duplicates"))
            self.detail.setText(f"{videos} {seconds}" if found.near.videos else "")

    def show_stale(self) -> None:
        """The library has changed since copies were looked for."""
        if self._found is not None:
            self._stale = True
            self._show_notice()
            self.view.viewport().update()  # thumbnails were forgotten

    def _show_notice(self) -> None:
        parts = []
        if self._stale:
            parts.append(self.tr("The library has changed since: search again."))
        if self._found is not None and self._found.gone:
            parts.append(self.tr("%Ln file(s) are not there any more and are left out.", "", self._found.gone))
        kept = self.filters.wish.grouping.kept
        if self._spoken and not kept:
            parts.append(self.tr("%Ln pair(s) that you set aside are left out.", "", self._spoken))
        self.notice.setText(" ".join(parts))
        self.kept_button.setText(self.tr("Hide what you set aside") if kept else self.tr("Show them"))
        self.kept_button.setVisible(bool(self._spoken))
        self._notices.setVisible(bool(self._found is not None and (parts or self._spoken)))

    def show_summary(self, summary: LibrarySummary) -> None:
        """What can be reached and written."""
        self.model.set_offline(tuple(root.root.path for root in summary.roots if not root.online))
        for name in ("trash", "keep", "no", "again", "undo"):
            self.view.actions_by_name[name].setEnabled(summary.writable)

    # What the user does

    @Slot()
    def _on_first(self) -> None:
        if self._offer == "add":
            self.add_asked.emit()
        elif self._offer == "search":
            self.search_asked.emit()
        elif self._offer == "filters":
            self.filters.clear()

    @Slot()
    def _on_kept(self) -> None:
        self.filters.regroup(kept=not self.filters.wish.grouping.kept)

    @Slot()
    def _on_mark(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        tiles = self.model.listing.tiles
        if action.data() == "none":
            self.model.mark(tiles, False)
        else:
            exact = action.data() == "exact"
            self.model.mark((t for t in tiles if t.copy is not None and (not exact or t.kind == "exact")), True)

    @Slot()
    def _show_marked(self) -> None:
        marked = [tile for tile in self.model.marked if self.model.state_of(tile) is State.THERE]
        size = sum(tile.video.size_bytes for tile in marked)
        text = self.tr("%Ln marked", "", len(marked)) if marked else self.tr("Nothing is marked")
        self.marked.setText(f"{text} · {size_of(size)}" if marked else text)
        self.trash_button.setEnabled(bool(marked))
