"""What the index run is doing, with pause and stop."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.desk import IndexProgress, ScanProgress
from vhdesk.ui.controls import ElidedLabel, ThinBar, button, label
from vhdesk.ui.formats import decimal, file_name, number, time_left
from vhdesk.ui.theme import Theme


class IndexingBlock(QWidget):
    """The block of the library pane that is there while a run is.

    Attributes:
        paused: whether the user paused the run.

    Signals:
        pause_asked: pause (``True``) or go on (``False``).
        stop_asked: end the run; what is finished stays.
    """

    pause_asked = Signal(bool)
    stop_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.paused = False
        self.folder = ElidedLabel("", self)
        self.share = label("", "strong", self)
        self.bar = ThinBar(theme, self)
        self.bar.setAccessibleName(self.tr("Indexing progress"))
        self.rate = label("", "small", self)
        self.left = label("", "small", self)
        self.saved = label("", "small", self)
        self.pause_button = button(self.tr("Pause"), self.tr("Pause indexing"), parent=self)
        self.stop_button = button(self.tr("Stop"), self.tr("Stop indexing"), parent=self)
        self.pause_button.clicked.connect(self._toggle)
        self.stop_button.clicked.connect(self._stop)
        theme.changed.connect(self._draw_icons)
        self._lay_out()
        self._draw_icons()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("INDEXING"), "caption", self))
        head = QHBoxLayout()
        head.addWidget(self.folder, 1)
        head.addWidget(self.share)
        figures = QHBoxLayout()
        figures.addWidget(self.rate)
        figures.addStretch(1)
        figures.addWidget(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.pause_button, 1)
        buttons.addWidget(self.stop_button, 1)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addLayout(figures)
        layout.addWidget(self.saved)
        layout.addSpacing(4)
        layout.addLayout(buttons)

    @Slot()
    def _draw_icons(self) -> None:
        self.pause_button.setIcon(self._theme.icon("play" if self.paused else "pause"))
        self.stop_button.setIcon(self._theme.icon("stop"))

    def begin(self, title: str) -> None:
        """A run was asked for and has told nothing yet."""
        self._set_paused(False)
        self.folder.setText(title)
        self._set_figures("", self.tr("Preparing…"), "", "")
        self.bar.setRange(0, 0)
        self.pause_button.setEnabled(True)
        self.stop_button.setEnabled(True)

    def begin_samples(self) -> None:
        """The sample library is being made; that can be stopped, not paused."""
        self.begin(self.tr("Sample library"))
        self.rate.setText(self.tr("Making the sample videos…"))
        self.pause_button.setEnabled(False)

    def show_samples(self, done: int, total: int) -> None:
        """So many of the sample videos are made."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        share = self.tr("{n} %").replace("{n}", number(100 * done // max(1, total)))
        count = self.tr("{n} of {total}").replace("{n}", number(done)).replace("{total}", number(total))
        self._set_figures(share, self.tr("Making the sample videos…"), "", count)

    def show_scan(self, progress: ScanProgress) -> None:
        """Folders are being listed."""
        found = self.tr("%Ln video(s) found", "", progress.found)
        self._set_figures("", self.tr("Looking for videos…"), "", found)
        self.bar.setRange(0, 0)

    def show_progress(self, progress: IndexProgress) -> None:
        """Videos are being indexed."""
        self.folder.setText(file_name(progress.folder) if progress.folder else self.folder.text())
        self.folder.setToolTip(self.folder.text())
        total = max(1, progress.total)
        self.bar.setRange(0, total)
        self.bar.setValue(progress.done)
        rate = self.tr("{n} videos/s").replace("{n}", decimal(progress.videos_per_second))
        left = "" if progress.seconds_left is None else time_left(progress.seconds_left)
        if self.paused:
            rate, left = self.tr("Paused"), ""
        elif progress.videos_per_second <= 0:
            rate = self.tr("Starting…")
        done = (
            self.tr("{n} of {total}").replace("{n}", number(progress.done)).replace("{total}", number(progress.total))
        )
        saved = self.tr("saved {n}").replace("{n}", number(progress.saved))
        share = self.tr("{n} %").replace("{n}", number(100 * progress.done // total))
        self._set_figures(share, rate, left, f"{done} · {saved}")

    def stopping(self) -> None:
        """The user stopped; the batch in work is being finished."""
        self._set_paused(False)
        self.rate.setText(self.tr("Stopping…"))
        self.left.clear()
        self.pause_button.setEnabled(False)
        self.stop_button.setEnabled(False)

    def _set_figures(self, share: str, rate: str, left: str, saved: str) -> None:
        self.share.setText(share)
        if self.stop_button.isEnabled() or not self.rate.text():
            self.rate.setText(rate)
            self.left.setText(left)
        self.saved.setText(saved)

    def _set_paused(self, paused: bool) -> None:
        self.paused = self.bar.quiet = paused
        self.pause_button.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self.pause_button.setAccessibleName(self.tr("Resume indexing") if paused else self.tr("Pause indexing"))
        self.bar.update()
        self._draw_icons()

    @Slot()
    def _toggle(self) -> None:
        self._set_paused(not self.paused)
        self.rate.setText(self.tr("Paused") if self.paused else self.tr("Starting…"))
        self.left.clear()
        self.pause_asked.emit(self.paused)

    @Slot()
    def _stop(self) -> None:
        self.stopping()
        self.stop_asked.emit()
