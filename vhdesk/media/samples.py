"""A small library of moving scenes to try vhdesk on, and altered copies of any video."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from vhdesk.errors import BadInput, DiskProblem, printable
from vhdesk.media import alterations
from vhdesk.media import sample_scenes as scenes
from vhdesk.media import sample_scenes_nature as nature
from vhdesk.media.probe import frame_rate, no_picture, open_video, upright_size
from vhdesk.media.reading import linear_pictures
from vhdesk.media.recipes import EXACT
from vhdesk.media.sample_drawing import Canvas

if TYPE_CHECKING:
    from numpy.typing import NDArray

Check = Callable[[], None]
Progress = Callable[[int, int], None]

VERSION = 1
MARKER = ".vhdesk_samples.json"
QUERY_NAME = "query_clip.mp4"
QUERY_SOURCE = "nature/beach_waves.mp4"
_CLOCK = Fraction(1, 12_800)  # ticks that every common frame rate divides well
_MIN_SIDE = 16


@dataclass(frozen=True)
class SampleLibrary:
    """What :func:`make_samples` wrote.

    Attributes:
        folder: the folder to index.
        query: a clip outside of it to search with.
        original: the video that the query was made from.
        copies: altered copy -> its original, all inside the folder.
        videos: every video in the folder, originals first.
    """

    folder: Path
    query: Path
    original: Path
    copies: dict[Path, Path]
    videos: tuple[Path, ...]


@dataclass(frozen=True)
class Scene:
    """One original.

    Attributes:
        name: path in the folder.
        paint: draws it on a canvas, moment by moment.
        width: pixels.
        height: pixels.
        fps: frames a second.
        seconds: length.
    """

    name: str
    paint: Callable[[Canvas], None]
    width: int
    height: int
    fps: int
    seconds: int


SCENES = (
    Scene("nature/sunrise_over_hills.mp4", nature.sunrise, 480, 270, 15, 8),
    Scene("nature/beach_waves.mp4", nature.beach, 426, 240, 15, 20),
    Scene("nature/aquarium.mp4", nature.aquarium, 400, 224, 15, 8),
    Scene("nature/snow_in_the_forest.mp4", nature.snow, 360, 270, 15, 7),
    Scene("nature/autumn_leaves.mp4", nature.leaves, 426, 240, 15, 7),
    Scene("nature/campfire.mp4", nature.campfire, 360, 240, 24, 6),
    Scene("nature/hot_air_balloons.mp4", nature.balloons, 360, 270, 15, 8),
    Scene("city/harbour_at_night.mp4", scenes.harbour, 480, 270, 15, 8),
    Scene("city/motorway_drive.mp4", scenes.motorway, 426, 240, 24, 6),
    Scene("city/train_passing.mp4", scenes.train, 426, 240, 20, 18),
    Scene("city/new_year_fireworks.mp4", scenes.fireworks, 400, 224, 15, 16),
    Scene("city/rain_on_the_window.mp4", scenes.rain, 320, 180, 12, 6),
    Scene("city/flag_on_the_tower.mp4", scenes.flag, 360, 270, 15, 6),
    Scene("city/station_clock.mp4", scenes.clock, 320, 240, 12, 8),
    Scene("city/parcel_conveyor.mp4", scenes.conveyor, 426, 240, 20, 7),
    Scene("science/mandelbrot_zoom.mp4", scenes.mandelbrot, 320, 180, 12, 7),
    Scene("science/game_of_life.mp4", scenes.life, 400, 224, 12, 10),
    Scene("science/planets.mp4", scenes.planets, 426, 240, 20, 9),
    Scene("science/newtons_cradle.mp4", scenes.cradle, 320, 240, 30, 5),
    Scene("science/bar_chart_race.mp4", scenes.bars, 480, 270, 15, 10),
    Scene("play/bouncing_balls.mp4", scenes.balls, 320, 180, 30, 6),
    Scene("play/spirograph.mp4", scenes.spirograph, 320, 240, 12, 9),
    Scene("play/kaleidoscope.mp4", scenes.kaleidoscope, 270, 270, 12, 6),
    Scene("play/tunnel_ride.mp4", scenes.tunnel, 320, 180, 24, 4),
    Scene("play/dancing_smiley.mp4", scenes.smiley, 320, 180, 25, 4),
    Scene("play/rolling_dice.mp4", scenes.dice, 426, 240, 25, 6),
    Scene("play/hedge_maze.mp4", scenes.maze, 480, 270, 15, 9),
    Scene("play/lava_lamp.mp4", scenes.lava, 204, 360, 12, 8),
)
# Copy -> its original, and what :func:`alter_clip` does to it.
COPIES: dict[str, tuple[str, dict[str, Any]]] = {
    "copies/aquarium_small.mp4": ("nature/aquarium.mp4", {"width": 200}),
    "copies/autumn_leaves_cropped.mp4": ("nature/autumn_leaves.mp4", {"crop": 0.7}),
    "copies/campfire_mirrored.mp4": ("nature/campfire.mp4", {"mirror": True}),
    "copies/dancing_smiley_grey.mp4": ("play/dancing_smiley.mp4", {"grey": True}),
    "copies/flag_on_the_tower_brighter.mp4": ("city/flag_on_the_tower.mp4", {"gain": 1.35}),
    "copies/harbour_at_night_recompressed.mp4": ("city/harbour_at_night.mp4", {"crf": 40}),
    "copies/beach_waves_darker.mp4": ("nature/beach_waves.mp4", {"gain": 0.35}),
    "copies/motorway_drive_black_bars.mp4": ("city/motorway_drive.mp4", {"bars": 0.14}),
    "copies/new_year_fireworks_middle_part.mp4": (
        "city/new_year_fireworks.mp4",
        {"start_ms": 4000, "end_ms": 8000},
    ),
}
_QUERY: dict[str, Any] = {"width": 240, "crop": 0.9, "gain": 0.85, "start_ms": 9000, "end_ms": 15_000, "crf": 32}


def make_samples(folder: Path, *, on_progress: Progress | None = None, check: Check | None = None) -> SampleLibrary:
    """Write the sample library, or what is missing of it.

    Args:
        folder: where to; the query clip goes beside it.
        on_progress: gets the number of finished files and of all files.
        check: called between frames; raises to stop. Finished files are kept for the next run.

    Raises:
        DiskProblem: the folder cannot be written.
    """
    originals = {scene.name: scene for scene in SCENES}
    query = f"../{QUERY_NAME}"
    altered = {**COPIES, query: (QUERY_SOURCE, _QUERY)}
    sizes = _recorded_sizes(folder)
    total = len(originals) + len(altered)
    for done, name in enumerate((*originals, *altered)):
        target = folder.parent / QUERY_NAME if name == query else folder / name
        if sizes.get(name, -1) != _size(target):
            if name in originals:
                _film(originals[name], target, seed=done, check=check)
            else:
                source, changes = altered[name]
                alter_clip(folder / source, target, **changes, check=check)
            sizes[name] = _size(target)
            _record_sizes(folder, sizes)
        if on_progress:
            on_progress(done + 1, total)
    return SampleLibrary(
        folder=folder,
        query=folder.parent / QUERY_NAME,
        original=folder / QUERY_SOURCE,
        copies={folder / name: folder / source for name, (source, _) in COPIES.items()},
        videos=tuple(folder / name for name in (*originals, *COPIES)),
    )


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _recorded_sizes(folder: Path) -> dict[str, int | None]:
    """What an earlier run of this version finished; nothing where that cannot be told."""
    try:
        marker = json.loads((folder / MARKER).read_text("utf-8"))
        return dict(marker["sizes"]) if marker["version"] == VERSION else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _record_sizes(folder: Path, sizes: dict[str, int | None]) -> None:
    # After every file: a run that is stopped goes on where it was.
    part = folder / f"{MARKER}.part"
    with _disk(folder):
        part.write_text(json.dumps({"version": VERSION, "sizes": sizes}, indent=1), "utf-8")
        part.replace(folder / MARKER)


@contextlib.contextmanager
def _disk(folder: Path) -> Iterator[None]:
    """What the system or FFmpeg says about storage becomes one sentence."""
    try:
        yield
    except OSError as problem:
        said = problem.strerror or "the disk gave an error"
        raise DiskProblem(
            f"No video can be written to {printable(str(folder))} ({said}): free some space or choose another folder."
        ) from problem


def _film(scene: Scene, target: Path, seed: int, check: Check | None) -> None:
    canvas = Canvas(scene.width, scene.height, seed)
    with writing(target, scene.fps, crf=24) as write:

        def moments() -> Iterator[float]:
            for index in range(scene.fps * scene.seconds):
                if check:
                    check()
                yield index / scene.fps
                write(canvas.frame(), index / scene.fps)

        canvas.times = moments()
        scene.paint(canvas)


@contextlib.contextmanager
def writing(target: Path, fps: float, crf: int) -> Iterator[Callable[[NDArray[np.uint8], float], None]]:
    """Hand out a function that adds a picture, ``[H, W, 3] uint8 RGB`` of even sides, and its time in seconds.

    The file appears under its name when all went well, else not at all.

    Args:
        target: an MP4 file to write.
        fps: frames a second.
        crf: how hard to compress, 0 (best) to 51.

    Raises:
        DiskProblem: it cannot be written.
    """
    import av

    part = target.with_name(f".{target.name}.part")
    h264 = "libx264" in av.codec.codecs_available
    options = {"crf": str(crf), "preset": "veryfast"}
    if not h264:
        # MPEG-4 knows no crf; a fixed quantiser, 2 to 31, comes nearest.
        options = dict.fromkeys(("qmin", "qmax"), str(max(2, min(31, crf // 2 - 8))))
    rate = Fraction(fps).limit_denominator(1001)
    film: Any = None
    with _disk(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with av.open(f"file:{part}", "w", format="mp4") as container:

                def write(picture: NDArray[np.uint8], seconds: float) -> None:
                    nonlocal film
                    if film is None:
                        film = container.add_stream("libx264" if h264 else "mpeg4", rate, options=options)
                        film.height, film.width, film.pix_fmt = *picture.shape[:2], "yuv420p"
                        film.codec_context.time_base, film.codec_context.thread_count = _CLOCK, 1
                    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
                    frame.pts, frame.time_base = round(seconds / _CLOCK), _CLOCK
                    frame.duration = round(1 / rate / _CLOCK)
                    container.mux(film.encode(frame))

                yield write
                if film is not None:
                    container.mux(film.encode(None))
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def alter_clip(
    source: Path,
    target: Path,
    *,
    width: int | None = None,
    crop: float = 1.0,
    gain: float = 1.0,
    start_ms: int = 0,
    end_ms: int | None = None,
    mirror: bool = False,
    grey: bool = False,
    bars: float = 0.0,
    crf: int = 26,
    check: Check | None = None,
) -> None:
    """Write an altered, silent, upright copy of a video.

    Args:
        source: any video that FFmpeg reads.
        target: an MP4 file to write.
        width: of the copy, pixels; ``None`` keeps the scale. Height follows.
        crop: share of width and height to keep, around the middle, 0..1.
        gain: factor on the brightness.
        start_ms: first moment to keep; ``end_ms`` is the first to leave out, ``None`` for the end.
        mirror: swap left and right; ``grey`` takes the colours out.
        bars: height of each of two black bars to add, as a share of the picture's.
        crf: how hard to compress, 0 (best) to 51.
        check: called between frames; raises to stop.

    Raises:
        BadInput: a value is out of range, or the stretch holds no picture.
        UnreadableFile: nothing of the source can be decoded.
        DiskProblem: the target cannot be written.
    """
    stretch_right = start_ms >= 0 and (end_ms is None or end_ms > start_ms)
    picture_right = 0 < crop <= 1 and gain >= 0 and 0 <= bars <= 1 and 0 <= crf <= 51 and (width is None or width > 0)
    if not (stretch_right and picture_right):
        raise BadInput("The copy cannot be made: crop, gain, bars, width, crf or the stretch is out of range.")
    _refuse_to_replace(source, target)
    seen, first, last, faults = False, -1, -1, list[BaseException]()
    with (
        open_video(os.fspath(source)) as (container, stream),
        writing(target, frame_rate(stream) or 25.0, crf) as write,
    ):
        for time_ms, frame in linear_pictures(container, stream, EXACT, start_ms, faults):
            if check:
                check()
            seen = True
            if end_ms is not None and time_ms >= end_ms:
                break
            # Times that stand still or run back would be refused by the file format.
            if time_ms < start_ms or time_ms <= last:
                continue
            first, last = (time_ms if first < 0 else first), time_ms
            picture = _retouch(_square(frame, stream, width, crop), gain, mirror, grey, bars)
            write(picture, (time_ms - first) / 1000)
        if not seen:
            raise no_picture(os.fspath(source), faults)
        if first < 0:
            raise BadInput("The copy cannot be made: the video holds no picture in that stretch.")


def _refuse_to_replace(source: Path, target: Path) -> None:
    if target.exists() and source.exists() and target.samefile(source):
        raise BadInput("The copy cannot be made: it would replace the video itself. Choose another name.")


def _square(frame: Any, stream: Any, width: int | None, crop: float) -> NDArray[np.uint8]:
    """The upright, square-pixel, cropped picture, ``[H, W, 3] uint8 RGB`` with even sides."""
    turns = round(frame.rotation / 90) % 4
    full = upright_size(frame, stream, turns * 90)
    scale = width / (full[0] * crop) if width else 1.0
    kept = [max(_MIN_SIDE, round(side * crop * scale / 2) * 2) for side in full]
    whole = [max(keep, round(side * scale)) for side, keep in zip(full, kept, strict=True)]
    across, down = whole[::-1] if turns % 2 else whole
    picture = frame.reformat(across, down, "rgb24", interpolation="AREA" if scale < 1 else "BICUBIC").to_ndarray()
    cropped: NDArray[np.uint8] = alterations.middle(np.rot90(picture, turns)[None], kept[1], kept[0])[0]
    return cropped


def _retouch(picture: NDArray[np.uint8], gain: float, mirror: bool, grey: bool, bars: float) -> NDArray[np.uint8]:
    frames, rng = picture[None], np.random.default_rng(0)
    if mirror:
        frames = alterations.mirror(frames, rng)
    if grey:
        frames = alterations.grey(frames, rng)
    if gain != 1:
        frames = alterations.brightness(frames, rng, gain)
    retouched: NDArray[np.uint8] = alterations.letterbox(frames, rng, bars)[0]
    return retouched
