"""``vhdesk index``: bring a library up to date with folders."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.cli.output import ProgressPrinter, plural, print_json, say

if TYPE_CHECKING:
    from vhdesk.desk import CancelToken, Desk, IndexReport


def add_parser(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "index",
        parents=[common],
        help="add folders of videos to the library, or bring it up to date",
        description=(
            "Add folders of videos to the library. What is unchanged is skipped; a stopped run goes on where it was."
        ),
        epilog="example: vhdesk index ~/Videos --exclude '*/trailers/*'",
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="default: all folders of the library")
    parser.add_argument("--system", metavar="NAME", help="the system that makes the codes (default: the library's)")
    parser.add_argument("--bits", type=int, metavar="L", help="check that codes of L bits are made (all lengths are)")
    parser.add_argument("--device", choices=("auto", "cuda", "mps", "cpu"), help="where the encoder runs")
    parser.add_argument("--workers", type=int, metavar="N", help="decode processes (default: one less than the cores)")
    parser.add_argument("--label-from-folder", action="store_true", help="label videos by the folder they are in")
    parser.add_argument("--exclude", action="append", default=[], metavar="GLOB", help="leave out, e.g. '*.part.mp4'")
    parser.add_argument("--no-recursive", action="store_true", help="leave out subfolders")
    parser.add_argument("--pictures", action="store_true", default=None, help="index pictures too")
    parser.add_argument("--force", action="store_true", help="decode everything again, failed files too")
    parser.add_argument("--retry", action="store_true", help="decode again what failed")
    parser.add_argument("--watch", action="store_true", help="stay, and index what changes until Ctrl-C")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Index; the exit code.

    Raises:
        BadInput: there is nothing to index.
    """
    from vhdesk.cli.setup import make_desk
    from vhdesk.desk import CancelToken
    from vhdesk.errors import BadInput

    with make_desk(options, device=options.device, system=options.system, bits=options.bits) as desk:
        summary = desk.open()
        if not options.folders and not summary.roots:
            raise BadInput("This library watches no folder yet. Name one: vhdesk index FOLDER.")
        cancel = CancelToken()
        with stop_on_interrupt(cancel):
            report = (_watch if options.watch else _index)(desk, options, cancel)
    if options.json:
        print_json(report.to_json())
    else:
        _print(report)
    return exit_code(report)


def _index(
    desk: Desk, options: argparse.Namespace, cancel: CancelToken, *, folders: Sequence[Path] | None = None
) -> IndexReport:
    """One run over the named folders, or over others that changed, where nothing is done twice."""
    from vhdesk.desk import IndexOptions

    again = folders is not None
    how = IndexOptions(
        recursive=not options.no_recursive,
        excludes=tuple(options.exclude),
        label_from_folder=options.label_from_folder,
        force=options.force and not again,
        retry=options.retry and not again,
        workers=options.workers,
        pictures=options.pictures,
    )
    with ProgressPrinter() as progress:
        return desk.index(options.folders if folders is None else folders, how, cancel=cancel, on_event=progress.take)


def _watch(desk: Desk, options: argparse.Namespace, cancel: CancelToken) -> IndexReport:
    """Index, then index what changes until the user stops it; one report of it all."""
    from vhdesk.errors import FolderMissing, LibraryBusy

    for folder in options.folders:
        desk.add_root(
            folder,
            recursive=not options.no_recursive,
            excludes=options.exclude,
            label_from_folder=options.label_from_folder,
        )
    with desk.watch(options.folders) as watch:
        report = _index(desk, options, cancel)
        say(f"{_summary(report)}; watching, Ctrl-C ends", file=sys.stderr)
        while (news := watch.wait(cancel)) is not None:
            for note in news.notes:
                say(f"note: {note}", file=sys.stderr)
            if not news.folders:
                continue
            try:
                later = _index(desk, options, cancel, folders=[Path(folder) for folder in news.folders])
            except (FolderMissing, LibraryBusy) as problem:
                say(f"note: {problem}", file=sys.stderr)
                watch.again(news.folders)
                continue
            say(_summary(later), file=sys.stderr)
            report = report.followed_by(later)
    return report


def exit_code(report: IndexReport) -> int:
    """130 where the run was stopped, 3 where files failed, else 0."""
    if report.cancelled:
        say("Stopped. Everything finished so far is saved; run the same command to go on.", file=sys.stderr)
        return 130
    return 3 if report.failures else 0


@contextmanager
def stop_on_interrupt(cancel: CancelToken) -> Iterator[None]:
    """Ctrl-C stops cleanly, and so does the end of the user's session; a second one stops at once."""

    def stop(_number: int, _frame: object) -> None:
        cancel.cancel()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)

    before = [(number, signal.signal(number, stop)) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _summary(report: IndexReport) -> str:
    counts, passed_over = report.videos, report.passed_over
    parts = [f"{plural(counts.indexed, 'video')} indexed ({plural(report.segments, 'segment')})"]
    parts += [
        f"{number} {word}"
        for number, word in (
            (counts.unchanged, "unchanged"),
            (counts.moved, "moved"),
            (counts.copied, "copied"),
            (counts.failed, "failed"),
            (counts.missing, "missing"),
            (passed_over.same_file, "other names of the same files"),
            (passed_over.placeholders, "in the cloud only"),
            (passed_over.still_written, "still changing"),
        )
        if number
    ]
    return f"{', '.join(parts)} in {report.seconds:.1f} s"


def _print(report: IndexReport) -> None:
    say(_summary(report))
    for warning in report.warnings:
        say(f"note: {warning}", file=sys.stderr)
    for failure in report.failures:
        say(f"failed: {failure.to_json()['path']}: {failure.reason}", file=sys.stderr)
    for damage in report.damaged:
        say(f"damaged: {damage.to_json()['path']}: {damage.reason}", file=sys.stderr)
