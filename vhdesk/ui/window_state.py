"""Where the window was, kept beside the settings and never worth an error message."""

from __future__ import annotations

import base64
import binascii
import json
import logging

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from vhdesk.settings import config_folder

log = logging.getLogger(__name__)


def _on_a_screen() -> bool:
    """Whether there is a screen to be in a place of; pictures that are made without one are all of one size."""
    return QGuiApplication.platformName() not in {"offscreen", "minimal"}


def restore(window: QWidget) -> bool:
    """Put the window where it was; ``False`` where that is not known."""
    if not _on_a_screen():
        return False
    try:
        text = json.loads((config_folder() / "window.json").read_text("utf-8"))["geometry"]
        return window.restoreGeometry(QByteArray(base64.b64decode(text, validate=True)))
    except FileNotFoundError:
        return False
    except (OSError, ValueError, KeyError, TypeError, binascii.Error) as fault:
        log.info("The place of the window could not be read: %s", fault)
        return False


def remember(window: QWidget) -> None:
    """Keep where the window is."""
    if not _on_a_screen():
        return
    text = base64.b64encode(window.saveGeometry().data()).decode("ascii")
    try:
        config_folder().mkdir(parents=True, exist_ok=True)
        (config_folder() / "window.json").write_text(json.dumps({"geometry": text}), "utf-8")
    except OSError as fault:
        log.info("The place of the window could not be kept: %s", fault)
