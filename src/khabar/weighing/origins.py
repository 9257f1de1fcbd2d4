"""The first sources at the ends of the chains, and which of them are one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from khabar.knowledge.actors import Medium, media
from khabar.knowledge.geography import country_by_id
from khabar.language.normalise import fold
from khabar.resolution.joining import Joined
from khabar.resolution.phrases import phrases_for
from khabar.resolution.statements import Statement
from khabar.values.actor import Actor, ActorId
from khabar.values.claim import Origin
from khabar.values.entity import Kind
from khabar.values.reason import Passage, Reason
from khabar.weighing.allegiances import allegiances
from khabar.weighing.matter import Matter
from khabar.weighing.sides import principal

_JOINT = 2  # states in one link that speak together

Key = tuple[str, ...]  # actor and its id; unnamed and their medium; outlet and its report


@dataclass(slots=True)
class _Source:
    """One origin while it is put together."""

    names: Counter[str] = field(default_factory=Counter)
    passages: list[Passage] = field(default_factory=list)
    media: set[ActorId] = field(default_factory=set)  # those that relayed it
    actors: set[ActorId] = field(default_factory=set)
    heard_in: set[str] = field(default_factory=set)  # reports that quote it through no medium


@dataclass(frozen=True, slots=True)
class Source:
    """One origin on one side of a claim, with what its independence is judged by."""

    key: Key
    origin: Origin
    media: frozenset[ActorId]
    sides: frozenset[str]
    known: bool  # somebody in particular, and we know for whom he speaks


def sources_of(statements: Sequence[Statement], matter: Matter) -> tuple[tuple[Source, ...], tuple[Reason, ...]]:
    """The origins behind these statements, those that are one made one, with the reasons."""
    if not statements:
        return (), ()
    found: dict[Key, _Source] = defaultdict(_Source)
    one_link: list[list[Key]] = []
    for statement in statements:
        keys = _keys(statement, matter)
        one_link.append(keys)
        for key in keys:
            _note(found[key], key, statement, matter)
    same = [(*pair, "named-and-counted") for pair in _states_told_in_two_ways(found, one_link, matter)]
    same += [(*pair, "relayed-by-medium") for pair in _passed_on_by_medium(found, matter)]
    same += [(*pair, "one-outlet") for pair in _of_one_outlet(found, matter)]
    same += [(*pair, "speaks-for") for pair in _through_voice_of_state(found, matter)]
    joined, reasons = _joined(found, one_link, same)
    reasons = (*_alone(found, matter), *reasons)
    sources = tuple(_source(group, found, matter) for _, group in sorted(joined.items()))
    return tuple(sorted(sources, key=lambda s: (s.origin.passages[0], s.key))), reasons


def _keys(statement: Statement, matter: Matter) -> list[Key]:
    """One key for each of the joint speakers at the end of the chain."""
    at = statement.report
    own = str(matter.first_copy[at])
    if not statement.chain:
        return [("outlet", own)]
    actors = _actors(statement.chain[-1], at, matter)
    media = _media(statement, matter)
    keys: list[Key] = []
    for actor in actors:
        last = actor if actor.unnamed else principal(actor.id, matter.cast)
        keys.append(("unnamed", media[-1] if media else own) if last.unnamed else ("actor", last.id))
    return keys or [("outlet", own)]


def _actors(link: Iterable[str], at: int, matter: Matter) -> list[Actor]:
    return [matter.cast.by_id[i] for i in dict.fromkeys(matter.cast.known(matter.reports[at].id, link))]


def _media(statement: Statement, matter: Matter) -> list[ActorId]:
    """The media that a statement came through, nearest first."""
    return [
        a.id for link in statement.chain[:-1] for a in _actors(link, statement.report, matter) if a.kind is Kind.MEDIA
    ]


def _note(source: _Source, key: Key, statement: Statement, matter: Matter) -> None:
    at = statement.report
    source.passages.append(matter.passage(statement))
    media = _media(statement, matter)
    source.media.update(media)
    if not media:
        source.heard_in.add(matter.reports[at].id)
    if key[0] == "outlet":
        first = matter.reports[int(key[1])]
        source.names[first.outlet or first.id] += 1
        return
    if key[0] == "actor":
        source.names[matter.cast.by_id[key[1]].name] += 1000  # the body's name before its spokesmen's
    for actor in _actors(statement.chain[-1], at, matter):
        if (key[0] == "unnamed") == actor.unnamed:
            source.names[actor.name] += 1
        source.actors.add(actor.id)


def _alone(found: Mapping[Key, _Source], matter: Matter) -> tuple[Reason, ...]:
    """Why several speakers or reports stand under one key from the start."""
    reasons = []
    for key, source in sorted(found.items()):
        reports = {p.report_id for p in source.passages}
        if key[0] == "actor" and len(source.actors) > 1:
            reasons.append(Reason("speaks-for", tuple(source.passages), "; ".join(sorted(source.names))))
        elif key[0] == "unnamed" and key[1] in matter.cast.by_id and len(source.passages) > 1:
            reasons.append(Reason("unnamed-of-one-medium", tuple(source.passages), matter.cast.by_id[key[1]].name))
        elif key[0] != "actor" and len(reports) > 1:
            reasons.append(Reason("same-dispatch", tuple(source.passages)))
    return tuple(reasons)


def _states_told_in_two_ways(
    found: Mapping[Key, _Source], links: Sequence[Sequence[Key]], matter: Matter
) -> list[tuple[Key, Key]]:
    """States that are named in one report and only counted in another: 'Norway and Portugal', 'nine countries'."""
    named = [k for keys in links if sum(_is_state(key, matter) for key in keys) >= _JOINT for k in keys[:1]]
    counted = sorted(
        {
            key
            for key, source in found.items()
            if key[0] == "unnamed" and any(phrases_for("states").stand_in(fold(n).split()) for n in source.names)
        }
    )
    return [(named[0], key) for key in counted if named]


def _passed_on_by_medium(found: Mapping[Key, _Source], matter: Matter) -> list[tuple[Key, Key]]:
    """Media that a report gives as its source beside a speaker of its own: the words of the one came by the other."""
    speaking = [key for key in sorted(found) if key[0] == "actor"]
    media = [key for key in speaking if _is_medium(key, matter)]
    return [
        (key, medium)
        for medium in media
        for key in speaking
        if key not in media and found[key].heard_in & found[medium].heard_in
    ]


def _through_voice_of_state(found: Mapping[Key, _Source], matter: Matter) -> list[tuple[Key, Key]]:
    """Bodies of no told state («وزارة الدفاع الوطني») whose words came by an agency of a state that speaks here too."""
    bodies = [k for k in sorted(found) if k[0] == "actor" and matter.cast.by_id[k[1]].kind is Kind.ORGANISATION]
    through = [(key, medium) for key in bodies for medium in sorted(found[key].media)]
    owned = [(key, _owner(matter.cast.by_id[medium]), found[key].actors) for key, medium in through]
    return [
        (("actor", state.wikidata), key)
        for key, owner, speaking in owned
        if owner and not any(allegiances(actor, matter.cast) for actor in speaking)
        for state in (country_by_id(owner),)
        if state and state.wikidata and ("actor", state.wikidata) in found
    ]


def _owner(actor: Actor) -> str | None:
    """The state that a medium speaks for."""
    medium = _media_by_id().get(actor.known_as or "")
    return medium.owner_state if medium else None


@cache
def _media_by_id() -> dict[str, Medium]:
    return {medium.id: medium for medium in media()}


def _of_one_outlet(found: Mapping[Key, _Source], matter: Matter) -> list[tuple[Key, Key]]:
    """Reports of one outlet, each of which tells it by itself."""
    told: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(key for key in found if key[0] == "outlet"):
        told[matter.reports[int(key[1])].outlet or key[1]].append(key)
    return [(keys[0], other) for keys in told.values() for other in keys[1:]]


def _is_state(key: Key, matter: Matter) -> bool:
    return key[0] == "actor" and matter.cast.by_id[key[1]].kind is Kind.COUNTRY


def _joined(
    found: Mapping[Key, _Source], links: Sequence[Sequence[Key]], same: Iterable[tuple[Key, Key, str]]
) -> tuple[dict[Key, list[Key]], tuple[Reason, ...]]:
    joined = Joined(sorted(found))
    reasons: list[Reason] = []

    def join(one: Key, other: Key, code: str) -> None:
        if joined.join(one, other):
            shown = (found[one].passages[0], found[other].passages[0])
            detail = " = ".join(_name(found[k]) for k in (one, other))
            reasons.append(Reason(code, shown, detail))

    for keys in links:
        for other in keys[1:]:
            join(keys[0], other, "joint-statement")
    for one, other, code in same:
        join(one, other, code)
    for key in sorted(found):
        # a medium that is the end of one chain and a link of a longer one only passed on what it was told
        for medium in sorted(found[key].media):
            if ("actor", medium) in found and key != ("actor", medium):
                join(key, ("actor", medium), "relayed-by-medium")
    return joined.groups(), tuple(reasons)


def _name(source: _Source) -> str:
    return min(source.names, key=lambda n: (-source.names[n], n)) if source.names else ""


def _source(group: Sequence[Key], found: Mapping[Key, _Source], matter: Matter) -> Source:
    passages = tuple(sorted({p for k in group for p in found[k].passages}))
    # the speaker before the medium that passed his words on
    first = min(group, key=lambda k: (_is_medium(k, matter), k[0] == "outlet", found[k].passages[0], k))
    name = _name(found[first])
    also = tuple(sorted({n for k in group for n in found[k].names} - {name}))
    actors = {a for k in group for a in found[k].actors}
    # a medium that gives no source may have its news from anybody: its state does not stand behind what it passes on
    speaking = [a for a in actors if matter.cast.by_id[a].kind is not Kind.MEDIA]
    sides = frozenset(of for a in speaking for of in allegiances(a, matter.cast))
    known = first[0] == "actor" and bool(sides) and not _is_medium(first, matter)
    media = frozenset(m for k in group for m in found[k].media)
    return Source(first, Origin(name, passages, also), media, sides, known)


def _is_medium(key: Key, matter: Matter) -> bool:
    return key[0] == "actor" and matter.cast.by_id[key[1]].kind is Kind.MEDIA
