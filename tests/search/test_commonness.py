from __future__ import annotations

from vhdesk.search.commonness import common_segments, note_on


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
