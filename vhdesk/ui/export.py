"""The list of results as a file for other programs, with everything needed to repeat the search."""

from __future__ import annotations

import csv
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from vhdesk.desk import Desk, SearchOptions, SearchResponse, SearchResult
from vhdesk.errors import DiskProblem, printable
from vhdesk.ui.arrangement import Arrangement

COLUMNS = (
    "rank",
    "path",
    "label",
    "start_ms",
    "end_ms",
    "query_start_ms",
    "query_end_ms",
    "hamming",
    "distance",
    "cosine",
    "counted_bits",
    "rank_before",
    "passed",
    "duration_ms",
    "mark",
)


@dataclass(frozen=True)
class ExportErrand:
    """Write results to a file, whole or not at all.

    Attributes:
        target: its name ends in ``.csv`` or ``.json``.
        results: in the order to write.
        marks: ``(video id, yes or no)`` of the videos that the user marked.
    """

    target: Path
    response: SearchResponse
    results: tuple[SearchResult, ...]
    options: SearchOptions
    arrangement: Arrangement
    marks: tuple[tuple[int, str], ...] = ()

    def do(self, desk: Desk) -> int:
        """Write; the number of results.

        Raises:
            DiskProblem: the file cannot be written.
        """
        settings, rows = self._settings(desk), self._rows()
        write = _write_json if self.target.suffix.lower() == ".json" else _write_csv
        part = self.target.with_name(self.target.name + ".part")
        try:
            with part.open("w", encoding="utf-8", newline="") as stream:
                write(stream, settings, rows)
            part.replace(self.target)
        except OSError as problem:
            part.unlink(missing_ok=True)
            name = printable(str(self.target))
            raise DiskProblem(f"{name} could not be written: {problem.strerror}. Choose another place.") from problem
        return len(rows)

    def _settings(self, desk: Desk) -> dict[str, Any]:
        found = self.response.to_json()
        del found["results"]
        how = self.arrangement
        return found | {
            "library": printable(str(desk.library_path)),
            **{name: value for name, value in vars(self.options).items() if name not in found},
            "sort": how.sort,
            "filter": {"text": how.text, "folder": printable(how.folder), "label": how.label},
        }

    def _rows(self) -> list[dict[str, Any]]:
        marks = dict(self.marks)
        rows = []
        for result in self.results:
            row = {name: getattr(result, name, None) for name in COLUMNS}
            row["path"] = printable(os.path.abspath(result.path))
            row["distance"], row["cosine"] = round(result.distance, 4), round(result.cosine, 4)
            row["mark"] = marks.get(result.video_id)
            rows.append(row)
        return rows


def _write_json(stream: TextIO, settings: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    json.dump({"settings": settings, "results": rows}, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def _write_csv(stream: TextIO, settings: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    """Settings come first, one a line behind ``#``, as pandas and others skip comments."""
    for name, value in settings.items():
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        stream.write(f"# {name}: {' '.join(text.split())}\r\n")
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
