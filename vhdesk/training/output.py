"""Writes what a training made: weights and a card in a folder of their own, over what ships only if it is named."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.errors import BadInput, ModelProblem, printable
from vhdesk.systems.card import BUILT_IN, CARD, SystemCard, user_models
from vhdesk.systems.card import card as installed
from vhdesk.training.checkpoints import LAST, write_bytes, write_tensors
from vhdesk.training.recipes import StageOptions

if TYPE_CHECKING:
    from torch import Tensor

CHECKPOINTS = "training"


@dataclass(frozen=True)
class Output:
    """Where a trained system goes.

    Attributes:
        folder: of its weights and card.
        name: of the system.
        listed: whether it lies where ``--system NAME`` finds it.
    """

    folder: Path
    name: str
    listed: bool

    @property
    def checkpoints(self) -> Path:
        """Where the engine keeps its checkpoints and its log."""
        return self.folder / CHECKPOINTS


def make_output(options: StageOptions, system: str) -> Output:
    """The folder for a trained system, checked before hours are spent.

    Raises:
        BadInput: its name cannot be used, or there is something that would be replaced.
    """
    output = output_of(options, system)
    folder = output.folder
    shown = printable(str(folder))
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{shown} is a file. Name a folder: --out DIR.")
    if not (options.force or options.resume):
        if (folder / CARD).exists():
            raise BadInput(f"There is a system in {shown} already. Replace it with --force, or choose another --name.")
        if (folder / CHECKPOINTS / LAST).exists():
            raise BadInput(
                f"A training was stopped in {shown}. Go on with --resume, or begin anew with --force or another --name."
            )
    return output


def output_of(options: StageOptions, system: str) -> Output:
    """The folder for a trained system; what is in it is not looked at.

    Raises:
        BadInput: its name cannot be used.
    """
    name = options.name or (options.out.name if options.out else f"my-{system}")
    if not name or Path(name).name != name or name.startswith("."):
        raise BadInput(f"'{printable(name)}' cannot be the name of a system. Name it with letters and numbers: --name.")
    if options.out is None and name in BUILT_IN:
        raise BadInput(f"The system '{name}' ships with vhdesk. Give the trained one another name: --name my-{name}.")
    folder = options.out.absolute() if options.out else user_models() / name
    return Output(folder, name, folder.parent == user_models())


def write_system(
    output: Output, base: SystemCard, weights: Mapping[str, Mapping[str, Tensor]], changes: Mapping[str, Any]
) -> dict[str, str]:
    """Write the weights, what is missing of them from the base system, and the card last; file name -> sha256.

    Args:
        output: where.
        base: the system that the training began with, with the files of it that are kept.
        weights: file name -> tensors, of the files that are new.
        changes: of the card.

    Raises:
        DiskProblem: the folder cannot be written.
        ModelProblem: the base's own weights are missing or altered.
    """
    card: dict[str, Any] = _card_of(base)
    over_base = output.folder.resolve() == base.folder.resolve()
    licence = str(changes.get("licence", base.licence))
    files = {}
    for name in dict.fromkeys([*base.files, *weights]):
        if name in weights:
            files[name] = write_tensors(output.folder / name, weights[name], {"licence": licence})
        else:
            data = base.file(name).read_bytes()
            files[name] = hashlib.sha256(data).hexdigest()
            if not over_base:
                write_bytes(output.folder / name, data)
    trained_on = {**card.get("trained_on", {}), **changes.get("trained_on", {})}
    card |= {
        **changes,
        "title": card["title"] if over_base else f"Trained here: {output.name}",
        "name": output.name,
        "system": base.kind,
        "trained_on": trained_on,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "files": files,
    }
    write_bytes(output.folder / CARD, (json.dumps(card, indent=2, ensure_ascii=False) + "\n").encode())
    return files


def _card_of(base: SystemCard) -> dict[str, Any]:
    """The base's card as it is on the disk.

    Raises:
        ModelProblem: it cannot be read.
    """
    try:
        # the folder of downloaded weights, which a system may run on, has no card
        card: dict[str, Any] = json.loads((installed(base.name).folder / CARD).read_text("utf-8"))
    except (OSError, ValueError) as problem:
        raise ModelProblem(f"The card of the system '{base.name}' cannot be read. Install vhdesk again.") from problem
    return card
