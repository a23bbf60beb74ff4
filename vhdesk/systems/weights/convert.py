"""Weights of any published form to safetensors, once; no pickle is ever executed.

``.pth``, ``.pyth`` and ``.pt`` files are read by ``torch.load(weights_only=True)`` alone: it refuses all but tensors.
"""

from __future__ import annotations

import pickle
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.errors import ModelProblem, printable

if TYPE_CHECKING:
    from torch import Tensor

# Where checkpoints of known origin keep their state dict.
STATE_KEYS = ("model_state", "state_dict", "model")


def is_safetensors(path: Path) -> bool:
    """Whether a file begins as a safetensors file does: eight bytes of length, then JSON."""
    with open(path, "rb") as file:
        return file.read(9)[8:] == b"{"


def check_safetensors(path: Path) -> None:
    """Compare the header of a safetensors file with its length.

    Raises:
        ModelProblem: it is cut short, or none.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="numpy") as file:
            empty = not list(file.keys())
    except (SafetensorError, OSError, ValueError) as problem:
        raise ModelProblem(
            f"{printable(path.name)} is not a whole safetensors file ({problem}). Download or copy it again."
        ) from problem
    if empty:
        raise ModelProblem(f"{printable(path.name)} holds no weights. Download or copy it again.")


def read_checkpoint(path: Path) -> dict[str, Tensor]:
    """The state dict of a PyTorch file: parameter name -> tensor on the CPU.

    Raises:
        ModelProblem: it is damaged, or holds more than tensors; nothing of it was executed.
    """
    import torch

    shown = printable(path.name)
    try:
        data = torch.load(path, map_location="cpu", weights_only=True, mmap=zipfile.is_zipfile(path))
    except pickle.UnpicklingError as problem:
        raise ModelProblem(
            f"{shown} holds more than plain tensors, which could be harmful code; it was refused and nothing of it was "
            "run. Get the weights from where they were published."
        ) from problem
    except Exception as problem:  # a damaged or hostile file may raise anything
        raise ModelProblem(
            f"{shown} is damaged or no PyTorch file of weights ({type(problem).__name__}). Download or copy it again."
        ) from problem
    for key in STATE_KEYS:
        if isinstance(data, dict) and isinstance(data.get(key), dict):
            data = data[key]
            break
    return _checked(data, shown)


def _checked(data: Any, shown: str) -> dict[str, Tensor]:
    import torch

    fits = isinstance(data, dict) and bool(data)
    if not fits or not all(
        isinstance(name, str) and isinstance(value, torch.Tensor) and value.layout == torch.strided
        for name, value in data.items()
    ):
        raise ModelProblem(f"{shown} is not the state dict of a net. Get the weights from where they were published.")
    return dict(data)


def to_safetensors(source: Path, target: Path, metadata: dict[str, str]) -> None:
    """Write a PyTorch file's tensors as safetensors, contiguous and without shared memory.

    Raises:
        ModelProblem: the file is damaged, or holds more than tensors.
        OSError: the target cannot be written.
    """
    from safetensors.torch import save_file

    tensors = {name: value.detach().contiguous().clone() for name, value in read_checkpoint(source).items()}
    try:
        save_file(tensors, target, metadata=metadata)
    except Exception as problem:
        if isinstance(problem, OSError):
            raise
        raise OSError(None, str(problem)) from problem  # safetensors wraps the system's errors as its own
