"""Which videos come from one recording, so that none is found by a piece of itself."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from dataclasses import dataclass

from vhdesk.errors import BadInput, printable


@dataclass(frozen=True)
class GroupTable:
    """The rows of a CSV file with the columns ``path`` and ``group``.

    Attributes:
        folder: of the file; paths may be relative to it.
        rows: path as written, and group.
    """

    file: str
    folder: str
    rows: tuple[tuple[str, str], ...]

    def groups_of(self, paths: Sequence[str], folders: Sequence[str]) -> list[str | None]:
        """The group of each absolute path; ``None`` where the table does not name it.

        Args:
            paths: to look up.
            folders: further folders that the table's paths may be relative to.
        """
        groups: dict[str, str] = {}
        for base in (*reversed(folders), self.folder):  # the file's own folder has the last word
            groups |= {_key(os.path.join(base, path)): group for path, group in self.rows}
        return [groups.get(_key(path)) for path in paths]


def _key(path: str) -> str:
    return os.path.normcase(os.path.abspath(path))


def read_groups(path: str) -> GroupTable:
    """Read a CSV file with a header; other columns are passed over.

    Raises:
        BadInput: it cannot be read, or a column is missing.
    """
    shown = printable(path)
    try:
        with open(path, encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            reader = csv.DictReader(file)
            if not {"path", "group"} <= set(reader.fieldnames or ()):
                raise BadInput(f"{shown} needs a first line that names the columns path,group.")
            rows = tuple((row["path"], row["group"]) for row in reader if row["path"] and row["group"])
    except (OSError, csv.Error) as problem:
        raise BadInput(f"{shown} cannot be read as CSV ({problem}).") from problem
    return GroupTable(path, os.path.dirname(os.path.abspath(path)), rows)


def default_group(path: str, folder: str | None, content: str) -> str:
    """A video's recording where no table names it.

    Args:
        path: of the video.
        folder: whose first level of folders gives the labels; ``None`` where they come from elsewhere.
        content: hash of the file; copies of one file are one recording.
    """
    if folder is not None and len(os.path.relpath(path, folder).split(os.sep)) > 2:  # label/recording/clip.mp4
        return f"folder {os.path.dirname(path)}"
    return f"content {content}"
