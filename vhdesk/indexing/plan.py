"""What a scan means: a pure comparison of the files that are there with the videos that are known."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from vhdesk.indexing.events import Failure
from vhdesk.indexing.scan import FoundFile
from vhdesk.library.rows import KnownVideo, Root
from vhdesk.library.writer import NewFile

# So often may vhdesk end while it reads a file, and that file alone.
GIVE_UP_AFTER = 3
DEADLY = (
    "vhdesk ended unexpectedly each time this file was read; it is skipped from now on. Try again after an update, or "
    "convert it."
)


class ScannedRoot(NamedTuple):
    """What a scan found below a root; nothing is said about what is below the ``unlisted`` paths."""

    root: Root
    files: Sequence[FoundFile]
    unlisted: Sequence[str] = ()


class Match(NamedTuple):
    """A known video and a new file of the same content."""

    video: KnownVideo
    file: NewFile


@dataclass
class Plan:
    """What an index run will do.

    Attributes:
        decode: new, changed or unfinished files, in the order of the scan.
        suspects: those that were in work when vhdesk ended unexpectedly, by path: how often they were alone then.
        unchanged: how many need nothing, touched ones included.
        touched: id and new time of videos whose files only have another time.
        moves: videos found under another path.
        copies: videos found under another path, too.
        missing: ids of videos whose files are gone.
        found_again: ids of missing videos whose files are back as they were.
        failures: files known to be unreadable, not tried again.
        damaged: files known to be readable in part.
        labels: new labels by video id.
        same_file: how many names were passed over because another name of the same file is indexed.
        placeholders: how many new or changed files were passed over because their content is in a cloud.
    """

    decode: list[NewFile] = field(default_factory=list)
    suspects: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    touched: list[tuple[int, int]] = field(default_factory=list)
    moves: list[Match] = field(default_factory=list)
    copies: list[Match] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    found_again: list[int] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    damaged: list[Failure] = field(default_factory=list)
    labels: dict[int, str | None] = field(default_factory=dict)
    same_file: int = 0
    placeholders: int = 0


class Rules(NamedTuple):
    """How a run compares.

    Attributes:
        sampling: of this run's settings; videos made with another one are made again.
        force: decode everything again, failed files too.
        retry: decode again what failed.
        cloud_files: placeholders are fetched and read like other files.
    """

    sampling: str
    force: bool = False
    retry: bool = False
    cloud_files: bool = False


HashOf = Callable[[str], "str | None"]


def make_plan(scans: Sequence[ScannedRoot], known: Mapping[str, KnownVideo], hash_of: HashOf, rules: Rules) -> Plan:
    """Compare.

    Args:
        scans: files of every root that is there.
        known: the library's videos by path.
        hash_of: content hash of a file, ``None`` where it cannot be read; asked only where a video may have been moved,
            copied or touched, and never of a placeholder.
        rules: of the run.
    """
    plan = Plan()
    order: dict[str, int] = {}
    new: list[NewFile] = []
    scanned = {scan.root.id: scan for scan in scans}
    names = _names(scans, known)
    for root, files, _ in scans:
        for file in files:
            if file.path in order:
                continue  # two roots may overlap
            order[file.path] = len(order)
            video = known.get(file.path)
            if video is not None:
                _compare(plan, root, file, video, hash_of, rules)
            elif file.inode and names[_identity(file)] != file.path:
                plan.same_file += 1
            elif file.cloud and not rules.cloud_files:
                plan.placeholders += 1
            else:
                new.append(_new(root.id, file, file.label))
    gone = [
        video
        for video in known.values()
        if video.root_id in scanned and video.path not in order and _was_seen_by(scanned[video.root_id], video)
    ]
    there = [video for path in order if (video := known.get(path)) is not None]
    moved = _match(plan, new, [*gone, *_orphans(known, scanned)], there, hash_of, rules)
    plan.missing = [video.id for video in gone if video.id not in moved and video.status != "missing"]
    plan.decode.sort(key=lambda file: order[file.path])
    return plan


def _identity(file: FoundFile) -> tuple[int, ...]:
    """The same for every name of a file; some network systems give a number twice, hence size and time."""
    return file.device, file.inode, file.size_bytes, file.mtime_ns


def _names(scans: Sequence[ScannedRoot], known: Mapping[str, KnownVideo]) -> dict[tuple[int, ...], str]:
    """The name under which each file is indexed: a known one, else a real one, else the first."""
    chosen: dict[tuple[int, ...], tuple[bool, bool, str]] = {}
    for scan in scans:
        for file in scan.files:
            rank = (file.path not in known, file.link, file.path)
            best = chosen.setdefault(_identity(file), rank)
            if rank[:2] < best[:2]:
                chosen[_identity(file)] = rank
    return {identity: rank[2] for identity, rank in chosen.items()}


def _new(root_id: int, file: FoundFile, label: str | None) -> NewFile:
    return NewFile(root_id, file.path, file.size_bytes, file.mtime_ns, label, file.device)


def _was_seen_by(scan: ScannedRoot, video: KnownVideo) -> bool:
    """Whether the scan would have found the file."""
    if not scan.root.recursive and os.path.dirname(video.path) != scan.root.path:
        return False
    return not any(video.path == path or video.path.startswith(os.path.join(path, "")) for path in scan.unlisted)


def _orphans(known: Mapping[str, KnownVideo], scanned: Mapping[int, ScannedRoot]) -> list[KnownVideo]:
    """Videos of other roots that are known to be missing: their files may have come here."""
    return [video for video in known.values() if video.status == "missing" and video.root_id not in scanned]


def _compare(plan: Plan, root: Root, file: FoundFile, video: KnownVideo, hash_of: HashOf, rules: Rules) -> None:
    same = (file.size_bytes, file.mtime_ns) == (video.size_bytes, video.mtime_ns)
    label = file.label if root.label_from_folder else video.label
    asked = rules.force or rules.retry
    if same and not asked and video.status == "failed":
        plan.failures.append(Failure(file.path, video.error or ""))
        return
    current = video.complete and video.status in {"indexed", "missing"} and video.sampling == rules.sampling
    readable = rules.cloud_files or not file.cloud
    if not rules.force and current and (same or (readable and _only_touched(file, video, hash_of))):
        plan.unchanged += 1
        if not same:
            plan.touched.append((video.id, file.mtime_ns))
        if video.status == "missing":
            plan.found_again.append(video.id)
        if video.error:
            plan.damaged.append(Failure(file.path, video.error))
        if label != video.label:
            plan.labels[video.id] = label
        return
    if same and not asked and (video.deaths or 0) >= GIVE_UP_AFTER:
        plan.failures.append(Failure(file.path, DEADLY))
        return
    if not readable:
        plan.placeholders += 1
        return
    plan.decode.append(_new(video.root_id, file, label))
    if video.deaths is not None:
        plan.suspects[file.path] = video.deaths


def _only_touched(file: FoundFile, video: KnownVideo, hash_of: HashOf) -> bool:
    """Whether only the time changed; a video that was read in part may have become whole since, so it is read again."""
    if file.size_bytes != video.size_bytes or video.content_hash is None or video.error:
        return False
    return hash_of(file.path) == video.content_hash


def _match(
    plan: Plan,
    new: Sequence[NewFile],
    gone: Sequence[KnownVideo],
    there: Sequence[KnownVideo],
    hash_of: HashOf,
    rules: Rules,
) -> set[int]:
    """Match new files with known videos of the same content; the rest is decoded. Gives the moved videos' ids."""
    if not new:
        return set()
    left, kept = (_by_content(videos, rules.sampling) for videos in (gone, there))
    sizes = {size for size, _ in [*left, *kept]}
    moved: set[int] = set()
    for file in new:
        content = hash_of(file.path) if file.size_bytes in sizes and not rules.force else None
        key = file.size_bytes, content or ""
        if left[key]:  # it has moved before it is a copy
            match = left[key].pop(0)
            moved.add(match.id)
            plan.moves.append(Match(match, file))
        elif kept[key] and not kept[key][0].error:
            plan.copies.append(Match(kept[key][0], file))
        else:
            plan.decode.append(file)
    return moved


def _by_content(videos: Iterable[KnownVideo], sampling: str) -> defaultdict[tuple[int, str], list[KnownVideo]]:
    """Videos whose codes are all there and current, by size and content hash."""
    found: defaultdict[tuple[int, str], list[KnownVideo]] = defaultdict(list)
    for video in videos:
        if video.complete and video.content_hash and video.sampling == sampling:
            found[video.size_bytes, video.content_hash].append(video)
    return found
