"""``vhdesk evaluate``: how good searches are, on the user's own labels or on codes made elsewhere."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.cli.index import stop_on_interrupt
from vhdesk.cli.output import LINE_EVERY_S, plural, print_json, say

if TYPE_CHECKING:
    from vhdesk.desk import Comparison, Desk, Evaluation, Score

SOME_FAILED = 3
QUALITY_FELL = 4


def add_parser(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "evaluate",
        parents=[common],
        help="measure how good searches are, on your own labels",
        description=(
            "Let every labelled video search the library, its own recording hidden, and measure what is found: mean "
            "average precision and precision of the first five, with 95 % intervals, beside chance, the same features "
            "without hashing, plain hashers and a classifier. Protocols: library, ucf101, hmdb51, ssvh, ssvh-no-self, "
            "top5; NAME@K takes another cut-off."
        ),
        epilog="example: vhdesk evaluate --bits 64 --bits 256 --groups recordings.csv --save before.json",
    )
    parser.add_argument(
        "--system", action="append", default=[], metavar="NAME", help="measure this one; may be repeated"
    )
    parser.add_argument(
        "--bits", action="append", type=int, default=[], metavar="L", help="code length; may be repeated"
    )
    parser.add_argument("--protocol", metavar="NAME", help="how to measure (default: library)")
    parser.add_argument("--queries", type=Path, metavar="FOLDER", help="let these files ask; one folder per label")
    parser.add_argument(
        "--groups", type=Path, metavar="CSV", help="columns path,group: a query never meets its own recording"
    )
    parser.add_argument("--codes", type=Path, metavar="FILE.npz", help="measure codes made elsewhere instead")
    parser.add_argument("--charts", type=Path, metavar="DIR", help="write the numbers of every chart there, as CSV")
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep the result, to compare with later")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="fail (exit code 4) where quality fell since then")
    parser.add_argument(
        "--tolerance", type=float, metavar="T", help="how far a measure may move (default: its 95 %% interval)"
    )
    parser.add_argument("--device", choices=("auto", "cuda", "mps", "cpu"), help="where the encoder runs")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Measure; the exit code.

    Raises:
        BadInput: options that do not go together, or a file that cannot be used.
        Interrupted: stopped.
    """
    from vhdesk.cli.setup import make_desk
    from vhdesk.desk import Baseline
    from vhdesk.errors import BadInput

    if options.tolerance is not None and options.compare is None:
        raise BadInput("--tolerance belongs to --compare FILE.")
    if options.save is not None and not options.save.absolute().parent.is_dir():
        raise BadInput(f"There is no folder {options.save.absolute().parent} to save in. Make it, or name another.")
    baseline = Baseline.read(options.compare, options.tolerance) if options.compare else None
    with make_desk(options, device=options.device) as desk:
        evaluation = measure(desk, options)
    comparison = baseline.compare(evaluation) if baseline else None
    if options.save:
        evaluation.save(options.save)
    if options.charts:
        evaluation.save_charts(options.charts)
    if options.json:
        print_json(evaluation.to_json() | ({"comparison": comparison.to_json()} if comparison else {}))
    else:
        print_table(evaluation)
    for failure in evaluation.to_json()["failures"]:
        say(f"failed: {failure['path']}: {failure['reason']}", file=sys.stderr)
    if comparison:
        tell_comparison(comparison)
        if comparison.fallen:
            return QUALITY_FELL
    return SOME_FAILED if evaluation.failures else 0


def measure(desk: Desk, options: argparse.Namespace) -> Evaluation:
    """Measure the codes of a file, or the library.

    Raises:
        BadInput: options that do not go together.
    """
    from vhdesk.desk import CancelToken, EvaluateOptions
    from vhdesk.errors import BadInput

    cancel = CancelToken()
    if options.codes is not None:
        for name in ("system", "bits", "queries", "groups"):
            if getattr(options, name):
                raise BadInput(f"--{name} belongs to a library, not to --codes FILE.")
        if options.protocol is None:
            raise BadInput("Say how the codes are to be measured, for example --protocol ucf101.")
        with stop_on_interrupt(cancel), MeasureTeller() as teller:
            return desk.evaluate_codes(options.codes, options.protocol, cancel=cancel, on_progress=teller.take)
    if options.library is not None and not options.library.exists():
        raise BadInput(f"There is no library {options.library}. Make it with 'vhdesk index FOLDER'.")
    asked = EvaluateOptions(
        systems=tuple(options.system),
        bits=tuple(options.bits),
        protocol=options.protocol or "library",
        queries=options.queries,
        groups=options.groups,
    )
    asked.check()
    desk.open()
    with stop_on_interrupt(cancel), MeasureTeller() as teller:
        return desk.evaluate(asked, cancel=cancel, on_progress=teller.take)


class MeasureTeller:
    """Shows on standard error what is being measured: a bar on a terminal, a line every few seconds otherwise."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._bar: Any = None
        self._told = time.monotonic()

    def __enter__(self) -> MeasureTeller:
        return self

    def __exit__(self, *_details: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def take(self, what: str, done: int, total: int) -> None:
        """Show how far the measuring of one row is."""
        if self._terminal:
            from tqdm import tqdm

            if self._bar is None:
                self._bar = tqdm(unit=" queries", file=sys.stderr, dynamic_ncols=True, leave=False)
            self._bar.set_description_str(what, refresh=False)
            self._bar.total, self._bar.n = total, done
            self._bar.refresh()
        elif time.monotonic() - self._told > LINE_EVERY_S:
            self._told = time.monotonic()
            say(f"{what}: {done} of {total} queries", file=sys.stderr)


def print_table(evaluation: Evaluation) -> None:
    """The rows for people; intervals in brackets."""
    from tabulate import tabulate

    cut = evaluation.cut
    headers = (
        "system", "bits", "mask", "mAP", "95 %", f"@{cut} hits", "min", "K", "P@5", "95 %", "accuracy", "empty",
    )  # fmt: skip
    say(tabulate([_row(score) for score in evaluation.scores], headers=headers, disable_numparse=True))
    say(
        f"{_queries(evaluation.queries)} of {plural(evaluation.groups, 'recording')} on "
        f"{evaluation.database} videos, protocol {evaluation.protocol}"
    )
    for note in evaluation.notes:
        say(f"note: {note}", file=sys.stderr)


def _queries(number: int) -> str:
    return "1 query" if number == 1 else f"{number} queries"


def _row(score: Score) -> tuple[str, ...]:
    def span(name: str) -> str:
        low, high = score.interval95[name]
        return f"{low:.3f}–{high:.3f}"

    return (
        score.name,
        str(score.bits or ""),
        "" if score.mask_ratio is None else f"{score.mask_ratio:g}",
        f"{score.map['whole']:.4f}",
        span("whole"),
        *(f"{score.map[name]:.4f}" for name in ("hits", "min", "k")),
        f"{score.top5['precision']:.4f}",
        span("precision"),
        f"{score.top5['accuracy']:.3f}",
        f"{score.top5['empty']:.1%}",
    )


def tell_comparison(comparison: Comparison) -> None:
    """What changed, in one sentence, and what may explain it."""
    say(f"vhdesk: {comparison.sentence}", file=sys.stderr)
    for note in comparison.notes:
        say(f"note: {note}", file=sys.stderr)
