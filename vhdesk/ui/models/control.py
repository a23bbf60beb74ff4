"""Stands between the models page and the workers: what is known, downloaded, checked, imported, removed, chosen."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from vhdesk.desk import RECIPES, CancelToken, DownloadEvent, Downloading, Models
from vhdesk.ui.core_texts import told
from vhdesk.ui.formats import size_of
from vhdesk.ui.models.boxes import AskBox, LicenceBox, RemoveBox, UseBox
from vhdesk.ui.models.errands import (
    ChooseErrand,
    ImportErrand,
    RemoveErrand,
    SpeedErrand,
    SurveyErrand,
    VerifyErrand,
)
from vhdesk.ui.models.page import ModelsPage
from vhdesk.ui.models.state import Fetching, PageState
from vhdesk.ui.side_jobs import ErrandDone
from vhdesk.ui.tool_jobs import Downloaded, DownloadRequest, ToolJobs
from vhdesk.ui.tool_words import for_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from vhdesk.ui.main_window import MainWindow

OURS = (ChooseErrand, ImportErrand, RemoveErrand, SpeedErrand, VerifyErrand)


class ModelsControl(QObject):
    """Belongs to a window.

    Attributes:
        page: once it was asked for.
        state: what is known.
        box: the question that is open.

    Signals:
        said: a sentence for the status bar.
        train_asked: train, beginning with this system.
        chosen: the library is to use another system now: its name, and whether videos are to be read again.
    """

    said = Signal(str)
    train_asked = Signal(str)
    chosen = Signal(str, bool)

    def __init__(self, window: MainWindow, jobs: Callable[[], ToolJobs], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._jobs = window, jobs
        self.page: ModelsPage | None = None
        self.state = PageState()
        self.box: AskBox | None = None
        self._requests: dict[str, DownloadRequest] = {}
        self._discard: set[str] = set()
        # Terms; the next survey of the models knows of them, too.
        self._accepted: set[str] = set()
        self._surveying: SurveyErrand | None = None
        self._measuring: CancelToken | None = None
        self._wanted = ""

    def attach(self, jobs: ToolJobs) -> None:
        """Listen to these workers from now on."""
        jobs.errands.done.connect(self._on_done)
        jobs.downloader.begun.connect(self._on_begun)
        jobs.downloader.told.connect(self._on_told)
        jobs.downloader.ended.connect(self._on_ended)

    def drop(self) -> None:
        """The workers are about to end: what came of downloads is kept."""
        for request in self._requests.values():
            request.cancel.cancel()
        if self._measuring is not None:
            self._measuring.cancel()
        if self.box is not None:
            self.box.reject()
        self._requests.clear()
        self._discard.clear()
        self._surveying = self._measuring = None
        self._put(PageState())

    # The page

    def make_page(self) -> ModelsPage:
        """The page, made at the first call."""
        if self.page is None:
            window = self._window
            self.page = page = ModelsPage(window.theme, window)
            page.check_all_asked.connect(self._check_all)
            system, weights = page.system_pane, page.weights_pane
            system.use_asked.connect(self.use)
            system.train_asked.connect(self.train_asked)
            system.speed_asked.connect(self._measure_speed)
            system.check_asked.connect(self._check)
            system.folder_asked.connect(self._open_folder)
            weights.get_asked.connect(self._get)
            weights.pause_asked.connect(self._pause)
            weights.cancel_asked.connect(self._cancel)
            weights.import_asked.connect(self._choose_file)
            weights.check_asked.connect(self._check)
            weights.remove_asked.connect(self._ask_remove)
            weights.source_asked.connect(self._open_source)
            page.show_state(self.state)
        return self.page

    def allow(self, bits: int, *, measurable: bool) -> None:
        """The code length that counts, and whether quality can be measured now."""
        if self.page is not None:
            self.page.allow(frozenset(RECIPES), bits, measurable=measurable)

    def _put(self, state: PageState) -> None:
        self.state = state
        if self.page is not None:
            self.page.show_state(state)

    @Slot()
    def look_up(self) -> None:
        """Ask what there is; the page shows it as soon as it is known."""
        if self._window.library_open:
            self._surveying = SurveyErrand()
            self._jobs().errand_asked.emit(self._surveying)

    def _do(self, name: str, errand: Any) -> None:
        """Have something done about a system or weights, with the page showing that it is."""
        state = self.state.forget(name)
        self._put(replace(state, busy=state.busy | {name}))
        self._jobs().errand_asked.emit(errand)

    # Systems

    @Slot(str)
    def use(self, name: str) -> None:
        """Ask whether the library is to use a system; what is not known yet is looked up first."""
        facts = self.state.system(name)
        summary = self._window.summary
        if facts is None or summary is None:
            self._wanted = name
            self.look_up()
            return
        if self._window.busy:
            self._problem(name, self.tr("Videos are being indexed, or something is trained. Wait until that is done."))
            return
        self._open(UseBox(facts, summary.segments, self._window.theme, self._window))

    @Slot(str)
    def _measure_speed(self, name: str) -> None:
        self._measuring = CancelToken()
        self._do(name, SpeedErrand(name, self._measuring))

    @Slot(str)
    def _open_folder(self, name: str) -> None:
        facts = self.state.system(name)
        if facts is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(facts.card.folder))):
            self.said.emit(self.tr("No file manager was found."))

    # Checks

    @Slot(str)
    def _check(self, name: str) -> None:
        self._do(name, VerifyErrand(name))

    @Slot()
    def _check_all(self) -> None:
        models = self.state.models
        if models is None:
            return
        names = {facts.card.name for facts in models.systems}
        names |= {state.weights.name for state in models.weights if state.record is not None}
        problems = {name: text for name, text in self.state.problems.items() if name not in names}
        self._put(replace(self.state, problems=problems, sound=self.state.sound - names, busy=frozenset(names)))
        self._jobs().errand_asked.emit(VerifyErrand(None))

    def _on_verified(self, errand: VerifyErrand, done: ErrandDone) -> None:
        found = done.outcome or []
        bad = {each.name: for_window(told(each.problem)) for each in found if each.problem}
        good = {each.name for each in found if not each.problem}
        self._put(replace(self.state, problems=self.state.problems | bad, sound=self.state.sound | good))
        if errand.name is None:
            if bad:
                self.said.emit(self.tr("%Ln model(s) cannot be used as they are.", "", len(bad)))
            else:
                self.said.emit(self.tr("All files are as they should be."))

    # Downloads

    @Slot(str)
    def _get(self, name: str) -> None:
        weights, models = self.state.weights(name), self.state.models
        if weights is None or models is None or name in self._requests:
            return
        if name in models.accepted or weights.weights.licence.text in self._accepted:
            self._fetch(name)
        else:
            self._open(LicenceBox(weights, self._window.theme, self._window))

    def _fetch(self, name: str, *, accepted: bool = False) -> None:
        weights = self.state.weights(name)
        fresh = weights is not None and weights.record is not None
        request = DownloadRequest(name, CancelToken(), fresh=fresh, accepted=accepted)
        self._requests[name] = request
        self._tell(name, Fetching())
        self._jobs().download_asked.emit(request)

    def _tell(self, name: str, fetching: Fetching) -> None:
        state = self.state.forget(name)
        self._put(replace(state, fetching=state.fetching | {name: fetching}))

    @Slot(object)
    def _on_begun(self, request: DownloadRequest) -> None:
        if self._requests.get(request.name) is request:
            self._tell(request.name, Fetching(waits=False))

    @Slot(object)
    def _on_told(self, event: DownloadEvent) -> None:
        request = self._requests.get(event.name)
        if request is None or request.cancel.cancelled:
            return
        before = self.state.fetching.get(event.name, Fetching())
        if isinstance(event, Downloading):
            now = Fetching(False, event.done_bytes, event.total_bytes, event.bytes_per_second)
        else:
            now = replace(before, waits=False, trouble=event.reason, per_second=0.0)
        self._tell(event.name, now)

    @Slot(str)
    def _pause(self, name: str) -> None:
        request, fetching = self._requests.get(name), self.state.fetching.get(name)
        if request is not None and fetching is not None:
            request.cancel.cancel()
            self._tell(name, replace(fetching, stopping=True))

    @Slot(str)
    def _cancel(self, name: str) -> None:
        self._discard.add(name)
        self._pause(name)

    @Slot(object)
    def _on_ended(self, ended: Downloaded) -> None:
        name = ended.request.name
        if self._requests.get(name) is not ended.request:
            return
        del self._requests[name]
        fetching = dict(self.state.fetching)
        before, weights = fetching.pop(name, Fetching()), self.state.weights(name)
        self._put(replace(self.state, fetching=fetching))
        came = before.done_bytes > 0 or (weights is not None and weights.disk_bytes > 0)
        discard = name in self._discard and came
        self._discard.discard(name)
        if ended.problem is None:
            self.said.emit(self.tr("“{name}” was downloaded and checked.").replace("{name}", name))
        elif not ended.problem.stopped:
            self._problem(name, for_window(ended.problem.sentence))
        if ended.problem is not None and discard:
            self._do(name, RemoveErrand(name))
        else:
            self.look_up()

    # Files

    @Slot(str)
    def _choose_file(self, name: str) -> None:
        title = self.tr("Import “{name}”").replace("{name}", name)
        kinds = self.tr("Weights (*.pth *.pt *.pyth *.safetensors);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        if chosen:
            self.import_file(Path(chosen), name)

    def import_file(self, file: Path, name: str) -> None:
        """Install weights from a file."""
        self._do(name, ImportErrand(name, file))

    @Slot(str)
    def _ask_remove(self, name: str) -> None:
        weights = self.state.weights(name)
        if weights is None:
            return
        if weights.state == "partial":
            self._do(name, RemoveErrand(name))
        else:
            self._open(RemoveBox(weights, self._window.theme, self._window))

    @Slot(str)
    def _open_source(self, name: str) -> None:
        weights = self.state.weights(name)
        if weights is not None and not QDesktopServices.openUrl(QUrl(weights.weights.source)):
            self.said.emit(self.tr("No browser was found."))

    # Questions

    def _open(self, box: AskBox) -> None:
        if self.box is None:
            self.box = box
            box.finished.connect(self._on_answered)
            box.open()

    @Slot()
    def _on_answered(self) -> None:
        box, self.box = self.box, None
        if box is None:
            return
        box.deleteLater()
        if not box.yes:
            return
        if isinstance(box, LicenceBox):
            self._accepted.add(box.terms)
            self._fetch(box.name, accepted=True)
        elif isinstance(box, RemoveBox):
            self._do(box.name, RemoveErrand(box.name))
        elif isinstance(box, UseBox):
            self._do(box.name, ChooseErrand(box.name, index=box.missing > 0))

    # What was done

    @Slot(object)
    def _on_done(self, done: ErrandDone) -> None:
        errand = done.errand
        if isinstance(errand, SurveyErrand):
            if errand is self._surveying:
                self._surveying = None
                self._on_surveyed(done)
            return
        if not isinstance(errand, OURS):
            return
        name = errand.name
        busy = self.state.busy - {name} if name is not None else frozenset()
        self._put(replace(self.state, busy=busy))
        if isinstance(errand, VerifyErrand) and not done.problem:
            self._on_verified(errand, done)
            return
        if done.problem:
            self._problem(name or "", for_window(done.problem))
        elif isinstance(errand, ChooseErrand):
            self.chosen.emit(errand.name, errand.index)
            return
        elif isinstance(errand, RemoveErrand):
            self.said.emit(self.tr("{size} are free again.").replace("{size}", size_of(done.outcome)))
        elif isinstance(errand, ImportErrand):
            shown = os.path.basename(errand.file)
            self.said.emit(self.tr("{file} was imported.").replace("{file}", shown))
        self.look_up()

    def _on_surveyed(self, done: ErrandDone) -> None:
        if done.problem:
            self._problem("", for_window(done.problem))
            return
        models: Models = done.outcome
        self._put(replace(self.state.forget(""), models=models))
        wanted, self._wanted = self._wanted, ""
        if wanted and self.state.system(wanted) is not None:
            self.use(wanted)

    def _problem(self, name: str, sentence: str) -> None:
        state = self.state.forget(name)
        self._put(replace(state, problems=state.problems | {name: sentence}))
        self.said.emit(sentence)
