"""``vhdesk``: the window."""

from __future__ import annotations

import argparse
import os
import sys

from vhdesk.errors import BadInput


def has_screen() -> bool:
    """Whether a window can be shown to somebody."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal"}:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(options: argparse.Namespace) -> int:
    """Open the window on the library; the exit code.

    Raises:
        BadInput: there is no screen.
    """
    if not has_screen() and not os.environ.get("QT_QPA_PLATFORM"):
        raise BadInput(
            "There is no screen to open the window on. Use 'vhdesk index' and 'vhdesk search', or set DISPLAY."
        )
    from vhdesk.desk import Desk
    from vhdesk.ui.app import run as open_window

    return open_window(Desk(options.library))
