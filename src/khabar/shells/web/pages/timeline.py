"""The timeline: bars from years down to days, and the entries beneath them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from khabar.shells.web.asked import Name, Offset, OfStatus, OfType, OfVerdict, Since, Until
from khabar.shells.web.desk import AtDesk, Desk
from khabar.shells.web.drawings.strip import Strip, strip
from khabar.values.moment import Moment
from khabar.views.periods import Period, Unit, periods, unit_of
from khabar.views.timeline import Entry, Kinds, timeline

router = APIRouter()
PAGE = 40  # entries at a time


@dataclass(frozen=True, slots=True)
class Asked:
    """What the timeline is asked for."""

    since: date | None
    until: date | None
    about: str | None
    kinds: Kinds


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of time on the way from everything to what is shown."""

    since: str | None  # None: all
    until: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one time."""

    time: Moment | None  # None: the reports tell none
    reported: date | None  # when it was told, of those without a time
    entries: tuple[Entry, ...]


@router.get("/timeline")
def shown(
    desk: AtDesk,
    about: Name = None,
    kind: Annotated[OfType, Query(alias="type")] = None,
    status: OfStatus = None,
    verdict: OfVerdict = None,
    since: Since = None,
    until: Until = None,
    everything: Annotated[bool, Query(alias="all")] = False,
    undated: bool = False,
    offset: Offset = 0,
) -> HTMLResponse:
    """What happened, in order; `all` has what is no event too, `undated` what is told without a time."""
    kinds = Kinds(status, verdict, not everything, not undated, kind, undated)
    asked = Asked(since, until, about, kinds)
    entries = timeline(desk.archive, since, until, about, kinds, limit=PAGE, offset=offset)
    drawn, rest = _drawn(desk, asked)
    all_told = timeline(desk.archive, since, until, about, replace(kinds, dated_only=False, as_reported=True), limit=0)
    return desk.page(
        "timeline.html.jinja",
        found=entries,
        groups=_groups(entries),
        strip=drawn,
        rest=rest,
        without_date=all_told.total - entries.total,
        trail=_trail(since, until),
        step=PAGE,
    )


def _drawn(desk: Desk, asked: Asked) -> tuple[Strip | None, int]:
    """The bars, and how much stands in none of them; None: one day is no picture."""
    if asked.since and asked.since == asked.until:
        return None, 0
    first, last, unit, told = _counted(desk, asked)
    if first is None or last is None:
        return None, 0
    bars = strip(told, unit, first, last, from_right=desk.language.direction == "rtl")
    return bars, sum(period.total for period in told) - bars.total


def _counted(desk: Desk, asked: Asked) -> tuple[date | None, date | None, Unit, tuple[Period, ...]]:
    """From the years down, until the periods are as fine as the days between them ask for."""
    first, last = asked.since, asked.until
    unit = unit_of(first, last) if first and last else Unit.YEAR
    while True:
        told = periods(desk.archive, asked.since, asked.until, asked.about, asked.kinds, unit=unit)
        names = [Moment(period.name) for period in told if period.name]
        first = asked.since or (names[0].earliest if names else None)
        last = asked.until or (names[-1].latest if names else None)
        finer = unit_of(first, last) if first and last else unit
        if finer.letters <= unit.letters:
            return first, last, unit, told
        unit = Unit.MONTH if unit is Unit.YEAR else Unit.DAY


def _trail(since: date | None, until: date | None) -> tuple[Step, ...]:
    """All, the year, the month, the day; what is no one such period stands there as it was asked for."""
    if since is None and until is None:
        return (Step(None, None),)
    texts = {_text(since, until, letters) for letters in (4, 7, 10)} - {None}
    if not texts:
        return (Step(None, None), Step(_iso(since), _iso(until)))
    whole = min((text for text in texts if text), key=len)
    return (Step(None, None), *(Step(whole[:n], whole[:n]) for n in (4, 7, 10) if n <= len(whole)))


def _text(since: date | None, until: date | None, letters: int) -> str | None:
    """The year, month or day that reaches from the one to the other; None: none does."""
    if since is None or until is None:
        return None
    text = since.isoformat()[:letters]
    return text if (Moment(text).earliest, Moment(text).latest) == (since, until) else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _groups(entries: Sequence[Entry]) -> tuple[Group, ...]:
    found: list[Group] = []
    for entry in entries:
        key = (entry.time, entry.reported if entry.time is None else None)
        if found and (found[-1].time, found[-1].reported) == key:
            found[-1] = Group(*key, (*found[-1].entries, entry))
        else:
            found.append(Group(*key, (entry,)))
    return tuple(found)
