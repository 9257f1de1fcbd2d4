"""Event rows with the columns of GDELT 1.0 that can be filled, coded by CAMEO's roots."""

from collections.abc import Iterator

from khabar.exports.cameo_codes import goldstein_of, root_of
from khabar.exports.delimited import tabbed
from khabar.exports.occurrences import Occurrence, occurrences
from khabar.exports.parties import Party, dyads
from khabar.exports.provenance import names_of, told_by
from khabar.exports.selection import Selection
from khabar.knowledge.geography import country_by_id, place_by_id
from khabar.values.event import Prominence
from khabar.values.quad import Quad, quad_of
from khabar.views.ledger_table import listed

_ACTOR = ("Actor{0}Code", "Actor{0}Name", "Actor{0}CountryCode", "Actor{0}Type1Code", "Actor{0}Type2Code")
COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year"),
    *(name.format(side) for side in (1, 2) for name in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("ActionGeo_FullName", "ActionGeo_Lat", "ActionGeo_Long", "DATEADDED", "SOURCEURL"),
    *("KhabarStatus", "KhabarChain", "KhabarClaim", "KhabarVerdict", "KhabarReport", "KhabarSHA256"),
    *("KhabarStart", "KhabarEnd", "KhabarRule"),
)
_QUADS = {quad: number for number, quad in enumerate(Quad, 1)}  # GDELT's numbers stand in the same order


def lines(selection: Selection) -> Iterator[str]:
    """One row for each actor and recipient of each event that has a root code and a day."""
    return tabbed(COLUMNS, (row for one in occurrences(selection) for row in _rows(one)))


def _rows(one: Occurrence) -> Iterator[tuple[object, ...]]:
    root, quad = root_of(one.event.type), quad_of(one.event.type)
    if root is None or quad is None or one.day is None:
        return
    date = one.day.strftime("%Y%m%d")
    when = (date.zfill(8), date.zfill(8)[:6], date.zfill(8)[:4])
    is_news = int(one.event.prominence is Prominence.FOREGROUND)
    what = (is_news, root, root, root, _QUADS[quad], goldstein_of(one.event.type))
    for actor, recipient in dyads(one):
        yield (one.id, *when, *_side(actor), *_side(recipient), *what, *_where(one), *_own(one))


def _side(party: Party) -> tuple[str | None, ...]:
    country = party.countries[0] if party.countries else ""
    roles = (*party.roles, None, None)[:2]
    return (country + "".join(filter(None, roles)), party.name, country, *roles)


def _where(one: Occurrence) -> tuple[object, ...]:
    named = [one.entities[own_id] for own_id in one.event.place if own_id in one.entities]
    known = next((e.known_as for e in named if e.known_as), "")
    entry = place_by_id(known) or country_by_id(known)
    at = (entry.lat, entry.lon) if entry else (None, None)
    added = one.report.published.strftime("%Y%m%d") if one.report.published else None
    return (listed(names_of(one.event.place, one.entities)), *at, added, one.report.url)


def _own(one: Occurrence) -> tuple[object, ...]:
    judged = (one.claim.id, one.claim.assessment.verdict) if one.claim else (None, None)
    where = (one.report.id, one.report.sha256, one.event.anchor.start, one.event.anchor.end)
    return (one.event.status, told_by(one.chain), *judged, *where, one.event.rule)
