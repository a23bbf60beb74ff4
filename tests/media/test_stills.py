from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import simplejpeg

from tests.conftest import shared, write_clip, write_picture
from vhdesk.desk.frames import FrameReader
from vhdesk.errors import BadInput, Interrupted, UnreadableFile
from vhdesk.media.stills import MOST_PICTURES, Stills, StillsRequest, read_stills
from vhdesk.settings import IndexingSettings

STEP = 6


@pytest.fixture(params=[0, 2], ids=["in order", "reordered"])
def levels(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Ten seconds at 10 frames a second, each of one grey level that tells its number."""
    import av

    path = tmp_path / "levels.mp4"
    options = {"qp": "4", "bf": str(request.param), "sc_threshold": "0"}
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=10, options=options)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        stream.codec_context.gop_size = 20
        for index in range(100):
            picture = np.full((48, 64, 3), index % 40 * STEP, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return path


def numbers(stills: Stills) -> list[int]:
    levels = [simplejpeg.decode_jpeg(still.jpeg).mean() for still in stills.pictures]
    return [round(level / STEP) for level in levels]


def test_moments_give_what_is_shown_then(levels):
    moments = (0, 149, 150, 2000, 2010, 4090, 9899, 9950)
    stills = read_stills(StillsRequest(str(levels), 64, moments))
    assert numbers(stills) == [moment // 100 % 40 for moment in moments]
    assert [still.time_ms for still in stills.pictures] == [moment // 100 * 100 for moment in moments]
    assert stills.info.duration_ms == stills.length_ms == 10_000


def test_a_moment_alone_is_found_as_well(levels):
    for moment in (1999, 2001, 4000, 8050):
        assert numbers(read_stills(StillsRequest(str(levels), 64, (moment,)))) == [moment // 100 % 40]


def test_moments_behind_the_end_give_the_last_picture(levels):
    stills = read_stills(StillsRequest(str(levels), 64, (9000, 12_000, 60_000)))
    assert numbers(stills) == [10, 19, 19]


def test_a_tolerance_takes_an_earlier_picture_but_none_too_early(levels):
    moments = (1700, 3300, 5900)
    stills = read_stills(StillsRequest(str(levels), 64, moments, tolerance_ms=800))
    for still, moment in zip(stills.pictures, moments, strict=True):
        assert moment - 800 <= still.time_ms <= moment


def test_a_stretch_gives_every_picture(levels):
    stills = read_stills(StillsRequest(str(levels), 64, (1950,), until_ms=2500))
    assert [still.time_ms for still in stills.pictures] == [1900, 2000, 2100, 2200, 2300, 2400]
    assert stills.until_ms == 2500
    following = read_stills(StillsRequest(str(levels), 64, (0,), until_ms=10_000))
    assert len(following.pictures) == MOST_PICTURES
    assert following.until_ms == following.pictures[-1].time_ms + 100


def test_a_turned_video_and_a_picture_are_upright_and_not_enlarged(tmp_path):
    turned = write_clip(tmp_path / "turned.mp4", frames=10, rotation=90)
    (still,) = read_stills(StillsRequest(str(turned), 80, (100,))).pictures
    assert simplejpeg.decode_jpeg(still.jpeg).shape == (80, 60, 3)
    stills = read_stills(StillsRequest(str(write_picture(tmp_path / "a.jpg")), 800, (0, 5000)))
    assert stills.info.duration_ms == 0
    assert simplejpeg.decode_jpeg(stills.pictures[1].jpeg).shape == (120, 160, 3)


def test_what_is_no_video_says_so(tmp_path):
    (tmp_path / "a.mp4").write_text("no video")
    with pytest.raises(UnreadableFile):
        read_stills(StillsRequest(str(tmp_path / "a.mp4"), 64, (0,)))


def test_real_files_give_pictures_at_moments_in_order():
    for path in sorted(shared("videos", "labelled", "hug").iterdir())[:3]:
        whole = read_stills(StillsRequest(str(path), 96, (0,)))
        moments = tuple(whole.length_ms * share // 5 for share in range(5))
        stills = read_stills(StillsRequest(str(path), 96, moments, length_ms=whole.length_ms))
        times = [still.time_ms for still in stills.pictures]
        assert times == sorted(times)
        assert all(moment - 100 <= time <= moment for time, moment in zip(times[1:], moments[1:], strict=True))


def test_a_reader_answers_from_a_process_and_ends_it(tmp_path):
    clip = write_clip(tmp_path / "a.mp4", frames=50)
    reader = FrameReader(IndexingSettings())
    assert len(reader.pictures(str(clip), (0, 1000), side=64).pictures) == 2
    stretch = reader.stretch(str(clip), 1000, 1500, side=64)
    assert stretch.pictures[0].time_ms == 1000
    with pytest.raises(BadInput):
        reader.pictures(str(tmp_path / "none.mp4"), (0,), side=64)
    reader.close()
    with pytest.raises(Interrupted):
        reader.pictures(str(clip), (0,), side=64)
