"""What may be asked of a page or of the API, read from the address: empty fields of a form ask nothing."""

from datetime import date
from typing import Annotated

from fastapi import Query
from pydantic import BeforeValidator, Field

from khabar.errors import BadMoment
from khabar.values.claim import PositionStance, Verdict
from khabar.values.entity import Kind
from khabar.values.event import EventType, GoodsCategory, Status
from khabar.values.exchange import Stage
from khabar.values.moment import Moment

_LONGEST = 300  # characters of a name or a search
_DEEPEST = 100_000  # answers that are paged through


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


Name = Annotated[Annotated[str, Field(max_length=_LONGEST)] | None, BeforeValidator(_filled), Query()]
Since = Annotated[date | None, BeforeValidator(_first_day), Query(alias="from", description="A day, month or year.")]
Until = Annotated[date | None, BeforeValidator(_last_day), Query(alias="to", description="A day, month or year.")]
OfVerdict = Annotated[Verdict | None, BeforeValidator(_filled), Query()]
OfStance = Annotated[PositionStance | None, BeforeValidator(_filled), Query()]
OfType = Annotated[EventType | None, BeforeValidator(_filled), Query()]
OfStatus = Annotated[Status | None, BeforeValidator(_filled), Query()]
OfStage = Annotated[Stage | None, BeforeValidator(_filled), Query()]
OfKind = Annotated[Kind | None, BeforeValidator(_filled), Query()]
OfGoods = Annotated[GoodsCategory | None, BeforeValidator(_filled), Query()]
Ticked = Annotated[bool, BeforeValidator(lambda given: False if given == "" else given), Query()]
Offset = Annotated[int, Query(ge=0, le=_DEEPEST)]
