"""``vhdesk doctor``: what this machine has."""

from __future__ import annotations

import argparse
from typing import Any

from vhdesk.cli.output import print_json, say


def add_parser(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "doctor",
        parents=[common],
        help="show device, codecs, memory, versions and where files are",
        description="Show what vhdesk found on this machine. It names no files of yours.",
        epilog="example: vhdesk doctor --json",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Examine the machine; the exit code."""
    from vhdesk.cli.setup import make_desk

    with make_desk(options) as desk:
        facts = desk.diagnose()
    if options.json:
        print_json(facts)
    else:
        for line in lines(facts):
            say(line)
    return 0


def lines(facts: dict[str, Any], indent: str = "") -> list[str]:
    """Nested facts as indented ``name: value`` lines; bytes in GB."""
    shown = []
    for name, value in facts.items():
        if isinstance(value, dict):
            shown += [f"{indent}{name}:", *lines(value, indent + "  ")]
        elif name.endswith("_bytes") and isinstance(value, int):
            shown.append(f"{indent}{name.removesuffix('_bytes')}: {value / 1e9:.1f} GB")
        elif isinstance(value, list):
            shown.append(f"{indent}{name}: {', '.join(map(str, value)) or 'none'}")
        else:
            shown.append(f"{indent}{name}: {'none' if value in {None, ''} else value}")
    return shown
