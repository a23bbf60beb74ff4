"""The weights of a published MobileNet, out of its ONNX file, to begin a training with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch

from vhdesk.errors import BadInput, printable
from vhdesk.nets.mobilenet_v1 import MobileNetV1
from vhdesk.systems.quiet_openvino import load_openvino


def mobilenet_from_onnx(path: Path) -> MobileNetV1:
    """The trunk of a MobileNet whose batch norms are folded into its convolutions.

    Raises:
        BadInput: the file is none.
    """
    net = MobileNetV1()
    shown = printable(str(path))
    remedy = "Begin with a MobileNet of width 1 without batch norms, or with a system: --start desk."
    try:
        model = load_openvino().Core().read_model(path)
    except RuntimeError as problem:
        raise BadInput(f"{shown} is not an ONNX network that can be read. {remedy}") from problem
    convolutions = [op for op in model.get_ordered_ops() if op.get_type_name() in {"Convolution", "GroupConvolution"}]
    if len(convolutions) != len(net.convolutions):
        raise BadInput(f"{shown} has {len(convolutions)} convolutions instead of {len(net.convolutions)}. {remedy}")
    with torch.no_grad():
        for ours, theirs in zip(net.convolutions, convolutions, strict=True):
            weight, bias = _constant(theirs.input_value(1)), _bias(theirs)
            if weight is None or bias is None or weight.size != ours.weight.numel() or bias.size != ours.out_channels:
                raise BadInput(f"{shown} is another network than MobileNet. {remedy}")
            ours.weight.copy_(torch.from_numpy(weight.reshape(tuple(ours.weight.shape))))
            assert ours.bias is not None
            ours.bias.copy_(torch.from_numpy(bias.reshape(-1)))
    return net


def _bias(convolution: Any) -> np.ndarray | None:
    """The constant that is added to what a convolution gives."""
    for target in convolution.output(0).get_target_inputs():
        node = target.get_node()
        if node.get_type_name() == "Add":
            return next(filter(lambda found: found is not None, map(_constant, node.input_values())), None)
    return None


def _constant(output: Any) -> np.ndarray | None:
    """The array behind an output that is a constant, converted or reshaped; ``None`` where it is computed."""
    node = output.get_node()
    while node.get_type_name() in {"Convert", "Reshape"}:
        node = node.input_value(0).get_node()
    return np.array(node.data, np.float32) if node.get_type_name() == "Constant" else None
