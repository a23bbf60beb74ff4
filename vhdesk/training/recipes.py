"""What can be trained, and with which options: the registry behind ``vhdesk train``. No torch is loaded here.

A recipe has stages; a stage has a frozen dataclass of options whose fields carry their help, and a function that runs
it. Command-line flags and panels are made from the fields.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vhdesk.errors import BadInput
from vhdesk.training.events import TrainReport

if TYPE_CHECKING:
    from vhdesk.training.workplace import Workplace

# Stretches of video that the code token needs to find its axes.
LEAST_CLIPS = 8

PATH, PATHS, NUMBER, NUMBERS, REAL, TEXT, FLAG = "path", "paths", "number", "numbers", "real", "text", "flag"


def flag(
    default: Any,
    kind: str,
    help_text: str,
    *,
    metavar: str = "",
    choices: tuple[str, ...] = (),
    low: float | None = None,
    high: float | None = None,
) -> Any:
    """A field that explains itself.

    Args:
        default: its value where nothing is said.
        kind: ``path``, ``paths`` (may be repeated), ``number``, ``numbers`` (with commas), ``real``, ``text`` or
            ``flag``.
        help_text: a few words, in small letters.
        metavar: what stands for the value in the help.
        choices: all values there are.
        low: least value.
        high: greatest value.
    """
    metadata = {"kind": kind, "help": help_text, "metavar": metavar, "choices": choices, "low": low, "high": high}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True)
class StageOptions:
    """What every stage takes."""

    bits: tuple[int, ...] = flag((), NUMBERS, "code lengths (default: those of the system)", metavar="16,32,64")
    name: str = flag("", TEXT, "what the trained system is called (default: my-SYSTEM)", metavar="NAME")
    out: Path | None = flag(  # noqa: RUF009 - a field
        None, PATH, "folder for weights and card (default: models/NAME among your data)", metavar="DIR"
    )
    force: bool = flag(False, FLAG, "replace a trained system of that name")
    resume: bool = flag(False, FLAG, "go on with a training that was stopped")
    videos: tuple[Path, ...] = flag((), PATHS, "train on the videos below it; may be repeated", metavar="FOLDER")
    groups: Path | None = flag(  # noqa: RUF009 - a field
        None, PATH, "columns path,group: recordings, which are held out whole", metavar="CSV"
    )
    held_out: float = flag(
        0.1, REAL, "share of the recordings to measure on (default 0.1)", metavar="S", low=0.0, high=0.9
    )
    seed: int = flag(0, NUMBER, "of every random choice (default 0)", metavar="N", low=0)

    def check(self) -> None:
        """Compare every value with its bounds.

        Raises:
            BadInput: one does not fit; the sentence names it.
        """
        for item in dataclasses.fields(self):
            value, rule = getattr(self, item.name), item.metadata
            shown = f"--{item.name.replace('_', '-')}"
            if rule["choices"] and value not in rule["choices"]:
                raise BadInput(f"{shown} is one of {', '.join(rule['choices'])}, not {value!r}.")
            low, high = rule["low"], rule["high"]
            if value is None or (low is None and high is None):
                continue
            if not (low is None or value >= low) or not (high is None or value <= high):
                bounds = f"from {low:g} to {high:g}" if high is not None else f"at least {low:g}"
                raise BadInput(f"{shown} is {bounds}, not {value:g}.")


@dataclass(frozen=True)
class DeskOptions(StageOptions):
    """What both stages of the built-in system take."""

    start: str = flag(
        "desk",
        TEXT,
        "the system, or the encoder's weights (.safetensors, or .onnx of a MobileNet), to begin with",
        metavar="NAME",
    )
    images: tuple[Path, ...] = flag((), PATHS, "also on the pictures below it; may be repeated", metavar="FOLDER")
    label_from_folder: bool = flag(False, FLAG, "label the held-out videos by their folder, to show mAP")
    code_steps: int = flag(200, NUMBER, "steps that the code token is trained (default 200)", metavar="N", low=1)


@dataclass(frozen=True)
class DeskHasherOptions(DeskOptions):
    """Features to codes, without labels."""

    features: Path | None = flag(  # noqa: RUF009 - a field
        None, PATH, "train on stored features instead: .npz or .safetensors with 'features'", metavar="FILE"
    )
    folds: int = flag(
        0,
        NUMBER,
        "also train N times without each fifth of the recordings, to measure with",
        metavar="N",
        low=0,
        high=20,
    )


@dataclass(frozen=True)
class DeskEncoderOptions(DeskOptions):
    """Frames to features, by imitating teachers."""

    teacher: tuple[Path, ...] = flag((), PATHS, "an ONNX network to imitate; may be repeated", metavar="ONNX")
    minutes: float | None = flag(None, REAL, "how long to train (default 60)", metavar="M", low=0.01)
    steps: int | None = flag(None, NUMBER, "how many steps to train", metavar="N", low=1)
    batch: int = flag(64, NUMBER, "pictures a step (default 64)", metavar="N", low=2, high=4096)
    rate: float = flag(2e-4, REAL, "learning rate (default 0.0002)", metavar="R", low=1e-8, high=10.0)
    decay: float = flag(0.01, REAL, "weight decay (default 0.01)", metavar="D", low=0.0, high=10.0)
    average: float = flag(
        0.999, REAL, "decay of the weights' average (default 0.999)", metavar="D", low=0.0, high=0.9999
    )
    altered: float = flag(0.8, REAL, "share of altered inputs (default 0.8)", metavar="S", low=0.0, high=1.0)
    frozen: int = flag(5, NUMBER, "first convolutions that stay as they are (default 5)", metavar="N", low=0, high=27)
    crops: int = flag(2, NUMBER, "crops of every picture (default 2)", metavar="N", low=1, high=64)
    frames: int = flag(8, NUMBER, "frames of every segment (default 8)", metavar="N", low=1, high=64)
    patience: int | None = flag(None, NUMBER, "stop after N measurements without gain", metavar="N", low=1)
    precision: str = flag(
        "auto", TEXT, "arithmetic (default: mixed on CUDA)", choices=("auto", "float32", "bfloat16", "float16")
    )
    accumulate: int = flag(1, NUMBER, "batches that make one step", metavar="N", low=1, high=1024)


@dataclass(frozen=True)
class LabelledOptions(StageOptions):
    """What both stages of paper 000's systems take; videos are labelled by the folder they are in."""

    start: str = flag("", TEXT, "the system, or published weights, to begin with (default: none)", metavar="NAME")
    crops: int = flag(1, NUMBER, "crops of a clip whose features are averaged, 1 or 10", metavar="N", low=1, high=10)
    head_steps: int = flag(
        360, NUMBER, "full-batch steps that each hash head is trained (default 360)", metavar="N", low=1
    )
    head_rate: float = flag(0.05, REAL, "learning rate of the heads (default 0.05)", metavar="R", low=1e-8, high=10.0)
    head_dropout: float = flag(0.8, REAL, "share dropped in the heads (default 0.8)", metavar="S", low=0.0, high=0.99)
    dropout_everywhere: bool = flag(False, FLAG, "drop before every hidden layer of a head instead of at its input")
    norm_first: bool = flag(False, FLAG, "batch norm before the ReLU in the heads instead of behind it")


@dataclass(frozen=True)
class LabelledHasherOptions(LabelledOptions):
    """Features to codes, by labels."""

    features: Path | None = flag(  # noqa: RUF009 - a field
        None,
        PATH,
        "train on stored features instead: .npz or .safetensors, with 'labels'",
        metavar="FILE",
    )


@dataclass(frozen=True)
class LabelledEncoderOptions(LabelledOptions):
    """Clips to features, by labels."""

    epochs: int | None = flag(None, NUMBER, "passes over the clips (default 40)", metavar="N", low=1)
    minutes: float | None = flag(None, REAL, "how long to train", metavar="M", low=0.01)
    steps: int | None = flag(None, NUMBER, "how many steps to train", metavar="N", low=1)
    rate: float = flag(
        1e-5,
        REAL,
        "learning rate (default 0.00001, to fine-tune; a new net needs more)",
        metavar="R",
        low=1e-8,
        high=10.0,
    )
    decay: float = flag(1e-3, REAL, "weight decay (default 0.001)", metavar="D", low=0.0, high=10.0)
    batch: int = flag(21, NUMBER, "clips a batch (default 21)", metavar="N", low=2, high=4096)
    accumulate: int = flag(6, NUMBER, "batches that make one step (default 6)", metavar="N", low=1, high=1024)
    fall_after: int = flag(
        5, NUMBER, "epochs without gain after which the rate falls to a tenth (default 5)", metavar="N", low=1
    )
    dropout: float = flag(
        0.8, REAL, "share dropped before the classifier (default 0.8)", metavar="S", low=0.0, high=0.99
    )
    watched: float = flag(
        0.1,
        REAL,
        "share of the other recordings to choose the checkpoint by (default 0.1)",
        metavar="S",
        low=0.0,
        high=0.9,
    )
    pooling: str = flag("bert", TEXT, "over time: bert, or the mean as its baseline", choices=("bert", "average"))
    side: int = flag(112, NUMBER, "of the square input, pixels (default 112)", metavar="N", low=32, high=224)
    precision: str = flag(
        "auto", TEXT, "arithmetic (default: mixed on CUDA)", choices=("auto", "float32", "bfloat16", "float16")
    )
    patience: int | None = flag(None, NUMBER, "stop after N measurements without gain", metavar="N", low=1)
    imitate: str = flag("", TEXT, "a trained system of this kind whose features are imitated too", metavar="NAME")
    imitation: str = flag(
        "bert", TEXT, "what is imitated: the tokens (bert) or the clip's feature (mars)", choices=("bert", "mars")
    )
    imitation_weight: float | None = flag(
        None, REAL, "of that loss (default 100000 for bert, 50 for mars)", metavar="W", low=0.0
    )


@dataclass(frozen=True)
class Stage:
    """A part of a system that is trained by itself.

    Attributes:
        name: on the command line.
        summary: one sentence.
        options: the dataclass of its options.
        run: trains it and writes a whole system.
        from_library: whether it trains on what the library holds where no videos are named.
        least_segments: stretches of video that it cannot do without, those that are held out not counted.
        least_labels: kinds of videos, by their labels, that it cannot do without.
    """

    name: str
    summary: str
    options: type[StageOptions]
    run: Callable[[Any, Workplace], TrainReport]
    from_library: bool = True
    least_segments: int = 1
    least_labels: int = 0


@dataclass(frozen=True)
class Recipe:
    """How a system is trained: its stages, the first of which is the default."""

    name: str
    summary: str
    stages: tuple[Stage, ...]

    def stage(self, name: str | None) -> Stage:
        """A stage by name, or the default one.

        Raises:
            BadInput: there is none of that name.
        """
        for stage in self.stages:
            if name in {None, stage.name}:
                return stage
        offered = ", ".join(stage.name for stage in self.stages)
        raise BadInput(f"The system '{self.name}' has no stage '{name}'; choose one of {offered}.")


def _desk_hasher(options: DeskHasherOptions, place: Workplace) -> TrainReport:
    from vhdesk.training.desk_hasher import train

    return train(options, place)


def _desk_encoder(options: DeskEncoderOptions, place: Workplace) -> TrainReport:
    from vhdesk.training.desk_encoder import train

    return train(options, place)


def _labelled_recipe(name: str, summary: str) -> Recipe:
    """Of a system of paper 000."""

    def hasher(options: LabelledHasherOptions, place: Workplace) -> TrainReport:
        from vhdesk.training.bert_hasher import train

        return train(name, options, place)

    def encoder(options: LabelledEncoderOptions, place: Workplace) -> TrainReport:
        from vhdesk.training.bert_encoder import train

        return train(name, options, place)

    return Recipe(
        name,
        summary,
        (
            Stage(
                "hasher", "features to codes by labels, six-layer heads", LabelledHasherOptions, hasher, least_labels=2
            ),
            Stage(
                "encoder",
                "clips to features by labels, then the heads",
                LabelledEncoderOptions,
                encoder,
                least_labels=2,
            ),
        ),
    )


RECIPES = {
    recipe.name: recipe
    for recipe in (
        Recipe(
            "desk",
            "the built-in system",
            (
                Stage(
                    "hasher",
                    "features to codes, on your library or a folder of videos",
                    DeskHasherOptions,
                    _desk_hasher,
                    least_segments=LEAST_CLIPS,
                ),
                Stage(
                    "encoder",
                    "frames to features, by imitating ONNX teachers",
                    DeskEncoderOptions,
                    _desk_encoder,
                    from_library=False,
                ),
            ),
        ),
        _labelled_recipe("r2plus1d18_bert", "R(2+1)D-18 with BERT pooling and hash heads"),
        _labelled_recipe("r2plus1d34_bert", "R(2+1)D-34 with BERT pooling and hash heads (paper 000)"),
    )
}


def recipe_of(name: str) -> Recipe:
    """The recipe of a system.

    Raises:
        BadInput: there is none.
    """
    if name not in RECIPES:
        raise BadInput(f"There is no recipe for a system '{name}'; these can be trained: {', '.join(RECIPES)}.")
    return RECIPES[name]
