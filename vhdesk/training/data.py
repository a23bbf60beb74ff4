"""Pictures and videos as rows of frames: crops of pictures, frames of videos, clips of segments."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from vhdesk.errors import Interrupted, UnreadableFile
from vhdesk.media.clips import clips_of
from vhdesk.media.crops import Crop, read_crops
from vhdesk.media.decode import DecodeReply, DecodeRequest
from vhdesk.media.pool import DecodePool
from vhdesk.training.events import Preparing, TrainEvent
from vhdesk.training.sources import Source
from vhdesk.training.stored import Found, StoredFrames, stored

if TYPE_CHECKING:
    from numpy.typing import NDArray

SMALLEST_CROP = 0.5
# Version of how rows are drawn; part of the cache's key.
DRAWING = 1
# A training on a large collection takes fewer segments of each video instead of filling the disk.
MOST_BYTES = 8 << 30


@dataclass(frozen=True)
class Reading:
    """How files become rows.

    Attributes:
        side: of the square frames, pixels.
        crops: of every picture; the first is the centre square, the others are squares of 0.5 to 1 of its shorter side;
            fewer where all of them would take more than 8 GB.
        frames: of every segment, at even distances.
        segment_ms: length of a segment of a video.
        overlap_ms: what neighbouring segments share.
        most_segments: of one video, from its beginning; fewer where all of them would take more than 8 GB.
        seed: of the crops.
        remove_bars: take letterbox and pillarbox bars of videos off, as the system does that reads them.
        sampling: ``uniform``, or ``consecutive``: the frames around the middle of each segment.
        size: height and width of whole frames, instead of the square of each.
    """

    side: int = 144
    crops: int = 1
    frames: int = 8
    segment_ms: int = 8000
    overlap_ms: int = 0
    most_segments: int = 64
    seed: int = 0
    remove_bars: bool = False
    sampling: str = "uniform"
    size: tuple[int, int] | None = None

    @property
    def shape(self) -> tuple[int, int, int]:
        """Of a frame."""
        return (*(self.size or (self.side, self.side)), 3)

    def fitted(self, files: int) -> Reading:
        """The same with as few segments a video, or crops a picture, as the disk asks for."""
        frames = MOST_BYTES // (math.prod(self.shape) * max(1, files))
        return replace(
            self,
            crops=max(1, min(self.crops, frames)),
            most_segments=max(1, min(self.most_segments, frames // self.frames)),
        )


@dataclass(frozen=True)
class Listener:
    """Who is told of what comes before the first step, and who may stop it."""

    tell: Callable[[TrainEvent], None] = lambda _event: None
    cancelled: Callable[[], bool] = lambda: False

    def check(self) -> None:
        """Raise where the job was asked to stop.

        Raises:
            Interrupted: it was.
        """
        if self.cancelled():
            raise Interrupted("Stopped before the first step. Run the same command again; what was prepared is kept.")

    def counter(self, what: str, total: int) -> Callable[[int], None]:
        """Tells how far something is, and stops it where the job was asked to."""

        def count(done: int) -> None:
            self.check()
            self.tell(Preparing(what, done, total))

        return count


def picture_rows(sources: Sequence[Source], reading: Reading, listener: Listener) -> StoredFrames:
    """Crops of pictures, ``[N, side, side, 3]``.

    Raises:
        BadInput: none of the files is readable.
        DiskProblem: the cache folder cannot be written.
        Interrupted: stopped.
    """
    reading = reading.fitted(len(sources))

    def read(files: Sequence[Source]) -> Iterator[Found]:
        with DecodePool() as pool:

            def submit(index: int) -> Future[Any]:
                return pool.submit_work(read_crops, files[index].path, reading.side, crops_of(index, reading))

            for index, future in _in_order(range(len(files)), submit, 4 * pool.workers):
                try:
                    found = cast("NDArray[np.uint8]", pool.reply(future))
                    yield index, (found, [1] * len(found))
                except UnreadableFile as problem:
                    yield index, str(problem)

    recipe = {"kind": "crops", "drawing": DRAWING, "crops": reading.crops, "seed": reading.seed}
    shape = reading.side, reading.side, 3
    return stored(sources, recipe, shape, read, listener.counter("reading pictures", len(sources)))


def crops_of(index: int, reading: Reading) -> list[Crop]:
    """The crops of picture ``index``: the centre square, then squares drawn at random."""
    rng = np.random.default_rng([reading.seed, index])
    drawn = [
        Crop(float(rng.uniform(SMALLEST_CROP, 1)), float(rng.random()), float(rng.random()))
        for _ in range(reading.crops - 1)
    ]
    return [Crop(), *drawn]


def clip_rows(sources: Sequence[Source], reading: Reading, listener: Listener) -> StoredFrames:
    """Segments of videos, ``[N, T, H, W, 3]``; a short one is made longer as the encoder's input is.

    Raises:
        BadInput: none of the files is readable.
        DiskProblem: the cache folder cannot be written.
        Interrupted: stopped.
    """
    reading = reading.fitted(len(sources))

    def read(files: Sequence[Source]) -> Iterator[Found]:
        for index, found in read_segments(files, reading):
            if isinstance(found, str):
                yield index, found
            else:
                whole = (
                    padded(found, reading.frames)
                    if reading.sampling == "uniform"
                    else clips_of(found, reading.frames)[0]
                )
                yield index, (whole[None], [len(found)])

    shape = reading.frames, *reading.shape
    recipe = {
        "kind": "clips",
        "drawing": DRAWING,
        "segment_ms": reading.segment_ms,
        "overlap_ms": reading.overlap_ms,
        "most_segments": reading.most_segments,
        "remove_bars": reading.remove_bars,
    }
    if reading.sampling != "uniform":
        recipe["sampling"] = reading.sampling
    return stored(
        sources,
        recipe,
        shape,
        read,
        listener.counter("reading videos", len(sources)),
    )


def padded(frames: NDArray[Any], count: int) -> NDArray[Any]:
    """``[t, …]`` to ``[count, …]`` by repeating the last frame."""
    return np.concatenate([frames, np.repeat(frames[-1:], count - len(frames), axis=0)])


def as_frames(clips: StoredFrames) -> StoredFrames:
    """The frames of clips ``[N, T, side, side, 3]`` one by one, ``[N T, side, side, 3]``."""
    count = clips.rows.shape[1]
    rows = clips.rows.reshape(-1, *clips.rows.shape[2:])
    return replace(clips, rows=rows, source=np.repeat(clips.source, count), counts=np.ones(len(rows), np.int64))


def read_segments(sources: Sequence[Source], reading: Reading) -> Iterator[tuple[int, NDArray[np.uint8] | str]]:
    """The frames ``[t, H, W, 3]`` of each segment of each video, or why there are none; in the videos' order."""
    with DecodePool() as pool:

        def request(index: int) -> DecodeRequest:
            return DecodeRequest(
                sources[index].path,
                reading.frames,
                reading.side,
                reading.segment_ms,
                reading.overlap_ms,
                remove_bars=reading.remove_bars,
                sampling=reading.sampling,
                size=reading.size,
            )

        for index, future in _in_order(range(len(sources)), lambda i: pool.submit(request(i)), 2 * pool.workers):
            count = 0
            try:
                for segment in _segments(pool, request(index), pool.reply(future)):
                    if segment.aside is None and count < reading.most_segments:
                        count += 1
                        yield index, segment.frames
                    elif count >= reading.most_segments:
                        break
                if not count:
                    yield index, "It shows next to nothing: it is dark, of one colour or still throughout."
            except UnreadableFile as problem:
                if not count:
                    yield index, str(problem)


def _segments(pool: DecodePool, request: DecodeRequest, reply: DecodeReply) -> Iterator[Any]:
    while True:
        yield from reply.segments
        if reply.next_window is None:
            return
        following = replace(request, first_window=reply.next_window, key_times=reply.key_times)
        reply = pool.reply(pool.submit(following))


def _in_order(
    indices: Sequence[int], submit: Callable[[int], Future[Any]], ahead: int
) -> Iterator[tuple[int, Future[Any]]]:
    """Futures in order, a bounded number of them under way: replies hold pixels."""
    waiting: deque[tuple[int, Future[Any]]] = deque()
    for index in indices:
        waiting.append((index, submit(index)))
        if len(waiting) > ahead:
            yield waiting.popleft()
    yield from waiting
