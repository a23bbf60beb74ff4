"""Learning-rate factors in closed form: pure functions of where a run is, so that resuming needs no history."""

from __future__ import annotations

import math
from typing import NamedTuple

from vhdesk.training.options import Schedule


class Place(NamedTuple):
    """Where a run is before a step: steps done, epochs done, and the share of its budget that is used."""

    step: int
    epoch: float
    share: float


def factor(schedule: Schedule, place: Place) -> float:
    """What the learning rate is multiplied with; ``plateau`` keeps its own count (:class:`Plateau`).

    With u the place in the schedule's unit, s the share of the budget, m the least factor (floor)::

        constant      1
        cosine        m + (1 - m) (1 + cos(pi s')) / 2,  s' the share of what is left after the warm-up
        step          max(m, gamma ^ floor(u / every)),  or gamma ^ (how many of ``at`` are passed)
        exponential   max(m, gamma ^ (u / every))
        warm-up       times (step + 1) / warm_up in the first steps
    """
    rising = min(1.0, (place.step + 1) / schedule.warm_up) if schedule.warm_up else 1.0
    return rising * _shape(schedule, place)


def _shape(schedule: Schedule, place: Place) -> float:
    unit = place.epoch if schedule.unit == "epochs" else float(place.step)
    if schedule.kind == "cosine":
        share = place.share
        if schedule.warm_up and place.step:
            # the share that the warm-up took, as far as it can be told from the pace so far
            warm = min(1.0, share / place.step * schedule.warm_up)
            share = 0.0 if place.step < schedule.warm_up else (share - warm) / max(1e-12, 1 - warm)
        return schedule.floor + (1 - schedule.floor) * (1 + math.cos(math.pi * min(1.0, share))) / 2
    if schedule.kind == "step":
        falls = sum(unit >= at for at in schedule.at) if schedule.at else math.floor(unit / schedule.every)
        return max(schedule.floor, schedule.gamma**falls)
    if schedule.kind == "exponential":
        return max(schedule.floor, float(schedule.gamma ** (unit / schedule.every)))
    return 1.0


class Plateau:
    """Falls by gamma after ``patience`` validations in a row that did not improve.

    Attributes:
        factor: now.
        waited: validations since the last improvement or fall.
    """

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self.factor = 1.0
        self.waited = 0

    def take(self, *, improved: bool) -> None:
        """After a validation."""
        self.waited = 0 if improved else self.waited + 1
        if self.waited > self._schedule.patience:
            self.factor = max(self._schedule.floor, self.factor * self._schedule.gamma)
            self.waited = 0
