"""Stands between the page of copies, the worker that finds them, and everything that is done with them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from vhdesk.desk import CancelToken, DuplicatesProgress, IndexReport, LibrarySummary, SearchOptions, SearchResult
from vhdesk.ui.duplicates.arrangement import CopyTile
from vhdesk.ui.duplicates.page import DuplicatesPage
from vhdesk.ui.duplicates.worker import FindRequest, Found, Grouped, GroupRequest, MarkRequest, Pair, contents
from vhdesk.ui.formats import file_name
from vhdesk.ui.result_actions import ResultActions
from vhdesk.ui.results_model import State
from vhdesk.ui.trash import Trashed
from vhdesk.ui.workers import Problem

if TYPE_CHECKING:
    from vhdesk.ui.main_window import MainWindow
    from vhdesk.ui.shell_workers import ShellJobs

MOST_UNDO = 100


class DuplicatesControl(QObject):
    """Belongs to a window; the page is made when it is first asked for.

    Attributes:
        page: once it was asked for.
        request: the search under way; ``None`` while there is none.
        found: what the last search found; ``None`` before.
        pending: whether groups were asked for that are not here yet.
    """

    def __init__(self, window: MainWindow, jobs: Callable[[], ShellJobs], parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._jobs = jobs
        self.page: DuplicatesPage | None = None
        self.request: FindRequest | None = None
        self.found: Found | None = None
        self.pending = False
        self._undo: list[MarkRequest] = []
        self._said: dict[tuple[str, str], str | None] = {}
        self._actions = ResultActions(self)
        self._actions.said.connect(window.say)
        window.opened.connect(self._on_opened)
        window.control.ended.connect(self._on_indexed)
        window.results.trashed.connect(self._on_trashed)

    def attach(self, jobs: ShellJobs) -> None:
        """Listen to these workers from now on."""
        jobs.copies.progressed.connect(self._on_progress)
        jobs.copies.found.connect(self._on_found)
        jobs.copies.grouped.connect(self._on_grouped)
        jobs.copies.failed.connect(self._on_failed)
        jobs.copies.unmarked.connect(self._on_unmarked)

    def drop(self) -> None:
        """The workers are about to end: stop, and forget what was found."""
        if self.request is not None:
            self.request.cancel.cancel()
        self.request, self.found, self.pending = None, None, False
        self._undo.clear()
        if self.page is not None:
            self.page.model.forget()
            self.page.show_idle()

    # The page

    @Slot()
    def show(self) -> None:
        """Show the page; the first time copies are looked for at once."""
        page = self.page or self._make_page()
        self._window.show_page(page)
        if self.found is None and self.request is None and self._window.library_open:
            self.search()
        else:
            page.view.setFocus()

    def _make_page(self) -> DuplicatesPage:
        window = self._window
        self.page = page = DuplicatesPage(window.theme, window.thumbnails, window)
        window.pages.addWidget(page)
        page.closed.connect(self.leave)
        page.search_asked.connect(self.search)
        page.stop_asked.connect(self.stop)
        page.add_asked.connect(window.intake.choose_folder)
        page.trash_asked.connect(self._trash_marked)
        page.filters.changed.connect(self.regroup)
        page.view.asked.connect(self._on_asked)
        page.view.undo_asked.connect(self.undo)
        self._actions.vanished.connect(page.model.set_gone)
        if window.summary is not None:
            page.show_summary(window.summary)
        return page

    @Slot()
    def leave(self) -> None:
        """Back to what was there before: a search that is under way goes on."""
        window = self._window
        fresh = window.summary is not None and not window.summary.roots and window.searches.query is None
        window.show_page(window.start if fresh else window.work)

    def show_summary(self, summary: LibrarySummary) -> None:
        """What the library holds now."""
        if self.page is not None:
            self.page.show_summary(summary)

    @Slot()
    def _on_opened(self) -> None:
        if self.page is not None and self._window.pages.currentWidget() is self.page:
            self.search()

    @Slot(object)
    def _on_indexed(self, report: IndexReport | None) -> None:
        if self.page is not None and report is not None and report.videos.indexed:
            self.page.show_stale()

    # Finding and grouping

    @Slot()
    def search(self) -> None:
        """Look for copies in the whole library."""
        if self.page is None or self.request is not None:
            return
        self._undo.clear()
        self.found = None
        self.page.filters.regroup(without=frozenset())
        self.page.show_searching()
        self.request = FindRequest(self.page.filters.wish, CancelToken())
        self._jobs().find_asked.emit(self.request)

    @Slot()
    def stop(self) -> None:
        """Stop looking; the end is told."""
        if self.request is not None and self.page is not None:
            self.request.cancel.cancel()
            self.page.searching.show_stopping()

    @Slot()
    def regroup(self) -> None:
        """Show what is wished for now."""
        if self.page is not None and self.found is not None:
            jobs = self._jobs()
            jobs.copies.newest += 1
            self.pending = True
            jobs.group_asked.emit(GroupRequest(jobs.copies.newest, self.page.filters.wish))

    @Slot(object)
    def _on_progress(self, progress: DuplicatesProgress) -> None:
        if self.page is not None and self.request is not None and not self.request.cancel.cancelled:
            self.page.searching.show_progress(progress)

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        if self.page is not None and self.request is not None:
            self.request, self.found = None, found
            self._said = dict(found.near.said)
            self.page.show_found(found)

    @Slot(object)
    def _on_grouped(self, grouped: Grouped) -> None:
        if self.page is not None and self.found is not None and grouped.number == self._jobs().copies.newest:
            self.pending = False
            self.page.show_grouped(grouped)

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        if self.page is None or self.request is None:
            return
        self.request = None
        if problem.stopped:
            self.page.show_stopped()
        else:
            self.page.show_problem(problem.sentence)

    # What is done with copies

    @Slot(str, object)
    def _on_asked(self, what: str, tiles: tuple[CopyTile, ...]) -> None:
        jobs: dict[str, Callable[[tuple[CopyTile, ...]], None]] = {
            "open": self._actions.open,
            "folder": self._actions.show_in_folder,
            "path": self._actions.copy_paths,
            "search": self._search_by,
            "compare": self._compare,
            "mark": self._mark,
            "others": self._mark_others,
            "keep": self._keep,
            "no": self._not_copies,
            "again": self._list_again,
            "trash": self._ask_trash,
        }
        jobs[what](tiles)

    def _search_by(self, tiles: tuple[CopyTile, ...]) -> None:
        self._window.search(Path(tiles[0].path))

    def _mark(self, tiles: tuple[CopyTile, ...]) -> None:
        if self.page is not None:
            model = self.page.model
            model.mark(tiles, not all(model.is_marked(tile) for tile in tiles))

    def _mark_others(self, tiles: tuple[CopyTile, ...]) -> None:
        if self.page is not None:
            model = self.page.model
            group = model.tiles_of(model.listing.shelves[tiles[0].group])
            model.mark(group[1:], True)

    def _compare(self, tiles: tuple[CopyTile, ...]) -> None:
        """Two selected ones of a group, or one with the best; the better one is at the left."""
        if self.page is None or self.found is None:
            return
        model = self.page.model
        group = model.tiles_of(model.listing.shelves[tiles[0].group])
        pair = [tile for tile in tiles if tile.group == tiles[0].group][:2]
        if len(pair) < 2:
            pair = [group[0], tiles[0] if tiles[0].copy is not None else group[1]]
        left, right = sorted(pair, key=group.index)
        options = SearchOptions.of(self._window.desk.settings.search, mask_ratio=1.0, bits=self.found.bits)
        self._window.results.compare(Path(left.path), left.video.duration_ms, self._as_result(left, right), options)

    def _as_result(self, left: CopyTile, right: CopyTile) -> SearchResult:
        """The right one as if it had been found by the left one."""
        assert self.found is not None
        ids = (left.video_id, right.video_id)
        pairs = (pair for pair in self.found.near.pairs if (pair.first, pair.second) in (ids, ids[::-1]))
        pair = next(pairs, None)
        start, end, query_start, query_end = right.start_ms, right.end_ms, left.start_ms, left.end_ms
        hamming, cosine = 0.0, 0.0
        if pair is not None:
            pair = pair if pair.first == left.video_id else pair.turned()
            match = max(pair.matches, key=lambda match: match.end_ms - match.start_ms)
            start, end, query_start, query_end = match.start_ms, match.end_ms, match.best_start_ms, match.best_end_ms
            hamming, cosine = pair.hamming, pair.cosine
        return SearchResult(
            rank=1,
            video_id=right.video_id,
            segment_id=right.segment_id or 0,
            path=right.path,
            label=None,
            start_ms=start,
            end_ms=end,
            query_start_ms=query_start,
            query_end_ms=query_end,
            hamming=round(hamming),
            distance=math.sqrt(max(0.0, 2 - 2 * cosine)),
            cosine=cosine,
            duration_ms=right.video.duration_ms,
            width=right.video.width,
            height=right.video.height,
        )

    # What the user says of groups

    def _keep(self, tiles: tuple[CopyTile, ...]) -> None:
        groups = self._groups_of(tiles)
        self._say_of([pair for group in groups for pair in combinations([tile.video for tile in group], 2)], "yes")
        text = self.tr("%Ln group(s) kept; they are not listed again. Ctrl+Z takes it back.", "", len(groups))
        self._window.say(text)

    def _not_copies(self, tiles: tuple[CopyTile, ...]) -> None:
        """Of the selected ones with all others of their groups; the best selected alone means all of its group."""
        pairs: list[Pair] = []
        for group in self._groups_of(tiles):
            chosen = [tile for tile in group if tile in tiles]
            if chosen == [group[0]]:
                chosen = list(group)
            pairs += [(a.video, b.video) for a, b in combinations(group, 2) if a in chosen or b in chosen]
        told = [pair for pair in pairs if pair[0].content_hash != pair[1].content_hash]
        if told:
            self._say_of(told, "no")
            text = self.tr("{name} is not a copy; that is remembered. Ctrl+Z takes it back.")
            self._window.say(text.replace("{name}", file_name(tiles[0].path)))
        else:
            self._window.say(self.tr("These files are equal to the last byte: keep all of them (K), or mark some (X)."))

    def _list_again(self, tiles: tuple[CopyTile, ...]) -> None:
        groups = self._groups_of(tiles)
        self._say_of([pair for group in groups for pair in combinations([tile.video for tile in group], 2)], None)
        self._window.say(self.tr("Listed again."))

    def _groups_of(self, tiles: Sequence[CopyTile]) -> list[tuple[CopyTile, ...]]:
        if self.page is None:
            return []
        model = self.page.model
        return [model.tiles_of(model.listing.shelves[number]) for number in dict.fromkeys(t.group for t in tiles)]

    def _say_of(self, pairs: Sequence[Pair], word: str | None) -> None:
        if pairs:
            back = MarkRequest(tuple(pairs), tuple(self._said.get(contents(pair)) for pair in pairs))
            self._undo = [*self._undo[-MOST_UNDO + 1 :], back]
            self._send(MarkRequest(tuple(pairs), (word,) * len(pairs)))

    @Slot()
    def undo(self) -> None:
        """Take the last word on a group back."""
        if self._undo:
            self._send(self._undo.pop())
            self._window.say(self.tr("The last word on a group was taken back."))

    def _send(self, request: MarkRequest) -> None:
        self._said |= {contents(pair): word for pair, word in zip(request.pairs, request.said, strict=True)}
        self._jobs().mark_asked.emit(request)
        self.regroup()

    @Slot(object)
    def _on_unmarked(self, problem: Problem) -> None:
        self._undo.clear()
        self._window.say(problem.sentence)

    # Trash

    @Slot()
    def _trash_marked(self) -> None:
        if self.page is not None:
            self._ask_trash(self.page.model.marked)

    def _ask_trash(self, tiles: Sequence[CopyTile]) -> None:
        """What is marked goes before what is selected."""
        if self.page is None:
            return
        model = self.page.model
        chosen = model.marked or tuple(tile for tile in tiles if model.state_of(tile) is State.THERE)
        if not chosen:
            self._window.say(self.tr("The file is not there now, so it cannot be moved."))
            return
        lost = model.groups_without_rest(chosen)
        warning = self.tr("Of %Ln group(s) no copy would be left.", "", lost) if lost else ""
        size = sum(tile.video.size_bytes for tile in chosen)
        self._window.results.ask_trash(chosen, size_bytes=size, warning=warning)

    @Slot(object)
    def _on_trashed(self, trashed: Trashed) -> None:
        if self.page is None or self.found is None:
            return
        moved = set(trashed.moved)
        gone = {id_ for id_, member in self.found.near.members.items() if member.video.path in moved}
        self.page.filters.regroup(without=self.page.filters.wish.grouping.without | gone)
