"""What the index tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from vhdesk.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on a new library."""
    with Desk(tmp_path / "l.vhdesk") as desk:
        desk.open()
        yield desk
