"""``vhdesk search``: rank the library's videos by their likeness to a clip or a picture."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.cli.output import clock, plural, print_json, say

if TYPE_CHECKING:
    from vhdesk.desk import QueryCategory, SearchOptions, SearchResponse
    from vhdesk.settings import SearchSettings


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
    parser.add_argument("--system", metavar="NAME", help="whose codes are searched (default: the library's)")
    parser.add_argument("--bits", type=int, metavar="L", help="code length: 16, 32, 64, 128, 256 or 512 (default 64)")
    parser.add_argument("--from", dest="from_ms", type=int, metavar="MS", help="start of the part to search with")
    parser.add_argument("--to", dest="to_ms", type=int, metavar="MS", help="end of the part to search with")
    parser.add_argument(
        "--include-set-aside", action="store_true", help="also segments that show next to nothing (dark, flat, frozen)"
    )
    parser.add_argument(
        "--mask-ratio",
        type=float,
        metavar="R",
        help="share of the bits that counts, those that matter for what the query shows (default 1: all)",
    )
    parser.add_argument("--par-k", type=int, metavar="K", help="re-rank the K nearest by their features")
    parser.add_argument(
        "--par-threshold", type=float, metavar="D", help="re-rank, and keep results with a cosine above D"
    )
    parser.add_argument(
        "--par-exact", action="store_true", help="re-rank all segments, not only those with near codes; slower"
    )
    parser.add_argument("--no-par", action="store_true", help="leave the order to the codes alone")
    parser.add_argument("--device", choices=("auto", "cuda", "mps", "cpu"), help="where the encoder runs")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Search; the exit code.

    Raises:
        BadInput: there is no such library, file, code length or part.
    """
    from vhdesk.cli.setup import make_desk
    from vhdesk.errors import BadInput

    with make_desk(options, device=options.device, system=options.system) as desk:
        if options.library is not None and not options.library.exists():
            raise BadInput(f"There is no library {options.library}. Make it with 'vhdesk index FOLDER'.")
        desk.open()
        response = desk.search(options.file, search_options(options, desk.settings.search))
    if options.json:
        print_json(response.to_json())
    else:
        print_results(response)
    return 0


def search_options(options: argparse.Namespace, settings: SearchSettings) -> SearchOptions:
    """The settings, overridden by flags; K or a threshold, or looking everywhere, turns re-ranking on.

    Raises:
        BadInput: re-ranking is asked for and refused at once.
    """
    from vhdesk.desk import SearchOptions
    from vhdesk.errors import BadInput

    changes: dict[str, Any] = {"top": options.top, "from_ms": options.from_ms, "to_ms": options.to_ms}
    for name in ("bits", "mask_ratio", "par_k", "par_threshold"):
        if (value := getattr(options, name)) is not None:
            changes[name] = value
    if options.include_set_aside:
        changes["set_aside"] = True
    if options.par_exact:
        changes["par_exact"] = True
    if options.no_par:
        if "par_k" in changes or "par_threshold" in changes or options.par_exact:
            raise BadInput("--no-par turns re-ranking off. Leave it out, or leave out the other --par options.")
        changes["par_k"] = None
    elif settings.par or options.par_threshold is not None or options.par_exact:
        changes.setdefault("par_k", max(settings.par_k, options.top))
    return SearchOptions.of(settings, **changes)


def print_results(response: SearchResponse) -> None:
    """The ranked table."""
    from tabulate import tabulate

    for note in response.notes:
        say(f"note: {note}", file=sys.stderr)
    for category in response.categories:
        say(f"note: {_in_words(category, response)}", file=sys.stderr)
    ranked = response.par is not None
    rows = [
        (
            row["rank"],
            *((row["rank_before"] or "-",) if ranked else ()),
            row["hamming"],
            f"{row['cosine']:.2f}",
            f"{clock(row['start_ms'])}–{clock(row['end_ms'])}",
            row["label"] or "",
            row["path"],
        )
        for row in response.to_json()["results"]
    ]
    if rows:
        before = ("before",) if ranked else ()
        headers = ("rank", *before, "bits apart", "cosine", "match", "label", "video")
        say(tabulate(rows, headers=headers, disable_numparse=True))
    if response.par is not None:
        par = response.par
        say(f"{par.kept} of {par.considered} kept: cosine above {par.threshold:g}")
    say(
        f"{plural(len(rows), 'video')} from {plural(response.searched_segments, 'segment')}, {response.bits} bits, "
        f"{response.timing_ms.total:.0f} ms (decode {response.timing_ms.decode:.0f}, "
        f"encode {response.timing_ms.encode:.0f}, search "
        f"{response.timing_ms.shortlist + response.timing_ms.rerank:.0f})"
    )


def _in_words(category: QueryCategory, response: SearchResponse) -> str:
    """``0:00–0:08 shows kick (0.93): 51 of 64 bits count``."""
    where = f"{clock(category.start_ms)}–{clock(category.end_ms)}"
    if category.used:
        shows = f"shows {category.name} ({category.confidence:.2f})"
        return f"{where} {shows}: {category.counted_bits} of {response.bits} bits count"
    return f"{where} may show {category.name} ({category.confidence:.2f}), which is unsure: all bits count"
