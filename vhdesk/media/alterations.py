"""What is done to copies of videos: pure functions of decoded frames, shared by demo, training and benchmark.

Each takes ``[T, H, W, 3] uint8 RGB``, a random generator and one strength, and gives frames of the same kind. Sizes are
those that the altered copy has: a crop is smaller, bars make a picture higher, a faster copy has fewer frames.
:func:`centre_square` brings frames of any size to what a net is given.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Alteration = Callable[["NDArray[np.uint8]", np.random.Generator, float], "NDArray[np.uint8]"]

# Video codecs halve colour planes, so sides stay even.
_MIN_SIDE = 16
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
LOGO_OPACITY = 0.85


def crop(frames: NDArray[np.uint8], _rng: np.random.Generator, share: float) -> NDArray[np.uint8]:
    """The middle ``share`` of width and height, 0..1."""
    height, width = (_even(side * share) for side in frames.shape[1:3])
    return middle(frames, height, width)


def brightness(frames: NDArray[np.uint8], _rng: np.random.Generator, gain: float) -> NDArray[np.uint8]:
    """Every value times ``gain``, cut off at white."""
    table: NDArray[np.uint8] = np.clip(np.arange(256) * gain, 0, 255).astype(np.uint8)
    return table[frames]


def resolution(frames: NDArray[np.uint8], _rng: np.random.Generator, scale: float) -> NDArray[np.uint8]:
    """Width and height times ``scale``."""
    return resized(frames, *(_even(side * scale) for side in frames.shape[1:3]))


def mirror(frames: NDArray[np.uint8], _rng: np.random.Generator, _strength: float = 1.0) -> NDArray[np.uint8]:
    """Left and right swapped."""
    return frames[:, :, ::-1]


def grey(frames: NDArray[np.uint8], _rng: np.random.Generator, _strength: float = 1.0) -> NDArray[np.uint8]:
    """Without colours."""
    light = (frames @ _LUMA).astype(np.uint8)
    return np.repeat(light[..., None], 3, -1)


def letterbox(frames: NDArray[np.uint8], _rng: np.random.Generator, share: float) -> NDArray[np.uint8]:
    """Black bars above and below, each ``share`` of the height."""
    edge = round(frames.shape[1] * share / 2) * 2
    return np.pad(frames, ((0, 0), (edge, edge), (0, 0), (0, 0))) if edge else frames


def pillarbox(frames: NDArray[np.uint8], _rng: np.random.Generator, share: float) -> NDArray[np.uint8]:
    """Black bars left and right, each ``share`` of the width."""
    edge = round(frames.shape[2] * share / 2) * 2
    return np.pad(frames, ((0, 0), (0, 0), (edge, edge), (0, 0))) if edge else frames


def noise(frames: NDArray[np.uint8], rng: np.random.Generator, deviation: float) -> NDArray[np.uint8]:
    """Normal noise of its own for every value of every frame; standard deviation of 0..255."""
    noisy = np.empty_like(frames)
    for frame, target in zip(frames, noisy, strict=True):  # frame by frame, as float32 four times as much is needed
        drawn = rng.standard_normal(frame.shape, np.float32) * np.float32(deviation)
        target[:] = np.clip(np.rint(frame + drawn), 0, 255)
    return noisy


def logo(frames: NDArray[np.uint8], rng: np.random.Generator, size: float) -> NDArray[np.uint8]:
    """A ring of one colour around a white disc in one of the corners; ``size`` is a share of the shorter side."""
    height, width = frames.shape[1:3]
    side = max(4, round(size * min(height, width)))
    margin = side // 4
    bottom, right = (bool(value) for value in rng.integers(2, size=2))
    colour = rng.integers(256, size=3)
    top = height - margin - side if bottom else margin
    left = width - margin - side if right else margin
    axis = (np.arange(side) + 0.5) / side * 2 - 1
    radius = np.hypot(axis[:, None], axis)
    mark = np.where((radius < 0.55)[..., None], 255.0, colour).astype(np.float32)
    cover = (np.clip((1 - radius) * side / 2, 0, 1) * LOGO_OPACITY)[..., None].astype(np.float32)
    marked = frames.copy()
    under = marked[:, top : top + side, left : left + side]
    under[:] = np.rint(under * (1 - cover) + mark * cover)
    return marked


def recompress(frames: NDArray[np.uint8], _rng: np.random.Generator, quality: float) -> NDArray[np.uint8]:
    """Through JPEG of a quality of 1..100 and back: the blocks of a strong compression without a video codec."""
    import simplejpeg

    def once(frame: NDArray[np.uint8]) -> NDArray[np.uint8]:
        jpeg = simplejpeg.encode_jpeg(np.ascontiguousarray(frame), quality=round(quality), colorsubsampling="420")
        decoded: NDArray[np.uint8] = simplejpeg.decode_jpeg(jpeg)
        return decoded

    return np.stack([once(frame) for frame in frames])


def speed(frames: NDArray[np.uint8], _rng: np.random.Generator, factor: float) -> NDArray[np.uint8]:
    """As many times faster at the same frame rate: frames are left out."""
    count = max(1, round(len(frames) / factor))
    left: NDArray[np.uint8] = frames[np.minimum(len(frames) - 1, (np.arange(count) * factor).astype(int))]
    return left


def beginning(frames: NDArray[np.uint8], _rng: np.random.Generator, share: float) -> NDArray[np.uint8]:
    """The first ``share`` of the frames, at least one."""
    return frames[: max(1, round(len(frames) * share))]


ALTERATIONS: dict[str, Alteration] = {
    "crop": crop,
    "brightness": brightness,
    "resolution": resolution,
    "mirror": mirror,
    "grey": grey,
    "letterbox": letterbox,
    "pillarbox": pillarbox,
    "noise": noise,
    "logo": logo,
    "recompress": recompress,
    "speed": speed,
    "beginning": beginning,
}


def middle(frames: NDArray[np.uint8], height: int, width: int) -> NDArray[np.uint8]:
    """The middle ``[T, height, width, 3]`` of frames at least as large."""
    top, left = (frames.shape[1] - height) // 2, (frames.shape[2] - width) // 2
    return frames[:, top : top + height, left : left + width]


def resized(frames: NDArray[np.uint8], height: int, width: int) -> NDArray[np.uint8]:
    """``[T, height, width, 3]``: areas averaged where it shrinks, linear where it enlarges."""
    down, across = _weights(frames.shape[1], height), _weights(frames.shape[2], width)
    scaled = np.empty((len(frames), height, width, 3), np.uint8)
    for frame, target in zip(frames, scaled, strict=True):
        rows = np.tensordot(down, frame.astype(np.float32), 1)
        target[:] = np.rint(np.matmul(across, rows)).clip(0, 255)
    return scaled


def centre_square(frames: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """``[T, side, side, 3]``: the shorter side scaled to ``side``, then the centre, as decoding does it."""
    height, width = frames.shape[1:3]
    scale = side / min(height, width)
    return middle(resized(frames, max(side, round(height * scale)), max(side, round(width * scale))), side, side)


def _even(side: float) -> int:
    return max(_MIN_SIDE, round(side / 2) * 2)


@functools.lru_cache(maxsize=32)
def _weights(old: int, new: int) -> NDArray[np.float32]:
    """``[new, old]``: what each new pixel takes of each old one; rows sum to 1."""
    reach = max(1.0, old / new)
    centres = (np.arange(new) + 0.5) * old / new
    if old > new:  # overlap of [centre - reach / 2, centre + reach / 2) with each pixel
        edges = np.arange(old)
        low = np.maximum(centres[:, None] - reach / 2, edges)
        weights = np.clip(np.minimum(centres[:, None] + reach / 2, edges + 1) - low, 0, None)
    else:
        places = np.clip(centres - 0.5, 0, old - 1)
        weights = np.clip(1 - np.abs(places[:, None] - np.arange(old)), 0, None)
    found: NDArray[np.float32] = (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)
    return found
