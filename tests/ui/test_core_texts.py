"""What the core says in the window's language: every sentence translated, found again, never taken for another."""

from __future__ import annotations

import logging
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LONG_MS, MakeWindow, drop, files, translations_tool
from vhdesk.errors import VhdeskError
from vhdesk.media.faults import SENTENCES, unreadable
from vhdesk.settings import Settings
from vhdesk.ui import core_texts, languages
from vhdesk.ui.core_texts import PLACE, Sentence, catalogue, told, told_all

TOOL = translations_tool()
LANGUAGES = TOOL.CORE_LANGUAGES
ALL = [(language, sentence) for language in LANGUAGES for sentence in catalogue(language)]
# Kinds of values as they come: paths with full stops and the words of sentences in them, numbers, names of systems.
VALUES = ("/media/My films. Part 2 (the end).mp4", "128", "desk", "C:\\Filme\\Urlaub (1).avi", "32, 64, 128", "17")
SAID = "Permission denied"
FIGURE = "1204.50"


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], str]]:
    yield lambda language: languages.install(qapp, language)
    languages.install(qapp, "en")


@pytest.fixture(scope="module")
def sentences() -> set[str]:
    """Every sentence that the core's code holds."""
    return set(TOOL.core_texts())


def filled(sentence: Sentence, values: tuple[str, ...] = VALUES) -> tuple[str, list[str]]:
    """The sentence as the core would finish it, and its values."""
    used = []

    def value(place: re.Match[str]) -> str:
        used.append({"": values[int(place[1]) % len(values)], "!": SAID, "#": FIGURE}[place[2]])
        return used[-1]

    return PLACE.sub(value, sentence.source), used


def expected(language: str, sentence: Sentence, used: list[str]) -> str:
    said = next(each.translation for each in catalogue(language) if each.source == SAID)
    figure = QLocale().toString(float(FIGURE), "f", 2)
    shown = [{SAID: said, FIGURE: figure}.get(value, value) for value in used]
    return PLACE.sub(lambda place: shown[int(place[1])], sentence.translation)


# the files


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_core_is_translated(language: str, sentences: set[str]) -> None:
    missing = sentences - {sentence.source for sentence in catalogue(language)}
    assert not missing, f"core_{language}.ts: run 'make translations' and translate:\n" + "\n".join(sorted(missing))
    assert TOOL.unfinished(TOOL.core_source(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_values_commands_and_flags(language: str) -> None:
    wrong = []
    for sentence in catalogue(language):
        for pattern in (PLACE.pattern, r"--[a-z][\w-]*", r"'vhdesk [^']*'"):
            found, kept = (
                Counter(match[0] for match in re.finditer(pattern, text))
                for text in (sentence.source, sentence.translation)
            )
            if found != kept:
                wrong.append((sentence.source, sentence.translation))
        full = "。" if language == "zh_CN" else "."
        if sentence.source.endswith(".") != sentence.translation.endswith(full) or "  " in sentence.translation:
            wrong.append((sentence.source, sentence.translation))
    assert not wrong


# finding them again


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finished_sentence_is_found_again_with_its_values(speak, language: str) -> None:
    speak(language)
    for sentence in catalogue(language):
        text, used = filled(sentence)
        assert told(text) == expected(language, sentence, used), sentence.source
        assert all(value in told(text) for value in used if value not in (SAID, FIGURE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_taken_for_another(language: str) -> None:
    known = catalogue(language)
    for sentence in known:
        parsed = core_texts._parse(filled(sentence)[0], known) or []
        assert [found.source for found, _ in parsed] == [sentence.source]


@given(
    st.lists(st.sampled_from(ALL), min_size=2, max_size=2),
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1), min_size=1, max_size=6),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sentences_behind_one_another_are_told_one_by_one(chosen, values) -> None:
    language = chosen[0][0]
    ended = [s for _, s in chosen if s.source.endswith(".") and not s.source.startswith("{")]
    ended = [s for s in ended if s in catalogue(language)]
    each = [filled(sentence) for sentence in ended]
    try:
        core_texts.speak(language)
        assert told(" ".join(text for text, _ in each)) == told_all(text for text, _ in each)
        # Whatever the values are, something is told and nothing fails.
        assert all(told(filled(sentence, tuple(values))[0]) for sentence in ended)
    finally:
        core_texts.speak("en")


def test_english_and_unknown_sentences_stay(speak, caplog: pytest.LogCaptureFixture) -> None:
    assert told("The file is empty (0 bytes). Copy it again from its source.").startswith("The file is empty")
    speak("de")
    with caplog.at_level(logging.DEBUG, "vhdesk.ui.core_texts"):
        assert told("Nobody has ever written this.") == "Nobody has ever written this."
    assert "Nobody has ever written this." in caplog.text
    assert told("") == ""


def test_figures_follow_the_language_and_names_do_not(speak) -> None:
    speak("de")
    text = told(
        "Compacting the library needs 1204.50 GB in /disk 1.5, and 0.25 GB are free. Free some space; nothing was "
        "changed."
    )
    assert "1.204,50 GB in /disk 1.5" in text
    assert "0,25 GB" in text


# what is really raised


def raised(do: Callable[[], object]) -> VhdeskError:
    with pytest.raises(VhdeskError) as caught:
        do()
    return caught.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_core_raises_is_told(speak, language: str, tmp_path: Path) -> None:
    from vhdesk.desk import Desk, SearchOptions
    from vhdesk.evaluation.codes_file import read_outputs
    from vhdesk.inputs import checked_file, checked_folder
    from vhdesk.library.backup import need_room
    from vhdesk.library.connection import read_only
    from vhdesk.systems.card import card
    from vhdesk.systems.weights.store import WeightStore
    from vhdesk.training.options import TrainOptions

    speak(language)
    broken = tmp_path / "broken.vhdesk"
    broken.write_bytes(b"this is no library" * 1000)
    (tmp_path / "codes.npz").write_bytes(b"none")
    faults = [
        *(unreadable(kind) for kind in SENTENCES),
        raised(lambda: Settings().replace("search", bits=7)),
        raised(lambda: Settings().replace("indexing", workers=-1)),
        raised(lambda: checked_file(tmp_path / "a. b.mp4")),
        raised(lambda: checked_file(tmp_path)),
        raised(lambda: checked_folder(tmp_path / "nowhere")),
        raised(lambda: need_room(str(tmp_path), 10**18, "Compacting the library")),
        raised(lambda: Desk(broken, Settings()).open()),
        raised(lambda: SearchOptions(mask_ratio=2.0).check("desk", (64,))),
        raised(lambda: SearchOptions(bits=65).check("desk", (64,))),
        raised(lambda: card("nobody")),
        raised(lambda: WeightStore("ftp://nowhere")),
        raised(lambda: read_outputs(str(tmp_path / "codes.npz"), ("test",))),
        raised(lambda: TrainOptions().check()),
        raised(lambda: TrainOptions(steps=0).check()),
        read_only(str(broken)),
    ]
    for fault in faults:
        text = told(fault)
        assert text != str(fault)
        assert "." not in text[-1:] if language == "zh_CN" else text.endswith(".")
        for value in re.findall(rf"{re.escape(str(tmp_path))}\S*?(?=[ .,:;]|$)", str(fault)):
            assert value in text


def test_a_german_window_says_in_place_why_a_file_cannot_be_searched_by(
    qtbot: QtBot, speak, make_window: MakeWindow, library: Path, tmp_path: Path
) -> None:
    speak("de")
    window = make_window(library, Settings().replace("window", language="de"))
    broken = tmp_path / "kaputt.mp4"
    broken.write_bytes(b"this is no video" * 100)
    drop(window, files(broken))
    qtbot.waitUntil(window.query.card.problem.isVisible, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not window.searching, timeout=LONG_MS)
    shown = window.query.card.problem.text()
    assert shown in {s.translation for s in catalogue("de") if s.source in SENTENCES.values()}
    window.search(tmp_path / "weg.mp4")
    qtbot.waitUntil(lambda: "weg.mp4" in window.query.card.problem.text(), timeout=LONG_MS)
    assert window.query.card.problem.text().startswith("Es gibt keine Datei ")


def test_a_chinese_window_lists_failed_files_with_chinese_reasons(
    qtbot: QtBot, speak, make_window: MakeWindow, library: Path
) -> None:
    speak("zh_CN")
    window = make_window(library, Settings().replace("window", language="zh_CN"))
    window.ask_failures()
    qtbot.waitUntil(lambda: window.failures_dialog is not None, timeout=LONG_MS)
    dialog = window.failures_dialog
    model = dialog.table.model()
    reason = model.index(0, 1).data()
    assert reason in {s.translation for s in catalogue("zh_CN") if s.source in SENTENCES.values()}
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == f"{model.index(0, 0).data()}\t{reason}"
    dialog.close()


# collecting them


def collected(folder: Path, code: str) -> set[str]:
    (folder / "part.py").write_text(textwrap.dedent(code), "utf-8")
    return set(TOOL.core_sentences().sentences(folder)) - set(TOOL.core_sentences().SYSTEM)


def test_sentences_are_collected_with_their_values(tmp_path: Path) -> None:
    found = collected(
        tmp_path,
        '''
        """This is documentation. It is not collected."""
        import logging
        from vhdesk.errors import BadInput, VhdeskError
        log = logging.getLogger()
        REMEDY = "Choose another"
        class _Passing(Exception):
            """Some fault."""
        class Worse(VhdeskError):
            """A worse fault."""
        def one(path, share):
            """A sentence of a docstring. Not this."""
            log.warning("This is for the log %s.", path)
            log.info(f"This is for the log, too: {path}.")
            kind = "picture" if share else "video"
            raise BadInput(f"There is no {kind} in {path} ({share:.1f} %). {REMEDY} name.")
        def two(names):
            try:
                one(1, 2)
            except Worse as problem:
                raise BadInput(f"It failed: {problem}.") from problem
            except OSError as problem:
                raise Worse(f"It failed for '{names}': {problem.strerror}.") from problem
            except ValueError as problem:
                raise _Passing("the line was cut") from problem
        def three(job):
            return f"{job} needs room, and there is none."
        def four(count):
            three("Cooking")
            found = ["{} of the pots are empty.", "no sentence", "Title Case"]
            for name, value in (("salt", 1), ("ground pepper", 2)):
                found.append(f"The {name} is {value}, which is too much.")
            return found
        ''',
    )
    assert found == {
        "There is no picture in {0} ({1#} %). Choose another name.",
        "There is no video in {0} ({1#} %). Choose another name.",
        "It failed: {0!}.",
        "It failed for '{0}': {1!}.",
        "the line was cut",
        "Cooking needs room, and there is none.",
        "{0} of the pots are empty.",
        "The salt is {0}, which is too much.",
        "The ground pepper is {0}, which is too much.",
    }


def test_a_new_sentence_without_translation_is_seen(tmp_path: Path) -> None:
    found = collected(tmp_path, 'def new():\n    return "This sentence is new, and nobody has translated it."\n')
    assert found - {sentence.source for sentence in catalogue("de")} == found != set()


def test_the_window_s_own_faults_are_collected_and_its_texts_are_not(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "page.py").write_text(
        'from vhdesk.errors import BadInput\nTEXT = "This text goes through Qt alone."\n'
        'def one(name):\n    raise BadInput(f"The window cannot use {name}.")\n'
    )
    found = collected(tmp_path, "from vhdesk.errors import VhdeskError\nclass BadInput(VhdeskError):\n    pass\n")
    assert found == {"The window cannot use {0}."}
