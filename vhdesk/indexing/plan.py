"""What a scan means: a pure comparison of the files that are there with the videos that are known."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from vhdesk.indexing.events import Failure
from vhdesk.indexing.scan import FoundFile
from vhdesk.library.rows import KnownVideo, Root
from vhdesk.library.writer import NewFile


class ScannedRoot(NamedTuple):
    """What a scan found below a root; nothing is said about what is below the ``unlisted`` paths."""

    root: Root
    files: Sequence[FoundFile]
    unlisted: Sequence[str] = ()


class Move(NamedTuple):
    """A known video that was found under another path."""

    video: KnownVideo
    root_id: int
    file: FoundFile


@dataclass
class Plan:
    """What an index run will do.

    Attributes:
        decode: new, changed or unfinished files.
        unchanged: how many need nothing.
        moves: videos found under another path.
        missing: ids of videos whose files are gone.
        found_again: ids of missing videos whose files are back as they were.
        failures: files known to be unreadable, not tried again.
        damaged: files known to be readable in part.
        labels: new labels by video id.
    """

    decode: list[NewFile] = field(default_factory=list)
    unchanged: int = 0
    moves: list[Move] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    found_again: list[int] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    damaged: list[Failure] = field(default_factory=list)
    labels: dict[int, str | None] = field(default_factory=dict)


def make_plan(
    scans: Sequence[ScannedRoot],
    known: Mapping[str, KnownVideo],
    hash_of: Callable[[str], str | None],
    *,
    force: bool = False,
    retry: bool = False,
) -> Plan:
    """Compare.

    Args:
        scans: files of every root that is there.
        known: the library's videos by path.
        hash_of: content hash of a file, ``None`` where it cannot be read; asked only where a video may have moved.
        force: decode everything again, failed files too.
        retry: decode again what failed.
    """
    plan = Plan()
    present: set[str] = set()
    new: list[tuple[Root, FoundFile]] = []
    scanned = {scan.root.id: scan for scan in scans}
    for root, files, _ in scans:
        for file in files:
            if file.path in present:
                continue  # two roots may overlap
            present.add(file.path)
            video = known.get(file.path)
            if video is None:
                new.append((root, file))
            else:
                _compare(plan, root, file, video, force=force, retry=retry)
    gone = [
        video
        for video in known.values()
        if video.root_id in scanned and video.path not in present and _was_seen_by(scanned[video.root_id], video)
    ]
    moved = _moves(plan, new, [*gone, *_orphans(known, scanned)], hash_of, force=force)
    plan.missing = [video.id for video in gone if video.id not in moved and video.status != "missing"]
    return plan


def _was_seen_by(scan: ScannedRoot, video: KnownVideo) -> bool:
    """Whether the scan would have found the file."""
    if not scan.root.recursive and os.path.dirname(video.path) != scan.root.path:
        return False
    return not any(video.path == path or video.path.startswith(os.path.join(path, "")) for path in scan.unlisted)


def _orphans(known: Mapping[str, KnownVideo], scanned: Mapping[int, ScannedRoot]) -> list[KnownVideo]:
    """Videos of other roots that are known to be missing: their files may have come here."""
    return [video for video in known.values() if video.status == "missing" and video.root_id not in scanned]


def _compare(plan: Plan, root: Root, file: FoundFile, video: KnownVideo, *, force: bool, retry: bool) -> None:
    same = (file.size_bytes, file.mtime_ns) == (video.size_bytes, video.mtime_ns)
    label = file.label if root.label_from_folder else video.label
    if same and not force and not retry and video.status == "failed":
        plan.failures.append(Failure(file.path, video.error or ""))
        return
    if same and not force and video.complete and video.status in {"indexed", "missing"}:
        plan.unchanged += 1
        if video.status == "missing":
            plan.found_again.append(video.id)
        if video.error:
            plan.damaged.append(Failure(file.path, video.error))
        if label != video.label:
            plan.labels[video.id] = label
        return
    plan.decode.append(NewFile(video.root_id, file.path, file.size_bytes, file.mtime_ns, label))


def _moves(
    plan: Plan,
    new: Sequence[tuple[Root, FoundFile]],
    candidates: Sequence[KnownVideo],
    hash_of: Callable[[str], str | None],
    *,
    force: bool,
) -> set[int]:
    """Match new files with vanished videos of the same content; the rest is decoded. Gives the moved videos' ids."""
    by_size: dict[int, list[KnownVideo]] = defaultdict(list)
    for video in candidates:
        if video.complete and video.content_hash:
            by_size[video.size_bytes].append(video)
    moved: set[int] = set()
    for root, file in new:
        matches = [video for video in by_size.get(file.size_bytes, ()) if video.id not in moved]
        content = hash_of(file.path) if matches and not force else None
        match = next((video for video in matches if content and video.content_hash == content), None)
        if match is None:
            plan.decode.append(NewFile(root.id, file.path, file.size_bytes, file.mtime_ns, file.label))
        else:
            moved.add(match.id)
            plan.moves.append(Move(match, root.id, file))
    return moved
