"""Clips to one feature each: a backbone, late temporal pooling, and what frames need before them."""

from __future__ import annotations

from torch import Tensor, nn


class AveragePooling(nn.Module):
    """The baseline of late temporal pooling: the mean of the tokens; shapes as :class:`BertPooling` has them."""

    def forward(self, tokens: Tensor) -> tuple[Tensor, Tensor]:
        """``[N, S, D]`` to their mean ``[N, D]``, and the tokens themselves."""
        return tokens.mean(dim=1), tokens


class VideoEncoder(nn.Module):
    """Clips ``[N, 3, T, H, W] float``, normalised, to features ``[N, D]``.

    Args:
        backbone: clips to tokens ``[N, S, D]``.
        pooling: tokens to ``[N, D]`` and ``[N, S, D]``.
    """

    def __init__(self, backbone: nn.Module, pooling: nn.Module) -> None:
        super().__init__()
        self.backbone = backbone
        self.pooling = pooling

    def forward(self, clips: Tensor) -> Tensor:
        """Encode and pool."""
        pooled: Tensor = self.pooling(self.backbone(clips))[0]
        return pooled


class Clips(nn.Module):
    """Frames of clips, one after the other, ``[N T, 3, H, W]``, to features ``[N, D]``.

    Args:
        encoder: of clips ``[N, 3, T, H, W]``.
        frames: T.
    """

    def __init__(self, encoder: nn.Module, frames: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.frames = frames

    def forward(self, frames: Tensor) -> Tensor:
        """Put the frames of each clip together and encode."""
        y: Tensor = self.encoder(frames.view(-1, self.frames, *frames.shape[1:]).transpose(1, 2))
        return y
