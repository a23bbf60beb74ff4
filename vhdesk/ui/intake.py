"""What was dropped or pasted: a query, a folder, a result of our own, or nothing that we take."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QUrl

RESULT_TYPE = "application/x-vhdesk-result"


@dataclass(frozen=True)
class Intake:
    """One thing to do.

    Attributes:
        path: the file or folder.
        folder: whether it is a folder.
        count: how many things came at once; only the first is used.
        from_ms: start of the part to search with, for a result of our own.
        to_ms: its end.
        paths: all that came.
    """

    path: Path
    folder: bool
    count: int = 1
    from_ms: int | None = None
    to_ms: int | None = None
    paths: tuple[Path, ...] = ()


def read_mime(mime: QMimeData) -> Intake | None:
    """What a drop or the clipboard holds for us."""
    if mime.hasFormat(RESULT_TYPE):
        data = json.loads(bytes(mime.data(RESULT_TYPE).data()))
        return Intake(Path(data["path"]), False, data["count"], data["from_ms"], data["to_ms"])
    paths = read_paths(mime)
    if not paths:
        return None
    first = Path(paths[0])
    return Intake(first, first.is_dir(), len(paths), paths=tuple(map(Path, paths)))


def read_paths(mime: QMimeData) -> list[str]:
    """Every path that a drop or the clipboard names."""
    paths = [path for path in map(local_path, mime.urls()) if path]
    if not paths and mime.hasText():
        paths = [path for path in map(typed_path, mime.text().splitlines()) if path]
    return paths


def local_path(url: QUrl) -> str | None:
    """The path of a file URL, undecodable bytes as surrogates."""
    if not url.isLocalFile():
        return None
    if os.name == "posix":
        encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded).encode()
        return os.fsdecode(bytes(QByteArray.fromPercentEncoding(encoded).data()))
    return url.toLocalFile()


def typed_path(line: str) -> str | None:
    """The path that a line of text spells: a file URL or an absolute path, quoted or not."""
    line = line.strip().strip("\"'")
    if line.lower().startswith("file:"):
        return local_path(QUrl(line))
    line = os.path.expanduser(line)
    return line if line and "\0" not in line and os.path.isabs(line) else None


def result_mime(path: str, start_ms: int, end_ms: int, count: int = 1) -> QMimeData:
    """What is dragged when a result is: its file for other programs, the segment for ourselves."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path)])
    whole = end_ms <= start_ms
    data = {"path": path, "count": count, "from_ms": None if whole else start_ms, "to_ms": None if whole else end_ms}
    mime.setData(RESULT_TYPE, QByteArray(json.dumps(data).encode()))
    return mime
