"""What the tests of weights share."""

from __future__ import annotations

from tests.systems.weights_server import data, server, small_disk

__all__ = ["data", "server", "small_disk"]
