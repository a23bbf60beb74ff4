from __future__ import annotations

from vhdesk.search.commonness import common_segments, note_on, radius_bits


def test_a_part_is_common_only_beside_telling_ones():
    assert common_segments([30, 30, 1, 2]) == {0, 1}
    assert common_segments([30, 30, 30]) == set()
    assert common_segments([9, 1]) == set()
    assert common_segments([30, 8]) == set()
    assert common_segments([200, 0]) == {0}
    assert common_segments([500]) == set()
    assert common_segments([]) == set()


def test_the_note_names_the_stretches_once():
    assert note_on([]) == ()
    (note,) = note_on([(0, 8000), (4000, 12_000), (40_000, 48_000)])
    assert "0–12 s, 40–48 s" in note


def test_the_radius_follows_an_altered_query_but_not_into_the_unrelated():
    assert [radius_bits(64, nearest) for nearest in (0, 2, 3, 5, 6, 20)] == [4, 4, 5, 7, 8, 8]
    assert radius_bits(16) == 1
