"""Where the encoder runs: a value that screens show without loading what it speaks of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RuntimeInfo:
    """Where and how the encoder runs.

    Attributes:
        engine: ``OpenVINO`` or ``PyTorch``.
        device: ``CPU``, or the accelerator's name.
        precision: ``bfloat16`` or ``float32``.
        reason: a sentence where this is not what was asked for, else empty.
    """

    engine: str
    device: str
    precision: str
    reason: str = ""
