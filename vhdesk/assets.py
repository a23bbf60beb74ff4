"""What ships with vhdesk: model weights and window resources, in the wheel, the bundle and a source checkout."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from vhdesk.errors import InternalBug


def asset(*parts: str) -> Path:
    """Path of a shipped file or folder, such as ``asset("models", "desk", "model.json")``.

    The wheel and the bundle hold ``models/`` and ``resources/`` inside the package; a checkout holds them beside it.

    Raises:
        InternalBug: the installation lacks it.
    """
    package = Path(str(resources.files("vhdesk")))
    for base in (package, package.parent):
        path = base.joinpath(*parts)
        if path.exists():
            return path
    raise InternalBug(f"This installation of vhdesk lacks {'/'.join(parts)}. Install vhdesk again.")
