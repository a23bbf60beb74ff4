from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
import simplejpeg

from tests.conftest import draw_frame, shared, write_clip, write_picture
from vhdesk.errors import BadInput, UnreadableFile
from vhdesk.media.decode import DecodeReply, DecodeRequest, decode_segments
from vhdesk.media.faults import SENTENCES
from vhdesk.media.identity import content_hash
from vhdesk.media.probe import probe


def read(path: Path | str, **changes: object) -> DecodeReply:
    settings: dict = {"frames": 16, "side": 64, "segment_ms": 8000, "overlap_ms": 4000} | changes
    return decode_segments(DecodeRequest(str(path), **settings))


def test_a_short_clip_is_one_segment(tmp_path):
    reply = read(write_clip(tmp_path / "a.mp4", frames=50, size=(160, 120)))
    assert (reply.info.duration_ms, reply.info.width, reply.info.height) == (2000, 160, 120)
    (segment,) = reply.segments
    assert (segment.start_ms, segment.end_ms) == (0, 2000)
    assert segment.frames.shape == (16, 64, 64, 3)
    assert segment.frames.dtype == np.uint8
    assert simplejpeg.decode_jpeg(segment.thumbnail).shape == (120, 160, 3)
    assert reply.next_window is None
    assert reply.damage is None


def test_frames_are_those_shown_at_the_sampled_moments(tmp_path):
    # every frame is one grey level, so a picture tells its index
    import av

    path = tmp_path / "levels.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=10, options={"qp": "0", "preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv444p"
        for index in range(40):
            frame = av.VideoFrame.from_ndarray(np.full((64, 64, 3), index * 6, np.uint8), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    (segment,) = read(path, decode="exact").segments
    seen = np.rint(segment.frames.mean(axis=(1, 2, 3)) / 6).astype(int).tolist()
    assert seen == [(4000 * (2 * i + 1) // 32) // 100 for i in range(16)]


def test_a_long_video_comes_in_chunks_that_fit_together(tmp_path):
    path = write_clip(tmp_path / "long.mp4", frames=60 * 10, fps=10, gop=20)
    replies = [read(path)]
    while (following := replies[-1].next_window) is not None:
        replies.append(read(path, first_window=following))
    segments = [segment for reply in replies for segment in reply.segments]
    assert len(replies) > 1
    ordinals = [s.ordinal for s in segments]
    assert ordinals == sorted(set(ordinals))
    assert [s.start_ms for s in segments] == list(range(0, 56_000, 4000))
    assert segments[-1].end_ms == 60_000
    # the same stretch read on its own gives the same pictures, though it is reached by another seek
    alone = read(path, from_ms=40_000, to_ms=48_000).segments[0]
    assert np.array_equal(alone.frames, segments[10].frames)


def write_levels(path: Path, *, frames: int, gop: int, codec: str = "libx264") -> Path:
    """Ten frames a second, each of one grey level, so that a picture tells when it was shown."""
    import av

    options = {"crf": "10", "preset": "veryfast", "sc_threshold": "0"} if codec == "libx264" else {"crf": "10"}
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=10, options=options)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        stream.codec_context.gop_size = gop
        for index in range(frames):
            picture = np.full((64, 64, 3), level_of(index), np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return path


def level_of(index: int) -> float:
    return 20 + 0.55 * (index % 400)


@pytest.mark.parametrize(
    ("suffix", "codec"),
    [("mp4", "libx264"), ("mov", "libx264"), ("mkv", "libx264"), ("webm", "libvpx-vp9"), ("avi", "mpeg4")],
)
def test_key_frames_are_those_of_their_time(tmp_path, suffix, codec):
    path = write_levels(tmp_path / f"keys.{suffix}", frames=400, gop=5, codec=codec)
    reply = read(path)
    assert reply.recipe == "keyframes"
    assert len(reply.key_times) >= 80
    for segment in reply.segments:
        shown_ms = (segment.frames.mean(axis=(1, 2, 3)) - 20) / 0.55 * 100
        moments = segment.start_ms + 8000 * (2 * np.arange(16) + 1) / 32
        # two key frames a second; a level is true to a quarter of one. A key frame too early would be half of one off.
        assert np.abs(shown_ms - moments).max() <= 700
        assert abs((shown_ms - moments).mean()) <= 300
        assert segment.different >= 15


def write_numbers(path: Path, *, frames: int, gop: int, fps: int = 25) -> Path:
    """Every frame shows its number in ten stripes, black or white."""
    import av

    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=fps, options={"crf": "12", "preset": "veryfast"})
        stream.width, stream.height, stream.pix_fmt = 160, 64, "yuv420p"
        stream.codec_context.gop_size = gop
        for index in range(frames):
            stripes = np.array([255 * (index >> bit & 1) for bit in range(10)], np.uint8)
            picture = np.repeat(np.broadcast_to(np.repeat(stripes, 16), (64, 160))[..., None], 3, axis=2)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")))
        container.mux(stream.encode())
    return path


def numbers(segment) -> list[int]:
    """What :func:`write_numbers` wrote on frames of 128 x 170."""
    assert segment.frames.shape[1:] == (128, 170, 3)
    columns = [round((bit + 0.5) * 17) for bit in range(10)]
    light = segment.frames[:, 40:90, :, 1].mean(axis=1)[:, columns]
    assert (np.abs(light - 127) > 60).all()
    return [int(sum((row > 127) << np.arange(10))) for row in light]


CLIPS = {"sampling": "consecutive", "frames": 32, "size": (128, 170), "side": 112}


@pytest.mark.parametrize("gop", [12, 25, 500])
@pytest.mark.parametrize("decode", ["fast", "exact"])
def test_consecutive_frames_are_the_middle_ones_of_each_window(tmp_path, gop, decode):
    path = write_numbers(tmp_path / "numbers.mp4", frames=500, gop=gop)
    reply = read(path, decode=decode, **CLIPS)
    assert reply.damage is None
    assert [s.start_ms for s in reply.segments] == [0, 4000, 8000, 12_000]
    for segment in reply.segments:
        first = segment.start_ms // 40 + 84
        assert numbers(segment) == list(range(first, first + 32))
        assert segment.different == 32
    many = read(path, decode=decode, clips=3, **CLIPS).segments[1]
    starts = [100 + begin + (end - begin - 32) // 2 for begin, end in ((0, 66), (66, 133), (133, 200))]
    assert numbers(many) == [first + i for first in starts for i in range(32)]


def test_runs_read_less_than_the_whole(tmp_path, monkeypatch):
    from vhdesk.media import collect

    offered = []
    finish = collect.SegmentCollector.finish
    monkeypatch.setattr(
        collect.SegmentCollector, "finish", lambda self, **kw: (offered.append(self.offered), finish(self, **kw))[1]
    )
    path = write_numbers(tmp_path / "numbers.mp4", frames=500, gop=25)
    read(path, overlap_ms=0, **CLIPS)
    read(path, overlap_ms=0, decode="exact", **CLIPS)
    assert offered[0] < 0.6 * offered[1]


def test_a_short_clip_and_a_picture_give_every_frame_once(tmp_path):
    path = write_numbers(tmp_path / "short.mp4", frames=20, gop=10)
    (segment,) = read(path, **CLIPS).segments
    assert numbers(segment) == list(range(20))
    assert read(write_picture(tmp_path / "p.png"), **CLIPS).segments[0].frames.shape == (1, 128, 170, 3)


def test_a_file_cut_short_gives_the_consecutive_frames_it_still_has(tmp_path):
    path = write_numbers(tmp_path / "cut.mkv", frames=500, gop=25)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 5])
    reply = read(path, **CLIPS)
    assert reply.damage is not None
    found = numbers(reply.segments[0])
    assert found == list(range(84, 116))


def test_exact_decoding_reads_no_key_frame_alone(tmp_path):
    path = write_levels(tmp_path / "keys.mp4", frames=400, gop=5)
    assert read(path, decode="exact").recipe == "exact"
    assert read(path).recipe == "keyframes"
    sparse = write_levels(tmp_path / "sparse.mp4", frames=700, gop=100)
    assert read(sparse).recipe == "linear"
    assert read(sparse, decode="fastest").recipe == "keyframes"


def test_sixteen_frames_of_a_minute_take_sixteen_key_frames(tmp_path):
    path = write_levels(tmp_path / "keys.mp4", frames=600, gop=10)
    (segment,) = read(path, segment_ms=60_000, overlap_ms=0).segments
    assert segment.different == 16


def test_a_damaged_key_frame_is_read_around(tmp_path):
    path = write_clip(tmp_path / "a.mp4", frames=200, fps=10, gop=5)
    whole = read(path)
    assert whole.recipe == "keyframes"
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4000] = b"\xff" * 4000
    path.write_bytes(content)
    reply = read(path)
    assert reply.recipe == "exact"
    assert reply.damage is not None
    assert len(reply.segments) == len(whole.segments)


def test_a_stream_without_a_length_is_measured(tmp_path):
    path = write_clip(tmp_path / "raw.h264", frames=100)
    reply = read(path)
    assert reply.info.duration_ms == 4000
    assert len(reply.segments) == 1


def test_a_cut_bounds_segments(tmp_path):
    import av

    path = tmp_path / "cut.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=10, options={"preset": "veryfast"})
        stream.width, stream.height, stream.pix_fmt = 160, 120, "yuv420p"
        for index in range(200):
            picture = draw_frame(index // 70, index)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    segments = read(path).segments
    for segment in segments:
        shot = draw_frame(round((segment.start_ms + segment.end_ms) / 2) // 7000, 0)
        assert not any(segment.start_ms + 500 < cut < segment.end_ms - 500 for cut in (7000, 14_000))
        shown = simplejpeg.decode_jpeg(segment.thumbnail)
        assert np.median(np.abs(shown.astype(int) - shot)) < 8
    assert {(s.start_ms + s.end_ms) // 2 // 7000 for s in segments} == {0, 1, 2}


def test_skipping_unreferenced_frames_moves_pictures_by_little(tmp_path):
    path = write_clip(tmp_path / "b.mp4", frames=250, fps=50, gop=250)
    fast, exact = read(path).segments[0], read(path, decode="exact").segments[0]
    assert fast.frames.shape == exact.frames.shape
    assert np.abs(fast.frames.astype(int) - exact.frames).mean() < 4


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_rotation_is_undone(tmp_path, rotation):
    path = write_clip(tmp_path / "r.mp4", size=(160, 96), rotation=rotation, frames=10)
    upright = np.rot90(draw_frame(0, 5, 160, 96), rotation // 90)
    reply = read(path, decode="exact")
    assert (reply.info.height, reply.info.width) == upright.shape[:2]
    shown = simplejpeg.decode_jpeg(reply.segments[0].thumbnail)
    assert shown.shape == upright.shape
    assert np.abs(shown.astype(int) - upright).mean() < 12
    wrong = np.abs(shown.astype(int) - upright[::-1, ::-1]).mean()
    assert wrong > 25


@pytest.mark.parametrize("name", ["video_0.mov", "video_90.mov", "video_180.mov", "video_270.mov"])
def test_real_rotated_files_show_the_same_scene_upright(name):
    reference = read(shared("videos", "formats", "video_0.mov")).info
    info = read(shared("videos", "formats", name)).info
    expected = (reference.height, reference.width) if name in {"video_90.mov", "video_270.mov"} else None
    assert (info.width, info.height) == (expected or (reference.width, reference.height))


@pytest.mark.parametrize(("codec", "pixels", "suffix"), [("libx264", "yuv420p10le", "mp4"), ("ffv1", "yuv444p", "mkv")])
def test_ten_bit_and_lossless(tmp_path, codec, pixels, suffix):
    path = write_clip(tmp_path / f"deep.{suffix}", codec=codec, pixels=pixels, frames=12)
    picture = simplejpeg.decode_jpeg(read(path).segments[0].thumbnail)
    assert np.abs(picture.astype(int) - draw_frame(0, 6)).mean() < 14


@pytest.mark.parametrize("fps", [1, 7, 120])
def test_odd_frame_rates(tmp_path, fps):
    reply = read(write_clip(tmp_path / "f.mp4", fps=fps, frames=3 * fps))
    assert reply.info.duration_ms == 3000
    assert reply.segments[0].frames.shape[0] == 16
    assert reply.damage is None


def test_a_picture_is_a_video_of_one_frame(tmp_path):
    reply = read(write_picture(tmp_path / "p.jpg", seed=3))
    assert reply.info.duration_ms == 0
    assert reply.info.fps == 0
    (segment,) = reply.segments
    assert (segment.frames == segment.frames[0]).all()


def test_names_that_look_like_options_or_addresses(tmp_path):
    source = write_clip(tmp_path / "a.mp4", frames=10)
    for name in ("-i.mp4", "http:x.mp4", "concat:a|b.mp4", "%03d.mp4", "ü✓ 😀.mp4"):
        path = tmp_path / "odd" / name
        path.parent.mkdir(exist_ok=True)
        shutil.copy(source, path)
        assert len(read(path).segments) == 1


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these systems have no undecodable names")
def test_undecodable_names(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.mp4")
    shutil.copy(write_clip(tmp_path / "a.mp4", frames=10), path)
    assert len(read(os.fsdecode(path)).segments) == 1


def test_a_part_of_a_query(tmp_path):
    path = write_clip(tmp_path / "a.mp4", frames=100)
    (segment,) = read(path, from_ms=1000, to_ms=2500).segments
    assert (segment.start_ms, segment.end_ms) == (1000, 2500)
    with pytest.raises(BadInput, match="4000 ms long"):
        read(path, from_ms=9000)


def test_playlists_cannot_reach_other_files(tmp_path):
    write_clip(tmp_path / "secret.mp4", frames=10)
    playlist = tmp_path / "list.mp4"
    playlist.write_text("ffconcat version 1.0\nfile secret.mp4\n")
    with pytest.raises(UnreadableFile):
        read(playlist)


def test_every_format_decodes():
    folder = shared("videos", "formats")
    for path in sorted(folder.iterdir()):
        reply = read(path)
        assert reply.segments, path.name
        assert reply.damage is None, path.name


BROKEN = {
    "amr_nb_1f.3gp": "no_video_stream",
    "bipbop_480wp_1001kbps-cenc-video-key1-init.mp4": "encrypted",
    "made_random_bytes.mkv": "not_video",
    "made_text_renamed.mp4": "not_video",
    "made_truncated_no_moov.mp4": "incomplete",
    "made_zero_bytes.avi": "empty",
    "made_zero_bytes.mp4": "empty",
    "smallest_FlashVideo.flv": "damaged",
    "test_case_1185230.mp4": "damaged",
}


@pytest.mark.parametrize(("name", "kind"), BROKEN.items())
def test_broken_files_say_what_is_wrong(name, kind):
    with pytest.raises(UnreadableFile) as caught:
        read(shared("videos", "broken", name))
    assert caught.value.kind == kind
    assert str(caught.value) == SENTENCES[kind]


def test_what_a_truncated_file_still_holds_is_read():
    reply = read(shared("videos", "broken", "made_truncated_half.mp4"))
    assert reply.damage is not None
    assert reply.damage.startswith("Only the first 1.")
    assert 1 <= len(reply.segments[0].frames) < 16


def test_a_file_that_vanished(tmp_path):
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / "none.mp4")
    assert caught.value.kind == "vanished"


def test_probe_tells_what_decoding_tells(tmp_path):
    path = write_clip(tmp_path / "a.mp4", frames=30)
    assert probe(str(path)) == read(path).info


def test_content_hash_follows_the_content_and_not_the_name(tmp_path):
    a = write_clip(tmp_path / "a.mp4", seed=1, frames=10)
    b = write_clip(tmp_path / "b.mp4", seed=2, frames=10)
    copy = shutil.copy(a, tmp_path / "c.mp4")
    assert content_hash(str(a)) == content_hash(str(copy))
    assert content_hash(str(a)) != content_hash(str(b))
