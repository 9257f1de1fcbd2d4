"""The things that an English report names, gathered find by find, and what they are known by."""

from dataclasses import dataclass, field

from khabar.extraction.english.names.finds import Find
from khabar.knowledge.english.names import known_by_id
from khabar.values.entity import Entity, EntityId, Kind, Role
from khabar.values.span import Span
from khabar.values.why import EntityRule, Part, SameRule, Why


@dataclass(slots=True)
class Thing:
    """An entity in the making."""

    id: EntityId
    kind: Kind
    rule: str
    known: str | None = None
    country: str | None = None
    of: EntityId | None = None
    written: str = ""  # as it was first written, though the words be no mention
    mentions: list[Span] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    names: dict[tuple[str, ...], None] = field(default_factory=dict)  # as written, in small letters


class Registry:
    """All things of one report, found again by entry, key or family name."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.things: list[Thing] = []
        self._by_key: dict[tuple[Kind, str], Thing] = {}

    def of_find(self, find: Find) -> Thing:
        """The thing that a find names, made where it is new."""
        if find.known:
            return self.known(find.known, find.rule)
        key = (find.kind, f"{find.key}@{find.country or ''}")
        if key not in self._by_key:
            self._by_key[key] = self._new(find.kind, find.rule, country=find.country)
        return self._by_key[key]

    def known(self, entry: str, rule: str = EntityRule.NATIONALITY) -> Thing:
        """The thing of an entry of the world knowledge."""
        known = known_by_id()[entry]
        key = (known.kind, f"#{entry}")
        if key not in self._by_key:
            thing = self._new(known.kind, rule, entry, known.country)
            self._by_key[key] = thing
        return self._by_key[key]

    def anew(self, find: Find) -> Thing:
        """A thing that no other find names."""
        return self._new(find.kind, find.rule, country=find.country)

    def person(self, words: tuple[str, ...]) -> Thing | None:
        """The person named before whose name ends or opens with these words; None: there is none."""
        for thing in reversed(self.things):
            if thing.kind is Kind.PERSON and any(_is_part(words, name) for name in self._names(thing)):
                return thing
        return None

    def holder(self, office: str) -> Thing | None:
        """The person that an office was last given to."""
        return next((t for t in reversed(self.things) if office in t.offices), None)

    def latest(self, kind: Kind, head: str) -> Thing | None:
        """The last body whose name holds a head noun."""
        told = ((t, [*t.names, tuple(t.written.lower().split())]) for t in reversed(self.things) if t.kind is kind)
        return next((t for t, names in told if any(head in name for name in names)), None)

    def mention(self, thing: Thing, span: Span, *, named: bool = True) -> None:
        """Notes that words name or describe a thing."""
        thing.written = thing.written or span.of(self.text)
        if named:
            thing.mentions.append(span)
            thing.names[tuple(span.of(self.text).lower().split())] = None

    def _names(self, thing: Thing) -> list[tuple[str, ...]]:
        told = list(thing.names)
        return [*told, tuple(known_by_id()[thing.known].en.lower().split())] if thing.known else told

    def _new(self, kind: Kind, rule: str, entry: str | None = None, country: str | None = None) -> Thing:
        thing = Thing(f"e{len(self.things) + 1}", kind, rule, entry, country)
        self.things.append(thing)
        return thing

    def entities(self, *, why: bool) -> tuple[Entity, ...]:
        """The finished values, with the countries and bodies that they belong to."""
        for thing in list(self.things):
            part_of = known_by_id()[thing.known].part_of if thing.known else None
            owner = part_of if part_of and (_kind_of(part_of), f"#{part_of}") in self._by_key else thing.country
            if owner and owner != thing.known and thing.of is None:
                thing.of = self.known(owner).id
        return tuple(self._entity(thing, why=why) for thing in self.things)

    def _entity(self, thing: Thing, *, why: bool) -> Entity:
        spans = tuple(sorted(set(thing.mentions)))
        known = known_by_id().get(thing.known or "")
        words = [_tidy(span.of(self.text)) for span in spans]
        name = max(words, key=len) if words else known.en if known else _tidy(thing.written)
        told = [Why(Part.NAME, thing.rule, spans[0] if spans else None)]
        told += [Why(Part.SAME, SameRule.ENTRY if known else SameRule.WORDS, span) for span in spans[1:]]
        item = known.wikidata if known else None
        roles = tuple(dict.fromkeys(thing.roles))
        whys = tuple(told) if why else ()
        return Entity(thing.id, name, thing.kind, spans, item, thing.of, roles, thing.known, thing.rule, whys)


def _kind_of(entry: str) -> Kind:
    return known_by_id()[entry].kind if entry in known_by_id() else Kind.ORGANISATION


def _is_part(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    bare = tuple(word.removesuffix("'s").removesuffix("’s") for word in name)
    return bool(bare) and (
        bare == words or bare[-len(words) :] == words or (len(words) == 1 and _last(bare) == words[0])
    )


def _last(name: tuple[str, ...]) -> str:
    """A family name without its article."""
    return name[-1].removeprefix("al-").removeprefix("el-")


def _tidy(words: str) -> str:
    return " ".join(words.split())
