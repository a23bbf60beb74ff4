"""Libraries with something in them, and everything that matters of them, for comparison."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from vhdesk.library.connection import connect
from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentRecord, VideoFacts
from vhdesk.library.writer import NewFile

LENGTHS = (16, 32, 64, 128, 256)
SYSTEMS = ("f", "g")


def records(rng: random.Random, segments: int) -> list[SegmentRecord]:
    """Segments with pictures, features and codes of real sizes."""
    return [
        SegmentRecord(
            number,
            number * 4000,
            number * 4000 + 8000,
            rng.randbytes(rng.randrange(10, 9000)),
            rng.randbytes(1152),
            {bits: rng.randbytes(bits // 8) for bits in LENGTHS},
            rng.choice([None, None, None, "dark"]),
        )
        for number in range(segments)
    ]


def fill(library: Library, videos: int = 60, seed: int = 0) -> None:
    """Videos in two folders and two systems; one failed, one missing, one pending, one read in part."""
    rng = random.Random(seed)
    with library.writer() as writer:
        roots = [
            writer.add_root("/videos/a", excludes=("*.part",)),
            writer.add_root("/videos/b", label_from_folder=True),
        ]
        systems = [writer.add_system("desk", fingerprint, {"name": fingerprint}) for fingerprint in SYSTEMS]
        files = [
            NewFile(roots[n % 2].id, f"{roots[n % 2].path}/{seed}-{n}.mp4", 10 + n, 20 + n, rng.choice([None, "label"]))
            for n in range(videos)
        ]
        ids = list(writer.plan(files).values())
        for number, id_ in enumerate(ids[:-2]):
            damage = "Only the first second." if number == 5 else None
            facts = VideoFacts(10 + number, 20 + number, f"c{seed}-{number}", 9000, 640, 360, 29.97, 90, "h264", damage)
            segments = records(rng, rng.randrange(1, 6))
            for system in systems[: 1 + number % 2]:
                writer.store_video(id_, system, facts, segments)
        writer.fail_video(ids[-2], 1, 2, "It is broken.")
        writer.mark_missing([ids[3]])


def snapshot(path: Path) -> dict[Any, Any]:
    """Everything of every video that is indexed or missing, by path, without ids of segments."""
    library = Library(path)
    found: dict[Any, Any] = {}
    with closing(connect(str(path), write=False)) as db:
        codes = {(f, bits): dict(library.codes(f, bits)) for f in SYSTEMS for bits in LENGTHS}
        for id_, *facts in db.execute(
            """
            SELECT id, path, size_bytes, mtime_ns, content_hash, duration_ms, width, height, fps, rotation, codec,
              label, status, error, segments FROM video WHERE status IN ('indexed', 'missing') AND segments
            """
        ).fetchall():
            segments = []
            for segment, *of in db.execute(
                """
                SELECT id, ordinal, start_ms, end_ms, aside, jpeg FROM segment LEFT JOIN thumbnail ON segment_id = id
                WHERE video_id = ? ORDER BY ordinal
                """,
                (id_,),
            ).fetchall():
                features = db.execute("SELECT id >> 40, sequence FROM feature WHERE id & 1099511627775 = ?", (segment,))
                segments.append((*of, features.fetchall(), {key: of.get(segment) for key, of in codes.items()}))
            found[facts[0]] = (facts, segments)
    library.close()
    return found


def integrity(path: Path) -> list[Any]:
    """What SQLite finds wrong."""
    with closing(sqlite3.connect(path)) as db:
        found = [row for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
        return found + db.execute("PRAGMA foreign_key_check").fetchall()
