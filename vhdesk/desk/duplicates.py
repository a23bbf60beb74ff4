"""Looking for copies as the desk does it."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from vhdesk.desk.searching import library_notes
from vhdesk.indexing.control import CancelToken
from vhdesk.search.copies import DuplicateOptions, DuplicatesProgress, DuplicatesReport

if TYPE_CHECKING:
    from vhdesk.desk.desk import Desk


def duplicates(
    desk: Desk,
    options: DuplicateOptions | None,
    cancel: CancelToken | None,
    on_progress: Callable[[DuplicatesProgress], None] | None,
) -> DuplicatesReport:
    """See :meth:`vhdesk.desk.Desk.duplicates`."""
    from vhdesk.media.miniature import looks, miniatures
    from vhdesk.search.index import IndexStore
    from vhdesk.search.near_copies import NearCopyFinder

    options = options or DuplicateOptions(desk.settings.search.bits)
    options.check(desk.system_card().name, desk.system_card().bits)
    started = time.perf_counter()
    system = desk.system()
    token = cancel or CancelToken()
    finder = NearCopyFinder(
        desk._library,
        IndexStore(desk._library),  # of its own, since searches go on beside it in another thread
        system.fingerprint,
        max(desk.system_card().bits),
        system.embed_stored,
        miniatures,
        looks,
        check=token.check,
        on_progress=on_progress or (lambda _event: None),
    )
    found = finder.find(options)
    if not found.segments:
        found = dataclasses.replace(found, notes=found.notes + library_notes(desk, 0))
    return DuplicatesReport(
        str(desk.library_path),
        system.name,
        system.fingerprint,
        options,
        found,
        time.perf_counter() - started,
    )
