"""Fits the built-in system's hasher on a folder of videos, without labels.

``python -m vhdesk.training.desk_hasher FOLDER`` writes ``hasher.safetensors`` and the hashes in ``model.json``.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vhdesk.errors import BadInput, UnreadableFile
from vhdesk.hashing.itq import fit_itq, quantisation_error
from vhdesk.hashing.linear import LinearHasher
from vhdesk.media.decode import DecodeRequest
from vhdesk.media.kinds import is_video_name
from vhdesk.media.pool import DecodePool
from vhdesk.systems.card import SystemCard, card
from vhdesk.systems.desk import ENCODER_FILE, HASHER_FILE, load_encoder

if TYPE_CHECKING:
    from numpy.typing import NDArray

SEGMENT_MS, OVERLAP_MS = 8000, 4000
SEEDS = 8


def features_of(folder: Path, system: SystemCard) -> NDArray[np.float32]:
    """Pooled float32 features of every segment of every video below a folder, ``[N, D]``.

    Raises:
        BadInput: there is no readable video.
    """
    encoder = load_encoder(system, "auto", "float32")
    paths = sorted(str(path) for path in folder.rglob("*") if is_video_name(path.name))
    rows = []
    with DecodePool() as pool:
        futures = [
            pool.submit(DecodeRequest(path, system.frames, system.side, SEGMENT_MS, OVERLAP_MS)) for path in paths
        ]
        for path, future in zip(paths, futures, strict=True):
            try:
                reply = pool.reply(future)
            except UnreadableFile as problem:
                print(f"{path}: {problem}", file=sys.stderr)  # noqa: T201
                continue
            rows += [encoder(segment.frames).mean(axis=0) for segment in reply.segments]
    if not rows:
        raise BadInput(f"There is no readable video below {folder}.")
    return np.stack(rows)


def fit(features: NDArray[np.float32], bits: tuple[int, ...]) -> dict[str, NDArray[np.float32]]:
    """Mean and one ITQ projection per code length, the best of several seeds by quantisation error."""
    mean = features.mean(axis=0)
    unit = LinearHasher(mean, {}).embed(features)
    tensors = {"mean": mean}
    for length in bits:
        candidates = [fit_itq(unit, length, seed=seed) for seed in range(SEEDS)]
        tensors[f"projection_{length}"] = min(candidates, key=lambda projection: quantisation_error(unit, projection))
    return tensors


def write(system: SystemCard, tensors: dict[str, NDArray[np.float32]]) -> None:
    """Write the hasher beside the encoder and note both hashes in the card."""
    from safetensors.numpy import save_file

    save_file(tensors, system.folder / HASHER_FILE, metadata={"licence": system.licence})
    card_path = system.folder / "model.json"
    data = json.loads(card_path.read_text("utf-8"))
    data["files"] = {
        name: hashlib.sha256((system.folder / name).read_bytes()).hexdigest() for name in (ENCODER_FILE, HASHER_FILE)
    }
    card_path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", "utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Fit on the folder named on the command line."""
    parser = argparse.ArgumentParser(description="Fit the built-in system's hasher on a folder of videos.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    system = card("desk")
    encoder_hash = hashlib.sha256((system.folder / ENCODER_FILE).read_bytes()).hexdigest()
    system = dataclasses.replace(system, files={ENCODER_FILE: encoder_hash})
    features = features_of(folder, system)
    write(system, fit(features, system.bits))
    print(f"fitted on {len(features)} segments")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
