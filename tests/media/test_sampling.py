from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vhdesk.errors import BadInput
from vhdesk.media.sampling import (
    consecutive_times,
    middle_consecutive,
    random_even_interval,
    segment_windows,
    uniform_indices,
    uniform_times,
)

counts = st.integers(1, 64)


def test_uniform_times_are_middles_of_equal_parts():
    assert uniform_times(0, 8000, 4) == [1000, 3000, 5000, 7000]
    assert uniform_times(500, 500, 3) == [500, 500, 500]


@given(st.integers(0, 10**7), st.integers(0, 10**6), counts)
def test_uniform_times_stay_inside_and_ascend(start, length, count):
    times = uniform_times(start, start + length, count)
    assert len(times) == count
    assert times == sorted(times)
    assert all(start <= time <= start + length for time in times)


@given(st.integers(1, 5000), counts)
def test_uniform_indices_are_valid_and_ascend(frames, count):
    indices = uniform_indices(frames, count)
    assert len(indices) == count
    assert indices == sorted(indices)
    assert 0 <= indices[0] <= indices[-1] < frames


@pytest.mark.parametrize(
    ("frames", "count", "expected"),
    [(10, 4, [3, 4, 5, 6]), (4, 4, [0, 1, 2, 3]), (3, 7, [0, 1, 2, 0, 1, 2, 0]), (11, 4, [3, 4, 5, 6])],
)
def test_middle_consecutive(frames, count, expected):
    assert middle_consecutive(frames, count) == expected


def shown(times, fps):
    """The frames that are shown at some moments."""
    return [int(time * fps / 1000) for time in times]


@given(st.integers(1, 3000), counts, st.sampled_from([10, 23.976, 24, 25, 29.97, 30, 50, 59.94]))
def test_consecutive_times_show_the_middle_consecutive_frames(frames, count, fps):
    times = consecutive_times(0, round(frames * 1000 / fps), count, fps)
    assert shown(times, fps) == sorted(set(middle_consecutive(frames, count)))


@given(st.integers(0, 10**6), st.integers(1, 9), counts, st.sampled_from([10, 25, 29.97, 50]))
def test_clips_share_no_frame_and_lie_inside(start, clips, count, fps):
    length = 8000
    times = consecutive_times(start, start + length, count, fps, clips)
    indices = shown(times, fps)
    parts = min(clips, round(length * fps / 1000) // count)
    assert len(indices) == len(set(indices)) == len(times)
    assert abs(len(times) / count - max(1, parts)) <= 1  # where the stretch begins may cost a frame, and so a clip
    assert all(start <= time < start + length for time in times)
    for first in range(0, len(indices), count):
        clip = indices[first : first + count]
        assert clip == list(range(clip[0], clip[0] + count))


def test_a_stretch_too_short_for_a_clip_gives_each_frame_once():
    assert shown(consecutive_times(0, 400, 32, 25, clips=4), 25) == list(range(10))
    assert len(consecutive_times(0, 1, 32, 0.0)) == 1
    with pytest.raises(BadInput):
        consecutive_times(0, 400, 32, 25, clips=0)


@given(st.integers(1, 2000), counts, st.integers(0, 99))
def test_random_even_interval_is_even(frames, count, seed):
    indices = random_even_interval(frames, count, random.Random(seed))
    assert len(indices) == count
    assert all(0 <= index < frames for index in indices)
    steps = [b - a for a, b in pairwise(indices)]
    assert all(abs(step - frames / count) <= 1 for step in steps)


def test_random_even_interval_differs_by_phase():
    assert random_even_interval(1000, 5, random.Random(1)) != random_even_interval(1000, 5, random.Random(2))


def test_short_clips_are_one_segment():
    assert segment_windows(12_000, 8000, 4000) == [(0, 0, 12_000)]
    assert segment_windows(0, 8000, 4000) == [(0, 0, 1)]


def test_long_videos_are_cut_with_overlap_and_end_at_the_end():
    windows = segment_windows(21_500, 8000, 4000)
    assert [(w.start_ms, w.end_ms) for w in windows] == [
        (0, 8000),
        (4000, 12_000),
        (8000, 16_000),
        (12_000, 20_000),
        (13_500, 21_500),
    ]


@given(st.integers(0, 10**8 // 100), st.integers(1000, 60_000), st.floats(0, 0.9))
def test_windows_cover_the_whole_video(duration, length, share):
    windows = segment_windows(duration, length, int(length * share))
    assert windows[0].start_ms == 0
    assert windows[-1].end_ms == max(1, duration)
    assert [w.ordinal for w in windows] == list(range(len(windows)))
    assert all(b.start_ms <= a.end_ms for a, b in pairwise(windows))


@pytest.mark.parametrize("call", [lambda: uniform_times(0, 1, 0), lambda: middle_consecutive(0, 4)])
def test_counts_must_be_positive(call):
    with pytest.raises(BadInput):
        call()


def test_an_overlap_as_long_as_the_segment_is_refused():
    with pytest.raises(BadInput, match="overlap"):
        segment_windows(60_000, 8000, 8000)
