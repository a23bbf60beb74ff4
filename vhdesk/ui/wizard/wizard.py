"""The wizard itself: asks for surveys while its pages are turned, and hands out what was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget, QWizard

from vhdesk.desk import CancelToken, Desk, DeviceTest, IndexOptions, Survey
from vhdesk.ui.formats import duration
from vhdesk.ui.shell_workers import ShellJobs, SurveyAnswer, SurveyNews, SurveyRequest
from vhdesk.ui.theme import Theme
from vhdesk.ui.wizard.folders_page import FoldersPage
from vhdesk.ui.wizard.found_page import FoundPage
from vhdesk.ui.wizard.options_page import OptionsPage
from vhdesk.ui.workers import Problem


@dataclass(frozen=True)
class WizardChoice:
    """What is to be indexed, and how."""

    folders: tuple[Path, ...]
    options: IndexOptions


class FolderWizard(QWizard):
    """Adds folders in three steps; does not block.

    Attributes:
        folders_page: which folders.
        found_page: what is in them.
        options_page: how to index them.

    Signals:
        chosen: the last page was confirmed, with the ``WizardChoice``.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, jobs: ShellJobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add folders of videos"))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self._jobs = jobs
        self._number = 0
        self._cancel = CancelToken()
        self._device: DeviceTest | None = None
        self._asked: SurveyRequest | None = None
        self.folders_page = FoldersPage(theme, self)
        self.found_page = FoundPage(theme, self)
        self.options_page = OptionsPage(desk, theme, self)
        for page in (self.folders_page, self.found_page, self.options_page):
            self.addPage(page)
        button = QWizard.WizardButton
        self._name_buttons(button)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 104, metrics.height() * 36)
        jobs.surveyor.progressed.connect(self._on_progress)
        jobs.surveyor.answered.connect(self._on_answer)
        jobs.surveyor.failed.connect(self._on_failed)
        jobs.machine.tested.connect(self._on_tested)
        jobs.machine.test_failed.connect(self._on_test_failed)
        self.currentIdChanged.connect(self._on_page)
        self.options_page.changed.connect(self._survey)
        self.finished.connect(self._on_finished)
        self._test = CancelToken()
        jobs.test_asked.emit(self._test)

    def _name_buttons(self, button: type[QWizard.WizardButton]) -> None:
        for which, text, accessible in (
            (button.BackButton, self.tr("Back"), self.tr("Back to the page before")),
            (button.NextButton, self.tr("Next"), self.tr("On to the next page")),
            (button.FinishButton, self.tr("Start indexing"), self.tr("Close this window and index in the background")),
            (button.CancelButton, self.tr("Cancel"), self.tr("Close this window and change nothing")),
        ):
            self.setButtonText(which, text)
            made = self.button(which)
            made.setAccessibleName(accessible)
            if which in (button.NextButton, button.FinishButton):
                made.setProperty("role", "primary")
                made.style().polish(made)

    def take(self, folders: tuple[Path, ...]) -> None:
        """Put folders on the list of the first page."""
        if folders:
            self.folders_page.take(tuple(map(str, folders)))

    @Slot(int)
    def _on_page(self, page: int) -> None:
        order = self.pageIds()
        if page == order[1]:
            self._survey()
        elif page == order[0]:
            self._give_up()

    def _give_up(self) -> None:
        self._cancel.cancel()
        self._asked = None
        self._number += 1

    @Slot()
    def _survey(self) -> None:
        """Look at the folders with what is chosen now; an older look is given up."""
        self._give_up()
        self._cancel = CancelToken()
        self._asked = SurveyRequest(self._number, self.folders_page.folders, self.options_page.options, self._cancel)
        self.found_page.begin()
        self.options_page.show_found("…")
        self._jobs.survey_asked.emit(self._asked)

    @Slot(object)
    def _on_progress(self, news: SurveyNews) -> None:
        if news.number == self._number:
            self.found_page.show_progress(news.progress)
            self.found_page.completeChanged.emit()

    @Slot(object)
    def _on_answer(self, answer: SurveyAnswer) -> None:
        if answer.number != self._number:
            return
        self._show_survey(answer.survey)

    def _show_survey(self, survey: Survey) -> None:
        seconds = survey.seconds(self._device)
        self.found_page.show_survey(survey, seconds)
        text = self.found_page.headline(survey)
        if seconds is not None:
            text += ", " + self.tr("done in about {time}").replace("{time}", duration(seconds))
        self.options_page.show_found(text)

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        if problem.number == self._number and not problem.stopped:
            self.found_page.show_problem(problem.sentence)
            self.options_page.show_found("–")

    @Slot(object)
    def _on_tested(self, test: DeviceTest) -> None:
        self._device = test
        self.options_page.show_device(test)
        if self.found_page.survey is not None:
            self._show_survey(self.found_page.survey)

    @Slot(object)
    def _on_test_failed(self, problem: Problem) -> None:
        self.options_page.show_no_device(problem.sentence)

    @Slot(int)
    def _on_finished(self, result: int) -> None:
        self._give_up()
        self._test.cancel()
        self.options_page.settle()
        jobs = self._jobs
        jobs.surveyor.progressed.disconnect(self._on_progress)
        jobs.surveyor.answered.disconnect(self._on_answer)
        jobs.surveyor.failed.disconnect(self._on_failed)
        jobs.machine.tested.disconnect(self._on_tested)
        jobs.machine.test_failed.disconnect(self._on_test_failed)
        if result == QWizard.DialogCode.Accepted:
            self.chosen.emit(WizardChoice(self.folders_page.folders, self.options_page.options))
        self.deleteLater()
