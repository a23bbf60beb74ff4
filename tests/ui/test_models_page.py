"""The models page: systems and weights, downloads from a real server, checks, imports, another system."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.desk.test_models import another_system
from tests.systems.weights_server import QUICK, Server, checkpoint
from tests.ui.conftest import LONG_MS, MakeWindow
from vhdesk import settings
from vhdesk.desk import Desk
from vhdesk.settings import Settings, data_folder
from vhdesk.systems.weights import download
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.models.boxes import AskBox
from vhdesk.ui.models.control import ModelsControl
from vhdesk.ui.models.page import ModelsPage
from vhdesk.ui.tool_words import for_window

# Without a published hash, so that any file of weights may stand for it.
NAME = "pytorchvideo_x3d_xs"
CHECKED = "r3d_18"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(download, "Patience", lambda: QUICK)
    server = Server()
    server.data = checkpoint(tmp_path / "published.pth")
    yield server
    server.close()


def shown(
    qtbot: QtBot, make_window: MakeWindow, library: Path, mirror: str = ""
) -> tuple[MainWindow, ModelsControl, ModelsPage]:
    window = make_window(library, Settings().replace("models", mirror=mirror))
    window.menus.models.trigger()
    control = window.shell.tools.models
    assert control.page is not None
    until(qtbot, lambda: control.state.models is not None)
    return window, control, control.page


def until(qtbot: QtBot, so: Callable[[], bool]) -> None:
    qtbot.waitUntil(so, timeout=LONG_MS)


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisible(), button.text()
    assert button.isEnabled(), button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(qtbot: QtBot, control: ModelsControl, *, yes: bool) -> AskBox:
    box = control.box
    assert box is not None
    press(qtbot, box.yes_button if yes else box.no_button)  # type: ignore[arg-type]
    return box


def state_of(control: ModelsControl, name: str = NAME) -> str:
    found = control.state.weights(name)
    assert found is not None
    return found.state


def settled(qtbot: QtBot, control: ModelsControl, state: str, name: str = NAME) -> None:
    until(qtbot, lambda: not control.state.fetching and not control.state.busy and state_of(control, name) == state)


def test_systems_and_weights_are_listed(qtbot: QtBot, make_window: MakeWindow, library: Path) -> None:
    window, control, page = shown(qtbot, make_window, library)
    assert window.pages.currentWidget() is page
    assert control.state.models is not None
    pane = page.system_pane
    needy = next((facts for facts in control.state.models.systems if facts.needs), None)
    if needy is not None:  # systems that ship without weights say what they need
        page.select_system(needy.card.name)
        assert "“Download”" in pane.problem.text()
        assert not pane.use_button.isEnabled()
        page.select_system("desk")
    assert (pane.name, pane.use_button.isVisible(), pane.train_button.isVisible()) == ("desk", False, True)
    assert pane.facts.text("library").startswith("All of its videos are encoded")
    assert pane.facts.text("licence") == "Apache-2.0"
    assert "not measured" in pane.facts.text("speed")
    press(qtbot, pane.speed_button)
    until(qtbot, lambda: "segments a second" in pane.facts.text("speed"))
    press(qtbot, pane.check_button)
    until(qtbot, pane.sound.isVisible)
    everything = page.weights.model().rowCount()
    page.search.setText("x3d apache")
    assert 0 < page.weights.model().rowCount() < everything
    page.search.setText("no such words")
    assert page.nothing.isVisible()
    page.search.clear()
    assert page.weights.model().rowCount() == everything
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.work


def test_weights_are_fetched_checked_mended_and_removed(
    qtbot: QtBot, make_window: MakeWindow, library: Path, server: Server
) -> None:
    window, control, page = shown(qtbot, make_window, library, server.url("/m"))
    page.select_weights(NAME)
    pane = page.weights_pane
    press(qtbot, pane.get_button)
    box = answer(qtbot, control, yes=False)
    assert "Apache-2.0" in box.informativeText()
    assert not server.requests, "nothing is fetched before the licence is accepted"
    press(qtbot, pane.get_button)
    answer(qtbot, control, yes=True)
    settled(qtbot, control, "installed")
    assert [path for path, _ in server.requests] == ["/m/X3D_XS.pyth"]
    assert (pane.name, pane.badge.text(), pane.get_button.isVisible()) == (NAME, "installed", False)
    assert "not compared" in pane.facts.text("origin")
    assert "on the disk" in page.disk.text()
    file = data_folder() / "weights" / f"{NAME}.safetensors"
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    press(qtbot, page.check_button)
    until(qtbot, lambda: NAME in control.state.problems)
    assert "desk" in control.state.sound
    assert (pane.badge.text(), pane.get_button.text()) == ("damaged", "Download again")
    assert "altered or damaged" in pane.problem.text()
    assert "vhdesk models" not in pane.problem.text()
    press(qtbot, pane.get_button)
    assert control.box is None, "the licence was accepted before"
    settled(qtbot, control, "installed")
    press(qtbot, pane.check_button)
    until(qtbot, pane.sound.isVisible)
    press(qtbot, pane.remove_button)
    assert "become free" in answer(qtbot, control, yes=True).informativeText()
    settled(qtbot, control, "available")
    assert not file.exists()
    assert "are free again" in window.status.message.text()


def test_a_download_is_paused_goes_on_and_is_cancelled(
    qtbot: QtBot, make_window: MakeWindow, library: Path, server: Server
) -> None:
    _, control, page = shown(qtbot, make_window, library, server.url("/m"))
    page.select_weights(NAME)
    pane = page.weights_pane

    def came() -> bool:
        fetching = control.state.fetching.get(NAME)
        return fetching is not None and fetching.done_bytes > 0

    server.slow(0.3)
    press(qtbot, pane.get_button)
    answer(qtbot, control, yes=True)
    until(qtbot, came)
    assert pane.bar.isVisible()
    assert pane.bar.maximum() > 0
    press(qtbot, pane.pause_button)
    settled(qtbot, control, "partial")
    assert pane.get_button.text() == "Go on downloading"
    press(qtbot, pane.get_button)
    settled(qtbot, control, "installed")
    assert str(server.requests[-1][1]).startswith("bytes=")
    press(qtbot, pane.remove_button)
    answer(qtbot, control, yes=True)
    settled(qtbot, control, "available")
    server.slow(0.3)
    press(qtbot, pane.get_button)
    until(qtbot, came)
    press(qtbot, pane.cancel_button)
    settled(qtbot, control, "available")
    assert not list((data_folder() / "weights").glob("*.part"))


def test_what_cannot_be_had_is_one_sentence_with_the_remedy(
    qtbot: QtBot, make_window: MakeWindow, library: Path, server: Server
) -> None:
    closed = Server()
    nowhere = closed.url("/m")
    closed.close()
    window, control, page = shown(qtbot, make_window, library, nowhere)
    page.select_weights(CHECKED)
    press(qtbot, page.weights_pane.get_button)
    answer(qtbot, control, yes=True)
    until(qtbot, lambda: CHECKED in control.state.problems)
    sentence = page.weights_pane.problem.text()
    assert "Connection refused" in sentence
    assert "mirror in the settings" in sentence
    assert "--" not in sentence
    press(qtbot, page.settings_button)
    dock = window.shell.settings_dock
    assert dock is not None
    assert dock.isVisible()
    dock.rows["models.mirror"].editor.setText(server.url("/m"))  # type: ignore[attr-defined]
    dock.rows["models.mirror"].editor.editingFinished.emit()  # type: ignore[attr-defined]
    press(qtbot, page.weights_pane.get_button)
    until(qtbot, lambda: "was removed" in control.state.problems.get(CHECKED, ""))
    settled(qtbot, control, "available", CHECKED)  # another file than the published one is refused


def test_files_are_imported(
    qtbot: QtBot, make_window: MakeWindow, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, control, page = shown(qtbot, make_window, library)
    file = tmp_path / "mine.pyth"
    file.write_bytes(b"no weights at all")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    page.select_weights(NAME)
    press(qtbot, page.weights_pane.import_button)
    until(qtbot, page.weights_pane.problem.isVisible)
    assert "mine.pyth" in page.weights_pane.problem.text()
    checkpoint(file)
    press(qtbot, page.weights_pane.import_button)
    settled(qtbot, control, "installed")
    assert "imported from mine.pyth" in page.weights_pane.facts.text("origin")
    assert not page.weights_pane.problem.isVisible()


def test_a_library_gets_another_system_and_its_first_one_back(
    qtbot: QtBot, make_window: MakeWindow, library: Path, clip_folder: Path
) -> None:
    another_system()
    window, control, page = shown(qtbot, make_window, library)
    page.select_system("mine")
    pane = page.system_pane
    assert pane.facts.text("library").startswith("None of its 8 videos is encoded")
    press(qtbot, pane.use_button)
    assert "8 videos have no codes of it yet" in answer(qtbot, control, yes=True).informativeText()
    until(qtbot, lambda: window.desk.system_card().name == "mine" and window.library_open)
    until(qtbot, lambda: not window.control.running and control.state.models is not None)
    assert window.pages.currentWidget() is page, "the page comes back"

    def encoded() -> bool:
        facts = control.state.system("mine")
        return facts is not None and facts.in_use and facts.encoded == 8

    until(qtbot, encoded)
    window.search(clip_folder / "odd" / "clip3.mp4")
    until(qtbot, lambda: not window.searching and bool(window.query.model.results))
    assert window.pages.currentWidget() is window.work
    assert Path(window.query.model.results[0].path).name == "clip3.mp4"
    window.menus.models.trigger()
    page.select_system("desk")
    press(qtbot, page.system_pane.use_button)
    assert "no codes" not in answer(qtbot, control, yes=True).informativeText()
    until(qtbot, lambda: window.desk.system_card().name == "desk" and window.library_open)
    assert settings.library_system(library) == "desk"


def test_closing_the_window_keeps_what_came(
    qtbot: QtBot, make_window: MakeWindow, library: Path, server: Server
) -> None:
    window, control, page = shown(qtbot, make_window, library, server.url("/m"))
    page.select_weights(NAME)
    server.slow(0.3)
    press(qtbot, page.weights_pane.get_button)
    answer(qtbot, control, yes=True)
    until(qtbot, lambda: bool(control.state.fetching) and control.state.fetching[NAME].done_bytes > 0)
    assert window.close()
    assert window.threads_ended
    with Desk(library, Settings(), remember=False) as desk:
        assert desk.weights().state(NAME).state == "partial"


def test_sentences_of_the_core_speak_of_buttons() -> None:
    said = for_window(
        "x does not give 'net': it answered 404. Name a mirror with --mirror, or get the file elsewhere and use "
        "'vhdesk models import FILE --as net'."
    )
    assert said == (
        "x does not give 'net': it answered 404. Name a mirror in the settings: “Mirror address”, or get the file "
        "elsewhere and use “Import a file…”."
    )
    assert for_window("Replace it with --force, or choose another --name.", {"force": "Replace", "name": "Name"}) == (
        "Replace it with “Replace”, or choose another “Name”."
    )
    assert for_window("Name another one: --videos FOLDER.", {"videos": "Folders"}) == "Name another one: “Folders”."
