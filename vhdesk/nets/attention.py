"""Late temporal pooling by attention: one layer in which a learned code token asks the frames of a segment."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional


class CodeAttention(nn.Module):
    """Feature sequences ``[N, T, D]`` to the code token's output ``[N, E]``; its first L signs are the code of L bits.

    One attention layer with a learned token and learned positions, as in LTM-BERT (paper 004, section 3), with four
    differences that a small net for unlabelled data asks for. A frame is its feature and how much it differs from the
    next one, both on principal axes. Only the code token asks, so no frame needs a query. Positions act on the scores
    instead of the features, one value a head and frame, so that a head can look at one part of the segment whatever it
    shows. Heads see all channels, and the output layer, not an average, joins them: the difference of two heads is a
    movement.

    Attributes:
        mean, change_mean: ``[D]``, of features and of their changes.
        axes: ``[P, D]``, principal axes of features, scaled so that features have a mean square of 1.
        change_axes: ``[Q, D]``, the same of changes.
        query: ``[H, P + Q]``, what the token asks by each head.
        position: ``[H, T]``, scores of the frames' places.
    """

    mean: Tensor
    change_mean: Tensor
    axes: Tensor
    change_axes: Tensor

    def __init__(
        self, features: int, frames: int, axes: int, change_axes: int, heads: int, outputs: int, hidden: int
    ) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("change_mean", torch.zeros(features))
        self.register_buffer("axes", torch.zeros(axes, features))
        self.register_buffer("change_axes", torch.zeros(change_axes, features))
        channels = axes + change_axes
        self.query = nn.Parameter(torch.zeros(heads, channels))
        self.position = nn.Parameter(torch.zeros(heads, frames))
        self.out = nn.Linear(heads * channels, outputs)
        self.hidden = nn.Linear(heads * channels, hidden)
        self.back = nn.Linear(hidden, outputs)
        nn.init.zeros_(self.back.weight)
        nn.init.zeros_(self.back.bias)

    def tokens(self, sequences: Tensor) -> Tensor:
        """``[N, T, D]`` to what is attended to, ``[N, T, P + Q]``; nothing of it is trained."""
        changes = (sequences[:, 1:] - sequences[:, :-1]).abs()
        changes = torch.cat([changes, changes[:, -1:]], dim=1)
        places = (sequences - self.mean) @ self.axes.T
        return torch.cat([places, (changes - self.change_mean) @ self.change_axes.T], dim=-1)

    def attend(self, tokens: Tensor) -> Tensor:
        """``[N, T, P + Q]`` to what the heads see, ``[N, H (P + Q)]``."""
        scores = torch.einsum("hc,ntc->nht", self.query, tokens) / math.sqrt(tokens.shape[-1]) + self.position
        return torch.einsum("nht,ntc->nhc", scores.softmax(dim=-1), tokens).flatten(1)

    def from_tokens(self, tokens: Tensor) -> Tensor:
        """``[N, T, P + Q]`` to ``[N, E]``."""
        seen = self.attend(tokens)
        y: Tensor = self.out(seen) + self.back(functional.gelu(self.hidden(seen), approximate="tanh"))
        return y

    def forward(self, sequences: Tensor) -> Tensor:
        """``[N, T, D]`` to ``[N, E]``."""
        return self.from_tokens(self.tokens(sequences))
