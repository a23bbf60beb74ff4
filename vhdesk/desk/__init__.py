"""The desk: opens a library, wires system, index and workers together, and offers the jobs.

The one place where parts are put together; the window and the command line know nothing else. Importing it, and making
a :class:`Desk`, loads none of the heavy libraries: they come with the first job, in the thread that asks for it.
"""

from __future__ import annotations

from vhdesk.desk.categories import CategoryBits, LearnedCategories
from vhdesk.desk.desk import Desk
from vhdesk.desk.models import (
    Models,
    Quality,
    Speed,
    SystemFacts,
    choose_system,
    measure_speed,
    survey_models,
)
from vhdesk.desk.survey import DeviceTest, Survey, SurveyProgress, device_test, survey
from vhdesk.desk.weights import Verified
from vhdesk.errors import printable
from vhdesk.evaluation.compare import Baseline, Comparison
from vhdesk.evaluation.expectation import CalibrateOptions, Calibration, MaskExpectation, ParExpectation
from vhdesk.evaluation.options import EVERY, EvaluateOptions
from vhdesk.evaluation.report import Evaluation, Score
from vhdesk.indexing.control import CancelToken, PauseGate
from vhdesk.indexing.events import (
    Failure,
    IndexEvent,
    IndexProgress,
    IndexReport,
    PassedOver,
    ScanProgress,
    VideoCounts,
    VideoFailed,
    VideoIndexed,
    WatchNews,
)
from vhdesk.indexing.options import IndexOptions
from vhdesk.library.rows import IndexedVideo, LibrarySummary, Root, RootSummary
from vhdesk.media.kinds import is_picture_name, is_video_name
from vhdesk.search.copies import (
    Copy,
    CopyGroup,
    DuplicateOptions,
    DuplicatesProgress,
    DuplicatesReport,
    Grouping,
    NearCopies,
    Reason,
    Stretch,
)
from vhdesk.search.results import (
    ParReport,
    QueryCategory,
    QueryIdentity,
    SearchOptions,
    SearchResponse,
    SearchResult,
    Timing,
)
from vhdesk.systems.card import SystemCard
from vhdesk.systems.info import RuntimeInfo
from vhdesk.systems.weights.download import DownloadEvent, Downloading, TryingAgain
from vhdesk.systems.weights.store import WeightsState, WeightStore
from vhdesk.training.events import (
    CheckpointWritten,
    FitReport,
    Noted,
    Preparing,
    StepsDone,
    TrainEvent,
    TrainReport,
    Validated,
)
from vhdesk.training.recipes import RECIPES, Recipe, Stage, StageOptions, recipe_of

__all__ = [
    "EVERY",
    "RECIPES",
    "Baseline",
    "CalibrateOptions",
    "Calibration",
    "CancelToken",
    "CategoryBits",
    "CheckpointWritten",
    "Comparison",
    "Copy",
    "CopyGroup",
    "Desk",
    "DeviceTest",
    "DownloadEvent",
    "Downloading",
    "DuplicateOptions",
    "DuplicatesProgress",
    "DuplicatesReport",
    "EvaluateOptions",
    "Evaluation",
    "Failure",
    "FitReport",
    "Grouping",
    "IndexEvent",
    "IndexOptions",
    "IndexProgress",
    "IndexReport",
    "IndexedVideo",
    "LearnedCategories",
    "LibrarySummary",
    "MaskExpectation",
    "Models",
    "NearCopies",
    "Noted",
    "ParExpectation",
    "ParReport",
    "PassedOver",
    "PauseGate",
    "Preparing",
    "Quality",
    "QueryCategory",
    "QueryIdentity",
    "Reason",
    "Recipe",
    "Root",
    "RootSummary",
    "RuntimeInfo",
    "ScanProgress",
    "Score",
    "SearchOptions",
    "SearchResponse",
    "SearchResult",
    "Speed",
    "Stage",
    "StageOptions",
    "StepsDone",
    "Stretch",
    "Survey",
    "SurveyProgress",
    "SystemCard",
    "SystemFacts",
    "Timing",
    "TrainEvent",
    "TrainReport",
    "TryingAgain",
    "Validated",
    "Verified",
    "VideoCounts",
    "VideoFailed",
    "VideoIndexed",
    "WatchNews",
    "WeightStore",
    "WeightsState",
    "choose_system",
    "device_test",
    "is_picture_name",
    "is_video_name",
    "measure_speed",
    "printable",
    "recipe_of",
    "survey",
    "survey_models",
]
