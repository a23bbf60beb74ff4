"""The desk's side of the model manager: the store as the settings ask for it, and the check of all model files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vhdesk.errors import ModelProblem

if TYPE_CHECKING:
    from vhdesk.settings import Settings
    from vhdesk.systems.weights.store import WeightStore


@dataclass(frozen=True)
class Verified:
    """One system or one file of weights after the comparison with its hashes.

    Attributes:
        kind: ``system`` or ``weights``.
        problem: what is wrong, with the remedy; empty where nothing is.
    """

    name: str
    kind: str
    problem: str


def open_weights(settings: Settings, mirror: str | None = None) -> WeightStore:
    """The weights on this machine and those that can be had.

    Args:
        settings: name the mirror and the proxy.
        mirror: to use instead.

    Raises:
        BadInput: the mirror or the proxy is no web address.
    """
    from vhdesk.systems.weights.store import WeightStore

    return WeightStore(settings.models.mirror if mirror is None else mirror, proxy=settings.models.proxy)


def verify_models(store: WeightStore, name: str | None = None) -> list[Verified]:
    """Compare the files of installed systems and weights with their hashes.

    Args:
        store: of the weights.
        name: of the one to look at; all that are installed where none is named.

    Raises:
        BadInput: there is none of that name.
    """
    from vhdesk.systems.card import SystemCard, card, cards

    def of_system(found: SystemCard) -> Verified:
        problem = found.needs
        try:
            for file in found.files:
                found.file(file)
        except ModelProblem as fault:
            problem = str(fault)
        return Verified(found.name, "system", problem)

    def of_weights(wanted: str) -> Verified:
        return Verified(wanted, "weights", store.verify(wanted))

    if name is None:
        installed = [state.weights.name for state in store.states() if state.record is not None]
        return [of_system(found) for found in cards() if not found.needs] + [of_weights(each) for each in installed]
    if name in store.manifest:
        return [of_weights(name)]
    return [of_system(card(name))]
