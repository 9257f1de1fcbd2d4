"""The names that countries are shown under: the usual one, whatever capital or government the reports name."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from re import split

from khabar.knowledge.geography import country_by_id
from khabar.values.actor import Actor
from khabar.values.claim import Assessment, Claim, Origin
from khabar.values.conclusions import Chapter, Concluded, Conclusions
from khabar.values.entity import Entity, Kind
from khabar.values.exchange import Exchange
from khabar.values.reason import Reason
from khabar.values.weighed import Weighed

Usual = Mapping[str, str]  # by the names that reports give a country


def usual_name(of: Actor | Entity) -> str:
    """A country's usual name; the own name of anything else."""
    country = country_by_id(of.known_as) if of.kind is Kind.COUNTRY and of.known_as else None
    return country.names[0] if country else of.name


def with_usual_names(weighed: Weighed) -> Weighed:
    """The conclusions with every country under its usual name; chains stay in the words of their reports."""
    usual = usual_names(weighed.actors)
    return replace(
        weighed,
        actors=_actors(weighed.actors),
        claims=tuple(_claim(claim, usual) for claim in weighed.claims),
        exchanges=tuple(_exchange(exchange, usual) for exchange in weighed.exchanges),
    )


def in_usual_names(found: Conclusions) -> Conclusions:
    """The same for conclusions story by story, each with the names that `usual_names` gave for it."""
    actors = None if found.actors is None else _actors(found.actors)
    recast = found.recast and replace(found.recast, come=tuple((_shown(a), party) for a, party in found.recast.come))
    return replace(found, actors=actors, stories=tuple(_story(story) for story in found.stories), recast=recast)


def usual_names(actors: Iterable[Actor]) -> Usual:
    """Other names than usual that mean one country alone; a city of the same name is no actor, and no hindrance."""
    meant: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        if actor.kind is not Kind.PLACE:
            for name in (actor.name, *actor.also):
                meant[name].add(usual_name(actor) if actor.kind is Kind.COUNTRY else name)
    return {name: usual.pop() for name, usual in meant.items() if len(usual) == 1 and name not in usual}


def _story(story: Concluded) -> Concluded:
    return replace(story, drawn=partial(_chapter, story.drawn, story.names)) if story.drawn else story


def _chapter(drawn: Callable[[], Chapter], usual: Usual) -> Chapter:
    chapter = drawn()
    claims = tuple(_claim(claim, usual) for claim in chapter.claims)
    exchanges = tuple(_exchange(exchange, usual) for exchange in chapter.exchanges)
    return replace(chapter, claims=claims, exchanges=exchanges)


def _actors(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple(map(_shown, actors))


def _shown(actor: Actor) -> Actor:
    return _actor(actor) if actor.kind is Kind.COUNTRY else actor


def _actor(actor: Actor) -> Actor:
    name = usual_name(actor)
    return replace(actor, name=name, also=tuple(sorted({actor.name, *actor.also} - {name})))


def _claim(claim: Claim, usual: Usual) -> Claim:
    return replace(
        claim,
        actor=_names(claim.actor, usual),
        recipient=_names(claim.recipient, usual),
        assessment=_assessment(claim.assessment, usual),
    )


def _assessment(assessment: Assessment, usual: Usual) -> Assessment:
    return replace(
        assessment,
        asserts=tuple(_origin(origin, usual) for origin in assessment.asserts),
        denies=tuple(_origin(origin, usual) for origin in assessment.denies),
        reasons=tuple(_reason(reason, usual) for reason in assessment.reasons),
    )


def _origin(origin: Origin, usual: Usual) -> Origin:
    name = usual.get(origin.name, origin.name)
    return replace(origin, name=name, also=tuple(dict.fromkeys(n for n in (*origin.also, origin.name) if n != name)))


def _reason(reason: Reason, usual: Usual) -> Reason:
    """A detail is a list of names with '; ' or ' = ' between them, or no name at all."""
    pieces = split(r"(; | = )", reason.detail) if reason.detail else []
    return replace(reason, detail="".join(usual.get(piece, piece) for piece in pieces)) if pieces else reason


def _exchange(exchange: Exchange, usual: Usual) -> Exchange:
    return replace(exchange, giver=_names(exchange.giver, usual), recipient=_names(exchange.recipient, usual))


def _names(names: Iterable[str], usual: Usual) -> tuple[str, ...]:
    return tuple(dict.fromkeys(usual.get(name, name) for name in names))
