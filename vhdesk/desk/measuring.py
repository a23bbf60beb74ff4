"""Measuring quality as the desk does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vhdesk.evaluation.expectation import PROTOCOL, CalibrateOptions, Calibration
from vhdesk.evaluation.options import EVERY, EvaluateOptions
from vhdesk.evaluation.report import Evaluation
from vhdesk.indexing.control import CancelToken
from vhdesk.inputs import checked_folder
from vhdesk.library.notes import Notes
from vhdesk.library.rows import Root

if TYPE_CHECKING:
    from vhdesk.desk.desk import Desk

Tell = Callable[[str, int, int], None]


def evaluate(
    desk: Desk, options: EvaluateOptions | None, cancel: CancelToken | None, on_progress: Tell | None
) -> Evaluation:
    """See :meth:`vhdesk.desk.Desk.evaluate`."""
    from vhdesk.evaluation.job import evaluate_library
    from vhdesk.indexing.scan import scan
    from vhdesk.systems.system import load_system

    options = options or EvaluateOptions()
    queries = None
    if options.queries is not None:
        root = Root(0, checked_folder(options.queries), recursive=True, excludes=(), label_from_folder=True)
        found = scan(root, pictures=desk.settings.indexing.pictures, on_problem=lambda _problem: None)
        queries = [(file.path, file.label or "") for file in found]
    own = desk.system_card().name
    systems = [
        desk.system() if name == own else load_system(name, **desk.settings.encoding())
        for name in dict.fromkeys(_named(desk, own, options))
    ]
    token = cancel or CancelToken()
    return evaluate_library(
        desk._library,
        systems,
        options,
        desk.settings.indexing,
        queries,
        cancelled=lambda: token.cancelled,
        tell=on_progress,
    )


def _named(desk: Desk, own: str, options: EvaluateOptions) -> tuple[str, ...]:
    """The systems that are to be measured, the one in use first where none is named."""
    if options.systems != EVERY:
        return options.systems or (own,)
    from vhdesk.desk.models import survey_models

    facts = survey_models(desk).systems
    return own, *(found.card.name for found in facts if found.encoded and found.encoded == found.videos)


def calibrate(
    desk: Desk, options: CalibrateOptions | None, cancel: CancelToken | None, on_progress: Tell | None
) -> Calibration:
    """See :meth:`vhdesk.desk.Desk.calibrate`."""
    from vhdesk.evaluation.job import calibrate_library

    search, system = desk.settings.search, desk.system()
    options = options or CalibrateOptions(search.bits, mask_confidence=search.mask_confidence, exact=search.par_exact)
    token = cancel or CancelToken()
    found = calibrate_library(desk._library, system, options, cancelled=lambda: token.cancelled, tell=on_progress)
    if desk._library.writable:
        Notes(desk._library).store_evaluation(system.fingerprint, found.bits, PROTOCOL, found.to_json())
    return found


def calibration(desk: Desk, bits: int) -> Calibration | None:
    """See :meth:`vhdesk.desk.Desk.calibration`."""
    notes, system = Notes(desk._library), desk.system()
    document = notes.evaluation(system.fingerprint, bits, PROTOCOL)
    return None if document is None else Calibration.from_json(document, labels_now=notes.labels_digest())
