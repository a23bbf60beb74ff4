"""Quality of hash outputs made elsewhere, by the protocols of the papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput
from vhdesk.evaluation.codes_file import HashOutputs, read_outputs
from vhdesk.evaluation.controls import HASHERS, chance, class_first, fit_hasher, random_masks
from vhdesk.evaluation.measure import Entry, Tell, measure
from vhdesk.evaluation.options import MASK_RATIOS, PAR_K, PAR_THRESHOLDS, RANDOM_MASK_RATIO
from vhdesk.evaluation.par import proximal_affinity
from vhdesk.evaluation.protocols import PROTOCOLS, Protocol
from vhdesk.evaluation.ranking import Ranker, binarise, by_distance, code_distances, cosine_distances
from vhdesk.evaluation.report import Evaluation
from vhdesk.evaluation.split import Split, make_split
from vhdesk.hashing.categories import Classifier, category_masks, fit_classifier

if TYPE_CHECKING:
    from numpy.typing import NDArray


def measure_codes(file: str, name: str, protocol: Protocol, *, check: Callable[[], None], tell: Tell) -> Evaluation:
    """Measure the codes in a file, with the controls that its outputs allow.

    Args:
        file: see :mod:`.codes_file`.
        name: what the rows are called.
        protocol: one for files of codes.
        check: called between chunks; may raise to stop.
        tell: takes the progress.

    Raises:
        BadInput: the protocol needs a library, or the file is not as it must be.
    """
    if not protocol.parts:
        offered = ", ".join(known.name for known in PROTOCOLS.values() if known.parts)
        raise BadInput(
            f"The protocol '{protocol.name}' is for a library, not for a file of codes; choose one of {offered}."
        )
    found = read_outputs(file, protocol.parts)
    queries, database = found[protocol.parts[-1]], found[protocol.parts[0]]
    rows = np.arange(len(queries.outputs))[:, None]
    keys = rows if len(found) == 1 and protocol.hides != "nothing" else rows[:, :0]
    split = make_split(
        queries.labels,
        database.labels,
        query_keys=keys,
        database_keys=keys if len(found) == 1 else np.zeros((len(database.labels), 0), np.int64),
    )
    entries = list(_Codes(name, queries, database, split, check).entries(protocol))
    summary = measure(entries, split, protocol.cut, check=check, tell=tell)
    notes = []
    if summary.left_out:
        notes.append(f"{summary.left_out} queries have no item of their label to find; they do not count.")
    if protocol.hides == "nothing":
        notes.append("Every query finds itself too, as published: that alone gives up to 1/K of mAP@K (k).")
    return summary.evaluation(file, protocol, split.database, notes)


class _Codes:
    """What can be ranked with the outputs of one file."""

    def __init__(
        self, name: str, queries: HashOutputs, database: HashOutputs, split: Split, check: Callable[[], None]
    ) -> None:
        self._name = name
        self._queries, self._database = queries.outputs, database.outputs
        self._real = queries.real and database.real
        self._split = split
        self._check = check
        self._codes = binarise(queries.outputs), binarise(database.outputs)
        self._bits = queries.outputs.shape[1]
        self._fitted: Classifier | None = None

    def entries(self, protocol: Protocol) -> Iterator[Entry]:
        """The codes themselves, then variants and controls."""
        yield Entry(self._name, self._bits, self._hamming, control=False)
        apart = len(protocol.parts) > 1
        if apart:  # a classifier would have seen the queries otherwise
            for ratio in MASK_RATIOS:
                yield Entry(self._name, self._bits, lambda r=ratio: self._masked(r), mask_ratio=ratio, control=False)  # type: ignore[misc]
        if protocol.name.partition("@")[0] == "top5" and self._real:
            yield from self._par()
        if self._real:
            yield Entry("float cosine", None, self._cosine)
            for name in HASHERS:
                yield Entry(name, self._bits, lambda n=name: self._hashed(n))  # type: ignore[misc]
        if apart:
            yield Entry("random mask", self._bits, self._randomly_masked, mask_ratio=RANDOM_MASK_RATIO)
            yield Entry("class first", self._bits, self._class_first)
        yield Entry("chance", None, lambda: chance(self._split))

    def _hamming(self) -> Ranker:
        return by_distance(code_distances(*self._codes), self._split)

    def _cosine(self) -> Ranker:
        return by_distance(cosine_distances(self._queries.astype("f4"), self._database.astype("f4")), self._split)

    def _hashed(self, name: str) -> Ranker:
        hasher = fit_hasher(name, self._database.astype("f4"), self._bits)
        codes = (hasher.codes(outputs.astype("f4"), self._bits) for outputs in (self._queries, self._database))
        return by_distance(code_distances(*codes), self._split)

    def _par(self) -> Iterator[Entry]:
        asks, holds = self._queries.astype("f4"), self._database.astype("f4")

        def ranker(k: int, threshold: float | None) -> Ranker:
            return proximal_affinity(asks, holds, self._split, k=k, threshold=threshold)

        for k in PAR_K:
            for threshold in (None, *PAR_THRESHOLDS):
                name = f"Euclidean {k}" if threshold is None else f"PAR {k}, cosine > {threshold}"
                yield Entry(name, None, lambda k=k, t=threshold: ranker(k, t), control=False)  # type: ignore[misc]

    def _classifier(self) -> Classifier:
        if self._fitted is None:
            self._fitted = fit_classifier(self._database.astype("f4"), self._split.database_labels, on_step=self._check)
        return self._fitted

    def _masked(self, ratio: float) -> Ranker:
        return self._with_masks(category_masks(self._classifier().weights, ratio))

    def _randomly_masked(self) -> Ranker:
        return self._with_masks(random_masks(self._bits, RANDOM_MASK_RATIO, len(self._classifier().classes)))

    def _with_masks(self, masks: NDArray[np.bool_]) -> Ranker:
        """Masks of all classes ``[C, L]``; a query takes that of its predicted class."""
        classifier = self._classifier()
        rows = np.searchsorted(classifier.classes, classifier.predict(self._queries.astype("f4")))
        return by_distance(code_distances(*self._codes, np.packbits(masks, axis=1)[rows]), self._split)

    def _class_first(self) -> Ranker:
        classifier = self._classifier()
        classes = (classifier.predict(outputs.astype("f4")) for outputs in (self._queries, self._database))
        return class_first(code_distances(*self._codes), self._split, *classes)
