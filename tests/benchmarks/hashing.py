"""Codes a second of the six-layer heads on one core, and the share of the core's peak that this is.

A code of 64 bits costs 7.6 million operations, so 300 000 a second would take 2.3 · 10^12 of them: more than a core
has in float32 or bfloat16. The peak is measured too: the best of several products of square matrices. Times are those
of the processor, not of the clock on the wall, so that other programs do not count.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import torch
from tabulate import tabulate

from vhdesk.hashing.six_layer import BLOCK, SixLayerHasher
from vhdesk.nets.six_layer_head import WIDTHS, HashHead

FEATURES, CLASSES = 512, 101
BITS = (16, 64, 512)
ITEMS, ROUNDS = 4096, 3
GOAL = 300_000
SIDES = (512, 1024, 2048)


def run() -> None:
    """Measure and print."""
    torch.set_num_threads(1)
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        print("For one core only: OPENBLAS_NUM_THREADS=1")
    rng = np.random.default_rng(0)
    features = rng.standard_normal((ITEMS, FEATURES)).astype(np.float16)
    peaks = {"float32": max(map(_numpy_peak, SIDES)), "bfloat16": max(map(_torch_peak, SIDES))}
    rows = []
    for bits in BITS:
        tensors = {
            f"{bits}.{name}": value.numpy() for name, value in HashHead(FEATURES, bits, CLASSES).state_dict().items()
        }
        codes = {}
        for precision, peak in peaks.items():
            hasher = SixLayerHasher(tensors, (bits,), precision)
            hasher.codes(features[:BLOCK], bits)
            seconds = _least(lambda hasher=hasher, bits=bits: hasher.codes(features, bits))
            codes[precision] = np.unpackbits(hasher.codes(features, bits), axis=1)
            speed = ITEMS / seconds
            operations = speed * operations_of(bits)
            turned = (codes[precision] != codes["float32"]).mean()
            rows.append(
                (bits, precision, speed, 1e6 / speed, operations / 1e9, operations / peak, speed / GOAL, turned)
            )
    head = ["bits", "arithmetic", "codes/s", "µs/code", "GFLOP/s", "of the peak", "of 300 000", "bits turned"]
    print(tabulate(rows, head, floatfmt=("", "", ".0f", ".1f", ".0f", ".0%", ".1%", ".2%")))
    print(f"peak: float32 {peaks['float32'] / 1e9:.0f}, bfloat16 {peaks['bfloat16'] / 1e9:.0f} GFLOP/s on one core")
    needed = GOAL * operations_of(64) / 1e9
    print(f"{GOAL} codes of 64 bits a second would take {needed:.0f} GFLOP/s")


def operations_of(bits: int) -> int:
    """Multiplications and additions of a code."""
    sizes = (FEATURES, *WIDTHS, bits)
    return 2 * sum(i * o for i, o in pairwise(sizes))


def _least(work: Callable[[], object]) -> float:
    """Processor seconds of the quickest of some rounds."""
    found = []
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        found.append(time.process_time() - started)
    return min(found)


def _numpy_peak(side: int) -> float:
    a = np.ones((side, side), np.float32)
    a @ a
    return 2 * side**3 / _least(lambda: a @ a)


def _torch_peak(side: int) -> float:
    a = torch.ones(side, side, dtype=torch.bfloat16)
    a @ a
    return 2 * side**3 / _least(lambda: a @ a)
