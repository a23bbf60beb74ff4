"""The log of a run as lines of JSON, and its curves as CSV; both survive a resumed run without gaps or repeats."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from vhdesk.errors import DiskProblem, printable
from vhdesk.training.checkpoints import write_bytes

LOG, CURVE = "log.jsonl", "curve.csv"


class TrainLog:
    """Writes lines as they come; without a folder it writes nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def write(self, entry: Mapping[str, Any]) -> None:
        """Append a line.

        Raises:
            DiskProblem: the folder cannot be written.
        """
        if self._folder is None:
            return
        path = self._folder / LOG
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with open(path, "a", encoding="utf-8") as file:
                file.write(json.dumps(entry) + "\n")
        except OSError as problem:
            raise DiskProblem(f"{printable(str(path))} could not be written: {problem.strerror}.") from problem

    def entries(self) -> list[dict[str, Any]]:
        """What was written; a line that a killed run left half is passed over."""
        if self._folder is None:
            return []
        return read_log(self._folder)

    def cut(self, step: int) -> None:
        """Forget what came after a step: the run goes on from there."""
        if self._folder is not None:
            kept = [json.dumps(entry) for entry in self.entries() if entry["step"] <= step]
            write_bytes(self._folder / LOG, "".join(line + "\n" for line in kept).encode())

    def write_curve(self) -> None:
        """All entries as one table, a column a value: loss and its parts, rate, held-out metrics, by step."""
        entries = self.entries()
        if not entries or self._folder is None:
            return
        columns = list(dict.fromkeys(name for entry in entries for name in entry if name != "kind"))
        text = io.StringIO()
        writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(entries)
        write_bytes(self._folder / CURVE, text.getvalue().encode())


def read_log(folder: Path) -> list[dict[str, Any]]:
    """The entries of a run's log, in order; a line that a killed run left half is passed over."""
    entries = []
    try:
        lines = (folder / LOG).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []
    for line in lines:
        try:
            entries.append(json.loads(line))
        except ValueError:
            continue
    return entries


class LossSums:
    """Sums of the loss parts since the last line of the log and the last event; they stay on the device until read.

    Attributes:
        unlogged: batches since the last line of the log.
        untold: batches since the last event.
    """

    def __init__(self) -> None:
        self._log: dict[str, Tensor] = {}
        self.unlogged = 0
        self._event: dict[str, Tensor] = {}
        self.untold = 0

    def take(self, parts: Mapping[str, Tensor]) -> None:
        """Add the parts of one batch."""
        for name, part in parts.items():
            value = part.detach().float()
            for sums in (self._log, self._event):
                sums[name] = sums[name] + value if name in sums else value
        self.unlogged += 1
        self.untold += 1

    def logged(self) -> dict[str, float]:
        """Means since the last call, for the log."""
        found = {name: float(value) / self.unlogged for name, value in self._log.items()}
        self._log, self.unlogged = {}, 0
        return found

    def told(self) -> dict[str, float]:
        """Means since the last call, for an event."""
        found = {name: float(value) / self.untold for name, value in self._event.items()}
        self._event, self.untold = {}, 0
        return found

    def tensors(self) -> dict[str, Tensor]:
        """The log's sums, for a checkpoint."""
        return {f"seen.{name}": value for name, value in self._log.items()}

    def load(self, sums: Mapping[str, Tensor], count: int, device: torch.device) -> None:
        """Take the log's sums from a checkpoint."""
        self._log = {name: value.to(device) for name, value in sums.items()}
        self.unlogged = count
