"""Hash outputs made elsewhere: a NumPy ``.npz`` file of plain arrays."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput, printable

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class HashOutputs:
    """Outputs before the sign (or bits), one row a video, with one label each.

    Attributes:
        outputs: ``[N, L]``, real numbers, 0 and 1, or -1 and 1.
        labels: ``[N]``, numbers or words.
    """

    outputs: NDArray[np.generic]
    labels: NDArray[np.generic]

    @property
    def real(self) -> bool:
        """Whether the outputs hold more than their signs."""
        return len(np.unique(self.outputs)) > 2


def read_outputs(path: str, parts: tuple[str, ...]) -> dict[str, HashOutputs]:
    """Read ``PART_hash`` and ``PART_label`` of the asked parts (``database``, ``test``).

    Nothing in the file is executed: arrays of Python objects are refused.

    Raises:
        BadInput: it is no such file, an array is missing, or arrays do not fit together.
    """
    shown = printable(path)
    names = [f"{part}_{kind}" for part in parts for kind in ("hash", "label")]
    try:
        with open(path, "rb") as opened, np.load(opened, allow_pickle=False) as file:
            held = set(getattr(file, "files", ()))
            missing = [name for name in names if name not in held]
            if missing:
                raise BadInput(f"{shown} has no {' and no '.join(missing)}; save {', '.join(names)} with numpy.savez.")
            arrays = {name: file[name] for name in names}
    except ValueError as problem:
        if "pickle" in str(problem).lower() or "object array" in str(problem).lower():
            raise BadInput(
                f"{shown} holds Python objects, which could run code when read. Save plain arrays of numbers."
            ) from problem
        raise _unreadable(shown) from problem
    except (OSError, EOFError, zipfile.BadZipFile, TypeError, AttributeError) as problem:
        raise _unreadable(shown) from problem
    found = {part: HashOutputs(arrays[f"{part}_hash"], arrays[f"{part}_label"]) for part in parts}
    for part, outputs in found.items():
        _check(shown, part, outputs)
    lengths = {outputs.outputs.shape[1] for outputs in found.values()}
    if len(lengths) > 1:
        raise BadInput(
            f"{shown} mixes codes of {' and '.join(map(str, sorted(lengths)))} bits. Save one length a file."
        )
    return found


def _unreadable(shown: str) -> BadInput:
    return BadInput(f"{shown} is not a NumPy .npz file that can be read. Make it with numpy.savez.")


def _check(shown: str, part: str, found: HashOutputs) -> None:
    outputs, labels = found.outputs, found.labels
    if outputs.ndim != 2 or not outputs.size or outputs.dtype.kind not in "fiub":
        raise BadInput(f"{part}_hash in {shown} must be a table of numbers, one row a video, not {_shape(outputs)}.")
    if labels.shape != outputs.shape[:1] or labels.dtype.kind not in "iubUS":
        raise BadInput(
            f"{part}_label in {shown} must be {len(outputs)} whole numbers or words, one a row of {part}_hash, "
            f"not {_shape(labels)}."
        )
    if outputs.dtype.kind == "u" and outputs.max() > 1:
        raise BadInput(f"{part}_hash in {shown} looks like packed codes. Save one column a bit (numpy.unpackbits).")
    if not np.isfinite(outputs).all():
        raise BadInput(f"{part}_hash in {shown} has values that are not finite numbers. Make the file again.")


def _shape(array: NDArray[np.generic]) -> str:
    return f"{'×'.join(map(str, array.shape)) or 'one'} of {array.dtype}"
