from __future__ import annotations

import numpy as np

from vhdesk.media.clips import centre_crop, clips_of, ten_crops

# every pixel holds its row, its column and its frame
CLIP = np.stack(
    [np.dstack([*np.mgrid[:128, :170], np.full((128, 170), frame)]) for frame in range(4)],
).astype(np.uint8)


def test_the_crops_are_the_middle_the_corners_and_the_same_of_the_mirrored_clip():
    crops = ten_crops(CLIP, 112)
    assert {crop.shape for crop in crops} == {(4, 112, 112, 3)}
    assert [tuple(crop[0, 0, 0, :2]) for crop in crops[:5]] == [(8, 29), (0, 0), (0, 58), (16, 0), (16, 58)]
    assert [tuple(crop[0, 0, 0, :2]) for crop in crops[5:]] == [(8, 140), (0, 169), (0, 111), (16, 169), (16, 111)]
    assert all(crop[3, 5, 5, 2] == 3 for crop in crops)
    assert np.array_equal(crops[0], centre_crop(CLIP, 112))
    assert all(crop.flags.c_contiguous for crop in crops)


def test_frames_make_clips_and_what_is_short_wraps_around():
    def numbers(count: int) -> list[list[int]]:
        return [clip[:, 0, 0, 0].tolist() for clip in clips_of(np.arange(count).reshape(-1, 1, 1, 1), 4)]

    assert numbers(4) == [[0, 1, 2, 3]]
    assert numbers(8) == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert numbers(3) == [[0, 1, 2, 0]]
    assert numbers(6) == [[0, 1, 2, 3], [4, 5, 4, 5]]
    assert numbers(1) == [[0] * 4]
