"""Query and result side by side, in step from the matched second, and why they matched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vhdesk.desk import Desk, SearchOptions, SearchResult
from vhdesk.desk.compare import Agreement, agreement
from vhdesk.errors import printable
from vhdesk.ui.agreement_map import AgreementMap, BitGrid
from vhdesk.ui.controls import ElidedLabel, button, label
from vhdesk.ui.formats import clock, cosine, decimal, file_name, number
from vhdesk.ui.frame_loader import FrameLoader
from vhdesk.ui.frame_player import CHUNK_MS, FramePlayer, Side
from vhdesk.ui.frame_view import ZOOM_STEP, FrameView
from vhdesk.ui.side_jobs import Frames, StripRequest
from vhdesk.ui.theme import Theme

SHARP_SIDE = 2560
SHARP_AFTER_MS = 250
SHARP_FROM_ZOOM = 1.2
# With a picture as the query, this much before and after the segment can be seen.
AROUND_MS = 5000


@dataclass(frozen=True)
class AgreementErrand:
    """Compare the codes of a query and of a result's video."""

    query: Path
    options: SearchOptions
    video_id: int

    def do(self, desk: Desk) -> Agreement:
        """Compare."""
        return agreement(desk, self.query, self.options, self.video_id)


class CompareWindow(QWidget):
    """A window of its own.

    Attributes:
        player: both files in step.
        views: of the query and of the result.
        map: segments against segments.
        bits: the bits of the chosen pair.

    Signals:
        closed: the window was closed.
    """

    closed = Signal()

    def __init__(self, theme: Theme, loader: FrameLoader, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("compareWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._loader = loader
        self._result: SearchResult | None = None
        self._agreement: Agreement | None = None
        self.player = FramePlayer(loader, self)
        self.views = (
            FrameView(theme, self.tr("Frame of the query"), self),
            FrameView(theme, self.tr("Frame of the result"), self),
        )
        self._names = (ElidedLabel("strong", self), ElidedLabel("strong", self))
        self._clocks = (label("", "small", self), label("", "small", self))
        self._sharp = QTimer(self, singleShot=True, interval=SHARP_AFTER_MS)
        self._make_controls()
        self._make_reasons()
        self._lay_out()
        self._connect()
        self._draw_icons()
        self.resize(1120, 760)

    # The parts

    def _make_controls(self) -> None:
        self.play_button = self._tool(self.tr("Play or pause (Space)"))
        self.back_button = self._tool(self.tr("One frame back (,)"))
        self.forward_button = self._tool(self.tr("One frame on (.)"))
        self.scrub = QSlider(Qt.Orientation.Horizontal, self)
        self.scrub.setAccessibleName(self.tr("Moment that both show; 0 is where the match begins"))
        self.scrub.setSingleStep(100)
        self.scrub.setPageStep(CHUNK_MS)
        self.moment = label("", "small", self)
        self.moment.setMinimumWidth(self.fontMetrics().horizontalAdvance("+00:00.0 "))
        self.offset = QDoubleSpinBox(self)
        self.offset.setRange(-3600, 3600)
        self.offset.setDecimals(2)
        self.offset.setSingleStep(0.1)
        self.offset.setSuffix(f" {self.tr('s')}")
        self.offset.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.offset.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.earlier_button = self._tool(self.tr("The result 0.1 s earlier"))
        self.later_button = self._tool(self.tr("The result 0.1 s later"))
        self.earlier_button.setText("−")
        self.later_button.setText("+")
        self.offset.setAccessibleName(self.tr("How much later the result is shown, seconds"))
        self.offset.setToolTip(self.offset.accessibleName())
        self.fit_button = button("1×", self.tr("Show all of the frames (Ctrl+0)"), "link", self)
        self.fit_button.setToolTip(self.fit_button.accessibleName())

    def _tool(self, name: str) -> QToolButton:
        made = QToolButton(self)
        made.setProperty("role", "segment")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(name)
        made.setToolTip(name)
        return made

    def _make_reasons(self) -> None:
        self.reason = label("", "strong", self, wrap=True)
        self.map = AgreementMap(self._theme, self)
        self.cell_words = label("", "small", self, wrap=True)
        self.bits = BitGrid(self._theme, self)
        self.legend = QLabel(self)
        self.legend.setProperty("role", "small")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        pair = QGridLayout()
        pair.setHorizontalSpacing(12)
        pair.setVerticalSpacing(6)
        for column in (0, 1):
            head = QHBoxLayout()
            head.addWidget(self._names[column], 1)
            head.addWidget(self._clocks[column])
            pair.addLayout(head, 0, column)
            pair.addWidget(self.views[column], 1, column)
            pair.setColumnStretch(column, 1)
        pair.setRowStretch(1, 1)
        layout.addLayout(pair, 1)
        row = QHBoxLayout()
        row.setSpacing(6)
        for part in (self.back_button, self.play_button, self.forward_button):
            row.addWidget(part)
        row.addWidget(self.scrub, 1)
        row.addWidget(self.moment)
        row.addSpacing(8)
        row.addWidget(label(self.tr("Offset"), "small", self))
        row.addWidget(self.earlier_button)
        row.addWidget(self.offset)
        row.addWidget(self.later_button)
        row.addWidget(self.fit_button)
        layout.addLayout(row)
        layout.addWidget(self._reasons())

    def _reasons(self) -> QWidget:
        card = QFrame(self)
        card.setObjectName("queryCard")
        inner = QHBoxLayout(card)
        inner.setContentsMargins(12, 12, 12, 12)
        inner.setSpacing(20)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.reason)
        left.addWidget(self.map)
        left.addWidget(self.cell_words)
        left.addStretch(1)
        inner.addLayout(left, 1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.bits)
        right.addWidget(self.legend)
        right.addStretch(1)
        inner.addLayout(right)
        return card

    def _connect(self) -> None:
        self.play_button.clicked.connect(self.player.toggle)
        self.back_button.clicked.connect(self._step_back)
        self.forward_button.clicked.connect(self._step_forward)
        self.scrub.valueChanged.connect(self._on_scrub)
        self.offset.valueChanged.connect(self._on_offset)
        self.earlier_button.clicked.connect(self.offset.stepDown)
        self.later_button.clicked.connect(self.offset.stepUp)
        self.fit_button.clicked.connect(self._fit)
        self.map.chosen.connect(self._on_cell)
        self.player.shown.connect(self._show_frames)
        self.player.state_changed.connect(self._draw_icons)
        self._loader.come.connect(self._on_sharp)
        self._sharp.timeout.connect(self._ask_sharp)
        self._theme.changed.connect(self._draw_icons)
        for view in self.views:
            view.looked.connect(self._on_looked)
        for keys, slot in (
            (Qt.Key.Key_Space, self.player.toggle),
            (Qt.Key.Key_Comma, self._step_back),
            (Qt.Key.Key_Period, self._step_forward),
            (Qt.Key.Key_Escape, self.close),
            ("Ctrl+0", self._fit),
            ("Ctrl++", self._closer),
            ("Ctrl+=", self._closer),
            ("Ctrl+-", self._farther),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    @Slot()
    def _draw_icons(self) -> None:
        self.play_button.setIcon(self._theme.icon("pause" if self.player.playing else "play"))
        self.back_button.setIcon(self._theme.icon("step-back"))
        self.forward_button.setIcon(self._theme.icon("step-forward"))
        if not self.player.playing:
            self._sharp.start()

    # What is compared

    def compare(self, query: Path, query_duration_ms: int, result: SearchResult) -> None:
        """Show a query and a result from the matched second on."""
        self._result, self._agreement = result, None
        name = file_name(str(query))
        for shown, path in zip(self._names, (str(query), result.path), strict=True):
            shown.setText(file_name(path))
            shown.setToolTip(printable(path))
        self.setWindowTitle(f"{name} ↔ {file_name(result.path)}")
        start = result.query_start_ms if query_duration_ms else 0
        low, high = -start, query_duration_ms - start
        if not query_duration_ms:
            low, high = -min(AROUND_MS, result.start_ms), result.end_ms - result.start_ms + AROUND_MS
        for part, value in ((self.scrub, 0), (self.offset, 0)):
            part.blockSignals(True)
            part.setValue(value)
        self.scrub.setRange(low, max(low, high))
        self.scrub.setValue(0)
        self.scrub.blockSignals(False)
        self.offset.blockSignals(False)
        self.map.clear()
        self.bits.show_bits((), ())
        self.legend.clear()
        self.cell_words.clear()
        self.reason.setText(self.tr("Comparing the codes…"))
        for view in self.views:
            view.say(self.tr("Reading…"))
        self._fit()
        left = Side(str(query), start, query_duration_ms)
        right = Side(result.path, result.start_ms, result.duration_ms)
        self.player.open(left, right, low, high)

    def show_agreement(self, found: Agreement) -> None:
        """The codes are compared."""
        result = self._result
        if result is None or not found.query or not found.video:
            self.show_no_agreement(self.tr("The codes of this video are not in the library any more."))
            return
        self._agreement = found
        row, column = found.pair_at(result.query_start_ms, result.start_ms)
        bits = found.counted(row).count(True)
        equal = bits - found.distances[row][column]
        # Half of the bits are equal by chance; within a quarter of them lies what shows the same kind of thing.
        if equal >= bits * 3 / 4:
            text = self.tr("It matched because {n} of {bits} bits of these stretches are equal; their cosine is {cos}.")
        else:
            text = self.tr("A weak match: {n} of {bits} bits are equal, and half are by chance; the cosine is {cos}.")
        for name, value in (("n", number(equal)), ("bits", number(bits)), ("cos", cosine(result.cosine))):
            text = text.replace(f"{{{name}}}", value)
        self.reason.setText(text)
        self.map.show_agreement(found, (row, column))
        self._show_pair(row, column)

    def show_no_agreement(self, sentence: str) -> None:
        """The codes cannot be compared: why."""
        self.reason.setText(sentence)

    def _show_pair(self, row: int, column: int) -> None:
        found = self._agreement
        if found is None:
            return
        counted = found.counted(row)
        self.bits.show_bits(found.differing(row, column), counted)
        self.cell_words.setText(self.map.words(row, column))
        words = self.tr("■ {n} equal   ◆ {m} different")
        if not all(counted):
            words += "   " + self.tr("· {k} do not count")
        different = found.distances[row][column]
        numbers = {"n": counted.count(True) - different, "m": different, "k": counted.count(False)}
        for name, value in numbers.items():
            words = words.replace(f"{{{name}}}", number(value))
        self.legend.setText(words)

    @Slot(int, int)
    def _on_cell(self, row: int, column: int) -> None:
        """Another pair of segments: show its bits, and both from where they begin."""
        found, result = self._agreement, self._result
        if found is None or result is None:
            return
        self._show_pair(row, column)
        start = result.query_start_ms if self.player.left_is_video else 0
        position = found.query[row].start_ms - start if self.player.left_is_video else 0
        later = found.video[column].start_ms - result.start_ms - position
        self.offset.setValue(later / 1000)
        self.player.pause()
        self.player.seek(position)

    # Time

    @Slot()
    def _step_back(self) -> None:
        self.player.step(-1)

    @Slot()
    def _step_forward(self) -> None:
        self.player.step(1)

    @Slot(int)
    def _on_scrub(self, value: int) -> None:
        self.player.pause()
        self.player.seek(value)

    @Slot(float)
    def _on_offset(self, seconds: float) -> None:
        self.player.shift(round(seconds * 1000))

    @Slot()
    def _show_frames(self) -> None:
        player = self.player
        buffers = (player.left, player.right)
        parts = zip(player.frames, player.times, buffers, self.views, self._clocks, strict=True)
        for frame, time_ms, buffer, view, shown in parts:
            if buffer.problem:
                view.say(buffer.problem)
            elif frame is not None:
                view.show_frame(frame.image)
            shown.setText(clock(time_ms, tenths=True))
        self.scrub.blockSignals(True)
        self.scrub.setValue(player.position_ms)
        self.scrub.blockSignals(False)
        sign = "−" if player.position_ms < 0 else "+"
        self.moment.setText(f"{sign}{clock(abs(player.position_ms), tenths=True)}")
        if not player.playing and self.views[0].zoom > SHARP_FROM_ZOOM:
            self._sharp.start()

    # Zoom: both look at the same place

    @Slot(float, QPointF)
    def _on_looked(self, zoom: float, centre: QPointF) -> None:
        for view in self.views:
            if view is not self.sender():
                view.look(zoom, centre)
        self._tell_zoom()

    @Slot()
    def _fit(self) -> None:
        self._zoom_to(1.0)

    @Slot()
    def _closer(self) -> None:
        self._zoom_to(self.views[0].zoom * ZOOM_STEP)

    @Slot()
    def _farther(self) -> None:
        self._zoom_to(self.views[0].zoom / ZOOM_STEP)

    def _zoom_to(self, zoom: float) -> None:
        for view in self.views:
            view.look(zoom, view.centre)
        self._tell_zoom()

    def _tell_zoom(self) -> None:
        zoom = self.views[0].zoom
        self.fit_button.setText(f"{decimal(zoom, 0 if zoom == 1 else 1)}×")
        if zoom > SHARP_FROM_ZOOM and not self.player.playing:
            self._sharp.start()

    @Slot()
    def _ask_sharp(self) -> None:
        """While it stands still under the magnifier, every pixel of the file is worth reading."""
        if self.player.playing or self.views[0].zoom <= SHARP_FROM_ZOOM or not self.player.ready:
            return
        for channel, path, time_ms in zip(("left", "right"), self.player.paths, self.player.times, strict=True):
            if path:
                self._loader.ask(StripRequest(channel, "sharp", path, 1, SHARP_SIDE, time_ms, time_ms))

    @Slot(object)
    def _on_sharp(self, frames: Frames) -> None:
        request = frames.request
        if request.key != "sharp" or not self.isVisible() or self.player.playing:
            return
        side = 0 if request.channel == "left" else 1
        if request.from_ms == self.player.times[side] and frames.frames:
            self.views[side].show_frame(frames.frames[0].image)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing plays unseen."""
        super().hideEvent(event)
        self._sharp.stop()
        self.player.close()
        self.closed.emit()
