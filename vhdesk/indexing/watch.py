"""Which watched folders have changed: the system tells of local ones, network ones are looked through now and then.

A folder is told of once it has been quiet for a while, so that a file that grows is read once, when it is complete.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from vhdesk.errors import FolderMissing, printable
from vhdesk.indexing.control import CancelToken
from vhdesk.indexing.drives import NETWORK, drive_of
from vhdesk.indexing.events import WatchNews
from vhdesk.indexing.excludes import excluder
from vhdesk.indexing.scan import scan
from vhdesk.library.rows import Root
from vhdesk.media.kinds import is_picture_name, is_video_name
from vhdesk.settings import IndexingSettings

TICK_S = 0.25
# How often it is looked whether a folder is there, and whether the library has new ones.
LOOK_S = 2.0
# A folder in which something is written all the time is told of at last.
QUIET_AT_MOST = 10
# Listened folders are looked through, too, but so many times more seldom: systems lose changes when many come at once.
HEARD_SELDOM = 4

_ADDED, _DELETED = 1, 3  # watchfiles.Change


class Listener(Protocol):
    """Hears of changes below one folder."""

    def heard(self) -> Iterable[tuple[int, str]]:
        """Kind and path of every change since the last call.

        Raises:
            OSError: it can no longer listen.
        """

    def close(self) -> None:
        """Stop listening."""


@dataclass
class _Watched:
    """A root under watch; times are those of the watch's clock.

    Attributes:
        listener: ``None`` where the folder is looked through, or is not there.
        identity: of the folder; another one after a drive was changed. ``None`` while it is not there.
        stirred: first and last change that was not told of yet.
        look_at: when a folder without a listener is looked through next.
        state: what was found then.
    """

    root: Root
    listener: Listener | None = None
    identity: tuple[int, int] | None = None
    stirred: tuple[float, float] | None = None
    look_at: float = 0.0
    state: int | None = None
    noted: set[str] = field(default_factory=set)


class Watch:
    """Watches roots until it is closed; one thread asks it with :meth:`wait`.

    Args:
        roots: gives the roots to watch; asked again every few seconds.
        settings: quiet period, minutes between two looks, whether pictures count.
        listen: starts to listen to a folder; raises ``OSError`` where the system gives no more watches.
        is_network: whether a folder is on a network drive.
        clock: seconds, monotonic.
    """

    def __init__(
        self,
        roots: Callable[[], Sequence[Root]],
        settings: IndexingSettings,
        *,
        listen: Callable[[str, bool], Listener] | None = None,
        is_network: Callable[[str], bool] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._roots = roots
        self._settings = settings
        self._listen = listen or NativeListener
        self._is_network = is_network or (lambda path: drive_of(path).kind == NETWORK)
        self._clock = clock
        self._watched: dict[int, _Watched] = {}
        self._looked = float("-inf")
        self._follow_roots()

    def wait(self, cancel: CancelToken) -> WatchNews | None:
        """Block until there is something to tell; ``None`` after a cancel."""
        while not cancel.cancelled:
            news = self.tick()
            if news.folders or news.notes:
                return news
            time.sleep(TICK_S)
        return None

    def tick(self) -> WatchNews:
        """What there is to tell now."""
        now = self._clock()
        notes: list[str] = []
        if now - self._looked >= LOOK_S:
            self._looked = now
            self._follow_roots()
            for watched in self._watched.values():
                notes += self._look_for(watched, now)
        for watched in self._watched.values():
            self._hear(watched, now)
        folders = [watched.root.path for watched in self._watched.values() if self._is_quiet(watched, now)]
        return WatchNews(tuple(folders), tuple(notes))

    def again(self, folders: Iterable[str]) -> None:
        """Tell of folders once more after a while: they could not be indexed now."""
        now = self._clock()
        for watched in self._watched.values():
            if watched.root.path in folders:
                watched.stirred = (now, now)

    def close(self) -> None:
        """Stop listening."""
        for watched in self._watched.values():
            self._deafen(watched)
        self._watched.clear()

    def __enter__(self) -> Watch:
        return self

    def __exit__(self, *_details: object) -> None:
        self.close()

    def _follow_roots(self) -> None:
        roots = {root.id: root for root in self._roots()}
        for id_, watched in list(self._watched.items()):
            if roots.get(id_) != watched.root:
                self._deafen(watched)
                del self._watched[id_]
        for id_, root in roots.items():
            if id_ not in self._watched:
                self._watched[id_] = _Watched(root, identity=None)
                self._begin(self._watched[id_], _identity(root.path), self._clock())

    def _look_for(self, watched: _Watched, now: float) -> list[str]:
        """Notice a folder that went, came, or is another one now; gives what to say about it."""
        identity = _identity(watched.root.path)
        notes: list[str] = []
        if identity != watched.identity:
            self._deafen(watched)
            name = printable(watched.root.path)
            if identity is None:
                notes.append(f"The folder {name} is not there now. What is known of its videos is kept.")
            elif watched.identity is None:
                notes.append(f"The folder {name} is back.")
            self._begin(watched, identity, now)
            if identity is not None:
                watched.stirred = (now, now)
        return notes + self._unsaid(watched)

    @staticmethod
    def _unsaid(watched: _Watched) -> list[str]:
        said, watched.noted = watched.noted, set()
        return sorted(said)

    def _begin(self, watched: _Watched, identity: tuple[int, int] | None, now: float) -> None:
        """Listen to a folder, or plan to look through it."""
        watched.identity, watched.state = identity, None
        if identity is None:
            return
        minutes = self._settings.poll_minutes
        watched.look_at = now + 60 * minutes
        if self._is_network(watched.root.path):
            return
        try:
            watched.listener = self._listen(watched.root.path, watched.root.recursive)
        except OSError:
            watched.noted.add(
                f"The system gives no more watches for {printable(watched.root.path)}, so it is looked through every "
                f"{minutes} minutes. Raise its limit (on Linux fs.inotify.max_user_watches) to see changes at once."
            )

    @staticmethod
    def _deafen(watched: _Watched) -> None:
        if watched.listener is not None:
            watched.listener.close()
            watched.listener = None

    def _hear(self, watched: _Watched, now: float) -> None:
        changed = False
        if watched.listener is not None:
            try:
                changed = any(self._concerns(watched.root, kind, path) for kind, path in watched.listener.heard())
            except OSError:
                self._deafen(watched)
                watched.look_at = now
        if watched.identity is not None and now >= watched.look_at:
            minutes = self._settings.poll_minutes * (1 if watched.listener is None else HEARD_SELDOM)
            watched.look_at = now + 60 * minutes
            changed |= self._look_through(watched)
        if changed:
            watched.stirred = (watched.stirred[0] if watched.stirred else now, now)

    def _look_through(self, watched: _Watched) -> bool:
        """Whether a folder's files differ from the last time; nobody knows the first time, unless it is listened to."""
        try:
            files = scan(watched.root, pictures=self._settings.pictures, on_problem=lambda _problem: None)
            state = hash(tuple(hash((file.path, file.size_bytes, file.mtime_ns)) for file in files))
        except FolderMissing:
            return False
        before, watched.state = watched.state, state
        return state != before and (before is not None or watched.listener is None)

    def _concerns(self, root: Root, kind: int, path: str) -> bool:
        """Whether a change may be one of videos."""
        below = os.path.relpath(path, root.path).replace(os.sep, "/")
        excluded = excluder(root.excludes)
        names = [name for name in below.split("/") if name not in {".", ".."}]
        if any(name.startswith(".") or excluded("/".join(names[: at + 1]), name) for at, name in enumerate(names)):
            return False
        if is_video_name(path) or (self._settings.pictures and is_picture_name(path)):
            return True
        # A folder that came or went may hold videos; of one that went nobody can tell any more that it was one.
        return (kind == _DELETED and not os.path.splitext(path)[1]) or (kind == _ADDED and os.path.isdir(path))

    def _is_quiet(self, watched: _Watched, now: float) -> bool:
        """Whether it is time to tell of a folder; it is told of once."""
        if watched.stirred is None or watched.identity is None:
            return False
        first, last = watched.stirred
        quiet_s = self._settings.quiet_s
        if now - last < quiet_s and now - first < QUIET_AT_MOST * quiet_s:
            return False
        watched.stirred = None
        return True


def _identity(path: str) -> tuple[int, int] | None:
    """What tells a folder from another one at the same place, ``None`` where there is none."""
    try:
        facts = os.stat(path)
    except OSError:
        return None
    return (facts.st_dev, facts.st_ino) if os.path.isdir(path) else None


class NativeListener:
    """Hears of changes from the system (inotify, FSEvents, ReadDirectoryChangesW).

    Raises:
        OSError: the folder is not there, or the system gives no more watches.
    """

    def __init__(self, folder: str, recursive: bool) -> None:
        self._folder = folder
        self._recursive = recursive
        self._notify = self._open()

    def _open(self) -> Any:
        from watchfiles._rust_notify import RustNotify

        # The library would pass over a limit that is reached together with folders that may not be read.
        for ignore in (False, True):
            try:
                return RustNotify([self._folder], False, False, 0, self._recursive, ignore)
            except PermissionError:
                continue
            except (RuntimeError, UnicodeError) as problem:
                raise OSError(str(problem)) from problem
        raise PermissionError(self._folder)

    def heard(self) -> Iterable[tuple[int, str]]:
        """Kind and path of every change since the last call."""
        from watchfiles._rust_notify import WatchfilesRustInternalError

        try:
            changes = self._notify.watch(1, 1, 1, None)
        except WatchfilesRustInternalError:
            # It does not survive a name that is not decodable: listen anew, and let the folder be looked through.
            self.close()
            self._notify = self._open()
            return [(_ADDED, self._folder)]
        return changes if isinstance(changes, set) else ()

    def close(self) -> None:
        """Stop listening."""
        self._notify.close()
