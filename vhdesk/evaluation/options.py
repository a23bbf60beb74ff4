"""What is asked of an evaluation of a library. Importing it loads nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vhdesk.errors import BadInput
from vhdesk.evaluation.protocols import Protocol, protocol_of

# Which settings of the two knobs get a row.
MASK_RATIOS = (0.2, 0.4, 0.6, 0.8)
RANDOM_MASK_RATIO = 0.8
# Paper 002 gives neither k nor the threshold; k larger than what is shown lets recall rise.
PAR_K = (5, 50)
PAR_THRESHOLDS = (0.5, 0.7, 0.9)
# In place of names of systems.
EVERY = ("*",)


@dataclass(frozen=True)
class EvaluateOptions:
    """How to measure.

    Attributes:
        systems: names; none means the system in use, :data:`EVERY` that one and all others that encoded every video.
        bits: code lengths; none means all that each system gives.
        protocol: one of :data:`.protocols.PROTOCOLS`, or ``NAME@K``.
        queries: a folder of query files, labelled by its subfolders; ``None``: the library's own videos ask.
        groups: a CSV file with the columns path and group; ``None``: by folder and content.
    """

    systems: tuple[str, ...] = ()
    bits: tuple[int, ...] = ()
    protocol: str = "library"
    queries: Path | None = None
    groups: Path | None = None

    def check(self) -> Protocol:
        """The protocol that is meant.

        Raises:
            BadInput: there is none of that name, or it does not go with the other options.
        """
        protocol = protocol_of(self.protocol)
        if protocol.queries == "folder" and self.queries is None:
            raise BadInput(
                f"The protocol '{protocol.name}' has queries of its own: name their folder with --queries FOLDER, "
                "or take --protocol library."
            )
        if protocol.queries == "library" and self.queries is not None:
            raise BadInput(f"In the protocol '{protocol.name}' the library's own videos ask: leave --queries out.")
        return protocol
