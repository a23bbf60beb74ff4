"""Buttons that open a menu of choices and show the one that is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from vhdesk.ui.formats import number

WIDEST, WIDEST_CHOICE = 160, 420


def menu_button(name: str, parent: QWidget) -> QToolButton:
    """A button with an empty menu; ``name`` is what it says to a screen reader and to the mouse."""
    made = QToolButton(parent)
    made.setProperty("role", "menu")
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMenu(QMenu(made))
    return made


def show_choice(part: QToolButton, text: str, *, chosen: bool) -> None:
    """Show what is taken; one that was ``chosen`` and is not there from the beginning stands out."""
    part.setText(part.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, WIDEST) + " ▾")
    part.setProperty("chosen", chosen)
    part.style().polish(part)


def fill_choices(
    part: QToolButton,
    everything: str,
    found: Iterable[tuple[str, str, int]],
    chosen: str,
    slot: Callable[[], None],
) -> None:
    """Fill the menu anew: ``everything`` for no choice, then data, text and count (0: none is shown) of each."""
    menu = part.menu()
    menu.clear()
    for data, text, count in [("", everything, 0), *found]:
        shown = part.fontMetrics().elidedText(text.replace("&", "&&"), Qt.TextElideMode.ElideMiddle, WIDEST_CHOICE)
        action = menu.addAction(f"{shown}\t{number(count)}" if count else shown)
        action.setCheckable(True)
        action.setChecked(data == chosen)
        action.setData(data)
        action.triggered.connect(slot)
