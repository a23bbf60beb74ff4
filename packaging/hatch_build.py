"""Compiles the translations whenever a wheel is built or a checkout is installed."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface):
    """``.qm`` files are made, never committed."""

    PLUGIN_NAME = "custom"

    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        """Run before files are collected."""
        spec = importlib.util.spec_from_file_location("translations", Path(self.root, "packaging", "translations.py"))
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.compile_all()
