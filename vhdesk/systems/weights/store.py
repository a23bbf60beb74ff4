"""The weights on this machine: ``weights/`` in the user's data folder, one safetensors file and one record each.

``NAME.safetensors`` and ``NAME.json`` are written beside their place and moved there, the record last; ``NAME.part`` is
a download on its way. What is in a record but not as it says is never used.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vhdesk.errors import BadInput, DiskProblem, EnvironmentProblem, ModelProblem, printable
from vhdesk.settings import data_folder
from vhdesk.systems.weights.convert import check_safetensors, is_safetensors, to_safetensors
from vhdesk.systems.weights.download import Download, DownloadEvent, Patience, check_address
from vhdesk.systems.weights.manifest import Weights, find, read_manifest

LICENCES = "licences.json"


@dataclass(frozen=True)
class Record:
    """What is known of installed weights.

    Attributes:
        sha256: of the safetensors file; part of the fingerprint of a system that uses it.
        size_bytes: of the safetensors file.
        source_sha256: of the file as it came.
        origin: the address or the imported file's name.
        checked: whether the file as it came agreed with a published hash.
    """

    sha256: str
    size_bytes: int
    source_sha256: str
    origin: str
    checked: bool
    installed_at: str


@dataclass(frozen=True)
class WeightsState:
    """Weights as lists show them.

    Attributes:
        state: ``installed``, ``damaged`` (its size is not the recorded one), ``partial``, ``available`` or
            ``import only``.
        disk_bytes: what they take here, partial downloads too.
    """

    weights: Weights
    state: str
    disk_bytes: int
    record: Record | None

    def to_json(self) -> dict[str, Any]:
        """For ``--json``."""
        record = asdict(self.record) if self.record else None
        return {**self.weights.to_json(), "state": self.state, "disk_bytes": self.disk_bytes, "record": record}


class WeightStore:
    """Downloads, imports, verifies and removes weights.

    Args:
        mirror: address of a folder that holds the files by their published names; empty for where each was published.
        folder: of the files; the user's data folder where none is named.
        manifest: what there is; what ships where none is named.
        patience: with servers.
        proxy: address of the proxy that downloads go through; empty for the environment's.
    """

    def __init__(
        self,
        mirror: str = "",
        *,
        folder: Path | None = None,
        manifest: dict[str, Weights] | None = None,
        patience: Patience | None = None,
        proxy: str = "",
    ) -> None:
        for address in (mirror, proxy):
            if address:
                check_address(address)
        self.mirror = mirror
        self.folder = folder or data_folder() / "weights"
        self.manifest = read_manifest() if manifest is None else manifest
        self._patience, self._proxy = patience, proxy

    # looking

    def states(self) -> list[WeightsState]:
        """Every entry of the manifest with what is here of it."""
        return [self.state(name) for name in self.manifest]

    def state(self, name: str) -> WeightsState:
        """One entry with what is here of it.

        Raises:
            BadInput: there is none.
        """
        weights = find(self.manifest, name)
        record = self._record(name)
        taken = sum(_size(path) for path in self._files(name))
        if record is not None:
            state = "installed" if _size(self._target(name)) == record.size_bytes else "damaged"
        elif _size(self._part(name)):
            state = "partial"
        else:
            state = "available" if weights.url else "import only"
        return WeightsState(weights, state, taken, record)

    def weights_file(self, name: str) -> tuple[Path, str]:
        """Path and sha256 of installed weights, after comparing the file with its record.

        Raises:
            BadInput: there are none of that name.
            ModelProblem: they are not installed, or altered; the sentence says how to get them.
        """
        weights = find(self.manifest, name)
        record, path = self._record(name), self._target(name)
        how = f"vhdesk models download {name}" if weights.url else f"vhdesk models import FILE --as {name}"
        if record is None:
            raise ModelProblem(f"The weights '{name}' are not installed. Get them with '{how}'.")
        again = f"Remove them with 'vhdesk models remove {name}' and get them again with '{how}'."
        try:
            found = sha256_of(path)
        except OSError as problem:
            raise ModelProblem(f"The weights '{name}' cannot be read ({problem.strerror}). {again}") from problem
        if found != record.sha256:
            raise ModelProblem(
                f"The weights '{name}' were altered or damaged (sha256 {found[:12]}…, expected {record.sha256[:12]}…). "
                f"{again}"
            )
        check_safetensors(path)
        return path, found

    def verify(self, name: str) -> str:
        """Compare installed weights with their record; what is wrong in a sentence, empty where nothing is.

        Raises:
            BadInput: there are none of that name.
        """
        find(self.manifest, name)
        try:
            self.weights_file(name)
        except ModelProblem as problem:
            return str(problem)
        return ""

    # licences

    def accepted(self, name: str) -> bool:
        """Whether the user accepted the licence of weights in its present words."""
        return _digest(find(self.manifest, name).licence.text) in self._accepted()

    def accept(self, name: str) -> None:
        """Note that the user accepted the licence of weights; it holds for all under the same words.

        Raises:
            BadInput: there are none of that name.
            DiskProblem: the folder cannot be written.
        """
        licence = find(self.manifest, name).licence
        notes = self._accepted() | {_digest(licence.text): {"text": licence.text, "accepted_at": _now()}}
        with self._writing():
            self._write_json(self.folder / LICENCES, notes)

    def _accepted(self) -> dict[str, Any]:
        found = _read_json(self.folder / LICENCES)
        return found if isinstance(found, dict) else {}

    # getting

    def address(self, name: str) -> str:
        """Where weights are downloaded from.

        Raises:
            BadInput: there are none of that name, or they can only be imported.
        """
        weights = find(self.manifest, name)
        if self.mirror:
            return f"{self.mirror.rstrip('/')}/{weights.file}"
        if weights.url is None:
            raise BadInput(
                f"The weights '{name}' have no address to download from. Get {weights.file} from {weights.source}, "
                f"then use 'vhdesk models import FILE --as {name}'."
            )
        return weights.url

    def download(
        self,
        name: str,
        *,
        cancelled: Callable[[], bool] | None = None,
        on_event: Callable[[DownloadEvent], None] | None = None,
    ) -> WeightsState:
        """Fetch, check, convert and install weights; those that are installed are left as they are.

        Raises:
            BadInput: there are none of that name, or they can only be imported.
            ModelProblem: the licence is not accepted, the server does not give them, or what came is not them.
            DiskProblem: no room, or the folder cannot be written; what came so far is kept.
            Interrupted: cancelled; the next time goes on from there.
        """
        url, weights = self.address(name), find(self.manifest, name)
        if not self.accepted(name):
            raise ModelProblem(
                f"The licence of '{name}' is not accepted yet: {weights.licence.text} Accept it with --accept-licence."
            )
        with self._alone(name):
            if self._record(name) is None:
                job = Download(
                    name,
                    url,
                    self._part(name),
                    spare_bytes_per_byte=1.0,
                    patience=self._patience,
                    proxy=self._proxy,
                    cancelled=cancelled,
                    on_event=on_event,
                )
                self._install_download(weights, job)
        return self.state(name)

    def _install_download(self, weights: Weights, job: Download) -> None:
        """What came whole is installed, or removed where it is not what was asked for."""
        part = job.run()

        def discard() -> None:
            for path in (part, job.note):
                with contextlib.suppress(OSError):
                    path.unlink()

        try:
            self._install(weights, part, job.url)
        except ModelProblem as problem:
            discard()
            raise ModelProblem(f"{problem} What was downloaded was removed.") from problem
        discard()

    def import_file(self, file: Path, name: str) -> WeightsState:
        """Install weights from a file: as published, or converted by vhdesk on another machine. The file stays.

        Raises:
            BadInput: there are no weights of that name, or no such file.
            ModelProblem: the file is not them, or damaged.
            DiskProblem: no room, or the folder cannot be written.
        """
        weights = find(self.manifest, name)
        if not file.is_file():
            raise BadInput(f"There is no file {printable(str(file))}. Check its name, or connect its drive.")
        with self._alone(name):
            self._install(weights, file, f"imported from {printable(file.name)}")
        return self.state(name)

    def _install(self, weights: Weights, source: Path, origin: str) -> None:
        try:
            digest, plain = sha256_of(source), is_safetensors(source)
        except OSError as problem:
            raise DiskProblem(
                f"{printable(str(source))} cannot be read ({problem.strerror}). Check its drive and its permissions."
            ) from problem
        checked = bool(weights.sha256) and digest.startswith(weights.sha256)
        # Published hashes are of the published form; a file that was converted elsewhere cannot be compared with them.
        if weights.sha256 and not checked and not (plain and not weights.file.endswith(".safetensors")):
            raise ModelProblem(
                f"The file is not the published '{weights.name}' (sha256 {digest[: len(weights.sha256)]}, expected "
                f"{weights.sha256}): it was altered or is another one. Get it again, or from another place."
            )
        target = self._target(weights.name)
        part = target.with_name(target.name + ".part")
        with self._writing(part):
            self.folder.mkdir(parents=True, exist_ok=True)
            if plain:
                check_safetensors(source)
                shutil.copyfile(source, part)
            else:
                to_safetensors(source, part, {"format": "pt", "source_sha256": digest, "name": weights.name})
            _sync(part)
            record = Record(sha256_of(part), _size(part), digest, origin, checked, _now())
            part.replace(target)
            self._write_json(self._note(weights.name), asdict(record))

    def remove(self, name: str) -> int:
        """Remove weights and their partial download; how many bytes became free.

        Raises:
            BadInput: there are none of that name, or nothing of them is here.
            DiskProblem: they cannot be removed.
        """
        find(self.manifest, name)
        with self._alone(name):
            paths = [path for path in self._files(name) if path.exists()]
            if not paths:
                raise BadInput(f"Nothing of the weights '{name}' is on this machine; there is nothing to remove.")
            freed = sum(_size(path) for path in paths)
            with self._writing():
                for path in paths:
                    path.unlink(missing_ok=True)
        return freed

    # files

    def _target(self, name: str) -> Path:
        return self.folder / f"{name}.safetensors"

    def _note(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _part(self, name: str) -> Path:
        return self.folder / f"{name}.part"

    def _files(self, name: str) -> list[Path]:
        """All that may be here of weights; the record first, so that what is half removed is not installed."""
        part, target = self._part(name), self._target(name)
        return [self._note(name), target, target.with_name(target.name + ".part"), part, Path(f"{part}.json")]

    def _record(self, name: str) -> Record | None:
        try:
            return Record(**_read_json(self._note(name)))
        except TypeError:
            return None

    def _write_json(self, path: Path, document: dict[str, Any]) -> None:
        part = path.with_name(path.name + ".new")
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", "utf-8")
        _sync(part)
        part.replace(path)

    @contextlib.contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        """One process at a time works on weights."""
        from filelock import FileLock, Timeout

        lock = FileLock(self.folder / f".{name}.lock", timeout=0)
        with self._writing():
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                lock.acquire()
            except Timeout as problem:
                raise ModelProblem(
                    f"Another vhdesk is working on the weights '{name}'. Wait until it is done."
                ) from problem
        try:
            yield
        finally:
            lock.release()

    @contextlib.contextmanager
    def _writing(self, part: Path | None = None) -> Iterator[None]:
        """Faults of the disk become sentences; a half written file is removed."""
        try:
            yield
        except (OSError, EnvironmentProblem) as problem:
            if part is not None:
                with contextlib.suppress(OSError):
                    part.unlink(missing_ok=True)
            if isinstance(problem, EnvironmentProblem):
                raise
            folder = printable(str(self.folder))
            full = problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) or "No space left" in str(problem)
            if full:
                raise DiskProblem(f"The disk of {folder} is full. Free some space and try again.") from problem
            raise DiskProblem(
                f"{folder} cannot be written ({problem.strerror}). Check its drive and its permissions."
            ) from problem


def sha256_of(path: Path) -> str:
    """sha256 of a file, 64 hex digits.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _sync(path: Path) -> None:
    with open(path, "rb+") as file:
        os.fsync(file.fileno())


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
