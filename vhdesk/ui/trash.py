"""Files of results to the trash: asked first, then moved by the system, then noted in the library."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QFile
from PySide6.QtWidgets import QMessageBox, QWidget

from vhdesk.desk import Desk
from vhdesk.desk.discard import note_missing
from vhdesk.errors import EnvironmentProblem
from vhdesk.ui.core_texts import told
from vhdesk.ui.formats import file_name, size_of
from vhdesk.ui.intake import Shown
from vhdesk.ui.theme import Theme

# A longer list would push the buttons off the screen.
MOST_NAMES = 8


@dataclass(frozen=True)
class Trashed:
    """What became of the files.

    Attributes:
        moved: paths that are in the trash.
        kept: paths that could not be moved and are where they were.
        unnoted: why the library could not be told; empty where it was.
    """

    moved: tuple[str, ...]
    kept: tuple[str, ...]
    unnoted: str = ""


@dataclass(frozen=True)
class TrashErrand:
    """Move files to the trash; pairs of video id and path."""

    files: tuple[tuple[int, str], ...]

    def do(self, desk: Desk) -> Trashed:
        """Move them; each one alone, so that one that fails leaves the others."""
        moved: list[tuple[int, str]] = []
        kept: list[tuple[int, str]] = []
        for video_id, path in self.files:
            # A name of undecodable bytes cannot be told to Qt.
            done = not _undecodable(path) and bool(QFile.moveToTrash(path))
            (moved if done else kept).append((video_id, path))
        unnoted = ""
        if moved:
            try:
                note_missing(desk, [video_id for video_id, _ in moved])
            except EnvironmentProblem as problem:
                unnoted = told(problem)
        return Trashed(tuple(path for _, path in moved), tuple(path for _, path in kept), unnoted)


def _undecodable(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return True
    return False


def files_of(results: Sequence[Shown]) -> tuple[tuple[int, str], ...]:
    """Each file of some results once."""
    return tuple({result.path: (result.video_id, result.path) for result in results}.values())


class TrashBox(QMessageBox):
    """Asks whether files may go to the trash; it does not block, its ``finished`` signal tells.

    Attributes:
        errand: what is to be done on a yes.
        size_bytes: what the files take together; 0 where that is not known.
        warning: what else there is to think of.
        move_button: yes.
        keep_button: no; Escape means the same.
    """

    def __init__(
        self, errand: TrashErrand, theme: Theme, parent: QWidget, *, size_bytes: int = 0, warning: str = ""
    ) -> None:
        super().__init__(parent)
        self.errand = errand
        count = len(errand.files)
        self.setIconPixmap(theme.pixmap("trash", 40, "warn", self.devicePixelRatioF()))
        self.setWindowTitle(self.tr("Move to trash?"))
        if count == 1:
            text = self.tr("Move “{name}” to the trash?").replace("{name}", file_name(errand.files[0][1]))
        else:
            text = self.tr("Move %Ln file(s) to the trash?", "", count)
        if size_bytes:
            text = self.tr("{question} It frees {size}.").replace("{question}", text)
            text = text.replace("{size}", size_of(size_bytes))
        self.setText(text)
        names = [file_name(path) for _, path in errand.files[:MOST_NAMES]]
        if count > MOST_NAMES:
            more = count - MOST_NAMES
            names.append(self.tr("and %Ln more", "", more))
        where = self.tr("They leave the results; the system's trash can give them back.")
        if count == 1:
            names = [os.path.dirname(errand.files[0][1])]
            where = self.tr("It leaves the results; the system's trash can give it back.")
        self.setInformativeText("\n".join([*names, "", *([warning, ""] if warning else []), where]))
        move = self.tr("Move to trash") if count == 1 else self.tr("Move %Ln file(s)", "", count)
        self.move_button = self.addButton(move, QMessageBox.ButtonRole.DestructiveRole)
        self.keep_button = self.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        self.move_button.setAccessibleName(text)
        self.keep_button.setAccessibleName(self.tr("Change nothing"))
        self.setDefaultButton(self.keep_button)
        self.setEscapeButton(self.keep_button)

    @property
    def move_chosen(self) -> bool:
        """Whether the answer was yes."""
        return self.clickedButton() is self.move_button
