"""Who gives what to whom, and the measures that it would fall under."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from khabar.errors import NotInArchive
from khabar.knowledge.measures import Measure
from khabar.shells.web.api.answers import AtCounter
from khabar.shells.web.api.documented import one, part
from khabar.shells.web.asked import Limit, Name, OfDays, Offset, OfGoods
from khabar.views.exchanges import Asked, Sum, Transfer, exchanges, sums_of
from khabar.views.measures import measures_about
from khabar.views.shown import ExchangeShown, shown

router = APIRouter()
_MANY = 50


Two = Annotated[list[str] | None, Query(min_length=2, max_length=2, description="Given twice: what passes between.")]


async def _asked(
    days: OfDays,
    about: Name = None,
    between: Two = None,
    goods: OfGoods = None,
    flagged: Annotated[bool, Query(description="Only what would fall under a sanction measure.")] = False,
) -> Asked:
    pair = (between[0], between[1]) if between else None
    return Asked(about, pair, goods, days.since, days.until, flagged)


OfLedger = Annotated[Asked, Depends(_asked)]


@router.get("/exchanges", responses=part(Transfer))
def ledger(at: AtCounter, asked: OfLedger, limit: Limit = _MANY, offset: Offset = 0) -> Response:
    """Who gives what to whom, in return for what: `khabar exchanges`."""
    return at.part(exchanges(at.archive, asked, limit=limit, offset=offset))


@router.get("/exchanges/sums", responses=part(Sum))
def sums(at: AtCounter, asked: OfLedger, limit: Limit = _MANY, offset: Offset = 0) -> Response:
    """What was told of the exchanges in all, never less than the largest, nor more than all together."""
    return at.part_of(sums_of(at.archive, asked), limit, offset)


@router.get("/exchanges/{own_id}", responses=one(ExchangeShown))
def exchange(at: AtCounter, own_id: str) -> Response:
    """One exchange with every place that tells or denies it: `khabar show`."""
    found = shown(at.archive, own_id)
    if not isinstance(found, ExchangeShown):
        raise NotInArchive(own_id, at.archive.path.name, "exchange")
    return at.one(found)


@router.get("/measures", responses=part(Measure))
def listed_measures(at: AtCounter, about: Name = None, limit: Limit = _MANY, offset: Offset = 0) -> Response:
    """The sanction measures that exchanges are held against: `khabar measures`."""
    return at.part_of(measures_about(about), limit, offset)
