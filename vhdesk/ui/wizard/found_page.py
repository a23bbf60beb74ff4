"""Page two: what is found, while it is being looked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget, QWizardPage

from vhdesk.desk import Survey, SurveyProgress
from vhdesk.ui.controls import ThinBar, label
from vhdesk.ui.formats import duration, size_of
from vhdesk.ui.theme import Theme


class Facts(QWidget):
    """Names and values, one below the other, in two columns."""

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self.values: list[QLabel] = []
        for row, name in enumerate(names):
            value = label("", "strong", self, wrap=True)
            value.setAccessibleName(name)
            grid.addWidget(label(name, "dim", self), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            self.values.append(value)

    def show_values(self, *texts: str) -> None:
        """Fill the second column."""
        for value, text in zip(self.values, texts, strict=True):
            value.setText(text)


class FoundPage(QWizardPage):
    """Count, length, size, time, and what is passed over and why.

    Attributes:
        stage: what is being done.
        bar: how far it is.
        facts: the figures.
        skipped: one line a reason.
        survey: the newest answer; ``None`` while there is none.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("What is in these folders"))
        self.setSubTitle(self.tr("A look at names, sizes and a few of the files. Nothing is stored yet."))
        self.survey: Survey | None = None
        self._listed = 0
        self.stage = label("", "strong", self, wrap=True)
        self.bar = ThinBar(theme, self)
        self.bar.setAccessibleName(self.tr("Progress of the look at the folders"))
        self.facts = Facts(
            (
                self.tr("Videos to read"),
                self.tr("Length"),
                self.tr("Size"),
                self.tr("Time to index"),
                self.tr("The library grows by"),
            ),
            self,
        )
        self.skipped_title = label(self.tr("PASSED OVER"), "caption", self)
        self.skipped = label("", "dim", self, wrap=True)
        self.problem = label("", "warn", self, wrap=True)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        for part in (self.facts, self.skipped_title, self.skipped, self.problem):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("plain")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.stage)
        layout.addWidget(self.bar)
        layout.addWidget(area, 1)
        self.begin()

    def begin(self) -> None:
        """Folders are about to be looked at."""
        self.survey, self._listed = None, 0
        self.stage.setText(self.tr("Looking for videos…"))
        self.bar.setRange(0, 0)
        self.bar.show()
        self.facts.show_values("…", "…", "…", "…", "…")
        self.facts.setEnabled(True)
        self._say_skipped([])
        self._say_problem("")
        self.completeChanged.emit()

    def show_progress(self, progress: SurveyProgress) -> None:
        """The look goes on."""
        self._listed = progress.found
        if progress.to_open:
            self.stage.setText(self.tr("Opening some of them to learn their length…"))
            self.bar.setRange(0, progress.to_open)
            self.bar.setValue(progress.opened)
        self.facts.values[0].setText(self.tr("%Ln video(s) so far", "", progress.found))

    def show_problem(self, sentence: str) -> None:
        """The folders cannot be looked at."""
        self.stage.setText(self.tr("These folders cannot be looked at."))
        self.bar.hide()
        self.facts.show_values("–", "–", "–", "–", "–")
        self._say_problem(sentence)

    def show_survey(self, survey: Survey, seconds: float | None) -> None:
        """The look is over; ``seconds`` is how long indexing would take, where that is known by now."""
        self.survey = survey
        self.bar.hide()
        self.stage.setText(self.headline(survey))
        length = duration((survey.duration_ms or 0) / 1000)
        self.facts.show_values(
            self.tr("%Ln video(s)", "", survey.videos),
            "–" if survey.duration_ms is None else (length if survey.exact else self._about(length)),
            size_of(survey.size_bytes),
            self._time(survey, seconds),
            self._about(size_of(survey.library_bytes)) if survey.segments else "–",
        )
        self._say_skipped(self._reasons(survey))
        self._say_problem(" ".join(survey.problems))
        self.completeChanged.emit()

    def headline(self, survey: Survey) -> str:
        """A survey in one line."""
        if not survey.videos:
            return self.tr("Everything is in the library already.") if survey.known else self.tr("No video was found.")
        videos = self.tr("%Ln video(s)", "", survey.videos)
        if survey.duration_ms is None:
            return videos
        length = duration(survey.duration_ms / 1000)
        text = self.tr("{length} in {videos}") if survey.exact else self.tr("About {length} in {videos}")
        return text.replace("{length}", length).replace("{videos}", videos)

    def _time(self, survey: Survey, seconds: float | None) -> str:
        if seconds is not None:
            return self._about(duration(seconds))
        return self.tr("being measured…") if survey.decode_seconds is not None else "–"

    def _about(self, text: str) -> str:
        return self.tr("about {value}").replace("{value}", text)

    def _reasons(self, survey: Survey) -> list[str]:
        lines = []
        if survey.known:
            lines.append(self.tr("%Ln video(s) in the library already", "", survey.known))
        counts = survey.skipped
        for reason, text in (
            ("picture", self.tr("%Ln picture(s); the next page can add them", "", counts.get("picture", 0))),
            ("subfolder", self.tr("%Ln subfolder(s)", "", counts.get("subfolder", 0))),
            ("excluded", self.tr("%Ln thing(s) left out by name", "", counts.get("excluded", 0))),
            ("hidden", self.tr("%Ln hidden file(s) or folder(s)", "", counts.get("hidden", 0))),
            ("same_file", self.tr("%Ln further name(s) of the same files", "", counts.get("same_file", 0))),
            ("cloud", self.tr("%Ln file(s) whose content is in a cloud only", "", counts.get("cloud", 0))),
            ("failed", self.tr("%Ln file(s) that could not be read before", "", counts.get("failed", 0))),
            ("other", self.tr("%Ln file(s) that are no videos by their name", "", counts.get("other", 0))),
        ):
            if counts.get(reason):
                lines.append(text)
        if survey.unreadable:
            lines.append(self.tr("%Ln of the opened file(s) gave no picture", "", survey.unreadable))
        return lines

    def _say_skipped(self, lines: list[str]) -> None:
        self.skipped.setText("\n".join(f"· {line}" for line in lines))
        self.skipped.setVisible(bool(lines))
        self.skipped_title.setVisible(bool(lines))

    def _say_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def isComplete(self) -> bool:
        """Nobody has to wait for an estimate: folders may be added as soon as one video was seen."""
        return self.survey is not None or self._listed > 0
