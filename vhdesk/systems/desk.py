"""The built-in system: a MobileNet per frame, distilled to look at copies and originals alike, and a code token.

Frames: T uniform over the segment, centre square. Features: 1024 per frame. Codes: a token attends to the frames; the
first L signs of its output are the code of L bits. Search: Hamming distance, ties by the Euclidean distance of outputs.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from vhdesk.hashing.attention import AttentionHasher
from vhdesk.hashing.categories import Categories, shipped_categories
from vhdesk.systems.card import SystemCard
from vhdesk.systems.runtime import Encoder, InputShape, make_encoder
from vhdesk.systems.system import Parts

if TYPE_CHECKING:
    import torch

ENCODER_FILE = "encoder.safetensors"
HASHER_FILE = "hasher.safetensors"


def load(card: SystemCard, device: str, precision: str) -> Parts:
    """The encoder on a device, the hasher and its categories.

    Raises:
        ModelProblem: weights are missing or altered, or the device is not there.
    """
    return Parts(load_encoder(card, device, precision), load_hasher(card), load_categories(card))


def load_encoder(card: SystemCard, device: str, precision: str) -> Encoder:
    """Frames ``[t, side, side, 3] uint8`` to features ``[t, D] float32``."""
    card.file(ENCODER_FILE)
    key = f"{card.name}-{card.files[ENCODER_FILE][:16]}-{card.frames}x{card.side}"
    shape = InputShape(card.frames, card.side)
    return make_encoder(functools.partial(frame_encoder, card), shape, key, device=device, precision=precision)


def frame_encoder(card: SystemCard) -> torch.nn.Module:
    """The torch module with its weights, which the file holds in half precision."""
    from safetensors.torch import load_file

    from vhdesk.nets.frame_encoder import FrameEncoder
    from vhdesk.nets.mobilenet_v1 import MobileNetV1

    weights = load_file(card.file(ENCODER_FILE))
    trunk = MobileNetV1()
    trunk.load_state_dict({name: value for name, value in weights.items() if name.startswith("features.")})
    return FrameEncoder(trunk, card.mean, card.std).eval()


def load_hasher(card: SystemCard) -> AttentionHasher:
    """The code token's net."""
    from safetensors.numpy import load_file

    tensors = {name: value for name, value in load_file(card.file(HASHER_FILE)).items() if not _is_category(name)}
    return AttentionHasher(tensors, card.bits)


def _is_category(name: str) -> bool:
    return name.startswith("categories_")


def load_categories(card: SystemCard) -> dict[int, Categories]:
    """The pseudo-categories that come with the hasher, by code length: ``categories_weight_L`` and ``_bias_L``."""
    import numpy as np
    from safetensors.numpy import load_file

    tensors = {k: v.astype(np.float32) for k, v in load_file(card.file(HASHER_FILE)).items() if _is_category(k)}
    return {
        bits: shipped_categories(tensors[f"categories_weight_{bits}"], tensors[f"categories_bias_{bits}"])
        for bits in card.bits
        if f"categories_weight_{bits}" in tensors and f"categories_bias_{bits}" in tensors
    }
