"""What is known of every installed system on this machine and for a library, and which one a library uses."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk import settings as settings_module
from vhdesk.errors import BadInput, ModelProblem
from vhdesk.evaluation.expectation import PROTOCOL, Calibration
from vhdesk.indexing.control import CancelToken
from vhdesk.library.notes import Notes
from vhdesk.systems.card import SystemCard, card, cards
from vhdesk.systems.info import RuntimeInfo

if TYPE_CHECKING:
    from vhdesk.desk.desk import Desk
    from vhdesk.desk.survey import DeviceTest
    from vhdesk.systems.weights.store import WeightsState

log = logging.getLogger(__name__)

SYSTEM = "desk"
MOST_SPEEDS = 50


@dataclass(frozen=True)
class Speed:
    """What was measured last of a system's encoder on this machine.

    Attributes:
        info: where it ran.
        segments_per_second: encoded, without decoding.
    """

    info: RuntimeInfo
    segments_per_second: float


@dataclass(frozen=True)
class Quality:
    """What was measured of a system on a library's labels.

    Attributes:
        bits: code length.
        map: mean average precision over the whole ranking, without a mask.
        queries: labelled videos that it was measured on.
        stale: the labels have changed since.
    """

    bits: int
    map: float
    queries: int
    stale: bool


@dataclass(frozen=True)
class SystemFacts:
    """A system, as lists of systems show it.

    Attributes:
        card: of it.
        in_use: whether the library is indexed and searched with it.
        speed: ``None`` where it was never measured here.
        quality: by code length, ascending; empty where nothing was measured on this library.
        encoded: indexed videos that have its codes; ``None`` where that cannot be told, since its device is not there.
        videos: indexed videos.
        needs: what has to be done before it runs, in a sentence; empty where nothing has.
    """

    card: SystemCard
    in_use: bool
    speed: Speed | None
    quality: tuple[Quality, ...]
    encoded: int | None
    videos: int
    needs: str = ""


@dataclass(frozen=True)
class Models:
    """All systems that are installed and all weights that there are.

    Attributes:
        accepted: names of the weights whose licence the user has accepted.
        disk_bytes: what weights and the systems that were trained here take.
    """

    systems: tuple[SystemFacts, ...]
    weights: tuple[WeightsState, ...]
    accepted: frozenset[str]
    disk_bytes: int


def survey_models(desk: Desk) -> Models:
    """Look at all systems and weights; no weights are loaded.

    Raises:
        LibraryProblem: the library cannot be read.
        BadInput: the mirror or the proxy of the settings is no web address.
    """
    systems = tuple(_facts(desk, found) for found in cards())
    store = desk.weights()
    weights = tuple(store.states())
    accepted = frozenset(name for name in store.manifest if store.accepted(name))
    trained = sum(facts.card.size_bytes for facts in systems if facts.card.origin != "built in")
    return Models(systems, weights, accepted, trained + sum(state.disk_bytes for state in weights))


def _facts(desk: Desk, listed: SystemCard) -> SystemFacts:
    videos = desk.summary().videos
    in_use = listed.name == desk.system_card().name
    found = _with_weights(desk, listed)
    if found is None:
        return SystemFacts(listed, in_use, None, (), 0, videos, listed.needs)
    fingerprint = _fingerprint(desk, found)
    if fingerprint is None:
        return SystemFacts(found, in_use, None, (), None, videos)
    encoded = desk._library.encoded_videos(fingerprint)
    return SystemFacts(found, in_use, speed(fingerprint), _quality(desk, found, fingerprint), encoded, videos)


def _with_weights(desk: Desk, found: SystemCard) -> SystemCard | None:
    """The card with the downloaded weights as they are recorded; ``None`` where they are not here."""
    if not found.weights or found.files:
        return found
    store = desk.weights()
    record = store.state(found.weights).record
    if record is None:
        return None
    return dataclasses.replace(found, folder=store.folder, files={f"{found.weights}.safetensors": record.sha256})


def _fingerprint(desk: Desk, found: SystemCard) -> str | None:
    """What a system's features are stored under on this machine; ``None`` where its device is not there."""
    from vhdesk.systems.runtime import find_accelerator, precision_on

    device = desk.settings.device
    try:
        accelerator, _ = find_accelerator(device.device)
    except ModelProblem:
        return None
    return found.viewed(desk.settings.indexing).fingerprint(precision_on(accelerator, device.precision))


def _quality(desk: Desk, found: SystemCard, fingerprint: str) -> tuple[Quality, ...]:
    notes = Notes(desk._library)
    measured = []
    for bits in found.bits:
        document = notes.evaluation(fingerprint, bits, PROTOCOL)
        if document is None:
            continue
        calibration = Calibration.from_json(document, labels_now=notes.labels_digest())
        if calibration is not None:
            measured.append(Quality(bits, calibration.expected_mask(1.0).map, calibration.queries, calibration.stale))
    return tuple(measured)


def measure_speed(desk: Desk, name: str, cancel: CancelToken | None = None) -> DeviceTest:
    """Measure the encoder of any installed system.

    Raises:
        BadInput: there is no system of that name.
        ModelProblem: it cannot run here.
        Interrupted: cancelled.
    """
    from vhdesk.desk.survey import device_test
    from vhdesk.systems.system import load_system

    if name == desk.system_card().name:
        return device_test(desk, cancel)
    device = desk.settings.device
    loaded = load_system(name, device=device.device, precision=device.precision, indexing=desk.settings.indexing)
    return device_test(desk, cancel, system=loaded)


# which system a library uses


def chosen_system(library: Path) -> str:
    """Name of the system that was chosen for a library, or of the built-in one; one that is gone is passed over."""
    name = settings_module.library_system(library)
    if name is None or name == SYSTEM:
        return SYSTEM
    try:
        card(name)
    except (BadInput, ModelProblem) as problem:
        log.warning("%s The built-in system is used instead.", problem)
        return SYSTEM
    return name


def choose_system(desk: Desk, name: str) -> None:
    """Have the library indexed and searched with a system wherever none is named, from the next :class:`Desk` on.

    Raises:
        BadInput: there is no system of that name.
        ModelProblem: its card cannot be read, or its weights are missing or altered.
        DiskProblem: the choice cannot be kept.
    """
    found = card(name).with_weights()
    for file in found.files:
        found.file(file)
    settings_module.remember_library_system(desk.library_path, name)


# speeds, kept between starts


def _speeds_file() -> Path:
    return settings_module.cache_folder() / "speeds.json"


def _speeds() -> dict[str, Any]:
    try:
        found = json.loads(_speeds_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def speed(fingerprint: str) -> Speed | None:
    """What was measured last of a system's encoder; ``None`` where nothing was."""
    try:
        values = dict(_speeds()[fingerprint])
        return Speed(RuntimeInfo(**values["info"]), float(values["segments_per_second"]))
    except (KeyError, TypeError, ValueError):
        return None


def remember_speed(fingerprint: str, info: RuntimeInfo, segments_per_second: float) -> None:
    """Keep a measurement; a folder that cannot be written only costs that comfort."""
    known = {key: value for key, value in _speeds().items() if key != fingerprint}
    kept = dict(list(known.items())[-(MOST_SPEEDS - 1) :])
    kept[fingerprint] = {"info": vars(info), "segments_per_second": segments_per_second}
    path = _speeds_file()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(json.dumps(kept), "utf-8")
        part.replace(path)
