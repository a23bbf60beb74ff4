"""Quality on a library: the search engine answers, recordings are hidden, labels are the user's own."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from tests.library.test_library import facts
from vhdesk.errors import BadInput, Interrupted
from vhdesk.evaluation.groups import default_group, read_groups
from vhdesk.evaluation.job import evaluate_library
from vhdesk.evaluation.library_run import MAX_QUERIES, Contestant, draw, engine_ranker, split_of
from vhdesk.evaluation.options import MASK_RATIOS, EvaluateOptions
from vhdesk.evaluation.protocols import PROTOCOLS, protocol_of
from vhdesk.evaluation.ranking import by_distance
from vhdesk.evaluation.videos import best_pair_distances, labelled_videos
from vhdesk.library.library import Library
from vhdesk.library.rows import SegmentRecord
from vhdesk.library.writer import NewFile
from vhdesk.settings import IndexingSettings
from vhdesk.systems.system import System

SIZE, BITS = 24, (16, 64)


def fill(library: Library, system: System, videos: list[tuple[str, str | None]], *, spread=0.6, segments=1, seed=0):
    """Videos by path and label, features around a centre per label."""
    random = np.random.default_rng(seed)
    centres = {label: np.random.default_rng(len(label or "")).standard_normal(SIZE) for _, label in videos}
    with library.writer() as writer:
        root = writer.add_root("/videos", label_from_folder=True)
        number = writer.add_system("desk", "f", {})
        ids = writer.plan([NewFile(root.id, path, 10, 20, label) for path, label in videos])
        for place, (path, label) in enumerate(videos):
            records = []
            for ordinal in range(segments):
                feature = (centres[label] + spread * random.standard_normal(SIZE)).astype(np.float16)[None]
                codes = {bits: system.codes(feature, bits)[0].tobytes() for bits in BITS}
                records.append(
                    SegmentRecord(ordinal, ordinal * 4000, ordinal * 4000 + 8000, b"", feature.tobytes(), codes)
                )
            known = dataclasses.replace(facts(), content_hash=f"content {place}")
            writer.store_video(ids[path], number, known, records)


def named(labels=("cat", "horse", "elephant"), each=6) -> list[tuple[str, str | None]]:
    return [(f"/videos/{label}/{number}.mp4", label) for label in labels for number in range(each)]


def evaluate(library, system, **options):
    cancelled = options.pop("cancelled", lambda: False)
    asked = EvaluateOptions(**options)
    return evaluate_library(library, [system], asked, IndexingSettings(), None, cancelled=cancelled)


def test_every_length_is_measured_beside_its_controls(library, system):
    fill(library, system, named(each=10))
    found = evaluate(library, system)
    rows = {score.key: score for score in found.scores}
    assert {("desk", 16, None), ("desk", 64, None), ("float cosine", None, None), ("chance", None, None)} <= set(rows)
    assert ("LSH", 64, None) in rows
    assert rows["desk", 64, None].map["whole"] > 0.8 > 0.5 > rows["chance", None, None].map["whole"]
    own = [score.key for score in found.scores if not score.control]
    assert own == [("desk", bits, None) for bits in BITS] + [("desk", bits, r) for bits in BITS for r in MASK_RATIOS]
    assert rows["random mask, desk", 64, 0.8].control
    assert rows["desk", 64, 0.8].map["whole"] == pytest.approx(rows["desk", 64, None].map["whole"], abs=0.1)
    assert (found.queries, found.database, found.left_out, found.groups, found.cut) == (30, 30, 0, 30, 100)
    low, high = rows["desk", 64, None].interval95["whole"]
    assert low < rows["desk", 64, None].map["whole"] < high
    assert any("not comparable" in note for note in found.notes)
    assert any("PCA-sign of 64 bits" in note for note in found.notes)  # 30 videos are too few to fit it


@pytest.mark.parametrize("bits", BITS)
@pytest.mark.parametrize("segments", [1, 3])
def test_controls_are_ordered_by_the_rule_of_the_search_engine(library, system, bits, segments):
    fill(library, system, named(each=9), segments=segments, spread=2.0)
    videos, _ = labelled_videos(library, system, None)
    contestant = Contestant(system, (bits,), videos, videos)
    split = split_of(contestant, PROTOCOLS["library"])
    engine = engine_ranker(library, contestant, split, bits)()(slice(0, 27))
    codes = videos.codes(bits)
    rule = by_distance(best_pair_distances(videos, videos, codes, codes), split)(slice(0, 27))
    assert engine.tolist() == rule.tolist()
    assert all(query not in row for query, row in enumerate(engine.tolist()))


def test_unlabelled_videos_neither_ask_nor_count(library, system):
    fill(library, system, [*named(), *((f"/videos/{n}.mp4", None) for n in range(5))])
    found = evaluate(library, system, bits=(64,))
    assert (found.queries, found.database) == (18, 18)


def test_a_query_never_meets_its_own_recording(library, system, tmp_path):
    fill(library, system, named(labels=("cat", "horse"), each=6))
    table = tmp_path / "groups.csv"
    lines = [f"/videos/{label}/{n}.mp4,{label}{n // 3}" for label in ("cat", "horse") for n in range(6)]
    table.write_text("path,group\n" + "\n".join(lines) + "\n")
    videos, unnamed = labelled_videos(library, system, read_groups(str(table)))
    assert unnamed == 0
    split = split_of(Contestant(system, (64,), videos, videos), PROTOCOLS["library"])
    assert split.relevant.tolist() == [3] * 12
    found = evaluate(library, system, bits=(64,), groups=table)
    assert found.groups == 4


def test_copies_of_a_file_and_clips_in_one_folder_are_one_recording(library, system):
    fill(library, system, [(f"/videos/cat/{r}/{n}.mp4", "cat") for r in "ab" for n in range(3)] + named(("horse",)))
    videos, _ = labelled_videos(library, system, None)
    split = split_of(Contestant(system, (64,), videos, videos), PROTOCOLS["library"])
    assert split.relevant.tolist() == [3] * 6 + [5] * 6
    assert default_group("/videos/cat/1.mp4", "/videos", "h") == default_group("/else/2.mp4", "/else", "h")
    assert default_group("/videos/cat/a/1.mp4", None, "h") == "content h"


def test_groups_by_paths_relative_to_the_table_or_to_a_folder_of_the_library(library, system, tmp_path):
    fill(library, system, named())
    table = tmp_path / "groups.csv"
    table.write_text("\ufeffpath,seconds,group\ncat/0.mp4,3,x\ncat/1.mp4,4,x\n", encoding="utf-8")
    videos, unnamed = labelled_videos(library, system, read_groups(str(table)))
    assert unnamed == 16
    assert videos.groups[:2] == ("named x", "named x")
    found = evaluate(library, system, bits=(64,), groups=table)
    assert any("16 videos are not named" in note for note in found.notes)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a,b\n1,2\n", "columns path,group"),
        ("", "columns path,group"),
        ("path,group\n/other.mp4,x\n", "names none of the library's labelled videos"),
    ],
)
def test_a_groups_file_that_helps_nothing_says_so(library, system, tmp_path, text, sentence):
    fill(library, system, named())
    (tmp_path / "g.csv").write_text(text)
    with pytest.raises(BadInput, match=sentence):
        evaluate(library, system, bits=(64,), groups=tmp_path / "g.csv")


def test_queries_without_anything_to_find_are_left_out_and_counted(library, system):
    fill(library, system, [*named(("cat", "horse")), ("/videos/lonely/1.mp4", "lonely")])
    found = evaluate(library, system, bits=(64,))
    assert (found.queries, found.left_out, found.database) == (12, 1, 13)
    assert any(note.startswith("1 queries have no video") for note in found.notes)


@pytest.mark.parametrize(
    ("videos", "sentence"),
    [
        ([("/videos/1.mp4", None)], "This library has no labels.*--label-from-folder"),
        ([("/videos/cat/1.mp4", "cat"), ("/videos/cat/2.mp4", "cat")], "Every labelled video .* is 'cat'"),
        ([("/videos/cat/1.mp4", "cat"), ("/videos/dog/2.mp4", "dog")], "videos of two recordings"),
        ([], "no codes of 16 bits made by the system 'desk'"),
    ],
)
def test_a_library_that_cannot_be_measured_says_what_is_missing(library, system, videos, sentence):
    fill(library, system, videos)
    with pytest.raises(BadInput, match=sentence):
        evaluate(library, system)


def test_self_kept_and_left_out(library, system):
    fill(library, system, named(), spread=3.0)
    kept, without = (
        next(s for s in evaluate(library, system, bits=(64,), protocol=name).scores if s.name == "desk")
        for name in ("ssvh", "ssvh-no-self")
    )
    assert kept.precision_at[0] == (1, 1.0)  # everything finds itself first
    assert kept.map["k"] > without.map["k"]


def test_protocols_and_queries_that_do_not_go_together(library, system):
    with pytest.raises(BadInput, match="has queries of its own"):
        EvaluateOptions(protocol="ucf101").check()
    with pytest.raises(BadInput, match="leave --queries out"):
        EvaluateOptions(protocol="ssvh", queries=Path()).check()
    with pytest.raises(BadInput, match="no protocol 'trecvid'; choose one of library, ucf101"):
        protocol_of("trecvid")
    for name in ("ssvh@", "ssvh@0", "ssvh@-3", "ssvh@x"):
        with pytest.raises(BadInput, match="no cut-off"):
            protocol_of(name)
    assert protocol_of("ssvh@20").cut == 20
    assert (PROTOCOLS["ucf101"].cut, PROTOCOLS["hmdb51"].cut) == (100, 70)


def test_a_stopped_evaluation_stops(library, system):
    fill(library, system, named())
    asked = iter([False] * 3)
    with pytest.raises(Interrupted, match="Nothing was changed"):
        evaluate(library, system, cancelled=lambda: next(asked, True))


def test_of_very_many_videos_always_the_same_thousand_ask():
    assert draw(5) == [0, 1, 2, 3, 4]
    drawn = draw(10 * MAX_QUERIES)
    assert len(set(drawn)) == MAX_QUERIES
    assert drawn == sorted(drawn) == draw(10 * MAX_QUERIES)
