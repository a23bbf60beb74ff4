"""``vhdesk models``: the systems that are installed."""

from __future__ import annotations

import argparse
from typing import Any

from vhdesk.cli.output import print_json, say


def add_parser(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add the command and its parts."""
    parser = subparsers.add_parser(
        "models",
        parents=[common],
        help="show the systems that are installed",
        description="Show the systems that turn videos into codes.",
        epilog="example: vhdesk models list",
    )
    parser.set_defaults(run=run_list)
    parts = parser.add_subparsers(metavar="list")
    parts.add_parser(
        "list",
        parents=[common],
        help="name, origin, size and code lengths of every system",
        description="Show name, size and code lengths of every system.",
        epilog="example: vhdesk models list --json",
    ).set_defaults(run=run_list)


def run_list(options: argparse.Namespace) -> int:
    """List the systems; the exit code."""
    from tabulate import tabulate

    from vhdesk.cli.setup import make_desk
    from vhdesk.errors import printable

    with make_desk(options) as desk:
        cards = desk.system_cards()
    if options.json:
        print_json(
            [
                {
                    "name": card.name,
                    "title": card.title,
                    "summary": card.summary,
                    "licence": card.licence,
                    "bits": list(card.bits),
                    "frames": card.frames,
                    "side": card.side,
                    "size_bytes": card.size_bytes,
                    "files": card.files,
                    "installed": True,
                    "origin": card.origin,
                    "folder": printable(str(card.folder)),
                }
                for card in cards
            ]
        )
        return 0
    rows = [
        (
            card.name,
            card.origin,
            f"{card.size_bytes / 1e6:.1f} MB",
            ", ".join(map(str, card.bits)),
            card.licence,
            card.summary,
        )
        for card in cards
    ]
    say(
        tabulate(
            rows, headers=("system", "from", "size", "bits", "licence", "what it is"), maxcolwidths=[None] * 5 + [60]
        )
    )
    return 0
