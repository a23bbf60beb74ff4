from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import draw_frame, shared
from vhdesk.media import informative
from vhdesk.media.collect import SegmentFrames
from vhdesk.media.decode import DecodeRequest, decode_segments
from vhdesk.media.informative import block_means

SIDE = 128
FPS = 10
SIZE = (192, 144)


def scene(seed: int = 0, index: int = 0) -> np.ndarray:
    return draw_frame(seed, index, SIDE, SIDE)


def noise(seed: int, level: float = 128, strength: float = 60, size: tuple[int, int] = (SIDE, SIDE)) -> np.ndarray:
    values = np.random.default_rng(seed).normal(level, strength, (size[1], size[0], 3))
    return np.clip(values, 0, 255).astype(np.uint8)


def verdict(picture: np.ndarray) -> str | None:
    blocks = block_means(picture)
    if informative.is_dark(blocks):
        return "dark"
    return "flat" if informative.is_flat(blocks, picture) else None


@given(st.integers(0, 2**32 - 1), st.sampled_from([16, 64, 112, 128, 224]))
def test_block_means_are_means(seed, side):
    picture = np.random.default_rng(seed).integers(0, 256, (side, side, 3), dtype=np.uint8)
    block = side // 16
    expected = picture.reshape(16, block, 16, block, 3).mean(axis=(1, 3))
    assert np.allclose(block_means(picture), expected, atol=1e-2)


@given(st.tuples(*[st.integers(0, 255)] * 3), st.integers(0, 99))
def test_one_colour_shows_nothing_whatever_the_colour(colour, seed):
    picture = np.clip(np.full((SIDE, SIDE, 3), colour) + noise(seed, 0, 1.5).astype(int), 0, 255).astype(np.uint8)
    assert verdict(picture) in {"dark", "flat"}


@given(st.integers(0, 500), st.integers(30, 120), st.floats(20, 80))
def test_noise_shows_nothing(seed, level, strength):
    assert verdict(noise(seed, level + 60, strength)) == "flat"


@given(st.integers(0, 500))
def test_a_scene_shows_something_even_where_it_is_dim_or_pale(seed):
    picture = scene(seed).astype(float)
    assert verdict(picture.astype(np.uint8)) is None
    assert verdict((picture * 0.2).astype(np.uint8)) is None
    assert verdict((220 + picture * 0.13).astype(np.uint8)) is None


@given(st.integers(0, SIDE - 12), st.integers(0, SIDE - 12))
def test_a_small_light_in_the_night_is_seen(left, top):
    picture = np.zeros((SIDE, SIDE, 3), np.uint8)
    picture[top : top + 12, left : left + 12, 0] = 230
    assert verdict(picture) is None


@given(st.integers(0, 500), st.floats(0, 4))
def test_noise_does_not_unfreeze_a_picture(seed, strength):
    a = block_means(np.clip(scene(seed) + noise(seed, 0, strength).astype(int), 0, 255).astype(np.uint8))
    b = block_means(np.clip(scene(seed) + noise(seed + 1, 0, strength).astype(int), 0, 255).astype(np.uint8))
    assert informative.are_equal(a, b)


@given(st.integers(0, 500), st.integers(0, SIDE - 8), st.integers(0, SIDE - 8))
def test_a_person_far_away_unfreezes_a_picture(seed, left, top):
    walked = scene(seed).copy()
    spot = walked[top : top + 8, left : left + 8]
    spot[:] = np.where(spot.mean() > 127, 20, 235)
    assert not informative.are_equal(block_means(scene(seed)), block_means(walked))


def test_too_few_frames_cannot_be_told_from_a_pause():
    blocks = [block_means(scene())] * 16
    assert informative.is_still(blocks, 16)
    assert not informative.is_still(blocks, 2)


def test_cuts_are_found_and_flashes_are_none():
    a, b, flash = (block_means(p) for p in (scene(1), scene(2), np.full((SIDE, SIDE, 3), 255, np.uint8)))
    assert informative.cuts([a] * 5 + [b] * 3) == [5]
    assert informative.cuts([a, a, flash, a, a]) == []
    assert informative.cuts([a, a, flash, b, b]) == [2, 3]
    assert informative.cuts([a]) == []


def write_video(path: Path, pictures: Iterable[np.ndarray], *, crf: int = 26) -> Path:
    import av

    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=FPS, options={"preset": "veryfast", "crf": str(crf)})
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        for picture in pictures:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return path


def segments_of(path: Path) -> list[SegmentFrames]:
    replies = [decode_segments(DecodeRequest(str(path), 16, SIDE, 8000, 4000))]
    while (following := replies[-1].next_window) is not None:
        replies.append(decode_segments(DecodeRequest(str(path), 16, SIDE, 8000, 4000, first_window=following)))
    assert all(reply.damage is None for reply in replies)
    return [segment for reply in replies for segment in reply.segments]


def moving(seconds: float, seed: int = 3) -> Iterable[np.ndarray]:
    return (draw_frame(seed, index, *SIZE) for index in range(round(seconds * FPS)))


def still(seconds: float, seed: int = 3) -> Iterable[np.ndarray]:
    return (draw_frame(seed, 0, *SIZE) for _ in range(round(seconds * FPS)))


def filled(seconds: float, level: Callable[[int], float]) -> Iterable[np.ndarray]:
    return (np.full((SIZE[1], SIZE[0], 3), round(level(i)), np.uint8) for i in range(round(seconds * FPS)))


def test_a_black_start_is_set_aside_and_the_rest_is_not(tmp_path):
    found = segments_of(write_video(tmp_path / "a.mp4", [*filled(16, lambda i: i % 3), *moving(16)]))
    assert {s.aside for s in found if s.end_ms <= 16_000} == {"dark"}
    assert {s.aside for s in found if s.start_ms >= 16_000} == {None}
    # where the picture comes up, the segment is trimmed to it
    assert all(s.aside == "dark" or s.start_ms >= 15_500 for s in found)


def test_a_fade_to_white_is_set_aside(tmp_path):
    found = segments_of(write_video(tmp_path / "a.mp4", [*moving(12), *filled(12, lambda i: 135 + i)]))
    assert found[-1].aside == "flat"
    assert found[0].aside is None


def test_static_noise_is_set_aside(tmp_path):
    pictures = (noise(i, 128, 60, SIZE) for i in range(8 * FPS))
    assert [s.aside for s in segments_of(write_video(tmp_path / "a.mp4", pictures))] == ["flat"]


def test_of_a_frozen_tail_one_segment_stays(tmp_path):
    found = segments_of(write_video(tmp_path / "a.mp4", [*moving(12), *still(60, seed=4)]))
    tail = [s.aside for s in found if s.start_ms >= 12_000]
    assert tail[0] is None
    assert len(tail) > 10
    assert set(tail[1:]) == {"frozen"}
    assert {s.aside for s in found if s.end_ms <= 12_000} == {None}


def test_a_video_that_is_one_slide_keeps_its_first_segment_over_all_chunks(tmp_path):
    found = segments_of(write_video(tmp_path / "a.mp4", still(120)))
    assert len(found) == 29
    assert [s.aside for s in found] == [None] + ["frozen"] * 28


def test_every_slide_of_a_talk_stays_findable(tmp_path):
    talk = [picture for seed in range(5) for picture in still(24, seed)]
    found = segments_of(write_video(tmp_path / "a.mp4", talk))
    for seed in range(5):
        shown = [s for s in found if s.aside is None and 24_000 * seed <= s.start_ms < 24_000 * (seed + 1)]
        assert 1 <= len(shown) <= 2, seed


def test_a_noisy_still_camera_counts_as_frozen_only_until_something_moves(tmp_path):
    def watched() -> Iterable[np.ndarray]:
        rng = np.random.default_rng(0)
        for index in range(48 * FPS):
            picture = draw_frame(5, 0, *SIZE).astype(int) + rng.normal(0, 4, (SIZE[1], SIZE[0], 3)).astype(int)
            if 240 <= index < 320:
                picture[60:74, index - 200 : index - 192] = 250
            yield np.clip(picture, 0, 255).astype(np.uint8)

    found = segments_of(write_video(tmp_path / "a.mp4", watched()))
    assert {s.aside for s in found if s.start_ms < 32_000 and s.end_ms > 24_000} == {None}
    assert [s.aside for s in found if s.end_ms <= 24_000][1:] == ["frozen"] * 4


def test_a_picture_is_never_frozen(tmp_path):
    (segment,) = segments_of(write_video(tmp_path / "a.mp4", [draw_frame(0, 0, *SIZE)]))
    assert segment.aside is None
    assert segment.different == 1


def test_no_real_clip_with_visible_content_is_set_aside():
    night = ["cctv_no_fight/nofi140.mp4", "cctv_fight/fi042.mp4", "point/ut_s2_45_18_3.mp4", "point/ut_s1_57_10_3.mp4"]
    for name in night:
        assert {s.aside for s in segments_of(shared("videos", "labelled", name))} == {None}, name
    assert {s.aside for s in segments_of(shared("videos", "formats", "bulk-water.mov"))} == {None}
    assert {s.aside for s in segments_of(shared("videos", "formats", "transparent.webm"))} == {None}


@pytest.mark.parametrize(
    ("name", "why"), [("white.mp4", "flat"), ("minimal.mp4", "flat"), ("no_duration.webm", "dark")]
)
def test_real_files_without_content_are_set_aside(name, why):
    assert {s.aside for s in segments_of(shared("videos", "formats", name))} == {why}
