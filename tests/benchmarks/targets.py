"""The built-in system's targets in one run: retrieval and altered copies on the labelled clips, against peers; speed.

``python -m tests.benchmarks targets [--system NAME] [--hashers 'hasher_s{seed}_f{fold}.safetensors'] [--json FILE]``

Queries are clips from which everything of their own recording is hidden (retrieval), or altered copies that search all
originals (copies). Hashers that were trained on these clips are named by a pattern: those of fold f saw nothing of its
recordings, and hash its queries and the whole database.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tabulate import tabulate

from tests.benchmarks import targets_data as data
from tests.benchmarks import targets_scores as scores
from tests.benchmarks.altered_clips import COPIES, labelled_rows, missing, write_missing
from tests.benchmarks.peering import clock, running_peers
from tests.conftest import SHARED
from vhdesk.evaluation.controls import HASHERS, fit_hasher
from vhdesk.evaluation.split import Split, make_split
from vhdesk.hashing.attention import AttentionHasher
from vhdesk.hashing.hasher import Hasher
from vhdesk.media.decode import DecodeRequest, decode_segments
from vhdesk.systems.card import card as card_of
from vhdesk.systems.desk import load_encoder
from vhdesk.systems.system import System, load_system

MOTION = ("hug", "kick", "push", "handshake", "point", "punch")
PEERS = {
    "vpdq": "vpdq, 1 hash a second",
    "pdqhash": "vpdq's method by pdqhash, 1 hash a second",
    "perception": "perception TMKL1, 3 fps",
}
SEEDS, FOLDS = 3, 5
# What the encoder is timed with.
SPEED_CLIPS, SPEED_ROUNDS = 100, 3

Result = dict[str, Any]
MakeFound = Callable[[Hasher], scores.Found]


def run(arguments: Sequence[str] = ()) -> None:
    """Measure and print; ``arguments`` as on the command line."""
    options = _options(arguments)
    if not SHARED.exists():
        print("the real clips are not here")
        return
    if options.copies and missing(0, options.every):
        write_missing(0, options.every)
    system = load_system(options.system, device="cpu", precision=options.precision)
    bench = _Bench(system, options.hashers, options.every)
    kinds = list(COPIES) if options.copies else []
    result: Result = {"system": options.system, "runtime": str(system.encoder.info), "hashers": options.hashers}
    result["retrieval"] = bench.retrieval()
    result["controls"] = bench.controls()
    result["copies"] = {name: bench.copies(name) for name in kinds}
    with running_peers(tuple(PEERS) if options.peers else ()) as peers:
        # the peer itself where it is there, else the same method by another package
        names = [name for name in PEERS if name in peers and not (name == "pdqhash" and "vpdq" in peers)]
        for name in names:
            originals = data.peer_hashes(peers[name], bench.paths, data.ORIGINALS)
            result["retrieval"][PEERS[name]] = bench.peer_retrieval(name, originals)
            for kind in kinds:
                hashes = data.peer_hashes(peers[name], bench.paths, kind)
                distances = data.peer_distances(name, hashes, originals)
                right = scores.first_is_right(distances, len(bench.paths))
                result["copies"][kind][PEERS[name]] = {"product": scores.summed(right, bench.recordings)}
    titles = [PEERS[name] for name in names]
    if options.speed:
        result["speed"] = _speed(options.system, bench.paths)
    _print(result, titles)
    if options.json:
        Path(options.json).write_text(json.dumps(result, indent=1), "utf-8")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks targets")
    parser.add_argument("--system", default="desk")
    parser.add_argument("--precision", default="auto", choices=("auto", "bfloat16", "float32"))
    parser.add_argument("--hashers", help="pattern of hasher files with {seed} and {fold}")
    parser.add_argument("--every", type=int, default=1, help="every how many-th clip alone, for a quick look")
    parser.add_argument("--json", help="file to write")
    for part in ("copies", "peers", "speed"):
        parser.add_argument(f"--no-{part}", dest=part, action="store_false")
    return parser.parse_args(list(arguments))


class _Bench:
    """The labelled clips, their features and the hashers."""

    def __init__(self, system: System, pattern: str | None, every: int) -> None:
        rows = labelled_rows()[::every]
        self.paths = [row["path"] for row in rows]
        self.labels = np.array([row["label"] for row in rows])
        groups = [row["group"] for row in rows]
        self.recordings = np.unique(groups, return_inverse=True)[1].astype(np.int64)
        self._system = system
        self._pattern = pattern
        self._folds = data.folds_of(groups, folds=FOLDS)
        self._loaded: dict[tuple[int, int], Hasher] = {}
        self._made: dict[tuple[int, str], data.Clips] = {}
        keys = self.recordings[:, None]
        self._split: Split = make_split(
            self.labels, self.labels, query_keys=keys, database_keys=keys, query_groups=self.recordings
        )
        self._originals = data.features(system, self.paths, data.ORIGINALS)

    def _hasher(self, seed: int, fold: int) -> Hasher:
        from safetensors.numpy import load_file

        if (seed, fold) not in self._loaded:
            assert self._pattern is not None
            tensors = load_file(self._pattern.format(seed=seed, fold=fold))
            self._loaded[seed, fold] = AttentionHasher(tensors, self._system.card.bits)
        return self._loaded[seed, fold]

    def _found(self, make: MakeFound) -> scores.Found:
        """By the shipped hasher; by that of each query's fold, over the seeds, where a pattern names them."""
        if self._pattern is None:
            return make(self._system.hasher)
        return scores.by_fold(self._folds, SEEDS, lambda seed, fold: lambda: make(self._hasher(seed, fold)))

    def retrieval(self) -> Result:
        """Float features and every code length, by both rules."""
        table = {"float": {"product": self._summed(self._found(lambda h: self._ranked(h, None)))}}
        for bits in self._system.card.bits:
            table[f"{bits} bits"] = {
                "default": self._summed(self._found(lambda h, b=bits: self._re_ranked(h, b))),
                "product": self._summed(self._found(lambda h, b=bits: self._ranked(h, b))),
                "pure": self._summed(self._found(lambda h, b=bits: self._pure(h, b))),
            }
        return table

    def controls(self) -> Result:
        """Plain hashers fitted on the same features of all clips, without labels."""
        values = self._originals.values.astype(np.float32).mean(axis=1)
        clips = data.Clips(values, self._originals.starts)
        table: Result = {}
        for bits in [bits for bits in self._system.card.bits if bits <= min(values.shape)]:
            for name in HASHERS:
                hasher = fit_hasher(name, values, bits)
                table[f"{name}, {bits} bits"] = {
                    "product": self._summed(self._ranked(hasher, bits, clips)),
                    "pure": self._summed(self._pure(hasher, bits, clips)),
                }
        return table

    def peer_retrieval(self, name: str, originals: data.Clips) -> Result:
        """A peer's mAP on the same clips."""
        distances = data.peer_distances(name, originals, originals)
        return {"product": self._summed(scores.ranked(distances, self._split))}

    def copies(self, name: str) -> Result:
        """Recall of the original by one kind of copy, at the first place."""
        altered = data.features(self._system, self.paths, name)
        count = len(self.paths)

        def recall(hasher: Hasher, bits: int | None, rule: str) -> scores.Found:
            queries, originals = self._pooled(hasher, altered, name), self._pooled(hasher, self._originals)
            asks, holds = (data.videos(c, hasher.embed(c.values)) for c in (queries, originals))
            codes = None
            if bits is not None:
                codes = hasher.codes(queries.values, bits), hasher.codes(originals.values, bits)
            if rule == "pure" and codes is not None:
                right = scores.chance_of_first(scores.pure_distances(asks, holds, codes), count)
            elif rule == "default" and codes is not None:
                right = scores.first_is_right(scores.re_ranked_distances(asks, holds, codes), count)
            else:
                right = scores.first_is_right(scores.product_distances(asks, holds, codes), count)
            return scores.Found(right, right)

        def mean(bits: int | None, rule: str) -> Any:
            found = self._found(lambda hasher: recall(hasher, bits, rule))
            return scores.summed(found.precision, self.recordings)

        table: Result = {"float": {"product": mean(None, "product")}}
        for bits in self._system.card.bits:
            table[f"{bits} bits"] = {rule: mean(bits, rule) for rule in ("default", "product", "pure")}
        return table

    def _pooled(self, hasher: Hasher, clips: data.Clips, name: str = data.ORIGINALS) -> data.Clips:
        """What a hasher makes of clips, made once."""
        key = id(hasher), name
        if key not in self._made:
            self._made[key] = data.pooled(hasher, clips)
        return self._made[key]

    def _ranked(self, hasher: Hasher, bits: int | None, clips: data.Clips | None = None) -> scores.Found:
        clips = clips or self._pooled(hasher, self._originals)
        of = data.videos(clips, hasher.embed(clips.values))
        codes = None if bits is None else (hasher.codes(clips.values, bits),) * 2
        return scores.ranked(scores.product_distances(of, of, codes), self._split)

    def _re_ranked(self, hasher: Hasher, bits: int) -> scores.Found:
        clips = self._pooled(hasher, self._originals)
        of = data.videos(clips, hasher.embed(clips.values))
        codes = (hasher.codes(clips.values, bits),) * 2
        return scores.ranked(scores.re_ranked_distances(of, of, codes), self._split)

    def _pure(self, hasher: Hasher, bits: int, clips: data.Clips | None = None) -> scores.Found:
        clips = clips or self._pooled(hasher, self._originals)
        of = data.videos(clips, hasher.embed(clips.values))
        distances = scores.pure_distances(of, of, (hasher.codes(clips.values, bits),) * 2)
        return scores.left_to_chance(distances, self._split)

    def _summed(self, found: scores.Found) -> Result:
        answerable = self._split.relevant > 0
        precision, top5 = (np.where(answerable, values, np.nan) for values in (found.precision, found.top5))
        motion = np.where(np.isin(self.labels, MOTION), precision, np.nan)
        return {
            "map": scores.summed(precision, self.recordings),
            "top5": scores.summed(top5, self.recordings),
            "motion": scores.summed(motion, self.recordings),
        }


def _speed(name: str, paths: Sequence[str]) -> Result:
    """Clips of 16 decoded frames encoded in a second of one core, the best of the rounds."""
    card = card_of(name)
    chosen = paths[:: max(1, len(paths) // SPEED_CLIPS)]
    segments = []
    for path in chosen:
        request = DecodeRequest(
            str(SHARED / "videos" / path), card.frames, card.side, 8000, 4000, remove_bars=card.remove_bars
        )
        segments.append(decode_segments(request).segments[0].frames)
    table: Result = {}
    for precision in ("bfloat16", "float32"):
        encoder = load_encoder(card, "cpu", precision)
        encoder(segments[0])
        taken = []
        for _ in range(SPEED_ROUNDS):
            started = clock()  # of all threads, so that it counts cores
            for frames in segments:
                encoder(frames)
            taken.append(clock() - started)
        table[precision] = {"clips_a_second": len(segments) / min(taken), "runtime": str(encoder.info)}
    return table


def _print(result: Result, peers: Sequence[str]) -> None:
    headers = (
        *("codes, ties by features", "mAP", "95 %", "P@5", "95 %", "motion mAP"),
        *("pure Hamming: mAP", "P@5", "re-ranked: mAP", "P@5", "motion", *peers),
    )
    rows = []
    for name, cells in {**result["retrieval"], **result["controls"]}.items():
        found, pure = cells["product"], cells.get("pure")
        row = [name, *_cells(found["map"]), *_cells(found["top5"]), f"{found['motion']['mean']:.3f}"]
        row += [f"{pure[m]['mean']:.3f}" for m in ("map", "top5")] if pure else ["", ""]
        default = cells.get("default")
        row += [f"{default[m]['mean']:.3f}" for m in ("map", "top5", "motion")] if default else ["", "", ""]
        for peer in peers:
            row.append(f"{found['map']['mean'] / result['retrieval'][peer]['product']['map']['mean']:.2f}x")
        rows.append(row)
    print(tabulate(rows, headers=headers, disable_numparse=True))
    if result["copies"]:
        print()
        _print_copies(result["copies"], peers)
    for precision, found in result.get("speed", {}).items():
        print(f"{precision}: {found['clips_a_second']:.1f} clips of 16 frames a CPU second, {found['runtime']}")


def _print_copies(copies: Result, peers: Sequence[str]) -> None:
    lengths = list(next(iter(copies.values())))
    rows = [
        [COPIES[kind].title, *(_recall(found[length]) for length in lengths), *_below(found, peers)]
        for kind, found in copies.items()
    ]
    means = []
    for length in lengths:
        rules = next(iter(copies.values()))[length]
        means.append(" / ".join(f"{np.mean([c[length][rule]['mean'] for c in copies.values()]):.3f}" for rule in rules))
    rows.append(["mean", *means, ""])
    headers = ("recall@1, re-ranked / ties by features / by chance", *lengths, "below a peer")
    print(tabulate(rows, headers=headers, disable_numparse=True))


def _below(found: Result, peers: Sequence[str]) -> list[str]:
    best = max((found[peer]["product"]["mean"] for peer in peers), default=0.0)
    ours = {name: cells.get("default", cells["product"])["mean"] for name, cells in found.items() if name not in peers}
    return [", ".join(name for name, mean in ours.items() if mean < best) if peers else ""]


def _recall(cells: Result) -> str:
    return " / ".join(f"{found['mean']:.3f}" for found in cells.values())


def _cells(found: Result) -> tuple[str, str]:
    return f"{found['mean']:.3f}", "–".join(f"{end:.3f}" for end in found["interval95"])
