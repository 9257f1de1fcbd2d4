"""FollowTheMoney entities, one JSON object a line: articles, actors, mentions, events, and who gave whom what."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from urllib.parse import quote

from khabar.exports.json_lists import told
from khabar.exports.naming import actor_finder
from khabar.exports.provenance import at, voiced, web_address
from khabar.exports.schemata import schema_of
from khabar.exports.selection import Selection
from khabar.knowledge.geography import Standing, country_by_id, place_by_id
from khabar.values.actor import Actor, ActorBrief
from khabar.values.claim import Position
from khabar.values.entity import Kind
from khabar.values.exchange import Telling
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.report import Report, first_line
from khabar.values.wanted import Placed
from khabar.views.exchanges import Transfer

Properties = dict[str, Iterable[str | None]]
Finder = Callable[[str], ActorBrief | None]
_LONGEST_NAME = 300  # characters
_LANGUAGES = {"ar": "ara"}  # ISO 639-3, which FollowTheMoney wants; Khabar reads no other


def lines(selection: Selection) -> Iterator[str]:
    """One entity a line; what an entity points to stands before it."""
    actor_called = actor_finder(selection.archive)
    yield from (_article(report, reading) for report, reading in selection.readings())
    yield from chain.from_iterable(_actor(actor, selection) for actor in selection.actors())
    yield from (_event(placed, actor_called) for placed in selection.placed_claims() if placed.claim.type)
    yield from chain.from_iterable(_links(transfer, actor_called) for transfer in selection.transfers())


def _line(own_id: str, schema: str, properties: Properties) -> str:
    given = {name: [value for value in dict.fromkeys(values) if value] for name, values in properties.items()}
    return json.dumps({"id": own_id, "schema": schema, "properties": told(given)}, ensure_ascii=False) + "\n"


def _id(kind: str, *parts: str) -> str:
    return "-".join(("khabar", kind, *(quote(part, safe="") for part in parts)))


def _article(report: Report, reading: Reading) -> str:
    first = first_line(report.text)
    return _line(
        _id("report", report.id),
        "Article",
        {
            "title": [report.title or first],
            "publisher": [report.outlet],
            "publishedAt": [report.published.isoformat() if report.published else None],
            "sourceUrl": [web_address(report.url)],
            "bodyText": [report.text],
            "detectedLanguage": [_LANGUAGES.get(reading.language)],
            "processingAgent": [f"khabar {reading.reader}"],
            "notes": [f"SHA-256 {report.sha256}", report.note],
        },
    )


def _actor(actor: Actor, selection: Selection) -> Iterator[str]:
    schema, own_id = schema_of(actor.kind, actor.known_as), _id("actor", actor.id)
    country = _country_code(actor.known_as) or _country_code(actor.of)
    facts: Properties = {
        "name": [actor.name],
        "alias": actor.also,
        "wikidataId": [actor.wikidata],
        "country": [country],
        "summary": ["people without a name of their own"] if actor.unnamed else [],
    }
    if schema == "Person":
        facts["position"] = [office.title for office in actor.offices]
    yield _line(own_id, schema, facts)
    for report_id, entity_id in actor.members:
        if selection.reports is None or report_id in selection.reports:
            mention: Properties = {"document": [_id("report", report_id)], "name": [actor.name]}
            mention |= {"resolved": [own_id], "detectedSchema": [schema]}
            yield _line(_id("mention", report_id, entity_id), "Mention", mention)


def _country_code(known_as: str | None) -> str | None:
    place = place_by_id(known_as or "")
    country = country_by_id((place.country if place else known_as) or "")
    is_known = country and country.iso2 and country.standing is not Standing.HISTORIC
    return country.iso2.lower() if is_known and country and country.iso2 else None


def _event(placed: Placed, actor_called: Finder) -> str:
    claim, assessment = placed.claim, placed.claim.assessment
    taking_part = [found for name in (*claim.actor, *claim.recipient) if (found := actor_called(name))]
    first, last = _days(claim.time)
    return _line(
        _id("claim", claim.id),
        "Event",
        {
            "name": [_shortened(" ".join(claim.gist.split()))],
            "startDate": [first],
            "endDate": [last],
            "date": [] if claim.time else [_day(placed.reported)],
            "involved": [_id("actor", one.id) for one in taking_part if one.kind is not Kind.PLACE],
            "namesMentioned": (*claim.actor, *claim.recipient),
            "location": claim.place,
            "keywords": [claim.type, placed.status, assessment.verdict],
            "summary": [f"{placed.status or '?'}, {assessment.verdict}"],
            "description": [claim.gist, *map(_said, claim.positions)],
            "proof": [_id("report", position.passage.report_id) for position in claim.positions],
            "recordId": [claim.id],
        },
    )


def _links(transfer: Transfer, actor_called: Finder) -> Iterator[str]:
    """A link for every giver and recipient who are known apart from all others."""
    x = transfer.exchange
    ends = ([one for name in names if (one := actor_called(name))] for names in (x.giver, x.recipient))
    givers, recipients = ends
    first, last = _days(x.time)
    for giver in givers:
        for recipient in recipients:
            if giver.id != recipient.id:
                facts: Properties = {
                    "subject": [_id("actor", giver.id)],
                    "object": [_id("actor", recipient.id)],
                    "role": [" ".join(filter(None, ("gives", x.goods, x.quantity)))],
                    "status": [x.stage],
                    "startDate": [first],
                    "endDate": [last],
                    "summary": [f"{x.stage}, {transfer.verdict}"],
                    "description": [_said(telling) for telling in x.tellings],
                    "proof": [_id("report", telling.passage.report_id) for telling in x.tellings],
                    "recordId": [x.id],
                }
                yield _line(_id("exchange", x.id, giver.id, recipient.id), "UnknownLink", facts)


def _said(position: Position | Telling) -> str:
    return f"{position.stance}: {voiced(position.chain)} [{at(position.passage)}]"


def _shortened(name: str) -> str:
    """A name as long as FollowTheMoney takes one."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def _days(time: Moment | None) -> tuple[str | None, str | None]:
    return (_day(time.earliest), _day(time.latest)) if time else (None, None)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
