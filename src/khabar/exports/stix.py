"""A STIX 2.1 bundle: reports, the identities and locations in them, and a note for each claim."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from khabar.exports.json_lists import document, told
from khabar.exports.naming import actor_finder
from khabar.exports.provenance import offsets, urn, voiced, web_address
from khabar.exports.selection import Selection
from khabar.knowledge.geography import country_by_id, place_by_id
from khabar.values.actor import Actor, ActorBrief
from khabar.values.claim import Assessment, Origin, Position
from khabar.values.entity import Kind
from khabar.values.report import Report, first_line
from khabar.values.wanted import Placed

Json = dict[str, Any]
_VERSION = "2.1"
_CLASSES = {
    Kind.PERSON: "individual",
    Kind.ORGANISATION: "organization",
    Kind.MEDIA: "organization",
    Kind.GROUP: "group",
}
_NEVER = date(1970, 1, 1)  # the day of objects of which no day is known


def pieces(selection: Selection) -> Iterator[str]:
    """The bundle, object by object."""
    return document({"type": "bundle", "id": _id("bundle", "export")}, "objects", _objects(selection))


def _objects(selection: Selection) -> Iterator[Json]:
    yield _KHABAR
    yield from (_actor(actor) for actor in selection.actors())
    for report, reading in selection.readings():
        yield _report(report, reading.language, selection.archive.claims_of_events(report.id).values(), selection)
    actor_called = actor_finder(selection.archive)
    yield from (_note(placed, actor_called) for placed in selection.placed_claims())


def _id(kind: str, *parts: str) -> str:
    """The same thing has the same id in every bundle."""
    return f"{kind}--{uuid5(NAMESPACE_URL, urn(kind, *parts))}"


def _object(kind: str, own_id: str, day: date | None) -> Json:
    when = f"{(day or _NEVER).isoformat()}T00:00:00.000Z"
    return {"type": kind, "spec_version": _VERSION, "id": own_id, "created": when, "modified": when}


_KHABAR = {
    **_object("identity", _id("identity", "khabar"), None),
    "name": "Khabar",
    "identity_class": "system",
}


def _made(kind: str, own_id: str, day: date | None, facts: Json) -> Json:
    return {**_object(kind, own_id, day), "created_by_ref": _KHABAR["id"], **told(facts)}


def _actor(actor: Actor | ActorBrief) -> Json:
    own_id = _actor_id(actor)
    links = [{"source_name": "khabar", "external_id": actor.id}]
    if actor.wikidata:
        links.append({"source_name": "wikidata", "external_id": actor.wikidata})
    if own_id.startswith("location"):
        return _made("location", own_id, None, {"name": actor.name, **_spot(actor), "external_references": links})
    facts = {"name": actor.name, "identity_class": _CLASSES.get(actor.kind, "unknown"), "external_references": links}
    return _made("identity", own_id, None, {**facts, "description": "، ".join(actor.also)})


def _actor_id(actor: Actor | ActorBrief) -> str:
    return _id("location" if _spot(actor) else "identity", actor.id)


def _spot(actor: Actor | ActorBrief) -> Json:
    """Where a country or place is; empty: it is neither, or not known where."""
    if actor.kind not in (Kind.COUNTRY, Kind.PLACE):
        return {}
    place, country = place_by_id(actor.known_as or ""), country_by_id(actor.known_as or "")
    entry = place or country
    known = entry is not None and entry.lat is not None and entry.lon is not None
    point = {"latitude": entry.lat, "longitude": entry.lon} if entry and known else {}
    land = country or country_by_id((place.country if place else None) or "")
    return {**point, **({"country": land.iso2} if land and land.iso2 else {})}


def _report(report: Report, language: str, claims: Iterable[str], selection: Selection) -> Json:
    wanted = (own_id for own_id in claims if selection.claims is None or own_id in selection.claims)
    refs = [_KHABAR["id"], *(_id("note", own_id) for own_id in dict.fromkeys(wanted))]
    own = {"source_name": "khabar", "external_id": report.id, "description": f"SHA-256 {report.sha256}"}
    link = {"source_name": report.outlet or "press", "url": url} if (url := web_address(report.url)) else None
    first = first_line(report.text) or report.id
    published = f"{(report.published or _NEVER).isoformat()}T00:00:00Z"
    facts: Json = {"name": report.title or first, "published": published, "report_types": ["observed-data"]}
    facts |= {"object_refs": refs, "external_references": [one for one in (own, link) if one]}
    facts |= {"lang": language} if language != "und" else {}
    return _made("report", _id("report", report.id), report.published, facts)


def _note(placed: Placed, actor_called: Callable[[str], ActorBrief | None]) -> Json:
    claim, assessment = placed.claim, placed.claim.assessment
    taking_part = (actor_called(name) for name in (*claim.actor, *claim.recipient, *claim.place))
    reports = (_id("report", position.passage.report_id) for position in claim.positions)
    refs = dict.fromkeys((*reports, *(_actor_id(one) for one in taking_part if one)))
    sides = (f"{sign} {', '.join(o.name for o in side)}" for sign, side in _sides(assessment) if side)
    labels = [claim.type, placed.status, assessment.verdict]
    facts: Json = {"abstract": claim.gist, "content": "\n".join((claim.gist, assessment.verdict, *sides))}
    facts |= {"object_refs": list(refs), "labels": [label for label in labels if label]}
    facts |= {"external_references": [_passage(position) for position in claim.positions]}
    return _made("note", _id("note", claim.id), placed.reported, facts)


def _sides(assessment: Assessment) -> tuple[tuple[str, tuple[Origin, ...]], ...]:
    return ("+", assessment.asserts), ("−", assessment.denies)


def _passage(position: Position) -> Json:
    where = f"{position.passage.report_id}#char={offsets(position.passage.span)}"
    words = f"{position.stance}: {voiced(position.chain)}"
    return {"source_name": "khabar", "external_id": where, "description": words}
