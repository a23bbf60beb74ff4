"""Sixteen uniform frames of a video, CPU time against decord and torchcodec, one decoding thread each.

Ours are scaled and come with a thumbnail and the file's hash; theirs are as large as the video.
"""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import av
import av.filter
from tabulate import tabulate

from tests.benchmarks.peering import Peer, clock, running_peers, spread
from tests.benchmarks.real_clips import thirty_clips
from tests.conftest import SHARED
from vhdesk.media.decode import DecodeReply, DecodeRequest, decode_segments
from vhdesk.media.probe import probe

ROUNDS = 3
FRAMES = 16
SECONDS, LOOPS = 60, 30
FPS = 30
GOALS = {"decord": 20, "torchcodec": 15}
SHORT_GOAL = 1.5


def run() -> None:
    """Print the tables."""
    minute, half_hour = _made_videos()
    with running_peers(tuple(GOALS)) as peers:
        rows = []
        for name, path in (("60 s, 720p", minute), ("30 min, 720p", half_hour)):
            rows += _one_file(name, path, peers)
        headers = ("file", "ours, CPU ms", "different frames", "peer", "peer, CPU ms", "ratio", "goal")
        print(tabulate(rows, headers=headers, disable_numparse=True))
        if SHARED.exists():
            print()
            _short_clips(peers)


def _made_videos() -> tuple[Path, Path]:
    """A minute and half an hour of moving pictures at the bit rate of the web, made once."""
    folder = Path(tempfile.gettempdir()) / "vhdesk-benchmarks"
    folder.mkdir(exist_ok=True)
    minute, half_hour = folder / "minute-720p.mp4", folder / "half-hour-720p.mp4"
    if not minute.exists():
        part = folder / "minute.part.mp4"
        _write_minute(part)
        part.replace(minute)
    if not half_hour.exists():
        part = folder / "half-hour.part.mp4"
        _write_loop(minute, part)
        part.replace(half_hour)
    return minute, half_hour


def _write_minute(path: Path) -> None:
    graph = av.filter.Graph()
    filters = [
        graph.add("mandelbrot", f"size=1280x720:rate={FPS}"),
        graph.add("format", "yuv420p"),
        graph.add("noise", "alls=12:allf=t"),
        graph.add("buffersink"),
    ]
    for a, b in pairwise(filters):
        a.link_to(b)
    graph.configure()
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=FPS, options={"preset": "medium", "g": "250"})
        stream.width, stream.height, stream.pix_fmt, stream.bit_rate = 1280, 720, "yuv420p", 2_500_000
        stream.codec_context.gop_size = 250
        for index in range(SECONDS * FPS):
            frame = graph.pull()
            assert isinstance(frame, av.VideoFrame)
            frame.pts = index
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


def _write_loop(source: Path, path: Path) -> None:
    with av.open(str(path), "w") as target:
        stream = None
        for number in range(LOOPS):
            with av.open(str(source)) as container:
                original = container.streams.video[0]
                stream = stream or target.add_stream_from_template(original)
                shift = round(number * SECONDS / float(original.time_base or 1))
                for packet in container.demux(original):
                    if packet.dts is None or packet.pts is None:
                        continue
                    packet.pts, packet.dts = packet.pts + shift, packet.dts + shift
                    packet.stream = stream
                    target.mux(packet)


def _whole(path: Path) -> DecodeReply:
    length = max(1, probe(str(path)).duration_ms)
    return decode_segments(DecodeRequest(str(path), FRAMES, 128, length, 0))


def _ours(path: Path, length_ms: int) -> float:
    started = clock()
    decode_segments(DecodeRequest(str(path), FRAMES, 128, length_ms, 0))
    return clock() - started


def _one_file(name: str, path: Path, peers: dict[str, Peer]) -> list[tuple[str, ...]]:
    segment = _whole(path).segments[0]
    length = probe(str(path)).duration_ms
    ours: list[float] = []
    theirs: dict[str, list[float]] = {peer: [] for peer in GOALS}
    for _ in range(ROUNDS):
        ours.append(_ours(path, length))
        for peer in peers.values():
            taken = peer.cpu_s(path, FRAMES)
            if taken is not None:
                theirs[peer.name].append(taken)
    mine = spread([1000 * t for t in ours])
    rows = []
    for peer_name, times in theirs.items():
        cells = ("not installed", "-") if not times else _against(times, ours)
        rows.append((name, mine, str(segment.different), peer_name, *cells, f">= {GOALS[peer_name]}"))
    return rows


def _against(theirs: list[float], ours: list[float]) -> tuple[str, str]:
    ratios = [a / b for a, b in zip(theirs, ours, strict=True)]
    return spread([1000 * t for t in theirs]), spread(ratios)


def _short_clips(peers: dict[str, Peer]) -> None:
    clips = thirty_clips()
    lengths = {path: max(1, _whole(path).info.duration_ms) for path in clips}
    rows = []
    for peer in peers.values():
        readable = [path for path in clips if peer.cpu_s(path, FRAMES) is not None]
        ours, theirs = [], []
        for _ in range(ROUNDS):
            mine = other = 0.0
            for path in readable:
                mine += _ours(path, lengths[path])
                other += peer.cpu_s(path, FRAMES) or 0.0
            ours.append(mine)
            theirs.append(other)
        cells = [spread([1000 * t / len(readable) for t in times]) for times in (ours, theirs)]
        ratios = spread([b / a for a, b in zip(ours, theirs, strict=True)], ".2f")
        rows.append(
            (peer.name, str(len(readable)), *cells, ratios, f">= {SHORT_GOAL}" if peer.name == "decord" else "")
        )
    headers = ("real clips, 16 frames", "clips", "ours, CPU ms a clip", "peer, CPU ms a clip", "ratio of sums", "goal")
    print(tabulate(rows or [("no peer is installed", *[""] * 5)], headers=headers, disable_numparse=True))
