"""The card of a system: ``models/NAME/model.json``, and the weight files that it names, checked before use."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vhdesk.assets import asset
from vhdesk.errors import BadInput, ModelProblem

BUILT_IN = ("desk",)


@dataclass(frozen=True)
class SystemCard:
    """What a system is made of.

    Attributes:
        frames: T, sampled frames per segment.
        side: of the net's square input, pixels.
        feature: D, size of a frame's feature.
        bits: code lengths that its hasher gives.
        files: file name -> sha256 of its content.
        preprocessing: how a frame becomes the net's input; part of the fingerprint.
    """

    name: str
    title: str
    summary: str
    licence: str
    folder: Path
    frames: int
    side: int
    feature: int
    bits: tuple[int, ...]
    mean: tuple[float, ...]
    std: tuple[float, ...]
    files: dict[str, str]
    preprocessing: dict[str, Any]

    def file(self, name: str) -> Path:
        """Path of one of the weight files after comparing its hash with the card.

        Raises:
            ModelProblem: it is missing or altered.
        """
        path = self.folder / name
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as problem:
            raise ModelProblem(
                f"The weights {name} of the system '{self.name}' cannot be read ({problem.strerror}). "
                "Install vhdesk again."
            ) from problem
        if found != self.files[name]:
            raise ModelProblem(
                f"The weights {name} of the system '{self.name}' are not the ones that were shipped "
                f"(sha256 {found[:12]}…, expected {self.files[name][:12]}…). Install vhdesk again."
            )
        return path

    def fingerprint(self, precision: str) -> str:
        """sha256 over the weights, the preprocessing and the precision, 64 hex digits.

        It is stored with every feature and code, so that results of different weights never mix.
        """
        parts = {
            "files": self.files,
            "preprocessing": self.preprocessing,
            "frames": self.frames,
            "precision": precision,
        }
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()

    @property
    def remove_bars(self) -> bool:
        """Whether letterbox and pillarbox bars are taken off before the frames are scaled."""
        return self.preprocessing.get("bars") == "removed"

    @property
    def size_bytes(self) -> int:
        """What the weight files take on the disk."""
        return sum((self.folder / name).stat().st_size for name in self.files)


def card(name: str) -> SystemCard:
    """The card of a system that is installed.

    Raises:
        BadInput: there is none of that name.
    """
    if name not in BUILT_IN:
        raise BadInput(f"There is no system '{name}'; 'vhdesk models list' shows the ones there are.")
    path = asset("models", name, "model.json")
    data = json.loads(path.read_text("utf-8"))
    inputs = data["input"]
    return SystemCard(
        name=data["name"],
        title=data["title"],
        summary=data["summary"],
        licence=data["licence"],
        folder=path.parent,
        frames=inputs["frames"],
        side=inputs["side"],
        feature=data["feature"],
        bits=tuple(data["bits"]),
        mean=tuple(inputs["mean"]),
        std=tuple(inputs["std"]),
        files=data["files"],
        preprocessing=inputs,
    )


def cards() -> list[SystemCard]:
    """Every system that is installed."""
    return [card(name) for name in BUILT_IN]
