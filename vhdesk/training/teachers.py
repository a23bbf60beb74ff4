"""Teachers: networks whose answers to a set of pictures are computed once and kept.

A teacher is an ONNX file (or OpenVINO's own ``.xml`` with its ``.bin``). It takes ``float32 [n, 3, 224, 224]``, RGB
scaled to x / 127.5 - 1, and gives ``features`` and, if it classifies, ``logits`` (both ``[n, D]``).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from vhdesk.errors import BadInput, DiskProblem, ModelProblem, printable
from vhdesk.settings import cache_folder
from vhdesk.systems.quiet_openvino import load_openvino
from vhdesk.systems.runtime import cpu_computes_bfloat16
from vhdesk.training.data import Listener
from vhdesk.training.stored import StoredFrames, remove_unused

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIDE = 224
BATCH = 32
OUTPUTS = ("features", "logits")
FORMAT = 1


@dataclass(frozen=True)
class Answers:
    """What a teacher says to N pictures.

    Attributes:
        name: of the teacher.
        features: ``[N, D] float16``, mapped, read-only.
        logits: ``[N, C] float16``, or ``None`` where the teacher does not classify.
        content: sha256 of what they depend on: the pictures and the teacher.
    """

    name: str
    features: NDArray[np.float16]
    logits: NDArray[np.float16] | None
    content: str


class Teacher:
    """An ONNX network on the CPU, in bfloat16 where the processor computes in it.

    Raises:
        BadInput: the file is not such a network.
    """

    def __init__(self, path: Path) -> None:
        shown = printable(str(path))
        try:
            files = [path, path.with_suffix(".bin")] if path.suffix == ".xml" else [path]
            self.content = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
        except OSError as problem:
            raise BadInput(f"The teacher {shown} cannot be read ({problem.strerror}). Name an ONNX file.") from problem
        self.name = printable(path.stem)
        self.precision = "bfloat16" if cpu_computes_bfloat16() else "float32"
        openvino = load_openvino()
        try:
            model = openvino.Core().read_model(path)
            sides = [size.get_length() for size in list(model.input(0).partial_shape)[2:] if size.is_static]
            names = {name for output in model.outputs for name in output.get_names()}
        except RuntimeError as problem:
            raise BadInput(f"The teacher {shown} is not an ONNX network that OpenVINO can read.") from problem
        if len(model.inputs) != 1 or any(side != SIDE for side in sides) or "features" not in names:
            raise BadInput(
                f"The teacher {shown} must take one input of [n, 3, {SIDE}, {SIDE}] and give an output 'features'."
            )
        self.outputs = tuple(name for name in OUTPUTS if name in names)
        hint = "bf16" if self.precision == "bfloat16" else "f32"
        threads = max(1, (os.cpu_count() or 2) - 1)
        config = {"INFERENCE_PRECISION_HINT": hint, "PERFORMANCE_HINT": "THROUGHPUT", "INFERENCE_NUM_THREADS": threads}
        try:
            self._model = openvino.Core().compile_model(model, "CPU", config)
        except RuntimeError as problem:
            raise ModelProblem(f"The teacher {shown} cannot be run here ({problem}).") from problem

    def __call__(self, pictures: NDArray[np.uint8]) -> dict[str, NDArray[np.float32]]:
        """Answers by output name, ``[n, D] float32`` each, to ``[n, side, side, 3] uint8 RGB``."""
        found = self._model([teacher_input(pictures)])
        return {name: np.array(found[name], np.float32).reshape(len(pictures), -1) for name in self.outputs}


def teacher_input(pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
    """``[n, side, side, 3] uint8`` to ``[n, 3, 224, 224] float32``: resized with antialias, x / 127.5 - 1."""
    import torch

    x = torch.from_numpy(np.require(pictures, requirements=["C", "W"])).permute(0, 3, 1, 2).float()
    if x.shape[-1] != SIDE:
        x = torch.nn.functional.interpolate(x, (SIDE, SIDE), mode="bilinear", antialias=True, align_corners=False)
    scaled: NDArray[np.float32] = (x / 127.5 - 1).numpy()
    return scaled


def answers(path: Path, pictures: StoredFrames, listener: Listener) -> Answers:
    """A teacher's answers to all pictures ``[N, side, side, 3]``: those in the cache, or computed now.

    Raises:
        BadInput: the file is no teacher.
        DiskProblem: the cache folder cannot be written.
        Interrupted: stopped.
    """
    teacher = Teacher(path)
    key = f"{FORMAT} {teacher.content} {teacher.precision} {pictures.content}"
    digest = hashlib.sha256(key.encode()).hexdigest()
    folder = cache_folder() / "teachers" / digest[:32]
    if not (folder / "index.json").exists():
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            remove_unused(folder.parent)
            part = Path(tempfile.mkdtemp(prefix="asking-", dir=folder.parent))
            try:
                _ask(teacher, pictures, part, listener)
                shutil.rmtree(folder, ignore_errors=True)
                part.replace(folder)
            finally:
                shutil.rmtree(part, ignore_errors=True)
        except OSError as problem:
            raise DiskProblem(
                f"A teacher's answers could not be kept in {folder.parent}: {problem.strerror}. Free some space there."
            ) from problem
    index: dict[str, Any] = json.loads((folder / "index.json").read_text("utf-8"))
    os.utime(folder / "index.json")
    held = {
        name: np.memmap(folder / f"{name}.f16", np.float16, "r", shape=tuple(shape))
        for name, shape in index["shapes"].items()
    }
    return Answers(teacher.name, held["features"], held.get("logits"), digest)


def _ask(teacher: Teacher, pictures: StoredFrames, folder: Path, listener: Listener) -> None:
    count = listener.counter(f"asking the teacher {teacher.name}", len(pictures))
    shapes: dict[str, tuple[int, int]] = {}
    files = {name: open(folder / f"{name}.f16", "wb") for name in teacher.outputs}  # noqa: SIM115
    try:
        for start in range(0, len(pictures), BATCH):
            count(start)
            for name, found in teacher(pictures.rows[start : start + BATCH]).items():
                files[name].write(found.astype(np.float16).tobytes())
                shapes[name] = len(pictures), found.shape[1]
        count(len(pictures))
    finally:
        for file in files.values():
            file.close()
    (folder / "index.json").write_text(json.dumps({"shapes": shapes}), "utf-8")
