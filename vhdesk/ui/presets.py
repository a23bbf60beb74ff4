"""Settings of searches by what they are for: pure values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vhdesk.settings import SearchSettings

CUSTOM = "custom"


@dataclass(frozen=True)
class Preset:
    """One intent.

    Attributes:
        name: by which it is known.
        bits: code length.
        mask_ratio: where masks can be laid on; elsewhere all bits count.
        par: re-rank.
        par_k: how many are re-ranked.
        par_threshold: the cosine that they exceed.
    """

    name: str
    bits: int
    mask_ratio: float = 1.0
    par: bool = False
    par_k: int = SearchSettings.par_k
    par_threshold: float = SearchSettings.par_threshold

    def values(self, *, masks: bool) -> dict[str, Any]:
        """The settings that it stands for; without ``masks`` no mask is laid on."""
        found: dict[str, Any] = {"bits": self.bits, "mask_ratio": self.mask_ratio if masks else 1.0, "par": self.par}
        if self.par:
            found |= {"par_k": self.par_k, "par_threshold": self.par_threshold}
        return found


# Copies are close in every bit and in the features: of twelve kinds of altered copies 97 % have a cosine above 0.7, and
# one other video in 500 has. Scenes are what the defaults find. Kinds need categories where there are some: masks help
# long codes, short codes blur what makes each scene its own; the order is left to the codes, or masks would not count.
PRESETS = (
    Preset("copies", bits=256, par=True, par_k=50, par_threshold=0.7),
    Preset("scene", bits=SearchSettings.bits, par=True),
    Preset("action", bits=128, mask_ratio=0.8),
)


def preset_of(search: SearchSettings, *, masks: bool) -> str:
    """The name of the preset that settings are those of, or :data:`CUSTOM`."""
    for preset in PRESETS:
        values = preset.values(masks=masks)
        if all(getattr(search, name) == value for name, value in values.items()):
            return preset.name
    return CUSTOM
