"""Pictures of everything between a drop and a decision: query, results, compare."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ui.screenshots import Studio


def shoot_results(studio: Studio) -> None:
    """Every state of the query, its results and the compare window; the library is indexed already."""
    window = studio.open("library.vhdesk")
    _query(studio, window)
    _results(studio, window)
    _marks_and_files(studio, window)
    _compare(studio, window)
    studio.close(window)


def _answered(studio: Studio, window) -> None:
    studio.wait(lambda: window.settled and window.status.encoder_known)


def _query(studio: Studio, window) -> None:
    from PySide6.QtCore import Qt

    window.search(studio.long_query)
    _answered(studio, window)
    film = window.query.card.film
    film.start.setSliderDown(True)
    film.start.setValue(film.duration_ms // 4)
    film.end.setValue(film.duration_ms * 3 // 5)
    film.start.setFocus(Qt.FocusReason.TabFocusReason)
    studio.save("20_part_being_chosen", window)
    film.start.setSliderDown(False)
    studio.wait(lambda: window.searching)
    _answered(studio, window)
    studio.save("21_part_searched_by", window)
    picture = studio.home / "still.jpg"
    window.query.card.film.grab()
    film_image = window.thumbnails.image(window.query.model.results[0].segment_id)
    assert film_image is not None
    film_image.save(str(picture), "JPG")
    window.searches.search_all(
        tuple(
            dataclasses.replace(window.searches.query, path=p, from_ms=None, to_ms=None)
            for p in (picture, studio.query, studio.long_query)
        )
    )
    _answered(studio, window)
    studio.save("22_picture_and_others_wait", window)
    window.search(studio.more / "letter to the club.mp4")
    _answered(studio, window)
    studio.save("23_query_error_with_a_way_back", window)
    window.searches.back()
    window.searches.back()
    _answered(studio, window)


def _results(studio: Studio, window) -> None:
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtTest import QTest

    page = window.query
    page.filters.by_video.setChecked(False)
    _answered(studio, window)
    studio.save("24_by_segment", window)
    page.filters.by_video.setChecked(True)
    _answered(studio, window)
    view = page.view
    index = page.model.index(1, 0)
    for nudge in (0, 4):
        at = QPointF(view.visualRect(index).center()) + QPointF(nudge, 0)
        kind, none = QMouseEvent.Type.MouseMove, Qt.MouseButton.NoButton
        event = QMouseEvent(kind, at, view.viewport().mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
        studio.app.sendEvent(view.viewport(), event)
    studio.wait(lambda: page.scrub.result is not None and window.frames.pending == 0)
    studio.save("25_hover_scrub", window)
    page.scrub.stop()
    page.filters.tile_size.setValue(320)
    view.selectAll()
    studio.save("26_large_tiles_all_selected", window)
    page.filters.tile_size.setValue(140)
    view.select_row(2)
    studio.save("27_small_tiles", window)
    page.filters.tile_size.setValue(200)
    QTest.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = studio.app.activePopupWidget()
    studio.save("28_context_menu", menu)
    menu.close()
    page.filters.folder_button.menu().aboutToShow.emit()
    page.filters.folder_button.menu().actions()[1].trigger()
    page.filters._sorts["path"].trigger()
    studio.save("29_filtered_and_sorted", window)
    page.filters.text.setText("nothing has this name")
    studio.wait(lambda: not page.shows_results)
    studio.save("30_all_filtered_out", window)
    page.message.first_button.click()
    page.filters._sorts["rank"].trigger()


def _marks_and_files(studio: Studio, window) -> None:
    page = window.query
    results = page.model.results
    page.model.set_marks({results[1].video_id: "no", results[2].video_id: "yes"})
    page.model.set_gone(results[3].path)
    page.model.set_offline((str(studio.more),))
    studio.save("31_marks_offline_and_gone", window)
    page.model.set_offline(())
    page.model.set_marks({result.video_id: None for result in results})
    page.view.clearSelection()
    for row in range(3):
        page.view.selectionModel().select(page.model.index(row, 0), page.view.selectionModel().SelectionFlag.Select)
    page.view.actions_by_name["trash"].trigger()
    studio.save("32_trash_question", window.results.trash_box)
    window.results.trash_box.keep_button.click()
    studio.wait(lambda: window.results.trash_box is None)


def _compare(studio: Studio, window) -> None:
    from PySide6.QtCore import QPointF

    page = window.query
    page.view.select_row(1)
    page.view.actions_by_name["compare"].trigger()
    compare = window.results.compare_window
    studio.save("33_compare_reading", compare)
    studio.wait(lambda: compare.player.ready and bool(compare.bits.differing))
    studio.save("34_compare", compare)
    compare.player.play()
    studio.wait(lambda: compare.player.position_ms > 600)
    studio.save("35_compare_playing", compare)
    compare.player.pause()
    for view in compare.views:
        view.look(3.0, QPointF(0.5, 0.4))
    compare._tell_zoom()
    studio.wait(lambda: compare.views[1].image.width() > 0 and window.frames.pending == 0)
    studio.save("36_compare_zoomed", compare)
    compare.close()
    window._choose_bits(256)
    _answered(studio, window)
    page.view.select_row(2)
    page.view.actions_by_name["compare"].trigger()
    studio.wait(lambda: compare.player.ready and len(compare.bits.differing) == 256)
    compare.resize(900, 640)
    studio.save("37_compare_256_bits_small", compare)
    compare.close()
    gone = dataclasses.replace(page.model.results[1], path=str(Path(studio.home) / "gone.mp4"))
    window.results._compare((gone,))
    studio.wait(lambda: bool(compare.player.right.problem))
    studio.save("38_compare_gone", compare)
    compare.close()
    window._choose_bits(64)
    _answered(studio, window)
