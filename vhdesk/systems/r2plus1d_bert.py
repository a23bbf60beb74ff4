"""The systems of paper 000: R(2+1)D and late temporal pooling by BERT, then hash codes by a head of six layers.

Frames: 32 consecutive ones around the middle of the segment, scaled to 170 x 128 whatever their shape, the middle 112 x
112 of them, or ten crops. Feature: the class token's output, 512, as it is. Codes: signs of the head's hash layer, of
any length from the same stored features. Search: the paper ranks by the inner product of codes as ±1, which is L minus
twice their Hamming distance, so the Hamming index gives the same order.

Weights that are downloaded are the backbone's alone. Until a system is trained its tokens are averaged, the baseline of
the paper, and cut by random hyperplanes.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import ModelProblem
from vhdesk.hashing.hasher import Hasher
from vhdesk.hashing.linear import LinearHasher
from vhdesk.hashing.lsh import make_lsh
from vhdesk.hashing.six_layer import SixLayerHasher
from vhdesk.systems.card import SystemCard
from vhdesk.systems.clips import ClipEncoder
from vhdesk.systems.desk import ENCODER_FILE, HASHER_FILE
from vhdesk.systems.runtime import Encoder, InputShape, make_encoder
from vhdesk.systems.system import Parts

if TYPE_CHECKING:
    import torch

    from vhdesk.nets.video_encoder import VideoEncoder

# Layers of the backbone of each system.
LAYERS = {"r2plus1d18_bert": 18, "r2plus1d34_bert": 34}
POOLING = "pooling."


def load(card: SystemCard, device: str, precision: str) -> Parts:
    """The encoder on a device, and the hasher.

    Raises:
        ModelProblem: weights are missing or altered, or the device is not there.
    """
    return Parts(load_encoder(card, device, precision), load_hasher(card), {})


def load_encoder(card: SystemCard, device: str, precision: str) -> Encoder:
    """Frames of a segment, ``[t, 128, 170, 3] uint8``, to its feature ``[1, 512] float32``.

    Raises:
        ModelProblem: weights are missing or altered, or the device is not there.
    """
    name = encoder_file(card)
    card.file(name)
    key = f"{card.name}-{card.files[name][:16]}-{card.frames}x{card.side}"
    shape = InputShape(card.frames, card.side, pooled=True)
    encoder = make_encoder(functools.partial(clip_module, card), shape, key, device=device, precision=precision)
    return ClipEncoder(encoder, card.frames, card.side, card.crops)


def encoder_file(card: SystemCard) -> str:
    """The trained encoder, or the downloaded backbone."""
    return (
        ENCODER_FILE
        if ENCODER_FILE in card.files
        else next((name for name in card.files if name != HASHER_FILE), ENCODER_FILE)
    )


def new_encoder(kind: str, frames: int, *, average: bool = False) -> VideoEncoder:
    """An encoder that has learned nothing.

    Args:
        kind: one of ``LAYERS``.
        frames: of a clip.
        average: the mean of the tokens instead of BERT.
    """
    from vhdesk.nets.bert_pooling import BertPooling
    from vhdesk.nets.r2plus1d import FRAMES_PER_TOKEN, r2plus1d_18, r2plus1d_34
    from vhdesk.nets.video_encoder import AveragePooling, VideoEncoder

    backbone = r2plus1d_18() if LAYERS[kind] == 18 else r2plus1d_34()
    return VideoEncoder(backbone, AveragePooling() if average else BertPooling(tokens=frames // FRAMES_PER_TOKEN))


def video_encoder(card: SystemCard) -> VideoEncoder:
    """The torch module with its weights: trained ones, or a downloaded backbone whose tokens are averaged.

    Raises:
        ModelProblem: they are missing, altered, or those of another net.
    """
    from safetensors.torch import load_file

    from vhdesk.nets.r2plus1d import load_published

    name = encoder_file(card)
    weights = load_file(card.file(name))
    if name != ENCODER_FILE:
        encoder = new_encoder(card.kind, card.frames, average=True)
        load_published(encoder.backbone, weights)
        return encoder
    average = not any(key.startswith(POOLING) for key in weights)
    encoder = new_encoder(card.kind, card.frames, average=average)
    try:
        encoder.load_state_dict(weights)
    except RuntimeError as problem:
        raise ModelProblem(
            f"The weights {name} of the system '{card.name}' are those of another net. Train it again."
        ) from problem
    return encoder


def clip_module(card: SystemCard) -> torch.nn.Module:
    """Frames of clips ``[N 32, 112, 112, 3] uint8`` to features ``[N, 512]``."""
    from vhdesk.nets.frame_encoder import FrameEncoder
    from vhdesk.nets.video_encoder import Clips

    return FrameEncoder(Clips(video_encoder(card), card.frames), card.mean, card.std).eval()


def load_hasher(card: SystemCard) -> Hasher:
    """The trained heads, or random hyperplanes."""
    if HASHER_FILE in card.files:
        from safetensors.numpy import load_file

        return SixLayerHasher(load_file(card.file(HASHER_FILE)), card.bits)
    hyperplanes = make_lsh(card.feature, max(card.bits), zero_sum=True)
    return LinearHasher(np.zeros(card.feature, np.float32), {bits: hyperplanes[:, :bits] for bits in card.bits})
