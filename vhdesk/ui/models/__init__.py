"""The models page: the systems that are installed, and the weights that can be had."""

from __future__ import annotations

from vhdesk.ui.models.control import ModelsControl

__all__ = ["ModelsControl"]
