from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import write_clip
from vhdesk.desk import Desk, SearchOptions
from vhdesk.desk.compare import agreement
from vhdesk.desk.discard import note_missing
from vhdesk.errors import BadInput
from vhdesk.settings import Settings


@pytest.fixture
def videos(tmp_path: Path) -> Path:
    """A long video whose second half is the clip beside it, and another."""
    folder = tmp_path / "videos"
    write_clip(folder / "long.mp4", seed=1, frames=240, fps=10, size=(96, 72))
    write_clip(folder / "other.mp4", seed=2, frames=60, fps=10, size=(96, 72))
    return folder


@pytest.mark.parametrize("bits", [16, 64, 256])
def test_what_is_compared_is_what_was_searched(videos, tmp_path, bits):
    with Desk(tmp_path / "l.vhdesk", Settings()) as desk:
        desk.open()
        desk.index([videos])
        options = SearchOptions(10, bits, from_ms=8000, to_ms=16_000)
        best = desk.search(videos / "long.mp4", options).results[0]
        found = agreement(desk, videos / "long.mp4", options, best.video_id)
        assert len(found.video) > 3
        assert [(len(row), all(0 <= d <= bits for d in row)) for row in found.distances] == [(len(found.video), True)]
        row, column = found.pair_at(best.query_start_ms, best.start_ms)
        assert found.distances[row][column] == best.hamming == sum(found.differing(row, column))
        assert found.video[column].start_ms == best.start_ms
        assert len(found.differing(row, column)) == bits
        for column, distance in enumerate(found.distances[0]):
            assert sum(found.differing(0, column)) == distance
        with pytest.raises(BadInput):
            agreement(desk, videos / "gone.mp4", options, best.video_id)


def test_segments_can_be_results_of_their_own(videos, tmp_path):
    with Desk(tmp_path / "l.vhdesk", Settings()) as desk:
        desk.open()
        desk.index([videos])
        by_video = desk.search(videos / "long.mp4", SearchOptions(50)).results
        by_segment = desk.search(videos / "long.mp4", SearchOptions(50, group="segment")).results
        assert len(by_video) == 2
        assert len({result.segment_id for result in by_segment}) == len(by_segment) > 4
        assert [result.rank for result in by_segment] == list(range(1, len(by_segment) + 1))
        assert by_segment[0].hamming == by_video[0].hamming
        assert len(desk.search(videos / "long.mp4", SearchOptions(3, group="segment")).results) == 3
        file = Path(by_video[0].path)
        assert by_video[0].modified_ns == file.stat().st_mtime_ns
        with pytest.raises(BadInput, match="grouped by video or segment"):
            desk.search(videos / "long.mp4", SearchOptions(group="folder"))


def test_what_was_moved_away_is_passed_over(videos, tmp_path):
    with Desk(tmp_path / "l.vhdesk", Settings()) as desk:
        desk.open()
        desk.index([videos])
        first = desk.search(videos / "long.mp4").results[0]
        note_missing(desk, [first.video_id])
        assert [Path(r.path).name for r in desk.search(videos / "long.mp4").results] == ["other.mp4"]
