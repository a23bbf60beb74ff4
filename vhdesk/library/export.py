"""Writes videos and segments as CSV or JSON, for other programs."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, TextIO

from vhdesk.errors import BadInput, printable
from vhdesk.library.codes import SLOTS, read_code_pages
from vhdesk.library.connection import python_path

_VIDEO = (
    "path label status error size_bytes mtime_ns content_hash duration_ms width height fps rotation codec "
    "indexed_at".split()
)
_SEGMENT = ("segment", "start_ms", "end_ms", "set_aside")

Codes = Callable[[int], dict[str, str]]


def export(conn: sqlite3.Connection, file: str, kind: str, *, codes: bool) -> tuple[int, int]:
    """Write a file that is not there yet, whole or not at all; the numbers of videos and segments.

    Args:
        conn: a reading connection.
        file: to write.
        kind: ``csv`` (a row per segment, one for a video without any) or ``json`` (videos with their segments).
        codes: with the codes of every system and length, as hexadecimal digits.

    Raises:
        BadInput: the file is there already, or the kind is another.
        OSError: it cannot be written.
    """
    writers = {"csv": _write_csv, "json": _write_json}
    if kind not in writers:
        raise BadInput(f"A library is exported as csv or json, not as '{kind}'.")
    if os.path.exists(file):
        raise BadInput(f"There is a file {printable(file)} already. Name another, or move it away.")
    part = file + ".part"
    conn.execute("BEGIN")  # all of one moment
    try:
        columns, codes_of = _codes(conn) if codes else ((), lambda _id: {})
        with open(part, "w", encoding="utf-8", newline="") as stream:
            counts = writers[kind](stream, _videos(conn, codes_of), columns)
        os.replace(part, file)
    finally:
        conn.rollback()
        if os.path.exists(part):
            os.unlink(part)
    return counts


def _videos(conn: sqlite3.Connection, codes_of: Codes) -> Iterator[dict[str, Any]]:
    for id_, path, *facts in conn.execute(f"SELECT id, {', '.join(_VIDEO)} FROM video ORDER BY path"):
        video = dict(zip(_VIDEO, (printable(python_path(path)), *facts), strict=True))
        rows = conn.execute(
            "SELECT id, start_ms, end_ms, aside FROM segment WHERE video_id = ? ORDER BY ordinal", (id_,)
        ).fetchall()
        video["segments"] = [dict(zip(_SEGMENT, row, strict=True)) | codes_of(row[0]) for row in rows]
        yield video


def _codes(conn: sqlite3.Connection) -> tuple[tuple[str, ...], Codes]:
    """Column names, and the codes of a segment by column."""
    pages: dict[str, dict[int, Any]] = {}
    sql = (
        "SELECT DISTINCT name, fingerprint, bits FROM system JOIN code_block ON system_id = system.id ORDER BY 1, 2, 3"
    )
    for system, fingerprint, bits in conn.execute(sql).fetchall():
        found = read_code_pages(conn, fingerprint, bits)
        pages[f"{system}-{fingerprint[:8]}_{bits}"] = {page.page: page for page in found}

    def of(segment: int) -> dict[str, str]:
        found = {name: by_page.get(segment // SLOTS) for name, by_page in pages.items()}
        codes = {name: page.code(segment) for name, page in found.items() if page is not None}
        return {name: code.hex() for name, code in codes.items() if code is not None}

    return tuple(pages), of


def _write_csv(stream: TextIO, videos: Iterator[dict[str, Any]], columns: tuple[str, ...]) -> tuple[int, int]:
    writer = csv.DictWriter(stream, (*_VIDEO, *_SEGMENT, *columns), quoting=csv.QUOTE_MINIMAL)
    writer.writeheader()
    number = total = 0
    for video in videos:
        segments = video.pop("segments")
        writer.writerows(video | segment for segment in segments or [{}])
        number, total = number + 1, total + len(segments)
    return number, total


def _write_json(stream: TextIO, videos: Iterator[dict[str, Any]], columns: tuple[str, ...]) -> tuple[int, int]:
    stream.write('{"videos": [')
    number = total = 0
    for video in videos:
        for segment in video["segments"] if columns else ():
            segment["codes"] = {name: segment.pop(name) for name in columns if name in segment}
        stream.write(",\n" if number else "\n")
        json.dump(video, stream, ensure_ascii=False)
        number, total = number + 1, total + len(video["segments"])
    stream.write("\n]}\n")
    return number, total
