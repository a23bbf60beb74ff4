"""Workers beside the main ones: frames for filmstrips, previews and the player; errands such as export and trash."""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QImage

from vhdesk.desk import Desk
from vhdesk.desk.frames import FrameReader
from vhdesk.errors import Interrupted, VhdeskError
from vhdesk.ui.core_texts import told

if TYPE_CHECKING:
    from vhdesk.desk.frames import Stills

log = logging.getLogger(__name__)

# What somebody waits for comes first.
CHANNELS = ("left", "right", "hover", "strip")
# Pictures of a strip that are read at once; between two such batches others have their turn.
BATCH = 3


@dataclass(frozen=True)
class StripRequest:
    """Pictures at even distances over a file, or over a part of it.

    Attributes:
        channel: one of :data:`CHANNELS`; a newer request of it takes the place of an older one.
        key: comes back with the answers.
        count: of pictures.
        side: longest side, pixels.
        to_ms: end of the part; ``None`` for the end of the file.
    """

    channel: str
    key: Any
    path: str
    count: int
    side: int
    from_ms: int = 0
    to_ms: int | None = None


@dataclass(frozen=True)
class StretchRequest:
    """Every picture of a stretch, up to as many as one answer holds."""

    channel: str
    key: Any
    path: str
    from_ms: int
    until_ms: int
    side: int


@dataclass(frozen=True)
class Frame:
    """A decoded picture: from when it is shown, and for a strip its place in it."""

    time_ms: int
    place: int
    image: QImage


@dataclass(frozen=True)
class Frames:
    """Some frames of a request.

    Attributes:
        duration_ms: of the whole file; 0 for a picture.
        until_ms: up to where the frames of a stretch reach.
        done: whether these are the last ones.
    """

    request: StripRequest | StretchRequest
    frames: tuple[Frame, ...]
    duration_ms: int
    until_ms: int
    done: bool


@dataclass(frozen=True)
class FramesFailed:
    """No frames come: why, and whether the file is not there."""

    request: StripRequest | StretchRequest
    sentence: str
    gone: bool


@dataclass
class _Task:
    request: StripRequest | StretchRequest
    moments: list[int] | None = None
    place: int = 0
    length_ms: int | None = None


class FrameWorker(QObject):
    """Reads frames, the newest request of each channel, in the order of the channels.

    Signals:
        come: some ``Frames``.
        failed: ``FramesFailed``.
    """

    come = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._reader = FrameReader(desk.settings.indexing)
        self._lock = threading.Lock()
        self._waiting: dict[str, _Task] = {}
        self._stopped = False

    def push(self, request: StripRequest | StretchRequest) -> None:
        """Ask, from any thread."""
        with self._lock:
            self._waiting[request.channel] = _Task(request)

    def drop(self, channel: str) -> None:
        """Forget what a channel waits for, from any thread; what is being read still comes."""
        with self._lock:
            self._waiting.pop(channel, None)

    def stop(self) -> None:
        """Give up, from any thread."""
        with self._lock:
            self._stopped = True
            self._waiting.clear()
        self._reader.close()

    def _pop(self) -> _Task | None:
        with self._lock:
            channel = next((name for name in CHANNELS if name in self._waiting), None)
            return self._waiting.pop(channel) if channel and not self._stopped else None

    def _put_back(self, task: _Task) -> None:
        with self._lock:
            self._waiting.setdefault(task.request.channel, task)

    @Slot()
    def work(self) -> None:
        """Read until nothing is asked for."""
        while (task := self._pop()) is not None:
            try:
                answer = self._step(task)
            except Interrupted:
                return
            except Exception as fault:  # noqa: BLE001 - the border of a thread
                log.info("No frames of %r: %s", task.request.path, fault)
                gone = not os.path.exists(task.request.path)
                self.failed.emit(FramesFailed(task.request, sentence_of(fault), gone))
            else:
                if not answer.done:
                    self._put_back(task)
                self.come.emit(answer)

    def _step(self, task: _Task) -> Frames:
        request = task.request
        if isinstance(request, StretchRequest):
            found = self._reader.stretch(request.path, request.from_ms, request.until_ms, side=request.side)
            frames = tuple(Frame(s.time_ms, i, QImage.fromData(s.jpeg)) for i, s in enumerate(found.pictures))
            return Frames(request, frames, found.info.duration_ms, found.until_ms, done=True)
        planned = self._plan(task, request) if task.moments is None else task.moments
        moments, task.moments = planned[:BATCH], planned[BATCH:]
        spacing = moments[1] - moments[0] if len(moments) > 1 else 0
        found = self._reader.pictures(
            request.path, moments, side=request.side, tolerance_ms=spacing // 2, length_ms=task.length_ms
        )
        task.length_ms = found.length_ms
        first, task.place = task.place, task.place + len(moments)
        return self._some(request, found, first, done=not task.moments)

    def _plan(self, task: _Task, request: StripRequest) -> list[int]:
        length = request.to_ms
        if length is None:
            known = self._reader.pictures(request.path, (0,), side=request.side)
            task.length_ms, length = known.length_ms, known.info.duration_ms
        if length <= request.from_ms:  # a picture
            return [request.from_ms]
        share = (length - request.from_ms) / request.count
        return [request.from_ms + round(share * (place + 0.5)) for place in range(request.count)]

    @staticmethod
    def _some(request: StripRequest, found: Stills, first: int, *, done: bool) -> Frames:
        frames = tuple(Frame(s.time_ms, first + i, QImage.fromData(s.jpeg)) for i, s in enumerate(found.pictures))
        return Frames(request, frames, found.info.duration_ms, found.until_ms, done)


def sentence_of(fault: Exception) -> str:
    """The sentence for a fault in the window's language; faults of ours go to the log with their traceback."""
    if isinstance(fault, VhdeskError):
        return told(fault)
    log.error("A job of the window failed.", exc_info=fault)
    text = QCoreApplication.translate("faults", "Something went wrong inside vhdesk ({fault}).")
    return text.replace("{fault}", f"{type(fault).__name__}: {fault}")


class Errand(Protocol):
    """Something short to do off the UI thread: a frozen value that knows how."""

    def do(self, desk: Desk) -> Any:
        """Do it; the outcome goes to whoever asked."""


@dataclass(frozen=True)
class ErrandDone:
    """An errand with its outcome, or with the sentence that says why there is none."""

    errand: Errand
    outcome: Any = None
    problem: str = ""


class ErrandWorker(QObject):
    """Runs errands one after another.

    Signals:
        done: an ``ErrandDone``.
    """

    done = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    @Slot(object)
    def run(self, errand: Errand) -> None:
        """Do one."""
        try:
            outcome = errand.do(self._desk)
        except Exception as fault:  # noqa: BLE001 - the border of a thread
            self.done.emit(ErrandDone(errand, problem=sentence_of(fault)))
        else:
            self.done.emit(ErrandDone(errand, outcome))
