"""Whether a library's rows are what was stored: checksums, counts and bitmaps, page by page of 4096 segments."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from vhdesk.library.checksums import VIDEO_COLUMNS, checksum, feature_checksum, segment_checksum
from vhdesk.library.codes import SLOTS, SYSTEM_SHIFT, CodePage

_STATUS = VIDEO_COLUMNS.index("status")


@dataclass
class Audit:
    """What was found.

    Attributes:
        videos: every video whose row is as it was stored, with its number of segments.
        altered: ids of videos whose row is not.
        whole: the systems of which a video has everything, by video id; of videos that have segments.
        torn: ids of videos that have segments and are not whole in every system that they have features of.
        astray: rows that belong to no video or segment.
        slots: slots of code pages that are alive without features, or features without a slot.
    """

    videos: dict[int, int] = field(default_factory=dict)
    altered: list[int] = field(default_factory=list)
    whole: dict[int, set[int]] = field(default_factory=dict)
    torn: set[int] = field(default_factory=set)
    astray: int = 0
    slots: int = 0

    def sentences(self) -> list[str]:
        """What is wrong, for a person; empty where nothing is."""
        found = (
            (len(self.altered), "{} of the videos are no longer what was stored of them."),
            (len(self.torn), "{} of the videos lack segments, pictures, features or codes, or have damaged ones."),
            (self.astray, "{} rows belong to no video."),
            (self.slots, "{} places in the code pages disagree with the features."),
        )
        return [text.format(number) for number, text in found if number]


def audit(conn: sqlite3.Connection) -> Audit:
    """Read everything and compare.

    Raises:
        sqlite3.DatabaseError: the file is damaged; what it holds cannot be compared.
    """
    result = Audit()
    for *values, stored in conn.execute(f"SELECT {', '.join(VIDEO_COLUMNS)}, checksum FROM video"):
        if checksum(*values) == stored:
            result.videos[values[0]] = values[-1]
            if values[_STATUS] == "indexed" and not values[-1]:
                result.torn.add(values[0])
        else:
            result.altered.append(values[0])
    systems = [row[0] for row in conn.execute("SELECT id FROM system")]
    counts = _Counts()
    for (page,) in conn.execute("SELECT DISTINCT id / ? FROM segment", (SLOTS,)).fetchall():
        _count_page(conn, page, systems, counts, result)
    features = conn.execute("SELECT count(*) FROM feature").fetchone()[0]
    thumbnails = conn.execute("SELECT count(*) FROM thumbnail").fetchone()[0]
    result.astray += (features - counts.features) + (thumbnails - counts.thumbnails)
    known = result.videos.keys() | set(result.altered)
    result.astray += sum(number for video, number in counts.all.items() if video not in known)
    for video, segments in result.videos.items():
        if not segments and not counts.all[video]:
            continue
        complete = segments == counts.good[video] == counts.all[video]
        whole = {system for system in systems if counts.complete[video, system] == segments} if complete else set()
        if whole:
            result.whole[video] = whole
        if not whole or any(counts.stored[video, system] and system not in whole for system in systems):
            result.torn.add(video)
    return result


@dataclass
class _Counts:
    """By video, and by video and system: rows there, and rows as they were stored."""

    all: Counter[int] = field(default_factory=Counter)
    good: Counter[int] = field(default_factory=Counter)
    stored: Counter[tuple[int, int]] = field(default_factory=Counter)
    complete: Counter[tuple[int, int]] = field(default_factory=Counter)
    features: int = 0
    thumbnails: int = 0


def _count_page(conn: sqlite3.Connection, page: int, systems: list[int], counts: _Counts, result: Audit) -> None:
    first = page * SLOTS
    owners: dict[int, int] = {}
    rows = conn.execute(
        """
        SELECT id, checksum, video_id, ordinal, start_ms, end_ms, aside, jpeg
        FROM segment LEFT JOIN thumbnail ON segment_id = id WHERE id >= ? AND id < ?
        """,
        (first, first + SLOTS),
    )
    for id_, stored, video, *facts in rows:
        owners[id_] = video
        counts.all[video] += 1
        counts.thumbnails += facts[-1] is not None
        counts.good[video] += segment_checksum(video, *facts) == stored
    for system in systems:
        codes = _codes_of_page(conn, system, page)
        alive = set(codes)
        base = system << SYSTEM_SHIFT
        for id_, stored, sequence in conn.execute(
            "SELECT id - ?1, checksum, sequence FROM feature WHERE id >= ?1 + ?2 AND id < ?1 + ?3",
            (base, first, first + SLOTS),
        ):
            if id_ not in owners:
                continue
            counts.features += 1
            counts.stored[owners[id_], system] += 1
            if id_ not in alive:
                result.slots += 1
                continue
            alive.discard(id_)
            counts.complete[owners[id_], system] += feature_checksum(id_, sequence, codes[id_]) == stored
        result.slots += len(alive)


def _codes_of_page(conn: sqlite3.Connection, system: int, page: int) -> dict[int, dict[int, bytes]]:
    """Bits -> code of every segment that is alive."""
    row = conn.execute("SELECT alive FROM code_page WHERE system_id = ? AND page = ?", (system, page)).fetchone()
    if row is None:
        return {}
    codes: dict[int, dict[int, bytes]] = {id_: {} for id_ in CodePage(page, 0, row[0], b"").segment_ids()}
    blocks: Any = conn.execute(
        "SELECT bits, codes FROM code_block WHERE system_id = ? AND page = ? ORDER BY bits", (system, page)
    )
    for bits, block in blocks:
        for id_, code in CodePage(page, 0, row[0], block).rows():
            codes[id_][bits] = code
    return codes
