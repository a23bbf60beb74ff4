"""The encoder as a callable, frames in, features out, on whatever this machine has.

torch with mixed precision on CUDA and MPS; OpenVINO on the CPU, exported from the same torch module once per
fingerprint and cached; torch on the CPU where OpenVINO cannot run. On the CPU the frames of one segment always make one
batch: that is the fastest there, and a video gets the same code each time, to the bit. Graphics processors take several
segments at once, as many as their memory bears.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from vhdesk.errors import ModelProblem
from vhdesk.settings import cache_folder
from vhdesk.systems.batches import BatchSize, DeviceFull, in_batches
from vhdesk.systems.exporting import ModuleFactory, export_apart
from vhdesk.systems.info import RuntimeInfo
from vhdesk.systems.quiet_openvino import load_openvino

if TYPE_CHECKING:
    import torch
    from numpy.typing import NDArray

log = logging.getLogger(__name__)


class Encoder(Protocol):
    """``[t, H, W, 3] uint8 RGB`` with t <= T to ``[S, D] float32``, S = t or 1; any thread may call it."""

    info: RuntimeInfo

    def __call__(self, frames: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Encode the frames of one segment."""

    def batch(self, segments: Sequence[NDArray[np.uint8]]) -> list[NDArray[np.float32]]:
        """Encode the frames of several segments, of any videos; the results come in their order.

        Raises:
            ModelProblem: the device has no memory even for one segment, or stopped working.
        """


# 512 frames of 128 x 128: beyond this a graphics processor gets no faster, and the desktop needs its memory too.
SEGMENTS_AT_ONCE = 32


@dataclass(frozen=True)
class InputShape:
    """T frames of side x side pixels.

    Attributes:
        pooled: the net gives one row for all of them, not one for each.
    """

    frames: int
    side: int
    pooled: bool = False

    @property
    def rows(self) -> int:
        """How many the net gives for a segment."""
        return 1 if self.pooled else self.frames

    def padded(self, frames: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """``[t, side, side, 3]`` to ``[T, side, side, 3]`` by repeating the last frame."""
        missing = self.frames - len(frames)
        return np.concatenate([frames, np.repeat(frames[-1:], missing, axis=0)]) if missing else frames


def make_encoder(
    factory: ModuleFactory, shape: InputShape, cache_key: str, *, device: str = "auto", precision: str = "auto"
) -> Encoder:
    """The best encoder for this machine.

    Args:
        factory: makes the torch module; called only where torch is needed, also in another process: no lambda.
        shape: of a segment's frames.
        cache_key: names the exported model; it must change with the weights.
        device: ``auto``, ``cuda``, ``mps`` or ``cpu``.
        precision: ``auto``, ``bfloat16`` or ``float32``.

    Raises:
        ModelProblem: the device that was asked for by name is not there.
    """
    accelerator, reason = find_accelerator(device)
    precision = precision_on(accelerator, precision)
    if accelerator:
        return TorchEncoder(factory(), shape, accelerator, precision, reason)
    try:
        return OpenVinoEncoder(factory, shape, cache_key, precision, reason)
    except (ImportError, RuntimeError, OSError) as problem:
        log.warning("OpenVINO cannot run the encoder (%s); PyTorch does.", problem)
        reason = " ".join(filter(None, [reason, "OpenVINO is not usable here, so encoding is slower."]))
        return TorchEncoder(factory(), shape, "cpu", precision, reason)


def precision_on(accelerator: str, precision: str) -> str:
    """What ``auto`` means on an accelerator, or on the CPU (``""``); anything else stays."""
    if precision != "auto":
        return precision
    return "bfloat16" if accelerator or cpu_computes_bfloat16() else "float32"


def find_accelerator(device: str) -> tuple[str, str]:
    """The torch device to use and, for the CPU (``""``), the reason.

    Raises:
        ModelProblem: the device that was asked for by name is not there.
    """
    if device == "cpu":
        return "", ""
    if device == "auto" and not may_have_accelerator():
        return "", "No CUDA or Apple graphics processor was found."
    import torch

    if device in {"auto", "cuda"} and torch.cuda.is_available():
        return "cuda", ""
    if device in {"auto", "mps"} and torch.backends.mps.is_available():
        return "mps", ""
    if device == "auto":
        return "", "No CUDA or Apple graphics processor was found."
    raise ModelProblem(
        f"This computer has no usable {device.upper()} device. Choose 'auto' or 'cpu', or install its driver."
    )


def may_have_accelerator() -> bool:
    """A cheap look for a driver, since asking torch costs seconds and 200 MB."""
    if sys.platform == "darwin":
        return True
    if sys.platform == "win32":
        return Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "nvcuda.dll").exists()
    return Path("/proc/driver/nvidia").exists() or any(Path("/dev").glob("nvidia[0-9]*")) or Path("/dev/dxg").exists()


def cpu_computes_bfloat16() -> bool:
    """Whether this processor has bfloat16 instructions; without them it would only lose accuracy."""
    try:
        return "BF16" in load_openvino().Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    except (ImportError, RuntimeError) as problem:
        log.warning("OpenVINO cannot be asked about the processor: %s", problem)
        return False


class TorchEncoder:
    """Runs the torch module itself.

    Args:
        batch: how many segments go to the device at once at most; ``None`` suits the device.
    """

    def __init__(
        self,
        module: torch.nn.Module,
        shape: InputShape,
        device: str,
        precision: str,
        reason: str,
        batch: int | None = None,
    ) -> None:
        import torch

        self._shape = shape
        self._device = torch.device(device)
        self._precision = precision
        self._module = module.eval().to(self._device)
        self._size = BatchSize(batch or (1 if device == "cpu" else SEGMENTS_AT_ONCE))
        self._lock = threading.Lock()
        name = torch.cuda.get_device_name() if device == "cuda" else device.upper()
        self.info = RuntimeInfo("PyTorch", name, precision, reason)

    def __call__(self, frames: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Encode the frames of one segment."""
        return self.batch([frames])[0]

    def batch(self, segments: Sequence[NDArray[np.uint8]]) -> list[NDArray[np.float32]]:
        """Encode the frames of several segments.

        Raises:
            ModelProblem: the device has no memory even for one segment, or stopped working.
        """
        try:
            return in_batches(segments, self._size, self._run)
        except DeviceFull as problem:
            raise ModelProblem(
                f"{self.info.device} has no memory left for even one stretch of video. Close other programs that use "
                "it, or choose the CPU as the device; everything finished is saved."
            ) from problem

    def _run(self, segments: Sequence[NDArray[np.uint8]]) -> list[NDArray[np.float32]]:
        """Encode one batch.

        Raises:
            DeviceFull: it does not fit.
            ModelProblem: the graphics processor stopped working.
        """
        try:
            with self._lock:
                features = self._forward(np.concatenate([self._shape.padded(frames) for frames in segments]))
        except RuntimeError as problem:
            full = is_out_of_memory(problem)
            if not full and self._device.type == "cpu":
                raise
            fault = str(problem).strip().partition("\n")[0]
        else:
            rows = self._shape.rows
            steps = range(0, len(features), rows)
            return [features[at : at + min(rows, len(frames))] for at, frames in zip(steps, segments, strict=True)]
        # Only here, outside of the handler, has the fault let go of the batch's memory.
        if not full:
            raise ModelProblem(
                f"{self.info.device} stopped working ({fault}). Start vhdesk again, or choose the CPU as the device; "
                "everything finished is saved."
            )
        self._let_go()
        raise DeviceFull

    def _forward(self, frames: NDArray[np.uint8]) -> NDArray[np.float32]:
        import torch

        mixed = self._precision == "bfloat16"
        inputs = torch.from_numpy(frames).to(self._device)
        with torch.inference_mode(), torch.autocast(self._device.type, torch.bfloat16, enabled=mixed):
            features: NDArray[np.float32] = self._module(inputs).float().cpu().numpy()
        return features

    def _let_go(self) -> None:
        """Give the device's cached memory back."""
        import torch

        if self._device.type == "cuda":
            torch.cuda.empty_cache()
        elif self._device.type == "mps":
            torch.mps.empty_cache()


def is_out_of_memory(problem: RuntimeError) -> bool:
    """Whether torch says that a device's memory is full; only CUDA's allocator has a class of its own for that."""
    text = str(problem).lower()
    return "out of memory" in text or "alloc_failed" in text or "can't allocate memory" in text


class OpenVinoEncoder:
    """Runs the exported module on the CPU."""

    def __init__(self, factory: ModuleFactory, shape: InputShape, cache_key: str, precision: str, reason: str) -> None:
        self._shape = shape
        core = load_openvino().Core()
        threads = max(1, (os.cpu_count() or 2) - 1)
        config = {
            "INFERENCE_PRECISION_HINT": "bf16" if precision == "bfloat16" else "f32",
            "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_NUM_THREADS": threads,
            "NUM_STREAMS": 1,
        }
        model = core.read_model(exported(factory, shape, cache_key))
        self._request = core.compile_model(model, "CPU", config).create_infer_request()
        self._lock = threading.Lock()
        self.info = RuntimeInfo("OpenVINO", "CPU", precision, reason)

    def __call__(self, frames: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Encode the frames of one segment."""
        with self._lock:
            output = self._request.infer([self._shape.padded(frames)])[0]
            return np.array(output[: len(frames)], dtype=np.float32)

    def batch(self, segments: Sequence[NDArray[np.uint8]]) -> list[NDArray[np.float32]]:
        """Encode the frames of several segments, one after the other: a search may come in between."""
        return [self(frames) for frames in segments]


def exported(factory: ModuleFactory, shape: InputShape, cache_key: str) -> Path:
    """The OpenVINO model of a module, exported at the first call and cached.

    Raises:
        ModelProblem: the cache folder cannot be written.
    """
    release = load_openvino().__version__.split("-")[0]
    folder = cache_folder() / "encoders" / f"{cache_key}-{release}"
    path = folder / "encoder.xml"
    if path.exists() and path.with_suffix(".bin").exists():
        return path
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix="export-", dir=folder.parent))
        export_apart(factory, (shape.frames, shape.side, shape.side, 3), part / path.name)
        try:
            part.replace(folder)
        except OSError:
            if not path.exists():  # another vhdesk may have been first
                raise
            shutil.rmtree(part)
    except OSError as problem:
        raise ModelProblem(
            f"The encoder could not be prepared in {folder.parent}: {problem.strerror}. Free some space there."
        ) from problem
    return path
