"""The things that a report names, gathered mention by mention."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.gazetteer import Known, known_by_id
from khabar.extraction.names.plain import plain_name
from khabar.knowledge.actors import organisation_by_id
from khabar.knowledge.geography import country_by_id
from khabar.language.normalise import fold, key
from khabar.language.spelling import name_words
from khabar.values.entity import Entity, EntityId, Kind, Role
from khabar.values.span import Span
from khabar.values.why import EntityRule, Part, SameRule, Why

# Things: no report of a paper names half as many, and whoever lists a million must not have each compared with all.
_REACH = 400


@dataclass(slots=True)
class Thing:
    """An entity in the making."""

    id: EntityId
    kind: Kind
    known: str | None  # id in the world knowledge
    country: str | None  # id in the world knowledge
    key: str
    head: str = ""
    rule: str = ""
    mentions: list[tuple[Span, str]] = field(default_factory=list)  # where, and as it is written
    roles: list[Role] = field(default_factory=list)
    titles: set[tuple[str, str | None]] = field(default_factory=set)  # (title id, country id) that it bore
    of: EntityId | None = None
    written: str = ""  # as it was first written, though the words be no mention
    same: dict[int, SameRule] = field(default_factory=dict)  # by where further words end, why they name it too

    def name_again(self, span: Span, written: str, why: SameRule) -> None:
        """Note that words name it; `why` tells what ties them to those before, if there are any."""
        if self.mentions:
            self.same.setdefault(span.end, why)
        self.mentions.append((span, written))


class Registry:
    """All things of one report, found again by key, by knowledge id, by head noun."""

    def __init__(self) -> None:
        self.things: list[Thing] = []
        self._by_key: dict[tuple[Kind, str], Thing] = {}

    def get(self, kind: Kind, key: str) -> Thing | None:
        """The thing of that kind and key, if it was named before."""
        return self._by_key.get((kind, key))

    def named(self, kind: Kind, key: str, candidate: Candidate | None = None) -> Thing:
        """The thing of that kind and key, made where it is new."""
        thing = self._by_key.get((kind, key))
        if thing is None:
            known = key[1:] if key.startswith("#") else None
            country = known_by_id()[known].country if known else candidate.country if candidate else None
            thing = Thing(f"e{len(self.things) + 1}", kind, known, country, key)
            if candidate:
                thing.head, thing.rule = candidate.head, candidate.rule
            self.things.append(thing)
            self._by_key[kind, key] = thing
        return thing

    def also(self, thing: Thing, key: str) -> None:
        """Let the thing be found under one more key."""
        self._by_key.setdefault((thing.kind, key), thing)

    @property
    def recent(self) -> list[Thing]:
        """The things that were named last, which words may take up; one farther back is found by its own name."""
        return self.things[-_REACH:]

    def latest(self, kind: Kind, head: str, country: str | None = None) -> Thing | None:
        """The last thing with that head noun that was named, of that country where one is told."""
        for thing in reversed(self.recent):
            if thing.kind is kind and thing.head == head and (country is None or thing.country in (None, country)):
                return thing
        return None

    def country(self, country_id: str) -> Thing:
        """The country of that knowledge id, made where no word names it."""
        thing = self.named(Kind.COUNTRY, f"#{country_id}")
        thing.rule = thing.rule or EntityRule.NATIONALITY
        return thing


def entity_from(thing: Thing, text: str, *, why: bool = False) -> Entity:
    """The finished value; `why`: with what tied its mentions to it."""
    known = known_by_id().get(thing.known or "")
    spans = tuple(sorted({span for span, _ in thing.mentions}))
    return Entity(
        thing.id,
        _fullest(thing, known),
        thing.kind,
        spans,
        known.wikidata if known else None,
        thing.of,
        tuple(dict.fromkeys(thing.roles)),
        thing.known,
        thing.rule,
        tuple(_whys(thing, spans)) if why else (),
    )


def _whys(thing: Thing, spans: tuple[Span, ...]) -> Iterator[Why]:
    yield Why(Part.NAME, thing.rule, spans[0] if spans else None)
    yield from (Why(Part.SAME, thing.same.get(span.end, SameRule.WORDS), span) for span in spans[1:])


def _fullest(thing: Thing, known: Known | None) -> str:
    named = [written for span, written in thing.mentions if thing.same.get(span.end) is not SameRule.HEAD_NOUN]
    whole = [plain_name(written) for written in named if not written.startswith("لل")]
    if thing.kind is Kind.COUNTRY and thing.known:
        whole = [written for written in whole if not _names_nationals(thing.known, written)] or whole
    if of_many := _of_many(thing.known):
        whole = [written for written in whole if key(written) not in of_many] or whole
    if whole:
        return max(whole, key=_tells if thing.kind is Kind.PERSON and len(whole) > 1 else len)
    if thing.mentions and known is None:
        return plain_name(max((written for _, written in thing.mentions), key=len))
    return known.name if known else plain_name(thing.written) or thing.key


def _tells(person: str) -> tuple[int, int]:
    """How much a written name tells, forms of address left aside: 'تركي المالكي' more than 'العقيد المالكي'."""
    return len(name_words(person)), len(person)


@cache
def _of_many(known: str | None) -> frozenset[str]:
    """The names of a known body, as keys, that others bear too: 'المنظمة الدولية'."""
    body = organisation_by_id(known or "")
    return frozenset(map(key, body.ambiguous)) if body else frozenset()


def _names_nationals(country: str, written: str) -> bool:
    """Whether words name the people of a country and not the country: 'الكوريين الشماليين'."""
    land = country_by_id(country)
    return land is not None and _without_articles(written) in {_without_articles(word) for word in land.nationals}


def _without_articles(written: str) -> tuple[str, ...]:
    return tuple(word.removeprefix("ال") for word in fold(written).split())
