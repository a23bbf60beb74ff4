"""The command lines of players."""

from __future__ import annotations

import pytest

from vhdesk.ui.open_at import find_player, player_command

PATH = "/videos/a clip.mp4"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mpv", ["p", "--start=83.500", "--force-window=yes", "--", PATH]),
        ("vlc", ["p", "--start-time=83.500", PATH]),
        ("iina", ["p", "--mpv-start=83.500", PATH]),
        ("celluloid", ["p", "--mpv-start=83.500", PATH]),
        ("smplayer", ["p", "-start", "83", PATH]),
        ("mplayer", ["p", "-ss", "83.500", PATH]),
        ("mpc-hc64", ["p", PATH, "/start", "83500"]),
        ("PotPlayerMini64", ["p", PATH, "/seek=00:01:23"]),
    ],
)
def test_every_player_is_told_the_second(name: str, expected: list[str]) -> None:
    assert player_command(name, "p", PATH, 83_500) == expected


def test_the_first_installed_player_is_taken() -> None:
    installed = {"vlc": "/opt/vlc", "mplayer": "/opt/mplayer"}
    assert find_player(installed.get) == ("vlc", "/opt/vlc")
