"""What the models page shows: values that its tables and its details are made from, and how they are worded."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication

from vhdesk.desk import Models, SystemFacts, WeightsState
from vhdesk.ui.core_texts import told
from vhdesk.ui.formats import cosine, decimal, number, size_of


@dataclass(frozen=True)
class Fetching:
    """A download that is asked for.

    Attributes:
        waits: for the one before.
        done_bytes: so far.
        total_bytes: ``None`` where the server does not say.
        per_second: bytes; 0 where nothing comes.
        trouble: why an attempt failed, while the next is awaited.
        stopping: it was asked to stop.
    """

    waits: bool = True
    done_bytes: int = 0
    total_bytes: int | None = None
    per_second: float = 0.0
    trouble: str = ""
    stopping: bool = False

    @property
    def share(self) -> float | None:
        """Of the whole, 0..1; ``None`` where that is not known."""
        return min(1.0, self.done_bytes / self.total_bytes) if self.total_bytes else None


@dataclass(frozen=True)
class PageState:
    """All that the page knows.

    Attributes:
        models: ``None`` while they are looked up.
        fetching: downloads by the name of the weights.
        problems: sentences by name: what went wrong last, or what a check found; without a name, why nothing is known.
        sound: names of what a check found as it should be.
        busy: names of what is being checked, imported, removed, measured or chosen.
    """

    models: Models | None = None
    fetching: dict[str, Fetching] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    sound: frozenset[str] = frozenset()
    busy: frozenset[str] = frozenset()

    def system(self, name: str) -> SystemFacts | None:
        """A system by name."""
        found = self.models.systems if self.models is not None else ()
        return next((facts for facts in found if facts.card.name == name), None)

    def weights(self, name: str) -> WeightsState | None:
        """Weights by name."""
        found = self.models.weights if self.models is not None else ()
        return next((state for state in found if state.weights.name == name), None)

    def forget(self, name: str) -> PageState:
        """The same without what was said of something."""
        problems = {key: text for key, text in self.problems.items() if key != name}
        return replace(self, problems=problems, sound=self.sound - {name})


def title_of(facts: SystemFacts) -> str:
    """Of a system: ours in the language that is on, others as they call themselves."""
    translate, card = QCoreApplication.translate, facts.card
    if card.origin == "trained here":
        return translate("models", "{name}, trained here").replace("{name}", card.name)
    return translate("models", "Built-in system") if card.name == "desk" else card.title


def short_speed_of(facts: SystemFacts) -> str:
    """``11 segments/s``; empty where it was not measured."""
    if facts.speed is None:
        return ""
    count = number(max(1, round(facts.speed.segments_per_second)))
    return QCoreApplication.translate("models", "{n} segments/s").replace("{n}", count)


def speed_of(facts: SystemFacts) -> str:
    """``11 segments a second``; empty where it was not measured."""
    if facts.speed is None:
        return ""
    translate = QCoreApplication.translate
    count = number(max(1, round(facts.speed.segments_per_second)))
    return translate("models", "{n} segments a second").replace("{n}", count)


def quality_of(facts: SystemFacts, bits: int) -> str:
    """``mAP .62 at 64 bits``, of the code length that is searched by where that was measured; else empty."""
    found = [quality for quality in facts.quality if quality.bits == bits] or list(facts.quality)
    if not found:
        return ""
    translate = QCoreApplication.translate
    text = translate("models", "mAP {value} at {n} bits").replace("{value}", cosine(found[-1].map))
    return text.replace("{n}", number(found[-1].bits))


def encoded_of(facts: SystemFacts) -> str:
    """``12 of 124``."""
    if facts.encoded is None:
        return "–"
    translate = QCoreApplication.translate
    text = translate("models", "{done} of {all}").replace("{done}", number(facts.encoded))
    return text.replace("{all}", number(facts.videos))


def size_text(state: WeightsState) -> str:
    """What weights take here, or will take to download; a dash where that is not published."""
    count = state.disk_bytes if state.state in {"installed", "damaged"} else state.weights.size_bytes
    return size_of(count) if count else "–"


def state_of(state: WeightsState, page: PageState) -> str:
    """Where weights are, in a word or two."""
    translate = QCoreApplication.translate
    name = state.weights.name
    fetching = page.fetching.get(name)
    if fetching is not None:
        if fetching.waits:
            return translate("models", "waiting")
        share = fetching.share
        if share is None:
            return translate("models", "downloading")
        return translate("models", "downloading, {n} %").replace("{n}", number(round(100 * share)))
    kind = standing(state, page)
    texts = {
        "installed": translate("models", "installed"),
        "damaged": translate("models", "damaged"),
        "partial": translate("models", "in part"),
        "available": translate("models", "not here"),
        "import only": translate("models", "import only"),
    }
    return texts[kind]


def standing(state: WeightsState, page: PageState) -> str:
    """As the store has it, or ``damaged`` where a check found that."""
    found_bad = state.state == "installed" and state.weights.name in page.problems
    return "damaged" if found_bad else state.state


def progress_of(fetching: Fetching) -> str:
    """How far a download is, in words."""
    translate = QCoreApplication.translate
    if fetching.stopping:
        return translate("models", "Stopping…")
    if fetching.waits:
        return translate("models", "Waits for the download before it.")
    if fetching.trouble:
        return translate("models", "{reason}; trying again…").replace("{reason}", told(fetching.trouble))
    if not fetching.done_bytes:
        return translate("models", "Connecting…")
    text = translate("models", "{done} of {all}").replace("{done}", size_of(fetching.done_bytes))
    text = text.replace("{all}", size_of(fetching.total_bytes) if fetching.total_bytes else "?")
    if fetching.per_second > 0:
        text += " · " + translate("models", "{size} a second").replace("{size}", size_of(round(fetching.per_second)))
    return text


def accuracy_of(state: WeightsState) -> str:
    """Top-1 accuracy as published."""
    value = state.weights.accuracy_at_1
    return "" if value is None else f"{decimal(value, 1)} %"
