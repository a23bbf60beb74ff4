"""Decoding in other processes, so that a crash, a hang or a memory blow-up costs one file and not the run."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from concurrent.futures import wait as wait_for_futures
from multiprocessing.connection import wait
from typing import Any

from vhdesk.errors import EnvironmentProblem, Interrupted, UnreadableFile, VhdeskError
from vhdesk.media.decode import DecodeReply, DecodeRequest, decode_segments
from vhdesk.media.faults import unreadable

log = logging.getLogger(__name__)

Task = Callable[[DecodeRequest], DecodeReply]

# A process takes about 100 MB, and this many slow drives side by side are rare.
MOST_FOR_DRIVES = 8


LOOK_S = 1.0

# So often in a row all processes are started anew before it is given up.
RENEWALS = 3


class DecodersDied(EnvironmentProblem):
    """All processes ended while none of them read a file: no file is to blame, and the request may be made again."""


def default_workers() -> int:
    """One less than the processor cores this process may use, at least one."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, count - 1)


def workers_for(drives: int) -> int:
    """Processes for files on several drives: each drive has one, since those of slow drives mostly wait."""
    return max(default_workers(), min(drives, MOST_FOR_DRIVES))


class DecodePool:
    """Spawned decode processes; one that crashes or overruns its time is replaced.

    Attributes:
        workers: how many processes there are at most.
    """

    def __init__(
        self, workers: int = 0, *, time_limit_s: int = 120, memory_limit_mb: int = 4096, task: Task = decode_segments
    ) -> None:
        from pebble import ProcessPool

        make: Callable[..., Any] = ProcessPool
        self.workers = workers or default_workers()
        self._time_limit_s = time_limit_s
        self._task = task
        self._closed = False
        self._futures: weakref.WeakSet[Future[Any]] = weakref.WeakSet()
        self._make: Callable[[], Any] = lambda: make(
            max_workers=self.workers,
            context=multiprocessing.get_context("spawn"),
            initializer=_prepare_worker,
            initargs=(memory_limit_mb,),
        )
        self._pool: Any = self._make()
        self._renewals = 0

    def submit(self, request: DecodeRequest) -> Future[DecodeReply]:
        """Hand a request to the next free process; the time limit counts from when it starts on it.

        Raises:
            DecodersDied: the processes end again and again without reading anything.
            Interrupted: the pool was closed.
        """
        return self._schedule(_guarded, self._task, request)

    @property
    def alive(self) -> bool:
        """Whether the processes take requests; where not, requests that wait are never answered."""
        return self._closed or bool(self._pool.active)

    def warm_up(self) -> None:
        """Start a process and let it load the decoder, so that the first request does not wait for that.

        Raises:
            Interrupted: the pool was closed meanwhile.
        """
        self.reply(self._schedule(_load_decoder))

    def reply(self, future: Future[DecodeReply]) -> DecodeReply:
        """The reply to a request, waited for.

        Raises:
            UnreadableFile: the file gave nothing, overran the time limit, crashed its process or met a fault of ours.
            BadInput: the asked part lies outside the video.
            DecodersDied: make the request again.
            Interrupted: the pool was closed meanwhile.
        """
        while self.alive and not future.done():
            wait_for_futures([future], LOOK_S)
        if not future.done():
            raise _died()
        try:
            reply = future.result()
        except VhdeskError:
            raise
        except Exception as problem:
            if self._closed:
                raise Interrupted("Stopped before the file was read.") from problem
            if isinstance(problem, BrokenExecutor):
                raise _died() from problem
            raise _fault_of(problem) from problem
        self._renewals = 0
        return reply

    def _schedule(self, work: Callable[..., Any], *values: Any) -> Future[Any]:
        try:
            future: Future[Any] = self._pool.schedule(work, args=values, timeout=self._time_limit_s)
        except RuntimeError as problem:
            if self._closed:
                raise Interrupted("Stopped before the file was read.") from problem
            self._renew()
            future = self._pool.schedule(work, args=values, timeout=self._time_limit_s)
        self._futures.add(future)
        return future

    def _renew(self) -> None:
        """Start the processes anew."""
        self._renewals += 1
        self._pool.stop()
        self._pool.join()
        if self._renewals > RENEWALS:
            raise _died()
        log.warning("The decode processes ended by themselves and are started again.")
        self._pool = self._make()

    def close(self) -> None:
        """End the processes; requests in work are given up."""
        self._closed = True
        self._pool.stop()
        self._pool.join()
        # A request on its way to its process would stay open for ever, and so would whoever waits for it.
        for future in list(self._futures):
            future.cancel()

    def __enter__(self) -> DecodePool:
        return self

    def __exit__(self, *_details: object) -> None:
        self.close()


def _died() -> DecodersDied:
    return DecodersDied(
        "The decode processes ended by themselves. Close other programs to free memory and try again; everything "
        "finished is saved."
    )


def _fault_of(problem: Exception) -> UnreadableFile:
    """What a process that could not answer says of the file."""
    from pebble import ProcessExpired

    if isinstance(problem, TimeoutError):
        return unreadable("timeout")
    if isinstance(problem, ProcessExpired):
        return unreadable("crash")
    # One file, however strange, never ends a run.
    log.error("A decode process met a fault of ours.", exc_info=problem)
    return unreadable("unexpected")


def _guarded(task: Task, request: DecodeRequest) -> DecodeReply:
    try:
        return task(request)
    except MemoryError:
        pass  # its traceback would keep alive what filled the memory
    raise unreadable("too_large")


def _prepare_worker(memory_limit_mb: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends us
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_limit_mb << 20, memory_limit_mb << 20))
    with contextlib.suppress(AttributeError, OSError):
        os.nice(5)  # the desktop stays usable
    threading.Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()


def _end_with_parent() -> None:
    """A killed parent cannot end its children: they watch it themselves."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _load_decoder() -> Any:
    import av
    import simplejpeg

    return av.__name__, simplejpeg.__name__
