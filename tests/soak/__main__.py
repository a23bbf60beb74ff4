"""``python -m tests.soak [--files N] [--kills N] [--seed N]``: runs a soak and prints its summary."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tabulate import tabulate

from tests.soak.soak import Soak, SoakReport


def summary(report: SoakReport) -> str:
    """The report as a table."""
    rows = [
        ("files at the start", report.files),
        ("changes meanwhile", ", ".join(f"{name} {count}" for name, count in sorted(report.changes.items()))),
        ("runs, of them killed", f"{report.runs}, {report.kills}"),
        ("decode processes killed", report.decoder_kills),
        ("indexed at the end", report.indexed),
        ("failed at the end", sum(report.failed.values())),
        *((f"  {count}", reason) for reason, count in report.failed.most_common()),
        ("missing, kept", report.missing),
        ("processes left over", report.left_over),
        ("read again after they killed a decoder", len(report.met_again)),
        ("videos that differ from the undisturbed library", len(report.differences)),
        ("seconds", f"{report.seconds:.0f}"),
    ]
    return tabulate(rows, disable_numparse=True)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["VHDESK_HOME"] = place
        report = Soak(Path(place), options.files, options.kills, options.seed).run()
    print(summary(report))
    for path, (mine, other) in list(report.differences.items())[:20]:
        print(path, mine, other, sep="\n  ")
    return int(bool(report.differences or report.left_over or report.met_again))


if __name__ == "__main__":
    sys.exit(main())
