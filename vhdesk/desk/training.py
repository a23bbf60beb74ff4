"""The desk's training job: a recipe's stage, run on a library or on folders."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vhdesk.indexing.control import CancelToken
from vhdesk.training.events import TrainEvent, TrainReport
from vhdesk.training.recipes import StageOptions, recipe_of

if TYPE_CHECKING:
    from vhdesk.library.library import Library
    from vhdesk.settings import Settings


def train(
    system: str,
    stage: str | None,
    options: StageOptions,
    settings: Settings,
    library: Callable[[], Library] | None = None,
    *,
    cancel: CancelToken | None = None,
    on_event: Callable[[TrainEvent], None] | None = None,
) -> TrainReport:
    """Train a stage of a system and write the whole system beside the built-in ones, or where ``options.out`` says.

    Args:
        system: name of the recipe.
        stage: of the recipe; ``None`` is its first.
        options: of that stage, of the type that :attr:`.recipes.Stage.options` names.
        settings: segments, device and precision.
        library: opens the user's; where no videos are named the training uses what it holds.
        cancel: stops the run; the best weights so far are kept, and the system is written with them.
        on_event: told of every event, in the thread that calls.

    Raises:
        BadInput: options that cannot be used; the sentence names them.
        ModelProblem: weights or a checkpoint that cannot be used, or a device that stopped working.
        DiskProblem: a folder cannot be written.
        Interrupted: stopped before anything was trained.
    """
    from vhdesk.training.data import Listener
    from vhdesk.training.workplace import Workplace

    found = recipe_of(system).stage(stage)
    options.check()
    token = cancel or CancelToken()
    listener = Listener(on_event or (lambda _event: None), lambda: token.cancelled)
    place = Workplace(library=library, indexing=settings.indexing, device=settings.device, listener=listener)
    return found.run(options, place)
