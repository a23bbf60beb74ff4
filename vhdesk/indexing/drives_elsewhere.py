"""Which physical drive a folder is on, where there is no ``/sys``: macOS and Windows."""

from __future__ import annotations

import ctypes
import os
import plistlib
import re
import struct
import subprocess
import sys
from typing import Any
from xml.parsers.expat import ExpatError

from vhdesk.indexing.drives import NETWORK, SOLID, SPINNING, UNKNOWN, Drive, is_network_type, server_of

_LIMIT_S = 10
# winioctl.h
_QUERY_PROPERTY, _DEVICE_NUMBER = 0x2D1400, 0x2D1080
_SEEK_PENALTY = 7
_DRIVE_REMOTE, _DRIVE_RAM = 4, 6
_SHARE_ALL, _OPEN_EXISTING = 7, 3


def drive_of(path: str) -> Drive:
    """The drive of a file or folder.

    Raises:
        OSError: the system could not be asked.
        ValueError: it gave no sense.
    """
    if sys.platform == "win32":
        return _windows_drive(os.path.realpath(path))
    return _mac_drive(os.path.realpath(path))


# macOS


def _mac_drive(path: str) -> Drive:
    while not os.path.ismount(path):
        path = os.path.dirname(path)
    network = parse_mount_command(_output("/sbin/mount")).get(path)
    if network is not None:
        return network
    return parse_diskutil(_output("/usr/sbin/diskutil", "info", "-plist", path).encode())


def _output(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, timeout=_LIMIT_S, check=True)
    except subprocess.SubprocessError as problem:
        raise OSError(str(problem)) from problem
    return done.stdout.decode("utf-8", "surrogateescape")


def parse_mount_command(text: str) -> dict[str, Drive]:
    """The network drives in what ``mount`` prints, by mount point."""
    found = {}
    for line in text.splitlines():
        match = re.match(r"^(.+?) on (/.*) \(([^,)]+)", line)
        if match and is_network_type(match.group(3)):
            found[match.group(2)] = Drive(f"network:{server_of(match.group(1))}", NETWORK)
    return found


def parse_diskutil(plist: bytes) -> Drive:
    """The drive in what ``diskutil info -plist`` prints; an APFS volume names the disk below it.

    Raises:
        ValueError: this is no such output.
    """
    try:
        facts: dict[str, Any] = plistlib.loads(plist)
    except (plistlib.InvalidFileException, ExpatError) as problem:
        raise ValueError("no property list") from problem
    stores = facts.get("APFSPhysicalStores") or [{}]
    below = str(stores[0].get("APFSPhysicalStore", "")) or str(facts.get("ParentWholeDisk", ""))
    whole = re.match(r"disk\d+", below)
    solid = facts.get("SolidState")
    kind = UNKNOWN if solid is None else SOLID if solid else SPINNING
    return Drive(f"disk:{whole.group(0) if whole else below}", kind)


# Windows


def windows_root(path: str) -> str:
    r"""``C:\`` or ``\\server\share\`` of a real path; long-path prefixes are taken off."""
    plain = re.sub(r"^\\\\\?\\(UNC\\)?", lambda found: "\\\\" if found.group(1) else "", path)
    share = re.match(r"^\\\\[^\\]+\\[^\\]+", plain)
    return f"{share.group(0)}\\" if share else f"{plain[:2]}\\"


def seek_penalty(reply: bytes) -> bool:
    """Whether a ``DEVICE_SEEK_PENALTY_DESCRIPTOR`` (version, size, flag) speaks of a spinning disk.

    Raises:
        ValueError: the reply is cut off.
    """
    if len(reply) < 9:
        raise ValueError("the reply is cut off")
    return reply[8] != 0


def device_number(reply: bytes) -> int:
    """The disk's number in a ``STORAGE_DEVICE_NUMBER`` (type, number, partition).

    Raises:
        ValueError: the reply is cut off.
    """
    if len(reply) < 12:
        raise ValueError("the reply is cut off")
    number: int = struct.unpack_from("<III", reply)[1]
    return number


def _windows_drive(path: str) -> Drive:
    root = windows_root(path)
    if root.startswith("\\\\"):
        return Drive(f"network:{server_of(root)}", NETWORK)
    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - the name is there on Windows only
    kind = kernel.GetDriveTypeW(ctypes.c_wchar_p(root))
    if kind == _DRIVE_REMOTE:
        return Drive(f"network:{root[:2].lower()}", NETWORK)
    if kind == _DRIVE_RAM:
        return Drive("memory", SOLID)
    kernel.CreateFileW.restype = ctypes.c_void_p
    handle = kernel.CreateFileW(ctypes.c_wchar_p(f"\\\\.\\{root[:2]}"), 0, _SHARE_ALL, None, _OPEN_EXISTING, 0, None)
    if handle in {None, ctypes.c_void_p(-1).value}:
        raise OSError(f"{root} cannot be asked")
    try:
        key = f"disk:{device_number(_ask(kernel, handle, _DEVICE_NUMBER, b''))}"
        try:
            spins = seek_penalty(_ask(kernel, handle, _QUERY_PROPERTY, struct.pack("<III", _SEEK_PENALTY, 0, 0)))
        except OSError:
            return Drive(key, UNKNOWN)  # many USB bridges do not tell
        return Drive(key, SPINNING if spins else SOLID)
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))


def _ask(kernel: Any, handle: int, code: int, request: bytes) -> bytes:
    """DeviceIoControl; a handle opened for no access may ask both questions without any rights."""
    reply = ctypes.create_string_buffer(64)
    size = ctypes.c_ulong(0)
    done = kernel.DeviceIoControl(
        ctypes.c_void_p(handle), code, request, len(request), reply, len(reply), ctypes.byref(size), None
    )
    if not done:
        raise OSError("the drive gave no answer")
    return reply.raw[: size.value]
