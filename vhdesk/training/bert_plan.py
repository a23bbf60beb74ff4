"""What a training of paper 000's systems makes: which net with which input, and the weights that it begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.errors import BadInput, ModelProblem, printable
from vhdesk.inputs import checked_file
from vhdesk.nets.r2plus1d import load_published
from vhdesk.nets.video_encoder import VideoEncoder
from vhdesk.systems.card import SystemCard, card
from vhdesk.systems.desk import ENCODER_FILE
from vhdesk.systems.r2plus1d_bert import LAYERS, load_encoder, new_encoder, video_encoder
from vhdesk.systems.runtime import Encoder
from vhdesk.systems.weights.manifest import read_manifest
from vhdesk.systems.weights.store import WeightStore
from vhdesk.training.checkpoints import read_tensors, write_tensors
from vhdesk.training.clip_crops import frame_size
from vhdesk.training.data import Reading

if TYPE_CHECKING:
    from torch import Tensor

    from vhdesk.settings import DeviceSettings
    from vhdesk.training.recipes import LabelledEncoderOptions
    from vhdesk.training.workplace import Workplace

LICENCE = "that of the videos it was trained on"
BACKBONE, POOLING = "backbone.", "pooling."


@dataclass(frozen=True)
class Plan:
    """A system that is to be.

    Attributes:
        card: of the kind that it is, with the input that is asked for.
        average: the mean of the tokens instead of BERT.
        start: weights to begin with; empty for none.
    """

    card: SystemCard
    average: bool
    start: str

    @property
    def inputs(self) -> dict[str, Any]:
        """The card's entry ``input``."""
        height, width = frame_size(self.card.side)
        crop = f"upright, scaled to {width} x {height} whatever the shape, the middle {self.card.side} squared"
        changes = {"side": self.card.side, "height": height, "width": width, "crops": self.card.crops}
        return self.card.preprocessing | changes | {"crop": f"{crop}; or ten crops"}

    def encoder(self) -> VideoEncoder:
        """The net, as new or with the weights to begin with.

        Raises:
            BadInput: there are no such weights.
            ModelProblem: they are of another net, or not installed.
        """
        net = new_encoder(self.card.kind, self.card.frames, average=self.average)
        if self.start:
            path = weights_path(self.start)
            load_any(net, read_tensors(path), printable(str(path)))
        return net

    def as_it_runs(self, folder: Path, tensors: Mapping[str, Tensor], name: str, device: DeviceSettings) -> Encoder:
        """The trained net as indexing runs it, frames of segments in and features out; its weights stay in the folder.

        Raises:
            DiskProblem: the folder cannot be written.
        """
        # with what the system's file will say, so that what is made of it for this machine is made once
        files = {ENCODER_FILE: write_tensors(folder / ENCODER_FILE, tensors, {"licence": LICENCE})}
        found = replace(self.card, name=name, folder=folder, files=files, weights="", origin="trained here")
        return load_encoder(found, device.device, device.precision)


def plan_of(system: str, options: LabelledEncoderOptions) -> Plan:
    """The plan of an encoder's training.

    Raises:
        BadInput: options that cannot be used.
    """
    if options.crops not in {1, 10}:
        raise BadInput(f"Features are of 1 crop or the mean of 10, not {options.crops}. Choose one: --crops.")
    base = replace(card(system), side=options.side, size=frame_size(options.side), crops=options.crops)
    return Plan(base, options.pooling == "average", options.start)


def reading_of(base: SystemCard, place: Workplace) -> Reading:
    """How videos become the frames that a system of clips takes."""
    return Reading(
        base.side,
        frames=base.frames * base.clips,
        segment_ms=place.indexing.segment_ms,
        overlap_ms=place.indexing.overlap_ms,
        remove_bars=base.remove_bars,
        sampling=base.sampling,
        size=base.size,
    )


def words_of(found: SystemCard) -> dict[str, str]:
    """What the card of a trained system says of it."""
    return {
        "summary": f"Looks at {found.frames} consecutive frames, so it tells actions apart: R(2+1)D of "
        f"{LAYERS[found.kind]} layers, pooled over time; hash heads of six layers, trained on labels. Slow without a "
        "graphics processor.",
        "hasher": "signs of the hash layer of a head of six layers, one head a length",
    }


def teacher_of(name: str) -> VideoEncoder:
    """The encoder of a system that is to be imitated, frozen.

    Raises:
        BadInput: there is none of that name, or it is of another kind.
        ModelProblem: its weights are missing or altered.
    """
    found = card(name)
    if found.kind not in LAYERS:
        raise BadInput(f"The system '{found.name}' is made otherwise. Imitate one of {', '.join(LAYERS)}.")
    return video_encoder(found.with_weights()).eval().requires_grad_(False)


def weights_path(start: str) -> Path:
    """The file of weights that are named: a file, published ones, or a system's.

    Raises:
        BadInput: there are none of that name.
        ModelProblem: they are not installed, or altered.
    """
    if start.lower().endswith(".safetensors"):
        return Path(checked_file(Path(start)))
    if start in read_manifest():
        return WeightStore().weights_file(start)[0]
    found = card(start).with_weights()
    return found.file(next(iter(found.files), ENCODER_FILE))


def load_any(net: VideoEncoder, tensors: Mapping[str, Tensor], shown: str) -> None:
    """Weights of a whole encoder, of one that pools otherwise, or of a backbone alone as it is published.

    Raises:
        ModelProblem: they are of another net.
    """
    if not any(name.startswith(BACKBONE) for name in tensors):
        load_published(net.backbone, tensors)
        return
    same = any(name.startswith(POOLING) for name in tensors) == any(n.startswith(POOLING) for n in net.state_dict())
    taken = tensors if same else {n: v for n, v in tensors.items() if n.startswith(BACKBONE)}
    try:
        found = net.load_state_dict({name: value.float() for name, value in taken.items()}, strict=same)
    except RuntimeError as problem:
        raise ModelProblem(f"{shown} holds weights of another net. Name those of this system, or none.") from problem
    if any(name.startswith(BACKBONE) for name in found.missing_keys):
        raise ModelProblem(f"{shown} holds weights of another net. Name those of this system, or none.")


def stored_tensors(encoder: VideoEncoder) -> dict[str, Tensor]:
    """What is written: kernels and matrices in half precision, norms and biases as they are."""
    return {
        name: value.half().contiguous() if value.is_floating_point() and value.ndim > 1 else value.contiguous()
        for name, value in encoder.state_dict().items()
    }
