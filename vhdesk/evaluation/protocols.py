"""The protocols of the papers and our own: where queries come from, what they must not meet, and the cut-off K."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from vhdesk.errors import BadInput


@dataclass(frozen=True)
class Protocol:
    """How a quality is measured.

    Attributes:
        name: as the command line knows it; ``NAME@K`` asks for another cut-off.
        cut: K of mAP@K.
        queries: of a library: ``folder``, a folder of their own; ``library``, its labelled videos; or ``either``.
        parts: arrays of a file of codes that it takes, the queries last; one part asks itself, none means no such file.
        hides: from a query: ``nothing``, not even itself, which adds 1/K to AP@K for free; ``itself``; or its whole
            ``recording``.
        summary: one line.
    """

    name: str
    cut: int
    queries: str
    parts: tuple[str, ...]
    hides: str
    summary: str


_APART = ("database", "test")
PROTOCOLS = {
    protocol.name: protocol
    for protocol in (
        Protocol("library", 100, "either", (), "recording", "labelled videos search all others, own recording hidden"),
        Protocol("ucf101", 100, "folder", _APART, "recording", "test videos search training videos, K = 100 (CSQ)"),
        Protocol("hmdb51", 70, "folder", _APART, "recording", "test videos search training videos, K = 70 (CSQ)"),
        Protocol("ssvh", 100, "library", ("test",), "nothing", "every video searches all, itself included (SSVH)"),
        Protocol("ssvh-no-self", 100, "library", ("test",), "itself", "the same, itself left out"),
        Protocol(
            "top5", 5, "either", _APART, "recording", "the first five, and PAR on real-valued outputs (paper 002)"
        ),
    )
}


def protocol_of(name: str) -> Protocol:
    """The protocol of a name, with its cut-off replaced where the name ends in ``@K``.

    Raises:
        BadInput: there is none of that name, or K is not a whole number from 1 on.
    """
    base, at, cut = name.partition("@")
    found = PROTOCOLS.get(base)
    if found is None:
        raise BadInput(f"There is no protocol '{name}'; choose one of {', '.join(PROTOCOLS)}.")
    if not at:
        return found
    if not cut.isdecimal() or not int(cut):
        raise BadInput(f"'{name}' has no cut-off; write a whole number behind the @, as in {base}@{found.cut}.")
    return dataclasses.replace(found, name=name, cut=int(cut))
