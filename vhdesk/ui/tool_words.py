"""Sentences of the core in the window's words: what is a flag or a command there is a button or a field here."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def for_window(sentence: str, titles: Mapping[str, str] | None = None) -> str:
    """A sentence of the core as the window shows it.

    Args:
        sentence: as faults and notes have it, in the window's language already.
        titles: of the fields on the page, by the name of the option.
    """
    translate = QCoreApplication.translate
    quoted = translate("tool words", "“{name}”")
    titles = {"mirror": translate("tool words", "Mirror address"), **(titles or {})}
    for pattern, text in (
        (r"'vhdesk models import [^']*'", translate("tool words", "Import a file…")),
        (r"'vhdesk models download [^']*'", translate("tool words", "Download")),
        (r"'vhdesk models remove [^']*'", translate("tool words", "Remove…")),
        (r"'vhdesk train [^']*'", translate("tool words", "Train…")),
    ):
        sentence = re.sub(pattern, quoted.replace("{name}", text), sentence)
    for first in "nN":
        sentence = sentence.replace(
            f"{first}ame a mirror with --mirror", f"{first}ame a mirror in the settings: --mirror"
        )
    sentence = sentence.replace("the same command goes on", "the next one goes on")

    def title(found: re.Match[str]) -> str:
        name = found[1].replace("-", "_")
        return quoted.replace("{name}", titles.get(name, name.replace("_", " ")))

    # a flag, and what stands for its value
    return re.sub(r"--([a-z][a-z-]*)(?: [A-Z]{2,}(?:\.\w+)?)?", title, sentence)
