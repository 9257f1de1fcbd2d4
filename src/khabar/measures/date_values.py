"""Whether dates get the value they mean, by suites of sentences: `python -m khabar.measures.date_values FOLDER`."""

import argparse
import json
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from khabar.errors import BadMoment
from khabar.language.times import timexes_in
from khabar.values.moment import Moment
from khabar.values.timex import Timex

Period = tuple[date, date]
_DAY = timedelta(days=1)
_SPECIFICATIONS = ("DateParser.json", "DatePeriodParser.json", "HolidayParser.json")  # of Recognizers-Text
_EXAMPLES = "time_*.json"  # Duckling's corpus as a list of `text` and `value`
_EXAMPLES_SEEN_FROM = date(2013, 2, 12)
_SHORTEST_MONTH = 28
_TIME_OF_DAY = frozenset({"Hour", "Minute", "Second"})
_SINCE = "/.."  # the suites give the point alone: that it lasts is told elsewhere
_WHOLE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?\Z")
_SIX_NUMBERS = re.compile(r"\((\d+), (\d+), (\d+), \d+, \d+, \d+\)")


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence with a date, and every period that it may mean as seen from the day of publication."""

    suite: str
    text: str
    published: date
    meant: frozenset[Period]


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence and what was read in it."""

    sentence: DatedSentence
    read: tuple[Timex, ...]

    @property
    def right(self) -> bool:
        """Whether one of the dates read is a period that was meant."""
        moments = [Moment(t.moment.edtf.removesuffix(_SINCE)) for t in self.read if t.moment]
        return any((moment.earliest, moment.latest) in self.sentence.meant for moment in moments)


def judged(folder: Path) -> tuple[Judged, ...]:
    """Every dated sentence of the suites in a folder, read."""
    return tuple(Judged(s, timexes_in(s.text, s.published)) for s in dated_sentences(folder))


def dated_sentences(folder: Path) -> Iterator[DatedSentence]:
    """The sentences whose date is a day or longer, suite by suite."""
    for name in _SPECIFICATIONS:
        for path in sorted(folder.rglob(name)):
            yield from _specified(path)
    for path in sorted(folder.rglob(_EXAMPLES)):
        yield from _exemplified(path)


def _specified(path: Path) -> Iterator[DatedSentence]:
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        published = date.fromisoformat(case["Context"]["ReferenceDateTime"][:10])
        for result in case["Results"]:
            resolved = _resolutions(result.get("Value") or {}, case["Input"])
            meant = frozenset(_as_counted(resolved, published))
            if meant:
                yield DatedSentence(path.stem, case["Input"], published, meant)


def _resolutions(value: dict[str, Any], text: str) -> Iterator[Period]:
    """The reading ahead and the one back; a period's end is the day after it, though writers count it in."""
    whole = _whole(value.get("Timex", ""))
    if whole:
        yield whole
    for resolution in (value.get("PastResolution") or {}, value.get("FutureResolution") or {}):
        if resolution.get("date", "0001") > "0002":
            day = date.fromisoformat(resolution["date"])
            yield day, day
        if "startDate" in resolution and "endDate" in resolution:
            first, end = (date.fromisoformat(resolution[key]) for key in ("startDate", "endDate"))
            yield first, end
            yield first, max(first, end - _DAY)
            if f"{end:%Y}" in text and end == date(end.year, 1, 1):
                yield first, date(end.year, 12, 31)


def _whole(text: str) -> Period | None:
    """From the first day to the last of a day, week, month or year; None: it is none of these."""
    try:
        moment = Moment(text) if _WHOLE.match(text) else None
    except BadMoment:  # the suites hold a 31st of September
        return None
    return (moment.earliest, moment.latest) if moment and moment.earliest and moment.latest else None


def _as_counted(periods: Iterator[Period], published: date) -> Iterator[Period]:
    """The periods, and the same ones as the news counts them: from today on, and months and years as whole ones."""
    for first, last in periods:
        yield first, last
        if first == published + _DAY and last > first:
            yield published, last
        if not _counts_months(first, last, published):
            continue
        yield first.replace(day=1), date(last.year, last.month, monthrange(last.year, last.month)[1])
        if first.month == last.month == published.month:
            yield date(first.year, 1, 1), date(last.year, 12, 31)


def _counts_months(first: date, last: date, published: date) -> bool:
    """Whether a period or a far day lies whole months from publication."""
    if first == last:
        return first.day == published.day and first != published
    near = {(published + step * _DAY).day for step in (-1, 0, 1)}
    return first.day in near and last.day in near and (last - first).days >= _SHORTEST_MONTH


def _exemplified(path: Path) -> Iterator[DatedSentence]:
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        period = _period(case["value"])
        if period:
            counted = _as_counted(_looked_back(period), _EXAMPLES_SEEN_FROM)
            yield DatedSentence(path.stem, case["text"], _EXAMPLES_SEEN_FROM, frozenset(counted))


def _period(value: str) -> Period | None:
    """The period behind `datetime (2013, 2, 12, 0, 0, 0) Day`; None: a time of day, or a feast's year."""
    days = [date(*map(int, numbers)) for numbers in _SIX_NUMBERS.findall(value)]
    grain = re.sub(r'".*"', "", value).split()[-1]
    if not days or grain in _TIME_OF_DAY:
        return None
    if len(days) == 2:
        return days[0], days[1] - _DAY
    day = days[0]
    text = {"Day": f"{day}", "Week": f"{day:%G-W%V}", "Month": f"{day:%Y-%m}", "Year": f"{day:%Y}"}.get(grain)
    return _whole(text) if text else None


def _looked_back(period: Period) -> Iterator[Period]:
    """The period, and where it lies ahead the same weekday or date behind, since a past tense may mean that one."""
    yield period
    first, last = period
    week = timedelta(weeks=1)
    if last - week <= _EXAMPLES_SEEN_FROM < first:
        yield first - week, last - week
    years_back = first.replace(year=first.year - 1), last.replace(year=last.year - 1)
    if years_back[1] <= _EXAMPLES_SEEN_FROM < first:
        yield years_back


def main() -> None:
    """Prints the share of right values suite by suite."""
    parser = argparse.ArgumentParser(description="Measure the values of dates against suites of sentences.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong ones of each suite")
    given = parser.parse_args()
    found = judged(given.folder)
    for suite in dict.fromkeys(one.sentence.suite for one in found):
        own = [one for one in found if one.sentence.suite == suite]
        print(f"{suite:20} {sum(one.right for one in own) / len(own):.3f}  {len(own):4} dates")
        for one in [one for one in own if not one.right][: given.errors]:
            values = "; ".join(f"{t.span.of(one.sentence.text)} = {t.moment}" for t in one.read) or "nothing"
            print(f"    {one.sentence.published} {one.sentence.text}: read {values}, meant {_told(one.sentence)}")
    if found:
        print(f"{'all':20} {sum(one.right for one in found) / len(found):.3f}  {len(found):4} dates")


def _told(sentence: DatedSentence) -> str:
    return " or ".join(str(Moment.between(*period)) for period in sorted(sentence.meant))


if __name__ == "__main__":
    main()
