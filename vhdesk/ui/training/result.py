"""How a training ended, and what can be done with what came of it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.desk import TrainReport, printable
from vhdesk.ui.controls import button, label
from vhdesk.ui.core_texts import told
from vhdesk.ui.formats import cosine, duration
from vhdesk.ui.training.words import metric_title, qualities

# Measurements that are told in words; the curves show all.
TOLD = 3


class ResultCard(QFrame):
    """How a training ended.

    Attributes:
        title, detail, problem: what came of it.
        use_button, again_button, folder_button: what can be done with it.

    Signals:
        use_asked: the library is to use the system of this name.
        resume_asked: go on with it.
        folder_asked: open this folder.
    """

    use_asked = Signal(str)
    resume_asked = Signal()
    folder_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._name = self._folder = ""
        self.title = label("", "strong", self, wrap=True)
        self.detail = label("", "", self, wrap=True)
        self.problem = label("", "warn", self, wrap=True)
        self.use_button = button(
            self.tr("Use for this library…"), self.tr("Use the new system for the library"), "primary", self
        )
        self.resume_button = button(self.tr("Go on"), self.tr("Go on with this training"), parent=self)
        self.folder_button = button(
            self.tr("Open the folder"), self.tr("Open the folder of the new system"), parent=self
        )
        self.use_button.clicked.connect(self._use)
        self.resume_button.clicked.connect(self.resume_asked)
        self.folder_button.clicked.connect(self._open)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.use_button, self.resume_button, self.folder_button):
            row.addWidget(part)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for text in (self.title, self.detail, self.problem):
            layout.addWidget(text)
        layout.addLayout(row)
        self.hide()

    @Slot()
    def _use(self) -> None:
        self.use_asked.emit(self._name)

    @Slot()
    def _open(self) -> None:
        self.folder_asked.emit(self._folder)

    def show_report(self, report: TrainReport) -> None:
        """It ended well, or was stopped and its best is kept."""
        usable = bool(report.files)
        self._name, self._folder = report.model, report.out
        name = report.model or printable(report.out)
        if not usable:
            title = self.tr("Stopped. “{name}” cannot be used yet: it was stopped before its codes were trained.")
        elif report.cancelled:
            title = self.tr("Stopped. The best of “{name}” so far is kept, and can be used.")
        else:
            title = self.tr("“{name}” is trained.")
        self.title.setText(title.replace("{name}", name))
        self.detail.setText("\n".join(self._lines(report, usable=usable)))
        failed = len(report.failures)
        self._say(self.tr("%Ln file(s) gave nothing to train on; the log names them.", "", failed) if failed else "")
        self.use_button.setVisible(usable and bool(report.model))
        self.resume_button.setVisible(report.cancelled)
        self.folder_button.setVisible(True)
        self.show()

    def _lines(self, report: TrainReport, *, usable: bool) -> list[str]:
        lines = []
        if usable:
            took = self.tr("It took {time} and lies in {folder}.").replace("{time}", duration(report.seconds))
            lines.append(took.replace("{folder}", printable(report.out)))
        measured = [
            f"{metric_title(name)}: {cosine(report.metrics[name])}" for name in qualities(report.metrics)[:TOLD]
        ]
        if measured:
            lines.append(self.tr("On what was held out: {values}.").replace("{values}", "; ".join(measured)))
        if usable and not report.model:
            lines.append(self.tr("It lies outside of your data: put its folder among the models to use it here."))
        if report.cancelled and not usable:
            lines.append(self.tr("What was done is kept: it can go on from there."))
        lines += map(told, report.notes)
        return lines

    def show_problem(self, sentence: str) -> None:
        """It ended badly."""
        self._tell(self.tr("Nothing was trained."), sentence)

    def show_abandoned(self) -> None:
        """The user cancelled it."""
        self._tell(self.tr("Cancelled: nothing of it is kept."), "")

    def _tell(self, title: str, problem: str) -> None:
        self.title.setText(title)
        self.detail.setText("")
        self._say(problem)
        for part in (self.use_button, self.resume_button, self.folder_button):
            part.hide()
        self.show()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.detail.setVisible(bool(self.detail.text()))
