from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vhdesk.media.recipes import (
    CHUNK_WINDOWS,
    EXACT,
    LONGEST_CHUNK,
    Facts,
    choose_recipe,
    chunk_end,
    needed_key_frames,
    runs,
    shown_from,
)
from vhdesk.media.sampling import segment_windows

MINUTE = 60_000


def facts(minutes: float = 30, key_every_ms: int = 10_000, *, fps: float = 25.0, window_ms: int = 8000) -> Facts:
    length = round(minutes * MINUTE)
    return Facts(length, fps, tuple(range(0, length, key_every_ms)), window_ms, 16)


@pytest.mark.parametrize(
    ("key_every_ms", "fast", "fastest"),
    [
        (500, "keyframes", "keyframes"),
        (1000, "linear", "keyframes"),
        (2000, "linear", "keyframes"),
        (10_000, "linear", "keyframes"),
        (30_000, "linear", "linear"),
        (40, "keyframes", "keyframes"),  # every frame is one, as in editing formats
    ],
)
def test_key_frames_are_read_alone_where_there_are_enough(key_every_ms, fast, fastest):
    assert choose_recipe(facts(key_every_ms=key_every_ms), "fast").name == fast
    assert choose_recipe(facts(key_every_ms=key_every_ms), "fastest").name == fastest


def test_one_window_over_a_long_file_has_enough_key_frames():
    assert choose_recipe(facts(1, 5000, window_ms=60_000), "fast").name == "keyframes"
    assert choose_recipe(facts(30, window_ms=30 * MINUTE), "fast").name == "keyframes"


def test_a_short_clip_is_never_one_key_frame():
    assert choose_recipe(facts(0.1, 6000, window_ms=6000), "fastest").name == "linear"


@pytest.mark.parametrize("key_every_ms", [40, 1000, 10_000])
@pytest.mark.parametrize("level", ["fast", "fastest"])
def test_of_consecutive_frames_none_is_left_out(key_every_ms, level):
    recipe = choose_recipe(replace(facts(key_every_ms=key_every_ms), consecutive=True), level)
    assert recipe.name == "linear"
    assert not recipe.skip_unreferenced


def test_what_lies_between_two_runs_is_read_where_no_key_frame_does():
    moments = [[1000, 2000], [5000, 6000], [9000, 10_000]]
    assert runs([0, 4000, 8000], moments) == [(1000, 2000), (5000, 6000), (9000, 10_000)]
    assert runs([0, 8000], moments) == [(1000, 6000), (9000, 10_000)]
    assert runs([0, 1500, 5500], moments) == [(1000, 10_000)]
    assert runs([], moments) == [(1000, 10_000)]


@pytest.mark.parametrize("key_every_ms", [40, 1000, 10_000])
def test_exact_reads_every_frame(key_every_ms):
    assert choose_recipe(facts(key_every_ms=key_every_ms), "exact") == EXACT


def test_without_an_index_a_file_is_read_on():
    assert choose_recipe(Facts(30 * MINUTE, 25.0, (), 8000, 16), "fastest").name == "linear"


@pytest.mark.parametrize(("fps", "skips"), [(25.0, True), (4.0, True), (3.9, False), (0.0, False)])
def test_frames_are_only_left_out_where_there_are_some_to_spare(fps, skips):
    recipe = choose_recipe(facts(fps=fps), "fast")
    assert recipe.skip_unreferenced == skips
    assert recipe.skip_loop_filter


def test_few_frames_that_are_all_key_frames_are_read_on_rather_than_sought_one_by_one():
    assert choose_recipe(facts(0.1, 333, fps=3.0, window_ms=6000), "fast").name == "linear"


key_lists = st.lists(st.integers(1, 12_000), min_size=1, max_size=60).map(
    lambda gaps: tuple(sum(gaps[:i]) for i in range(len(gaps) + 1))
)


@given(key_lists)
def test_each_key_frame_is_shown_from_its_time_or_a_little_before(keys):
    starts = shown_from(keys)
    assert starts == sorted(starts)
    assert starts[0] == keys[0]
    for start, (before, time) in zip(starts[1:], pairwise(keys), strict=True):
        assert (before + time) // 2 <= start <= time


def test_a_key_frame_that_comes_early_marks_a_cut():
    assert shown_from([0, 10_000, 13_000, 23_000]) == [0, 5000, 13_000, 18_000]


@given(key_lists, st.lists(st.integers(0, 800_000), min_size=1, max_size=50))
def test_every_moment_has_its_key_frame_and_none_is_read_in_vain(keys, moments):
    needed = needed_key_frames(keys, moments)
    starts = shown_from(keys)
    assert [n[1] for n in needed] == sorted({n[1] for n in needed})
    used = set()
    for moment in moments:
        shown = [n for n in needed if n[0] <= moment] or needed[:1]
        used.add(shown[-1][1])
        assert shown[-1][1] == keys[max([i for i, s in enumerate(starts) if s <= moment], default=0)]
    assert used == {n[1] for n in needed}
    later = dict(pairwise(keys))
    assert all(
        margin >= 1 and (time not in later or margin <= max(1, (later[time] - time) // 2)) for _, time, margin in needed
    )


def test_sixteen_moments_never_need_more_than_sixteen_key_frames():
    assert len(needed_key_frames(range(0, 60_000, 40), range(1875, 60_000, 3750))) == 16


@given(st.integers(1, 4_000_000), key_lists)
def test_chunks_cover_all_windows_and_stay_small(length, keys):
    windows = segment_windows(length, 8000, 4000)
    first = 0
    while first < len(windows):
        end = chunk_end(windows, first, keys)
        assert first < end <= len(windows)
        assert end - first <= LONGEST_CHUNK
        assert end == len(windows) or end - first >= CHUNK_WINDOWS
        first = end


def test_a_chunk_starts_just_after_a_key_frame():
    windows = segment_windows(600_000, 8000, 4000)
    end = chunk_end(windows, 0, range(0, 600_000, 10_000))
    assert windows[end].start_ms == 40_000
