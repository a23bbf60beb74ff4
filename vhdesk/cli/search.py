"""``vhdesk search``: rank the library's videos by their likeness to a clip or a picture."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.cli.output import clock, plural, print_json, say

if TYPE_CHECKING:
    from vhdesk.desk import SearchResponse


def add_parser(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "search",
        parents=[common],
        help="find videos like a clip or a picture",
        description="Rank the videos of the library by their likeness to a clip or a picture.",
        epilog="example: vhdesk search clip.mp4 --from 3000 --to 9000 --top 10",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--top", type=int, default=20, metavar="N", help="videos to return (default 20)")
    parser.add_argument("--system", default="desk", metavar="NAME", help="the system whose codes are searched")
    parser.add_argument("--bits", type=int, metavar="L", help="code length: 16, 32, 64, 128 or 256 (default 64)")
    parser.add_argument("--from", dest="from_ms", type=int, metavar="MS", help="start of the part to search with")
    parser.add_argument("--to", dest="to_ms", type=int, metavar="MS", help="end of the part to search with")
    parser.add_argument(
        "--include-set-aside", action="store_true", help="also segments that show next to nothing (dark, flat, frozen)"
    )
    parser.add_argument("--device", choices=("auto", "cuda", "mps", "cpu"), help="where the encoder runs")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Search; the exit code.

    Raises:
        BadInput: there is no such library, file, code length or part.
    """
    from vhdesk.cli.setup import make_desk
    from vhdesk.desk import SearchOptions
    from vhdesk.errors import BadInput

    with make_desk(options, device=options.device, system=options.system) as desk:
        if options.library is not None and not options.library.exists():
            raise BadInput(f"There is no library {options.library}. Make it with 'vhdesk index FOLDER'.")
        desk.open()
        search = desk.settings.search
        bits, set_aside = options.bits or search.bits, options.include_set_aside or search.set_aside
        response = desk.search(
            options.file, SearchOptions(options.top, bits, options.from_ms, options.to_ms, set_aside=set_aside)
        )
    if options.json:
        print_json(response.to_json())
    else:
        print_results(response)
    return 0


def print_results(response: SearchResponse) -> None:
    """The ranked table."""
    from tabulate import tabulate

    for note in response.notes:
        say(f"note: {note}", file=sys.stderr)
    rows = [
        (
            row["rank"],
            row["hamming"],
            f"{row['cosine']:.2f}",
            f"{clock(row['start_ms'])}–{clock(row['end_ms'])}",
            row["label"] or "",
            row["path"],
        )
        for row in response.to_json()["results"]
    ]
    if rows:
        say(tabulate(rows, headers=("rank", "bits apart", "cosine", "match", "label", "video"), disable_numparse=True))
    say(
        f"{plural(len(rows), 'video')} from {plural(response.searched_segments, 'segment')}, {response.bits} bits, "
        f"{response.timing_ms.total:.0f} ms (decode {response.timing_ms.decode:.0f}, "
        f"encode {response.timing_ms.encode:.0f}, search "
        f"{response.timing_ms.shortlist + response.timing_ms.rerank:.0f})"
    )
