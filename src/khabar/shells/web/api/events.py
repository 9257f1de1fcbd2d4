"""What happened, and what the archive holds."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from khabar.shells.web.api.answers import AtCounter
from khabar.shells.web.api.documented import one, part
from khabar.shells.web.asked import Limit, Name, OfDays, Offset, OfStatus, OfType, OfVerdict
from khabar.views.overview import Overview, overview
from khabar.views.timeline import Entry, Kinds, PeriodCount, timeline, timeline_counts

router = APIRouter()
_MANY = 50
Everything = Annotated[bool, Query(alias="all", description="Claims too in which no event was read.")]
Undated = Annotated[bool, Query(description="What has no time too, by the day of its first report.")]


async def _kinds(
    status: OfStatus = None,
    verdict: OfVerdict = None,
    kind: Annotated[OfType, Query(alias="type")] = None,
    everything: Everything = False,
    undated: Undated = False,
) -> Kinds:
    return Kinds(status, verdict, not everything, not undated, kind, undated)


OfKinds = Annotated[Kinds, Depends(_kinds)]


class Period(StrEnum):
    """Into what a timeline is cut."""

    YEAR = "year"
    MONTH = "month"


@router.get("/overview", responses=one(Overview))
def archive_in_figures(at: AtCounter) -> Response:
    """What the archive holds, in figures."""
    return at.one(overview(at.archive))


@router.get("/timeline", responses=part(Entry))
def events(
    at: AtCounter,
    days: OfDays,
    kinds: OfKinds,
    about: Name = None,
    limit: Limit = _MANY,
    offset: Offset = 0,
) -> Response:
    """What happened, in order, and which of it is only planned, alleged or denied: `khabar timeline`."""
    return at.part(timeline(at.archive, days.since, days.until, about, kinds, limit=limit, offset=offset))


@router.get("/timeline/counts", responses=part(PeriodCount))
def counts(
    at: AtCounter,
    days: OfDays,
    kinds: OfKinds,
    by: Period = Period.YEAR,
    about: Name = None,
    limit: Limit = _MANY,
    offset: Offset = 0,
) -> Response:
    """How many entries the timeline has in each year or month."""
    monthly = by is Period.MONTH
    counted = timeline_counts(at.archive, days.since, days.until, about, kinds, by_month=monthly)
    return at.part_of(counted, limit, offset)
