"""R(2+1)D of one block a layer: every kind of layer of the net at a third of the work."""

from __future__ import annotations

import pytest

from vhdesk.nets import r2plus1d
from vhdesk.systems import exporting, runtime

BLOCKS = (1, 1, 1, 1)


def make_shallow(patch: pytest.MonkeyPatch, layers: int) -> None:
    """Nets of so many layers are shallow while the patch holds."""
    patch.setitem(r2plus1d.DEPTHS, layers, BLOCKS)
    patch.setattr(runtime, "export_apart", exporting.export)  # another process would know nothing of this depth
