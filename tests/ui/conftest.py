"""What the window's tests share: windows on real libraries, and a watch over their threads."""

from __future__ import annotations

import gc
import importlib.util
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QEvent, QLocale, QMimeData, QPoint, QPointF, Qt, QThread, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWizard
from pytestqt.qtbot import QtBot

from tests.conftest import REPOSITORY, write_clip
from vhdesk.desk import CancelToken, Desk, IndexOptions, PauseGate
from vhdesk.settings import Settings
from vhdesk.ui import languages
from vhdesk.ui.app import application
from vhdesk.ui.main_window import MainWindow
from vhdesk.ui.theme import Theme

# The offscreen platform has no window manager to tell sizes to, and one window only.
HARMLESS = r"This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
LONG_MS = 120_000

MakeWindow = Callable[..., MainWindow]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/ui/" in item.nodeid:
            item.add_marker(pytest.mark.qt_log_ignore(HARMLESS, extend=True))


def translations_tool() -> ModuleType:
    """``packaging/translations.py``, which is no part of the package."""
    path = REPOSITORY / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_tool", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    translations_tool().compile_all()
    app = application()
    languages.install(app, "en")
    return app


@pytest.fixture(autouse=True)
def _nothing_runs_on(qapp: QApplication) -> Iterator[None]:
    """A test that leaves a Qt thread or a timer of ours running fails; each begins in English."""
    if QLocale().name() != QLocale("en").name():
        languages.install(qapp, "en")
    yield
    windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
    threads = [thread for window in windows for thread in window.findChildren(QThread) if thread.isRunning()]
    timers = [timer for window in windows for timer in window.findChildren(QTimer) if timer.isActive()]
    assert not [thread.objectName() for thread in threads]
    assert not timers
    for window in windows:
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()  # what Qt objects Python still holds must end in this thread, not in whichever collects next


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory, encoder_cache: Path, clip_folder: Path) -> Path:
    """A library of the eight clips and one file that is no video; copied, never opened for writing."""
    folder = tmp_path_factory.mktemp("indexed")
    videos = folder / "videos"
    shutil.copytree(clip_folder, videos)
    (videos / "notes.mp4").write_text("this is no video")
    with pytest.MonkeyPatch.context() as patch:
        (folder / "home" / "cache").mkdir(parents=True)
        (folder / "home" / "cache" / "encoders").symlink_to(encoder_cache, target_is_directory=True)
        patch.setenv("VHDESK_HOME", str(folder / "home"))
        with Desk(folder / "library.vhdesk", Settings()) as desk:
            desk.open()
            desk.index([videos], cancel=CancelToken(), pause=PauseGate(), on_event=lambda _event: None)
    return folder


@pytest.fixture
def library(indexed: Path, tmp_path: Path) -> Path:
    """A copy of that library, to be changed at will."""
    for part in indexed.glob("library.vhdesk*"):
        if part.is_file():
            shutil.copy(part, tmp_path / part.name)
    return tmp_path / "library.vhdesk"


@pytest.fixture(scope="session")
def labelled_videos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two kinds of four videos; not to be changed."""
    folder = tmp_path_factory.mktemp("labelled")
    for number in range(4):
        for kind, seed in (("garden", number), ("street", 10 + number)):
            write_clip(folder / kind / f"{number}.mp4", seed=seed, frames=12, fps=6, size=(96, 72))
    return folder


@pytest.fixture(scope="session")
def labelled_made(tmp_path_factory: pytest.TempPathFactory, encoder_cache: Path, labelled_videos: Path) -> Path:
    """A library of them that knows their labels; copied, never opened for writing."""
    folder = tmp_path_factory.mktemp("labelled_library")
    with pytest.MonkeyPatch.context() as patch:
        (folder / "home" / "cache").mkdir(parents=True)
        (folder / "home" / "cache" / "encoders").symlink_to(encoder_cache, target_is_directory=True)
        patch.setenv("VHDESK_HOME", str(folder / "home"))
        with Desk(folder / "labelled.vhdesk", Settings()) as desk:
            desk.open()
            desk.index([labelled_videos], IndexOptions(label_from_folder=True))
    return folder


@pytest.fixture
def labelled(labelled_made: Path, tmp_path: Path) -> Path:
    """A copy of that library."""
    shutil.copy(labelled_made / "labelled.vhdesk", tmp_path / "labelled.vhdesk")
    return tmp_path / "labelled.vhdesk"


@pytest.fixture
def make_window(qapp: QApplication, qtbot: QtBot) -> Iterator[MakeWindow]:
    """Opens windows, and ends whatever they still do."""
    made: list[MainWindow] = []

    def make(library: Path, settings: Settings | None = None, *, wait: bool = True) -> MainWindow:
        window = MainWindow(Desk(library, settings or Settings()), Theme(qapp, "light", qapp))
        made.append(window)
        if wait:
            with qtbot.waitSignal(window.opened, timeout=LONG_MS):
                window.show()
        else:
            window.show()
        return window

    yield make
    for window in made:
        window.stop_and_close()
        qtbot.waitUntil(lambda window=window: not window.isVisible() and not window.control.running, timeout=LONG_MS)
        assert window.threads_ended


@pytest.fixture
def many_clips(tmp_path: Path) -> Path:
    """Enough clips that a run can be paused, stopped and closed in its middle."""
    folder = tmp_path / "many"
    first = write_clip(folder / "clip0.mp4", seed=1, frames=50)
    for number in range(1, 40):
        shutil.copy(first, folder / f"clip{number}.mp4")
        # One byte at the end makes another file of it.
        with (folder / f"clip{number}.mp4").open("ab") as file:
            file.write(bytes([number]))
    return folder


def files(*paths: Path) -> QMimeData:
    """What a file manager drags."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag_over(window: MainWindow, mime: QMimeData) -> bool:
    """Drag something over the window; whether it is taken."""
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, mime, buttons, keys)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def confirm_wizard(qtbot: QtBot, window: MainWindow) -> None:
    """Go through the folder wizard as it is recommended."""
    wizard = window.shell.wizard
    assert wizard is not None
    for which in (QWizard.WizardButton.NextButton, QWizard.WizardButton.NextButton, QWizard.WizardButton.FinishButton):
        button = wizard.button(which)
        qtbot.waitUntil(button.isEnabled, timeout=LONG_MS)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.shell.wizard is None


def drop(window: MainWindow, mime: QMimeData) -> None:
    """Drag something over the window and let go."""
    drag_over(window, mime)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, buttons, keys))
