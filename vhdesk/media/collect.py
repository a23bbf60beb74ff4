"""Gives every sampled moment of every window the frame that is shown then, and makes segments of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from vhdesk.media import informative
from vhdesk.media.bars import CLEAR, Bars, Look, common_bars, cut_anew, look
from vhdesk.media.pictures import FrameConverter, centre_square
from vhdesk.media.sampling import Window
from vhdesk.media.shots import MOST_SHOTS, Part, segment_parts

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A frame is taken to stand at least this long after the last one that decoded.
TAIL_MS = 500


@dataclass(frozen=True)
class SegmentFrames:
    """Sampled frames of one segment: a window, or the part of it that one shot fills.

    Attributes:
        ordinal: ascends within a video, with gaps.
        frames: ``[t, H, W, 3] uint8 RGB``, 1 <= t <= T: fewer where the file ends early or a cut trims it.
        thumbnail: JPEG of about the middle one of them, uncropped.
        aside: ``dark``, ``flat`` or ``frozen`` where it shows nothing to search for.
        different: how many frames of the video they come from.
    """

    ordinal: int
    start_ms: int
    end_ms: int
    frames: NDArray[np.uint8]
    thumbnail: bytes
    aside: str | None = None
    different: int = 1


class Collected(NamedTuple):
    """A segment and, where it stands still, the block means of its picture."""

    segment: SegmentFrames
    still: NDArray[np.float32] | None


class _Inner(NamedTuple):
    """What one picture shows inside of bars, should the others of its segment agree on them."""

    picture: NDArray[np.uint8]
    bars: Bars
    colour: NDArray[np.float64]


class _Sample(NamedTuple):
    picture: NDArray[np.uint8]
    blocks: NDArray[np.float32]
    number: int
    look: Look | None = CLEAR
    inner: _Inner | None = None


class SegmentCollector:
    """Takes frames in the order they are shown and keeps what the segments need, already scaled.

    Full-size frames are never kept beyond the next one: a minute of 4K would fill the memory.

    """

    def __init__(
        self,
        windows: Sequence[Window],
        moments: Sequence[Sequence[int]],
        side: int,
        converter: FrameConverter,
        *,
        video: Window,
        before: Window | None = None,
        remove_bars: bool = False,
        size: tuple[int, int] | None = None,
        consecutive: bool = False,
    ) -> None:
        """Collect for some windows.

        Args:
            windows: to fill, in order.
            moments: of each window, milliseconds, ascending.
            side: of the square pictures, pixels.
            converter: scales frames.
            video: the stretch that all windows of the file cover.
            before: the window before the first one.
            remove_bars: take bars that stand throughout a segment off its pictures.
            size: height and width of whole pictures, instead of the square of each.
            consecutive: frames come in runs, one for each window, which cuts do not divide.
        """
        self._windows = windows
        self._moments = moments
        self._side = side
        self._converter = converter
        self._video = video
        self._before = before
        self._remove_bars = remove_bars
        self._size = size
        self._consecutive = consecutive
        self._bars: Bars | None = None
        self._targets = sorted(
            (time_ms, index, slot) for index, times in enumerate(moments) for slot, time_ms in enumerate(times)
        )
        self._next = 0
        self._samples: list[list[_Sample]] = [[] for _ in windows]
        self._thumbnails: list[tuple[int, bytes]] = []
        self._shown: Any = None
        self._shown_ms = 0
        self._longest_gap_ms = 0
        self._offered = 0
        self._last_blocks: NDArray[np.float32] | None = None
        self._cut = False
        # whether the last picture was the first of its shot: that one may still hold something of the shot before
        self._after_cut = False
        self._clear = False

    @property
    def complete(self) -> bool:
        """Whether every moment has its frame."""
        return self._next == len(self._targets)

    @property
    def reached_all(self) -> bool:
        """Whether every window has at least one frame."""
        return all(self._samples)

    @property
    def offered(self) -> int:
        """How many frames came."""
        return self._offered

    @property
    def covered_ms(self) -> int:
        """Up to where the frames reach, milliseconds."""
        return self._shown_ms

    def offer(self, time_ms: int, frame: Any) -> None:
        """Take the next frame; the one before it was shown until ``time_ms``."""
        if self._shown is not None:
            self._assign_until(time_ms)
            if not self._consecutive:  # what lies between two runs is no gap
                self._longest_gap_ms = max(self._longest_gap_ms, time_ms - self._shown_ms)
        self._shown, self._shown_ms = frame, time_ms
        self._offered += 1

    def finish(self, *, still: bool = False) -> list[Collected]:
        """Let the last frame stand for its tail and hand out every segment that has a frame.

        Args:
            still: the last frame stands to the end: a picture, the only frame of a video, the last key frame.
        """
        if self._shown is not None:
            tail = max(TAIL_MS, 2 * self._longest_gap_ms, self._duration_ms(self._shown))
            self._assign_until(self._targets[-1][0] + 1 if still else self._shown_ms + tail)
            self._shown = None
        collected = []
        befores = [self._before, *self._windows]
        for window, moments, samples, before in zip(self._windows, self._moments, self._samples, befores, strict=False):
            if samples:
                shown = self._without_bars(samples)
                cuts = [] if self._consecutive else informative.cuts([sample.blocks for sample in shown])
                parts = segment_parts(window, len(moments), cuts, self._video, before)
                collected += [self._segment(window, shown, part, i) for i, part in enumerate(parts)]
        return collected

    def _segment(self, window: Window, samples: Sequence[_Sample], part: Part, index: int) -> Collected:
        chosen = self._without_bars(samples[part.first : part.end])
        blocks = [sample.blocks for sample in chosen]
        aside = None
        if all(informative.is_dark(b) for b in blocks):
            aside = "dark"
        elif all(informative.is_flat(sample.blocks, sample.picture) for sample in chosen):
            aside = "flat"
        different = len({sample.number for sample in chosen})
        segment = SegmentFrames(
            ordinal=window.ordinal * MOST_SHOTS + index,
            start_ms=part.start_ms,
            end_ms=part.end_ms,
            frames=np.stack([sample.picture for sample in chosen]),
            thumbnail=self._thumbnail_of(part),
            aside=aside,
            different=different,
        )
        return Collected(segment, blocks[0] if informative.is_still(blocks, different) else None)

    def _thumbnail_of(self, part: Part) -> bytes:
        middle = (part.start_ms + part.end_ms) / 2
        inside = [(t, jpeg) for t, jpeg in self._thumbnails if part.start_ms <= t < part.end_ms]
        return min(inside or self._thumbnails, key=lambda found: abs(found[0] - middle))[1]

    @staticmethod
    def _duration_ms(frame: Any) -> int:
        return round(float(frame.duration * frame.time_base) * 1000) if frame.duration and frame.time_base else 0

    def _assign_until(self, time_ms: int) -> None:
        sample: _Sample | None = None
        jpeg = b""
        while self._next < len(self._targets) and self._targets[self._next][0] < time_ms:
            moment, index, slot = self._targets[self._next]
            if sample is None:
                sample = self._sample()
                second, self._after_cut = self._after_cut, self._cut
            self._samples[index].append(sample)
            # the first picture, the middle one of each window, and one of each shot that begins later
            if slot == len(self._moments[index]) // 2 or second or not self._thumbnails:
                jpeg = jpeg or self._converter.thumbnail(self._shown)
                self._thumbnails.append((moment, jpeg))
            self._next += 1

    def _sample(self) -> _Sample:
        if self._size:
            whole = picture = self._converter.whole_picture(self._shown, *self._size)
            sample = _Sample(picture, informative.block_means(centre_square(whole, min(self._size))), self._offered)
        else:
            whole = self._converter.net_picture(self._shown, self._side)
            picture = centre_square(whole, self._side)
            sample = _Sample(picture, informative.block_means(picture), self._offered)
        last, self._last_blocks = self._last_blocks, sample.blocks
        self._cut = last is not None and bool(informative.cuts([last, sample.blocks]))
        # where one picture of a shot has no bars none of the others counts as barred
        if not self._remove_bars or (self._clear and not self._cut):
            return sample
        found = look(whole)
        self._clear = found is CLEAR
        if found is None or not found.bars.any:
            return sample._replace(look=found)
        # All pictures of a video are cut alike: one that ends in black by itself shows wider bars than there are.
        if self._bars is None or not found.bars.wide_at_least(self._bars):
            alone = common_bars([found])
            self._bars = alone if alone.any else found.bars
        inner = self._converter.inner_picture(self._shown, self._side, self._bars)
        return sample._replace(look=found, inner=_Inner(inner, self._bars, found.colours[int(np.argmax(found.bars))]))

    def _without_bars(self, samples: Sequence[_Sample]) -> Sequence[_Sample]:
        """The samples, cut to what is inside the bars that all of them have."""
        bars = common_bars([sample.look for sample in samples])
        return [self._inside(sample, bars) for sample in samples] if bars.any else samples

    def _inside(self, sample: _Sample, bars: Bars) -> _Sample:
        if sample.inner is None:  # of one colour throughout
            return sample
        picture, cut, colour = sample.inner
        if not cut.near(bars):
            picture = cut_anew(picture, cut, bars, colour, self._side)
        square = centre_square(picture, self._side)
        return sample._replace(picture=square, blocks=informative.block_means(square))


def without_repeats(collected: Sequence[Collected], before: Collected | None) -> list[SegmentFrames]:
    """The segments; one that stands still on the picture of the still segment before it is set aside as frozen.

    So of a slide, a pause or a still camera the first segment stays findable.

    Args:
        collected: in order.
        before: the last segment of the window before them.
    """
    segments = []
    for found in collected:
        segment = found.segment
        same = (
            before is not None
            and before.still is not None
            and found.still is not None
            and informative.are_equal(before.still, found.still)
        )
        if same and segment.aside is None:
            segment = dataclasses.replace(segment, aside="frozen")
        segments.append(segment)
        before = found
    return segments
