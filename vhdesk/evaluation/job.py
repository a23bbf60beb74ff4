"""An evaluation as the desk starts it: options checked, groups read, queries read as a drop reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from vhdesk.errors import BadInput, Interrupted, printable
from vhdesk.evaluation.calibration import calibrate
from vhdesk.evaluation.codes_run import measure_codes
from vhdesk.evaluation.expectation import CalibrateOptions, Calibration
from vhdesk.evaluation.groups import read_groups
from vhdesk.evaluation.library_run import measure_library, query_files
from vhdesk.evaluation.measure import Tell
from vhdesk.evaluation.options import EvaluateOptions
from vhdesk.evaluation.protocols import protocol_of
from vhdesk.evaluation.report import Evaluation
from vhdesk.inputs import checked_file
from vhdesk.library.library import Library
from vhdesk.search.results import SearchOptions
from vhdesk.settings import IndexingSettings
from vhdesk.systems.query import QueryReader
from vhdesk.systems.system import System


def evaluate_library(
    library: Library,
    systems: Sequence[System],
    options: EvaluateOptions,
    settings: IndexingSettings,
    queries: Sequence[tuple[str, str]] | None,
    *,
    cancelled: Callable[[], bool],
    tell: Tell | None = None,
) -> Evaluation:
    """Measure systems on the labelled videos of a library.

    Args:
        library: that is searched.
        systems: at least one.
        options: what to measure.
        settings: by which query files are read.
        queries: paths and labels of the query files, where ``options.queries`` names a folder.
        cancelled: asked between queries whether to stop.
        tell: takes what is being measured, how many queries are done, and of how many.

    Raises:
        BadInput: an option cannot be used, or nothing can be measured; the sentence says what is missing.
        LibraryProblem: the library cannot be read.
        Interrupted: stopped.
    """
    protocol = options.check()
    table = read_groups(checked_file(options.groups)) if options.groups else None
    lengths = [tuple(dict.fromkeys(options.bits)) or system.card.bits for system in systems]
    for system, bits in zip(systems, lengths, strict=True):
        for length in bits:
            _check_codes(library, system, length)
    files = (
        None if options.queries is None or queries is None else query_files(str(options.queries.absolute()), queries)
    )
    readers = {system.fingerprint: QueryReader(system, settings) for system in systems} if files else {}
    try:
        return measure_library(
            library,
            list(zip(systems, lengths, strict=True)),
            protocol,
            table=table,
            files=files,
            read=lambda system, path: readers[system.fingerprint].read(path, settings, None, None),
            check=_stopper(cancelled),
            tell=tell or _silent,
        )
    finally:
        for reader in readers.values():
            reader.close()


def calibrate_library(
    library: Library,
    system: System,
    options: CalibrateOptions,
    *,
    cancelled: Callable[[], bool],
    tell: Tell | None = None,
) -> Calibration:
    """Measure on the labelled videos what re-ranking and masks lead to.

    Args:
        library: with labels.
        system: whose codes are searched.
        options: what to measure.
        cancelled: asked between queries whether to stop.
        tell: takes what is being measured, how many queries are done, and of how many.

    Raises:
        BadInput: an option cannot be used, or nothing can be measured; the sentence says what is missing.
        LibraryProblem: the library cannot be read.
        Interrupted: stopped.
    """
    SearchOptions(bits=options.bits, mask_confidence=options.mask_confidence).check(system.name, system.card.bits)
    table = read_groups(checked_file(options.groups)) if options.groups else None
    _check_codes(library, system, options.bits)
    return calibrate(library, system, options, table=table, check=_stopper(cancelled), tell=tell or _silent)


def _check_codes(library: Library, system: System, bits: int) -> None:
    SearchOptions(bits=bits).check(system.name, system.card.bits)
    if not any(any(page.alive) for page in library.code_pages(system.fingerprint, bits)):
        raise BadInput(
            f"The library {printable(str(library.path))} has no codes of {bits} bits made by the system "
            f"'{system.name}' as it is now. Index its folders: vhdesk index FOLDER --label-from-folder."
        )


def evaluate_codes(file: Path, protocol: str, *, cancelled: Callable[[], bool], tell: Tell | None = None) -> Evaluation:
    """Measure hash outputs made elsewhere, in a file of NumPy arrays.

    Raises:
        BadInput: the file or the protocol cannot be used.
        Interrupted: stopped.
    """
    found = protocol_of(protocol)
    return measure_codes(
        checked_file(file), printable(file.stem), found, check=_stopper(cancelled), tell=tell or _silent
    )


def _silent(_what: str, _done: int, _total: int) -> None:
    """Nobody is told."""


def _stopper(cancelled: Callable[[], bool]) -> Callable[[], None]:
    def check() -> None:
        if cancelled():
            raise Interrupted("Stopped. Nothing was changed; run the same command to measure again.")

    return check
