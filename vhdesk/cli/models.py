"""``vhdesk models``: the systems that are installed, and the weights that can be downloaded."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.cli.output import LINE_EVERY_S, plural, print_json, say

if TYPE_CHECKING:
    from vhdesk.desk import DownloadEvent, SystemCard, WeightsState, WeightStore

WRONG = 2


def add_parser(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add the command and its parts."""
    parser = subparsers.add_parser(
        "models",
        parents=[common],
        help="show, download, import, verify and remove systems and weights",
        description="Look after the systems that turn videos into codes, and the weights that they can be built on.",
        epilog="example: vhdesk models list",
    )
    parser.set_defaults(run=run_list)
    parts = parser.add_subparsers(metavar="PART")

    def part(name: str, run: Any, text: str, example: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = parts.add_parser(
            name,
            parents=[common],
            help=text,
            description=text[0].upper() + text[1:] + ".",
            epilog=f"example: vhdesk models {example}",
        )
        added.set_defaults(run=run)
        return added

    part("list", run_list, "list the installed systems, and the weights with state, size and licence", "list --json")
    show = part("show", run_show, "show all that is known of a system or of weights", "show r2plus1d_18")
    show.add_argument("name", metavar="NAME")
    download = part(
        "download",
        run_download,
        "download weights, going on where a former download stopped",
        "download r2plus1d_18 --accept-licence",
    )
    download.add_argument("name", metavar="NAME")
    download.add_argument("--accept-licence", action="store_true", help="accept the licence that is shown, unasked")
    download.add_argument(
        "--mirror", metavar="URL", help="folder that holds the files by their published names (default: the settings')"
    )
    bring = part(
        "import",
        run_import,
        "install weights from a file, on machines without a network",
        "import r2plus1d_18-91a641e6.pth --as r2plus1d_18",
    )
    bring.add_argument("file", type=Path, metavar="FILE", help="as published, or converted on another machine")
    bring.add_argument("--as", dest="name", required=True, metavar="NAME", help="which weights it holds")
    verify = part("verify", run_verify, "compare the files of systems and weights with their hashes", "verify")
    verify.add_argument("name", nargs="?", metavar="NAME", help="only this one")
    remove = part("remove", run_remove, "remove downloaded weights, and what came of them so far", "remove r2plus1d_18")
    remove.add_argument("name", metavar="NAME")


def system_json(card: SystemCard) -> dict[str, Any]:
    """A system for ``--json``."""
    from vhdesk.errors import printable

    return {
        "name": card.name,
        "title": card.title,
        "summary": card.summary,
        "licence": card.licence,
        "bits": list(card.bits),
        "frames": card.frames,
        "side": card.side,
        "size_bytes": card.size_bytes,
        "files": card.files,
        "installed": not card.needs,
        "needs": card.needs,
        "origin": card.origin,
        "folder": printable(str(card.folder)),
    }


def run_list(options: argparse.Namespace) -> int:
    """List systems and weights; the exit code."""
    from tabulate import tabulate

    from vhdesk.cli.setup import make_desk

    with make_desk(options) as desk:
        cards, states = desk.system_cards(), desk.weights().states()
    taken = sum(state.disk_bytes for state in states)
    if options.json:
        print_json(
            {
                "systems": [system_json(card) for card in cards],
                "weights": [state.to_json() for state in states],
                "weights_disk_bytes": taken,
            }
        )
        return 0
    systems = [
        (
            card.name,
            card.origin,
            f"needs {card.weights}" if card.needs else "ready",
            size(card.size_bytes or None),
            ", ".join(map(str, card.bits)),
            card.licence,
            card.summary,
        )
        for card in cards
    ]
    columns = ["system", "from", "state", "size", "bits", "licence", "what it is"]
    say(tabulate(systems, headers=columns, maxcolwidths=[None] * 6 + [60]))
    rows = [
        (
            state.weights.name,
            state.state,
            size(state.disk_bytes or state.weights.size_bytes),
            state.weights.licence.name,
            state.weights.summary,
        )
        for state in states
    ]
    say("")
    headers = ("weights", "state", "size", "licence", "what they are")
    say(tabulate(rows, headers=headers, maxcolwidths=[None] * 4 + [60]))
    say("")
    say(f"Weights take {size(taken)} on the disk. Get some: vhdesk models download NAME")
    return 0


def size(size_bytes: int | None) -> str:
    """``127.4 MB``; a dash where it is not known."""
    return "–" if size_bytes is None else f"{size_bytes / 1e6:.1f} MB"


def run_show(options: argparse.Namespace) -> int:
    """Show a system or weights; the exit code.

    Raises:
        BadInput: there is none of that name.
    """
    from vhdesk.cli.setup import make_desk

    with make_desk(options) as desk:
        store = desk.weights()
        if options.name in store.manifest:
            document = store.state(options.name).to_json()
        else:
            with make_desk(options, system=options.name, remember=False) as other:
                document = system_json(other.system_card())
    if options.json:
        print_json(document)
        return 0
    for key, value in document.items():
        if isinstance(value, dict):
            value = ", ".join(f"{inner} {part}" for inner, part in value.items())
        elif isinstance(value, list):
            value = ", ".join(map(str, value))
        if value not in (None, ""):
            say(f"{key.replace('_', ' ')}: {value}")
    return 0


def run_download(options: argparse.Namespace) -> int:
    """Download weights; the exit code.

    Raises:
        ModelProblem: the licence is not accepted, or the weights cannot be had.
    """
    from vhdesk.cli.index import stop_on_interrupt
    from vhdesk.cli.setup import make_desk
    from vhdesk.desk import CancelToken

    cancel = CancelToken()
    with make_desk(options) as desk:
        store = desk.weights(options.mirror)
        store.address(options.name)
        ask_licence(store, options)
        with stop_on_interrupt(cancel), DownloadTeller() as teller:
            state = store.download(options.name, cancelled=lambda: cancel.cancelled, on_event=teller.take)
    return _installed(state, options)


def ask_licence(store: WeightStore, options: argparse.Namespace) -> None:
    """Show the licence before the first download; accepted by the flag, or by an answer on a terminal.

    Raises:
        ModelProblem: it is not accepted.
    """
    from vhdesk.errors import ModelProblem

    if store.accepted(options.name):
        return
    licence = store.state(options.name).weights.licence
    say(f"Licence of '{options.name}': {licence.text}", file=sys.stderr)
    if not options.accept_licence:
        if not sys.stdin.isatty():
            raise ModelProblem("Nothing was downloaded: accept this licence with --accept-licence.")
        print("Do you accept it? [y/N] ", end="", file=sys.stderr, flush=True)  # noqa: T201
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            raise ModelProblem("Nothing was downloaded: the licence was not accepted. Answer y to accept it.")
    store.accept(options.name)


def run_import(options: argparse.Namespace) -> int:
    """Import weights; the exit code.

    Raises:
        BadInput: there is no such file, or no weights of that name.
        ModelProblem: the file is not them.
    """
    from vhdesk.cli.setup import make_desk

    with make_desk(options) as desk:
        state = desk.weights().import_file(options.file, options.name)
    return _installed(state, options)


def _installed(state: WeightsState, options: argparse.Namespace) -> int:
    if options.json:
        print_json(state.to_json())
        return 0
    say(f"installed {state.weights.name}, {size(state.disk_bytes)} on the disk")
    if state.record is not None and not state.record.checked:
        say(
            "note: the file could not be compared with a published hash; it is only as good as its source",
            file=sys.stderr,
        )
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Verify systems and weights; the exit code is 2 where something is wrong.

    Raises:
        BadInput: there is none of that name.
    """
    from vhdesk.cli.setup import make_desk

    with make_desk(options) as desk:
        results = desk.verify_models(options.name)
    wrong = [result for result in results if result.problem]
    if options.json:
        print_json([{"name": r.name, "kind": r.kind, "ok": not r.problem, "problem": r.problem} for r in results])
    else:
        for result in results:
            say(f"{result.kind} {result.name}: {result.problem or 'as it should be'}")
    if wrong:
        say(f"vhdesk: {plural(len(wrong), 'model')} of {len(results)} cannot be used as it is.", file=sys.stderr)
    return WRONG if wrong else 0


def run_remove(options: argparse.Namespace) -> int:
    """Remove weights; the exit code.

    Raises:
        BadInput: there are none of that name here.
    """
    from vhdesk.cli.setup import make_desk

    with make_desk(options) as desk:
        freed = desk.weights().remove(options.name)
    if options.json:
        print_json({"name": options.name, "freed_bytes": freed})
    else:
        say(f"removed {options.name}; {size(freed)} are free again")
    return 0


class DownloadTeller:
    """Shows a download on standard error: a bar on a terminal, a line every few seconds otherwise."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._bar: Any = None
        self._told = time.monotonic()

    def __enter__(self) -> DownloadTeller:
        return self

    def __exit__(self, *_details: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def take(self, event: DownloadEvent) -> None:
        """Show one event."""
        from vhdesk.desk import Downloading

        if not isinstance(event, Downloading):
            say(f"{event.name}: {event.reason}; trying again in {event.wait_s:.0f} s", file=sys.stderr)
        elif self._terminal:
            self._draw(event.done_bytes, event.total_bytes)
        elif time.monotonic() - self._told > LINE_EVERY_S:
            self._told = time.monotonic()
            of = f" of {size(event.total_bytes)}" if event.total_bytes is not None else ""
            say(f"{size(event.done_bytes)}{of}, {size(round(event.bytes_per_second))}/s", file=sys.stderr)

    def _draw(self, done: int, total: int | None) -> None:
        from tqdm import tqdm

        if self._bar is None:
            self._bar = tqdm(total=total, initial=done, unit="B", unit_scale=True, file=sys.stderr, dynamic_ncols=True)
        self._bar.total = total
        self._bar.update(done - self._bar.n)
