"""Late temporal pooling by BERT: a class token and the tokens of a clip look at each other (LTM-BERT, Kalfaoglu 2020).

One transformer block with its norms before the attention and before the feed-forward net, and none at its end. The
readings follow the authors' code where the paper is silent: a norm's deviation is the unbiased one, its epsilon is
added to it, and the masking is of keys alone.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

DROPOUT = 0.1
KEEP = 0.8  # the "mask probability" of the authors' code: the share of tokens that stays
START = 0.02
FEED_FORWARD = 4
MASKED = -1e9


class UnbiasedLayerNorm(nn.Module):
    """``[..., D]``: a (x - mean) / (deviation + epsilon) + b, with D - 1 in the deviation."""

    def __init__(self, size: int, epsilon: float = 1e-6) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))
        self.bias = nn.Parameter(torch.zeros(size))
        self.epsilon = epsilon

    def forward(self, x: Tensor) -> Tensor:
        """Norm the last axis."""
        y: Tensor = self.weight * (x - x.mean(-1, keepdim=True)) / (x.std(-1, keepdim=True) + self.epsilon)
        return y + self.bias


class SelfAttention(nn.Module):
    """Scaled dot products of several heads, ``[N, S, D]`` to ``[N, S, D]``."""

    def __init__(self, size: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(size, size)
        self.key = nn.Linear(size, size)
        self.value = nn.Linear(size, size)
        self.out = nn.Linear(size, size)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, kept: Tensor | None = None) -> Tensor:
        """Attend.

        Args:
            x: ``[N, S, D]``.
            kept: ``[N, S] bool``, which tokens are looked at; ``None`` for all.
        """
        query, key, value = (
            layer(x).unflatten(-1, (self.heads, -1)).transpose(1, 2) for layer in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(-2, -1) / math.sqrt(query.shape[-1])
        if kept is not None:
            # half precision, which old graphics processors train in, does not reach that far
            scores = scores.to(torch.promote_types(scores.dtype, torch.float32))
            scores = scores.masked_fill(~kept[:, None, None], MASKED)
        y: Tensor = self.out((self.dropout(scores.softmax(-1)).to(value.dtype) @ value).transpose(1, 2).flatten(2))
        return y


class BertPooling(nn.Module):
    """Tokens ``[N, S, D]`` to the class token's output ``[N, D]`` and those of the tokens ``[N, S, D]``.

    The class token's output is the feature of the clip. Of 3 155 456 parameters at size 512 with 4 tokens.

    Args:
        size: D.
        tokens: S; a clip of 32 frames has 4.
        heads: that D is divided among.
    """

    def __init__(self, size: int = 512, tokens: int = 4, heads: int = 8) -> None:
        super().__init__()
        self.class_token = nn.Parameter(torch.randn(1, 1, size) * START)
        self.positions = nn.Parameter(torch.randn(1, tokens + 1, size) * START)
        self.attention_norm = UnbiasedLayerNorm(size)
        self.attention = SelfAttention(size, heads)
        self.feed_forward_norm = UnbiasedLayerNorm(size)
        self.widen = nn.Linear(size, FEED_FORWARD * size)
        self.narrow = nn.Linear(FEED_FORWARD * size, size)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, tokens: Tensor) -> tuple[Tensor, Tensor]:
        """Pool; in training a fifth of the tokens, at random, is not looked at."""
        x = torch.cat([self.class_token.expand(len(tokens), -1, -1), tokens], dim=1)
        x = self.dropout(x + self.positions)
        kept = self._draw_kept(tokens) if self.training else None
        x = x + self.dropout(self.attention(self.attention_norm(x), kept))
        inner = functional.gelu(self.widen(self.feed_forward_norm(x)), approximate="tanh")
        x = self.dropout(x + self.dropout(self.narrow(self.dropout(inner))))
        return x[:, 0], x[:, 1:]

    def _draw_kept(self, tokens: Tensor) -> Tensor:
        """``[N, S + 1] bool``; the class token always stays."""
        kept = torch.rand(tokens.shape[0], tokens.shape[1] + 1, device=tokens.device) < KEEP
        kept[:, 0] = True
        return kept
