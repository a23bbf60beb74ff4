"""Numbers, times and names as a person reads them, by the locale of the desktop."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QLocale

from vhdesk.errors import printable


def clock(ms: int, tenths: bool = False) -> str:
    """A moment in a video: ``0:07``, ``12:34``, ``1:02:03``; with ``tenths`` ``0:07.2``."""
    seconds, rest = divmod(max(0, ms), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"{text}{QLocale().decimalPoint()}{rest // 100}" if tenths else text


def span(start_ms: int, end_ms: int, tenths: bool = False) -> str:
    """A stretch of a video, ``0:12–0:20``; a stretch inside one second shows tenths."""
    tenths = tenths or clock(start_ms) == clock(end_ms)
    return f"{clock(start_ms, tenths)}–{clock(end_ms, tenths)}"


def number(value: int) -> str:
    """An integer with the separators of the locale."""
    return QLocale().toString(value)


def decimal(value: float, digits: int = 1) -> str:
    """A fraction with the decimal point of the locale."""
    return QLocale().toString(value, "f", digits)


def cosine(value: float) -> str:
    """A cosine in two digits without the leading zero: ``.97``, ``1.00``."""
    text = decimal(value, 2)
    point = QLocale().decimalPoint()
    return text.replace(f"0{point}", point, 1) if text.lstrip("-").startswith(f"0{point}") else text


def time_left(seconds: float) -> str:
    """An estimate that does not pretend to be exact: ``40 s left``, ``2 min left``, ``1 h 20 min left``."""
    translate = QCoreApplication.translate
    if seconds < 60:
        return translate("formats", "{n} s left").replace("{n}", number(max(1, round(seconds))))
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("formats", "{n} min left").replace("{n}", number(minutes))
    hours, minutes = divmod(minutes, 60)
    return translate("formats", "{h} h {m} min left").replace("{h}", number(hours)).replace("{m}", number(minutes))


def file_name(path: str) -> str:
    """The last part of a path, fit for the screen."""
    return printable(os.path.basename(path.rstrip("/\\")) or path)


def size_of(count: int) -> str:
    """A number of bytes in the unit that suits it: ``0.5 MB``."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def duration(seconds: float) -> str:
    """A length of time in the unit that suits it: ``40 s``, ``12 min``, ``1 h 20 min``, ``38 h``."""
    translate = QCoreApplication.translate
    if seconds < 60:
        return translate("formats", "{n} s").replace("{n}", number(max(1, round(seconds))))
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("formats", "{n} min").replace("{n}", number(minutes))
    hours, minutes = divmod(minutes, 60)
    if hours >= 10 or not minutes:
        return translate("formats", "{n} h").replace("{n}", number(round(seconds / 3600)))
    return translate("formats", "{h} h {m} min").replace("{h}", number(hours)).replace("{m}", number(minutes))
