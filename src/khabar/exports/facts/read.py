"""What one report is, and what was read in it, as facts."""

from collections.abc import Iterator, Mapping, Sequence

from khabar.exports.facts.places import Json, address, at, words_at
from khabar.exports.facts.standing import nearest, unplaced
from khabar.exports.provenance import chain_of, entities_of, told_by
from khabar.values.actor import Member
from khabar.values.attribution import Attribution
from khabar.values.entity import Entity, EntityId
from khabar.values.event import Event
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.timex import Timex

Ruled = Mapping[str, Sequence[str]]  # ids of corrections, by the id of the item that they are of
ActorOf = Mapping[Member, str]


def facts_of(report: Report, reading: Reading, actor_of: ActorOf, ruled: Ruled) -> Iterator[Json]:
    """The report, then who is named in it, when, who says what, and what is done."""
    yield _report(report, reading)
    for entity in reading.entities:
        yield _entity(entity, report) | {"actor": actor_of.get((report.id, entity.id))}
    for number, timex in enumerate(reading.times, start=1):
        yield _time(number, timex, report)
    entities = entities_of(reading)
    alone = unplaced(reading, entities, report.text)
    for saying in reading.attributions:
        by_rule = {"by_rule_alone": [address(report.id, own) for own in alone[saying.id]]} if saying.id in alone else {}
        yield _attribution(saying, report, entities) | by_rule | _rulings(saying.id, ruled)
    sayings = {saying.id: saying for saying in reading.attributions}
    for event in reading.events:
        said_by = told_by(chain_of(sayings.get(event.attribution or ""), entities))
        yield _event(event, report) | {"said_by": said_by} | _rulings(event.id, ruled)


def _report(report: Report, reading: Reading) -> Json:
    return {
        "fact": "report",
        "id": report.id,
        "sha256": report.sha256,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published.isoformat() if report.published else None,
        "title": report.title,
        "note": report.note,
        "language": reading.language,
        "reader": reading.reader,
        "body": [[span.start, span.end] for span in reading.body],
        "text": report.text,
    }


def _of(kind: str, own_id: str, report: Report, rule: str) -> Json:
    return {"fact": kind, "id": address(report.id, own_id), "report": report.id, "rule": rule}


def _entity(entity: Entity, report: Report) -> Json:
    return {
        **_of("entity", entity.id, report, entity.rule),
        "name": entity.name,
        "kind": entity.kind,
        "wikidata": entity.wikidata,
        "known_as": entity.known_as,
        "part_of": address(report.id, entity.of),
        "mentions": [words_at(span, report.text) for span in entity.mentions],
        "roles": [
            {**at(role.span, report.text), "of": address(report.id, role.of), "former": role.former}
            for role in entity.roles
        ],
    }


def _time(number: int, timex: Timex, report: Report) -> Json:
    value = timex.moment.edtf if timex.moment else None
    return {**_of("time", f"t{number}", report, timex.rule), **at(timex.span, report.text), "value": value}


def _attribution(saying: Attribution, report: Report, entities: Mapping[EntityId, Entity]) -> Json:
    named = (nearest(own, saying, entities) for link in saying.chain for own in link)
    return {
        **_of("attribution", saying.id, report, saying.rule),
        **at(saying.content, report.text),
        "cue": words_at(saying.cue, report.text),
        "stance": saying.stance,
        "mode": saying.mode,
        "within": address(report.id, saying.within),
        "chain": [[address(report.id, one) for one in link] for link in saying.chain],
        "named_at": [words_at(span, report.text) for span in named if span],
        "said_by": told_by(chain_of(saying, entities)),
    }


def _event(event: Event, report: Report) -> Json:
    parties = {
        role: [address(report.id, one) for one in getattr(event, role)] for role in ("actor", "recipient", "place")
    }
    goods = [
        {"category": ware.category, "quantity": ware.quantity, **at(ware.span, report.text)} for ware in event.goods
    ]
    return {
        **_of("event", event.id, report, event.rule),
        **at(event.anchor, report.text),
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "prominence": event.prominence,
        **parties,
        "actor_words": [words_at(span, report.text) for span in event.actor_words],
        "recipient_words": [words_at(span, report.text) for span in event.recipient_words],
        "time": event.time.edtf if event.time else None,
        "goods": goods,
        "attribution": address(report.id, event.attribution),
    }


def _rulings(own_id: str, ruled: Ruled) -> Json:
    return {"ruled_by": list(ruled[own_id])} if own_id in ruled else {}
