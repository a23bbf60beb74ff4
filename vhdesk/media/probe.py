"""Open a file safely and say what it holds."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vhdesk.errors import UnreadableFile
from vhdesk.media.faults import classify, unreadable

if TYPE_CHECKING:
    import av.container
    import av.video.stream

# A playlist or a link inside a file must never make the decoder open anything but that file.
_OPTIONS = {"protocol_whitelist": "file,crypto,data", "enable_drefs": "0"}
_BOX_BYTES = 65_536
# These show what other files hold.
_PLAYLISTS = frozenset({"concat", "hls", "dash", "imf", "sdp", "rtsp", "webm_dash_manifest"})


@dataclass(frozen=True)
class VideoInfo:
    """What a file holds.

    Attributes:
        duration_ms: length, 0 for a picture.
        width: of the upright, square-pixel picture.
        height: of the upright, square-pixel picture.
        fps: frames a second, 0.0 where unknown.
        rotation: degrees, counter-clockwise, that the decoded picture has to be turned by: 0, 90, 180 or 270.
        codec: FFmpeg's name of it.
        frames: as the container says, 0 where unknown.
    """

    duration_ms: int
    width: int
    height: int
    fps: float
    rotation: int
    codec: str
    frames: int


@contextlib.contextmanager
def open_video(path: str) -> Iterator[tuple[av.container.InputContainer, av.video.stream.VideoStream]]:
    """Open a file with one decoding thread and hand out its container and its best picture stream.

    Raises:
        UnreadableFile: the file cannot be opened or holds no picture stream; its ``kind`` says which.
    """
    import av

    av.logging.set_level(None)  # broken files would flood standard error
    size = None
    with contextlib.ExitStack() as stack:
        try:
            size = os.stat(path).st_size
            container = stack.enter_context(_open(path, stack))
        except (av.FFmpegError, OSError, ValueError, MemoryError) as problem:
            kind = classify(problem, size_bytes=size)
            raise unreadable(_opening_kind(path, kind)) from problem
        if container.format.name in _PLAYLISTS:
            raise unreadable("not_video")
        stream = container.streams.best("video")
        if stream is None:
            raise unreadable("no_video_stream" if container.streams else "incomplete")
        if getattr(stream, "codec_context", None) is None:
            raise unreadable("codec_missing")
        stream.codec_context.thread_count = 1
        yield container, stream


def _open(path: str, stack: contextlib.ExitStack) -> Any:
    import av

    settings: dict[str, Any] = {"mode": "r", "options": _OPTIONS, "metadata_errors": "backslashreplace"}
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        # FFmpeg takes names as UTF-8 text only; an open file has no name.
        return av.open(stack.enter_context(open(path, "rb")), **settings)
    # "file:" keeps names such as "-a.mp4" or "data:b.mp4" from being read as something else.
    return av.open("file:" + path, **settings)


def _opening_kind(path: str, kind: str) -> str:
    """Tell a cut-off or foreign file from a damaged one by its first bytes."""
    if kind != "damaged":
        return kind
    try:
        with open(path, "rb") as file:
            head = file.read(64)
    except OSError:
        return kind
    if head[4:8] in {b"ftyp", b"moov", b"mdat", b"wide", b"free"}:
        return "incomplete"
    known = (b"\x1aE\xdf\xa3", b"RIFF", b"FLV", b"\x00\x00\x01", b"OggS", b"GIF8", b"\x30\x26\xb2\x75")
    return "damaged" if head.startswith(known) else "not_video"


def probe(path: str) -> VideoInfo:
    """Facts about a video or picture; the first frame is decoded for rotation and true size.

    Raises:
        UnreadableFile: nothing can be decoded.
    """
    with open_video(path) as (container, stream):
        faults: list[BaseException] = []
        for frame in frames(container, stream, faults):
            length = declared_ms(container, stream)
            if length is None:
                length = measured_ms(container, stream)
            return read_info(stream, container.format.name, length, frame)
        raise no_picture(path, faults)


def read_info(stream: av.video.stream.VideoStream, format_name: str, length_ms: int, frame: Any) -> VideoInfo:
    """Facts about an open file, from its measured length and its first decoded frame."""
    rotation = round(frame.rotation / 90) * 90 % 360
    width, height = upright_size(frame, stream, rotation)
    fps = frame_rate(stream)
    still = is_still(stream, format_name, length_ms, fps)
    return VideoInfo(
        duration_ms=0 if still else max(1, length_ms),
        width=width,
        height=height,
        fps=0.0 if still else fps,
        rotation=rotation,
        codec=stream.codec_context.codec.canonical_name,
        frames=stream.frames or 0,
    )


def frames(
    container: av.container.InputContainer, stream: av.video.stream.VideoStream, faults: list[BaseException]
) -> Iterator[Any]:
    """Every frame that decodes, from where the container stands; what does not is noted in ``faults``."""
    import av

    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            return
        except (av.FFmpegError, MemoryError) as problem:
            faults.append(problem)
            return
        try:
            yield from packet.decode()
        except EOFError:
            return
        except (av.FFmpegError, MemoryError) as problem:
            faults.append(problem)


def no_picture(path: str, faults: list[BaseException]) -> UnreadableFile:
    """The fault of a file of which no frame could be decoded."""
    if _is_encrypted(path):
        return unreadable("encrypted")
    return unreadable(classify(faults[-1]) if faults else "damaged")


def _is_encrypted(path: str) -> bool:
    """Whether an MP4's sample description says so; FFmpeg hides that from its callers."""
    size = os.stat(path).st_size
    with open(path, "rb") as file:
        head = file.read(_BOX_BYTES)
        file.seek(max(0, size - _BOX_BYTES))
        return b"encv" in head or b"encv" in file.read(_BOX_BYTES)


def frame_rate(stream: av.video.stream.VideoStream) -> float:
    """Frames a second, 0.0 where unknown or absurd."""
    rate = stream.average_rate or stream.guessed_rate
    return float(rate) if rate and 0 < rate <= 1000 else 0.0


def upright_size(frame: Any, stream: av.video.stream.VideoStream, rotation: int) -> tuple[int, int]:
    """Width and height in square pixels after undoing the rotation."""
    aspect = stream.sample_aspect_ratio
    width, height = frame.width, frame.height
    if aspect and 0.1 < float(aspect) < 10:
        width = max(1, round(width * float(aspect)))
    return (height, width) if rotation in {90, 270} else (width, height)


def declared_ms(container: av.container.InputContainer, stream: av.video.stream.VideoStream) -> int | None:
    """Length of the picture stream as the file tells it (Matroska tells only that of the whole file)."""
    if stream.duration and stream.time_base:
        return max(0, round(float(stream.duration * stream.time_base) * 1000))
    if container.duration:
        return max(0, container.duration // 1000)
    return None


def measured_ms(container: av.container.InputContainer, stream: av.video.stream.VideoStream) -> int:
    """Length of the picture stream by reading on to its end, after which nothing is left to decode."""
    import av

    last, packets, base = 0, 0, stream.time_base or 0
    with contextlib.suppress(av.FFmpegError):
        for packet in container.demux(stream):
            packets += packet.size > 0
            if packet.pts is not None:
                last = max(last, round(float((packet.pts + (packet.duration or 0)) * base) * 1000))
    if not last and packets > 1:
        last = round(packets * 1000 / (frame_rate(stream) or 25.0))
    return last


_STILL_FORMATS = ("image2", "_pipe", "tiff", "webp", "bmp", "avif", "heif")
_STILL_CODECS = frozenset({"png", "mjpeg", "webp", "bmp", "tiff", "gif"})


def is_still(stream: av.video.stream.VideoStream, format_name: str, length_ms: int, fps: float) -> bool:
    """Whether the file is one picture: a picture format, or a picture codec without a second frame."""
    if any(mark in format_name for mark in _STILL_FORMATS):
        return True
    one_frame = stream.frames in {0, 1} and length_ms <= (1000 / fps if fps else 100)
    return one_frame and stream.codec_context.codec.canonical_name in _STILL_CODECS
