"""Downloads from a server that is slow, cuts, lies, moves, refuses, fails, or has another file than was published."""

from __future__ import annotations

import pytest

from tests.systems.weights_server import QUICK, Patience, Server, checkpoint, entry, store_of
from vhdesk.errors import BadInput, DiskProblem, Interrupted, ModelProblem
from vhdesk.systems.weights.download import Download, Downloading, TryingAgain


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "weights"


def one_sentence(problem: pytest.ExceptionInfo[BaseException]) -> str:
    text = str(problem.value)
    assert "\n" not in text
    assert text.endswith(".")
    return text


def test_a_download_is_checked_converted_and_installed(server, data, folder):
    events = []
    store = store_of(entry(server, data), folder)
    state = store.download("net", on_event=events.append)
    assert (state.state, state.record.checked, state.record.origin) == ("installed", True, server.url("/net.pth"))
    assert [event for event in events if isinstance(event, Downloading)][-1].done_bytes == len(data)
    path, digest = store.weights_file("net")
    assert digest == state.record.sha256
    assert not list(folder.glob("*.part*"))
    assert state.disk_bytes == path.stat().st_size + (folder / "net.json").stat().st_size
    store.download("net")
    assert len(server.requests) == 1  # what is installed is not fetched again


def test_a_cut_download_goes_on_by_itself(server, data, folder):
    server.cut_after(150_000)
    events = []
    store_of(entry(server, data), folder).download("net", on_event=events.append)
    assert [wanted for _, wanted in server.requests] == [None, "bytes=150000-"]
    assert [e.reason for e in events if isinstance(e, TryingAgain)] == [
        f"the connection ended after 150000 of {len(data)} bytes"
    ]


def test_a_stopped_download_goes_on_at_the_next_command(server, data, folder):
    server.slow(0.02)
    seen = []
    store = store_of(entry(server, data), folder)
    with pytest.raises(Interrupted):
        store.download("net", on_event=seen.append, cancelled=lambda: bool(seen) and seen[-1].done_bytes > 0)
    assert store.state("net").state == "partial"
    kept = (folder / "net.part").stat().st_size
    assert 0 < kept < len(data)
    assert store_of(entry(server, data), folder).download("net").state == "installed"
    assert server.requests[-1][1] == f"bytes={kept}-"


def test_a_server_without_ranges_gives_all_of_it_again(server, data, folder):
    server.ranges = False
    server.cut_after(150_000)
    assert store_of(entry(server, data), folder).download("net").state == "installed"
    assert len(server.requests) == 2


def test_a_file_that_changed_meanwhile_is_not_mixed(server, data, folder, tmp_path):
    server.cut_after(150_000)
    store = store_of(entry(server, data), folder, patience=Patience(attempts=1))
    with pytest.raises(ModelProblem):
        store.download("net")
    server.data, server.tag = checkpoint(tmp_path / "second.pth", seed=2), '"two"'
    assert store_of(entry(server, server.data), folder).download("net").record.checked


def test_the_part_of_another_address_is_not_used(server, data, folder):
    server.cut_after(150_000)
    with pytest.raises(ModelProblem):
        store_of(entry(server, data), folder, patience=Patience(attempts=1)).download("net")
    store_of(entry(server, data), folder, mirror=server.url("/mirror/")).download("net")
    assert server.requests[-1] == ("/mirror/net.pth", None)


def test_a_server_that_announces_more_than_it_has(server, data, folder):
    for _ in range(9):
        server.lie(1000)
    with pytest.raises(ModelProblem, match="is kept") as problem:
        store_of(entry(server, data), folder).download("net")
    one_sentence(problem)
    assert (folder / "net.part").read_bytes() == data


def test_a_server_that_takes_its_announcement_back(server, data, folder):
    server.lie(1000)
    assert store_of(entry(server, data), folder).download("net").state == "installed"
    assert [wanted for _, wanted in server.requests] == [None, f"bytes={len(data)}-"]  # answered by 416


def test_a_server_that_announces_less_than_it_has(server, data, folder):
    for _ in range(9):
        server.lie(-1000)
    with pytest.raises(ModelProblem, match="was removed"):
        store_of(entry(server, data), folder).download("net")


def test_a_wrong_hash_is_refused_and_nothing_is_kept(server, data, folder):
    store = store_of(entry(server, data, sha256="0badc0de"), folder)
    with pytest.raises(ModelProblem, match=r"expected 0badc0de.*was removed"):
        store.download("net")
    assert sorted(path.name for path in folder.iterdir() if not path.name.startswith(".")) == ["licences.json"]
    assert store.state("net").state == "available"


@pytest.mark.parametrize("code", [401, 403, 404, 410])
def test_what_is_not_there_is_not_asked_for_again(server, data, folder, code):
    server.answer(code)
    with pytest.raises(ModelProblem, match=rf"answered {code}.*--mirror.*import FILE") as problem:
        store_of(entry(server, data), folder).download("net")
    one_sentence(problem)
    assert len(server.requests) == 1


@pytest.mark.parametrize("code", [429, 500, 503])
def test_a_server_in_trouble_is_asked_again(server, data, folder, code):
    server.answer(code, Retry_After="3600")
    server.answer(code)
    events = []
    assert store_of(entry(server, data), folder).download("net", on_event=events.append).state == "installed"
    waits = [event.wait_s for event in events if isinstance(event, TryingAgain)]
    assert waits == [QUICK.longest_wait_s, QUICK.longest_wait_s]  # what is asked for counts, within bounds


def test_a_server_that_stays_in_trouble_is_given_up(server, data, folder):
    for _ in range(9):
        server.answer(502)
    with pytest.raises(ModelProblem, match="failed 3 times: the server answered 502"):
        store_of(entry(server, data), folder).download("net")


def test_a_silent_server(server, data, folder):
    server.silent(0.5)
    events = []
    quick = Patience(attempts=3, first_wait_s=0.01, silence_s=0.1)
    store_of(entry(server, data), folder, patience=quick).download("net", on_event=events.append)
    assert [e.reason for e in events if isinstance(e, TryingAgain)] == ["the server was silent for too long"]


def test_nobody_answers(server, data, folder):
    weights = entry(server, data)
    closed = Server()
    mirror = closed.url("/m")
    closed.close()
    with pytest.raises(ModelProblem, match="Connection refused"):
        store_of(weights, folder, mirror=mirror).download("net")


def test_redirects_are_followed_but_not_everywhere(server, data, folder):
    server.answer(302, Location="/elsewhere/net.pth")
    assert store_of(entry(server, data), folder).download("net").state == "installed"
    assert [path for path, _ in server.requests] == ["/net.pth", "/elsewhere/net.pth"]
    server.answer(302, Location="ftp://127.0.0.1/net.pth")
    with pytest.raises(ModelProblem, match="not encrypted"):
        Download("net", server.url("/x"), folder / "x.part", patience=QUICK).run()


def test_the_proxy_of_the_environment_is_used(server, data, folder, monkeypatch):
    monkeypatch.setenv("http_proxy", server.url())
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    store_of(entry(server, data), folder, mirror="http://weights.invalid/m").download("net")
    assert server.requests == [("http://weights.invalid/m/net.pth", None)]


@pytest.mark.parametrize("address", ["ftp://a/b", "file:///etc", "weights", "https://", "http://a b/", "http://a:x/"])
def test_a_mirror_that_is_no_web_address(server, data, folder, address):
    with pytest.raises(BadInput, match="not a web address"):
        store_of(entry(server, data), folder, mirror=address)


def test_nothing_is_fetched_before_the_licence_is_accepted(server, data, folder):
    store = store_of(entry(server, data), folder, accept=False)
    with pytest.raises(ModelProblem, match="Use it as you like"):
        store.download("net")
    assert server.requests == []
    store.accept("net")
    assert store.download("net").state == "installed"


def test_two_at_once_do_not_meet(server, data, folder):
    server.slow(0.01)
    store, said = store_of(entry(server, data), folder), []

    def meanwhile(_event: object) -> None:
        if not said:
            with pytest.raises(ModelProblem, match="Another vhdesk"):
                store_of(entry(server, data), folder).remove("net")
            said.append(True)

    assert store.download("net", on_event=meanwhile).state == "installed"
    assert said


# full disks, really full ones


def test_a_disk_that_is_too_small_is_told_before_anything_comes(server, data, small_disk):
    store = store_of(entry(server, data), small_disk)
    (small_disk / "other").write_bytes(bytes(1_000_000))
    with pytest.raises(DiskProblem, match=r"needs 0\.8 MB .* are free") as problem:
        store.download("net")
    one_sentence(problem)


def test_a_disk_that_fills_up_on_the_way(server, data, small_disk):
    store = store_of(entry(server, data), small_disk)
    server.endless(3_000_000)
    with pytest.raises(DiskProblem, match=r"is full.*is kept") as problem:
        store.download("net")
    one_sentence(problem)
    assert store.state("net").state == "partial"
    store.remove("net")
    assert store.download("net").state == "installed"


def test_a_disk_that_fills_up_at_the_conversion_costs_no_second_download(server, data, small_disk):
    store = store_of(entry(server, data), small_disk)

    def fill(event: object) -> None:
        if isinstance(event, Downloading) and event.done_bytes == len(data):
            with open(small_disk / "other", "wb", buffering=0) as file:
                file.write(bytes(2_000_000))  # as much of it as there is room

    with pytest.raises(DiskProblem, match="is full") as problem:
        store.download("net", on_event=fill)
    one_sentence(problem)
    assert not (small_disk / "net.safetensors.part").exists()
    (small_disk / "other").unlink()
    assert store.download("net").state == "installed"
    # Nothing comes twice: the server is asked at most whether there is more.
    assert all(wanted == f"bytes={len(data)}-" for _, wanted in server.requests[1:])
