"""What may be asked of a page or of the API, read from the address: empty fields of a form ask nothing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from fastapi import Depends, Query
from pydantic import BeforeValidator, Field, WithJsonSchema

from khabar.errors import BadMoment, NothingBetween
from khabar.values.claim import PositionStance, Verdict
from khabar.values.entity import Kind
from khabar.values.event import EventType, GoodsCategory, Status
from khabar.values.exchange import Stage
from khabar.values.moment import Moment

_LONGEST = 300  # characters of a name or a search
_DEEPEST = 100_000  # answers that are paged through
MOST = 200  # answers at a time


def _filled(given: object) -> object:
    return given if given != "" else None


def _first_day(given: object) -> object:
    moment = _moment(given)
    return moment.earliest if moment else None


def _last_day(given: object) -> object:
    moment = _moment(given)
    return moment.latest if moment else None


def _moment(given: object) -> Moment | None:
    if not isinstance(given, str) or not given.strip():
        return None
    try:
        return Moment(given.strip())
    except BadMoment as wrong:
        raise ValueError(str(wrong)) from wrong


def _day(name: str, says: str) -> Any:
    """A question for a day; a month or a year stands for its first or its last."""
    return Query(alias=name, description=says)


def _words(kind: type[StrEnum]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": ["", *kind]})


_DAY = WithJsonSchema(
    {
        "anyOf": [
            {"type": "string", "format": "date"},
            {"type": "string", "pattern": "^[1-9][0-9]{3}(-(0[1-9]|1[0-2]))?$"},
            {"type": "string", "maxLength": 0},
        ]
    }
)
Name = Annotated[Annotated[str, Field(max_length=_LONGEST)] | None, BeforeValidator(_filled), Query()]
Since = Annotated[date | None, BeforeValidator(_first_day), _DAY, _day("from", "From this day, month or year on.")]
Until = Annotated[date | None, BeforeValidator(_last_day), _DAY, _day("to", "To the end of this day, month or year.")]
OfVerdict = Annotated[Verdict | None, BeforeValidator(_filled), _words(Verdict), Query()]
OfType = Annotated[EventType | None, BeforeValidator(_filled), _words(EventType), Query()]
OfStatus = Annotated[Status | None, BeforeValidator(_filled), _words(Status), Query()]
OfSide = Annotated[PositionStance | None, BeforeValidator(_filled), _words(PositionStance), Query()]
OfStage = Annotated[Stage | None, BeforeValidator(_filled), _words(Stage), Query()]
OfKind = Annotated[Kind | None, BeforeValidator(_filled), _words(Kind), Query()]
Ticked = Annotated[bool, BeforeValidator(lambda given: False if given == "" else given), Query()]
OfGoods = Annotated[GoodsCategory | None, BeforeValidator(_filled), _words(GoodsCategory), Query()]
Offset = Annotated[int, Query(ge=0, le=_DEEPEST, description="How many to leave out.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most.")]


@dataclass(frozen=True, slots=True)
class Days:
    """From when to when; None leaves that end open."""

    since: date | None = None
    until: date | None = None


def days_in_order(since: Since = None, until: Until = None) -> Days:
    """The days that are asked for; raises NothingBetween where the first comes after the last."""
    if since and until and since > until:
        raise NothingBetween(since, until)
    return Days(since, until)


OfDays = Annotated[Days, Depends(days_in_order)]
