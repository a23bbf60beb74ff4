"""``vhdesk demo``: index sample videos, drop one, show the ranked result."""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.cli.index import exit_code, stop_on_interrupt
from vhdesk.cli.output import ProgressPrinter, plural, print_json, say
from vhdesk.cli.search import print_results
from vhdesk.cli.window import has_screen

if TYPE_CHECKING:
    from vhdesk.desk import CancelToken, Desk


TELL_EVERY_S = 3.0


def add_parser(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "demo",
        parents=[common],
        help="index sample videos, drop one of them, show the ranked result",
        description=(
            "Make a small sample library (or take FOLDER), index it, drop an altered copy of one of its videos on the "
            "window and show the ranked result."
        ),
        epilog="example: vhdesk demo --headless --screenshot demo.png",
    )
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="your own videos instead of the samples")
    parser.add_argument("--headless", action="store_true", help="without a screen: print the table, save a picture")
    parser.add_argument(
        "--screenshot", type=Path, metavar="PNG", help="where the picture of the window goes (default: vhdesk_demo.png)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Show the whole road on sample videos; the exit code."""
    from vhdesk.cli.setup import make_desk
    from vhdesk.desk import CancelToken

    headless = options.headless or not has_screen()
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    options.library = options.library or demo_library(options.folder)
    cancel = CancelToken()
    with make_desk(options, remember=False) as desk:
        with stop_on_interrupt(cancel):
            query = prepare(desk, options.folder, cancel)
        if query is None:
            return 130
        screenshot = options.screenshot or (Path("vhdesk_demo.png") if headless else None)
        return show(desk, query, options, headless=headless, screenshot=screenshot)


def demo_library(folder: Path | None) -> Path:
    """A library of its own for every demo folder, apart from the user's."""
    from vhdesk.settings import cache_folder

    name = hashlib.sha256(os.fsencode(os.path.abspath(folder))).hexdigest()[:12] if folder else "samples"
    return cache_folder() / "demo" / f"{name}.vhdesk"


def prepare(desk: Desk, folder: Path | None, cancel: CancelToken) -> Path | None:
    """Make or take the videos, index them, and give the query clip; ``None`` where the user stopped it."""
    desk.open()
    query = None
    if folder is None:
        folder, query = desk.make_samples(cancel=cancel, on_progress=SampleTeller().take)
    with ProgressPrinter() as progress:
        report = desk.index([folder], cancel=cancel, on_event=progress.take)
    if report.cancelled:
        exit_code(report)
        return None
    counts = report.videos
    say(
        f"{plural(counts.indexed, 'video')} indexed, {counts.unchanged} unchanged, {counts.failed} failed "
        f"in {report.seconds:.1f} s",
        file=sys.stderr,
    )
    return query or desk.demo_query(folder)


class SampleTeller:
    """Says how the making of the samples goes; nothing where they are there already."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def take(self, done: int, total: int) -> None:
        """Tell, every few seconds."""
        if time.monotonic() - self._told > TELL_EVERY_S:
            self._told = time.monotonic()
            say(f"Making the sample videos (once, about half a minute): {done} of {total}", file=sys.stderr)


def show(desk: Desk, query: Path, options: argparse.Namespace, *, headless: bool, screenshot: Path | None) -> int:
    """Print the ranked table and open the window with the query dropped on it."""
    from vhdesk.ui.app import run as open_window

    if headless:
        response = desk.search(query)
        if options.json:
            print_json(response.to_json() | {"screenshot": str(screenshot)})
        else:
            print_results(response)
    code = open_window(desk, query=query, screenshot=screenshot, quit_when_shown=headless)
    if screenshot is not None:
        say(f"Saved a picture of the window as {screenshot}", file=sys.stderr)
    return code
