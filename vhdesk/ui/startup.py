"""How long the process has been running, to measure the time until the window is on the screen."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_IMPORTED_AT = time.monotonic()


def process_age_ms() -> float:
    """Milliseconds since the process was started; since this module was imported where the system does not tell."""
    if sys.platform.startswith("linux"):
        try:
            fields = Path("/proc/self/stat").read_text("utf-8").rpartition(")")[2].split()
            uptime = float(Path("/proc/uptime").read_text("utf-8").split()[0])
            return 1000 * (uptime - int(fields[19]) / os.sysconf("SC_CLK_TCK"))
        except (OSError, ValueError, IndexError):
            pass
    return 1000 * (time.monotonic() - _IMPORTED_AT)
