"""The six-layer hash head (paper 000, section 4.3 and Algorithm 1): a clip's feature to a code and to its class."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn

WIDTHS = (2048, 1024, 512, 256)
DROPOUT = 0.8


class HashHead(nn.Module):
    """Features ``[N, D]`` to L numbers within ±1, whose signs are the code, and to class scores ``[N, C]``.

    Four hidden layers, D -> 2048 -> 1024 -> 512 -> 256, then L with tanh, then C. Linear layers begin as torch begins
    them: uniform within ±1/√inputs; the paper says "uniform random" without bounds.

    Args:
        features: D.
        bits: L.
        classes: C.
        dropout: share that is dropped.
        dropout_everywhere: before each hidden layer, as inside the loop of Algorithm 1; else once, at the input, as
            section 4.3 says: four times 0.8 leaves next to nothing.
        norm_first: Linear, batch norm, ReLU, as the text has it; else Linear, ReLU, batch norm, as Algorithm 1 has it
            (whose last line takes O where B is meant: the norm would have no use).
        widths: of the hidden layers.
    """

    norm_first: Tensor

    def __init__(
        self,
        features: int,
        bits: int,
        classes: int,
        *,
        dropout: float = DROPOUT,
        dropout_everywhere: bool = False,
        norm_first: bool = False,
        widths: tuple[int, ...] = WIDTHS,
    ) -> None:
        super().__init__()
        sizes = (features, *widths)
        self.hidden = nn.ModuleList(nn.Linear(i, o) for i, o in pairwise(sizes))
        self.norms = nn.ModuleList(nn.BatchNorm1d(width) for width in widths)
        self.code = nn.Linear(sizes[-1], bits)
        self.classifier = nn.Linear(bits, classes)
        self.dropout = nn.Dropout(dropout)
        self.dropout_everywhere = dropout_everywhere
        # a buffer: whoever folds the norms must know it
        self.register_buffer("norm_first", torch.tensor(norm_first))

    def forward(self, features: Tensor) -> tuple[Tensor, Tensor]:
        """``[N, D]`` to ``[N, L]`` within ±1 and class scores ``[N, C]``; in training N is at least 2."""
        x, norm_first = features, bool(self.norm_first)
        for number, (linear, norm) in enumerate(zip(self.hidden, self.norms, strict=True)):
            if number == 0 or self.dropout_everywhere:
                x = self.dropout(x)
            x = linear(x)
            x = norm(x).relu() if norm_first else norm(x.relu())
        h = torch.tanh(self.code(x))
        return h, self.classifier(h)
