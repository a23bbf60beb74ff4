"""The card of a system: ``models/NAME/model.json``, and the weight files that it names, checked before use.

Cards ship with vhdesk; those of systems that were trained here lie in ``models/`` in the user's data folder.
"""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vhdesk.assets import asset
from vhdesk.errors import BadInput, ModelProblem, printable
from vhdesk.settings import data_folder

log = logging.getLogger(__name__)

BUILT_IN = ("desk",)
CARD = "model.json"


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
        kind: the system whose code runs it: its own name for those that ship.
        origin: ``built in`` or ``trained here``.
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
    kind: str = "desk"
    origin: str = "built in"

    def file(self, name: str) -> Path:
        """Path of one of the weight files after comparing its hash with the card.

        Raises:
            ModelProblem: it is missing or altered.
        """
        path = self.folder / name
        remedy = "Install vhdesk again." if self.origin == "built in" else "Train it again, or copy it again."
        if name not in self.files:
            raise ModelProblem(f"The system '{self.name}' has no weights {name}. {remedy}")
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as problem:
            raise ModelProblem(
                f"The weights {name} of the system '{self.name}' cannot be read ({problem.strerror}). {remedy}"
            ) from problem
        if found != self.files[name]:
            made = "were shipped" if self.origin == "built in" else "were trained"
            raise ModelProblem(
                f"The weights {name} of the system '{self.name}' are not the ones that {made} "
                f"(sha256 {found[:12]}…, expected {self.files[name][:12]}…). {remedy}"
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
        """What the weight files that are there take on the disk."""
        paths = [self.folder / name for name in self.files]
        return sum(path.stat().st_size for path in paths if path.exists())


def user_models() -> Path:
    """Where systems lie that were trained here, one folder each."""
    return data_folder() / "models"


def card(name: str) -> SystemCard:
    """The card of a system that is installed: one that ships, or one that was trained here.

    Raises:
        BadInput: there is none of that name.
        ModelProblem: its card cannot be read.
    """
    if name in BUILT_IN:
        return read_card(asset("models", name, CARD), name, origin="built in")
    path = user_models() / name / CARD
    if Path(name).name != name or not path.exists():
        raise BadInput(f"There is no system '{printable(name)}'; 'vhdesk models list' shows the ones there are.")
    return read_card(path, name)


def read_card(path: Path, name: str, *, origin: str = "trained here") -> SystemCard:
    """Read a card; the weights that it names are looked at when they are used.

    Args:
        path: of the ``model.json``.
        name: by which the system is asked for.
        origin: as in :class:`SystemCard`.

    Raises:
        ModelProblem: it is no such card.
    """
    try:
        data = json.loads(path.read_text("utf-8"))
        inputs = data["input"]
        return SystemCard(
            name=name,
            title=data["title"],
            summary=data["summary"],
            licence=data["licence"],
            folder=path.parent,
            frames=int(inputs["frames"]),
            side=int(inputs["side"]),
            feature=int(data["feature"]),
            bits=tuple(int(bits) for bits in data["bits"]),
            mean=tuple(inputs["mean"]),
            std=tuple(inputs["std"]),
            files=dict(data["files"]),
            preprocessing=inputs,
            kind=data.get("system", data["name"]),
            origin=origin,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise ModelProblem(
            f"The card {printable(str(path))} cannot be read ({type(problem).__name__}). Train the system again, or "
            "remove its folder."
        ) from problem


def cards() -> list[SystemCard]:
    """Every system that is installed: those that ship, then those trained here by name; damaged ones are left out."""
    found = [card(name) for name in BUILT_IN]
    for path in sorted(user_models().glob(f"*/{CARD}")):
        name = path.parent.name
        if name in BUILT_IN:
            log.warning("A system in %s is called '%s', as one that ships; rename its folder.", path.parent, name)
            continue
        try:
            found.append(card(name))
        except ModelProblem as problem:
            log.warning("%s", problem)
    return found
