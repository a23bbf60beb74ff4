"""A linear softmax classifier: the judge behind category masks and the class-first control."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

STEPS = 200
RATE = 1e-2
DECAY = 1e-4


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
