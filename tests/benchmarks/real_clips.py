"""Thirty real clips that measurements share: every codec, small and large, always the same ones."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from tests.conftest import SHARED

COUNT = 30
LEAST_S, MOST_S = 2.0, 45.0
LEAST_SIDE = 100


def thirty_clips() -> list[Path]:
    """Taken in turn from the codecs, from each evenly over its picture sizes."""
    with (SHARED / "videos" / "MANIFEST.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if not row["path"].startswith(("broken/", "labelled/"))]
    by_codec: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows:
        if LEAST_S <= float(row["seconds"]) <= MOST_S and min(int(row["width"]), int(row["height"])) >= LEAST_SIDE:
            by_codec[row["codec"]].append((int(row["width"]) * int(row["height"]), row["path"]))
    # "gif" is left out: not every peer takes it for a video
    others = [path for codec in sorted(by_codec) if codec not in {"h264", "gif"} for _, path in sorted(by_codec[codec])]
    sized = sorted(by_codec["h264"])
    left = COUNT - len(others)
    chosen = [sized[len(sized) * (2 * i + 1) // (2 * left)][1] for i in range(left)]
    return [SHARED / "videos" / path for path in others + chosen]
