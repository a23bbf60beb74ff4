from __future__ import annotations

import numpy as np
import pytest

from vhdesk.search.alignment import Track, align, code_distances

WINDOW, STRIDE = 8000, 4000


def codes_of(count: int, seed: int = 0) -> np.ndarray:
    """Codes that have nothing to do with each other, about 32 of 64 bits apart."""
    return np.random.default_rng(seed).integers(0, 256, (count, 8), np.uint8)


def track(codes: np.ndarray, *, stride: float = STRIDE, rarity: np.ndarray | None = None) -> Track:
    starts = (np.arange(len(codes)) * stride).astype(np.int64)
    ends = starts + round(2 * stride)
    return Track(starts, ends, codes, np.ones(len(codes)) if rarity is None else rarity, int(ends[-1]))


def noisy(codes: np.ndarray, bits: int, seed: int = 9) -> np.ndarray:
    """The codes with some bits of each turned."""
    rng = np.random.default_rng(seed)
    loose = np.unpackbits(codes, axis=1)
    for row in loose:
        row[rng.choice(64, bits, replace=False)] ^= 1
    return np.packbits(loose, axis=1)


@pytest.mark.parametrize("width", [2, 4, 8, 16, 32])
def test_distances_are_those_of_a_naive_scan(width):
    rng = np.random.default_rng(0)
    a, b = (rng.integers(0, 256, (count, width), np.uint8) for count in (7, 11))
    expected = np.unpackbits(a[:, None] ^ b[None], axis=2).sum(axis=2)
    assert np.array_equal(code_distances(a, b), expected)


def test_a_clip_is_found_inside_a_long_video_at_the_right_time():
    film = codes_of(200)
    found = align(track(film), track(noisy(film[40:70], 6)), 12)
    assert found is not None
    assert found.stretches == ((160_000, 284_000, 0, 124_000),)
    assert (found.share_b, found.margins.min() > 0, found.rare.all()) == (1.0, True, True)
    assert found.share_a == pytest.approx(30 / 200, abs=0.01)


def test_one_outlier_or_a_foreign_stretch_does_not_break_a_match():
    film = codes_of(60)
    copy = noisy(film, 5)
    copy[30] = codes_of(1, seed=77)[0]
    copy[45:48] = codes_of(3, seed=78)
    found = align(track(film), track(copy), 12)
    assert found is not None
    assert len(found.stretches) == 1
    assert found.share_a == found.share_b == pytest.approx(56 / 60)
    assert len(found.rows) == 56


@pytest.mark.parametrize(
    ("start_a", "a_ms", "start_b", "b_ms"), [(2009, 18942, 1049, 11238), (374, 19353, 3364, 11550)]
)
def test_one_match_of_odd_times_is_on_its_own_line(start_a, a_ms, start_b, b_ms):
    def single(start: int, duration_ms: int) -> Track:
        one = np.array([start], np.int64)
        return Track(one, one + WINDOW, codes_of(1), np.ones(1), duration_ms)

    found = align(single(start_a, a_ms), single(start_b, b_ms), 12)
    assert found is not None
    assert (found.rows.tolist(), found.columns.tolist()) == ([0], [0])


@pytest.mark.parametrize("speed", [25 / 24, 24 / 25, 1.5, 0.5, 1.13])
def test_a_copy_at_another_speed_matches_along_its_whole_length(speed):
    film = codes_of(80)
    found = align(track(film), track(noisy(film, 4), stride=STRIDE * speed), 12)
    assert found is not None
    assert max(found.share_a, found.share_b) > 0.9
    (stretch,) = found.stretches
    assert stretch[1] - stretch[0] > 0.9 * 324_000
    assert (stretch[3] - stretch[2]) / (stretch[1] - stretch[0]) == pytest.approx(speed, rel=0.02)


def test_the_same_scenes_in_another_order_do_not_match_as_a_whole():
    film = codes_of(60)
    shuffled = film[np.random.default_rng(3).permutation(60)]
    found = align(track(film), track(shuffled), 12)
    assert found is None or max(found.share_a, found.share_b) < 0.2


def test_a_scene_that_never_changes_tells_nothing_about_the_order():
    still = np.repeat(codes_of(1), 40, axis=0)
    found = align(track(still), track(noisy(still, 2)), 12)
    assert found is not None
    assert (found.margins > 0).mean() < 0.2


def test_what_many_videos_show_counts_little():
    first, second = codes_of(12, seed=1), codes_of(12, seed=2)
    second[:6] = first[:6]
    rarity = np.ones(12)
    rarity[:6] = 1 / 30
    found = align(track(first, rarity=rarity), track(second, rarity=rarity), 12)
    assert found is not None
    assert found.stretches[0][:2] == (0, 28_000)
    assert max(found.share_a, found.share_b) < 0.05
    assert not found.rare.any()


def test_videos_of_different_things_do_not_match():
    assert align(track(codes_of(50, seed=1)), track(codes_of(50, seed=2)), 12) is None


def test_very_long_videos_are_compared_in_bounded_memory(monkeypatch):
    monkeypatch.setattr("vhdesk.search.alignment.MAX_CELLS", 1000)
    film = codes_of(300)
    found = align(track(film), track(noisy(film, 4)), 12)
    assert found is not None
    assert len(found.rows) < 10
    assert found.share_a > 0.9
    (stretch,) = found.stretches
    assert stretch[1] - stretch[0] > 0.9 * 1_204_000
