"""A system: an encoder and a hasher that belong together, and what they are fed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from vhdesk.errors import BadInput
from vhdesk.hashing.categories import Categories
from vhdesk.hashing.hasher import Hasher
from vhdesk.settings import IndexingSettings
from vhdesk.systems.card import SystemCard, card
from vhdesk.systems.runtime import Encoder

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Parts(NamedTuple):
    """What a card's weights give; categories as in :class:`System`."""

    encoder: Encoder
    hasher: Hasher
    categories: Mapping[int, Categories]


@dataclass(frozen=True)
class System:
    """An encoder, frames in and features out, and a hasher, features in and codes out.

    Attributes:
        fingerprint: sha256 over weights, preprocessing and precision.
        categories: pseudo-categories, found without labels, by code length; empty where its weights hold none.
    """

    card: SystemCard
    encoder: Encoder
    hasher: Hasher
    fingerprint: str
    categories: Mapping[int, Categories] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Its name on the command line."""
        return self.card.name

    def features(self, frames: NDArray[np.uint8]) -> NDArray[np.float16]:
        """Feature sequence of one segment, ``[t, H, W, 3] uint8`` to ``[S, D] float16``, as it may be stored."""
        return self.features_of([frames])[0]

    def features_of(self, segments: Sequence[NDArray[np.uint8]]) -> list[NDArray[np.float16]]:
        """Feature sequences of segments of any videos, in batches as large as the device bears.

        Raises:
            ModelProblem: the device has no memory even for one segment, or stopped working.
        """
        return [features.astype(np.float16) for features in self.encoder.batch(segments)]

    def pooled(self, sequence: NDArray[np.float16]) -> NDArray[np.float16]:
        """What codes are made of, ``[S, D]`` to ``[1, E]``; the same from stored as from fresh features."""
        return self.hasher.pool(sequence)

    def embed_stored(self, sequences: Sequence[bytes]) -> NDArray[np.float32]:
        """Stored features, N times float16 ``[S, D]`` or ``[1, E]``, to unit vectors ``[N, E]``."""
        width = self.hasher.width
        if all(len(sequence) == 2 * width for sequence in sequences):  # pooled already, as libraries hold them
            return self.hasher.embed(np.frombuffer(b"".join(sequences), np.float16).reshape(-1, width))
        return self.hasher.embed(np.concatenate([self.pooled(self.stored(sequence)) for sequence in sequences]))

    def stored(self, sequence: bytes) -> NDArray[np.float16]:
        """What a library holds of a segment: the features of its frames ``[S, D]``, or pooled ones ``[1, E]``."""
        pooled = len(sequence) == 2 * self.hasher.width
        return np.frombuffer(sequence, np.float16).reshape(-1, self.hasher.width if pooled else self.card.feature)

    def codes(self, pooled: NDArray[np.float16], bits: int) -> NDArray[np.uint8]:
        """Packed codes of pooled features, ``[N, E]`` to ``[N, bits / 8]``.

        Raises:
            BadInput: a length that this system does not give.
        """
        return self.hasher.codes(pooled, bits)


def load_system(
    name: str, *, device: str = "auto", precision: str = "auto", indexing: IndexingSettings | None = None
) -> System:
    """Load a system onto a device.

    Args:
        name: of one that is installed.
        device: ``auto``, ``cuda``, ``mps`` or ``cpu``.
        precision: ``auto``, ``bfloat16`` or ``float32``.
        indexing: the settings of clips and crops; what the system has where there are none.

    Raises:
        BadInput: there is no system of that name.
        ModelProblem: its weights are missing or altered, or the device is not there.
    """
    from vhdesk.systems import desk, r2plus1d_bert

    loaders = {"desk": desk.load, **dict.fromkeys(r2plus1d_bert.LAYERS, r2plus1d_bert.load)}
    found = card(name)
    if found.kind not in loaders:
        raise BadInput(f"The system '{name}' cannot be run by this version.")
    found = found.viewed(indexing or IndexingSettings()).with_weights()
    parts = loaders[found.kind](found, device, precision)
    return System(found, parts.encoder, parts.hasher, found.fingerprint(parts.encoder.info.precision), parts.categories)
