"""The card of a system: ``models/NAME/model.json``, and the weight files that it names, checked before use.

Cards ship with vhdesk; those of systems that were trained here lie in ``models/`` in the user's data folder.
"""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.assets import asset
from vhdesk.errors import BadInput, ModelProblem, printable
from vhdesk.settings import IndexingSettings, data_folder

if TYPE_CHECKING:
    from vhdesk.media.decode import DecodeRequest

log = logging.getLogger(__name__)

BUILT_IN = ("desk", "r2plus1d18_bert", "r2plus1d34_bert")
CONSECUTIVE = "consecutive"
CARD = "model.json"


@dataclass(frozen=True)
class SystemCard:
    """What a system is made of.

    Attributes:
        frames: T, sampled frames per segment, or per clip of it.
        side: of the net's square input, pixels.
        feature: D, size of a frame's or a clip's feature.
        bits: code lengths that its hasher gives.
        files: file name -> sha256 of its content.
        preprocessing: how a frame becomes the net's input; part of the fingerprint.
        kind: the system whose code runs it: its own name for those that ship.
        origin: ``built in`` or ``trained here``.
        weights: those that must be downloaded before it runs; empty where it has all files of its own.
        sampling: ``uniform``, a feature for every frame, or ``consecutive``, one for all.
        clips: that ``consecutive`` takes of a segment at most; their features are averaged.
        crops: of every clip, 1 or 10; their features are averaged.
        size: height and width of whole pictures that are cropped to ``side``; ``None`` for centre squares.
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
    weights: str = ""
    sampling: str = "uniform"
    clips: int = 1
    crops: int = 1
    size: tuple[int, int] | None = None

    @property
    def rows(self) -> int:
        """S, rows of a segment's feature sequence."""
        return 1 if self.sampling == CONSECUTIVE else self.frames

    @property
    def input_shape(self) -> tuple[int, int, int, int]:
        """Of the frames of a segment, ``[T, H, W, 3]``."""
        return (self.frames * self.clips, *(self.size or (self.side, self.side)), 3)

    def viewed(self, settings: IndexingSettings) -> SystemCard:
        """The same with as many clips and crops as the settings ask for; a system of single frames stays as it is."""
        clips, crops = settings.clips or self.clips, settings.crops or self.crops
        if self.sampling != CONSECUTIVE or (clips, crops) == (self.clips, self.crops):
            return self
        preprocessing = self.preprocessing | {"clips": clips, "crops": crops}
        return replace(self, preprocessing=preprocessing, clips=clips, crops=crops)

    def decode_request(self, path: str, settings: IndexingSettings, **part: Any) -> DecodeRequest:
        """What is read of a file for this system.

        Args:
            path: of the file.
            settings: of segments and decoding.
            part: further fields of the request.
        """
        from vhdesk.media.decode import DecodeRequest

        return DecodeRequest(
            path=path,
            frames=self.frames,
            side=self.side,
            segment_ms=settings.segment_ms,
            overlap_ms=settings.overlap_ms,
            decode=settings.decode,
            remove_bars=self.remove_bars,
            sampling=self.sampling,
            clips=self.clips,
            size=self.size,
            **part,
        )

    @property
    def needs(self) -> str:
        """What the user has to do before it runs, in a sentence; empty where nothing is."""
        if not self.weights or self.files:
            return ""
        from vhdesk.systems.weights.store import WeightStore

        if WeightStore().state(self.weights).state == "installed":
            return ""
        return (
            f"The system '{self.name}' has no weights yet: get them with 'vhdesk models download {self.weights}', or "
            f"train your own with 'vhdesk train {self.kind}'."
        )

    def with_weights(self) -> SystemCard:
        """The same with the files that run it: its own, or the downloaded weights.

        Raises:
            ModelProblem: they are not here, or were altered.
        """
        if not self.weights or self.files:
            return self
        if self.needs:
            raise ModelProblem(self.needs)
        from vhdesk.systems.weights.store import WeightStore

        path, digest = WeightStore().weights_file(self.weights)
        return replace(self, folder=path.parent, files={path.name: digest})

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
            with open(path, "rb") as opened:
                found = hashlib.file_digest(opened, "sha256").hexdigest()
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
            weights=data.get("weights", ""),
            sampling=inputs.get("sampling", "uniform").partition(":")[0],
            clips=int(inputs.get("clips", 1)),
            crops=int(inputs.get("crops", 1)),
            size=(int(inputs["height"]), int(inputs["width"])) if "height" in inputs else None,
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
