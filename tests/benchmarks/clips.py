"""Encoders of clips on one core: CPU milliseconds a clip, and the share of what the core can do.

The weights are random: time does not depend on them. CPU time is told, the least of a few runs, since it bears other
load better than the clock does; the peak is that of a large matrix product, by torch or OpenVINO, whichever is faster,
right before each of them.
``VHDESK_REPEATS`` is the number of runs.
"""

from __future__ import annotations

import copy
import functools
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from tabulate import tabulate

from vhdesk.systems.card import SystemCard, card
from vhdesk.systems.clips import ClipEncoder
from vhdesk.systems.r2plus1d_bert import LAYERS, new_encoder
from vhdesk.systems.runtime import Encoder, InputShape, OpenVinoEncoder, TorchEncoder, cpu_computes_bfloat16

if TYPE_CHECKING:
    import torch
    from numpy.typing import NDArray

REPEATS = int(os.environ.get("VHDESK_REPEATS", "5"))
MATRIX = 2048
COLUMNS = ("encoder", "engine", "precision", "crops", "GFLOP", "CPU ms", "wall ms", "peak", "% of it", "cosine")


@dataclass(frozen=True)
class Variant:
    """One net.

    Attributes:
        gflop: of one clip.
        clip: to encode, ``[32, 128, 170, 3] uint8``.
    """

    card: SystemCard
    average: bool
    net: torch.nn.Module
    gflop: float
    clip: NDArray[np.uint8]

    @property
    def name(self) -> str:
        """For the table."""
        return f"{self.card.name}, {'average' if self.average else 'BERT'}"

    @property
    def shape(self) -> InputShape:
        """Of one crop."""
        return InputShape(self.card.frames, self.card.side, pooled=True)


def run() -> None:
    """Print the table: GFLOP/s of the peak, and the cosine to torch in float32."""
    import torch

    torch.set_num_threads(1)
    before = os.getloadavg()[0]
    rows = []
    for average in (False, True):
        for name in LAYERS:
            for row in measured(make_variant(card(name), average)):
                print(*row, flush=True)
                rows.append(row)
    print(tabulate(rows, headers=COLUMNS, disable_numparse=True))
    print(f"load average before and after: {before:.1f}, {os.getloadavg()[0]:.1f}; {os.cpu_count()} cores")


def make_variant(found: SystemCard, average: bool) -> Variant:
    """A net as new."""
    import torch

    from vhdesk.nets.frame_encoder import FrameEncoder
    from vhdesk.nets.video_encoder import Clips

    torch.manual_seed(0)
    encoder = new_encoder(found.name, found.frames, average=average)
    net = FrameEncoder(Clips(encoder, found.frames), found.mean, found.std).eval()
    clip = np.random.default_rng(0).integers(0, 256, found.input_shape, dtype=np.uint8)
    return Variant(found, average, net, count_gflop(net, found), clip)


def measured(variant: Variant) -> Iterator[tuple[str, ...]]:
    """Rows of one net: torch and OpenVINO in both precisions, and the fastest of them with ten crops."""
    precisions = ("float32", "bfloat16") if cpu_computes_bfloat16() else ("float32",)
    exact: NDArray[np.float32] | None = None
    for engine in ("torch", "OpenVINO"):
        for precision in precisions:
            encoder = make_engine(variant, engine, precision)
            fastest = (engine, precision) == ("OpenVINO", precisions[-1])
            for crops in (1, 10) if fastest and not variant.average else (1,):
                top = peak(precision)
                whole = ClipEncoder(encoder, variant.card.frames, variant.card.side, crops)
                cpu_ms, wall_ms, feature = timed(lambda: whole(variant.clip), warm=crops > 1)  # noqa: B023
                exact = feature if exact is None else exact
                near = float((feature * exact).sum() / np.linalg.norm(feature) / np.linalg.norm(exact))
                yield (
                    variant.name,
                    engine,
                    precision,
                    str(crops),
                    f"{variant.gflop * crops:.0f}",
                    f"{cpu_ms:.0f}",
                    f"{wall_ms:.0f}",
                    f"{top:.0f}",
                    f"{100 * variant.gflop * crops / cpu_ms * 1000 / top:.0f}",
                    f"{near:.5f}" if crops == 1 else "",
                )


def make_engine(variant: Variant, engine: str, precision: str) -> Encoder:
    """The net on an engine."""
    if engine == "torch":
        return TorchEncoder(variant.net, variant.shape, "cpu", precision, "")
    key = f"benchmark-{variant.name}".replace(", ", "-")
    return OpenVinoEncoder(lambda: variant.net, variant.shape, key, precision, "")


def timed(work: Callable[[], NDArray[np.float32]], *, warm: bool = False) -> tuple[float, float, NDArray[np.float32]]:
    """CPU and wall milliseconds, the least of each, after one run that does not count unless ``warm``; the result."""
    spent = []
    for number in range(REPEATS + (not warm)):
        cpu, wall = time.process_time(), time.perf_counter()
        found = work()
        if number or warm:
            spent.append(((time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000))
    return min(cpu for cpu, _ in spent), min(wall for _, wall in spent), found


def peak(precision: str) -> float:
    """GFLOP/s of one core now."""
    import torch

    a = torch.randn(MATRIX, MATRIX)
    typed = a.to(getattr(torch, precision))
    best = 0.0
    for product in (lambda: typed @ typed, openvino_product(precision, a.numpy())):
        product()
        for _ in range(3):
            began = time.process_time()
            product()
            best = max(best, 2 * MATRIX**3 / (time.process_time() - began) / 1e9)
    return best


@functools.cache
def product_model(precision: str) -> Any:
    """A matrix product with a constant, on one core by OpenVINO."""
    import torch

    from vhdesk.systems.quiet_openvino import load_openvino

    openvino = load_openvino()
    model = openvino.convert_model(
        torch.nn.Linear(MATRIX, MATRIX, bias=False), example_input=torch.zeros(MATRIX, MATRIX)
    )
    config = {"INFERENCE_PRECISION_HINT": "bf16" if precision == "bfloat16" else "f32", "INFERENCE_NUM_THREADS": 1}
    return openvino.Core().compile_model(model, "CPU", config).create_infer_request()


def openvino_product(precision: str, a: NDArray[np.float32]) -> Callable[[], object]:
    """The product, to be timed."""
    return lambda: product_model(precision).infer([a])


def count_gflop(net: torch.nn.Module, found: SystemCard) -> float:
    """Of one clip: two for each multiplication of convolutions and matrix products."""
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    counter = FlopCounterMode(display=False)
    frames = torch.zeros((found.frames, found.side, found.side, 3), dtype=torch.uint8, device="meta")
    with torch.inference_mode(), counter:
        copy.deepcopy(net).to("meta")(frames)
    return float(counter.get_total_flops()) / 1e9
