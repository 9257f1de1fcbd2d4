"""Event rows with POLECAT's columns, and beside them on whose word, how sure and where it stands."""

from collections.abc import Iterator

from khabar.exports.cameo_codes import goldstein_of
from khabar.exports.delimited import tabbed
from khabar.exports.occurrences import Occurrence, occurrences
from khabar.exports.parties import Party, dyads
from khabar.exports.provenance import names_of, told_by
from khabar.exports.selection import Selection
from khabar.knowledge.geography import Country, Place, country_by_id, place_by_id
from khabar.values.claim import Origin
from khabar.values.entity import Kind
from khabar.values.quad import quad_of
from khabar.views.ledger_table import listed

_SIDE = (
    *("{0} Name", "{0} Country", "{0} COW", "Primary {0} Sector", "{0} Sectors", "{0} Title", "{0} Name Raw"),
    "Wikipedia {0} ID",
)
_WHERE = (
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename"),
    "Feature Type",
)
COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *(name.format(side) for side in ("Actor", "Recipient") for name in _SIDE),
    *_WHERE,
    *("Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"),
    *("Khabar Status", "Khabar Prominence", "Khabar Chain", "Khabar Claim", "Khabar Verdict", "Khabar Asserted By"),
    *("Khabar Denied By", "Khabar Time", "Khabar Goldstein", "Khabar Goods", "Khabar Actor Wikidata"),
    *("Khabar Recipient Wikidata", "Khabar Report", "Khabar SHA256", "Khabar Start", "Khabar End", "Khabar Words"),
    "Khabar Rule",
)


def lines(selection: Selection) -> Iterator[str]:
    """One row for each actor and recipient of each event in each report; `Event ID` tells which belong together."""
    return tabbed(COLUMNS, (row for one in occurrences(selection) for row in _rows(one)))


def _rows(one: Occurrence) -> Iterator[tuple[object, ...]]:
    event = one.event
    quad = quad_of(event.type)
    kind = (event.type, event.mode, None, quad.upper().replace("-", " ") if quad else None, None)
    what, where, story, own = (one.id, one.day, *kind), _where(one), _story(one), _own(one)
    for actor, recipient in dyads(one):
        known = (actor.wikidata, recipient.wikidata)
        yield (*what, *_side(actor), *_side(recipient), *where, *story, *own[:10], *known, *own[10:])


def _side(party: Party) -> tuple[str | None, ...]:
    first = party.roles[0] if party.roles else None
    return (party.name, listed(party.countries), None, first, listed(party.roles), None, party.words, None)


def _where(one: Occurrence) -> tuple[object, ...]:
    names = names_of(one.event.place, one.entities)
    if not names:
        return (None,) * len(_WHERE)
    entity = one.entities.get(one.event.place[0])
    entry = _known(entity.known_as if entity else None)
    country = entry if isinstance(entry, Country) else country_by_id((entry.country if entry else None) or "")
    city = names[0] if isinstance(entry, Place) and entry.kind == "city" else None
    at = (entry.lat, entry.lon) if entry else (None, None)
    kind = "country" if isinstance(entry, Country) else entry.kind if entry else None
    land = country.iso3 if country else None
    return (names[0], city, None, None, land, *at, None, listed(names), kind)


def _known(own_id: str | None) -> Place | Country | None:
    return place_by_id(own_id or "") or country_by_id(own_id or "")


def _story(one: Occurrence) -> tuple[object, ...]:
    kinds = ((Kind.PERSON,), (Kind.ORGANISATION, Kind.MEDIA), (Kind.COUNTRY, Kind.PLACE))
    named = (listed(e.name for e in one.reading.entities if e.kind in those) for those in kinds)
    return (one.report.outlet, one.report.published, *named, one.reading.language, f"khabar {one.reading.reader}")


def _own(one: Occurrence) -> tuple[object, ...]:
    event, assessment = one.event, one.claim.assessment if one.claim else None
    goods = listed(" ".join(filter(None, (ware.category, ware.quantity))) for ware in event.goods)
    return (
        *(event.status, event.prominence, told_by(one.chain), one.claim.id if one.claim else None),
        assessment.verdict if assessment else None,
        _names(assessment.asserts) if assessment else None,
        _names(assessment.denies) if assessment else None,
        *(event.time.edtf if event.time else None, goldstein_of(event.type), goods),
        *(one.report.id, one.report.sha256, event.anchor.start, event.anchor.end),
        *(event.anchor.of(one.report.text), event.rule),
    )


def _names(origins: tuple[Origin, ...]) -> str:
    return listed(origin.name for origin in origins)
