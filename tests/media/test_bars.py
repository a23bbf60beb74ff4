import csv
from dataclasses import replace

import numpy as np
import pytest
import simplejpeg

from tests.conftest import draw_frame, settled, shared, write_clip
from vhdesk.media import alterations
from vhdesk.media.bars import CLEAR, NONE, Bars, common_bars, cut_anew, look
from vhdesk.media.decode import DecodeRequest, decode_segments
from vhdesk.media.samples import writing

SIDE = 128


def read(path, **changes):
    request = DecodeRequest(str(path), frames=16, side=SIDE, segment_ms=8000, overlap_ms=4000, remove_bars=True)
    return decode_segments(replace(request, **changes))


def film(path, frames, fps=25):
    """Write ``[T, H, W, 3]``."""
    with writing(path, fps, 20) as write:
        for index, frame in enumerate(frames):
            write(frame, index / fps)
    return settled(path)


def scene(count=40, seed=3, size=(320, 180)):
    return np.stack([draw_frame(seed, index, *size) for index in range(count)])


def padded(frames, top=0, bottom=0, left=0, right=0, colour=(0, 0, 0)):
    count, height, width, _ = frames.shape
    canvas = np.empty((count, height + top + bottom, width + left + right, 3), np.uint8)
    canvas[:] = colour
    canvas[:, top : top + height, left : left + width] = frames
    return canvas


def difference(a, b):
    return float(np.abs(a.astype(float) - b.astype(float)).mean())


BARRED = {
    "letterbox": {"top": 20, "bottom": 20},
    "pillarbox": {"left": 30, "right": 30},
    "windowbox": {"top": 16, "bottom": 16, "left": 28, "right": 28},
    "more below": {"top": 10, "bottom": 24},
    "above only": {"top": 24},
    "right only": {"right": 36},
    "blue": {"top": 20, "bottom": 20, "colour": (20, 40, 120)},
    "white": {"left": 30, "right": 30, "colour": (255, 255, 255)},
}


@pytest.mark.parametrize("name", BARRED)
def test_a_clip_with_bars_gives_the_pictures_of_the_clip_without(tmp_path, name):
    clean = read(film(tmp_path / "clean.mp4", scene())).segments[0]
    barred = film(tmp_path / "barred.mp4", padded(scene(), **BARRED[name]))
    found = read(barred).segments[0]
    assert difference(found.frames, clean.frames) < 8
    if "top" in BARRED[name]:  # at the sides alone they lie outside of the centre square
        assert difference(read(barred, remove_bars=False).segments[0].frames, clean.frames) > 15


def test_a_clip_without_bars_gives_the_same_pictures_to_the_bit(tmp_path):
    path = write_clip(tmp_path / "a.mp4", frames=60)
    for left, kept in zip(read(path).segments, read(path, remove_bars=False).segments, strict=True):
        assert np.array_equal(left.frames, kept.frames)


def night(count):
    frames = np.full((count, 180, 320, 3), 6, np.uint8)
    for index, frame in enumerate(frames):
        for x in range(20, 180, 40):
            frame[60 + x // 8 : 64 + x // 8, x + index % 7 : x + 4 + index % 7] = (250, 230, 160)
    return frames


def wall_with_person(count):
    """A wall that is one colour to both sides of somebody who walks along it."""
    frames = np.full((count, 180, 320, 3), 235, np.uint8)
    for index, frame in enumerate(frames):
        frame[20:, 120 + index % 30 : 160 + index % 30] = draw_frame(4, index, 40, 160)
    return frames


def sky(count):
    frames = scene(count)
    frames[:, :40] = (120, 170, 250)
    return frames


def stage(count):
    frames = np.zeros((count, 180, 320, 3), np.uint8)
    for index, frame in enumerate(frames):
        frame[50:, 110 + index % 20 : 190 + index % 20] = draw_frame(5, index, 80, 130)
    return frames


def vignette(count):
    y, x = np.mgrid[-1:1:180j, -1:1:320j]
    fall = np.clip(1.15 - np.hypot(x * 0.9, y) ** 2, 0, 1)[..., None]
    return (scene(count) * fall).astype(np.uint8)


def black(count):
    return np.zeros((count, 180, 320, 3), np.uint8)


@pytest.mark.parametrize("make", [night, wall_with_person, sky, stage, vignette, black])
def test_what_is_dark_or_of_one_colour_is_not_cut(tmp_path, make):
    path = film(tmp_path / "a.mp4", make(40))
    found, kept = read(path).segments, read(path, remove_bars=False).segments
    assert [s.aside for s in found] == [s.aside for s in kept]
    for a, b in zip(found, kept, strict=True):
        assert np.array_equal(a.frames, b.frames)


def test_pictures_that_end_in_black_by_themselves_do_not_widen_the_bars(tmp_path):
    dim = scene()
    dim[:20, :24] = 0  # half of the clip is black above its own middle
    clean = read(film(tmp_path / "clean.mp4", dim)).segments[0]
    found = read(film(tmp_path / "barred.mp4", padded(dim, top=20, bottom=20))).segments[0]
    assert difference(found.frames, clean.frames) < 8


def test_black_pictures_say_nothing_of_bars(tmp_path):
    frames = padded(scene(), top=20, bottom=20)
    frames[:15] = 0
    found = read(film(tmp_path / "a.mp4", frames)).segments[0].frames
    assert found[0].max() < 20
    clean = read(film(tmp_path / "clean.mp4", scene())).segments[0].frames
    assert difference(found[8:], clean[8:]) < 8


def test_bars_that_come_and_go_are_not_taken_off_a_shot_without_cuts(tmp_path):
    frames = padded(scene(), top=20, bottom=20)
    frames[20:] = alterations.resized(scene()[20:], *frames.shape[1:3])
    path = film(tmp_path / "a.mp4", frames)
    (found,), (kept,) = read(path).segments, read(path, remove_bars=False).segments
    assert np.array_equal(found.frames, kept.frames)


def test_a_shot_with_bars_between_shots_without(tmp_path):
    barred = padded(scene(75, seed=1), top=20, bottom=20)
    plain = alterations.resized(255 - scene(75, seed=9), *barred.shape[1:3])
    found = read(film(tmp_path / "a.mp4", np.concatenate([barred, plain]))).segments
    clean = read(film(tmp_path / "clean.mp4", scene(75, seed=1))).segments[0]
    assert len(found) == 2
    assert difference(found[0].frames[1].astype(float), clean.frames[2]) < 12


def test_every_recipe_takes_them_off(tmp_path):
    import av

    for name, frames in (("clean", scene(250)), ("barred", padded(scene(250), top=20, bottom=20))):
        with av.open(str(tmp_path / f"{name}.mp4"), "w") as container:
            stream = container.add_stream("libx264", rate=25, options={"preset": "ultrafast", "crf": "18"})
            stream.height, stream.width, stream.pix_fmt = *frames.shape[1:3], "yuv420p"
            stream.codec_context.gop_size = 5
            for frame in frames:
                container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
            container.mux(stream.encode())
    for level, recipe in (("exact", "exact"), ("fast", "keyframes")):
        clean, barred = (read(tmp_path / f"{name}.mp4", decode=level) for name in ("clean", "barred"))
        assert barred.recipe == recipe
        assert difference(barred.segments[0].frames, clean.segments[0].frames) < 8


def test_turned_videos_and_pictures_too(tmp_path):
    for name, frames in (("clean", scene()), ("barred", padded(scene(), left=30, right=30))):
        picture = np.ascontiguousarray(frames[0])
        (tmp_path / f"{name}.jpg").write_bytes(simplejpeg.encode_jpeg(picture, quality=95))
        film(tmp_path / f"{name}.mp4", frames)
        turned(tmp_path / f"{name}.mp4", tmp_path / f"{name}_turned.mp4")
    for kind in (".jpg", "_turned.mp4"):
        clean, barred = (read(tmp_path / f"{name}{kind}").segments[0].frames for name in ("clean", "barred"))
        assert difference(barred, clean) < 8


def turned(source, target):
    """The same packets in a file that says: turn by 90 degrees."""
    import av

    with av.open(str(source)) as container, av.open(str(target), "w") as written:
        stream = written.add_stream_from_template(container.streams.video[0])
        stream.set_display_rotation(90)
        for packet in container.demux(container.streams.video[0]):
            if packet.dts is not None:
                packet.stream = stream
                written.mux(packet)


def test_thumbnails_stay_whole(tmp_path):
    path = film(tmp_path / "a.mp4", padded(scene(), top=20, bottom=20))
    assert simplejpeg.decode_jpeg(read(path).segments[0].thumbnail).shape == (220, 320, 3)


def test_a_look_at_one_picture():
    frame = scene(1)[0]
    assert look(frame) is CLEAR
    assert look(np.zeros((64, 64, 3), np.uint8)) is None
    found = look(padded(frame[None], top=12, bottom=18)[0])
    assert found.bars.near(Bars(12 / 210, 18 / 210, 0, 0))
    assert common_bars([found, None]) == found.bars
    assert common_bars([found, CLEAR]) == NONE
    assert common_bars([None]) == NONE


def test_a_picture_cut_by_other_bars_is_cut_anew():
    frame = scene(1, size=(160, 120))[0]
    whole = padded(frame[None], top=30, bottom=30)[0]
    right = Bars(1 / 6, 1 / 6, 0, 0)
    wanted = alterations.resized(frame[None], SIDE, round(SIDE * 160 / 120))[0]
    for top in (20, 40):  # once too little was taken off, once too much, which was black as well
        dark = whole.copy()
        dark[30:40] = 0 if top == 40 else dark[30:40]
        cut = Bars(top / 180, 1 / 6, 0, 0)
        found = cut_anew(dark[top : 180 - 30], cut, right, np.zeros(3), SIDE)
        expected = alterations.resized(dark[None, 30:150], SIDE, wanted.shape[1])[0]
        assert found.shape == expected.shape
        assert difference(found, expected) < 3


# The clips of the corpus that have black bars, or a black border, by themselves: samples of every kind were looked at.
BARRED_MAKEUP = {"02", "04", "07", "08", "09", "11", "12", "14", "16", "17", "18", "19", "22", "23", "24"}
BARRED_OTHERS = {
    *(f"fi{number:03}" for number in (26, 27, 28, 29, 30, 65, 66, 67, 78, 79, 80)),
    *(f"nofi{number:03}" for number in (57, 58, 59, 60, 96, 97, 98, 100, 101, 119, 123, 134, 148, 149)),
    "wlasl_69300_done",
}


def has_bars(path):
    stem = path.rpartition("/")[2].removesuffix(".mp4")
    return stem in BARRED_OTHERS or (stem.startswith("ucf_v") and stem.split("_g")[1][:2] in BARRED_MAKEUP)


def test_real_clips_are_cut_only_where_they_have_bars():
    root = shared("videos", "labelled").parent
    with (root / "MANIFEST.csv").open(encoding="utf-8") as file:
        paths = [row["path"] for row in csv.DictReader(file) if row["path"].startswith("labelled/")]
    for path in paths[3::14]:
        found, kept = read(root / path).segments, read(root / path, remove_bars=False).segments
        same = len(found) == len(kept) and all(
            np.array_equal(a.frames, b.frames) for a, b in zip(found, kept, strict=True)
        )
        assert same != has_bars(path), path


@pytest.mark.parametrize("path", ["cctv_no_fight/nofi074.mp4", "kick", "vehicles"])
def test_a_real_clip_with_bars_gives_nearly_the_same_pictures(tmp_path, path):
    found = shared("videos", "labelled", path)
    clip = found if found.is_file() else sorted(found.iterdir())[0]
    from vhdesk.media.samples import alter_clip

    alter_clip(clip, tmp_path / "barred.mp4", bars=0.15)
    # exact: which frames can be left out differs between the two files
    clean, barred = (read(p, decode="exact").segments[0].frames for p in (clip, tmp_path / "barred.mp4"))
    assert difference(clean, barred) < 8
