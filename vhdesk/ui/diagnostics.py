"""What a report about a fault needs, to be read before it is copied; names of files only where the user says so."""

from __future__ import annotations

import dataclasses
import logging
from collections import Counter
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from vhdesk.settings import GROUPS, Settings
from vhdesk.ui.controls import button, label
from vhdesk.ui.log_tail import Line

NEWEST_LINES = 200


def report(facts: dict[str, Any], settings: Settings, lines: list[Line], *, names: bool) -> str:
    """Facts of the machine, changed settings and the log, as text for a person and a program.

    Args:
        facts: of ``Desk.diagnose``.
        settings: those that are not the defaults are listed.
        lines: of the log.
        names: whether names of files and folders may appear; without them the log is told by counts alone, since any
            line may hold one.
    """
    shown = {name: value for name, value in facts.items() if names or name != "folders"}
    parts = ["vhdesk diagnostics", "", *_nested(shown), "", "settings that were changed:"]
    parts += _changed(settings, names=names) or ["  none"]
    parts.append("")
    if names:
        parts.append(f"log, the newest {NEWEST_LINES} lines:")
        parts += [
            f"  {logging.getLevelName(line.level)} {line.source}: {line.text}" for line in lines[-NEWEST_LINES:]
        ] or ["  empty"]
    else:
        parts.append("log, lines by level and part:")
        counts = Counter((logging.getLevelName(line.level), line.source) for line in lines)
        parts += [f"  {level} {source}: {count}" for (level, source), count in sorted(counts.items())] or ["  empty"]
    return "\n".join(parts) + "\n"


def _changed(settings: Settings, *, names: bool) -> list[str]:
    lines = []
    for group in GROUPS:
        for item in dataclasses.fields(getattr(settings, group)):
            value = getattr(getattr(settings, group), item.name)
            if value != item.default:
                # A free text may hold a path.
                private = isinstance(value, str) and not item.metadata["choices"] and not names
                lines.append(f"  {group}.{item.name} = {'(a text)' if private else repr(value)}")
    return lines


def _nested(facts: dict[str, Any], indent: str = "") -> list[str]:
    lines = []
    for name, value in facts.items():
        if isinstance(value, dict):
            lines += [f"{indent}{name}:", *_nested(value, indent + "  ")]
        else:
            text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
            lines.append(f"{indent}{name}: {text}")
    return lines


class DiagnosticsDialog(QDialog):
    """Shows the report and copies it.

    Attributes:
        text: the report as it would be copied.
        names: whether names of files may be in it.
    """

    def __init__(self, settings: Settings, lines: list[Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Diagnostics"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings, self._lines = settings, lines
        self._facts: dict[str, Any] | None = None
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The report as it would be copied"))
        self.names = QCheckBox(self.tr("With names of files and folders, and the lines of the log"), self)
        self.names.setAccessibleName(self.names.text())
        self.names.setAccessibleDescription(self.tr("Names can help to find a fault. They may be private."))
        self.copy_button = button(self.tr("Copy"), self.tr("Copy the report"), "primary", self)
        self.close_button = button(self.tr("Close"), self.tr("Close the report"), parent=self)
        self.copied = label("", "small", self)
        self.names.toggled.connect(self._show)
        self.copy_button.clicked.connect(self.copy)
        self.close_button.clicked.connect(self.close)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 110, metrics.height() * 32)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        hint = self.tr("For a report about a fault. Nothing is sent: it is copied, and you decide where it goes.")
        layout.addWidget(label(hint, "dim", self, wrap=True))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.names)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copied, 1)
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
        layout.addLayout(row)
        self._show()

    def show_facts(self, facts: dict[str, Any]) -> None:
        """The machine was examined."""
        self._facts = facts
        self._show()

    def show_problem(self, sentence: str) -> None:
        """It could not be examined; the rest can be copied."""
        self.show_facts({"examination": sentence})

    @Slot()
    def _show(self) -> None:
        ready = self._facts is not None
        self.copy_button.setEnabled(ready)
        if self._facts is None:
            self.text.setPlainText(self.tr("The machine is being examined…"))
            return
        self.text.setPlainText(report(self._facts, self._settings, self._lines, names=self.names.isChecked()))
        self.copied.clear()

    @Slot()
    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copied.setText(self.tr("Copied."))
