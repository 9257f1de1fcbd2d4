"""When somebody held which office: one strip an office, all over the same years."""

from dataclasses import dataclass
from datetime import date

from khabar.values.actor import Office
from khabar.values.moment import Moment
from khabar.views.shown import ActorShown, KnownOffice

WIDTH = 1000.0
_MOST = 8  # offices that reports tell, shown at once
_LEAST = 8.0  # a single day must be seen


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where the time of an office lies on its strip."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Strip:
    """One office with its time: known to us, or told by reports, which only shows when they were published."""

    office: Office | KnownOffice
    known: bool
    stretch: Stretch | None  # None: it has no time


@dataclass(frozen=True, slots=True)
class Strips:
    """All offices of somebody, those known to us first, each by its beginning."""

    first: int | None  # year; None: no office has a time
    last: int | None
    strips: tuple[Strip, ...]
    rarer: tuple[Strip, ...]  # titles that the fewest passages give, beyond those that a reader takes in


@dataclass(frozen=True, slots=True)
class _Held:
    office: Office | KnownOffice
    known: bool
    first: date | None
    last: date | None


def strips(shown: ActorShown, *, rtl: bool) -> Strips:
    """The strips; the earliest stands where the reader's lines begin."""
    known = [_Held(one, True, *_ends(one.held)) for one in shown.known_offices]
    most_told = sorted(shown.actor.offices, key=lambda one: (-len(one.passages), one.title))
    told = [_Held(one, False, *_told(one)) for one in most_told]
    days = [day for one in (*known, *told) for day in (one.first, one.last) if day]
    whole = (date(min(days).year, 1, 1), date(max(days).year, 12, 31)) if days else None
    first, rarer = (
        tuple(_strip(one, whole, rtl) for one in sorted(some, key=_place))
        for some in (known + told[:_MOST], told[_MOST:])
    )
    return Strips(whole[0].year if whole else None, whole[1].year if whole else None, first, rarer)


def _place(one: _Held) -> tuple[bool, date, date, str]:
    return not one.known, one.first or date.min, one.last or date.max, one.office.title


def _ends(held: Moment | None) -> tuple[date | None, date | None]:
    return (held.earliest, held.latest) if held else (None, None)


def _told(office: Office) -> tuple[date | None, date | None]:
    return (office.first.earliest if office.first else None), (office.last.latest if office.last else None)


def _strip(one: _Held, whole: tuple[date, date] | None, rtl: bool) -> Strip:
    if whole is None or not (one.first or one.last):
        return Strip(one.office, one.known, None)
    return Strip(one.office, one.known, _stretch(one.first or whole[0], one.last or whole[1], whole, rtl))


def _stretch(first: date, last: date, whole: tuple[date, date], rtl: bool) -> Stretch:
    days = (whole[1] - whole[0]).days + 1
    width = max(_LEAST, ((last - first).days + 1) / days * WIDTH)
    x = min((first - whole[0]).days / days * WIDTH, WIDTH - width)
    return Stretch(round(WIDTH - x - width if rtl else x, 1), round(width, 1))
