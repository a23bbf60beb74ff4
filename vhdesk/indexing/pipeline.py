"""The index job: scan, plan, decode, encode, store, in the background, with pause, cancel and resume.

A plain core job: it knows no window and no command line. Pause, quit, crash and resume are one mechanism: what is
missing is asked of the library.
"""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from vhdesk.errors import FolderMissing, printable
from vhdesk.indexing.control import CancelToken, PauseGate
from vhdesk.indexing.drives import Drive, drive_of, is_unplugged
from vhdesk.indexing.events import IndexEvent, IndexReport, PassedOver, ScanProgress, VideoCounts
from vhdesk.indexing.plan import DEADLY, GIVE_UP_AFTER, Plan, Rules, ScannedRoot, make_plan
from vhdesk.indexing.progress import INTERVAL_S
from vhdesk.indexing.reading import QUEUED_PER_WORKER, Reading, Run, Tally, sampling_of, vanished
from vhdesk.indexing.scan import FoundFile, Unlisted, scan
from vhdesk.indexing.schedule import Schedule
from vhdesk.library.library import Library
from vhdesk.library.rows import Root
from vhdesk.library.writer import LibraryWriter
from vhdesk.media.identity import content_hash
from vhdesk.media.pool import DecodePool
from vhdesk.settings import IndexingSettings

if TYPE_CHECKING:
    from vhdesk.systems.system import System


class Indexer:
    """One index run over some roots of a library."""

    def __init__(
        self,
        library: Library,
        system: System,
        settings: IndexingSettings,
        *,
        cancel: CancelToken,
        pause: PauseGate,
        on_event: Callable[[IndexEvent], None],
    ) -> None:
        self._run = Run(library, system, settings, cancel, pause, on_event, Tally())

    def run(
        self,
        writer: LibraryWriter,
        roots: Sequence[Root],
        make_pool: Callable[[int], DecodePool],
        *,
        force: bool = False,
        retry: bool = False,
    ) -> IndexReport:
        """Bring the library up to date with its roots.

        Stopping is no fault: the report of a cancelled run says so and counts what was finished.

        Args:
            writer: of the library.
            roots: to scan.
            make_pool: makes the decode processes for files on so many drives; called only where something has to be
                decoded.
            force: decode everything again.
            retry: decode again what failed.

        Raises:
            LibraryProblem, DiskProblem: the library can no longer be written; what was stored stays.
            ModelProblem: the encoder's device is full or gone; what was stored stays.
        """
        started = time.monotonic()
        run = self._run
        card = dataclasses.asdict(run.system.card) | {"folder": run.system.card.folder.name}
        system_id = writer.add_system(run.system.name, run.system.fingerprint, card)
        writer.recover(GIVE_UP_AFTER, DEADLY)
        plan = self._plan(roots, Rules(sampling_of(run.settings), force, retry, run.settings.cloud_files))
        self._apply(writer, plan)
        if plan.decode and not run.cancel.cancelled:
            self._decode(writer, system_id, plan, roots, make_pool)
        tally = run.tally
        passed_over = PassedOver(plan.same_file, plan.placeholders, tally.still_written)
        return IndexReport(
            library=str(run.library.path),
            system=run.system.name,
            fingerprint=run.system.fingerprint,
            videos=VideoCounts(
                indexed=tally.indexed,
                unchanged=plan.unchanged,
                moved=len(plan.moves),
                failed=len(tally.failures),
                missing=len(plan.missing),
                copied=len(plan.copies),
            ),
            segments=tally.segments,
            seconds=time.monotonic() - started,
            failures=tuple(tally.failures),
            damaged=tuple(tally.damaged),
            cancelled=run.cancel.cancelled,
            warnings=(*tally.warnings, *_warnings(passed_over)),
            passed_over=passed_over,
        )

    def _plan(self, roots: Sequence[Root], rules: Rules) -> Plan:
        scans: list[ScannedRoot] = []
        found = 0
        for root in roots:
            if is_unplugged(root.path):
                self._run.tally.warnings.append(_not_connected(root.path))
                continue
            scanned = self._scan(root, found)
            if self._run.cancel.cancelled:
                return Plan()
            if scanned is not None:
                scans.append(scanned)
                found += len(scanned.files)
        self._run.on_event(ScanProgress(found))
        known = self._run.library.known_videos(self._run.system.fingerprint)
        return make_plan(scans, known, _hash_or_none, rules)

    def _scan(self, root: Root, found: int) -> ScannedRoot | None:
        """List a root; ``None`` where it is not there, or no longer."""
        files: list[FoundFile] = []
        problems: list[Unlisted] = []
        told = time.monotonic()
        warnings = self._run.tally.warnings
        try:
            for file in scan(root, pictures=self._run.settings.pictures, on_problem=problems.append):
                files.append(file)
                if self._run.cancel.cancelled:
                    return None
                if time.monotonic() - told > INTERVAL_S:
                    told = time.monotonic()
                    self._run.on_event(ScanProgress(found + len(files)))
        except FolderMissing as problem:
            warnings.append(str(problem))
            return None
        warnings += [problem.sentence for problem in problems]
        if not os.path.isdir(root.path):
            warnings.append(vanished(root.path))
            return None
        return ScannedRoot(root, files, [problem.path for problem in problems])

    def _apply(self, writer: LibraryWriter, plan: Plan) -> None:
        """Store what needs no decoding."""
        self._run.tally.failures += plan.failures
        self._run.tally.damaged += plan.damaged
        for video, file in plan.copies:  # before anything of the copied video changes
            writer.copy_video(video.id, file)
        for video, file in plan.moves:
            writer.move_video(video.id, file.root_id, file.path, file.mtime_ns, file.label)
        if plan.touched:
            writer.touch_videos(plan.touched)
        if plan.missing:
            writer.mark_missing(plan.missing)
        if plan.found_again:
            writer.mark_found(plan.found_again)
        if plan.labels:
            writer.set_labels(plan.labels)

    def _decode(
        self,
        writer: LibraryWriter,
        system_id: int,
        plan: Plan,
        roots: Sequence[Root],
        make_pool: Callable[[int], DecodePool],
    ) -> None:
        drives = self._drives(plan)
        with make_pool(len({drive.key for drive in drives.values()})) as pool:
            most = QUEUED_PER_WORKER * pool.workers
            by_key = {drive.key: drive for drive in drives.values()}
            schedule = Schedule(lambda key: by_key[key].readers(self._run.settings.readers_per_drive, most))
            # The suspects that did nothing worse come first: one that is deadly holds nobody up.
            for file in sorted(plan.decode, key=lambda file: plan.suspects.get(file.path, -1)):
                schedule.add(drives[file.root_id, file.device].key, file, suspect=file.path in plan.suspects)
            ids = writer.plan(plan.decode)
            paths = {root.id: root.path for root in roots}
            Reading(self._run, writer, system_id, schedule, ids, paths).work(pool)

    @staticmethod
    def _drives(plan: Plan) -> dict[tuple[int, int], Drive]:
        """The drive of every file system; where the system gives these no numbers, of every root."""
        drives: dict[tuple[int, int], Drive] = {}
        for file in plan.decode:
            place = file.root_id, file.device
            if place not in drives:
                drives[place] = drive_of(os.path.dirname(file.path))
        return drives


def _hash_or_none(path: str) -> str | None:
    try:
        return content_hash(path)
    except OSError:
        return None


def _not_connected(path: str) -> str:
    return f"The drive of {printable(path)} is not connected. What is known of its videos is kept; index again with it."


def _warnings(passed_over: PassedOver) -> list[str]:
    """Sentences about files that the user may want to do something about."""
    warnings = []
    if passed_over.placeholders:
        warnings.append(
            f"{passed_over.placeholders} files were passed over because their content is in the cloud only. Make them "
            "available offline, or let the setting indexing.cloud_files fetch them."
        )
    if passed_over.still_written:
        warnings.append(
            f"{passed_over.still_written} files were still changing, so they wait for the next run. Index again once "
            "they are complete."
        )
    return warnings
