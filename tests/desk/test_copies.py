"""What the window does with copies that were found: group them anew, remember what the user says, see what is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import write_clip
from vhdesk.desk import CancelToken, Desk, DuplicateOptions, Grouping
from vhdesk.desk.duplicates import gone, mark_copies, regroup
from vhdesk.errors import Interrupted
from vhdesk.media.samples import alter_clip


@pytest.fixture
def desk(tmp_path):
    first = write_clip(tmp_path / "archive" / "a.mp4", seed=1, size=(320, 240))
    (tmp_path / "new").mkdir()
    alter_clip(first, tmp_path / "new" / "small.mp4", width=160, crf=28)
    shutil.copy(first, tmp_path / "new" / "same.mp4")
    with Desk(tmp_path / "l.vhdesk") as desk:
        desk.open()
        desk.index([tmp_path / "archive", tmp_path / "new"])
        yield desk


def named(groups) -> list[list[str]]:
    return [
        [Path(video.path).name for video in (group.best, *(copy.video for copy in group.copies))] for group in groups
    ]


def test_groups_are_made_anew_without_comparing_again(desk):
    found = desk.duplicates().found
    assert named(found.groups) == [["a.mp4", "same.mp4", "small.mp4"]]
    assert regroup(found, Grouping()) == found.groups
    assert named(regroup(found, Grouping(max_distance=0)))[0][:2] == ["a.mp4", "same.mp4"]
    assert named(regroup(found, Grouping(scope="within"))) == [["same.mp4", "small.mp4"]]
    best = found.groups[0].best.id
    assert named(regroup(found, Grouping(without=frozenset({best})))) == [["same.mp4", "small.mp4"]]
    for scope in ("all", "within", "across"):
        assert regroup(found, Grouping(scope=scope)) == desk.duplicates(DuplicateOptions(scope=scope)).found.groups


def test_every_copy_knows_its_pictures(desk):
    found = desk.duplicates().found
    for member in found.members.values():
        segment = member.segment_at(1000)
        assert segment is not None
        assert desk.thumbnail(segment)


def test_what_is_said_of_copies_is_remembered_honoured_and_taken_back(desk, tmp_path):
    group = desk.duplicates().found.groups[0]
    small = next(copy.video for copy in group.copies if copy.video.path.endswith("small.mp4"))
    mark_copies(desk, [(small, group.best)], "no")
    found = desk.duplicates().found
    assert named(found.groups) == [["a.mp4", "same.mp4"]]
    assert "2 pairs that you said to keep" in found.notes[0]
    assert found.said_of(group.best.id, small.id) == "no"
    assert len(desk.duplicates(DuplicateOptions(kept=True)).found.groups[0].copies) == 2
    # It hangs on the contents: another name and place change nothing.
    (tmp_path / "new" / "small.mp4").rename(tmp_path / "new" / "renamed.mp4")
    desk.index([])
    assert named(desk.duplicates().found.groups) == [["a.mp4", "same.mp4"]]
    mark_copies(desk, [(group.best, small)], None)
    found = desk.duplicates().found
    assert len(found.groups[0].copies) == 2
    assert found.notes == ()


def test_marks_of_copies_are_no_marks_of_searches(desk, tmp_path):
    group = desk.duplicates().found.groups[0]
    mark_copies(desk, [(group.best, copy.video) for copy in group.copies], "no")
    response = desk.search(tmp_path / "archive" / "a.mp4")
    assert response.left_out == 0
    assert len(response.results) == 3
    assert desk.marks(response.identity) == {}


def test_a_file_that_is_not_there_is_told_from_a_drive_that_is_not(desk, tmp_path):
    found = desk.duplicates().found
    assert gone(desk, found) == frozenset()
    (tmp_path / "new" / "same.mp4").unlink()
    (same,) = (id_ for id_, member in found.members.items() if member.video.path.endswith("same.mp4"))
    assert gone(desk, found) == {same}
    (tmp_path / "new").rename(tmp_path / "unplugged")
    assert gone(desk, found) == frozenset()
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Interrupted):
        gone(desk, found, cancel.check)
