"""Runs the benchmarks named on the command line, or all of them."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable

from tests.benchmarks import (
    clips,
    decoding,
    duplicates,
    growth,
    hashing,
    indexing,
    library,
    peers,
    pooling,
    quality,
    query,
    recipes,
    search,
    sliders,
    startup,
    targets,
    window,
)

BENCHMARKS = {
    "startup": startup.run,
    "indexing": indexing.run,
    "query": query.run,
    "quality": quality.run,
    "growth": growth.run,
    "hashing": hashing.run,
    "library": library.run,
    "duplicates": duplicates.run,
    "recipes": recipes.run,
    "decoding": decoding.run,
    "peers": peers.run,
    "search": search.run,
    "sliders": sliders.run,
    "window": window.run,
    "clips": clips.run,
}

# They have options, and are not among those that run by default: they take long.
WITH_OPTIONS = {"targets": targets.run, "pooling": pooling.run}


def main() -> int:
    if sys.argv[1:2] and sys.argv[1] in WITH_OPTIONS:
        return _at_home(lambda: WITH_OPTIONS[sys.argv[1]](sys.argv[2:]))
    chosen = sys.argv[1:] or list(BENCHMARKS)
    return _at_home(lambda: [_named(name) for name in chosen])


def _named(name: str) -> None:
    print(f"\n## {name}\n")
    BENCHMARKS[name]()


def _at_home(work: Callable[[], object]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["VHDESK_HOME"] = home
        work()
    return 0


if __name__ == "__main__":
    sys.exit(main())
