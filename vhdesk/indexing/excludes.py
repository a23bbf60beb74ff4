"""What a scan leaves out by name: the user's globs, and folders that never hold videos of anybody's."""

from __future__ import annotations

import fnmatch
import functools
import itertools
import os
import re
from collections.abc import Callable

# Trash, system and thumbnail folders of Windows, NAS systems and desktops; hidden ones are passed over anyway.
ALWAYS = frozenset({"$recycle.bin", "recycler", "system volume information", "lost+found", "@eadir", "#recycle"})


@functools.lru_cache(maxsize=256)
def excluder(globs: tuple[str, ...]) -> Callable[[str, str], bool]:
    """A test of a path below the root (with ``/``) and its last name.

    A glob that matches either leaves it out. ``*`` crosses ``/``; ``**/`` stands for any number of folders, none too.
    """
    patterns = [re.compile(fnmatch.translate(_cased(form))).match for glob in globs for form in forms(glob)]

    def excluded(below: str, name: str) -> bool:
        if name.lower() in ALWAYS or name.startswith(".Trash-"):
            return True
        return any(match(_cased(below)) or match(_cased(name)) for match in patterns)

    return excluded


def forms(glob: str) -> list[str]:
    """A glob with every ``**/`` kept or left out: ``fnmatch`` knows only the ones that stand for a folder."""
    pieces = glob.split("**/")
    choices = itertools.product(("**/", ""), repeat=min(len(pieces) - 1, 4))
    return [
        "".join(piece + gap for piece, gap in itertools.zip_longest(pieces, gaps, fillvalue="")) for gaps in choices
    ]


def _cased(text: str) -> str:
    """As the platform compares names."""
    return text.lower() if os.name == "nt" else text
