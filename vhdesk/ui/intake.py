"""What was dropped or pasted: queries, folders, results of our own, or nothing that we take."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from PySide6.QtCore import QByteArray, QMimeData, QUrl

RESULT_TYPE = "application/x-vhdesk-result"


class Shown(Protocol):
    """A stretch of a video that is on the screen: of a result, of a copy."""

    @property
    def video_id(self) -> int:
        """Of the video in the library."""

    @property
    def path(self) -> str:
        """The file."""

    @property
    def start_ms(self) -> int:
        """Where it starts."""

    @property
    def end_ms(self) -> int:
        """Where it ends; not after its start for a whole file."""


@dataclass(frozen=True)
class Intake:
    """One thing that came in.

    Attributes:
        path: the file or folder.
        folder: whether it is a folder.
        from_ms: start of the part to search with, where it is chosen.
        to_ms: its end.
    """

    path: Path
    folder: bool
    from_ms: int | None = None
    to_ms: int | None = None


def read_mime(mime: QMimeData) -> tuple[Intake, ...]:
    """What a drop or the clipboard holds for us, in its order; nothing where it holds no file."""
    if mime.hasFormat(RESULT_TYPE):
        parts = json.loads(bytes(mime.data(RESULT_TYPE).data()))
        return tuple(Intake(Path(part["path"]), False, part["from_ms"], part["to_ms"]) for part in parts)
    return tuple(Intake(Path(path), os.path.isdir(path)) for path in dict.fromkeys(read_paths(mime)))


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


def file_url(path: str) -> QUrl:
    """The URL of a local file, undecodable bytes and all: the inverse of :func:`local_path`."""
    if os.name == "posix":
        return QUrl.fromEncoded(b"file://" + quote(os.fsencode(path)).encode())
    return QUrl.fromLocalFile(path)


def result_mime(results: Sequence[Shown]) -> QMimeData:
    """What is dragged when results are: their files for other programs, the segments for ourselves."""
    mime = QMimeData()
    mime.setUrls([file_url(path) for path in dict.fromkeys(result.path for result in results)])
    parts = []
    for result in results:
        whole = result.end_ms <= result.start_ms
        from_ms, to_ms = (None, None) if whole else (result.start_ms, result.end_ms)
        parts.append({"path": result.path, "from_ms": from_ms, "to_ms": to_ms})
    mime.setData(RESULT_TYPE, QByteArray(json.dumps(parts).encode()))
    return mime
