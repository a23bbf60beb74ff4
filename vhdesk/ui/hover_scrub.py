"""The tile under the mouse plays its matching segment; moving the mouse goes through it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QMouseEvent

from vhdesk.desk import SearchResult
from vhdesk.ui.frame_loader import FrameLoader, Strip, StripCache
from vhdesk.ui.results_model import Role, State
from vhdesk.ui.results_view import ResultsView
from vhdesk.ui.side_jobs import Frames, FramesFailed, StripRequest

FRAMES = 12
SIDE = 288
# A mouse that only passes over a tile decodes nothing.
DWELL_MS = 160
PLAY_MS = 160
# After this without a move it plays by itself.
REST_MS = 700


class HoverScrub(QObject):
    """Watches the mouse over the grid.

    Attributes:
        result: what is under the mouse, once it plays.

    Signals:
        vanished: the file of a result is not there any more: its path.
    """

    vanished = Signal(str)

    def __init__(self, view: ResultsView, loader: FrameLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._loader = loader
        self._cache = StripCache()
        self._strip = Strip()
        self._place = 0
        self._rested_ms = 0
        self._under: SearchResult | None = None
        self.result: SearchResult | None = None
        self._dwell = QTimer(self, singleShot=True, interval=DWELL_MS)
        self._dwell.timeout.connect(self._begin)
        self._play = QTimer(self, interval=PLAY_MS)
        self._play.timeout.connect(self._on_play)
        view.tiles.preview = self.frame_of
        view.viewport().installEventFilter(self)
        loader.come.connect(self._on_frames)
        loader.failed.connect(self._on_failed)

    @property
    def size_bytes(self) -> int:
        """Memory of the frames that are kept."""
        return self._cache.size_bytes

    def frame_of(self, result: SearchResult) -> tuple[QImage, float] | None:
        """The frame to show on a tile, and how far in its segment it is, 0..1."""
        if self.result is None or result.segment_id != self.result.segment_id:
            return None
        here = [place for place in self._strip.images if place <= self._place]
        if not here:
            return None
        return self._strip.images[max(here)], (self._place + 1) / FRAMES

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the mouse."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove and not event.buttons():
            self._over(event.position().toPoint())
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.Hide, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self.stop()
        return False

    def _over(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        result = index.data(Role.RESULT)
        if result is None or index.data(Role.STATE) is not State.THERE or result.end_ms <= result.start_ms:
            self.stop()
        elif self.result is not None and result.segment_id == self.result.segment_id:
            area = self._view.visualRect(index)
            share = (at.x() - area.left()) / max(1, self._view.tiles.cell.width())
            self._rested_ms = 0
            self._show(min(FRAMES - 1, max(0, int(share * FRAMES))))
        elif self._under is None or result.segment_id != self._under.segment_id:
            self.stop()
            self._under = result
            self._dwell.start()

    @Slot()
    def stop(self) -> None:
        """Show the thumbnail again."""
        self._dwell.stop()
        self._play.stop()
        self._under = None
        if self.result is not None:
            before, self.result = self.result, None
            self._loader.drop("hover")
            self._repaint(before)

    @Slot()
    def _begin(self) -> None:
        result = self._under
        if result is None:
            return
        self.result, self._place, self._rested_ms = result, 0, REST_MS
        key = (result.path, result.start_ms, result.end_ms)
        known = self._cache.get(key)
        self._strip = known or Strip()
        if known is None:
            self._loader.ask(StripRequest("hover", key, result.path, FRAMES, SIDE, result.start_ms, result.end_ms))
        self._play.start()

    @Slot()
    def _on_play(self) -> None:
        self._rested_ms += PLAY_MS
        if self._rested_ms >= REST_MS and self._strip.images:
            following = self._place + 1
            self._show(following if following in self._strip.images else 0)

    def _show(self, place: int) -> None:
        if place != self._place:
            self._place = place
            if self.result is not None:
                self._repaint(self.result)

    def _repaint(self, result: SearchResult) -> None:
        row = self._view.results.row_of(result.segment_id)
        if row is not None:
            self._view.update(self._view.model().index(row, 0))

    @Slot(object)
    def _on_frames(self, frames: Frames) -> None:
        result = self.result
        if result is None or frames.request.key != (result.path, result.start_ms, result.end_ms):
            return
        self._strip.add(frames)
        if frames.done:
            self._cache.keep(frames.request.key, self._strip)
        self._repaint(result)

    @Slot(object)
    def _on_failed(self, failed: FramesFailed) -> None:
        if failed.request.channel == "hover" and failed.gone:
            self.vanished.emit(failed.request.path)
