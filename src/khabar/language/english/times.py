"""English dates of a text, read into moments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from khabar.errors import BadMoment
from khabar.knowledge.english.calendar import CalendarWord, calendar_words
from khabar.language.english import dates
from khabar.language.english.numerals import number_at
from khabar.language.english.phrases import Phrases, forms_in, single
from khabar.language.english.text import EnglishText
from khabar.values.moment import Moment
from khabar.values.timex import Timex

_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}\Z")
_DAY = re.compile(r"[0-9]{1,2}\Z")
_CREDIBLE = range(1600, 2400)  # years of publication; a report of another year has a wrong date, which is none
_LONGEST_DISTANCE = 1000  # units


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    moment: Moment | None
    rule: str


def times_in(text: EnglishText, published: date | None) -> tuple[Timex, ...]:
    """Every date of the text in reading order, none of which shares a word with another."""
    credible = published if published and published.year in _CREDIBLE else None
    reader = _Reader(text, credible)
    return tuple(Timex(text.analysed.span(f.first, f.last), f.moment, f.rule) for f in reader.run())


class _Reader:
    """One text while its dates are read."""

    def __init__(self, text: EnglishText, published: date | None) -> None:
        self.text = text
        self.published = published

    def run(self) -> Iterator[_Found]:
        at = 0
        while at < len(self.text.forms):
            found = next((f for rule in _RULES if (f := rule(self, at))), None)
            if found:
                found = self._since(found)
                yield found
            at = found.last if found else at + 1

    def word(self, at: int, *kinds: str) -> CalendarWord | None:
        """The word of a date at a token; months and weekdays only with a capital."""
        for _, word in _words().all_at(self.text.forms, at):
            named = word.kind in ("month", "weekday")
            if word.kind in kinds and " " not in word.form and (not named or self.text.capital(at)):
                return word
        return None

    def number(self, at: int) -> int | None:
        """The day of a month at a token."""
        form = self.text.form(at)
        return int(form) if _DAY.match(form) and 1 <= int(form) <= 31 else None

    def behind_ordinal(self, at: int) -> int:
        """The place behind the ending of '3rd', where one stands at a token."""
        return at + (self.text.form(at) in single("ordinal") and self.text.touching(at))

    def year(self, at: int) -> int | None:
        """The year at a token."""
        return int(self.text.form(at)) if _YEAR.match(self.text.form(at)) else None

    def side(self, at: int) -> int | None:
        """Whether the clause speaks of what is to come: 1, or does not: None."""
        first = self.text.sentence(at)[0]
        first = next((i + 1 for i in range(at - 1, first, -1) if self.text.form(i) == ","), first)
        ahead = any(word.kind == "ahead" for i in range(first, at) for _, word in _words().all_at(self.text.forms, i))
        return 1 if ahead else None

    def _since(self, found: _Found) -> _Found:
        if found.moment and found.first and self.word(found.first - 1, "since") and found.moment.earliest:
            start = found.moment.edtf.partition("/")[0]
            return _Found(found.first - 1, found.last, Moment(f"{start}/.."), found.rule)
        return found


def _iso(reader: _Reader, at: int) -> _Found | None:
    """2024-06-18: three numbers with hyphens between."""
    forms = reader.text.forms[at : at + 5]
    year = reader.year(at)
    if year and len(forms) == 5 and forms[1] == forms[3] == "-" and forms[2].isdigit() and forms[4].isdigit():
        moment = dates.day(year, int(forms[2]), int(forms[4])) if int(forms[2]) <= 12 else None
        return _Found(at, at + 5, moment, "numeric-date") if moment else None
    return None


def _month_day(reader: _Reader, at: int) -> _Found | None:
    """June 18; June 18, 2024; June 18-19."""
    month = reader.word(at, "month")
    behind = at + 1 + (reader.text.form(at + 1) == "." and reader.text.touching(at + 1))
    day = reader.number(behind) if month else None
    if not month or day is None:
        return None
    last, end_day = reader.behind_ordinal(behind + 1), None
    if reader.text.form(last) in single("range") and (end_day := reader.number(last + 1)):
        last += 2
    year = reader.year(last + 1) if reader.text.form(last) == "," else reader.year(last)
    last = last + (2 if reader.text.form(last) == "," else 1) if year else last
    return _whole_day(reader, at, last, (year, int(month.value), day), end_day)


def _day_month(reader: _Reader, at: int) -> _Found | None:
    """18 June; 18 June 2024."""
    day = reader.number(at)
    place = reader.behind_ordinal(at + 1)
    month = reader.word(place, "month") if day else None
    if not month or day is None:
        return None
    year = reader.year(place + 1)
    return _whole_day(reader, at, place + (2 if year else 1), (year, int(month.value), day), None)


def _whole_day(
    reader: _Reader, first: int, last: int, told: tuple[int | None, int, int], end_day: int | None
) -> _Found | None:
    year, month, day = told
    if year is None:
        if reader.published is None:
            return _Found(first, last, None, "day-month")
        year = dates.nearest_year(reader.published, month, reader.side(first), day)
    moment = dates.day(year, month, day)
    until = dates.day(year, month, end_day) if end_day else None
    if moment and until:
        moment = _range(moment, until)
    return _Found(first, last, moment, "day-month-year" if told[0] else "day-month") if moment else None


def _range(first: Moment, last: Moment) -> Moment | None:
    try:
        return Moment(f"{first.edtf}/{last.edtf}") if first.edtf < last.edtf else first
    except BadMoment:
        return None


def _month_alone(reader: _Reader, at: int) -> _Found | None:
    """June 2024; last June; in June."""
    side = reader.word(at, "side")
    place = at + 1 if side else at
    month = reader.word(place, "month")
    if not month:
        return None
    last = place + 1 + (reader.text.form(place + 1) == "," and reader.year(place + 2) is not None)
    year = reader.year(last)
    if year:
        return _Found(at, last + 1, dates.month(year, int(month.value)), "month-year")
    if not side and not reader.word(place - 1, "before-year"):
        return None  # a name: April, May
    if reader.published is None:
        return _Found(at, place + 1, None, "month-one-name")
    number = int(month.value)
    ahead = reader.side(at) if number != reader.published.month else None
    chosen = dates.nearest_year(reader.published, number, ahead)
    if side:
        chosen = dates.year_of_month(reader.published, number, int(side.value))
    return _Found(at, place + 1, dates.month(chosen, int(month.value)), "month-one-name")


def _weekday(reader: _Reader, at: int) -> _Found | None:
    """Monday; last Monday; Monday evening."""
    side = reader.word(at, "side")
    place = at + 1 if side else at
    named = reader.word(place, "weekday")
    if not named:
        return None
    last = place + 1 + (reader.word(place + 1, "part") is not None)
    exact = _behind_weekday(reader, last)
    if exact:
        return _Found(at, exact.last, exact.moment, exact.rule)
    if reader.published is None:
        return _Found(at, last, None, "weekday")
    way = int(side.value) if side else reader.side(at) or 0
    return _Found(at, last, dates.weekday(reader.published, int(named.value), way), "weekday")


def _behind_weekday(reader: _Reader, last: int) -> _Found | None:
    """Monday, June 17."""
    place = last + (reader.text.form(last) == ",")
    return _month_day(reader, place) or _day_month(reader, place)


def _near_day(reader: _Reader, at: int) -> _Found | None:
    """Yesterday; this morning; tomorrow."""
    for length, word in _words().all_at(reader.text.forms, at):
        if word.kind == "day":
            moment = dates.shifted(reader.published, "day", int(word.value)) if reader.published else None
            return _Found(at, at + length, moment, "deixis")
    return None


def _near_unit(reader: _Reader, at: int) -> _Found | None:
    """Last week; this year; earlier this month."""
    side, unit = reader.word(at, "side"), reader.word(at + 1, "unit")
    if not side or not unit or unit.value == "day" or unit.form.endswith("s"):
        return None
    moment = dates.shifted(reader.published, str(unit.value), int(side.value)) if reader.published else None
    return _Found(at, at + 2, moment, "relative-unit")


def _ago(reader: _Reader, at: int) -> _Found | None:
    """Three days ago; a year ago."""
    number = number_at(reader.text, at)
    count, place = (int(number.value), number.last) if number else (1, at + 1)
    if not number and reader.text.form(at) not in single("article"):
        return None
    unit = reader.word(place, "unit")
    if not unit or not reader.word(place + 1, "ago"):
        return None
    moment = (
        dates.shifted(reader.published, str(unit.value), -count)
        if reader.published and count < _LONGEST_DISTANCE
        else None
    )
    return _Found(at, place + 2, moment, "ago")


def _bare_year(reader: _Reader, at: int) -> _Found | None:
    """In 2022; since 2020; between 2019 and 2021."""
    year = reader.year(at)
    if not year or not reader.word(at - 1, "before-year"):
        return None
    if reader.text.form(at + 1) in single("range") and (until := reader.year(at + 2)) and until > year:
        return _Found(at, at + 3, Moment(f"{year}/{until}"), "between-years")
    return _Found(at, at + 1, Moment(f"{year:04d}"), "year")


_RULES = (_iso, _weekday, _month_day, _day_month, _month_alone, _near_day, _ago, _near_unit, _bare_year)


@cache
def _words() -> Phrases[CalendarWord]:
    return Phrases((forms_in(word.form), word) for word in calendar_words())
