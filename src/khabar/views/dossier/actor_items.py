"""Actors as the page shows them: names in all spellings, offices as told, reports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khabar.values.actor import Actor, Office
from khabar.values.reading import Reading
from khabar.values.reason import Passage
from khabar.values.span import Span
from khabar.views.dossier.claim_items import ClaimItem
from khabar.views.dossier.library import Card
from khabar.views.dossier.names import Names
from khabar.views.dossier.places import Back, Places

_MOST = 10  # reports, and claims, listed for one actor


@dataclass(frozen=True, slots=True)
class OfficeItem:
    """One office, with the dates of the reports that tell it."""

    title: str
    of: str  # empty: the reports do not tell
    former: bool
    told: str  # in EDTF; empty: the reports have no date
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MentionItem:
    """One report that names the actor."""

    card: Card
    href: str | None  # of its first words there; None: the page does not hold them


@dataclass(frozen=True, slots=True)
class ActorItem:
    """One actor."""

    number: int
    name: str
    also: tuple[str, ...]
    kind: str
    unnamed: bool
    wikidata: str | None  # None: not known
    offices: tuple[OfficeItem, ...]
    mentions: tuple[MentionItem, ...]
    reports: int
    claims: tuple[ClaimItem, ...]


def actor_items(
    actors: Mapping[int, Actor],
    every: Iterable[Actor],
    claims: Iterable[ClaimItem],
    readings: Mapping[str, Reading],
    cards: Mapping[str, Card],
    names: Names,
    places: Places,
) -> tuple[ActorItem, ...]:
    """The actors under their numbers."""
    own_names = {actor.id: actor.name for actor in every}
    first = _first_mentions(readings, names)
    concerning: dict[int, list[ClaimItem]] = {}
    for claim in claims:
        for number in claim.concerns:
            concerning.setdefault(number, []).append(claim)
    return tuple(
        ActorItem(
            number=number,
            name=actor.name,
            also=actor.also,
            kind=actor.kind.value,
            unnamed=actor.unnamed,
            wikidata=actor.wikidata,
            offices=tuple(_office(office, own_names, places, number) for office in actor.offices),
            mentions=tuple(_mentions(number, actor, first, cards, places))[:_MOST],
            reports=sum(report_id in cards for report_id in actor.reports),
            claims=tuple(concerning.get(number, ()))[:_MOST],
        )
        for number, actor in actors.items()
    )


def _first_mentions(readings: Mapping[str, Reading], names: Names) -> dict[tuple[int, str], Span]:
    first: dict[tuple[int, str], Span] = {}
    for report_id, reading in readings.items():
        for entity in reading.entities:
            number = names.of_member.get((report_id, entity.id))
            if number is not None and entity.mentions:
                known = first.get((number, report_id))
                mention = min(entity.mentions)
                first[number, report_id] = mention if known is None else min(known, mention)
    return first


def _mentions(
    number: int, actor: Actor, first: Mapping[tuple[int, str], Span], cards: Mapping[str, Card], places: Places
) -> Iterable[MentionItem]:
    for card in sorted((cards[r] for r in actor.reports if r in cards), key=lambda card: card.number):
        span = first.get((number, card.id))
        yield MentionItem(card, places.link(Passage(card.id, span), Back("actor", number)) if span else None)


def _office(office: Office, own_names: Mapping[str, str], places: Places, number: int) -> OfficeItem:
    first, last = office.first, office.last
    told = (first.edtf if first == last else f"{first}/{last}") if first and last else ""
    links = (places.link(passage, Back("actor", number)) for passage in office.passages[:_MOST])
    return OfficeItem(
        title=office.title,
        of=own_names.get(office.of, "") if office.of else "",
        former=office.former,
        told=told,
        evidence=tuple(link for link in links if link),
    )
