"""The library is told of files that the user moved away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vhdesk.desk.desk import Desk


def note_missing(desk: Desk, video_ids: Sequence[int]) -> None:
    """Searches pass over these videos from now on; their codes stay for when the files are there again.

    Raises:
        LibraryProblem, DiskProblem: the library cannot be written now; the next scan notices by itself.
    """
    with desk._library.writer() as writer:
        writer.mark_missing(video_ids)
