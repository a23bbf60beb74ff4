"""Looking for copies as the desk does it."""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from vhdesk.desk.searching import library_notes
from vhdesk.indexing.control import CancelToken
from vhdesk.library.notes import Notes
from vhdesk.library.rows import IndexedVideo
from vhdesk.search.best_copy import regroup
from vhdesk.search.copies import DuplicateOptions, DuplicatesProgress, DuplicatesReport, NearCopies

if TYPE_CHECKING:
    from vhdesk.desk.desk import Desk

__all__ = ["duplicates", "gone", "mark_copies", "regroup"]


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


def mark_copies(desk: Desk, pairs: Iterable[tuple[IndexedVideo, IndexedVideo]], said: str | None) -> None:
    """Remember that pairs of copies are both to be kept (``yes``) or are no copies (``no``); ``None`` takes it back.

    It hangs on the contents of the files, wherever they are moved to; later searches for copies leave the pairs out.

    Raises:
        LibraryProblem, DiskProblem: the library cannot be written.
    """
    Notes(desk._library).set_copy_marks(((a.content_hash, b.content_hash) for a, b in pairs), said)


def gone(desk: Desk, found: NearCopies, check: Callable[[], None] = lambda: None) -> frozenset[int]:
    """Ids of the copies whose files are not there, though their folders are; an unplugged drive says nothing of them.

    Raises:
        Interrupted: by ``check``.
    """
    online = {summary.root.id for summary in desk.summary().roots if summary.online}
    missing = set()
    for id_, member in found.members.items():
        check()
        if member.video.root_id in online and not os.path.exists(member.video.path):
            missing.add(id_)
    return frozenset(missing)
