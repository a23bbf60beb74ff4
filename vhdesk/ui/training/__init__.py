"""The training page: a system of one's own, made from the recipes that there are."""

from __future__ import annotations

from vhdesk.ui.training.control import TrainingControl

__all__ = ["TrainingControl"]
