"""Which lines tell of one delivery: in one claim, and over all claims that tell of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from khabar.resolution.stems import stems
from khabar.values.event import GoodsCategory
from khabar.values.exchange import Quantity, Stage, Telling
from khabar.values.moment import Moment
from khabar.weighing.matter import Matter
from khabar.weighing.transfers import Key, Line

_PLAUSIBLE = 4  # times the other: figures of one delivery that differ by more count two
_MONTH = 31  # days; a longer time says nothing against another
_ERRING = timedelta(days=7)
_MANY = 60  # deliveries of one report or day that another is held against; more repeat them
_ARTICLE = "ال"

_Place = tuple[GoodsCategory | None, int | str]  # what is told, and in which report or of which day


@dataclass(frozen=True, slots=True)
class Delivery:
    """Lines of one claim that tell of the same goods going the same way."""

    key: Key
    lines: tuple[Line, ...]
    answers: tuple[Telling, ...] = ()  # denials and doubts that answer all that its claims tell
    apart: tuple[str, ...] = ()  # by what it is told from another of that key: its figure, its time


def apart(key: Key, lines: Sequence[Line], answers: tuple[Telling, ...]) -> Iterator[Delivery]:
    """One for each figure and time that is told; lines that tell none go to the first.

    Ten thousand containers and a million and a half shells are no two figures of one delivery.
    """
    parts: list[list[Line]] = []
    for line in sorted(lines, key=lambda x: (_amount(x) is None, x.anchor)):
        own = next((part for part in parts if _may_be_one(part[0], line)), None)
        if own is None:
            parts.append([line])
        else:
            own.append(line)
    for nth, part in enumerate(parts):
        yield Delivery(key, tuple(part), answers, _mark(part[0]) if nth else ())


def _mark(line: Line) -> tuple[str, ...]:
    return str(_amount(line) or ""), line.event.time.edtf if line.event.time else ""


def _may_be_one(one: Line, other: Line) -> bool:
    """Whether two lines may tell of one delivery: what is not told may be any."""
    return _figures_agree(_amount(one), _amount(other)) and _times_agree(one.event.time, other.event.time)


def _amount(line: Line) -> Quantity | None:
    return Quantity.told(line.goods.quantity) if line.goods else None


def _figures_agree(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two figures are in one unit, and of one size."""
    if one is None or other is None:
        return True
    low, high = sorted((one, other), key=lambda quantity: quantity.lowest)
    within = low.highest is None or high.lowest <= max(low.highest, _PLAUSIBLE * low.lowest)
    return one.unit == other.unit and within


def _times_agree(one: Moment | None, other: Moment | None) -> bool:
    """Whether two times, told to the month or nearer, are no farther apart than reports that err by some days."""
    if not (one and other and one.days and other.days) or max(one.days, other.days) > _MONTH:
        return True
    first, second = sorted((one, other), key=lambda time: (time.earliest or date.min, time.edtf))
    return (second.earliest or date.min) - (first.latest or date.max) <= _ERRING


def told_once(deliveries: Sequence[Delivery], matter: Matter) -> list[Delivery | None]:
    """Each with the lines of those that tell of it again in other claims; None stands for these."""
    once: list[Delivery | None] = list(deliveries)
    met = _met(deliveries)
    for at, delivery in enumerate(deliveries):
        near = sorted({n for place in _places(delivery) for n in met[place][:_MANY]} - {at})
        homes = [n for n in near if (home := once[n]) and _is_again(delivery, home, matter)]
        if len(homes) == 1 and (home := once[homes[0]]) and (here := once[at]):
            answers = tuple(dict.fromkeys((*home.answers, *here.answers)))
            once[homes[0]], once[at] = replace(home, lines=(*home.lines, *here.lines), answers=answers), None
    return once


def _met(deliveries: Sequence[Delivery]) -> Mapping[_Place, Sequence[int]]:
    """Which deliveries are told in a report, or of a day."""
    met: dict[_Place, list[int]] = defaultdict(list)
    for at, delivery in enumerate(deliveries):
        for place in _places(delivery):
            met[place].append(at)
    return met


def _places(delivery: Delivery) -> set[_Place]:
    told = {(delivery.key.goods, line.report) for line in delivery.lines}
    return told | {(delivery.key.goods, day) for line in delivery.lines if (day := _day(line.event.time))}


def _is_again(one: Delivery, home: Delivery, matter: Matter) -> bool:
    """Whether all that one tells was told before, and refers back to it or is of the same day."""
    first = one.lines[0]
    return (
        {line.telling.stage for line in (*one.lines, *home.lines)} == {Stage.DELIVERED}
        and one.key.goods is not None
        and one.key.may_be(home.key)
        and _may_be_one(first, home.lines[0])
        and any(
            _refers_back(first, other, matter) or (first.anchor > other.anchor and _is_of_its_day(first, other, matter))
            for other in home.lines
        )
    )


def _refers_back(line: Line, other: Line, matter: Matter) -> bool:
    """Whether a line means the goods that its report told of before, and leaves out who gave or got them."""
    if line.report != other.report or line.anchor < other.anchor or line.key.told >= other.key.told:
        return False
    return _is_definite(line, matter) and not _is_definite(other, matter) and _same_goods(line, other, matter)


def _is_of_its_day(line: Line, other: Line, matter: Matter) -> bool:
    """Whether two lines tell the same thing of the very same day, with both its giver and its recipient."""
    days = [_day(x.event.time) for x in (line, other)]
    return days[0] is not None and days[0] == days[1] and line.key == other.key and _same_goods(line, other, matter)


def _day(time: Moment | None) -> str | None:
    return time.edtf if time and time.days == 1 else None


def _is_definite(line: Line, matter: Matter) -> bool:
    return _words(line, matter).startswith(_ARTICLE)


def _same_goods(line: Line, other: Line, matter: Matter) -> bool:
    here, there = ({stem for word in _words(x, matter).split() for stem in stems(word)} for x in (line, other))
    return bool(here & there)


def _words(line: Line, matter: Matter) -> str:
    return line.goods.span.of(matter.reports[line.report].text) if line.goods else ""
