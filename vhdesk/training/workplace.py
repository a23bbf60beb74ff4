"""Where a training runs: the library, the settings, who listens. The desk makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from vhdesk.library.library import Library
from vhdesk.settings import DeviceSettings, IndexingSettings
from vhdesk.training.data import Listener


@dataclass(frozen=True)
class Workplace:
    """What a stage finds around it.

    Attributes:
        library: opens the user's; ``None`` where there is none.
        indexing: how videos become segments.
        device: where encoders and trainings run.
        listener: told of progress; may stop it.
    """

    library: Callable[[], Library] | None = None
    indexing: IndexingSettings = field(default_factory=IndexingSettings)
    device: DeviceSettings = field(default_factory=DeviceSettings)
    listener: Listener = field(default_factory=Listener)
