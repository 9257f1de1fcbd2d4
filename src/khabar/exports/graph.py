"""Parties and what passes between them, as a graph whose edges have their time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from khabar.exports.provenance import at
from khabar.exports.selection import Selection
from khabar.knowledge.actors import organisation_by_id, person_by_id
from khabar.knowledge.geography import country_by_id
from khabar.values.dealing import Dealt
from khabar.values.wanted import Placed
from khabar.views.ledger_table import listed
from khabar.weighing.dealings import dealings_in

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Node:
    """A state, body, group or person who acts or is acted on."""

    id: str
    label: str
    facts: dict[str, Value]  # in the order of `NODE_FACTS`; what is not known is left out


@dataclass(frozen=True, slots=True)
class Edge:
    """One claim between two parties, from who acts to who is acted on."""

    id: str
    source: str
    target: str
    start: date | None  # None: the reports do not tell, nor when they were published
    end: date | None
    facts: dict[str, Value]  # in the order of `EDGE_FACTS`


NODE_FACTS = {"kind": "string", "iso3": "string", "wikidata": "string", "lat": "double", "lon": "double"}
EDGE_FACTS = {
    "type": "string",
    "quad": "string",
    "score": "int",
    "mutual": "int",
    "status": "string",
    "verdict": "string",
    "time": "string",
    "claim": "string",
    "gist": "string",
    "asserted_by": "string",
    "denied_by": "string",
    "passages": "string",
}


def nodes(selection: Selection) -> Iterator[Node]:
    """Everybody at an end of some edge, by id."""
    parties = {party for edge in edges(selection) for party in (edge.source, edge.target)}
    names = selection.archive.party_names(parties)
    return (_node(party, names.get(party, party)) for party in sorted(parties))


def edges(selection: Selection) -> Iterator[Edge]:
    """What each claim tells between each two of its parties, by time."""
    for placed in selection.placed_claims():
        for number, dealt in enumerate(dealings_in(placed.claim, placed.status)):
            yield _edge(placed, dealt, number)


def _node(party: str, met: str) -> Node:
    country, body, person = country_by_id(party), organisation_by_id(party), person_by_id(party)
    known = country or body or person
    facts: dict[str, Value | None] = {
        "kind": "country" if country else "organisation" if body else "person" if person else "other",
        "iso3": country.iso3 if country else None,
        "wikidata": known.wikidata if known else None,
        "lat": country.lat if country else None,
        "lon": country.lon if country else None,
    }
    name = country.names[0] if country else met
    return Node(party, name, {fact: value for fact, value in facts.items() if value is not None})


def _edge(placed: Placed, dealt: Dealt, number: int) -> Edge:
    claim, assessment = placed.claim, placed.claim.assessment
    facts: dict[str, Value | None] = {
        "type": claim.type,
        "quad": dealt.quad,
        "score": dealt.weight,
        "mutual": int(dealt.mutual),
        "status": placed.status,
        "verdict": assessment.verdict,
        "time": claim.time.edtf if claim.time else None,
        "claim": claim.id,
        "gist": " ".join(claim.gist.split()),
        "asserted_by": listed(origin.name for origin in assessment.asserts),
        "denied_by": listed(origin.name for origin in assessment.denies),
        "passages": listed(at(position.passage) for position in claim.positions),
    }
    told = {fact: value for fact, value in facts.items() if value not in (None, "")}
    start = claim.time.earliest if claim.time else placed.reported
    end = claim.time.latest if claim.time else placed.reported
    return Edge(f"{claim.id}-{number}", dealt.giver, dealt.taker, start, end, {k: _plain(v) for k, v in told.items()})


def _plain(value: Value | None) -> Value:
    return str(value) if isinstance(value, str) or value is None else value
