from __future__ import annotations

import dataclasses

import pytest

from vhdesk.library.rows import IndexedVideo
from vhdesk.search.best_copy import make_groups
from vhdesk.search.copies import CopyPair, Look, Stretch

BASE = IndexedVideo(1, 1, "/v/a.mp4", 1_000_000, "c1", 60_000, 640, 360, 25.0, "h264", None)


def video(id_: int, **changes: object) -> IndexedVideo:
    values = {"id": id_, "path": f"/v/{id_}.mp4", "content_hash": f"c{id_}"} | changes
    return dataclasses.replace(BASE, **values)  # type: ignore[arg-type]


def pair(first: int, second: int, first_share: float = 1.0, second_share: float = 1.0, hamming: float = 3) -> CopyPair:
    return CopyPair(first, second, "copy", hamming, 0.9, None, (Stretch(0, 1, 2, 3),), first_share, second_share)


def groups(videos: list[IndexedVideo], pairs: list[CopyPair], looks: dict[int, Look] | None = None):
    return make_groups({v.id: v for v in videos}, pairs, looks or {})


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"width": 320, "height": 180}, "largest: 640x360 against 320x180"),
        ({"size_bytes": 300_000}, "highest bit rate: 0.13 against 0.04 Mbit/s"),
        ({"fps": 12.5}, "smoothest: 25 against 12 frames a second"),
        ({"damage": "cut short"}, "whole, where another is damaged"),
        ({"codec": "mpeg4"}, "codec h264 against mpeg4"),
        ({}, "no copy is better in anything that is known; the first by name"),
    ],
)
def test_the_best_copy_is_named_with_the_reason(changes, sentence):
    (group,) = groups([video(1), video(2, **changes)], [pair(2, 1)])
    assert (group.best.id, group.reason) == (1, sentence)
    assert group.extra_bytes == changes.get("size_bytes", 1_000_000)


def test_the_longest_goes_before_the_largest_and_both_are_said():
    short = video(1, duration_ms=30_000, width=1280, height=720, size_bytes=5_000_000)
    (group,) = groups([short, video(2)], [pair(1, 2, 1.0, 0.5)])
    assert group.best.id == 2
    assert group.reason == "longest: 1:00 against 0:30"


def test_a_slowed_copy_is_not_longer_since_it_shows_nothing_more():
    slow = video(1, duration_ms=90_000, width=320, height=180)
    (group,) = groups([slow, video(2)], [pair(1, 2)])
    assert group.best.id == 2


def test_black_borders_are_not_picture_and_colours_count():
    boxed = video(1, height=720)
    (group,) = groups([boxed, video(2)], [pair(1, 2)], {1: Look(0.4, 20), 2: Look(1, 20)})
    assert group.best.id == 2
    assert group.reason.startswith("largest: 640x360 against 640x720 with black borders")
    (group,) = groups([video(1, width=1280), video(2)], [pair(1, 2)], {1: Look(1, 0.5), 2: Look(1, 20)})
    assert group.best.id == 2
    assert group.reason == "in colour, where another is not"


def test_a_video_joins_only_where_it_was_confirmed_against_the_best():
    chain = [video(1, width=900), video(2, width=800), video(3, width=700), video(4, width=690)]
    found = groups(chain, [pair(1, 2), pair(2, 3), pair(3, 4)])
    assert [{group.best.id, *(copy.video.id for copy in group.copies)} for group in found] == [{1, 2}, {3, 4}]
    assert found[0].copies[0].also_like == 1


def test_matches_and_shares_are_told_from_the_copy_s_side():
    (group,) = groups([video(1, width=900), video(2)], [pair(2, 1, first_share=0.97, second_share=0.96)])
    (copy,) = group.copies
    assert (copy.share, copy.best_share) == (0.97, 0.96)
    assert copy.matches == (Stretch(2, 3, 0, 1),)


def test_nothing_gives_no_group():
    assert groups([video(1)], []) == ()
