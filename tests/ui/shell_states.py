"""Pictures of what stands around the work: the wizard, the settings, the log, diagnostics."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ui.screenshots import Studio


def shoot(studio: Studio) -> None:
    """Every state of them."""
    window = studio.open("shell.vhdesk")
    _wizard(studio, window)
    _settings(studio, window)
    _log(studio, window)
    studio.close(window)


def _wizard(studio: Studio, window) -> None:
    window.choose_folder()
    wizard = window.shell.wizard
    studio.save("20_wizard_folders_empty", wizard)
    wizard.take((studio.home / "nowhere" / "tapes",))
    studio.save("21_wizard_folder_missing", wizard)
    wizard.take((studio.videos, studio.more))
    studio.save("22_wizard_folders", wizard)
    (studio.more / "notes.txt").write_text("Dear reader")
    (studio.more / ".hidden").mkdir(exist_ok=True)
    wizard.next()
    studio.save("23_wizard_looking", wizard)
    studio.wait(lambda: wizard.found_page.survey is not None)
    studio.save("24_wizard_found", wizard)
    wizard.next()
    studio.save("25_wizard_options", wizard)
    studio.wait(lambda: wizard.options_page.device_bar.isHidden())
    studio.save("26_wizard_device_tested", wizard)
    wizard.reject()


def _settings(studio: Studio, window) -> None:
    window.shell.show_settings()
    dock = window.shell.settings_dock
    studio.save("30_settings", window)
    row = dock.reveal("search.top")
    row.editor.setText("0")
    row.editor.entered.emit()
    window.shell.preferences.set("search", "set_aside", True)
    window.shell.preferences.set("indexing", "segment_ms", 9000)
    window.shell.preferences.set("indexing", "watch", False)
    dock.reveal("search.top")
    studio.save("31_settings_changed", window)
    dock.search.setText(dock.rows["window.theme"].title)
    studio.save("32_settings_searched", window)
    dock.search.setText("zebra")
    studio.save("33_settings_nothing_found", window)
    dock.search.clear()
    window.shell.preferences.set("window", "font_percent", 150)
    dock.reveal("window.theme")
    studio.save("34_large_text", window)
    window.shell.preferences.reset_all()
    window.shell.preferences.set("window", "theme", studio.look)
    dock.close()


def _log(studio: Studio, window) -> None:
    from vhdesk.ui import log_tail

    log_tail.install().clear()
    window.shell.show_log()
    studio.save("40_log_empty", window)
    log = logging.getLogger("vhdesk.media.pool")
    log.info("A decode process ended before its next file.")
    log.warning("The settings file holds keys that this version does not know: later.")
    log.error("A job of the window failed.")
    window.shell.log_dock.look()
    studio.save("41_log", window)
    window.shell.show_log()
    window.shell.show_diagnostics()
    dialog = window.shell.diagnostics
    studio.save("42_diagnostics_waiting", dialog)
    studio.wait(dialog.copy_button.isEnabled)
    studio.save("43_diagnostics", dialog)
    dialog.names.setChecked(True)
    studio.save("44_diagnostics_with_names", dialog)
    dialog.close()
