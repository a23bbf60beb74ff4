"""One index run in a process of its own, with decode processes that really die, hang and fill their memory.

``python -m tests.soak.worker LIBRARY FOLDER LOG [retry]``; prints the report as JSON.
"""

from __future__ import annotations

import functools
import json
import os
import signal
import sys
import time
from pathlib import Path

import numpy as np

from tests.soak.world import TRAPS
from vhdesk.desk import Desk, IndexOptions
from vhdesk.media import pool
from vhdesk.media.decode import DecodeReply, DecodeRequest, decode_segments
from vhdesk.settings import Settings

TIME_LIMIT_S = 6
MEMORY_LIMIT_MB = 1024


def decode_or_fall(log: str, request: DecodeRequest) -> DecodeReply:
    """Decode, unless the file holds a trap; which is noted first."""
    with open(request.path, "rb") as file:
        head = file.read(16)
    crash, hang, memory = (head.startswith(trap) for trap in TRAPS)
    if crash or hang or memory:
        with open(log, "a", encoding="utf-8") as notes:
            notes.write(request.path + "\n")
    if crash:
        os.kill(os.getpid(), signal.SIGSEGV)
    if hang:
        time.sleep(3600)
    held = []
    while memory:
        held.append(np.empty(64 << 20, np.uint8))  # takes address space, touches nothing
    return decode_segments(request)


def main() -> int:
    library, folder, log, *options = sys.argv[1:]
    pool.DecodePool = functools.partial(pool.DecodePool, task=functools.partial(decode_or_fall, log))  # type: ignore[misc, assignment]
    settings = Settings().replace("indexing", time_limit_s=TIME_LIMIT_S, memory_limit_mb=MEMORY_LIMIT_MB, workers=2)
    with Desk(Path(library), settings, remember=False) as desk:
        desk.open()
        report = desk.index([Path(folder)], IndexOptions(label_from_folder=True, retry="retry" in options))
    print(json.dumps(report.to_json()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
