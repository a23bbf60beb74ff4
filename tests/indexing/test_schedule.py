"""The order of reading, whatever comes and ends when."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from vhdesk.indexing.schedule import Schedule, Turn
from vhdesk.library.writer import NewFile

LIMITS = {"disk": 1, "nas": 1, "ssd": 3}


def file(name: str, root_id: int = 1) -> NewFile:
    return NewFile(root_id, name, 1, 1, None)


files = st.lists(st.tuples(st.sampled_from(sorted(LIMITS)), st.integers(1, 3), st.booleans()), min_size=1, max_size=40)


@given(files, st.lists(st.integers(0, 9), max_size=200), st.integers(1, 3), st.integers(0, 60))
def test_every_file_once_in_order_within_the_limits_and_suspects_last_and_alone(items, ends, lost_root, lost_at):
    schedule = Schedule(LIMITS.__getitem__)
    for number, (drive, root_id, suspect) in enumerate(items):
        schedule.add(drive, file(f"{number:03}", root_id), suspect=suspect)
    suspects = {f"{n:03}" for n, (_, _, suspect) in enumerate(items) if suspect}
    running: list[Turn] = []
    seen: list[Turn] = []
    left_out: set[str] = set()
    steps = iter(ends)
    for step in range(1000):
        if step == lost_at:
            handed = {turn.file.path for turn in seen}
            left_out = {f"{n:03}" for n, (_, root, _) in enumerate(items) if root == lost_root} - handed
            assert schedule.leave_out(lost_root) == len(left_out)
        turn = schedule.next()
        if turn is not None:
            assert turn.alone == (turn.file.path in suspects)
            assert not (turn.alone and running)
            seen.append(turn)
            running.append(turn)
            assert sum(other.alone for other in running) in ({1} if turn.alone else {0})
            assert all(count <= LIMITS[drive] for drive, count in Counter(t.drive for t in running).items())
        elif running:
            schedule.done(running.pop(next(steps, 0) % len(running)))
        else:
            break
        assert schedule.in_flight == len(running)
    assert (schedule.waiting, schedule.suspects, running) == (0, 0, [])
    assert Counter(t.file.path for t in seen) == Counter({f"{n:03}" for n in range(len(items))} - left_out)
    first_alone = next((n for n, t in enumerate(seen) if t.alone), len(seen))
    assert all(t.alone for t in seen[first_alone:])
    for drive in LIMITS:
        order = [t.file.path for t in seen if t.drive == drive and not t.alone]
        assert order == sorted(order)


def test_drives_take_turns():
    schedule = Schedule(lambda _drive: 9)
    for number in range(4):
        schedule.add("a", file(f"a{number}"))
    for number in range(2):
        schedule.add("b", file(f"b{number}"))
    handed = [schedule.next().file.path for _ in range(6)]
    assert handed == ["a0", "b0", "a1", "b1", "a2", "a3"]


def test_a_slow_drive_holds_nobody_up():
    schedule = Schedule(LIMITS.__getitem__)
    for drive in ("nas", "ssd"):
        for number in range(3):
            schedule.add(drive, file(f"{drive}{number}"))
    handed = []
    while (turn := schedule.next()) is not None:
        handed.append(turn)
    assert [t.file.path for t in handed] == ["nas0", "ssd0", "ssd1", "ssd2"]
    schedule.done(handed[0])
    assert schedule.next().file.path == "nas1"


def test_suspects_wait_until_their_time_has_come():
    schedule = Schedule(LIMITS.__getitem__)
    schedule.add("ssd", file("s"), suspect=True)
    assert schedule.next(suspects=False) is None
    assert schedule.next().alone
    schedule.add("ssd", file("late"))
    assert schedule.next() is None  # while the suspect is read
