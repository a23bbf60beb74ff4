"""Nets to export in another process, which imports this and little else."""

from __future__ import annotations

import os
from typing import Any


def small_net() -> Any:
    import torch

    return torch.nn.Flatten()


def no_net() -> Any:
    raise RuntimeError("no such layer")


def dying_net() -> Any:
    os._exit(3)
