"""Frames for filmstrips and previews: asked for here, read by the frame worker, kept within a limit."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from vhdesk.ui.side_jobs import Frames, FramesFailed, StretchRequest, StripRequest
from vhdesk.ui.workers import Jobs

LIMIT_BYTES = 48 * 1024 * 1024


class FrameLoader(QObject):
    """The window's door to the frame worker.

    Attributes:
        pending: how many requests are still to be answered.

    Signals:
        come: some ``Frames``.
        failed: ``FramesFailed``.
    """

    come = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: Jobs | None = None
        self._asked: dict[str, StripRequest | StretchRequest] = {}

    @property
    def pending(self) -> int:
        """How many requests are still to be answered."""
        return len(self._asked)

    def attach(self, jobs: Jobs) -> None:
        """Ask these jobs from now on; what was asked before is asked again."""
        self._jobs = jobs
        jobs.framer.come.connect(self._on_come)
        jobs.framer.failed.connect(self._on_failed)
        for request in self._asked.values():
            jobs.framer.push(request)
        jobs.frames_asked.emit()

    def detach(self) -> None:
        """The thread is about to end: nothing more is asked for."""
        self._jobs = None
        self._asked.clear()

    def ask(self, request: StripRequest | StretchRequest) -> None:
        """Ask for frames; they take the place of what the channel waited for."""
        self._asked[request.channel] = request
        if self._jobs is not None:
            self._jobs.framer.push(request)
            self._jobs.frames_asked.emit()

    def drop(self, channel: str) -> None:
        """Nothing is wanted on a channel any more."""
        self._asked.pop(channel, None)
        if self._jobs is not None:
            self._jobs.framer.drop(channel)

    @Slot(object)
    def _on_come(self, frames: Frames) -> None:
        if self._asked.get(frames.request.channel) != frames.request:
            return
        if frames.done:
            del self._asked[frames.request.channel]
        self.come.emit(frames)

    @Slot(object)
    def _on_failed(self, failed: FramesFailed) -> None:
        if self._asked.get(failed.request.channel) == failed.request:
            del self._asked[failed.request.channel]
            self.failed.emit(failed)


class Strip:
    """Pictures at even distances, as far as they are here.

    Attributes:
        images: by place.
        duration_ms: of the file; ``None`` while it is not known.
    """

    def __init__(self) -> None:
        self.images: dict[int, QImage] = {}
        self.duration_ms: int | None = None

    def add(self, frames: Frames) -> None:
        """Take what came."""
        self.duration_ms = frames.duration_ms
        self.images.update({frame.place: frame.image for frame in frames.frames})

    @property
    def size_bytes(self) -> int:
        """Memory of its pixels."""
        return sum(image.sizeInBytes() for image in self.images.values())


class StripCache:
    """The newest complete strips, within a limit of memory."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        self._limit_bytes = limit_bytes
        self._strips: OrderedDict[object, Strip] = OrderedDict()
        self._bytes = 0

    @property
    def size_bytes(self) -> int:
        """Memory of all pixels."""
        return self._bytes

    def get(self, key: object) -> Strip | None:
        """A strip that is here."""
        strip = self._strips.get(key)
        if strip is not None:
            self._strips.move_to_end(key)
        return strip

    def keep(self, key: object, strip: Strip) -> None:
        """Keep a strip; the oldest ones go where the room ends."""
        old = self._strips.pop(key, None)
        self._bytes += strip.size_bytes - (old.size_bytes if old is not None else 0)
        self._strips[key] = strip
        while self._bytes > self._limit_bytes and len(self._strips) > 1:
            _, gone = self._strips.popitem(last=False)
            self._bytes -= gone.size_bytes
