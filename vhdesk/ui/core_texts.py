"""What the core says (faults, reasons, notes of answers), in the language of the window.

The core writes English sentences with their values in them, for the command line and the log as well. A finished
sentence is found again among those of ``resources/translations/core_*.ts``, its values are taken out and put into the
translation. A sentence that is not known stays English. ``{0}`` is a value that stays, ``{0#}`` a figure that is
written as the language writes it, ``{0!}`` something that is itself said by the core.
"""

from __future__ import annotations

import functools
import itertools
import logging
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from vhdesk.assets import asset
from vhdesk.errors import InternalBug

log = logging.getLogger(__name__)

PLACE = re.compile(r"\{(\d+)([!#]?)\}")
_FIGURE = re.compile(r"-?\d+(?:\.(\d+))?")
# Where one sentence may end and another begin.
_BETWEEN = re.compile(r"(?<=[.:]) (?=\S)")
MOST_SENTENCES = 16


@dataclass(frozen=True)
class Sentence:
    """One sentence of the core and its translation.

    Attributes:
        source: as the core has it, with places for its values.
        translation: with the same places in any order.
    """

    source: str
    translation: str

    @functools.cached_property
    def letters(self) -> int:
        """How much of it is fixed: the more, the surer a match."""
        return len(PLACE.sub("", self.source))

    @functools.cached_property
    def _parts(self) -> list[str]:
        return re.split(r"\{\d+[!#]?\}", self.source)

    @functools.cached_property
    def _longest(self) -> str:
        return max(self._parts, key=len)

    @functools.cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        # a path may hold what comes behind it, such as a bracket, and so may a reason
        return tuple(re.compile(each.join(map(re.escape, self._parts)), re.DOTALL) for each in ("(.*?)", "(.*)"))

    def values(self, text: str, known: tuple[Sentence, ...]) -> tuple[str, ...] | None:
        """The values in a finished sentence, said ones rather among the known; ``None`` where it is another one."""
        if self._longest not in text:
            return None
        readings = [found.groups() for pattern in self._patterns if (found := pattern.fullmatch(text))]
        said = [int(place[1]) for place in PLACE.finditer(self.source) if place[2] == "!"]
        clear = (values for values in readings if all(_parse(values[place], known) for place in said))
        return next(clear, readings[0] if readings else None)

    def with_values(self, values: tuple[str, ...]) -> str:
        """The finished translation."""

        def value(place: re.Match[str]) -> str:
            text = values[int(place[1])]
            return told(text) if place[2] == "!" else _figure(text) if place[2] == "#" else text

        return PLACE.sub(value, self.translation)


class _Speech:
    """Which language is on, for every thread."""

    language = "en"


def speak(language: str) -> None:
    """Translate into a language from now on; in English everything stays as it is."""
    _Speech.language = language
    _told.cache_clear()


def told(said: object) -> str:
    """A fault, or sentences of the core, in the language that is on; from any thread."""
    return _told(str(said))


# Lists of failed files repeat a few reasons, and are asked for them whenever they are painted.
@functools.lru_cache(maxsize=1024)
def _told(text: str) -> str:
    if _Speech.language == "en" or not text:
        return text
    parsed = _parse(text, catalogue(_Speech.language))
    if parsed is None:
        log.debug("Not translated: %s", text)
        return text
    return _between().join(sentence.with_values(values) for sentence, values in parsed)


def told_all(said: Iterable[object]) -> str:
    """Several of them, one after the other."""
    return _between().join(map(told, said))


def _between() -> str:
    """Chinese full stops bring their own room."""
    return "" if _Speech.language.startswith("zh") else " "


@functools.cache
def catalogue(language: str) -> tuple[Sentence, ...]:
    """Every sentence of a language, those with the most fixed letters first."""
    try:
        tree = ET.parse(asset("resources", "translations", f"core_{language}.ts"))
    except (InternalBug, OSError, ET.ParseError) as problem:
        log.warning("There is no translation core_%s: %s", language, problem)
        return ()
    pairs = ((m.findtext("source") or "", m.findtext("translation") or "") for m in tree.getroot().iter("message"))
    found = (Sentence(source, translation) for source, translation in pairs if source and translation)
    return tuple(sorted(found, key=lambda sentence: -sentence.letters))


_Parsed = list[tuple[Sentence, tuple[str, ...]]]


def _parse(text: str, known: tuple[Sentence, ...]) -> _Parsed | None:
    """The sentences that a text is made of: where it can be read in several ways, the one with the most fixed letters.

    Values may hold whatever sentences end with, such as paths do, and values at the beginning could take in sentences
    before them.
    """
    ends = [*itertools.islice((found.start() for found in _BETWEEN.finditer(text)), MOST_SENTENCES - 1), len(text)]
    # the best way to read what is before each end
    best: dict[int, tuple[int, _Parsed]] = {-1: (0, [])}
    for end in ends:
        for begin in [before for before in best if before < end]:
            found = _match(text[begin + 1 : end], known)
            if found is not None:
                letters, parsed = best[begin]
                letters += found[0].letters
                if end not in best or letters > best[end][0]:
                    best[end] = (letters, [*parsed, found])
    return best[len(text)][1] if len(text) in best else None


def _match(text: str, known: tuple[Sentence, ...]) -> tuple[Sentence, tuple[str, ...]] | None:
    for sentence in known:
        values = sentence.values(text, known)
        if values is not None:
            return sentence, values
    return None


def _figure(text: str) -> str:
    found = _FIGURE.fullmatch(text)
    if found is None:
        return text
    locale = QLocale()
    return locale.toString(float(text), "f", len(found[1])) if found[1] else locale.toString(int(text))
