"""Texts: none untranslated, none clipped, in every language."""

from __future__ import annotations

import ast
import logging
import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject, QPoint, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import REPOSITORY
from tests.ui.conftest import MakeWindow, translations_tool
from tests.ui.pages import pages
from vhdesk.settings import Settings
from vhdesk.ui import languages
from vhdesk.ui.controls import ElidedLabel
from vhdesk.ui.formats import duration, number

TOOL = translations_tool()
TRANSLATED = ("de", "zh_CN")
PLACEHOLDER = re.compile(r"\{\w+\}|%L?n")


def messages(language: str) -> Iterator[tuple[str, ET.Element]]:
    """Context and element of every text."""
    for context in ET.parse(TOOL.source(language)).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message


def forms(message: ET.Element) -> list[str]:
    """The translation, or its plural forms."""
    translation = message.find("translation")
    assert translation is not None
    found = [form.text or "" for form in translation.iter("numerusform")]
    return found or [translation.text or ""]


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[object]:
    """Changes the language; English again afterwards."""
    yield lambda language: languages.install(qapp, language)
    languages.install(qapp, "en")


def test_every_text_of_the_code_is_in_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "translations"
    shutil.copytree(TOOL.FOLDER, folder)
    monkeypatch.setattr(TOOL, "FOLDER", folder)
    TOOL.update()
    for language in TOOL.LANGUAGES:
        kept = (REPOSITORY / "resources" / "translations" / f"vhdesk_{language}.ts").read_text("utf-8")
        made = TOOL.source(language).read_text("utf-8")
        assert made == kept, f"{language}: run 'make translations'"
    for language in TOOL.CORE_LANGUAGES:
        kept = (REPOSITORY / "resources" / "translations" / f"core_{language}.ts").read_text("utf-8")
        assert TOOL.core_source(language).read_text("utf-8") == kept, f"core_{language}: run 'make translations'"


@pytest.mark.parametrize("language", TOOL.LANGUAGES)
def test_no_text_is_unfinished(language: str) -> None:
    assert TOOL.unfinished(TOOL.source(language)) == []
    assert all(all(forms(message)) for _, message in messages(language))


@pytest.mark.parametrize("language", TOOL.LANGUAGES)
def test_placeholders_and_marks_are_those_of_the_source(language: str) -> None:
    wrong = []
    for context, message in messages(language):
        source = message.findtext("source") or ""
        for text in forms(message):
            same = Counter(PLACEHOLDER.findall(text)) == Counter(PLACEHOLDER.findall(source))
            same &= len(re.findall(r"&\w", text)) == len(re.findall(r"&\w", source))
            same &= text.endswith("…") == source.endswith("…")
            same &= text == text.strip()
            if not same:
                wrong.append((context, source, text))
    assert not wrong


def test_no_text_for_the_screen_is_outside_of_tr() -> None:
    """Literals that are handed straight to a widget would stay English."""
    setters = {
        "setText",
        "setToolTip",
        "setWindowTitle",
        "setAccessibleName",
        "setPlaceholderText",
        "setTitle",
        "addAction",
    }
    found = [
        f"{path.name}: {value.value}"
        for path in (REPOSITORY / "vhdesk" / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in setters
        for value in node.args
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and re.search(r"[a-z]{2}", value.value)
    ]
    assert set(found) <= {"main_window.py: vhdesk"}


@pytest.mark.parametrize(
    ("choice", "one", "many"),
    [("en", "1 video", "1,204 videos"), ("de", "1 Video", "1.204 Videos"), ("zh_CN", "1 个视频", "1,204 个视频")],
)
def test_plurals_and_numbers_follow_the_language(speak, choice: str, one: str, many: str) -> None:
    from vhdesk.ui.wizard.found_page import FoundPage

    assert speak(choice) == choice
    assert QApplication.translate("FoundPage", "%Ln video(s)", None, 1) == one
    assert QApplication.translate("FoundPage", "%Ln video(s)", None, 1204) == many
    assert number(1204) in many
    assert FoundPage.staticMetaObject.className() == "FoundPage"


def test_qt_speaks_the_language_too(speak) -> None:
    speak("de")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    speak("en")
    assert QApplication.translate("QPlatformTheme", "Cancel") in ("", "Cancel")


def test_the_system_s_language_is_taken_where_we_speak_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class System:
        def __init__(self, *names: str) -> None:
            self.names = names

        def uiLanguages(self) -> list[str]:
            return list(self.names)

    for names, expected in (
        (("de-AT", "en"), "de"),
        (("zh-Hans-CN", "zh"), "zh_CN"),
        (("zh-Hant-TW", "de"), "de"),
        (("fr-FR", "de-DE"), "de"),
        (("fr-FR",), "en"),
        (("en-GB", "de"), "en"),
    ):
        monkeypatch.setattr(languages.QLocale, "system", staticmethod(lambda names=names: System(*names)))
        assert languages.resolve("system") == expected, names
    assert languages.resolve("zh_CN") == "zh_CN"


def test_durations(speak) -> None:
    speak("en")
    texts = [duration(seconds) for seconds in (0.2, 40, 720, 4800, 7200, 38 * 3600)]
    assert texts == ["1 s", "40 s", "12 min", "1 h 20 min", "2 h", "38 h"]


class Untranslated(QTranslator):
    """Asked last: notes every text that nobody translated before it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        self.asked.add((context, source))
        return None


def bases(name: str) -> list[str]:
    """A class of ours and its bases by name, in the order in which ``tr`` looks."""
    pending = [QObject]
    while pending:
        kind = pending.pop()
        if kind.__name__ == name and kind.__module__.startswith("vhdesk."):
            return [base.__name__ for base in kind.__mro__]
        pending += kind.__subclasses__()
    return [name] if name in {"Settings", "formats", "copies"} else []


def clipped(page: QWidget) -> list[str]:
    """Texts that have less room than they need, or lie outside of what holds them."""
    found = []
    for widget in page.findChildren(QWidget):
        text = getattr(widget, "text", lambda: "")() if isinstance(widget, QLabel | QAbstractButton) else ""
        if isinstance(widget, QComboBox):
            text = widget.currentText()
        internal = widget.objectName().startswith("qt_") or isinstance(widget, ElidedLabel)
        if not text or internal or not widget.isVisibleTo(page) or not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            short = widget.height() < widget.heightForWidth(widget.width())
        else:
            need = widget.minimumSizeHint() if isinstance(widget, QComboBox) else widget.sizeHint()
            short = widget.width() < need.width() or widget.height() < need.height()
        if short or _outside(widget, page):
            found.append(f"{type(widget).__name__} {text!r} {widget.width()}×{widget.height()}")
    return found


def left_clipped(qtbot: QtBot, page: QWidget) -> list[str]:
    """What is clipped once the page has come to rest: panels beside it take their width a moment after their texts."""
    for _ in range(MOST_LOOKS):
        qtbot.wait(20)
        page.grab()
        found = clipped(page)
        if not found:
            break
    return found


def _outside(widget: QWidget, page: QWidget) -> bool:
    """Whether it is cut off at a side; below is where lists go on."""
    holder: QWidget | None = widget.parentWidget()
    while holder is not None and holder is not page and not isinstance(holder.parentWidget(), QScrollArea):
        holder = holder.parentWidget()
    holder = holder or page
    left = widget.mapTo(holder, QPoint(0, 0)).x()
    return left < 0 or left + widget.width() > holder.width()


LARGE = 160
MOST_LOOKS = 50


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", *TRANSLATED])
def test_nothing_on_any_page_is_untranslated_or_clipped(
    qtbot: QtBot,
    qapp: QApplication,
    caplog: pytest.LogCaptureFixture,
    speak,
    make_window: MakeWindow,
    library: Path,
    clip_folder: Path,
    language: str,
) -> None:
    """One walk through all pages for both, and for both sizes of text, since it takes its time."""
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    caplog.set_level(logging.DEBUG, "vhdesk.ui.core_texts")
    spy = Untranslated(qapp)
    qapp.installTranslator(spy)
    speak(language)
    window = make_window(library, Settings().replace("window", language=language))
    window.resize(1440, 900)
    cut = []
    try:
        for percent in (100, LARGE):
            window.theme.scale(percent)
            qtbot.wait(100)
            for name, page in pages(qtbot, window, clip_folder / "odd" / "clip1.mp4"):
                cut += [f"{name}, {percent} %: {text}" for text in left_clipped(qtbot, page)]
    finally:
        window.theme.scale(100)
        qapp.removeTranslator(spy)
    assert not cut, "\n".join(cut)
    assert spy.asked
    if language != "en":
        assert not untranslated(spy.asked, language)
        assert not [record.getMessage() for record in caplog.records if record.name == "vhdesk.ui.core_texts"]


def untranslated(asked: set[tuple[str, str]], language: str) -> set[tuple[str, str]]:
    """What was asked for and is in no file under the class or one of its bases."""
    known = defaultdict(set)
    for context, message in messages(language):
        known[context].add(message.findtext("source"))
    return {
        (context, source)
        for context, source in asked
        if (names := bases(context)) and source and not any(source in known[name] for name in names)
    }


def test_the_locale_is_put_back(speak) -> None:
    speak("de")
    assert QLocale().language() is QLocale.Language.German
    speak("en")
    assert QLocale().language() is QLocale.Language.English
