"""``vhdesk library``: look inside a library, check and mend it, give space back, follow moved folders, export."""

from __future__ import annotations

import argparse
import dataclasses
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.cli.output import plural, print_json, say

if TYPE_CHECKING:
    from vhdesk.desk import Desk


def add_parser(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add the command and its parts."""
    parser = subparsers.add_parser(
        "library",
        parents=[common],
        help="look inside the library, check, mend, compact, relocate or export it",
        description="Look after the library file. Videos themselves are never touched.",
        epilog="example: vhdesk library info",
    )
    parser.set_defaults(run=run_info)
    parts = parser.add_subparsers(metavar="PART")

    def part(name: str, run: Any, text: str, example: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = parts.add_parser(
            name,
            parents=[common],
            help=text,
            description=text[0].upper() + text[1:] + ".",
            epilog=f"example: {example}",
        )
        added.set_defaults(run=run)
        return added

    part("info", run_info, "show folders, videos, systems and what takes how much space", "vhdesk library info --json")
    check = part(
        "check", run_check, "read the whole file and say what is wrong with it", "vhdesk library check --repair"
    )
    check.add_argument(
        "--repair", action="store_true", help="where it is damaged, rebuild it from what can be read; the file is kept"
    )
    compact = part(
        "compact", run_compact, "give unused space back to the disk", "vhdesk library compact --purge-missing"
    )
    compact.add_argument("--purge-missing", action="store_true", help="forget the videos whose files are gone")
    relocate = part(
        "relocate",
        run_relocate,
        "tell the library that a folder has moved; no file is moved",
        "vhdesk library relocate /mnt/old/Videos ~/Videos",
    )
    relocate.add_argument("old", metavar="OLD", help="the folder as the library knows it")
    relocate.add_argument("new", metavar="NEW", help="where it is now")
    export = part(
        "export",
        run_export,
        "write videos and segments to a file for other programs",
        "vhdesk library export --format csv videos.csv",
    )
    export.add_argument("--format", choices=("csv", "json"), required=True, help="a row per segment, or nested objects")
    export.add_argument("--codes", action="store_true", help="with all codes, as hexadecimal digits")
    export.add_argument("file", type=Path, metavar="FILE", help="a file that is not there yet")


def _desk(options: argparse.Namespace) -> Desk:
    """The desk on a library that is there.

    Raises:
        BadInput: there is none.
    """
    from vhdesk.cli.setup import make_desk
    from vhdesk.errors import BadInput, printable

    desk = make_desk(options)
    if not desk.library_path.exists():
        raise BadInput(f"There is no library {printable(str(desk.library_path))}. Make it with 'vhdesk index FOLDER'.")
    return desk


def run_info(options: argparse.Namespace) -> int:
    """Show the library; the exit code."""
    from vhdesk.errors import printable

    with _desk(options) as desk:
        desk.open()
        info = desk.maintenance().info()
    summary = info.summary
    document = {
        "library": printable(summary.path),
        "bytes": info.bytes,
        "writable": summary.writable,
        "videos": {
            "indexed": summary.videos,
            "failed": summary.failed,
            "damaged": summary.damaged,
            "pending": summary.pending,
            "missing": info.missing,
        },
        "segments": summary.segments,
        "set_aside": summary.set_aside,
        "roots": [
            {
                "path": printable(root.root.path),
                "online": root.online,
                "indexed": root.indexed,
                "failed": root.failed,
                "pending": root.pending,
                "missing": root.missing,
            }
            for root in summary.roots
        ],
        "systems": [dataclasses.asdict(system) | {"bits": list(system.bits)} for system in info.systems],
        "disk_use": info.disk_use,
        "kept_copies": {printable(path): size for path, size in info.backups.items()},
    }
    if options.json:
        print_json(document)
    else:
        _print_info(document)
    return 0


def _print_info(document: dict[str, Any]) -> None:
    from tabulate import tabulate

    say(f"{document['library']}: {megabytes(document['bytes'])}{'' if document['writable'] else ', may only be read'}")
    counts = ", ".join(f"{number} {word}" for word, number in document["videos"].items() if number or word == "indexed")
    say(f"videos: {counts}")
    aside = ", ".join(f"{number} {reason}" for reason, number in sorted(document["set_aside"].items()))
    say(f"segments: {document['segments']}{f' (set aside: {aside})' if aside else ''}")
    for name, size in document["disk_use"].items():
        say(f"  {name}: about {megabytes(size)}")
    for path, size in document["kept_copies"].items():
        say(f"kept beside it: {path}: {megabytes(size)}")
    rows = [
        (
            root["path"],
            "yes" if root["online"] else "no",
            *(root[n] for n in ("indexed", "failed", "pending", "missing")),
        )
        for root in document["roots"]
    ]
    if rows:
        headers = ("folder", "online", "indexed", "failed", "pending", "missing")
        say(tabulate(rows, headers=headers, disable_numparse=True))
    systems = [
        (system["name"], system["fingerprint"][:12], system["segments"], ", ".join(map(str, system["bits"])))
        for system in document["systems"]
    ]
    if systems:
        say(tabulate(systems, headers=("system", "fingerprint", "segments", "bits"), disable_numparse=True))


def run_check(options: argparse.Namespace) -> int:
    """Check, and mend where asked to; the exit code is 2 where something is wrong and was not mended."""
    from vhdesk.errors import LibraryDamaged, printable

    with _desk(options) as desk:
        try:
            desk.open()
            problems = desk.maintenance().check()
        except LibraryDamaged as problem:
            if not options.repair:
                raise
            problems = (str(problem),)
        report = desk.rebuild() if problems and options.repair else None
    document: dict[str, Any] = {
        "library": printable(str(desk.library_path)),
        "whole": not problems,
        "problems": problems,
    }
    if report is not None:
        document["repair"] = dataclasses.asdict(report) | {
            "library": printable(report.library),
            "damaged_file": printable(report.damaged_file),
        }
    if options.json:
        print_json(document)
    else:
        for line in problems:
            say(line, file=sys.stderr)
        if report is not None:
            say(report.sentence())
        elif problems:
            say("The library is damaged. 'vhdesk library check --repair' keeps what is whole.")
        else:
            say("The library is whole.")
    return 2 if problems and report is None else 0


def run_compact(options: argparse.Namespace) -> int:
    """Compact; the exit code."""
    with _desk(options) as desk:
        desk.open()
        report = desk.maintenance().compact(purge_missing=options.purge_missing)
    if options.json:
        print_json(dataclasses.asdict(report))
    else:
        purged = f"{plural(report.purged, 'missing video')} forgotten; " if options.purge_missing else ""
        say(f"{purged}{megabytes(report.before_bytes)} before, {megabytes(report.after_bytes)} now")
    return 0


def run_relocate(options: argparse.Namespace) -> int:
    """Relocate; the exit code."""
    from vhdesk.errors import printable

    old, new = _absolute(options.old), _absolute(options.new)
    with _desk(options) as desk:
        desk.open()
        report = desk.maintenance().relocate(old, new)
    if options.json:
        print_json({"old": printable(old), "new": printable(new), **dataclasses.asdict(report)})
    else:
        say(
            f"{plural(report.videos, 'video')} in {plural(report.roots, 'folder')} relocated to {printable(new)}; "
            f"{report.found} of the files are there now"
        )
    return 0


def _absolute(path: str) -> str:
    """A path of this system made absolute; one of Windows is left as it is on other systems."""
    foreign = os.sep == "/" and re.match(r"[A-Za-z]:[\\/]|\\\\", path)
    return path if foreign else os.path.abspath(os.path.expanduser(path))


def run_export(options: argparse.Namespace) -> int:
    """Export; the exit code."""
    from vhdesk.errors import printable

    with _desk(options) as desk:
        desk.open()
        report = desk.maintenance().export(options.file, options.format, codes=options.codes)
    if options.json:
        print_json(dataclasses.asdict(report) | {"file": printable(report.file)})
    else:
        videos, segments = plural(report.videos, "video"), plural(report.segments, "segment")
        say(f"{videos} and {segments} written to {printable(report.file)}")
    return 0


def megabytes(size: int) -> str:
    """``0.1 MB``, ``12.0 MB``, ``3.40 GB``."""
    return f"{size / 1e9:.2f} GB" if size >= 1e9 else f"{size / 1e6:.1f} MB"
