"""Which results are shown, and in which order: pure functions of an answer."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Protocol

from vhdesk.desk import SearchResult

# Menus of more lines would be a search of their own.
MOST_CHOICES = 20

_KEYS: dict[str, tuple[Callable[[SearchResult], Any], bool]] = {
    "rank": (attrgetter("rank"), False),
    "distance": (attrgetter("hamming", "distance"), False),
    "path": (attrgetter("path"), False),
    "duration": (attrgetter("duration_ms"), False),
    "date": (attrgetter("modified_ns"), True),
}
SORTS = tuple(_KEYS)


class Located(Protocol):
    """Something that lies in a folder."""

    @property
    def path(self) -> str:
        """The file."""


@dataclass(frozen=True)
class Arrangement:
    """How to show an answer.

    Attributes:
        sort: one of :data:`SORTS`: best first, nearest codes first, by path, shortest first, newest first.
        text: a part of the path, in any case.
        folder: only what lies below it.
        label: only what carries it.
    """

    sort: str = "rank"
    text: str = ""
    folder: str = ""
    label: str = ""

    @property
    def filters(self) -> bool:
        """Whether some results may be left out."""
        return bool(self.text.strip() or self.folder or self.label)


def arrange(results: Sequence[SearchResult], how: Arrangement) -> tuple[SearchResult, ...]:
    """The results to show, in order."""
    shown = results
    if how.folder:
        below = os.path.join(how.folder, "")
        shown = [result for result in shown if result.path.startswith(below)]
    if how.label:
        shown = [result for result in shown if result.label == how.label]
    words = how.text.casefold().split()
    if words:
        shown = [result for result in shown if all(word in result.path.casefold() for word in words)]
    if how.sort != "rank":  # the order of the answer, which equal ones keep
        key, backwards = _KEYS[how.sort]
        shown = sorted(shown, key=key, reverse=backwards)
    return tuple(shown)


def folders(results: Iterable[Located]) -> list[tuple[str, int]]:
    """The folders that hold most results, with how many, by name."""
    return _common(Counter(result.path.rpartition(os.sep)[0] for result in results))


def labels(results: Sequence[SearchResult]) -> list[tuple[str, int]]:
    """The labels that most results carry, with how many, by name."""
    return _common(Counter(result.label for result in results if result.label))


def _common(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.most_common(MOST_CHOICES))
