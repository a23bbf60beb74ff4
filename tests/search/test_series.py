"""Thirty episodes with one intro, by the real system: an intro neither floods answers nor makes copies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.search.scenes import different_scenes, write_scenes
from tests.search.test_near_copies import named
from vhdesk.desk import Desk, SearchOptions
from vhdesk.media.samples import alter_clip

pytestmark = pytest.mark.slow

EPISODES = 30
INTRO = (0, 10.0)


@pytest.fixture(scope="module")
def series(tmp_path_factory, encoder_cache):
    """An indexed library: 30 episodes with one intro, and one episode's scenes with other scenes around them."""
    folder = tmp_path_factory.mktemp("series")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VHDESK_HOME", str(encoder_cache.parent))
        first, second, *others = ((number, 6.0) for number in different_scenes(3 + 3 * EPISODES)[1:])
    own = [others[3 * episode : 3 * episode + 3] for episode in range(EPISODES)]
    for episode in range(EPISODES):
        write_scenes(folder / "v" / f"episode{episode:02}.mp4", [INTRO, *own[episode]])
    write_scenes(folder / "other_cut.mp4", [first, *own[7][:2], second])
    alter_clip(folder / "other_cut.mp4", folder / "v" / "similar.mp4", crop=0.95, gain=0.85, crf=30)
    write_scenes(folder / "intro.mp4", [INTRO], crf=30)
    alter_clip(folder / "v" / "episode07.mp4", folder / "query.mp4", width=144, crf=28)
    return folder


@pytest.fixture
def desk(series, tmp_path):
    kept = series / "l.vhdesk"
    with Desk(kept) as desk:
        desk.open()
        if not desk.summary().videos:
            desk.index([series / "v"])
        yield desk


def test_an_intro_does_not_put_other_episodes_before_a_really_similar_video(desk, series):
    answer = desk.search(series / "query.mp4")
    names = [Path(result.path).name for result in answer.results]
    assert sorted(names[:2]) == ["episode07.mp4", "similar.mp4"]
    assert any("Very many videos show this part of the query (0–" in note for note in answer.notes)
    distances = {Path(result.path).name: result.hamming for result in answer.results}
    # The others are there, and what is shown of them is what was measured.
    assert min(distance for name, distance in distances.items() if name.startswith("episode")) <= 4


def test_a_query_that_is_the_intro_alone_lists_every_episode(desk, series):
    answer = desk.search(series / "intro.mp4", SearchOptions(top=EPISODES))
    assert len({result.path for result in answer.results if "episode" in result.path}) == EPISODES
    assert answer.results[0].hamming <= answer.results[-1].hamming <= 8
    assert not answer.notes


def test_a_common_intro_makes_no_two_episodes_copies(desk):
    together = {name for names in named(desk.duplicates()) for name in names}
    assert together <= {"episode07.mp4", "similar.mp4"}


def test_a_copy_of_an_episode_is_found_among_the_others(desk, series, tmp_path):
    shutil.copytree(series / "v", tmp_path / "v")
    alter_clip(series / "v" / "episode21.mp4", tmp_path / "v" / "copy.mp4", width=112, crf=30)
    with Desk(tmp_path / "l.vhdesk") as other:
        other.open()
        other.index([tmp_path / "v"])
        groups = {names[0]: names[1:] for names in named(other.duplicates())}
    assert groups.pop("episode21.mp4") == ("copy.mp4",)
    assert set(groups) <= {"episode07.mp4"}
