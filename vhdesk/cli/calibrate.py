"""``vhdesk calibrate``: what re-ranking and category masks lead to on the user's own labels, for every setting."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.cli.evaluate import MeasureTeller
from vhdesk.cli.index import stop_on_interrupt
from vhdesk.cli.output import plural, print_json, say

if TYPE_CHECKING:
    from vhdesk.desk import Calibration


def add_parser(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "calibrate",
        parents=[common],
        help="measure what re-ranking and category masks lead to, on your own labels",
        description=(
            "Let every labelled video search the library, its own recording hidden, at every setting of re-ranking "
            "(how many are looked at, and the cosine to exceed) and of the category mask. The result is kept in the "
            "library and shown beside the sliders of the window."
        ),
        epilog="example: vhdesk calibrate --bits 64 --groups recordings.csv",
    )
    parser.add_argument("--bits", type=int, metavar="L", help="code length (default: that of searches)")
    parser.add_argument(
        "--groups", type=Path, metavar="CSV", help="columns path,group: a query never meets its own recording"
    )
    parser.add_argument("--exact", action="store_true", help="re-rank all segments, not only those with near codes")
    parser.add_argument("--device", choices=("auto", "cuda", "mps", "cpu"), help="where the encoder runs")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Measure; the exit code.

    Raises:
        BadInput: there is no such library or code length, or nothing can be measured.
        Interrupted: stopped.
    """
    from vhdesk.cli.setup import make_desk
    from vhdesk.desk import CalibrateOptions, CancelToken
    from vhdesk.errors import BadInput

    if options.library is not None and not options.library.exists():
        raise BadInput(f"There is no library {options.library}. Make it with 'vhdesk index FOLDER'.")
    cancel = CancelToken()
    with make_desk(options, device=options.device, bits=options.bits) as desk:
        desk.open()
        search = desk.settings.search
        asked = CalibrateOptions(
            search.bits if options.bits is None else options.bits,
            search.mask_confidence,
            options.exact or search.par_exact,
            options.groups,
        )
        with stop_on_interrupt(cancel), MeasureTeller() as teller:
            found = desk.calibrate(asked, cancel=cancel, on_progress=teller.take)
    if options.json:
        print_json(found.to_json())
    else:
        print_tables(found)
    return 0


def print_tables(found: Calibration) -> None:
    """The two tables for people."""
    from tabulate import tabulate

    rows = [
        (
            str(point.k),
            "none" if point.threshold == -1 else f"{point.threshold:g}",
            f"{point.precision:.3f}",
            f"{point.recall:.3f}",
            f"{point.returned:.1f}",
            f"{point.empty:.1%}",
        )
        for point in found.par
    ]
    headers = ("re-ranked", "cosine above", "precision", "recall", "kept", "empty")
    say(tabulate(rows, headers=headers, disable_numparse=True))
    say("")
    columns = zip(found.masks, found.random_masks, found.true_masks, strict=True)
    masks = [
        (
            f"{mask.ratio:g}",
            f"{mask.map:.4f}",
            f"{mask.map95[0]:.3f}–{mask.map95[1]:.3f}",
            f"{mask.precision:.4f}",
            f"{random.map:.4f}",
            f"{true.map:.4f}",
        )
        for mask, random, true in columns
    ]
    first = found.class_first
    interval = f"{first.map95[0]:.3f}–{first.map95[1]:.3f}"
    masks.append(("class first", f"{first.map:.4f}", interval, f"{first.precision:.4f}", "", ""))
    headers = ("mask ratio", "mAP", "95 %", "P@5", "mAP of random bits", "mAP of the true category")
    say(tabulate(masks, headers=headers, disable_numparse=True))
    say(
        f"{found.queries} queries of {plural(found.recordings, 'recording')} on {plural(found.database, 'video')}, "
        f"{found.bits} bits"
    )
    say("note: measured on your own videos: not comparable with published tables.", file=sys.stderr)
