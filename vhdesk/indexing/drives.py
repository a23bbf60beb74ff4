"""Which physical drive a folder is on, and how many readers it bears.

A spinning disk falls from 100 to 10-20 MB/s when four files are read at once, so it gets one reader at a time; drives
that share nothing are read side by side. Linux tells through ``/proc/self/mountinfo`` and ``/sys``, macOS and Windows
in :mod:`vhdesk.indexing.drives_elsewhere`. What cannot be found out is ``unknown`` and treated as solid.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

SOLID, SPINNING, NETWORK, UNKNOWN = "solid", "spinning", "network", "unknown"

MOUNTS = Path("/proc/self/mountinfo")
SYS = Path("/sys")
_NETWORK_TYPES = frozenset(
    "9p acfs afp afpfs afs beegfs ceph cifs coda davfs fuse.ceph fuse.cifs fuse.davfs2 fuse.gcsfuse fuse.glusterfs "
    "fuse.goofys fuse.rclone fuse.s3fs fuse.smbnetfs fuse.sshfs fuse.gvfsd-fuse glusterfs gpfs lustre "
    "ncpfs nfs nfs4 orangefs prl_fs smb2 smb3 smbfs vboxsf virtiofs vmhgfs fuse.vmhgfs-fuse webdav".split()
)
_MEMORY_TYPES = frozenset({"tmpfs", "ramfs", "devtmpfs"})
_ESCAPED = re.compile(r"\\([0-7]{3})")


class Drive(NamedTuple):
    """A physical drive.

    Attributes:
        key: the same for all folders on it; two partitions of one disk share it, two shares of one server too.
        kind: ``solid``, ``spinning``, ``network`` or ``unknown``.
    """

    key: str
    kind: str

    def readers(self, setting: int, most: int) -> int:
        """How many of its files may be read at once.

        Args:
            setting: what the user wants; 0 is automatic.
            most: what the decode processes can take.
        """
        if setting:
            return min(setting, most)
        return 1 if self.kind in {SPINNING, NETWORK} else most


class Mount(NamedTuple):
    """A line of ``/proc/self/mountinfo``."""

    device: str
    point: str
    fs_type: str
    source: str


def drive_of(path: str) -> Drive:
    """The drive of a file or folder; never raises."""
    try:
        if not MOUNTS.exists():
            from vhdesk.indexing import drives_elsewhere

            return drives_elsewhere.drive_of(path)
        return linux_drive(os.path.realpath(path), parse_mounts(MOUNTS.read_text("utf-8", "surrogateescape")))
    except (OSError, ValueError):
        return Drive(f"unknown:{os.path.splitdrive(path)[0]}", UNKNOWN)


def is_network_type(fs_type: str) -> bool:
    """Whether a file system type reaches over a network (or to a host, which reads for many)."""
    return fs_type in _NETWORK_TYPES


def server_of(source: str) -> str:
    """The machine in ``//nas/films``, ``nas:/films``, ``user@nas:/films`` or an URL; the source itself otherwise."""
    found = re.match(r"^(?:[a-z0-9+]+:)?(?://|\\\\)?(?:[^@/]*@)?(\[[^\]]+\]|[^:/\\]+)", source, re.IGNORECASE)
    return (found.group(1) if found else source).lower()


def parse_mounts(text: str) -> list[Mount]:
    """The mounts in ``/proc/self/mountinfo``, in its order."""
    mounts = []
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        fields, rest = before.split(" "), after.split(" ")
        if len(fields) >= 5 and len(rest) >= 2:
            mounts.append(Mount(fields[2], _plain(fields[4]), rest[0], _plain(rest[1])))
    return mounts


def _plain(field: str) -> str:
    """Undo the octal escapes of spaces, tabs, newlines and backslashes."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 8)), field)


def is_below(path: str, folder: str) -> bool:
    """Whether a path is a folder or inside it."""
    return path == folder or path.startswith(os.path.join(folder, ""))


def mount_of(path: str, mounts: Sequence[Mount]) -> Mount | None:
    """The mount that a path is on: the deepest, of equal ones the last, which hides the others."""
    on = [mount for mount in mounts if is_below(path, mount.point)]
    deepest = max((len(mount.point) for mount in on), default=0)
    return next((mount for mount in reversed(on) if len(mount.point) == deepest), None)


def linux_drive(path: str, mounts: Sequence[Mount], sys_folder: Path = SYS) -> Drive:
    """The drive of a real path, by its mount."""
    mount = mount_of(path, mounts)
    if mount is None:
        return Drive("unknown:", UNKNOWN)
    if is_network_type(mount.fs_type):
        return Drive(f"network:{server_of(mount.source)}", NETWORK)
    if mount.fs_type in _MEMORY_TYPES:
        return Drive("memory", SOLID)
    device = _block_device(mount, sys_folder)
    if device is None:
        return Drive(f"unknown:{mount.source}", UNKNOWN)
    disks = sorted(_disks(device), key=lambda disk: disk.name)
    kinds = {_kind(disk) for disk in disks}
    kind = next(kind for kind in (SPINNING, UNKNOWN, SOLID) if kind in kinds)
    return Drive("disk:" + "+".join(disk.name for disk in disks), kind)


def _block_device(mount: Mount, sys_folder: Path) -> Path | None:
    """The mount's folder in ``/sys``: by number, or by name where the file system has a number of its own (btrfs)."""
    name = os.path.basename(os.path.realpath(mount.source)) if mount.source.startswith("/dev/") else ""
    places = [sys_folder / "dev" / "block" / mount.device]
    if name:
        places.append(sys_folder / "class" / "block" / name)
    return next((Path(os.path.realpath(place)) for place in places if place.exists()), None)


def _disks(device: Path) -> set[Path]:
    """The whole disks below a partition, logical volume, RAID or encrypted device."""
    if (device / "partition").exists():
        device = device.parent
    slaves = device / "slaves"
    below = [Path(os.path.realpath(slave)) for slave in slaves.iterdir()] if slaves.is_dir() else []
    return set().union(*map(_disks, below)) if below else {device}


def _kind(disk: Path) -> str:
    try:
        spins = (disk / "queue" / "rotational").read_text("ascii").strip() == "1"
    except OSError:
        return UNKNOWN
    if spins and "/virtio" in disk.as_posix():
        return UNKNOWN  # a virtual disk says so whatever is below it
    return SPINNING if spins else SOLID


def is_unplugged(path: str) -> bool:
    """Whether a folder is the empty mount point of a drive that is not connected (Linux: as ``/etc/fstab`` says)."""
    try:
        fstab = Path("/etc/fstab").read_text("utf-8", "surrogateescape")
        mounts = parse_mounts(MOUNTS.read_text("utf-8", "surrogateescape"))
    except OSError:
        return False
    return lacks_mount(os.path.realpath(path), fstab, mounts)


def lacks_mount(path: str, fstab: str, mounts: Sequence[Mount]) -> bool:
    """Whether the deepest entry of the table that holds a path is not mounted."""
    lines = [line.split() for line in fstab.splitlines() if not line.lstrip().startswith("#")]
    points = [_plain(fields[1]) for fields in lines if len(fields) >= 3 and fields[1].startswith("/")]
    wanted = max((point for point in points if is_below(path, point)), key=len, default="/")
    return wanted != "/" and wanted not in {mount.point for mount in mounts}
