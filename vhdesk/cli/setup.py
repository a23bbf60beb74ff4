"""A desk as the command line's options ask for it."""

from __future__ import annotations

import argparse

from vhdesk.desk import Desk, SearchOptions
from vhdesk.settings import load


def make_desk(
    options: argparse.Namespace,
    *,
    device: str | None = None,
    system: str | None = None,
    bits: int | None = None,
    remember: bool = True,
) -> Desk:
    """The desk on the chosen library, with the settings overridden by flags.

    Raises:
        BadInput: the system or the code length is not there.
    """
    settings = load()
    if device:
        settings = settings.replace("device", device=device)
    desk = Desk(options.library, settings, system=system, remember=remember)
    if bits is not None:
        card = desk.system_card()
        SearchOptions(bits=bits).check(card.name, card.bits)
    return desk
