"""Whether pictures show anything to search for, and where one shot ends: pure functions of scaled pictures.

All look at a grid of 16 x 16 block means, so that noise and compression, which average out in a block, count for little
and a small thing that moves or shines, which fills a block, counts for much.

* dark: in every picture even the brightest block is below a tenth of the range, the level below which FFmpeg's
  ``blackdetect`` takes a pixel for black. The darkest of 723 real clips, night cameras among them, has blocks of 92.
* flat: in every picture the blocks hardly differ and there is no fine detail either (one colour, a fade), or there is
  fine detail that no two neighbouring pixels share (noise). Of the real clips the one with the least detail, a gently
  rippled water surface, lies 1.6 times above both limits.
* frozen: pictures whose luma is equal but for noise, as ``freezedetect`` of FFmpeg finds them, here block by block: in
  its mean over the whole picture a person walking far away would vanish.
* cut: the blocks of two sampled pictures differ by 30 of 255 on average. Half a second of motion stays below that in 99
  of 100 cases of real clips, and 19 of 20 cuts between them lie above it.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

GRID = 16

DARK_LEVEL = 25.5
FLAT_BLOCKS = 1.5
FLAT_PIXELS = 3.0
# Independent pixels keep an eighth of their contrast in blocks of 8 x 8; every real picture keeps half of it or more.
NOISE_SHARE = 0.3
# Still scenes encoded anew at each key frame (x264, CRF 20 to 32) change by up to 5 of 255 in luma, 10 in colour.
FROZEN_LEVEL = 5.0
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
# Of fewer different frames nobody can tell whether the video stands still.
FROZEN_FRAMES = 3
CUT_LEVEL = 30.0


def block_means(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    """``[side, side, 3] uint8`` to ``[16, 16, 3] float32``, 0 to 255; what does not fill a block is cut off."""
    block = picture.shape[0] // GRID
    size = block * GRID
    # sums of one integer type and a small matrix product take a third of the time of the mean over two axes
    rows = picture[:size, :size].astype(np.uint16).reshape(GRID, block, 3 * size).sum(axis=1, dtype=np.uint16)
    means: NDArray[np.float32] = (rows.astype(np.float32) @ _column_means(block)).reshape(GRID, GRID, 3)
    return means


@functools.cache
def _column_means(block: int) -> NDArray[np.float32]:
    """``[3 * 16 * block, 3 * 16]``: row sums of interleaved colours to the means of blocks."""
    columns = np.kron(np.eye(GRID, dtype=np.float32), np.tile(np.eye(3, dtype=np.float32), (block, 1)))
    return np.asarray(columns / (block * block), np.float32)


def is_dark(blocks: NDArray[np.float32]) -> bool:
    """Whether nothing in a picture is brighter than black."""
    return bool(blocks.max() < DARK_LEVEL)


def is_flat(blocks: NDArray[np.float32], picture: NDArray[np.uint8]) -> bool:
    """Whether a picture is one colour, or noise."""
    contrast = float(blocks.std(axis=(0, 1)).max())
    if contrast > NOISE_SHARE * 128:
        return False
    detail = float(picture.std(axis=(0, 1)).max())
    return (contrast < FLAT_BLOCKS and detail < FLAT_PIXELS) or (
        detail >= FLAT_PIXELS and contrast < NOISE_SHARE * detail
    )


def are_equal(a: NDArray[np.float32], b: NDArray[np.float32]) -> bool:
    """Whether two pictures show the same, from their blocks."""
    return bool(np.abs((a - b) @ _LUMA).max() <= FROZEN_LEVEL)


def is_still(blocks: Sequence[NDArray[np.float32]], different: int) -> bool:
    """Whether pictures are all equal.

    Args:
        blocks: of each picture.
        different: how many frames of the video they were taken from.
    """
    return different >= FROZEN_FRAMES and all(are_equal(blocks[0], other) for other in blocks[1:])


def cuts(blocks: Sequence[NDArray[np.float32]]) -> list[int]:
    """Indices of the pictures with which another shot begins.

    A single picture that differs from both neighbours, as in a flash, is no cut.
    """
    coarse = np.stack(blocks).reshape(len(blocks), GRID // 2, 2, GRID // 2, 2, 3).mean(axis=(2, 4))

    def differ(i: int, j: int) -> bool:
        return bool(np.abs(coarse[i] - coarse[j]).mean() > CUT_LEVEL)

    if (np.abs(coarse[1:] - coarse[:-1]).mean(axis=(1, 2, 3)) <= CUT_LEVEL).all():
        return []
    found: list[int] = []
    shown = 0
    for index in range(1, len(blocks)):
        if differ(shown, index):
            if index + 1 < len(blocks) and not differ(shown, index + 1):
                continue
            found.append(index)
        shown = index
    return found
