"""The desk: opens a library, wires system, index and workers together, and offers the jobs.

The one place where parts are put together; the window and the command line know nothing else. Importing it, and making
a :class:`Desk`, loads none of the heavy libraries: they come with the first job, in the thread that asks for it.
"""

from __future__ import annotations

from vhdesk.desk.categories import CategoryBits, LearnedCategories
from vhdesk.desk.desk import Desk
from vhdesk.desk.survey import DeviceTest, Survey, SurveyProgress, device_test, survey
from vhdesk.errors import printable
from vhdesk.evaluation.compare import Baseline, Comparison
from vhdesk.evaluation.expectation import CalibrateOptions, Calibration, MaskExpectation, ParExpectation
from vhdesk.evaluation.options import EvaluateOptions
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
from vhdesk.library.rows import LibrarySummary, Root, RootSummary
from vhdesk.media.kinds import is_picture_name, is_video_name
from vhdesk.search.copies import Copy, CopyGroup, DuplicateOptions, DuplicatesProgress, DuplicatesReport, Stretch
from vhdesk.search.results import (
    ParReport,
    QueryCategory,
    QueryIdentity,
    SearchOptions,
    SearchResponse,
    SearchResult,
    Timing,
)
from vhdesk.systems.info import RuntimeInfo

__all__ = [
    "Baseline",
    "CalibrateOptions",
    "Calibration",
    "CancelToken",
    "CategoryBits",
    "Comparison",
    "Copy",
    "CopyGroup",
    "Desk",
    "DeviceTest",
    "DuplicateOptions",
    "DuplicatesProgress",
    "DuplicatesReport",
    "EvaluateOptions",
    "Evaluation",
    "Failure",
    "IndexEvent",
    "IndexOptions",
    "IndexProgress",
    "IndexReport",
    "LearnedCategories",
    "LibrarySummary",
    "MaskExpectation",
    "ParExpectation",
    "ParReport",
    "PassedOver",
    "PauseGate",
    "QueryCategory",
    "QueryIdentity",
    "Root",
    "RootSummary",
    "RuntimeInfo",
    "ScanProgress",
    "Score",
    "SearchOptions",
    "SearchResponse",
    "SearchResult",
    "Stretch",
    "Survey",
    "SurveyProgress",
    "Timing",
    "VideoCounts",
    "VideoFailed",
    "VideoIndexed",
    "WatchNews",
    "device_test",
    "is_picture_name",
    "is_video_name",
    "printable",
    "survey",
]
