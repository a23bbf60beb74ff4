"""What codes are told apart by: the user's labels where there are some, else what comes with the system."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vhdesk.errors import BadInput, DiskProblem, Interrupted, LibraryProblem
from vhdesk.library.notes import Notes, StoredCategories

if TYPE_CHECKING:
    from vhdesk.desk.desk import Desk
    from vhdesk.hashing.categories import Categories

log = logging.getLogger(__name__)

HOW_TO_LABEL = "Put the videos in one folder per kind and run 'vhdesk index FOLDER --label-from-folder'"


@dataclass(frozen=True)
class LearnedCategories:
    """What was learned.

    Attributes:
        labels: that are told apart.
        segments: that it was learned from.
        bits: code lengths that it was learned for.
    """

    labels: tuple[str, ...]
    segments: int
    bits: tuple[int, ...]


@dataclass(frozen=True)
class CategoryBits:
    """Which bits of a code matter for which category.

    Attributes:
        bits: L, code length.
        names: K, of the categories.
        source: ``labels``, the user's own, or ``clusters``, which come with the system.
        places: K rows of L numbers: 1 for the bit that matters most for the category, L for the one that matters least;
            a mask of ratio r keeps the places up to r · L.
    """

    bits: int
    names: tuple[str, ...]
    source: str
    places: tuple[tuple[int, ...], ...]


def category_bits(desk: Desk, bits: int) -> CategoryBits | None:
    """See :meth:`vhdesk.desk.Desk.category_bits`."""
    import numpy as np

    with desk._search_guard:
        found = categories_of(desk, bits)
    if found is None:
        return None
    order = np.argsort(-np.abs(found.classifier.weights), axis=1, kind="stable")  # as a mask takes them
    places = np.argsort(order, axis=1) + 1
    return CategoryBits(bits, found.names, found.source, tuple(tuple(row) for row in places.tolist()))


def categories_of(desk: Desk, bits: int) -> Categories | None:
    """The categories of a library for one code length; ``None`` where there are none. Under the search guard."""
    import numpy as np

    from vhdesk.hashing.categories import Categories, Classifier

    system = desk.system()
    key = (system.fingerprint, desk._library.state())
    if desk._learned is None or desk._learned[0] != key:
        found = {
            stored.bits: Categories(
                stored.labels,
                Classifier(
                    np.arange(len(stored.labels)),
                    np.frombuffer(stored.weights, np.float32).reshape(-1, stored.bits),
                    np.frombuffer(stored.bias, np.float32),
                ),
            )
            for stored in Notes(desk._library).categories(system.fingerprint).values()
        }
        desk._learned = (key, found)
    return desk._learned[1].get(bits) or system.categories.get(bits)


def no_categories(asked: str) -> BadInput:
    """The fault of asking for what needs categories where there are none."""
    return BadInput(
        f"{asked} needs categories, and this library has learned none. {HOW_TO_LABEL}, or let all bits count with a "
        "mask ratio of 1."
    )


def learn_categories(
    desk: Desk, check: Callable[[], None], tell: Callable[[int, int], None] = lambda _done, _total: None
) -> LearnedCategories:
    """Fit categories of every code length to the labels of the library's videos, and store them.

    Raises:
        BadInput: there are fewer than two labels.
        LibraryProblem, DiskProblem: the library cannot be read or written.
        Interrupted: by ``check``; what was learned before stays.
    """
    import numpy as np

    from vhdesk.hashing.categories import STEPS, draw_segments, fit_categories

    system, notes = desk.system(), Notes(desk._library)
    counts = notes.label_counts()
    table = notes.labelled_segments(system.fingerprint)
    chosen = draw_segments(np.array([video for _, video, _ in table], np.int64))
    rows = [(table[place][0], table[place][2]) for place in chosen.tolist()]
    labels = [label for _, label in rows]
    if len(set(labels)) < 2:
        raise BadInput(
            f"Categories are learned from at least two labels, and there are {len(set(labels))}. {HOW_TO_LABEL}."
        )
    lengths = [bits for bits in system.card.bits if desk._library.code_pages(system.fingerprint, bits)]
    found: list[StoredCategories] = []
    done, total = 0, STEPS * len(lengths)

    def step() -> None:
        nonlocal done
        check()
        done += 1
        tell(done, total)

    for bits in lengths:
        held = dict(desk._library.codes(system.fingerprint, bits))
        kept = [(held[id_], label) for id_, label in rows if id_ in held]
        codes = np.frombuffer(b"".join(code for code, _ in kept), np.uint8).reshape(len(kept), bits // 8)
        fitted = fit_categories(codes, [label for _, label in kept], on_step=step)
        weights, bias = fitted.classifier.weights.astype("<f4"), fitted.classifier.bias.astype("<f4")
        found.append(StoredCategories(bits, fitted.names, weights.tobytes(), bias.tobytes(), counts))
    notes.store_categories(system.fingerprint, found)
    return LearnedCategories(tuple(sorted(set(labels))), len(rows), tuple(lengths))


def refresh_categories(desk: Desk, check: Callable[[], None]) -> None:
    """Learn the categories anew where the labels are others, or many more or fewer; a fault costs no more than that."""
    system, notes = desk.system(), Notes(desk._library)
    with contextlib.suppress(Interrupted):
        try:
            counts = notes.label_counts()
            learned = notes.categories(system.fingerprint)
            if (not counts and not learned) or (learned and not any(_outdated(s, counts) for s in learned.values())):
                return
            try:
                learn_categories(desk, check)
            except BadInput:
                if learned:  # the labels are gone
                    notes.store_categories(system.fingerprint, [])
        except (LibraryProblem, DiskProblem) as problem:
            log.warning("The categories were not learned: %s", problem)


def _outdated(stored: StoredCategories, counts: dict[str, int]) -> bool:
    """Whether there are other labels now, or a tenth more or fewer videos of one: learning takes seconds."""
    before = stored.learned_from
    return before.keys() != counts.keys() or any(10 * abs(counts[name] - n) > n for name, n in before.items())
