"""Fetches one file over HTTP into a partial file: goes on where it stopped, tries again, never believes a length.

Proxies come from the environment (``https_proxy``, ``http_proxy``, ``no_proxy``), as everywhere, where none is named.
"""

from __future__ import annotations

import contextlib
import errno
import http.client
import json
import os
import re
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from vhdesk import __version__
from vhdesk.errors import BadInput, DiskProblem, Interrupted, ModelProblem, printable
from vhdesk.systems.weights.manifest import MIB

CHUNK_BYTES = 1 << 18
TELL_EVERY_S = 0.1
PASSING = {408, 425, 429, 500, 502, 503, 504}
NETWORK_FAULTS = (urllib.error.URLError, http.client.HTTPException, OSError)


@dataclass(frozen=True)
class Downloading:
    """How far a download is.

    Attributes:
        total_bytes: what the server says; ``None`` where it does not.
        bytes_per_second: since this attempt began.
    """

    name: str
    done_bytes: int
    total_bytes: int | None
    bytes_per_second: float


@dataclass(frozen=True)
class TryingAgain:
    """An attempt failed, and another follows after a wait."""

    name: str
    reason: str
    wait_s: float


DownloadEvent = Downloading | TryingAgain


@dataclass(frozen=True)
class Patience:
    """How long a download bears with a server.

    Attributes:
        attempts: in a row that bring nothing new before it is given up.
        first_wait_s: before the second attempt; doubled each time, at most ``longest_wait_s``.
        silence_s: without a byte after which an attempt has failed.
    """

    attempts: int = 5
    first_wait_s: float = 1.0
    longest_wait_s: float = 60.0
    silence_s: float = 30.0


class _Passing(Exception):
    """A fault that may pass; the text is its reason.

    Attributes:
        wait_s: what the server asks for, if it does.
    """

    def __init__(self, reason: str, wait_s: float | None = None) -> None:
        super().__init__(reason)
        self.wait_s = wait_s


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but not from an encrypted address to an open one."""

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in ("https", req.type):
            raise ModelProblem(
                f"The server of {printable(req.full_url)} sends the download on to {printable(newurl)}, which is not "
                "encrypted. Name a mirror that you trust."
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def check_address(url: str) -> None:
    """Refuse what is no web address.

    Raises:
        BadInput: it is none.
    """
    try:
        parts = urlsplit(url)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fits = False
    if not fits or re.search(r"[\s\x00-\x1f]", url):
        raise BadInput(f"'{printable(url)}' is not a web address. Name one that begins with https:// or http://.")


class Download:
    """One file on its way from an address into ``part``, which stays for the next time whatever happens.

    Args:
        name: for events and sentences.
        url: http or https.
        part: the partial file; ``PART.json`` beside it says what it is a part of.
        spare_bytes_per_byte: room that is needed beside the file, for its conversion.
        patience: with the server.
        proxy: address of the proxy to use; empty for the environment's.
        cancelled: asked between pieces.
        on_event: told in the thread that calls.
    """

    def __init__(
        self,
        name: str,
        url: str,
        part: Path,
        *,
        spare_bytes_per_byte: float = 0.0,
        patience: Patience | None = None,
        proxy: str = "",
        cancelled: Callable[[], bool] | None = None,
        on_event: Callable[[DownloadEvent], None] | None = None,
    ) -> None:
        check_address(url)
        self.name, self.url, self.part = name, url, part
        self.note = part.with_name(part.name + ".json")
        self._spare = spare_bytes_per_byte
        self._patience = patience or Patience()
        self._cancelled = cancelled or (lambda: False)
        self._tell = on_event or (lambda _event: None)
        proxies = {"http": proxy, "https": proxy} if proxy else None
        self._opener = urllib.request.build_opener(_SafeRedirects, urllib.request.ProxyHandler(proxies))
        self._host = printable(urlsplit(url).hostname or url)

    def run(self) -> Path:
        """Fetch the whole file; its path.

        Raises:
            ModelProblem: the server has no such file, or did not give all of it after several attempts.
            DiskProblem: no room, or the folder cannot be written.
            Interrupted: cancelled; the next time goes on from there.
        """
        if self._noted().get("complete") and self._kept():
            return self.part
        failed, furthest, wait = 0, self._kept(), self._patience.first_wait_s
        while True:
            try:
                self._attempt()
            except _Passing as problem:
                here = self._size()
                failed = 0 if here > furthest else failed
                wait = self._patience.first_wait_s if here > furthest else wait
                furthest = max(furthest, here)
                failed += 1
                if failed >= self._patience.attempts:
                    raise ModelProblem(
                        f"The download of '{self.name}' from {self._host} failed {failed} times: {problem}. What came "
                        "so far is kept; check the network or the proxy and try again, or name a mirror with --mirror."
                    ) from problem
                pause = min(problem.wait_s or wait, self._patience.longest_wait_s)
                self._tell(TryingAgain(self.name, str(problem), pause))
                self._sleep(pause)
                wait = min(2 * wait, self._patience.longest_wait_s)
            else:
                self._complete()
                return self.part

    # one attempt

    def _attempt(self) -> None:
        start = self._kept()
        headers = {"User-Agent": f"vhdesk/{__version__}", "Accept-Encoding": "identity"}
        validator = self._noted().get("validator")
        if start:
            headers["Range"] = f"bytes={start}-"
            if validator:
                headers["If-Range"] = validator
        request = urllib.request.Request(self.url, headers=headers)
        self._check_cancelled()
        try:
            response = self._opener.open(request, timeout=self._patience.silence_s)
        except urllib.error.HTTPError as problem:
            with problem:
                if problem.code == 416 and self._is_whole(problem.headers.get("Content-Range"), start):
                    return
                self._refused(problem)
        except NETWORK_FAULTS as problem:
            raise _Passing(_reason(problem)) from problem
        with response:
            self._take(response, start)

    def _refused(self, problem: urllib.error.HTTPError) -> None:
        code, reason = problem.code, problem.reason
        if code == 416:
            self._forget()
            raise _Passing("the server has another file now")
        if code in PASSING:
            asked = problem.headers.get("Retry-After", "")
            raise _Passing(f"the server answered {code} {reason}", float(asked) if asked.isdigit() else None)
        raise ModelProblem(
            f"{self._host} does not give '{self.name}': it answered {code} {reason} for {printable(self.url)}. Name a "
            "mirror with --mirror, or get the file elsewhere and use 'vhdesk models import FILE --as "
            f"{self.name}'."
        )

    def _take(self, response: Any, start: int) -> None:
        length = response.headers.get("Content-Length", "")
        total: int | None = int(length) if length.isdigit() else None
        if response.status == 206:
            first, whole = _content_range(response.headers.get("Content-Range"))
            if first != start:
                self._forget()
                raise _Passing("the server gave another part than was asked for")
            total = whole if whole is not None else (start + total if total is not None else None)
        else:
            start = 0  # no ranges here, or the file has changed: all of it comes again
        self._check_room(total, start)
        try:
            self.part.parent.mkdir(parents=True, exist_ok=True)
            with open(self.part, "ab" if start else "wb") as file:
                self._write_note(response.headers)
                done = self._pour(response, file, start, total)
                os.fsync(file.fileno())
        except OSError as problem:
            raise self._disk_problem(problem) from problem
        if total is not None and done < total:
            raise _Passing(f"the connection ended after {done} of {total} bytes")

    def _pour(self, response: Any, file: BinaryIO, start: int, total: int | None) -> int:
        done, began, told = start, time.monotonic(), 0.0
        while True:
            self._check_cancelled()
            try:
                data = response.read1(CHUNK_BYTES)
            except NETWORK_FAULTS as problem:
                file.flush()
                raise _Passing(_reason(problem)) from problem
            if not data:
                file.flush()
                self._say(done, start, total, began)
                return done
            file.write(data)
            done += len(data)
            if time.monotonic() - told > TELL_EVERY_S:
                told = time.monotonic()
                file.flush()  # what is told of is kept, should the disk fill up
                self._say(done, start, total, began)

    def _say(self, done: int, start: int, total: int | None, began: float) -> None:
        seconds = max(time.monotonic() - began, 1e-6)
        self._tell(Downloading(self.name, done, total, (done - start) / seconds))

    # the partial file

    def _size(self) -> int:
        try:
            return self.part.stat().st_size
        except OSError:
            return 0

    def _kept(self) -> int:
        """How much of this very address is there."""
        return self._size() if self._noted().get("url") == self.url else 0

    def _noted(self) -> dict[str, Any]:
        try:
            note = json.loads(self.note.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return note if isinstance(note, dict) else {}

    def _write_note(self, headers: Any) -> None:
        tag = headers.get("ETag", "")
        validator = tag if tag and not tag.startswith("W/") else headers.get("Last-Modified")
        self._note_down({"url": self.url, "validator": validator})

    def _note_down(self, facts: dict[str, Any]) -> None:
        """Beside its place first: a disk that is full must not cost the note that is there."""
        new = self.note.with_name(self.note.name + ".new")
        try:
            new.write_text(json.dumps(facts), "utf-8")
            new.replace(self.note)
        except OSError:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
            raise

    def _complete(self) -> None:
        """What is whole is not asked for again, should its conversion find no room."""
        try:
            self._note_down({"url": self.url, "complete": True})
        except OSError as problem:
            raise self._disk_problem(problem) from problem

    def _is_whole(self, content_range: str | None, start: int) -> bool:
        found = re.fullmatch(r"bytes \*/(\d+)", content_range or "")
        return found is not None and int(found[1]) == start

    def _forget(self) -> None:
        try:
            self.part.unlink(missing_ok=True)
        except OSError as problem:
            raise self._disk_problem(problem) from problem

    # the disk and the user

    def _check_room(self, total: int | None, start: int) -> None:
        if total is None:
            return
        needed = total - start + int(total * self._spare)
        folder = self.part.parent
        while not folder.exists():
            folder = folder.parent
        free = shutil.disk_usage(folder).free
        if free < needed:
            raise DiskProblem(
                f"'{self.name}' needs {needed / MIB:.1f} MB on the disk of {printable(str(self.part.parent))}, and "
                f"{free / MIB:.1f} MB are free. Free some space and try again."
            )

    def _disk_problem(self, problem: OSError) -> DiskProblem:
        folder = printable(str(self.part.parent))
        if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            return DiskProblem(
                f"The disk of {folder} is full. Free some space and try again; what came so far is kept."
            )
        return DiskProblem(
            f"{folder} cannot be written ({problem.strerror}). Check its drive and its permissions; what came so far "
            "is kept."
        )

    def _check_cancelled(self) -> None:
        if self._cancelled():
            raise Interrupted("Stopped. What came so far is kept; the same command goes on from there.")

    def _sleep(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._check_cancelled()
            time.sleep(min(left, 0.1))


def _content_range(text: str | None) -> tuple[int, int | None]:
    """``bytes 5-9/10`` as its first byte and the whole size; -1 where it says nothing usable."""
    found = re.fullmatch(r"bytes (\d+)-\d+/(\d+|\*)", text or "")
    if not found:
        return -1, None
    return int(found[1]), None if found[2] == "*" else int(found[2])


def _reason(problem: BaseException) -> str:
    """A network fault in a few words."""
    inner = getattr(problem, "reason", problem)
    if isinstance(inner, TimeoutError):
        return "the server was silent for too long"
    if isinstance(inner, http.client.IncompleteRead):
        return "the connection ended early"
    if isinstance(inner, OSError) and inner.strerror:
        return inner.strerror
    return str(inner) or type(inner).__name__
