"""Codes in pages: the codes of 4096 neighbouring segments are one blob, written in place.

A million codes are then 245 rows to read instead of a million. Segment ``id`` has slot ``id % 4096`` of page
``id // 4096``; a bitmap per system and page tells which slots are alive, for all code lengths at once, so every segment
of a system has codes of all its lengths. Slots are never used twice, because segment ids are not.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from vhdesk.errors import InternalBug

SLOTS = 4096
SYSTEM_SHIFT = 40  # feature.id = system_id << 40 | segment_id


class CodePage(NamedTuple):
    """The codes of one length of 4096 neighbouring segments, as they were at one moment.

    Attributes:
        page: the first of its segments is ``4096 * page``.
        version: of its last change; grows with every change of any page.
        alive: bitmap of 512 bytes, big-endian bits as ``numpy.unpackbits`` reads them.
        codes: 4096 packed codes; what stands in a slot that is not alive means nothing.
    """

    page: int
    version: int
    alive: bytes
    codes: bytes

    def segment_ids(self) -> list[int]:
        """Ids of its segments, ascending."""
        first = self.page * SLOTS
        return [first + 8 * number + bit for number, byte in enumerate(self.alive) if byte for bit in _SET_BITS[byte]]

    def code(self, segment_id: int) -> bytes | None:
        """The packed code of one of its segments; ``None`` where that is not alive."""
        slot, width = segment_id % SLOTS, len(self.codes) // SLOTS
        if not self.alive or not self.alive[slot >> 3] & (0x80 >> (slot & 7)):
            return None
        return self.codes[slot * width : (slot + 1) * width]

    def rows(self) -> Iterator[tuple[int, bytes]]:
        """Segment id and packed code of every segment, ascending."""
        width = len(self.codes) // SLOTS
        first = self.page * SLOTS
        for id_ in self.segment_ids():
            start = (id_ - first) * width
            yield id_, self.codes[start : start + width]


def read_code_pages(conn: Any, fingerprint: str, bits: int, *, after: int = 0) -> list[CodePage]:
    """The pages of codes that changed after a version, ascending by page, all of one moment.

    A page whose segments are all gone comes with an empty bitmap, so that a copy of the codes can follow.
    """
    rows = conn.execute(
        """
        SELECT page, version, alive, coalesce(codes, x'') FROM code_page LEFT JOIN
          (SELECT system_id, page, codes FROM code_block WHERE bits = ?) USING (system_id, page)
        WHERE system_id = (SELECT id FROM system WHERE fingerprint = ?) AND version > ?
        ORDER BY page
        """,
        (bits, fingerprint, after),
    )
    return [CodePage(page, version, alive if codes else b"", codes) for page, version, alive, codes in rows]


_SET_BITS = [[bit for bit in range(8) if byte & (0x80 >> bit)] for byte in range(256)]


def bitmap(slots: Sequence[int], alive: bytes | None = None) -> bytes:
    """A bitmap with more slots alive."""
    data = bytearray(alive or bytes(SLOTS // 8))
    for slot in slots:
        data[slot >> 3] |= 0x80 >> (slot & 7)
    return bytes(data)


def without_slot(alive: bytes, slot: int) -> bytes:
    """A bitmap with one slot dead; the SQL function of that name, for the trigger on deleted segments."""
    data = bytearray(alive)
    data[slot >> 3] &= ~(0x80 >> (slot & 7))
    return bytes(data)


def next_version(conn: Any) -> int:
    """The version of the change that is being made."""
    sql = "UPDATE state SET value = value + 1 WHERE name = 'code_version' RETURNING value"
    return int(conn.execute(sql).fetchone()[0])


def store_codes(conn: Any, system_id: int, codes: Mapping[int, Mapping[int, bytes]]) -> None:
    """Write the codes of segments in the running transaction.

    Args:
        conn: a writing connection.
        system_id: whose codes they are.
        codes: segment id -> bits -> packed code.

    Raises:
        InternalBug: the segments have not all the same lengths, or not those of the system.
    """
    if not codes:
        return
    lengths = tuple(sorted(next(iter(codes.values()))))
    known = tuple(row[0] for row in conn.execute(_LENGTHS, (system_id,))) or lengths
    if known != lengths or any(tuple(sorted(of)) != lengths for of in codes.values()):
        raise InternalBug(f"Codes of {lengths} bits came for a system whose segments have codes of {known} bits.")
    version = next_version(conn)
    for page, ids in itertools.groupby(sorted(codes), lambda id_: id_ // SLOTS):
        members = list(ids)
        slots = [id_ % SLOTS for id_ in members]
        _mark_alive(conn, system_id, page, version, slots)
        for bits in lengths:
            block = _block(conn, system_id, page, bits)
            with conn.blobopen("code_block", "codes", block) as blob:
                _write_runs(blob, slots, [codes[id_][bits] for id_ in members], bits // 8)


def codes_of(conn: Any, system_id: int, segment_ids: Sequence[int]) -> dict[int, dict[int, bytes]]:
    """Codes of some segments that have them: segment id -> bits -> packed code."""
    return {
        id_: dict(
            conn.execute(
                """
                SELECT bits, substr(codes, ? * (bits / 8) + 1, bits / 8) FROM code_block
                WHERE system_id = ? AND page = ?
                """,
                (id_ % SLOTS, system_id, id_ // SLOTS),
            )
        )
        for id_ in segment_ids
    }


# One row per length: a loose scan of (system_id, bits, page).
_LENGTHS = """
WITH RECURSIVE length(bits) AS (
  SELECT min(bits) FROM code_block WHERE system_id = ?1
  UNION ALL
  SELECT (SELECT min(bits) FROM code_block WHERE system_id = ?1 AND bits > length.bits) FROM length
  WHERE length.bits IS NOT NULL
)
SELECT bits FROM length WHERE bits IS NOT NULL
"""


def _mark_alive(conn: Any, system_id: int, page: int, version: int, slots: Sequence[int]) -> None:
    row = conn.execute("SELECT alive FROM code_page WHERE system_id = ? AND page = ?", (system_id, page)).fetchone()
    conn.execute(
        """
        INSERT INTO code_page (system_id, page, version, alive) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET version = excluded.version, alive = excluded.alive
        """,
        (system_id, page, version, bitmap(slots, row[0] if row else None)),
    )


def _block(conn: Any, system_id: int, page: int, bits: int) -> int:
    key = (system_id, bits, page)
    row = conn.execute("SELECT id FROM code_block WHERE system_id = ? AND bits = ? AND page = ?", key).fetchone()
    if row is None:
        sql = "INSERT INTO code_block (system_id, bits, page, codes) VALUES (?, ?, ?, zeroblob(?)) RETURNING id"
        row = conn.execute(sql, (*key, SLOTS * bits // 8)).fetchone()
    return int(row[0])


def _write_runs(blob: sqlite3.Blob, slots: Sequence[int], codes: Sequence[bytes], width: int) -> None:
    """Neighbouring slots in one write."""
    runs = itertools.groupby(enumerate(slots), lambda pair: pair[1] - pair[0])
    for _, run in runs:
        places = [place for place, _ in run]
        blob.seek(slots[places[0]] * width)
        blob.write(b"".join(codes[place] for place in places))
