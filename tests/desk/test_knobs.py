"""Category masks, re-ranking and marks as the desk offers them, on clips made on the spot."""

from __future__ import annotations

import dataclasses
import shutil
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from tests.conftest import write_clip
from vhdesk.desk import Desk, IndexOptions, QueryIdentity, SearchOptions
from vhdesk.errors import BadInput
from vhdesk.library.notes import Notes
from vhdesk.search.results import Par
from vhdesk.settings import Settings
from vhdesk.systems.desk import HASHER_FILE, load_categories

LABELS = IndexOptions(label_from_folder=True)
ALL_SURE = 0.0


def write_videos(folder: Path) -> None:
    for number in range(4):
        for label, seed in (("garden", number), ("street", 10 + number)):
            write_clip(folder / label / f"{number}.mp4", seed=seed, frames=12, fps=6, size=(96, 72))


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """Two kinds of four videos, and a library that knows their labels."""
    place = tmp_path_factory.mktemp("made")
    write_videos(place / "videos")
    with Desk(place / "l.vhdesk", Settings(), remember=False) as desk:
        desk.open()
        desk.index([place / "videos"], LABELS)
    return place


@pytest.fixture
def desk(made, tmp_path):
    """On a copy of that library."""
    shutil.copy(made / "l.vhdesk", tmp_path / "l.vhdesk")
    with Desk(tmp_path / "l.vhdesk", Settings()) as desk:
        desk.open()
        yield desk


@pytest.fixture
def clip(made) -> Path:
    return made / "videos" / "street" / "2.mp4"


def order(response) -> list[tuple[int, int]]:
    return [(result.video_id, result.hamming) for result in response.results]


def test_an_index_run_learns_the_labels_and_masks_use_them(desk, clip):
    assert desk.category_names(64) == desk.category_names(256) == ("garden", "street")
    plain = desk.search(clip)
    found = desk.search(clip, SearchOptions(mask_ratio=0.5, mask_confidence=ALL_SURE))
    assert (found.mask_ratio, found.category_source) == (0.5, "labels")
    (category,) = found.categories
    assert (category.name, category.used, category.counted_bits) == ("street", True, 32)
    assert 0.5 < category.confidence <= 1
    assert {result.counted_bits for result in found.results} == {32}
    assert found.results[0].path == str(clip)
    assert plain.categories == ()
    assert (plain.mask_ratio, plain.category_source) == (None, None)
    document = found.to_json()
    assert document["mask_ratio"] == 0.5
    assert document["categories"][0]["name"] == "street"


def test_all_bits_are_the_plain_search(desk, clip):
    for bits in (16, 64):
        plain = desk.search(clip, SearchOptions(bits=bits))
        full = desk.search(clip, SearchOptions(bits=bits, mask_ratio=1.0))
        assert plain.results == full.results


def test_what_is_learned_leaves_no_journal_behind(made):
    assert not (made / "l.vhdesk-wal").exists() or not (made / "l.vhdesk-wal").stat().st_size


def test_where_the_category_is_unsure_all_bits_count_and_it_says_so(desk, clip):
    plain = desk.search(clip, SearchOptions())
    found = desk.search(clip, SearchOptions(mask_ratio=0.3, mask_confidence=1.0))
    assert [(c.used, c.counted_bits) for c in found.categories] == [(False, 64)]
    assert found.results == plain.results


def test_without_categories_a_mask_is_refused_with_the_remedy(made, clip, tmp_path):
    with Desk(tmp_path / "other.vhdesk", Settings()) as desk:
        desk.open()
        desk.index([made / "videos"])
        assert desk.category_names(64)[0] == "cluster 1"  # those that ship
        desk._loaded = dataclasses.replace(desk.system(), categories={})
        assert desk.category_names(64) == ()
        with pytest.raises(BadInput, match="--label-from-folder"):
            desk.search(clip, SearchOptions(mask_ratio=0.5))
        with pytest.raises(BadInput, match="at least two labels, and there are 0"):
            desk.learn_categories()
        desk.index([made / "videos"], LABELS)  # labels that come later are learned
        assert desk.search(clip, SearchOptions(mask_ratio=0.5)).category_source == "labels"


def shipped(tmp_path: Path, desk: Desk, bits: int = 64):
    """A system whose hasher file holds pseudo-categories of one length."""
    system = desk.system()
    folder = tmp_path / "desk"
    folder.mkdir()
    random = np.random.default_rng(0)
    tensors = load_file(system.card.file(HASHER_FILE)) | {
        f"categories_weight_{bits}": random.standard_normal((3, bits)).astype("f4"),
        f"categories_bias_{bits}": np.zeros(3, "f4"),
    }
    tensors = {
        name: tensor for name, tensor in tensors.items() if not name.startswith("categories") or str(bits) in name
    }
    save_file(tensors, folder / HASHER_FILE)

    digest = sha256((folder / HASHER_FILE).read_bytes()).hexdigest()
    return dataclasses.replace(system.card, folder=folder, files=system.card.files | {HASHER_FILE: digest})


def test_categories_that_come_with_the_system_serve_until_labels_are_learned(desk, clip, tmp_path):
    found = load_categories(shipped(tmp_path, desk))
    assert {bits: len(categories.names) for bits, categories in found.items()} == {64: 3}
    desk._loaded = dataclasses.replace(desk.system(), categories=found)
    options = SearchOptions(mask_ratio=0.5, mask_confidence=ALL_SURE)
    assert desk.search(clip, options).category_source == "labels"
    with desk._library.writer() as writer:
        writer.set_labels(dict.fromkeys(range(1, 9)))
    desk.index([], IndexOptions())  # the labels are put back from the folders' names, and learned
    assert desk.category_names(64) == ("garden", "street")
    Notes(desk._library).store_categories(desk.system().fingerprint, [])
    answer = desk.search(clip, options)
    assert answer.category_source == "clusters"
    assert answer.categories[0].name.startswith("cluster ")
    with pytest.raises(BadInput, match="A mask ratio of"):
        desk.search(clip, dataclasses.replace(options, bits=16))
    learned = desk.learn_categories()
    assert (learned.labels, learned.segments, learned.bits) == (("garden", "street"), 8, (16, 32, 64, 128, 256, 512))
    assert desk.search(clip, options).category_source == "labels"


def test_changed_labels_are_learned_anew_and_damaged_ones_are_not_used(desk, clip, monkeypatch):
    digest = Notes(desk._library).labels_digest()
    with desk._library.writer() as writer:
        writer.set_labels({1: "third"})
    assert Notes(desk._library).labels_digest() != digest
    progress = []
    learned = desk.learn_categories(on_progress=lambda done, total: progress.append((done, total)))
    assert "third" in learned.labels
    assert progress[-1] == (1200, 1200)
    assert desk.category_names(64) == learned.labels
    with desk._library.writer() as writer:
        writer._db.execute("UPDATE category_mask SET weights = zeroblob(length(weights)) WHERE bits = 64")
    shipped_names = desk.system().categories
    assert desk.category_names(64) == (shipped_names[64].names if 64 in shipped_names else ())
    assert desk.category_names(32) == learned.labels


def test_re_ranking_through_the_desk(desk, clip):
    plain = desk.search(clip, SearchOptions())
    found = desk.search(clip, SearchOptions(par_k=5, par_threshold=-1.0))
    assert (found.par.considered, found.par.kept, found.par.fell_back) == (5, 5, False)
    assert [r.distance for r in found.results] == sorted(r.distance for r in found.results)
    rank = {r.video_id: r.rank for r in plain.results}
    assert [r.rank_before for r in found.results] == [rank[r.video_id] for r in found.results]
    nothing = desk.search(clip, SearchOptions(par_k=5, par_threshold=1.0))
    assert [r.video_id for r in nothing.results] == [r.video_id for r in found.results]
    assert not any(r.passed for r in nothing.results)
    assert nothing.notes == ("None of the 5 nearest has a cosine above 1: they are shown all the same.",)
    assert nothing.to_json()["par"] == {
        "k": 5, "threshold": 1.0, "exact": False, "considered": 5, "kept": 0, "fell_back": True,
    }  # fmt: skip
    assert plain.to_json()["par"] == {"k": None, "threshold": None}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"mask_ratio": 0}, "above 0 and at most 1"),
        ({"mask_ratio": 1.5}, "not 1.5"),
        ({"mask_ratio": float("nan")}, "not nan"),
        ({"mask_confidence": 2.0}, "from 0 to 1"),
        ({"par_k": 0}, "from 1 to 10000, not 0"),
        ({"par_threshold": -1.5}, "cosine from -1 to 1"),
    ],
)
def test_values_out_of_bounds(desk, clip, options, sentence):
    with pytest.raises(BadInput, match=sentence):
        desk.search(clip, SearchOptions(**options))


def test_settings_become_options():
    settings = Settings().replace("search", mask_ratio=0.5, par=True, par_k=30, par_threshold=0.7, bits=128)
    options = SearchOptions.of(settings.search, from_ms=5)
    assert (options.mask_ratio, options.par_k, options.par_threshold, options.bits) == (0.5, 30, 0.7, 128)
    assert options.from_ms == 5
    assert SearchOptions.of(Settings().search).par == Par(100, 0.15)
    assert SearchOptions.of(Settings().replace("search", par=False).search).par is None
    assert Settings().replace("search", mask_ratio=1).search.mask_ratio == 1
    with pytest.raises(BadInput, match=r"search\.mask_ratio goes from 0\.01 to 1\.0"):
        Settings().replace("search", mask_ratio=0.0)


def test_marks_are_honoured_and_taken_back(desk, clip):
    first = desk.search(clip)
    best, second = first.results[:2]
    desk.mark(first.identity, second.video_id, "no")
    desk.mark(first.identity, best.video_id, "yes")
    found = desk.search(clip)
    assert [r.video_id for r in found.results] == [r.video_id for r in first.results if r.video_id != second.video_id]
    assert found.results[0].mark == "yes"
    assert found.left_out == 1
    assert found.notes == ("1 video that you marked as no match is left out.",)
    assert desk.marks(first.identity) == {second.video_id: "no", best.video_id: "yes"}
    assert len(desk.search(clip, SearchOptions(from_ms=500)).results) == 8  # another part of it is another query
    assert len(desk.search(clip.with_name("1.mp4")).results) == 8
    desk.mark(first.identity, second.video_id, None)
    desk.mark(first.identity, best.video_id, None)
    assert order(desk.search(clip)) == order(first)
    with pytest.raises(BadInput, match="yes or no, not as 'maybe'"):
        desk.mark(first.identity, best.video_id, "maybe")
    with pytest.raises(BadInput, match="no longer in the library"):
        desk.mark(first.identity, 10_000, "no")


def test_the_part_of_a_query_is_what_was_asked_for():
    parts = [QueryIdentity("x", *times).part for times in ((None, None), (0, None), (5, None), (None, 7), (5, 7))]
    assert parts == ["", "", "5-", "0-7", "5-7"]


def test_marks_go_with_the_contents_through_moves_compacting_and_a_rebuild(made, tmp_path):
    shutil.copytree(made / "videos", tmp_path / "videos")
    with Desk(tmp_path / "l.vhdesk", Settings()) as desk:
        desk.open()
        desk.index([tmp_path / "videos"], LABELS)
        clip = tmp_path / "videos" / "street" / "2.mp4"
        first = desk.search(clip)
        marked = Path(first.results[1].path)
        desk.mark(first.identity, first.results[1].video_id, "no")
        marked = marked.rename(marked.with_name("moved elsewhere.mp4"))
        query = shutil.copy(clip, tmp_path / "the same query.mp4")
        desk.index([tmp_path / "videos"], LABELS)

        def shown() -> list[str]:
            return [result.path for result in desk.search(Path(query)).results]

        assert len(shown()) == 7
        assert str(marked) not in shown()
        desk.maintenance().compact(purge_missing=True)
        assert str(marked) not in shown()
        desk.rebuild()
        assert len(shown()) == 7
        assert str(marked) not in shown()
        assert desk.category_names(64) == ("garden", "street")  # what was learned is kept, too
        marks = desk.marks(desk.identify(Path(query)))
        desk.mark(desk.identify(Path(query)), next(iter(marks)), None)
        assert str(marked) in shown()


def test_a_mark_can_be_set_while_the_library_is_being_written(desk, clip):
    first = desk.search(clip)
    with desk._library.writer():
        desk.mark(first.identity, first.results[0].video_id, "no")
        assert desk.search(clip).left_out == 1
