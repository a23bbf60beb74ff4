"""What all tests share: a home of their own, clips made on the spot, the real clips where they are."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from vhdesk.library.library import Library
from vhdesk.media.samples import SampleLibrary, make_samples

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Numbers of scenes that look different; see tests/search/scenes.py.
PAINTED = (1, 4, 9, 13, 15, 20, 24, 27)

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("VHDESK_SHARED", REPOSITORY.parent / "shared"))


@pytest.fixture(scope="session")
def encoder_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exported encoder is made once for all tests."""
    return tmp_path_factory.mktemp("encoders")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, encoder_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, libraries and caches of one test; never the user's."""
    folder = tmp_path / "home"
    (folder / "cache").mkdir(parents=True)
    (folder / "cache" / "encoders").symlink_to(encoder_cache, target_is_directory=True)
    monkeypatch.setenv("VHDESK_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """A test that leaves a thread running fails."""
    before = set(threading.enumerate())
    yield
    # Qt's threads show up as dummies that cannot be joined; the window's tests look after those.
    left = [t for t in threading.enumerate() if t not in before and not isinstance(t, threading._DummyThread)]
    for thread in left:
        thread.join(5)
    assert not [t.name for t in left if t.is_alive()]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library, open."""
    library = Library(tmp_path / "l.vhdesk")
    library.open()
    yield library
    library.close()


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """The file of a library with videos of every status, closed."""
    from tests.library.contents import fill

    library = Library(tmp_path / "l.vhdesk")
    library.open()
    fill(library)
    library.close()
    return library.path


def shared(*parts: str) -> Path:
    """A path among the real clips; skips where they are absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the real clips are not here ({'/'.join(parts)}); VHDESK_SHARED can name their folder")
    return path


def draw_frame(seed: int, index: int, width: int = 160, height: int = 120) -> np.ndarray:
    """``[H, W, 3] uint8``: a textured scene of its own for every seed, with something that moves."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 255, (6, 8, 3)).astype(np.float32)
    y, x = np.linspace(0, 5, height), np.linspace(0, 7, width)
    picture = coarse[np.rint(y).astype(int)][:, np.rint(x).astype(int)]
    picture = picture + 20 * np.sin(np.arange(width) / (2 + seed % 7))[None, :, None]
    left = (index * 5 + seed * 11) % (width - 30)
    picture[height // 3 : height // 3 + 30, left : left + 30] = rng.integers(0, 255, 3)
    return np.ascontiguousarray(np.clip(picture, 0, 255).astype(np.uint8))


def write_clip(
    path: Path,
    *,
    seed: int = 0,
    frames: int = 50,
    fps: int = 25,
    size: tuple[int, int] = (160, 120),
    codec: str = "libx264",
    pixels: str = "yuv420p",
    rotation: int = 0,
    gop: int = 25,
    gain: float = 1.0,
    black_until: int = 0,
) -> Path:
    """Write a small video of the scene of a seed."""
    import av

    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=fps, options={"preset": "ultrafast"} if codec == "libx264" else {})
        stream.width, stream.height, stream.pix_fmt = *size, pixels
        stream.codec_context.gop_size = gop
        if rotation:
            stream.set_display_rotation(rotation)
        for index in range(frames):
            picture = np.clip(draw_frame(seed, index, *size) * (gain if index >= black_until else 0.0), 0, 255).astype(
                np.uint8
            )
            for packet in stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")):
                container.mux(packet)
        for packet in stream.encode():
            container.mux(packet)
    return settled(path)


def settled(path: Path) -> Path:
    """As if the file had been there for a while: one that changed just now is read after its quiet period only."""
    facts = path.stat()
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns - 60_000_000_000))
    return path


def write_picture(path: Path, *, seed: int = 0, size: tuple[int, int] = (160, 120), index: int = 0) -> Path:
    """Write the scene of a seed as a JPEG."""
    import simplejpeg

    path.write_bytes(simplejpeg.encode_jpeg(np.ascontiguousarray(draw_frame(seed, index, *size)), quality=90))
    return settled(path)


@pytest.fixture(scope="session")
def clip_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight short clips in two folders; not to be changed."""
    folder = tmp_path_factory.mktemp("clips")
    for seed in range(8):
        write_clip(folder / ("even" if seed % 2 == 0 else "odd") / f"clip{seed}.mp4", seed=seed, frames=30)
    return folder


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> SampleLibrary:
    """The whole sample library, made once; not to be changed."""
    reports: list[tuple[int, int]] = []
    made = make_samples(
        tmp_path_factory.mktemp("samples") / "My videos", on_progress=lambda done, total: reports.append((done, total))
    )
    total = len(made.videos) + 1
    assert reports == [(done, total) for done in range(1, total + 1)]
    return made


@pytest.fixture(scope="session")
def scene_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight painted scenes that the built-in system tells apart, 4 s each; not to be changed."""
    from tests.search.scenes import write_scenes

    folder = tmp_path_factory.mktemp("scenes")
    for number in PAINTED:
        settled(write_scenes(folder / f"scene{number:02}.mp4", [(number, 4.0)]))
    return folder


MakeClip = Callable[..., Path]
