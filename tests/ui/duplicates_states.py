"""Pictures of the page of copies in every state."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ui.screenshots import Studio


def shoot(studio: Studio) -> None:
    """Nothing there, looking, stopped, none found, found, decided about, filtered out, gone and offline."""
    _nothing(studio)
    window = _with_copies(studio)
    page = _looking(studio, window)
    _found(studio, window, page)
    _decisions(studio, window, page)
    _files(studio, window, page)
    window.shell.preferences.reset_all()
    window.shell.preferences.set("window", "theme", studio.look)
    studio.close(window)


def _page(window):
    window.menus.duplicates.trigger()
    return window.shell.duplicates.page


def _nothing(studio: Studio) -> None:
    window = studio.open("nothing.vhdesk")
    page = _page(window)
    studio.wait(lambda: window.shell.duplicates.found is not None)
    studio.wait(lambda: bool(page.message.title.text()))
    studio.save("60_copies_empty_library", window)
    studio.close(window)


def _with_copies(studio: Studio):
    """A window on a library of real clips, copies of some of them, and cut and smaller ones."""
    from vhdesk.media.samples import alter_clip

    archive, phone = studio.home / "Archive", studio.home / "From the phone"
    for folder in (archive, phone):
        folder.mkdir(exist_ok=True)
    shutil.copy(studio.videos / "chair_22.mp4", archive / "chair_22.mp4")
    shutil.copy(studio.more / "chair_with_logo.mp4", phone / "chair_with_logo.mp4")
    shutil.copy(studio.long_query, phone / "chair_from_phone.mp4")
    alter_clip(archive / "chair_22.mp4", phone / "chair, the good part.mp4", start_ms=6000, end_ms=16_000, width=320)
    for number, clip in enumerate(sorted(studio.videos.glob("*.mp4"))[:8]):
        if clip.name.startswith(("chair", "tape")):
            continue
        shutil.copy(clip, archive / clip.name)
        if number % 2:
            alter_clip(clip, phone / f"{clip.stem} (1).mp4", width=160, crf=32, gain=0.9)
        else:
            shutil.copy(clip, phone / f"{clip.stem} copy.mp4")
    window = studio.open("copies.vhdesk")
    window.add_folders((archive, phone))
    studio.wait(lambda: not window.control.running)
    return window


def _looking(studio: Studio, window):
    control = window.shell.duplicates
    page = _page(window)
    studio.save("61_copies_looking", window)
    page.searching.stop_button.click()
    studio.wait(lambda: control.request is None)
    studio.save("62_copies_stopped", window)
    page.message.first_button.click()
    studio.wait(lambda: bool(page.model.listing.shelves))
    return page


def _grouped(studio: Studio, window) -> None:
    studio.wait(lambda: not window.shell.duplicates.pending)


def _found(studio: Studio, window, page) -> None:
    page.view.setFocus()
    studio.save("63_copies", window)
    page.model.mark(page.model.tiles_of(page.model.listing.shelves[0])[1:3], True)
    page.view.select_row(1)
    studio.save("64_copies_marked", window)
    page.trash_button.click()
    studio.save("65_copies_trash_question", window.results.trash_box)
    window.results.trash_box.keep_button.click()
    studio.wait(lambda: window.results.trash_box is None)
    page.model.mark(page.model.listing.tiles, False)
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum() // 2)
    studio.save("66_copies_scrolled", window)
    window.resize(900, 640)
    studio.save("67_copies_small", window)
    window.resize(1440, 900)
    window.shell.preferences.set("window", "font_percent", 160)
    studio.save("68_copies_large_text", window)
    window.shell.preferences.set("window", "font_percent", 100)


def _decisions(studio: Studio, window, page) -> None:
    page.view.select_row(0)
    page.view.actions_by_name["keep"].trigger()
    _grouped(studio, window)
    studio.save("69_copies_one_kept", window)
    page.kept_button.click()
    _grouped(studio, window)
    studio.save("70_copies_with_the_kept", window)
    page.kept_button.click()
    page.view.undo_asked.emit()
    _grouped(studio, window)
    page.filters.closeness.setValue(2)
    _grouped(studio, window)
    studio.save("71_copies_close_ones", window)
    page.filters.text.setText("nothing has this name")
    studio.wait(lambda: not page.model.listing.shelves)
    studio.save("72_copies_filtered_out", window)
    page.message.first_button.click()
    studio.wait(lambda: bool(page.model.listing.shelves))


def _files(studio: Studio, window, page) -> None:
    model = page.model
    model.set_gone(model.listing.tiles[1].path)
    model.set_offline((str(studio.home / "Archive"),))
    page.show_stale()
    studio.save("73_copies_gone_and_offline", window)
    model.set_offline(())
    page.show_problem("The library is damaged. Rebuild it, or choose another one.")
    studio.save("74_copies_problem", window)
