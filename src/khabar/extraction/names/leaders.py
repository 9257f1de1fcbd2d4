"""Leaders whom the news calls by a family name that many bear: 'كيم', where it names nobody else so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from khabar.extraction.names.candidates import Candidate, without_overlaps
from khabar.extraction.names.classes import folded_class
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.trie import name_starts
from khabar.extraction.names.words import cut_offset, is_function_word
from khabar.knowledge.actors import Person, person_by_id, persons
from khabar.knowledge.name_parts import names_also_words
from khabar.language.normalise import key
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_HIGHEST = frozenset({"leader", "president", "prime-minister"})
_SHE = "ت"  # so ends a verb whose subject is a woman


def with_leaders(ground: Ground, named: Sequence[Candidate], day: date | None) -> tuple[Candidate, ...]:
    """The candidates, a leader's family name alone being the leader's, where the text tells of the country or a peer.

    Where the text named somebody else of that family before, it is that one's if the leader is nowhere named in full
    and was not called so before; and behind a verb of which a woman is the subject: 'قالت كيم' is the sister.
    """
    families = folded_class("leader_by_one_name")
    lands = {c.country for c in (*ground.names.values(), *ground.nationalities.values())}
    among_leaders = any(_leads(c, day) for c in named)  # 'بوتين وكيم'
    leaders = {word: leader for word in families if (leader := _leader(word, day))}
    called = {word: leader for word, leader in leaders.items() if among_leaders or leader.country in lands}
    if not called:
        return tuple(named)
    people = [c for c in without_overlaps(named) if c.kind is Kind.PERSON]
    in_names = {at for c in named if c.last - c.first > 1 for at in range(c.first, c.last)}
    bare = {c.first for c in people if c.last - c.first == 1 and not c.known}
    told = {leader.id for leader in called.values() if any(leader.id in c.known for c in _in_full(people))}
    found = {}
    for at, cut, word in _alone(ground, called, in_names):
        if at in bare or _is_only_name(word):
            start = cut_offset(ground.words.analysed.text, ground.words.tokens[at].start, cut)
            leader = called[word]
            other = _somebody_else(ground, at, cut, word, leader, people, told=leader.id in told)
            if not other:
                told.add(leader.id)
            meant = other or _leading(leader)
            found[at] = replace(meant, first=at, last=at + 1, start=start)
    return (*(c for c in named if not (c.last - c.first == 1 and c.first in found)), *found.values())


def _leads(name: Candidate, day: date | None) -> bool:
    """Whether a name is surely of somebody who leads a state at that day."""
    person = person_by_id(name.known[0]) if name.kind is Kind.PERSON and len(name.known) == 1 else None
    offices = person.offices if person is not None and "?" not in name.rule else ()
    return any(office.post in _HIGHEST and (day is None or office.covers(day)) for office in offices)


def _leading(leader: Person) -> Candidate:
    rule = EntityRule.KNOWN.of(leader.id)
    return Candidate(0, 1, 0, Kind.PERSON, "name", f"#{leader.id}", (leader.id,), leader.country, rule=rule, rank=2)


def _alone(ground: Ground, called: dict[str, Person], in_names: set[int]) -> Iterator[tuple[int, int, str]]:
    """Each word that is such a family name and no part of a longer name, with the letters attached before it."""
    for at, form in enumerate(ground.words.forms):
        told = next(((cut, word) for cut, word in name_starts(form) if word in called), None)
        if told and at not in in_names:
            yield at, *told


def _is_only_name(word: str) -> bool:
    return not (is_function_word(word) or key(word) in names_also_words())


def _somebody_else(
    ground: Ground, at: int, cut: int, word: str, leader: Person, people: Iterable[Candidate], *, told: bool
) -> Candidate | None:
    """Whom else of the family the name means, named in full before; None: the leader, of whom the text `told`."""
    others = (c for c in _in_full(people) if c.first < at and leader.id not in c.known)
    before = [c for c in others if _bears(ground, c, word)]
    woman = cut == 0 and at > 0 and ground.words.form(at - 1).endswith(_SHE)
    return before[-1] if before and (woman or not told) else None


def _in_full(people: Iterable[Candidate]) -> list[Candidate]:
    return [person for person in people if person.last - person.first > 1]


def _bears(ground: Ground, person: Candidate, word: str) -> bool:
    """Whether a person's name begins with the family's."""
    first = ground.words.form(person.first)
    return any(rest == word for _, rest in name_starts(first))


@cache
def _leader(word: str, day: date | None) -> Person | None:
    """The one person of that family name who leads a country on that day."""
    of_name = (p for p in persons() if p.country and any(key(short) == key(word) for short in p.short))
    leading = [p for p in of_name if day and any(o.post in _HIGHEST and o.covers(day) for o in p.offices)]
    return leading[0] if len(leading) == 1 else None
