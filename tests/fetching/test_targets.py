"""Which machines may be asked."""

import socket

import pytest

from khabar.errors import CannotFetch
from khabar.fetching.targets import is_public, machines_of, target_of


@pytest.mark.parametrize(
    "machine",
    [
        *("127.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:c0a8:101::1"),
    ],
)
def test_a_machine_that_not_everybody_can_reach_is_not_public(machine: str) -> None:
    assert not is_public(machine)


@pytest.mark.parametrize("machine", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_any_other_is(machine: str) -> None:
    assert is_public(machine)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost:80/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
    ],
)
def test_no_way_of_writing_this_machine_leads_to_it(address: str) -> None:
    with pytest.raises(CannotFetch, match=r"no public machine|no such host"):
        machines_of(target_of(address), allow_private=False)


def test_one_private_machine_behind_a_name_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(0, 0, 0, "", (ip, 80)) for ip in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(CannotFetch, match=r"10\.0\.0\.1"):
        machines_of(target_of("http://example.org/"), allow_private=False)
    assert machines_of(target_of("http://example.org/"), allow_private=True) == ("8.8.8.8", "10.0.0.1")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "//example.org/",
        "x",
        "",
        "http://",
        "http://[::1",
        "http://a:b/",
        "javascript:x",
    ],
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(CannotFetch, match="no web address"):
        target_of(address)


def test_a_password_in_an_address_is_refused() -> None:
    with pytest.raises(CannotFetch, match="a name and a password"):
        target_of("http://somebody:secret@example.org/")


def test_an_arabic_address_is_written_as_the_web_wants_it() -> None:
    target = target_of("https://مثال.إختبار:8443/أخبار/1?س=أ ب#x")
    assert target.authority == "xn--mgbh0fb.xn--kgbechtv:8443"
    assert target.path == "/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1?%D8%B3=%D8%A3%20%D8%A8"
    assert target_of("../2", "https://example.org/a/b/c").address == "https://example.org/a/2"


def test_a_line_break_in_an_address_makes_no_second_line_of_the_request() -> None:
    target = target_of("http://example.org/a b\r\nX: y")
    assert "\n" not in target.path
    assert " " not in target.path
