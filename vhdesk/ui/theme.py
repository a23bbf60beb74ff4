"""The two looks of the window: their colours, the one style sheet, the palette and the icons."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from vhdesk.assets import asset


@dataclass(frozen=True)
class Tokens:
    """The colours of one look, by the role that they play.

    Attributes:
        accent: what the user chose or is doing.
        good: measured closeness and progress.
        warn: what needs attention.
        on_accent: text on the accent, with at least the contrast that WCAG AA asks.
        pill: ground of the small labels that lie on thumbnails.
    """

    background: str
    panel: str
    card: str
    line: str
    text: str
    dim: str
    accent: str
    accent_hover: str
    good: str
    warn: str
    selected: str
    on_accent: str
    hover: str
    well: str
    pill: str = "#d9101216"
    pill_text: str = "#ffffff"


DARK = Tokens(
    background="#16181d",
    panel="#1d2027",
    card="#22262e",
    line="#2b2f38",
    text="#e7e9ee",
    dim="#9ba3b2",
    accent="#5b9dff",
    accent_hover="#78aeff",
    good="#38c793",
    warn="#f0b429",
    selected="#2a3a55",
    on_accent="#0b1526",
    hover="#2a2f39",
    well="#14161a",
)
LIGHT = Tokens(
    background="#f4f5f8",
    panel="#ffffff",
    card="#ffffff",
    line="#dfe2e8",
    text="#1b1f27",
    dim="#5d6675",
    accent="#1f6feb",
    accent_hover="#1a60cf",
    good="#12805c",
    warn="#8a5c00",
    selected="#dbe8ff",
    on_accent="#ffffff",
    hover="#eef1f6",
    well="#e6e9ef",
)

ICON_SIZES = (16, 20, 24, 32, 48, 64)


class Theme(QObject):
    """The look that is on, and whoever wants to know when it changes.

    Attributes:
        choice: ``system``, ``light`` or ``dark``.
        percent: size of the text, in percent of the system's.
        tokens: the colours of the look that is on.

    Signals:
        changed: another look or text size is on; icons and painted things are to be made again.
    """

    changed = Signal()

    def __init__(
        self, app: QApplication, choice: str = "system", parent: QObject | None = None, *, percent: int = 100
    ) -> None:
        super().__init__(parent)
        self._app = app
        self.choice = choice
        self.percent = percent
        self.tokens = LIGHT
        self._icons: dict[tuple[str, str], QIcon] = {}
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.apply(choice)

    @property
    def dark(self) -> bool:
        """Whether the dark look is on."""
        return self.tokens is DARK

    @Slot()
    def _follow_system(self) -> None:
        if self.choice == "system":
            self.apply("system")

    def scale(self, percent: int) -> None:
        """Let all text be as large as so many percent of the system's."""
        self.percent = percent
        self.apply(self.choice)

    def apply(self, choice: str) -> None:
        """Put a look on: ``system``, ``light`` or ``dark``."""
        self.choice = choice
        dark = choice == "dark"
        if choice == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.tokens = DARK if dark else LIGHT
        self._icons.clear()
        self._app.setPalette(palette(self.tokens))
        points = system_points(self._app) * self.percent / 100
        font = QFont(self._app.font())
        if abs(font.pointSizeF() - points) > 0.01:
            font.setPointSizeF(points)
            self._app.setFont(font)
        self._app.setStyleSheet(style_sheet(self.tokens, points))
        self.changed.emit()

    def colour(self, role: str) -> QColor:
        """The colour of a role of :class:`Tokens`."""
        return QColor(getattr(self.tokens, role))

    def icon(self, name: str, role: str = "text") -> QIcon:
        """One of our icons in the colour of a role, sharp on every screen."""
        key = (name, role)
        if key not in self._icons:
            icon = QIcon()
            for size in ICON_SIZES:
                icon.addPixmap(svg_pixmap(name, size, self.colour(role).name()))
            icon.addPixmap(svg_pixmap(name, 16, self.colour("line").name()), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(self, name: str, size: int, role: str, ratio: float) -> QPixmap:
        """One of our icons as a picture of ``size`` logical pixels."""
        pixmap = svg_pixmap(name, round(size * ratio), self.colour(role).name())
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def system_points(app: QApplication) -> float:
    """Size of text in points as the system gives it, noted before the first look changes it."""
    noted = app.property("vhdesk_points")
    if noted is None:
        points = app.font().pointSizeF()
        noted = points if points > 0 else QFontInfo(app.font()).pointSizeF()
        app.setProperty("vhdesk_points", noted)
    return float(noted)


def style_sheet(tokens: Tokens, points: float) -> str:
    """The style sheet of ``resources/styles`` with the colours and text sizes of one look."""
    values = {name: colour for name, colour in dataclasses.asdict(tokens).items() if not name.startswith("pill")}
    sizes = {"small": 0.9, "base": 1.0, "lead": 1.2, "title": 1.7}
    values |= {f"{name}_size": f"{points * factor:.2f}pt" for name, factor in sizes.items()}
    values["bar_height"] = f"{max(24, round(points * 2.7))}px"
    # The marks of boxes are pictures, whose colours a style sheet cannot set.
    values |= {"icons": asset("resources", "icons").as_posix(), "look": "dark" if tokens is DARK else "light"}
    return Template(asset("resources", "styles", "window.qss").read_text("utf-8")).substitute(values)


def palette(tokens: Tokens) -> QPalette:
    """The palette that Fusion draws with where the style sheet is silent."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, colour in {
        role.Window: tokens.background,
        role.WindowText: tokens.text,
        role.Base: tokens.panel,
        role.AlternateBase: tokens.card,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.dim,
        role.Button: tokens.card,
        role.ButtonText: tokens.text,
        role.ToolTipBase: tokens.card,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.Mid: tokens.line,
        role.Accent: tokens.accent,
    }.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(tokens.dim)
        faded.setAlpha(150)
        made.setColor(QPalette.ColorGroup.Disabled, name, faded)
    return made


def svg_pixmap(name: str, pixels: int, colour: str) -> QPixmap:
    """Draw an icon of ``resources/icons`` at ``pixels`` device pixels; its ``currentColor`` becomes ``colour``."""
    source = asset("resources", "icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def application_icon() -> QIcon:
    """The icon of the program."""
    icon = QIcon()
    for size in (*ICON_SIZES, 128, 256):
        icon.addPixmap(svg_pixmap("vhdesk", size, "#000000"))
    return icon
