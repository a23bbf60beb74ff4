"""The settings, generated from the typed ones: searchable, applied at once, each with its default and its effect."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from vhdesk import settings as settings_module
from vhdesk.settings import GROUPS, Settings
from vhdesk.ui.controls import button, label
from vhdesk.ui.dock_title import DockTitle
from vhdesk.ui.languages import setting_text
from vhdesk.ui.preferences import Preferences
from vhdesk.ui.setting_row import SettingRow
from vhdesk.ui.theme import Theme


class Notice(QFrame):
    """A sentence with one thing to do about it; hidden while there is nothing to say."""

    def __init__(self, sentence: str, action: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.sentence = label(sentence, "", self, wrap=True)
        self.button = button(action, accessible, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.sentence)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()


class SettingsDock(QDockWidget):
    """A dock beside the work, not a dialog before it.

    Attributes:
        rows: every setting, by ``group.name``.
        search: narrows them down.
        restart: offers to open the window again after changes that need it.
        reindex: offers to index again after changes that need it.

    Signals:
        restart_asked: open the window again.
        reindex_asked: index all folders again.
        said: a sentence for the status bar.
    """

    restart_asked = Signal()
    reindex_asked = Signal()
    said = Signal(str)

    def __init__(self, preferences: Preferences, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setTitleBarWidget(DockTitle(theme, self))
        self.setObjectName("settingsDock")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._preferences = preferences
        self._before: Settings | None = None
        self._began_with = preferences.settings
        self.rows: dict[str, SettingRow] = {}
        self._groups: dict[str, QWidget] = {}
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.nothing = label(self.tr("No setting has these words."), "dim", self, wrap=True)
        self.nothing.hide()
        self._make_notices()
        self.file_button = button(
            self.tr("Open settings file"), self.tr("Open the settings file in an editor"), parent=self
        )
        self.reset_button = button(self.tr("Reset all"), self.tr("Give every setting its default"), parent=self)
        self.file_button.clicked.connect(self.open_file)
        self.reset_button.clicked.connect(self._reset_or_undo)
        self._lay_out()
        preferences.changed.connect(self._on_changed)
        self._show_reset()

    def _make_notices(self) -> None:
        self.restart = Notice(
            self.tr("Some changes take effect when the window is opened again."),
            self.tr("Open again now"),
            self.tr("Close the window and open it again"),
            self,
        )
        self.restart.button.clicked.connect(self.restart_asked)
        self.reindex = Notice(
            self.tr("Some changes take effect when the folders are indexed again."),
            self.tr("Index again"),
            self.tr("Index all folders again"),
            self,
        )
        self.reindex.button.clicked.connect(self._reindex)

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setObjectName("settingsBody")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 12, 0, 12)
        layout.setSpacing(12)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, 16, 0)
        head.addWidget(self.search)
        layout.addLayout(head)
        layout.addWidget(self.nothing)
        layout.addWidget(self._make_list(), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, 16, 0)
        foot.setSpacing(8)
        foot.addWidget(self.restart)
        foot.addWidget(self.reindex)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.file_button, 1)
        buttons.addWidget(self.reset_button, 1)
        foot.addLayout(buttons)
        layout.addLayout(foot)
        self.setWidget(body)

    def _make_list(self) -> QScrollArea:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(16)
        for group, kind in GROUPS.items():
            part = QWidget(inside)
            rows = QVBoxLayout(part)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(0)
            rows.addWidget(label(setting_text(kind.__name__.removesuffix("Settings")).upper(), "caption", part))
            for item in dataclasses.fields(kind):
                row = SettingRow(self._preferences, group, item, part)
                self.rows[f"{group}.{item.name}"] = row
                rows.addWidget(row)
            self._groups[group] = part
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("plain")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._area, self._inside = area, inside
        self._fit()
        return area

    def _fit(self) -> None:
        """Wide enough for every row: nothing is scrolled sideways."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._inside.minimumSizeHint().width() + bar)

    def changeEvent(self, event: QEvent) -> None:
        """The rows grow with the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_area"):
            self._fit()

    @Slot(str)
    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for group, part in self._groups.items():
            rows = [row for row in self.rows.values() if row.group == group]
            for row in rows:
                row.setVisible(all(word in row.words for word in words))
            part.setVisible(any(not row.isHidden() for row in rows))
        self.nothing.setVisible(all(part.isHidden() for part in self._groups.values()))

    def reveal(self, key: str) -> SettingRow:
        """Show one setting, ``group.name``, and put the keyboard on it."""
        self.search.clear()
        row = self.rows[key]
        self.show()
        layout = self._inside.layout()
        if layout is not None:
            layout.activate()
        self._area.ensureWidgetVisible(row)
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return row

    @Slot(str, str)
    def _on_changed(self, group: str, name: str) -> None:
        self.rows[f"{group}.{name}"].refresh()
        self.restart.setVisible(self._differs("restart"))
        self.reindex.setVisible(self._differs("reindex"))
        self._show_reset()

    def _differs(self, effect: str) -> bool:
        """Whether a setting of this effect is not what it was when the window was opened, or last indexed."""
        return any(
            getattr(getattr(self._began_with, group), item.name) != self._preferences.value(group, item.name)
            for group, kind in GROUPS.items()
            for item in dataclasses.fields(kind)
            if item.metadata["effect"] == effect
        )

    @Slot()
    def _reindex(self) -> None:
        self.reindex.hide()
        now = self._preferences.settings
        changed = {group: getattr(now, group) for group in GROUPS}
        kept = self._began_with
        # What waits for a restart goes on waiting.
        for group, kind in GROUPS.items():
            for item in dataclasses.fields(kind):
                if item.metadata["effect"] == "restart":
                    old = getattr(getattr(kept, group), item.name)
                    changed[group] = dataclasses.replace(changed[group], **{item.name: old})
        self._began_with = dataclasses.replace(now, **changed)
        self.reindex_asked.emit()

    @Slot()
    def _reset_or_undo(self) -> None:
        if self._before is not None:
            before, self._before = self._before, None
            self._preferences.put(before)
            self.said.emit(self.tr("The settings are as they were."))
        else:
            before = self._preferences.reset_all()
            self._before = before
            self.said.emit(self.tr("Every setting has its default."))
        self._show_reset()

    def _show_reset(self) -> None:
        if self._before is not None and self._preferences.settings != Settings():
            self._before = None  # something was changed since
        undo = self._before is not None
        self.reset_button.setText(self.tr("Undo the reset") if undo else self.tr("Reset all"))
        self.reset_button.setAccessibleName(
            self.tr("Take back the reset of all settings") if undo else self.tr("Give every setting its default")
        )
        self.reset_button.setEnabled(undo or self._preferences.settings != Settings())

    @Slot()
    def open_file(self) -> None:
        """Open the file in whatever opens such files."""
        path = settings_module.settings_file()
        if not path.exists():
            self._preferences.put(self._preferences.settings)
        if not path.exists() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(self.tr("No program was found that opens {path}.").replace("{path}", str(path)))
