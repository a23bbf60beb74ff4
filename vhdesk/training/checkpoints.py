"""Checkpoints on the disk: tensors as safetensors, everything else as JSON; nothing in them can run code.

A folder holds ``last.json`` and the tensors that it names (``step-N.safetensors``), ``best.safetensors`` (weights
alone), ``log.jsonl`` and ``curve.csv``. Every file is written beside its place and moved there in one step, the JSON
last, so a run that is killed at any moment finds the checkpoint before.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from vhdesk.errors import BadInput, DiskProblem, ModelProblem, printable

LAST, BEST = "last.json", "best.safetensors"
FORMAT = 1


def write_tensors(path: Path, tensors: Mapping[str, Tensor], metadata: Mapping[str, str] | None = None) -> str:
    """Write a safetensors file in one atomic step; gives its sha256.

    Raises:
        DiskProblem: the folder cannot be written.
    """
    from safetensors.torch import save

    plain = {name: value.detach().cpu().contiguous() for name, value in tensors.items()}
    data = save(plain, metadata=dict(metadata) if metadata else None)
    write_bytes(path, data)
    return hashlib.sha256(data).hexdigest()


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file in one atomic step.

    Raises:
        DiskProblem: the folder cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(part, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as problem:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise DiskProblem(
            f"{printable(str(path))} could not be written: {problem.strerror}. Free some space there, or name another "
            "folder with --out."
        ) from problem


def read_tensors(path: Path, expected: str | None = None) -> dict[str, Tensor]:
    """Read a safetensors file, compared with its sha256 where that is known.

    Raises:
        ModelProblem: it is missing, cut short or altered.
    """
    from safetensors import SafetensorError
    from safetensors.torch import load

    shown = printable(str(path))
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise ModelProblem(f"{shown} cannot be read ({problem.strerror}). Train again without --resume.") from problem
    if expected is not None and hashlib.sha256(data).hexdigest() != expected:
        raise ModelProblem(f"{shown} is damaged: its content is not what was written. Train again without --resume.")
    try:
        tensors: dict[str, Tensor] = load(data)
    except (SafetensorError, ValueError) as problem:
        raise ModelProblem(
            f"{shown} is not a whole safetensors file ({problem}). Make it or copy it again."
        ) from problem
    return tensors


class Checkpoints:
    """The checkpoints of one run in their folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def clear(self) -> None:
        """Remove what a former run left; a run that starts anew must not be taken for its continuation.

        Raises:
            DiskProblem: the folder cannot be written.
        """
        names = [LAST, BEST, "log.jsonl", "curve.csv"]
        try:
            for path in [self.folder / name for name in names] + list(self.folder.glob("step-*.safetensors*")):
                path.unlink(missing_ok=True)
        except OSError as problem:
            raise DiskProblem(
                f"{printable(str(self.folder))} could not be cleared: {problem.strerror}. Name another folder with "
                "--out."
            ) from problem

    def write(self, step: int, tensors: Mapping[str, Tensor], state: Mapping[str, Any]) -> Path:
        """Write a checkpoint and remove the one before; the path of its JSON.

        Raises:
            DiskProblem: the folder cannot be written; the one before is kept.
        """
        name = f"step-{step}.safetensors"
        digest = write_tensors(self.folder / name, tensors)
        document = {"format": FORMAT, "step": step, "tensors": name, "sha256": digest, **state}
        write_bytes(self.folder / LAST, json.dumps(document, indent=1).encode())
        for path in self.folder.glob("step-*.safetensors"):
            if path.name != name:
                with contextlib.suppress(OSError):
                    path.unlink()
        return self.folder / LAST

    def read(self) -> tuple[dict[str, Tensor], dict[str, Any]]:
        """The newest checkpoint: its tensors and its scalar state.

        Raises:
            BadInput: there is none.
            ModelProblem: it is damaged, or a newer vhdesk wrote it.
        """
        path = self.folder / LAST
        shown = printable(str(path))
        if not path.exists():
            raise BadInput(f"There is no training to go on with in {printable(str(self.folder))}.")
        try:
            state: dict[str, Any] = json.loads(path.read_text("utf-8"))
            name, digest, version = state["tensors"], state["sha256"], state["format"]
        except (OSError, ValueError, KeyError, TypeError) as problem:
            raise ModelProblem(f"{shown} is damaged and cannot be resumed. Train again without --resume.") from problem
        if version > FORMAT:
            raise ModelProblem(f"{shown} was written by a newer vhdesk. Update vhdesk, or train without --resume.")
        return read_tensors(self.folder / Path(name).name, digest), state

    def write_best(self, tensors: Mapping[str, Tensor]) -> None:
        """Keep the best weights so far.

        Raises:
            DiskProblem: the folder cannot be written.
        """
        write_tensors(self.folder / BEST, tensors)

    def read_best(self) -> dict[str, Tensor]:
        """The best weights so far.

        Raises:
            ModelProblem: they are missing or damaged.
        """
        return read_tensors(self.folder / BEST)


def optimiser_tensors(optimiser: torch.optim.Optimizer) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """An optimiser's state: its tensors as ``optimiser.PARAMETER.KEY``, and the rest as plain values."""
    saved = optimiser.state_dict()
    tensors: dict[str, Tensor] = {}
    scalars: dict[str, dict[str, Any]] = {}
    for index, entries in saved["state"].items():
        for key, value in entries.items():
            if isinstance(value, Tensor):
                tensors[f"optimiser.{index}.{key}"] = value
            else:
                scalars.setdefault(str(index), {})[key] = value
    return tensors, {"state": scalars, "groups": saved["param_groups"]}


def load_optimiser(optimiser: torch.optim.Optimizer, tensors: Mapping[str, Tensor], plain: Mapping[str, Any]) -> None:
    """Give an optimiser the state that :func:`optimiser_tensors` took.

    Raises:
        ModelProblem: it belongs to another net.
    """
    state: dict[int, dict[str, Any]] = {int(index): dict(entries) for index, entries in plain["state"].items()}
    for name, value in tensors.items():
        if name.startswith("optimiser."):
            _, index, key = name.split(".", 2)
            state.setdefault(int(index), {})[key] = value
    try:
        optimiser.load_state_dict({"state": state, "param_groups": plain["groups"]})
    except (ValueError, KeyError) as problem:
        raise ModelProblem("The checkpoint belongs to another net. Train again without --resume.") from problem


def random_tensors(device: torch.device) -> dict[str, Tensor]:
    """States of torch's random generators on the CPU and a CUDA device."""
    tensors = {"random.torch": torch.get_rng_state()}
    if device.type == "cuda":
        tensors["random.cuda"] = torch.cuda.get_rng_state(device)
    return tensors


def load_random(device: torch.device, tensors: Mapping[str, Tensor]) -> None:
    """Set torch's random generators as :func:`random_tensors` found them."""
    torch.set_rng_state(tensors["random.torch"])
    if device.type == "cuda" and "random.cuda" in tensors:
        torch.cuda.set_rng_state(tensors["random.cuda"], device)
