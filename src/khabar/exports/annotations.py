"""What was read, as W3C Web Annotations on the words of the reports."""

from collections.abc import Iterator, Mapping
from typing import Any

from khabar.exports.json_lists import document, told
from khabar.exports.provenance import chain_of, entities_of, names_of, told_by, urn, web_address
from khabar.exports.selection import Selection
from khabar.values.attribution import Attribution
from khabar.values.entity import Entity
from khabar.values.event import Event
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span

Json = dict[str, Any]
_HEAD = {"@context": ["http://www.w3.org/ns/anno.jsonld", {"khabar": "urn:khabar:terms:"}], "type": "AnnotationPage"}
_AROUND = 32  # characters before and behind the words, by which they are found where the text was changed


def pieces(selection: Selection) -> Iterator[str]:
    """The file, part by part."""
    return document(
        {**_HEAD, "id": urn("annotations")}, "items", (one for pair in selection.readings() for one in _of(*pair))
    )


def _of(report: Report, reading: Reading) -> Iterator[Json]:
    entities = entities_of(reading)
    for entity in reading.entities:
        for number, span in enumerate(entity.mentions):
            yield _annotation(report, reading, f"{entity.id}.{number}", span, _named(entity))
    sayings = {saying.id: saying for saying in reading.attributions}
    for saying in reading.attributions:
        yield _annotation(report, reading, saying.id, saying.content, _said(saying, entities))
    for event in reading.events:
        done = _done(event, entities, sayings.get(event.attribution or ""))
        yield _annotation(report, reading, event.id, event.anchor, done)


def _annotation(report: Report, reading: Reading, own_id: str, span: Span, body: Json) -> Json:
    text = report.text
    quote = {"type": "TextQuoteSelector", "exact": span.of(text)}
    around = {"prefix": text[max(0, span.start - _AROUND) : span.start], "suffix": text[span.end : span.end + _AROUND]}
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    source = told({"id": web_address(report.url) or urn("report", report.id), "khabar:report": report.id})
    return {
        "id": urn("annotation", report.id, own_id),
        "type": "Annotation",
        "motivation": body.pop("motivation"),
        "generator": {"id": urn("reader", reading.reader), "type": "Software", "name": f"khabar {reading.reader}"},
        "body": told(body),
        "target": {
            "source": {**source, "khabar:sha256": report.sha256},
            "selector": [position, {**quote, **around}],
        },
    }


def _named(entity: Entity) -> Json:
    return {
        "motivation": "identifying",
        "type": "TextualBody",
        "purpose": "identifying",
        "value": entity.name,
        "khabar:kind": entity.kind,
        "khabar:wikidata": entity.wikidata,
        "khabar:rule": entity.rule,
    }


def _said(saying: Attribution, entities: Mapping[str, Entity]) -> Json:
    chain = told_by(chain_of(saying, entities))
    return {
        "motivation": "describing",
        "type": "TextualBody",
        "purpose": "describing",
        "value": f"{chain or '-'}: {saying.stance}",
        "khabar:stance": saying.stance,
        "khabar:mode": saying.mode,
        "khabar:chain": chain,
        "khabar:rule": saying.rule,
    }


def _done(event: Event, entities: Mapping[str, Entity], saying: Attribution | None) -> Json:
    return {
        "motivation": "classifying",
        "type": "TextualBody",
        "purpose": "classifying",
        "value": event.type,
        "khabar:mode": event.mode,
        "khabar:status": event.status,
        "khabar:actor": list(names_of(event.actor, entities)),
        "khabar:recipient": list(names_of(event.recipient, entities)),
        "khabar:place": list(names_of(event.place, entities)),
        "khabar:time": event.time.edtf if event.time else None,
        "khabar:chain": told_by(chain_of(saying, entities)),
        "khabar:rule": event.rule,
    }
