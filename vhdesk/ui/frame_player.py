"""Two files in step, frame by frame, without sound: what each shows at one common moment."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from vhdesk.ui.frame_loader import FrameLoader
from vhdesk.ui.side_jobs import Frame, Frames, FramesFailed, StretchRequest

SIDE = 640
CHUNK_MS = 1000
# With less than this ahead the next chunk is asked for.
AHEAD_MS = 600
LIMIT_BYTES = 96 * 1024 * 1024
TICK_MS = 33
# A step where no neighbouring frame is here yet.
STEP_MS = 40


@dataclass(frozen=True)
class Side:
    """One of the two files.

    Attributes:
        start_ms: the moment in it that is the common moment 0.
        duration_ms: 0 for a picture.
    """

    path: str
    start_ms: int
    duration_ms: int


@dataclass(frozen=True)
class _Chunk:
    from_ms: int
    until_ms: int
    times: tuple[int, ...]
    frames: tuple[Frame, ...]

    @property
    def size_bytes(self) -> int:
        return sum(frame.image.sizeInBytes() for frame in self.frames)


class FrameBuffer(QObject):
    """Frames of one file around the moment that is shown, within a limit of memory.

    Attributes:
        problem: why no frames come; empty while they do.

    Signals:
        changed: frames came, or none will.
    """

    changed = Signal()

    def __init__(self, channel: str, loader: FrameLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._channel = channel
        self._loader = loader
        self._path = ""
        self._picture = False
        self._chunks: list[_Chunk] = []
        self._asked: StretchRequest | None = None
        self.problem = ""
        loader.come.connect(self._on_come)
        loader.failed.connect(self._on_failed)

    @property
    def size_bytes(self) -> int:
        """Memory of the frames that are here."""
        return sum(chunk.size_bytes for chunk in self._chunks)

    def open(self, path: str, *, picture: bool) -> None:
        """Show another file; a ``picture`` is the same at all times."""
        self.close()
        self._path, self._picture = path, picture

    def close(self) -> None:
        """Forget everything."""
        self._loader.drop(self._channel)
        self._chunks.clear()
        self._asked = None
        self._path = self.problem = ""

    def frame_at(self, time_ms: int) -> Frame | None:
        """What is shown at a moment, where it is here."""
        chunk = self._chunk_at(time_ms)
        if chunk is None:
            return None
        return chunk.frames[max(0, bisect.bisect_right(chunk.times, time_ms) - 1)]

    def want(self, time_ms: int) -> None:
        """Have the frames of a moment, and those after it, come."""
        if not self._path or self.problem:
            return
        chunk = self._chunk_at(time_ms)
        if chunk is None:
            self._ask(max(0, time_ms))
        elif not self._picture and chunk.until_ms - time_ms < AHEAD_MS and self._chunk_at(chunk.until_ms) is None:
            self._ask(chunk.until_ms)

    def neighbour(self, time_ms: int, step: int) -> int | None:
        """The time of the next (1) or previous (-1) frame, where it is here."""
        chunk = self._chunk_at(time_ms)
        if chunk is None:
            return None
        place = max(0, bisect.bisect_right(chunk.times, time_ms) - 1) + step
        if place >= len(chunk.times):
            return chunk.until_ms
        return chunk.times[place] if place >= 0 else None

    def _chunk_at(self, time_ms: int) -> _Chunk | None:
        if self._picture:
            return self._chunks[0] if self._chunks else None
        found = [chunk for chunk in self._chunks if chunk.from_ms <= max(0, time_ms) < chunk.until_ms]
        return found[-1] if found else None

    def _ask(self, from_ms: int) -> None:
        asked = self._asked
        if asked is not None and asked.from_ms <= from_ms < asked.until_ms:
            return
        self._asked = StretchRequest(self._channel, from_ms, self._path, from_ms, from_ms + CHUNK_MS, SIDE)
        self._loader.ask(self._asked)

    @Slot(object)
    def _on_come(self, frames: Frames) -> None:
        if frames.request is not self._asked or self._asked is None:
            return
        request, self._asked = self._asked, None
        until = max(frames.until_ms, request.from_ms + 1)
        times = tuple(frame.time_ms for frame in frames.frames)
        self._chunks.append(_Chunk(request.from_ms, until, times, frames.frames))
        while self.size_bytes > LIMIT_BYTES and len(self._chunks) > 1:
            del self._chunks[0]
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, failed: FramesFailed) -> None:
        if failed.request is self._asked:
            self._asked = None
            self.problem = failed.sentence
            self.changed.emit()


class FramePlayer(QObject):
    """The common clock: it goes on only when both files have their frame, so that they stay in step.

    Attributes:
        position_ms: the common moment; 0 is where the match begins.
        offset_ms: how much later the right file is shown.
        playing: whether the clock runs.

    Signals:
        shown: other frames are to be shown.
        state_changed: the clock was started or stopped.
    """

    shown = Signal()
    state_changed = Signal()

    def __init__(self, loader: FrameLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.left = FrameBuffer("left", loader, self)
        self.right = FrameBuffer("right", loader, self)
        self._sides = (Side("", 0, 0), Side("", 0, 0))
        self.position_ms = 0
        self.offset_ms = 0
        self.low_ms, self.high_ms = 0, 0
        self.playing = False
        self._clock = QElapsedTimer()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        for buffer in (self.left, self.right):
            buffer.changed.connect(self._on_come)

    def open(self, left: Side, right: Side, low_ms: int, high_ms: int) -> None:
        """Show two files from their moments on; the common moment goes from ``low_ms`` to ``high_ms``."""
        self.pause()
        self._sides = (left, right)
        self.low_ms, self.high_ms = low_ms, max(low_ms, high_ms)
        self.position_ms = self.offset_ms = 0
        for buffer, side in ((self.left, left), (self.right, right)):
            buffer.open(side.path, picture=side.duration_ms == 0)
        self._want()
        self.shown.emit()

    def close(self) -> None:
        """Stop, and forget all frames."""
        self.pause()
        self.left.close()
        self.right.close()

    @property
    def paths(self) -> tuple[str, str]:
        """The two files."""
        return self._sides[0].path, self._sides[1].path

    @property
    def left_is_video(self) -> bool:
        """Whether the left file has moments."""
        return self._sides[0].duration_ms > 0

    @property
    def times(self) -> tuple[int, int]:
        """The moment in each file, within its length."""
        left, right = self._sides
        wanted = (left.start_ms + self.position_ms, right.start_ms + self.position_ms + self.offset_ms)
        pairs = zip(wanted, self._sides, strict=True)
        first, second = (min(max(0, time), max(0, side.duration_ms - 1)) for time, side in pairs)
        return first, second

    @property
    def frames(self) -> tuple[Frame | None, Frame | None]:
        """What each file shows now, where it is here."""
        left, right = self.times
        return self.left.frame_at(left), self.right.frame_at(right)

    @property
    def ready(self) -> bool:
        """Whether both frames are here, or will never be."""
        buffers = zip(self.frames, (self.left, self.right), strict=True)
        return all(frame is not None or buffer.problem for frame, buffer in buffers)

    def seek(self, position_ms: int) -> None:
        """Go to a common moment."""
        self.position_ms = min(self.high_ms, max(self.low_ms, position_ms))
        self._want()
        self.shown.emit()

    def shift(self, offset_ms: int) -> None:
        """Show the right file so much later."""
        self.offset_ms = offset_ms
        self._want()
        self.shown.emit()

    def step(self, step: int) -> None:
        """One frame on (1) or back (-1): of the left file, or of the right where the left is a picture."""
        self.pause()
        buffer, now = (self.left, self.times[0]) if self.left_is_video else (self.right, self.times[1])
        following = buffer.neighbour(now, step)
        by = following - now if following is not None else step * STEP_MS
        self.seek(self.position_ms + by)

    def play(self) -> None:
        """Let the clock run; from the beginning where it had come to the end."""
        if self.position_ms >= self.high_ms:
            self.seek(self.low_ms if self.low_ms > -CHUNK_MS else 0)
        self.playing = True
        self._clock.start()
        self._tick.start()
        self.state_changed.emit()

    def pause(self) -> None:
        """Stop the clock."""
        self._tick.stop()
        if self.playing:
            self.playing = False
            self.state_changed.emit()

    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def _want(self) -> None:
        left, right = self.times
        self.left.want(left)
        self.right.want(right)

    @Slot()
    def _on_tick(self) -> None:
        passed = self._clock.restart()
        if not self.ready:
            return
        # A long pause of the machine is no reason to leap.
        self.seek(self.position_ms + min(passed, 3 * TICK_MS))
        if self.position_ms >= self.high_ms:
            self.pause()

    @Slot()
    def _on_come(self) -> None:
        self._want()
        self.shown.emit()
