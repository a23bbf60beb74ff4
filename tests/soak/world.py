"""A folder of small videos that never stands still: files break, vanish, come back, grow, move and change."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.conftest import write_clip

FOLDERS = 24
BROKEN_SHARE = 0.06
LONG_SHARE = 0.03
# What a decode process meets in these files; see worker.py.
TRAPS = (b"CRASH", b"HANG", b"MEMORY")
TRAPS_EACH = 3


class World:
    """Files below a folder, all of them decided by one seed.

    Attributes:
        folder: where they are.
        done: how often each kind of change was made.
    """

    def __init__(self, folder: Path, files: int, seed: int) -> None:
        self.folder = folder
        self.done: Counter[str] = Counter()
        self._random = random.Random(seed)
        self._aside = folder.parent / "aside"
        self._aside.mkdir()
        self._serial = 0
        self._growing: dict[Path, bytes] = {}
        for _ in range(files):
            self._new()
        for trap in TRAPS:
            for number in range(TRAPS_EACH):
                self._name(f"{trap.decode().lower()}{number}").write_bytes(trap + bytes([number]) * 300)

    def change(self) -> None:
        """One change, as a person or another program makes them while vhdesk runs or is closed."""
        kinds: tuple[Callable[[], None], ...] = (
            self._rename,
            self._rename,
            self._vanish,
            self._come_back,
            self._begin_growth,
            self._grow,
            self._replace,
            self._break,
            self._new,
        )
        kind = self._random.choice(kinds)
        self.done[kind.__name__.strip("_").replace("_", " ")] += 1
        kind()

    def settle(self) -> None:
        """Finish what grows, so that the folder is the same from now on."""
        while self._growing:
            self._grow()

    def files(self) -> list[Path]:
        """Every file, sorted."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    def _name(self, stem: str) -> Path:
        path = self.folder / f"class{self._random.randrange(FOLDERS):02}" / f"{stem}.mp4"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _content(self) -> bytes:
        self._serial += 1
        chance = self._random.random()
        if chance < BROKEN_SHARE / 3:
            return b"" if self._random.random() < 0.1 else self._random.randbytes(self._random.randrange(10, 3000))
        scratch = self.folder.parent / "scratch.mp4"
        long = self._random.random() < LONG_SHARE
        write_clip(
            scratch, seed=self._serial, frames=30 if long else 8, fps=1 if long else 8, size=(64, 48), codec="mpeg4"
        )
        content = scratch.read_bytes()
        scratch.unlink()
        if chance < BROKEN_SHARE:
            return content[: self._random.randrange(1, len(content))]
        return content

    def _any(self) -> Path:
        """A file to change; what grows is left alone until it is whole."""
        while True:
            path = self._random.choice(self.files())
            if path not in self._growing:
                return path

    def _new(self) -> None:
        content = self._content()
        self._name(f"clip{self._serial:05}").write_bytes(content)

    def _rename(self) -> None:
        self._serial += 1
        self._any().replace(self._name(f"moved{self._serial:05}"))

    def _vanish(self) -> None:
        path = self._any()
        path.replace(self._aside / path.name)

    def _come_back(self) -> None:
        gone = sorted(self._aside.iterdir())
        if gone:
            path = self._random.choice(gone)
            path.replace(self._name(path.stem))

    def _begin_growth(self) -> None:
        content = self._content()
        path = self._name(f"grown{self._serial:05}")
        half = len(content) // 2
        path.write_bytes(content[:half])
        self._growing[path] = content[half:]

    def _grow(self) -> None:
        if not self._growing:
            return
        path, rest = self._random.choice(sorted(self._growing.items()))
        step = max(1, len(rest) // 2) if len(rest) > 400 else len(rest)
        with path.open("ab") as file:
            file.write(rest[:step])
        if rest[step:]:
            self._growing[path] = rest[step:]
        else:
            del self._growing[path]

    def _replace(self) -> None:
        self._any().write_bytes(self._content())

    def _break(self) -> None:
        path = self._any()
        size = path.stat().st_size
        if size > 2:
            os.truncate(path, self._random.randrange(1, size))
