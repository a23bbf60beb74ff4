"""All about one file of weights, and what can be done with it; a download shows how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.desk import WeightsState
from vhdesk.ui.controls import ThinBar, button, label
from vhdesk.ui.core_texts import told
from vhdesk.ui.formats import number, size_of
from vhdesk.ui.models.state import Fetching, PageState, accuracy_of, progress_of, size_text, standing, state_of
from vhdesk.ui.theme import Theme
from vhdesk.ui.tool_page import Facts, breakable

THOUSANDTHS = 1000


class WeightsPane(QWidget):
    """Shows weights.

    Attributes:
        name: of the weights that are shown.
        facts: what is known of them.
        problem: what went wrong last; hidden where nothing did.
        sound: that they are as they should be; hidden before a check.
        bar, words: how far a download is.
        get_button: download, go on, or download again.
        pause_button, cancel_button: of a download.
        import_button, check_button, remove_button, source_button: what else can be done.

    Signals:
        get_asked, pause_asked, cancel_asked, import_asked, check_asked, remove_asked, source_asked: with the name.
    """

    get_asked = Signal(str)
    pause_asked = Signal(str)
    cancel_asked = Signal(str)
    import_asked = Signal(str)
    check_asked = Signal(str)
    remove_asked = Signal(str)
    source_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.title = label("", "lead", self, wrap=True)
        self.badge = label("", "badge", self)
        self.summary = label("", "dim", self, wrap=True)
        self.problem = label("", "warn", self, wrap=True)
        self.sound = label(self.tr("The file is as it should be."), "small", self, wrap=True)
        self.words = label("", "small", self, wrap=True)
        self.bar = ThinBar(theme, self)
        self.bar.setAccessibleName(self.tr("Progress of the download"))
        self.facts = Facts(
            (
                ("size", self.tr("Size")),
                ("licence", self.tr("Licence")),
                ("terms", self.tr("Terms")),
                ("hash", self.tr("Published hash")),
                ("origin", self.tr("Where it came from")),
                ("file", self.tr("File")),
                ("parameters", self.tr("Parameters")),
                ("accuracy", self.tr("Published accuracy")),
                ("source", self.tr("Source")),
            ),
            self,
        )
        self._make_buttons()
        self._lay_out()

    def _make_buttons(self) -> None:
        self.get_button = button("", "", "primary", self)
        self.pause_button = button(self.tr("Pause"), self.tr("Pause the download; what came is kept"), parent=self)
        self.cancel_button = button(
            self.tr("Cancel"), self.tr("Cancel the download and remove what came of it"), parent=self
        )
        self.import_button = button(self.tr("Import a file…"), self.tr("Import these weights from a file"), parent=self)
        self.check_button = button(self.tr("Check the file"), self.tr("Compare the file with its hash"), parent=self)
        self.remove_button = button("", "", parent=self)
        self.source_button = button(
            self.tr("Open the source"), self.tr("Open the source of these weights in the browser"), parent=self
        )
        self._signals = {
            self.get_button: self.get_asked,
            self.pause_button: self.pause_asked,
            self.cancel_button: self.cancel_asked,
            self.import_button: self.import_asked,
            self.check_button: self.check_asked,
            self.remove_button: self.remove_asked,
            self.source_button: self.source_asked,
        }
        for part in self._signals:
            part.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self._signals[sender].emit(self.name)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.summary)
        layout.addWidget(self.problem)
        layout.addWidget(self.sound)
        layout.addWidget(self.bar)
        layout.addWidget(self.words)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self.pause_button, 1)
        pair.addWidget(self.cancel_button, 1)
        layout.addLayout(pair)
        for part in (
            self.get_button,
            self.import_button,
            self.check_button,
            self.remove_button,
            self.source_button,
        ):
            layout.addWidget(part)
        layout.addSpacing(4)
        layout.addWidget(self.facts)
        layout.addStretch(1)

    def show_weights(self, state: WeightsState, page: PageState) -> None:
        """Show weights."""
        weights = state.weights
        self.name = weights.name
        self.title.setText(breakable(weights.name))
        self.badge.setText(state_of(state, page))
        self.summary.setText(told(weights.summary))
        problem = page.problems.get(weights.name, "")
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.sound.setVisible(weights.name in page.sound and not problem)
        self.facts.show_values(
            {
                "size": size_text(state),
                "licence": told(weights.licence.name),
                "terms": told(weights.licence.text),
                "hash": self._hash(state),
                "origin": self._origin(state),
                "file": weights.file,
                "parameters": number(weights.parameters) if weights.parameters else "",
                "accuracy": accuracy_of(state),
                "source": weights.source,
            }
        )
        fetching = page.fetching.get(weights.name)
        self._show_progress(fetching, busy=weights.name in page.busy)
        self._show_buttons(state, page, fetching)

    def _hash(self, state: WeightsState) -> str:
        digest = state.weights.sha256
        if not digest:
            return self.tr("none: the file is only as good as its source")
        shown = digest if len(digest) < 16 else f"{digest[:12]}…"
        return self.tr("sha256 begins with {digits}").replace("{digits}", shown)

    def _origin(self, state: WeightsState) -> str:
        if state.record is None:
            return ""
        checked = self.tr("agrees with the published hash") if state.record.checked else self.tr("not compared")
        return f"{state.record.origin} ({checked})"

    def _show_progress(self, fetching: Fetching | None, *, busy: bool) -> None:
        self.bar.setVisible(fetching is not None or busy)
        self.words.setVisible(fetching is not None or busy)
        if fetching is None:
            self.words.setText(self.tr("One moment…"))
            self.bar.setRange(0, 0)
            return
        share = fetching.share
        self.bar.quiet = bool(fetching.trouble) or fetching.waits
        if share is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, THOUSANDTHS)
            self.bar.setValue(round(THOUSANDTHS * share))
        self.words.setText(progress_of(fetching))
        self.bar.update()

    def _show_buttons(self, state: WeightsState, page: PageState, fetching: Fetching | None) -> None:
        kind, name = standing(state, page), state.weights.name
        idle = fetching is None and name not in page.busy
        here = kind in {"installed", "damaged"}
        getting = {
            "available": (self.tr("Download…"), self.tr("Download these weights")),
            "partial": (self.tr("Go on downloading"), self.tr("Go on with the download of these weights")),
            "damaged": (self.tr("Download again"), self.tr("Download these weights again")),
        }
        text, accessible = getting.get(kind, ("", ""))
        if kind == "available" and state.weights.size_bytes:
            text = self.tr("Download {size}…").replace("{size}", size_of(state.weights.size_bytes))
        self.get_button.setText(text)
        self.get_button.setAccessibleName(accessible)
        self.get_button.setVisible(idle and bool(text) and (kind != "damaged" or state.weights.url is not None))
        for part in (self.pause_button, self.cancel_button):
            part.setVisible(fetching is not None)
            part.setEnabled(fetching is not None and not fetching.stopping)
        self.import_button.setVisible(idle and kind != "installed")
        self.check_button.setVisible(idle and here)
        partly = kind == "partial"
        self.remove_button.setText(self.tr("Discard what came") if partly else self.tr("Remove…"))
        self.remove_button.setAccessibleName(
            self.tr("Remove what came of the download")
            if partly
            else self.tr("Remove these weights from this computer")
        )
        self.remove_button.setVisible(idle and (here or partly))
        self.source_button.setVisible(state.weights.source.startswith("http"))
