"""Getting addresses from a site that answers badly."""

from email.utils import formatdate

import pytest
from server import Asked, Reply, Site, busy_once, cut_off, dripping, endless, gzip_bomb, moved, page

from khabar.errors import CannotFetch
from khabar.fetching import fetcher as fetching
from khabar.fetching.fetcher import Fetcher, Manners
from khabar.fetching.requests import AGENT, Bounds
from khabar.fetching.targets import Target
from khabar.values.fetched import Mark


class Patient:
    """A fetcher's clock: waiting takes no time, and is noted."""

    def __init__(self) -> None:
        self.time = 0.0
        self.waits: list[float] = []

    def wait(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.time += seconds

    def now(self) -> float:
        return self.time


BOUNDS = Bounds(size=1 << 20)  # with the usual times: a busy machine must fail no test
SHORT = Bounds(pause=0.5, whole=1.0)


def fetcher(clock: Patient | None = None, *, allow_private: bool = True, bounds: Bounds = BOUNDS) -> Fetcher:
    patient = clock or Patient()
    return Fetcher(Manners(allow_private=allow_private, bounds=bounds), patient.wait, patient.now)


def refusal(here: Site, reply: Reply, bounds: Bounds = BOUNDS) -> str:
    here.replies["/a"] = reply
    with pytest.raises(CannotFetch) as caught:
        fetcher(bounds=bounds).get(f"{here.address}/a")
    assert str(caught.value).startswith("http")
    return caught.value.why


def test_a_page_is_got_with_its_marks_and_a_name_is_given(here: Site) -> None:
    here.replies["/a"] = page("words", ETag='"1"')
    answer = fetcher().get(f"{here.address}/a")
    assert (answer.body, answer.kind, answer.encoding, answer.head["etag"]) == (b"words", "text/html", "utf-8", '"1"')
    assert here.asked[-1][1]["User-Agent"] == AGENT


def test_what_has_not_changed_is_not_sent_again(here: Site) -> None:
    def reply(asked: Asked) -> None:
        same = asked.headers["If-None-Match"] == '"1"' and asked.headers["If-Modified-Since"] == "yesterday"
        asked.say(b"" if same else b"words", status=304 if same else 200)

    here.replies["/a"] = reply
    assert fetcher().get(f"{here.address}/a", Mark('"1"', "yesterday")).status == 304
    assert fetcher().get(f"{here.address}/a", Mark('"2"', "")).status == 200


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_site_is_asked_again_after_the_time_that_it_names(here: Site, status: int) -> None:
    clock = Patient()
    here.replies["/a"] = busy_once(page("words"), status, Retry_After="7")
    assert fetcher(clock).get(f"{here.address}/a").body == b"words"
    assert 7.0 in clock.waits


def test_a_site_that_stays_busy_is_left_after_some_tries(here: Site) -> None:
    assert refusal(here, lambda asked: asked.say(b"", status=503)) == "it answered 503, 3 times: try again later"
    assert here.paths() == ["/a"] * 3


@pytest.mark.parametrize("later", ["86400", formatdate(4e9)])
def test_a_site_that_asks_for_a_long_wait_is_not_waited_for(here: Site, later: str) -> None:
    assert "try again then" in refusal(here, lambda asked: asked.say(b"", status=429, Retry_After=later))
    assert here.paths() == ["/a"]


@pytest.mark.parametrize("later", ["soon", f"Tue, 18 Jun {'9' * 60} 10:00:00 GMT"])
def test_a_site_that_says_nonsense_of_its_wait_is_asked_as_usual(here: Site, later: str) -> None:
    assert "it answered 429, 3 times" in refusal(here, lambda asked: asked.say(b"", status=429, Retry_After=later))


def test_a_line_that_breaks_is_tried_again_and_then_left(here: Site) -> None:
    assert refusal(here, cut_off).startswith("the connection broke off")
    assert here.paths() == ["/a"] * 3


def test_a_site_that_sends_a_letter_now_and_then_is_cut_off(here: Site) -> None:
    assert "it took more than 1 seconds" in refusal(here, dripping, SHORT)


@pytest.mark.parametrize("reply", [gzip_bomb, endless])
def test_an_answer_that_is_too_long_is_cut_off_once_and_for_all(here: Site, reply: Reply) -> None:
    assert refusal(here, reply) == "its answer has more than 1 MB"
    assert here.paths() == ["/a"]


def test_what_is_said_to_be_packed_and_is_not_is_damaged(here: Site) -> None:
    assert "damaged" in refusal(here, page("words", Content_Encoding="gzip"))


@pytest.mark.parametrize(("status", "said"), [(404, "no such page"), (403, "refuses"), (401, "password"), (418, "418")])
def test_what_a_site_refuses_is_said(here: Site, status: int, said: str) -> None:
    assert said in refusal(here, lambda asked: asked.say(b"", status=status))


def test_redirections_are_followed_and_end(here: Site) -> None:
    here.replies |= {"/a": moved("/b", 301), "/b": moved(f"{here.address}/c?x", 307), "/c?x": page("words")}
    answer = fetcher().get(f"{here.address}/a")
    assert (answer.body, answer.target.address) == (b"words", f"{here.address}/c?x")


def test_redirections_in_a_circle_or_without_end_are_left(here: Site) -> None:
    here.replies["/b"] = moved("/a")
    assert "in a circle" in refusal(here, moved("/b"))
    here.replies |= {f"/{n}": moved(f"/{n + 1}") for n in range(20)}
    assert "more than 5 times" in refusal(here, moved("/1"))


@pytest.mark.parametrize("to", ["file:///etc/passwd", "gopher://x/", "http://user:pass@example.org/", ""])
def test_redirections_to_what_is_no_page_are_refused(here: Site, to: str) -> None:
    assert refusal(here, moved(to))


@pytest.mark.parametrize("to", ["http://127.0.0.1:1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/"])
def test_redirections_into_a_private_network_are_refused(here: Site, monkeypatch: pytest.MonkeyPatch, to: str) -> None:
    """The first site's name leads to this machine as a public one, so that only where it redirects to is refused."""
    real, port = fetching.machines_of, here.address.rpartition(":")[2]

    def machines(target: Target, *, allow_private: bool) -> tuple[str, ...]:
        return ("127.0.0.1",) if target.host == "example.org" else real(target, allow_private=allow_private)

    monkeypatch.setattr(fetching, "machines_of", machines)
    here.replies["/a"] = moved(to)
    with pytest.raises(CannotFetch, match="no public machine"):
        fetcher(allow_private=False).get(f"http://example.org:{port}/a")


def test_this_machine_is_refused_unless_allowed(here: Site) -> None:
    here.replies["/a"] = page("words")
    with pytest.raises(CannotFetch, match="--allow-private"):
        fetcher(allow_private=False).get(f"{here.address}/a")
    assert here.asked == []


def test_what_robots_txt_forbids_is_not_asked_for(here: Site) -> None:
    here.replies["/robots.txt"] = page("User-agent: *\nDisallow: /private/*\nAllow: /", kind="text/plain")
    here.replies |= {"/private/a": page("words"), "/a": moved("/private/a")}
    with pytest.raises(CannotFetch, match=r"robots\.txt"):
        fetcher().get(f"{here.address}/private/a")
    assert "robots.txt" in refusal(here, moved("/private/a"))
    assert "/private/a" not in here.paths()


def test_a_site_whose_robots_txt_cannot_be_had_is_left_alone(here: Site) -> None:
    here.replies["/robots.txt"] = lambda asked: asked.say(b"", status=503)
    assert "503" in refusal(here, page("words"))
    assert here.paths() == []


def test_a_site_is_asked_once_a_second_and_slower_where_it_wants(here: Site) -> None:
    clock = Patient()
    here.replies |= {"/a": page("words"), "/b": page("words")}
    polite = fetcher(clock)
    for path in ("/a", "/b"):
        polite.get(f"{here.address}{path}")
    assert clock.waits == [1.0, 1.0]
    here.replies["/robots.txt"] = page("User-agent: *\nCrawl-delay: 9", kind="text/plain")
    clock.waits.clear()
    slower = fetcher(clock)
    for path in ("/a", "/b"):
        slower.get(f"{here.address}{path}")
    assert clock.waits == [9.0, 9.0]


def test_no_site_there_is_said(here: Site) -> None:
    with pytest.raises(CannotFetch, match="broke off"):
        fetcher().get("http://127.0.0.1:1/")
