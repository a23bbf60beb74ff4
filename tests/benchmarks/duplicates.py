"""Copies among real clips: the published near-duplicates, planted copies, and the labelled clips as distractors.

Everything is indexed by the real system into a fresh library. A pair is right where both show the same footage. The
labelled clips are no copies of each other (their recordings are fixed cameras for the most part, which is what makes it
hard), but for those that the near-duplicates' README names.
"""

from __future__ import annotations

import csv
import itertools
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tabulate import tabulate

from tests.conftest import SHARED
from vhdesk.desk import Desk, DuplicateOptions, DuplicatesReport
from vhdesk.media.samples import alter_clip
from vhdesk.search import near_copies

DISTANCES = (4, 8, 12, 14, 16, 18, 20, 24)
LIMITS = (0.2, 0.3, 0.4, 0.5, 0.6, 9.0)
PLANTED_EVERY = 3
KINDS: dict[str, dict[str, float | bool]] = {
    "small": {"width": 120, "crf": 36},
    "grey, bars": {"grey": True, "bars": 0.1, "crf": 28},
    "cropped, dark": {"crop": 0.9, "gain": 0.8, "crf": 28},
    "start cut off": {"crf": 26},
}
# tmk/README.md of the source, at c1 = c2 = 0.7 and 0.95 (bars left out of the names).
PUBLISHED = {
    "TMK 0.7": (
        ("chair-19-sd", "chair-22-sd-sepia", "chair-22-with-small-logo", "chair-orig-22-sd"),
        ("pattern-hd", "pattern-longer", "pattern-sd-grey", "pattern-sd-with-small-logo"),
    ),
    "TMK 0.95": (("chair-19-sd", "chair-22-sd-sepia", "chair-orig-22-sd"), ("pattern-hd", "pattern-longer")),
}


def run() -> None:
    """Print the tables."""
    videos = SHARED / "videos"
    if not videos.exists():
        print("the real clips are not here")
        return
    with tempfile.TemporaryDirectory() as place:
        planted = Path(place) / "planted"
        origins = _plant(videos, planted)
        with Desk(Path(place) / "l.vhdesk") as desk:
            desk.open()
            desk.index([videos / "near_duplicates", videos / "labelled", planted])
            corpus = _corpus(desk, origins)
            reports = {distance: desk.duplicates(DuplicateOptions(max_distance=distance)) for distance in DISTANCES}
            _print_sweep("largest distance of 64 bits", reports, corpus)
            _print_sweep("picture limit (9: codes alone)", _by_picture_limit(desk), corpus)
            _print_default(desk.duplicates(), corpus)


@dataclass(frozen=True)
class Corpus:
    """What the library holds: paths by id, and what every path shows."""

    paths: dict[int, str]
    footage: dict[str, str]

    @property
    def published(self) -> list[str]:
        return sorted(path for path in self.footage if "near_duplicates" in path)

    def pairs(self, report: DuplicatesReport) -> set[frozenset[str]]:
        return {frozenset((self.paths[pair.first], self.paths[pair.second])) for pair in report.found.pairs}

    def same(self, paths: Iterable[str]) -> bool:
        return len({self.footage[path] for path in paths}) == 1


def _plant(videos: Path, folder: Path) -> dict[str, str]:
    """Altered copies of clips of every third recording: their paths, and whose copies they are."""
    with (videos / "MANIFEST.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["path"].startswith("labelled/")]
    one_each = list({row["group"]: row for row in reversed(rows)}.values())[::PLANTED_EVERY]
    origins = {}
    for row, (kind, changes) in itertools.product(one_each, KINDS.items()):
        source = videos / row["path"]
        target = folder / kind / row["path"].replace("/", "-").replace(source.suffix, ".mp4")
        target.parent.mkdir(parents=True, exist_ok=True)
        cut = {"start_ms": round(float(row["seconds"]) * 1000 / 7)} if kind == "start cut off" else {}
        alter_clip(source, target, **changes, **cut)  # type: ignore[arg-type]
        origins[str(target)] = str(source)
    return origins


def _corpus(desk: Desk, origins: Mapping[str, str]) -> Corpus:
    """A folder of near-duplicates shows one footage, a labelled clip its own; equal contents show the same."""
    videos = desk._library.indexed_videos()
    by_content = {v.content_hash: Path(v.path).parent.name for v in videos if "near_duplicates" in v.path}
    footage = {
        v.path: Path(v.path).parent.name if "near_duplicates" in v.path else by_content.get(v.content_hash, v.path)
        for v in videos
        if v.path not in origins
    }
    footage |= {copy: footage[source] for copy, source in origins.items()}
    return Corpus({v.id: v.path for v in videos}, footage)


def _by_picture_limit(desk: Desk) -> dict[float, DuplicatesReport]:
    before = near_copies.PICTURE_LIMIT
    reports = {}
    for limit in LIMITS:
        near_copies.PICTURE_LIMIT = limit
        reports[limit] = desk.duplicates()
    near_copies.PICTURE_LIMIT = before
    return reports


def _print_sweep(name: str, reports: Mapping[float, DuplicatesReport], corpus: Corpus) -> None:
    wanted = {frozenset(pair) for pair in itertools.combinations(corpus.published, 2) if corpus.same(pair)}
    planted = {kind: [path for path in corpus.footage if f"/{kind}/" in path] for kind in KINDS}
    sources = {shown: path for path, shown in corpus.footage.items() if "/labelled/" in path}
    rows = []
    for value, report in reports.items():
        pairs = corpus.pairs(report)
        right = {pair for pair in pairs if corpus.same(pair)}
        recalls = [
            sum(frozenset((path, sources[corpus.footage[path]])) in pairs for path in paths) / len(paths)
            for paths in planted.values()
        ]
        rows.append(
            (
                value,
                len(pairs),
                len(pairs - right),
                f"{len(right) / max(1, len(pairs)):.3f}",
                f"{len(wanted & pairs)} of {len(wanted)}",
                *(f"{recall:.2f}" for recall in recalls),
                f"{report.seconds:.1f}",
            )
        )
    headers = (name, "pairs", "false", "precision", "published pairs", *(f"recall {kind}" for kind in KINDS), "s")
    print(tabulate(rows, headers=headers, disable_numparse=True), "\n")


def _print_default(report: DuplicatesReport, corpus: Corpus) -> None:
    pairs, near = corpus.pairs(report), corpus.published
    rows = []
    for name, members in itertools.groupby(near, key=corpus.footage.__getitem__):
        wanted = list(itertools.combinations(members, 2))
        missed = [f"{Path(a).stem} + {Path(b).stem}" for a, b in wanted if frozenset((a, b)) not in pairs]
        rows.append((name, f"{len(wanted) - len(missed)} of {len(wanted)}", "; ".join(missed)))
    print(tabulate(rows, headers=("near-duplicates, as shipped", "pairs found", "missed"), disable_numparse=True))
    stems = {Path(path).stem.removesuffix("-bar").removesuffix("-no"): path for path in near}
    tmk = {path for path in near if "tmk_" in path}
    for name, clusters in PUBLISHED.items():
        wanted = {frozenset(stems[s] for s in pair) for c in clusters for pair in itertools.combinations(c, 2)}
        ours = {pair for pair in pairs if pair <= tmk}
        more = ours - wanted
        other = sum(not corpus.same(pair) for pair in more)
        print(f"{name}: {len(ours & wanted)} of {len(wanted)} pairs; {len(more)} more, {other} of other footage")
    print(f"\nfalse pairs, {report.found.segments} segments of {report.found.videos} videos:")
    for a, b in sorted(tuple(sorted(p)) for p in pairs if not corpus.same(p)):
        print(f"  {Path(a).parent.name}/{Path(a).name} + {Path(b).parent.name}/{Path(b).name}")
    print(f"groups: {len(report.found.groups)}; those with near-duplicates:")
    for group in report.found.groups:
        names = [group.best.path, *(copy.video.path for copy in group.copies)]
        if any("near_duplicates" in name for name in names):
            print(f"  {', '.join('/'.join(Path(name).parts[-2:]) for name in names)}\n    {group.reason}")
