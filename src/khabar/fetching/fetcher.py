"""Getting one address after the other, as a polite guest: robots.txt, pauses, patience, and redirections with care."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from protego import Protego

from khabar.errors import CannotFetch
from khabar.fetching.requests import AGENT, Answer, Bounds, Broken, answered
from khabar.fetching.targets import Target, machines_of, target_of
from khabar.reports.limits import MEGABYTE
from khabar.values.fetched import Mark

_MOVED = (301, 302, 303, 307, 308)
_LATER = (429, 500, 502, 503, 504)
_ROBOTS = Bounds(size=MEGABYTE)


@dataclass(frozen=True, slots=True)
class Manners:
    """How a site is treated. Times are seconds."""

    allow_private: bool = False
    pause: float = 1.0  # between two requests to one site
    longest_pause: float = 30.0  # that a robots.txt may ask for
    patience: float = 60.0  # the longest wait that a site may ask for before the next try
    tries: int = 3
    redirections: int = 5
    bounds: Bounds = field(default_factory=Bounds)


class Fetcher:
    """Gets addresses, and remembers of each site its robots.txt and when it was asked last."""

    def __init__(
        self,
        manners: Manners,
        wait: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._manners = manners
        self._wait = wait
        self._now = now
        self._robots: dict[str, Protego] = {}
        self._asked: dict[str, float] = {}

    def get(self, address: str, mark: Mark | None = None) -> Answer:
        """The answer, of status 200, or 304 where nothing is new since `mark`; raises CannotFetch."""
        head = _conditions(mark)
        target = target_of(address)
        been: set[str] = set()
        while len(been) <= self._manners.redirections:
            been.add(target.address)
            self._check_robots(target)
            answer = self._asked_for(target, head, self._manners.bounds)
            if answer.status not in _MOVED:
                return _useful(answer, address)
            target = _led_to(answer)
            if target.address in been:
                raise CannotFetch(address, "its redirections lead in a circle")
        raise CannotFetch(address, f"it is redirected more than {self._manners.redirections} times")

    def _asked_for(self, target: Target, head: Mapping[str, str], bounds: Bounds) -> Answer:
        """The answer of a site, asked again where it is busy or broke off."""
        why = ""
        for attempt in range(self._manners.tries):
            self._pause(target)
            machine = machines_of(target, allow_private=self._manners.allow_private)[0]
            try:
                answer = answered(target, machine, head, bounds)
            except Broken as error:
                why, later = str(error), 0.0
            else:
                if answer.status not in _LATER:
                    return answer
                why, later = f"it answered {answer.status}", _seconds(answer.head.get("retry-after"))
            if later > self._manners.patience:
                raise CannotFetch(target.address, f"{why} and asks to come back in {later:.0f} seconds: try again then")
            if attempt + 1 < self._manners.tries:
                self._wait(max(later, self._manners.pause * 2.0**attempt))
        raise CannotFetch(target.address, f"{why}, {self._manners.tries} times: try again later")

    def _pause(self, target: Target) -> None:
        rules = self._robots.get(target.origin)
        asked = (rules.crawl_delay(AGENT) if rules else None) or 0.0
        pause = max(self._manners.pause, min(asked, self._manners.longest_pause))
        last = self._asked.get(target.origin)
        if last is not None and last + pause > self._now():
            self._wait(last + pause - self._now())
        self._asked[target.origin] = self._now()

    def _check_robots(self, target: Target) -> None:
        if target.origin not in self._robots:
            self._robots[target.origin] = Protego.parse(self._rules(target))
        if not self._robots[target.origin].can_fetch(target.address, AGENT):
            raise CannotFetch(target.address, "the site's robots.txt asks programs not to get it")

    def _rules(self, target: Target) -> str:
        """A site's rules: none where it has no robots.txt; a site whose rules cannot be had is left alone."""
        here = target_of("/robots.txt", target.origin)
        for _ in range(self._manners.redirections):
            answer = self._asked_for(here, {}, _ROBOTS)
            if answer.status not in _MOVED:
                return answer.body.decode("utf-8", "replace")
            here = _led_to(answer)
        return ""


def _conditions(mark: Mark | None) -> Mapping[str, str]:
    if mark is None:
        return {}
    said = {"If-None-Match": mark.etag, "If-Modified-Since": mark.modified}
    return {name: value for name, value in said.items() if value}


def _led_to(answer: Answer) -> Target:
    """Where a redirection leads; raises CannotFetch where that is no web page."""
    to = answer.head.get("location", "")
    try:
        return target_of(to, answer.target.address)
    except CannotFetch as error:
        raise CannotFetch(answer.target.address, f"it is redirected to '{to[:80]}', and {error.why}") from error


def _useful(answer: Answer, address: str) -> Answer:
    if answer.status in (200, 304):
        return answer
    said = {401: "wants a password", 403: "refuses programs", 404: "has no such page", 410: "has no such page any more"}
    words = said.get(answer.status, "gave no page")
    raise CannotFetch(address, f"the site {words} (it answered {answer.status})")


def _seconds(said: str | None) -> float:
    """How long a site asks to wait, in seconds or until a day and hour."""
    if not said:
        return 0.0
    if said.strip().isdigit():
        return float(said.strip()[:9])
    try:
        until = parsedate_to_datetime(said)
    except (ValueError, IndexError, TypeError, OverflowError):
        return 0.0
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
