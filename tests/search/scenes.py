"""Videos made of painted scenes that look different from each other, for tests of what is common, copied, in order."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from vhdesk.media.sample_drawing import Canvas
from vhdesk.media.samples import SCENES
from vhdesk.systems.system import load_system

FPS = 6
SIZE = (160, 90)
LONGEST_S = 10
LOOKS = 4
CUTS = 5
COUNT = len(SCENES) * LOOKS * CUTS


@functools.cache
def _painted(number: int) -> tuple[np.ndarray, ...]:
    scene, canvas = SCENES[number], Canvas(*SIZE, number)
    frames: list[np.ndarray] = []

    def moments() -> Iterator[float]:
        for index in range(LONGEST_S * FPS):
            yield index / FPS
            frames.append(canvas.frame())

    canvas.times = moments()
    scene.paint(canvas)
    return tuple(frames)


def scene_frame(number: int, index: int) -> np.ndarray:
    """``[H, W, 3] uint8 RGB`` of one of ``COUNT`` scenes.

    They are the samples' own, upside down, in other colours or negative, whole or a quarter of them.
    """
    picture = _painted(number % len(SCENES))[index % (LONGEST_S * FPS)]
    look, cut = number // len(SCENES) % LOOKS, number // len(SCENES) // LOOKS % CUTS
    picture = (picture, picture[::-1], picture[..., [2, 0, 1]], 255 - picture)[look]
    if cut:
        top, left = divmod(cut - 1, 2)
        quarter = np.split(np.split(picture, 2)[top], 2, axis=1)[left]
        picture = quarter.repeat(2, axis=0).repeat(2, axis=1)
    return np.ascontiguousarray(picture)


@functools.cache
def _scene_bits() -> np.ndarray:
    """``[COUNT, 64] int``: the built-in system's code of every scene, bit by bit."""
    system = load_system("desk")
    codes = []
    for number in range(COUNT):
        frames = np.stack([_centre(scene_frame(number, index)) for index in (0, 18, 35)])
        codes.append(np.unpackbits(system.codes(system.pooled(system.features(frames)), 64)[0]))
    return np.stack(codes).astype(int)


def different_scenes(count: int) -> list[int]:
    """Numbers of scenes that the built-in system tells apart well, scene 0 first: each is far from all before it."""
    bits = _scene_bits()
    chosen, nearest = [0], (bits != bits[0]).sum(axis=1)
    while len(chosen) < count:
        chosen.append(int(nearest.argmax()))
        nearest = np.minimum(nearest, (bits != bits[chosen[-1]]).sum(axis=1))
    assert nearest[chosen].max() == 0
    return chosen


def _centre(picture: np.ndarray, side: int = 128) -> np.ndarray:
    height, width = picture.shape[:2]
    left = (width - height) // 2
    places = np.arange(side) * height // side
    return picture[:, left : left + height][places][:, places]


def write_scenes(path: Path, scenes: Sequence[tuple[int, float]], *, first_frame: int = 0, crf: int = 23) -> Path:
    """Write scenes ``(number, seconds)`` one after another; each starts at its frame ``first_frame``."""
    import av

    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=FPS, options={"preset": "ultrafast", "crf": str(crf)})
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        for number, seconds in scenes:
            for index in range(round(seconds * FPS)):
                picture = scene_frame(number, first_frame + index)
                container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return path
