"""The one typed settings object: a frozen dataclass per group, stored as TOML in the platform's config folder.

Every field carries its title, help, bounds and effect (``live``, ``rerank``, ``reindex`` or ``restart``), so that
panels and flags are made from it. Unknown keys are kept and warned of; a broken file is set aside, never fatal.
``VHDESK_HOME`` puts settings, libraries and caches below one folder (portable use, tests).
"""

from __future__ import annotations

import dataclasses
import json
import logging
import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vhdesk.errors import BadInput, DiskProblem, printable

log = logging.getLogger(__name__)


def option(
    default: Any,
    title: str,
    help_text: str,
    effect: str = "live",
    *,
    low: float | None = None,
    high: float | None = None,
    choices: tuple[str | int, ...] = (),
) -> Any:
    """A dataclass field that explains itself; bounds and choices are inclusive and checked on reading."""
    metadata = {"title": title, "help": help_text, "effect": effect, "low": low, "high": high, "choices": choices}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True)
class IndexingSettings:
    """How files become codes."""

    workers: int = option(
        0,
        "Decode processes",
        "How many videos are read at once; 0 is one less than the processor cores.",
        low=0,
        high=64,
    )
    segment_ms: int = option(
        8000, "Segment length", "Milliseconds of video that share one code.", "reindex", low=1000, high=120_000
    )
    overlap_ms: int = option(
        4000, "Segment overlap", "Milliseconds that neighbouring segments share.", "reindex", low=0, high=60_000
    )
    decode: str = option(
        "fast",
        "Decoding",
        "fast leaves out what changes no answer, and reads key frames alone where there are plenty; fastest reads long "
        "videos by key frames alone, up to 20 times quicker, but misses much where they are seconds apart; exact reads "
        "every frame.",
        "reindex",
        choices=("fast", "fastest", "exact"),
    )
    time_limit_s: int = option(
        120, "Time limit", "Seconds of decoding after which a stretch of a file is given up.", low=1, high=3600
    )
    memory_limit_mb: int = option(
        4096, "Memory limit", "Megabytes that one decode process may take (Linux and macOS).", low=512, high=65_536
    )
    pictures: bool = option(False, "Index pictures too", "Pictures count as videos of one frame.", "reindex")
    crops: int = option(
        0,
        "Crops",
        "For systems that look at clips: 1 is the middle of the picture, 10 are also its corners and all of them "
        "mirrored, which takes ten times as long; 0 is what the system has.",
        "reindex",
        choices=(0, 1, 10),
    )
    clips: int = option(
        0,
        "Clips",
        "For systems that look at clips: how many of a segment at most, evenly spread; their features are averaged. 0 "
        "is what the system has.",
        "reindex",
        low=0,
        high=8,
    )
    keep_frame_features: bool = option(
        False,
        "Keep frame features",
        "Keeps the features of every sampled frame (20 KB a segment) instead of one for all (1 KB).",
        "reindex",
    )
    readers_per_drive: int = option(
        0,
        "Readers per drive",
        "How many files of one drive are read at once; 0 is one on spinning and network drives, several on others.",
        low=0,
        high=64,
    )
    cloud_files: bool = option(
        False, "Fetch files from the cloud", "Also reads files whose content is in a cloud, which downloads them."
    )
    quiet_s: int = option(
        3,
        "Quiet period",
        "Seconds that a file must not have changed before it is read: it may still be being copied.",
        low=0,
        high=3600,
    )
    watch: bool = option(True, "Watch folders", "New and changed videos are indexed by themselves.", "restart")
    poll_minutes: int = option(
        15,
        "Look through network folders every",
        "Minutes between two looks at watched folders that cannot tell of changes themselves.",
        low=1,
        high=10_080,
    )


@dataclass(frozen=True)
class SearchSettings:
    """How a query is answered."""

    bits: int = option(
        64, "Code length", "Longer codes are finer and larger.", "rerank", choices=(16, 32, 64, 128, 256, 512)
    )
    top: int = option(100, "Results", "How many videos an answer holds in the window.", low=1, high=100_000)
    set_aside: bool = option(
        False,
        "Search all segments",
        "Also those that were set aside because they show next to nothing: dark, flat, frozen.",
    )
    group: str = option(
        "video",
        "Group results by",
        "video: its best segment stands for it; segment: every segment is a result of its own.",
        choices=("video", "segment"),
    )
    mask_ratio: float = option(
        1.0,
        "Category mask",
        "The share of the bits that counts: those that matter most for what the query shows. 1 counts all of them.",
        "rerank",
        low=0.01,
        high=1.0,
    )
    mask_confidence: float = option(
        0.7,
        "Category mask from",
        "How sure the category of a part of the query must be; with less all bits of that part count.",
        "rerank",
        low=0.0,
        high=1.0,
    )
    par: bool = option(
        True, "Re-rank by affinity", "Order the nearest by their features, and keep those alike enough.", "rerank"
    )
    par_k: int = option(
        100, "Re-ranked results", "How many of the nearest are looked at.", "rerank", low=1, high=10_000
    )
    par_threshold: float = option(
        0.15,
        "Least likeness",
        "The cosine that re-ranked results exceed; where none does the nearest are shown all the same.",
        "rerank",
        low=-1.0,
        high=1.0,
    )
    par_exact: bool = option(
        False,
        "Re-rank everything",
        "Look for the nearest among all segments, not only among those with near codes. The first answer takes longer.",
        "rerank",
    )


@dataclass(frozen=True)
class DeviceSettings:
    """Where the encoder runs."""

    device: str = option(
        "auto", "Device", "auto takes CUDA, then MPS, then the CPU.", "restart", choices=("auto", "cuda", "mps", "cpu")
    )
    precision: str = option(
        "auto",
        "Precision",
        "auto takes bfloat16 where the device computes in it. A library is searched in the precision it was made with.",
        "reindex",
        choices=("auto", "bfloat16", "float32"),
    )


@dataclass(frozen=True)
class ModelsSettings:
    """Where weights come from."""

    mirror: str = option(
        "",
        "Mirror address",
        "Web address of a folder that holds the files of weights by their published names; empty for where each was "
        "published.",
    )
    proxy: str = option(
        "",
        "Proxy address",
        "Web address of the proxy that downloads go through; empty for the one of the system or the environment.",
    )


@dataclass(frozen=True)
class WindowSettings:
    """How the window looks."""

    theme: str = option("system", "Theme", "Light, dark or as the system.", choices=("system", "light", "dark"))
    tile_width: int = option(200, "Size of results", "Pixels that a result is wide, about.", low=140, high=480)
    tune: bool = option(True, "Tune panel", "The sliders for searches, beside the results.")
    charts: bool = option(False, "Charts", "Charts of what searches find on your labels, beside the results.")
    language: str = option(
        "system",
        "Language",
        "The language of the window. Numbers and dates follow it, too.",
        "restart",
        choices=("system", "en", "de", "zh_CN"),
    )
    font_percent: int = option(
        100, "Text size", "Percent of the size that the system gives; everything grows with it.", low=80, high=200
    )


@dataclass(frozen=True)
class Settings:
    """All groups, and the keys of the file that this version does not know."""

    indexing: IndexingSettings = field(default_factory=IndexingSettings)
    search: SearchSettings = field(default_factory=SearchSettings)
    device: DeviceSettings = field(default_factory=DeviceSettings)
    models: ModelsSettings = field(default_factory=ModelsSettings)
    window: WindowSettings = field(default_factory=WindowSettings)
    unknown: dict[str, Any] = field(default_factory=dict, compare=False)

    def encoding(self) -> dict[str, Any]:
        """What a system is loaded with, by the names that ``load_system`` has for it."""
        return {"device": self.device.device, "precision": self.device.precision, "indexing": self.indexing}

    def replace(self, group: str, /, **values: Any) -> Settings:
        """A copy with some values of one group changed.

        Raises:
            BadInput: a value is out of bounds.
        """
        changed = dataclasses.replace(getattr(self, group), **values)
        for item in dataclasses.fields(changed):
            check(group, item, getattr(changed, item.name))
        return dataclasses.replace(self, **{group: changed})


GROUPS: dict[str, type] = {
    "indexing": IndexingSettings,
    "search": SearchSettings,
    "device": DeviceSettings,
    "models": ModelsSettings,
    "window": WindowSettings,
}


def check(group: str, item: dataclasses.Field[Any], value: Any) -> None:
    """Compare a value with the type, bounds and choices of its field.

    Raises:
        BadInput: it does not fit; the sentence names the bounds.
    """
    kind, rule = type(item.default), item.metadata
    name = f"{group}.{item.name}"
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise BadInput(f"The setting {name} takes a {kind.__name__}, not {value!r}.")
    if rule["choices"] and value not in rule["choices"]:
        raise BadInput(f"The setting {name} takes one of {', '.join(map(str, rule['choices']))}, not {value!r}.")
    if rule["low"] is not None and not rule["low"] <= value <= rule["high"]:
        raise BadInput(f"The setting {name} goes from {rule['low']} to {rule['high']}, not {value!r}.")


def _folder(kind: str) -> Path:
    home = os.environ.get("VHDESK_HOME")
    if home:
        return Path(home).absolute() / kind
    import platformdirs

    dirs = platformdirs.PlatformDirs("vhdesk", appauthor=False)
    return Path({"config": dirs.user_config_dir, "data": dirs.user_data_dir, "cache": dirs.user_cache_dir}[kind])


def config_folder() -> Path:
    """Where settings are."""
    return _folder("config")


def data_folder() -> Path:
    """Where the default library, systems that were trained here and downloaded weights are."""
    return _folder("data")


def cache_folder() -> Path:
    """Where derived files are that may be deleted at any time: exported encoders, the sample library."""
    return _folder("cache")


def settings_file() -> Path:
    """The TOML file."""
    return config_folder() / "settings.toml"


def load(path: Path | None = None) -> Settings:
    """Read the settings; what the file lacks or holds wrongly takes its default, with a warning in the log.

    A file that is no TOML is renamed to ``settings.broken.toml`` and the defaults are used.
    """
    path = path or settings_file()
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        aside = path.with_name("settings.broken.toml")
        path.replace(aside)
        log.warning("The settings file could not be read (%s); it was set aside as %s.", problem, aside)
        return Settings()
    return _parse(data)


def _parse(data: dict[str, Any]) -> Settings:
    groups: dict[str, Any] = {}
    unknown: dict[str, Any] = {key: value for key, value in data.items() if key not in GROUPS}
    for name, kind in GROUPS.items():
        table = data.get(name, {})
        if not isinstance(table, dict):
            table = {}
        fields = {item.name: item for item in dataclasses.fields(kind)}
        values = {}
        for key, value in table.items():
            if key not in fields:
                unknown.setdefault(name, {})[key] = value
                continue
            try:
                check(name, fields[key], value)
                values[key] = value
            except BadInput as problem:
                log.warning("%s The default is used.", problem)
        groups[name] = kind(**values)
    if unknown:
        log.warning("The settings file holds keys that this version does not know: %s.", ", ".join(sorted(unknown)))
    return Settings(**groups, unknown=unknown)


def save(settings: Settings, path: Path | None = None) -> None:
    """Write what differs from the defaults, and the unknown keys, in one atomic step.

    Raises:
        DiskProblem: the folder cannot be written.
    """
    import tomli_w

    path = path or settings_file()
    data: dict[str, Any] = {key: value for key, value in settings.unknown.items() if key not in GROUPS}
    for name in GROUPS:
        group = getattr(settings, name)
        table = {
            item.name: getattr(group, item.name)
            for item in dataclasses.fields(group)
            if getattr(group, item.name) != item.default
        }
        table |= settings.unknown.get(name, {})
        if table:
            data[name] = table
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(tomli_w.dumps(data), "utf-8")
        part.replace(path)
    except OSError as problem:
        raise DiskProblem(f"The settings could not be saved in {path.parent}: {problem.strerror}.") from problem


def last_library() -> Path:
    """The library that was opened last, or the default one."""
    note = data_folder() / "last_library"
    try:
        path = Path(os.fsdecode(note.read_bytes()))
    except OSError:
        path = None
    if path is not None and path.exists():
        return path
    return data_folder() / "library.vhdesk"


def remember_library(path: Path) -> None:
    """Note the library for the next start; a folder that cannot be written only costs that comfort."""
    note = data_folder() / "last_library"
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_bytes(os.fsencode(os.path.abspath(path)))
    except OSError:
        return


def library_system(library: Path) -> str | None:
    """Name of the system that was chosen for a library; ``None`` where none was."""
    name = _library_systems().get(_library_key(library))
    return name if isinstance(name, str) else None


def remember_library_system(library: Path, name: str) -> None:
    """Choose the system that a library is indexed and searched with, wherever none is named.

    Raises:
        DiskProblem: the choice cannot be kept.
    """
    path = _library_systems_file()
    chosen = _library_systems() | {_library_key(library): name}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(json.dumps(chosen, indent=1), "utf-8")
        part.replace(path)
    except OSError as problem:
        raise DiskProblem(f"The choice of a system was not kept in {path.parent}: {problem.strerror}.") from problem


def _library_key(library: Path) -> str:
    return printable(os.path.abspath(library))


def _library_systems_file() -> Path:
    return data_folder() / "library_systems.json"


def _library_systems() -> dict[str, Any]:
    try:
        found = json.loads(_library_systems_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
