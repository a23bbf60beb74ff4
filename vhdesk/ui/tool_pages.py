"""The pages behind the Tools menu, which take the place of the work: models and training, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from vhdesk.desk import CalibrateOptions
from vhdesk.ui.measuring import SETTINGS
from vhdesk.ui.models import ModelsControl
from vhdesk.ui.tool_jobs import ToolJobs
from vhdesk.ui.tool_page import ToolPage
from vhdesk.ui.training import TrainingControl

if TYPE_CHECKING:
    from vhdesk.ui.main_window import MainWindow
    from vhdesk.ui.shell import Shell


# Threads that did not end in time, such as a training that encodes a long video: they must not be destroyed.
LEFT_BEHIND: list[ToolJobs] = []


class ToolPages(QObject):
    """Belongs to a window.

    Attributes:
        models: the models page and what it does.
        training: the training page and what it does.
    """

    def __init__(self, window: MainWindow, shell: Shell) -> None:
        super().__init__(shell)
        self._window, self._shell = window, shell
        self._jobs: ToolJobs | None = None
        self._return_to = ""
        self._read_again = False
        self.models = ModelsControl(window, self.jobs, self)
        self.training = TrainingControl(window, self.jobs, self)
        self.models.said.connect(window.say)
        self.models.train_asked.connect(self._train)
        self.models.chosen.connect(self._on_chosen)
        self.training.said.connect(window.say)
        self.training.use_asked.connect(self.models.use)
        self.training.log_asked.connect(shell.show_log)
        self.training.folder_asked.connect(window.intake.choose_folder)
        self.training.ended.connect(self._on_trained)
        shell.measuring.begun.connect(self._allow)
        shell.measuring.ended.connect(self._on_measured)
        shell.preferences.changed.connect(self._on_setting)
        window.opened.connect(self._on_opened)
        window.control.ended.connect(self._look_up)

    def menu_jobs(self) -> dict[str, Callable[..., object]]:
        """What the menus can ask of it."""
        return {"models": self.show_models, "training": self.show_training}

    # Threads

    def jobs(self) -> ToolJobs:
        """The threads, begun at the first call, for the library that is open."""
        if self._jobs is None:
            self._jobs = ToolJobs(self._window.desk, self)
            self.models.attach(self._jobs)
            self.training.attach(self._jobs)
        return self._jobs

    def end_jobs(self) -> bool:
        """End the threads and what asks them; ``False`` where one did not end in time."""
        self.models.drop()
        self.training.drop()
        jobs, self._jobs = self._jobs, None
        if jobs is None:
            return True
        if jobs.shutdown():
            jobs.deleteLater()
            return True
        jobs.setParent(None)
        LEFT_BEHIND.append(jobs)
        return False

    # Pages

    @Slot()
    def show_models(self) -> None:
        """Show the models."""
        if self.models.page is None:
            page = self.models.make_page()
            page.settings_asked.connect(self._show_settings)
            page.system_pane.quality_asked.connect(self._measure)
            self._adopt(page)
        self._show(self.models.make_page())

    @Slot()
    def show_training(self) -> None:
        """Show the training."""
        if self.training.page is None:
            self._adopt(self.training.make_page())
        self._show(self.training.make_page())

    def _adopt(self, page: ToolPage) -> None:
        page.back_asked.connect(self.back)
        self._window.pages.addWidget(page)

    def _show(self, page: QWidget) -> None:
        self._window.show_page(page)
        self._look_up()
        page.focus_first()  # type: ignore[attr-defined]

    @property
    def shown(self) -> bool:
        """Whether one of the pages is shown."""
        return isinstance(self._window.pages.currentWidget(), ToolPage)

    @Slot()
    def back(self) -> None:
        """Show the work again, or the first start where nothing was added yet."""
        if self.shown:
            self._window.show_work()

    @Slot()
    def _look_up(self) -> None:
        """What the page that is shown needs to know."""
        page = self._window.pages.currentWidget()
        if page is self.models.page:
            self._allow()
            self.models.look_up()
        elif page is self.training.page:
            self.training.show_summary(self._window.summary)
            self.training.look_up()

    @Slot()
    def _allow(self) -> None:
        known = self._shell.tuning.known
        free = self._shell.measuring.request is None
        bits = self._shell.preferences.settings.search.bits
        self.models.allow(bits, measurable=free and (known is None or known.measurable))

    @Slot(str, str)
    def _on_setting(self, group: str, _name: str) -> None:
        if group in {"search", "models", "device"} and self.shown:
            self._look_up()

    # What the pages ask of others

    @Slot()
    def _show_settings(self) -> None:
        if self._shell.settings_dock is None or self._shell.settings_dock.isHidden():
            self._shell.show_settings()
        if self._shell.settings_dock is not None:
            self._shell.settings_dock.reveal("models.mirror")

    @Slot(str)
    def _measure(self, _name: str) -> None:
        search = self._shell.preferences.settings.search
        self._shell.measuring.begin(SETTINGS, CalibrateOptions(search.bits, search.mask_confidence, search.par_exact))
        self._window.say(self.tr("The quality is being measured…"))

    @Slot(object)
    def _on_measured(self, measured: object) -> None:
        problem = getattr(measured, "problem", None)
        if self._window.pages.currentWidget() is self.models.page:
            if problem is not None:
                self._window.say(problem.sentence)
            else:
                self._window.say(self.tr("The quality was measured."))
            self._look_up()

    @Slot(str)
    def _train(self, name: str) -> None:
        facts = self.models.state.system(name)
        self.show_training()
        if facts is not None and self.training.page is not None:
            self.training.page.form.choose(facts.card.kind, name)

    @Slot(object)
    def _on_trained(self, _trained: object) -> None:
        self._look_up()
        self._window.after_job()

    # Another system

    @Slot(str, bool)
    def _on_chosen(self, _name: str, read_again: bool) -> None:
        """The library is opened again, with the system that was chosen for it."""
        page = self._window.pages.currentWidget()
        self._return_to = "models" if page is self.models.page else "training" if page is self.training.page else ""
        self._read_again = read_again
        self._window.use_library(Path(self._window.desk.library_path))

    @Slot()
    def _on_opened(self) -> None:
        window, self._return_to, shown = self._window, "", self._return_to
        card = window.desk.system_card()
        bits = self._shell.preferences.settings.search.bits
        if bits not in card.bits:
            for length in sorted(card.bits, key=lambda length: abs(length - bits)):
                if not self._shell.preferences.set("search", "bits", length):
                    break  # the settings do not know every length that a system may give
        window.query.header.offer(card.bits)
        if shown:
            self.menu_jobs()[shown]()
        if self._read_again:
            self._read_again = False
            window.control.index(())
