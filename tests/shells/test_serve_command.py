"""`khabar serve` from the first line that it prints to the end."""

import json
import re
import signal
import socket
from pathlib import Path

import httpx2
import pytest
from command_line import run
from served import PATIENCE, serving

from khabar.errors import ArchiveNotWritable


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_answers_there_and_stops_without_a_word(archive: Path, end: signal.Signals) -> None:
    with serving(archive) as (address, server):
        assert re.fullmatch(r"http://127\.0\.0\.1:[1-9]\d+/", address)
        assert httpx2.get(f"{address}api/v1/health", timeout=PATIENCE).json()["is_weighed"] is True
        server.send_signal(end)
        out, err = server.communicate(timeout=PATIENCE)
        assert (out, err) == ("", "")
        assert server.returncode == {signal.SIGINT: 130, signal.SIGTERM: -signal.SIGTERM}[end]


def test_each_request_is_a_line_of_the_log_without_what_was_asked(archive: Path) -> None:
    with serving(archive, "--log", "json") as (address, server):
        assert httpx2.get(f"{address}api/v1/search?q=secret", timeout=PATIENCE).status_code == 200
        assert httpx2.get(f"{address}ar/none", timeout=PATIENCE).status_code == 404
        server.send_signal(signal.SIGINT)
        _, err = server.communicate(timeout=PATIENCE)
    lines = [json.loads(line) for line in err.splitlines()]
    assert [(line["path"], line["status"]) for line in lines] == [("/api/v1/search", 200), ("/ar/none", 404)]
    assert all(line["from"] == "127.0.0.1" and line["bytes"] > 0 and line["milliseconds"] > 0 for line in lines)
    assert "secret" not in err


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine speaks no IPv6")
def test_an_ipv6_address_is_told_so_that_a_browser_opens_it(archive: Path) -> None:
    with serving(archive, "--host", "::1") as (address, _):
        assert re.fullmatch(r"http://\[::1\]:\d+/", address)
        assert httpx2.get(f"{address}api/v1/health", timeout=PATIENCE).status_code == 200


def test_a_port_that_is_taken_is_told_with_what_to_do(archive: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = run("serve", "--archive", archive, "--port", str(port))
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith(f"khabar: 127.0.0.1:{port}: another program answers there already.\n")
    assert "--port" in told.stderr


@pytest.mark.parametrize(("host", "why"), [("192.0.2.1", "no such address"), ("nowhere.invalid", "no such address")])
def test_an_address_that_is_not_this_machines_is_told(archive: Path, host: str, why: str) -> None:
    told = run("serve", "--archive", archive, "--host", host, "--port", "0")
    assert told.returncode == 1
    assert why in told.stderr
    assert "--host" in told.stderr


def test_what_is_wrong_with_the_archive_is_told_before_anything_is_served(tmp_path: Path) -> None:
    told = run("serve", "--archive", tmp_path / "none.khabar", "--port", "0")
    assert (told.returncode, told.stdout) == (1, "")
    assert "there is no archive here" in told.stderr


def test_an_archive_that_may_only_be_read_lets_nobody_review_and_says_so_at_once(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise ArchiveNotWritable(str(archive))

    monkeypatch.setattr("khabar.shells.cli.serving.Archive.to_write", refuses)
    told = run("serve", "--archive", archive, "--port", "0", "--review")
    assert (told.returncode, told.stdout) == (1, "")
    assert "may not be written to" in told.stderr
