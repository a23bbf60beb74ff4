"""Pictures of several origins with their teachers' answers, as one numbered collection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.training.stored import StoredFrames
from vhdesk.training.teachers import Answers

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Pictures that mean and spread of a teacher's features are taken from.
SAMPLE = 20_000


@dataclass(frozen=True)
class Part:
    """Pictures ``[N, side, side, 3]`` of one origin, and every teacher's answers to them."""

    frames: StoredFrames
    answers: tuple[Answers, ...]
    video: bool


class Corpus:
    """All parts, numbered through.

    Attributes:
        parts: at least one; every one was shown to the same teachers, in the same order.
        groups: the recording of every picture.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = tuple(parts)
        self._starts = np.cumsum([0, *(len(part.frames) for part in parts)])
        self.groups = [group for part in parts for group in part.frames.groups]

    def __len__(self) -> int:
        return int(self._starts[-1])

    @property
    def teachers(self) -> tuple[Answers, ...]:
        """One of the answers of every teacher, to see their sizes."""
        return self.parts[0].answers

    @property
    def content(self) -> list[str]:
        """What the pictures and the answers are, as hashes."""
        return [name for part in self.parts for name in (part.frames.content, *(a.content for a in part.answers))]

    def pictures(self, rows: NDArray[np.int64]) -> NDArray[np.uint8]:
        """``[n, side, side, 3]``."""
        found = np.empty((len(rows), *self.parts[0].frames.rows.shape[1:]), np.uint8)
        for part, places, inside in self._split(rows):
            found[places] = part.frames.rows[inside]
        return found

    def features(self, teacher: int, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """A teacher's features, ``[n, D]``."""
        found = np.empty((len(rows), self.teachers[teacher].features.shape[1]), np.float32)
        for part, places, inside in self._split(rows):
            found[places] = part.answers[teacher].features[inside]
        return found

    def logits(self, teacher: int, rows: NDArray[np.int64]) -> NDArray[np.float32] | None:
        """A teacher's logits, ``[n, C]``, or ``None`` where it does not classify."""
        first = self.teachers[teacher].logits
        if first is None:
            return None
        found = np.empty((len(rows), first.shape[1]), np.float32)
        for part, places, inside in self._split(rows):
            logits = part.answers[teacher].logits
            assert logits is not None
            found[places] = logits[inside]
        return found

    def spread(self, teacher: int, rows: NDArray[np.int64], seed: int) -> tuple[NDArray[np.float32], float]:
        """Mean ``[D]`` of a teacher's features over some pictures, and their root mean square about it."""
        if len(rows) > SAMPLE:
            rows = np.sort(np.random.default_rng(seed).choice(rows, SAMPLE, replace=False))
        found = self.features(teacher, rows)
        mean = found.mean(axis=0)
        return mean, max(1e-6, float(np.sqrt(np.mean((found - mean) ** 2))))

    def videos(
        self, rows: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], list[str | None], list[str]]:
        """Of some pictures those that are frames of videos: which of the rows, their video, label and recording."""
        places, items, labels, groups = [], [], [], []
        for number, (part, of, inside) in enumerate(self._split(rows)):
            if part.video:
                places.append(of)
                items.append(part.frames.source[inside] + (number << 32))
                labels += [part.frames.labels[row] for row in inside]
                groups += [part.frames.groups[row] for row in inside]
        if not places:
            return np.zeros(0, np.int64), np.zeros(0, np.int64), [], []
        return np.concatenate(places), np.concatenate(items), labels, groups

    def _split(self, rows: NDArray[np.int64]) -> list[tuple[Part, NDArray[np.int64], NDArray[np.int64]]]:
        """Of every part that has some of the rows: where they stand among them, and their rows in the part."""
        of = np.searchsorted(self._starts, rows, side="right") - 1
        found = []
        for number, part in enumerate(self.parts):
            places = np.flatnonzero(of == number)
            if len(places):
                found.append((part, places, rows[places] - self._starts[number]))
        return found
