"""The one way in which the window changes settings: checked, kept on the disk, told to whoever wants to know."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import QObject, Signal

from vhdesk import settings as settings_module
from vhdesk.desk import Desk
from vhdesk.errors import BadInput, DiskProblem
from vhdesk.settings import GROUPS, Settings
from vhdesk.ui.core_texts import told


class Preferences(QObject):
    """The settings of a desk.

    Attributes:
        desk: whose settings these are; another one is put here when another library is opened.

    Signals:
        changed: a value has changed: group and name.
        said: a sentence for the status bar, where the settings could not be saved.
    """

    changed = Signal(str, str)
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self.desk.settings

    def value(self, group: str, name: str) -> Any:
        """One value."""
        return getattr(getattr(self.settings, group), name)

    def set(self, group: str, name: str, value: Any) -> str:
        """Change one value and save it; gives a sentence where it does not fit, else nothing."""
        if value == self.value(group, name):
            return ""
        try:
            changed = self.settings.replace(group, **{name: value})
        except BadInput as problem:
            return told(problem)
        self.put(changed)
        return ""

    def put(self, settings: Settings) -> None:
        """Change many values at once, such as back to what they were."""
        before, self.desk.settings = self.settings, settings
        try:
            settings_module.save(settings)
        except DiskProblem as problem:
            self.said.emit(told(problem))
        for group in GROUPS:
            for item in dataclasses.fields(getattr(settings, group)):
                if getattr(getattr(before, group), item.name) != getattr(getattr(settings, group), item.name):
                    self.changed.emit(group, item.name)

    def reset_all(self) -> Settings:
        """Give every value its default; gives what they were. Keys that this version does not know stay."""
        before = self.settings
        self.put(Settings(unknown=before.unknown))
        return before
