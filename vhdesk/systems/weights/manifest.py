"""Which pretrained weights there are: ``models/weights.json``, which ships with vhdesk."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vhdesk.assets import asset
from vhdesk.errors import BadInput, InternalBug, printable

MANIFEST = "weights.json"
FORMAT = 1
MIB = 1 << 20


@dataclass(frozen=True)
class Licence:
    """What the user accepts before the first download.

    Attributes:
        name: in a word or two, for tables.
        text: the sentences that are shown.
    """

    name: str
    text: str


@dataclass(frozen=True)
class Weights:
    """One published file of weights.

    Attributes:
        file: its published name; mirrors keep it.
        url: ``None`` where it has no address of its own and can only be imported.
        source: where to find it by hand.
        size_bytes: exact, or from the rounded size that is published; ``None`` where none is.
        sha256: its leading hex digits as far as they are published (64, 8 or none).
        preprocessing: how a frame becomes the net's input, as far as it is published.
    """

    name: str
    summary: str
    arch: str
    file: str
    url: str | None
    source: str
    size_bytes: int | None
    sha256: str
    licence: Licence
    parameters: int | None
    accuracy_at_1: float | None
    preprocessing: dict[str, Any]

    def to_json(self) -> dict[str, Any]:
        """For ``--json``."""
        return {
            "name": self.name,
            "summary": self.summary,
            "arch": self.arch,
            "file": self.file,
            "url": self.url,
            "source": self.source,
            "bytes": self.size_bytes,
            "sha256": self.sha256,
            "licence": self.licence.name,
            "licence_text": self.licence.text,
            "parameters": self.parameters,
            "accuracy_at_1": self.accuracy_at_1,
            "preprocessing": self.preprocessing,
        }


def read_manifest(path: Path | None = None) -> dict[str, Weights]:
    """Every entry by name, in the order of the file.

    Args:
        path: of another manifest than the one that ships.

    Raises:
        InternalBug: the installation holds no such manifest.
    """
    path = path or asset("models", MANIFEST)
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["format"] != FORMAT:
            raise ValueError(f"format {data['format']}")  # noqa: TRY301 - told with the other faults of the file
        licences = {key: Licence(value["name"], value["text"]) for key, value in data["licences"].items()}
        return {entry["name"]: _weights(entry, licences) for entry in data["weights"]}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise InternalBug(
            f"The list of weights {printable(str(path))} cannot be read ({problem}). Install vhdesk again."
        ) from problem


def _weights(entry: dict[str, Any], licences: dict[str, Licence]) -> Weights:
    size = entry.get("bytes")
    if size is None and "mib" in entry:
        size = round(entry["mib"] * MIB)
    url = entry.get("url")
    return Weights(
        name=entry["name"],
        summary=entry["summary"],
        arch=entry["arch"],
        file=entry["file"],
        url=url,
        source=str(entry.get("source") or url),
        size_bytes=size,
        sha256=entry.get("sha256") or entry.get("sha256_prefix", ""),
        licence=licences[entry["licence"]],
        parameters=entry.get("parameters"),
        accuracy_at_1=entry.get("accuracy_at_1"),
        preprocessing=entry["preprocessing"],
    )


def find(manifest: dict[str, Weights], name: str) -> Weights:
    """An entry by name.

    Raises:
        BadInput: there is none.
    """
    if name not in manifest:
        raise BadInput(f"There are no weights '{printable(name)}'; 'vhdesk models list' shows the ones there are.")
    return manifest[name]
