"""Other libraries to compare with, run by the interpreters that ``VHDESK_PEERS`` names (separated like ``PATH``)."""

from __future__ import annotations

import contextlib
import json
import os
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

WORKER = Path(__file__).with_name("peer_worker.py")


class Peer:
    """One library in another interpreter."""

    def __init__(self, name: str, process: subprocess.Popen[str]) -> None:
        self.name = name
        assert process.stdin is not None
        assert process.stdout is not None
        self._requests: IO[str] = process.stdin
        self._answers: IO[str] = process.stdout

    def cpu_s(self, path: Path, frames: int = 0) -> float | None:
        """CPU seconds that the library needs for a file; ``None`` where it cannot read it."""
        answer = self._answer(path, frames=frames)
        return None if answer is None else float(answer["cpu_s"])

    def hash_of(self, path: Path) -> list[Any] | None:
        """What the library makes of a file; ``None`` where it cannot read it."""
        answer = self._answer(path, hash=True)
        return None if answer is None else list(answer["hash"])

    def _answer(self, path: Path, **request: Any) -> dict[str, Any] | None:
        print(json.dumps({"peer": self.name, "path": str(path), **request}), file=self._requests, flush=True)
        answer: dict[str, Any] = json.loads(self._answers.readline())
        if "error" in answer:
            print(f"{self.name} cannot read {path.name}: {answer['error']}")
            return None
        return answer


@contextlib.contextmanager
def running_peers(wanted: Sequence[str]) -> Iterator[dict[str, Peer]]:
    """Those of the wanted peers that some interpreter has, started and with their imports done."""
    found: dict[str, Peer] = {}
    with contextlib.ExitStack() as stack:
        for python in filter(None, os.environ.get("VHDESK_PEERS", "").split(os.pathsep)):
            process = stack.enter_context(
                subprocess.Popen(
                    [python, str(WORKER)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                )
            )
            assert process.stdout is not None
            for name in json.loads(process.stdout.readline()):
                if name in wanted:
                    found.setdefault(name, Peer(name, process))
        yield found


def clock() -> float:
    """CPU seconds of this process, all its threads."""
    return time.process_time()


def spread(values: Sequence[float], form: str = ".1f") -> str:
    """Least and median, as a cell of a table."""
    return f"{min(values):{form}} / {statistics.median(values):{form}}" if values else "-"
