"""The queries so far, to go back and forward through; answers are remembered within a limit."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vhdesk.settings import SearchSettings
from vhdesk.ui.intake import Intake
from vhdesk.ui.workers import SearchAnswer

MOST_VISITS = 100
# Results that the remembered answers hold together, about 300 bytes each.
MOST_RESULTS = 100_000


@dataclass(frozen=True)
class Visit:
    """One query.

    Attributes:
        settings: those that it was searched with; ``None`` while it waits for its turn.
        answer: what came back; ``None`` where nothing did yet or it was forgotten.
        problem: why it cannot be searched by.
        segment_id: the result that had the keyboard when it was left.
    """

    query: Intake
    settings: SearchSettings | None = None
    answer: SearchAnswer | None = None
    problem: str = ""
    segment_id: int | None = None


class QueryHistory:
    """Queries in their order and a position among them."""

    def __init__(self, most_visits: int = MOST_VISITS, most_results: int = MOST_RESULTS) -> None:
        self._most_visits = most_visits
        self._most_results = most_results
        self._visits: list[Visit] = []
        self._position = -1

    @property
    def current(self) -> Visit | None:
        """Where we are; ``None`` before the first query."""
        return self._visits[self._position] if self._visits else None

    @property
    def waiting(self) -> int:
        """How many queries ahead were not searched by yet."""
        return sum(visit.settings is None for visit in self._visits[self._position + 1 :])

    def at(self, step: int) -> Visit | None:
        """The visit so many steps away, without going there."""
        place = self._position + step
        return self._visits[place] if 0 <= place < len(self._visits) else None

    def push(self, queries: Sequence[Intake]) -> Visit:
        """Go on to new queries: the first is where we are then, the others lie ahead; what lay ahead is given up."""
        del self._visits[self._position + 1 :]
        self._position = len(self._visits)
        self._visits += [Visit(query) for query in queries]
        surplus = min(self._position, max(0, len(self._visits) - self._most_visits))
        del self._visits[:surplus]
        self._position -= surplus
        return self._visits[self._position]

    def update(self, **changes: Any) -> None:
        """Change where we are."""
        if self._visits:
            self._visits[self._position] = dataclasses.replace(self._visits[self._position], **changes)
            self._forget()

    def go(self, step: int) -> Visit | None:
        """Go back or forward; ``None``, and nowhere, where there is nothing."""
        visit = self.at(step)
        if visit is not None:
            self._position += step
        return visit

    def age(self) -> None:
        """The library changed: what was answered elsewhere is asked again when we come there."""
        for place, visit in enumerate(self._visits):
            if place != self._position:
                self._visits[place] = dataclasses.replace(visit, answer=None, problem="")

    def _forget(self) -> None:
        """Drop the answers farthest from here until the others fit."""
        held = [place for place, visit in enumerate(self._visits) if visit.answer is not None]
        held.sort(key=lambda place: abs(place - self._position))
        room = self._most_results
        for place in held:
            answer = self._visits[place].answer
            room -= max(1, len(answer.response.results)) if answer is not None else 0
            if room < 0 and place != self._position:
                self._visits[place] = dataclasses.replace(self._visits[place], answer=None)
