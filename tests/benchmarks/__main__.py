"""Runs the benchmarks named on the command line, or all of them."""

from __future__ import annotations

import os
import sys
import tempfile

from tests.benchmarks import (
    decoding,
    duplicates,
    growth,
    indexing,
    library,
    peers,
    quality,
    query,
    recipes,
    search,
    sliders,
    startup,
    window,
)

BENCHMARKS = {
    "startup": startup.run,
    "indexing": indexing.run,
    "query": query.run,
    "quality": quality.run,
    "growth": growth.run,
    "library": library.run,
    "duplicates": duplicates.run,
    "recipes": recipes.run,
    "decoding": decoding.run,
    "peers": peers.run,
    "search": search.run,
    "window": window.run,
    "sliders": sliders.run,
}


def main() -> int:
    chosen = sys.argv[1:] or list(BENCHMARKS)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["VHDESK_HOME"] = home
        for name in chosen:
            print(f"\n## {name}\n")
            BENCHMARKS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
