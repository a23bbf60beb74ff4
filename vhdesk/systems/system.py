"""A system: an encoder and a hasher that belong together, and what they are fed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput
from vhdesk.hashing.categories import Categories
from vhdesk.hashing.linear import LinearHasher
from vhdesk.systems.card import SystemCard, card
from vhdesk.systems.runtime import Encoder

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class System:
    """An encoder, frames in and features out, and a hasher, features in and codes out.

    Attributes:
        fingerprint: sha256 over weights, preprocessing and precision.
        categories: pseudo-categories, found without labels, by code length; empty where its weights hold none.
    """

    card: SystemCard
    encoder: Encoder
    hasher: LinearHasher
    fingerprint: str
    categories: Mapping[int, Categories] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Its name on the command line."""
        return self.card.name

    def features(self, frames: NDArray[np.uint8]) -> NDArray[np.float16]:
        """Feature sequence of one segment, ``[t, side, side, 3] uint8`` to ``[t, D] float16``, as it may be stored."""
        return self.features_of([frames])[0]

    def features_of(self, segments: Sequence[NDArray[np.uint8]]) -> list[NDArray[np.float16]]:
        """Feature sequences of segments of any videos, in batches as large as the device bears.

        Raises:
            ModelProblem: the device has no memory even for one segment, or stopped working.
        """
        return [features.astype(np.float16) for features in self.encoder.batch(segments)]

    def pooled(self, sequence: NDArray[np.float16]) -> NDArray[np.float16]:
        """What codes are made of, ``[S, D]`` to ``[1, D]``; the same from stored as from fresh features."""
        return self.hasher.pool(sequence)

    def embed_stored(self, sequences: Sequence[bytes]) -> NDArray[np.float32]:
        """Stored feature sequences, N times float16 ``[S, D]``, to centred unit vectors ``[N, D]``."""
        width = self.card.feature
        if all(len(sequence) == 2 * width for sequence in sequences):  # pooled already, as libraries hold them
            return self.hasher.embed(np.frombuffer(b"".join(sequences), np.float16).reshape(-1, width))
        pooled = [self.pooled(np.frombuffer(s, np.float16).reshape(-1, width)) for s in sequences]
        return self.hasher.embed(np.concatenate(pooled))

    def codes(self, pooled: NDArray[np.float16], bits: int) -> NDArray[np.uint8]:
        """Packed codes of pooled features, ``[N, D]`` to ``[N, bits / 8]``.

        Raises:
            BadInput: a length that this system does not give.
        """
        return self.hasher.codes(pooled, bits)


def load_system(name: str, *, device: str = "auto", precision: str = "auto") -> System:
    """Load a system onto a device.

    Raises:
        BadInput: there is no system of that name.
        ModelProblem: its weights are missing or altered, or the device is not there.
    """
    from vhdesk.systems import desk

    loaders = {"desk": desk.load}
    found = card(name)
    if name not in loaders:
        raise BadInput(f"The system '{name}' cannot be run by this version.")
    encoder, hasher = loaders[name](found, device, precision)
    return System(found, encoder, hasher, found.fingerprint(encoder.info.precision), desk.load_categories(found))
