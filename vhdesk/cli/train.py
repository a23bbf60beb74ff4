"""``vhdesk train``: fit a system on the user's own videos."""

from __future__ import annotations

import argparse
import dataclasses
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from vhdesk.cli.index import stop_on_interrupt
from vhdesk.cli.output import LINE_EVERY_S, clock, plural, print_json, say

if TYPE_CHECKING:
    from vhdesk.desk import StageOptions, TrainEvent, TrainReport

SOME_FAILED = 3
INTERRUPTED = 130


def add_parser(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add the command; its flags are those of all recipes."""
    from vhdesk.desk import RECIPES

    recipes = "; ".join(
        f"{recipe.name} ({', '.join(f'{stage.name}: {stage.summary}' for stage in recipe.stages)})"
        for recipe in RECIPES.values()
    )
    parser = subparsers.add_parser(
        "train",
        parents=[common],
        help="fit a system on your own videos",
        description=(
            "Fit a system on your library, or on folders of videos and pictures, and write it as a system of its own "
            f"for --system NAME. Systems and their stages: {recipes}. 'desk' needs no labels; the others are trained "
            "by those of the library, or by the folders that videos are in. A stopped training goes on with --resume."
        ),
        epilog="example: vhdesk train desk --videos ~/Videos --name mine && vhdesk index ~/Videos --system mine",
    )
    parser.add_argument("system", metavar="SYSTEM", help=f"what to train: {', '.join(RECIPES)}")
    parser.add_argument("--stage", metavar="STAGE", help="which part of it (default: the first)")
    parser.add_argument("--device", choices=("auto", "cuda", "mps", "cpu"), help="where to train")
    for takers in _fields().values():
        _add_flag(parser, takers)
    parser.set_defaults(run=run)


class Taker(NamedTuple):
    """A stage that takes an option, and what it says of it."""

    system: str
    stage: str
    item: dataclasses.Field[Any]


def _fields() -> dict[str, list[Taker]]:
    """Every option of every stage by name, with the stages that take it."""
    from vhdesk.desk import RECIPES

    found: dict[str, list[Taker]] = {}
    for recipe in RECIPES.values():
        for stage in recipe.stages:
            for item in dataclasses.fields(stage.options):
                found.setdefault(item.name, []).append(Taker(recipe.name, stage.name, item))
    return found


def _help(takers: list[Taker]) -> str:
    """What an option does, with the stages that take it where not all do, and where they say different things."""
    from vhdesk.desk import RECIPES

    told: dict[str, list[Taker]] = {}
    for taker in takers:
        told.setdefault(taker.item.metadata["help"], []).append(taker)
    if len(told) == 1 and len(takers) == sum(len(recipe.stages) for recipe in RECIPES.values()):
        return next(iter(told))
    return "; ".join(f"{_whose(of)}: {text}" for text, of in told.items())


def _whose(takers: list[Taker]) -> str:
    """``desk encoder``; ``r2plus1d18_bert, r2plus1d34_bert`` where all stages of a system take it."""
    from vhdesk.desk import RECIPES

    stages: dict[str, list[str]] = {}
    for taker in takers:
        stages.setdefault(taker.system, []).append(taker.stage)
    whole = [name for name, of in stages.items() if len(of) == len(RECIPES[name].stages)]
    parts = [", ".join(whole)] if whole else []
    for stage in dict.fromkeys(taker.stage for taker in takers):
        names = [name for name, of in stages.items() if name not in whole and stage in of]
        parts += [f"{', '.join(names)} {stage}"] if names else []
    return ", ".join(parts)


def numbers(text: str) -> tuple[int, ...]:
    """``16,32,64`` as numbers."""
    return tuple(int(part) for part in text.split(",") if part.strip())


def _add_flag(parser: argparse.ArgumentParser, takers: list[Taker]) -> None:
    item = takers[0].item
    kinds: dict[str, Callable[[str], Any]] = {"number": int, "numbers": numbers, "real": float, "text": str}
    rule, name = item.metadata, f"--{item.name.replace('_', '-')}"
    common: dict[str, Any] = {"dest": item.name, "default": argparse.SUPPRESS, "help": _help(takers)}
    if rule["kind"] == "flag":
        parser.add_argument(name, action="store_true", **common)
        return
    if rule["choices"]:
        common["choices"] = rule["choices"]
    else:
        common["metavar"] = rule["metavar"]
    if rule["kind"] == "paths":
        parser.add_argument(name, type=Path, action="append", **common)
    else:
        parser.add_argument(name, type=kinds.get(rule["kind"], Path), **common)


def stage_options(options: argparse.Namespace) -> StageOptions:
    """The options of the chosen stage from the flags that were given.

    Raises:
        BadInput: there is no such system or stage, or a flag belongs to another stage.
    """
    from vhdesk.desk import recipe_of
    from vhdesk.errors import BadInput

    stage = recipe_of(options.system).stage(options.stage)
    taken = {item.name for item in dataclasses.fields(stage.options)}
    given = {name: getattr(options, name) for name in _fields() if hasattr(options, name)}
    for name in given:
        if name not in taken:
            takers = _fields()[name]
            here = ", ".join(taker.stage for taker in takers if taker.system == options.system)
            other = f"stage: --stage {here}" if here else f"system: {_whose(takers)}"
            raise BadInput(f"--{name.replace('_', '-')} belongs to another {other}.")
    values: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in given.items()}
    return stage.options(**values)


def run(options: argparse.Namespace) -> int:
    """Train; the exit code.

    Raises:
        BadInput: options that cannot be used.
    """
    from vhdesk.cli.setup import make_desk
    from vhdesk.desk import CancelToken
    from vhdesk.errors import BadInput

    asked = stage_options(options)
    cancel = CancelToken()
    with make_desk(options, device=options.device) as desk:
        if options.library is not None and not options.library.exists():
            raise BadInput(f"There is no library {options.library}. Make it with 'vhdesk index FOLDER'.")
        with stop_on_interrupt(cancel), TrainTeller() as teller:
            report = desk.train(options.system, options.stage, asked, cancel=cancel, on_event=teller.take)
    if options.json:
        print_json(report.to_json())
    else:
        print_report(report)
    for path, reason in report.failures:
        say(f"failed: {path}: {reason}", file=sys.stderr)
    if report.cancelled:
        say("Stopped; the best weights so far were kept. Add --resume to the same command to go on.", file=sys.stderr)
        return INTERRUPTED
    return SOME_FAILED if report.failures else 0


class TrainTeller:
    """Shows a training on standard error: a bar on a terminal, a line every few seconds otherwise."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._bar: Any = None
        self._told = time.monotonic()

    def __enter__(self) -> TrainTeller:
        return self

    def __exit__(self, *_details: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def take(self, event: TrainEvent) -> None:
        """Show one event."""
        from vhdesk.desk import Noted, Preparing, StepsDone, Validated

        if isinstance(event, Noted):
            self._line(event.sentence)
        elif isinstance(event, Validated):
            values = ", ".join(f"{name} {value:.4f}" for name, value in event.metrics.items())
            self._line(f"step {event.step}: {values}{', the best so far' if event.best else ''}")
        elif isinstance(event, Preparing):
            self._show(event.what, event.done, event.total, f"{event.what}: {event.done} of {event.total}")
        elif isinstance(event, StepsDone):
            left = f", {clock(round(event.left_s * 1000))} left" if event.left_s is not None else ""
            total = f" of {event.steps}" if event.steps is not None else ""
            detail = f"loss {event.loss:.4f}, rate {event.rate:.2g}, {event.per_second:.1f} steps/s{left}"
            # a run by the clock has no last step: its bar counts thousandths of the time
            done, whole = (event.step, event.steps) if event.steps is not None else (round(event.share * 1000), 1000)
            self._show("training", done, whole, f"step {event.step}{total}, epoch {event.epoch:.1f}: {detail}", detail)

    def _line(self, text: str) -> None:
        if self._bar is not None:
            self._bar.write(text, file=sys.stderr)
        else:
            say(text, file=sys.stderr)

    def _show(self, what: str, done: int, total: int, line: str, detail: str = "") -> None:
        if self._terminal:
            from tqdm import tqdm

            if self._bar is None:
                self._bar = tqdm(file=sys.stderr, dynamic_ncols=True, leave=False, bar_format="{desc} {bar} {postfix}")
            self._bar.set_description_str(what, refresh=False)
            self._bar.set_postfix_str(detail or f"{done} of {total}", refresh=False)
            self._bar.total, self._bar.n = total, done
            self._bar.refresh()
        elif time.monotonic() - self._told > LINE_EVERY_S:
            self._told = time.monotonic()
            say(line, file=sys.stderr)


def print_report(report: TrainReport) -> None:
    """What was made, for people."""
    items = " and ".join(f"{number} {name}" for name, number in report.items.items())
    say(f"trained the {report.stage} of {report.system} on {items} in {clock(round(report.seconds * 1000))}")
    if report.fit is not None:
        say(f"{plural(report.fit.step, 'step')}; the weights of step {report.fit.best_step} were kept")
    for name, value in report.metrics.items():
        say(f"  {name}: {value:.4f}")
    if report.files:  # a run that was stopped may have left its checkpoint alone
        say(f"written to {report.to_json()['out']}")
    for note in report.notes:
        say(f"note: {note}", file=sys.stderr)
    if report.files and report.model:
        say(f"use it: vhdesk index FOLDER --system {report.model}; vhdesk search FILE --system {report.model}")
