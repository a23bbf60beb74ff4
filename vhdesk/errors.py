"""The one tree of faults, the user's and ours.

VhdeskError                  anything that vhdesk raises on purpose
├── EnvironmentProblem       the user can act on it; exit code 2; its text is one sentence with the remedy
│   ├── BadInput             an unknown file, a bad value
│   ├── UnreadableFile       a file that gives no picture; carries its ``kind``
│   ├── FolderMissing        a folder that is not there, or no longer
│   ├── DiskProblem          full, read-only or vanished storage
│   ├── LibraryProblem       the library file cannot be used as asked
│   │   ├── LibraryBusy      another vhdesk is writing to it
│   │   ├── LibraryReadOnly  it may be read, not written
│   │   ├── LibraryDamaged   it is not a readable vhdesk library
│   │   └── LibraryNewer     a newer vhdesk made it
│   └── ModelProblem         weights missing or altered, or a device that cannot run them
├── Interrupted              the user stopped the job; exit code 130
└── InternalBug              ours; exit code 1, with a traceback only under ``-v``
"""

from __future__ import annotations


class VhdeskError(Exception):
    """Root of every fault that vhdesk raises on purpose; ``str()`` is the sentence to show."""

    exit_code = 1


class EnvironmentProblem(VhdeskError):
    """Something outside vhdesk: the sentence says what, and what to do about it."""

    exit_code = 2


class BadInput(EnvironmentProblem):
    """A value or a file that the user named and that cannot be used."""


class UnreadableFile(EnvironmentProblem):
    """A file that gives no picture.

    Attributes:
        kind: one of the keys of :data:`vhdesk.media.faults.SENTENCES`.
    """

    def __init__(self, sentence: str, kind: str = "damaged") -> None:
        super().__init__(sentence)
        self.kind = kind


class FolderMissing(EnvironmentProblem):
    """A folder that is not there, or no longer."""


class DiskProblem(EnvironmentProblem):
    """Storage that is full, read-only or gone."""


class LibraryProblem(EnvironmentProblem):
    """The library file cannot be used as asked."""


class LibraryBusy(LibraryProblem):
    """Another vhdesk is writing to this library."""


class LibraryReadOnly(LibraryProblem):
    """This library may be read but not written."""


class LibraryDamaged(LibraryProblem):
    """The file is not a readable vhdesk library."""


class LibraryNewer(LibraryProblem):
    """A newer version of vhdesk made this library."""


class ModelProblem(EnvironmentProblem):
    """Weights are missing or altered, or no device can run them."""


class Interrupted(VhdeskError):
    """The user stopped the job; what was finished is kept."""

    exit_code = 130


class InternalBug(VhdeskError):
    """A fault of ours."""


def printable(path: str) -> str:
    """A path that any sentence, terminal, log or JSON document takes: undecodable bytes become ``\\xNN``."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
