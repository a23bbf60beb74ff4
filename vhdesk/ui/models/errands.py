"""What the models page has done off the UI thread, one thing after another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vhdesk.desk import (
    CancelToken,
    Desk,
    DeviceTest,
    Models,
    Verified,
    WeightsState,
    choose_system,
    measure_speed,
    survey_models,
)


@dataclass(frozen=True)
class SurveyErrand:
    """Look at all systems and weights."""

    def do(self, desk: Desk) -> Models:
        """Look."""
        return survey_models(desk)


@dataclass(frozen=True)
class VerifyErrand:
    """Compare files with their hashes; of one by name, or of all."""

    name: str | None

    def do(self, desk: Desk) -> list[Verified]:
        """Compare."""
        return desk.verify_models(self.name)


@dataclass(frozen=True)
class ImportErrand:
    """Install weights from a file."""

    name: str
    file: Path

    def do(self, desk: Desk) -> WeightsState:
        """Install."""
        return desk.weights().import_file(self.file, self.name)


@dataclass(frozen=True)
class RemoveErrand:
    """Remove weights, or what came of their download."""

    name: str

    def do(self, desk: Desk) -> int:
        """Remove; how many bytes became free."""
        return desk.weights().remove(self.name)


@dataclass(frozen=True)
class SpeedErrand:
    """Measure the encoder of a system."""

    name: str
    cancel: CancelToken

    def do(self, desk: Desk) -> DeviceTest:
        """Measure."""
        return measure_speed(desk, self.name, self.cancel)


@dataclass(frozen=True)
class ChooseErrand:
    """Have the library use a system.

    Attributes:
        index: the videos are to be read again once it is in use.
    """

    name: str
    index: bool

    def do(self, desk: Desk) -> None:
        """Choose."""
        choose_system(desk, self.name)
