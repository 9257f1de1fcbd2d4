"""A reading, and what was weighed, in the form that the bench scores: plain JSON with offsets."""

import json
from collections.abc import Iterable
from typing import Any

from khabar.errors import BadForm, BadMoment
from khabar.store.values_as_json import to_json
from khabar.values.attribution import Attribution, Mode, Stance
from khabar.values.claim import Claim, CopyGroup
from khabar.values.entity import Entity, Kind, Role
from khabar.values.event import (
    ActorCode,
    Event,
    EventMode,
    EventType,
    Goods,
    GoodsCategory,
    Prominence,
    Status,
)
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.span import Span
from khabar.values.timex import Timex
from khabar.values.why import Part, Why
from khabar.views.bench_claims import claim_line, links

Json = dict[str, Any]


def prediction_line(reading: Reading, text: str, *, why: bool = False) -> str:
    """The reading as one line of JSON; equal readings give equal bytes. `why`: with what read each part."""
    given = prediction(reading, text)
    return json.dumps(_with_whys(given, reading, text) if why else given, ensure_ascii=False)


def prediction(reading: Reading, text: str) -> Json:
    """The reading as the bench wants it, with what it does not score beside it."""
    given: Json = {
        "id": reading.report_id,
        "body": [_offsets(span) for span in reading.body],
        "entities": [_entity(entity) for entity in reading.entities],
        "times": [
            {"span": _offsets(t.span), "value": t.moment.edtf if t.moment else None, "rule": t.rule}
            for t in reading.times
        ],
        "attributions": [_attribution(saying) for saying in reading.attributions],
        "events": [_event(event, text) for event in reading.events],
        "language": reading.language,
        "reader": reading.reader,
    }
    return {**given, "unread": reading.unread} if reading.unread else given


def reading_from(given: Json) -> Reading:
    """The reading that a line of JSON tells, without what the line leaves out; raises BadForm."""
    try:
        return Reading(
            given["id"],
            given["reader"],
            given["language"],
            tuple(Span(*pair) for pair in given["body"]),
            tuple(_entity_from(one) for one in given["entities"]),
            tuple(
                Timex(Span(*t["span"]), Moment(t["value"]) if t["value"] else None, t["rule"]) for t in given["times"]
            ),
            tuple(_attribution_from(one) for one in given["attributions"]),
            tuple(_event_from(one) for one in given["events"]),
            given.get("unread"),
        )
    except (KeyError, TypeError, ValueError, BadMoment) as wrong:
        raise BadForm("Reading", repr(given)[:120]) from wrong


def _entity_from(given: Json) -> Entity:
    return Entity(
        given["id"],
        given["name"],
        Kind(given["kind"]),
        tuple(Span(*pair) for pair in given["mentions"]),
        given["wikidata"],
        given["of"],
        tuple(Role(Span(*role["span"]), role["of"], role["former"]) for role in given["roles"]),
        rule=given["rule"],
    )


def _attribution_from(given: Json) -> Attribution:
    return Attribution(
        given["id"],
        Span(*given["content"]),
        tuple((link,) if isinstance(link, str) else tuple(link) for link in given["chain"]),
        Stance(given["stance"]),
        Mode(given["mode"]),
        Span(*given["cue"]) if given["cue"] else None,
        given["within"],
        given["rule"],
    )


def _event_from(given: Json) -> Event:
    return Event(
        given["id"],
        Span(*given["anchor"]),
        EventType(given["type"]),
        Status(given["status"]),
        EventMode(given["mode"]) if given["mode"] else None,
        tuple(given["actor"]),
        tuple(given["recipient"]),
        tuple(given["place"]),
        Moment(given["time"]) if given["time"] else None,
        tuple(Goods(Span(*g["span"]), GoodsCategory(g["category"]), g["quantity"]) for g in given["goods"]),
        given["attribution"],
        given["rule"],
        _spans_from(given["actor_spans"]),
        _spans_from(given["recipient_spans"]),
        _codes_from(given["actor_codes"]),
        _codes_from(given["recipient_codes"]),
        Prominence(given["prominence"]),
    )


def _spans_from(given: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in given)


def _codes_from(given: list[list[str | None]]) -> tuple[ActorCode, ...]:
    return tuple(ActorCode(*pair) for pair in given)


def conclusions(claims: Iterable[Claim], copies: Iterable[CopyGroup]) -> Json:
    """Claims with their positions and origins, and the groups of near copies."""
    return {
        "claims": [to_json(claim_line(claim)) for claim in claims],
        "near_copies": [list(group.reports) for group in copies],
    }


def _with_whys(given: Json, reading: Reading, text: str) -> Json:
    """The same, each item with the label and the words of each of its parts."""
    dates: list[tuple[Why, ...]] = [(Why(Part.DATE, timex.rule, timex.span),) for timex in reading.times]
    told: dict[str, list[tuple[Why, ...]]] = {
        "entities": [entity.why for entity in reading.entities],
        "times": dates,
        "attributions": [saying.why for saying in reading.attributions],
        "events": [event.why for event in reading.events],
    }
    for name, whys in told.items():
        given[name] = [{**item, "why": _whys(why, text)} for item, why in zip(given[name], whys, strict=True)]
    return given


def _whys(whys: Iterable[Why], text: str) -> list[Json]:
    return [
        {
            "part": why.part.value,
            "label": str(why.label),
            "words": why.span.of(text) if why.span else None,
            "span": _offsets(why.span) if why.span is not None else None,
        }
        for why in whys
    ]


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "wikidata": entity.wikidata,
        "mentions": [_offsets(span) for span in entity.mentions],
        "of": entity.of,
        "roles": [{"span": _offsets(role.span), "of": role.of, "former": role.former} for role in entity.roles],
        "rule": entity.rule,
    }


def _attribution(saying: Attribution) -> Json:
    return {
        "id": saying.id,
        "content": _offsets(saying.content),
        "mode": saying.mode.value,
        "stance": saying.stance.value,
        "chain": to_json(links(saying.chain)),
        "cue": _offsets(saying.cue) if saying.cue is not None else None,
        "within": saying.within,
        "rule": saying.rule,
    }


def _event(event: Event, text: str) -> Json:
    return {
        "id": event.id,
        "anchor": _offsets(event.anchor),
        "type": event.type.value,
        "mode": event.mode.value if event.mode else None,
        "actor": list(event.actor),
        "recipient": list(event.recipient),
        "place": list(event.place),
        "time": event.time.edtf if event.time else None,
        "status": event.status.value,
        "prominence": event.prominence.value,
        "goods": [
            {"category": g.category.value, "text": g.span.of(text), "quantity": g.quantity, "span": _offsets(g.span)}
            for g in event.goods
        ],
        "attribution": event.attribution,
        "rule": event.rule,
        "actor_spans": [_offsets(span) for span in event.actor_words],
        "recipient_spans": [_offsets(span) for span in event.recipient_words],
        "actor_codes": [[code.country, code.role] for code in event.actor_codes],
        "recipient_codes": [[code.country, code.role] for code in event.recipient_codes],
    }


def _offsets(span: Span) -> list[int]:
    return [span.start, span.end]
