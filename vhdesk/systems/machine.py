"""What this machine has, for ``vhdesk doctor`` and bug reports."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
from importlib import metadata
from typing import Any

from vhdesk import __version__
from vhdesk.settings import data_folder
from vhdesk.systems.quiet_openvino import load_openvino
from vhdesk.systems.runtime import may_have_accelerator

PACKAGES = ("PySide6-Essentials", "torch", "openvino", "av", "faiss-cpu", "numpy", "sqlite-utils", "pebble")


def machine_facts() -> dict[str, Any]:
    """Versions, processor, memory and disk; sizes in bytes."""
    return {
        "vhdesk": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "processor": {
            "name": _processor(),
            "cores": os.cpu_count(),
            "memory_bytes": _memory_bytes(),
            "capabilities": _capabilities(),
        },
        "accelerator": _accelerator(),
        "disk_free_bytes": _disk_free(),
        "versions": {name: _version(name) for name in PACKAGES} | {"sqlite": sqlite3.sqlite_version},
        "bundle": bool(getattr(sys, "frozen", False)),
    }


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _processor() -> str:
    try:
        return str(load_openvino().Core().get_property("CPU", "FULL_DEVICE_NAME")).strip()
    except (ImportError, RuntimeError):
        return platform.processor() or platform.machine()


def _capabilities() -> list[str]:
    try:
        return sorted(load_openvino().Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES"))
    except (ImportError, RuntimeError):
        return []


def _memory_bytes() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None


def _accelerator() -> str | None:
    if not may_have_accelerator():
        return None
    import torch

    if torch.cuda.is_available():
        return str(torch.cuda.get_device_name())
    return "Apple MPS" if torch.backends.mps.is_available() else None


def _disk_free() -> int | None:
    folder = data_folder()
    while not folder.exists():
        folder = folder.parent
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
