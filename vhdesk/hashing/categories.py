"""Categories: a linear softmax classifier, and the bits of a code that matter for what it names (paper 001, DVHCM).

What is judged is the code itself, each bit as +1 or -1, so that a category needs nothing but the code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import InternalBug

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

STEPS = 200
RATE = 1e-2
DECAY = 1e-4
# More segments tell little more, and every step looks at all of them.
MAX_SEGMENTS = 8000
MAX_PER_VIDEO = 32


@dataclass(frozen=True)
class Classifier:
    """One linear layer.

    Attributes:
        classes: ``[C]``, the label that each row of the weights stands for.
        weights: ``[C, D] float32``.
        bias: ``[C] float32``.
    """

    classes: NDArray[np.int64]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def predict(self, features: NDArray[np.floating]) -> NDArray[np.int64]:
        """The label of each feature, ``[N, D]`` to ``[N]``."""
        found: NDArray[np.int64] = self.classes[(features @ self.weights.T + self.bias).argmax(axis=1)]
        return found

    def judge(self, features: NDArray[np.floating]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The row of the class of each feature, ``[N, D]`` to ``[N]``, and its softmax share, ``[N]``, 0..1."""
        logits = (features @ self.weights.T + self.bias).astype(np.float32)
        rows = logits.argmax(axis=1)
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        confidence: NDArray[np.float32] = shares[np.arange(len(rows)), rows] / shares.sum(axis=1)
        return rows, confidence


@dataclass(frozen=True)
class Categories:
    """What codes of one length are told apart by, and which of their bits matter for it.

    Attributes:
        names: K, of the rows of the classifier's weights.
        classifier: on codes as ±1, ``[N, bits]``.
        source: ``labels``, the user's own, or ``clusters``, found without labels and shipped with the hasher.
    """

    names: tuple[str, ...]
    classifier: Classifier
    source: str = "labels"

    def __post_init__(self) -> None:
        count, bits = self.classifier.weights.shape
        if count != len(self.names) or self.classifier.bias.shape != (count,) or bits % 8:
            raise InternalBug(f"{len(self.names)} categories do not fit weights of shape {(count, bits)}.")

    @property
    def bits(self) -> int:
        """L, the length of the codes that are judged."""
        return int(self.classifier.weights.shape[1])

    def judge(self, codes: NDArray[np.uint8]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The category of packed codes, ``[N, bits / 8]`` to ``[N]``, and how sure that is, ``[N]``, 0..1."""
        return self.classifier.judge(signs(codes))

    def masks(self, ratio: float) -> NDArray[np.uint8]:
        """The bits that matter for each category, ``[K, bits / 8]``, packed like codes; ``ratio`` of them all."""
        return np.packbits(category_masks(self.classifier.weights, ratio), axis=1)


def signs(codes: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Packed codes ``[N, bits / 8]`` as ±1, ``[N, bits] float32``."""
    return np.unpackbits(codes, axis=1).astype(np.float32) * 2 - 1


def fit_categories(
    codes: NDArray[np.uint8], labels: Sequence[str], *, on_step: Callable[[], None] = lambda: None
) -> Categories:
    """Learn to tell labels by packed codes ``[N, bits / 8]`` with their labels, N of them.

    Args:
        codes: of segments.
        labels: of their videos.
        on_step: called before every step; may raise to stop.
    """
    names, numbers = np.unique(np.array(labels), return_inverse=True)
    classifier = fit_classifier(signs(codes), numbers.astype(np.int64), on_step=on_step)
    return Categories(tuple(map(str, names)), classifier)


def draw_segments(videos: NDArray[np.int64]) -> NDArray[np.intp]:
    """Which segments to learn from, ascending, always the same ones: at most 32 of a video and 8000 of all.

    Args:
        videos: ``[N]``, the video of every segment.
    """
    shuffled = np.random.default_rng(0).permutation(len(videos))
    order = shuffled[np.argsort(videos[shuffled], kind="stable")]
    _, first, counts = np.unique(videos[order], return_index=True, return_counts=True)
    place = np.empty(len(videos), np.intp)  # of each segment among its video's
    place[order] = np.arange(len(videos)) - np.repeat(first, counts)
    chosen = shuffled[place[shuffled] < MAX_PER_VIDEO][:MAX_SEGMENTS]
    return np.sort(chosen)


def shipped_categories(weights: NDArray[np.float32], bias: NDArray[np.float32]) -> Categories:
    """Pseudo-categories, found without labels, from their weights ``[K, bits]`` and bias ``[K]``."""
    names = tuple(f"cluster {number}" for number in range(1, len(weights) + 1))
    return Categories(names, Classifier(np.arange(len(weights)), weights, bias), "clusters")


def fit_classifier(
    features: NDArray[np.floating],
    labels: NDArray[np.int64],
    *,
    seed: int = 0,
    on_step: Callable[[], None] = lambda: None,
) -> Classifier:
    """Fit by 200 full-batch steps of Adam (rate 0.01, weight decay 0.0001) on softmax cross-entropy.

    Args:
        features: ``[N, D]``.
        labels: ``[N]``.
        seed: of the start, which is that of ``torch.nn.Linear`` after ``torch.manual_seed``, so that published rows
            made with torch come out the same.
        on_step: called before every step; may raise to stop.
    """
    classes, targets = np.unique(labels, return_inverse=True)
    x = np.column_stack([features, np.ones(len(features))]).astype(np.float32)  # the last weight is the bias
    weights = _start(features.shape[1], len(classes), seed)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    rows = np.arange(len(x))
    for step in range(1, STEPS + 1):
        on_step()
        logits = x @ weights
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        shares[rows, targets] -= 1
        gradient = x.T @ shares / np.float32(len(x)) + np.float32(DECAY) * weights
        mean += np.float32(0.1) * (gradient - mean)
        square += np.float32(0.001) * (gradient**2 - square)
        size = np.sqrt(square / np.float32(1 - 0.999**step)) + np.float32(1e-8)
        weights -= np.float32(RATE / (1 - 0.9**step)) * mean / size
    return Classifier(classes, np.ascontiguousarray(weights[:-1].T), weights[-1].copy())


def _start(dimensions: int, classes: int, seed: int) -> NDArray[np.float32]:
    """``[dimensions + 1, classes]``, uniform within ±1/√dimensions: torch's bits, 24 of every Mersenne-Twister word."""
    random = np.random.RandomState(seed)
    bound = np.float32(dimensions**-0.5)

    def uniform(*shape: int) -> NDArray[np.float32]:
        raw = random.randint(0, 2**32, size=shape, dtype=np.uint32) & np.uint32(2**24 - 1)
        drawn: NDArray[np.float32] = raw.astype(np.float32) * np.float32(2.0**-24) * (2 * bound) - bound
        return drawn

    weights, bias = uniform(classes, dimensions), uniform(classes)
    return np.ascontiguousarray(np.vstack([weights.T, bias]))


def category_masks(weights: NDArray[np.floating], ratio: float) -> NDArray[np.bool_]:
    """The bits that matter for each class, ``[C, L]``: the round(ratio · L) with the largest weights (DVHCM, eq. 5).

    The equation's strict ">" would keep one bit fewer than asked; at least one is kept, ties go to the first bit.
    """
    kept = max(1, round(ratio * weights.shape[1]))
    order = np.argsort(-np.abs(weights), axis=1, kind="stable")[:, :kept]
    masks = np.zeros(weights.shape, np.bool_)
    np.put_along_axis(masks, order, True, axis=1)
    return masks
