"""The command line: reads the arguments, runs one command, turns faults into sentences and exit codes.

0 done; 1 a fault of ours; 2 the user's input; 3 done, but some files failed; 4 done, but quality fell (``evaluate
--compare``); 130 interrupted.
"""

from __future__ import annotations

import argparse
import importlib
import json
import logging
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from vhdesk import __version__
from vhdesk.errors import VhdeskError

COMMANDS = ("index", "search", "duplicates", "evaluate", "calibrate", "library", "demo", "doctor", "models")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a file name never breaks the output
    options = make_parser().parse_args(arguments)
    logging.basicConfig(
        level=logging.INFO if options.verbose else logging.WARNING, format="%(levelname)s %(name)s: %(message)s"
    )
    try:
        return int(options.run(options))
    except VhdeskError as problem:
        return _tell(options, str(problem), problem.exit_code)
    except KeyboardInterrupt:
        return _tell(options, "Stopped.", 130)
    except BrokenPipeError:
        return 0
    except Exception as problem:  # noqa: BLE001 - the last resort turns any fault of ours into a sentence
        sentence = f"vhdesk met a fault of its own ({type(problem).__name__}: {problem}). 'vhdesk -v' shows where."
        return _tell(options, sentence, 1)


def _tell(options: argparse.Namespace, sentence: str, code: int) -> int:
    if options.verbose:
        traceback.print_exc()
    if options.json:
        print(json.dumps({"error": sentence, "exit_code": code}, ensure_ascii=False))  # noqa: T201
    print(f"vhdesk: {sentence}", file=sys.stderr)  # noqa: T201
    return code


def make_parser() -> argparse.ArgumentParser:
    """The whole command line; each command adds its own part."""
    parser = argparse.ArgumentParser(
        prog="vhdesk",
        description="Find videos by example. Without a command the window opens.",
        epilog="example: vhdesk index ~/Videos && vhdesk search clip.mp4",
    )
    parser.add_argument("--version", action="version", version=f"vhdesk {__version__}")
    _add_common(parser, top=True)
    parser.set_defaults(run=_open_window)
    subparsers = parser.add_subparsers(metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    _add_common(common, top=False)
    for name in COMMANDS:
        importlib.import_module(f"vhdesk.cli.{name}").add_parser(subparsers, common)
    return parser


def _add_common(parser: argparse.ArgumentParser, *, top: bool) -> None:
    """Options that stand before or after the command; only the first place sets defaults."""

    def default(value: object) -> object:
        return value if top else argparse.SUPPRESS

    parser.add_argument(
        "--library", type=Path, metavar="FILE", default=default(None), help="the library file (default: the last one)"
    )
    parser.add_argument(
        "--json", action="store_true", default=default(False), help="print one JSON document and nothing else"
    )
    parser.add_argument("-v", "--verbose", action="store_true", default=default(False), help="say more")


def _open_window(options: argparse.Namespace) -> int:
    from vhdesk.cli import window

    return window.run(options)


if __name__ == "__main__":
    sys.exit(main())
