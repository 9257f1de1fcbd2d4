"""What was read in one report, as statements of its graph."""

from collections.abc import Iterable, Iterator, Mapping

from khabar.exports.provenance import chain_of, entities_of, passage_urn, told_by, urn
from khabar.exports.turtle import about, day, iri, selectors, text
from khabar.values.attribution import Attribution
from khabar.values.entity import Entity, Kind
from khabar.values.event import Event
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span

_WIKIDATA = "http://www.wikidata.org/entity/"


def told_in(report: Report, reading: Reading) -> Iterator[str]:
    """Who is named, who says what, and what is done, each with its words."""
    entities = entities_of(reading)
    for entity in reading.entities:
        yield _entity(report, entity)
    for saying in reading.attributions:
        yield _saying(report, saying, entities)
    for event in reading.events:
        yield _event(report, event)
    for span in sorted(_spans(reading)):
        own, source = iri(passage_urn(report.id, span)), iri(urn("report", report.id))
        words = selectors(span, span.of(report.text))
        yield about(own, ("a", "oa:SpecificResource"), ("oa:hasSource", source), ("oa:hasSelector", words))


def _spans(reading: Reading) -> set[Span]:
    named = {span for entity in reading.entities for span in entity.mentions}
    return named | {saying.content for saying in reading.attributions} | {event.anchor for event in reading.events}


def _entity(report: Report, entity: Entity) -> str:
    role = "sem:Place" if entity.kind is Kind.PLACE else "sem:Actor"
    return about(
        _of(report, "entity", entity.id),
        ("a", role),
        ("rdfs:label", text(entity.name)),
        ("khabar:kind", text(entity.kind)),
        ("schema:sameAs", f"<{_WIKIDATA}{entity.wikidata}>" if entity.wikidata else None),
        ("khabar:partOf", _of(report, "entity", entity.of) if entity.of else None),
        ("khabar:rule", text(entity.rule) if entity.rule else None),
        ("gaf:denotedBy", [iri(passage_urn(report.id, span)) for span in entity.mentions]),
    )


def _saying(report: Report, saying: Attribution, entities: Mapping[str, Entity]) -> str:
    return about(
        _of(report, "saying", saying.id),
        ("a", "khabar:Saying"),
        ("khabar:stance", text(saying.stance)),
        ("khabar:mode", text(saying.mode)),
        ("khabar:chain", text(told_by(chain_of(saying, entities)))),
        ("khabar:within", _of(report, "saying", saying.within) if saying.within else None),
        ("khabar:firstSpeaker", _all(report, saying.chain[-1] if saying.chain else ())),
        ("khabar:rule", text(saying.rule) if saying.rule else None),
        ("gaf:denotedBy", iri(passage_urn(report.id, saying.content))),
    )


def _event(report: Report, event: Event) -> str:
    time = event.time
    return about(
        _of(report, "event", event.id),
        ("a", "sem:Event"),
        ("sem:eventType", f"khabar:{event.type}"),
        ("khabar:mode", text(event.mode) if event.mode else None),
        ("khabar:status", text(event.status)),
        ("khabar:prominence", text(event.prominence)),
        ("sem:hasActor", _all(report, dict.fromkeys((*event.actor, *event.recipient)))),
        ("khabar:actor", _all(report, event.actor)),
        ("khabar:recipient", _all(report, event.recipient)),
        ("sem:hasPlace", _all(report, event.place)),
        ("sem:hasBeginTimeStamp", day(time.earliest) if time else None),
        ("sem:hasEndTimeStamp", day(time.latest) if time else None),
        ("khabar:saidIn", _of(report, "saying", event.attribution) if event.attribution else None),
        ("khabar:rule", text(event.rule) if event.rule else None),
        ("gaf:denotedBy", iri(passage_urn(report.id, event.anchor))),
    )


def _all(report: Report, ids: Iterable[str]) -> list[str]:
    return [_of(report, "entity", own_id) for own_id in ids]


def _of(report: Report, kind: str, own_id: str) -> str:
    return iri(urn(kind, report.id, own_id))
