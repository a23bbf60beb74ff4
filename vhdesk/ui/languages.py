"""The languages of the window: which one is on, and Qt's own texts in it.

Everything that is written in ``vhdesk/ui``, and the titles and helps of the settings, is translated by Qt; what the
core says (faults, notes of an answer) by :mod:`vhdesk.ui.core_texts`.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from vhdesk.assets import asset
from vhdesk.errors import InternalBug
from vhdesk.ui.core_texts import speak

log = logging.getLogger(__name__)

# Each under its own name, so that everybody finds theirs.
NAMES = {"en": "English", "de": "Deutsch", "zh_CN": "简体中文"}
_OURS = "vhdesk translation"


def resolve(choice: str) -> str:
    """The language that a value of the setting means: ``system`` is the first of the system's that we speak."""
    if choice in NAMES:
        return choice
    for name in QLocale.system().uiLanguages():
        locale = QLocale(name)
        if locale.language() is QLocale.Language.Chinese and locale.script() is QLocale.Script.SimplifiedChineseScript:
            return "zh_CN"
        for code in ("en", "de"):
            if locale.language() is QLocale(code).language():
                return code
    return "en"


def install(app: QCoreApplication, choice: str = "system") -> str:
    """Let everything that is made from now on speak a language; gives its code.

    Plural forms are translations too, so English has a file of its own. Without our files texts stay as in the code.
    """
    for old in app.findChildren(QTranslator, _OURS):
        app.removeTranslator(old)
        old.setParent(None)
        old.deleteLater()
    code = resolve(choice)
    speak(code)
    QLocale.setDefault(QLocale(code) if choice in NAMES else QLocale.system())
    for folder, name in ((_qt_folder(), f"qtbase_{code}"), (_our_folder(), f"vhdesk_{code}")):
        translator = QTranslator(app)
        translator.setObjectName(_OURS)
        if folder is not None and translator.load(name, str(folder)):
            app.installTranslator(translator)
        elif not (code == "en" and name.startswith("qtbase")):
            log.warning("There is no translation %s.", name)
    return code


def _qt_folder() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))


def _our_folder() -> Path | None:
    try:
        return asset("resources", "translations")
    except InternalBug:
        return None


def setting_text(text: str) -> str:
    """A title, help or choice of ``vhdesk/settings.py`` in the language that is on."""
    return QCoreApplication.translate("Settings", text)
