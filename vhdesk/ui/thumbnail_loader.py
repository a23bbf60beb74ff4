"""Pictures for the tiles that are on the screen: asked for while painting, delivered later, kept within a limit."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from vhdesk.ui.workers import Jobs, Thumbnail

LIMIT_BYTES = 96 * 1024 * 1024


class ThumbnailLoader(QObject):
    """A bounded cache in front of the thumbnail thread.

    Attributes:
        limit_bytes: how much decoded pixels may take together.

    Signals:
        ready: the picture of a segment has come (its id).
    """

    ready = Signal(int)

    def __init__(self, limit_bytes: int = LIMIT_BYTES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.limit_bytes = limit_bytes
        self._jobs: Jobs | None = None
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._bytes = 0
        self._asked: set[int] = set()

    @property
    def pending(self) -> int:
        """How many pictures are still to come."""
        return len(self._asked)

    def attach(self, jobs: Jobs) -> None:
        """Take pictures from these jobs from now on."""
        self.clear()
        self._jobs = jobs
        jobs.painter.made.connect(self._on_made)

    def detach(self) -> None:
        """The thread is about to end: nothing more is asked for."""
        self._jobs = None
        self._asked.clear()

    def clear(self) -> None:
        """Forget every picture: segment numbers may mean something else now."""
        self._images.clear()
        self._asked.clear()
        self._bytes = 0

    def image(self, segment_id: int) -> QImage | None:
        """The picture if it is here (null where the library has none); otherwise it is asked for."""
        found = self._images.get(segment_id)
        if found is not None:
            self._images.move_to_end(segment_id)
            return found
        if self._jobs is not None and segment_id not in self._asked:
            self._asked.add(segment_id)
            dropped = self._jobs.painter.push(segment_id)
            if dropped is not None:
                self._asked.discard(dropped)
            self._jobs.thumbnails_asked.emit()
        return None

    @Slot(object)
    def _on_made(self, made: Thumbnail) -> None:
        if made.segment_id not in self._asked:
            return
        self._asked.discard(made.segment_id)
        self._images[made.segment_id] = made.image
        self._bytes += made.image.sizeInBytes()
        while self._bytes > self.limit_bytes and len(self._images) > 1:
            _, old = self._images.popitem(last=False)
            self._bytes -= old.sizeInBytes()
        self.ready.emit(made.segment_id)
