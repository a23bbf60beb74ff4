"""The desk's training job: a recipe's stage, run on a library or on folders."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

from vhdesk.errors import Interrupted
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
    abandon: CancelToken | None = None,
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
        abandon: ends the run at its next event, and nothing is written; a system that is there stays as it is.
        on_event: told of every event, in the thread that calls.

    Raises:
        BadInput: options that cannot be used; the sentence names them.
        ModelProblem: weights or a checkpoint that cannot be used, or a device that stopped working.
        DiskProblem: a folder cannot be written.
        Interrupted: stopped before anything was trained, or abandoned.
    """
    from vhdesk.training.data import Listener
    from vhdesk.training.workplace import Workplace

    found = recipe_of(system).stage(stage)
    options.check()
    token, given_up = cancel or CancelToken(), abandon or CancelToken()
    tell_on = on_event or (lambda _event: None)

    def tell(event: TrainEvent) -> None:
        given_up.check()
        tell_on(event)

    listener = Listener(tell, lambda: token.cancelled)
    place = Workplace(library=library, indexing=settings.indexing, device=settings.device, listener=listener)
    try:
        return found.run(options, place)
    except Interrupted:
        if given_up.cancelled and not options.resume:
            _remove_checkpoints(options, system)
        raise


def _remove_checkpoints(options: StageOptions, system: str) -> None:
    """Take away what an abandoned run kept to be resumed; a system in the same folder stays."""
    from vhdesk.training.output import output_of

    output = output_of(options, system)
    shutil.rmtree(output.checkpoints, ignore_errors=True)
    with contextlib.suppress(OSError):  # there is a system in it, or it was never made
        output.folder.rmdir()
