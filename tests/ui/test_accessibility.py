"""For everybody: names, the way of the keyboard, contrast, what colour alone would say."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LONG_MS, MakeWindow
from tests.ui.pages import pages
from tests.ui.test_window import contrast
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.theme import DARK, LIGHT, Theme, Tokens, palette, style_sheet

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
)
# Their names say where they are, not yet what may be put there.
DESCRIBED = (QCheckBox, QComboBox, QLineEdit)


@pytest.fixture
def window(make_window: MakeWindow, library: Path) -> MainWindow:
    return make_window(library)


def of_ours(widget: QWidget) -> bool:
    """Scroll bars, headers, and the parts that Qt puts into its own widgets are named by Qt."""
    holder: QWidget | None = widget
    while holder is not None:
        inside = holder is not widget and isinstance(holder, QComboBox | QLineEdit | QAbstractItemView)
        if inside or isinstance(holder, QScrollBar | QHeaderView) or holder.objectName().startswith("qt_"):
            return False
        holder = holder.parentWidget()
    return True


def spoken(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def test_every_control_on_every_page_has_a_name(qtbot: QtBot, window: MainWindow, clip_folder: Path) -> None:
    nameless, undescribed, unreachable = set(), set(), set()
    for name, page in pages(qtbot, window, clip_folder / "odd" / "clip1.mp4"):
        for widget in page.findChildren(QWidget):
            if not isinstance(widget, INTERACTIVE) or not widget.isVisible() or not of_ours(widget):
                continue
            what = f"{name}: {type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"
            if not spoken(widget):
                nameless.add(what)
            if isinstance(widget, DESCRIBED) and not (
                widget.accessibleDescription() or widget.toolTip() or getattr(widget, "placeholderText", str)()
            ):
                undescribed.add(what)
            if not isinstance(widget, QProgressBar) and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                unreachable.add(what)
    assert not nameless
    assert not undescribed
    assert not unreachable


def tab_order(top: QWidget) -> list[QWidget]:
    """What Tab visits below a widget, in its order."""
    found, widget = [], top
    while (widget := widget.nextInFocusChain()) is not top and widget is not None:
        if (
            widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and top.isAncestorOf(widget)
        ):
            found.append(widget)
    return found


def test_tab_goes_down_the_settings(window: MainWindow) -> None:
    window.shell.show_settings()
    dock = window.shell.settings_dock
    assert dock is not None
    editors = [widget for widget in tab_order(dock) if widget in {row.editor for row in dock.rows.values()}]
    heights = [editor.mapTo(dock, QPoint(0, 0)).y() for editor in editors]
    assert heights == sorted(heights)
    assert len(editors) == len(dock.rows)


def test_the_wizard_is_gone_through_by_keyboard(qtbot: QtBot, window: MainWindow, clip_folder: Path) -> None:
    window.shell.add_folders((clip_folder,))
    wizard = window.shell.wizard
    assert wizard is not None
    order = tab_order(wizard)
    assert wizard.folders_page.list in order
    assert wizard.folders_page.add_button in order
    wizard.button(wizard.WizardButton.NextButton).setFocus()
    qtbot.keyClick(wizard.button(wizard.WizardButton.NextButton), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: wizard.found_page.survey is not None, timeout=LONG_MS)
    qtbot.keyClick(wizard.button(wizard.WizardButton.NextButton), Qt.Key.Key_Space)
    assert wizard.currentPage() is wizard.options_page
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert window.shell.wizard is None


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
def test_the_focus_is_seen(tokens: Tokens) -> None:
    """Every kind of control has a rule for its focus, in a colour that stands out by 3 to 1."""
    sheet = style_sheet(tokens, 10)
    for kind in ("QPushButton:focus", "QLineEdit:focus", "QComboBox:focus", "QCheckBox:focus", "QTableView:focus"):
        rule = sheet.split(kind, 1)[1].split("}", 1)[0]
        assert tokens.accent in rule, kind
    for ground in ("background", "panel", "card"):
        assert contrast(tokens.accent, getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
def test_marks_that_are_no_text_stand_out(tokens: Tokens) -> None:
    for ground in ("background", "panel", "card"):
        assert contrast(tokens.dim, getattr(tokens, ground)) >= 3, "the frame of an empty box"
        assert contrast("#7b8494", getattr(tokens, ground)) >= 3, "the arrow of a list"
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.pill_text, QColor(tokens.pill).name()) >= 4.5
    made = palette(tokens)
    assert contrast(made.color(made.ColorRole.PlaceholderText).name(), tokens.card) >= 4.5
    assert contrast(made.color(made.ColorRole.Link).name(), tokens.panel) >= 4.5


class Hints(QObject):
    """The style hints of a system with a look of its own, which the offscreen platform lacks."""

    colorSchemeChanged = Signal(object)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


class System:
    """The application, but for its hints."""

    def __init__(self, app: QApplication, hints: Hints) -> None:
        self._app, self._hints = app, hints

    def styleHints(self) -> Hints:
        return self._hints

    def __getattr__(self, name: str) -> object:
        return getattr(self._app, name)


def test_the_look_follows_the_system_live(qapp: QApplication) -> None:
    hints = Hints()
    theme = Theme(System(qapp, hints), "system")  # type: ignore[arg-type]
    changes: list[bool] = []
    theme.changed.connect(lambda: changes.append(theme.dark))
    hints.turn(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK
    assert qapp.palette().color(qapp.palette().ColorRole.Window) == QColor(DARK.background)
    hints.turn(Qt.ColorScheme.Light)
    assert theme.tokens is LIGHT
    assert changes == [True, False]
    theme.apply("dark")
    hints.turn(Qt.ColorScheme.Light)
    assert theme.dark, "a chosen look stays"
    theme.apply("light")
    theme.deleteLater()


def test_text_of_another_size_is_the_size_of_the_system_times_percent(qapp: QApplication) -> None:
    before = qapp.font().pointSizeF()
    theme = Theme(qapp, "light", percent=150)
    assert qapp.font().pointSizeF() == pytest.approx(1.5 * before, rel=0.01)
    again = Theme(qapp, "light", percent=100)
    assert qapp.font().pointSizeF() == pytest.approx(before, rel=0.01)
    for made in (theme, again):
        made.deleteLater()
