"""The one way to OpenVINO, which would otherwise report its use over the network when it exports a model."""

from __future__ import annotations

import sys
from typing import Any


def load_openvino() -> Any:
    """The ``openvino`` package without its reporter: everything stays on this machine.

    Raises:
        ImportError: it is not installed, or not for this processor.
    """
    # An entry of None makes the import of the reporter fail, and OpenVINO then takes its own silent stand-in.
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    import openvino

    return openvino
