"""From a file to its code, CPU time against other video fingerprints, on the same real clips, clip by clip in turn."""

from __future__ import annotations

from pathlib import Path

from tabulate import tabulate

from tests.benchmarks.peering import clock, running_peers, spread
from tests.benchmarks.real_clips import thirty_clips
from tests.conftest import SHARED
from vhdesk.media.decode import DecodeRequest, decode_segments
from vhdesk.systems.system import System, load_system

ROUNDS = 3
GOALS = {"vpdq": 0.6, "perception": 0.6, "videohash": 0.08}
TITLES = {"vpdq": "vpdq, 1 hash a second", "perception": "perception TMKL1, 3 fps", "videohash": "videohash"}


def run() -> None:
    """Print the table."""
    if not SHARED.exists():
        print("the real clips are not here")
        return
    system = load_system("desk", device="cpu")
    clips = thirty_clips()
    _ours(system, clips[0])
    rows = []
    with running_peers(tuple(GOALS)) as peers:
        for name, goal in GOALS.items():
            if name not in peers:
                rows.append((TITLES[name], "not installed", *[""] * 3, f"<= {goal}"))
                continue
            readable = [path for path in clips if peers[name].cpu_s(path) is not None]
            ours, theirs = [], []
            for _ in range(ROUNDS):
                mine = other = 0.0
                for path in readable:
                    mine += _ours(system, path)
                    other += peers[name].cpu_s(path) or 0.0
                ours.append(mine)
                theirs.append(other)
            cells = [spread([1000 * t / len(readable) for t in times]) for times in (ours, theirs)]
            ratios = spread([a / b for a, b in zip(ours, theirs, strict=True)], ".2f")
            rows.append((TITLES[name], str(len(readable)), *cells, ratios, f"<= {goal}"))
    headers = ("peer", "clips", "ours, CPU ms a clip", "peer, CPU ms a clip", "ours / peer", "goal")
    print(tabulate(rows, headers=headers, disable_numparse=True))
    print(f"ours: 8 s windows, 16 frames each, thumbnails, codes of all lengths; {system.encoder.info}")


def _ours(system: System, path: Path) -> float:
    started = clock()
    card = system.card
    for segment in decode_segments(
        DecodeRequest(str(path), card.frames, card.side, 8000, 4000, remove_bars=card.remove_bars)
    ).segments:
        pooled = system.pooled(system.features(segment.frames))
        for bits in card.bits:
            system.codes(pooled, bits)
    return clock() - started
