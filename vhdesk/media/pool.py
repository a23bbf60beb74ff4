"""Decoding in other processes, so that a crash, a hang or a memory blow-up costs one file and not the run."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool as BrokenPool
from multiprocessing.connection import wait
from queue import SimpleQueue
from typing import Any

from vhdesk.errors import EnvironmentProblem, Interrupted, VhdeskError
from vhdesk.media.decode import DecodeReply, DecodeRequest, decode_segments
from vhdesk.media.faults import unreadable

log = logging.getLogger(__name__)

Task = Callable[[DecodeRequest], DecodeReply]

STOPPED = "Stopped before the file was read."
# How often a process may die before it begins on a file.
RESTARTS = 3
# A process has this long to start, beside its time limit; then it is given up, however it hangs.
START_S = 60
# A process takes about 100 MB, and this many slow drives side by side are rare.
MOST_FOR_DRIVES = 8


class DecodersDied(EnvironmentProblem):
    """Processes end before they read anything: no file is to blame."""


def default_workers() -> int:
    """One less than the processor cores this process may use, at least one."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, count - 1)


def workers_for(drives: int) -> int:
    """Processes for files on several drives: each drive has one, since those of slow drives mostly wait."""
    return max(default_workers(), min(drives, MOST_FOR_DRIVES))


class DecodeProcess:
    """One spawned process with a channel of its own, made anew whenever one ended badly.

    Processes that share a channel bring each other down: one that dies while it holds the lock, or half-way through an
    answer, leaves the others with a broken one.
    """

    def __init__(self, time_limit_s: int, memory_limit_mb: int) -> None:
        self._time_limit_s = time_limit_s
        self._memory_limit_mb = memory_limit_mb
        self._guard = threading.Lock()
        self._closed = False
        self._future: Future[Any] | None = None
        self._pool: Any = self._new()

    def _new(self) -> Any:
        from pebble import ProcessPool

        return ProcessPool(
            max_workers=1,
            context=multiprocessing.get_context("spawn"),
            initializer=_prepare_worker,
            initargs=(self._memory_limit_mb,),
        )

    def call(self, work: Callable[..., Any], *values: Any) -> Any:
        """The result of ``work``, waited for.

        Raises:
            Exception: what ``work`` raised.
            UnreadableFile: the process crashed or overran its time.
            DecodersDied: processes end again and again before they begin.
            Interrupted: closed meanwhile.
        """
        from pebble import ProcessExpired

        for _ in range(RESTARTS):
            try:
                return self._schedule(work, values).result(self._time_limit_s + START_S)
            except (ProcessExpired, TimeoutError) as problem:
                self._replace()
                raise unreadable("crash" if isinstance(problem, ProcessExpired) else "timeout") from problem
            except CancelledError as problem:
                raise Interrupted(STOPPED) from problem
            except BrokenPool as problem:  # it died before it began: the request has no part in that
                log.info("A decode process ended before its next file: %s", problem)
                self._replace()
        raise DecodersDied(
            "The decode processes ended by themselves before they could read anything. Close other programs if memory "
            "is short, and index again; what was finished is saved."
        )

    def _schedule(self, work: Callable[..., Any], values: tuple[Any, ...]) -> Future[Any]:
        with self._guard:
            if self._closed:
                raise Interrupted(STOPPED)
            try:
                future: Future[Any] = self._pool.schedule(work, args=values, timeout=self._time_limit_s)
            except RuntimeError as problem:  # what pebble raises where its process died while nothing was asked of it
                raise BrokenPool(str(problem)) from problem
            self._future = future
            return future

    def _replace(self) -> None:
        with self._guard:
            if not self._closed:
                self._stop()
                self._pool = self._new()

    def _stop(self) -> None:
        self._pool.stop()
        self._pool.join()
        # A request on its way to the process would stay open for ever, and so would whoever waits for it.
        if self._future is not None:
            self._future.cancel()

    def close(self) -> None:
        """End the process; a request in work is given up."""
        with self._guard:
            self._closed = True
            self._stop()


class DecodePool:
    """Spawned decode processes; one that crashes or overruns its time is replaced.

    Attributes:
        workers: how many processes there are at most.
    """

    def __init__(
        self, workers: int = 0, *, time_limit_s: int = 120, memory_limit_mb: int = 4096, task: Task = decode_segments
    ) -> None:
        self.workers = workers or default_workers()
        self._task = task
        self._closed = False
        self._processes = [DecodeProcess(time_limit_s, memory_limit_mb) for _ in range(self.workers)]
        self._free: SimpleQueue[DecodeProcess] = SimpleQueue()
        for process in self._processes:
            self._free.put(process)
        # Each thread waits for one process.
        self._threads = ThreadPoolExecutor(self.workers, "decode")

    def submit(self, request: DecodeRequest) -> Future[DecodeReply]:
        """Hand a request to the next free process; the time limit counts from when it starts on it."""
        return self._threads.submit(self._call, _guarded, self._task, request)

    def submit_work(self, work: Callable[..., Any], *values: Any) -> Future[Any]:
        """Hand any other function of this package to the next free process; :meth:`reply` waits for its result."""
        return self._threads.submit(self._call, work, *values)

    def warm_up(self) -> None:
        """Start a process and let it load the decoder, so that the first request does not wait for that.

        Raises:
            Interrupted: the pool was closed meanwhile.
        """
        self.reply(self._threads.submit(self._call, _load_decoder))

    def reply(self, future: Future[DecodeReply]) -> DecodeReply:
        """The reply to a request, waited for.

        Raises:
            UnreadableFile: the file gave nothing, overran the time limit, crashed its process or met a fault of ours.
            BadInput: the asked part lies outside the video.
            DecodersDied: no process stays alive.
            Interrupted: the pool was closed meanwhile.
        """
        try:
            return future.result()
        except VhdeskError:
            raise
        except (Exception, CancelledError) as problem:
            if self._closed:
                raise Interrupted(STOPPED) from problem
            # One file, however strange, never ends a run.
            log.exception("A decode process met a fault of ours.")
            raise unreadable("unexpected") from problem

    def _call(self, work: Callable[..., Any], *values: Any) -> Any:
        process = self._free.get()
        try:
            return process.call(work, *values)
        finally:
            self._free.put(process)

    def close(self) -> None:
        """End the processes; requests in work are given up."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._processes:
            process.close()
        self._threads.shutdown()

    def __enter__(self) -> DecodePool:
        return self

    def __exit__(self, *_details: object) -> None:
        self.close()


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
