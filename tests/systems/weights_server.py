"""A real HTTP server on the loopback that misbehaves as it is told, and a manifest that points at it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import torch

from vhdesk.systems.weights.download import Patience
from vhdesk.systems.weights.manifest import Licence, Weights
from vhdesk.systems.weights.store import WeightStore

QUICK = Patience(attempts=3, first_wait_s=0.01, longest_wait_s=0.02, silence_s=5)


def checkpoint(path: Path, *, numbers: int = 100_000, seed: int = 0) -> bytes:
    """A PyTorch file of weights with two names for the same tensor, as tied weights have; its bytes."""
    tensor = torch.randn(numbers, generator=torch.Generator().manual_seed(seed))
    torch.save(
        {"model_state": {"conv.weight": tensor.reshape(10, -1), "tied": tensor, "bn.count": torch.tensor(7)}}, path
    )
    return path.read_bytes()


def entry(server: Server, data: bytes, *, name: str = "net", sha256: str | None = None) -> Weights:
    digest = hashlib.sha256(data).hexdigest()[:8] if sha256 is None else sha256
    return Weights(
        name=name,
        summary="a net",
        arch="net",
        file=f"{name}.pth",
        url=server.url(f"/{name}.pth"),
        source="a test",
        size_bytes=len(data),
        sha256=digest,
        licence=Licence("MIT", "Use it as you like."),
        parameters=None,
        accuracy_at_1=None,
        preprocessing={},
    )


def store_of(weights: Weights, folder: Path, *, accept: bool = True, patience: Patience = QUICK, mirror: str = ""):
    store = WeightStore(mirror, folder=folder, manifest={weights.name: weights}, patience=patience)
    if accept:
        store.accept(weights.name)
    return store


class Server:
    """Serves ``data`` at every path; ``faults`` are taken one a request, then it behaves.

    Attributes:
        requests: path and Range header of each.
    """

    def __init__(self) -> None:
        self.data = b""
        self.ranges = True
        self.tag = '"one"'
        self.faults: list[Callable[[BaseHTTPRequestHandler], bool]] = []
        self.requests: list[tuple[str, str | None]] = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                owner.requests.append((self.path, self.headers.get("Range")))
                if owner.faults and owner.faults.pop(0)(self):
                    return
                owner.serve(self)

            def log_message(self, *_details: object) -> None:
                return

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = False
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,))
        self._thread.start()

    def url(self, path: str = "") -> str:
        return f"http://127.0.0.1:{self._http.server_port}{path}"

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def serve(self, to: BaseHTTPRequestHandler, *, cut: int | None = None, pause_s: float = 0.0, more: int = 0) -> None:
        """Answer as a good server; ``cut`` ends the connection after so many bytes, ``more`` is a lie on the length."""
        start = self._start(to)
        if start is not None and start >= len(self.data) + more:
            to.send_response(416)
            to.send_header("Content-Range", f"bytes */{len(self.data)}")
            to.send_header("Content-Length", "0")
            to.end_headers()
            return
        body = self.data[start or 0 :]
        to.send_response(200 if start is None else 206)
        if start is not None:
            to.send_header("Content-Range", f"bytes {start}-{len(self.data) - 1 + more}/{len(self.data) + more}")
        to.send_header("Content-Length", str(len(body) + more))
        to.send_header("ETag", self.tag)
        to.end_headers()
        body = body[:cut]
        try:
            for place in range(0, len(body), 50_000):
                to.wfile.write(body[place : place + 50_000])
                time.sleep(pause_s)
        except OSError:
            return  # the other side hung up, as a test of stopping does
        to.close_connection = True

    def _start(self, to: BaseHTTPRequestHandler) -> int | None:
        found = re.fullmatch(r"bytes=(\d+)-", to.headers.get("Range", ""))
        if not (self.ranges and found) or to.headers.get("If-Range", self.tag) != self.tag:
            return None
        return int(found[1])

    # faults

    def cut_after(self, size: int) -> None:
        self.faults.append(lambda to: self.serve(to, cut=size) or True)

    def lie(self, more: int) -> None:
        self.faults.append(lambda to: self.serve(to, more=more) or True)

    def slow(self, pause_s: float) -> None:
        self.faults.append(lambda to: self.serve(to, pause_s=pause_s) or True)

    def silent(self, seconds: float) -> None:
        self.faults.append(lambda to: time.sleep(seconds) or True)

    def answer(self, code: int, **headers: str) -> None:
        def fault(to: BaseHTTPRequestHandler) -> bool:
            to.send_response(code)
            for name, value in headers.items():
                to.send_header(name.replace("_", "-"), value)
            to.send_header("Content-Length", "0")
            to.end_headers()
            return True

        self.faults.append(fault)

    def endless(self, size: int) -> None:
        """So many bytes without saying how many."""

        def fault(to: BaseHTTPRequestHandler) -> bool:
            to.send_response(200)
            to.end_headers()
            try:
                for _ in range(size // 50_000):
                    to.wfile.write(bytes(50_000))
            except OSError:
                return True  # the other side has no room left
            to.close_connection = True
            return True

        self.faults.append(fault)


# fixtures


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = Server()
    yield server
    server.close()


@pytest.fixture
def data(server: Server, tmp_path: Path) -> bytes:
    """What the server has."""
    server.data = checkpoint(tmp_path / "published.pth")
    return server.data


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a megabyte and a half."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if sys.platform != "linux" or os.geteuid() != 0 or mount is None:
        pytest.skip("a small disk can be made by root on Linux only")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1536k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)
