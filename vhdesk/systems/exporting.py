"""A torch module as an OpenVINO model, made in a process of its own.

The converter holds the interpreter for a quarter of a second at a time, which would hold up the window; and what needs
no torch otherwise need not load it for this.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import warnings
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.systems.quiet_openvino import load_openvino

if TYPE_CHECKING:
    import torch

ModuleFactory = Callable[[], "torch.nn.Module"]

# What OpenVINO gives in float32 must be this near to what torch gives, or torch runs the encoder.
LEAST_COSINE = 0.9999


def export_apart(factory: ModuleFactory, example: tuple[int, ...], path: Path) -> None:
    """Write ``path`` and the weights beside it.

    Args:
        factory: makes the torch module in the other process, so it must be picklable: no lambda.
        example: shape of its input, ``uint8``.
        path: of the ``.xml`` file.

    Raises:
        OSError: the files cannot be written.
        ImportError, RuntimeError: the module cannot be exported, or the process ended before it was.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_tell, args=(sender, factory, example, path), name="export", daemon=True)
    process.start()
    sender.close()
    with receiver:
        try:
            problem: Exception | None = receiver.recv()
        except EOFError:
            problem = RuntimeError("the process that exports it ended by itself")
    process.join()
    process.close()
    if problem is not None:
        raise problem


def _tell(sender: Connection, factory: ModuleFactory, example: tuple[int, ...], path: Path) -> None:
    """In the other process: export, then say what went wrong or ``None``."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends us
    problem: Exception | None = None
    try:
        export(factory, example, path)
    except Exception as caught:  # noqa: BLE001 - raised again by the parent
        problem = _portable(caught)
    sender.send(problem)


def _portable(problem: Exception) -> Exception:
    """A fault as it can cross processes: OpenVINO's own classes cannot."""
    try:
        pickle.loads(pickle.dumps(problem))
    except Exception:  # noqa: BLE001 - whatever pickling raises
        return RuntimeError(str(problem))
    return problem


def export(factory: ModuleFactory, example: tuple[int, ...], path: Path) -> None:
    """Convert a module, compare what both give, and write the model, in this process; see :func:`export_apart`.

    Raises:
        OSError: the files cannot be written.
        RuntimeError: it cannot be converted, or gives something else in float32.
    """
    module = factory().eval()
    import torch

    openvino = load_openvino()
    noise = np.random.default_rng(0).integers(0, 256, example, dtype=np.uint8)
    inputs = torch.from_numpy(noise)
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")  # the converter traces in a way that torch is about to retire
        model = openvino.convert_model(module, example_input=inputs, input=list(example))
        expected = module(inputs).numpy()
    found = openvino.Core().compile_model(model, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})([noise])[0]
    size = max(float(np.linalg.norm(found) * np.linalg.norm(expected)), 1e-12)
    if not float(np.vdot(found, expected)) / size >= LEAST_COSINE:
        raise RuntimeError("what was exported gives other features")
    openvino.save_model(model, path, compress_to_fp16=False)
