"""Long videos made of real clips, cut after cut, so that the place of everything in them is known."""

from __future__ import annotations

import bisect
import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np
from av.video.frame import VideoFrame

from tests.conftest import SHARED

FPS = 25
SIZE = (320, 240)
LEAST_S = 3.9


class Stretch(NamedTuple):
    """Where a clip lies in the long video."""

    clip: Path
    start_ms: int
    end_ms: int


class Coding(NamedTuple):
    """How it is encoded: frames between key frames, and whether a cut gets one of its own."""

    gop: int
    scene_cuts: bool

    def __str__(self) -> str:
        return f"{self.gop / FPS:g} s{', and at cuts' if self.scene_cuts else ''}"


def stretches() -> list[Stretch]:
    """The labelled clips of some length, shuffled."""
    with (SHARED / "videos" / "MANIFEST.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["path"].startswith("labelled/")]
    rows = [row for row in rows if float(row["seconds"]) >= LEAST_S]
    random.Random(0).shuffle(rows)
    found, start = [], 0
    for row in rows:
        end = start + round(float(row["seconds"]) * FPS) * 1000 // FPS
        found.append(Stretch(SHARED / "videos" / row["path"], start, end))
        start = end
    return found


def write_long_video(path: Path, parts: Sequence[Stretch], coding: Coding) -> None:
    """Join the clips, one size and one frame rate, encoded as the web does."""
    options = {
        "preset": "veryfast",
        "crf": "26",
        "g": str(coding.gop),
        "keyint_min": str(min(coding.gop, FPS)),
        "sc_threshold": "40" if coding.scene_cuts else "0",
    }
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=FPS, options=options)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        stream.codec_context.gop_size = coding.gop
        number = 0
        for part in parts:
            for picture in _resampled(part):
                frame = VideoFrame.from_ndarray(picture, format="yuv420p")
                frame.pts = number
                container.mux(stream.encode(frame))
                number += 1
        container.mux(stream.encode())


def _resampled(part: Stretch) -> Iterator[np.ndarray]:
    times, pictures = [], []
    with av.open(str(part.clip)) as container:
        stream = container.streams.video[0]
        for frame in container.decode(stream):
            times.append(float(((frame.pts or 0) - (stream.start_time or 0)) * (stream.time_base or 0)))
            pictures.append(frame.reformat(*SIZE, "yuv420p").to_ndarray())
    for index in range((part.end_ms - part.start_ms) * FPS // 1000):
        yield pictures[max(0, bisect.bisect_right(times, index / FPS + 1e-6) - 1)]
