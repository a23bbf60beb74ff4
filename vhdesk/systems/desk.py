"""The built-in system: a distilled MobileNetV3-Small per frame, the mean over time, ITQ codes.

Frames: T uniform over the segment, centre square. Features: 576 per frame. Codes: signs of a centred projection,
16 to 256 bits. Search: Hamming distance, ties by the Euclidean distance of the features.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vhdesk.hashing.categories import Categories, shipped_categories
from vhdesk.hashing.linear import LinearHasher
from vhdesk.systems.card import SystemCard
from vhdesk.systems.runtime import Encoder, InputShape, make_encoder

if TYPE_CHECKING:
    import torch

ENCODER_FILE = "encoder.safetensors"
HASHER_FILE = "hasher.safetensors"


def load(card: SystemCard, device: str, precision: str) -> tuple[Encoder, LinearHasher]:
    """The encoder on a device, and the hasher.

    Raises:
        ModelProblem: weights are missing or altered, or the device is not there.
    """
    return load_encoder(card, device, precision), load_hasher(card)


def load_encoder(card: SystemCard, device: str, precision: str) -> Encoder:
    """Frames ``[t, 128, 128, 3] uint8`` to features ``[t, 576] float32``."""
    card.file(ENCODER_FILE)
    key = f"{card.name}-{card.files[ENCODER_FILE][:16]}-{card.frames}x{card.side}"
    shape = InputShape(card.frames, card.side)
    return make_encoder(lambda: frame_encoder(card), shape, key, device=device, precision=precision)


def frame_encoder(card: SystemCard) -> torch.nn.Module:
    """The torch module with its weights; the distillation's ``projection`` head is left out."""
    from safetensors.torch import load_file

    from vhdesk.nets.mobilenet_v3 import FrameEncoder, MobileNetV3Small

    weights = load_file(card.file(ENCODER_FILE))
    trunk = MobileNetV3Small()
    trunk.load_state_dict({name: value for name, value in weights.items() if name.startswith("features.")})
    return FrameEncoder(trunk, card.mean, card.std).eval()


def load_hasher(card: SystemCard) -> LinearHasher:
    """Mean and projections for every code length of the card."""
    from safetensors.numpy import load_file

    tensors = load_file(card.file(HASHER_FILE))
    return LinearHasher(tensors["mean"], {bits: tensors[f"projection_{bits}"] for bits in card.bits})


def load_categories(card: SystemCard) -> dict[int, Categories]:
    """The pseudo-categories that come with the hasher, by code length: ``categories_weight_L`` and ``_bias_L``."""
    from safetensors.numpy import load_file

    tensors = load_file(card.file(HASHER_FILE))
    return {
        bits: shipped_categories(tensors[f"categories_weight_{bits}"], tensors[f"categories_bias_{bits}"])
        for bits in card.bits
        if f"categories_weight_{bits}" in tensors and f"categories_bias_{bits}" in tensors
    }
