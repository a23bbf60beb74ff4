"""What can be done with the items of a view: by keys while it has the keyboard, and in its context menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu


def add_actions(
    view: QAbstractItemView, texts: Iterable[tuple[str, str, QKeySequence]], slot: Callable[[], None]
) -> dict[str, QAction]:
    """Give a view actions (name, text, key), whose ``data`` is their name; all of them call one slot."""
    made = {}
    for name, text, keys in texts:
        action = QAction(text, view)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.setData(name)
        action.triggered.connect(slot)
        view.addAction(action)
        made[name] = action
    return made


def opens_menu(event: QKeyEvent) -> bool:
    """Whether a key is the menu key, or Shift+F10 where there is none."""
    shifted = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shifted)


def pop_up(view: QAbstractItemView, actions: Mapping[str, QAction], parts: Sequence[Sequence[str]], at: QPoint) -> None:
    """Open the menu of some actions at a place of the viewport."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for names in parts:
        menu.addActions([actions[name] for name in names])
        menu.addSeparator()
    menu.popup(view.viewport().mapToGlobal(at))
