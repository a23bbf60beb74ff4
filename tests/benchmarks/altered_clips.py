"""Twelve altered copies of every labelled clip, written once into the folder that ``VHDESK_ALTERED`` names.

``python -m tests.benchmarks.altered_clips [PART PARTS]`` writes what is missing, or one of several parts of it.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.conftest import SHARED
from vhdesk.media.alterations import ALTERATIONS
from vhdesk.media.probe import frame_rate, open_video
from vhdesk.media.reading import linear_pictures
from vhdesk.media.recipes import EXACT
from vhdesk.media.samples import writing

CRF, LOW_CRF = 26, 42


@dataclass(frozen=True)
class Copy:
    """One way of copying.

    Attributes:
        title: as the table names it.
        alteration: of :data:`ALTERATIONS`, ``None`` where the compression does it.
        strength: that it gets.
        crf: of the file.
    """

    title: str
    alteration: str | None
    strength: float = 1.0
    crf: int = CRF


COPIES = {
    "crop": Copy("crop, central 70 %", "crop", 0.7),
    "darker": Copy("half brightness", "brightness", 0.5),
    "brighter": Copy("1.5 x brightness", "brightness", 1.5),
    "quarter": Copy("quarter resolution", "resolution", 0.25),
    "mirror": Copy("mirror", "mirror"),
    "bars": Copy("bars, 15 % above and below", "letterbox", 0.15),
    "grey": Copy("grey", "grey"),
    "noise": Copy("noise, sigma 20", "noise", 20.0),
    "logo": Copy("logo, 25 % in a corner", "logo", 0.25),
    "recompressed": Copy(f"recompressed, crf {LOW_CRF}", None, crf=LOW_CRF),
    "faster": Copy("1.25 x speed", "speed", 1.25),
    "first_half": Copy("first half only", "beginning", 0.5),
}


def cache_folder() -> Path:
    """Where the copies and everything computed from them lie."""
    return Path(os.environ.get("VHDESK_ALTERED") or Path(tempfile.gettempdir()) / "vhdesk-altered")


def labelled_rows() -> list[dict[str, str]]:
    """The manifest's rows of the labelled clips, in its order."""
    with (SHARED / "videos" / "MANIFEST.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["path"].startswith("labelled/")]


def copy_path(name: str, path: str) -> Path:
    """Where a copy of a labelled clip lies.

    Args:
        name: of :data:`COPIES`.
        path: of the clip, as the manifest has it.
    """
    return cache_folder() / name / f"{Path(path).relative_to('labelled')}.mp4"


def missing(part: int = 0, parts: int = 1) -> list[tuple[str, str]]:
    """Copies, name and clip, that have not been written, of every ``parts``-th clip from number ``part`` on."""
    paths = [row["path"] for row in labelled_rows()][part::parts]
    return [(name, path) for path in paths for name in COPIES if not copy_path(name, path).exists()]


def write_missing(part: int = 0, parts: int = 1) -> None:
    """Write them; a run that is stopped goes on where it was."""
    by_clip: dict[str, list[str]] = {}
    for name, path in missing(part, parts):
        by_clip.setdefault(path, []).append(name)
    for done, (path, names) in enumerate(by_clip.items()):
        if done % 20 == 0:
            print(f"altered copies: {done} of {len(by_clip)} clips done", flush=True)
        frames, fps = _whole(SHARED / "videos" / path)
        for name in names:
            _write(COPIES[name], frames, fps, copy_path(name, path))


def _whole(path: Path) -> tuple[np.ndarray, float]:
    """Every frame, ``[T, H, W, 3] uint8`` of even sides, and frames a second."""
    faults: list[BaseException] = []
    with open_video(str(path)) as (container, stream):
        fps = frame_rate(stream)
        frames = [frame.to_ndarray(format="rgb24") for _, frame in linear_pictures(container, stream, EXACT, 0, faults)]
    height, width = (side // 2 * 2 for side in frames[0].shape[:2])
    return np.stack(frames)[:, :height, :width], fps


def _write(copy: Copy, frames: np.ndarray, fps: float, target: Path) -> None:
    rng = np.random.default_rng(zlib.crc32(f"{target.parent.name}/{target.name}".encode()))
    altered = frames if copy.alteration is None else ALTERATIONS[copy.alteration](frames, rng, copy.strength)
    with writing(target, fps, copy.crf) as write:
        for index, frame in enumerate(altered):
            write(frame, index / fps)


if __name__ == "__main__":
    os.nice(15)
    write_missing(*map(int, sys.argv[1:3]))
