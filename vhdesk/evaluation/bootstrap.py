"""95 % intervals of means by the percentile bootstrap (Efron 1979) over queries, or over whole recordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

DRAWS = 10_000
SEED = 0
# Numbers in one block of draws.
_BLOCK = 4_000_000


def intervals95(
    values: NDArray[np.floating], groups: NDArray[np.int64], *, draws: int = DRAWS, seed: int = SEED
) -> NDArray[np.float64]:
    """Where the means of M measures lie in 95 of 100 samples of queries like these, ``[M, 2]``.

    Queries of one recording are not independent, so whole groups are drawn, with replacement. All columns see the same
    draws: the interval of a difference of two columns (pass the difference) is a paired one.

    Args:
        values: one row a query, ``[Q, M]``.
        groups: ``[Q]``, the recording that a query comes from; all different where there are none.
        draws: how many samples.
        seed: of the draws.
    """
    _, member, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    sums = np.zeros((len(sizes), values.shape[1]))
    np.add.at(sums, member, values)
    table = np.column_stack([sums, sizes])
    random = np.random.default_rng(seed)
    means = []
    step = max(1, _BLOCK // len(sizes))
    for start in range(0, draws, step):
        block = min(step, draws - start)
        drawn = random.integers(len(sizes), size=(block, len(sizes)))
        drawn += np.arange(block)[:, None] * len(sizes)
        times = np.bincount(drawn.ravel(), minlength=block * len(sizes)).reshape(block, len(sizes))
        totals = times @ table
        means.append(totals[:, :-1] / totals[:, -1:])
    return np.percentile(np.concatenate(means), [2.5, 97.5], axis=0).T
