"""Encoders of clips on one core: CPU milliseconds a clip, and the share of what the core can do.

The weights are random: time does not depend on them. CPU time is told, the least of a few runs, since it bears other
load better than the clock does. The peak is that of one large matrix product by torch in the same run.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from tabulate import tabulate

from vhdesk.systems.card import SystemCard, card
from vhdesk.systems.clips import ClipEncoder
from vhdesk.systems.r2plus1d_bert import LAYERS, new_encoder
from vhdesk.systems.runtime import Encoder, InputShape, OpenVinoEncoder, TorchEncoder, cpu_computes_bfloat16

if TYPE_CHECKING:
    import torch

REPEATS = int(os.environ.get("VHDESK_REPEATS", "5"))
MATRIX = 2048
PRECISIONS = ("float32", "bfloat16")


@dataclass(frozen=True)
class Peaks:
    """GFLOP/s of one core by precision."""

    float32: float
    bfloat16: float

    def share(self, gflop: float, cpu_ms: float, precision: str) -> float:
        """Of the peak, percent."""
        return 100 * gflop / (cpu_ms / 1000) / float(getattr(self, precision))


def run() -> None:
    """Print the table."""
    import torch

    torch.set_num_threads(1)
    before = os.getloadavg()[0]
    precisions = PRECISIONS if cpu_computes_bfloat16() else PRECISIONS[:1]
    peaks = Peaks(*(peak(getattr(torch, precision)) for precision in PRECISIONS))
    print(
        f"one core by a {MATRIX} x {MATRIX} product: float32 {peaks.float32:.0f}, bfloat16 {peaks.bfloat16:.0f} GFLOP/s"
    )
    rows = []
    for name in LAYERS:
        for average in (True, False):
            rows += [row for precision in precisions for row in variant(card(name), average, precision, peaks)]
    headers = (
        "encoder",
        "engine",
        "precision",
        "crops",
        "GFLOP",
        "CPU ms",
        "wall ms",
        "% of peak",
        "cosine to torch f32",
    )
    print(tabulate(rows, headers=headers, disable_numparse=True))
    print(f"load average before and after: {before:.1f}, {os.getloadavg()[0]:.1f}; {os.cpu_count()} cores")


def variant(found: SystemCard, average: bool, precision: str, peaks: Peaks) -> list[tuple[str, ...]]:
    """Rows of one net in one precision: torch and OpenVINO with one crop, and OpenVINO with ten."""
    import torch

    from vhdesk.nets.frame_encoder import FrameEncoder
    from vhdesk.nets.video_encoder import Clips

    torch.manual_seed(0)
    net = FrameEncoder(
        Clips(new_encoder(found.name, found.frames, average=average), found.frames), found.mean, found.std
    )
    net.eval()
    clip = np.random.default_rng(0).integers(0, 256, found.input_shape, dtype=np.uint8)
    shape = InputShape(found.frames, found.side, pooled=True)
    gflop = count_gflop(net, shape)
    exact = cut(TorchEncoder(net, shape, "cpu", "float32", ""), found, 1)(clip)
    key = f"benchmark-{found.name}-{average}"
    rows = []
    engines: dict[str, Encoder] = {
        "torch": TorchEncoder(net, shape, "cpu", precision, ""),
        "OpenVINO": OpenVinoEncoder(lambda: net, shape, key, precision, ""),
    }
    for engine, encoder in engines.items():
        for crops in (1, 10) if engine == "OpenVINO" and not average else (1,):
            whole = cut(encoder, found, crops)
            cpu_ms, wall_ms, feature = timed(lambda: whole(clip), REPEATS if crops == 1 else 1)  # noqa: B023
            near = float((feature * exact).sum() / np.linalg.norm(feature) / np.linalg.norm(exact))
            rows.append(
                (
                    f"{found.name}, {'average' if average else 'BERT'}",
                    engine,
                    precision,
                    str(crops),
                    f"{gflop * crops:.0f}",
                    f"{cpu_ms:.0f}",
                    f"{wall_ms:.0f}",
                    f"{peaks.share(gflop * crops, cpu_ms, precision):.0f}",
                    f"{near:.5f}" if crops == 1 else "",
                )
            )
            print(*rows[-1], flush=True)
    return rows


def cut(encoder: Encoder, found: SystemCard, crops: int) -> ClipEncoder:
    """The encoder as the indexer sees it."""
    return ClipEncoder(encoder, found.frames, found.side, crops)


def timed(work: Callable[[], np.ndarray], repeats: int) -> tuple[float, float, np.ndarray]:
    """CPU and wall milliseconds, the least of each, after one run that does not count; and the result."""
    found = work()
    spent = []
    for _ in range(repeats):
        cpu, wall = time.process_time(), time.perf_counter()
        work()
        spent.append(((time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000))
    return min(cpu for cpu, _ in spent), min(wall for _, wall in spent), found


def peak(kind: torch.dtype) -> float:
    """GFLOP/s of one core."""
    import torch

    a = torch.randn(MATRIX, MATRIX).to(kind)
    cpu_ms, _, _ = timed(lambda: a @ a, REPEATS)
    return 2 * MATRIX**3 / (cpu_ms / 1000) / 1e9


def count_gflop(net: torch.nn.Module, shape: InputShape) -> float:
    """Of one clip: two for each multiplication of convolutions and matrix products."""
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    counter = FlopCounterMode(display=False)
    frames = torch.zeros((shape.frames, shape.side, shape.side, 3), dtype=torch.uint8)
    with torch.inference_mode(), counter:
        net(frames)
    return counter.get_total_flops() / 1e9
