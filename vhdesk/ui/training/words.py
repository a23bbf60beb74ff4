"""What the page calls systems, stages, options and measurements; what it has no words for it takes from the recipes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from vhdesk.desk import Recipe, Stage
from vhdesk.ui.formats import number

# The options that matter, in the order in which they are asked for; the others are below "More options".
FIRST = (
    "teacher",
    "name",
    "label_from_folder",
    "minutes",
    "epochs",
    "steps",
    "code_steps",
    "head_steps",
    "resume",
    "force",
)
# What is trained on, where that is not the library.
OWN = ("videos", "images")


def titles() -> dict[str, str]:
    """Titles of options by name."""
    translate = QCoreApplication.translate
    return {
        "accumulate": translate("training", "Batches a step"),
        "altered": translate("training", "Share of altered pictures"),
        "average": translate("training", "Decay of the weights' average"),
        "batch": translate("training", "Batch size"),
        "bits": translate("training", "Code lengths"),
        "code_steps": translate("training", "Steps for the codes"),
        "crops": translate("training", "Crops of a picture"),
        "decay": translate("training", "Weight decay"),
        "dropout": translate("training", "Dropout"),
        "dropout_everywhere": translate("training", "Dropout in every layer of the heads"),
        "epochs": translate("training", "Epochs"),
        "fall_after": translate("training", "Patience of the learning rate"),
        "features": translate("training", "Stored features"),
        "folds": translate("training", "Folds to measure with"),
        "force": translate("training", "Replace a system of that name"),
        "frames": translate("training", "Frames of a segment"),
        "frozen": translate("training", "Frozen layers"),
        "groups": translate("training", "Table of recordings"),
        "head_dropout": translate("training", "Dropout of the heads"),
        "head_rate": translate("training", "Learning rate of the heads"),
        "head_steps": translate("training", "Steps for the heads"),
        "held_out": translate("training", "Share to measure on"),
        "images": translate("training", "Folders of pictures"),
        "imitate": translate("training", "System to imitate"),
        "imitation": translate("training", "What is imitated"),
        "imitation_weight": translate("training", "Weight of the imitation"),
        "label_from_folder": translate("training", "Labels from folder names"),
        "minutes": translate("training", "Minutes"),
        "name": translate("training", "Name of the new system"),
        "norm_first": translate("training", "Batch norm first"),
        "out": translate("training", "Folder of the new system"),
        "patience": translate("training", "Patience"),
        "pooling": translate("training", "Pooling over time"),
        "precision": translate("training", "Arithmetic"),
        "rate": translate("training", "Learning rate"),
        "resume": translate("training", "Go on with a training that was stopped"),
        "seed": translate("training", "Seed of all random choices"),
        "side": translate("training", "Side of the pictures"),
        "start": translate("training", "Begin with"),
        "steps": translate("training", "Steps"),
        "teacher": translate("training", "Networks to imitate"),
        "videos": translate("training", "Folders of videos"),
        "watched": translate("training", "Share to choose the best by"),
    }


def helps() -> dict[str, str]:
    """What options are for, by name."""
    translate = QCoreApplication.translate
    return {
        "accumulate": translate("training", "Batches whose gradients make one step."),
        "altered": translate("training", "Of the pictures, so many are cropped, darkened, blurred… as copies are."),
        "average": translate("training", "The average of the weights is kept; higher values look further back."),
        "batch": translate("training", "Pictures or clips a step. Less takes less memory."),
        "bits": translate("training", "Multiples of 8, with commas; empty for those of the system."),
        "code_steps": translate("training", "How long the codes themselves are trained."),
        "crops": translate("training", "How many parts of every picture are looked at."),
        "decay": translate("training", "Keeps the weights small."),
        "dropout": translate("training", "Of the features, so many are left out at each step."),
        "dropout_everywhere": translate("training", "Otherwise at their input alone."),
        "epochs": translate("training", "Passes over all videos."),
        "fall_after": translate("training", "It falls to a tenth after so many epochs without gain."),
        "features": translate("training", "A file (.npz or .safetensors) to train on instead of videos."),
        "folds": translate(
            "training", "So many more trainings, each without a fifth of the recordings, for measuring."
        ),
        "force": translate("training", "Without it a system that is there stays as it is."),
        "frames": translate("training", "How many frames of every segment are looked at."),
        "frozen": translate("training", "The first layers that stay as they are."),
        "groups": translate("training", "A CSV file with the columns path and group: recordings are held out whole."),
        "head_dropout": translate("training", "Of the features, so many are left out at each step."),
        "head_rate": translate("training", "How far each step of the heads goes."),
        "head_steps": translate("training", "How long the head of every code length is trained."),
        "held_out": translate("training", "These recordings are not trained on; the quality is measured on them."),
        "images": translate("training", "Pictures below these folders are looked at, too."),
        "imitate": translate("training", "A trained system of the same kind, by name; empty for none."),
        "imitation": translate("training", "The tokens (bert) or the feature of the clip (mars)."),
        "imitation_weight": translate("training", "Empty for what was published."),
        "label_from_folder": translate("training", "For folders that you name here: shows mAP while it trains."),
        "minutes": translate("training", "It ends after so long, at the latest."),
        "name": translate("training", "By this name it is found among the models."),
        "norm_first": translate("training", "Before the ReLU of the heads instead of behind it."),
        "out": translate("training", "Empty for a folder among your data, where vhdesk finds it."),
        "patience": translate("training", "It ends after so many measurements without gain; empty for never."),
        "pooling": translate("training", "By BERT, or by the mean as the baseline."),
        "precision": translate("training", "Mixed precision is faster on graphics processors."),
        "rate": translate("training", "How far each step goes."),
        "resume": translate("training", "With the same options and the same name."),
        "seed": translate("training", "The same seed and data give the same system."),
        "side": translate("training", "Pixels. Less is faster and sees less."),
        "start": translate("training", "A system by name, or a file of weights."),
        "steps": translate("training", "It ends after so many steps, at the latest."),
        "teacher": translate("training", "ONNX networks whose answers are learned."),
        "videos": translate("training", "Videos below these folders are trained on."),
        "watched": translate("training", "Of the recordings that are trained on; the checkpoint is chosen by them."),
    }


def title_of(name: str) -> str:
    """Of an option."""
    return titles().get(name) or name.replace("_", " ").capitalize()


def help_of(name: str, help_text: str) -> str:
    """What an option is for: in our words, or in those of its recipe."""
    text = helps().get(name)
    if text is None:
        text = re.sub(r"\s*\(default[^)]*\)|; may be repeated", "", help_text).strip()
        text = f"{text[:1].upper()}{text[1:]}." if text else ""
    return text


def recipe_title(recipe: Recipe) -> str:
    """Of a system."""
    translate = QCoreApplication.translate
    known = {
        "desk": translate("training", "The built-in system"),
        "r2plus1d18_bert": translate("training", "Movement, R(2+1)D-18 with BERT"),
        "r2plus1d34_bert": translate("training", "Movement, R(2+1)D-34 with BERT"),
    }
    return known.get(recipe.name) or f"{recipe.name}: {recipe.summary}"


def stage_title(stage: Stage) -> str:
    """Of a stage."""
    translate = QCoreApplication.translate
    known = {
        "hasher": translate("training", "Codes"),
        "encoder": translate("training", "Encoder"),
    }
    return known.get(stage.name) or stage.name.replace("_", " ").capitalize()


def by_labels() -> str:
    """What the hasher stage of paper 000's systems does."""
    return QCoreApplication.translate(
        "training", "Fits the codes to your labels: one folder per kind of video. The encoder stays as it is."
    )


def clips_by_labels() -> str:
    """What their encoder stage does."""
    return QCoreApplication.translate(
        "training",
        "Trains the net that looks at movement on your labels, one folder per kind of video, and then the codes. Takes "
        "hours on a graphics processor, days without one.",
    )


def stage_summary(recipe: Recipe, stage: Stage) -> str:
    """What a stage does."""
    translate = QCoreApplication.translate
    known = {
        ("desk", "hasher"): translate(
            "training",
            "Fits the codes to your videos, without labels, so that they tell apart what you have. Takes minutes; the "
            "encoder stays as it is.",
        ),
        ("desk", "encoder"): translate(
            "training",
            "Trains the net that looks at frames, by imitating larger networks that you have as ONNX files, and then "
            "the codes. Takes an hour or more.",
        ),
        ("r2plus1d18_bert", "hasher"): by_labels(),
        ("r2plus1d34_bert", "hasher"): by_labels(),
        ("r2plus1d18_bert", "encoder"): clips_by_labels(),
        ("r2plus1d34_bert", "encoder"): clips_by_labels(),
    }
    text = known.get((recipe.name, stage.name))
    return text or f"{stage.summary[:1].upper()}{stage.summary[1:]}."


# Measurements

_METRIC = re.compile(r"(map|p_at_5|copies)(?:_(\d+|float))?$")


def metric_title(name: str) -> str:
    """Of a measurement: ``mAP, 64 bits``."""
    translate = QCoreApplication.translate
    found = _METRIC.match(name)
    if found is None:
        return name.replace("_", " ")
    kinds = {
        "map": translate("training", "mAP"),
        "p_at_5": translate("training", "precision of the first five"),
        "copies": translate("training", "altered copies that find their original"),
    }
    text = kinds[found[1]]
    if found[2] == "float":
        return f"{text}, {translate('training', 'without hashing')}"
    if found[2]:
        return f"{text}, {translate('training', '{n} bits').replace('{n}', number(int(found[2])))}"
    return text


def is_share(name: str) -> bool:
    """Whether a measurement is a quality between 0 and 1."""
    return _METRIC.match(name) is not None or name.startswith(("accuracy", "precision", "recall"))


def qualities(names: Iterable[str]) -> list[str]:
    """The measurements that are drawn, those first that matter most."""
    order = ("map", "copies", "p_at_5")
    found = [name for name in names if is_share(name)]
    # ``map`` alone is the one of these that decides; it would be drawn twice
    found = [name for name in found if name != "map" or "map_64" not in found]
    rank = {name: next((i for i, kind in enumerate(order) if name.startswith(kind)), len(order)) for name in found}
    return sorted(found, key=lambda name: rank[name])
