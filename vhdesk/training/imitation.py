"""Losses by which a clip encoder imitates another one (paper 004).

Both are means of squared differences over the batch and over every number (tokens too), as torch's ``mse_loss`` is, not
the sums that the equations print: the thesis chooses a weight of 100 000 for its tokens, which only fits a mean over
their 512 numbers, and MARS (Crasto et al. 2019) one of 50.
"""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional

BERT_WEIGHT, MARS_WEIGHT = 100_000.0, 50.0


def bert_distillation(tokens: Tensor, wanted: Tensor) -> Tensor:
    """What BERT makes of a clip's tokens against a teacher's, each of unit length (paper 004, equation 5.1).

    Args:
        tokens: ``[N, S, D]``, the pooling's outputs besides that of the class token.
        wanted: ``[N, S, D]``, tokens of the teacher's backbone; no gradient flows into them.
    """
    return functional.mse_loss(functional.normalize(tokens, dim=-1), functional.normalize(wanted.detach(), dim=-1))


def mars(features: Tensor, wanted: Tensor) -> Tensor:
    """A clip's feature against a teacher's, ``[N, D]`` both, as they are (MARS; paper 004, equation 2.2)."""
    return functional.mse_loss(features, wanted.detach())
