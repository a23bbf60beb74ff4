"""Copies in words: what kind they are, and why the best one is the best."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vhdesk.desk import CopyGroup, IndexedVideo, Reason
from vhdesk.ui.duplicates.arrangement import EXACT, PART, PICTURES, CopyTile
from vhdesk.ui.formats import clock, decimal, number, size_of, span


def kind(tile: CopyTile) -> str:
    """The kind of a copy, with the stretch that a part shares; empty for the best."""
    translate = QCoreApplication.translate
    if tile.kind == PART:
        stretch = span(tile.start_ms, tile.end_ms)
        return translate("copies", "part {stretch}").replace("{stretch}", stretch)
    names = {
        EXACT: translate("copies", "same file"),
        PICTURES: translate("copies", "same picture"),
        "copy": translate("copies", "whole copy"),
    }
    return names.get(tile.kind, "")


def size(video: IndexedVideo) -> str:
    """Width and height in pixels."""
    return f"{video.width} × {video.height}"


def length(video: IndexedVideo) -> str:
    """How long it is; that a picture is one."""
    return clock(video.duration_ms) if video.duration_ms else QCoreApplication.translate("copies", "picture")


def rate(video: IndexedVideo) -> str:
    """Bit rate and codec."""
    if not video.duration_ms:
        return video.codec
    text = QCoreApplication.translate("copies", "{n} Mbit/s").replace("{n}", decimal(video.bit_rate / 1e6, 2))
    return f"{text} {video.codec}"


def closeness(tile: CopyTile, bits: int) -> str:
    """How far a copy is from the best one."""
    if tile.copy is None:
        return ""
    if tile.kind == EXACT:
        return QCoreApplication.translate("copies", "equal to the last byte")
    text = QCoreApplication.translate("copies", "{n} of {bits} bits apart")
    apart = tile.copy.hamming
    text = text.replace("{n}", number(int(apart)) if apart == int(apart) else decimal(apart, 1))
    return text.replace("{bits}", number(bits))


def reasons(group: CopyGroup) -> str:
    """Why the best copy is the best, in one line."""
    if all(copy.kind == EXACT for copy in group.copies):
        return QCoreApplication.translate("copies", "all are the same file; the first by name")
    return "; ".join(_reason(reason, group.best) for reason in group.reasons)


def _reason(reason: Reason, best: IndexedVideo) -> str:
    translate = QCoreApplication.translate
    plain = {
        "whole": translate("copies", "whole, where another is damaged"),
        "colour": translate("copies", "in colour, where another is not"),
        "first": translate("copies", "no copy is better in anything that is known; the first by name"),
    }
    if reason.kind in plain:
        return plain[reason.kind]
    texts = {
        "longest": translate("copies", "longest: {a} against {b}"),
        "largest": translate("copies", "largest: {a} against {b}"),
        "smoothest": translate("copies", "smoothest: {a} against {b} frames a second"),
        "rate": translate("copies", "highest bit rate: {a} against {b} Mbit/s"),
        "codec": translate("copies", "codec {a} against {b}"),
    }
    text = texts[reason.kind]
    if reason.borders:
        text = translate("copies", "largest: {a} against {b} with black borders")
    if reason.kind == "codec":
        ours, theirs = best.codec, ", ".join(other.codec for other in reason.others)
    else:
        ours, theirs = (_figure(reason.kind, video) for video in (best, reason.others[0]))
    return text.replace("{a}", ours).replace("{b}", theirs)


def _figure(kind: str, video: IndexedVideo) -> str:
    figures = {
        "longest": clock(video.duration_ms),
        "largest": size(video),
        "smoothest": number(round(video.fps)),
        "rate": decimal(video.bit_rate / 1e6, 2),
    }
    return figures[kind]


def facts(video: IndexedVideo) -> str:
    """Everything that is known of a file, in one line."""
    return " · ".join((size(video), length(video), size_of(video.size_bytes), rate(video)))
