from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vhdesk.media.sampling import Window, segment_windows
from vhdesk.media.shots import LEAST_MS, LEAST_PICTURES, MOST_SHOTS, segment_parts

COUNT = 16
VIDEO = Window(0, 0, 60_000)
FIRST = Window(0, 0, 8000)
LATER = Window(2, 8000, 16_000)
BEFORE = Window(1, 4000, 12_000)

cut_lists = st.sets(st.integers(1, COUNT - 1), max_size=COUNT - 1).map(sorted)


def stretches(window: Window, cuts: list[int], before: Window | None = None) -> list[tuple[int, int]]:
    return [(p.start_ms, p.end_ms) for p in segment_parts(window, COUNT, cuts, VIDEO, before)]


def test_a_window_without_a_cut_stays_whole():
    assert stretches(LATER, [], BEFORE) == [(8000, 16_000)]


def test_a_window_is_trimmed_to_the_shot_that_fills_most_of_it():
    assert stretches(LATER, [6], BEFORE) == [(11_000, 16_000)]
    assert stretches(LATER, [12], BEFORE) == [(8000, 14_000)]


def test_a_shot_wholly_inside_is_a_segment_of_its_own():
    assert stretches(LATER, [9, 14], BEFORE) == [(8000, 12_500), (12_500, 15_000)]


def test_a_shot_that_the_window_before_has_wholly_is_not_repeated():
    assert stretches(LATER, [2, 7], BEFORE) == [(11_500, 16_000)]
    assert stretches(LATER, [2, 7]) == [(9000, 11_500), (11_500, 16_000)]


def test_the_first_shot_of_a_video_is_not_lost():
    assert stretches(FIRST, [5]) == [(0, 2500), (2500, 8000)]


def test_a_montage_without_any_shot_of_some_length_stays_whole():
    assert stretches(LATER, list(range(2, 16, 2)), BEFORE) == [(8000, 16_000)]


def test_pictures_far_apart_say_nothing_about_cuts():
    minute = Window(0, 0, 60_000)
    assert segment_parts(minute, COUNT, [6], minute, None)[0].end_ms == 60_000


def test_a_clip_of_two_seconds_is_not_cut_up():
    assert segment_parts(Window(0, 0, 2000), COUNT, [4, 8], Window(0, 0, 2000), None)[0].start_ms == 0


@given(cut_lists, st.booleans())
def test_parts_are_apart_in_order_and_inside(cuts, has_before):
    parts = segment_parts(LATER, COUNT, cuts, VIDEO, BEFORE if has_before else None)
    assert 1 <= len(parts) <= MOST_SHOTS
    assert all(LATER.start_ms <= p.start_ms < p.end_ms <= LATER.end_ms for p in parts)
    assert all(a.end_ms <= b.start_ms for a, b in pairwise(parts))
    assert all(p.end_ms - p.start_ms >= LEAST_MS for p in parts)


@given(st.lists(st.integers(4, 40), min_size=1, max_size=12))
def test_every_shot_of_two_seconds_or_more_is_in_some_segment(lengths):
    # lengths in half seconds, the distance of sampled moments
    ends = [500 * sum(lengths[: i + 1]) for i in range(len(lengths))]
    windows = segment_windows(ends[-1], 8000, 4000)
    video = Window(0, 0, ends[-1])
    found = []
    for before, window in zip([None, *windows], windows, strict=False):
        step = (window.end_ms - window.start_ms) / COUNT
        shots = [sum(end <= window.start_ms + step * (i + 0.5) for end in ends) for i in range(COUNT)]
        cuts = [i for i in range(1, COUNT) if shots[i] != shots[i - 1]]
        found += [{shots[i] for i in range(p.first, p.end)} for p in segment_parts(window, COUNT, cuts, video, before)]
    assert set.union(*found) == set(range(len(lengths)))


@given(cuts=st.sets(st.integers(1, COUNT - 1)).map(sorted), length_ms=st.integers(1000, 12_000))
def test_a_clip_has_no_hole_of_the_length_of_a_segment(cuts, length_ms):
    clip = Window(0, 0, length_ms)
    parts = segment_parts(clip, COUNT, cuts, clip, None)
    edges = [0, *(edge for part in parts for edge in (part.start_ms, part.end_ms)), length_ms]
    slots = [0, *(slot for part in parts for slot in (part.first, part.end)), COUNT]
    holes = [
        (end - start, last - first)
        for start, end, first, last in zip(edges[::2], edges[1::2], slots[::2], slots[1::2], strict=True)
    ]
    assert all(length < LEAST_MS or pictures < LEAST_PICTURES for length, pictures in holes)
