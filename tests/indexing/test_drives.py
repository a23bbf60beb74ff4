"""Which drive a folder is on: real-looking texts of every system, a made /sys, and this machine itself."""

from __future__ import annotations

import plistlib
import struct
import sys
from pathlib import Path

import pytest

from vhdesk.indexing.drives import (
    NETWORK,
    SOLID,
    SPINNING,
    UNKNOWN,
    Drive,
    drive_of,
    lacks_mount,
    linux_drive,
    mount_of,
    parse_mounts,
    server_of,
)
from vhdesk.indexing.drives_elsewhere import (
    device_number,
    parse_diskutil,
    parse_mount_command,
    seek_penalty,
    windows_root,
)

MOUNTINFO = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
30 27 8:1 / /media/me/Old\040Disk rw,nosuid,nodev shared:5 - ext4 /dev/sda1 rw
31 27 8:2 / /media/me/more rw,nosuid,nodev shared:6 - fuseblk /dev/sda2 rw
33 27 253:0 / /home rw,relatime shared:7 - xfs /dev/mapper/vg-home rw
35 27 9:0 / /srv/raid rw,relatime shared:8 - ext4 /dev/md0 rw
36 27 0:45 /sub /srv/btrfs rw,relatime shared:9 - btrfs /dev/sdb1 rw,subvol=/sub
40 27 0:52 / /mnt/films rw,relatime shared:20 - nfs4 nas.lan:/export/films rw,vers=4.2
41 27 0:53 / /mnt/music rw,relatime shared:21 - cifs //NAS.lan/music rw,vers=3.1.1
42 27 0:54 / /mnt/ssh rw,nosuid - fuse.sshfs me@box:/data rw
43 27 0:55 / /tmp rw - tmpfs tmpfs rw
44 27 0:56 / /tank rw - zfs tank/films rw
45 27 254:0 / /cloud rw - ext4 /dev/vda rw
46 40 8:1 / /mnt/films/local rw - ext4 /dev/sda1 rw
"""


@pytest.fixture
def sys_folder(tmp_path: Path) -> Path:
    """A /sys with an NVMe disk, two spinning ones, a logical volume over both kinds, a RAID and a virtual disk."""
    root = tmp_path / "sys"

    def disk(place: str, rotational: int, parts: dict[str, str], number: str = "") -> None:
        folder = root / "devices" / place
        (folder / "queue").mkdir(parents=True)
        (folder / "queue" / "rotational").write_text(f"{rotational}\n")
        link(folder, number)
        for name, part_number in parts.items():
            (folder / name).mkdir()
            (folder / name / "partition").write_text("1\n")
            link(folder / name, part_number)

    def link(folder: Path, number: str) -> None:
        for place, name in (("dev/block", number), ("class/block", folder.name)):
            (root / place).mkdir(parents=True, exist_ok=True)
            if name:
                (root / place / name).symlink_to(folder)

    disk("pci0/nvme/nvme0n1", 0, {"nvme0n1p2": "259:2", "nvme0n1p3": "259:3"})
    disk("pci0/ata1/block/sda", 1, {"sda1": "8:1", "sda2": "8:2"}, "8:0")
    disk("pci0/ata2/block/sdb", 1, {"sdb1": "8:17"}, "8:16")
    disk("pci0/virtio1/block/vda", 1, {}, "254:0")
    disk("virtual/block/dm-0", 0, {}, "253:0")
    disk("virtual/block/md0", 0, {}, "9:0")
    for device, slaves in (("dm-0", ["nvme0n1p3"]), ("md0", ["sda2", "sdb1"])):
        folder = root / "devices" / "virtual" / "block" / device / "slaves"
        folder.mkdir()
        for slave in slaves:
            (folder / slave).symlink_to(root / "class" / "block" / slave)
    return root


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/usr/share", Drive("disk:nvme0n1", SOLID)),
        ("/media/me/Old Disk/films", Drive("disk:sda", SPINNING)),
        ("/media/me/more", Drive("disk:sda", SPINNING)),
        ("/media/me/more2", Drive("disk:nvme0n1", SOLID)),
        ("/home/me", Drive("disk:nvme0n1", SOLID)),
        ("/srv/raid/a", Drive("disk:sda+sdb", SPINNING)),
        ("/srv/btrfs", Drive("disk:sdb", SPINNING)),
        ("/mnt/films/new", Drive("network:nas.lan", NETWORK)),
        ("/mnt/music", Drive("network:nas.lan", NETWORK)),
        ("/mnt/ssh", Drive("network:box", NETWORK)),
        ("/mnt/films/local/x", Drive("disk:sda", SPINNING)),
        ("/tmp/x", Drive("memory", SOLID)),
        ("/tank", Drive("unknown:tank/films", UNKNOWN)),
        ("/cloud", Drive("disk:vda", UNKNOWN)),
    ],
)
def test_linux_drives(sys_folder, path, drive):
    assert linux_drive(path, parse_mounts(MOUNTINFO), sys_folder) == drive


def test_a_later_mount_hides_an_earlier_one_at_the_same_place():
    mounts = parse_mounts(MOUNTINFO + "50 27 0:60 / /home rw - nfs4 other:/home rw\n")
    assert mount_of("/home/me", mounts).source == "other:/home"


def test_a_mount_table_of_nonsense_names_no_drive():
    assert linux_drive("/x", parse_mounts("nothing\n1 2 3 - x\n\n")).kind == UNKNOWN


@pytest.mark.parametrize(
    ("source", "server"),
    [
        ("//NAS/films", "nas"),
        ("\\\\nas\\films", "nas"),
        ("nas:/films", "nas"),
        ("me@nas:/films", "nas"),
        ("//me:secret@nas/films", "nas"),
        ("https://cloud.example/dav/me", "cloud.example"),
        ("[fe80::1]:/films", "[fe80::1]"),
        ("hostshare", "hostshare"),
    ],
)
def test_two_shares_of_a_server_are_one_drive(source, server):
    assert server_of(source) == server


def test_readers_per_drive():
    assert [Drive("", kind).readers(0, 6) for kind in (SPINNING, NETWORK, SOLID, UNKNOWN)] == [1, 1, 6, 6]
    assert [Drive("", SPINNING).readers(setting, 6) for setting in (1, 3, 64)] == [1, 3, 6]


@pytest.mark.skipif(sys.platform != "linux", reason="the real call of this system is tested on it")
def test_this_machine(tmp_path):
    here = drive_of(str(tmp_path))
    assert here.key
    assert here.kind in {SOLID, SPINNING, NETWORK, UNKNOWN}
    assert drive_of("/dev/shm") == Drive("memory", SOLID)
    assert drive_of(str(tmp_path / "no" / "such")) == here


def test_a_drive_of_the_table_that_is_not_mounted():
    fstab = "# a comment\nUUID=1 / ext4 defaults 0 1\nnas:/films /mnt/films nfs4 rw 0 0\nUUID=2 /mnt/my\\040disk ext4\n"
    mounts = parse_mounts(MOUNTINFO)
    assert not lacks_mount("/mnt/films/new", fstab, mounts)
    assert lacks_mount("/mnt/my disk/films", fstab, mounts)
    assert not lacks_mount("/mnt/my", fstab, mounts)
    assert not lacks_mount("/anything", fstab, [])
    assert lacks_mount("/mnt/films", fstab, parse_mounts(MOUNTINFO.replace("/mnt/films", "/mnt/elsewhere")))


def diskutil(**facts: object) -> bytes:
    return plistlib.dumps({"FilesystemType": "apfs", "MountPoint": "/Volumes/X"} | facts)


def test_macos_disks():
    stores = [{"APFSPhysicalStore": "disk0s2"}]
    apfs = diskutil(ParentWholeDisk="disk3", SolidState=True, APFSPhysicalStores=stores)
    assert parse_diskutil(apfs) == Drive("disk:disk0", SOLID)
    assert parse_diskutil(diskutil(ParentWholeDisk="disk4", SolidState=False)) == Drive("disk:disk4", SPINNING)
    assert parse_diskutil(diskutil(ParentWholeDisk="disk5")) == Drive("disk:disk5", UNKNOWN)
    with pytest.raises(ValueError, match="no property list"):
        parse_diskutil(b"Could not find disk")


def test_macos_network_mounts():
    text = (
        "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n"
        "//me@nas._smb._tcp.local/films on /Volumes/films (2) (smbfs, nodev, nosuid, mounted by me)\n"
        "box:/export on /Volumes/box (nfs, nodev, nosuid)\n"
    )
    assert parse_mount_command(text) == {
        "/Volumes/films (2)": Drive("network:nas._smb._tcp.local", NETWORK),
        "/Volumes/box": Drive("network:box", NETWORK),
    }


def test_windows_answers():
    assert [seek_penalty(struct.pack("<IIB", 12, 12, flag) + b"\0\0\0") for flag in (0, 1)] == [False, True]
    assert device_number(struct.pack("<III", 7, 3, 2)) == 3
    for parse in (seek_penalty, device_number):
        with pytest.raises(ValueError, match="cut off"):
            parse(b"\0\0")


@pytest.mark.parametrize(
    ("path", "root"),
    [
        ("C:\\Films\\a.mp4", "C:\\"),
        ("\\\\?\\D:\\Films", "D:\\"),
        ("\\\\nas\\films\\a", "\\\\nas\\films\\"),
        ("\\\\?\\UNC\\nas\\films\\a", "\\\\nas\\films\\"),
    ],
)
def test_windows_roots(path, root):
    assert windows_root(path) == root
