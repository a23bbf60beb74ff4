"""``vhdesk duplicates``: groups of videos that are copies of each other; nothing is deleted."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING, Any

from vhdesk.cli.index import stop_on_interrupt
from vhdesk.cli.output import LINE_EVERY_S, clock, plural, print_json, say

if TYPE_CHECKING:
    from vhdesk.desk import Copy, CopyGroup, DuplicatesProgress, DuplicatesReport


def add_parser(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "duplicates",
        parents=[common],
        help="list videos that are copies of each other, whole or in part",
        description=(
            "List groups of videos of the library that are copies of each other, whole or in part, with the best copy "
            "first and the reason. Nothing is deleted."
        ),
        epilog="example: vhdesk duplicates --max-distance 8 --across-folders",
    )
    parser.add_argument(
        "--max-distance",
        type=int,
        metavar="D",
        help="bits that matching stretches may differ in (default: a quarter of them, 16 of 64)",
    )
    parser.add_argument("--bits", type=int, metavar="L", help="code length: 16, 32, 64, 128 or 256 (default 64)")
    parser.add_argument(
        "--min-share",
        type=int,
        default=50,
        metavar="PERCENT",
        help="how much of one video the other must hold; intros that many videos share count little (default 50)",
    )
    scope = parser.add_mutually_exclusive_group()
    scope.add_argument(
        "--within-folder", action="store_const", const="within", dest="scope", help="only pairs in one watched folder"
    )
    scope.add_argument(
        "--across-folders",
        action="store_const",
        const="across",
        dest="scope",
        help="only pairs in different watched folders, such as an archive and a new folder",
    )
    parser.add_argument(
        "--include-kept",
        action="store_true",
        help="also pairs that you said, in the window, to keep or to be no copies",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List the groups; the exit code.

    Raises:
        BadInput: there is no such library, or an option is out of bounds.
        Interrupted: stopped by Ctrl-C.
    """
    from vhdesk.cli.setup import make_desk
    from vhdesk.desk import CancelToken, DuplicateOptions
    from vhdesk.errors import BadInput

    with make_desk(options) as desk:
        if options.library is not None and not options.library.exists():
            raise BadInput(f"There is no library {options.library}. Make it with 'vhdesk index FOLDER'.")
        asked = DuplicateOptions(
            bits=options.bits or desk.settings.search.bits,
            max_distance=options.max_distance,
            scope=options.scope or "all",
            min_share=options.min_share / 100,
            kept=options.include_kept,
        )
        desk.open()
        cancel = CancelToken()
        with stop_on_interrupt(cancel), _Progress() as progress:
            report = desk.duplicates(asked, cancel=cancel, on_progress=progress.take)
    if options.json:
        print_json(report.to_json())
    else:
        _print(report)
    return 0


class _Progress:
    """Shows the running count on standard error: a bar on a terminal, a line every few seconds otherwise."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._stage = ""
        self._told = time.monotonic()

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_details: object) -> None:
        self._close()

    def take(self, event: DuplicatesProgress) -> None:
        """Show one event."""
        if sys.stderr.isatty():
            self._draw(event)
        elif time.monotonic() - self._told > LINE_EVERY_S:
            self._told = time.monotonic()
            say(f"{event.stage}: {event.done} of {event.total}", file=sys.stderr)

    def _draw(self, event: DuplicatesProgress) -> None:
        from tqdm import tqdm

        if event.stage != self._stage:
            self._close()
            self._stage = event.stage
            unit = " segments" if event.stage == "comparing" else " pairs"
            self._bar = tqdm(total=event.total, desc=event.stage, unit=unit, file=sys.stderr, dynamic_ncols=True)
        self._bar.update(event.done - self._bar.n)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()


def _print(report: DuplicatesReport) -> None:
    for note in report.found.notes:
        say(f"note: {note}", file=sys.stderr)
    for group in report.found.groups:
        _print_group(group)
    extra = sum(group.extra_bytes for group in report.found.groups)
    copies = sum(len(group.copies) for group in report.found.groups)
    say(
        f"{plural(len(report.found.groups), 'group')} with {copies} {'copy' if copies == 1 else 'copies'} beside the "
        f"best, {_megabytes(extra)}; {plural(report.found.videos, 'video')} compared in {report.seconds:.1f} s"
    )


def _print_group(group: CopyGroup) -> None:
    from vhdesk.desk import printable

    say(f"{printable(group.best.path)}")
    say(f"  best: {group.reason}")
    for copy in group.copies:
        say(f"  {_likeness(copy)}  {_megabytes(copy.video.size_bytes)}  {printable(copy.video.path)}")
        if copy.kind == "part":
            for match in copy.matches:
                say(
                    f"      {clock(match.start_ms)}–{clock(match.end_ms)} is "
                    f"{clock(match.best_start_ms)}–{clock(match.best_end_ms)} of the best"
                )
    say(f"  the others take {_megabytes(group.extra_bytes)}\n")


def _likeness(copy: Copy) -> str:
    if copy.kind == "exact":
        return "exact copy"
    return f"{copy.kind}, {copy.hamming:g} bits apart, cosine {copy.cosine:.2f}"


def _megabytes(number: int) -> str:
    return f"{number / 1e6:.1f} MB"
